// Plain text as paragraphs: lines that a PDF viewer broke joined again, where the text itself shows that they belong together.
import { trimMarks } from '../../../shared/text/trim.ts';

/** Ligatures that fonts of a PDF leave in the text (Unicode, Alphabetic Presentation Forms). */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

export interface ReadText {
  readonly paragraphs: readonly string[];
  /** True when something of it is not as it was: lines joined, ligatures folded, a page number left out. */
  readonly changed: boolean;
}

/** Narrower lines are verses, addresses, columns of a list; wider ones are whole paragraphs already. */
const NARROWEST = 32;
const WIDEST = 150;
/** A line is full when the next word would not have fitted; letters differ in width, so that much is given. */
const SLACK = 0.86;
/** A line before the last of its paragraph is never shorter than this part of the widest. */
const SHORTEST = 0.6;
/** Of all pairs of lines so many must show by themselves that they are one sentence. */
const EVIDENCE = 0.3;

const SENTENCE_END = /[.!?:…]["'”’»)\]]*$/u;
const GOES_ON = /[\p{Ll}\p{Lo}\p{N}][,;–—-]?$|[,;–—-]$/u;
const STARTS_LOW = /^[("'“‘«[]?\p{Ll}/u;
const ITEM = /^(?:[•·▪◦‣●■○*]|[–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)/u;
/** Columns, code, quoted mail: its line ends are meant. */
const SET_BY_HAND = /\t|\S {3,}\S|^[>|]|^ {4,}\S/u;
/** No half of a word is longer; the paragraph before it may be very long. */
const LONGEST_PART = 40;
const HYPHEN_END = /(?<part>\p{L}{2,})[-\u2010\u00ad]$/u;
const PAGE_NUMBER = /^(?:[-–—] ?)?(?:page )?(?<number>\d{1,4})(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-–—])?$/iu;
/** First halves after which the hyphen belongs to the word. */
const KEEPS_HYPHEN = new Set(
  'self non well ex vice all half cross mid anti pro post long short high low so co twenty thirty forty fifty sixty seventy eighty ninety two three four five six eight ten one'.split(
    ' ',
  ),
);

interface Line {
  readonly text: string;
  /** A blank line or the end of a page stands before it. */
  readonly apart: boolean;
  readonly page: boolean;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = false;
  let page = false;
  for (const raw of text.split('\n')) {
    const pieces = raw.split('\f');
    pieces.forEach((piece, index) => {
      if (index > 0) page = true;
      const line = piece.trimEnd();
      if (line.trim() === '') {
        if (pieces.length === 1) apart = true;
        return;
      }
      lines.push({ text: line, apart: apart && lines.length > 0, page: page && lines.length > 0 });
      apart = page = false;
    });
  }
  return lines;
}

/** Without numbers of pages: a number alone in a line, where a sentence goes on behind it or a page ends at it. */
function withoutPageNumbers(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let torn = false;
  lines.forEach((line, index) => {
    const before = out.at(-1);
    const after = lines[index + 1];
    const isNumber = PAGE_NUMBER.test(line.text.trim());
    const sentence =
      before &&
      after &&
      before.text.length >= NARROWEST &&
      !SENTENCE_END.test(before.text) &&
      STARTS_LOW.test(after.text.trimStart());
    if (isNumber && (sentence || after?.page || (line.page && line.apart))) {
      torn = Boolean(sentence);
      return;
    }
    out.push(torn ? { text: line.text, apart: false, page: true } : line);
    torn = false;
  });
  return out;
}

function firstWord(text: string): string {
  return /^\S*/u.exec(text.trimStart())?.[0] ?? '';
}

/** How wide the lines run: that of the widest, unless it stands out alone. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => b - a);
  return lengths[Math.min(lengths.length - 1, Math.floor(lengths.length / 12))] ?? 0;
}

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;

/** Every word of `text` in small letters, not counting the halves at hyphens at the end of a line. */
function wordsIn(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const match of text.toLowerCase().matchAll(WORD)) {
      const end = match.index + match[0].length;
      const halved = end === text.length - 1 && /[-\u2010\u00ad]$/u.test(text);
      if (!halved) words.add(match[0]);
    }
  }
  return words;
}

/** Two lines as they stand in one paragraph; the hyphen goes where it only parts a word. */
function linked(before: string, after: string, words: ReadonlySet<string>): readonly [string, string] {
  const next = after.trimStart();
  if (before.endsWith('\u00ad')) return [before.slice(0, -1), next];
  const part = HYPHEN_END.exec(before.slice(-LONGEST_PART))?.groups?.['part']?.toLowerCase();
  const rest = /^\p{Ll}+/u.exec(next)?.[0].toLowerCase();
  if (part !== undefined) {
    if (rest === undefined) return [before, next];
    const whole = words.has(part + rest);
    // "long-" and "term" are words of the text: then so may be "long-term".
    const both = words.has(part) && rest.length > 2 && words.has(rest);
    const heals = whole || (!KEEPS_HYPHEN.has(part) && !both);
    return [heals ? before.slice(0, -1) : before, next];
  }
  // A dash at the end of a line stands between words; a slash or hyphen behind a figure does not.
  return ['/-\u2010'.includes(before.charAt(before.length - 1)) ? before : `${before} `, next];
}

function folded(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/gu, (char) => LIGATURES[char] ?? char)
    .replace(/(?<=\p{L})\u00ad(?=\p{L})/gu, '');
}

