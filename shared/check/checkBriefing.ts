// checkBriefing: everything that is to be settled or worth a look before a briefing leaves; the door of shared/check.
import type { Node } from 'prosemirror-model';
import type { Briefing } from '../briefing/briefing.ts';
import { COLUMNS } from '../briefing/keyFigures.ts';
import type { MeasuredLength } from '../briefing/lengthLimit.ts';
import { likelihoodScaleOf } from '../briefing/likelihood.ts';
import { LIKELIHOOD_KEY } from '../briefing/likelihoodKey.ts';
import type { Range } from '../briefing/queries.ts';
import { schema } from '../briefing/schema.ts';
import { bannerFindings } from './bannerRules.ts';
import type { Check } from './check.ts';
import { CheckMemo, type TiedWords } from './checkMemo.ts';
import { ClaimFindings, titlesOf } from './claimFindings.ts';
import { EvidenceBook } from './evidence.ts';
import { FigureFindings } from './figureFindings.ts';
import { Findings } from './findings.ts';
import { shortened } from './findingWords.ts';
import { lengthFindings } from './lengthFindings.ts';
import { LikelihoodFindings } from './likelihoodFindings.ts';
import { QuotationFindings } from './quotationFindings.ts';

export interface Checked extends Pick<Briefing, 'doc' | 'articles' | 'facts' | 'annotations'> {
  /** Its template, or its own choice, says whether its words of likelihood are held to a scale; without it they are not. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How long it is, for the limit that its settings hold. Pages that are not known are not held against it; words are counted. */
  readonly measured?: MeasuredLength;
}

/** Where a textblock stands; decides what is looked for in it. */
interface Surroundings {
  readonly quotation: boolean;
  readonly titleBlock: boolean;
  /** In a table of key figures. */
  readonly keyFigures: boolean;
  /** In the key of the scale of likelihood: its words judge nothing. */
  readonly scaleKey: boolean;
  /** Headings, computed values and columns of a table that hold no value. */
  readonly numbersAllowed: boolean;
  /** The period that the row or the column of a table is about. */
  readonly period: string | null;
}

const BODY: Surroundings = {
  quotation: false,
  titleBlock: false,
  keyFigures: false,
  scaleKey: false,
  numbersAllowed: false,
  period: null,
};

const NONE: readonly TiedWords[] = [];

/** One walk over the document. */
class Walk {
  readonly #findings: Findings;
  readonly #evidence: EvidenceBook;
  readonly #quotations: QuotationFindings;
  readonly #figures: FigureFindings;
  readonly #claims: ClaimFindings;
  readonly #likelihood: LikelihoodFindings | null;
  readonly #titles: readonly string[];
  readonly #memo: CheckMemo;
  readonly #annotationWords = new Map<string, Range & { readonly words: string }>();
  #pictures = 0;
  #section = '';
  #slot = '';

  constructor({ doc, articles, facts, annotations, settings = {}, measured }: Checked, memo: CheckMemo) {
    this.#findings = new Findings(doc);
    this.#evidence = new EvidenceBook(articles, facts, memo, this.#findings);
    this.#quotations = new QuotationFindings(this.#findings, this.#evidence, memo);
    this.#figures = new FigureFindings(this.#findings, this.#evidence, memo);
    this.#claims = new ClaimFindings(facts, this.#findings, memo);
    const scale = likelihoodScaleOf(settings);
    this.#likelihood = scale && new LikelihoodFindings(scale, this.#findings, memo);
    this.#titles = titlesOf(articles);
    this.#memo = memo;
    this.#children(doc, 0, BODY);
    this.#claims.conflicts(facts, this.#evidence);
    this.#likelihood?.finish();
    this.#openNotes(annotations);
    for (const finding of bannerFindings(doc)) this.#findings.add(finding);
    for (const finding of lengthFindings(doc, settings, measured)) this.#findings.add(finding);
  }

  get checks(): Check[] {
    return this.#findings.checks;
  }

  #children(node: Node, start: number, where: Surroundings): void {
    node.forEach((child, offset) => this.#node(child, start + offset, where));
  }

