// Multiples and ratios: "threefold", "three times", "doubled", "half as many", "one in five".
import { CARDINALS, MULTIPLE_VERBS, MULTIPLE_WORDS } from './lexicon/numbers.ts';
import { CHANGE_NOUNS, DOWN_WORDS, UP_WORDS } from './lexicon/words.ts';
import type { FigureKind } from './fact.ts';
import type { Numeral } from './numerals.ts';
import { BREAK, type Token } from './tokens.ts';

export interface MultipleHit {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string | null;
  readonly kind: FigureKind;
  /** Half of this on either side is what rounding may have taken. */
  readonly step: number;
}

/** How far back a verb of growth may stand before "three times". */
const REACH = 12;

/** True when a verb or noun of change stands before `i` in the same clause or so. */
function changesBefore(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j >= i - REACH; j--) {
    const token = tokens[j] as Token;
    if (token.raw === BREAK || (token.kind === 'mark' && /[.;:!?]/u.test(token.raw))) return false;
    if (token.kind === 'word' && (UP_WORDS.has(token.lower) || DOWN_WORDS.has(token.lower)) && token.lower !== 'up')
      return true;
  }
  return false;
}

/** A multiple that is one word, or "half as": at a token that is no numeral. */
export function multipleWordAt(tokens: readonly Token[], i: number): MultipleHit | null {
  const token = tokens[i];
  if (!token || token.kind !== 'word') return null;
  const hit = (value: number, to = i + 1): MultipleHit => ({
    from: i,
    to,
    value,
    unit: 'times',
    kind: 'multiple',
    step: 0,
  });
  const next = tokens[i + 1]?.lower ?? '';
  const verb = MULTIPLE_VERBS.get(token.lower);
  if (verb !== undefined) return /^(?:as|up|down|over|-)$/u.test(next) ? null : hit(verb);
  const fold = /^([a-z]+)fold$/u.exec(token.lower)?.[1];
  if (fold !== undefined) {
    const value = CARDINALS.get(fold) ?? (fold === 'hundred' ? 100 : undefined);
    return value === undefined || value < 2 ? null : hit(value);
  }
  if (token.lower === 'half' && next === 'as') return hit(0.5, i + 2);
  const word = MULTIPLE_WORDS.get(token.lower);
  if (word === undefined) return null;
  const before = tokens[i - 1]?.lower ?? '';
  if (token.lower === 'twice' || token.lower === 'thrice') {
    if (next === 'as' && tokens[i + 2]?.raw !== tokens[i + 2]?.lower) return null;
    return /^(?:as|the|its|that|their|his|her|what|this)$/u.test(next) || before === 'than' ? hit(word) : null;
  }
  // "double-digit", "double bed": beside a thing compared only.
  if (tokens[i + 1]?.raw === '-') return null;
  const compared = /^(?:the|its|that|their|what|this|last|previous|in|by|from|over)$/u.test(next);
  const led = /^(?:than|to|nearly|almost|about|roughly|would|will|could|may|over|around)$/u.test(before);
  return compared || (led && (next === '' || tokens[i + 1]?.kind === 'mark')) ? hit(word) : null;
}

/** "N times", "N-fold" after a numeral; a number of occasions ("three times a week") is a count of times. */
export function multipleAfter(tokens: readonly Token[], numeral: Numeral): MultipleHit | null {
  let at = numeral.to;
  if (tokens[at]?.raw === '-' && !tokens[at]?.gap) at++;
  const token = tokens[at];
  if (!token) return null;
  const of = (to: number, kind: FigureKind, unit: string): MultipleHit => ({
    from: numeral.from,
    to,
    value: numeral.value,
    unit,
    kind,
    step: numeral.step,
  });
  if (token.lower === 'fold') return of(at + 1, 'multiple', 'times');
  if ((token.lower === 'x' || token.raw === '×') && !token.gap && tokens[at + 1]?.kind !== 'number') {
    return of(at + 1, 'multiple', 'times');
  }
  if (token.lower !== 'times' && token.lower !== 'time') return null;
  const next = tokens[at + 1]?.lower ?? '';
  if (token.lower === 'time') return numeral.value === 1 || at > numeral.to ? null : of(at + 1, 'multiple', 'times');
  const compared =
    /^(?:as|the|more|higher|larger|greater|bigger|lower|less|fewer|smaller|that|its|their|what|faster|earnings|sales|revenue|book)$/u;
  if (compared.test(next)) return of(at + 1, 'multiple', 'times');
  if (!Number.isInteger(numeral.value)) return of(at + 1, 'multiple', 'times');
  if (changesBefore(tokens, numeral.from) || CHANGE_NOUNS.has(next)) return of(at + 1, 'multiple', 'times');
  return of(at + 1, 'count', 'time');
}

/** "one in five", "two out of three", "9 of every 10" after the first numeral; `read` reads the second. */
export function ratioAfter(
  tokens: readonly Token[],
  first: Numeral,
  read: (i: number) => Numeral | null,
): MultipleHit | null {
  const link = tokens[first.to]?.lower;
  let at = first.to + 1;
  if (link === 'out') {
    if (tokens[at]?.lower !== 'of') return null;
    at++;
  } else if (link !== 'in' && link !== 'of') return null;
  const every = tokens[at]?.lower === 'every';
  if (every) at++;
  // "nine of 10 farmers" is said of farmers in general, "nine of 12" of twelve.
  else if (link === 'of' && !/^(?:10|100|ten|hundred)$/u.test(tokens[at]?.lower ?? '')) return null;
  const second = read(at);
  if (!second || second.form === 'indefinite' || second.form === 'fraction') return null;
  const whole = Number.isInteger(first.value) && Number.isInteger(second.value) && first.value >= 1;
  if (!whole || first.value >= second.value || second.value > 1e7) return null;
  // "120 out of 400 workers" are two counts.
  if (first.value > 20 && second.value % 100 !== 0) return null;
  if (link === 'out' && first.value > 20 && first.form === 'figures' && second.value !== 100) return null;
  if (link === 'in' && !every && (second.value > 100 || first.value > 20) && second.value % 10 !== 0) return null;
  // "won 3 in 2 hours", "one in 5 km": a unit makes it no ratio.
  const next = tokens[second.to];
  if (
    next?.raw === '%' ||
    /^(?:percent|minutes?|hours?|days?|weeks?|months?|years?|seconds?|km|miles?)$/u.test(next?.lower ?? '')
  )
    return null;
  return { from: first.from, to: second.to, value: first.value / second.value, unit: null, kind: 'ratio', step: 0 };
}
