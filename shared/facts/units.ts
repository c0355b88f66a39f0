// Units: what stands before or after a numeral and says what it counts in (currency, percent, measure, rate).
import {
  CODES,
  CURRENCY_FIRST_WORDS,
  CURRENCY_NAMES,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  DOLLAR_SUFFIXES,
  SUBUNIT_WORDS,
  SYMBOLS,
  SYMBOL_CHARACTERS,
} from './lexicon/currencies.ts';
import {
  DURATIONS,
  RATE_BASES,
  SPACED_UNIT_LETTERS,
  UNIT_FIRST_WORDS,
  UNIT_LETTERS,
  UNIT_SYMBOLS,
  UNIT_WORDS,
} from './lexicon/units.ts';
import type { FigureKind } from './fact.ts';
import { singular } from './counted.ts';
import type { Numeral } from './numerals.ts';
import { BREAK, type Token } from './tokens.ts';

export interface UnitHit {
  /** ISO 4217 code for money, else the singular English name. */
  readonly unit: string;
  readonly kind: FigureKind;
  /** Index after the unit. */
  readonly to: number;
}

const isHyphen = (token: Token | undefined): boolean => token?.raw === '-' || token?.raw === '‑';

/** A currency before a number: "$", "US$", "US $", "$US", "C$", "USD", "Rs.", "RM". `to`: where the number begins. */
export function currencyBefore(
  tokens: readonly Token[],
  i: number,
): { readonly code: string; readonly to: number } | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.kind === 'mark') {
    if (!SYMBOL_CHARACTERS.has(token.raw)) return null;
    const next = tokens[i + 1];
    if (token.raw === '$' && next?.kind === 'word' && !next.gap) {
      const code = DOLLAR_SUFFIXES.get(next.raw);
      return code === undefined ? null : numberAfter(tokens, i + 2, code);
    }
    return numberAfter(tokens, i + 1, SYMBOLS.get(token.raw));
  }
  if (token.kind !== 'word' || token.raw === token.lower) return null;
  const next = tokens[i + 1];
  const symbol = next?.kind === 'mark' && SYMBOL_CHARACTERS.has(next.raw) ? next.raw : '';
  if (symbol === '$') {
    const code = next?.gap && token.raw.length < 2 ? undefined : DOLLAR_PREFIXES.get(token.raw);
    return code === undefined ? null : numberAfter(tokens, i + 2, code);
  }
  if (symbol !== '' && !next?.gap) {
    const code = SYMBOLS.get(token.raw + symbol);
    return code === undefined ? null : numberAfter(tokens, i + 2, code);
  }
  if (token.raw === 'Y' && next?.raw === '=' && !next.gap) return numberAfter(tokens, i + 2, 'JPY');
  if (CODES.has(token.raw)) return numberAfter(tokens, i + 1, token.raw);
  const joined = /^([A-Z]{2,3})(?=\d)/u.exec(token.raw);
  if (joined) return null;
  const code = SYMBOLS.get(token.raw);
  if (code === undefined) return null;
  const stop = next?.raw === '.' && !next.gap ? 1 : 0;
  return numberAfter(tokens, i + 1 + stop, code);
}

function numberAfter(
  tokens: readonly Token[],
  i: number,
  code: string | undefined,
): { readonly code: string; readonly to: number } | null {
  if (code === undefined) return null;
  const token = tokens[i];
  if (token?.kind === 'number') return { code, to: i };
  if ((token?.raw === '-' || token?.raw === '−') && tokens[i + 1]?.kind === 'number') return { code, to: i };
  return null;
}

/** Words that are currencies only beside a large amount: "5 won" is a result, "5 million won" is money. */
const DOUBTFUL_CURRENCIES = new Set([
  'won',
  'real',
  'dong',
  'rand',
  'lei',
  'lev',
  'birr',
  'buck',
  'quid',
  'sterling',
  'cfa',
]);

