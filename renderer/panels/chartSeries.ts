// chartSeries: the series that can be charted from the facts at hand, found once for each set of facts.
import type { Article } from '../../shared/article/article.ts';
import { figureSeries, type FoundSeries } from '../../shared/briefing/figureSeries.ts';
import type { Fact } from '../../shared/facts/fact.ts';

const found = new WeakMap<readonly Fact[], { readonly articles: readonly Article[]; readonly series: FoundSeries }>();

/** The series of `facts`; asked for with every key that is pressed, so it is kept with them. */
export function seriesIn(facts: readonly Fact[], articles: readonly Article[]): FoundSeries {
  const kept = found.get(facts);
  if (kept?.articles === articles) return kept.series;
  const series = figureSeries(facts, articles);
  found.set(facts, { articles, series });
  return series;
}

export function hasSeries(facts: readonly Fact[], articles: readonly Article[]): boolean {
  return seriesIn(facts, articles).series.length > 0;
}
