// Tests of the words of charts: units, numbers and the text alternative.
import { describe, expect, it } from 'vitest';
import { parseChart, type ChartData } from '../../shared/briefing/chart.ts';
import { changesOf, chartAlt, chartNumber, decimalsOf, isPercent, unitParts } from '../../shared/briefing/chartText.ts';
import { unitWords } from '../../shared/briefing/unitWords.ts';
import { schema } from '../../shared/briefing/schema.ts';

describe('the words of a unit', () => {
  it.each([
    [null, ''],
    ['USD', 'US dollars'],
    ['GBP', 'pounds sterling'],
    ['EUR', 'euros'],
    ['NZD', 'New Zealand dollars'],
    ['TTD', 'Trinidad and Tobago dollars'],
    ['JPY', 'Japanese yen'],
    ['NOK', 'Norwegian kroner'],
    ['percentage', 'per cent'],
    ['percentage point', 'percentage points'],
    ['tonne', 'tonnes'],
    ['barrel per day', 'barrels per day'],
    ['barrel of oil equivalent', 'barrels of oil equivalent'],
    ['dollar per barrel', 'dollars per barrel'],
    ['person', 'persons'],
    ['people', 'people'],
    ['woman', 'women'],
    ['company', 'companies'],
    ['day', 'days'],
    ['bus', 'buses'],
    ['church', 'churches'],
    ['box', 'boxes'],
    ['times', 'times'],
    ['aircraft', 'aircraft'],
  ])('%s: %s', (unit, words) => {
    expect(unitWords(unit)).toBe(words);
  });

  it('are parted into scale and base', () => {
    expect(unitParts('million US dollars')).toEqual({ scale: 1e6, base: 'US dollars' });
    expect(unitParts('Billion')).toEqual({ scale: 1e9, base: '' });
    expect(unitParts('US dollars')).toEqual({ scale: 1, base: 'US dollars' });
    expect(unitParts('millionaires')).toEqual({ scale: 1, base: 'millionaires' });
    expect(unitParts('')).toEqual({ scale: 1, base: '' });
  });

  it('tell per cent from percentage points', () => {
    expect(['per cent', '%', 'Percent'].map(isPercent)).toEqual([true, true, true]);
    expect(['percentage points', 'million', ''].map(isPercent)).toEqual([false, false, false]);
  });
});

describe('numbers', () => {
  it('are printed with commas, a true minus sign and no needless digit', () => {
    expect([1752, 0.5, -3.25, 0, 1e6].map(chartNumber)).toEqual(['1,752', '0.5', '−3.25', '0', '1,000,000']);
  });
  it('get the decimals they need, at most six', () => {
    expect([decimalsOf([1, 2]), decimalsOf([1, 2.25, 3.5]), decimalsOf([1 / 3]), decimalsOf([])]).toEqual([0, 2, 6, 0]);
  });
});

const CHART: ChartData = {
  kind: 'line',
  title: 'Is it rising?',
  unit: 'per cent',
  categories: ['Q1', 'Q2'],
  series: [
    { name: 'North', points: [1.5, null].map((value) => ({ value, factId: null })) },
    { name: '', points: [-2, 3].map((value) => ({ value, factId: 'f1' })) },
  ],
};

describe('the text alternative', () => {
  it('tells each series by its name, and what is not known', () => {
    expect(chartAlt(CHART)).toBe('Line chart: Is it rising? North: Q1: 1.5%; Q2: not known. Values: Q1: −2%; Q2: 3%.');
  });
});

describe('the change from one value to the next', () => {
  it('is a share of the value before, with one decimal and true signs', () => {
    expect(changesOf('million US dollars', [570, 904, 1752])).toEqual([null, '+58.6%', '+93.8%']);
    expect(changesOf('tonnes', [100, 97, 97])).toEqual([null, '−3.0%', '0.0%']);
  });
  it('of percentages is in points', () => {
    expect(changesOf('per cent', [4, 5.25, 5])).toEqual([null, '+1.3 points', '−0.3 points']);
  });
  it('is not told at a gap, from nothing, or to less than nothing', () => {
    expect(changesOf('tonnes', [1, null, 3, 0, 5, -5, 5])).toEqual([null, null, null, '−100.0%', null, null, null]);
  });
  it('is told in the text alternative when it is shown, and only of one series with few values', () => {
    const shown = { ...CHART, show: { change: true } };
    const told = chartAlt(shown);
    expect(told === chartAlt(CHART)).toBe(CHART.series.length > 1);
    const [only] = CHART.series;
    const one = {
      ...shown,
      unit: 'tonnes',
      categories: ['2029', '2030'],
      series: [{ ...only, name: 'a', points: [1, 2].map((value) => ({ value, factId: null })) }],
    };
    expect(chartAlt(one)).toContain('2030: 2 (+100.0%)');
  });
});

describe('a chart on the clipboard', () => {
  function parsed(json: string | null): unknown {
    const rules = schema.nodes.chart.spec.parseDOM ?? [];
    const read = rules[0] && 'getAttrs' in rules[0] ? rules[0].getAttrs : null;
    const element = { getAttribute: (name: string) => (name === 'data-chart' ? json : null) };
    return read?.(element as never);
  }

  it('is the same chart when it comes back', () => {
    const spec = schema.nodes.chart.spec.toDOM?.(schema.nodes.chart.create({ data: CHART }));
    const [, attributes] = spec as [string, Record<string, string>, string];
    expect(parsed(attributes['data-chart'] ?? null)).toEqual({ data: CHART });
  });

  it('is no chart when anything about it is wrong', () => {
    const wrong = [
      null,
      '',
      '{',
      '{}',
      'null',
      JSON.stringify({ ...CHART, kind: 'pie' }),
      JSON.stringify({ ...CHART, categories: ['Q1'] }),
      JSON.stringify({ ...CHART, series: [{ name: 'x', points: [{ value: '1', factId: null }] }] }),
    ];
    expect(wrong.map(parseChart)).toEqual(wrong.map(() => null));
    expect(wrong.map(parsed)).toEqual(wrong.map(() => false));
  });
});
