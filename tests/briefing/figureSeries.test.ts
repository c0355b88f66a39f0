// Tests of figureSeries: which figures of the articles make a series, and which never do.
import { describe, expect, it } from 'vitest';
import { readChart } from '../../shared/briefing/chart.ts';
import { chartOf, figureSeries, seriesCaption } from '../../shared/briefing/figureSeries.ts';
import type { Figure } from '../../shared/facts/fact.ts';
import { article, figureOf } from '../records.ts';

const post = article('Cargo: aa bb cc dd ee ff gg hh.', { id: 'a-post', publisher: 'The Calder Post' });
const gazette = article('Cargo: aa bb cc dd ee ff gg hh.', { id: 'a-gazette', publisher: 'Vessin Gazette' });

/** A value of the cargo in tonnes, standing on `words`. */
function cargo(words: string, period: string | null, value: Figure['value'], over: Partial<Figure> = {}): Figure {
  const source = over.articleId === gazette.id ? gazette : post;
  return figureOf(source, words, {
    value,
    period,
    unit: 'tonne',
    figureKind: 'quantity',
    measure: 'cargo',
    ...over,
  });
}
const other = { articleId: gazette.id };

function found(...figures: readonly Figure[]) {
  return figureSeries(figures, [post, gazette]);
}
function values(...figures: readonly Figure[]) {
  return found(...figures).series.map((one) => one.values.map(({ category, value }) => `${category}: ${value}`));
}

describe('a series', () => {
  it('is what is measured alike, in the order of time, whatever the wording of the measure', () => {
    const { series } = found(
      cargo('bb', '2030', 1752, { measure: 'the Cargo' }),
      cargo('aa', '2028', 570),
      cargo('cc', '2029', 904, { measure: 'CARGO' }),
    );
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ measure: 'Cargo', unit: 'tonnes', onlyFrom: null });
    expect(series[0]?.values.map(({ category, value }) => [category, value])).toEqual([
      ['2028', 570],
      ['2029', 904],
      ['2030', 1752],
    ]);
  });

  it('is written in millions or billions where every value is that large, and loses nothing', () => {
    const money = { unit: 'USD', figureKind: 'money' as const };
    const { series } = found(
      cargo('aa', '2022', 570_000_000, money),
      cargo('bb', '2023', 904_000_000, money),
      cargo('cc', '2024', 1_752_000_000, money),
    );
    expect(series[0]?.unit).toBe('million US dollars');
    expect(series[0]?.values.map(({ value }) => value)).toEqual([570, 904, 1752]);
    expect(found(cargo('aa', '2022', 1.3e9), cargo('bb', '2023', 3.4e9)).series[0]).toMatchObject({
      unit: 'billion tonnes',
      values: [{ value: 1.3 }, { value: 3.4 }],
    });
    expect(found(cargo('aa', '2022', 12_000), cargo('bb', '2023', 3.4e9)).series[0]?.unit).toBe('tonnes');
  });

  it('names quarters, halves, months, days and fiscal years shortly', () => {
    expect(values(cargo('aa', '2024-Q4', 5), cargo('bb', '2025-Q1', 6))).toEqual([['Q4 2024: 5', 'Q1 2025: 6']]);
    expect(values(cargo('aa', '2024-H2', 5), cargo('bb', '2024-H1', 6))).toEqual([['H1 2024: 6', 'H2 2024: 5']]);
    expect(values(cargo('aa', '2024-12', 5), cargo('bb', '2024-02', 6))).toEqual([['Feb 2024: 6', 'Dec 2024: 5']]);
    expect(values(cargo('aa', '2024-02-11', 5), cargo('bb', '2024-02-09', 6))).toEqual([
      ['9 Feb 2024: 6', '11 Feb 2024: 5'],
    ]);
    expect(values(cargo('aa', 'FY2024-25', 5), cargo('bb', 'FY2023-24', 6))).toEqual([['2023–24: 6', '2024–25: 5']]);
  });

  it('needs two periods of one length', () => {
    expect(values(cargo('aa', '2024', 5))).toEqual([]);
    expect(values(cargo('aa', '2024', 5), cargo('bb', '2024', 5))).toEqual([]);
    expect(values(cargo('aa', '2024', 5), cargo('bb', '2024-Q1', 6))).toEqual([]);
    expect(values(cargo('aa', '2024', 5), cargo('bb', '2025/2026', 6))).toEqual([]);
    expect(values(cargo('aa', '2024', 5), cargo('bb', 'someday', 6))).toEqual([]);
  });

  it.each<[string, Partial<Figure>]>([
    ['of another measure', { measure: 'passengers' }],
    ['of another unit', { unit: 'ton' }],
    ['of another kind', { figureKind: 'number' }],
    ['that is a range', { value: [4, 6] }],
    ['without a period', { period: null }],
    ['without a measure', { measure: null }],
    ['that is only a limit', { qualifier: '>' }],
    ['that is a change', { qualifier: 'up' }],
    ['that is a multiple', { figureKind: 'multiple' }],
    ['that was dismissed', { dismissed: true }],
    ['that is no number', { value: Infinity }],
  ])('takes no figure %s', (_name, over) => {
    expect(values(cargo('aa', '2024', 5), cargo('bb', '2025', 6, over))).toEqual([]);
  });

  it('takes what is about so much', () => {
    expect(values(cargo('aa', '2024', 50), cargo('bb', '2025', 60, { qualifier: '~' }))).toEqual([
      ['2024: 50', '2025: 60'],
    ]);
  });
});

