// chartClaim: what the title of a chart claims of the values drawn under it, computed from them as a claim of an article is.
import type { ChartData } from '../briefing/chart.ts';
import { chartNumber, isPercent, unitParts } from '../briefing/chartText.ts';
import { findClaims } from '../facts/claims.ts';
import type { Claim } from '../facts/fact.ts';
import { readFigures } from '../facts/figures.ts';
import { readArticle } from '../facts/reading.ts';

export interface ChartClaim {
  readonly verdict: 'supported' | 'contradicted';
  /** The words of the title that claim it. */
  readonly words: string;
  /** In the numbers that the chart shows: "1,752 / 570 = 3.07". */
  readonly computed: string;
}

/** Of more values nobody claims anything that could be computed, and reading them takes time. */
const MOST_VALUES = 60;

/** The chart's values as sentences, which is what the reader of claims reads. */
function sentences({ unit, categories, series }: ChartData): string {
  const sign = isPercent(unit) ? 'per cent' : unit;
  const told = series.flatMap(({ name, points }) =>
    points.flatMap(({ value }, at) =>
      value === null
        ? []
        : `${name.trim() || 'The value'} was ${chartNumber(value)} ${sign} in ${categories[at] ?? ''}.`,
    ),
  );
  return told.join('\n\n');
}

function claimsIn(before: string, title: string): Claim[] {
  const text = `${before}\n\n${title}.`;
  const read = readArticle({ id: 'chart', text, published: null }, null);
  const { known } = readFigures(read);
  return findClaims(read, known).filter(({ start }) => start >= before.length);
}

/** "From 2028 to 2030" as "between 2028 and 2030", where both are periods of the chart: compared is what stands at the ends. */
function spanAsEnds(title: string, categories: readonly string[]): string {
  const lower = title.toLowerCase();
  for (const from of categories) {
    for (const to of categories) {
      const words = `from ${from} to ${to}`;
      const at = lower.indexOf(words.toLowerCase());
      if (at >= 0) return `${title.slice(0, at)}between ${from} and ${to}${title.slice(at + words.length)}`;
    }
  }
  return title;
}

/** A title without the stop at its end, which the reader sets itself. */
function withoutStop(title: string): string {
  let end = title.length;
  while (end > 0 && '.!?…'.includes(title.charAt(end - 1))) end--;
  return title.slice(0, end);
}

/** The title as it stands; then with the periods that a chart says without words: from its first to its last, or the last. */
function readings(title: string, { categories }: ChartData): string[] {
  const [first, last] = [categories[0], categories.at(-1)];
  const between = spanAsEnds(title, categories);
  if (first === undefined || last === undefined || first === last) return [between];
  const dated = categories.some((category) => title.includes(category));
  return dated ? [between] : [`${title} between ${first} and ${last}`, `${title} in ${last}`];
}

/** The numbers of a computation in the chart's unit: "1752000000 / 570000000 = 3.07" is "1,752 / 570 = 3.07". */
function inUnit(computed: string, scale: number): string {
  return computed.replace(/\d+(?:\.\d+)?/gu, (digits) => {
    const value = Number(digits);
    return value >= scale ? chartNumber(Number((value / scale).toPrecision(12))) : digits;
  });
}

/**
 * What the title of `chart` claims of its values; null when it claims nothing that can be computed from them. A title that
 * can be read in two ways ("up 94%": on the year, or on the first value) is contradicted only when both are.
 */
export function chartClaim(chart: ChartData): ChartClaim | null {
  const title = withoutStop(chart.title.trim());
  const count = chart.series.reduce((sum, { points }) => sum + points.filter(({ value }) => value !== null).length, 0);
  if (title === '' || count < 2 || count > MOST_VALUES) return null;
  const before = sentences(chart);
  const { scale } = unitParts(chart.unit);
  let against: ChartClaim | null = null;
  for (const reading of readings(title, chart)) {
    for (const { verdict, text, computed } of claimsIn(before, reading)) {
      if (verdict === 'not-checkable' || computed === null) continue;
      const claim: ChartClaim = { verdict, words: text, computed: inUnit(computed, scale) };
      if (verdict === 'supported') return claim;
      against ??= claim;
    }
  }
  return against;
}
