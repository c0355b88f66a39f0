// Tests of the edits of a chart: each gives new data that keeps its ties, and what is taken out and put back is as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../shared/briefing/chart.ts';
import { readChart } from '../../shared/briefing/chart.ts';
import {
  addableFigures,
  unitChoices,
  valueIn,
  withFigure,
  withoutCategory,
  withShow,
  withUnit,
  withValue,
} from '../../shared/briefing/chartEdits.ts';
import { chartSourceWords } from '../../shared/briefing/chartSource.ts';
import { chartOf, figureSeries } from '../../shared/briefing/figureSeries.ts';
import { article, figureOf } from '../records.ts';

const source = article(
  'Salt through Ostrel was $570 million in 2028, $904 million in 2029 and $1.752 billion in 2030. Fish was $80 million in 2027. It grew threefold in 2031. Crews were 40 in 2026.',
  { id: 'a-salt', publisher: 'The Ostrel Courier', published: '2031-03-09' },
);
const money = (text: string, value: number, period: string, measure: string) =>
  figureOf(source, text, { value, unit: 'USD', figureKind: 'money', period, measure });
const y28 = money('$570 million', 570e6, '2028', 'salt through Ostrel');
const y29 = money('$904 million', 904e6, '2029', 'salt through Ostrel');
const y30 = money('$1.752 billion', 1.752e9, '2030', 'salt through Ostrel');
const fish = money('$80 million', 80e6, '2027', 'fish');
const threefold = figureOf(source, 'threefold', { value: 3, unit: 'times', figureKind: 'multiple', period: '2031' });
const crews = figureOf(source, '40', {
  value: 40,
  unit: 'crew',
  figureKind: 'count',
  period: '2026',
  measure: 'crews',
});
const facts = [y30, y28, threefold, y29, fish, crews];

function chart(): ChartData {
  const [series] = figureSeries(facts, [source]).series;
  if (!series) throw new Error('No series.');
  return chartOf(series, 'bar', 'Salt');
}

const values = (one: ChartData): (number | null)[] => one.series[0]?.points.map(({ value }) => value) ?? [];

describe('the values of a chart', () => {
  it('can be changed by hand, and stay tied to their figures', () => {
    const changed = withValue(chart(), 0, 1, 940);
    expect(values(changed)).toEqual([570, 940, 1752]);
    expect(changed.series[0]?.points[1]?.factId).toBe(y29.id);
    expect(values(chart())).toEqual([570, 904, 1752]);
  });

  it('that are taken out and put back stand where they stood', () => {
    for (const [at, figure] of [y28, y29, y30].entries()) {
      const fewer = withoutCategory(chart(), at);
      expect(fewer.categories).toHaveLength(2);
      expect(addableFigures(fewer, facts)[0]).toBe(figure);
      expect(withFigure(fewer, figure, facts)).toEqual(chart());
    }
  });

  it('can be figures of its unit with a period of their own, its own measure first; no multiples, no other units', () => {
    expect(addableFigures(chart(), facts)).toEqual([fish]);
    expect(addableFigures(withoutCategory(chart(), 0), facts)).toEqual([y28, fish]);
    expect(withFigure(chart(), fish, facts).categories).toEqual(['2027', '2028', '2029', '2030']);
    expect(addableFigures(withoutCategory(chart(), 0), [{ ...y28, dismissed: true }])).toEqual([]);
  });

  it('keep categories and points together, whatever is done to them', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('drop' as const), at: fc.nat(4) }),
      fc.record({ kind: fc.constant('add' as const), at: fc.nat(4) }),
      fc.record({ kind: fc.constant('set' as const), at: fc.nat(4), value: fc.integer() }),
      fc.record({ kind: fc.constant('unit' as const), at: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = chart();
        for (const one of steps) {
          if (one.kind === 'drop') now = withoutCategory(now, one.at);
          else if (one.kind === 'add') {
            const [figure] = addableFigures(now, facts).slice(one.at);
            if (figure) now = withFigure(now, figure, facts);
          } else if (one.kind === 'set') now = withValue(now, 0, one.at, one.value);
          else now = withUnit(now, unitChoices(now).at(one.at) ?? now.unit);
          expect(readChart(now)).not.toBeNull();
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the unit of a chart', () => {
  it('can be told in steps of a thousand, of which those too small or too long are left out', () => {
    expect(unitChoices(chart())).toEqual(['thousand US dollars', 'million US dollars', 'billion US dollars']);
    expect(unitChoices({ ...chart(), unit: 'per cent' })).toEqual(['per cent']);
  });

  it('leads back to the same values', () => {
    const billions = withUnit(chart(), 'billion US dollars');
    expect(values(billions)).toEqual([0.57, 0.904, 1.752]);
    expect(withUnit(billions, 'million US dollars')).toEqual(chart());
    expect(valueIn(billions, y30)).toBe(1.752);
  });
});

describe('what is shown', () => {
  it('is kept beside what else is shown, and what it does not know', () => {
    const shown = withShow(withShow(chart(), { source: true }), { change: true });
    expect(readChart(JSON.parse(JSON.stringify(shown)))?.show).toEqual({ source: true, change: true });
    expect(readChart({ ...chart(), show: { later: 1 }, more: 2 })).toMatchObject({ show: { later: 1 }, more: 2 });
  });
});

describe('the line of sources', () => {
  const words = (one: ChartData) =>
    chartSourceWords(
      one,
      (id) => facts.find((fact) => fact.id === id),
      (id) => (id === source.id ? source : undefined),
    );
  it('names each source once with its day, and is empty when there is none', () => {
    expect(words(chart())).toBe('Source: The Ostrel Courier, 9 March 2031.');
    const typed = {
      ...chart(),
      series: [{ name: '', points: values(chart()).map((value) => ({ value, factId: null })) }],
    };
    expect(words(typed)).toBe('');
    expect(words(withValue(withValue(withValue(chart(), 0, 0, null), 0, 1, null), 0, 2, null))).toBe('');
  });
});
