// Insertion: where in the text a new block may stand.
import type { Node, ResolvedPos } from 'prosemirror-model';
import { TextSelection, type Transaction } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';

export interface Slot {
  readonly from: number;
  readonly to: number;
}

/**
 * The nearest place for `block` at `$pos`: instead of an empty paragraph that asks nothing, else after the block in
 * which `$pos` stands, further out where the block is not allowed (behind the table, not in its cell).
 */
export function slotFor($pos: ResolvedPos, block: Node): Slot | null {
  for (let depth = $pos.depth; depth >= 0; depth--) {
    const parent = $pos.node(depth);
    if (depth === $pos.depth && parent.isTextblock) {
      const outer = depth > 0 ? $pos.node(depth - 1) : null;
      const index = depth > 0 ? $pos.index(depth - 1) : 0;
      const empty = parent.type === schema.nodes.paragraph && parent.content.size === 0;
      if (outer && empty && textAttr(parent.attrs, 'prompt') === null) {
        if (outer.canReplaceWith(index, index + 1, block.type) && mayHold(outer)) {
          return { from: $pos.before(depth), to: $pos.after(depth) };
        }
      }
      continue;
    }
    const after = depth === $pos.depth ? $pos.index(depth) : $pos.indexAfter(depth);
    if (mayHold(parent) && parent.canReplaceWith(after, after, block.type)) {
      const pos = depth === $pos.depth ? $pos.pos : $pos.after(depth + 1);
      return { from: pos, to: pos };
    }
  }
  return null;
}

/** Tables and quotations in a list item would be lost in Word: they go behind the list. */
function mayHold(parent: Node): boolean {
  return parent.type !== schema.nodes.listItem;
}

/** Puts `block` into its slot and the caret into its first words; the position before it, null when it has no place. */
export function insertBlock(tr: Transaction, $pos: ResolvedPos, block: Node): number | null {
  const slot = slotFor($pos, block);
  if (!slot) return null;
  tr.replaceWith(slot.from, slot.to, block);
  tr.setSelection(TextSelection.near(tr.doc.resolve(slot.from + (block.isLeaf ? block.nodeSize : 1))));
  return slot.from;
}
