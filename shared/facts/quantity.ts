// Quantity: one number with its unit, read at a token; and what only looks like one (labels, names, phones, addresses).
import type { FigureKind } from './fact.ts';
import { currencyBefore, unitAfter, withRate, type UnitHit } from './units.ts';
import { DOLLAR_SUFFIXES } from './lexicon/currencies.ts';
import { MONTHS, WEEKDAYS } from './lexicon/months.ts';
import { COMMON_VERBS, FUNCTION_WORDS, LABELS, STREETS } from './lexicon/words.ts';
import { multipleAfter } from './multiples.ts';
import { numeralAt, type Numeral } from './numerals.ts';
import { BREAK, type Token } from './tokens.ts';

/** A number with what stands at it, in tokens `from` to `to`; the counted noun is not yet read. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly numeral: Numeral;
  readonly value: number;
  readonly high: number;
  readonly step: number;
  readonly unit: string | null;
  readonly kind: FigureKind;
}

/** What the readers of one article share. */
export interface Lexed {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** 1 for each token that belongs to a date or time. */
  readonly dated: Uint8Array;
  /** True when bare "pounds" are money in this article. */
  readonly sterling: boolean;
}

const isHyphen = (token: Token | undefined): boolean => token?.raw === '-' || token?.raw === '‑';

/** The amount that follows a currency sign, with "$3 billion 140 million" composed into one. */
function money(lexed: Lexed, from: number, at: number, code: string): Quantity | null {
  const { tokens } = lexed;
  const numeral = numeralAt(tokens, at, true);
  if (!numeral || numeral.form === 'indefinite') return null;
  const whole = composed(tokens, numeral);
  let to = whole.to;
  let unit = code;
  // "$30 US", "$31 U.S.", "$5 million Canadian"
  const suffix = tokens[to];
  if (code === 'USD' && suffix?.kind === 'word' && DOLLAR_SUFFIXES.has(suffix.raw) && suffix.raw.length > 1) {
    unit = DOLLAR_SUFFIXES.get(suffix.raw) ?? code;
    to++;
  } else if (suffix?.raw === 'Canadian' || suffix?.raw === 'Australian') {
    if (code === 'USD') unit = suffix.raw === 'Canadian' ? 'CAD' : 'AUD';
    to++;
  }
  // "$-sign amount dollars": the word repeats the sign.
  if (/^dollars?$/u.test(tokens[to]?.lower ?? '') && unit.endsWith('D')) to++;
  // A transliterated pound sign looks like the name of a product: only a written-out amount is money.
  if (tokens[from]?.raw === 'PS' && whole.scale === 1 && !/[.,]/u.test(tokens[at]?.raw ?? '')) {
    if (whole.value < 20) return null;
  }
  const hit = withRate(lexed.text, tokens, { unit, kind: 'money', to }, lexed.dated);
  return quantityOf(whole, from, hit);
}

/** The amount in `code` at token `i`, which has no sign of its own: the second of "£10-12m". */
export function amountOf(lexed: Lexed, i: number, code: string): Quantity | null {
  return lexed.dated[i] === 1 ? null : money(lexed, i, i, code);
}

function quantityOf(numeral: Numeral, from: number, hit: UnitHit | null): Quantity {
  return {
    from,
    to: hit?.to ?? numeral.to,
    numeral,
    value: numeral.value,
    high: numeral.high,
    step: numeral.step,
    unit: hit?.unit ?? null,
    kind: hit?.kind ?? 'number',
  };
}

/** Adds smaller parts: "3 billion 140 million", "3 billion and 140 million", "2 million 500 thousand". */
export function composed(tokens: readonly Token[], first: Numeral): Numeral {
  let whole = first;
  while (whole.scale >= 1000 && whole.form !== 'indefinite') {
    const at = tokens[whole.to]?.lower === 'and' ? whole.to + 1 : whole.to;
    const token = tokens[at];
    if (!token?.gap || token.kind !== 'number') break;
    const part = numeralAt(tokens, at, false);
    if (!part || part.form !== 'figures' || part.value >= whole.scale || !Number.isInteger(whole.unscaled)) break;
    if (part.scale === 1 && (part.value < 1000 || at > whole.to)) break;
    if (part.scale === 1 && whole.scale > 1e6) break;
    whole = {
      ...whole,
      to: part.to,
      value: whole.value + part.value,
      high: whole.value + part.value,
      unscaled: whole.value + part.value,
      scale: part.scale,
      step: part.step,
    };
  }
  return whole;
}

