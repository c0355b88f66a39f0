// The words of a quotation cut into tokens that compare exactly, with ellipses and bracketed insertions kept apart.
import { fold } from '../text/normalize.ts';

/**
 * `word`: a run of letters and digits, or one other character, compared by `key`. `recased`: a word one letter of which
 * stands in square brackets, [T]his. `ellipsis`: words left out here. `insertion`: words in square brackets; `inner` are
 * theirs.
 */
export interface Token {
  readonly kind: 'word' | 'recased' | 'ellipsis' | 'insertion';
  /** Folded, all quotation marks alike; what is compared. */
  readonly key: string;
  readonly inner: readonly Token[];
  /** The keys as a source that holds these very characters is cut: brackets and all. */
  readonly literal: readonly string[];
  /** Place in the text that was cut, in code units. */
  readonly start: number;
  readonly end: number;
  /** True when space stands before it. */
  readonly spaced: boolean;
}

const RUN = /[\p{L}\p{N}\p{M}]+/uy;
const DOTS = /\.{3,}|\.(?: \.){2,}/y;
const BRACKET = /\[[^[\]]*\]/y;
const LETTER_IN_BRACKET = /^\[\p{L}\]$/u;
const QUOTES = /^["']$/u;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/**
 * Cuts `text`. Folding makes typography alike (curly and straight marks, dashes, spaces); space parts words and is no token,
 * so "US – EU" and "US-EU" compare alike, "to gether" and "together" do not. `edited`: read square brackets and [T]his as
 * the edits of conventions.md 3.9; a source is cut without.
 */
export function tokens(text: string, edited: boolean): Token[] {
  const folded = fold(text);
  const all = folded.text;
  const list: Token[] = [];
  let spaced = false;
  for (let at = 0; at < all.length;) {
    if (all.charAt(at) === ' ') {
      spaced = true;
      at++;
      continue;
    }
    const from = at;
    let kind: Token['kind'] = 'word';
    let key: string;
    let inner: Token[] = [];
    const dots = match(DOTS, all, at);
    const bracket = dots === null && edited ? match(BRACKET, all, at) : null;
    if (dots !== null) {
      kind = 'ellipsis';
      key = '...';
      at += dots.length;
    } else if (bracket !== null) {
      at += bracket.length;
      const after = LETTER_IN_BRACKET.test(bracket) ? (match(RUN, all, at) ?? '') : '';
      const content = bracket.slice(1, -1).trim();
      if (after !== '') {
        kind = 'recased';
        key = bracket.charAt(1) + after;
        at += after.length;
      } else if (/^\.(?: ?\.){2,}$/u.test(content)) {
        kind = 'ellipsis';
        key = '...';
      } else {
        kind = 'insertion';
        key = bracket;
        inner = tokens(content, false);
      }
    } else {
      const run = match(RUN, all, at);
      const character = String.fromCodePoint(all.codePointAt(at) ?? 0);
      key = run ?? (QUOTES.test(character) ? "'" : character);
      at += (run ?? character).length;
      // Two single marks set for a double one.
      if (key === "'" && all.charAt(from) === "'" && all.charAt(at) === "'") at++;
    }
    list.push({
      kind,
      key,
      inner,
      literal: bracket === null ? [key] : tokens(all.slice(from, at), false).map((token) => token.key),
      start: folded.offsets[from] ?? 0,
      end: folded.ends[at - 1] ?? text.length,
      spaced,
    });
    spaced = false;
  }
  return list;
}

/** True for a token that is words, not a mark of punctuation. */
export function isWord(token: Token): boolean {
  return token.kind === 'recased' || (token.kind === 'word' && /[\p{L}\p{N}]/u.test(token.key));
}

function isMark(token: Token | undefined): boolean {
  return token?.key === "'" && token.kind === 'word';
}

function withoutMarks(list: readonly Token[]): Token[] {
  let start = 0;
  let end = list.length;
  while (start < end && isMark(list[start])) start++;
  while (end > start && isMark(list[end - 1])) end--;
  return list.slice(start, end);
}

/**
 * The tokens of a quotation without the marks of its paragraphs. Inner quotation marks that stand at the end of a paragraph go
 * too, in source and quotation alike. `text`: paragraphs parted by a blank line.
 */
export function quotationTokens(text: string, edited: boolean): Token[] {
  const list: Token[] = [];
  let from = 0;
  for (const part of text.split(/(\n[^\S\n]*\n\s*)/u)) {
    const start = from;
    from += part.length;
    if (part.trim() === '') continue;
    for (const token of withoutMarks(tokens(part, edited))) {
      list.push({ ...token, start: token.start + start, end: token.end + start });
    }
  }
  return list;
}

/** Where two paragraphs part within `text`; -1 when it holds no such place. */
export function paragraphBreak(text: string): number {
  return text.search(/\n[^\S\n]*\n/u);
}

/**
 * What stands in `text` between two tokens that follow each other. Between paragraphs it is the break alone: the marks that
 * close one and open the next are no words of anybody (conventions.md 3.9).
 */
export function gapBetween(text: string, before: Token, after: Token): string {
  const gap = text.slice(before.end, after.start);
  return paragraphBreak(gap) >= 0 ? '\n\n' : gap;
}

/** The stretch of `text` that the tokens cover, without the marks that open and close paragraphs. */
export function textOf(text: string, list: readonly Token[]): string {
  return list
    .map((token, at) => {
      const before = list[at - 1];
      return (before ? gapBetween(text, before, token) : '') + text.slice(token.start, token.end);
    })
    .join('');
}

/**
 * `list` without one comma or full stop at its very end, and the marks before it: what may differ there (conventions.md 3.9,
 * US/UK marks).
 */
export function withoutLastStop(list: readonly Token[]): readonly Token[] {
  const last = list.at(-1);
  return last?.kind === 'word' && (last.key === ',' || last.key === '.') ? withoutMarks(list.slice(0, -1)) : list;
}
