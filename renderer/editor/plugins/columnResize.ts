// The column resize plugin: the border between two columns can be dragged; only a line over the page is drawn until it is let go.
import { Plugin } from 'prosemirror-state';
import { cellAround, TableMap } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { movedParts } from '../../../shared/briefing/columnWidths.ts';
import { drawnParts, partsOf, setParts } from '../commands/columns.ts';
import { drawParts } from '../views/table.ts';

/** How near the pointer must be to a border, in pixels of the window. */
const NEAR = 4;

/** The border behind a column of a drawn table. */
interface Edge {
  /** Position before the table. */
  readonly before: number;
  readonly table: HTMLElement;
  /** The column at the left of it (in a text from right to left: at the right), from 0. */
  readonly column: number;
  /** Where it stands in the window. */
  readonly x: number;
  readonly rtl: boolean;
}

function edgeAt(view: EditorView, event: MouseEvent): Edge | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td, th') : null;
  if (!cell || !view.dom.contains(cell)) return null;
  const box = cell.getBoundingClientRect();
  const left = event.clientX - box.left <= NEAR;
  if (!left && box.right - event.clientX > NEAR) return null;
  const $cell = cellAround(view.state.doc.resolve(view.posAtDOM(cell, 0)));
  const table = cell.closest('table');
  if (!$cell || !table) return null;
  const map = TableMap.get($cell.node(-1));
  const rect = map.findCell($cell.pos - $cell.start(-1));
  const rtl = getComputedStyle(table).direction === 'rtl';
  const column = left === rtl ? rect.right - 1 : rect.left - 1;
  // The table's own edges stay: it is as wide as the text.
  if (column < 0 || column >= map.width - 1) return null;
  return { before: $cell.before(-1), table, column, x: left ? box.left : box.right, rtl };
}

class Resizer {
  readonly #view: EditorView;
  readonly #line = document.createElement('div');
  #edge: Edge | null = null;
  #drag: { readonly from: number; readonly parts: readonly number[]; now: readonly number[] } | null = null;

  constructor(view: EditorView) {
    this.#view = view;
    this.#line.className = 'column-edge';
    this.#line.hidden = true;
    // The keys' way are the commands Wider column and Narrower column.
    this.#line.setAttribute('aria-hidden', 'true');
    view.dom.parentElement?.append(this.#line);
    this.#line.addEventListener('pointerdown', (event) => this.#start(event));
    this.#line.addEventListener('pointermove', (event) => this.#move(event));
    this.#line.addEventListener('pointerup', () => this.#end(true));
    this.#line.addEventListener('pointercancel', () => this.#end(false));
    this.#line.addEventListener('pointerleave', () => this.#drag ?? this.#show(null));
    document.addEventListener('keydown', this.#escape, true);
  }

  /** The pointer moves over the text. */
  hover(event: MouseEvent): void {
    if (!this.#drag && event.buttons === 0) this.#show(edgeAt(this.#view, event));
  }

  #show(edge: Edge | null): void {
    this.#edge = edge;
    this.#line.hidden = edge === null;
    if (edge) this.#place(edge.x);
  }

  #place(x: number): void {
    const page = this.#view.dom.parentElement;
    if (!page || !this.#edge) return;
    const around = page.getBoundingClientRect();
    const table = this.#edge.table.getBoundingClientRect();
    // The sheet is zoomed; what is set on it counts in its own pixels.
    const scale = around.width / page.offsetWidth || 1;
    this.#line.style.left = `${(x - around.left) / scale}px`;
    this.#line.style.top = `${(table.top - around.top) / scale}px`;
    this.#line.style.height = `${table.height / scale}px`;
  }

  #start(event: PointerEvent): void {
    const edge = this.#edge;
    if (event.button !== 0 || !edge) return;
    event.preventDefault();
    const table = this.#view.state.doc.nodeAt(edge.before);
    const parts = table && (partsOf(table) ?? drawnParts(this.#view, edge.before));
    if (!parts) return;
    this.#line.setPointerCapture(event.pointerId);
    this.#line.classList.add('is-dragged');
    this.#drag = { from: event.clientX, parts, now: parts };
  }

  #move(event: PointerEvent): void {
    if (!this.#drag || !this.#edge) return;
    const width = this.#edge.table.getBoundingClientRect().width;
    const by = ((event.clientX - this.#drag.from) / width) * (this.#edge.rtl ? -1 : 1);
    this.#drag.now = movedParts(this.#drag.parts, this.#edge.column, by);
    drawParts(this.#edge.table, this.#drag.now);
    this.#place(event.clientX);
  }

  #end(keep: boolean): void {
    const [drag, edge] = [this.#drag, this.#edge];
    this.#drag = null;
    this.#line.classList.remove('is-dragged');
    this.#show(null);
    if (!drag || !edge || this.#view.isDestroyed) return;
    const table = this.#view.state.doc.nodeAt(edge.before);
    if (keep && drag.now !== drag.parts && table) {
      this.#view.dispatch(setParts(this.#view.state.tr, edge.before, drag.now));
    } else if (table) drawParts(edge.table, partsOf(table));
  }

  /** Esc lets go without a change. */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(false);
  };

  /** The text changed: what was seen may stand elsewhere. */
  changed(): void {
    this.#end(false);
  }

  destroy(): void {
    document.removeEventListener('keydown', this.#escape, true);
    this.#line.remove();
  }
}

export function columnResizePlugin(): Plugin {
  let resizer: Resizer | null = null;
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousemove(view, event) {
          if (view.editable) resizer?.hover(event);
          return false;
        },
      },
    },
    view(view) {
      resizer = new Resizer(view);
      return {
        update(_view, before) {
          if (before.doc !== view.state.doc) resizer?.changed();
        },
        destroy() {
          resizer?.destroy();
          resizer = null;
        },
      };
    },
  });
}