function currencyAfter(tokens: readonly Token[], i: number, numeral: Numeral, sterling: boolean): UnitHit | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.kind === 'mark') {
    if (!SYMBOL_CHARACTERS.has(token.raw) || token.gap) return null;
    // "5 $10 notes": the sign belongs to the number that follows it.
    if (tokens[i + 1]?.kind === 'number' && tokens[i + 1]?.gap === false) return null;
    return { unit: SYMBOLS.get(token.raw) ?? 'USD', kind: 'money', to: i + 1 };
  }
  if (CODES.has(token.raw)) {
    // "5 million EUR 3": the code belongs to the number before it unless one follows at once.
    return tokens[i + 1]?.kind === 'number' && token.gap ? null : { unit: token.raw, kind: 'money', to: i + 1 };
  }
  if (token.raw === 'p' && tokens[i + 1]?.raw !== '.') return { unit: 'penny', kind: 'money', to: i + 1 };
  if (token.raw === 'kn' || token.raw === 'RM' || token.raw === 'RMB') {
    return { unit: SYMBOLS.get(token.raw) ?? token.raw, kind: 'money', to: i + 1 };
  }
  const part = SUBUNIT_WORDS.get(token.lower);
  if (part !== undefined) return { unit: part, kind: 'money', to: i + 1 };
  if (token.lower === 'pound' || token.lower === 'pounds') {
    const next = tokens[i + 1];
    if (next?.lower === 'sterling') return { unit: 'GBP', kind: 'money', to: i + 2 };
    if (/^(?:feet|foot|per|force)$/u.test(tokens[isHyphen(next) ? i + 2 : i + 1]?.lower ?? '')) return null;
    const money = numeral.scale >= 1e6 || sterling;
    return money ? { unit: 'GBP', kind: 'money', to: i + 1 } : { unit: 'pound-mass', kind: 'quantity', to: i + 1 };
  }
  if (!CURRENCY_FIRST_WORDS.has(token.lower)) return null;
  for (let n = 3; n >= 1; n--) {
    const last = tokens[i + n - 1];
    if (!last || last.kind !== 'word') continue;
    const words = n === 1 ? token.lower : joinWords(tokens, i, n);
    const code = words === null ? undefined : CURRENCY_WORDS.get(words);
    if (code === undefined) continue;
    const bare = words?.endsWith('s') === true ? words.slice(0, -1) : (words ?? '');
    if (n === 1 && (DOUBTFUL_CURRENCIES.has(words ?? '') || DOUBTFUL_CURRENCIES.has(bare))) {
      if (numeral.scale < 1e3 && Math.abs(numeral.value) < 1000) return null;
    }
    return { unit: code, kind: 'money', to: i + n };
  }
  return null;
}

/** `n` words from `i`, one space between; null when a mark stands among them. */
function joinWords(tokens: readonly Token[], i: number, n: number): string | null {
  let words = '';
  for (let k = i; k < i + n; k++) {
    const token = tokens[k];
    if (!token || token.kind !== 'word') return null;
    words += (k > i ? ' ' : '') + token.lower;
  }
  return words;
}

function percentAt(tokens: readonly Token[], i: number): UnitHit | null {
  const token = tokens[i];
  if (!token) return null;
  const percent = (to: number): UnitHit => ({ unit: 'percentage', kind: 'percent', to });
  const next = tokens[i + 1]?.lower;
  if (token.raw === '%' || token.raw === '％' || token.raw === '٪') {
    if (next === 'point' || next === 'points') return { unit: 'percentage point', kind: 'percent', to: i + 2 };
    return percent(i + 1);
  }
  switch (token.lower) {
    case 'percent':
    case 'pct':
    case 'percents':
      return percent(i + 1);
    case 'per':
      return next === 'cent' ? percent(i + 2) : null;
    case 'pc':
      return token.gap ? null : percent(i + 1);
    case 'percentage': {
      const at = isHyphen(tokens[i + 1]) ? i + 2 : i + 1;
      return /^points?$/u.test(tokens[at]?.lower ?? '')
        ? { unit: 'percentage point', kind: 'percent', to: at + 1 }
        : null;
    }
    case 'pp':
    case 'ppt':
    case 'ppts':
      return { unit: 'percentage point', kind: 'percent', to: i + 1 };
    case 'basis': {
      const at = isHyphen(tokens[i + 1]) ? i + 2 : i + 1;
      return /^points?$/u.test(tokens[at]?.lower ?? '') ? { unit: 'basis point', kind: 'percent', to: at + 1 } : null;
    }
    case 'bp':
    case 'bps':
      return { unit: 'basis point', kind: 'percent', to: i + 1 };
    default:
      return null;
  }
}

