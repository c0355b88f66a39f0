// checkBriefing: everything that is to be settled or worth a look before a briefing leaves; the door of shared/check.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { COLUMNS } from '../briefing/keyFigures.ts';
import { blockText, quotationWords, type Range, type TiedRange } from '../briefing/queries.ts';
import { schema } from '../briefing/schema.ts';
import type { Claim, Fact, Figure } from '../facts/fact.ts';
import { chartFindings } from './chartGuard.ts';
import type { Check } from './check.ts';
import { SETTLE, type Finding } from './finding.ts';
import { claimKey } from './claimPlaces.ts';
import { CheckMemo } from './checkMemo.ts';
import { conflictWords } from './conflicts.ts';
import { alteredFigure, differenceWords, hiddenWords, shortened } from './findingWords.ts';
import type { QuotationComparison } from './quotationGuard.ts';
import { trimMarks } from '../text/trim.ts';

export type Checked = Pick<Briefing, 'doc' | 'articles' | 'facts' | 'annotations'>;

/** Where a textblock stands; decides what is looked for in it. */
interface Surroundings {
  readonly quotation: boolean;
  readonly titleBlock: boolean;
  /** In a table of key figures. */
  readonly keyFigures: boolean;
  /** Headings, computed values and columns of a table that hold no value. */
  readonly numbersAllowed: boolean;
}

const BODY: Surroundings = { quotation: false, titleBlock: false, keyFigures: false, numbersAllowed: false };

/** One walk over the document. */
class Walk {
  readonly #findings: Check[] = [];
  readonly #counts = new Map<string, number>();
  readonly #articles: ReadonlyMap<string, Article>;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #contradicted: readonly { readonly claim: Claim; readonly words: string }[];
  readonly #titles: readonly string[];
  readonly #memo: CheckMemo;
  readonly #annotationWords = new Map<string, Range & { readonly words: string }>();
  /** Where facts are used first. */
  readonly #uses = new Map<string, Range>();
  #quotations = 0;
  #pictures = 0;
  #section = '';
  #slot = '';

