// Roving focus: a group of controls is one tab stop, and the arrows move inside it (APG toolbar, tabs, radio group).
import { useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';

/** Index to move to for a key, or null when the key is not for the group. Wraps round. */
export function rovingTarget(
  key: string,
  at: number,
  count: number,
  direction: 'horizontal' | 'vertical' | 'both',
): number | null {
  if (count === 0) return null;
  const back = direction === 'vertical' ? ['ArrowUp'] : ['ArrowLeft', ...(direction === 'both' ? ['ArrowUp'] : [])];
  const on = direction === 'vertical' ? ['ArrowDown'] : ['ArrowRight', ...(direction === 'both' ? ['ArrowDown'] : [])];
  if (back.includes(key)) return (at - 1 + count) % count;
  if (on.includes(key)) return (at + 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** The members of a group: everything in `box` that fits `selector` and is drawn. */
function members(box: HTMLElement | null, selector: string): HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>(selector)].filter((item) => item.getClientRects().length > 0) : [];
}

/**
 * Gives the group its one tab stop after each drawing (the current member, else the one last used, else the first) and
 * answers the handler for its keys. `onMove` hears of each move by key, for groups where moving is choosing.
 */
export function useRoving(
  box: RefObject<HTMLElement | null>,
  selector: string,
  direction: 'horizontal' | 'vertical' | 'both' = 'horizontal',
  onMove?: (item: HTMLElement) => void,
) {
  useLayoutEffect(() => {
    const items = box.current ? [...box.current.querySelectorAll<HTMLElement>(selector)] : [];
    const current =
      items.find((item) => item === document.activeElement) ??
      items.find(
        (item) => item.getAttribute('aria-checked') === 'true' || item.getAttribute('aria-selected') === 'true',
      ) ??
      items.find((item) => item.tabIndex === 0 && item.dataset['rovingUsed'] !== undefined) ??
      items[0];
    for (const item of items) item.tabIndex = item === current ? 0 : -1;
  });

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const items = members(box.current, selector);
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const key = rtl ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key] ?? event.key) : event.key;
    const to = rovingTarget(key, at, items.length, direction);
    const target = to === null ? undefined : items[to];
    if (!target) return;
    event.preventDefault();
    for (const item of items) {
      item.tabIndex = item === target ? 0 : -1;
      delete item.dataset['rovingUsed'];
    }
    target.dataset['rovingUsed'] = '';
    target.focus();
    onMove?.(target);
  };
}
