// Paragraphs and sentences of a text as spans; made for news, where initials, abbreviations and quotations abound.
import type { Span } from './span.ts';

/** The longest width that mail programs and terminals wrap plain text at. */
const WRAP_WIDTH = 120;
/** A text whose longest line is shorter than this was not wrapped: its lines are short because they end. */
const WRAP_LEAST = 40;

interface Line extends Span {
  readonly text: string;
}

/** The lines of `text`, trimmed; an empty line is one of length 0. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const words = raw.trim();
    lines.push({ start, end: start + words.length, text: words });
    from = to + 1;
  }
  return lines;
}

/** A line that opens an entry of a list is never the second half of the line before. */
const LIST_ENTRY = /^(?:[-*•·–—]|\d{1,3}[.)])\s/u;
const MID_SENTENCE = /[^.!?…:;"'”’»)\]]$/u;

/** Groups of lines between blank lines. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') {
      block.push(line);
      continue;
    }
    if (block.length > 0) blocks.push(block);
    block = [];
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** True when `next` can only be the rest of `line`: a scrap of a page whose links stood on lines of their own. */
function isRest(line: Line, next: Line | undefined): boolean {
  return (
    next !== undefined &&
    /[\p{L}\p{N},]$/u.test(line.text) &&
    /^(?:\p{Ll}|, )/u.test(next.text) &&
    !/^by \p{Lu}/u.test(next.text)
  );
}

/**
 * True for each line of `block` that was broken only because it was full: the first word of the next line would not have
 * fitted within `width`. A block is taken as wrapped when at least half of its inner line ends fall within a sentence.
 */
function fullLines(block: readonly Line[], width: number): boolean[] {
  const wraps = block.map((line, i) => {
    const next = block[i + 1];
    if (!next || LIST_ENTRY.test(next.text)) return false;
    const space = next.text.search(/\s/u);
    return line.text.length + 1 + (space < 0 ? next.text.length : space) > width;
  });
  const within = block.slice(0, -1).filter((line) => MID_SENTENCE.test(line.text)).length;
  return within * 2 >= block.length - 1 ? wraps : wraps.map(() => false);
}

/**
 * The paragraphs of `text`, trimmed, in order; a paragraph is never empty. Blank lines end a paragraph; so does a single
 * line end, unless the text was wrapped to a fixed width and the line was full, or the sentence plainly goes on.
 */
export function paragraphs(text: string): Span[] {
  const lines = linesOf(text);
  // A long address on a line of its own says nothing of the width.
  const width = lines.reduce((most, line) => (line.text.includes(' ') ? Math.max(most, line.text.length) : most), 0);
  const wrapped = width >= WRAP_LEAST && width <= WRAP_WIDTH;
  const spans: Span[] = [];
  for (const block of blocksOf(lines)) {
    const wraps = wrapped ? fullLines(block, width) : [];
    let start = -1;
    block.forEach((line, i) => {
      if (start < 0) start = line.start;
      if (wraps[i] === true || isRest(line, block[i + 1])) return;
      spans.push({ start, end: line.end });
      start = -1;
    });
  }
  return spans;
}

/** Titles and the like: a name or a number follows, so the full stop never ends the sentence. */
const NEVER_ENDS = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Rev Hon Gen Maj Col Lt Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Gov Pres Amb Atty Supt Insp Det Drs Profs Gens Sens Reps Govs Messrs ' +
    'Mme Mlle Sr Sra Herr Frau St Ste Mt Ft vs v cf viz eg ie e.g i.e approx ca fig Fig No Nos Vol vol pp ed eds'
  ).split(' '),
);

/** Abbreviations that may stand last; only the words that follow tell. */
const MAY_END = new Set(
  (
    'Inc Ltd Corp Co Cos Bros Plc plc LLC Jr Esq PhD Ph.D M.D B.A M.A M.P a.m p.m A.M P.M etc al ' +
    'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sun ' +
    'Ave Blvd Rd Sq Bldg Dept Univ Assn Intl Natl Govt est min max sec hr hrs kg km lb lbs oz ft mi mph bn mn tn'
  ).split(' '),
);

/** Words that open a sentence and are no part of a name: after them an abbreviation or an initial did end the sentence. */
const OPENERS = new Set(
  (
    'The A An This That These Those It He She They We I You His Her Their Its Our My There Here In On At By For From To Of ' +
    'With Without And But Or So Yet If When While As After Before Since Until Although Though Because However Meanwhile ' +
    'Moreover Now Then Today Yesterday Last Next Some Many Most Both Each Every All No Not One Two What Why How Who Where ' +
    'Under Over During Despite According Also Another Other Such Still Only Once'
  ).split(' '),
);

