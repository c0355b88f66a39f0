// Format: marks on words, and what kind of block a paragraph is.
import { toggleMark } from 'prosemirror-commands';
import type { Attrs, MarkType, Node, NodeType } from 'prosemirror-model';
import { liftListItem } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { numberAttr, textAttr } from '../attributes.ts';

const { marks, nodes } = schema;

export const bold = toggleMark(marks.strong);
export const italic = toggleMark(marks.em);
export const underline = toggleMark(marks.underline);
export const strike = toggleMark(marks.strike);
export const superscript = toggleMark(marks.superscript);
export const subscript = toggleMark(marks.subscript);

/** True when typing now, or the whole selection, is under the mark. */
export function markActive(state: EditorState, type: MarkType): boolean {
  const { empty, $from, ranges } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  let words = false;
  let without = false;
  for (const { $from: start, $to: end } of ranges) {
    state.doc.nodesBetween(start.pos, end.pos, (node) => {
      if (!node.isText) return;
      words = true;
      if (!type.isInSet(node.marks)) without = true;
    });
  }
  return words && !without;
}

/** Marks of looks alone; a tie to a fact, a note or an address is no look and stays. */
const LOOKS: readonly MarkType[] = [
  marks.strong,
  marks.em,
  marks.underline,
  marks.strike,
  marks.superscript,
  marks.subscript,
  marks.code,
];

export const clearFormatting: Command = (state, dispatch) => {
  const { empty, ranges } = state.selection;
  if (empty) return false;
  if (dispatch) {
    const tr = state.tr;
    for (const { $from, $to } of ranges) for (const type of LOOKS) tr.removeMark($from.pos, $to.pos, type);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** The textblocks of the selection. */
function blocksOf(state: EditorState): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock) return true;
      found.push({ node, pos });
      return false;
    });
  }
  return found;
}

/** Makes every block of the selection a `type`; done already counts as done, so that a menu may show it as chosen. */
function setBlock(type: NodeType, attrs: (node: Node) => Attrs): Command {
  return (state, dispatch) => {
    const blocks = blocksOf(state);
    if (blocks.length === 0) return false;
    const fits = blocks.every(({ node, pos }) => {
      if (node.type === type) return true;
      const $pos = state.doc.resolve(pos);
      return $pos.parent.canReplaceWith($pos.index(), $pos.index() + 1, type) && node.type !== nodes.title;
    });
    if (!fits) return false;
    if (dispatch) {
      const tr = state.tr;
      for (const { node, pos } of blocks) {
        const wanted = attrs(node);
        if (!node.hasMarkup(type, wanted)) tr.setBlockType(tr.mapping.map(pos) + 1, undefined, type, wanted);
      }
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

export function heading(level: 1 | 2 | 3): Command {
  // A heading that opens a section of the template goes on opening it at another level.
  return setBlock(nodes.heading, ({ attrs }) => ({
    level,
    slot: textAttr(attrs, 'slot'),
    portion: textAttr(attrs, 'portion'),
  }));
}

const asParagraph = setBlock(nodes.paragraph, ({ type, attrs }) =>
  type === nodes.paragraph ? attrs : { portion: textAttr(attrs, 'portion') },
);
const outOfList = liftListItem(nodes.listItem);

/** Body text: no heading, no list. */
export const bodyText: Command = (state, dispatch) => outOfList(state, dispatch) || asParagraph(state, dispatch);

export function headingActive(state: EditorState, level: number): boolean {
  const { parent } = state.selection.$from;
  return parent.type === nodes.heading && numberAttr(parent.attrs, 'level', 1) === level;
}

export function bodyTextActive(state: EditorState): boolean {
  const { $from } = state.selection;
  return $from.parent.type === nodes.paragraph && $from.node(-1).type !== nodes.listItem;
}
