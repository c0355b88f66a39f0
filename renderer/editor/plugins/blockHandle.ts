// The block handle plugin: a grip at the left of the block under the pointer or with the caret; dragged it moves the block, pressed it opens its menu.
import type { Node } from 'prosemirror-model';
import { Plugin, TextSelection, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CommandId } from '../../../shared/commands.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { blockAt, moveBlocks, selectedBlocks, type BlockRange } from '../commands/moveBlock.ts';
import { isList } from '../commands/lists.ts';
import { BlockMenu, type BlockMenuState } from '../views/blockMenu.ts';

export interface BlockHandleHooks {
  run(id: CommandId): void;
  menuState(): BlockMenuState;
}

/** How far the pointer goes before a press is a drag, in pixels. */
const SLACK = 4;
/** How near to the edge of what is seen a drag scrolls it, and how far at a time, in pixels. */
const EDGE = 40;
const STEP = 16;

const { nodes } = schema;

const NAMES = new Map<unknown, string>([
  [nodes.paragraph, 'Paragraph'],
  [nodes.heading, 'Heading'],
  [nodes.bulletList, 'Bulleted list'],
  [nodes.orderedList, 'Numbered list'],
  [nodes.quotation, 'Quotation'],
  [nodes.table, 'Table'],
  [nodes.caption, 'Caption'],
  [nodes.image, 'Picture'],
  [nodes.chart, 'Chart'],
  [nodes.pageBreak, 'Page break'],
  [nodes.sourceList, 'List of sources'],
]);

/** "Paragraph: The port of Marl handled", for those who hear it. */
export function blockName(block: Node): string {
  const kind = NAMES.get(block.type) ?? 'Block';
  const words = block.textBetween(0, Math.min(block.content.size, 80), ' ', ' ').trim();
  const start = words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
  return start === '' ? kind : `${kind}: ${start}`;
}

const handles = new WeakMap<EditorView, BlockHandle>();

/** Opens the menu of the block at the caret. */
export const openBlockMenu: Command = (state, dispatch, view) => {
  if (!selectedBlocks(state)) return false;
  if (dispatch && view) handles.get(view)?.openAtCaret();
  return true;
};

class BlockHandle {
  readonly #view: EditorView;
  readonly #page: HTMLElement;
  readonly #grip = document.createElement('button');
  readonly #line = document.createElement('div');
  readonly #menu: BlockMenu;
  readonly #hooks: BlockHandleHooks;
  /** Position of the block that the grip stands at; null while it is hidden. */
  #pos: number | null = null;
  #drag: { readonly x: number; readonly y: number; range: BlockRange | null; index: number | null } | null = null;
  /** True when the press that ended last was a drag. */
  #dragged = false;
  #frame = 0;
  #pointer: number | null = null;

