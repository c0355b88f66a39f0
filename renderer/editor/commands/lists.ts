// Lists: making, leaving and indenting them.
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';

const { nodes } = schema;

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

/** Into a list of this kind; within the other kind, changes it; within this kind, out of it. */
function toggleList(type: NodeType): Command {
  const wrap = wrapInList(type);
  const lift = liftListItem(nodes.listItem);
  return (state, dispatch) => {
    const depth = listDepth(state);
    if (depth === 0) return wrap(state, dispatch);
    const { $from } = state.selection;
    if ($from.node(depth).type === type) return lift(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type).scrollIntoView());
    return true;
  };
}

export const bulletedList = toggleList(nodes.bulletList);
export const numberedList = toggleList(nodes.orderedList);

export const newItem = splitListItem(nodes.listItem);

/** Tab in a list. The first item has none above to go under: nothing happens, and Tab stays in the text. */
export const indent: Command = (state, dispatch) => {
  if (listDepth(state) === 0) return false;
  sinkListItem(nodes.listItem)(state, dispatch);
  return true;
};

export const outdent: Command = (state, dispatch) => {
  if (listDepth(state) === 0) return false;
  liftListItem(nodes.listItem)(state, dispatch);
  return true;
};
