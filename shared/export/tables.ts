// Tables of the document as Word tables: a full grid without holes, widths from the content, numbers at the right.
import type { Node } from 'prosemirror-model';
import { columnParts } from '../briefing/columnWidths.ts';
import { paragraphOf } from './inlines.ts';
import type { Align, Block, Cell, ParagraphBlock, Row } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import { CELL_GAP, textWidth, type ParagraphStyle } from './styles.ts';
import { glue } from './text.ts';

/** Word's own limit. */
const MOST_COLUMNS = 63;
const MOST_ROWS_JOINED = 1000;
/** Mean width of a letter of Calibri 10, in twips, with some room: a narrow column wraps sooner than it should. */
const LETTER = 108;
/** A column is never so narrow that a word of three letters breaks. */
const NARROWEST = 3 * LETTER + CELL_GAP;

interface Placed {
  readonly node: Node;
  readonly pos: number;
  readonly column: number;
  readonly span: number;
  readonly rows: number;
}

function count(value: unknown, most: number): number {
  const number = Math.trunc(Number(value));
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1;
}

/** Each cell at its column, by row; null when the table is wider than Word can hold. */
function place(table: Node, pos: number): { rows: Placed[][]; columns: number } | null {
  const nodes: { node: Node; pos: number }[] = [];
  table.forEach((row, offset) => {
    if (row.childCount > 0) nodes.push({ node: row, pos: pos + 1 + offset });
  });
  /** For each column, how many rows below the current one are taken by a cell above. */
  const taken: number[] = [];
  const rows: Placed[][] = [];
  let columns = 0;
  for (const [index, row] of nodes.entries()) {
    const cells: Placed[] = [];
    let column = 0;
    let wide = false;
    row.node.forEach((node, offset) => {
      while ((taken[column] ?? 0) > 0) column++;
      const wanted = count(node.attrs['colspan'], MOST_COLUMNS);
      let span = 1;
      while (span < wanted && (taken[column + span] ?? 0) === 0) span++;
      const tall = Math.min(count(node.attrs['rowspan'], MOST_ROWS_JOINED), nodes.length - index);
      for (let at = column; at < column + span; at++) taken[at] = tall;
      cells.push({ node, pos: row.pos + 1 + offset, column, span, rows: tall });
      column += span;
      wide ||= column > MOST_COLUMNS;
    });
    if (wide) return null;
    columns = Math.max(columns, taken.length);
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max((taken[at] ?? 0) - 1, 0);
    rows.push(cells);
  }
  return { rows, columns };
}

/** "1,752", "US$2,280 million", "−3.5", "(3.5)", "12 per cent": a number with its sign and its unit. */
const NUMBER = /^[(+\-−–]?\s?(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}\s)?\s?\d[\d.,\s]{0,20}(?:%|[\p{L}.\s]{0,20})\)?$/u;
const YEAR = /^\d{4}$/u;
/** What stands where there is no number. */
const NOTHING = /^(?:[-–—.…]{1,3}|n\.?\/?a\.?)$/iu;
/** Longer than any number with its unit. */
const LONGEST_NUMBER = 48;

const ALIGNS: Readonly<Record<string, Align>> = { left: 'left', center: 'center', right: 'right' };

function ownAlign(cell: Node): Align | null {
  return ALIGNS[String(cell.attrs['align'])] ?? null;
}

/** True when the cells are all numbers, years apart: a year is a name, not an amount. */
function areNumbers(cells: readonly Placed[]): boolean {
  const texts = cells.map((cell) => cell.node.textContent.trim()).filter((text) => text !== '' && !NOTHING.test(text));
  return (
    texts.length > 0 &&
    texts.every((text) => text.length <= LONGEST_NUMBER && NUMBER.test(text)) &&
    !texts.every((text) => YEAR.test(text))
  );
}

/** How each column stands: its cells below the header as they say, else by what is in them. A header cell stands as its column. */
interface ColumnAlign {
  readonly cells: Align;
  readonly header: Align;
}

/** The one that most say; of two the first that was said. */
function mostOf(aligns: readonly Align[]): Align {
  const said = new Map<Align, number>();
  for (const align of aligns) said.set(align, (said.get(align) ?? 0) + 1);
  return [...said].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'left';
}

function columnAligns(rows: readonly Placed[][], columns: number): ColumnAlign[] {
  const bodies = Array.from({ length: columns }, (): Placed[] => []);
  for (const cell of rows.flat()) {
    if (cell.span === 1 && cell.node.type.name === 'tableCell') bodies[cell.column]?.push(cell);
  }
  return bodies.map((body) => {
    const cells = areNumbers(body) ? 'right' : 'left';
    return { cells, header: mostOf(body.map((cell) => ownAlign(cell.node) ?? cells)) };
  });
}

/** Longest line and longest word of a cell, in twips. */
function measure(cell: Node): { line: number; word: number } {
  let line = 0;
  let word = 0;
  cell.forEach((paragraph) => {
    // A footnote's number takes about a letter.
    const text = paragraph.textBetween(0, paragraph.content.size, undefined, (leaf) =>
      leaf.type.name === 'hardBreak' ? '\n' : '1',
    );
    // What is held together by no-break spaces ("March 2025") is one word here as it is on the page.
    for (const part of glue(text).split('\n')) {
      line = Math.max(line, part.length);
      for (const piece of part.split(/[ \t]/u)) word = Math.max(word, piece.length);
    }
  });
  return { line: line * LETTER + CELL_GAP, word: word * LETTER + CELL_GAP };
}

