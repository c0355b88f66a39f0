// MenuItems: the rows of a menu, and what keys do among them (APG: arrows, Home, End, type to find).
import type { KeyboardEvent } from 'react';
import { Icon } from './icon.tsx';
import { Check } from './icons.ts';
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

/** The rows that are drawn in `menu`. */
export function menuRows(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

/** Moves the focus among the rows; true when the key was one that does. */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null): boolean {
  const rows = menuRows(menu);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = rovingTarget(event.key, at, rows.length, 'vertical');
  if (to !== null) {
    rows[to]?.focus();
    return true;
  }
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return false;
  const wanted = event.key.toLowerCase();
  const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  after.find((row) => row.textContent.trim().toLowerCase().startsWith(wanted))?.focus();
  return true;
}

export function MenuItems({ items, onPick }: { items: readonly MenuItem[]; onPick: (id: string) => void }) {
  return items.map((item) => (
    <button
      key={item.id}
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      aria-disabled={typeof item.off === 'string' || undefined}
      className={`menu-item ${item.apart ? 'apart' : ''}`}
      tabIndex={-1}
      onClick={() => {
        if (typeof item.off !== 'string') onPick(item.id);
      }}
    >
      <span className="menu-check">{item.checked && <Icon of={Check} size="s" />}</span>
      <span>
        {item.label}
        {item.off && <small>{item.off}</small>}
      </span>
      {item.keyLabel && <kbd>{item.keyLabel}</kbd>}
    </button>
  ));
}
