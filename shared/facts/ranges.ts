// Ranges and lists: two or more numbers that share a unit ("3-4%", "from 2 to 3 million", "two-, three- and four-storey").
import { countedAt } from './counted.ts';
import { CURRENCY_NAMES } from './lexicon/currencies.ts';
import { DOWN_WORDS, UP_WORDS } from './lexicon/words.ts';
import { MONTHS } from './lexicon/months.ts';
import { numeralAt } from './numerals.ts';
import { amountOf, isGrouped, quantityAt, type Lexed, type Quantity } from './quantity.ts';
import { finish, hyphenAfter, isDash, type RawFigure } from './rawFigure.ts';
import { BREAK, type Token } from './tokens.ts';
import { unitAfter } from './units.ts';

/** Figures found at one place, and the token after them. */
export interface Found {
  readonly figures: readonly RawFigure[];
  readonly to: number;
}

/** The unit of a bare number may be given by the number that follows it in a list or range. */
function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit || a.unit === null;
}

/** A range that begins with `first`: "3-4%", "2 to 3 million", "between 5% and 6%", "from $3bn in cash to $4bn". */
export function rangeFrom(lexed: Lexed, first: Quantity): RawFigure | null {
  const { tokens } = lexed;
  if (first.kind === 'ratio' || first.numeral.form === 'indefinite') return null;
  const lead = leadWord(tokens, first.from);
  let at = first.to;
  const link = tokens[at];
  if (!link) return null;
  // "three- to five-year": the hyphen hangs.
  if (isDash(link) && !link.gap && /^(?:to|or|and)$/u.test(tokens[at + 1]?.lower ?? '')) at++;
  const joint = tokens[at];
  let second: Quantity | null = null;
  if (isDash(joint) && (joint?.gap === false) === (tokens[at + 1]?.gap === false)) {
    second = farEnd(lexed, first, at + 1, joint?.gap === false);
    if (second && !(second.value > first.value)) return null;
    if (second && second.unit === null && !isLarge(lexed, second) && !countsAfter(lexed, second)) return null;
    // A dash between spaces joins clauses unless both sides are of one kind.
    if (second && joint?.gap === true && first.unit === null && second.unit === null) return null;
  } else if (joint?.lower === 'to' || (joint?.lower === 'and' && lead === 'between')) {
    const dash = isDash(tokens[at + 1]) ? 2 : 1;
    second = farEnd(lexed, first, at + dash, false);
    if (second && lead !== 'from' && lead !== 'between' && first.unit !== null && directed(tokens, first.from))
      return null;
  } else if (joint?.lower === 'or' && first.unit === null && second === null) {
    second = quantityAt(lexed, at + 1);
    if (second && !(second.value > first.value)) return null;
  } else if (lead === 'from' || lead === 'between') {
    at = farLink(lexed, first.to, lead === 'from' ? 'to' : 'and');
    second = at < 0 ? null : quantityAt(lexed, at + 1);
    if (second && hasOwnPeriods(lexed, first.to, at, second.to)) return null;
    if (second && second.unit === null && countsAfter(lexed, second)) return null;
    if (
      second &&
      second.unit === null &&
      first.unit !== null &&
      first.kind !== second.kind &&
      second.numeral.form !== 'figures'
    )
      return null;
  }
  if (!second || second.numeral.form === 'indefinite' || (second.kind === 'multiple') !== (first.kind === 'multiple'))
    return null;
  if (first.unit !== null && second.unit === null) {
    // "from 90 tonnes to 85": the unit is said once. "$500 to 12 schools" is a gift, not a range.
    const led = lead === 'from' || lead === 'between';
    if (countsAfter(lexed, second) && !(first.kind === 'money' && led)) return null;
    return finish(lexed, { ...second, unit: first.unit, kind: first.kind }, first, lead === 'from');
  }
  if (!sameUnit(first, second)) return mixedRate(lexed, first, second, lead);
  // "from 20 to 30 to 2 to 4 million": only a first without unit shares the scale of the second.
  const shares =
    first.numeral.scale === 1 && second.numeral.scale > 1 && first.numeral.unscaled < second.numeral.unscaled;
  const scaledFirst = shares ? { ...first, value: exact(first, second) } : first;
  return finish(lexed, second, scaledFirst, lead === 'from');
}

