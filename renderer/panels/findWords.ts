// Words of the find bar: how many matches there are, what was replaced and what was left, and which notes hold the words.
import type { Annotation } from '../../shared/briefing/annotation.ts';
import { findWords, type FindQuery } from '../../shared/text/findWords.ts';
import type { Found } from '../editor/editor.ts';
import { counted } from './words.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** "3 of 17", "17 found", "None found"; nothing while nothing is looked for. */
export function foundWords(query: FindQuery, found: Found | null): string {
  if (query.words === '' || !found) return '';
  if (found.total === 0) return 'None found';
  return found.at === null ? `${number(found.total)} found` : `${number(found.at)} of ${number(found.total)}`;
}

/** "17 replaced. 2 left in quotations and figures." */
export function leftWords({ replaced, left }: { readonly replaced: number; readonly left: number }): string {
  const done = replaced === 0 ? 'Nothing replaced.' : `${number(replaced)} replaced.`;
  return left === 0 ? done : `${done} ${number(left)} left in quotations and figures.`;
}

/** Ids of the notes that hold the words in their body or a reply, in the order given. */
export function notesWith(notes: readonly Annotation[], query: FindQuery): readonly string[] {
  if (query.words === '') return [];
  return notes
    .filter(({ body, replies }) => [body, ...replies.map((reply) => reply.body)].some((one) => has(one, query)))
    .map(({ id }) => id);
}

function has(text: string, query: FindQuery): boolean {
  return findWords(text, query).length > 0;
}

/** "12 of 1,204 words" while words are selected, else "1,204 words". */
export function wordsWords(words: number, selected: number): string {
  return selected > 0 ? `${number(selected)} of ${counted(words, 'word')}` : counted(words, 'word');
}
