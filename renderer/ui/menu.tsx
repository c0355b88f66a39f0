// Menu: an APG menu button; the menu stands in the top layer, so no bar clips it.
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Check, ChevronDown } from './icons.ts';
import { rovingTarget } from './roving.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly keyLabel?: string | undefined;
  /** Why it cannot run now. */
  readonly off?: string | null | undefined;
  /** True or false for one of a few that can be on. */
  readonly checked?: boolean;
  /** Draws a line above. */
  readonly apart?: boolean;
}

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
  function entries(): HTMLElement[] {
    return [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  }
  function onKeyDown(event: KeyboardEvent): void {
    const list = entries();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const to = rovingTarget(event.key, at, list.length, 'vertical');
    if (to !== null) list[to]?.focus();
    else if (event.key === 'Tab') menu.current?.hidePopover();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const wanted = event.key.toLowerCase();
      const after = [...list.slice(at + 1), ...list.slice(0, at + 1)];
      after.find((item) => item.textContent.trim().toLowerCase().startsWith(wanted))?.focus();
      if (event.key === ' ') return;
    } else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
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
          const list = entries();
          (list.find((item) => item.getAttribute('aria-checked') === 'true') ?? list[0])?.focus();
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
              menu.current?.hidePopover();
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
    </>
  );
}
