// suppliedYear: the year of a month that is written without one, read against the article's date.
import type { Day } from './calendar.ts';
import { BREAK, type Token } from './tokens.ts';

/** Words before a month that put it into the future. "may" is told from the month by its small letter. */
const AHEAD = new Set([
  'will',
  'shall',
  'may',
  'due',
  'scheduled',
  'slated',
  'expected',
  'expects',
  'plans',
  'upcoming',
]);
/** How far before the month they are looked for, within the sentence. */
const AHEAD_WITHIN = 20;

function looksAhead(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - AHEAD_WITHIN); k--) {
    const token = tokens[k] as Token;
    if (['.', '!', '?', BREAK].includes(token.raw)) return false;
    if (token.raw === token.lower && AHEAD.has(token.lower)) return true;
  }
  return false;
}

/**
 * The year of a month at `i` that has none, from the article's date: the last such month up to and including that of the
 * article, or the coming one in a sentence that looks ahead.
 */
export function suppliedYear(
  tokens: readonly Token[],
  i: number,
  month: number,
  today: Day | null,
): { readonly year: number; readonly relative: true } | null {
  if (!today) return null;
  const past = month <= today.month ? today.year : today.year - 1;
  const coming = month >= today.month ? today.year : today.year + 1;
  return { year: looksAhead(tokens, i) ? coming : past, relative: true };
}
