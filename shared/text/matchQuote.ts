// matchQuote: every place where the words of a quotation stand in a source; exact after folding, never by likeness.
import { fold, type Folded } from './normalize.ts';
import type { Span } from './span.ts';

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** A stretch `[from, to)` of a folded text. */
export interface FoldedPlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Every place of `needle` (folded already) in `source`, overlapping ones included. A place that would begin or end
 * within one original character (a half of "…") is none.
 */
export function foldedPlaces(source: Folded, needle: string): FoldedPlace[] {
  const places: FoldedPlace[] = [];
  if (needle === '') return places;
  for (let from = source.text.indexOf(needle); from >= 0; from = source.text.indexOf(needle, from + 1)) {
    const to = from + needle.length;
    const cutsBefore = from > 0 && source.offsets[from - 1] === source.offsets[from];
    const cutsAfter = to < source.text.length && source.offsets[to - 1] === source.offsets[to];
    if (!cutsBefore && !cutsAfter) places.push({ from, to });
  }
  return places;
}

/** The original stretch of a folded one. */
export function unfold(source: Folded, place: FoldedPlace): Span {
  return { start: source.offsets[place.from] ?? 0, end: source.ends[place.to - 1] ?? 0 };
}

/** True when `index` of `text` lies between two characters of one word. */
function withinWord(text: string, index: number): boolean {
  return index > 0 && index < text.length && WORD.test(text.charAt(index - 1)) && WORD.test(text.charAt(index));
}

/**
 * Prepares `source` once and answers for many quotations. The answer: every span of `source` whose words equal `words`
 * after folding, in order; whole words only ("not" does not stand in "nothing"). Space around `words` does not count.
 */
export function quoteMatcher(source: string): (words: string) => Span[] {
  const folded = fold(source);
  return (words) =>
    foldedPlaces(folded, fold(words).text.trim())
      .filter(({ from, to }) => !withinWord(folded.text, from) && !withinWord(folded.text, to))
      .map((place) => unfold(folded, place));
}

/** Every place of `words` in `source`; for one quotation. See quoteMatcher. */
export function matchQuote(source: string, words: string): Span[] {
  return quoteMatcher(source)(words);
}
