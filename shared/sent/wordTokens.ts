// wordTokens: a text cut into words and single other characters, each with its place and its folded form.
import { fold } from '../text/normalize.ts';

export interface WordToken {
  readonly start: number;
  readonly end: number;
  /** Folded, without any space; what is compared. */
  readonly key: string;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/** The tokens of `text`; what folds to nothing (invisible characters) is none. */
export function wordTokens(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const key = fold(match[0]).text.trim();
    if (key !== '') tokens.push({ start: match.index, end: match.index + match[0].length, key });
  }
  return tokens;
}
