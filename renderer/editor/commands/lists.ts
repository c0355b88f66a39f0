// Lists: making, leaving, indenting and numbering them.
import { NodeRange, Slice, type Node, type NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapRangeInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { canJoin, ReplaceAroundStep } from 'prosemirror-transform';
import { schema } from '../../../shared/briefing/schema.ts';
import { numberAttr, textAttr } from '../attributes.ts';

const { nodes } = schema;

/** Word knows nine levels of lists. */
const LEVELS = 9;

export function isList({ type }: Node): boolean {
  return type === nodes.bulletList || type === nodes.orderedList;
}

/** The depth of the list that the selection stands in, innermost first; 0 for none. */
function listDepth(state: EditorState): number {
  const { $from, to } = state.selection;
  for (let depth = $from.sharedDepth(to); depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.bulletList || type === nodes.orderedList) return depth;
    // A table within a list is a world of its own.
    if (type === nodes.tableCell || type === nodes.tableHeader) return 0;
  }
  return 0;
}

export function listActive(state: EditorState, type: NodeType): boolean {
  const depth = listDepth(state);
  return depth > 0 && state.selection.$from.node(depth).type === type;
}

/** What the selected blocks are to a list: its like, something that can become an item, or neither. */
function roleOf(block: Node): 'list' | 'item' | 'other' {
  if (isList(block)) return 'list';
  // A heading that opens a section of the template goes on opening it.
  const item =
    block.type === nodes.paragraph || (block.type === nodes.heading && textAttr(block.attrs, 'slot') === null);
  return item ? 'item' : 'other';
}

/** The selected blocks side by side, with their positions. */
function blocksIn({ parent, startIndex, endIndex, start }: NodeRange): { node: Node; pos: number }[] {
  const blocks: { node: Node; pos: number }[] = [];
  let pos = start;
  for (let index = startIndex; index < endIndex; index++) {
    const node = parent.child(index);
    blocks.push({ node, pos });
    pos += node.nodeSize;
  }
  return blocks;
}

/** Headings as paragraphs, lists of the other kind as this one, paragraphs as items, and what then stands side by side joined. */
function gather(tr: Transaction, range: NodeRange, type: NodeType): void {
  const blocks = blocksIn(range);
  const { depth } = range;
  /** The paragraphs found last, that stand side by side. */
  const row = { from: 0, to: 0 };
  const close = (): void => {
    if (row.to === 0) return;
    wrapRangeInList(tr, new NodeRange(tr.doc.resolve(row.from + 1), tr.doc.resolve(row.to - 1), depth), type);
    row.to = 0;
  };
  // From the last to the first, so that the positions before stay as they are.
  for (const { node, pos } of blocks.reverse()) {
    const role = roleOf(node);
    if (role === 'item') {
      if (node.type !== nodes.paragraph) {
        tr.setBlockType(pos + 1, undefined, nodes.paragraph, { portion: textAttr(node.attrs, 'portion') });
      }
      row.from = pos;
      if (row.to === 0) row.to = pos + node.nodeSize;
      continue;
    }
    close();
    if (role === 'list' && node.type !== type) tr.setNodeMarkup(pos, type);
  }
  close();
  joinLists(tr, range.start, tr.mapping.map(range.end), type);
}

/** Joins the lists of `type` that stand side by side between the positions. */
function joinLists(tr: Transaction, from: number, to: number, type: NodeType): void {
  const $from = tr.doc.resolve(from);
  const borders: number[] = [];
  let pos = from;
  for (let index = $from.index(); index < $from.parent.childCount && pos < to; index++) {
    const [node, next] = [$from.parent.child(index), $from.parent.maybeChild(index + 1)];
    pos += node.nodeSize;
    if (pos < to && node.type === type && next?.type === type && canJoin(tr.doc, pos)) borders.push(pos);
  }
  for (const border of borders.reverse()) tr.join(border);
}

/** Every item of the selected lists out of them; selection, notes and traces keep their places. */
function scatter(tr: Transaction, range: NodeRange): void {
  for (const { node, pos } of blocksIn(range).reverse()) {
    // All items as one, then without it and its list.
    let at = pos + node.nodeSize - 1;
    for (let index = node.childCount - 1; index > 0; index--) {
      at -= node.child(index).nodeSize;
      tr.delete(at - 1, at + 1);
    }
    const end = pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 0);
    tr.step(new ReplaceAroundStep(pos, end, pos + 2, end - 2, Slice.empty, 0, true));
  }
}

