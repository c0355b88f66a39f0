// Columns: how wide those of a table are, by key or by hand; one takes what the other gives, for a table is as wide as the text.
import type { Node } from 'prosemirror-model';
import type { Command, Transaction } from 'prosemirror-state';
import { isInTable, selectedRect, TableMap } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { columnParts, movedParts, WHOLE, type WidthCell } from '../../../shared/briefing/columnWidths.ts';

/** How much of the table's width a column wins or loses by one press of the key. */
const STEP = 0.02;

/** Each cell once, with the column that it begins in and its position from the start of the table's content. */
function cellsOf(table: Node): (WidthCell & { readonly pos: number; readonly cell: Node })[] {
  const map = TableMap.get(table);
  return [...new Set(map.map)].flatMap((pos) => {
    const cell = table.nodeAt(pos);
    if (!cell) return [];
    const { left, right } = map.findCell(pos);
    return [{ pos, cell, column: left, span: right - left, colwidth: cell.attrs['colwidth'] as unknown }];
  });
}

/** The part of the table's width that each column takes; null while the words decide. */
export function partsOf(table: Node): readonly number[] | null {
  return columnParts(cellsOf(table), TableMap.get(table).width);
}

/** The parts as they are drawn now; null when the table is not. */
export function drawnParts(view: EditorView, before: number): readonly number[] | null {
  const dom = view.nodeDOM(before);
  if (!(dom instanceof HTMLElement)) return null;
  const widths = [...dom.querySelectorAll(':scope > colgroup > col')].map((col) => col.getBoundingClientRect().width);
  const sum = widths.reduce((a, b) => a + b, 0);
  return sum > 0 ? widths.map((width) => width / sum) : null;
}

/** Sets the widths of the table before which `before` lies; null lets the words decide again. */
export function setParts(tr: Transaction, before: number, parts: readonly number[] | null): Transaction {
  const table = tr.doc.nodeAt(before);
  if (!table) return tr;
  const widths = parts?.map((part) => Math.max(1, Math.round(part * WHOLE)));
  for (const { pos, cell, column, span } of cellsOf(table)) {
    const colwidth = widths ? widths.slice(column, column + span) : null;
    if (JSON.stringify(colwidth) === JSON.stringify(cell.attrs['colwidth'])) continue;
    tr.setNodeMarkup(before + 1 + pos, null, { ...cell.attrs, colwidth });
  }
  return tr;
}

/** The column at the selection, of several the last, a step wider or narrower. */
function stepColumn(direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    if (!isInTable(state)) return false;
    const { table, tableStart, right, map } = selectedRect(state);
    if (map.width < 2) return false;
    if (dispatch) {
      const even = Array.from({ length: map.width }, () => 1 / map.width);
      const now = partsOf(table) ?? (view ? drawnParts(view, tableStart - 1) : null) ?? even;
      dispatch(setParts(state.tr, tableStart - 1, movedParts(now, right - 1, direction * STEP)));
    }
    return true;
  };
}

export const widerColumn = stepColumn(1);
export const narrowerColumn = stepColumn(-1);

/** Gives the widths back to the words. */
export const automaticWidths: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { table, tableStart } = selectedRect(state);
  if (partsOf(table) === null) return false;
  dispatch?.(setParts(state.tr, tableStart - 1, null));
  return true;
};
