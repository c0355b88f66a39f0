// The workbook inside a chart: cells by their place, whoever saved it last.
import { ok, type Result } from '../../base/result.ts';
import { openPackage } from '../../ooxml/package.ts';
import { child, type Element } from '../../ooxml/xml.ts';

export type Cell = string | number;

export interface Range {
  /** Null for the first sheet. */
  readonly sheet: string | null;
  /** Both from 0; the last ones are within. */
  readonly column: number;
  readonly row: number;
  readonly lastColumn: number;
  readonly lastRow: number;
}

export interface Workbook {
  /** The cells of the range, row by row; null for an empty one. Null when there is no such sheet. */
  cells(range: Range): readonly (Cell | null)[] | null;
}

/** A range of a chart has a cell for each category; more are no chart of ours. */
const MOST_CELLS = 400;

const FORMULA = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u;

/** A, Z, AA: 0, 25, 26. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The range that a formula such as `Sheet1!$B$2:$B$5` names; null for any other formula, and for one too large. */
export function rangeOf(formula: string): Range | null {
  const parts = FORMULA.exec(formula.trim());
  if (!parts) return null;
  const [, quoted, bare, column = '', row = '', lastColumn = column, lastRow = row] = parts;
  const range = {
    sheet: quoted?.replaceAll("''", "'") ?? bare ?? null,
    column: columnOf(column),
    row: Number(row) - 1,
    lastColumn: columnOf(lastColumn),
    lastRow: Number(lastRow) - 1,
  };
  const count = (range.lastColumn - range.column + 1) * (range.lastRow - range.row + 1);
  return count >= 1 && count <= MOST_CELLS && range.lastRow >= range.row && range.lastColumn >= range.column
    ? range
    : null;
}

/** The words of a shared or inline string: of its runs, without what is only to be read aloud (s:rPh). */
function stringOf(of: Element | undefined): string {
  return (of?.children ?? [])
    .map((one) => (one.name === 's:t' ? one.text : one.name === 's:r' ? stringOf(one) : ''))
    .join('');
}

function cellOf(cell: Element, shared: readonly string[]): Cell | null {
  const value = child(cell, 's:v')?.text ?? '';
  switch (cell.attrs['t']) {
    case 'inlineStr':
      return stringOf(child(cell, 's:is'));
    case 's':
      return shared[Number(value)] ?? null;
    case 'str':
    case 'e':
      return value;
    default: {
      const number = Number(value);
      return value === '' || !Number.isFinite(number) ? null : number;
    }
  }
}

/** The cells of a sheet by `row:column`. What does not say where it stands follows what stands before it. */
function sheetCells(root: Element, shared: readonly string[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  let row = -1;
  for (const one of child(root, 's:sheetData')?.children ?? []) {
    if (one.name !== 's:row') continue;
    row = Number(one.attrs['r'] ?? row + 2) - 1;
    let column = -1;
    for (const cell of one.children) {
      if (cell.name !== 's:c') continue;
      const letters = /^[A-Z]{1,3}/u.exec(cell.attrs['r'] ?? '')?.[0];
      column = letters === undefined ? column + 1 : columnOf(letters);
      const value = cellOf(cell, shared);
      if (value !== null) cells.set(`${row}:${column}`, value);
    }
  }
  return cells;
}

/** Opens an .xlsx. Failures are those of its package, and of the parts without which it is no workbook. */
export function readWorkbook(bytes: Uint8Array): Result<Workbook> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const pack = opened.value;
  const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const book = pack.xml(main);
  if (!book.ok) return book;
  const relations = pack.relations(main);
  const sheets = child(book.value, 's:sheets')?.children.filter(({ name }) => name === 's:sheet') ?? [];
  const stringsPart = relations.find(({ type }) => type === 'sharedStrings')?.target;
  const strings = stringsPart ? pack.xml(stringsPart) : null;
  const shared = strings?.ok ? strings.value.children.filter(({ name }) => name === 's:si').map(stringOf) : [];
  const read = new Map<Element, Map<string, Cell> | null>();
  const cellsOf = (sheet: Element): Map<string, Cell> | null => {
    const known = read.get(sheet);
    if (known !== undefined) return known;
    const target = relations.find(({ id }) => id === sheet.attrs['r:id'])?.target;
    const root = target ? pack.xml(target) : null;
    const cells = root?.ok ? sheetCells(root.value, shared) : null;
    read.set(sheet, cells);
    return cells;
  };
  return ok({
    cells(range) {
      const sheet = range.sheet === null ? sheets[0] : sheets.find(({ attrs }) => attrs['name'] === range.sheet);
      const cells = sheet ? cellsOf(sheet) : null;
      if (!cells) return null;
      const list: (Cell | null)[] = [];
      for (let row = range.row; row <= range.lastRow; row++) {
        for (let column = range.column; column <= range.lastColumn; column++) {
          list.push(cells.get(`${row}:${column}`) ?? null);
        }
      }
      return list;
    },
  });
}
