// The document itself: its banner, and breaks between pages.
import type { Command } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { TextSelection } from 'prosemirror-state';
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
  if (!insertBlock(tr, $from, schema.nodes.pageBreak.create())) return false;
  const after = tr.selection.$from;
  if (after.depth === 0 || after.pos < $from.pos) {
    tr.insert(tr.doc.content.size, schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.atEnd(tr.doc));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};