/** The quantity that begins at token `i`; null when there is none. */
export function quantityAt(lexed: Lexed, i: number): Quantity | null {
  const { tokens } = lexed;
  const token = tokens[i];
  if (!token || lexed.dated[i] === 1) return null;
  if (token.kind !== 'number') {
    const currency = currencyBefore(tokens, i);
    if (currency && lexed.dated[currency.to] !== 1) return money(lexed, i, currency.to, currency.code);
    // "-$5m", "minus $5m"
    if ((token.raw === '-' || token.raw === '−' || token.lower === 'minus') && (token.gap || token.kind === 'word')) {
      const signed = currencyBefore(tokens, i + 1);
      const amount = signed && tokens[i + 1]?.kind === 'mark' ? money(lexed, i, signed.to, signed.code) : null;
      if (amount) return { ...amount, value: -amount.value, high: -amount.high };
    }
  }
  const first = numeralAt(tokens, i, false);
  if (!first || blocked(lexed, first)) return null;
  const numeral = composed(tokens, first);
  const multiple = multipleAfter(tokens, numeral);
  if (multiple) {
    return { ...quantityOf(numeral, i, { unit: multiple.unit ?? 'times', kind: multiple.kind, to: multiple.to }) };
  }
  const fraction = numeral.form === 'fraction';
  const unit = unitAfter(
    tokens,
    tokens[numeral.to]?.lower === 'of' && fraction ? numeral.to + 2 : numeral.to,
    numeral,
    lexed.sterling,
  );
  if (unit && (!fraction || unit.kind === 'quantity' || unit.kind === 'duration')) {
    return quantityOf(numeral, i, withRate(lexed.text, tokens, unit, lexed.dated));
  }
  // "half a mile", "hundreds of miles", "millions of dollars"
  if (numeral.form === 'indefinite' && tokens[numeral.to]?.lower === 'of') {
    const of = unitAfter(tokens, numeral.to + 1, { ...numeral, to: numeral.to + 1 }, lexed.sterling);
    if (of) return quantityOf(numeral, i, of);
  }
  const quantity = quantityOf(numeral, i, null);
  return fraction ? { ...quantity, kind: 'ratio' } : quantity;
}

