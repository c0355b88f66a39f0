// Numerals: a number as it is written (figures, words, both, fractions, indefinite plurals) and the value it has.
import { CARDINALS, DENOMINATORS, INDEFINITES, SCALES, SCALE_ABBREVIATIONS, SCALE_LETTERS } from './lexicon/numbers.ts';
import { UNIT_WORDS } from './lexicon/units.ts';
import type { Token } from './tokens.ts';

export type NumeralForm = 'figures' | 'words' | 'fraction' | 'indefinite';

/** A number in tokens `from` (inclusive) to `to` (exclusive). */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Highest value, of an indefinite plural ("dozens"); else equal to `value`. */
  readonly high: number;
  /** The number without its scale: 2.5 of "2.5 billion". */
  readonly unscaled: number;
  /** The factor of the scale; 1 when there is none. */
  readonly scale: number;
  /** Half of this on either side is what rounding may have taken: 1e8 for "2.5 billion". */
  readonly step: number;
  readonly form: NumeralForm;
}

const isHyphen = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.raw === '-' || token.raw === '‑');
const isMinus = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.raw === '-' || token.raw === '−' || token.raw === '–');

/** The product of a decimal text and a power of ten, exact: 2.3 and 6 give 2300000. */
function scaled(decimal: string, power: number): number {
  return power === 0 ? Number(decimal) : Number(`${decimal}e${power}`);
}

/** Value of the last digit written: 0.1 of "2.5", 1 of "25". */
function lastDigit(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 1 : Number(`1e-${decimal.length - point - 1}`);
}

/** Scale words and abbreviations at `i`: the power of ten and where they end. `money` lets single letters count. */
function scaleAt(tokens: readonly Token[], i: number, money: boolean): { readonly power: number; readonly to: number } {
  let power = 0;
  let to = i;
  while (to - i < 6) {
    const hyphen = isHyphen(tokens[to]) && tokens[to]?.gap === false && tokens[to + 1]?.gap === false ? 1 : 0;
    const token = tokens[to + hyphen];
    if (!token || token.kind !== 'word') break;
    const word = SCALES.get(token.lower) ?? SCALE_ABBREVIATIONS.get(token.lower);
    if (word !== undefined) {
      power += word;
      to += hyphen + 1;
      continue;
    }
    if (power === 0 && hyphen === 0 && token.raw.length === 1 && !token.gap && lettersScale(tokens, to, money)) {
      const letter = SCALE_LETTERS.get(token.raw);
      if (letter !== undefined) return { power: letter, to: to + 1 };
    }
    break;
  }
  return { power, to };
}

/**
 * Whether a letter attached to a number is a scale. After a currency it is; else k and K are, and M, B, T and m only
 * before a word that can be counted ("10m people"), since they are units too.
 */
function lettersScale(tokens: readonly Token[], i: number, money: boolean): boolean {
  const letter = tokens[i]?.raw;
  if (money) return true;
  const next = tokens[i + 1];
  const counted = next?.kind === 'word' && next.gap && next.lower.length > 3;
  if (letter === 'k') return true;
  if (letter === 'K') return counted;
  if (letter === 'm') return counted && /s$|^people$/u.test(next.lower);
  return (letter === 'M' || letter === 'B') && counted && next.raw === next.lower;
}

/** Reads figures at `i`, with fraction, scale and "and a half". */
function readFigures(tokens: readonly Token[], i: number, money: boolean): Numeral | null {
  const token = tokens[i];
  if (!token || token.kind !== 'number' || Number.isNaN(token.value)) return null;
  let to = i + 1;
  let decimal = token.decimal;
  let fraction = 0;
  const next = tokens[to];
  if (next?.kind === 'number' && !next.gap && !/^[\d.,]+$/u.test(next.raw)) {
    fraction = next.value;
    to++;
  } else if ((next?.raw === '/' || next?.raw === '⁄') && !next.gap && Number.isInteger(token.value)) {
    const below = tokens[to + 1];
    if (below?.kind === 'number' && !below.gap && Number.isInteger(below.value) && below.value > token.value) {
      const after = tokens[to + 2];
      const measured = after?.kind === 'word' && (after.lower === 'of' || UNIT_WORDS.has(after.lower));
      if (!measured && next.raw === '/') return null;
      const value = token.value / below.value;
      return { from: i, to: to + 2, value, high: value, unscaled: value, scale: 1, step: 0, form: 'fraction' };
    }
    return null;
  } else if (next?.lower === 'and' && tokens[to + 1]?.lower === 'a' && tokens[to + 2]?.lower === 'half') {
    fraction = 0.5;
    to += 3;
  }
  if (fraction > 0) decimal = String(token.value + fraction);
  const scale = scaleAt(tokens, to, money);
  const value = scaled(decimal, scale.power);
  if (!Number.isFinite(value)) return null;
  const factor = scaled('1', scale.power);
  return {
    from: i,
    to: scale.to,
    value,
    high: value,
    unscaled: Number(decimal),
    scale: factor,
    step: lastDigit(decimal) * factor,
    form: 'figures',
  };
}

