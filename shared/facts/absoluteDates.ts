// Absolute dates: years, months, days, quarters, halves, fiscal years, decades, spans of years, and times of day.
import { addMonths, isDay, weekdayOf, writeDay, writeMonth, type Day } from './calendar.ts';
import type { DateHit } from './dateHit.ts';
import { DOUBTFUL_MONTHS, MONTHS, WEEKDAYS } from './lexicon/months.ts';
import { CARDINALS, ORDINALS, SCALES, SCALE_ABBREVIATIONS } from './lexicon/numbers.ts';
import { CODES, CURRENCY_WORDS, SYMBOL_CHARACTERS } from './lexicon/currencies.ts';
import { UNIT_FIRST_WORDS, UNIT_SYMBOLS } from './lexicon/units.ts';
import { COMMON_VERBS, FUNCTION_WORDS } from './lexicon/words.ts';
import { hit, plain, scanIso, scanTime } from './numericDates.ts';
import { suppliedYear } from './suppliedYear.ts';
import type { Token } from './tokens.ts';

const YEAR_WORDS = new Set(
  (
    'in of since by until till from to during before after for through throughout and or early late mid spring summer ' +
    'autumn fall winter than versus vs year fiscal around circa about between back the its this season election compared ' +
    'with over on budget'
  ).split(' '),
);
const MONTH_WORDS = new Set(
  'in of since by until till from to during before after for through throughout and last next this early late mid between ended ending'.split(
    ' ',
  ),
);
const ORDINAL_SUFFIX = /^(?:st|nd|rd|th)$/u;

/** The year a token is, if it can be one: four digits, nothing attached that makes it something else. */
function yearToken(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (!token || token.kind !== 'number' || token.raw.length !== 4 || !plain(token)) return null;
  if (token.value < 1000 || token.value > 2199) return null;
  const next = tokens[i + 1];
  if (next && !next.gap && next.kind === 'word') return null;
  if (next && !next.gap && (next.raw === '%' || SYMBOL_CHARACTERS.has(next.raw) || next.raw === '°')) return null;
  const before = tokens[i - 1];
  if (before && (SYMBOL_CHARACTERS.has(before.raw) || before.raw === '#')) return null;
  if (before && !token.gap && (before.kind === 'word' || before.raw === '.' || before.raw === '=')) return null;
  if (before && CODES.has(before.raw)) return null;
  return token.value;
}

/** True when the words after a four-digit number make it an amount: a unit, a scale, a counted plural. */
function isAmount(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next || next.kind !== 'word') return next?.raw === '%';
  const word = next.lower;
  if (SCALES.has(word) || SCALE_ABBREVIATIONS.has(word) || CODES.has(next.raw) || CURRENCY_WORDS.has(word)) return true;
  if (word === 'percent' || word === 'per' || word === 'pc') return true;
  if (UNIT_SYMBOLS.has(next.raw) && next.raw.length > 1 && next.raw !== 'PS') return true;
  return UNIT_FIRST_WORDS.has(word);
}

/** The year at `i` when the words around show that it is one. */
export function yearAt(tokens: readonly Token[], i: number): number | null {
  const year = yearToken(tokens, i);
  if (year === null || isAmount(tokens, i)) return null;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const led = before?.kind === 'word' && (YEAR_WORDS.has(before.lower) || MONTHS.has(before.lower));
  if (year < 1900 || year > 2100) {
    return led &&
      (before?.lower === 'in' || before?.lower === 'since' || before?.lower === 'of' || year >= 1500) &&
      !isPlural(next)
      ? year
      : null;
  }
  if (led && before?.lower !== 'about' && before?.lower !== 'over' && before?.lower !== 'with') {
    // "for 2000 people" counts; "in 2023 exports rose" does not.
    return before?.lower === 'for' && isPlural(next) ? null : year;
  }
  // "2018 sales" are those of a year; "2000 people" and "1950 soldiers" are counted.
  return isPlural(next) && (year % 50 === 0 || year < 1990 || PEOPLE.test(next?.lower ?? '')) ? null : year;
}

const PEOPLE =
  /^(?:people|men|women|children|troops|soldiers|workers|jobs|homes|houses|cases|deaths|votes|seats|units|tonnes|tons)$/u;