  constructor(input: Checked, memo: CheckMemo) {
    this.#articles = new Map(input.articles.map((article) => [article.id, article]));
    this.#facts = new Map(input.facts.map((fact) => [fact.id, fact]));
    this.#titles = input.articles.flatMap((article) => (article.title ? [article.title.split(/\s+/u).join(' ')] : []));
    this.#contradicted = input.facts.flatMap((fact) => {
      if (fact.kind !== 'claim' || fact.verdict !== 'contradicted' || fact.dismissed) return [];
      const words = claimKey(fact.text);
      return words === '' ? [] : [{ claim: fact, words }];
    });
    this.#memo = memo;
    this.#children(input.doc, 0, BODY);
    this.#conflicts(input.facts);
    this.#openNotes(input);
    if (!String(input.doc.attrs['banner'] ?? '').trim()) {
      this.#found({
        kind: 'no-banner',
        key: 'banner',
        title: 'No banner is set',
        detail: 'No marking is printed on the pages.',
        from: 0,
        to: 0,
      });
    }
  }

  /** In the order of the document. */
  get checks(): Check[] {
    return this.#findings
      .map((check, index) => ({ check, index }))
      .sort((a, b) => a.check.from - b.check.from || a.check.to - b.check.to || a.index - b.index)
      .map(({ check }) => check);
  }

  #found(finding: Finding): void {
    const key = `${finding.kind}:${finding.key}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    this.#findings.push({
      id: count === 1 ? key : `${key}:${count}`,
      kind: finding.kind,
      severity: finding.severity ?? (SETTLE.has(finding.kind) ? 'settle' : 'look'),
      title: finding.title,
      detail: finding.detail,
      from: finding.from,
      to: finding.to,
      factId: finding.factId ?? null,
      annotationId: finding.annotationId ?? null,
      diff: finding.diff ?? null,
    });
  }

  #children(node: Node, start: number, where: Surroundings): void {
    node.forEach((child, offset) => this.#node(child, start + offset, where));
  }

  #node(node: Node, position: number, where: Surroundings): void {
    if (node.isTextblock) return this.#textblock(node, position + 1, where);
    if (node.type === schema.nodes.chart) return this.#chart(node, position);
    if (node.type === schema.nodes.image) return this.#picture(node, position);
    if (node.isLeaf) return;
    switch (node.type) {
      case schema.nodes.titleBlock:
        return this.#children(node, position + 1, { ...where, titleBlock: true });
      case schema.nodes.quotation:
        this.#quotation(node, position);
        return this.#children(node, position + 1, { ...where, quotation: true });
      case schema.nodes.table:
        return this.#table(node, position, where);
      default:
        return this.#children(node, position + 1, where);
    }
  }

  #table(table: Node, position: number, where: Surroundings): void {
    const keyFigures = table.attrs['kind'] === 'keyFigures';
    const headings: string[] = [];
    table.firstChild?.forEach((cell) => headings.push(cell.textContent.trim()));
    const plain: readonly string[] = [COLUMNS.measure, COLUMNS.period, COLUMNS.source];
    table.forEach((row, rowOffset) => {
      row.forEach((cell, cellOffset, column) => {
        const numbersAllowed =
          cell.type === schema.nodes.tableHeader ||
          cell.attrs['computed'] !== null ||
          (keyFigures && plain.includes(headings[column] ?? ''));
        this.#children(cell, position + rowOffset + cellOffset + 3, { ...where, keyFigures, numbersAllowed });
      });
    });
  }

  #textblock(block: Node, start: number, where: Surroundings): void {
    if (block.type === schema.nodes.heading) {
      this.#section = block.textContent;
      this.#slot = String(block.attrs['slot'] ?? '') || block.textContent;
    }
    const prompt: unknown = block.attrs['prompt'];
    if (typeof prompt === 'string' && prompt !== '' && block.textContent.trim() === '') {
      this.#found({
        kind: 'unanswered-prompt',
        key: this.#slot,
        title: this.#section ? `“${this.#section}” is still to be written` : 'A paragraph is still to be written',
        detail: prompt,
        from: start,
        to: start,
      });
    }
    if (block.content.size === 0) return;
    const reading = this.#memo.block(block);
    const placed = (range: TiedRange): TiedRange & { readonly words: string } => ({
      id: range.id,
      from: start + range.from,
      to: start + range.to,
      words: reading.text.slice(range.from, range.to).replaceAll('\uFFFC', ''),
    });
    for (const range of reading.annotations) {
      if (!this.#annotationWords.has(range.id)) this.#annotationWords.set(range.id, placed(range));
    }
    for (const { offset, articleId } of reading.citations) this.#citation(articleId, start + offset);
    for (const { id, words, ...range } of reading.figures.map(placed)) this.#figure(id, range, words);
    const quoted = where.quotation ? [] : reading.quoted.map(placed);
    for (const { id, words, ...range } of quoted) {
      this.#quotations++;
      this.#quotedWords(id, range, words, true);
    }
    const counted = block.type !== schema.nodes.caption && !where.numbersAllowed;
    if (!where.quotation && !where.titleBlock && counted) {
      for (const number of this.#memo.numbers(block, this.#titles)) {
        this.#found({
          kind: 'unsourced-figure',
          key: number.text.toLowerCase(),
          title: `“${shortened(number.text)}” has no source`,
          detail: 'Link it to a figure of a source, or mark it as your own.',
          from: start + number.start,
          to: start + number.end,
        });
      }
    }
    if (block.type !== schema.nodes.attribution) this.#claims(block, start, where, quoted);
  }

  #citation(articleId: string, position: number): void {
    if (this.#articles.has(articleId)) return;
    this.#found({
      kind: 'source-not-located',
      key: articleId,
      title: 'A citation has lost its source',
      detail: 'The source it points to is not in this briefing. Import it again, or cite another.',
      from: position,
      to: position + 1,
    });
  }

  /** The fact of `id` with its article when it is located; else says so and gives null. */
  #evidence(id: string, name: string, range: Range): { readonly fact: Fact; readonly article: Article } | null {
    if (!this.#uses.has(id)) this.#uses.set(id, range);
    const fact = this.#facts.get(id);
    const article = fact && this.#articles.get(fact.articleId);
    if (fact && article && this.#memo.located(article, fact)) return { fact, article };
    this.#found({
      kind: 'source-not-located',
      key: id,
      title: `${name} is not located in its source`,
      detail: article
        ? 'Its words stand nowhere in the source, or at more than one place.'
        : 'The source it was taken from is not in this briefing.',
      from: range.from,
      to: range.to,
      factId: id,
    });
    return null;
  }

  #figureOf(id: string, name: string, range: Range): Figure | null {
    const fact = this.#evidence(id, name, range)?.fact;
    return fact?.kind === 'figure' ? fact : null;
  }

  #figure(id: string, range: Range, words: string): void {
    const name = `“${shortened(words)}”`;
    const figure = this.#figureOf(id, name, range);
    const compared = figure && this.#memo.figure(figure, words);
    if (figure && compared?.verdict === 'altered')
      this.#found({ ...alteredFigure(figure, name, compared.reason), ...range });
  }

  #chart(node: Node, position: number): void {
    const range = { from: position, to: position + node.nodeSize };
    const figureOf = (id: string, name: string): Figure | null => this.#figureOf(id, name, range);
    for (const finding of chartFindings(node.attrs['data'], figureOf, this.#contradicted)) {
      this.#found({ ...finding, ...range });
    }
  }

  #picture(node: Node, position: number): void {
    this.#pictures++;
    if (String(node.attrs['alt']).trim() !== '') return;
    this.#found({
      kind: 'picture-without-description',
      key: String(node.attrs['media']),
      title: `Picture ${this.#pictures} has no description`,
      detail: 'Say what it shows, for those who do not see it: select the picture and press Enter.',
      from: position,
      to: position + node.nodeSize,
    });
  }

  #quotation(node: Node, position: number): void {
    this.#quotations++;
    const name = `Quotation ${this.#quotations}`;
    const range = { from: position, to: position + node.nodeSize };
    const words = quotationWords(node);
    const factId = node.attrs['factId'] === null ? null : String(node.attrs['factId']);
    if (factId !== null) this.#quotedWords(factId, range, words, false);
    else if (words.trim() !== '' && !this.#standsInSources(node, words)) {
      this.#found({
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
      this.#found({
        kind: 'missing-attribution',
        key: factId ?? 'quotation',
        title: `${name} does not say whose words it is`,
        detail: 'Write the name and the role under it.',
        from,
        to: from + attribution.content.size,
        factId,
      });
    }
  }

  #standsInSources(node: Node, words: string): boolean {
    const bare = trimMarks(words.trim(), `"'“”‘’«»„`);
    return this.#memo.standsInSources(node, bare, [...this.#articles.values()]);
  }

  #quotedWords(id: string, range: Range, words: string, fragment: boolean): void {
    const name = `Quotation ${this.#quotations}`;
    const evidence = this.#evidence(id, name, range);
    if (evidence?.fact.kind !== 'quote') return;
    const compared = this.#memo.quotation(evidence.article, evidence.fact, words, fragment);
    const finding = { key: id, from: range.from, to: range.to, factId: id };
    if (compared.verdict === 'altered') {
      this.#found({
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
    this.#found({
      ...finding,
      kind: 'sense-changing-cut',
      title: `${compared.hidden.length > 0 ? 'A cut' : 'An insertion'} in ${name.toLowerCase()} may change the sense`,
      detail: hiddenWords(compared.hidden, compared.added),
      diff: compared.diff,
    });
  }

  /** Contradicted claims whose words stand in the block. */
  #claims(block: Node, start: number, where: Surroundings, quoted: readonly Range[]): void {
    if (this.#contradicted.length === 0) return;
    // A headline that the briefing took over is the article's, not ours.
    if (where.titleBlock && this.#titles.includes(block.textContent)) return;
    const { text } = this.#memo.block(block);
    for (const { claim, words } of this.#contradicted) {
      for (const place of this.#memo.claimPlaces(block, words)) {
        const from = start + place.start;
        const to = start + place.end;
        const theirs = where.quotation || where.keyFigures || quoted.some((one) => one.from < to && from < one.to);
        this.#found({
          kind: 'contradicted-claim',
          key: claim.id,
          severity: theirs ? 'look' : 'settle',
          title: `“${shortened(text.slice(place.start, place.end))}” is contradicted by the article’s figures`,
          detail: `${claim.computed ? `${claim.computed}. ` : ''}${theirs ? 'The words are the source’s; say so where they are used.' : 'Write it in words that the figures support.'}`,
          from,
          to,
          factId: claim.id,
        });
      }
    }
  }

  #conflicts(facts: readonly Fact[]): void {
    for (const conflict of this.#memo.conflicts(facts)) {
      const { one, other } = conflict;
      const place = this.#placeOf(one) ?? this.#placeOf(other);
      if (!place) continue;
      this.#found({
        kind: 'conflicting-figures',
        key: `${one.id}:${other.id}`,
        ...conflictWords(conflict, this.#articles),
        from: place.from,
        to: place.to,
        factId: one.id,
      });
    }
  }

  /** Where a figure stands: under its own mark, or within a quotation that holds it. */
  #placeOf(figure: Fact): Range | null {
    const own = this.#uses.get(figure.id);
    if (own) return own;
    for (const [id, range] of this.#uses) {
      const fact = this.#facts.get(id);
      if (fact?.articleId === figure.articleId && fact.start <= figure.start && figure.end <= fact.end) return range;
    }
    return null;
  }

  #openNotes(input: Checked): void {
    for (const note of input.annotations) {
      if (!note.export || note.resolved || note.status !== 'disputed') continue;
      const place = this.#annotationWords.get(note.id);
      // A note whose words are gone leaves with nothing; the list of lost notes shows it.
      if (!place) continue;
      this.#found({
        kind: 'unresolved-annotation',
        key: note.id,
        title: `A disputed note is open: “${shortened(place.words)}”`,
        detail: `It leaves as a Word comment: ${shortened(note.body, 160)}`,
        from: place.from,
        to: place.to,
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
