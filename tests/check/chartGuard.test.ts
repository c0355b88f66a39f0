// Tests of the guard of charts: each value against its figure, the title against the claims.
import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../shared/briefing/chart.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { chartValueFault } from '../../shared/check/chartGuard.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { build, cite, doc, p } from '../builders.ts';
import { article, claimOf, figureOf } from '../records.ts';

const source = article(
  'Cargo was $570 million in 2029 and $1.752 billion in 2030. It rose tenfold. Rates were 4 to 6 per cent.',
);
const before = figureOf(source, '$570 million', { value: 570e6, unit: 'USD', figureKind: 'money', period: '2029' });
const after = figureOf(source, '$1.752 billion', { value: 1.752e9, unit: 'USD', figureKind: 'money', period: '2030' });
const range = figureOf(source, '4 to 6 per cent', { value: [4, 6], unit: 'percentage', figureKind: 'percent' });
const claim = claimOf(source, 'rose tenfold', { computed: '1752 / 570 = 3.07' });

function data(values: readonly (number | null)[], over: Partial<ChartData> = {}): ChartData {
  const ids = [before.id, after.id];
  return {
    kind: 'bar',
    title: 'Cargo',
    unit: 'million US dollars',
    categories: ['2029', '2030'],
    series: [{ name: 'Cargo', points: values.map((value, at) => ({ value, factId: ids[at] ?? null })) }],
    ...over,
  };
}

function findings(chart: unknown, facts: readonly Fact[] = [before, after, range, claim]) {
  const drawn = doc({ banner: 'OFFICIAL' }, p('Words.'), build('chart', { data: chart }));
  return checkBriefing({ doc: drawn, articles: [source], facts, annotations: [] });
}
function told(chart: unknown, facts?: readonly Fact[]): string[] {
  return findings(chart, facts).map(({ severity, kind, title }) => `${severity} ${kind}: ${title}`);
}

describe('a chart', () => {
  it('whose values are those of its figures, or a rounding, or gaps, gives no finding', () => {
    expect(told(data([570, 1752]))).toEqual([]);
    expect(told(data([null, 1752]))).toEqual([]);
    expect(told(data([0.57, 1.75], { unit: 'billion US dollars' }))).toEqual([]);
    expect(told(data([570e6, 1.752e9], { unit: 'US dollars' }))).toEqual([]);
  });

  it('with an altered value is to be settled, and says what the source says', () => {
    const [check, ...rest] = findings(data([570, 1852]));
    expect(rest).toEqual([]);
    expect(check).toMatchObject({
      severity: 'settle',
      kind: 'altered-figure',
      title: '“2030: 1,852 million US dollars” in a chart differs from its source',
      detail: 'The source says $1.752 billion. It is no correct rounding of the source’s figure.',
      factId: after.id,
    });
    expect((check?.to ?? 0) - (check?.from ?? 0)).toBe(1);
  });

  it('in another scale or currency is to be settled', () => {
    expect(told(data([570, 1752], { unit: 'billion US dollars' }))).toHaveLength(2);
    expect(findings(data([570, 1752], { unit: 'million euros' })).map(({ detail }) => detail)).toEqual([
      'The source says $570 million. The currency differs.',
      'The source says $1.752 billion. The currency differs.',
    ]);
  });

  it('whose category is another period than that of its figure is worth a look', () => {
    expect(told(data([570, 1752], { categories: ['2028', 'In 2030'] }))).toEqual([
      'look changed-period: “2028: 570 million US dollars” in a chart stands for another period than in its source',
    ]);
    expect(told(data([570, 1752], { categories: ['before', 'after'] }))).toEqual([]);
  });

  it('with a value of nobody is worth a look', () => {
    const loose = data([570, 1752]);
    const points = [
      { value: 570, factId: null },
      { value: 1752, factId: after.id },
    ];
    expect(told({ ...loose, series: [{ name: 'x', points }] })).toEqual([
      'look unsourced-figure: “2029: 570 million US dollars” in a chart has no source',
    ]);
  });

  it('of a figure that is gone has lost its source', () => {
    expect(told(data([570, 1752]), [before])).toEqual([
      'settle source-not-located: “2030: 1,752 million US dollars” in a chart is not located in its source',
    ]);
  });

  it('with a contradicted claim as its title is to be settled', () => {
    expect(told(data([570, 1752], { title: 'Cargo rose tenfold' }))).toEqual([
      'settle contradicted-claim: The title of a chart is contradicted by the article’s figures',
    ]);
  });

  it('whose title its own values contradict is to be settled, and told of once', () => {
    expect(told(data([570, 1752], { title: 'Cargo quadrupled' }))).toEqual([
      'settle contradicted-claim: “quadrupled” in the title of a chart is contradicted by its values',
    ]);
    expect(told(data([570, 1752], { title: 'Cargo tripled' }))).toEqual([]);
  });

  it('that cannot be read states nothing', () => {
    expect(told({ kind: 'pie' })).toEqual([]);
    expect(told(null)).toEqual([]);
  });
});

describe('a value', () => {
  it('is no range', () => {
    expect(chartValueFault(range, 5, 'per cent')).toBe('The source gives a range, the chart one value.');
  });
  it('may be in per cent by any of its names, and is held to no unit that is not given', () => {
    const rate = { ...range, value: 5 };
    expect(['per cent', '%', 'percentage', ''].map((unit) => chartValueFault(rate, 5, unit))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(chartValueFault(rate, 5, 'percentage points')).toBe('The unit differs.');
  });
});

it('numbers in a caption need no source', () => {
  const caption = build('caption', { label: 'Chart', target: 't' }, 'Cargo of 1,752 tonnes', cite(source.id));
  const drawn = doc({ banner: 'OFFICIAL' }, build('chart', { data: data([570, 1752]) }), caption);
  expect(checkBriefing({ doc: drawn, articles: [source], facts: [before, after], annotations: [] })).toEqual([]);
});
