// Relative dates: words read against the article's day ("last year", "on Tuesday", "three years ago").
import { addDays, addMonths, weekdayOf, writeDay, writeMonth, type Day } from './calendar.ts';
import type { DateHit } from './dateHit.ts';
import { MONTHS, WEEKDAYS } from './lexicon/months.ts';
import { CARDINALS } from './lexicon/numbers.ts';
import { FUNCTION_WORDS } from './lexicon/words.ts';
import type { Token } from './tokens.ts';

function hit(from: number, to: number, value: string | null): DateHit {
  return { from, to, value, relative: true };
}

/** The span of the ISO week that lies `weeks` from that of `today`. */
function week(today: Day, weeks: number): string {
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * weeks);
  return `${writeDay(monday)}/${writeDay(addDays(monday, 6))}`;
}

function quarter(today: Day, quarters: number): string {
  const at = addMonths(today.year, today.month, quarters * 3);
  return `${at.year}-Q${Math.ceil(at.month / 3)}`;
}

/** `steps` units from today: -1 for "last", 0 for "this", 1 for "next". */
function unitFrom(today: Day, unit: string, steps: number): string | null {
  switch (unit) {
    case 'year':
      return String(today.year + steps);
    case 'quarter':
      return quarter(today, steps);
    case 'month': {
      const at = addMonths(today.year, today.month, steps);
      return writeMonth(at.year, at.month);
    }
    case 'week':
      return week(today, steps);
    default:
      return null;
  }
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
]);

const UNITS = new Set(['year', 'quarter', 'month', 'week']);

/** A weekday: the last one up to today, or after "last" and "next" the one before or after. */
function onWeekday(today: Day, weekday: number, word: string | undefined): string {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (word === 'last') return writeDay(addDays(today, -(back === 0 ? 7 : back)));
  if (word === 'next' || word === 'coming') return writeDay(addDays(today, back === 0 ? 7 : 7 - back));
  return writeDay(addDays(today, -back));
}

function scanSteps(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const token = tokens[i];
  const word = token?.lower ?? '';
  const steps = STEPS.get(word);
  if (steps === undefined) return null;
  let at = i + 1;
  const next = tokens[at];
  if (!next || next.kind !== 'word') return null;
  // "last year's", "this week's"
  const unit = next.lower.endsWith("'s") ? next.lower.slice(0, -2) : next.lower;
  if (UNITS.has(unit)) {
    // "the previous year", "the current quarter" need their article; "the last year" is a duration.
    const article = tokens[i - 1]?.lower === 'the';
    if ((word === 'last' || word === 'next' || word === 'coming') && article && word !== 'coming') return null;
    if (word === 'previous') {
      return { from: i, to: at + 1, value: null, relative: true, yearsFromOther: unit === 'year' ? -1 : 0 };
    }
    return hit(i, at + 1, today ? unitFrom(today, unit, steps) : null);
  }
  if (word === 'previous' || word === 'current') return null;
  const weekday = next.raw === next.lower ? undefined : WEEKDAYS.get(unit);
  if (weekday !== undefined) return hit(i, at + 1, today ? onWeekday(today, weekday, word) : null);
  const month = next.raw === next.lower ? undefined : MONTHS.get(unit);
  if (month !== undefined) {
    if (tokens[at + 1]?.raw === '.' && next.raw.length <= 4) at++;
    if (!today) return hit(i, at + 1, null);
    const year =
      word === 'this'
        ? today.year
        : word === 'last'
          ? month < today.month
            ? today.year
            : today.year - 1
          : month > today.month
            ? today.year
            : today.year + 1;
    return hit(i, at + 1, writeMonth(year, month));
  }
  return null;
}

/** "three years ago", "a year ago", "two days earlier": the unit decides how exact the date is. */
function scanAgo(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const token = tokens[i];
  if (!token) return null;
  const n =
    token.kind === 'number'
      ? token.value
      : token.lower === 'a' || token.lower === 'an'
        ? 1
        : (CARDINALS.get(token.lower) ?? NaN);
  const unit = tokens[i + 1]?.lower ?? '';
  const word = tokens[i + 2]?.lower;
  if (!(n >= 1 && n <= 1000) || !Number.isInteger(n)) return null;
  if (word !== 'ago' && word !== 'earlier' && word !== 'before') return null;
  const name = unit.endsWith('s') ? unit.slice(0, -1) : unit;
  if (name !== 'day' && name !== 'week' && name !== 'month' && name !== 'year') return null;
  if (word === 'earlier' || word === 'before') {
    // A noun or clause after "before" ("two days before the vote") is another matter.
    const after = tokens[i + 3];
    if (word === 'before' && after?.kind === 'word' && !FUNCTION_WORDS.has(after.lower)) return null;
    if (word === 'before' && after?.lower === 'the') return null;
    return name === 'year' ? { from: i, to: i + 3, value: null, relative: true, yearsFromOther: -n } : null;
  }
  if (!today) return hit(i, i + 3, null);
  if (name === 'day' || name === 'week') {
    return hit(i, i + 3, writeDay(addDays(today, -n * (name === 'week' ? 7 : 1))));
  }
  const at = addMonths(today.year, today.month, -n * (name === 'year' ? 12 : 1));
  return hit(i, i + 3, name === 'year' ? String(at.year) : writeMonth(at.year, at.month));
}

/** The relative date that begins at token `i`. */
export function scanRelative(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const token = tokens[i];
  if (!token || token.kind === 'mark') return null;
  if (token.kind === 'number') return scanAgo(tokens, i, today);
  const word = token.lower.endsWith("'s") ? token.lower.slice(0, -2) : token.lower;
  switch (word) {
    case 'yesterday':
      return hit(i, i + 1, today ? writeDay(addDays(today, -1)) : null);
    case 'today':
    case 'tonight':
      return hit(i, i + 1, today ? writeDay(today) : null);
    case 'tomorrow':
      return hit(i, i + 1, today ? writeDay(addDays(today, 1)) : null);
    default: {
      const steps = scanSteps(tokens, i, today) ?? scanAgo(tokens, i, today);
      if (steps) return steps;
      const weekday = token.raw === token.lower ? undefined : WEEKDAYS.get(word);
      if (weekday === undefined || word.length <= 3) return null;
      // "Tuesday, 5 March": the full date is the mention, and keeps the weekday.
      return followedByDate(tokens, i) ? null : hit(i, i + 1, today ? onWeekday(today, weekday, undefined) : null);
    }
  }
}

function followedByDate(tokens: readonly Token[], i: number): boolean {
  let at = i + 1;
  if (tokens[at]?.raw === ',') at++;
  const next = tokens[at];
  if (next?.kind === 'number') return MONTHS.has(tokens[at + 1]?.lower ?? '');
  return (
    next?.kind === 'word' && next.raw !== next.lower && MONTHS.has(next.lower) && tokens[at + 1]?.kind === 'number'
  );
}
