// Palette matching: by word starts first, then by letters in order; with the letters that fit, to be drawn.

export interface Match {
  /** Lower is better. */
  readonly rank: number;
  /** Half-open ranges of the text that fit, in order. */
  readonly ranges: readonly (readonly [number, number])[];
}

const LETTER = /[\p{L}\p{N}]/u;

/** Starts of the words of `text`. */
function wordStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (LETTER.test(text[at] ?? '') && (at === 0 || !LETTER.test(text[at - 1] ?? ''))) starts.push(at);
  }
  return starts;
}

/** Each word of the query at the start of a word of the text, in any order. */
function byWordStarts(text: string, words: readonly string[]): Match | null {
  const starts = wordStarts(text);
  const ranges: [number, number][] = [];
  let rank = 0;
  for (const word of words) {
    const at = starts.find(
      (start) => text.startsWith(word, start) && !ranges.some(([from, to]) => start < to && from < start + word.length),
    );
    if (at === undefined) return null;
    rank += at;
    ranges.push([at, at + word.length]);
  }
  return { rank, ranges: ranges.sort((a, b) => a[0] - b[0]) };
}

/** The letters of the query in their order, anywhere. */
function byLetters(text: string, letters: string): Match | null {
  const ranges: [number, number][] = [];
  let at = 0;
  let spread = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return null;
    const last = ranges[ranges.length - 1];
    if (last && last[1] === found) last[1] = found + letter.length;
    else {
      spread += found - at;
      ranges.push([found, found + letter.length]);
    }
    at = found + letter.length;
  }
  return { rank: 10_000 + spread + 100 * ranges.length, ranges };
}

/**
 * How `query` fits `text`; null when it does not. An empty query fits everything. `strict`: by word starts only, for long texts,
 * where some letters in order would fit anything.
 */
export function matchWords(query: string, text: string, strict = false): Match | null {
  const words = query.toLowerCase().split(' ').filter(Boolean);
  if (words.length === 0) return { rank: 0, ranges: [] };
  const low = text.toLowerCase();
  // A letter whose lower case is longer would shift the ranges: then only the whole text is compared.
  if (low.length !== text.length) return low.includes(words.join(' ')) ? { rank: 0, ranges: [] } : null;
  return byWordStarts(low, words) ?? (strict ? null : byLetters(low, words.join('')));
}
