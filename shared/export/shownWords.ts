// Shown words: what a reader reads in the runs of a paragraph.
import { shownCaption } from '../briefing/captions.ts';
import type { Inline } from './plan.ts';

/** What `inline` shows: a tab is \t, a line break \n; a note, a picture and what was deleted show nothing. */
export function shown(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.change?.kind === 'deleted' ? '' : inline.text;
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'sequence':
      return shownCaption(inline);
    case 'reference':
      return inline.shown;
    default:
      return '';
  }
}

/** The words of `inlines` on one line, without the label and number of a caption. */
export function shownWords(inlines: readonly Inline[]): string {
  let words = '';
  for (const inline of inlines) {
    if (inline.kind === 'tab' || inline.kind === 'break') words += ' ';
    else if (inline.kind !== 'sequence') words += shown(inline);
  }
  return words.trim();
}
