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
const POSSESSIVE = /['’]s$/iu;
const DOTTED =
  /^(?:mr|mrs|ms|dr|prof|st|sen|sens|rep|reps|gov|govs|gen|lt|col|maj|capt|sgt|adm|cmdr|hon|rev|fr|jr|sr|inc|ltd|corp|co|no|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mt|ft|vs|etc|atty|supt|det|amb|del|calif|fla|mass|mich|minn|ariz|conn|colo|wash|tenn|ill|ind|wis|kan|ky|la|md|mo|neb|nev|okla|ore|pa|va|vt|wyo|ga|ala|ark|n\.c|s\.c|n\.y|n\.j|n\.h|n\.m|d\.c|u\.s|u\.k|u\.n|e\.u|a\.m|p\.m|ph\.d)$/u;

/**
 * The words and marks of `text` between `start` and `end`. Blanks are left out; two words with only blanks between
 * them are `joined`. Linear in the length.
 */
export function wordsOf(text: string, start: number, end: number, into: Word[] = []): Word[] {
  let joined = false;
  PIECE.lastIndex = start;
  while (PIECE.lastIndex < end) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(text);
    if (!piece) break;
    if (piece[2] !== undefined) {
      joined = joined && !piece[2].includes('\n');
      continue;
    }
    let written = piece[0];
    if (at + written.length > end) written = written.slice(0, end - at);
    if (piece[1] === undefined) {
      into.push(mark(written, at));
      joined = false;
      continue;
    }
    let possessive = false;
    let stop = at + written.length;
    if (written.length > 2 && POSSESSIVE.test(written)) {
      possessive = true;
      written = written.slice(0, -2);
    } else if (written.endsWith('s') && (text[stop] === '’' || text[stop] === "'") && text[stop + 1] === ' ') {
      possessive = true;
    } else if (text[stop] === '.' && stop < end) {
      // A dot that belongs to the word: initials and abbreviations.
      if (INITIALS.test(written) || (ABBREVIATED.test(written) && DOTTED.test(written.toLowerCase()))) {
        written += '.';
        stop++;
        PIECE.lastIndex = stop;
      }
    }
    into.push({
      start: at,
      end: at + written.length,
      text: written,
      lower: written.toLowerCase(),
      kind: 'word',
      capital: CAPITAL.test(written),
      possessive,
      joined,
      quote: -1,
    });
    joined = true;
  }
  return into;
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
