// Block quotations that the analyst types: paragraphs set as one, and back; the guard says that they have no source yet.
import type { Node } from 'prosemirror-model';
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';

const { nodes } = schema;

/** The quotation around the selection, with the position before it; null for none. */
function quotationAt(state: EditorState): { node: Node; pos: number } | null {
  const { $from, to } = state.selection;
  for (let depth = $from.sharedDepth(to); depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === nodes.quotation) return { node, pos: $from.before(depth) };
  }
  return null;
}

/** True in a quotation that is not traced: one that the command would take apart. */
export function blockQuoteActive(state: EditorState): boolean {
  const found = quotationAt(state);
  return found !== null && textAttr(found.node.attrs, 'factId') === null;
}

/** The selection after everything moved by `by`; where it can stand no more, the nearest place. */
function moved(tr: Transaction, { anchor, head }: Selection, by: number): Selection {
  const size = tr.doc.content.size;
  const place = (pos: number): number => Math.min(Math.max(pos + by, 0), size);
  return TextSelection.between(tr.doc.resolve(place(anchor)), tr.doc.resolve(place(head)));
}

/** The words of paragraphs as one quotation, with an empty line for whose they are. */
export function asQuotation(paragraphs: readonly Node[]): Node {
  const texts = paragraphs.map((node) => nodes.quotationText.create(null, node.content, node.marks));
  const portion = paragraphs.map(({ attrs }) => textAttr(attrs, 'portion')).find((mark) => mark !== null) ?? null;
  return nodes.quotation.create({ portion }, [...texts, nodes.attribution.create()]);
}

/** An untraced quotation as paragraphs; the line of whose words they were is one of them, unless it is empty. */
function asParagraphs(quotation: Node): Node[] {
  const portion = textAttr(quotation.attrs, 'portion');
  const blocks: Node[] = [];
  quotation.forEach((child, _offset, index) => {
    if (child.type === nodes.attribution && child.content.size === 0) return;
    blocks.push(nodes.paragraph.create(index === 0 ? { portion } : null, child.content));
  });
  return blocks;
}

/**
 * Makes the selected paragraphs a block quotation, or an untraced quotation paragraphs again. Not in lists and tables, where
 * Word would lose it; not for a traced one, whose words are its source's (Make it a paraphrase).
 */
export const blockQuote: Command = (state, dispatch) => {
  const { selection } = state;
  const found = quotationAt(state);
  if (found) {
    if (!blockQuoteActive(state)) return false;
    if (dispatch) {
      const tr = state.tr.replaceWith(found.pos, found.pos + found.node.nodeSize, asParagraphs(found.node));
      dispatch(tr.setSelection(moved(tr, selection, -1)).scrollIntoView());
    }
    return true;
  }
  const range = selection.$from.blockRange(selection.$to);
  if (!range || range.depth > 0) return false;
  const blocks: Node[] = [];
  for (let index = range.startIndex; index < range.endIndex; index++) blocks.push(range.parent.child(index));
  if (!blocks.every(({ type }) => type === nodes.paragraph)) return false;
  if (dispatch) {
    const tr = state.tr.replaceWith(range.start, range.end, asQuotation(blocks));
    dispatch(tr.setSelection(moved(tr, selection, 1)).scrollIntoView());
  }
  return true;
};
