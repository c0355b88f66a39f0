// findDay: the calendar day that a line of an article's head or foot names, as YYYY-MM-DD.
import type { Span } from '../text/span.ts';

export interface Day extends Span {
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?';

/** Each form with the order of its groups. Spaces are single when these are tried. */
const FORMS: readonly (readonly [RegExp, 'ymd' | 'dmy' | 'mdy'])[] = [
  [/\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=T\d|\b)/u, 'ymd'],
  [new RegExp(`\\b${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})\\b`, 'iu'), 'dmy'],
  [new RegExp(`\\b${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'iu'), 'mdy'],
  // Dots are used where the day stands first.
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/u, 'dmy'],
];
/** Slashes are used both ways round; only a number above 12 tells. */
const SLASHES = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/u;

function monthOf(word: string): number {
  const number = Number(word);
  return Number.isNaN(number) ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 : number;
}

function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > length) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The first day named in `line` (a short text with single spaces), with its weekday; null when there is none, or when it
 * can be read two ways (`05/07/2031`).
 */
export function findDay(line: string): Day | null {
  const found: Day[] = [];
  for (const [form, order] of FORMS) {
    const match = form.exec(line);
    if (!match) continue;
    const [a = '', b = '', c = ''] = match.slice(1);
    const day =
      order === 'ymd'
        ? isoDay(Number(a), Number(b), Number(c))
        : isoDay(Number(c), monthOf(order === 'dmy' ? b : a), Number(order === 'dmy' ? a : b));
    if (day !== null) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  const slashes = SLASHES.exec(line);
  if (slashes) {
    const [a = 0, b = 0, year = 0] = slashes.slice(1).map(Number);
    const day = a > 12 ? isoDay(year, b, a) : b > 12 || a === b ? isoDay(year, a, b) : null;
    if (day !== null) found.push({ day, start: slashes.index, end: slashes.index + slashes[0].length });
  }
  return found.reduce<Day | null>((first, next) => (first === null || next.start < first.start ? next : first), null);
}
