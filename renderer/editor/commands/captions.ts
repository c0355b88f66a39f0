// Captions: giving a table, picture or chart its caption, and naming a caption in running text.
import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { NodeSelection, Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { byTarget, captionsOf, LABEL_OF } from '../../../shared/briefing/captions.ts';
import { schema } from '../../../shared/briefing/schema.ts';

const { nodes } = schema;

/** A table, picture or chart, and the position before it. */
interface Captioned {
  readonly node: Node;
  readonly pos: number;
  readonly kind: keyof typeof LABEL_OF;
}

function kindOf(node: Node | null | undefined): Captioned['kind'] | null {
  if (node?.type === nodes.table) return 'table';
  if (node?.type === nodes.image) return 'image';
  return node?.type === nodes.chart ? 'chart' : null;
}

/** What the caret stands in or on; a picture or chart that the caret's line follows counts, for no caret stands in it. */
function captionedAt({ selection }: EditorState): Captioned | null {
  if (selection instanceof NodeSelection) {
    const kind = kindOf(selection.node);
    if (kind !== null) return { node: selection.node, pos: selection.from, kind };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === nodes.table) return { node, pos: $from.before(depth), kind: 'table' };
  }
  if ($from.depth === 0) return null;
  const before = $from.node($from.depth - 1).maybeChild($from.index($from.depth - 1) - 1);
  const kind = kindOf(before);
  if (!before || kind === null || kind === 'table') return null;
  return { node: before, pos: $from.before() - before.nodeSize, kind };
}

/** Where its caption stands, or would stand: above a table, below a picture or chart; `there` is the caption it has. */
function captionPlace(state: EditorState, { node, pos, kind }: Captioned): { pos: number; there: Node | null } {
  const at = state.doc.resolve(kind === 'table' ? pos : pos + node.nodeSize);
  const beside = kind === 'table' ? at.nodeBefore : at.nodeAfter;
  const there = beside?.type === nodes.caption ? beside : null;
  return { pos: there && kind === 'table' ? at.pos - there.nodeSize : at.pos, there };
}

/**
 * The caption of the table, picture or chart at the caret, and the caret in it: made when there is none. `newId` names it
 * for references.
 */
export function insertCaption(newId: () => string): Command {
  return (state, dispatch) => {
    const captioned = captionedAt(state);
    if (!captioned) return false;
    const { pos, there } = captionPlace(state, captioned);
    const $pos = state.doc.resolve(pos);
    if (!there && !$pos.parent.canReplaceWith($pos.index(), $pos.index(), nodes.caption)) return false;
    if (!dispatch) return true;
    const tr = state.tr;
    if (!there) tr.insert(pos, nodes.caption.create({ label: LABEL_OF[captioned.kind], target: newId() }));
    tr.setSelection(TextSelection.create(tr.doc, pos + 1 + (there?.content.size ?? 0)));
    dispatch(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** Kinds of lines that may name a caption: our own words, never a title or somebody else's. */
const NAMING = new Set([nodes.paragraph, nodes.heading, nodes.caption, nodes.attribution]);

/**
 * A reference to the caption at `pos` in the place of the selection. A caption without a name of its own gets the name `id`.
 */
export function insertReference(pos: number, id: string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if (!NAMING.has($from.parent.type) || !$from.sameParent($to)) return false;
    const captions = captionsOf(state.doc);
    const caption = captions.find((one) => one.pos === pos);
    if (!caption) return false;
    if (!dispatch) return true;
    const named = caption.target !== null && byTarget(captions).get(caption.target) === caption;
    const target = named ? caption.target : id;
    const tr = state.tr;
    if (!named) tr.setNodeAttribute(pos, 'target', target);
    tr.replaceSelectionWith(nodes.reference.create({ target }), true);
    dispatch(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** When there is a caption to name, and the caret is where one may be named. */
export const canInsertReference: Command = (state) => {
  const first = captionsOf(state.doc)[0];
  return first !== undefined && insertReference(first.pos, '')(state);
};

/** A caption is one line: Enter goes on in the table below it, else in our own words behind it. */
export const leaveCaption: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.parent.type !== nodes.caption || !$from.sameParent($to)) return false;
  if (!dispatch) return true;
  const after = $from.after();
  const next = state.doc.resolve(after).nodeAfter;
  const tr = state.tr;
  if (next?.type !== nodes.table && next?.type !== nodes.paragraph) tr.insert(after, nodes.paragraph.create());
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView());
  return true;
};
