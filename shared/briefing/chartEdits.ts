// chartEdits: what an analyst changes of a chart, each as new data: a value, a figure more or less, the unit, what is shown.
import type { Fact, Figure } from '../facts/fact.ts';
import type { ChartData, ChartShow } from './chart.ts';
import { unitParts } from './chartText.ts';
import { categoryOf, measureKey, periodOrder } from './figureSeries.ts';
import { unitWords } from './unitWords.ts';

const SCALES = [1, 1e3, 1e6, 1e9, 1e12] as const;
const SCALE_WORDS: Readonly<Record<number, string>> = {
  1e3: 'thousand',
  1e6: 'million',
  1e9: 'billion',
  1e12: 'trillion',
};

/** Division leaves a trace in the last digits that nobody wrote. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

type Series = ChartData['series'];

function eachPoint(
  chart: ChartData,
  change: (point: Series[number]['points'][number], at: number) => typeof point,
): Series {
  return chart.series.map((one) => ({ ...one, points: one.points.map(change) }));
}

/** The chart with another value at a place; what it is tied to stays, so that the guard sees the difference. */
export function withValue(chart: ChartData, series: number, at: number, value: number | null): ChartData {
  return {
    ...chart,
    series: chart.series.map((one, index) =>
      index === series
        ? { ...one, points: one.points.map((point, place) => (place === at ? { ...point, value } : point)) }
        : one,
    ),
  };
}

/** The chart without one of its categories, in every series. */
export function withoutCategory(chart: ChartData, at: number): ChartData {
  return {
    ...chart,
    categories: chart.categories.filter((_, place) => place !== at),
    series: chart.series.map((one) => ({ ...one, points: one.points.filter((_, place) => place !== at) })),
  };
}

export function withShow(chart: ChartData, change: ChartShow): ChartData {
  return { ...chart, show: { ...chart.show, ...change } };
}

/** The value of a figure in the chart's unit; null for a range. */
export function valueIn(chart: Pick<ChartData, 'unit'>, figure: Figure): number | null {
  return typeof figure.value === 'number' ? clean(figure.value / unitParts(chart.unit).scale) : null;
}

/**
 * The units that the chart's values can be told in, from the plain one up, with the present one among them: "US dollars",
 * "thousand US dollars" ... Those that would make every value less than a hundredth, or a number of ten digits, are left out.
 */
export function unitChoices(chart: ChartData): string[] {
  const { scale, base } = unitParts(chart.unit);
  const values = chart.series.flatMap(({ points }) => points.flatMap(({ value }) => (value ? [Math.abs(value)] : [])));
  const most = Math.max(...values, 0) * scale;
  // A share has no thousands.
  if (/^(?:per cent|times)$/u.test(base)) return [chart.unit];
  return SCALES.filter((one) => one === scale || (most / one >= 0.01 && most / one < 1e9 && most > 0)).map((one) =>
    one === scale ? chart.unit : [SCALE_WORDS[one] ?? '', base].filter(Boolean).join(' '),
  );
}

/** The chart with its values told in another of `unitChoices`. */
export function withUnit(chart: ChartData, unit: string): ChartData {
  const factor = unitParts(chart.unit).scale / unitParts(unit).scale;
  const change = (value: number | null): number | null => (value === null ? null : clean(value * factor));
  return { ...chart, unit, series: eachPoint(chart, (point) => ({ ...point, value: change(point.value) })) };
}

/**
 * The figures of `facts` that a chart of one series can take up: of its unit, with one value and a period that it does not
 * show yet; those of its own measure first.
 */
export function addableFigures(chart: ChartData, facts: readonly Fact[]): Figure[] {
  const [only, ...others] = chart.series;
  if (!only || others.length > 0) return [];
  const { base } = unitParts(chart.unit);
  const used = new Set(only.points.map(({ factId }) => factId));
  const taken = new Set(chart.categories);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const measures = new Set<string>([measureKey(only.name)]);
  for (const id of used) {
    const fact = id === null ? undefined : byId.get(id);
    if (fact?.kind === 'figure' && fact.measure !== null) measures.add(measureKey(fact.measure));
  }
  const own = (figure: Figure): boolean => figure.measure !== null && measures.has(measureKey(figure.measure));
  return facts
    .flatMap((fact) => (fact.kind === 'figure' && !fact.dismissed && !used.has(fact.id) ? [fact] : []))
    .filter((figure) => {
      const category = figure.period === null ? null : categoryOf(figure.period);
      const relative = figure.figureKind === 'multiple' || figure.figureKind === 'ratio';
      return (
        typeof figure.value === 'number' &&
        !relative &&
        category !== null &&
        !taken.has(category) &&
        unitWords(figure.unit).toLowerCase() === base.toLowerCase()
      );
    })
    .sort((a, b) => Number(own(b)) - Number(own(a)) || periodOrder(a.period ?? '') - periodOrder(b.period ?? ''));
}

/** The chart with a figure more, at its place in time; the chart as it is when the figure has no place in it. */
export function withFigure(chart: ChartData, figure: Figure, facts: readonly Fact[]): ChartData {
  const category = figure.period === null ? null : categoryOf(figure.period);
  const value = valueIn(chart, figure);
  if (category === null || value === null) return chart;
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const orderAt = (at: number): number | null => {
    const id = chart.series[0]?.points[at]?.factId;
    const fact = typeof id === 'string' ? byId.get(id) : undefined;
    return fact?.kind === 'figure' && fact.period !== null ? periodOrder(fact.period) : null;
  };
  const order = periodOrder(figure.period ?? '');
  let place = chart.categories.findIndex((_, at) => (orderAt(at) ?? -Infinity) > order);
  if (place < 0) place = chart.categories.length;
  return {
    ...chart,
    categories: chart.categories.toSpliced(place, 0, category),
    series: chart.series.map((one, index) => ({
      ...one,
      points: one.points.toSpliced(
        place,
        0,
        index === 0 ? { value, factId: figure.id } : { value: null, factId: null },
      ),
    })),
  };
}
