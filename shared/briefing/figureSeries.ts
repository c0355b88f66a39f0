// figureSeries: the series that can be drawn as a chart from the figures of the articles, and what is left out of them.
import type { Article } from '../article/article.ts';
import type { Fact, Figure } from '../facts/fact.ts';
import { fold } from '../text/normalize.ts';
import { oneLine } from '../text/oneLine.ts';
import type { ChartData } from './chart.ts';
import { isSmallTalk, sharedScale } from './keyFigures.ts';
import { unitWords } from './unitWords.ts';

export interface SeriesValue {
  /** As figures hold it: `2024`, `2024-Q3`. */
  readonly period: string;
  /** As printed under the axis: "2024", "Q3 2024". */
  readonly category: string;
  /** In the unit of the series. */
  readonly value: number;
  readonly factId: string;
  readonly articleId: string;
}

export interface FigureSeries {
  /** The same on every run; from measure, unit and source. */
  readonly id: string;
  /** In the article's words, with a capital. */
  readonly measure: string;
  /** "million US dollars", "per cent", '' for bare numbers. */
  readonly unit: string;
  /** In the order of time, at least two. */
  readonly values: readonly SeriesValue[];
  /** The one article it is taken from where the articles disagree; null where all that have it agree. */
  readonly onlyFrom: string | null;
}

export interface SeriesLeftOut {
  readonly measure: string;
  /** A sentence for the analyst. */
  readonly reason: string;
}

export interface FoundSeries {
  readonly series: readonly FigureSeries[];
  readonly leftOut: readonly SeriesLeftOut[];
}

