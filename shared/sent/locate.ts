// Looking quotations and figures of a file up in sources, where no mark says which source they are from.
import type { Article } from '../article/article.ts';
import type { Check } from '../check/check.ts';
import { compareFigure } from '../check/figureGuard.ts';
import { hiddenWords } from '../check/findingWords.ts';
import { compareQuotation, type QuotationComparison } from '../check/quotationGuard.ts';
import type { ReadFigure } from '../check/readFigures.ts';
import { quotationSource } from '../briefing/quotationText.ts';
import type { Figure, Quote } from '../facts/fact.ts';
import { findStretches } from '../facts/quoteMarks.ts';
import { isSpeech } from '../facts/scareQuotes.ts';
import { quoteMatcher } from '../text/matchQuote.ts';
import type { Span } from '../text/span.ts';
import { trimMarks } from '../text/trim.ts';

/** Words between quotation marks. `text`: without the outer marks. */
export interface QuotedWords extends Span {
  readonly text: string;
}

/** The direct quotations in `text`, whose paragraphs are `paragraphs`; titles of works and nicknames are none. */
export function quotedWords(text: string, paragraphs: readonly Span[]): QuotedWords[] {
  const found: { start: number; end: number; text: string; continues: boolean }[] = [];
  for (const stretch of findStretches(text, paragraphs)) {
    if (!isSpeech(text, stretch)) continue;
    const words = text.slice(stretch.start, stretch.end);
    const last = found.at(-1);
    // Each paragraph of a quotation opens, only the last closes.
    if (last?.continues) {
      found[found.length - 1] = {
        start: last.start,
        end: stretch.end,
        text: `${last.text}\n\n${words}`,
        continues: stretch.continues,
      };
    } else found.push({ start: stretch.start, end: stretch.end, text: words, continues: stretch.continues });
  }
  return found.filter((one) => /[\p{L}\p{N}]/u.test(one.text));
}

/** Marks around the words of a quotation, and the stop before the closing one. */
const OUTER = `"'“”‘’«»„ \n\t`;
/** An ellipsis that would leave out more than this joins what was never said together. */
const LONGEST_CUT = 2000;
/** Sources longer than this are looked at for exact words only. */
const LONGEST_SOURCE = 2_000_000;

export interface Located {
  readonly article: Article;
  /** Null for words that stand there exactly. */
  readonly comparison: QuotationComparison | null;
}

/**
 * Looks quotations up in `articles`: exactly after folding; as the whole or a part of one of `quotes`, whose pieces the article
 * parts by naming the speaker; or openly cut and bracketed as the guard allows.
 */
export function quotationFinder(
  articles: readonly Article[],
  quotes: readonly Quote[],
): (words: string) => Located | null {
  const matchers = articles.map((article) => ({ article, match: quoteMatcher(article.text) }));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const joined = quotes.flatMap((quote) => {
    const article = quote.spans.length > 1 ? byId.get(quote.articleId) : undefined;
    return article ? [{ article, source: quotationSource(article.text, quote) }] : [];
  });
  return (words) => {
    const bare = bareWords(words);
    if (!/[\p{L}\p{N}]/u.test(bare)) return null;
    const exact = matchers.find(({ match }) => match(bare).length > 0);
    if (exact) return { article: exact.article, comparison: null };
    for (const { article, source } of joined) {
      const comparison = compareQuotation(source, words, { fragment: true });
      if (comparison.verdict !== 'altered') return { article, comparison };
    }
    const pieces = wholePieces(words);
    for (const { article, match } of matchers) {
      // Laying the words over a long source takes its time: only where every unbroken piece of them stands at all.
      if (article.text.length > LONGEST_SOURCE || !pieces.every((piece) => match(piece).length > 0)) continue;
      const comparison = compareQuotation(article.text, words, { fragment: true });
      if (comparison.verdict === 'altered') continue;
      if (comparison.diff.some(({ kind, text }) => kind === 'cut' && text.length > LONGEST_CUT)) continue;
      return { article, comparison };
    }
    return null;
  };
}

/** What a located quotation leaves out or puts in that may change the sense, as a finding about `name`; null for nothing. */
export function cutFinding(
  { comparison }: Located,
  name: string,
): Pick<Check, 'kind' | 'severity' | 'title' | 'detail' | 'diff'> | null {
  if (!comparison || comparison.hidden.length + comparison.added.length === 0) return null;
  return {
    kind: 'sense-changing-cut',
    severity: 'look',
    title: `A cut or an insertion in ${name} may change the sense`,
    detail: hiddenWords(comparison.hidden, comparison.added),
    diff: comparison.diff,
  };
}

export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

/** What of a quotation must stand in its source as it is: the stretches between ellipses, brackets, marks and paragraphs. */
function wholePieces(words: string): string[] {
  return words
    .replace(/\[[^[\]]*\]\p{L}*/gu, '…')
    .split(/[…\n"'“”‘’‚„«»‹›]|\.{3}/u)
    .map((piece) => trimMarks(piece, ' .,;:'))
    .filter((piece) => piece.includes(' '));
}

/** The words of a quotation without the marks around them and the stop before the closing one. */
export function bareWords(words: string): string {
  return trimMarks(trimMarks(words, OUTER), '.,');
}

/** Far enough that no rounding and no conversion of the guard (figureGuard.ts) is missed. */
const FACTORS = [1, 100, 0.01];

/**
 * Looks numbers up among `figures` by value and unit: the same, or correctly rounded. `unitElsewhere`: a bare number may have
 * its unit in the head of its column, and its value is enough.
 */
export function figureFinder(
  figures: readonly Figure[],
): (shown: ReadFigure, unitElsewhere?: boolean) => Figure | null {
  const values = figures.map((figure) => ({ figure, value: [figure.value].flat()[0] ?? 0 }));
  return (shown, unitElsewhere = false) => {
    const value = [shown.value].flat()[0] ?? 0;
    const near = (other: number): boolean =>
      FACTORS.some((factor) => Math.abs(other - value * factor) <= Math.abs(other) * 0.35);
    const bare = unitElsewhere && shown.unit === null;
    const found = values.find(
      ({ figure, value: other }) =>
        near(other) &&
        compareFigure(bare ? { ...figure, unit: null, figureKind: 'number' } : figure, shown.text).verdict !==
          'altered',
    );
    return found?.figure ?? null;
  };
}
