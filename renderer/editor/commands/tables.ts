// Tables: making them, their rows, columns and cells, and Tab from cell to cell.
import type { Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore as addColumnsBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn as deleteColumns,
  deleteRow as deleteRows,
  deleteTable as deleteWhole,
  goToNextCell,
  isInTable,
  mergeCells as mergeSelected,
  selectedRect,
  splitCell as splitSelected,
} from 'prosemirror-tables';
import { schema } from '../../../shared/briefing/schema.ts';
import { partsOf, setParts } from './columns.ts';
import { insertBlock, slotFor } from './insertion.ts';

const { nodes } = schema;

/** An empty table; its first row is the header. */
export function emptyTable(rows: number, columns: number): Node {
  const row = (header: boolean): Node =>
    nodes.tableRow.create(
      null,
      Array.from({ length: columns }, () =>
        (header ? nodes.tableHeader : nodes.tableCell).create(null, nodes.paragraph.create()),
      ),
    );
  return nodes.table.create(
    null,
    Array.from({ length: rows }, (_, index) => row(index === 0)),
  );
}

/** A table of `rows` by `columns` at the caret, with the caret in its first cell. */
export function insertTableOf(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const table = emptyTable(rows, columns);
    if (isInTable(state) || !slotFor($from, table)) return false;
    if (dispatch) {
      const tr = state.tr;
      insertBlock(tr, $from, table);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

export const insertTable: Command = insertTableOf(3, 3);

export const addRow: Command = addRowAfter;
export const addRowAbove: Command = addRowBefore;
export const addColumn: Command = addColumnAfter;
export const addColumnBefore: Command = addColumnsBefore;
export const deleteTable: Command = deleteWhole;

/** Of a table whose every row is selected nothing would be left: it goes as a whole. */
export const deleteRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { top, bottom, map } = selectedRect(state);
  return (top === 0 && bottom === map.height ? deleteWhole : deleteRows)(state, dispatch);
};

/** As `deleteRow`. */
export const deleteColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { left, right, map } = selectedRect(state);
  return (left === 0 && right === map.width ? deleteWhole : deleteColumns)(state, dispatch);
};

/** One cell of those that are selected, with the words of all; its columns stay as wide as they were. */
export const mergeCells: Command = (state, dispatch) =>
  mergeSelected(
    state,
    dispatch &&
      ((tr) => {
        const { table, tableStart } = selectedRect(state);
        const parts = partsOf(table);
        dispatch(parts ? setParts(tr, tableStart - 1, parts) : tr);
      }),
  );

/** Back into the cells that it was merged from; the words stay in the first. */
export const splitCell: Command = splitSelected;

/** The cells of the first row of the table at the selection; none outside a table. */
function firstRow(state: EditorState): { cell: Node; pos: number }[] {
  if (!isInTable(state)) return [];
  const { table, tableStart } = selectedRect(state);
  const cells: { cell: Node; pos: number }[] = [];
  table.firstChild?.forEach((cell, offset) => cells.push({ cell, pos: tableStart + 1 + offset }));
  return cells;
}

export function headerRowActive(state: EditorState): boolean {
  const cells = firstRow(state);
  return cells.length > 0 && cells.every(({ cell }) => cell.type === nodes.tableHeader);
}

/** Makes the first row the header, which Word repeats on each page, or an ordinary row again. */
export const headerRow: Command = (state, dispatch) => {
  const cells = firstRow(state);
  if (cells.length === 0) return false;
  if (dispatch) {
    const type = headerRowActive(state) ? nodes.tableCell : nodes.tableHeader;
    const tr = state.tr;
    for (const { cell, pos } of cells) tr.setNodeMarkup(pos, type, cell.attrs);
    dispatch(tr);
  }
  return true;
};

/** Selects the whole table, cell by cell. */
export const selectTable: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { map, tableStart } = selectedRect(state);
  const last = map.map[map.map.length - 1];
  const first = map.map[0];
  if (first === undefined || last === undefined) return false;
  dispatch?.(state.tr.setSelection(CellSelection.create(state.doc, tableStart + first, tableStart + last)));
  return true;
};

/** At the edge of the table selected cells stay selected: left alone, the browser would select words in their place. */
export const keepCells: Command = (state) => state.selection instanceof CellSelection;

/** Tab in a table: the next cell, after the last one a new row. One undo step with the way there. */
export const nextCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  return addRowAfter(
    state,
    dispatch &&
      ((tr) => {
        goToNextCell(1)(state.apply(tr), (moved) => tr.setSelection(moved.selection.map(tr.doc, moved.mapping)));
        dispatch(tr.scrollIntoView());
      }),
  );
};

export const previousCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  goToNextCell(-1)(state, dispatch);
  return true;
};