/** Blocks that stand in no list together, of whatever kinds: what can becomes items, what cannot parts the lists. */
function toggleBlocks(type: NodeType): Command {
  return (state, dispatch) => {
    const range = state.selection.$from.blockRange(state.selection.$to);
    if (!range || range.depth > 0) return false;
    const blocks = blocksIn(range);
    const roles = blocks.map(({ node }) => roleOf(node));
    if (roles.every((role) => role === 'other')) return false;
    if (dispatch) {
      const tr = state.tr;
      if (blocks.every(({ node }) => node.type === type)) scatter(tr, range);
      else gather(tr, range, type);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Into a list of this kind; within the other kind, changes it; within this kind, out of it. */
function toggleList(type: NodeType): Command {
  const lift = liftListItem(nodes.listItem);
  const toggle = toggleBlocks(type);
  return (state, dispatch) => {
    const depth = listDepth(state);
    if (depth === 0) return toggle(state, dispatch);
    const { $from } = state.selection;
    if ($from.node(depth).type === type) return lift(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type).scrollIntoView());
    return true;
  };
}

export const bulletedList = toggleList(nodes.bulletList);
export const numberedList = toggleList(nodes.orderedList);

const splitItem = splitListItem(nodes.listItem);

/** Enter in an item. One that stands in a table or quotation within an item is none of its. */
export const newItem: Command = (state, dispatch) => listDepth(state) > 0 && splitItem(state, dispatch);

/** How many lists lie within `node`, one in the other. */
function listsWithin(node: Node): number {
  let deepest = 0;
  node.forEach((child) => {
    deepest = Math.max(deepest, listsWithin(child));
  });
  return deepest + (isList(node) ? 1 : 0);
}

/** True when the items of the selection can go a level deeper and Word still knows all their levels. */
function hasRoom(state: EditorState): boolean {
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, (node) => isList(node));
  if (!range) return false;
  let levels = 0;
  for (let depth = range.depth; depth > 0; depth--) if (isList($from.node(depth))) levels++;
  if (levels >= LEVELS) return false;
  return levels + Math.max(...blocksIn(range).map(({ node }) => listsWithin(node))) < LEVELS;
}

/** Tab in a list. The first item has none above to go under: nothing happens, and Tab stays in the text. */
export const indent: Command = (state, dispatch) => {
  if (listDepth(state) === 0) return false;
  if (hasRoom(state)) sinkListItem(nodes.listItem)(state, dispatch);
  return true;
};

export const outdent: Command = (state, dispatch) => {
  if (listDepth(state) === 0) return false;
  liftListItem(nodes.listItem)(state, dispatch);
  return true;
};

/** Backspace at the start of an item takes it a level out, and out of the list at last. */
export const liftAtStart: Command = (state, dispatch) => {
  const $cursor = state.selection instanceof TextSelection ? state.selection.$cursor : null;
  if (!$cursor || $cursor.parentOffset > 0 || $cursor.depth < 2) return false;
  if ($cursor.node(-1).type !== nodes.listItem || $cursor.index(-1) > 0) return false;
  return liftListItem(nodes.listItem)(state, dispatch);
};

/** The numbered list at the selection, innermost, with the number of the item there from 0. */
function numbered(state: EditorState): { list: Node; pos: number; depth: number; item: number } | null {
  const depth = listDepth(state);
  const { $from } = state.selection;
  const list = $from.node(depth);
  if (depth === 0 || list.type !== nodes.orderedList) return null;
  return { list, pos: $from.before(depth), depth, item: $from.index(depth) };
}

/** The list goes on where the numbered list before it ended; when nothing stands between them they become one. */
export const continueNumbering: Command = (state, dispatch) => {
  const found = numbered(state);
  if (!found) return false;
  const { list, pos, depth } = found;
  const $pos = state.doc.resolve(pos);
  const beside = $pos.nodeBefore;
  if (beside?.type === nodes.orderedList && canJoin(state.doc, pos)) {
    dispatch?.(state.tr.join(pos).scrollIntoView());
    return true;
  }
  const parent = state.selection.$from.node(depth - 1);
  for (let index = $pos.index() - 1; index >= 0; index--) {
    const before = parent.child(index);
    if (before.type !== nodes.orderedList) continue;
    const order = numberAttr(before.attrs, 'order', 1) + before.childCount;
    if (order === numberAttr(list.attrs, 'order', 1)) return false;
    dispatch?.(state.tr.setNodeMarkup(pos, null, { ...list.attrs, order }).scrollIntoView());
    return true;
  }
  return false;
};

/** The item at the caret gets number 1: its list begins anew, or a new one begins with it. */
export const restartNumbering: Command = (state, dispatch) => {
  const found = numbered(state);
  if (!found) return false;
  const { list, pos, depth, item } = found;
  if (item > 0) {
    const before = state.selection.$from.before(depth + 1);
    dispatch?.(state.tr.split(before, 1, [{ type: list.type, attrs: { order: 1 } }]).scrollIntoView());
    return true;
  }
  if (numberAttr(list.attrs, 'order', 1) === 1) return false;
  dispatch?.(state.tr.setNodeMarkup(pos, null, { ...list.attrs, order: 1 }).scrollIntoView());
  return true;
};