  constructor(view: EditorView, page: HTMLElement, hooks: BlockHandleHooks) {
    this.#view = view;
    this.#page = page;
    this.#hooks = hooks;
    const os = /mac/iu.test(navigator.platform) ? 'mac' : 'linux';
    this.#menu = new BlockMenu({ os, onPick: (id) => this.#run(id), onLeave: () => view.focus() });
    const grip = this.#grip;
    grip.type = 'button';
    grip.className = 'block-handle';
    // The keys' way is the command Block menu; in the order of Tab it would stand before the text.
    grip.tabIndex = -1;
    grip.hidden = true;
    grip.setAttribute('aria-haspopup', 'menu');
    this.#line.className = 'block-drop';
    this.#line.hidden = true;
    this.#line.setAttribute('aria-hidden', 'true');
    page.append(grip, this.#line);
    (page.closest('.scroll') ?? document.body).append(this.#menu.dom);
    grip.addEventListener('pointerdown', (event) => this.#press(event));
    grip.addEventListener('pointermove', (event) => this.#moveDrag(event));
    grip.addEventListener('pointerup', (event) => this.#release(event));
    grip.addEventListener('pointercancel', () => this.#drop(false));
    // At the click, not when the button is let go: that would close the menu again as a press beside it.
    grip.addEventListener('click', () => {
      if (!this.#dragged) this.#open();
    });
    page.addEventListener('mousemove', this.#hover);
    page.addEventListener('mouseleave', this.#leave);
    document.addEventListener('keydown', this.#escape, true);
  }

  /** The text or the selection changed. While one types the grip is out of sight, and nothing is measured. */
  update(typed: boolean): void {
    if (typed) this.#show(null);
    else if (this.#view.hasFocus() && !this.#drag) this.#later(() => this.#atCaret());
  }

  openAtCaret(): void {
    this.#atCaret();
    this.#open(true);
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#page.removeEventListener('mousemove', this.#hover);
    this.#page.removeEventListener('mouseleave', this.#leave);
    document.removeEventListener('keydown', this.#escape, true);
    this.#grip.remove();
    this.#line.remove();
    this.#menu.dom.remove();
  }

  #later(run: () => void): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (!this.#view.isDestroyed) run();
    });
  }

  #atCaret(): void {
    const { doc, selection } = this.#view.state;
    const index = selection.$from.index(0);
    if (!blockAt(doc, selection.from)) return this.#show(null);
    let pos = 0;
    for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
    this.#show(pos);
  }

  readonly #hover = (event: MouseEvent): void => {
    if (this.#drag || this.#menu.open || event.buttons !== 0) return;
    this.#pointer = event.clientY;
    this.#later(() => {
      if (this.#pointer === null) return;
      const found = this.#childAt(this.#pointer);
      this.#show(found && blockAt(this.#view.state.doc, found.pos) ? found.pos : null);
    });
  };

  readonly #leave = (): void => {
    this.#pointer = null;
    if (this.#drag || this.#menu.open) return;
    this.#later(() => (this.#view.hasFocus() ? this.#atCaret() : this.#show(null)));
  };

  /** The drawn block of the document at a height of the window; the nearest one above when it is between two. */
  #childAt(y: number): { readonly dom: Element; readonly pos: number; readonly index: number } | null {
    const children = this.#view.dom.children;
    let low = 0;
    let high = children.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((children[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    const dom = children[low];
    if (!dom) return null;
    const $pos = this.#view.state.doc.resolve(this.#view.posAtDOM(dom, 0));
    const pos = $pos.depth > 0 ? $pos.before(1) : $pos.pos;
    return { dom, pos, index: $pos.index(0) };
  }

  #scale(): number {
    return this.#page.getBoundingClientRect().width / this.#page.offsetWidth || 1;
  }

  #show(pos: number | null): void {
    const block = pos === null ? null : this.#view.state.doc.nodeAt(pos);
    const dom = pos === null ? null : this.#view.nodeDOM(pos);
    this.#pos = pos;
    this.#grip.hidden = !(block && dom instanceof HTMLElement && this.#view.editable);
    if (!block || !(dom instanceof HTMLElement) || this.#grip.hidden) return;
    const line = Number.parseFloat(getComputedStyle(dom).lineHeight) || 18;
    const top = (dom.getBoundingClientRect().top - this.#page.getBoundingClientRect().top) / this.#scale();
    this.#grip.style.top = `${top + Math.min(line, 28) / 2 - 12}px`;
    this.#grip.setAttribute('aria-label', blockName(block));
  }

  /** Puts the caret into the block, unless it is there; of a list all of it is selected, so that it is the list that moves. */
  #select(pos: number): void {
    const { state } = this.#view;
    const block = state.doc.nodeAt(pos);
    if (!block) return;
    const { from, to } = state.selection;
    const end = pos + block.nodeSize;
    const inside = from > pos && to < end;
    const [start, stop] = [state.doc.resolve(pos + 1), state.doc.resolve(Math.max(pos + 1, end - 1))];
    if (isList(block)) this.#view.dispatch(state.tr.setSelection(TextSelection.between(start, stop)));
    else if (!inside) this.#view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos), 1)));
  }

  #open(asSelected = false): void {
    if (this.#pos === null || this.#grip.hidden) return;
    if (!asSelected) this.#select(this.#pos);
    cancelAnimationFrame(this.#frame);
    this.#show(this.#pos);
    const box = this.#grip.getBoundingClientRect();
    this.#grip.setAttribute('aria-expanded', 'true');
    this.#menu.show({ left: box.left, top: box.bottom + 2 }, this.#hooks.menuState());
    this.#menu.dom.addEventListener('toggle', () => this.#grip.removeAttribute('aria-expanded'), { once: true });
  }

  #run(id: CommandId): void {
    this.#view.focus();
    this.#hooks.run(id);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || this.#pos === null) return;
    event.preventDefault();
    this.#grip.setPointerCapture(event.pointerId);
    this.#dragged = false;
    this.#drag = { x: event.clientX, y: event.clientY, range: null, index: null };
  }

  #moveDrag(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || this.#pos === null) return;
    if (!drag.range) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK) return;
      drag.range = blockAt(this.#view.state.doc, this.#pos);
      if (!drag.range) return;
      this.#dragged = true;
      this.#grip.classList.add('is-dragged');
    }
    this.#scroll(event.clientY);
    this.#target(event.clientY);
  }

  /** Shows where the block would go, where it can go at all. */
  #target(y: number): void {
    const drag = this.#drag;
    const found = this.#childAt(y);
    if (!drag?.range || !found) return;
    const box = found.dom.getBoundingClientRect();
    const after = y > box.top + box.height / 2;
    const index = found.index + (after ? 1 : 0);
    drag.index = moveBlocks(drag.range, index)(this.#view.state) ? index : null;
    this.#line.hidden = drag.index === null;
    const around = this.#page.getBoundingClientRect();
    this.#line.style.top = `${((after ? box.bottom : box.top) - around.top) / this.#scale()}px`;
  }

  #scroll(y: number): void {
    const place = this.#page.closest('.scroll');
    if (!place) return;
    const { top, bottom } = place.getBoundingClientRect();
    if (y < top + EDGE) place.scrollBy(0, -STEP);
    else if (y > bottom - EDGE) place.scrollBy(0, STEP);
  }

  #release(event: PointerEvent): void {
    this.#grip.releasePointerCapture(event.pointerId);
    this.#drop(true);
  }

  #drop(keep: boolean): void {
    const drag = this.#drag;
    this.#drag = null;
    this.#line.hidden = true;
    this.#grip.classList.remove('is-dragged');
    if (!keep || !drag?.range || drag.index === null) return;
    moveBlocks(drag.range, drag.index)(this.#view.state, this.#view.dispatch, this.#view);
    this.#view.focus();
    this.#later(() => this.#atCaret());
  }

  /** Esc lets the block stay where it is. */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.#drop(false);
  };
}

export function blockHandlePlugin(hooks: BlockHandleHooks): Plugin {
  return new Plugin({
    view(view) {
      const page = view.dom.parentElement;
      if (!page) return {};
      const handle = new BlockHandle(view, page, hooks);
      handles.set(view, handle);
      return {
        update(_view, before) {
          const { doc, selection } = view.state;
          if (doc !== before.doc || !selection.eq(before.selection)) handle.update(doc !== before.doc);
        },
        destroy() {
          handles.delete(view);
          handle.destroy();
        },
      };
    },
  });
}
