// Operands: the two figures that a claim of change compares, found in its sentence or by measure, unit and period.
import { shiftYears } from './calendar.ts';
import type { DateHit } from './dateHit.ts';
import type { Figure } from './fact.ts';
import type { RawFigure } from './rawFigure.ts';
import { FUNCTION_WORDS } from './lexicon/words.ts';
import { singular } from './counted.ts';
import { isBase, type SentenceTokens } from './period.ts';
import type { Token } from './tokens.ts';

/** A figure as a fact and as it was read. */
export interface Known {
  readonly figure: Figure;
  readonly raw: RawFigure;
  /** Index of its sentence. */
  readonly sentence: number;
}

export interface Operands {
  readonly base: Known;
  readonly result: Known;
  /** Value of the base, and of the result: one end each when a single figure ("from 2 to 3 million") gives both. */
  readonly from: number;
  readonly to: number;
}

/** All figures of an article with the ways to look them up. */
export class KnownFigures {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly all: readonly Known[];
  readonly sentences: readonly SentenceTokens[];
  readonly dates: readonly DateHit[];
  readonly day: string | null;
  readonly #byUnit = new Map<string, Known[]>();
  readonly #heads = new Map<string, ReadonlySet<string>>();

  constructor(
    text: string,
    tokens: readonly Token[],
    all: readonly Known[],
    sentences: readonly SentenceTokens[],
    dates: readonly DateHit[],
    day: string | null,
  ) {
    this.text = text;
    this.tokens = tokens;
    this.all = all;
    this.sentences = sentences;
    this.dates = dates;
    this.day = day;
    for (const known of all) {
      const { unit, period, figureKind } = known.figure;
      if (period === null || typeof known.raw.value !== 'number' || figureKind === 'multiple' || figureKind === 'ratio')
        continue;
      const key = `${unit ?? ''}|${period}`;
      const list = this.#byUnit.get(key);
      if (list) list.push(known);
      else this.#byUnit.set(key, [known]);
      const units = this.#byUnit.get(unit ?? '');
      if (units) units.push(known);
      else this.#byUnit.set(unit ?? '', [known]);
    }
  }

  /** Figures of the same unit and measure as `known` that have a period, itself included. */
  series(known: Known): readonly Known[] {
    const all = this.#byUnit.get(known.figure.unit ?? '') ?? [];
    // A bound keeps the work linear in articles of thousands of figures.
    return near(all, known, 200).filter((other) => this.sameMeasure(known.figure.measure, other.figure.measure));
  }

  /** Figures with this unit and period, the twenty nearest to `known`. */
  near(unit: string | null, period: string, known: Known): readonly Known[] {
    return near(this.#byUnit.get(`${unit ?? ''}|${period}`) ?? [], known, 20);
  }

  /** The units that have any figure at `period` near `claim`. */
  around(claim: Known, period: string): readonly Known[] {
    return near(this.all, claim, 60).filter(
      (known) =>
        known !== claim &&
        known.figure.period === period &&
        typeof known.raw.value === 'number' &&
        known.figure.unit !== 'times' &&
        known.figure.figureKind !== 'ratio' &&
        known.figure.figureKind !== 'duration',
    );
  }

  /** True when both measures speak of the same: one's words are all in the other, or their heads are equal. */
  sameMeasure(a: string | null, b: string | null): boolean {
    if (a === null || b === null) return false;
    const x = this.#words(a);
    const y = this.#words(b);
    if (x.size === 0 || y.size === 0) return false;
    const [small, large] = x.size <= y.size ? [x, y] : [y, x];
    for (const word of small) if (!large.has(word)) return false;
    return true;
  }

  /** The content words of a measure, singular and in lower case. */
  #words(measure: string): ReadonlySet<string> {
    const cached = this.#heads.get(measure);
    if (cached) return cached;
    const words = new Set(
      measure
        .toLowerCase()
        .replace(/['’]s\b/gu, '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word))
        .map(singular),
    );
    this.#heads.set(measure, words);
    return words;
  }
}

/** At most `n` of the list around the place of `known` (the list is in the order of the text). */
function near(list: readonly Known[], known: Known, n: number): readonly Known[] {
  if (list.length <= n) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Known).raw.from < known.raw.from) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(low - n / 2, list.length - n));
  return list.slice(start, start + n);
}

