// readMetadata: title, byline, publisher, agency, dateline, day and address out of the head and foot of a text.
import type { Message } from '../base/result.ts';
import { oneLine } from '../text/oneLine.ts';
import { paragraphs } from '../text/sentences.ts';
import { sliceSpan, type Span } from '../text/span.ts';
import type { Article } from './article.ts';
import { isJunkLine } from './clean.ts';
import { readCopyright, readCredits, readDateline, readScrap, type Credits } from './credits.ts';

export type Metadata = Pick<Article, 'title' | 'byline' | 'publisher' | 'agency' | 'dateline' | 'published' | 'url'>;

export const NO_METADATA: Metadata = {
  title: null,
  byline: null,
  publisher: null,
  agency: null,
  dateline: null,
  published: null,
  url: null,
};

export interface FoundMetadata {
  readonly metadata: Metadata;
  /** Stretches that say nothing but what `metadata` now holds; to be left out of the article's text. */
  readonly credits: readonly Span[];
  readonly messages: readonly Message[];
}

/** How many paragraphs may stand before the body, and after it. */
const HEAD = 12;
const FOOT = 4;
/** How far into the body credits may stand. */
const STANDFIRST = 4;

/** Names of the fields in messages, in their order. */
const WORDS: readonly (readonly [keyof Credits, string])[] = [
  ['title', 'title'],
  ['published', 'date'],
  ['updated', 'date of the last change'],
  ['agency', 'agency'],
  ['publisher', 'publisher'],
  ['byline', 'byline'],
  ['dateline', 'dateline'],
  ['url', 'address'],
];

function readAs(credits: Credits): string {
  const names = WORDS.filter(([key]) => credits[key] !== undefined).map(([, word]) => word);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** Where `rest` begins in `text`, when `line` is `text` from `start` with its spaces made single. */
function afterPrefix(text: string, start: number, line: string, rest: string): number {
  let letters = line.slice(0, line.length - rest.length).replace(/ /gu, '').length;
  let at = start;
  for (; letters > 0; at++) if (!/\s/u.test(text.charAt(at))) letters--;
  while (/\s/u.test(text.charAt(at))) at++;
  return at;
}

/** Characters of scripts that set no spaces; two of them weigh as much as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function countWords(line: string): number {
  return line.split(' ').length + Math.floor((line.match(UNSPACED)?.length ?? 0) / 2);
}

/** Running text: long, or a sentence with its full stop. */
function isBody(line: string): boolean {
  const words = countWords(line);
  return words >= 25 || (words >= 4 && /[.…:!?。！？：]["'”’»)」]*$/u.test(line));
}

/** A headline that asks or exclaims; as an opening line it is no sentence of the body. */
function isQuestion(line: string): boolean {
  return countWords(line) <= 20 && /^[^.!?…]+[!?]["'”’»]?$/u.test(line);
}

/** A headline is short and is no sentence: no full stop, colon or comma at its end, no mark of a list before it. */
function isHeadline(line: string): boolean {
  const words = countWords(line);
  return (
    words >= 2 &&
    words <= 24 &&
    line.length <= 160 &&
    !/[.:;,…。：]["'”’»)」]*$/u.test(line) &&
    !/^[-*•\d"“«‹„]/u.test(line)
  );
}

/** A headline may well begin with a quotation or a number when it goes on after it. */
function isHeadlineThatQuotes(line: string): boolean {
  return /^["“«‹„\d]/u.test(line) && countWords(line) >= 5 && isHeadline(`H ${line}`) && !/["”»]$/u.test(line);
}

/**
 * The titles that `lines` (unclaimed, in order, all before the body) offer: the first of three words or more; a rubric
 * such as "World news" comes before it.
 */
function pickTitle(lines: readonly string[]): string | null {
  const headlines = lines.filter((line) => isHeadline(line) || isHeadlineThatQuotes(line));
  return headlines.find((line) => countWords(line) >= 3) ?? headlines[0] ?? null;
}

/** Reads the metadata of `text`. Fields of `known` (front matter) are kept as they are. */
export function readMetadata(text: string, known: Metadata = NO_METADATA): FoundMetadata {
  // Scraps of the page (clean.ts) are neither titles nor body; but a copyright line among them names the publisher.
  const all = paragraphs(text);
  const spans = all.filter((span) => !isJunkLine(sliceSpan(text, span)));
  const lineOf = (span: Span): string => oneLine(sliceSpan(text, span).slice(0, 400));
  const found: { -readonly [K in keyof Metadata]: Metadata[K] } = { ...known };
  let updated: string | null = null;
  const credits: Span[] = [];
  const messages: Message[] = [];
  const take = (read: Credits): void => {
    for (const key of ['title', 'byline', 'publisher', 'agency', 'dateline', 'published', 'url'] as const) {
      const value = read[key];
      if (value !== undefined) found[key] ??= value;
    }
    updated ??= read.updated ?? null;
  };
  const leaveOut = (span: Span, read: Credits): void => {
    credits.push(span);
    messages.push({
      code: 'credits',
      text: `“${oneLine(sliceSpan(text, span))}” was read as the ${readAs(read)} and left out of the text.`,
    });
  };

  const unclaimed: string[] = [];
  let body = 0;
  for (; body < Math.min(spans.length, HEAD); body++) {
    const span = spans[body] as Span;
    const line = lineOf(span);
    const titled = found.title !== null || unclaimed.some((one) => countWords(one) >= 3);
    const read = readCredits(line, unclaimed.length > 0 || found.title !== null);
    if (read) {
      take(read);
      leaveOut(span, read);
    } else if (!titled && isQuestion(line)) unclaimed.push(line);
    else if (isBody(line) || readDateline(line) || readScrap(line)) break;
    else unclaimed.push(line);
  }
  // Without a body there is no telling a title from a short text.
  if (body < Math.min(spans.length, HEAD)) found.title ??= pickTitle(unclaimed);

  // The first sentence may be a standfirst, with the credits after it.
  for (const [i, span] of spans.slice(body, body + STANDFIRST).entries()) {
    const line = lineOf(span);
    const read = i === 0 ? null : readCredits(line, false);
    if (read) {
      take(read);
      leaveOut(span, read);
      continue;
    }
    const scrap = readScrap(line);
    if (scrap) {
      take(scrap.credits);
      leaveOut({ start: span.start, end: afterPrefix(text, span.start, line, scrap.rest) }, scrap.credits);
    }
    take(readDateline(scrap ? scrap.rest : line) ?? {});
  }

  for (const span of spans.slice(Math.max(body + STANDFIRST, spans.length - FOOT))) {
    const line = lineOf(span);
    const read = readCredits(line, false);
    if (!read) continue;
    take(read);
    leaveOut(span, read);
  }

  for (const span of all.slice(-FOOT)) {
    const owner = readCopyright(lineOf(span));
    if (owner !== null) found.publisher ??= owner;
  }
  found.published ??= updated;
  // A text that names its agency alone is the agency's.
  if (found.publisher === null && found.agency !== null) {
    found.publisher = found.agency;
    found.agency = null;
  }
  if (found.agency === found.publisher) found.agency = null;
  return { metadata: found, credits, messages };
}
