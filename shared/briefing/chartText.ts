// Chart text: the numbers of a chart as printed, and the words that stand for it where it cannot be seen.
import type { ChartData } from './chart.ts';

/** More would say more than any source does, and no axis has room for them. */
const MOST_DECIMALS = 6;
/** Beyond these a text alternative tells range and turning points instead of every value. */
const MOST_TOLD = 20;

const KIND_WORDS: Readonly<Record<ChartData['kind'], string>> = { bar: 'Column chart', line: 'Line chart' };

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** A chart's unit in its parts: "million US dollars" is `{ scale: 1000000, base: 'US dollars' }`. */
export function unitParts(unit: string): { readonly scale: number; readonly base: string } {
  const words = unit.trim();
  const space = words.indexOf(' ');
  const first = space < 0 ? words : words.slice(0, space);
  const scale = SCALES[first.toLowerCase()];
  return scale === undefined ? { scale: 1, base: words } : { scale, base: words.slice(first.length).trim() };
}

/** True for a unit that is written as a sign behind each number. */
export function isPercent(unit: string): boolean {
  return /^(?:per cent|percent|percentage|%)$/iu.test(unit.trim());
}

/** How many decimals `values` need, at most six, so that none is shown rounded. */
export function decimalsOf(values: readonly number[]): number {
  let most = 0;
  for (const value of values) {
    while (most < MOST_DECIMALS && Number(value.toFixed(most)) !== value) most++;
  }
  return most;
}

/** "1,752", "−3.5": thousands parted by a comma, a true minus sign, no needless digit. */
export function chartNumber(value: number): string {
  const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: MOST_DECIMALS }).format(Math.abs(value));
  return `${value < 0 && digits !== '0' ? '−' : ''}${digits}`;
}

/** With more columns the numbers over them would touch. */
export const MOST_LABELS = 14;
/** Up to so many columns have room between them for the change; with more it stands under the value. */
export const MOST_BETWEEN = 6;

function roomForLabels({ series, categories }: ChartData): boolean {
  return series.length === 1 && categories.length <= MOST_LABELS;
}

/** True when each value is printed at its column or point: there must be room; columns have it unless they are told not to. */
export function showsValues(chart: ChartData): boolean {
  return roomForLabels(chart) && (chart.show?.values ?? chart.kind === 'bar');
}

/** True when the change from one value to the next is printed. */
export function showsChange(chart: ChartData): boolean {
  return roomForLabels(chart) && chart.show?.change === true;
}

/**
 * The change that each value is on the one before: "+58.6%", "−3.0%"; of percentages "+1.2 points". Null for the first, at
 * a gap, and where a share of nothing or of less than nothing would say nothing.
 */
export function changesOf(unit: string, values: readonly (number | null)[]): (string | null)[] {
  const percent = isPercent(unit);
  return values.map((value, at) => {
    const before = values[at - 1] ?? null;
    if (value === null || before === null || (!percent && (before <= 0 || value < 0))) return null;
    const change = Number((percent ? value - before : (value / before - 1) * 100).toFixed(1));
    const sign = change > 0 ? '+' : change < 0 ? '−' : '';
    return `${sign}${Math.abs(change).toFixed(1)}${percent ? ' points' : '%'}`;
  });
}

/** The values of one series, shortened when they are many. */
function seriesWords(
  categories: readonly string[],
  points: ChartData['series'][number]['points'],
  sign: string,
  short: boolean,
  changes: readonly (string | null)[],
): string {
  const told = points.map(({ value }, index) => {
    const category = categories[index] ?? String(index + 1);
    return { value, category, change: changes[index] ?? null };
  });
  const known = told.flatMap(({ value, category, change }) => (value === null ? [] : [{ value, category, change }]));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return 'No values.';
  const one = ({ value, category, change }: (typeof known)[number]): string =>
    `${category}: ${chartNumber(value)}${sign}${change === null ? '' : ` (${change})`}`;
  if (!short) {
    return `${told.map(({ value, ...each }) => (value === null ? `${each.category}: not known` : one({ value, ...each }))).join('; ')}.`;
  }
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a));
  const count = `${known.length} values from ${first.category} to ${last.category}`;
  return `${count}. First, ${one(first)}; last, ${one(last)}; lowest, ${one(lowest)}; highest, ${one(highest)}.`;
}

/**
 * The text alternative, made from the values: "Column chart: Trade turnover, million US dollars. 2022: 570; 2023: 904;
 * 2024: 1,752." With more than 20 values the range, the first, last, lowest and highest of each series.
 */
export function chartAlt(chart: ChartData): string {
  const sign = isPercent(chart.unit) ? '%' : '';
  const about = [chart.title.trim(), sign === '' ? chart.unit.trim() : ''].filter(Boolean).join(', ');
  const count = chart.series.reduce((sum, { points }) => sum + points.length, 0);
  const parts = chart.series.map(({ name, points }) => {
    const values = points.map(({ value }) => value);
    const changes = showsChange(chart) ? changesOf(chart.unit, values) : [];
    const words = seriesWords(chart.categories, points, sign, count > MOST_TOLD, changes);
    return chart.series.length > 1 ? `${name.trim() || 'Values'}: ${words}` : words;
  });
  const head = about === '' ? KIND_WORDS[chart.kind] : `${KIND_WORDS[chart.kind]}: ${about}`;
  return [/[.!?…]$/u.test(head) ? head : `${head}.`, ...parts].join(' ');
}
