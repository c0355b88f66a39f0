// Pictures in the text: inserted behind the block of the caret, and given another description or width.
import { NodeSelection, type Command, type EditorState } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';
import type { PictureAttrs } from '../editor.ts';
import { insertBlock } from './insertion.ts';

/** What an image node holds. */
export function pictureOf(node: Node): PictureAttrs {
  const width: unknown = node.attrs['width'];
  return {
    media: textAttr(node.attrs, 'media') ?? '',
    alt: textAttr(node.attrs, 'alt') ?? '',
    width: typeof width === 'number' ? width : null,
  };
}

/** The picture that is selected, with its position; null when something else is. */
export function selectedPicture({ selection }: EditorState): { pos: number; picture: PictureAttrs } | null {
  if (!(selection instanceof NodeSelection) || selection.node.type !== schema.nodes.image) return null;
  return { pos: selection.from, picture: pictureOf(selection.node) };
}

/** Behind the block at `pos`, or at the caret; the picture is selected afterwards, and the text can go on behind it. */
export function insertPicture(picture: PictureAttrs, pos?: number): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    const $pos = pos === undefined ? state.selection.$to : state.doc.resolve(Math.min(pos, state.doc.content.size));
    const at = insertBlock(tr, $pos, schema.nodes.image.create({ ...picture }));
    if (at === null) return false;
    if (!tr.doc.resolve(at + 1).nodeAfter) tr.insert(at + 1, schema.nodes.paragraph.create());
    tr.setSelection(NodeSelection.create(tr.doc, at));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Gives the picture at `pos` another description and width. */
export function setPicture(pos: number, { alt, width }: PictureAttrs): Command {
  return (state, dispatch) => {
    const node = pos <= state.doc.content.size ? state.doc.nodeAt(pos) : null;
    if (node?.type !== schema.nodes.image) return false;
    const tr = state.tr.setNodeMarkup(pos, null, { ...node.attrs, alt, width });
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, pos)));
    return true;
  };
}
