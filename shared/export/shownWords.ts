// Shown words: what a reader reads in the runs of a paragraph.
import type { Inline } from './plan.ts';

/** The words of `inlines` on one line, without notes, pictures and what was deleted. */
export function shownWords(inlines: readonly Inline[]): string {
  let words = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') words += inline.change?.kind === 'deleted' ? '' : inline.text;
    else if (inline.kind === 'reference') words += inline.shown;
    else if (inline.kind === 'tab' || inline.kind === 'break') words += ' ';
  }
  return words.trim();
}
