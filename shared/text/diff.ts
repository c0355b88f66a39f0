// Diff of two texts by words: what was kept, cut or added, for the guard's cards and the recovery dialog.
import { diffArrays } from 'diff';
import { fold } from './normalize.ts';

export interface Change {
  readonly kind: 'same' | 'cut' | 'added';
  /** For `same`, the words as they stand in `after`. */
  readonly text: string;
}

/** Words with the space after them, so that the pieces joined give the text again. */
function words(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? [];
}

/**
 * The changes that lead from `before` to `after`, in order. Typography (quotation marks, dashes, spaces) is no difference.
 */
export function diffWords(before: string, after: string): Change[] {
  const key = (word: string): string => fold(word).text.trim();
  const parts = diffArrays(words(before), words(after), { comparator: (a, b) => key(a) === key(b) });
  return parts.map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'cut' : 'same',
    text: part.value.join(''),
  }));
}
