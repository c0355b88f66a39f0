// Tops: where the tops of many places stand in the window; what is known of a block holds as long as the block and the page's width do.
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';

/** Offsets of places in a block from its top, by position within it, in pixels of the window. */
type Offsets = Map<number, number>;

/** The top of what stands at `pos`, in window coordinates. */
function topOf(view: EditorView, pos: number): number {
  const node = view.state.doc.nodeAt(pos);
  const dom = node && !node.isInline ? view.nodeDOM(pos) : null;
  if (dom instanceof HTMLElement) return dom.getBoundingClientRect().top;
  return view.coordsAtPos(pos, 1).top;
}

export function createTops(view: EditorView): (positions: readonly number[]) => readonly (number | null)[] {
  let known = new WeakMap<Node, Offsets>();
  let width = '';
  return (positions) => {
    const { doc } = view.state;
    // Another width breaks the lines elsewhere, another zoom draws them larger.
    const now = `${view.dom.getBoundingClientRect().width} ${view.dom.offsetWidth} ${view.dom.className}`;
    if (now !== width) known = new WeakMap();
    width = now;
    const tops = new Map<number, number | null>();
    return positions.map((pos) => {
      if (pos < 0 || pos > doc.content.size) return null;
      const $pos = doc.resolve(pos);
      const block = $pos.depth > 0 ? $pos.node(1) : $pos.nodeAfter;
      if (!block) return topOf(view, pos);
      const start = $pos.depth > 0 ? $pos.before(1) : pos;
      let top = tops.get(start);
      if (top === undefined) {
        const dom = view.nodeDOM(start);
        top = dom instanceof Element ? dom.getBoundingClientRect().top : null;
        tops.set(start, top);
      }
      if (top === null) return topOf(view, pos);
      const offsets: Offsets = known.get(block) ?? new Map<number, number>();
      known.set(block, offsets);
      let offset = offsets.get(pos - start);
      if (offset === undefined) {
        offset = topOf(view, pos) - top;
        offsets.set(pos - start, offset);
      }
      return top + offset;
    });
  };
}