/** "$40 per crate to $35": a rate said once. */
function mixedRate(lexed: Lexed, first: Quantity, second: Quantity, lead: string): RawFigure | null {
  if (second.kind === 'rate' && first.kind === 'money') return finish(lexed, second, first, lead === 'from');
  if (first.kind === 'rate' && second.kind === 'money') {
    const name = CURRENCY_NAMES.get(second.unit ?? '');
    if (name !== undefined && first.unit?.startsWith(`${name} per `) === true) {
      return finish(lexed, { ...second, unit: first.unit, kind: 'rate' }, first, lead === 'from');
    }
  }
  return null;
}

function exact(first: Quantity, second: Quantity): number {
  return Number(`${first.numeral.unscaled}e${Math.round(Math.log10(second.numeral.scale))}`);
}

/** The word that leads a range, seen past qualifiers: "from about 14". */
function leadWord(tokens: readonly Token[], from: number): string {
  const before = tokens[from - 1]?.lower ?? '';
  if (before === 'from' || before === 'between') return before;
  if (/^(?:about|around|roughly|approximately|some|just|a|an|the|nearly|almost|only)$/u.test(before)) {
    return tokens[from - 2]?.lower ?? '';
  }
  return before;
}

/** True when a verb of change governs the number directly: "rose 4 cents to $2.10" is no range. */
function directed(tokens: readonly Token[], from: number): boolean {
  for (let j = from - 1; j >= from - 3 && j >= 0; j--) {
    const word = tokens[j]?.lower ?? '';
    if (UP_WORDS.has(word) || DOWN_WORDS.has(word)) return true;
    if (!/^(?:by|about|around|nearly|another|a|just|as|much)$/u.test(word)) return false;
  }
  return false;
}

/** The index of `word` within a few tokens after `i`, with neither number nor year between; -1 when there is none. */
function farLink(lexed: Lexed, i: number, word: string): number {
  const { tokens, dated } = lexed;
  for (let j = i; j < i + 7 && j < tokens.length; j++) {
    const token = tokens[j] as Token;
    if (token.lower === word && j > i) return j;
    if (token.raw === BREAK || (token.kind === 'mark' && /[.;:!?]/u.test(token.raw))) return -1;
    // A year between the two values makes them two figures, each with its own period.
    if (token.kind === 'number' && (dated[j] !== 1 || token.raw.length === 4)) return -1;
  }
  return -1;
}

/**
 * The number that may close a range, at token `i`. After an amount with its currency a letter is a scale: "£10-12m" are
 * millions, and no metres. `tight`: a dash without spaces joins it to the amount.
 */
function farEnd(lexed: Lexed, first: Quantity, i: number, tight: boolean): Quantity | null {
  const plain = quantityAt(lexed, i) ?? attachedQuantity(lexed, i);
  if (first.kind !== 'money' || lexed.tokens[first.from]?.kind === 'number') return plain;
  if (lexed.tokens[i]?.kind !== 'number' || plain === null || plain.kind === 'multiple') return plain;
  const lettered = plain.unit === 'metre' && lexed.tokens[plain.numeral.to]?.gap === false;
  const bare = plain.unit === null && (tight || plain.numeral.scale > 1) && !countsAfter(lexed, plain);
  return (lettered || bare) && first.unit !== null ? amountOf(lexed, i, first.unit) : plain;
}

/** A bare number that is too large for a score or a label: its thousands are grouped, or it has a scale. */
function isLarge(lexed: Lexed, quantity: Quantity): boolean {
  return quantity.numeral.scale > 1 || isGrouped(lexed.tokens[quantity.from]);
}

