// Measures the blocks of a Plan: how high each is, where it may be parted, and which notes stand in it.
import type { Cell, ContentsBlock, Inline, ParagraphBlock, Plan, TableBlock } from '../plan.ts';
import { blockIndent, itemIndent } from '../indents.ts';
import { CELL_GAP, stylesXml, textWidth } from '../styles.ts';
import { Setter } from './lines.ts';
import { readMetrics, type Metrics, type ParagraphMetrics } from './metrics.ts';

/** What is placed on pages one after the other. All measures in twips. */
export interface Piece {
  /** Index of the block of the plan that it is, or is a part of. */
  readonly block: number;
  readonly before: number;
  readonly after: number;
  /** Of the heights in it: with rules, without the space around. */
  readonly height: number;
  /** The lines it may be parted into; 1 is whole. `lineHeight` is that of a line but for those in `high`. */
  readonly lines: number;
  readonly lineHeight: number;
  readonly high: readonly number[];
  /** What of the last line's height need not fit: the line rule's part, which is air. */
  readonly spare: number;
  /** What stands above the first line: a rule. */
  readonly above: number;
  /** [line, number of the note, ...]. */
  readonly notes: readonly number[];
  readonly keepLines: boolean;
  readonly keepNext: boolean;
  readonly pageBreakBefore: boolean;
  /** Rows that come again at the head of each page, by height; only at rows of a table. */
  readonly repeated: number;
  /** The page ends after it. */
  readonly pageBreakAfter: boolean;
}

const NONE: readonly number[] = [];

/** Rules of a table by the table style: above, below the header and below all 0.75 points, between the rows 0.5. */
const STRONG_RULE = 15;
const HAIRLINE = 10;
/** Above text that follows a table, as the paragraph says it itself. */
const SPACE_BEFORE = 200;

type Measured = Pick<Plan, 'page' | 'blocks' | 'lists' | 'notes' | 'noteKind'>;

export class Measure {
  readonly #plan: Measured;
  readonly #metrics: Metrics;
  readonly #setter: Setter;
  readonly #width: number;
  readonly #pieces: Piece[] = [];

  constructor(plan: Measured) {
    this.#plan = plan;
    this.#metrics = readMetrics(stylesXml('en', plan.page));
    this.#setter = new Setter(this.#metrics);
    this.#width = textWidth(plan.page);
  }