/** True when letters or marks attached to the number make it no number of its own. */
function blocked(lexed: Lexed, numeral: Numeral): boolean {
  const { tokens } = lexed;
  const first = tokens[numeral.from] as Token;
  const before = tokens[numeral.from - 1];
  if (first.kind === 'number') {
    if (before && !first.gap && before.kind === 'word' && !/^(?:minus|sub)$/u.test(before.lower)) return true;
    if (before && !first.gap && /^[#'’.:@\\_]$/u.test(before.raw)) return true;
    // "1,,000" follows no system of writing.
    if (before && !first.gap && before.raw === ',') return true;
    const [mark, after] = [tokens[numeral.from + 1], tokens[numeral.from + 2]];
    if (mark?.raw === ',' && !mark.gap && after?.raw === ',' && !after.gap) return true;
    if (before && !first.gap && before.raw === '/' && !before.gap) return true;
    if (before && isHyphen(before) && !first.gap && !before.gap) {
      // "VX-19", "555-0123": only "minus-4", "sub-9" and spans are numbers.
      const head = tokens[numeral.from - 2];
      if (head?.kind === 'word' && !/^(?:minus|sub|to|or|and|plus|non|now|then)$/u.test(head.lower)) return true;
    }
    if (/^0\d/u.test(first.raw) && !first.raw.includes('.')) return true;
  }
  // "twenty-first", "3rd", "5G": what is attached behind.
  const next = tokens[numeral.to];
  if (
    next &&
    isHyphen(next) &&
    !next.gap &&
    ORDINAL.test(tokens[numeral.to + 1]?.lower ?? '') &&
    numeral.form === 'words'
  )
    return true;
  return false;
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/u;

/** True when a bare number (no unit) is a label, a name, an address, a score, a list number or a pronoun. */
export function isNoQuantity(lexed: Lexed, quantity: Quantity, counted: boolean): boolean {
  const { tokens } = lexed;
  const { from, numeral } = quantity;
  const first = tokens[from] as Token;
  const before = tokens[from - 1];
  const next = tokens[numeral.to];
  const previous = before?.lower ?? '';
  const figures = numeral.form === 'figures' && first.kind === 'number';
  // Letters right behind that are no unit: "5G", "350s", "3D", "1st".
  if (figures && next && !next.gap && next.kind === 'word') return true;
  if (figures && before?.kind === 'word' && LABELS.has(previous) && (!counted || STRICT_LABELS.test(previous)))
    return true;
  if (before?.raw === '.' && /^(?:no|nos|art|sec|fig|vol|p|pp|ch)$/u.test(tokens[from - 2]?.lower ?? '')) return true;
  if (before?.raw === '#') return true;
  if (figures && numeral.scale === 1) {
    // Numbers of accounts and records: a quantity of this size is grouped or has a scale.
    if (first.raw.length > 12 && !/[.,]/u.test(first.raw)) return true;
    // "the 90's"
    if (/^['’]$/u.test(next?.raw ?? '') && !next?.gap && tokens[numeral.to + 1]?.lower === 's') return true;
    if (isAddress(tokens, from) || isPhone(tokens, from) || (isScore(tokens, from) && !counted)) return true;
    // The number of an entry or a footnote: "1. First", "(2)", "[3]".
    if ((!before || before.raw === BREAK) && (next?.raw === '.' || next?.raw === ')') && !next.gap) return true;
    if (
      before &&
      /^[[(]$/u.test(before.raw) &&
      next &&
      /^[\])]$/u.test(next.raw) &&
      first.value < 100 &&
      Number.isInteger(first.value)
    )
      return true;
    const whole = Number.isInteger(first.value) && !first.raw.includes('.');
    if (whole && before?.kind === 'word' && isName(tokens, from - 1) && (!counted || namedAfter(next))) return true;
    if (whole && !counted && first.value >= 100 && !first.raw.includes(',') && namedAfter(next) && next?.gap === true)
      return true;
    if (whole && /^zip$/u.test(next?.lower ?? '')) return true;
  }
  if (numeral.form === 'words' && first.kind === 'word' && !counted) {
    if (numeral.value === 1) return true;
    if (/^(?:the|these|those|other|first|last|top|bottom|big|all|any|no|every|each)$/u.test(previous)) return true;
    // "ten-year" with a unit is read before; "two-way", "three-time" are no quantities.
    if (next && isHyphen(next) && !next.gap && tokens[numeral.to + 1]?.gap === false) return true;
  }
  return false;
}

/** Labels that are followed by their number and by nothing that it counts. */
const STRICT_LABELS =
  /^(?:sections?|chapters?|articles?|clause|para|paragraph|pages?|volume|room|flight|route|highway|fortune|ftse|resolution|annex|appendix|no|numbers?)$/u;

function namedAfter(next: Token | undefined): boolean {
  return next?.kind === 'word' && next.raw !== next.lower;
}

/** True for a capitalised word within a sentence that names something a number may belong to: "Harbour 100". */
function isName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.raw === token.lower || MONTHS.has(token.lower) || WEEKDAYS.has(token.lower)) return false;
  if (FUNCTION_WORDS.has(token.lower) || COMMON_VERBS.has(token.lower)) return false;
  const before = tokens[i - 1];
  // The first word of a sentence is capitalised without being a name.
  if (!before || before.raw === BREAK || (before.kind === 'mark' && /[.!?“"«]/u.test(before.raw))) {
    return !/(?:ed|ing|ly|s)$/u.test(token.lower);
  }
  return true;
}

/** "12 Harbour Road", "4-6 Station Street": a number before capitals that end in a word for street. */
function isAddress(tokens: readonly Token[], i: number): boolean {
  let at = i + 1;
  if (isHyphen(tokens[at]) && tokens[at + 1]?.kind === 'number') at += 2;
  for (let n = 0; n < 5; n++, at++) {
    const token = tokens[at];
    if (!token || token.raw === BREAK || token.kind === 'mark') return false;
    if (token.kind === 'number') continue;
    if (n > 0 && STREETS.has(token.lower) && token.raw !== token.lower) return true;
    const capital = token.raw !== token.lower;
    if (!capital && !/^(?:st|nd|rd|th|of|the|de|la)$/u.test(token.lower)) return false;
  }
  return false;
}

/** A chain of number groups joined by spaces, hyphens or brackets, of seven digits and more: a telephone number. */
function isPhone(tokens: readonly Token[], i: number): boolean {
  const first = tokens[i] as Token;
  let start = i;
  while (start > 0 && i - start < 8 && chained(tokens[start - 1])) start--;
  const plus = tokens[start]?.raw === '+';
  let digits = 0;
  let groups = 0;
  let at = start;
  for (; at < tokens.length && at - start < 16; at++) {
    const token = tokens[at] as Token;
    if (!chained(token)) break;
    if (token.kind === 'number') {
      if (!/^\d+$/u.test(token.raw)) return false;
      digits += token.raw.length;
      groups++;
    }
  }
  if (at <= i) return false;
  const zero = tokens.slice(start, start + 2).some((t) => t.kind === 'number' && t.raw.startsWith('0'));
  if (plus && digits >= 8 && groups >= 1) return true;
  const hyphens = tokens[i + 1] !== undefined && (isHyphen(tokens[i + 1]) || isHyphen(tokens[i - 1]));
  return (
    groups >= 2 &&
    digits >= 7 &&
    digits <= 15 &&
    (zero || (hyphens && first.raw.length >= 3 && groups >= 2 && digits >= 7 && allLong(tokens, start, at)))
  );
}

function chained(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || /^[-()+‑]$/u.test(token.raw));
}

function allLong(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => token.kind !== 'number' || token.raw.length >= 3);
}

/** True for a number with grouped thousands: "700,000". */
export function isGrouped(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{1,3}(?:,\d{3})+/u.test(token.raw);
}

/** "3-1", "70–68": two small whole numbers joined by a dash without a unit; no grouped ones, none with a scale. */
function isScore(tokens: readonly Token[], i: number): boolean {
  if (isGrouped(tokens[i]) || (numeralAt(tokens, i + 2, false)?.scale ?? 1) > 1) return false;
  const joined = (dash: Token | undefined, other: Token | undefined, later: Token | undefined): boolean =>
    dash !== undefined && (isHyphen(dash) || dash.raw === '–') && !later?.gap && !dash.gap && other?.kind === 'number';
  return (
    joined(tokens[i + 1], tokens[i + 2], tokens[i + 2]) ||
    (joined(tokens[i - 1], tokens[i - 2], tokens[i]) && tokens[i - 1]?.gap === false)
  );
}