/** Reads cardinal words at `i`: "twenty-five", "one hundred and five thousand", "two and a half million". */
function readWords(tokens: readonly Token[], i: number): Numeral | null {
  let total = 0;
  let group = 0;
  let to = i;
  let seen = false;
  let scale = 1;
  let pending = 0;
  let lastUnit = Infinity;
  for (let at = i; ;) {
    const token = tokens[at];
    if (!token || token.kind !== 'word' || (token.gap === false && at > i && !isHyphen(tokens[at - 1]))) break;
    const cardinal = CARDINALS.get(token.lower);
    const power = SCALES.get(token.lower);
    if (cardinal !== undefined) {
      // "twenty five" adds, "five twenty" does not.
      if (seen && !(cardinal < lastUnit && (lastUnit >= 100 || (lastUnit >= 20 && cardinal < 10 && cardinal > 0))))
        break;
      group += cardinal;
      lastUnit = cardinal < 10 ? 1 : cardinal < 20 ? 10 : cardinal;
      seen = true;
    } else if (power !== undefined && seen) {
      const factor = 10 ** power;
      if (power === 2) {
        if (group >= 100 || group === 0) break;
        group *= 100;
        lastUnit = 100;
      } else {
        if (scale > 1 && factor >= scale) break;
        total += (group === 0 ? 1 : group) * factor;
        group = 0;
        scale = factor;
        lastUnit = 1000;
      }
    } else break;
    to = at + 1;
    at = to;
    // Links within a number: hyphens, and "and" before a smaller part.
    if (isHyphen(tokens[at]) && tokens[at]?.gap === false && tokens[at + 1]?.gap === false) at++;
    else if (tokens[at]?.lower === 'and' && lastUnit >= 100 && CARDINALS.has(tokens[at + 1]?.lower ?? '')) at++;
    if (tokens[to]?.lower === 'and' && tokens[to + 1]?.lower === 'a') {
      const part = tokens[to + 2]?.lower;
      if (part === 'half' || part === 'quarter') {
        pending = part === 'half' ? 0.5 : 0.25;
        to += 3;
        break;
      }
    }
  }
  if (!seen) return null;
  let value = total + group;
  let step = 1;
  if (pending > 0) {
    const after = scaleAt(tokens, to, false);
    const factor = after.power > 0 ? 10 ** after.power : total > 0 && group === 0 ? scale : 1;
    value = after.power > 0 ? (value + pending) * factor : value + pending * factor;
    to = after.to;
    return {
      from: i,
      to,
      value,
      high: value,
      unscaled: value / factor,
      scale: factor,
      step: factor / 2,
      form: 'words',
    };
  }
  if (group === 0 && scale > 1) step = scale;
  const whole = group === 0 && scale > 1 ? scale : 1;
  return { from: i, to, value, high: value, unscaled: value / whole, scale: whole, step, form: 'words' };
}

/** "a million", "a dozen", "half a million", "two dozen", "half-million". */
function readScaleAlone(tokens: readonly Token[], i: number): Numeral | null {
  const lower = tokens[i]?.lower;
  let at = i;
  let factor = 1;
  if (lower === 'half' || lower === 'quarter') {
    factor = lower === 'half' ? 0.5 : 0.25;
    at++;
    if (isHyphen(tokens[at])) at++;
    if (tokens[at]?.lower === 'of') at++;
    if (tokens[at]?.lower === 'a') at++;
  } else if (lower === 'a') {
    at++;
    const next = tokens[at]?.lower;
    if (next === 'half' || next === 'quarter') {
      const half = readScaleAlone(tokens, at);
      return half ? { ...half, from: i } : null;
    }
  }
  if (at === i) return null;
  const word = tokens[at]?.lower ?? '';
  if (word === 'dozen') {
    const value = 12 * factor;
    return { from: i, to: at + 1, value, high: value, unscaled: factor, scale: 12, step: 12 * factor, form: 'words' };
  }
  if (!SCALES.has(word) || (word === 'hundred' && factor < 1)) return null;
  const scale = scaleAt(tokens, at, false);
  const size = 10 ** scale.power;
  const value = factor * size;
  return { from: i, to: scale.to, value, high: value, unscaled: factor, scale: size, step: value, form: 'words' };
}

/** "dozens", "hundreds of thousands", "tens of millions". */
function readIndefinite(tokens: readonly Token[], i: number): Numeral | null {
  const token = tokens[i];
  let low = INDEFINITES.get(token?.lower ?? '');
  if (low === undefined || !token) return null;
  if (token.lower === 'scores' || token.lower === 'tens') {
    if (tokens[i + 1]?.lower !== 'of') return null;
    if (token.lower === 'tens' && !INDEFINITES.has(tokens[i + 2]?.lower ?? '')) return null;
  }
  // "in the thousands", "hundreds of years": only with what is counted after "of", or alone before a noun.
  let to = i + 1;
  while (tokens[to]?.lower === 'of' && to - i < 5) {
    const next = INDEFINITES.get(tokens[to + 1]?.lower ?? '');
    if (next === undefined) break;
    low *= next;
    to += 2;
  }
  return { from: i, to, value: low, high: low * 10, unscaled: 1, scale: low, step: 0, form: 'indefinite' };
}

