// The view of a table: its columns as wide as they were set, of which the schema's own form knows nothing.
import type { Node } from 'prosemirror-model';
import { TableMap } from 'prosemirror-tables';
import type { NodeViewConstructor } from 'prosemirror-view';
import { partsOf } from '../commands/columns.ts';

/** Draws widths, as parts of the whole, on the columns of a drawn table; null leaves them to the words. */
export function drawParts(table: HTMLElement, parts: readonly number[] | null): void {
  const columns = table.querySelectorAll<HTMLElement>(':scope > colgroup > col');
  columns.forEach((column, at) => {
    const part = parts?.[at];
    column.style.width = part === undefined ? '' : `${(part * 100).toFixed(2)}%`;
  });
  table.classList.toggle('has-widths', parts !== null);
}

export const tableView: NodeViewConstructor = (first) => {
  const dom = document.createElement('table');
  const columns = dom.appendChild(document.createElement('colgroup'));
  const rows = dom.appendChild(document.createElement('tbody'));
  let node: Node | null = null;
  function show(next: Node): void {
    const { width } = TableMap.get(next);
    while (columns.childElementCount > width) columns.lastElementChild?.remove();
    while (columns.childElementCount < width) columns.append(document.createElement('col'));
    drawParts(dom, partsOf(next));
    const kind: unknown = next.attrs['kind'];
    if (typeof kind === 'string') dom.dataset['kind'] = kind;
    else delete dom.dataset['kind'];
    node = next;
  }
  show(first);
  return {
    dom,
    contentDOM: rows,
    update(next) {
      if (next.type !== first.type) return false;
      if (next !== node) show(next);
      return true;
    },
    // The widths are drawn by us, also while one is dragged.
    ignoreMutation: (change) => change.type !== 'selection' && !rows.contains(change.target),
  };
};