/** What two names of a measure have in common when they mean the same: no article, case or typography. */
export function measureKey(measure: string): string {
  return fold(measure)
    .text.trim()
    .toLowerCase()
    .replace(/^(?:the|its|their) /u, '');
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface Placed {
  /** Only periods of one length stand on one axis. */
  readonly length: 'year' | 'fiscal' | 'half' | 'quarter' | 'month' | 'day';
  readonly order: number;
  readonly category: string;
}

/** Where a period stands on an axis of time; null for spans and for what cannot be read. */
function placeOf(period: string): Placed | null {
  const found = /^(FY)?(\d{4})(?:-(?:([QH])([1-4])|(\d{2})(?:-(\d{2}))?))?$/u.exec(period);
  if (!found) return null;
  const [, fiscal, year = '', part, which, second, third] = found;
  const order = Number(year) * 10_000;
  if (fiscal) return { length: 'fiscal', order, category: second ? `${year}–${second}` : year };
  if (part) {
    const length = part === 'Q' ? 'quarter' : 'half';
    return { length, order: order + Number(which), category: `${part}${which ?? ''} ${year}` };
  }
  if (second === undefined) return { length: 'year', order, category: year };
  const month = MONTHS[Number(second) - 1];
  if (month === undefined) return null;
  if (third === undefined)
    return { length: 'month', order: order + Number(second) * 100, category: `${month} ${year}` };
  const day = Number(third);
  return { length: 'day', order: order + Number(second) * 100 + day, category: `${day} ${month} ${year}` };
}

/** The words of a period under an axis; null for one that has no place there. */
export function categoryOf(period: string): string | null {
  return placeOf(period)?.category ?? null;
}

/** By this, periods of one length are sorted; NaN for one that has no place on an axis. */
export function periodOrder(period: string): number {
  return placeOf(period)?.order ?? NaN;
}

interface Candidate {
  readonly figure: Figure;
  readonly value: number;
  readonly place: Placed;
}

/** Kinds that say how one value stands to another, and so are no value of a series. */
const RELATIVE: ReadonlySet<Figure['figureKind']> = new Set(['multiple', 'ratio']);

/**
 * A figure that can be a point: an amount of its own ("about" is near enough; "more than" and "up" are another thing), of
 * a known measure and one period.
 */
function candidate(fact: Fact): { readonly key: string; readonly one: Candidate } | null {
  if (fact.kind !== 'figure' || fact.dismissed || fact.measure === null || fact.period === null) return null;
  const { value, qualifier } = fact;
  if (typeof value !== 'number' || !Number.isFinite(value) || RELATIVE.has(fact.figureKind)) return null;
  if ((qualifier !== '=' && qualifier !== '~') || isSmallTalk(fact)) return null;
  const place = placeOf(fact.period);
  const measure = measureKey(oneLine(fact.measure));
  if (!place || measure === '') return null;
  const key = [measure, fact.unit ?? '', fact.figureKind, place.length].join('|');
  return { key, one: { figure: fact, value, place } };
}

/** Digits of a value before the zeros at its end: 1,750 has three. */
function digitsOf(value: number): number {
  const digits = (Math.abs(value).toPrecision(12).split('e')[0] ?? '').replace('.', '');
  let from = 0;
  let to = digits.length;
  while (from < to && digits[from] === '0') from++;
  while (to > from && digits[to - 1] === '0') to--;
  return to - from;
}

/** True when one of two values is the other, rounded to the digits it has; at least two, or it would be no likeness. */
function agree(a: number, b: number): boolean {
  if (a === b) return true;
  const digits = Math.min(digitsOf(a), digitsOf(b));
  if (digits < 2) return false;
  return Number(a.toPrecision(digits)) === Number(b.toPrecision(digits));
}

/** One value for each period, the one with the most digits; or the first two that disagree. */
function settle(
  candidates: readonly Candidate[],
): { readonly points: Candidate[] } | { readonly clash: [Candidate, Candidate] } {
  const points = new Map<number, Candidate>();
  for (const one of candidates) {
    const before = points.get(one.place.order);
    if (before && !agree(before.value, one.value)) return { clash: [before, one] };
    if (!before || digitsOf(one.value) > digitsOf(before.value)) points.set(one.place.order, one);
  }
  return { points: [...points.values()].sort((a, b) => a.place.order - b.place.order) };
}

/** Values are written short only in millions and more: thousands read as well in full. */
function scaleOf(values: readonly number[]): { readonly scale: number; readonly words: string } {
  const scale = sharedScale(values.filter((value) => value !== 0));
  if (values.every((value) => value === 0) || scale < 1e6) return { scale: 1, words: '' };
  if (scale >= 1e12) return { scale: 1e12, words: 'trillion' };
  return scale >= 1e9 ? { scale: 1e9, words: 'billion' } : { scale: 1e6, words: 'million' };
}

function seriesOf(key: string, points: readonly Candidate[], onlyFrom: string | null): FigureSeries | null {
  const first = points[0]?.figure;
  if (!first || points.length < 2) return null;
  const { scale, words } = scaleOf(points.map(({ value }) => value));
  const measure = oneLine(first.measure ?? '');
  return {
    id: onlyFrom === null ? key : `${key}|${onlyFrom}`,
    measure: measure.charAt(0).toUpperCase() + measure.slice(1),
    unit: [words, unitWords(first.unit)].filter(Boolean).join(' '),
    values: points.map(({ figure, value, place }) => ({
      period: figure.period ?? '',
      category: place.category,
      // Division leaves a trace in the last digits that nobody wrote.
      value: Number((value / scale).toPrecision(12)),
      factId: figure.id,
      articleId: figure.articleId,
    })),
    onlyFrom,
  };
}

function clashWords([one, other]: readonly [Candidate, Candidate], articles: ReadonlyMap<string, Article>): string {
  const says = ({ figure }: Candidate): string => {
    const article = articles.get(figure.articleId);
    return `${article?.publisher ?? article?.title ?? article?.fileName ?? 'a source'} says ${oneLine(figure.text)}`;
  };
  return `Two values are given for ${one.place.category}: ${says(one)}, ${says(other)}.`;
}

/**
 * The series of `facts`: figures of the same measure, unit and kind with values for at least two periods of one length, in
 * the order in which the articles first name them. Values of two articles that differ only by rounding are one, the one
 * with more digits. Where they do differ no series mixes them: each article that agrees with itself gives a series of its
 * own (`onlyFrom`), and `leftOut` says what they disagree on; an article that disagrees with itself gives none.
 */
export function figureSeries(facts: readonly Fact[], articles: readonly Article[] = []): FoundSeries {
  const groups = new Map<string, Candidate[]>();
  for (const fact of facts) {
    const found = candidate(fact);
    if (!found) continue;
    const group = groups.get(found.key);
    if (group) group.push(found.one);
    else groups.set(found.key, [found.one]);
  }
  const byId = new Map(articles.map((article) => [article.id, article]));
  const series: FigureSeries[] = [];
  const leftOut: SeriesLeftOut[] = [];
  const add = (one: FigureSeries | null): void => {
    if (one) series.push(one);
  };
  for (const [key, group] of groups) {
    if (new Set(group.map(({ place }) => place.order)).size < 2) continue;
    const whole = settle(group);
    if ('points' in whole) {
      add(seriesOf(key, whole.points, null));
      continue;
    }
    leftOut.push({ measure: oneLine(group[0]?.figure.measure ?? ''), reason: clashWords(whole.clash, byId) });
    for (const id of new Set(group.map(({ figure }) => figure.articleId))) {
      const own = settle(group.filter(({ figure }) => figure.articleId === id));
      if ('points' in own) add(seriesOf(key, own.points, id));
    }
  }
  return { series, leftOut };
}

/** "Trade turnover, 2022 to 2024": what stands under its chart. */
export function seriesCaption({ measure, values }: FigureSeries): string {
  const [first, last] = [values[0]?.category ?? '', values.at(-1)?.category ?? ''];
  return `${measure}, ${first} to ${last}`;
}

/** The chart of a series; its points stay tied to their figures. */
export function chartOf(series: FigureSeries, kind: ChartData['kind'], title: string): ChartData {
  return {
    kind,
    title,
    unit: series.unit,
    categories: series.values.map(({ category }) => category),
    series: [{ name: series.measure, points: series.values.map(({ value, factId }) => ({ value, factId })) }],
  };
}
