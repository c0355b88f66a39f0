// Borders: Backspace and Delete at the ends of a quotation and of its attribution, where they must change nothing.
import type { Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';

const { nodes } = schema;

/**
 * True when the caret stands at the first or last place of one of a quotation's blocks and what lies beyond is something
 * of another kind: its words, its attribution, or whatever stands beside the quotation.
 */
function atBorder(state: EditorState, direction: -1 | 1): boolean {
  const $cursor = state.selection instanceof TextSelection ? state.selection.$cursor : null;
  if (!$cursor || $cursor.depth === 0) return false;
  const end = direction === 1 ? $cursor.parent.content.size : 0;
  const quotation: Node = $cursor.node(-1);
  if (quotation.type !== nodes.quotation || $cursor.parentOffset !== end) return false;
  // Two paragraphs of the same quotation may be joined.
  return quotation.maybeChild($cursor.index(-1) + direction)?.type !== $cursor.parent.type;
}

/** Takes the key and changes nothing: left alone, the browser would join what ProseMirror will not. */
export const stopBackward: Command = (state) => atBorder(state, -1);

/** As `stopBackward`, for Delete. */
export const stopForward: Command = (state) => atBorder(state, 1);
