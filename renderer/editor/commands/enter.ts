// Enter, Backspace, Delete and Tab: what they do in each kind of block.
import { baseKeymap, chainCommands, createParagraphNear, liftEmptyBlock, splitBlockAs } from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { Selection, TextSelection, type Command } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { numberAttr, textAttr } from '../attributes.ts';
import { stopBackward, stopForward } from './borders.ts';
import { leaveCaption } from './captions.ts';
import { indent, liftAtStart, newItem, outdent } from './lists.ts';
import { nextCell, previousCell } from './tables.ts';

const { nodes } = schema;

/** In the title block a line is a field: Enter and Tab go to the next one. */
const nextField: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.title && $from.parent.type !== nodes.detail) return false;
  const next = Selection.findFrom(state.doc.resolve($from.after()), 1, true);
  if (next) dispatch?.(state.tr.setSelection(next).scrollIntoView());
  return true;
};

const previousField: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.title && $from.parent.type !== nodes.detail) return false;
  const before = Selection.findFrom(state.doc.resolve($from.before()), -1, true);
  if (before) dispatch?.(state.tr.setSelection(before).scrollIntoView());
  return true;
};

/** The line that says who spoke is one line: Enter goes on with our own words behind the quotation. */
const leaveQuotation: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const depth = $from.depth - 1;
  if ($from.parent.type !== nodes.attribution || !$from.sameParent($to)) return false;
  if (dispatch) {
    const after = $from.after(depth);
    const tr = state.tr.insert(after, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  }
  return true;
};

/** The second half asks nothing and opens no section of the template; what is typed behind reported words is our own. */
const split = splitBlockAs((node, atEnd) => {
  if (node.type === nodes.paragraph) {
    const own = { voice: textAttr(node.attrs, 'voice'), portion: textAttr(node.attrs, 'portion') };
    return { type: nodes.paragraph, attrs: atEnd ? {} : own };
  }
  if (node.type === nodes.heading && !atEnd) {
    const own = { level: numberAttr(node.attrs, 'level', 1), portion: textAttr(node.attrs, 'portion') };
    return { type: nodes.heading, attrs: { ...own, slot: null } };
  }
  // Else the attribution, which may come next too, would be made a second time.
  return node.type === nodes.quotationText ? { type: node.type } : null;
});

export const enter = chainCommands(
  nextField,
  leaveQuotation,
  leaveCaption,
  newItem,
  createParagraphNear,
  liftEmptyBlock,
  split,
);

export const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || $from.parent.type === nodes.title || $from.parent.type === nodes.detail) {
    return false;
  }
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView());
  return true;
};

/** At the start of a heading Backspace makes it body text before it joins anything. */
const unmakeHeading: Command = (state, dispatch) => {
  const { $cursor } = state.selection as TextSelection;
  if (!$cursor || $cursor.parentOffset > 0 || $cursor.parent.type !== nodes.heading) return false;
  const portion = textAttr($cursor.parent.attrs, 'portion');
  dispatch?.(state.tr.setBlockType($cursor.pos, undefined, nodes.paragraph, { portion }));
  return true;
};

const baseBackspace: Command = baseKeymap['Backspace'] ?? (() => false);

export const backspace = chainCommands(undoInputRule, unmakeHeading, liftAtStart, stopBackward, baseBackspace);

const baseDelete: Command = baseKeymap['Delete'] ?? (() => false);

/** Delete forward. */
export const deleteForward = chainCommands(stopForward, baseDelete);

/** Tab never falls out of the text by itself: Esc first (ui.md, Keyboard). */
const stay: Command = () => true;

export const tab = chainCommands(nextCell, indent, nextField, stay);
export const shiftTab = chainCommands(previousCell, outdent, previousField, stay);
