// Parts of the window in the order of F6: app bar, sources, toolbar, text, facts and notes, status bar.
import type { Editor } from './editor/editor.ts';

const FOCUSABLE =
  'a[href], button:not([tabindex="-1"]), input, select, textarea, [tabindex="0"], [contenteditable="true"]';
/** Where the focus was in a part when it was left. */
const last = new WeakMap<Element, HTMLElement>();

function parts(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => part.getClientRects().length > 0);
}

function enter(part: HTMLElement, editor: Editor | null): void {
  if (part.dataset['part'] === 'text') return editor?.focus();
  const before = last.get(part);
  const target =
    before?.isConnected && part.contains(before)
      ? before
      : [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find((item) => item.getClientRects().length > 0);
  target?.focus();
}

/** Moves the focus to the next or previous part, or to the one named. */
export function stepPart(to: 1 | -1 | string, editor: Editor | null): void {
  const all = parts();
  const active = document.activeElement;
  // A part may lie inside another (the toolbar in the desk): the innermost is where the focus is.
  const at = all.findLastIndex((part) => part.contains(active));
  const here = all[at];
  if (here && active instanceof HTMLElement) last.set(here, active);
  if (typeof to === 'string') {
    const named = all.find((part) => part.dataset['part'] === to);
    if (named && named !== here) enter(named, editor);
    return;
  }
  const next = all[at < 0 ? (to === 1 ? 0 : all.length - 1) : (at + to + all.length) % all.length];
  if (next) enter(next, editor);
}
