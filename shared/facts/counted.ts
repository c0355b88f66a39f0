// Counted nouns: "40 senior nurses" counts in "senior nurse".
import { IRREGULAR_PLURALS, COMMON_VERBS, FUNCTION_WORDS, NO_PLURALS } from './lexicon/words.ts';
import { UNIT_WORDS } from './lexicon/units.ts';
import { BREAK, type Token } from './tokens.ts';

export interface Counted {
  /** The noun phrase in the singular, as the article spells it. */
  readonly unit: string;
  /** True when the head of the phrase is a unit of measure: "90 walking miles". */
  readonly measured: boolean;
  /** Index after the phrase. */
  readonly to: number;
  /** Index of the first word of the phrase. */
  readonly from: number;
  /** True when the head is a plural noun, which makes the reading sure. */
  readonly plural: boolean;
  /** True when another number stands between: "120 of the 400 workers". The phrase is that number's. */
  readonly apart?: true;
}

/** A phrase longer than this is no longer one that a number counts. */
const LONGEST = 6;

/** The singular of an English plural noun. */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR_PLURALS.get(lower);
  if (irregular !== undefined) return word === lower ? irregular : word.charAt(0) + irregular.slice(1);
  if (lower.endsWith("s'")) return singular(word.slice(0, -1));
  if (NO_PLURALS.has(lower) || lower.length < 3 || !lower.endsWith('s') || lower.endsWith('ss')) return word;
  if (lower.endsWith('ies') && lower.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/u.test(lower)) return word.slice(0, -2);
  if (/(?:oes|uses)$/u.test(lower) && !/(?:houses|causes|clauses|pauses|excuses)$/u.test(lower))
    return word.slice(0, -2);
  if (lower.endsWith('us') || lower.endsWith('is')) return word;
  return word.slice(0, -1);
}

/** True for a word that is, by its form, the plural of a noun. */
export function isPluralNoun(token: Token): boolean {
  const word = token.lower;
  if (IRREGULAR_PLURALS.has(word)) return true;
  return (
    word.length > 2 &&
    word.endsWith('s') &&
    !word.endsWith('ss') &&
    !word.endsWith("'s") &&
    !NO_PLURALS.has(word) &&
    !FUNCTION_WORDS.has(word)
  );
}

/** Words that may stand between number and noun and are no part of the noun phrase. */
const SKIPPED = new Set([
  'more',
  'fewer',
  'other',
  'additional',
  'further',
  'extra',
  'of',
  'the',
  'its',
  'their',
  'our',
]);

/** The noun phrase that a number before token `i` counts. `stop[j]` marks tokens of dates, which end it. */
export function countedAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  value: number,
  stop: Uint8Array,
): Counted | null {
  let from = i;
  if (tokens[from]?.lower === 'of') {
    if (!SKIPPED.has(tokens[from + 1]?.lower ?? '') || tokens[from + 1]?.lower === 'of') {
      const next = tokens[from + 1];
      return next?.kind === 'word' && next.lower !== 'of' ? countedAt(text, tokens, from + 1, value, stop) : null;
    }
    from += 2;
    // "120 of the 400 workers"
    if (tokens[from]?.kind === 'number') {
      const noun = tokens[from + 1]?.lower === 'of' ? null : countedAt(text, tokens, from + 1, value, stop);
      return noun && { ...noun, apart: true };
    }
  } else if (tokens[from]?.kind === 'word' && SKIPPED.has(tokens[from]?.lower ?? '') && tokens[from]?.lower !== 'the') {
    if (/^(?:its|their|our)$/u.test(tokens[from]?.lower ?? '')) return null;
    from++;
  }
  const one = value === 1;
  let head = -1;
  let last = -1;
  let j = from;
  for (; j < tokens.length && j - from < LONGEST; j++) {
    const token = tokens[j] as Token;
    if (stop[j] === 1 || token.raw === BREAK) break;
    if (token.kind === 'mark') {
      const joined = token.raw === '-' && !token.gap && tokens[j + 1]?.gap === false;
      if (joined) continue;
      break;
    }
    // "two new 350 trams": what is counted has a number for its name.
    if (token.kind === 'number') {
      last = -1;
      break;
    }
    const hyphenated = tokens[j + 1]?.raw === '-' && tokens[j + 1]?.gap === false && tokens[j + 2]?.gap === false;
    const afterHyphen = tokens[j - 1]?.raw === '-' && j > from;
    const word = token.lower;
    if (!hyphenated && !afterHyphen) {
      if (FUNCTION_WORDS.has(word)) break;
      if (COMMON_VERBS.has(word) && !(word.endsWith('s') && (j === from || !one))) break;
      if (word.endsWith('ly') && word.length > 4 && word !== 'family' && word !== 'monthly' && word !== 'daily') break;
      if (one && j > from && /[^s']s$/u.test(word) && !NO_PLURALS.has(word)) break;
    }
    last = j;
    if (!one && !hyphenated && isPluralNoun(token)) {
      head = j;
      const next = tokens[j + 1];
      const goesOn =
        next?.kind === 'word' &&
        stop[j + 1] !== 1 &&
        isPluralNoun(next) &&
        !COMMON_VERBS.has(next.lower) &&
        next.raw === next.lower;
      if (!goesOn) break;
    }
  }
  const plural = head >= 0;
  if (head < 0) {
    if (last < 0 || j - from >= LONGEST || last - from > 3) return null;
    if (tokens[last]?.raw === '-') return null;
    if (last === from && /(?:ed|ing)$/u.test((tokens[last] as Token).lower)) return null;
    if (!one) {
      // No plural before the phrase ends: an attributive count ("an 11 member pact"), all in lower case.
      for (let k = from; k <= last; k++) {
        const token = tokens[k] as Token;
        if (token.kind === 'word' && (token.raw !== token.lower || /(?:ed|ing|[^s]s)$/u.test(token.lower))) return null;
      }
    }
    head = last;
  }
  const noun = tokens[head] as Token;
  const first = tokens[from] as Token;
  const measure = UNIT_WORDS.get(noun.lower);
  if (measure !== undefined && head > from) return { unit: measure, measured: true, from, to: head + 1, plural };
  const lead = text.slice(first.start, noun.start).replace(/\s+/gu, ' ');
  return { unit: lead + singular(noun.raw), measured: false, from, to: head + 1, plural };
}
