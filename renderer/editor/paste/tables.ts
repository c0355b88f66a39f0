// Tables of pasted text: their cells on a grid without holes or overlaps, and header rows told by how they look.
import type { Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';

const { nodes, marks } = schema;

export interface PastedCell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: 'right' | 'center' | null;
  readonly paragraphs: readonly Node[];
}

/** Word's tables have at most 63 columns. */
const MOST_COLUMNS = 63;

const clamp = (value: number, most: number): number => Math.max(1, Math.min(most, value));

function isBold(cell: PastedCell): boolean {
  let words = false;
  for (const paragraph of cell.paragraphs) {
    let bold = true;
    paragraph.forEach((child) => {
      if (!child.isText || (child.text ?? '').trim() === '') return;
      words = true;
      bold &&= marks.strong.isInSet(child.marks) !== undefined;
    });
    if (!bold) return false;
  }
  return words;
}

function withoutBold(paragraph: Node): Node {
  const content: Node[] = [];
  paragraph.forEach((child) => void content.push(child.mark(marks.strong.removeFromSet(child.marks))));
  return paragraph.type.create(paragraph.attrs, content);
}

/** A first row whose words are all bold, over rows that are not, is a header row: Word and Google Docs have no other sign. */
function headed(rows: readonly (readonly PastedCell[])[]): (readonly PastedCell[])[] {
  const [first, ...rest] = rows;
  if (!first || first.some(({ header }) => header)) return [...rows];
  const bold = first.length > 1 && first.every(isBold);
  if (!bold || rest.length === 0 || rest.some((row) => row.length > 0 && row.every(isBold))) return [...rows];
  return [first.map((cell) => ({ ...cell, header: true })), ...rest];
}

function cellNode(cell: PastedCell, colspan: number, rowspan: number): Node {
  const type = cell.header ? nodes.tableHeader : nodes.tableCell;
  const paragraphs = cell.header ? cell.paragraphs.map(withoutBold) : cell.paragraphs;
  return type.create(
    { colspan, rowspan, align: cell.align },
    paragraphs.length > 0 ? paragraphs : nodes.paragraph.create(),
  );
}

/**
 * The table of `rows`. Spans that reach beyond the table or over another cell are cut, short rows are filled with empty
 * cells: a table that is not whole cannot be edited. Null for one without a cell.
 */
export function tableOf(rows: readonly (readonly PastedCell[])[]): Node | null {
  const given = headed(rows.filter((row, index) => row.length > 0 || index > 0));
  /** Per column the row above which it is taken. */
  const taken: number[] = [];
  const laid = given.map((row, y) => {
    const cells: { cell: PastedCell; colspan: number; rowspan: number }[] = [];
    let x = 0;
    for (const cell of row) {
      while ((taken[x] ?? 0) > y) x++;
      const last = cells.at(-1);
      if (x >= MOST_COLUMNS && last) {
        // What has no column any more stands in the last cell of the row.
        last.cell = { ...last.cell, paragraphs: [...last.cell.paragraphs, ...cell.paragraphs] };
        continue;
      }
      const rowspan = clamp(cell.rowspan, given.length - y);
      let colspan = 1;
      const wanted = clamp(cell.colspan, MOST_COLUMNS - x);
      while (colspan < wanted && (taken[x + colspan] ?? 0) <= y) colspan++;
      for (let i = 0; i < colspan; i++) taken[x + i] = y + rowspan;
      cells.push({ cell, colspan, rowspan });
      x += colspan;
    }
    return { cells, free: taken.map((until) => until <= y) };
  });
  const width = taken.length;
  if (width === 0) return null;
  const tableRows = laid.map(({ cells, free }) => {
    const row = cells.map(({ cell, colspan, rowspan }) => cellNode(cell, colspan, rowspan));
    // Free columns are at the end of a row: cells are laid from its start.
    let holes = width - free.length;
    for (const isFree of free) if (isFree) holes++;
    const header = cells.length > 0 && cells.every(({ cell }) => cell.header);
    for (let i = 0; i < holes; i++) {
      row.push((header ? nodes.tableHeader : nodes.tableCell).create(null, nodes.paragraph.create()));
    }
    return nodes.tableRow.create(null, row);
  });
  return nodes.table.create(null, tableRows);
}