function isPlural(token: Token | undefined): boolean {
  if (!token || token.kind !== 'word' || !token.gap) return false;
  const word = token.lower;
  if (word === 'people' || word === 'men' || word === 'women' || word === 'children') return true;
  return (
    word === token.raw &&
    /[^s']s$/u.test(word) &&
    word.length > 3 &&
    !FUNCTION_WORDS.has(word) &&
    !COMMON_VERBS.has(word)
  );
}

const isDash = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.raw === '-' || token.raw === '–' || token.raw === '—' || token.raw === '‑');

/** The month that begins at `i` by name. */
function monthAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (!token || token.kind !== 'word' || token.raw === token.lower) return null;
  return MONTHS.get(token.lower) ?? null;
}

/** The index after the month's name and the stop of its abbreviation. */
function afterMonth(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  const short = (tokens[i]?.raw.length ?? 9) <= 4 && !/^(?:may|june|july)$/u.test(tokens[i]?.lower ?? '');
  return short && next?.raw === '.' && !next.gap ? i + 2 : i + 1;
}

/** A day of the month at `i`: 7, 7th. */
function dayAt(tokens: readonly Token[], i: number): { readonly day: number; readonly to: number } | null {
  const token = tokens[i];
  if (!plain(token) || !token || token.value < 1 || token.value > 31 || token.raw.length > 2) return null;
  const next = tokens[i + 1];
  if (next && !next.gap && next.kind === 'word') {
    return ORDINAL_SUFFIX.test(next.lower) ? { day: token.value, to: i + 2 } : null;
  }
  return next && !next.gap && (next.raw === '%' || next.raw === ':') ? null : { day: token.value, to: i + 1 };
}

/** A year right after a date, with or without comma or "of": "March 2024", "7 March, 2024", "June of 2018". */
function yearAfter(tokens: readonly Token[], i: number): { readonly year: number; readonly to: number } | null {
  const skip = tokens[i]?.raw === ',' || tokens[i]?.lower === 'of' || tokens[i]?.lower === 'in' ? 1 : 0;
  const year = yearToken(tokens, i + skip);
  if (year === null || isAmount(tokens, i + skip)) return null;
  return { year, to: i + skip + 1 };
}

function weekdayBefore(
  tokens: readonly Token[],
  i: number,
): { readonly weekday: number; readonly from: number } | null {
  let at = i - 1;
  if (tokens[at]?.raw === ',') at--;
  if (tokens[at]?.raw === '.' && tokens[at - 1]?.kind === 'word') at--;
  const token = tokens[at];
  const weekday = token && token.raw !== token.lower ? WEEKDAYS.get(token.lower) : undefined;
  return weekday === undefined ? null : { weekday, from: at };
}

/** A full or partial date; a weekday written before it is kept for the check, and is part of the mention. */
function dated(
  tokens: readonly Token[],
  from: number,
  to: number,
  month: number,
  day: number,
  year: number | null,
  today: Day | null,
): DateHit | null {
  const known = year === null ? suppliedYear(tokens, from, month, today) : { year, relative: false };
  if (known === null) return hit(from, to, null);
  const at: Day = { year: known.year, month, day };
  if (!isDay(at)) return null;
  const named = weekdayBefore(tokens, from);
  const found = hit(from, to, writeDay(at), known.relative);
  return named ? { ...found, weekday: named.weekday } : found;
}

function scanMonth(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const month = monthAt(tokens, i);
  if (month === null) return null;
  const after = afterMonth(tokens, i);
  const day = dayAt(tokens, after);
  const direct = yearAfter(tokens, after);
  if (day && !(direct && direct.to === after + 1)) {
    const year = yearAfter(tokens, day.to);
    const found = dated(tokens, i, year?.to ?? day.to, month, day.day, year?.year ?? null, today);
    if (found) return found;
  }
  if (direct) return hit(i, direct.to, writeMonth(direct.year, month));
  // "January-June 2024", "from May to July 2024"
  if (isDash(tokens[after]) || tokens[after]?.lower === 'to') {
    const second = monthAt(tokens, after + 1);
    const year = second === null ? null : yearAfter(tokens, afterMonth(tokens, after + 1));
    if (second !== null && year && second > month) {
      return hit(i, year.to, `${writeMonth(year.year, month)}/${writeMonth(year.year, second)}`);
    }
  }
  const word = tokens[i]?.lower ?? '';
  const before = tokens[i - 1];
  if (DOUBTFUL_MONTHS.has(word) && !(before?.kind === 'word' && MONTH_WORDS.has(before.lower))) return null;
  const known = suppliedYear(tokens, i, month, today);
  return hit(i, after, known ? writeMonth(known.year, month) : null, true);
}

