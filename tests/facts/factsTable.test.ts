// The terminal table of facts: one aligned line a fact.
import { describe, expect, it } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import type { Facts } from '../../shared/facts/fact.ts';
import { factAt, readArticle } from '../../shared/facts/reading.ts';
import { factsTable } from '../../shared/facts/factsTable.ts';

const text = 'Ida Brandt said: “We sold   9 boats.”';
const article: Article = {
  id: 'a-1',
  fileName: 'boats.txt',
  title: null,
  byline: 'Per Holm',
  publisher: null,
  agency: null,
  dateline: null,
  published: '2025-02-03',
  url: null,
  language: 'en',
  encoding: 'utf-8',
  sha256: '',
  text,
  reliability: null,
};
const reading = readArticle(article, null);
const facts: Facts = {
  quotes: [
    {
      ...factAt(reading, 'quote', { start: 18, end: 36 }),
      kind: 'quote',
      quoteKind: 'direct',
      spans: [[18, 36]],
      cue: null,
      speaker: { start: 0, end: 10, text: 'Ida Brandt', name: 'Ida Brandt', role: 'Harbour Master', resolved: true },
    },
  ],
  figures: [
    {
      ...factAt(reading, 'figure', { start: 28, end: 35 }),
      kind: 'figure',
      value: 9,
      unit: 'boat',
      figureKind: 'count',
      qualifier: '~',
      measure: null,
      period: '2024',
      periodNote: null,
    },
  ],
  dates: [],
  names: [],
  claims: [],
  oddities: [],
};

describe('factsTable', () => {
  it('heads with what is known of the article and gives each fact a line', () => {
    expect(factsTable(article, facts).split('\n')).toEqual([
      'no title in the source, Per Holm, 2025-02-03',
      'quote   We sold 9 boats.  Ida Brandt, Harbour Master',
      'figure  9 boats           ~ 9 boat in 2024',
      '',
    ]);
  });

  it('cuts long words with an ellipsis', () => {
    const long = {
      ...facts,
      quotes: [{ ...(facts.quotes[0] as Facts['quotes'][0]), text: 'word '.repeat(40), speaker: null }],
    };
    const line = factsTable(article, long).split('\n')[1] ?? '';
    expect(line).toContain('…  no speaker named');
    expect(line.length).toBeLessThan(100);
  });
});
