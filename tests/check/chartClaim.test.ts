// Tests of the claim in a chart's title: it holds, it does not, or it claims nothing; readings are taken in the writer's favour.
import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../shared/briefing/chart.ts';
import { chartClaim } from '../../shared/check/chartClaim.ts';

function chart(title: string, over: Partial<ChartData> = {}): ChartData {
  const points = [570, 904, 1752].map((value) => ({ value, factId: null }));
  return {
    kind: 'bar',
    title,
    unit: 'million US dollars',
    categories: ['2028', '2029', '2030'],
    series: [{ name: 'Grain exports', points }],
    ...over,
  };
}
const told = (one: ChartData) => {
  const claim = chartClaim(one);
  return claim && `${claim.verdict}: ${claim.computed}`;
};

describe('the title of a chart', () => {
  it.each([
    ['Grain exports tripled', 'supported: 1,752 / 570 = 3.07'],
    ['Grain exports more than tripled in two years', 'supported: 1,752 / 570 = 3.07'],
    ['Grain exports nearly doubled in 2030', 'supported: 1,752 / 904 = 1.94'],
    ['Grain exports more than tripled from 2028 to 2030.', 'supported: 1,752 / 570 = 3.07'],
    ['Exports rose 93.8% in 2030', 'supported: (1,752 - 904) / 904 = 93.8%'],
    ['Exports rose 93.8 per cent', 'supported: (1,752 - 904) / 904 = 93.8%'],
    ['Exports rose by 848 million US dollars in 2030', 'supported: 1,752 - 904 = 848'],
    ['Grain exports quadrupled', 'contradicted: 1,752 / 570 = 3.07'],
    ['Grain exports rose tenfold in 2030', 'contradicted: 1,752 / 904 = 1.94'],
  ])('%s: %s', (title, verdict) => {
    expect(told(chart(title))).toBe(verdict);
  });

  it.each(['Grain exports', 'Grain exports, 2028 to 2030', '', 'Three ports', 'Ostrel’s best year'])(
    'claims nothing: %s',
    (title) => {
      expect(chartClaim(chart(title))).toBeNull();
    },
  );

  it('is held to no values that are not known', () => {
    const series = [{ name: 'Grain', points: [570, null, null].map((value) => ({ value, factId: null })) }];
    expect(chartClaim(chart('Grain exports tripled', { series }))).toBeNull();
  });
});
