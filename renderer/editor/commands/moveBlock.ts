// Moving blocks: up, down, to a place, twice and away; a caption goes with what it belongs to, an item moves within its list.
import type { Node } from 'prosemirror-model';
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import { captionLabel, LABEL_OF } from '../../../shared/briefing/captions.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { isList } from './lists.ts';

const { nodes } = schema;

/** Blocks side by side in one parent. */
export interface BlockRange {
  readonly parent: Node;
  /** Position of the parent's content. */
  readonly start: number;
  /** Indexes in the parent; `to` is behind the last. */
  readonly from: number;
  readonly to: number;
}

/** True when the block at `index` is a caption and belongs to the one after it: only a table's stands above. */
function leads(parent: Node, index: number): boolean {
  const [caption, next] = [parent.maybeChild(index), parent.maybeChild(index + 1)];
  return caption?.type === nodes.caption && captionLabel(caption) === LABEL_OF.table && next?.type === nodes.table;
}

/** True when the block at `index` is a picture or chart, and the one after it its caption. */
function isCaptioned(parent: Node, index: number): boolean {
  const [shown, next] = [parent.maybeChild(index), parent.maybeChild(index + 1)];
  const own = shown?.type === nodes.image || shown?.type === nodes.chart;
  return own && next?.type === nodes.caption && captionLabel(next) !== LABEL_OF.table;
}

/** True when a caption holds the blocks at `index` and behind it together. */
function together(parent: Node, index: number): boolean {
  return index >= 0 && (leads(parent, index) || isCaptioned(parent, index));
}

/** The range with the captions of what is in it. */
function widened({ parent, start, from, to }: BlockRange): BlockRange {
  return {
    parent,
    start,
    from: together(parent, from - 1) ? from - 1 : from,
    to: together(parent, to - 1) ? to + 1 : to,
  };
}

/** The first block that moves: the title block stays above all others. */
function firstIndex(parent: Node): number {
  return parent.type === nodes.doc ? 1 : 0;
}

/** What the selection moves: in lists the items, of all others the blocks of the document; null in the title block. */
export function selectedBlocks(state: EditorState): BlockRange | null {
  const { $from, $to } = state.selection;
  let depth = 0;
  for (let at = $from.sharedDepth($to.pos); at > 0; at--) {
    const node = $from.node(at);
    // What stands in a table or a quotation moves with it.
    if (node.type.spec.isolating) depth = 0;
    else if (depth === 0 && isList(node) && !holdsAll($from.index(at), $to.indexAfter(at), node)) depth = at;
  }
  const parent = $from.node(depth);
  const from = $from.index(depth);
  // Between two blocks nothing is selected.
  if (
    from >= parent.childCount ||
    ($from.depth === depth && $to.pos === $from.pos) ||
    (depth === 0 && from < firstIndex(parent))
  )
    return null;
  const end = $to.depth > depth ? $to.index(depth) + 1 : $to.index(depth);
  const range = { parent, start: $from.start(depth), from, to: Math.max(end, from + 1) };
  return depth === 0 ? widened(range) : range;
}

/** Of one item alone, or of all of them, it is the list that moves. */
function holdsAll(from: number, to: number, list: Node): boolean {
  return from === 0 && to >= list.childCount;
}

/** Where the child `index` begins. */
function posOf(parent: Node, start: number, index: number): number {
  let pos = start;
  for (let at = 0; at < index; at++) pos += parent.child(at).nodeSize;
  return pos;
}

function blocksOf({ parent, from, to }: BlockRange): Node[] {
  return Array.from({ length: to - from }, (_, at) => parent.child(from + at));
}

/** The same selection, `by` further on. */
function shifted(tr: Transaction, selection: Selection, by: number): Selection {
  const { doc } = tr;
  if (selection instanceof TextSelection) return TextSelection.create(doc, selection.anchor + by, selection.head + by);
  if (selection instanceof NodeSelection) return NodeSelection.create(doc, selection.from + by);
  return Selection.near(doc.resolve(Math.min(selection.from + by, doc.content.size)));
}

/**
 * Puts the blocks before the child `index` of their parent, a number counted while they still stand where they are. The
 * blocks between are what is moved, so that the selection, notes and checks in the range keep their places.
 */
