// Random edits of quotations: one-word mutations that must be caught, and edits of conventions.md 3.9 that must not.
import type { OwnQuotation } from './ownQuotations.ts';

/** A small generator of numbers from 0 up to 1 (mulberry32), so that a run is the same every time. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const MUTATIONS = ['swap', 'change', 'drop', 'add', 'negate', 'number'] as const;
export type Mutation = (typeof MUTATIONS)[number];

const OTHER_WORDS = 'harbour always quickly seven winter rather their small nearly council under paper blue his'.split(
  ' ',
);
const NUMBERS = 'two three four five six seven eight nine eleven twenty forty hundred'.split(' ');
const AUXILIARIES = /^(?:will|can|could|may|might|must|should|would|is|are|was|were|has|have|had|does|do)$/iu;

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** The letters of a word, without what stands about it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** `text` after one mutation of a word; null where there is nothing for it to change. */
export function mutated(text: string, how: Mutation, random: () => number): string | null {
  const words = text.split(' ');
  const at = Math.floor(random() * words.length);
  const word = words[at] as string;
  const put = (at: number, ...instead: readonly string[]): string => words.toSpliced(at, 1, ...instead).join(' ');
  switch (how) {
    case 'swap': {
      const next = words[at + 1];
      if (next === undefined || next === word) return null;
      return words.toSpliced(at, 2, next, word).join(' ');
    }
    case 'change': {
      const other = pick(OTHER_WORDS, random);
      return bare(word) === '' || bare(word) === other ? null : put(at, word.replace(bare(word), other));
    }
    case 'drop':
      return bare(word) === '' ? null : words.toSpliced(at, 1).join(' ');
    case 'add':
      return put(at, pick(OTHER_WORDS, random), word);
    case 'negate': {
      const places = words.flatMap((one, i) =>
        /^(?:not|no|never|nobody|neither|hardly)$/iu.test(bare(one)) ||
        /n’t$/u.test(bare(one)) ||
        AUXILIARIES.test(bare(one))
          ? [i]
          : [],
      );
      if (places.length === 0) return null;
      const place = pick(places, random);
      const chosen = words[place] as string;
      if (/n’t$/u.test(bare(chosen))) return put(place, chosen.replace(/n’t/u, ''));
      if (AUXILIARIES.test(bare(chosen)))
        return random() < 0.5
          ? put(place, chosen, 'not')
          : put(place, chosen.replace(bare(chosen), `${bare(chosen)}n’t`));
      return words.toSpliced(place, 1).join(' ');
    }
    case 'number': {
      const places = words.flatMap((one, i) =>
        /\d/u.test(one) || NUMBERS.includes(bare(one).toLowerCase()) ? [i] : [],
      );
      if (places.length === 0) return null;
      const place = pick(places, random);
      const chosen = words[place] as string;
      const digits = [...chosen.matchAll(/\d/gu)];
      if (digits.length === 0) {
        const other = pick(
          NUMBERS.filter((one) => one !== bare(chosen).toLowerCase()),
          random,
        );
        return put(place, chosen.replace(bare(chosen), other));
      }
      const digit = pick(digits, random);
      const changed = (Number(digit[0]) + 1 + Math.floor(random() * 9)) % 10;
      return put(place, chosen.slice(0, digit.index) + String(changed) + chosen.slice(digit.index + 1));
    }
  }
}

const MARKS = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['‹', '›'],
  ['', ''],
] as const;
const ELLIPSES = ['…', '...', '. . .', '[…]', '[...]'];
const INSERTIONS = ['[sic]', '[the town]', '[in the valley]', '[he said]', '[emphasis added]', '[our own]'];

function typography(text: string, random: () => number): string {
  return text
    .replaceAll(/[ ’‘“”—-]/gu, (char) => {
      if (random() < 0.6) return char;
      if (char === ' ') return pick(['\u00a0', '  ', '\u2009', '\u202f', ' \n'], random);
      if (char === '’') return pick(["'", '‛', 'ʼ'], random);
      if (char === '—') return pick(['–', '--', '―'], random);
      if (char === '-') return pick(['‑', '‐'], random);
      return char;
    })
    .replaceAll(/“([^”]*)”/gu, (whole, inner: string) => {
      const [open, close] = pick(MARKS.slice(0, 4), random);
      return random() < 0.5 ? whole : `${open}${inner}${close}`;
    });
}

/** `quotation` after several allowed edits: none of them changes a word that may change the sense. */
export function allowedEdit({ text, spare }: OwnQuotation, random: () => number): string {
  let out = text;
  // From the end, so that the places before stay where they are.
  for (const { start, end } of spare.toReversed()) {
    if (random() < 0.5) out = `${out.slice(0, start)}${pick(ELLIPSES, random)}${out.slice(end)}`;
  }
  if (random() < 0.5) {
    const places = [...out.matchAll(/(?<=\p{L}) /gu)].map(({ index }) => index);
    const at = pick(places, random);
    out = `${out.slice(0, at)} ${pick(INSERTIONS, random)}${out.slice(at)}`;
  }
  if (random() < 0.5) {
    out = out.replace(/(?<=^|[.!?] )(\p{L})(?=\p{Ll})/u, (letter) =>
      letter === letter.toUpperCase() ? `[${letter.toLowerCase()}]` : `[${letter.toUpperCase()}]`,
    );
  }
  out = typography(out, random);
  const stop = random();
  if (/[^.\s]\.$/u.test(out) && stop < 0.5) out = `${out.slice(0, -1)}${stop < 0.25 ? ',' : ''}`;
  const [open, close] = pick(MARKS, random);
  return random() < 0.3 && /[^.\s][.,]$/u.test(out)
    ? `${open}${out.slice(0, -1)}${close}${out.slice(-1)}`
    : `${open}${out}${close}`;
}
