// QuotationFindings: what is found about the quotations of a briefing, block and inline, numbered in their order.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { blockText, type Range } from '../briefing/queries.ts';
import { trimMarks } from '../text/trim.ts';
import type { CheckMemo, TiedWords } from './checkMemo.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Findings } from './findings.ts';
import { differenceWords, hiddenWords } from './findingWords.ts';
import type { QuotationComparison } from './quotationGuard.ts';
import type { SpeakerContext } from './speakerGuard.ts';

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
    const words = this.#memo.quotationWords(node);
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
    if (!attribution) return;
    const from = position + node.nodeSize - 1 - attribution.nodeSize + 1;
    const signed = blockText(attribution).trim();
    if (signed === '') {
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
    } else if (factId !== null) {
      const known = this.#evidence.known(factId);
      if (known?.fact.kind !== 'quote') return;
      const fault = this.#memo.signedFault(attribution, known.fact, this.#speakers(known.article));
      if (fault !== null)
        this.#misattributed(name, factId, fault, { from, to: from + attribution.content.size }, signed);
    }
  }

  /** Words within our own sentence in `block`, whose content starts at `start`. */
  inline({ id, from, to, words }: TiedWords, block: Node, start: number): void {
    const name = this.#next();
    const range = { from: start + from, to: start + to };
    this.#words(name, id, range, words, true);
    const known = this.#evidence.known(id);
    if (known?.fact.kind !== 'quote') return;
    const place = { start: from, end: to };
    const fault = this.#memo.inlineFault(block, place, known.fact, this.#speakers(known.article));
    if (!fault) return;
    const named = fault.at ? { from: start + fault.at.start, to: start + fault.at.end } : range;
    this.#misattributed(name, id, fault.reason, named, `${fault.named}: ${words}`);
  }

  #speakers({ publisher }: Pick<Article, 'publisher'>): SpeakerContext {
    return { cast: this.#memo.cast(this.#evidence.all), beside: [publisher ?? ''] };
  }

  #misattributed(name: string, factId: string, detail: string, range: Range, words: string): void {
    this.#findings.add({
      kind: 'misattributed-quotation',
      key: factId,
      title: `${name} is given to another speaker than in its source`,
      detail,
      ...range,
      words,
      factId,
    });
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
    const evidence = this.#evidence.of(id, () => name, range);
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