describe('two sources', () => {
  it('that say the same, or one of them rounded, are one series of the fuller values', () => {
    const { series, leftOut } = found(
      cargo('aa', '2023', 904),
      cargo('bb', '2024', 1750),
      cargo('cc', '2024', 1752, other),
      cargo('dd', '2023', 904, other),
    );
    expect(leftOut).toEqual([]);
    expect(series.map((one) => one.values.map(({ value, articleId }) => [value, articleId]))).toEqual([
      [
        [904, 'a-post'],
        [1752, 'a-gazette'],
      ],
    ]);
  });

  it('that differ are never mixed: each makes its own series, and the difference is told', () => {
    const { series, leftOut } = found(
      cargo('aa', '2023', 904),
      cargo('bb', '2024', 1752),
      cargo('cc', '2023', 880, other),
      cargo('dd', '2024', 1752, other),
    );
    expect(series.map((one) => [one.onlyFrom, one.values.map(({ value }) => value)])).toEqual([
      ['a-post', [904, 1752]],
      ['a-gazette', [880, 1752]],
    ]);
    expect(new Set(series.map(({ id }) => id)).size).toBe(2);
    expect(leftOut).toEqual([
      {
        measure: 'cargo',
        reason: 'Two values are given for 2023: The Calder Post says aa, Vessin Gazette says cc.',
      },
    ]);
  });

  it('of which one disagrees with itself: that one makes none', () => {
    const { series, leftOut } = found(cargo('aa', '2023', 904), cargo('bb', '2023', 1000), cargo('cc', '2024', 1752));
    expect(series).toEqual([]);
    expect(leftOut).toHaveLength(1);
  });

  it('with one digit each are no rounding of one another', () => {
    expect(
      found(cargo('aa', '2023', 600), cargo('bb', '2023', 570, other), cargo('cc', '2024', 5)).leftOut,
    ).toHaveLength(1);
  });
});

describe('the chart of a series', () => {
  it('keeps each value tied to its figure', () => {
    const figures = [cargo('aa', '2028', 570), cargo('bb', '2029', 904)];
    const [series] = found(...figures).series;
    if (!series) throw new Error('There is a series.');
    const chart = chartOf(series, 'line', 'Cargo doubled');
    expect(readChart(chart)).toEqual(chart);
    expect(chart).toEqual({
      kind: 'line',
      title: 'Cargo doubled',
      unit: 'tonnes',
      categories: ['2028', '2029'],
      series: [
        {
          name: 'Cargo',
          points: [
            { value: 570, factId: figures[0]?.id },
            { value: 904, factId: figures[1]?.id },
          ],
        },
      ],
    });
    expect(seriesCaption(series)).toBe('Cargo, 2028 to 2029');
  });
});
