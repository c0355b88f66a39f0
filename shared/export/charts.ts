// planChart: what of a chart's data can be drawn in Word; what cannot becomes a table with a message, never an error.
import { chartSchema, CHART_KINDS, type ChartData } from '../briefing/chart.ts';
import { changesOf, chartAlt, chartNumber, showsChange } from '../briefing/chartText.ts';
import { unitWords } from '../briefing/unitWords.ts';
import type { Fact } from '../facts/fact.ts';
import type { Cleaner } from './text.ts';

/** What of the PlanContext a chart needs. */
export interface ChartContext {
  readonly text: Cleaner;
  /** Facts by id: what a chart's points are tied to must be of one unit. */
  readonly facts?: ReadonlyMap<string, Fact>;
  tell(code: string, text: string): void;
}

export type PlannedChart =
  | { readonly kind: 'chart'; readonly chart: ChartData; readonly alt: string }
  /** The values as they are, the first row a header; `title` is what the chart would have been called. */
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly rows: readonly (readonly string[])[];
      /** How many columns hold numbers; they are the last. */
      readonly numbers: number;
      /** True when the analyst chose a table: then its title stands over it. */
      readonly meant?: boolean;
    };

/** More series than a reader keeps apart, more categories than an axis holds. */
const MOST_SERIES = 12;
const MOST_CATEGORIES = 60;
/** Rows of the table in place of a chart; what is more is told. */
const MOST_ROWS = 400;

interface Lists {
  readonly [name: string]: unknown;
}

