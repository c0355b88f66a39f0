// Tokens: an article's words, numbers and marks in order, lexed once for all readers of figures, dates and claims.
import type { Span } from '../text/span.ts';
import { CODES, DOLLAR_SUFFIXES, SYMBOLS } from './lexicon/currencies.ts';
import { FRACTION_CHARACTERS } from './lexicon/numbers.ts';

export type TokenKind = 'word' | 'number' | 'mark';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written; for a number the digits in ASCII without soft hyphens. */
  readonly raw: string;
  /** Lower case with a straight apostrophe. */
  readonly lower: string;
  /** True when space, or the start of a paragraph, stands before it. */
  readonly gap: boolean;
  /** A number's value, NaN when its separators make no number ("1.2.3.4"). */
  readonly value: number;
  /** A number's decimal text for exact scaling, "1234.5"; empty for words and marks. */
  readonly decimal: string;
}

/** The mark between paragraphs. Nothing that is read as one thing crosses it. */
export const BREAK = '\n';

const enum Class {
  Space,
  Letter,
  Digit,
  Mark,
  Hidden,
}

const LETTER = /[\p{L}\p{M}]/u;
const WHITE = /\s/u;

/** Class of each code unit below 0x100; the rest is looked up. */
const ASCII = Uint8Array.from({ length: 0x100 }, (_, code) => slowClass(code));

function slowClass(code: number): Class {
  const char = String.fromCharCode(code);
  if (digitOf(code) >= 0) return Class.Digit;
  // Soft hyphens, zero width characters and marks of direction say nothing and may stand within a number.
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return Class.Hidden;
  if (WHITE.test(char)) return Class.Space;
  if (LETTER.test(char) || char === '²' || char === '³') return Class.Letter;
  // Both halves of a pair beyond the basic plane: letters of rare scripts and signs, neither figure nor unit.
  if (code >= 0xd800 && code <= 0xdfff) return Class.Letter;
  return Class.Mark;
}

function classOf(code: number): Class {
  return code < 0x100 ? (ASCII[code] as Class) : slowClass(code);
}

/** Value of a digit: ASCII, full width, Arabic-Indic or extended Arabic-Indic; -1 for anything else. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code < 0x660) return -1;
  for (const zero of [0x660, 0x6f0, 0xff10]) if (code >= zero && code <= zero + 9) return code - zero;
  return -1;
}

const isDigit = (text: string, at: number): boolean => at < text.length && digitOf(text.charCodeAt(at)) >= 0;

/** How many digits stand from `at` on, counted no further than four. */
function digitRun(text: string, at: number): number {
  let n = 0;
  while (n < 4 && isDigit(text, at + n)) n++;
  return n;
}

/** True when the space at `at` groups thousands: thin or no-break before three digits, or plain in "12 000", "1 234 567". */
function groups(text: string, at: number, leading: number, grouped: boolean): boolean {
  if (leading > 3 || digitRun(text, at + 1) !== 3) return false;
  const space = text.charCodeAt(at);
  if (space === 0xa0 || space === 0x2009 || space === 0x202f || space === 0x2007) return true;
  if (space !== 0x20) return false;
  if (grouped || text.startsWith('000', at + 1)) return true;
  return text.charCodeAt(at + 4) === 0x20 && digitRun(text, at + 5) === 3;
}

/** The decimal text of digits with separators, or null when they follow no system. */
export function readDigits(digits: string): string | null {
  const plain = digits.replace(/[ '’]/gu, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  if (comma < 0 && point < 0) return plain;
  if (comma >= 0 && point >= 0) {
    const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.'];
    const [whole = '', rest = '', more] = plain.split(decimal);
    if (more !== undefined) return null;
    const groupsOf = whole.split(thousands);
    return grouping(groupsOf) ? `${groupsOf.join('')}.${rest}` : null;
  }
  const mark = comma >= 0 ? ',' : '.';
  const parts = plain.split(mark);
  if (parts.length > 2) return grouping(parts) ? parts.join('') : null;
  const [whole = '', rest = ''] = parts;
  if (mark === ',' && grouping(parts) && whole !== '0') return whole + rest;
  return `${whole === '' ? '0' : whole}.${rest}`;
}

/** True for groups of thousands ("1", "234", "000") and for the Indian way ("1", "23", "456"). */
function grouping(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (first.length < 1 || first.length > 3) return false;
  if (rest.every((part) => part.length === 3)) return true;
  return first.length <= 2 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((part) => part.length === 2);
}

/** Lexes `paragraphs` of `text`; a BREAK mark stands between two. */
export function lex(text: string, paragraphs: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  for (const paragraph of paragraphs) {
    if (tokens.length > 0) tokens.push(mark(text, paragraph.start, paragraph.start, true, BREAK));
    lexSpan(text, paragraph, tokens);
  }
  return tokens;
}

function mark(text: string, start: number, end: number, gap: boolean, raw = text.slice(start, end)): Token {
  return { kind: 'mark', start, end, raw, lower: raw, gap, value: NaN, decimal: '' };
}

function lexSpan(text: string, span: Span, tokens: Token[]): void {
  let gap = true;
  let at = span.start;
  while (at < span.end) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === Class.Space) {
      gap = true;
      at++;
      continue;
    }
    if (kind === Class.Hidden) {
      at++;
      continue;
    }
    const token =
      kind === Class.Letter
        ? lexWord(text, at, span.end, gap)
        : kind === Class.Digit ||
            (code === 0x2e && isDigit(text, at + 1) && at + 1 < span.end && (gap || opens(tokens)))
          ? lexNumber(text, at, span.end, gap)
          : lexMark(text, at, gap);
    tokens.push(token);
    at = token.end;
    gap = false;
  }
}