  /** The pieces of all blocks, in order. */
  pieces(): readonly Piece[] {
    const { blocks } = this.#plan;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      switch (block?.kind) {
        case 'paragraph':
          this.#paragraph(block, index);
          break;
        case 'table':
          this.#table(block, index);
          break;
        case 'contents':
          this.#contents(block, index);
          break;
        case 'pageBreak':
          this.#pieces.push({ ...this.#whole(index, this.#line('TableGap')), pageBreakAfter: true });
          break;
        case undefined:
          break;
      }
    }
    return this.#pieces;
  }

  /** Lines and height of each note, `notes[0]` of number 1, as it stands at the foot of a page. */
  notes(): { readonly lines: readonly number[]; readonly line: number; readonly after: number } {
    const style = this.#metrics.paragraph(this.#plan.noteKind === 'footnotes' ? 'FootnoteText' : 'EndnoteText');
    const lines = this.#plan.notes.map((note) => {
      const inlines: readonly Inline[] = [
        { kind: 'text', text: '1', props: { raised: 'super' }, href: null },
        { kind: 'tab' },
        ...note.inlines,
      ];
      return this.#setter.set(inlines, style, { width: this.#width - style.left, hanging: style.hanging }).count;
    });
    return { lines, line: this.#line('FootnoteText'), after: style.after };
  }

  #line(style: string): number {
    const metrics = this.#metrics.paragraph(style);
    return this.#setter.set([], metrics, { width: this.#width, hanging: 0 }).height;
  }

  #whole(block: number, height: number): Piece {
    return {
      block,
      before: 0,
      after: 0,
      height,
      lines: 1,
      lineHeight: height,
      high: NONE,
      spare: 0,
      above: 0,
      notes: NONE,
      keepLines: false,
      keepNext: false,
      pageBreakBefore: false,
      repeated: 0,
      pageBreakAfter: false,
    };
  }

  /** Sets a paragraph within `width`; the lines stand in the setter. */
  #set(block: ParagraphBlock, style: ParagraphMetrics, width: number): Setter['lines'] {
    const list = block.item && this.#plan.lists[block.item.list];
    const left = block.item && list ? itemIndent(list, block.item.level).left : blockIndent(block, style.left);
    // The number and its tab take the hanging indent.
    const hanging = list ? 0 : style.hanging;
    return this.#setter.set(block.inlines, style, { width: width - left, hanging });
  }

  #paragraph(block: ParagraphBlock, index: number): void {
    const style = this.#metrics.paragraph(block.style);
    const { blocks } = this.#plan;
    const lines = this.#set(block, style, this.#width);
    // Paragraphs with the same rules in a row stand between one pair of them.
    const ruled = style.ruleAbove > 0 || style.ruleBelow > 0;
    const same = (at: number): boolean => {
      const other = blocks[at];
      return ruled && other?.kind === 'paragraph' && other.style === block.style;
    };
    const above = same(index - 1) ? 0 : style.ruleAbove;
    const below = same(index + 1) ? 0 : style.ruleBelow;
    this.#pieces.push({
      block: index,
      before: block.spaceBefore && !block.style.startsWith('Heading') ? SPACE_BEFORE : style.before,
      after: style.after + below,
      height: above + lines.total,
      lines: lines.count,
      lineHeight: lines.height,
      high: lines.high.length > 0 ? [...lines.high] : NONE,
      spare: lines.height * (1 - 1 / Math.max(style.line, 1)),
      above,
      notes: lines.notes.length > 0 ? [...lines.notes] : NONE,
      keepLines: style.keepLines,
      keepNext: style.keepNext || block.keepNext === true,
      pageBreakBefore: block.pageBreakBefore === true,
      repeated: 0,
      pageBreakAfter: false,
    });
  }

  #contents(block: ContentsBlock, index: number): void {
    for (const entry of block.entries) {
      const style = this.#metrics.paragraph(`TOC${entry.level}`);
      const inlines: readonly Inline[] = [
        { kind: 'text', text: `${entry.text}  ${entry.page}`, props: {}, href: null },
      ];
      const lines = this.#setter.set(inlines, style, { width: this.#width - style.left, hanging: 0 });
      this.#pieces.push({
        ...this.#whole(index, lines.total),
        before: style.before,
        after: style.after,
        lines: lines.count,
        lineHeight: lines.height,
      });
    }
  }

  #cell(cell: Cell, width: number, row: number, notes: number[]): number {
    let height = 0;
    let after = 0;
    for (const block of cell.blocks) {
      const style = this.#metrics.paragraph(block.style);
      const lines = this.#set(block, style, width);
      height += Math.max(after, style.before) + lines.total;
      after = style.after;
      for (let at = 1; at < lines.notes.length; at += 2) notes.push(row, lines.notes[at] ?? 0);
    }
    return height + after;
  }

  #table(table: TableBlock, index: number): void {
    const heights: number[] = [];
    const rowNotes: number[][] = [];
    /** By column, the row in which a cell that goes on began, and what it needs. */
    const open = new Map<number, { from: number; need: number }>();
    for (const [at, row] of table.rows.entries()) {
      let height = 0;
      const notes: number[] = [];
      let column = 0;
      for (const cell of row.cells) {
        let width = 0;
        for (let part = column; part < column + cell.span; part++) width += table.widths[part] ?? 0;
        const last = column + cell.span === table.widths.length;
        if (cell.merge !== 'continue') {
          const need = this.#cell(cell, width - (last ? 0 : CELL_GAP), 0, notes);
          if (cell.merge === 'restart') open.set(column, { from: at, need });
          else {
            open.delete(column);
            height = Math.max(height, need);
          }
        }
        const going = open.get(column);
        const goesOn = table.rows[at + 1]?.cells;
        if (going && !(goesOn && continues(goesOn, column))) {
          // The row in which it ends takes what the rows above did not.
          let given = 0;
          for (let above = going.from; above < at; above++) given += heights[above] ?? 0;
          height = Math.max(height, going.need - given);
          open.delete(column);
        }
        column += cell.span;
      }
      const end = at === table.rows.length - 1 || (at === 0 && row.header);
      heights.push(height + (at === 0 ? STRONG_RULE : 0) + (end ? STRONG_RULE : HAIRLINE));
      rowNotes.push(notes);
    }

    let headers = 0;
    while (headers < table.rows.length - 1 && table.rows[headers]?.header === true) headers++;
    let repeated = 0;
    for (const [at, height] of heights.entries()) {
      this.#pieces.push({
        ...this.#whole(index, height),
        notes: rowNotes[at] ?? NONE,
        // A header without the row below it, and the first row without the second, say nothing.
        keepNext: at < headers || (at === 0 && heights.length > 1),
        repeated: at < headers ? 0 : repeated,
      });
      if (at < headers) repeated += height;
    }
  }
}

/** Whether the cell at `column` of a row goes on from the one above. */
function continues(cells: readonly Cell[], column: number): boolean {
  let at = 0;
  for (const cell of cells) {
    if (at === column) return cell.merge === 'continue';
    at += cell.span;
  }
  return false;
}