function record(value: unknown): Lists {
  return typeof value === 'object' && value !== null ? (value as Lists) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The data with clean strings, and a gap for each number that is none. */
function readChart(data: unknown, { text }: ChartContext): { readonly read: Lists; readonly gaps: number } {
  const given = record(data);
  let gaps = 0;
  const point = (value: unknown): unknown => {
    const one = record(value);
    const number = one['value'];
    const lost = typeof number === 'number' && !Number.isFinite(number);
    if (lost) gaps++;
    return { value: lost ? null : number, factId: typeof one['factId'] === 'string' ? one['factId'] : null };
  };
  return {
    read: {
      kind: given['kind'],
      ...flags(given),
      title: text.line(words(given['title'])),
      unit: text.line(words(given['unit'])),
      categories: list(given['categories']).map((category) => text.line(words(category))),
      series: list(given['series']).map((series) => ({
        name: text.line(words(record(series)['name'])),
        points: list(record(series)['points']).map(point),
      })),
    },
    gaps,
  };
}

/** How it is shown, where that is said in the right form; a chart is not lost for a wrong word there. */
function flags(given: Lists): Pick<ChartData, 'asTable' | 'show'> {
  const show = record(given['show']);
  const told = (['values', 'change', 'source'] as const).flatMap((name) =>
    typeof show[name] === 'boolean' ? [[name, show[name]] as const] : [],
  );
  return {
    ...(given['asTable'] === true ? { asTable: true } : {}),
    ...(told.length > 0 ? { show: Object.fromEntries(told) } : {}),
  };
}

/** Units of the figures behind the points, in words. */
function unitsOf(chart: ChartData, facts: ReadonlyMap<string, Fact>): Set<string> {
  const units = new Set<string>();
  for (const { points } of chart.series) {
    for (const { factId } of points) {
      const fact = factId === null ? undefined : facts.get(factId);
      if (fact?.kind === 'figure') units.add(unitWords(fact.unit));
    }
  }
  return units;
}

/** Why it cannot be drawn, as the end of a sentence; null when it can. */
function hindrance(chart: ChartData, facts: ReadonlyMap<string, Fact>): string | null {
  const { categories, series } = chart;
  if (series.every(({ points }) => points.every(({ value }) => value === null))) return 'it has no values';
  if (series.some(({ points }) => points.length !== categories.length)) {
    return 'its values do not match its categories';
  }
  if (series.length > MOST_SERIES) return `it has more than ${MOST_SERIES} series`;
  if (categories.length > MOST_CATEGORIES) return `it has more than ${MOST_CATEGORIES} categories`;
  const units = unitsOf(chart, facts);
  return units.size > 1
    ? `its values have different units (${[...units].map((unit) => unit || 'none').join(', ')})`
    : null;
}

/** One row a value, which fits any page: category, series, value. */
function tableOf(
  series: ChartData['series'],
  categories: readonly string[],
  unit: string,
  withChange = false,
): string[][] {
  const several = series.length > 1;
  const changes =
    withChange && series[0]
      ? changesOf(
          unit,
          series[0].points.map(({ value }) => value),
        )
      : null;
  const heading = unit === '' ? 'Value' : `Value, ${unit}`;
  const rows = [['Category', ...(several ? ['Series'] : []), heading, ...(changes ? ['Change'] : [])]];
  const most = Math.max(categories.length, ...series.map(({ points }) => points.length));
  for (let at = 0; at < most && rows.length <= MOST_ROWS; at++) {
    for (const { name, points } of series) {
      const point = points[at];
      if (!point && at >= categories.length) continue;
      const value = point?.value ?? null;
      rows.push([
        categories[at] ?? 'not given',
        ...(several ? [name || 'not given'] : []),
        value === null ? 'not known' : chartNumber(value),
        ...(changes ? [changes[at] ?? '–'] : []),
      ]);
    }
  }
  return rows;
}

/**
 * The chart of a chart node's `data`, whatever that is: drawn when the form is right and there is something to draw, else
 * as a table of the values there are; null when there is not even that. Each loss is told. Never throws.
 */
export function planChart(data: unknown, context: ChartContext): PlannedChart | null {
  const { read, gaps } = readChart(data, context);
  const title = words(read['title']);
  const name = title === '' ? 'A chart' : `The chart “${title}”`;
  // A chart of an unknown kind is drawn as columns: the values are what counts.
  const known = (CHART_KINDS as readonly unknown[]).includes(read['kind']);
  const parsed = chartSchema.safeParse(known ? read : { ...read, kind: 'bar' });
  if (!parsed.success || parsed.data.series.length === 0 || parsed.data.categories.length === 0) {
    context.tell('chart-unreadable', `${name} was left out: its values cannot be read.`);
    return null;
  }
  if (gaps > 0) {
    const [count, verb] = gaps === 1 ? ['One value', 'is'] : [`${gaps} values`, 'are'];
    context.tell('chart-gaps', `${name} has gaps: ${count.toLowerCase()} of it ${verb} no number.`);
  }
  const { unit, categories, series } = parsed.data;
  if (parsed.data.asTable && hindrance(parsed.data, context.facts ?? new Map()) === null) {
    const changed = showsChange(parsed.data);
    const rows = tableOf(series, categories, unit, changed);
    return { kind: 'table', title, rows, numbers: changed ? 2 : 1, meant: true };
  }
  const why = hindrance(parsed.data, context.facts ?? new Map());
  if (why !== null) {
    const rows = tableOf(series, categories, unit);
    const cut = rows.length > MOST_ROWS;
    const rest = cut ? ` Only its first ${MOST_ROWS} values are there.` : '';
    context.tell(
      'chart-as-table',
      `${name} could not be drawn, because ${why}. A table of its values stands in its place.${rest}`,
    );
    return { kind: 'table', title, rows: cut ? rows.slice(0, MOST_ROWS + 1) : rows, numbers: 1 };
  }
  const only = series.length === 1;
  const chart: ChartData = {
    ...parsed.data,
    series: series.map((one, at) => ({
      ...one,
      name: one.name || (only ? title || unit || 'Values' : `Series ${at + 1}`),
    })),
  };
  return { kind: 'chart', chart, alt: chartAlt(chart) };
}