/** A point opens a number (".5") only after a mark, not after a word or number. */
function opens(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last === undefined || (last.kind === 'mark' && last.raw !== '.');
}

function lexMark(text: string, at: number, gap: boolean): Token {
  const char = text.charAt(at);
  const fraction = FRACTION_CHARACTERS.get(char);
  if (fraction === undefined) return mark(text, at, at + 1, gap);
  return {
    kind: 'number',
    start: at,
    end: at + 1,
    raw: char,
    lower: char,
    gap,
    value: fraction,
    decimal: String(fraction),
  };
}

function lexWord(text: string, start: number, limit: number, gap: boolean): Token {
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === Class.Digit && at - start <= 4 && isCurrency(text, start, at)) break;
    if (kind === Class.Letter || kind === Class.Digit || kind === Class.Hidden) at++;
    else if ((code === 0x27 || code === 0x2019) && at + 1 < limit && classOf(text.charCodeAt(at + 1)) === Class.Letter)
      at++;
    // U.S., a.m., P.O.: single letters with stops between are one word, the last stop included.
    else if (code === 0x2e && at - start === 1 && isAbbreviation(text, start, limit)) {
      at = abbreviationEnd(text, start, limit);
      break;
    } else break;
  }
  const raw = text.slice(start, at);
  let lower = raw.toLowerCase();
  if (lower.includes('’')) lower = lower.replaceAll('’', "'");
  return { kind: 'word', start, end: at, raw, lower, gap, value: NaN, decimal: '' };
}

/** A currency may be written right before its amount: "USD10m", "Rs500", "$US5". */
function isCurrency(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (start > 0 && text.charAt(start - 1) === '$') return DOLLAR_SUFFIXES.has(word);
  return CODES.has(word) || SYMBOLS.has(word);
}

function isAbbreviation(text: string, start: number, limit: number): boolean {
  return (
    start + 3 < limit && classOf(text.charCodeAt(start + 2)) === Class.Letter && text.charCodeAt(start + 3) === 0x2e
  );
}

function abbreviationEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at + 1 < limit && classOf(text.charCodeAt(at)) === Class.Letter && text.charCodeAt(at + 1) === 0x2e) at += 2;
  return at;
}

function lexNumber(text: string, start: number, limit: number, gap: boolean): Token {
  let at = start;
  let digits = '';
  let leading = 0;
  let grouped = false;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const digit = digitOf(code);
    if (digit >= 0) {
      digits += digit;
      if (!grouped) leading++;
      at++;
    } else if (code === 0xad || (code >= 0x200b && code <= 0x200d)) {
      at++;
    } else if ((code === 0x2c || code === 0x2e || code === 0x66b || code === 0x66c) && isDigit(text, at + 1)) {
      digits += code === 0x2c || code === 0x66c ? ',' : '.';
      leading = 9;
      at++;
    } else if ((code === 0x27 || code === 0x2019) && (grouped || leading <= 3) && digitRun(text, at + 1) === 3) {
      grouped = true;
      at++;
    } else if (groups(text, at, grouped ? 1 : leading, grouped)) {
      grouped = true;
      at++;
    } else break;
  }
  const decimal = readDigits(digits);
  const value = decimal === null ? NaN : Number(decimal);
  return {
    kind: 'number',
    start,
    end: at,
    raw: digits,
    lower: digits,
    gap,
    value: Number.isFinite(value) ? value : NaN,
    decimal: decimal ?? '',
  };
}