function quantity(unit: string, to: number): UnitHit {
  return { unit, kind: DURATIONS.has(unit) ? 'duration' : 'quantity', to };
}

/** A unit of measure at `i`, by symbol or by words; `attached`: no space between it and the number. */
function measureAt(tokens: readonly Token[], i: number, attached: boolean): UnitHit | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.kind === 'mark' && !/[°º″]/u.test(token.raw)) return null;
  // Symbols of several tokens: km/h, A/cm2, lb-ft, °C.
  let symbol = token.raw;
  let best: UnitHit | null =
    UNIT_SYMBOLS.has(symbol) && fits(token, attached) ? quantity(UNIT_SYMBOLS.get(symbol) ?? '', i + 1) : null;
  if (token.raw.length <= 4) {
    for (let n = 1; n < 4; n++) {
      const part = tokens[i + n];
      if (!part || part.raw === BREAK || part.gap || (part.kind === 'mark' && !/[/°-]/u.test(part.raw))) break;
      symbol += part.raw;
      const name = UNIT_SYMBOLS.get(symbol);
      if (name !== undefined) best = quantity(name, i + n + 1);
    }
    // "° C", "º C"
    if (/[°º]/u.test(token.raw) && /^[CF]$/u.test(tokens[i + 1]?.raw ?? '')) {
      best = quantity(tokens[i + 1]?.raw === 'C' ? 'celsius' : 'fahrenheit', i + 2);
    }
  }
  if (token.kind !== 'word') return best;
  const longest = UNIT_FIRST_WORDS.get(token.lower);
  if (longest !== undefined) {
    const hit = unitWords(tokens, i, longest);
    if (hit && (best === null || hit.to > best.to)) return hit;
  }
  if (best) return best;
  if (token.raw.length === 1 && (attached || SPACED_UNIT_LETTERS.has(token.raw))) {
    const name = UNIT_LETTERS.get(token.raw);
    if (name === undefined) return null;
    // "5 C": an initial or a grade when a name goes on.
    const next = tokens[i + 1];
    if (!attached && next?.kind === 'word' && next.raw !== next.lower && !/^[A-Z]{2,}$/u.test(next.raw)) return null;
    if (!attached && next?.raw === '.' && !next.gap && tokens[i + 2]?.kind === 'word') return null;
    return quantity(name, i + 1);
  }
  return null;
}

/** Symbols that are also words or abbreviations count only when attached to their number. */
const ATTACHED_ONLY = new Set(['MP', 'PS', 'h', 'cal', 'ns', 'ms', 'mm']);

function fits(token: Token, attached: boolean): boolean {
  return attached || !ATTACHED_ONLY.has(token.raw) || token.raw === 'PS' || token.raw === 'mm' || token.raw === 'ms';
}

function unitWords(tokens: readonly Token[], i: number, longest: number): UnitHit | null {
  let words = '';
  let hit: UnitHit | null = null;
  let at = i;
  for (let n = 0; n < longest; n++) {
    const token = tokens[at];
    if (!token || token.kind !== 'word') break;
    const joint = n === 0 ? '' : isHyphen(tokens[at - 1]) ? '-' : ' ';
    const spaced: string = words + (n === 0 ? '' : ' ') + token.lower;
    const name = UNIT_WORDS.get(words + joint + token.lower) ?? UNIT_WORDS.get(spaced);
    words = spaced;
    at++;
    if (name !== undefined) hit = quantity(name, at);
    if (isHyphen(tokens[at]) && tokens[at]?.gap === false && tokens[at + 1]?.gap === false) at++;
  }
  // "five second-hand cars", "two foot soldiers"
  if (hit && isHyphen(tokens[hit.to]) && tokens[hit.to]?.gap === false && tokens[i]?.lower === 'second') return null;
  return hit;
}

