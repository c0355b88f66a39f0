// The sources to check a sent file against: those it carries, laid out at their full length, or whole ones that were given.
import type { Article } from '../article/article.ts';
import type { Message } from '../base/result.ts';
import type { CarriedArticle, Projection } from '../export/projection.ts';
import { extractFacts } from '../facts/extractFacts.ts';
import type { Fact } from '../facts/fact.ts';

/** Stands for the words that are not carried: no letter, so that no quotation runs across it. */
const GAP = '\uFFFC';

/** The article with the words between its excerpts blank, so that offsets hold. */
export function sparseArticle(carried: CarriedArticle): Article {
  const { length, excerpts, ...metadata } = carried;
  let text = '';
  const fill = (to: number): void => {
    if (to > text.length) text += GAP + '\n'.repeat(to - text.length - 1);
  };
  for (const { start, text: words } of excerpts) {
    fill(start);
    text += words;
  }
  fill(length);
  return { ...metadata, text };
}

/** True when the given text is the one that was quoted from: every excerpt stands at its place. */
function holds(given: Article, { length, excerpts }: CarriedArticle): boolean {
  return (
    excerpts.length > 0 &&
    given.text.length === length &&
    excerpts.every(({ start, end, text }) => given.text.slice(start, end) === text)
  );
}

export interface Sources {
  /** In the order of the projection. */
  readonly articles: readonly Article[];
  /** Given texts that are none of the file's sources. */
  readonly others: readonly Article[];
  readonly facts: readonly Fact[];
  readonly messages: readonly Message[];
}

/** True when the fact says of itself what its evidence says. */
function consistent(fact: Fact): boolean {
  return fact.evidence.articleId === fact.articleId && fact.text.length === fact.end - fact.start;
}

/**
 * Sources and facts for a check. A given text that is the source itself, by its hash or by every excerpt, takes the place of
 * the excerpts; the facts of such a source are read out of it anew, so that nothing the file says of them is believed.
 */
export function sourcesOf(projection: Projection, given: readonly Article[]): Sources {
  const messages: Message[] = [];
  const used = new Set<Article>();
  const fresh = new Map<string, Fact>();
  const articles = projection.articles.map((carried) => {
    const whole =
      given.find((one) => one.sha256 === carried.sha256 && holds(one, carried)) ??
      given.find((one) => !used.has(one) && one.sha256 === carried.sha256) ??
      given.find((one) => !used.has(one) && holds(one, carried));
    if (!whole) {
      const namesake = given.find((one) => one.fileName === carried.fileName);
      if (namesake) {
        messages.push({
          code: 'other-source',
          text: `${namesake.fileName} is not the text that the file quotes from: its hash differs. What the file carries of its source was used.`,
        });
      }
      return sparseArticle(carried);
    }
    used.add(whole);
    const article = { ...whole, id: carried.id };
    const read = extractFacts(article).value;
    for (const fact of [...read.quotes, ...read.figures, ...read.claims]) fresh.set(fact.id, fact);
    return article;
  });
  return {
    articles,
    others: given.filter((one) => !used.has(one)),
    facts: projection.facts.filter(consistent).map((fact) => {
      const read = fresh.get(fact.id);
      return read?.kind === fact.kind ? read : fact;
    }),
    messages,
  };
}
