// The sources laid out from their excerpts: the guard finds in them what it finds in the whole; and whole ones given.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importArticle } from '../../shared/article/importArticle.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { TEMPLATES } from '../../shared/briefing/templates.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { projectionOf } from '../../shared/export/projection.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { sourcesOf, sparseArticle } from '../../shared/sent/articles.ts';
import { anchor } from '../../shared/text/selectors.ts';
import { briefings, SEED } from '../arbitraries.ts';
import { fullBriefing } from '../export/briefings.ts';

const HASH = '0'.repeat(64);
const OPTIONS = { copy: 'annotated', textHash: HASH } as const;

function sample() {
  const file = new URL('../../build/sample/harbour-trade.txt', import.meta.url);
  const read = importArticle(readFileSync(file), { name: 'harbour-trade.txt' });
  if (!read.ok) throw new RangeError(read.error.text);
  return read.value.value;
}

describe('a sparse source', () => {
  it('is as long as the whole, and every fact stands at its place in it', () => {
    fc.assert(
      fc.property(briefings, (one) => {
        const projection = projectionOf(one, OPTIONS);
        const whole = new Map(one.articles.map((article) => [article.id, article.text]));
        for (const carried of projection.articles) {
          const { text } = sparseArticle(carried);
          expect(text.length).toBe(whole.get(carried.id)?.length);
          for (const { evidence, start, end, ...fact } of projection.facts) {
            if (fact.articleId !== carried.id) continue;
            expect(text.slice(start, end)).toBe(fact.text);
            expect(anchor(text, evidence)).toEqual(anchor(whole.get(carried.id) ?? '', evidence));
          }
        }
      }),
      { ...SEED, numRuns: 200 },
    );
  });

  it('gives the guard the findings of the whole', () => {
    const article = sample();
    for (const template of TEMPLATES) {
      const { value: briefing } = prefill({
        articles: [article],
        sources: new Map(),
        facts: [extractFacts(article, { today: '2031-03-01' }).value],
        template,
        banner: 'OFFICIAL',
        author: 'Perrin Holt',
        date: '2031-03-01',
        now: '2031-03-01T00:00:00.000Z',
      });
      const projection = projectionOf(briefing, OPTIONS);
      expect(projection.articles[0]?.excerpts.length).toBeGreaterThan(1);
      const { articles, facts } = sourcesOf(projection, []);
      const checks = checkBriefing({ doc: briefing.doc, articles, facts, annotations: projection.annotations });
      expect(checks).toEqual(checkBriefing(briefing));
    }
  });

  it('lets no quotation run across what is not carried', () => {
    const [grain] = fullBriefing().articles;
    if (!grain) throw new RangeError('no article');
    const { text, ...metadata } = grain;
    const sparse = sparseArticle({
      ...metadata,
      length: text.length,
      excerpts: [
        { start: 5, end: 12, text: 'we will' },
        { start: 30, end: 34, text: 'sell' },
      ],
    });
    expect(sparse.text.slice(5, 12)).toBe('we will');
    expect(sparse.text.slice(30, 34)).toBe('sell');
    expect(sparse.text.split(/\s+/u).join(' ')).not.toContain('we will sell');
  });
});

describe('sources that were given', () => {
  const full = fullBriefing();
  const projection = projectionOf(full, OPTIONS);
  const [grain, dues] = full.articles;
  if (!grain || !dues) throw new RangeError('no articles');

  it('take the place of what is carried when they are the text itself', () => {
    const { articles, others, messages } = sourcesOf(projection, [{ ...grain, id: 'x', sha256: 'f'.repeat(64) }]);
    expect(articles.map(({ id, text }) => [id, text === grain.text])).toEqual([
      ['a1', true],
      ['a2', false],
    ]);
    expect({ others, messages }).toEqual({ others: [], messages: [] });
  });

  it('are told when a text of the same name is another one', () => {
    const other = { ...grain, sha256: 'e'.repeat(64), text: `${grain.text} More.` };
    const { articles, others, messages } = sourcesOf(projection, [other]);
    expect(articles[0]?.text).toHaveLength(grain.text.length);
    expect(others).toEqual([other]);
    expect(messages.map(({ code }) => code)).toEqual(['other-source']);
  });

  it('give their own facts, whatever the file says of them', () => {
    const article = sample();
    const facts = extractFacts(article).value.figures;
    const [figure] = facts;
    if (!figure) throw new RangeError('no figure');
    const lying = {
      ...projection,
      articles: [{ ...article, length: article.text.length, excerpts: [] }],
      facts: [{ ...figure, value: 1 }],
    };
    expect(sourcesOf(lying, [article]).facts).toEqual([figure]);
    expect(sourcesOf(lying, []).facts).toMatchObject([{ value: 1 }]);
  });
});
