// The layout of a chart: where title, unit and plot stand, how the value axis is stepped and how many labels the other has room for.
import type { ChartData } from '../../briefing/chart.ts';
import { showsChange, showsValues } from '../../briefing/chartText.ts';

/** 7 cm; in EMU (914,400 to an inch). */
export const CHART_HEIGHT = 2_520_000;
/** In points. The width is that of the text on A4; on Letter all is a hair wider. */
const WIDTH = 451;
const HEIGHT = 198.4;
/** Mean widths of Calibri's letters, and its line, at 9 points; and of the bold title at 10. */
const LETTER = 4.6;
const LINE = 12;
const TITLE_LETTER = 5.3;
const TITLE_LINE = 13;
/** Word breaks a title that is wider than four fifths of its chart. */
const TITLE_WIDTH = WIDTH * 0.8;

/** Where a title of `text` begins that ends at the right edge, as a fraction of the chart. */
export function rightTitleStart(text: string): number {
  const width = Math.min([...text].length * TITLE_LETTER + 12, TITLE_WIDTH);
  return fraction(WIDTH - width, WIDTH);
}

/** In fractions of the chart. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartLayout {
  /** Top of the unit's line. */
  readonly unitTop: number;
  /** What lies between the axes. */
  readonly plot: Box;
  /** The names of the categories stand on end, for want of room. */
  readonly upright: boolean;
  /** Every how many categories one is named. */
  readonly labelEvery: number;
  /** Distance of the lines along the value axis, in its unit. */
  readonly step: number;
}

/** About five lines: the step is 1, 2, 2.5 or 5 times a power of ten. */
function stepOf(values: readonly number[]): number {
  const range = Math.max(0, ...values) - Math.min(0, ...values);
  if (range <= 0) return 1;
  const rough = range / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10;
  const step = Number((nice * power).toPrecision(6));
  // Half a ship is on no axis.
  return step < 1 && values.every(Number.isInteger) ? 1 : step;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, [...text].length), 0);
}

function fraction(points: number, of: number): number {
  return Number((points / of).toFixed(4));
}

/** Places the parts of a chart; `axisNumber` prints a value as the axis does. `withUnit`: a line for the unit. */
export function layoutOf(
  data: ChartData,
  values: readonly number[],
  withUnit: boolean,
  axisNumber: (value: number) => string,
): ChartLayout {
  const step = stepOf(values);
  const top = Math.ceil(Math.max(0, ...values) / step) * step;
  const bottom = Math.floor(Math.min(0, ...values) / step) * step;
  const left = longest([axisNumber(top), axisNumber(bottom), axisNumber(step)]) * LETTER + 10;
  const width = WIDTH - left - 4;

  const titleLines = data.title === '' ? 0 : Math.ceil(([...data.title].length * TITLE_LETTER) / TITLE_WIDTH);
  const unitTop = 2 + titleLines * TITLE_LINE;
  // The number over the highest column needs a line of its own, and the change another.
  const labelLines = showsChange(data) && showsValues(data) ? 2 : 1;
  const plotTop = Math.min(unitTop + (withUnit ? LINE : 0) + labelLines * LINE + 2, HEIGHT / 2);

  const slot = width / data.categories.length;
  const label = longest(data.categories) * LETTER + 4;
  // A name of several words is broken; a year would be cut in two, so it is turned.
  const breaks = slot >= 40 && data.categories.some((category) => category.includes(' '));
  const nameLines = breaks ? Math.min(3, Math.ceil(label / slot)) : 1;
  const upright = label > slot * nameLines;
  const labelEvery = upright ? Math.ceil(LINE / slot) : 1;
  const labelHeight = upright ? Math.min(label, 72) : nameLines * LINE;

  const names = data.series.reduce((sum, { name }) => sum + [...name].length * LETTER + 30, 0);
  const legendLines = data.series.length > 1 ? Math.min(4, Math.ceil(names / (WIDTH * 0.8))) : 0;
  const below = labelHeight + 8 + legendLines * (LINE + 2) + (legendLines > 0 ? 8 : 0);
  const height = Math.max(HEIGHT - plotTop - below, HEIGHT / 4);
  return {
    unitTop: fraction(unitTop, HEIGHT),
    plot: {
      x: fraction(left, WIDTH),
      y: fraction(plotTop, HEIGHT),
      width: fraction(width, WIDTH),
      height: fraction(height, HEIGHT),
    },
    upright,
    labelEvery,
    step,
  };
}
