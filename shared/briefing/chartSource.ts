// chartSource: the line under a chart that names the sources of its figures, made from them each time it is drawn.
import type { Article } from '../article/article.ts';
import type { Fact } from '../facts/fact.ts';
import type { ChartData } from './chart.ts';
import { periodWords } from './dateWords.ts';

function nameOf({ publisher, byline, fileName, published }: Article): string {
  const name = publisher || byline || fileName;
  return published ? `${name}, ${periodWords(published)}` : name;
}

/**
 * "Source: The Ostrel Courier, 9 March 2031." or, of two, "Sources: …; …", each source once, in the order of the values;
 * '' when no value has a source that is there.
 */
export function chartSourceWords(
  chart: ChartData,
  factOf: (id: string) => Fact | undefined,
  articleOf: (id: string) => Article | undefined,
): string {
  const names = new Set<string>();
  for (const { points } of chart.series) {
    for (const { factId, value } of points) {
      const fact = factId === null || value === null ? undefined : factOf(factId);
      const article = fact && articleOf(fact.articleId);
      if (article) names.add(nameOf(article));
    }
  }
  return names.size === 0 ? '' : `${names.size === 1 ? 'Source' : 'Sources'}: ${[...names].join('; ')}.`;
}
