// findWords: where words stand in a text, with or without their case and their place in a longer word; for find and replace.

export interface FindQuery {
  /** What is looked for, letter by letter: nothing in it has another meaning. Empty: nothing is found. */
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** How a text is read for a query: as it stands, with plain marks, or with plain marks and without its case. */
export type Reading = 'exact' | 'plain' | 'lower';

const WORD = /[\p{L}\p{N}]/u;
/** A letter, digit or mark that goes on a word. */
const PART = /[\p{L}\p{N}\p{M}_]/u;
const TYPOGRAPHIC = /[\u2018\u2019\u201B\u02BC\u201C\u201D\u201F\u00A0\u2007\u2009\u202F\u2010\u2011]/u;

/** Each in place of one code unit, so that positions hold. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201B\u02BC]/gu, "'"],
  [/[\u201C\u201D\u201F]/gu, '"'],
  [/[\u00A0\u2007\u2009\u202F]/gu, ' '],
  [/[\u2010\u2011]/gu, '-'],
];

/**
 * Nobody types the apostrophe, the space or the hyphen that typography puts: so words are found whichever stands there. A
 * query of marks alone is taken exactly, for whoever looks for a straight quotation mark means that one.
 */
export function readingOf(query: FindQuery): Reading {
  if (!WORD.test(query.words)) return 'exact';
  return query.matchCase ? 'plain' : 'lower';
}

/** `text` as `reading` has it; as many code units long as before. */
export function readAs(text: string, reading: Reading): string {
  if (reading === 'exact') return text;
  let plain = text;
  if (TYPOGRAPHIC.test(text)) for (const [mark, instead] of PLAIN) plain = plain.replace(mark, instead);
  if (reading === 'plain') return plain;
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  // A letter that grows when it loses its case (the Turkish İ) keeps it.
  return Array.from(plain, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

function partAt(text: string, index: number): boolean {
  const point = text.codePointAt(index);
  return point !== undefined && PART.test(String.fromCodePoint(point));
}

function partBefore(text: string, index: number): boolean {
  if (index <= 0) return false;
  const unit = text.charCodeAt(index - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff && index > 1;
  return partAt(text, low ? index - 2 : index - 1);
}

/** True when no word goes on over the place `index`. */
function wordEnds(text: string, index: number): boolean {
  return !(partBefore(text, index) && partAt(text, index));
}

/**
 * The places of `query` in a text that was read by `readAs(text, readingOf(query))`: start, end, start, end and so on, in
 * order, none over another.
 */
export function placesIn(read: string, query: FindQuery): readonly number[] {
  const wanted = readAs(query.words, readingOf(query));
  const places: number[] = [];
  if (wanted === '') return places;
  for (let at = read.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length;
    const fits = !query.wholeWords || (wordEnds(read, at) && wordEnds(read, end));
    if (fits) places.push(at, end);
    at = read.indexOf(wanted, fits ? end : at + 1);
  }
  return places;
}

/** The places of `query` in `text`, as `placesIn` gives them. */
export function findWords(text: string, query: FindQuery): readonly number[] {
  return placesIn(readAs(text, readingOf(query)), query);
}
