// Charts of the printed page: what stands for a value is where the axis says, from zero, and gaps stay gaps.
import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../shared/briefing/chart.ts';
import { chartSvg, ticks } from '../../../shared/export/print/chart.ts';
import { elements, named, readHtml, textOf, type Element } from './readHtml.ts';

function chart(kind: 'bar' | 'line', ...series: (readonly (number | null)[])[]): ChartData {
  return {
    kind,
    title: 'Grain <shipped>',
    unit: 'thousand tonnes',
    categories: (series[0] ?? []).map((_, at) => String(2028 + at)),
    series: series.map((values, at) => ({
      name: `Port ${at + 1}`,
      points: values.map((value) => ({ value, factId: null })),
    })),
  };
}

const draw = (data: ChartData): Element => readHtml(chartSvg(data, { width: 450, height: 220, alt: 'Chart: "grain"' }));
const number = (element: Element | undefined, name: string): number => Number(element?.attributes.get(name));
/** The columns, not the keys of the legend, which are squares of 8. */
const columns = (root: Element): Element[] => named(root, 'rect').filter((one) => number(one, 'width') !== 8);

describe('ticks', () => {
  it('are round, begin at or below zero and take in every value', () => {
    expect(ticks([570, 904, 1752])).toEqual([0, 500, 1000, 1500, 2000]);
    expect(ticks([-3, 4])).toEqual([-4, -2, 0, 2, 4]);
    expect(ticks([-8, -2])[0]).toBe(-8);
    expect(ticks([-8, -2]).at(-1)).toBe(0);
    expect(new Set(ticks([0])).size).toBeGreaterThan(1);
    expect(ticks([0])).toContain(0);
    expect(ticks([0.001, 0.0042]).at(-1)).toBeGreaterThanOrEqual(0.0042);
  });
});

describe('columns', () => {
  it('stand on zero and are as high as their value', () => {
    const [low, high] = columns(draw(chart('bar', [500, 1000]))) as [Element, Element];
    expect(number(low, 'y') + number(low, 'height')).toBeCloseTo(number(high, 'y') + number(high, 'height'), 1);
    expect(number(high, 'height') / number(low, 'height')).toBeCloseTo(2, 1);
  });

  it('hang from zero where the value is negative, and leave out what is not known', () => {
    const drawn = columns(draw(chart('bar', [-5, null, 5]))) as [Element, Element];
    expect(drawn).toHaveLength(2);
    expect(number(drawn[0], 'y')).toBeCloseTo(number(drawn[1], 'y') + number(drawn[1], 'height'), 1);
  });

  it('bear their value when there is one series, and are told by a legend when there are more', () => {
    const words = (data: ChartData): string[] => named(draw(data), 'text').map(textOf);
    expect(words(chart('bar', [570, 1752]))).toEqual(expect.arrayContaining(['570', '1,752', 'Thousand tonnes']));
    expect(words(chart('bar', [1], [2]))).toEqual(expect.arrayContaining(['Port 1', 'Port 2']));
  });

  it('bear the change between them, or under the value where they are many', () => {
    const places = (data: ChartData): { words: string; x: number; y: number }[] =>
      named(draw(data), 'text').map((one) => ({ words: textOf(one), x: number(one, 'x'), y: number(one, 'y') }));
    const show = { change: true };
    const few = places({ ...chart('bar', [570, 904, 1752]), show });
    const [change] = few.filter(({ words }) => words === '+58.6%');
    const at = (words: string) => few.find((one) => one.words === words)?.x ?? NaN;
    expect(change?.x).toBeCloseTo((at('570') + at('904')) / 2, 1);
    const many = places({ ...chart('bar', [100, 110, 121, 133.1, 146.41, 161.051, 177.1561]), show });
    const over = many.filter(({ words }) => words === '+10.0%');
    expect(over).toHaveLength(6);
    for (const one of over) expect(many.some(({ x, y }) => x === one.x && y < one.y)).toBe(true);
    expect(places(chart('bar', [570, 904])).map(({ words }) => words)).not.toContain('+58.6%');
  });

  it('stay within the picture', () => {
    for (const one of columns(draw(chart('bar', [1, 9_999_999], [3, 4])))) {
      expect(number(one, 'x')).toBeGreaterThan(0);
      expect(number(one, 'x') + number(one, 'width')).toBeLessThanOrEqual(450);
      expect(number(one, 'y')).toBeGreaterThan(0);
    }
  });
});

describe('lines', () => {
  it('are broken at a gap', () => {
    const root = draw(chart('line', [1, 2, null, 4]));
    const [path] = named(root, 'path');
    expect(path?.attributes.get('d')?.match(/M/g)).toHaveLength(2);
    expect(named(root, 'circle')).toHaveLength(3);
  });
});

it('a chart says in words what it shows', () => {
  const [svg] = elements(draw(chart('bar', [1])));
  expect(svg?.attributes.get('aria-label')).toBe('Chart: "grain"');
  expect(named(svg as Element, 'title').map(textOf)).toEqual(['Chart: "grain"']);
  expect(named(svg as Element, 'text').map(textOf)).toContain('Grain <shipped>');
});
