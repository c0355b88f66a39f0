// FigureFindings: what is found about the numbers of a briefing: those under a figure's mark, in charts, and without a source.
import type { Node } from 'prosemirror-model';
import type { Range } from '../briefing/queries.ts';
import type { Figure } from '../facts/fact.ts';
import { chartFindings } from './chartGuard.ts';
import type { CheckMemo } from './checkMemo.ts';
import type { Contradicted } from './claimFindings.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Findings } from './findings.ts';
import { alteredFigure, shortened } from './findingWords.ts';

export class FigureFindings {
  readonly #findings: Findings;
  readonly #evidence: EvidenceBook;
  readonly #memo: CheckMemo;

  constructor(findings: Findings, evidence: EvidenceBook, memo: CheckMemo) {
    this.#findings = findings;
    this.#evidence = evidence;
    this.#memo = memo;
  }

  /** `words` at `range` under the mark of the figure `id`. */
  marked(id: string, range: Range, words: string): void {
    const name = `“${shortened(words)}”`;
    const figure = this.#figureOf(id, name, range);
    const compared = figure && this.#memo.figure(figure, words);
    if (figure && compared?.verdict === 'altered')
      this.#findings.add({ ...alteredFigure(figure, name, compared.reason), ...range, words });
  }

  /** The numbers of `block` that nothing ties to a source; its content starts at `start`. */
  unsourced(block: Node, start: number, titles: readonly string[]): void {
    for (const number of this.#memo.numbers(block, titles)) {
      this.#findings.add({
        kind: 'unsourced-figure',
        key: number.text.toLowerCase(),
        title: `“${shortened(number.text)}” has no source`,
        detail: 'Link it to a figure of a source, or mark it as your own.',
        from: start + number.start,
        to: start + number.end,
      });
    }
  }

  chart(node: Node, position: number, contradicted: readonly Contradicted[]): void {
    const range = { from: position, to: position + node.nodeSize };
    const figureOf = (id: string, name: string): Figure | null => this.#figureOf(id, name, range);
    for (const finding of chartFindings(node.attrs['data'], figureOf, contradicted)) {
      this.#findings.add({ ...finding, ...range, words: finding.title });
    }
  }

  #figureOf(id: string, name: string, range: Range): Figure | null {
    const fact = this.#evidence.of(id, name, range)?.fact;
    return fact?.kind === 'figure' ? fact : null;
  }
}
