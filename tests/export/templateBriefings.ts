// The briefing of each template, prefilled from two articles of the fixtures as the command line does it: what the goldens show.
import { readFileSync } from 'node:fs';
import { importArticle } from '../../shared/article/importArticle.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { TEMPLATES } from '../../shared/briefing/templates.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';

export const TEMPLATE_NOW = '2031-03-10T10:00:00Z';

/** A banner of each scheme, so that every placement is seen. */
const BANNERS: Readonly<Record<string, string>> = {
  'ministerial-submission': 'OFFICIAL-SENSITIVE',
  'briefing-note': 'TLP:GREEN',
  'bluf-memorandum': 'CONFIDENTIAL',
  'analytic-assessment': 'TLP:AMBER+STRICT',
  'press-summary': 'NATO UNCLASSIFIED',
};

/** `path` from the top of the repository, where tests and benchmarks run. */
function read(path: string, name: string) {
  const bytes = new Uint8Array(readFileSync(path));
  const article = importArticle(bytes, { name });
  if (!article.ok) throw new RangeError(article.error.text);
  return { article: article.value.value, bytes };
}

/** By template id. */
export function templateBriefings(): ReadonlyMap<string, Briefing> {
  const sources = [
    read('build/sample/harbour-trade.txt', 'harbour-trade.txt'),
    read('tests/fixtures/articles/harbour-levy/source.txt', 'harbour-levy.txt'),
  ];
  const articles = sources.map(({ article }) => article);
  const facts = articles.map((article) => extractFacts(article, { today: '2031-03-10' }).value);
  return new Map(
    TEMPLATES.map((template) => [
      template.id,
      prefill({
        articles,
        sources: new Map(sources.map(({ article, bytes }) => [article.id, bytes])),
        facts,
        template,
        title: 'The harbours of Veldmark: trade and levy',
        to: 'Minister for Fisheries',
        from: 'Desk officer, coastal trade',
        banner: BANNERS[template.id] ?? null,
        author: 'Ada Quill',
        date: '2031-03-10',
        now: TEMPLATE_NOW,
      }).value,
    ]),
  );
}