/** "year-old", "years old", "years of age" after a number; `i` is at the unit. */
function ageAt(tokens: readonly Token[], i: number): UnitHit | null {
  const unit = /^(year|month|week|day)s?$/u.exec(tokens[i]?.lower ?? '')?.[1];
  if (unit === undefined) return null;
  let at = i + 1;
  if (isHyphen(tokens[at])) at++;
  if (tokens[at]?.lower === 'old' || tokens[at]?.lower === 'olds') return quantity(`${unit} of age`, at + 1);
  if (tokens[at]?.lower === 'of' && tokens[at + 1]?.lower === 'age') return quantity(`${unit} of age`, at + 2);
  return null;
}

/** "per barrel", "a month", "-a-day", "/share" after a unit; null when there is none. */
function rateAfter(
  text: string,
  tokens: readonly Token[],
  i: number,
): { readonly base: string; readonly to: number } | null {
  let at = i;
  if (isHyphen(tokens[at]) && tokens[at]?.gap === false) at++;
  const link = tokens[at];
  if (!link) return null;
  let base = at + 1;
  if (isHyphen(tokens[base]) && tokens[base]?.gap === false) base++;
  const token = tokens[base];
  if (link.lower === 'per') {
    if (!token || token.lower === 'cent') return null;
    if (token.kind === 'number') {
      const noun = tokens[base + 1];
      if (noun?.kind !== 'word') return null;
      return { base: text.slice(token.start, noun.end).replace(/\s+/gu, ' '), to: base + 2 };
    }
    if (token.kind !== 'word') return null;
    const measure = measureAt(tokens, base, false);
    if (measure) return { base: measure.unit, to: measure.to };
    return { base: singular(token.lower), to: base + 1 };
  }
  if ((link.lower === 'a' || link.lower === 'an') && token?.kind === 'word') {
    const measure = measureAt(tokens, base, false);
    if (measure && (RATE_BASES.has(token.lower) || measure.to > base + 1))
      return { base: measure.unit, to: measure.to };
    return RATE_BASES.has(token.lower) ? { base: token.lower, to: base + 1 } : null;
  }
  if (link.raw === '/' && !link.gap && token?.kind === 'word' && !token.gap) {
    const measure = measureAt(tokens, base, true);
    if (measure) return { base: measure.unit, to: measure.to };
    return RATE_BASES.has(token.lower) ? { base: token.lower, to: base + 1 } : null;
  }
  return null;
}

/** Adds a rate to `hit` when one follows. */
export function withRate(text: string, tokens: readonly Token[], hit: UnitHit, dated: Uint8Array): UnitHit {
  if (hit.kind === 'percent' || hit.kind === 'duration') {
    if (tokens[hit.to]?.lower !== 'per') return hit;
  }
  const rate = rateAfter(text, tokens, hit.to);
  // "$5 million a year earlier" is no rate.
  if (!rate || dated[rate.to - 1] === 1) return hit;
  const name = hit.kind === 'money' ? (CURRENCY_NAMES.get(hit.unit) ?? hit.unit) : hit.unit;
  return { unit: `${name} per ${rate.base}`, kind: 'rate', to: rate.to };
}

/** The unit at `i`, right after `numeral`; counted nouns are read elsewhere. `sterling`: bare "pounds" are money here. */
export function unitAfter(tokens: readonly Token[], i: number, numeral: Numeral, sterling: boolean): UnitHit | null {
  const token = tokens[i];
  if (!token || token.raw === BREAK) return null;
  const hyphen = isHyphen(token) && !token.gap && tokens[i + 1]?.gap === false;
  const at = hyphen ? i + 1 : i;
  const attached = !hyphen && !token.gap;
  const unit =
    percentAt(tokens, at) ??
    currencyAfter(tokens, at, numeral, sterling) ??
    ageAt(tokens, at) ??
    measureAt(tokens, at, attached);
  return unit;
}
