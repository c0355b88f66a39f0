// Text on its way into Word: what XML cannot hold is taken out and counted, tabs and line ends become runs, numbers keep their units.
import type { Inline, RunProps } from './plan.ts';

/** Takes out of strings what a Word file cannot hold, and remembers how much that was. */
export interface Cleaner {
  /** `text` with LF line ends, without the characters that XML 1.0 (production Char) has no place for. */
  clean(text: string): string;
  /** As `clean`, on one line: for titles, names and attributes. */
  line(text: string): string;
  /** How many characters were taken out so far. */
  removed(): number;
}

/** Carriage returns, and whatever is no Char of XML 1.0. */
const UNHELD = /\r\n?|[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const LINE_END = /^[\r\v\f]/u;

export function createCleaner(): Cleaner {
  let removed = 0;
  const clean = (text: string): string =>
    text.replace(UNHELD, (found) => {
      if (LINE_END.test(found)) return '\n';
      removed++;
      return '';
    });
  return {
    clean,
    line: (text) =>
      clean(text)
        .replace(/[\n\t]/gu, ' ')
        .trim(),
    removed: () => removed,
  };
}

const TAB_OR_LINE = /([\t\n])/u;

/** Clean text as inlines: each tab and each line end is one of its own, so that Word shows it. */
export function textInlines(text: string, props: RunProps, href: string | null): Inline[] {
  const inlines: Inline[] = [];
  for (const piece of TAB_OR_LINE.test(text) ? text.split(TAB_OR_LINE) : [text]) {
    if (piece === '\t') inlines.push({ kind: 'tab' });
    else if (piece === '\n') inlines.push({ kind: 'break' });
    else if (piece !== '') inlines.push({ kind: 'text', text: piece, props, href });
  }
  return inlines;
}

const UNITS =
  'thousand|million|billion|trillion|hundred|bn|mn|tn|m|k|per cent|percent|percentage|basis|dollars?|euros?|pounds?|' +
  'km|kg|tonnes?|tons?|barrels?|kilometres?|metres?|miles|hectares?|litres?|gigawatts?|megawatts?|GW|MW|years?|months?|weeks?|days?|hours?';
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';

const NUMBERED =
  '[Tt]ables?|[Ff]igures?|[Cc]harts?|[Pp]aragraphs?|[Pp]ages?|[Ss]ections?|[Cc]hapters?|[Aa]nnex(?:es)?|[Nn]otes?|[Aa]rticles?|Art\\.|No\\.|Nos\\.|pp?\\.|paras?\\.?|vol\\.';
const TITLES = 'Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Gen|Col|Capt';
const CLOCKS = 'GMT|UTC|BST|CET|CEST|EET|EEST|EST|EDT|CST|PST|PDT|a\\.m\\.|p\\.m\\.|am|pm|hours|hrs|local';

/** What a space must have at its left and at its right. */
const between = (before: string, after: string): string => `(?=${after})(?<=(?:${before}) )`;

const listed = (words: string): string => `(?:${words})(?![\\p{L}\\d])`;

const NEIGHBOURS: readonly string[] = [
  between('\\d', listed(UNITS)),
  between('\\d', '%|°|\\d{3}(?!\\d)'),
  between('\\d', listed(MONTHS)),
  between(`(?<!\\p{L})(?:${MONTHS})`, '\\d'),
  between(`(?<!\\p{L})(?:${NUMBERED})`, '\\d'),
  between('(?<![\\p{L}\\d])[A-Z]{3}', '\\d'),
  // An amount and its currency; a number and its sign.
  between('\\p{Sc}|−|(?<!\\p{L})minus', '\\d'),
  // Times of day.
  between('\\d[:.]\\d\\d', listed(CLOCKS)),
  // Initials with each other and with the name, and a title with its name.
  between('(?<![\\p{L}\\d])\\p{Lu}\\.', '\\p{Lu}(?:\\.|\\p{Ll})'),
  between(`(?<!\\p{L})(?:${TITLES})\\.?`, '\\p{Lu}'),
];

/**
 * Spaces that stay on the line of what follows them: one space between fixed neighbours, so linear. All have a digit before
 * them, or a digit or a capital after; that is looked at first, so that the long lists of words are hardly ever tried.
 */
export const GLUED = new RegExp(` (?:(?<=\\d )|(?=[\\d\\p{Lu}]))(?:${NEIGHBOURS.join('|')})`, 'gu');

/** The same text, character for character, with no-break spaces where a number would be parted from its unit. */
export function glue(text: string): string {
  return text.replace(GLUED, '\u00a0');
}