/** True when the lines show that a program broke them: they are full, and go on in the middle of sentences. */
function isWrapped(lines: readonly Line[], width: number): boolean {
  if (lines.length < 2 || width < NARROWEST || width > WIDEST) return false;
  let pairs = 0;
  let evident = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || next.apart || SET_BY_HAND.test(line.text)) return;
    pairs++;
    if (STARTS_LOW.test(next.text.trimStart()) && GOES_ON.test(line.text) && line.text.length >= width * SHORTEST)
      evident++;
  });
  return pairs > 0 && evident / pairs >= EVIDENCE;
}

function endsInHalf(text: string): boolean {
  return HYPHEN_END.test(text.slice(-LONGEST_PART));
}

/** True when `line` and the line after it are one paragraph. */
function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.apart || SET_BY_HAND.test(line.text) || SET_BY_HAND.test(next.text)) return false;
  const after = next.text.trimStart();
  if (ITEM.test(after)) return false;
  if (endsInHalf(line.text) && /^\p{Ll}/u.test(after)) return true;
  if (next.page) return !SENTENCE_END.test(line.text) && STARTS_LOW.test(after);
  const { length } = line.text;
  const low = STARTS_LOW.test(after) && !SENTENCE_END.test(line.text);
  if (low) return length >= width * SHORTEST;
  return length + 1 + firstWord(after).length > width * SLACK && length >= width * SHORTEST;
}

/**
 * Reads plain text as paragraphs. Where the lines are broken by their width (a PDF viewer, a mail), they are joined:
 * hyphens that only part a word go, unless the text has both halves as words of their own; soft hyphens and ligatures go;
 * the number of a page goes where a sentence runs over it. Otherwise every line is a paragraph, and blank lines part.
 */
export function readPlainText(text: string): ReadText {
  const plain = text.replace(/\r\n?|\u2028|\u2029/gu, '\n');
  const all = linesOf(plain);
  const lines = withoutPageNumbers(all);
  const width = widthOf(lines);
  const same: ReadText = { paragraphs: all.map((line) => line.text), changed: false };
  if (!isWrapped(lines, width)) {
    const paragraphs = same.paragraphs.map(folded);
    return { paragraphs, changed: paragraphs.some((paragraph, index) => paragraph !== same.paragraphs[index]) };
  }
  const words = wordsIn(lines);
  /** Each paragraph by its lines: what grows is not asked for its end, which would copy it each time. */
  const paragraphs: string[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const open = paragraphs.at(-1);
    const last = open?.pop();
    if (before && open && last !== undefined) {
      if (goesOn(before, line, width)) {
        open.push(...linked(last, line.text, words));
        return;
      }
      open.push(last);
    }
    paragraphs.push([trimMarks(line.text, ' ')]);
  });
  return { paragraphs: paragraphs.map((pieces) => folded(pieces.join(''))), changed: true };
}
