// Tests of annotations: text and note come and go together, and a row of keystrokes in a body is one undo step.
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  addAnnotation,
  addReply,
  deleteAnnotation,
  deleteReply,
  toggleResolved,
  updateAnnotation,
  updateReply,
} from '../../../../renderer/editor/commands/annotations.ts';
import { annotationsOf } from '../../../../renderer/editor/plugins/annotations.ts';
import { apply, doc, figure, note, p, td, table, tr } from '../../../builders.ts';
import { annotation, editorState, tonnes } from '../harbour.ts';

function run(state: EditorState, ...commands: Command[]): EditorState {
  for (const command of commands) {
    const done = command(state, (step) => {
      state = state.apply(step);
    });
    expect(done).toBe(true);
  }
  return state;
}

const body = (state: EditorState, id = 'n') => annotationsOf(state).bodies.get(id)?.body;
const type = (words: string): Command => updateAnnotation('n', { body: words });
const noted = () => editorState(doc(p(note('n', 'o<cursor>ne'), ' two')), [annotation('n')]);

describe('adding a note', () => {
  it('marks the words selected without the space at their edges; it is private and unverified', () => {
    const after = apply(
      editorState(doc(p('a<from> bc <to>d'))),
      addAnnotation('n'),
      doc(p('a ', note('n', 'bc'), ' d')),
    );
    expect(annotationsOf(after).bodies.get('n')).toEqual(annotation('n', { at: '2025-03-05T09:00:00.000Z' }));
  });

  it('takes the word at the caret, or the whole traced words', () => {
    apply(editorState(doc(p('one tw<cursor>o'))), addAnnotation('n'), doc(p('one ', note('n', 'two'))));
    apply(
      editorState(doc(p('a ', figure(tonnes.id, '412,000 t<cursor>onnes')))),
      addAnnotation('n'),
      doc(p('a ', note('n', figure(tonnes.id, '412,000 tonnes')))),
    );
  });

  it('overlaps another note and crosses paragraphs and cells', () => {
    apply(
      editorState(doc(p(note('m', 'a<from>b'), 'c'), p('d<to>e')), [annotation('m')]),
      addAnnotation('n'),
      doc(p(note('m', 'a'), note('n', note('m', 'b'), 'c')), p(note('n', 'd'), 'e')),
    );
    apply(editorState(doc(table(tr(td(p('a<cursor>')))))), addAnnotation('n'), doc(table(tr(td(p(note('n', 'a')))))));
  });

  it('needs words', () => {
    apply(editorState(doc(p('a <cursor> b'))), addAnnotation('n'), null);
    apply(editorState(doc(p('<cursor>'))), addAnnotation('n'), null);
  });

  it('is one undo step for mark and body', () => {
    const after = run(editorState(doc(p('o<cursor>ne'))), addAnnotation('n'), undo);
    expect(annotationsOf(after).bodies.size).toBe(0);
    expect(after.doc.toJSON()).toEqual(doc(p('one')).toJSON());
    expect(annotationsOf(run(after, redo)).bodies.has('n')).toBe(true);
  });
});

describe('typing a body', () => {
  it('is one undo step, however slow', () => {
    const typed = run(noted(), type('a'), type('ab'), type('abc'));
    expect(body(typed)).toBe('abc');
    const undone = run(typed, undo);
    expect(body(undone)).toBe('');
    expect(undo(undone)).toBe(false);
    expect(body(run(undone, redo))).toBe('abc');
  });

  it('is a new step after anything else: the text, another note, a status, undo', () => {
    const between: Command = (state, dispatch) => {
      dispatch?.(state.tr.insertText('x', 2));
      return true;
    };
    expect(body(run(noted(), type('a'), between, type('ab'), undo))).toBe('a');
    expect(body(run(noted(), type('a'), between, type('ab'), undo, undo, undo))).toBe('');
    expect(body(run(noted(), type('a'), updateAnnotation('n', { status: 'verified' }), type('ab'), undo))).toBe('a');
    expect(body(run(noted(), type('a'), type('ab'), undo, type('z'), undo))).toBe('');
  });

  it('does not join the typing of text before it', () => {
    const state = noted();
    const typed = run(state.apply(state.tr.insertText('x', 2)), type('a'), undo);
    expect(body(typed)).toBe('');
    expect(typed.doc.textContent).toContain('xA note');
  });
});

