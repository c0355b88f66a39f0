// chartShapes: where the columns, lines and labels of a chart stand on the page; plain geometry, drawn by chart.ts.
import type { ChartData } from '../../../shared/briefing/chart.ts';

/** In the units of the drawing. */
export const CHART_SIZE = { width: 558, height: 220, left: 52, right: 4, top: 18, bottom: 22 } as const;

export interface ChartMark {
  readonly series: number;
  readonly value: number;
  readonly category: string;
  readonly factId: string | null;
  /** Middle and top of the value. */
  readonly x: number;
  readonly y: number;
}

export interface ChartColumn extends ChartMark {
  readonly left: number;
  readonly width: number;
  readonly upper: number;
  readonly height: number;
}

export interface ChartShapes {
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly names: readonly { readonly text: string; readonly x: number }[];
  readonly columns: readonly ChartColumn[];
  /** Stretches of each line: a gap parts them. */
  readonly lines: readonly { readonly series: number; readonly points: readonly ChartMark[] }[];
  readonly zero: number;
}

/** Round values from zero to beyond the furthest value, about five. */
export function ticksOf(values: readonly number[]): number[] {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const rough = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(Math.ceil(high / step - 1e-9), from + 1);
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
}

export function chartShapes(data: ChartData): ChartShapes {
  const { width, height, left, right, top, bottom } = CHART_SIZE;
  const values = data.series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const ticks = ticksOf(values);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number): number => top + ((high - value) / (high - low)) * (height - top - bottom);
  const slot = (width - left - right) / Math.max(1, data.categories.length);
  const middle = (at: number): number => left + slot * (at + 0.5);
  const markOf = (series: number, at: number, value: number, factId: string | null, x = middle(at)): ChartMark => ({
    series,
    value,
    factId,
    category: data.categories[at] ?? '',
    x,
    y: y(value),
  });

  const columns: ChartColumn[] = [];
  const lines: { series: number; points: ChartMark[] }[] = [];
  const column = (slot * 0.6) / Math.max(1, data.series.length);
  for (const [series, { points }] of data.series.entries()) {
    let stretch: ChartMark[] = [];
    for (const [at, { value, factId }] of points.entries()) {
      if (value === null) {
        stretch = [];
      } else if (data.kind === 'bar') {
        const from = middle(at) - slot * 0.3 + column * series;
        const mark = markOf(series, at, value, factId, from + column / 2);
        const upper = Math.min(mark.y, y(0));
        columns.push({ ...mark, left: from, width: column, upper, height: Math.abs(mark.y - y(0)) });
      } else {
        if (stretch.length === 0) lines.push({ series, points: stretch });
        stretch.push(markOf(series, at, value, factId));
      }
    }
  }
  // A name needs some room: of many only every second, third ... stands there.
  const every = Math.max(1, Math.ceil((Math.max(0, ...data.categories.map((name) => name.length)) * 6 + 8) / slot));
  return {
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    names: data.categories.flatMap((text, at) => (at % every === 0 ? [{ text, x: middle(at) }] : [])),
    columns,
    lines,
    zero: y(0),
  };
}
