// The document itself: its banner, and breaks between pages.
import { TextSelection, type Command } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { schema } from '../../../shared/briefing/schema.ts';
import { insertBlock } from './insertion.ts';

/** Null or blank takes it away. */
export function setBanner(banner: string | null): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setDocAttribute('banner', banner?.trim() || null));
    return true;
  };
}

/** A page break behind the block of the caret, with a paragraph to go on in. */
export const pageBreak: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const { $from } = state.selection;
  const tr = state.tr;
  const block = schema.nodes.pageBreak.create();
  const at = insertBlock(tr, $from, block);
  if (at === null) return false;
  const after = at + block.nodeSize;
  if (!tr.doc.resolve(after).nodeAfter?.isTextblock) tr.insert(after, schema.nodes.paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, after + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};
