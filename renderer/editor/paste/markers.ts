// What the bullet or number of a pasted list's item says: whether its list is counted, and from where.
export interface Marker {
  readonly ordered: boolean;
  /** The item's own number; 1 for a bullet. */
  readonly value: number;
  /** True for letters and Roman numerals. */
  readonly lettered: boolean;
}

const BULLET: Marker = { ordered: false, value: 1, lettered: false };
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral in small letters; null for letters that are none. */
function romanValue(letters: string): number | null {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u.test(letters)) return null;
  let sum = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = ROMAN[letters.charAt(i)] ?? 0;
    sum += value < (ROMAN[letters.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

/** a = 1, z = 26, aa = 27: Word repeats the letter. */
function letterValue(letters: string): number | null {
  const first = letters.charAt(0);
  if (letters.length > 3 || [...letters].some((letter) => letter !== first)) return null;
  return (letters.length - 1) * 26 + first.charCodeAt(0) - 96;
}

/**
 * Reads "·", "3.", "1.2.3", "(c)", "iv)". `next`, the marker of the item after it in the list, tells a Roman "i" from a
 * ninth letter. A letter alone, without a full stop or bracket, is a bullet: Word's round one is an "o".
 */
export function readMarker(marker: string, next = ''): Marker {
  const body = /^[([]?([\p{L}\p{N}.]*?)[.)\]:]*$/u.exec(marker)?.[1] ?? '';
  const last = body.slice(body.lastIndexOf('.') + 1).toLowerCase();
  if (/^\d{1,6}$/u.test(last)) return { ordered: true, value: Number(last), lettered: false };
  const bare = marker.length === body.length;
  if (bare || !/^[a-z]{1,7}$/u.test(last)) return BULLET;
  const roman = romanValue(last);
  const letter = letterValue(last);
  if (roman === null && letter === null) return BULLET;
  if (roman !== null && letter !== null) {
    const after = next === '' ? '' : next.replace(/[^\p{L}]/gu, '').toLowerCase();
    const byLetters =
      last !== 'i' && letterValue(after) !== letter + 1
        ? romanValue(after) !== roman + 1
        : letterValue(after) === letter + 1;
    return { ordered: true, value: byLetters ? letter : roman, lettered: true };
  }
  return { ordered: true, value: roman ?? letter ?? 1, lettered: true };
}
