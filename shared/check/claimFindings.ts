// ClaimFindings: what is found about claims that the figures contradict, and about sources that contradict one another.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Range } from '../briefing/queries.ts';
import type { Claim, Fact } from '../facts/fact.ts';
import type { CheckMemo } from './checkMemo.ts';
import { claimKey } from './claimPlaces.ts';
import { conflictWords } from './conflicts.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Findings } from './findings.ts';
import { shortened } from './findingWords.ts';

/** A contradicted claim with its words as `claimKey` folds them. */
export interface Contradicted {
  readonly claim: Claim;
  readonly words: string;
}

/** The contradicted claims of the sources that nobody has dismissed. */
export function contradictedClaims(facts: readonly Fact[]): Contradicted[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'claim' || fact.verdict !== 'contradicted' || fact.dismissed) return [];
    const words = claimKey(fact.text);
    return words === '' ? [] : [{ claim: fact, words }];
  });
}

/** `titles` of articles, on one line each. */
export function titlesOf(articles: readonly Article[]): string[] {
  return articles.flatMap((article) => (article.title ? [article.title.split(/\s+/u).join(' ')] : []));
}

const FEWEST_FIGURES = 3;

export class ClaimFindings {
  readonly contradicted: readonly Contradicted[];
  readonly #findings: Findings;
  readonly #memo: CheckMemo;
  readonly #repeated: Range[] = [];

  constructor(facts: readonly Fact[], findings: Findings, memo: CheckMemo) {
    this.contradicted = contradictedClaims(facts);
    this.#findings = findings;
    this.#memo = memo;
  }

  /**
   * Contradicted claims of the sources whose words stand in `block`. `isTheirs`: the words at a range of the document are
   * the source's own, told as such.
   */
  repeated(block: Node, start: number, isTheirs: (range: Range) => boolean): void {
    if (this.contradicted.length === 0) return;
    const { text } = this.#memo.block(block);
    for (const { claim, words } of this.contradicted) {
      for (const place of this.#memo.claimPlaces(block, words)) {
        const range = { from: start + place.start, to: start + place.end };
        const theirs = isTheirs(range);
        this.#repeated.push(range);
        this.#findings.add({
          kind: 'contradicted-claim',
          key: claim.id,
          severity: theirs ? 'look' : 'settle',
          title: `“${shortened(text.slice(place.start, place.end))}” is contradicted by the article’s figures`,
          detail: `${claim.computed ? `${claim.computed}. ` : ''}${theirs ? 'The words are the source’s; say so where they are used.' : 'Write it in words that the figures support.'}`,
          ...range,
          words: text.slice(place.start, place.end),
          factId: claim.id,
        });
      }
    }
  }

  /** What our own paragraph claims of its own figures and they contradict; `taken`: whether a range has its say already. */
  own(block: Node, start: number, taken: (range: Range) => boolean): void {
    // A claim needs itself and two figures to be computed from, and most paragraphs have fewer.
    if (this.#memo.shown(block).length < FEWEST_FIGURES) return;
    for (const claim of this.#memo.ownNumbers(block).contradicted) {
      const range = { from: start + claim.start, to: start + claim.end };
      if (taken(range) || this.#repeated.some(({ from, to }) => from < range.to && range.from < to)) continue;
      this.#findings.add({
        kind: 'contradicted-claim',
        key: `own ${claimKey(claim.text)} ${claim.computed ?? ''}`,
        title: `“${shortened(claim.text)}” is contradicted by the figures beside it`,
        detail: `${claim.computed ? `${claim.computed}. ` : ''}Write it in words that the figures support.`,
        ...range,
        words: claim.text,
      });
    }
  }

  /** Figures of two sources that disagree, where one of them is used. */
  conflicts(facts: readonly Fact[], evidence: EvidenceBook): void {
    for (const conflict of this.#memo.conflicts(facts)) {
      const { one, other } = conflict;
      const place = evidence.placeOf(one) ?? evidence.placeOf(other);
      if (!place) continue;
      this.#findings.add({
        kind: 'conflicting-figures',
        key: `${one.id}:${other.id}`,
        ...conflictWords(conflict, evidence.articles),
        from: place.from,
        to: place.to,
        factId: one.id,
      });
    }
  }
}
