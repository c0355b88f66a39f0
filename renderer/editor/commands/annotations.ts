// Annotations: adding, changing, answering, deleting and visiting the notes on the text.
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { STATUSES } from '../../../shared/facts/fact.ts';
import { CONFIDENCES, type Annotation } from '../../../shared/briefing/annotation.ts';
import type { Editor } from '../editor.ts';
import { annotationsOf, asTyping, changeAnnotation } from '../plugins/annotations.ts';
import { tiesOf } from '../plugins/blocks.ts';
import { known } from '../plugins/context.ts';

const type = schema.marks.annotation;
const WORD = /[\p{L}\p{N}\p{M}'’-]/u;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The traced words or the word at a caret. */
function wordAtCaret(state: EditorState): Stretch[] {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || $from.depth === 0) return [];
  for (const name of ['figure', 'quoted'] as const) {
    const traced = tiesOf($from.node(1), $from.before(1), name).find(
      ({ from, to }) => from <= $from.pos && to >= $from.pos,
    );
    if (traced) return [{ from: traced.from, to: traced.to }];
  }
  // One character for each leaf, so that offsets are positions.
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc');
  let from = $from.parentOffset;
  let to = from;
  while (from > 0 && WORD.test(text.charAt(from - 1))) from--;
  while (to < text.length && WORD.test(text.charAt(to))) to++;
  return to > from ? [{ from: $from.start() + from, to: $from.start() + to }] : [];
}

/** The selected words, block by block, without the space at their edges. */
function selectedWords(state: EditorState): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock) return true;
      if (!node.type.allowsMarkType(type)) return false;
      let from = Math.max($from.pos, pos + 1);
      let to = Math.min($to.pos, pos + 1 + node.content.size);
      const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
      while (from < to && /\s/u.test(text.charAt(from - pos - 1))) from++;
      while (to > from && /\s/u.test(text.charAt(to - pos - 2))) to--;
      if (to > from) stretches.push({ from, to });
      return false;
    });
  }
  return stretches;
}

function stretchesFor(state: EditorState): Stretch[] {
  return state.selection.empty ? wordAtCaret(state) : selectedWords(state);
}

/** A note under `id` on the selection, or on the word at the caret: unverified, empty, private. */
export function addAnnotation(id: string): Command {
  return (state, dispatch) => {
    const stretches = stretchesFor(state);
    if (stretches.length === 0) return false;
    if (dispatch) {
      const { context } = known(state);
      const annotation: Annotation = {
        id,
        author: context.author,
        at: context.now(),
        body: '',
        status: 'unverified',
        confidence: null,
        tags: [],
        replies: [],
        resolved: false,
        export: false,
      };
      const tr = changeAnnotation(state.tr, id, null, annotation);
      for (const { from, to } of stretches) tr.addMark(from, to, type.create({ id }));
      dispatch(tr);
    }
    return true;
  };
}

type Change = Parameters<Editor['updateAnnotation']>[1];

function isSame(annotation: Annotation, change: Change): boolean {
  const before: Readonly<Record<string, unknown>> = annotation;
  return Object.entries(change).every(([key, value]) => JSON.stringify(before[key]) === JSON.stringify(value));
}

/** One undo step; a change of the body alone joins the keystroke before it in the same body. */
export function updateAnnotation(id: string, change: Change): Command {
  return (state, dispatch) => {
    const before = annotationsOf(state).bodies.get(id);
    if (!before || isSame(before, change)) return false;
    if (change.status !== undefined && !STATUSES.includes(change.status)) return false;
    if (change.confidence !== undefined && change.confidence !== null && !CONFIDENCES.includes(change.confidence))
      return false;
    if (dispatch) {
      const tr = changeAnnotation(state.tr, id, before, { ...before, ...change });
      const onlyBody = change.body !== undefined && Object.keys(change).length === 1;
      dispatch(onlyBody ? asTyping(tr, state, id) : tr);
    }
    return true;
  };
}

/** An answer by the author of now. A blank one is none. */
export function addReply(id: string, body: string): Command {
  return (state, dispatch) => {
    const before = annotationsOf(state).bodies.get(id);
    if (!before || body.trim() === '') return false;
    if (dispatch) {
      const { context } = known(state);
      const reply = { id: context.newId(), author: context.author, at: context.now(), body: body.trim() };
      dispatch(changeAnnotation(state.tr, id, before, { ...before, replies: [...before.replies, reply] }));
    }
    return true;
  };
}

/** Other words for one's own answer; blank ones are no change. Only its author may change it. */
export function updateReply(id: string, replyId: string, body: string): Command {
  return (state, dispatch) => {
    const before = annotationsOf(state).bodies.get(id);
    const reply = before?.replies.find((one) => one.id === replyId);
    if (!before || !reply || reply.author !== known(state).context.author) return false;
    if (body.trim() === '' || body.trim() === reply.body) return false;
    if (dispatch) {
      const replies = before.replies.map((one) => (one === reply ? { ...one, body: body.trim() } : one));
      dispatch(changeAnnotation(state.tr, id, before, { ...before, replies }));
    }
    return true;
  };
}

export function deleteReply(id: string, replyId: string): Command {
  return (state, dispatch) => {
    const before = annotationsOf(state).bodies.get(id);
    const reply = before?.replies.find((one) => one.id === replyId);
    if (!before || !reply || reply.author !== known(state).context.author) return false;
    const replies = before.replies.filter((one) => one !== reply);
    dispatch?.(changeAnnotation(state.tr, id, before, { ...before, replies }));
    return true;
  };
}

function withoutMark(tr: Transaction, id: string): Transaction {
  // Marks are taken by value: other notes on the same words stay.
  return tr.removeMark(0, tr.doc.content.size, type.create({ id }));
}

/** The note and its mark; the words stay. */
export function deleteAnnotation(id: string): Command {
  return (state, dispatch) => {
    const before = annotationsOf(state).bodies.get(id);
    if (!before) return false;
    dispatch?.(withoutMark(changeAnnotation(state.tr, id, before, null), id));
    return true;
  };
}

/** Resolved to open and back. */
export function toggleResolved(id: string | null): Command {
  return (state, dispatch) => {
    const before = id === null ? undefined : annotationsOf(state).bodies.get(id);
    return before ? updateAnnotation(before.id, { resolved: !before.resolved })(state, dispatch) : false;
  };
}
