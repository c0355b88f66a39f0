// factRow: a figure as a row of the table at the caret whose columns are those of key figures, else in a new such table.
import type { Node, ResolvedPos } from 'prosemirror-model';
import { TextSelection, type Transaction } from 'prosemirror-state';
import { TableMap } from 'prosemirror-tables';
import type { Article } from '../../../shared/article/article.ts';
import {
  columnOf,
  keyFigureRow,
  keyFiguresTable,
  type Column,
  type FigurePlace,
} from '../../../shared/briefing/keyFigures.ts';
import { paragraphNumber } from '../../../shared/briefing/queries.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import type { Figure } from '../../../shared/facts/fact.ts';
import type { Known } from '../plugins/context.ts';
import { insertBlock } from './insertion.ts';

const { nodes } = schema;

/** The columns of a table by its header row; null when they are not those of key figures, or cells are joined. */
export function columnsOf(table: Node): readonly (Column | null)[] | null {
  const header = table.firstChild;
  if (!header || header.childCount !== TableMap.get(table).width) return null;
  const columns: (Column | null)[] = [];
  header.forEach((cell) => columns.push(cell.type === nodes.tableHeader ? columnOf(cell.textContent) : null));
  // Without a place for the value and one more that says of what, it is another table.
  return columns.includes('value') && columns.some((column) => column !== null && column !== 'value') ? columns : null;
}

/** The depth of the innermost table that `$pos` stands in; null outside. */
function tableDepth($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type === nodes.table) return depth;
  return null;
}

/** Where a new row goes: behind that of the caret. Null where a cell reaches over more than one row. */
function behindRow(table: Node, start: number, index: number): number | null {
  const map = TableMap.get(table);
  for (let column = 0; column < map.width && index + 1 < map.height; column++) {
    if (map.map[index * map.width + column] === map.map[(index + 1) * map.width + column]) return null;
  }
  let pos = start;
  for (let row = 0; row <= index; row++) pos += table.child(row).nodeSize;
  return pos;
}

/** Puts the row in; false when there is no place for it or for a table. */
export function insertRow(tr: Transaction, $from: ResolvedPos, figure: Figure, article: Article, of: Known): boolean {
  const place: FigurePlace = { articleText: article.text, paragraph: paragraphNumber(article, figure) };
  const depth = tableDepth($from);
  const table = depth === null ? null : $from.node(depth);
  const columns = table && columnsOf(table);
  if (depth !== null && table && columns) {
    const pos = behindRow(table, $from.start(depth), $from.index(depth));
    if (pos === null) return false;
    const figures = of.context.facts.filter((fact): fact is Figure => fact.kind === 'figure' && !fact.dismissed);
    const row = keyFigureRow(figure, columns, place, figures);
    tr.insert(pos, row);
    tr.setSelection(TextSelection.near(tr.doc.resolve(pos + row.nodeSize - 1), -1));
    return true;
  }
  const made = keyFiguresTable([figure], () => place);
  const start = insertBlock(tr, $from, made);
  if (start === null) return false;
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + made.nodeSize - 1), -1));
  return true;
}
