// ContextMenu: a menu that opens at a place rather than from its own button; the focus goes back where it came from.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { MenuItems, moveInMenu, type MenuItem } from './menuItems.tsx';

export interface MenuPlace {
  readonly left: number;
  readonly top: number;
}

/** Drawn while it is open. `onClose` hears of every end: picked, left, or pressed away. */
export function ContextMenu({
  label,
  items,
  at,
  onPick,
  onClose,
}: {
  label: string;
  items: readonly MenuItem[];
  at: MenuPlace;
  onPick: (id: string) => void;
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);

  useEffect(() => {
    const box = menu.current;
    if (!box) return;
    before.current = document.activeElement;
    box.showPopover();
    box.style.left = `${Math.max(4, Math.min(at.left, innerWidth - box.offsetWidth - 4))}px`;
    box.style.top = `${Math.max(4, Math.min(at.top, innerHeight - box.offsetHeight - 4))}px`;
    box.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [at]);

  function end(): void {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab' || event.key === 'ArrowLeft') end();
    else if (!moveInMenu(event, menu.current)) return;
    event.preventDefault();
  }
  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      aria-label={label}
      popover="auto"
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <MenuItems
        items={items}
        onPick={(picked) => {
          end();
          onPick(picked);
        }}
      />
    </div>
  );
}