  #node(node: Node, position: number, where: Surroundings): void {
    if (node.isTextblock) return this.#textblock(node, position + 1, where);
    if (node.type === schema.nodes.chart) return this.#figures.chart(node, position, this.#claims.contradicted);
    if (node.type === schema.nodes.image) return this.#picture(node, position);
    if (node.isLeaf) return;
    switch (node.type) {
      case schema.nodes.titleBlock:
        return this.#children(node, position + 1, { ...where, titleBlock: true });
      case schema.nodes.quotation:
        this.#quotations.block(node, position);
        return this.#children(node, position + 1, { ...where, quotation: true });
      case schema.nodes.table:
        return this.#table(node, position, where);
      default:
        return this.#children(node, position + 1, where);
    }
  }

  #table(table: Node, position: number, where: Surroundings): void {
    const keyFigures = table.attrs['kind'] === 'keyFigures';
    const scaleKey = table.attrs['kind'] === LIKELIHOOD_KEY;
    const headings: string[] = [];
    table.firstChild?.forEach((cell) => headings.push(cell.textContent.trim()));
    const plain: readonly string[] = [COLUMNS.measure, COLUMNS.period, COLUMNS.source];
    const columns: (string | null)[] = [];
    table.firstChild?.forEach((cell) => columns.push(this.#memo.periodOfCell(cell)));
    table.forEach((row, rowOffset) => {
      const periods: string[] = [];
      row.forEach((cell) => {
        const period = row === table.firstChild ? null : this.#memo.periodOfCell(cell);
        if (period !== null) periods.push(period);
      });
      row.forEach((cell, cellOffset, column) => {
        const numbersAllowed =
          cell.type === schema.nodes.tableHeader ||
          cell.attrs['computed'] !== null ||
          scaleKey ||
          (keyFigures && plain.includes(headings[column] ?? ''));
        // A row of several periods is about none.
        const period =
          periods.length > 0 ? (periods.length === 1 ? (periods[0] ?? null) : null) : (columns[column] ?? null);
        const inside = { ...where, keyFigures, scaleKey, numbersAllowed, period };
        this.#children(cell, position + rowOffset + cellOffset + 3, inside);
      });
    });
  }

  #textblock(block: Node, start: number, where: Surroundings): void {
    if (block.type === schema.nodes.heading) {
      this.#section = block.textContent;
      this.#slot = String(block.attrs['slot'] ?? '') || block.textContent;
    }
    this.#prompt(block, start);
    if (block.content.size === 0) return;
    const reading = this.#memo.block(block);
    for (const { id, from, to, words } of reading.annotations) {
      if (!this.#annotationWords.has(id)) this.#annotationWords.set(id, { from: start + from, to: start + to, words });
    }
    for (const { offset, articleId } of reading.citations) this.#citation(articleId, start + offset);
    if (reading.figures.length > 0) this.#figures.marked(block, start, where.period);
    const quoted = where.quotation ? NONE : reading.quoted;
    for (const one of quoted) this.#quotations.inline(one, block, start);
    const counted = block.type !== schema.nodes.caption && !where.numbersAllowed;
    if (!where.quotation && !where.titleBlock && counted) this.#figures.unsourced(block, start, this.#titles);
    // A headline that the briefing took over is the article's, not ours.
    const headline = where.titleBlock && this.#titles.includes(block.textContent);
    if (block.type === schema.nodes.attribution || headline) return;
    const isQuoted = (range: Range): boolean =>
      quoted.some((one) => start + one.from < range.to && range.from < start + one.to);
    this.#claims.repeated(block, start, (range) => where.quotation || where.keyFigures || isQuoted(range));
    const ours = block.attrs['voice'] === 'comment' && !where.quotation && !where.keyFigures;
    if (!ours) return;
    this.#claims.own(block, start, isQuoted);
    if (!where.scaleKey) this.#likelihood?.paragraph(block, start);
  }

  #prompt(block: Node, start: number): void {
    const prompt: unknown = block.attrs['prompt'];
    if (typeof prompt !== 'string' || prompt === '' || block.textContent.trim() !== '') return;
    this.#findings.add({
      kind: 'unanswered-prompt',
      key: this.#slot,
      title: this.#section ? `“${this.#section}” is still to be written` : 'A paragraph is still to be written',
      detail: prompt,
      from: start,
      to: start,
    });
  }

  #citation(articleId: string, position: number): void {
    if (this.#evidence.articles.has(articleId)) return;
    this.#findings.add({
      kind: 'source-not-located',
      key: articleId,
      title: 'A citation has lost its source',
      detail: 'The source it points to is not in this briefing. Import it again, or cite another.',
      from: position,
      to: position + 1,
    });
  }

  #picture(node: Node, position: number): void {
    this.#pictures++;
    if (String(node.attrs['alt']).trim() !== '') return;
    this.#findings.add({
      kind: 'picture-without-description',
      key: String(node.attrs['media']),
      title: `Picture ${this.#pictures} has no description`,
      detail: 'Say what it shows, for those who do not see it: select the picture and press Enter.',
      from: position,
      to: position + node.nodeSize,
    });
  }

  #openNotes(annotations: Checked['annotations']): void {
    for (const note of annotations) {
      if (!note.export || note.resolved || note.status !== 'disputed') continue;
      const place = this.#annotationWords.get(note.id);
      // A note whose words are gone leaves with nothing; the list of lost notes shows it.
      if (!place) continue;
      this.#findings.add({
        kind: 'unresolved-annotation',
        key: note.id,
        title: `A disputed note is open: “${shortened(place.words)}”`,
        detail: `It leaves as a Word comment: ${shortened(note.body, 160)}`,
        from: place.from,
        to: place.to,
        words: place.words,
        annotationId: note.id,
      });
    }
  }
}

/**
 * The findings about a briefing, in the order of the document. Pure: the same briefing gives the same findings with the same
 * ids. `memo` makes the next check of a changed document fast; make one with `new CheckMemo()` per open briefing.
 */
export function checkBriefing(input: Checked, memo: CheckMemo = new CheckMemo()): Check[] {
  return new Walk(input, memo).checks;
}
