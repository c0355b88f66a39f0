// ContextMenu: a menu that opens at a place rather than from its own button; the focus goes back where it came from.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Icon } from './icon.tsx';
import { Check } from './icons.ts';
import type { MenuItem } from './menu.tsx';
import { rovingTarget } from './roving.ts';

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
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

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
    const list = entries();
    const here = list.indexOf(document.activeElement as HTMLElement);
    const to = rovingTarget(event.key, here, list.length, 'vertical');
    if (to !== null) list[to]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab' || event.key === 'ArrowLeft') end();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const wanted = event.key.toLowerCase();
      const after = [...list.slice(here + 1), ...list.slice(0, here + 1)];
      after.find((item) => item.textContent.trim().toLowerCase().startsWith(wanted))?.focus();
    } else {
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
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
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={item.checked}
          aria-disabled={typeof item.off === 'string' || undefined}
          className={`menu-item ${item.apart ? 'apart' : ''}`}
          tabIndex={-1}
          onClick={() => {
            if (typeof item.off === 'string') return;
            end();
            onPick(item.id);
          }}
        >
          <span className="menu-check">{item.checked && <Icon of={Check} size="s" />}</span>
          <span>
            {item.label}
            {item.off && <small>{item.off}</small>}
          </span>
          {item.keyLabel && <kbd>{item.keyLabel}</kbd>}
        </button>
      ))}
    </div>
  );
}
