// Menu: an APG menu button; the menu stands in the top layer, so no bar clips it.
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { ChevronDown } from './icons.ts';
import { MenuItems, menuRows, moveInMenu, type MenuItem } from './menuItems.tsx';

export function Menu({
  label,
  className,
  items,
  onPick,
  children,
  chevron,
  tip,
}: {
  /** Name of the button, when its content does not say it. */
  label?: string | undefined;
  className: string;
  items: readonly MenuItem[];
  onPick: (id: string) => void;
  children: ReactNode;
  chevron?: boolean;
  tip?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function place(): void {
    const from = button.current?.getBoundingClientRect();
    const box = menu.current;
    if (!from || !box) return;
    box.style.top = `${from.bottom + 4}px`;
    box.style.left = `${Math.max(4, Math.min(from.left, innerWidth - box.offsetWidth - 4))}px`;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') menu.current?.hidePopover();
    else if (moveInMenu(event, menu.current)) event.preventDefault();
    else if (event.key !== ' ') return;
    event.stopPropagation();
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        data-tip={tip}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            event.stopPropagation();
            menu.current?.showPopover();
          }
        }}
      >
        {children}
        {chevron && <Icon of={ChevronDown} size="s" className="chevron" />}
      </button>
      <div
        ref={menu}
        id={id}
        className="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          const shown = event.newState === 'open';
          setOpen(shown);
          if (!shown) return;
          place();
          const list = menuRows(menu.current);
          (list.find((item) => item.getAttribute('aria-checked') === 'true') ?? list[0])?.focus();
        }}
      >
        <MenuItems
          items={items}
          onPick={(picked) => {
            menu.current?.hidePopover();
            onPick(picked);
          }}
        />
      </div>
    </>
  );
}
