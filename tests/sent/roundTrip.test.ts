// The projection survives the file: laws on random briefings, what never leaves, and the hash of the visible text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectionJson, projectionOf, projectionSchema } from '../../shared/export/projection.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { briefings, SEED } from '../arbitraries.ts';
import { doc, note, p, link, cite, quote } from '../builders.ts';
import { annotation, article, briefing, fullBriefing } from '../export/briefings.ts';
import { randomBriefing } from '../export/randomBriefings.ts';
import { checkedFile, exportedParts, projected, sentOf, zipOf } from './files.ts';

const HASH = '0'.repeat(64);

describe('projection', () => {
  it('read back from the file equals the projection of the briefing, and no word has changed', async () => {
    await fc.assert(
      fc.asyncProperty(randomBriefing, fc.constantFrom('annotated' as const, 'clean' as const), async (one, copy) => {
        const { value, messages } = sentOf(zipOf(await exportedParts(one, copy)));
        expect(messages).toEqual([]);
        const projection = projected(one, copy);
        expect(value.carried?.projection).toEqual(projection);
        expect(value.carried?.doc.toJSON()).toEqual(projection.doc);
        expect(value.textHash).toBe(projection.textHash);
      }),
      { ...SEED, numRuns: 120 },
    );
  });

  it('survives its JSON for every briefing, in characters that XML can hold', () => {
    fc.assert(
      fc.property(briefings, (one) => {
        const projection = projectionOf(one, { copy: 'annotated', textHash: HASH });
        const json = projectionJson(projection);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(projection)));
        expect(projectionSchema.parse(JSON.parse(json))).toEqual(JSON.parse(JSON.stringify(projection)));
        expect(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(json)).toBe(false);
      }),
      { ...SEED, numRuns: 150 },
    );
  });

  it('takes no private note along, nor its mark', () => {
    const one = briefing(doc(p('The ', note('n1', 'quay'), ' is ', note('n2', 'full'), '.')), {
      annotations: [annotation('n1', { export: false, body: 'SECRET BODY' }), annotation('n2')],
    });
    const annotated = projectionJson(projectionOf(one, { copy: 'annotated', textHash: HASH }));
    expect(annotated).not.toContain('SECRET');
    expect(annotated).not.toContain('n1');
    expect(annotated).toContain('n2');
    const clean = projectionOf(one, { copy: 'clean', textHash: HASH });
    expect(clean.annotations).toEqual([]);
    expect(JSON.stringify(clean.doc)).not.toContain('annotation');
  });

  it('takes no path, no private field, no unknown part along', () => {
    const source = article('a1', {
      fileName: 'C:\\Users\\ada\\notes\\grain.txt',
      url: 'file:///home/ada/grain.txt',
      text: 'One. Two.',
    });
    const one = briefing(
      doc(
        p('See ', link('file:///home/ada/x', 'this'), cite('a1')),
        schema.node('opaque', { json: { type: 'x', body: 'OPAQUE' } }),
      ),
      { articles: [{ ...source, folder: '/home/ada' }], annotations: [annotation('n1', { secret: 'HIDDEN' })] },
    );
    const projection = projectionOf(one, { copy: 'annotated', textHash: HASH });
    const json = projectionJson(projection);
    for (const word of ['ada', 'OPAQUE', 'HIDDEN', 'One. Two.']) expect(json).not.toContain(word);
    expect(projection.articles[0]).toMatchObject({ fileName: 'grain.txt', url: null, length: 9, excerpts: [] });
  });

  it('carries of a source only what is used, with its surroundings, and keeps the analyst’s judgement', () => {
    const full = fullBriefing();
    const long = `\n\n${'Nothing of this is used. '.repeat(40)}`;
    const [grain, dues] = full.articles;
    if (!grain || !dues) throw new Error('no articles');
    const facts = full.facts.map((fact) => ({ ...fact, status: 'disputed' as const, credibility: '4' as const }));
    const { articles, facts: carried } = projectionOf(
      { ...full, articles: [{ ...grain, text: grain.text + long }, dues], facts },
      { copy: 'clean', textHash: HASH },
    );
    expect(articles[0]?.excerpts.map(({ text }) => text).join('')).not.toContain(
      'Nothing of this is used. Nothing of this is used.',
    );
    expect(articles[0]?.excerpts[0]?.text).toContain('904,000 tonnes');
    expect(carried.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3', 'q1', 'q2']);
    expect(JSON.stringify(carried)).not.toContain('disputed');
    expect(carried.every(({ credibility }) => credibility === null)).toBe(true);
  });

  it('carries the surroundings alone of a source that is one endless line', () => {
    const text = `${'grain and more grain, '.repeat(4000)}570,000 tonnes${', barley and more'.repeat(4000)}`;
    const full = fullBriefing();
    const [fact] = full.facts;
    if (!fact) throw new Error('no fact');
    const start = text.indexOf('570');
    const moved = {
      ...fact,
      start,
      end: start + 14,
      evidence: {
        ...fact.evidence,
        position: { start, end: start + 14 },
        quote: {
          exact: '570,000 tonnes',
          prefix: text.slice(start - 32, start),
          suffix: text.slice(start + 14, start + 46),
        },
      },
    };
    const { articles } = projectionOf(
      { ...full, articles: [article('a1', { text })], facts: [moved] },
      { copy: 'clean', textHash: HASH },
    );
    expect(articles[0]?.excerpts.map((one) => one.text.length)).toEqual([614]);
  });

  it('carries what a typed quotation stands on', () => {
    const words = 'The port of Ostrel doubled its grain trade.';
    const one = briefing(doc(quote(null, words)));
    const { articles } = projectionOf(one, { copy: 'clean', textHash: HASH });
    expect(articles[0]?.excerpts).toEqual([{ start: 0, end: words.length, text: words }]);
  });
});

describe('the hash of the visible text', () => {
  it('tells a changed word, and nothing but words', async () => {
    const parts = await exportedParts(fullBriefing());
    const clean = checkedFile(zipOf(parts));
    expect(clean.unchanged).toBe(true);
    expect(clean.messages.map(({ code }) => code)).toEqual(['unchanged-since-export']);
    const xml = parts.get('word/document.xml') ?? '';
    parts.set('word/document.xml', xml.replace('harbour board', 'harbour  board'));
    expect(checkedFile(zipOf(parts)).unchanged).toBe(true);
    parts.set('word/document.xml', xml.replace('harbour board', 'harbour office'));
    expect(checkedFile(zipOf(parts)).unchanged).toBe(false);
  });
});
