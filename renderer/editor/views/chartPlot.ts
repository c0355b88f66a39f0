// chartPlot: the picture of a chart, drawn by Observable Plot as SVG; a chunk of its own, loaded with the first chart.
import {
  axisX,
  axisY,
  barY,
  dot,
  gridY,
  lineY,
  type Markish,
  plot,
  rect,
  type RenderFunction,
  ruleY,
  text,
} from '@observablehq/plot';
import type { ChartData } from '../../../shared/briefing/chart.ts';
import {
  changesOf,
  chartNumber,
  isPercent,
  MOST_BETWEEN,
  showsChange,
  showsValues,
} from '../../../shared/briefing/chartText.ts';
import { CHART_BOX } from './chartBox.ts';

/** Classes of the stylesheet; beyond them the colours come again. */
export const SHADES = 6;
const MARGIN = { left: 52, right: 4, top: 22, bottom: 24 } as const;
/** Mean width of a letter under the axis, in units of the drawing. */
const LETTER = 6;
/** Share of a category's width that stays free between groups of columns. */
const GROUP_GAP = 0.4;
/** How far a word beside a line must rise for each step of the line, so that a steep line does not run through it. */
const CLEAR = 0.15;

interface Datum {
  readonly category: string;
  readonly series: number;
  readonly value: number | null;
  readonly factId: string | null;
  readonly change: string | null;
  /** The value of the category before. */
  readonly before: number | null;
}

function dataOf(data: ChartData): Datum[] {
  return data.series.flatMap(({ points }, series) => {
    const values = points.map(({ value }) => value);
    const changes = changesOf(data.unit, values);
    return points.map(({ value, factId }, at) => ({
      category: String(at),
      series,
      value,
      factId,
      change: changes[at] ?? null,
      before: values[at - 1] ?? null,
    }));
  });
}

/** What Plot binds to an element: the index of its datum, or of all those that a line runs through. */
type Bound = Element & { readonly __data__?: number | readonly number[] };

/** Gives each drawn value the class of its series and the figure it comes from: a press on it leads to the source. */
function traced(data: readonly Datum[], classOf: (datum: Datum) => string): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    for (const element of group ? [...group.children] : []) {
      const bound = (element as Bound).__data__;
      const one = typeof bound === 'number';
      const datum = data[(one ? bound : bound?.[0]) ?? -1];
      if (!datum) continue;
      element.setAttribute('class', classOf(datum));
      if (datum.factId !== null && one) element.setAttribute('data-fact', datum.factId);
    }
    return group;
  };
}

function shade({ series }: Datum): string {
  return `shade-${series % SHADES}`;
}

/** Names of the categories under the axis; of many only every second, third ... has room. */
function named(data: ChartData): string[] {
  const slot = (CHART_BOX.width - MARGIN.left - MARGIN.right) / Math.max(1, data.categories.length);
  const longest = Math.max(0, ...data.categories.map((name) => [...name].length)) * LETTER + 8;
  const every = Math.max(1, Math.ceil(longest / slot));
  return data.categories.flatMap((_, at) => (at % every === 0 ? [String(at)] : []));
}

/** The words over columns and points. */
function labels(data: ChartData, all: readonly Datum[], number: (value: number) => string): Markish[] {
  const known = all.filter((datum): datum is Datum & { value: number } => datum.value !== null);
  const between = data.categories.length <= MOST_BETWEEN;
  const marks: Markish[] = [];
  const line = data.kind === 'line';
  const lift = line ? 10 : 7;
  if (showsValues(data)) {
    // The change is the second line of the label, as in Word.
    const second = ({ change }: Datum): boolean => showsChange(data) && !between && change !== null;
    const over = (below: boolean, lifted: boolean) =>
      text(
        known.filter((datum) => datum.value < 0 === below && second(datum) === lifted),
        {
          x: 'category',
          y: 'value',
          text: ({ value }: { value: number }) => number(value),
          dy: below && !line ? lift : -lift - (lifted ? 12 : 0),
          className: 'value-label',
        },
      );
    marks.push(over(false, false), over(false, true), over(true, false), over(true, true));
  }
  if (showsChange(data)) {
    const changed = known.filter(({ change, before }) => change !== null && before !== null);
    const step = (CHART_BOX.width - MARGIN.left - MARGIN.right) / Math.max(1, data.categories.length);
    marks.push(
      text(changed, {
        x: 'category',
        // Between two columns it stands as high as the middle of their tops.
        y: ({ value, before }: { value: number; before: number | null }) =>
          between ? (value + (before ?? value)) / 2 + (line ? Math.abs(value - (before ?? value)) * CLEAR : 0) : value,
        text: 'change',
        dx: between ? -step / 2 : 0,
        dy: between ? (line ? -8 : -6) : -lift,
        className: 'change-label',
      }),
    );
  }
  return marks;
}

