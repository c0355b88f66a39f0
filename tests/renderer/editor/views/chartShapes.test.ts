// Tests of chartShapes: columns stand on zero and are as tall as their values, lines break at gaps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_SIZE, chartShapes, ticksOf } from '../../../../renderer/editor/views/chartShapes.ts';
import type { ChartData } from '../../../../shared/briefing/chart.ts';

function data(kind: ChartData['kind'], ...series: readonly (readonly (number | null)[])[]): ChartData {
  return {
    kind,
    title: '',
    unit: '',
    categories: (series[0] ?? []).map((_, at) => String(2020 + at)),
    series: series.map((values, at) => ({
      name: `s${at}`,
      points: values.map((value) => ({ value, factId: null })),
    })),
  };
}

describe('ticks', () => {
  it('are round, begin at zero and reach beyond the furthest value', () => {
    expect(ticksOf([570, 904, 1752])).toEqual([0, 500, 1000, 1500, 2000]);
    expect(ticksOf([990, 1000])).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(ticksOf([-3.5, 4.1])).toEqual([-4, -2, 0, 2, 4, 6]);
    expect(ticksOf([-5, -1])).toEqual([-5, -4, -3, -2, -1, 0]);
    expect(ticksOf([0])).toEqual([0, 0.2]);
    expect(ticksOf([])).toEqual([0, 0.2]);
  });

  it('hold zero and every value, and are few', () => {
    const value = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values) => {
        fc.pre(Math.max(...values.map(Math.abs)) > 1e-6);
        const ticks = ticksOf(values);
        expect(ticks).toContain(0);
        const slack = 1e-6 * Math.max(...values.map(Math.abs));
        expect((ticks[0] ?? NaN) - slack).toBeLessThanOrEqual(Math.min(...values));
        expect((ticks.at(-1) ?? NaN) + slack).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('columns', () => {
  it('stand on zero, as tall as their values, inside the drawing', () => {
    const { columns, zero } = chartShapes(data('bar', [10, -5, null, 20]));
    expect(columns.map(({ value }) => value)).toEqual([10, -5, 20]);
    const [ten, minus, twenty] = columns;
    if (!ten || !minus || !twenty) throw new Error('There are three.');
    expect(twenty.height / ten.height).toBeCloseTo(2);
    expect(ten.upper + ten.height).toBeCloseTo(zero);
    expect(minus.upper).toBeCloseTo(zero);
    expect(twenty.upper).toBeGreaterThanOrEqual(CHART_SIZE.top);
    expect(twenty.left + twenty.width).toBeLessThan(CHART_SIZE.width);
  });

  it('of several series stand side by side', () => {
    const [one, two] = chartShapes(data('bar', [1], [2])).columns;
    expect((one?.left ?? 0) + (one?.width ?? 0)).toBeCloseTo(two?.left ?? 0);
  });
});

describe('lines', () => {
  it('are parted by a gap', () => {
    const { lines, columns } = chartShapes(data('line', [1, 2, null, 3], [null, 4, 5, 6]));
    expect(columns).toEqual([]);
    expect(lines.map(({ series, points }) => [series, points.map(({ value }) => value)])).toEqual([
      [0, [1, 2]],
      [0, [3]],
      [1, [4, 5, 6]],
    ]);
  });
});

it('of many categories only some are named', () => {
  const many = data(
    'bar',
    Array.from({ length: 50 }, (_, at) => at),
  );
  expect(chartShapes(many).names.length).toBeLessThan(20);
  expect(chartShapes(data('bar', [1, 2, 3])).names.map(({ text }) => text)).toEqual(['2020', '2021', '2022']);
});
