// The guard on text nobody wrote for it: words, speakers, figures and periods as they stand in articles give no alarm.
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import { articleFromText } from '../../shared/article/articleFromText.ts';
import { flatFacts, prefill } from '../../shared/briefing/prefill.ts';
import { TEMPLATES } from '../../shared/briefing/templates.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import type { Facts } from '../../shared/facts/fact.ts';
import { paragraphs } from '../../shared/text/sentences.ts';
import { doc, figure, p, quoted, type Child } from '../builders.ts';

const FILE = '../shared/benchmark/polnear-dev.jsonl';
const ARTICLES = 40;
const TODAY = '2025-06-01';

interface Read {
  readonly article: Article;
  readonly facts: Facts;
}

function articles(): Read[] {
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean).slice(0, ARTICLES);
  return lines.map((line, i) => {
    const { text } = JSON.parse(line) as { text: string };
    const article = articleFromText(text, { id: `a-${i}` });
    return { article, facts: extractFacts(article, { today: TODAY }).value };
  });
}

const without = existsSync(FILE) ? '' : ' (skipped: the public articles are not here)';

it.skipIf(without !== '')(
  `a paragraph of an article, its quotation or figure under a mark${without}`,
  { timeout: 120_000 },
  () => {
    let looked = 0;
    const alarms: string[] = [];
    for (const { article, facts } of articles()) {
      const spans = paragraphs(article.text);
      const flat = flatFacts([facts]);
      // In a drawing < and > are tags.
      const words = (start: number, end: number): string => article.text.slice(start, end).replaceAll(/[<>]/gu, ' ');
      const direct = facts.quotes.filter((one) => one.spans.length === 1 && one.quoteKind !== 'indirect');
      for (const fact of [...direct, ...facts.figures]) {
        const around = spans.find(({ start, end }) => start <= fact.start && fact.end <= end);
        if (!around) continue;
        looked++;
        const own = words(fact.start, fact.end);
        const marked: Child = fact.kind === 'quote' ? quoted(fact.id, own) : figure(fact.id, own);
        const drawn = doc(
          { banner: 'OFFICIAL' },
          p(words(around.start, fact.start), marked, words(fact.end, around.end)),
        );
        for (const { kind, detail } of checkBriefing({
          doc: drawn,
          articles: [article],
          facts: flat,
          annotations: [],
        })) {
          if (/altered|misattributed|period|located/u.test(kind)) alarms.push(`${kind}: ${detail}`);
        }
      }
    }
    expect(looked).toBeGreaterThan(500);
    // The reader of speech is not always right about whom a paragraph means by "she".
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(looked / 200);
  },
);

it.skipIf(without !== '')(`a fresh briefing by each template${without}`, { timeout: 120_000 }, () => {
  const alarms: string[] = [];
  for (const { article, facts } of articles()) {
    for (const template of TEMPLATES) {
      const { value } = prefill({
        articles: [article],
        sources: new Map(),
        facts: [facts],
        template,
        date: TODAY,
        author: 'Analyst',
        now: `${TODAY}T00:00:00Z`,
      });
      for (const { kind, severity, detail } of checkBriefing(value)) {
        if (severity === 'settle' || /misattributed|period|likelihood/u.test(kind)) alarms.push(`${kind}: ${detail}`);
      }
    }
  }
  expect(alarms).toEqual([]);
});
