// FigureFindings: what is found about the numbers of a briefing: those under a figure's mark, in charts, and without a source.
import type { Node } from 'prosemirror-model';
import type { Range } from '../briefing/queries.ts';
import type { Figure } from '../facts/fact.ts';
import { fold } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { chartFindings } from './chartGuard.ts';
import type { CheckMemo } from './checkMemo.ts';
import type { Contradicted } from './claimFindings.ts';
import type { EvidenceBook } from './evidence.ts';
import { surroundingFault } from './figureGuard.ts';
import type { Findings } from './findings.ts';
import { alteredFigure, shortened } from './findingWords.ts';
import { periodFault, periodFits } from './periodGuard.ts';

function nameOf(words: string): string {
  return `“${shortened(words)}”`;
}

export class FigureFindings {
  readonly #findings: Findings;
  readonly #evidence: EvidenceBook;
  readonly #memo: CheckMemo;

  constructor(findings: Findings, evidence: EvidenceBook, memo: CheckMemo) {
    this.#findings = findings;
    this.#evidence = evidence;
    this.#memo = memo;
  }

  /** The figures under a mark in `block`, whose content starts at `start`; `where`: the period of its row or column. */
  marked(block: Node, start: number, where: string | null): void {
    for (const { id, words, from, to } of this.#memo.block(block).figures) {
      const range = { from: start + from, to: start + to };
      const figure = this.#figureOf(id, () => nameOf(words), range);
      if (!figure) continue;
      const compared = this.#memo.figure(figure, words);
      const place = { start: from, end: to };
      const reason = compared.verdict === 'altered' ? compared.reason : this.#surroundings(block, figure, place);
      if (reason !== null) this.#findings.add({ ...alteredFigure(figure, nameOf(words), reason), ...range, words });
      const beside = this.#periodBeside(block, figure, place) ?? where;
      const fault = periodFault(figure.period, beside);
      if (fault === null || this.#isCopied(block, figure)) continue;
      this.#findings.add({
        kind: 'changed-period',
        key: id,
        title: `${nameOf(words)} stands for another period than in its source`,
        detail: fault,
        ...range,
        words: `${words}, ${beside ?? ''}`,
        factId: id,
      });
    }
  }

  #surroundings(block: Node, figure: Figure, place: Span): string | null {
    const shown = this.#memo.shown(block).find(({ start, end }) => start < place.end && place.start < end);
    // Another mark within the same words has its own say.
    if (
      !shown ||
      this.#memo.block(block).figures.filter(({ from, to }) => from < shown.end && shown.start < to).length > 1
    )
      return null;
    return surroundingFault(figure, shown, shown.start < place.start || place.end < shown.end);
  }

  /** True when the sentence of the source stands in the block as it is: it says of the period what the source says. */
  #isCopied(block: Node, figure: Figure): boolean {
    const article = this.#evidence.articles.get(figure.articleId);
    const sentence = article && this.#memo.sentenceAt(article, figure.start);
    if (!article || !sentence) return false;
    const copied = fold(article.text.slice(sentence.start, sentence.end)).text;
    return fold(this.#memo.block(block).text.replaceAll('\uFFFC', '')).text.includes(copied);
  }

  /** The period that the sentence names beside the figure; null when it names none, or the source's own as well. */
  #periodBeside(block: Node, figure: Figure, place: Span): string | null {
    if (figure.period === null || !/\d/u.test(this.#memo.block(block).text)) return null;
    const found = this.#memo.ownNumbers(block).figures.find(({ start, end }) => start < place.end && place.start < end);
    if (!found || (found.alone && found.others.some((one) => periodFits(figure.period ?? '', one)))) return null;
    return found.period;
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
        words: number.text,
      });
    }
  }

  chart(node: Node, position: number, contradicted: readonly Contradicted[]): void {
    const range = { from: position, to: position + node.nodeSize };
    const figureOf = (id: string, name: string): Figure | null => this.#figureOf(id, () => name, range);
    for (const finding of chartFindings(node.attrs['data'], figureOf, contradicted)) {
      this.#findings.add({ ...finding, ...range, words: finding.title });
    }
  }

  #figureOf(id: string, name: () => string, range: Range): Figure | null {
    const fact = this.#evidence.of(id, name, range)?.fact;
    return fact?.kind === 'figure' ? fact : null;
  }
}