/**
 * "from 6.1% in May to 5.9% in June": each value names its own month or year, so they are two figures. An hour or a day
 * of the week is no period: what moved between two hours is one movement.
 */
function hasOwnPeriods(lexed: Lexed, from: number, link: number, to: number): boolean {
  const at = /^(?:in|for|at|last)$/u.test(lexed.tokens[to]?.lower ?? '') ? to + 1 : to;
  const period = (token: Token, i: number): boolean =>
    lexed.dated[i] === 1 && (MONTHS.has(token.lower) || /^\d{4}$/u.test(token.raw));
  const second = lexed.tokens[at];
  return (
    second !== undefined && period(second, at) && lexed.tokens.slice(from, link).some((t, n) => period(t, from + n))
  );
}

/** A number that is attached to a dash before it, which quantityAt takes for part of a name. */
function attachedQuantity(lexed: Lexed, i: number): Quantity | null {
  const { tokens } = lexed;
  if (tokens[i]?.kind !== 'number' || lexed.dated[i] === 1) return null;
  const numeral = numeralAt(tokens, i, false);
  if (!numeral) return null;
  const unit = unitAfter(tokens, numeral.to, numeral, lexed.sterling);
  const { value, high, step } = numeral;
  return {
    from: i,
    to: unit?.to ?? numeral.to,
    numeral,
    value,
    high,
    step,
    unit: unit?.unit ?? null,
    kind: unit?.kind ?? 'number',
  };
}

function countsAfter(lexed: Lexed, quantity: Quantity): boolean {
  const at = hyphenAfter(lexed.tokens, quantity.to);
  const noun = countedAt(lexed.text, lexed.tokens, at, 2, lexed.dated);
  return noun !== null && noun.plural;
}

/** "two-, three- and four-storey", "2, 3 and 4 per cent", "30 million of the 90 million euros". */
export function suspended(lexed: Lexed, first: Quantity): Found | null {
  const { tokens } = lexed;
  if (first.unit !== null || first.kind !== 'number') return null;
  const items: Quantity[] = [first];
  let last = first;
  let hanging = false;
  while (items.length < 12) {
    let at = last.to;
    if (isDash(tokens[at]) && !tokens[at]?.gap && tokens[at + 1]?.gap !== false) at++;
    else if (isDash(tokens[at]) && tokens[at + 1]?.raw === ',') at++;
    hanging ||= at > last.to;
    const joint = tokens[at]?.lower;
    if (joint === ',') at++;
    if (/^(?:and|or|&)$/u.test(tokens[at]?.lower ?? '')) at++;
    else if (joint === 'of' && tokens[at + 1]?.lower === 'the' && first.numeral.scale > 1) at += 2;
    else if (joint !== ',') {
      if (hanging && items.length > 1) break;
      return null;
    }
    const next = quantityAt(lexed, at);
    if (!next || next.kind === 'multiple' || next.kind === 'ratio') return null;
    items.push(next);
    last = next;
    if (next.unit !== null) break;
  }
  let { unit, kind } = last;
  if (unit === null && hanging) {
    const noun = countedAt(lexed.text, tokens, hyphenAfter(tokens, last.to), 2, lexed.dated);
    unit = noun?.unit.split(' ')[0] ?? null;
    kind = 'count';
  }
  // Signs before the last number are its own: "in 40, $5 million" shares nothing.
  if (
    unit === null ||
    tokens[last.from]?.kind === 'mark' ||
    (kind === 'money' && tokens[last.from]?.raw !== tokens[last.from]?.lower)
  )
    return null;
  const figures = items.flatMap((item) => {
    const figure = finish(lexed, { ...item, unit, kind }, null);
    return figure ? [figure] : [];
  });
  const end = figures.at(-1);
  return end ? { figures, to: end.to } : null;
}
