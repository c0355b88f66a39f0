// admiralty: the words of the Admiralty code for sources and items, and the two halves written together (conventions.md 3.6).
import type { Article, Reliability } from '../article/article.ts';
import type { Fact } from './fact.ts';

export type Credibility = NonNullable<Fact['credibility']>;

/** F means "cannot be judged", not "worst". */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
};

export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const satisfies readonly Credibility[];

/** 6 means "cannot be judged", not "worst". */
export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  '1': 'Confirmed by other sources',
  '2': 'Probably true',
  '3': 'Possibly true',
  '4': 'Doubtful',
  '5': 'Improbable',
  '6': 'Truth cannot be judged',
};

/** A grade to show, and the same in words. */
export interface Grade {
  /** "B2"; a half that was not judged is a dash. */
  readonly code: string;
  /** "Usually reliable source, probably true." in form; says of a half that it was not judged. */
  readonly words: string;
}

/** The grade of an item: the reliability of its article, its own credibility. Null when neither was judged. */
export function gradeOf(
  fact: Pick<Fact, 'credibility'>,
  article: Pick<Article, 'reliability'> | undefined,
): Grade | null {
  const reliability = article?.reliability ?? null;
  const { credibility } = fact;
  if (reliability === null && credibility === null) return null;
  const source = reliability === null ? 'Source not judged' : `Source: ${RELIABILITY_WORDS[reliability].toLowerCase()}`;
  const item = credibility === null ? 'item not judged' : `item: ${CREDIBILITY_WORDS[credibility].toLowerCase()}`;
  return { code: `${reliability ?? '–'}${credibility ?? '–'}`, words: `${source}; ${item}` };
}