/**
 * The two figures that `claim` compares, or a sentence that says why they are not there. `compared`: the words compare two
 * things rather than two periods.
 */
export function findOperands(
  known: KnownFigures,
  sentence: SentenceTokens,
  claim: Known,
  compared = false,
): Operands | string {
  const found = inSentence(known, sentence, claim);
  if (found) return found;
  // "twice the rate of the capital": two things at one time, unless a period is what it is compared with.
  if (compared && !sentence.dates.some((d) => isBase(known.tokens, known.dates[d] as DateHit))) {
    return 'The article compares two things and gives no two figures for them.';
  }
  return byPeriod(known, sentence, claim);
}

/** "from 2 to 3 million", "to 4.2 million from 3.75 million" in the claim's own sentence. */
function inSentence(known: KnownFigures, sentence: SentenceTokens, claim: Known): Operands | null {
  const others = sentence.figures
    .flatMap((f) => known.all[f] ?? [])
    .filter((other) => other !== claim && other.figure.unit !== 'times' && belongs(known, sentence, claim, other));
  const change = others.find((other) => other.raw.change && adjacent(known, claim, other));
  if (change && Array.isArray(change.raw.value)) {
    return { base: change, result: change, from: change.raw.value[0], to: change.raw.value[1] };
  }
  const led = (word: string): Known | undefined =>
    others.find(
      (other) =>
        typeof other.raw.value === 'number' &&
        leadOf(known.tokens, other.raw) === word &&
        adjacent(known, claim, other),
    );
  const base = led('from');
  const result =
    led('to') ??
    others.find(
      (other) =>
        other !== base &&
        base !== undefined &&
        other.raw.to <= base.raw.from &&
        other.figure.unit === base.figure.unit &&
        typeof other.raw.value === 'number' &&
        adjacent(known, claim, other),
    );
  if (base && result && base !== result && base.figure.unit === result.figure.unit) return pair(base, result);
  return null;
}

/**
 * True when `other` can be what `claim` speaks of: no other change stands between them ("wheat rose 10% and barley 20% to
 * 12 tonnes"), and the measures, where both are known, are the same. A counted noun names no measure of its own.
 */
function belongs(known: KnownFigures, sentence: SentenceTokens, claim: Known, other: Known): boolean {
  const low = Math.min(claim.raw.from, other.raw.from);
  const high = Math.max(claim.raw.from, other.raw.from);
  for (const f of sentence.figures) {
    const between = known.all[f];
    if (!between || between.raw.from <= low || between.raw.from >= high) continue;
    const { unit, kind } = between.raw;
    if (kind === 'multiple' || (kind === 'percent' && unit === claim.raw.unit && other.raw.unit !== unit)) return false;
  }
  if (other.raw.counted !== null || claim.figure.measure === null || other.figure.measure === null) return true;
  return known.sameMeasure(claim.figure.measure, other.figure.measure);
}

function pair(base: Known, result: Known): Operands {
  return { base, result, from: base.raw.value as number, to: result.raw.value as number };
}

/** No more than a clause apart, and no other clause's verb of saying between: a semicolon ends what belongs together. */
function adjacent(known: KnownFigures, a: Known, b: Known): boolean {
  const [first, second] = a.raw.from < b.raw.from ? [a, b] : [b, a];
  if (second.raw.from - first.raw.to > 25) return false;
  for (let i = first.raw.to; i < second.raw.from; i++) {
    const token = known.tokens[i] as Token;
    if (token.raw === ';' || token.lower === 'while' || token.lower === 'whereas') return false;
  }
  return true;
}

function leadOf(tokens: readonly Token[], raw: RawFigure): string {
  let i = raw.qualifiedFrom - 1;
  const own = tokens[raw.qualifiedFrom]?.lower ?? '';
  if (raw.qualifiedFrom < raw.from && (own === 'to' || own === 'from')) return own;
  while (i >= 0 && /^(?:a|an|the|just|only|some|about)$/u.test(tokens[i]?.lower ?? '')) i--;
  return tokens[i]?.lower ?? '';
}