describe('changing, answering and deleting', () => {
  it('a change that changes nothing is none, and so is one of an unknown note', () => {
    apply(noted(), updateAnnotation('n', { status: 'unverified', tags: [] }), null);
    apply(noted(), updateAnnotation('gone', { body: 'x' }), null);
  });

  it('an answer carries its author and time; a blank one is none', () => {
    const after = run(noted(), addReply('n', ' Asked. '));
    expect(annotationsOf(after).bodies.get('n')?.replies).toEqual([
      { id: 'new-1', author: 'Analyst', at: '2025-03-05T09:00:00.000Z', body: 'Asked.' },
    ]);
    apply(noted(), addReply('n', '  '), null);
  });

  it('resolving goes back and forth', () => {
    const after = run(noted(), toggleResolved('n'));
    expect(annotationsOf(after).bodies.get('n')?.resolved).toBe(true);
    expect(annotationsOf(run(after, toggleResolved('n'))).bodies.get('n')?.resolved).toBe(false);
    apply(noted(), toggleResolved(null), null);
  });

  it('deleting takes mark and body, other notes stay, undo brings both back', () => {
    const state = editorState(doc(p(note('m', note('n', 'one')))), [annotation('m'), annotation('n', { body: 'why' })]);
    const after = apply(state, deleteAnnotation('n'), doc(p(note('m', 'one'))));
    expect([...annotationsOf(after).bodies.keys()]).toEqual(['m']);
    const back = apply(after, undo, doc(p(note('n', note('m', 'one')))));
    expect(body(back)).toBe('why');
  });

  it('deleting the words keeps the body, so that undo brings the note back with them', () => {
    const state = editorState(doc(p(note('n', 'one'), ' two')), [annotation('n', { body: 'why' })]);
    const from = state.doc.firstChild?.nodeSize ?? 0;
    const cut = state.apply(state.tr.delete(from + 1, from + 4));
    expect(body(cut)).toBe('why');
    apply(cut, undo, doc(p(note('n', 'one'), ' two')));
  });
});

describe('one’s own answer', () => {
  const answered = () => run(noted(), addReply('n', 'Asked.'));
  const replies = (state: EditorState) =>
    annotationsOf(state)
      .bodies.get('n')
      ?.replies.map((one) => one.body);

  it('is changed and deleted, each one undo step', () => {
    const changed = run(answered(), updateReply('n', 'new-1', ' Asked again. '));
    expect(replies(changed)).toEqual(['Asked again.']);
    expect(replies(run(changed, undo))).toEqual(['Asked.']);
    const deleted = run(changed, deleteReply('n', 'new-1'));
    expect(replies(deleted)).toEqual([]);
    expect(replies(run(deleted, undo))).toEqual(['Asked again.']);
  });

  it('stays when nothing is written, nothing changed, or it is somebody else’s', () => {
    apply(answered(), updateReply('n', 'new-1', ' '), null);
    apply(answered(), updateReply('n', 'new-1', 'Asked.'), null);
    apply(answered(), updateReply('n', 'gone', 'x'), null);
    const theirs = { id: 'r', author: 'Bo Ruiz', at: '2025-03-05T08:00:00.000Z', body: 'No.' };
    const state = editorState(doc(p(note('n', 'o<cursor>ne'))), [annotation('n', { replies: [theirs] })]);
    apply(state, updateReply('n', 'r', 'Yes.'), null);
    apply(state, deleteReply('n', 'r'), null);
  });
});

describe('words with notes that move', () => {
  const drawing = doc(p('a ', note('m', '<from>b ', note('n', 'c'), '<to>'), ' d'), p('e'));
  const cut: Command = (state, dispatch) => {
    dispatch?.(state.tr.deleteSelection());
    return true;
  };

  it('take them along when they are cut and pasted, and bring them back with undo', () => {
    const state = editorState(drawing, [annotation('m'), annotation('n')]);
    const slice = state.selection.content();
    const paste: Command = (now, dispatch) => {
      dispatch?.(now.tr.replaceRange(now.doc.content.size - 1, now.doc.content.size - 1, slice));
      return true;
    };
    const away = run(state, cut);
    expect([...annotationsOf(away).bodies.keys()]).toEqual(['m', 'n']);
    const moved = run(away, paste);
    expect(moved.doc.toJSON()).toEqual(doc(p('a  d'), p('e', note('m', 'b ', note('n', 'c')))).toJSON());
    const back = run(moved, undo, undo);
    expect(back.doc.toJSON()).toEqual(drawing.toJSON());
    expect([...annotationsOf(back).bodies.keys()]).toEqual(['m', 'n']);
  });
});
