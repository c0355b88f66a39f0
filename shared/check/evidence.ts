// EvidenceBook: the facts and articles of a briefing as a check asks for them, and where facts are used first.
import type { Article } from '../article/article.ts';
import type { Range } from '../briefing/queries.ts';
import type { Fact } from '../facts/fact.ts';
import type { CheckMemo } from './checkMemo.ts';
import type { Findings } from './findings.ts';

export interface Located {
  readonly fact: Fact;
  readonly article: Article;
}

export class EvidenceBook {
  readonly articles: ReadonlyMap<string, Article>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** All facts, in the order of the briefing. */
  readonly all: readonly Fact[];
  readonly #memo: CheckMemo;
  readonly #findings: Findings;
  readonly #uses = new Map<string, Range>();

  constructor(articles: readonly Article[], facts: readonly Fact[], memo: CheckMemo, findings: Findings) {
    this.articles = new Map(articles.map((article) => [article.id, article]));
    this.facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.all = facts;
    this.#memo = memo;
    this.#findings = findings;
  }

  /** The fact of `id` with its article when it is located, else null. */
  known(id: string): Located | null {
    const fact = this.facts.get(id);
    const article = fact && this.articles.get(fact.articleId);
    return fact && article && this.#memo.located(article, fact) ? { fact, article } : null;
  }

  /** The fact of `id` with its article when it is located; else says so of `name` at `range` and gives null. */
  of(id: string, name: () => string, range: Range): Located | null {
    if (!this.#uses.has(id)) this.#uses.set(id, range);
    const known = this.known(id);
    if (known) return known;
    const articleId = this.facts.get(id)?.articleId;
    this.#findings.add({
      kind: 'source-not-located',
      key: id,
      title: `${name()} is not located in its source`,
      detail:
        articleId !== undefined && this.articles.has(articleId)
          ? 'Its words stand nowhere in the source, or at more than one place.'
          : 'The source it was taken from is not in this briefing.',
      from: range.from,
      to: range.to,
      factId: id,
    });
    return null;
  }

  /** Where a fact stands that was asked for: under its own mark, or within a quotation that holds it. */
  placeOf(sought: Fact): Range | null {
    const own = this.#uses.get(sought.id);
    if (own) return own;
    for (const [id, range] of this.#uses) {
      const fact = this.facts.get(id);
      if (fact?.articleId === sought.articleId && fact.start <= sought.start && sought.end <= fact.end) return range;
    }
    return null;
  }
}
