// Tables: making them, their rows and columns, and Tab from cell to cell.
import type { Node } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn as deleteColumns,
  deleteRow as deleteRows,
  deleteTable as deleteWhole,
  goToNextCell,
  isInTable,
} from 'prosemirror-tables';
import { schema } from '../../../shared/briefing/schema.ts';
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

export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const table = emptyTable(3, 3);
  if (isInTable(state) || !slotFor($from, table)) return false;
  if (dispatch) {
    const tr = state.tr;
    insertBlock(tr, $from, table);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

export const addRow: Command = addRowAfter;
export const addColumn: Command = addColumnAfter;
export const deleteRow: Command = deleteRows;
export const deleteColumn: Command = deleteColumns;
export const deleteTable: Command = deleteWhole;

/** Tab in a table: the next cell, after the last one a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!addRowAfter(state, dispatch)) return false;
  if (view) goToNextCell(1)(view.state, view.dispatch);
  return true;
};

export const previousCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  goToNextCell(-1)(state, dispatch);
  return true;
};