/** Verbs of speech that may follow a quotation closed by "?" or "!": the sentence goes on to its speaker. */
const SPEECH = new Set(
  'said says asked asks added told wondered cried shouted replied wrote writes tweeted joked'.split(' '),
);

const TERMINATOR = /[.!?…。！？]+/gu;
const CLOSERS = /["'”’»›)\]]*/uy;
/** French sets a space before the closing guillemet. */
const SPACED_CLOSER = /[ \u00a0\u202f]»(?!\S)/uy;
const GAP = /\s+/uy;
const OPENING = /["'“‘„«‹([¿¡–—-]/u;
const WORD = /[\p{L}\p{M}\p{N}'’.-]+/uy;
/** What may stand right before a word, for finding where it starts. */
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}.]/u;
/** No abbreviation is longer; the look back for its start stops there. */
const ABBREVIATION_LENGTH = 12;

function stickyEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The word that ends right before `at`; the empty string when it is longer than any abbreviation. */
function wordBefore(text: string, from: number, at: number): string {
  let start = at;
  while (start > from && WORD_CHARACTER.test(text.charAt(start - 1))) {
    start--;
    if (at - start > ABBREVIATION_LENGTH) return '';
  }
  return text.slice(start, at);
}

/** The word at `at`, opening marks skipped. */
function wordAt(text: string, at: number, end: number): string {
  let start = at;
  while (start < end && OPENING.test(text.charAt(start))) start++;
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0] ?? '';
}

/** True when one of the next few words is a verb of speech: `"Why?" the mayor asked.` */
function speechFollows(text: string, at: number, end: number): boolean {
  const words = text.slice(at, Math.min(end, at + 80)).split(/\s+/u, 5);
  return words.some((word) => SPEECH.has(word.replace(/[.,:;]$/u, '')));
}

/** True when a full stop after `before` belongs to an abbreviation or initial, and the sentence goes on with `next`. */
function goesOn(before: string, next: string): boolean {
  if (NEVER_ENDS.has(before)) return before !== 'No' || /^\d/u.test(next);
  const opener = OPENERS.has(next.replace(/['’].*$/su, ''));
  if (/^\p{Lu}$/u.test(before)) return before === 'I' ? /^\p{Lu}\.$/u.test(next) : !opener;
  // U.S., U.N., a.m., Ph.D.: letters with stops between.
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(before) || MAY_END.has(before)) return !opener;
  return false;
}

/** The sentences of one paragraph, `from` to `end`, appended to `spans`. */
function cut(text: string, from: number, end: number, spans: Span[]): void {
  let start = from;
  TERMINATOR.lastIndex = from;
  for (let found = TERMINATOR.exec(text); found && found.index < end; found = TERMINATOR.exec(text)) {
    const mark = found[0];
    const after = found.index + mark.length;
    let close = stickyEnd(CLOSERS, text, after);
    close = stickyEnd(SPACED_CLOSER, text, close);
    const next = stickyEnd(GAP, text, close);
    if (next >= end) break;
    const wide = /[。！？]$/u.test(mark);
    if (next === close && !wide) continue;
    const following = wordAt(text, next, end);
    if (!wide && following !== '' && /^\p{Ll}/u.test(following)) continue;
    // ". . .": the stops of one ellipsis.
    if (text.charAt(next) === '.') continue;
    if (mark === '.') {
      const before = wordBefore(text, start, found.index);
      // "1. First point": the number of an entry, not a sentence.
      if (/^\d{1,3}$/u.test(before) && found.index - before.length === start) continue;
      const quoteOpens = OPENING.test(text.charAt(next)) && !/[–—([-]/u.test(text.charAt(next));
      if (close === after && !(quoteOpens && !NEVER_ENDS.has(before)) && goesOn(before, following)) continue;
    } else if (/[!?]$/u.test(mark) && close > after && speechFollows(text, next, end)) continue;
    spans.push({ start, end: close });
    start = next;
  }
  if (start < end) spans.push({ start, end });
}

/**
 * The sentences of `text`, trimmed, in order; never across the end of a paragraph, never empty. Closing quotation marks
 * and brackets belong to the sentence they close. Together they cover every character that is not space.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const paragraph of paragraphs(text)) cut(text, paragraph.start, paragraph.end, spans);
  return spans;
}