/** Shares `total` out in proportion to `parts`, to the twip. */
function share(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  let before = 0;
  let given = 0;
  return parts.map((part) => {
    before += part;
    const upTo = Math.round((before / sum) * total);
    const width = upTo - given;
    given = upTo;
    return width;
  });
}

/** Widths as the analyst set them, each wide enough for a short word; null when the words decide. */
function ownWidths(rows: readonly Placed[][], columns: number, total: number): number[] | null {
  const cells = rows
    .flat()
    .map(({ node, column, span }) => ({ column, span, colwidth: node.attrs['colwidth'] as unknown }));
  const parts = columnParts(cells, columns);
  const least = Math.min(NARROWEST, total / columns);
  return (
    parts &&
    share(
      parts.map((part) => Math.max(part * total, least)),
      total,
    )
  );
}

/** Widths by what stands in the columns: room for the longest line if there is, else at least for the longest word. */
function widths(rows: readonly Placed[][], columns: number, total: number): number[] {
  const lines = Array.from({ length: columns }, () => NARROWEST);
  const words = Array.from({ length: columns }, () => NARROWEST);
  for (const cell of rows.flat()) {
    const { line, word } = measure(cell.node);
    for (let at = cell.column; at < cell.column + cell.span; at++) {
      lines[at] = Math.max(lines[at] ?? 0, line / cell.span);
      words[at] = Math.max(words[at] ?? 0, word / cell.span);
    }
  }
  const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
  const room = total - sum(words);
  if (sum(lines) <= total || room <= 0) return share(room <= 0 ? words : lines, total);
  // The small wishes are met first: a long remark has many lines anyway, a short name should have one.
  const given = [...words];
  const byWish = lines
    .map((line, index) => ({ index, wish: line - (words[index] ?? 0) }))
    .sort((a, b) => a.wish - b.wish);
  let left = room;
  for (const [at, { index, wish }] of byWish.entries()) {
    const more = Math.min(wish, left / (columns - at));
    given[index] = (given[index] ?? 0) + more;
    left -= more;
  }
  return share(given, total);
}

function paragraphs(
  cell: Placed,
  context: PlanContext,
  style: ParagraphStyle,
  column: ColumnAlign | null,
  header: boolean,
): ParagraphBlock[] {
  const heading = style === 'TableHeading';
  const align = ownAlign(cell.node) ?? (heading ? column?.header : column?.cells) ?? 'left';
  const blocks: ParagraphBlock[] = [];
  cell.node.forEach((node, offset) => {
    const block = paragraphOf(style, node, cell.pos + 1 + offset, context);
    // A column of numbers stands at the right in a table of either direction; words begin where their direction does.
    const aligned = align === 'left' && (block.rtl || context.rtl) && !ownAlign(cell.node) ? null : align;
    blocks.push({
      ...block,
      ...(aligned !== null && (aligned !== 'left' || block.rtl) ? { align: aligned } : {}),
      // The header stays with the first row below it.
      ...(header ? { keepNext: true } : {}),
    });
  });
  return blocks;
}

/** A table too wide for Word, cell after cell: nothing of it is lost. */
function asParagraphs(table: Node, pos: number, context: PlanContext): Block[] {
  context.tell(
    'table-too-wide',
    `A table has more than ${MOST_COLUMNS} columns; its cells stand below one another as paragraphs.`,
  );
  const blocks: Block[] = [];
  table.descendants((node, offset) => {
    if (!node.isTextblock) return;
    blocks.push(paragraphOf('TableText', node, pos + 1 + offset, context));
  });
  return blocks;
}

/** The Word table of a `table` node; nothing when it has no cells. */
export function tableBlocks(table: Node, pos: number, context: PlanContext): Block[] {
  const grid = place(table, pos);
  if (!grid) return asParagraphs(table, pos, context);
  if (grid.rows.length === 0) {
    context.tell('table-empty', 'A table without cells was left out.');
    return [];
  }
  context.count('tables');
  const { rows, columns } = grid;
  const total = textWidth(context.page);
  const aligns = columnAligns(rows, columns);
  const empty = (style: ParagraphStyle): ParagraphBlock[] => [{ kind: 'paragraph', style, inlines: [] }];
  const open = Array.from({ length: columns }, () => ({ rows: 0, span: 1 }));
  let leading = true;
  const planned = rows.map((placed): Row => {
    const header = leading && placed.every((cell) => cell.node.type.name === 'tableHeader');
    leading = header;
    const cells: Cell[] = [];
    const byColumn = new Map(placed.map((cell) => [cell.column, cell]));
    for (let column = 0; column < columns;) {
      const above = open[column];
      const cell = byColumn.get(column);
      if (cell) {
        const style = cell.node.type.name === 'tableHeader' ? 'TableHeading' : 'TableText';
        const blocks = paragraphs(cell, context, style, cell.span === 1 ? (aligns[column] ?? null) : null, header);
        cells.push({
          blocks: blocks.length > 0 ? blocks : empty(style),
          span: cell.span,
          merge: cell.rows > 1 ? 'restart' : null,
        });
        open[column] = { rows: cell.rows - 1, span: cell.span };
        column += cell.span;
      } else if (above && above.rows > 0) {
        cells.push({ blocks: empty('TableText'), span: above.span, merge: 'continue' });
        open[column] = { rows: above.rows - 1, span: above.span };
        column += above.span;
      } else {
        cells.push({ blocks: empty('TableText'), span: 1, merge: null });
        column++;
      }
    }
    return { header, cells };
  });
  return [
    {
      kind: 'table',
      widths: ownWidths(rows, columns, total) ?? widths(rows, columns, total),
      rows: planned,
      ...(context.rtl ? { rtl: true } : {}),
    },
  ];
}
