// words: a stretch of text cut into words and marks, with what the name and quotation readers ask of each.

/** A word, a punctuation mark, or a whole quotation taken as one piece. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'mark' | 'quote';
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** "'s" or "’" follows; it is no part of the word. */
  readonly possessive: boolean;
  /** Nothing but blanks (no line end) stands between the word before and this one. */
  readonly joined: boolean;
  /** Index of the quotation for kind `quote`, else -1. */
  readonly quote: number;
}

/** A word: letters and digits, with apostrophes, dots and hyphens inside; or one mark; or a run of blanks. */
const PIECE =
  /([\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-'’.&‑](?=[\p{L}\p{N}]))*)|(\s+)|(--+|\.{2,}|[\ud800-\udbff][\udc00-\udfff]|[^])/guy;

const INITIALS = /^(?:\p{L}\.)*\p{Lu}$/u;
const CAPITAL = /^\p{Lu}/u;
/** An abbreviation that takes its dot is capitalised or has a dot already: "ill." ends a sentence, "Ill." need not. */
const ABBREVIATED = /^\p{Lu}|\./u;
const DOTTED =
  /^(?:mr|mrs|ms|dr|prof|st|sen|sens|rep|reps|gov|govs|gen|lt|col|maj|capt|sgt|adm|cmdr|hon|rev|fr|jr|sr|inc|ltd|corp|co|no|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mt|ft|vs|etc|atty|supt|det|amb|del|calif|fla|mass|mich|minn|ariz|conn|colo|wash|tenn|ill|ind|wis|kan|ky|la|md|mo|neb|nev|okla|ore|pa|va|vt|wyo|ga|ala|ark|n\.c|s\.c|n\.y|n\.j|n\.h|n\.m|d\.c|u\.s|u\.k|u\.n|e\.u|a\.m|p\.m|ph\.d)$/u;

/** Classes of the ASCII characters, so that plain text needs no regular expression. */
const OTHER = 0;
const WORD = 1;
const INNER = 2;
const BLANK = 3;
const CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z0-9]/u.test(char)) CLASSES[code] = WORD;
  else if ("-'.&".includes(char)) CLASSES[code] = INNER;
  else if (/\s/u.test(char)) CLASSES[code] = BLANK;
}

/** The class of the code unit at `at`; -1 for one beyond ASCII. */
function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (CLASSES[code] as number) : code === 0x2019 || code === 0x2011 ? INNER : -1;
}

/**
 * The end of the ASCII word that begins at `start`, or -1 when a character beyond ASCII has a say: then PIECE decides.
 */
function endOfPlainWord(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const here = classAt(text, at);
    if (here === WORD) at++;
    else if (here === INNER) {
      const next = at + 1 < text.length ? classAt(text, at + 1) : OTHER;
      if (next === -1) return -1;
      if (next !== WORD) return at;
      at += 2;
    } else return here === -1 ? -1 : at;
  }
  return Math.min(at, end);
}

/**
 * The words and marks of `text` between `start` and `end`. Blanks are left out; two words with only blanks between
 * them are `joined`. Linear in the length.
 */
export function wordsOf(text: string, start: number, end: number, into: Word[] = []): Word[] {
  let joined = false;
  let at = start;
  while (at < end) {
    const here = classAt(text, at);
    if (here === BLANK) {
      if (text.charCodeAt(at) === 10) joined = false;
      at++;
      continue;
    }
    let stop = here === WORD ? endOfPlainWord(text, at, end) : -1;
    if (stop < 0) {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(text);
      if (!piece) break;
      stop = Math.min(at + piece[0].length, end);
      if (piece[2] !== undefined) {
        joined &&= !piece[2].includes('\n');
        at = stop;
        continue;
      }
      if (piece[1] === undefined) {
        into.push(mark(text.slice(at, stop), at));
        joined = false;
        at = stop;
        continue;
      }
    }
    at = pushWord(text, at, stop, end, joined, into);
    joined = true;
  }
  return into;
}

/** Adds the word [start, stop), its possessive ending taken off or its dot put on; answers where reading goes on. */
function pushWord(text: string, start: number, stop: number, end: number, joined: boolean, into: Word[]): number {
  let written = text.slice(start, stop);
  let next = stop;
  let possessive = false;
  if (written.length > 2 && /s/iu.test(written[written.length - 1] as string) && isApostrophe(text, stop - 2)) {
    possessive = true;
    written = written.slice(0, -2);
  } else if (text.charCodeAt(stop - 1) === 115 && isApostrophe(text, stop) && text[stop + 1] === ' ') {
    possessive = true;
  } else if (text.charCodeAt(stop) === 46 && stop < end && takesDot(written)) {
    // A dot that belongs to the word: initials and abbreviations.
    written += '.';
    next = stop + 1;
  }
  const code = written.charCodeAt(0);
  into.push({
    start,
    end: start + written.length,
    text: written,
    lower: written.toLowerCase(),
    kind: 'word',
    capital: code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(written),
    possessive,
    joined,
    quote: -1,
  });
  return next;
}

function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 39 || code === 0x2019;
}

function takesDot(written: string): boolean {
  return INITIALS.test(written) || (ABBREVIATED.test(written) && DOTTED.test(written.toLowerCase()));
}

function mark(text: string, start: number): Word {
  return {
    start,
    end: start + text.length,
    text,
    lower: text,
    kind: 'mark',
    capital: false,
    possessive: false,
    joined: false,
    quote: -1,
  };
}

/** A quotation as one piece. */
export function quotePiece(index: number, start: number, end: number): Word {
  return {
    start,
    end,
    text: '',
    lower: '',
    kind: 'quote',
    capital: false,
    possessive: false,
    joined: false,
    quote: index,
  };
}
