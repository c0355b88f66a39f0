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

/** The values of one series, shortened when they are many. */
function seriesWords(
  categories: readonly string[],
  points: ChartData['series'][number]['points'],
  sign: string,
  short: boolean,
): string {
  const told = points.map(({ value }, index) => ({ value, category: categories[index] ?? String(index + 1) }));
  const known = told.flatMap(({ value, category }) => (value === null ? [] : [{ value, category }]));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return 'No values.';
  const one = ({ value, category }: { value: number; category: string }): string =>
    `${category}: ${chartNumber(value)}${sign}`;
  if (!short) {
    return `${told.map((each) => (each.value === null ? `${each.category}: not known` : one({ value: each.value, category: each.category }))).join('; ')}.`;
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
    const words = seriesWords(chart.categories, points, sign, count > MOST_TOLD);
    return chart.series.length > 1 ? `${name.trim() || 'Values'}: ${words}` : words;
  });
  const head = about === '' ? KIND_WORDS[chart.kind] : `${KIND_WORDS[chart.kind]}: ${about}`;
  return [/[.!?…]$/u.test(head) ? head : `${head}.`, ...parts].join(' ');
}
