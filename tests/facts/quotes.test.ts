// Tests of findQuotes: each case of specs/quotes.json, whole articles, the real sample, and laws on generated text.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesOf, shortName, shortQuote, namesOf, type ShortName, type ShortQuote } from './readings.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

interface Spec {
  readonly name: string;
  readonly input: string;
  readonly results: readonly ShortQuote[];
}

describe('a quotation is read with its kind, its speaker and its cue', () => {
  const specs = JSON.parse(read('../fixtures/specs/quotes.json')) as Spec[];
  it.each(specs)('$name', ({ input, results }) => {
    expect(quotesOf(input).map((quote) => shortQuote(input, quote))).toEqual(results);
  });
});

describe('an article is read whole', () => {
  it.each(['harbour-levy', 'reservoir-statement'])('%s', (slug) => {
    const text = read(`../fixtures/articles/${slug}/source.txt`);
    const facts = JSON.parse(read(`../fixtures/articles/${slug}/facts.json`)) as {
      quotes: ShortQuote[];
      names: ShortName[];
    };
    expect(quotesOf(text).map((quote) => shortQuote(text, quote))).toEqual(facts.quotes);
    expect(namesOf(text).map(shortName)).toEqual(facts.names);
  });
});

const SAMPLE = new URL('../../../shared/samples/azerbaijan-us-2025-08-07.txt', import.meta.url);

describe.skipIf(!existsSync(SAMPLE))('the real sample (skipped where the samples folder is absent)', () => {
  const text = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : '';

  it('holds four direct quotations, each a whole paragraph, all by one Member of Parliament', () => {
    const paragraphs = text.split('\n').filter((line) => line.startsWith('“'));
    const direct = quotesOf(text).filter((quote) => quote.quoteKind === 'direct');
    expect(direct.map((quote) => quote.text)).toEqual(paragraphs.map((line) => line.trim().slice(1, -1)));
    expect(direct).toHaveLength(4);
    const speakers = new Set(direct.map(({ speaker }) => `${speaker?.name} / ${speaker?.role} / ${speaker?.resolved}`));
    expect(speakers.size).toBe(1);
    expect([...speakers][0]).toMatch(/^\S+ \S+ \/ Member of Parliament \/ true$/u);
    // The name is that of the introductions, not of anyone inside the quotations.
    const name = direct[0]?.speaker?.name ?? '';
    for (const paragraph of paragraphs) expect(paragraph).not.toContain(name);
  });

  it('has a cue for each, found in the paragraph before', () => {
    for (const quote of quotesOf(text).filter(({ quoteKind }) => quoteKind === 'direct')) {
      expect(quote.cue).not.toBeNull();
      const between = text.slice(quote.cue?.end, quote.start);
      expect(between.match(/\n\n/gu)).toHaveLength(1);
    }
  });
});

/** Prose of the sort that has marks, verbs of speech and names in every order. */
const prose = fc
  .array(
    fc.constantFrom(
      'Anja Torvik',
      'Torvik',
      'she',
      'he',
      'the minister',
      'said',
      'told',
      'that',
      'called',
      'added',
      'according to',
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      "''",
      '«',
      '»',
      '„',
      ',',
      '.',
      '?',
      ':',
      ';',
      '—',
      '-',
      '\n\n',
      '\n',
      'bridge',
      'The',
      'It’s',
      "don't",
      '“We will,”',
      '“Never.”',
      'and',
      'but',
      'Mr.',
      '6\'2"',
      '(',
      ')',
      '…',
      '😀',
      '\u00a0',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(' '));

const run = { seed: 20250807, numRuns: 400 };

describe('laws of quotations', () => {
  it('every text is the slice it stands for, pieces are in order and do not overlap', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const quote of quotesOf(text)) {
          expect(quote.text).toBe(text.slice(quote.start, quote.end));
          expect(quote.spans[0]?.[0]).toBe(quote.start);
          expect(quote.spans.at(-1)?.[1]).toBe(quote.end);
          let at = -1;
          for (const [start, end] of quote.spans) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          for (const part of [quote.cue, quote.speaker]) {
            if (part) expect(part.text).toBe(text.slice(part.start, part.end));
          }
        }
      }),
      run,
    );
  });

  it('no two quotations in marks hold the same words', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const spans = quotesOf(text)
          .filter(({ quoteKind }) => quoteKind !== 'indirect')
          .flatMap(({ spans: pieces }) => pieces)
          .sort((a, b) => a[0] - b[0]);
        for (let i = 1; i < spans.length; i++) expect(spans[i]?.[0]).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
      }),
      run,
    );
  });

  it('a quotation is called resolved only with a name', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const { speaker } of quotesOf(text)) if (speaker?.resolved) expect(speaker.name).not.toBeNull();
      }),
      run,
    );
  });

  it('paragraphs without names or speech before the article move every place and change nothing else', () => {
    const before = 'the harbour was quiet and the nets were dry.\n\nnothing moved.\n\n';
    fc.assert(
      fc.property(prose, (tail) => {
        const text = `Anja Torvik opened the bridge.\n\n${tail}`;
        const short = (whole: string): unknown => quotesOf(whole).map((quote) => shortQuote(whole, quote));
        expect(short(before + text)).toEqual(short(text));
      }),
      run,
    );
  });

  it('is the same on every run', () => {
    const text = read('../fixtures/articles/harbour-levy/source.txt');
    expect(quotesOf(text)).toEqual(quotesOf(text));
  });
});
