// Reading: an article cut into paragraphs and sentences once, and the base that every fact found in it shares.
import type { Article } from '../article/article.ts';
import { describe } from '../text/selectors.ts';
import { paragraphs, sentences } from '../text/sentences.ts';
import { sliceSpan, type Span } from '../text/span.ts';
import type { Evidence, Fact, FactKind } from './fact.ts';

export interface Reading {
  readonly articleId: string;
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  /** The day that relative dates are read against, `YYYY-MM-DD`; null when unknown. */
  readonly day: string | null;
}

/** `today` stands in where the article has no date of its own (decisions.md, `--date`). */
export function readArticle(article: Pick<Article, 'id' | 'text' | 'published'>, today: string | null): Reading {
  return {
    articleId: article.id,
    text: article.text,
    paragraphs: paragraphs(article.text),
    sentences: sentences(article.text),
    day: article.published ?? today,
  };
}

export function evidenceAt(reading: Reading, span: Span): Evidence {
  return { articleId: reading.articleId, ...describe(reading.text, span) };
}

type FactBase = Pick<
  Fact,
  'id' | 'articleId' | 'start' | 'end' | 'text' | 'evidence' | 'status' | 'dismissed' | 'credibility'
>;

/** The fields that every fact at `span` starts with. The id names kind and place, so it is the same on every run. */
export function factAt(reading: Reading, kind: FactKind, span: Span): FactBase {
  return {
    id: `${kind}-${reading.articleId}-${span.start}-${span.end}`,
    articleId: reading.articleId,
    start: span.start,
    end: span.end,
    text: sliceSpan(reading.text, span),
    evidence: evidenceAt(reading, span),
    status: 'unverified',
    dismissed: false,
    credibility: null,
  };
}