/** By the periods that the claim's sentence names, from figures of the same measure anywhere in the article. */
function byPeriod(known: KnownFigures, sentence: SentenceTokens, claim: Known): Operands | string {
  const dates = sentence.dates.map((d) => known.dates[d] as DateHit).filter((hit) => hit.value !== null);
  const bases = dates.filter((hit) => isBase(known.tokens, hit));
  const baseHit = bases.find((hit) => hit.from >= claim.raw.to) ?? bases[0];
  const toHit = dates.filter((hit) => !bases.includes(hit) && hit.yearsFromOther === undefined);
  const from = baseHit?.value ?? null;
  const to = toHit.find((hit) => hit.from >= claim.raw.to)?.value ?? toHit[0]?.value ?? claim.figure.period;
  // "between 2020 and 2024": both ends in one.
  const ends = from === null ? /^(\d{4})\/(\d{4})$/u.exec(to ?? '') : null;
  if (ends?.[1] !== undefined && ends[2] !== undefined) {
    return choose(known, claim, ends[1], ends[2]) ?? `The article gives no matching figure for ${ends[1]}.`;
  }
  if (from === null && to === null) return overSeries(known, claim);
  const end = to === from ? null : to;
  if (from !== null && end === null) return toLatest(known, claim, from);
  // A target is not yet a fact.
  if (known.day !== null && (end as string).slice(0, 4) > known.day.slice(0, 4)) return 'The period is still to come.';
  const start = from ?? shiftYears(end as string, -1);
  const operands = choose(known, claim, start, end as string);
  if (operands) return operands;
  if (known.around(claim, end as string).length === 0) return `The article gives no figure for ${String(end)}.`;
  return from === null
    ? 'The article gives no earlier figure to compare with.'
    : `The article gives no matching figure for ${start}.`;
}

/** The pair of figures at the two periods, of one unit, whose measure fits the claim's and that stand nearest to it. */
function choose(known: KnownFigures, claim: Known, start: string, end: string): Operands | null {
  let best: Operands | null = null;
  let score = Infinity;
  for (const result of known.around(claim, end)) {
    if (!comparable(known, claim, result)) continue;
    for (const base of known.near(result.figure.unit, start, claim)) {
      if (base === claim || base === result || base.figure.figureKind !== result.figure.figureKind) continue;
      const same = known.sameMeasure(base.figure.measure, result.figure.measure);
      if (!same && !(base.sentence === result.sentence && base.figure.measure === null)) continue;
      const distance = Math.abs(base.sentence - claim.sentence) + Math.abs(result.sentence - claim.sentence);
      if (distance < score) {
        score = distance;
        best = pair(base, result);
      }
    }
  }
  return best;
}

/** True when a figure may be what the claim speaks of: its measure fits, or, with none said, it stands beside. */
function comparable(known: KnownFigures, claim: Known, figure: Known): boolean {
  if (claim.figure.measure !== null && figure.figure.measure !== null) {
    return known.sameMeasure(claim.figure.measure, figure.figure.measure);
  }
  return Math.abs(figure.sentence - claim.sentence) <= 1;
}

/** "since 2019", "from 2022" without an end: the latest figure of the series. */
function toLatest(known: KnownFigures, claim: Known, start: string): Operands | string {
  let best: Operands | null = null;
  for (const base of known.around(claim, start)) {
    if (!comparable(known, claim, base)) continue;
    for (const result of known.series(base)) {
      const period = result.figure.period;
      if (result === base || period === null || period.length !== start.length || period <= start) continue;
      if (best === null || period > (best.result.figure.period ?? '')) best = pair(base, result);
    }
  }
  return best ?? `The article gives no matching figure for ${start}.`;
}

/** No period at all ("has tripled"): only when the figures beside it are a series of exactly two. */
function overSeries(known: KnownFigures, claim: Known): Operands | string {
  const none = 'The article does not say between which values, and gives no two figures to compare.';
  const beside = near(known.all, claim, 12).filter(
    (other) =>
      other !== claim &&
      other.figure.period !== null &&
      typeof other.raw.value === 'number' &&
      Math.abs(other.sentence - claim.sentence) <= 1 &&
      comparable(known, claim, other),
  );
  const [a, b, more] = beside;
  if (!a || !b || more || a.figure.unit !== b.figure.unit || a.figure.period === b.figure.period) return none;
  if (!known.sameMeasure(a.figure.measure, b.figure.measure)) return none;
  return (a.figure.period as string) < (b.figure.period as string) ? pair(a, b) : pair(b, a);
}
