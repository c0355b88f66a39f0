// The guard of periods: does the period that stands beside a figure still fit the one that the source gives it?
import { periodWords } from '../briefing/dateWords.ts';
import { scanText } from '../facts/figures.ts';
import { oneLine } from '../text/oneLine.ts';

/** First and last day, as numbers that grow with the calendar. */
interface Days {
  readonly from: number;
  readonly to: number;
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'fiscal' | 'range';
}

function day(year: number, month: number, date: number): number {
  return (year * 12 + month) * 31 + date;
}

function months(year: number, first: number, last: number, kind: Days['kind']): Days {
  return { from: day(year, first, 0), to: day(year, last, 30), kind };
}

/** The days of a period of a fact; null for a form that is none of its forms. */
function daysOf(period: string): Days | null {
  const slash = period.indexOf('/');
  if (slash >= 0) {
    const [from, to] = [daysOf(period.slice(0, slash)), daysOf(period.slice(slash + 1))];
    return from && to ? { from: from.from, to: to.to, kind: 'range' } : null;
  }
  const found = /^(FY)?(\d{4})(?:-(?:([QH])([1-4])|(\d{2})(?:-(\d{2}))?))?$/u.exec(period);
  if (!found) return null;
  const [, fiscal, yearText, part, number, month, date] = found;
  const year = Number(yearText);
  // A fiscal year begins when it is said to: in this calendar year, or in the one before.
  if (fiscal)
    return { from: day(month ? year : year - 1, 0, 0), to: day(month ? year + 1 : year, 11, 30), kind: 'fiscal' };
  if (part === 'Q') return months(year, Number(number) * 3 - 3, Number(number) * 3 - 1, 'quarter');
  if (part === 'H') return months(year, Number(number) * 6 - 6, Number(number) * 6 - 1, 'half');
  if (!month) return months(year, 0, 11, 'year');
  if (!date) return months(year, Number(month) - 1, Number(month) - 1, 'month');
  return {
    from: day(year, Number(month) - 1, Number(date)),
    to: day(year, Number(month) - 1, Number(date)),
    kind: 'day',
  };
}

/**
 * True when a figure of `source` may stand beside `shown`: the same period, or a wider one that holds the day or month of the
 * source. A quarter is not its year, nor a year its quarter; a fiscal year fits any that it may run through.
 */
export function periodFits(source: string, shown: string): boolean {
  if (source === shown) return true;
  const [theirs, ours] = [daysOf(source), daysOf(shown)];
  if (!theirs || !ours) return true;
  if (theirs.kind === 'fiscal' || ours.kind === 'fiscal') return theirs.from <= ours.to && ours.from <= theirs.to;
  if (theirs.from === ours.from && theirs.to === ours.to) return true;
  const point = theirs.kind === 'day' || theirs.kind === 'month' || theirs.kind === 'range';
  return point && ours.from <= theirs.from && theirs.to <= ours.to;
}

const DATE_WORDS = /^(?:the|year|years?|calendar|full|fiscal|financial|in|of|for|at|as|end|ended|ending|to|end-)$/u;

/** The period that `text` is, as a cell or a heading of a table: "Third quarter of 2030"; null when it is more, or none. */
export function periodOfCell(text: string): string | null {
  const words = oneLine(text);
  if (words === '' || words.length > 60 || !/\d{4}|\d{2}/u.test(words)) return null;
  const parts = words.split(/ to /iu);
  if (parts.length === 2) {
    const [from, to] = parts.map(periodOfCell);
    return from && to ? `${from}/${to}` : null;
  }
  const { tokens, dates } = scanText(words, [{ start: 0, end: words.length }], null);
  const [hit] = dates;
  if (dates.length !== 1 || !hit || hit.value === null || hit.relative) return null;
  const rest = tokens.filter((token, at) => (at < hit.from || at >= hit.to) && token.kind !== 'mark');
  return rest.every((token) => token.lower === '' || DATE_WORDS.test(token.lower)) ? hit.value : null;
}

/** What is wrong with `shown` as the period of a figure of `source`, in a sentence; null when it fits, or none is known. */
export function periodFault(source: string | null, shown: string | null): string | null {
  if (source === null || shown === null || periodFits(source, shown)) return null;
  return `The source gives it for ${periodWords(source)}, not for ${periodWords(shown)}.`;
}
