// Words of the length in the status bar: "About 2 pages", "About 2.3 of 2 pages, over", "1,204 of 1,000 words, over".
import { isOver, lengthWords, limitWords, type LengthLimit } from '../../shared/briefing/lengthLimit.ts';
import { counted } from './words.ts';

/** `limit`: one in pages, or null. Both measures are null while the pages are not counted yet. */
export function pagesWords(pages: number | null, length: number | null, limit: LengthLimit | null): string {
  if (pages === null || length === null) return limit ? `… of ${limitWords(limit)}` : '… pages';
  if (!limit) return `About ${counted(pages, 'page')}`;
  const over = isOver(limit, { pages: length, words: null }) ? ', over' : '';
  return `About ${lengthWords('pages', length)} of ${limitWords(limit)}${over}`;
}

export function wordsOfLimit(words: number, limit: LengthLimit): string {
  const over = isOver(limit, { pages: null, words }) ? ', over' : '';
  return `${lengthWords('words', words)} of ${limitWords(limit)}${over}`;
}
