// Tests of the snapshot: what the panels are told of the text.
import { undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { addAnnotation } from '../../../renderer/editor/commands/annotations.ts';
import { snapshotOf } from '../../../renderer/editor/snapshot.ts';
import { textCommands } from '../../../renderer/editor/textCommands.ts';
import { words } from '../../../renderer/editor/wordCount.ts';
import { wordCount } from '../../../shared/briefing/queries.ts';
import { by, cite, doc, figure, h, li, note, p, quote, strong, table, td, tr, ul } from '../../builders.ts';
import { annotation, article, dues, editorState, tonnes } from './harbour.ts';

const commands = textCommands(() => undefined);
const snap = (state: EditorState, editable = true) => snapshotOf(state, commands, editable);

describe('a snapshot', () => {
  it('lists the anchors in the order of the document', () => {
    const state = editorState(
      doc({ banner: 'X' }, p(note('n', 'a ', figure(tonnes.id, '9 tonnes'))), quote(dues.id, 'x', by('A'))),
      [annotation('n', { resolved: true })],
    );
    expect(snap(state).anchors.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'annotation n',
      `fact ${tonnes.id}`,
      `check altered-figure:${tonnes.id}`,
      `fact ${dues.id}`,
      `check altered-quotation:${dues.id}`,
    ]);
  });

  it('counts versions up with every change, undo too, not with a move of the caret', () => {
    let state = editorState(doc(p('o<cursor>ne')));
    expect(snap(state).version).toBe(0);
    addAnnotation('n')(state, (tr) => (state = state.apply(tr)));
    expect(snap(state).version).toBe(1);
    state = state.apply(state.tr.setSelection(state.selection));
    expect(snap(state).version).toBe(1);
    undo(state, (tr) => (state = state.apply(tr)));
    expect(snap(state).version).toBe(2);
  });

  it('tells what is at the caret, the smallest of several, and of two that touch the one that begins', () => {
    const one = snap(
      editorState(doc(p(note('m', 'a ', note('n', 'b<cursor>b'), ' c'))), [annotation('m'), annotation('n')]),
    );
    expect(one.annotationAtCaret).toBe('n');
    const two = snap(editorState(doc(p(note('m', 'a<cursor>'), note('n', 'b'))), [annotation('m'), annotation('n')]));
    expect(two.annotationAtCaret).toBe('n');
    const figures = snap(editorState(doc(p(figure(tonnes.id, '9 to<cursor>nnes')))));
    expect(figures.factAtCaret).toBe(tonnes.id);
    expect(figures.checkAtCaret).toBe(`altered-figure:${tonnes.id}`);
    const citation = snap(editorState(doc(p('a', cite(article.id, dues.id), '<cursor>'))));
    expect(citation.factAtCaret).toBe(dues.id);
    const nothing = snap(editorState(doc(p('a ', figure(tonnes.id, '1'), ' b<cursor>b'))));
    expect([nothing.factAtCaret, nothing.annotationAtCaret, nothing.checkAtCaret]).toEqual([null, null, null]);
  });

  it('tells what is on and what can run', () => {
    const bold = snap(editorState(doc(h(strong('o<cursor>ne')))));
    expect([...bold.active].sort()).toEqual(['bold', 'heading1']);
    const list = snap(editorState(doc(ul(li(p('o<cursor>ne'))))));
    expect([...list.active]).toEqual(['bulletedList']);
    expect(list.enabled.has('heading1')).toBe(false);
    expect(list.enabled.has('undo')).toBe(false);
    expect(list.enabled.has('addNote')).toBe(true);
    const cell = snap(editorState(doc(table(tr(td(p('o<cursor>ne')))))));
    expect([cell.enabled.has('addRow'), cell.enabled.has('insertTable')]).toEqual([true, false]);
  });

  it('of a text that is only read offers to look, not to change', () => {
    const state = editorState(doc(p('<from>a<to> ', figure(tonnes.id, '9 tonnes'))));
    const { enabled } = snap(state, false);
    expect([...enabled].sort()).toEqual(['nextFact', 'nextWarning', 'previousFact', 'previousWarning']);
  });

  it('counts words as everywhere else', () => {
    const drawn = doc(
      h('One two'),
      p('three – four', cite('a')),
      ul(li(p('five')), li(p('six seven'))),
      quote('q', '“e”', by()),
    );
    expect(words(drawn)).toBe(wordCount(drawn));
    expect(words(drawn)).toBe(10);
  });

  it('counts the words of the selection, whole and in part, in every kind of block', () => {
    const selected = (drawn: Parameters<typeof editorState>[0]) => snap(editorState(drawn)).selectedWords;
    expect(selected(doc(p('one <cursor>two')))).toBe(0);
    expect(selected(doc(p('one <from>two, th<to>ree')))).toBe(2);
    expect(selected(doc(p('one <from>two'), ul(li(p('three')), li(p('four five'))), p('six<to> seven')))).toBe(5);
    expect(selected(doc(ul(li(p('a <from>b')), li(p('c'))), table(tr(td(p('d')), td(p('e<to> f'))))))).toBe(4);
    const all = doc(p('<from>one', cite(article.id), ' two'), quote(dues.id, 'x y', by('A')), p('z<to>'));
    expect(selected(all)).toBe(wordCount(all) - 2);
  });
});
