// Links: setting and taking away an address on words.
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';

const type = schema.marks.link;

/** Addresses that a briefing may hold; anything else (javascript:, file:) is dropped. */
export function isSafeAddress(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/iu.test(href);
}

/** The stretch and address of the link at the caret, or null. */
export function linkAtCaret(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from, from, to } = state.selection;
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  const href = mark ? textAttr(mark.attrs, 'href') : null;
  if (!mark || href === null) return null;
  let at = $from.start();
  let start = at;
  for (let index = 0; index < $from.parent.childCount; index++) {
    const child = $from.parent.child(index);
    if (!mark.isInSet(child.marks)) start = at + child.nodeSize;
    at += child.nodeSize;
    const next = $from.parent.maybeChild(index + 1);
    const ends = start < at && !(next && mark.isInSet(next.marks));
    if (ends && start <= from && at >= to) return { from: start, to: at, href };
  }
  return null;
}

/** On the selection, or on the whole link at the caret; null takes the link away. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { empty, $from } = state.selection;
    const link = linkAtCaret(state);
    if (href !== null && !isSafeAddress(href)) return false;
    if (empty && !link) return false;
    if (href !== null && !$from.parent.type.allowsMarkType(type)) return false;
    if (dispatch) {
      const tr = state.tr;
      const { from, to } = empty && link ? link : state.selection;
      tr.removeMark(from, to, type);
      if (href !== null) tr.addMark(from, to, type.create({ href }));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}
