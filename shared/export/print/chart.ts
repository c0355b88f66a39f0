// A chart as an SVG picture: columns or lines over an axis that begins at zero, in the looks of the Word chart (parts/chart.ts).
import type { ChartData } from '../../briefing/chart.ts';
import { changesOf, chartNumber, isPercent, MOST_BETWEEN, showsChange, showsValues } from '../../briefing/chartText.ts';
import { PALETTE } from '../parts/chart.ts';
import { GREY, HAIRLINE, INK } from '../styles.ts';
import { element, escapeHtml, openTag } from './html.ts';

export interface ChartSize {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Points. Mean width of a letter of 9-point Calibri, on the safe side. */
const LETTER = 5;
const LABEL = 9;
/** How far a word beside a line must rise for each step of the line, so that a steep line does not run through it. */
const CLEAR = 0.15;

/** Ticks at a round step, from at most zero to at least zero, that take in every value. */
export function ticks(values: readonly number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => span / (power * factor) <= 5) ?? 10);
  const from = Math.floor(low / step);
  // Without any height there is still an axis.
  const to = high === low ? 1 : Math.ceil(high / step);
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** Width of a category. */
  readonly step: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', more: string = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${more}>${escapeHtml(words)}</text>`;
}

function colourOf(index: number): string {
  return `#${PALETTE[index % PALETTE.length] ?? INK}`;
}

function columns(data: ChartData, frame: Frame): string {
  const few = data.categories.length * data.series.length <= 6;
  const group = frame.step * (few ? 0.4 : 0.625);
  const width = group / data.series.length;
  let svg = '';
  for (const [index, { points }] of data.series.entries()) {
    for (const [at, { value }] of points.entries()) {
      if (value === null) continue;
      const x = frame.x(at) - group / 2 + index * width;
      const [top, bottom] = [frame.y(Math.max(0, value)), frame.y(Math.min(0, value))];
      // After the last colour they come again as outlines.
      const outline = index >= PALETTE.length;
      const fill = outline ? '#FFFFFF' : colourOf(index);
      const edge = outline ? ` stroke="${colourOf(index)}"` : ` stroke="#${GREY}" stroke-width=".25"`;
      svg += `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(bottom - top)}" fill="${fill}"${edge}/>`;
    }
  }
  return svg;
}

/** A line is broken where nothing is known; a value between two gaps is a point. */
function lines(data: ChartData, frame: Frame): string {
  let svg = '';
  for (const [index, { points }] of data.series.entries()) {
    const colour = colourOf(index);
    let path = '';
    let marks = '';
    let pen = 'M';
    for (const [at, { value }] of points.entries()) {
      if (value === null) {
        pen = 'M';
        continue;
      }
      const place = `${round(frame.x(at))} ${round(frame.y(value))}`;
      path += `${pen}${place}`;
      pen = 'L';
      const [cx, cy] = place.split(' ');
      marks += `<circle cx="${cx ?? ''}" cy="${cy ?? ''}" r="2.5" fill="${colour}" stroke="#${GREY}" stroke-width=".25"/>`;
    }
    const dash = index < PALETTE.length ? '' : ' stroke-dasharray="6 3"';
    svg += `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"${dash}/>${marks}`;
  }
  return svg;
}

/**
 * The value at each column or point, and the change on the one before: between the two where there is room, else a line
 * under the value.
 */
function labels(data: ChartData, frame: Frame, sign: string): string {
  const [only] = data.series;
  if (!only) return '';
  const values = only.points.map(({ value }) => value);
  const [valued, changed] = [showsValues(data), showsChange(data)];
  const between = data.categories.length <= MOST_BETWEEN;
  const changes = changed ? changesOf(data.unit, values) : [];
  const over = (value: number): number => frame.y(data.kind === 'bar' ? Math.max(0, value) : value) - 3;
  let svg = '';
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    const below = value < 0 && data.kind === 'bar';
    const y = below ? frame.y(value) + LABEL : over(value) - (data.kind === 'line' ? 3 : 0);
    const x = frame.x(at);
    const change = changes[at] ?? null;
    const before = values[at - 1] ?? null;
    const told = change !== null && before !== null;
    // As in Word the change is the second line of the label.
    const lift = told && !between ? (LABEL + 1) * (below ? 0 : 1) : 0;
    if (valued) svg += text(x, y - lift, `${chartNumber(value)}${sign}`, 'middle', ` fill="#${INK}"`);
    if (!told) continue;
    const middle = Math.min((over(before) + over(value)) / 2, Math.max(over(before), over(value)) - 3);
    const place = between
      ? {
          x: x - frame.step / 2,
          y: data.kind === 'line' ? middle - 3 - Math.abs(over(before) - over(value)) * CLEAR : middle,
        }
      : { x, y: below && valued ? y + LABEL + 1 : y };
    svg += text(place.x, place.y, change, 'middle', ` fill="#${GREY}"`);
  }
  return svg;
}

