// claimPlaces: where the words of a contradicted claim stand again in a text.
import { fold } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** The form in which words are compared: folded, lower case. */
export function claimKey(text: string): string {
  return fold(text).text.trim().toLowerCase();
}

/** Every place of `key` (from `claimKey`) in `text`, whole words only. */
export function claimPlaces(text: string, key: string): Span[] {
  const folded = fold(text);
  const lower = folded.text.toLowerCase();
  const places: Span[] = [];
  // A letter that changes its length with its case would shift the map back; such a text is left alone.
  if (key === '' || lower.length !== folded.text.length) return places;
  for (let at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + key.length)) {
    const to = at + key.length;
    if (WORD_CHARACTER.test(lower.charAt(at - 1)) || WORD_CHARACTER.test(lower.charAt(to))) continue;
    places.push({ start: folded.offsets[at] ?? 0, end: folded.ends[to - 1] ?? text.length });
  }
  return places;
}