/** "two-thirds", "a third of", "three quarters of the", "half of", "half the". */
function readFraction(tokens: readonly Token[], i: number): Numeral | null {
  const token = tokens[i];
  if (!token) return null;
  const fraction = (to: number, value: number): Numeral => ({
    from: i,
    to,
    value,
    high: value,
    unscaled: value,
    scale: 1,
    step: 0,
    form: 'fraction',
  });
  if (token.lower === 'half') {
    const before = tokens[i - 1]?.lower ?? '';
    if (/^(?:first|second|last|other|better|this|next|final|latter|and|that)$/u.test(before)) return null;
    const next = tokens[i + 1]?.lower ?? '';
    if (!/^(?:of|the|its|their|his|her|our|all|those|that|what|these)$/u.test(next)) return null;
    // "half of 2024" is a stretch of a year.
    return next === 'of' && tokens[i + 2]?.kind === 'number' ? null : fraction(i + 1, 0.5);
  }
  const above = token.kind === 'number' ? token.value : token.lower === 'a' ? 1 : CARDINALS.get(token.lower);
  if (above === undefined || !(above >= 1 && above < 100)) return null;
  const hyphen = isHyphen(tokens[i + 1]) ? 1 : 0;
  const part = tokens[i + 1 + hyphen]?.lower ?? '';
  const below = DENOMINATORS.get(part);
  if (below === undefined || above >= below) return null;
  if (above > 1 !== part.endsWith('s')) return null;
  const to = i + 2 + hyphen;
  const next = tokens[to]?.lower;
  // "a third party", "two quarters in a row": a share is of something, or joined by a hyphen.
  const share =
    next === 'of' || next === 'the' || (hyphen === 1 && above > 1) || (above > 1 && part.startsWith('third'));
  if (
    !share ||
    (next === 'of' && part.startsWith('quarter') && above > 1 && hyphen === 0 && !determined(tokens, to + 1))
  )
    return null;
  return fraction(to, above / below);
}

function determined(tokens: readonly Token[], i: number): boolean {
  return /^(?:the|its|their|all|our|those|a|an|his|her)$/u.test(tokens[i]?.lower ?? '');
}

/** The lower-case words that a numeral may begin with. */
export const NUMERAL_STARTS: ReadonlySet<string> = new Set([
  ...CARDINALS.keys(),
  ...INDEFINITES.keys(),
  'a',
  'half',
  'minus',
  'quarter',
]);

/** The numeral that begins at token `i`, the longest reading first. `money`: a currency stands before it. */
export function numeralAt(tokens: readonly Token[], i: number, money: boolean): Numeral | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.kind === 'mark') {
    if (!isMinus(token) || tokens[i + 1]?.gap !== false || !(token.gap || money || tokens[i - 1]?.raw === '('))
      return null;
    // "Virus -12" is a name with a stray space.
    const before = tokens[i - 1];
    if (!money && before?.kind === 'word' && before.raw !== before.lower && token.raw === '-') return null;
    return negative(readFigures(tokens, i + 1, money), i);
  }
  if (token.kind === 'number') return readFraction(tokens, i) ?? withDozen(tokens, readFigures(tokens, i, money));
  if (!NUMERAL_STARTS.has(token.lower)) return null;
  if (token.lower === 'minus') {
    // "plus or minus 4" is a margin, not a negative number.
    if (tokens[i - 1]?.lower === 'or' && tokens[i - 2]?.lower === 'plus') return null;
    const at = isMinus(tokens[i + 1]) && tokens[i + 1]?.gap === false ? i + 2 : i + 1;
    return negative(tokens[at]?.kind === 'number' ? readFigures(tokens, at, money) : readWords(tokens, at), i);
  }
  return (
    readScaleAlone(tokens, i) ??
    readFraction(tokens, i) ??
    withDozen(tokens, readWords(tokens, i)) ??
    readIndefinite(tokens, i)
  );
}

function negative(numeral: Numeral | null, from: number): Numeral | null {
  return numeral && { ...numeral, from, value: -numeral.value, high: -numeral.high, unscaled: -numeral.unscaled };
}

/** "two dozen". */
function withDozen(tokens: readonly Token[], numeral: Numeral | null): Numeral | null {
  if (!numeral || tokens[numeral.to]?.lower !== 'dozen') return numeral;
  const value = numeral.value * 12;
  return { ...numeral, to: numeral.to + 1, value, high: value, scale: 12, step: 12 };
}
