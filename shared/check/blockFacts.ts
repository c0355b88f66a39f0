// BlockFacts: facts read in the briefing's own paragraphs by the readers that read the articles.
import { findClaims } from '../facts/claims.ts';
import type { Claim, Quote } from '../facts/fact.ts';
import { readFigures } from '../facts/figures.ts';
import { findNames } from '../facts/names.ts';
import { findQuotes } from '../facts/quotes.ts';
import { readArticle, type Reading } from '../facts/reading.ts';
import type { Span } from '../text/span.ts';

/** A figure as our own sentence gives it. */
export interface DatedFigure extends Span {
  /** The period named beside it in its sentence; null when none is, or it is only relative or carried over. */
  readonly period: string | null;
  /** The other periods that its sentence names. */
  readonly others: readonly string[];
  /** True when its sentence holds no other figure. */
  readonly alone: boolean;
}

export interface NumberReading {
  readonly figures: readonly DatedFigure[];
  /** Claims about the figures of this very text that they contradict. */
  readonly contradicted: readonly Claim[];
}

/** A paragraph as an article of its own; what is no text counts as a space. */
function reading(text: string): Reading {
  return readArticle({ id: 'own', text: text.replaceAll('\uFFFC', ' '), published: null }, null);
}

/** Who is said to say what in `text`. */
export function readSpeech(text: string): readonly Quote[] {
  const read = reading(text);
  return findQuotes(read, findNames(read));
}

/** The figures of `text` with the periods beside them, and what it claims of them. */
export function readNumbers(text: string): NumberReading {
  const read = reading(text);
  const { tokens, dates, figures, known } = readFigures(read);
  const hits = dates.flatMap((hit) => {
    const [start, end] = [tokens[hit.from]?.start, tokens[hit.to - 1]?.end];
    return start === undefined || end === undefined ? [] : [{ start, end, value: hit.relative ? null : hit.value }];
  });
  const sentenceOf = (at: number): Span | undefined => read.sentences.find(({ start, end }) => start <= at && at < end);
  return {
    figures: figures.map((figure) => {
      const { start, end } = figure;
      const sentence = sentenceOf(start) ?? { start: 0, end: text.length };
      const within = (at: number): boolean => sentence.start <= at && at < sentence.end;
      const dated = hits.filter((hit) => within(hit.start));
      // "Last year" is read against a day that a briefing does not have: nearer than the period, it may be the figure's own.
      const near = (relative: boolean): number =>
        Math.min(
          ...dated
            .filter(({ value }) => (relative ? value === null : value === figure.period))
            .map((hit) => (hit.start >= end ? hit.start - end : start - hit.end)),
        );
      const sure = figure.periodNote === null && near(false) < near(true);
      const period = sure ? figure.period : null;
      return {
        start,
        end,
        period,
        others: dated.flatMap(({ value }) => (value !== null && value !== period ? [value] : [])),
        alone: figures.every((other) => other === figure || !within(other.start)),
      };
    }),
    contradicted: findClaims(read, known).filter(({ verdict }) => verdict === 'contradicted'),
  };
}
