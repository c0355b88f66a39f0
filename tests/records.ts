// Records of invented articles and facts for tests: each fact is made from the words it stands on.
import type { Article } from '../shared/article/article.ts';
import type { Claim, DateMention, Fact, Facts, Figure, NameMention, Quote, Speaker } from '../shared/facts/fact.ts';
import { readArticle, factAt } from '../shared/facts/reading.ts';
import type { Span } from '../shared/text/span.ts';

export function article(text: string, over: Partial<Article> = {}): Article {
  return {
    id: 'a-calder',
    fileName: 'calder.txt',
    title: null,
    byline: 'Ines Okafor',
    publisher: 'The Calder Post',
    agency: null,
    dateline: null,
    published: '2031-03-04',
    url: null,
    language: 'en',
    encoding: 'utf-8',
    sha256: '0123456789abcdef'.repeat(4),
    text,
    reliability: null,
    ...over,
  };
}

/** The place of `words` in the article; throws when they do not stand there. `nth` counts from 0. */
export function spanOf(source: Article, words: string, nth = 0): Span {
  let start = source.text.indexOf(words);
  for (let i = 0; i < nth; i++) start = source.text.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`"${words}" does not stand in the article.`);
  return { start, end: start + words.length };
}

function base<Kind extends Fact['kind']>(source: Article, kind: Kind, span: Span) {
  return { ...factAt(readArticle(source, null), kind, span), kind };
}

export function speaker(source: Article, mention: string, name: string | null, role: string | null): Speaker {
  return { ...spanOf(source, mention), text: mention, name, role, resolved: name !== null };
}

/** A direct quote of the pieces given, in order. */
export function quoteOf(source: Article, pieces: string | readonly string[], over: Partial<Quote> = {}): Quote {
  const spans = [pieces].flat().map((piece): [number, number] => {
    const { start, end } = spanOf(source, piece);
    return [start, end];
  });
  const span = { start: spans[0]?.[0] ?? 0, end: spans.at(-1)?.[1] ?? 0 };
  return { ...base(source, 'quote', span), spans, quoteKind: 'direct', cue: null, speaker: null, ...over };
}

export function figureOf(source: Article, words: string, over: Partial<Figure> = {}): Figure {
  return {
    ...base(source, 'figure', spanOf(source, words)),
    value: 0,
    unit: null,
    figureKind: 'number',
    qualifier: '=',
    measure: null,
    period: null,
    periodNote: null,
    ...over,
  };
}

export function claimOf(source: Article, words: string, over: Partial<Claim> = {}): Claim {
  return {
    ...base(source, 'claim', spanOf(source, words)),
    verdict: 'contradicted',
    computed: null,
    reason: null,
    figureIds: [],
    ...over,
  };
}

export function dateOf(source: Article, words: string, value: string): DateMention {
  return { ...base(source, 'date', spanOf(source, words)), value, relative: false };
}

export function nameOf(source: Article, words: string, over: Partial<NameMention> = {}): NameMention {
  return { ...base(source, 'name', spanOf(source, words)), nameKind: 'person', name: words, role: null, ...over };
}

export const NO_FACTS: Facts = { quotes: [], figures: [], dates: [], names: [], claims: [], oddities: [] };
