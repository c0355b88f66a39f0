// extractFacts: the door of this folder. Article in, Facts out; deterministic, offline, linear in the length of the text.
import type { Article } from '../article/article.ts';
import { outcome, type Message, type Outcome } from '../base/result.ts';
import { findClaims } from './claims.ts';
import { findDates } from './dates.ts';
import type { Facts } from './fact.ts';
import { readFigures } from './figures.ts';
import { findNames } from './names.ts';
import { findOddities } from './oddities.ts';
import { findQuotes } from './quotes.ts';
import { readArticle } from './reading.ts';

export interface ExtractOptions {
  /** `YYYY-MM-DD`: what relative dates are read against when the article has no date of its own. */
  readonly today?: string;
}

/**
 * Reads quotes, figures, dates, names, claims and oddities out of an article. Messages: `no-date` when relative dates
 * could not be read because neither the article nor `today` gives a day.
 */
export function extractFacts(article: Article, options: ExtractOptions = {}): Outcome<Facts> {
  const reading = readArticle(article, options.today ?? null);
  const { tokens, dates, figures, known } = readFigures(reading);
  const claims = findClaims(reading, known);
  const names = findNames(reading);
  const quotes = findQuotes(reading, names);
  // Where a note about the source as a whole is pinned.
  const opening = tokens[0] ?? null;
  const oddities = findOddities(article.id, article, known, claims, opening);
  const messages: Message[] = [];
  if (reading.day === null && dates.some((hit) => hit.relative && hit.value === null)) {
    messages.push({
      code: 'no-date',
      text: 'The article has no date, so "last year" and the like were not read. Give the date to have them read.',
    });
  }
  return outcome({ quotes, figures, dates: findDates(reading, tokens, dates), names, claims, oddities }, messages);
}
