// Portion marks and numbers of paragraphs: setting them on what is selected, and on the document.
import type { Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { bearsPortion, portionMark } from '../../../shared/briefing/portion.ts';
import { textAttr } from '../attributes.ts';

/** Numbers the paragraphs of the body through, or stops it. */
export const numberParagraphs: Command = (state, dispatch) => {
  dispatch?.(state.tr.setDocAttribute('numbered', state.doc.attrs['numbered'] !== true));
  return true;
};

/** Of the paragraphs, headings, title and quotations, those that the selection touches; a quotation bears one mark for all its words. */
function portionsAt(state: EditorState): { readonly node: Node; readonly pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!bearsPortion(node)) return true;
    found.push({ node, pos });
    return false;
  });
  return found;
}

/** The mark of the first of them. */
export function portionAt(state: EditorState): string | null {
  const first = portionsAt(state)[0];
  return first ? textAttr(first.node.attrs, 'portion') : null;
}

/** Marks what of the selection bears a mark; null or blank takes their marks away. */
export function setPortion(words: string | null): Command {
  return (state, dispatch) => {
    const portions = portionsAt(state);
    if (portions.length === 0) return false;
    const mark = words === null ? null : portionMark(words);
    if (dispatch) {
      const tr = state.tr;
      for (const { pos } of portions) tr.setNodeAttribute(pos, 'portion', mark);
      dispatch(tr);
    }
    return true;
  };
}