/** Quarter or half at `i`: Q3, H1, "third quarter", "first half". */
function partAt(tokens: readonly Token[], i: number): { readonly part: string; readonly to: number } | null {
  const token = tokens[i];
  if (!token || token.kind !== 'word') return null;
  const short = /^([qh])([1-4])$/u.exec(token.lower);
  if (short) return { part: `${(short[1] ?? '').toUpperCase()}${short[2]}`, to: i + 1 };
  const order = ORDINALS.get(token.lower);
  if (order === undefined) return null;
  const at = isDash(tokens[i + 1]) ? i + 2 : i + 1;
  const noun = tokens[at]?.lower;
  if (noun === 'quarter') return { part: `Q${order}`, to: at + 1 };
  if (noun === 'half' && order <= 2) return { part: `H${order}`, to: at + 1 };
  return null;
}

function scanPart(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const part = partAt(tokens, i);
  if (!part) return null;
  let at = part.to;
  if (tokens[at]?.lower === 'of' || tokens[at]?.lower === 'in') at++;
  if (tokens[at]?.lower === 'the') at++;
  const year = yearToken(tokens, at);
  if (year !== null) return hit(i, at + 1, `${year}-${part.part}`);
  const word = tokens[at]?.lower;
  if ((word === 'this' || word === 'last') && tokens[at + 1]?.lower === 'year') {
    return hit(i, at + 2, today ? `${today.year - (word === 'last' ? 1 : 0)}-${part.part}` : null, true);
  }
  // "the first half" of a match, "the second half of the decade": only a quarter is surely one of a year.
  if (part.part.startsWith('H')) {
    return tokens[i]?.raw.length === 2 || word === 'year' ? hit(i, part.to, openPart(part.part, today), true) : null;
  }
  return hit(i, part.to, openPart(part.part, today), true);
}

/** The last such quarter or half that was over on the article's day. */
function openPart(part: string, today: Day | null): string | null {
  if (!today) return null;
  const order = Number(part.slice(1));
  const ends = part.startsWith('Q') ? order * 3 : order * 6;
  return `${ends < today.month ? today.year : today.year - 1}-${part}`;
}

const twoDigits = (n: number): string => String(n % 100).padStart(2, '0');

function scanFiscal(tokens: readonly Token[], i: number): DateHit | null {
  const token = tokens[i];
  if (!token || token.kind !== 'word') return null;
  const joined = /^fy(\d{2}|\d{4})$/u.exec(token.lower);
  if (joined) {
    const year = Number(joined[1]) < 100 ? 2000 + Number(joined[1]) : Number(joined[1]);
    return withSecondYear(tokens, i, i + 1, year);
  }
  if (token.lower !== 'fiscal' && token.lower !== 'financial' && token.lower !== 'fy') return null;
  let at = i + 1;
  if (tokens[at]?.lower === 'year') at++;
  const year = yearToken(tokens, at);
  return year === null ? null : withSecondYear(tokens, i, at + 1, year);
}

/** "FY2023" followed by "-24", "/24" or "-2024". */
function withSecondYear(tokens: readonly Token[], from: number, at: number, year: number): DateHit {
  const second = secondYear(tokens, at, year);
  return second === null ? hit(from, at, `FY${year}`) : hit(from, at + 2, `FY${year}-${twoDigits(second)}`);
}

function secondYear(tokens: readonly Token[], at: number, year: number): number | null {
  const link = tokens[at];
  const second = tokens[at + 1];
  if (!link || link.gap || !(isDash(link) || link.raw === '/')) return null;
  if (!second || second.gap || !plain(second)) return null;
  if (second.raw.length === 4 && second.value > year && second.value < 2200) return second.value;
  if (second.raw.length === 2) {
    const full = Math.floor(year / 100) * 100 + second.value;
    return full === year + 1 || (full > year && isDash(link)) ? full : null;
  }
  return null;
}

