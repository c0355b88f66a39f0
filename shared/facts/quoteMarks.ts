// quoteMarks: pairs quotation marks into quoted stretches, paragraph by paragraph, apostrophes told from marks.
import type { Span } from '../text/span.ts';

/** Words between quotation marks; the outermost pair only. */
export interface Stretch {
  /** Offset of the opening mark. */
  readonly open: number;
  /** The words, marks excluded. */
  readonly start: number;
  readonly end: number;
  /** Offset behind the closing mark; `end` where there is none. */
  readonly close: number;
  /** False where the paragraph ended before a closing mark. */
  readonly closed: boolean;
  /** Index of its paragraph in the list given. */
  readonly paragraph: number;
  /** The next paragraph goes on with it (it opens again, only the last closes). */
  readonly continues: boolean;
}

/** The families of marks; a stretch is closed by a mark of its own family. */
type Family = 'straight' | 'curly' | 'low' | 'angle' | 'reversed' | 'single' | 'angle-single';

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly char: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const MARKS = /'+|["“”„‟«»‹›‘’‚＂〝〞]|``/gu;
const SPACE_OR_OPENING = /[\s([{—–―\-/|>:…]|^$/u;
const WORD = /[\p{L}\p{N}]/u;
const MARK_CHARS = '"\'“”„‟«»‹›‘’‚`＂';
/** Words that are written with a leading apostrophe. */
const ELISION = /(?:\d0s|em|til|till|tis|twas|cause|bout|round|n|cos|ere|neath|tisn|im|un)\b/iuy;

/** The quoted stretches of `text`, in order. Unclosed ones are kept only where a quotation plainly begins. Linear. */
export function findStretches(text: string, paragraphs: readonly Span[]): Stretch[] {
  const found: Stretch[] = [];
  paragraphs.forEach((paragraph, index) => {
    const marks = marksOf(text, paragraph);
    if (marks.length === 0) return;
    const doubles = pairDoubles(text, paragraph, marks);
    const singles = pairSingles(text, paragraph, marks, doubles);
    for (const pair of merge(doubles, singles)) found.push({ ...pair, paragraph: index, continues: false });
  });
  return joinParagraphs(text, paragraphs, found);
}

function marksOf(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = [];
  MARKS.lastIndex = paragraph.start;
  for (let match = MARKS.exec(text); match && match.index < paragraph.end; match = MARKS.exec(text)) {
    const run = match[0];
    let at = match.index;
    // Apostrophes in a row: two are a double mark; of three, one belongs to a quotation inside.
    const pieces =
      run.length < 3 || run[0] !== "'"
        ? [run]
        : SPACE_OR_OPENING.test(text[at - 1] ?? '')
          ? ["''", run.slice(2)]
          : [run.slice(0, -2), "''"];
    for (const char of pieces) {
      const before = at === paragraph.start ? '' : (text[at - 1] ?? '');
      const after = at + char.length >= paragraph.end ? '' : (text[at + char.length] ?? '');
      const opening = SPACE_OR_OPENING.test(before) || MARK_CHARS.includes(before);
      const blankAfter = after === '' || /\s/u.test(after);
      marks.push({
        at,
        length: char.length,
        char,
        // A missing blank: `the end."We begin`.
        canOpen: (opening || (char === '"' && '.,!?'.includes(before) && WORD.test(after))) && !blankAfter,
        canClose: before !== '' && (!/\s/u.test(before) || blankAfter) && !(WORD.test(after) && WORD.test(before)),
      });
      at += char.length;
    }
  }
  return marks;
}

type Pair = Pick<Stretch, 'open' | 'start' | 'end' | 'close' | 'closed'>;

function isDouble(char: string): boolean {
  return char === '"' || char === "''" || char === '``' || '“”„‟«»‹›＂〝〞'.includes(char);
}

interface Opened {
  readonly mark: Mark;
  readonly family: Family;
  /** Marks of the same family opened inside and not closed yet. */
  depth: number;
  /** A mark of another family that could be the close, should none of its own come. */
  pending: Mark | null;
  /** The last closing mark that ended a quotation inside. */
  inner: Mark | null;
}

function opens(mark: Mark): Family | null {
  switch (mark.char) {
    case '"':
    case '＂':
    case "''":
      return mark.canOpen ? 'straight' : null;
    case '``':
    case '“':
    case '‟':
    case '〝':
      return 'curly';
    case '„':
      return 'low';
    case '«':
      return 'angle';
    case '‹':
      return 'angle-single';
    case '»':
      return mark.canOpen && !mark.canClose ? 'reversed' : null;
    case '”':
      return mark.canOpen && !mark.canClose ? 'curly' : null;
    default:
      return null;
  }
}

/** `close`: ends the stretch; `open`: opens one of the same family inside; `maybe`: ends it if nothing better comes. */
function roleInside(mark: Mark, family: Family): 'close' | 'open' | 'maybe' | null {
  const { char } = mark;
  switch (family) {
    case 'straight':
      if (char === '"' || char === '＂' || char === "''") return mark.canClose ? 'close' : mark.canOpen ? 'open' : null;
      return char === '”' && mark.canClose ? 'maybe' : null;
    case 'curly':
      if (char === '”' || char === '〞') return 'close';
      if (char === "''" && mark.canClose) return 'maybe';
      if (char === '“' || char === '‟' || char === '〝') return mark.canClose && !mark.canOpen ? 'maybe' : 'open';
      return char === '"' && mark.canClose && !mark.canOpen ? 'maybe' : null;
    case 'low':
      return char === '“' || char === '”'
        ? 'close'
        : char === '„'
          ? 'open'
          : char === '"' && mark.canClose
            ? 'maybe'
            : null;
    case 'angle':
      return char === '»' ? 'close' : char === '«' ? 'open' : null;
    case 'angle-single':
      return char === '›' ? 'close' : char === '‹' ? 'open' : null;
    case 'reversed':
      return char === '«' ? 'close' : null;
    case 'single':
      return null;
  }
}

function pairDoubles(text: string, paragraph: Span, marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = [];
  let opened: Opened | null = null;
  const begin = (mark: Mark, family: Family): Opened => ({ mark, family, depth: 0, pending: null, inner: null });
  for (const mark of marks) {
    if (!isDouble(mark.char)) continue;
    if (!opened) {
      const family = opens(mark);
      if (family) opened = begin(mark, family);
      continue;
    }
    if (opened.pending && mark.canOpen && !mark.canClose && opens(mark)) {
      // Opened with one kind of mark and closed with another: a new opening settles it.
      pairs.push(pair(opened.mark, opened.pending));
      opened = begin(mark, opens(mark) as Family);
      continue;
    }
    switch (roleInside(mark, opened.family)) {
      case 'close':
        if (opened.depth > 0) {
          opened.depth--;
          opened.inner = mark;
        } else {
          pairs.push(pair(opened.mark, mark));
          opened = null;
        }
        break;
      case 'open':
        if (opened.family === 'straight') {
          // A straight mark that only opens: the one before it was never closed.
          if (opened.pending) pairs.push(pair(opened.mark, opened.pending));
          opened = begin(mark, 'straight');
        } else opened.depth++;
        break;
      case 'maybe':
        opened.pending = mark;
        break;
      case null:
        break;
    }
  }
  if (opened) {
    const end = opened.pending ?? opened.inner;
    if (end && !(opened.inner && opened.depth === 0 && !opened.pending)) pairs.push(pair(opened.mark, end));
    else if (plainlyBegins(text, paragraph, opened.mark)) pairs.push(unclosed(text, paragraph, opened.mark));
  }
  return pairs;
}

function pair(open: Mark, close: Mark): Pair {
  return { open: open.at, start: open.at + open.length, end: close.at, close: close.at + close.length, closed: true };
}

function unclosed(text: string, paragraph: Span, open: Mark): Pair {
  let end = paragraph.end;
  while (end > open.at && /\s/u.test(text[end - 1] as string)) end--;
  const start = open.at + open.length;
  return { open: open.at, start, end: Math.max(start, end), close: Math.max(start, end), closed: false };
}

/** A quotation left open is believed at the start of a paragraph, and after a colon, a comma or the end of a sentence. */
function plainlyBegins(text: string, paragraph: Span, mark: Mark): boolean {
  let at = mark.at - 1;
  while (at >= paragraph.start && /\s/u.test(text[at] as string)) at--;
  return at < paragraph.start || ':,.!?'.includes(text[at] as string);
}

/** Single quotation marks outside the double ones: British usage, where the same character is the apostrophe. */
function pairSingles(text: string, paragraph: Span, marks: readonly Mark[], doubles: readonly Pair[]): Pair[] {
  const pairs: Pair[] = [];
  let opened: Mark | null = null;
  let pending: Mark | null = null;
  let double = 0;
  for (const mark of marks) {
    if (mark.length !== 1 || !"'‘’‚".includes(mark.char)) continue;
    while (double < doubles.length && (doubles[double] as Pair).close <= mark.at) double++;
    const around = doubles[double];
    if (around && around.open < mark.at) continue;
    const next = text[mark.at + 1] ?? '';
    ELISION.lastIndex = mark.at + 1;
    const opening: boolean =
      mark.char === '‘' || mark.char === '‚'
        ? mark.canOpen && !(mark.char === '‘' && opened === null && ELISION.test(text) && !quotedWord(text, mark.at))
        : mark.canOpen && !mark.canClose && mark.char === "'" && !ELISION.test(text);
    if (!opened) {
      if (opening) opened = mark;
      continue;
    }
    const before = text[mark.at - 1] ?? '';
    if (mark.char === '’' || mark.char === "'" || (mark.char === '‘' && opened.char === '‚')) {
      if (mark.canClose && !WORD.test(next)) {
        // "the ministers' plan": after an s, before a small letter, it may be the possessive.
        if (/s/iu.test(before) && /\s/u.test(next) && /\p{Ll}/u.test(text[mark.at + 2] ?? '')) pending ??= mark;
        else {
          pairs.push(pair(opened, mark));
          opened = pending = null;
        }
        continue;
      }
    }
    if (opening && pending) {
      pairs.push(pair(opened, pending));
      opened = mark;
      pending = null;
    }
  }
  if (opened && pending) pairs.push(pair(opened, pending));
  else if (opened?.char === '‘' && startsParagraph(text, paragraph, opened.at))
    pairs.push(unclosed(text, paragraph, opened));
  return pairs;
}

/** ‘em’: an elision with a closing mark straight behind is a quoted word after all. */
function quotedWord(text: string, at: number): boolean {
  return /^.[\p{L}\p{N}]+[’']/u.test(text.slice(at, at + 12));
}

function startsParagraph(text: string, paragraph: Span, at: number): boolean {
  return text.slice(paragraph.start, at).trim() === '';
}

/** Both lists in order; a double pair inside a single one (or the other way) goes, the outermost stays. */
function merge(doubles: readonly Pair[], singles: readonly Pair[]): Pair[] {
  if (singles.length === 0) return [...doubles];
  const all = [...doubles, ...singles].sort((a, b) => a.open - b.open || b.close - a.close);
  const kept: Pair[] = [];
  for (const next of all) if (next.open >= (kept.at(-1)?.close ?? 0)) kept.push(next);
  return kept;
}

/** Marks the stretches that the next paragraph goes on with, and drops unclosed ones nobody goes on with if they are short. */
function joinParagraphs(text: string, paragraphs: readonly Span[], found: readonly Stretch[]): Stretch[] {
  return found.map((stretch, index) => {
    if (stretch.closed) return stretch;
    const next = found[index + 1];
    if (!next || next.paragraph !== stretch.paragraph + 1) return stretch;
    const paragraph = paragraphs[next.paragraph] as Span;
    const continues =
      startsParagraph(text, paragraph, next.open) && sameSize(text[stretch.open] ?? '', text[next.open] ?? '');
    return continues ? { ...stretch, continues } : stretch;
  });
}

function sameSize(a: string, b: string): boolean {
  const single = (char: string): boolean => '‘’‚‹›'.includes(char);
  return single(a) === single(b);
}