/** Names of the series under the axis, in as many rows as they need. Rows grow downwards from `y`. */
function legend(data: ChartData, width: number): { readonly rows: number; readonly draw: (y: number) => string } {
  const places: { x: number; row: number; name: string; index: number }[] = [];
  let x = 0;
  let row = 0;
  for (const [index, { name }] of data.series.entries()) {
    const needs = 12 + name.length * LETTER + 14;
    if (x > 0 && x + needs > width) {
      x = 0;
      row++;
    }
    places.push({ x, row, name, index });
    x += needs;
  }
  return {
    rows: row + 1,
    draw: (y) =>
      places
        .map((place) => {
          const top = y + place.row * 13;
          const box = `<rect x="${place.x}" y="${round(top - 7)}" width="8" height="8" fill="${colourOf(place.index)}" stroke="#${GREY}" stroke-width=".25"/>`;
          return box + text(place.x + 12, top, place.name, 'start', ` fill="#${GREY}"`);
        })
        .join(''),
  };
}

/** Every how many categories a name stands under the axis, so that none touches the next. */
function labelStep(categories: readonly string[], step: number): number {
  const longest = Math.max(1, ...categories.map((name) => name.length)) * LETTER + 4;
  return Math.max(1, Math.ceil(longest / step));
}

/** `data` (its strings clean, as many points in each series as there are categories) as one SVG element. */
export function chartSvg(data: ChartData, size: ChartSize): string {
  const { width, height } = size;
  const values = data.series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const sign = isPercent(data.unit) ? '%' : '';
  const marks = ticks(values);
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  let head = '';
  let top = 0;
  if (data.title !== '') {
    top += 12;
    head += text(0, top - 2, data.title, 'start', ` font-size="10" font-weight="700" fill="#${INK}"`);
  }
  if (sign === '' && data.unit !== '') {
    top += 12;
    const unit = data.unit.charAt(0).toUpperCase() + data.unit.slice(1);
    head += text(0, top - 2, unit, 'start', ` fill="#${GREY}"`);
  }
  top += 14 + (showsChange(data) && data.categories.length > MOST_BETWEEN ? LABEL + 1 : 0);
  const keys = data.series.length > 1 ? legend(data, width) : null;
  const left = Math.max(...marks.map((mark) => chartNumber(mark).length + sign.length)) * LETTER + 6;
  const bottom = height - 18 - (keys ? keys.rows * 13 + 4 : 0);
  const step = (width - left) / Math.max(1, data.categories.length);
  const frame: Frame = {
    left,
    right: width,
    top,
    bottom,
    step,
    x: (at) => left + step * (at + 0.5),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
  const grid = marks
    .map((mark) => {
      const y = round(frame.y(mark));
      const colour = mark === 0 ? GREY : HAIRLINE;
      return (
        `<line x1="${round(left)}" x2="${round(width)}" y1="${y}" y2="${y}" stroke="#${colour}" stroke-width="${mark === 0 ? 0.75 : 0.5}"/>` +
        text(left - 5, y + 3, `${chartNumber(mark)}${sign}`, 'end', ` fill="#${GREY}"`)
      );
    })
    .join('');
  const every = labelStep(data.categories, step);
  const names = data.categories
    .map((name, at) => (at % every === 0 ? text(frame.x(at), bottom + 13, name, 'middle', ` fill="#${GREY}"`) : ''))
    .join('');
  const drawn = data.kind === 'bar' ? columns(data, frame) : lines(data, frame);
  const words = labels(data, frame, sign);
  return (
    openTag('svg', {
      role: 'img',
      'aria-label': size.alt,
      width: `${round(width)}pt`,
      height: `${round(height)}pt`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      'font-size': LABEL,
    }) +
    `${element('title', {}, escapeHtml(size.alt))}${head}${grid}${drawn}${words}${names}${keys ? keys.draw(height - keys.rows * 13 + 9) : ''}</svg>`
  );
}