function scanYear(tokens: readonly Token[], i: number): DateHit | null {
  const token = tokens[i];
  if (!token || token.kind !== 'number') return null;
  // "the 1990s"
  const tail = tokens[i + 1];
  if (plain(token) && token.raw.length === 4 && token.value % 10 === 0 && tail && !tail.gap && tail.raw === 's') {
    return hit(i, i + 2, `${token.value}/${token.value + 9}`);
  }
  const iso = scanIso(tokens, i);
  if (iso) return iso;
  const span = yearToken(tokens, i);
  if (span !== null && span >= 1500) {
    const second = secondYear(tokens, i + 1, span);
    if (second !== null) return hit(i, i + 3, `${span}/${second}`);
  }
  const year = yearAt(tokens, i);
  if (year === null) return null;
  // "2024 Q3", "2024-Q3"
  const at = isDash(tokens[i + 1]) ? i + 2 : i + 1;
  const part = /^[qh][1-4]$/u.test(tokens[at]?.lower ?? '') ? tokens[at]?.raw.toUpperCase() : undefined;
  if (part !== undefined) return hit(i, at + 1, `${year}-${part}`);
  // "between 2014 and 2017", "from 2014 to 2017"
  const before = tokens[i - 1]?.lower;
  const link = tokens[i + 1]?.lower;
  if ((before === 'between' && link === 'and') || (before === 'from' && (link === 'to' || link === 'until'))) {
    const end = yearAt(tokens, i + 2);
    if (end !== null && end > year) return hit(i, i + 3, `${year}/${end}`);
  }
  return hit(i, i + 1, String(year));
}

/** "first nine months of 2024", "12 months to June 2024", "year to March", "year ended Oct. 31". */
function scanSpanTo(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.lower === 'first') {
    const n = tokens[i + 1];
    const months = n?.kind === 'number' ? n.value : CARDINALS.get(n?.lower ?? '');
    if (months === undefined || !(months >= 2 && months <= 11) || tokens[i + 2]?.lower !== 'months') return null;
    const at = tokens[i + 3]?.lower === 'of' || tokens[i + 3]?.lower === 'in' ? i + 4 : i + 3;
    const year = yearToken(tokens, at);
    if (year !== null) return hit(i, at + 1, `${writeMonth(year, 1)}/${writeMonth(year, months)}`);
    if ((tokens[at]?.lower === 'this' || tokens[at]?.lower === 'the') && tokens[at + 1]?.lower === 'year') {
      return hit(i, at + 2, today ? `${writeMonth(today.year, 1)}/${writeMonth(today.year, months)}` : null, true);
    }
    return null;
  }
  let at = i;
  let months = 12;
  if (token.lower === 'year' || token.lower === 'quarter') {
    months = token.lower === 'quarter' ? 3 : 12;
    at = i + 1;
  } else if (tokens[i + 1]?.lower === 'months') {
    const n = token.kind === 'number' ? token.value : CARDINALS.get(token.lower);
    if (n === undefined || !(n >= 2 && n <= 36)) return null;
    months = n;
    at = i + 2;
  } else return null;
  const link = tokens[at]?.lower;
  if (link !== 'to' && link !== 'ended' && link !== 'ending' && link !== 'through') return null;
  at++;
  if (tokens[at]?.lower === 'in' || tokens[at]?.lower === 'on') at++;
  const end = scanMonth(tokens, at, today) ?? scanDayFirst(tokens, at, today);
  if (!end) return null;
  if (end.value === null) return hit(i, end.to, null);
  const last = end.value.slice(0, 7);
  const from = addMonths(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1 - months);
  return hit(i, end.to, `${writeMonth(from.year, from.month)}/${last}`, end.relative);
}

/** "7 August 2025", "7th of August". */
function scanDayFirst(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const day = dayAt(tokens, i);
  if (!day) return null;
  const at = tokens[day.to]?.lower === 'of' ? day.to + 1 : day.to;
  const month = monthAt(tokens, at);
  if (month === null) return null;
  const after = afterMonth(tokens, at);
  const year = yearAfter(tokens, after);
  return dated(tokens, i, year?.to ?? after, month, day.day, year?.year ?? null, today);
}

/** The absolute date, period or time that begins at token `i`. */
export function scanAbsolute(tokens: readonly Token[], i: number, today: Day | null): DateHit | null {
  const token = tokens[i];
  if (!token || token.kind === 'mark') return null;
  if (token.kind === 'number') {
    if (Number.isNaN(token.value)) return null;
    return scanTime(tokens, i) ?? scanSpanTo(tokens, i, today) ?? scanDayFirst(tokens, i, today) ?? scanYear(tokens, i);
  }
  return (
    scanMonth(tokens, i, today) ?? scanSpanTo(tokens, i, today) ?? scanPart(tokens, i, today) ?? scanFiscal(tokens, i)
  );
}

/** True when the weekday written before the date is not that of the date. */
export function weekdayDiffers(value: string, weekday: number): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  if (!match) return false;
  return weekdayOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) !== weekday;
}
