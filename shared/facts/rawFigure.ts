// RawFigure: a figure as it is read from the tokens, before period and measure; and how a quantity becomes one.
import { countedAt } from './counted.ts';
import type { FigureKind, Qualifier } from './fact.ts';
import type { MultipleHit } from './multiples.ts';
import { qualify } from './qualifier.ts';
import { isNoQuantity, type Lexed, type Quantity } from './quantity.ts';
import type { Token } from './tokens.ts';
import { withRate } from './units.ts';

/** A figure before period and measure are known, in tokens `from` to `to`. */
export interface RawFigure {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly value: number | [number, number];
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly qualifier: Qualifier;
  /** First token of the words the qualifier is read from. */
  readonly qualifiedFrom: number;
  /** Half of this on either side is what rounding may have taken. */
  readonly step: number;
  /** Tokens of the noun counted, when there is one. */
  readonly counted: { readonly from: number; readonly to: number } | null;
  /** True when it is put together from parts: "3 billion 140 million". */
  readonly composed: boolean;
  /** True when "from ... to" joins two values: a change, not a span of estimates. */
  readonly change: boolean;
}

export const isDash = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.raw === '-' || token.raw === '–' || token.raw === '—' || token.raw === '‑');

/** A multiple or ratio as a figure. */
export function ofMultiple(lexed: Lexed, hit: MultipleHit): RawFigure {
  const first = lexed.tokens[hit.from] as Token;
  const last = lexed.tokens[hit.to - 1] as Token;
  const { qualifier, from } = qualify(lexed.tokens, hit.from, hit.to);
  return {
    from: hit.from,
    to: hit.to,
    start: first.start,
    end: last.end,
    value: hit.value,
    unit: hit.unit,
    kind: hit.kind,
    // "grew more than three times" bounds the multiple; a direction would say it twice.
    qualifier: qualifier === 'up' || qualifier === 'down' ? '=' : qualifier,
    qualifiedFrom: qualifier === 'up' || qualifier === 'down' ? hit.from : from,
    step: hit.step,
    counted: null,
    composed: false,
    change: false,
  };
}

/** Completes a quantity: counted noun, age, filters, qualifier. `low`: the lower end when it closes a range. */
export function finish(lexed: Lexed, quantity: Quantity, low: Quantity | null, change = false): RawFigure | null {
  const { tokens, text, dated } = lexed;
  let { unit, kind, to } = quantity;
  let counted: RawFigure['counted'] = null;
  const { numeral } = quantity;
  const opening = low ?? quantity;
  if (unit === null && kind !== 'ratio') {
    const at = hyphenAfter(tokens, to);
    const age = ageOf(tokens, opening.from, numeral.to, quantity.value);
    const noun = age ? null : countedAt(text, tokens, at, quantity.value, dated);
    if (
      isNoQuantity(
        lexed,
        opening,
        (noun !== null && (noun.plural || quantity.value === 1)) || superlative(tokens, numeral.to),
      )
    )
      return null;
    if (quantity.value === 1 && numeral.form === 'words') {
      if (!noun && !superlative(tokens, numeral.to)) return null;
      if (isPronoun(tokens, opening.from, numeral.to)) return null;
    }
    if (age) {
      unit = 'year of age';
      kind = 'quantity';
    } else if (noun) {
      unit = noun.unit;
      kind = noun.measured ? 'quantity' : 'count';
      if (noun.apart !== true) {
        counted = { from: noun.from, to: noun.to };
        const rate = noun.measured ? null : withRate(text, tokens, { unit, kind, to: noun.to }, dated);
        unit = rate?.unit ?? unit;
        kind = rate?.kind ?? kind;
        to = rate?.to ?? noun.to;
      }
    }
  }
  const first = tokens[opening.from] as Token;
  const last = tokens[to - 1] as Token;
  const indefinite = numeral.form === 'indefinite' && low === null;
  const value: RawFigure['value'] =
    low !== null ? [low.value, quantity.high] : indefinite ? [quantity.value, quantity.high] : quantity.value;
  const sum = kind === 'money' && /^[A-Z]{3}$/u.test(unit ?? '');
  const { qualifier, from } = qualify(tokens, opening.from, to, sum);
  // A multiple says itself that something grew.
  const directed = kind === 'multiple' && (qualifier === 'up' || qualifier === 'down');
  return {
    from: opening.from,
    to,
    start: first.start,
    end: last.end,
    value,
    unit,
    kind,
    qualifier: directed ? '=' : indefinite && qualifier === '=' ? '~' : qualifier,
    qualifiedFrom: directed ? opening.from : from,
    step: quantity.step,
    counted,
    composed: numeral.unscaled === numeral.value && numeral.scale > 1,
    change,
  };
}

/** Passes over the hyphen between a number and its noun: "five-year". */
export function hyphenAfter(tokens: readonly Token[], to: number): number {
  return isDash(tokens[to]) && !tokens[to]?.gap && tokens[to + 1]?.gap === false ? to + 1 : to;
}

/** An age: "Ann Bo, 45," "aged 45", "45 (age)": whole, 1 to 119. */
function ageOf(tokens: readonly Token[], from: number, to: number, value: number): boolean {
  if (!Number.isInteger(value) || value < 1 || value > 119) return false;
  const before = tokens[from - 1];
  const next = tokens[to];
  if (before?.lower === 'aged' || before?.lower === 'age') return true;
  if (before?.lower === 'of' && tokens[from - 2]?.lower === 'age') return true;
  if (before?.raw !== ',' || tokens[from]?.kind !== 'number') return false;
  const name = tokens[from - 2];
  if (name?.kind !== 'word' || name.raw === name.lower) return false;
  return next?.raw === ',' || next?.raw === ')';
}

/** "one of the best", "one of the most popular". */
function superlative(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== 'of' || tokens[i + 1]?.lower !== 'the') return false;
  const word = tokens[i + 2]?.lower ?? '';
  return /^(?:most|least|best|worst|few)$/u.test(word) || /..est$/u.test(word);
}

/** "one" as a pronoun or in a fixed phrase: it counts nothing. */
function isPronoun(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:no|this|that|the|each|every|any|some|another|which|same|only|new|old)$/u.test(before)) return true;
  const next = tokens[to]?.lower ?? '';
  if (/^(?:another|day|thing|more|way|side|time|hand)$/u.test(next) && !(next === 'hand' && before === 'put'))
    return next !== 'hand';
  if (isDash(tokens[to]) && !tokens[to]?.gap) return true;
  return next === 'of' && !superlative(tokens, to);
}
