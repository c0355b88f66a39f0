// QuotationFindings: what is found about the quotations of a briefing, block and inline, numbered in their order.
import type { Node } from 'prosemirror-model';
import { blockText, quotationWords, type Range } from '../briefing/queries.ts';
import { trimMarks } from '../text/trim.ts';
import type { CheckMemo } from './checkMemo.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Findings } from './findings.ts';
import { differenceWords, hiddenWords } from './findingWords.ts';
import type { QuotationComparison } from './quotationGuard.ts';

export class QuotationFindings {
  readonly #findings: Findings;
  readonly #evidence: EvidenceBook;
  readonly #memo: CheckMemo;
  #count = 0;

  constructor(findings: Findings, evidence: EvidenceBook, memo: CheckMemo) {
    this.#findings = findings;
    this.#evidence = evidence;
    this.#memo = memo;
  }

  /** A block quotation at `position`. */
  block(node: Node, position: number): void {
    const name = this.#next();
    const range = { from: position, to: position + node.nodeSize };
    const words = quotationWords(node);
    const factId = node.attrs['factId'] === null ? null : String(node.attrs['factId']);
    if (factId !== null) this.#words(name, factId, range, words, false);
    else if (words.trim() !== '' && !this.#standsInSources(node, words)) {
      this.#findings.add({
        kind: 'source-not-located',
        key: 'quotation',
        title: `${name} has no source`,
        detail: 'Its words stand in none of the sources, or at more than one place.',
        ...range,
      });
    }
    const attribution = node.lastChild;
    if (attribution && blockText(attribution).trim() === '') {
      const from = position + node.nodeSize - 1 - attribution.nodeSize + 1;
      this.#findings.add({
        kind: 'missing-attribution',
        key: factId ?? 'quotation',
        title: `${name} does not say whose words it is`,
        detail: 'Write the name and the role under it.',
        from,
        to: from + attribution.content.size,
        words,
        factId,
      });
    }
  }

  /** `words` at `range` within our own sentence, quoted from the fact `id`. */
  inline(id: string, range: Range, words: string): void {
    this.#words(this.#next(), id, range, words, true);
  }

  #next(): string {
    this.#count++;
    return `Quotation ${this.#count}`;
  }

  #standsInSources(node: Node, words: string): boolean {
    const bare = trimMarks(words.trim(), `"'“”‘’«»„`);
    return this.#memo.standsInSources(node, bare, [...this.#evidence.articles.values()]);
  }

  #words(name: string, id: string, range: Range, words: string, fragment: boolean): void {
    const evidence = this.#evidence.of(id, name, range);
    if (evidence?.fact.kind !== 'quote') return;
    const compared = this.#memo.quotation(evidence.article, evidence.fact, words, fragment);
    const finding = { key: id, from: range.from, to: range.to, words, factId: id };
    if (compared.verdict === 'altered') {
      this.#findings.add({
        ...finding,
        kind: 'altered-quotation',
        title: `${name} differs from its source`,
        detail: differenceWords(compared.diff),
        diff: compared.diff,
      });
    } else this.#senseChange(name, finding, compared);
  }

  #senseChange(name: string, finding: Omit<Finding, 'kind' | 'title' | 'detail'>, compared: QuotationComparison): void {
    if (compared.hidden.length === 0 && compared.added.length === 0) return;
    this.#findings.add({
      ...finding,
      kind: 'sense-changing-cut',
      title: `${compared.hidden.length > 0 ? 'A cut' : 'An insertion'} in ${name.toLowerCase()} may change the sense`,
      detail: hiddenWords(compared.hidden, compared.added),
      diff: compared.diff,
    });
  }
}