function moveTo(state: EditorState, range: BlockRange, index: number): Transaction {
  const { parent, start, from, to } = range;
  const tr = state.tr;
  const up = index < from;
  const passed = up ? { parent, start, from: index, to: from } : { parent, start, from: to, to: index };
  const [begin, end] = [posOf(parent, start, passed.from), posOf(parent, start, passed.to)];
  const moved = blocksOf(passed);
  const size = end - begin;
  if (up) tr.insert(posOf(parent, start, to), moved).delete(begin, end);
  else tr.delete(begin, end).insert(posOf(parent, start, from), moved);
  const first = posOf(parent, start, from);
  const inside = state.selection.from >= first && state.selection.to <= posOf(parent, start, to);
  const by = up ? -size : size;
  // Blocks that were dragged take the caret with them.
  return tr.setSelection(inside ? shifted(tr, state.selection, by) : Selection.near(tr.doc.resolve(first + by), 1));
}

/** The place that the blocks go to when they pass the one beside them with all that belongs to it; null at the end. */
function nextPlace({ parent, from, to }: BlockRange, direction: 1 | -1): number | null {
  if (direction < 0) {
    if (from <= firstIndex(parent)) return null;
    return together(parent, from - 2) && from - 2 >= firstIndex(parent) ? from - 2 : from - 1;
  }
  if (to >= parent.childCount) return null;
  return together(parent, to) ? to + 2 : to + 1;
}

function step(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const range = selectedBlocks(state);
    const index = range && nextPlace(range, direction);
    if (!range || index === null) return false;
    dispatch?.(moveTo(state, range, index).scrollIntoView());
    return true;
  };
}

export const moveBlockUp = step(-1);
export const moveBlockDown = step(1);

/** The blocks of the document at which `pos` lies, with the captions that go with them; null for none. */
export function blockAt(doc: Node, pos: number): BlockRange | null {
  const index = doc.resolve(Math.min(Math.max(pos, 0), doc.content.size)).index(0);
  if (index < firstIndex(doc) || index >= doc.childCount) return null;
  return widened({ parent: doc, start: 0, from: index, to: index + 1 });
}

/** Moves blocks of the document before its child `index`; never before the title block, nor between a caption and its own. */
export function moveBlocks(range: BlockRange, index: number): Command {
  return (state, dispatch) => {
    const { doc } = state;
    if (range.parent !== doc || index < firstIndex(doc) || index > doc.childCount) return false;
    if ((index >= range.from && index <= range.to) || together(doc, index - 1)) return false;
    dispatch?.(moveTo(state, range, index).scrollIntoView());
    return true;
  };
}

/** The same blocks once more, behind them; the caret goes to the copy. Notes stay with the first: one note has one place. */
export const duplicateBlock: Command = (state, dispatch) => {
  const range = selectedBlocks(state);
  if (!range || blocksOf(range).some(({ type }) => type === nodes.sourceList)) return false;
  if (dispatch) {
    const tr = state.tr;
    const copies = blocksOf(range).map(copied);
    const [begin, end] = [posOf(range.parent, range.start, range.from), posOf(range.parent, range.start, range.to)];
    tr.insert(end, copies);
    tr.removeMark(end, end + (end - begin), schema.marks.annotation);
    dispatch(tr.setSelection(shifted(tr, state.selection, end - begin)).scrollIntoView());
  }
  return true;
};

/** A section of the template is opened once, and a caption named once. */
function copied(node: Node): Node {
  if (node.type === nodes.heading) return node.type.create({ ...node.attrs, slot: null }, node.content, node.marks);
  if (node.type === nodes.caption) return node.type.create({ ...node.attrs, target: null }, node.content, node.marks);
  return node;
}

/** Takes the blocks away; of a document or list that would be empty then an empty paragraph or nothing of the list stays. */
export const deleteBlock: Command = (state, dispatch) => {
  const range = selectedBlocks(state);
  if (!range) return false;
  if (dispatch) {
    const { parent, start, from, to } = range;
    const [begin, end] = [posOf(parent, start, from), posOf(parent, start, to)];
    const tr = state.tr;
    const last = parent.type === nodes.doc && to - from === parent.childCount - firstIndex(parent);
    if (last) tr.replaceWith(begin, end, nodes.paragraph.create());
    else tr.delete(begin, end);
    const near = tr.doc.resolve(Math.min(begin, tr.doc.content.size));
    dispatch(tr.setSelection(Selection.findFrom(near, 1, true) ?? Selection.near(near, -1)).scrollIntoView());
  }
  return true;
};