/**
 * The picture of `data` (its strings clean) with nothing but classes for its looks, so that it follows the theme. Nothing of
 * it is heard: the table beside it says it all. `document`: where its elements are made.
 */
export function chartPicture(data: ChartData, document: Document): SVGElement {
  const all = dataOf(data);
  const sign = isPercent(data.unit) ? '%' : '';
  const number = (value: number): string => `${chartNumber(value)}${sign}`;
  const several = data.series.length > 1;
  const names = named(data);
  const categoryWords = (at: string): string => data.categories[Number(at)] ?? '';
  const title = ({ category, value }: Datum): string =>
    `${categoryWords(category)}: ${value === null ? '' : number(value)}`;
  const bar = data.kind === 'bar';
  const gap = data.categories.length <= MOST_BETWEEN ? 0.6 : 0.4;
  const bars = (): Markish => {
    const drawn = all.filter(({ value }) => value !== null);
    if (!several) return barY(drawn, { x: 'category', y: 'value', title, render: traced(drawn, shade) });
    // Columns of one category stand side by side, each in its share of the category's width.
    const wide = (1 - GROUP_GAP) / data.series.length;
    const left = ({ category, series }: Datum): number => Number(category) + GROUP_GAP / 2 + series * wide;
    const right = (datum: Datum): number => left(datum) + wide;
    return rect(drawn, { x1: left, x2: right, y1: 0, y2: 'value', title, render: traced(drawn, shade) });
  };
  const lines = (): Markish[] => {
    const points = all.filter(({ value }) => value !== null);
    return [
      lineY(all, { x: 'category', y: 'value', z: 'series', render: traced(all, shade) }),
      dot(points, { x: 'category', y: 'value', r: 3.5, title, render: traced(points, shade) }),
    ];
  };
  const grouped = bar && several;
  const axis = { ticks: names, tickSize: 0, tickFormat: categoryWords, label: null, className: 'tick-label' };
  const domain = data.categories.map((_, at) => String(at));
  const room = showsChange(data) && data.categories.length > MOST_BETWEEN ? 12 : 0;
  const root = plot({
    document,
    className: 'chart-plot',
    width: CHART_BOX.width,
    height: CHART_BOX.height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top + room,
    marginBottom: MARGIN.bottom,
    ...(grouped
      ? { x: { type: 'linear' as const, domain: [0, domain.length], axis: null } }
      : bar
        ? {
            x: {
              type: 'band' as const,
              domain,
              paddingInner: gap,
              paddingOuter: gap / 2,
              axis: null,
            },
          }
        : { x: { type: 'point' as const, domain, padding: 0.5, axis: null } }),
    y: { nice: 5, zero: true, axis: null, label: null },
    marks: [
      gridY({ ticks: 5, className: 'grid', strokeOpacity: 1 }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: number, label: null, className: 'tick-label' }),
      ...(bar ? [bars()] : lines()),
      ...labels(data, all, number),
      ruleY([0], { className: 'zero' }),
      grouped
        ? axisX({
            ...axis,
            ticks: names.map((at) => Number(at) + 0.5),
            tickFormat: (at: number) => categoryWords(String(Math.floor(at))),
          })
        : axisX(axis),
    ],
  });
  // Its own sheet: the content security policy refuses it, and ours says how it looks.
  for (const sheet of root.querySelectorAll('style')) sheet.remove();
  root.setAttribute('aria-hidden', 'true');
  root.setAttribute('focusable', 'false');
  return root as SVGElement;
}
