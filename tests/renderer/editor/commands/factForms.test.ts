// Tests of the forms a fact takes in the text: a reporting sentence, a row of a table; each with its citation, in one step.
import { undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import { insertFact } from '../../../../renderer/editor/commands/facts.ts';
import { formDropped } from '../../../../renderer/editor/plugins/dropFact.ts';
import { checkNow, guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import { checkBriefing } from '../../../../shared/check/checkBriefing.ts';
import { apply, cite, doc, figure, p, quoted, report, table, td, th, tr } from '../../../builders.ts';
import { article, dues, DUES_WORDS, editorState, quay, silt, tonnes } from '../harbour.ts';

const source = (factId: string, paragraph: number) => cite(article.id, factId, `paragraph ${paragraph}`);

describe('a sentence', () => {
  it('of a quotation names the speaker, ties the words and ends with the citation', () => {
    apply(
      editorState(doc(p('<cursor>'))),
      insertFact(dues.id, 'sentence'),
      doc(
        report(
          'Ana Brook, chair of the board, said: “',
          quoted(dues.id, DUES_WORDS),
          '”.',
          source(dues.id, 3),
          '<cursor>',
        ),
      ),
    );
  });

  it('of reported words has no quotation marks', () => {
    apply(
      editorState(doc(p('Before.<cursor>'))),
      insertFact(quay.id, 'sentence'),
      doc(
        p('Before. Ana Brook, chair of the board, said that the quay would be mended.', source(quay.id, 6), '<cursor>'),
      ),
    );
  });

  it('of a figure says who gives it, for what and when', () => {
    apply(
      editorState(doc(p('<cursor>'))),
      insertFact(tonnes.id, 'sentence'),
      doc(
        report(
          'Marl Courier gives ',
          figure(tonnes.id, '412,000 tonnes'),
          ' for cargo, 2023.',
          source(tonnes.id, 2),
          '<cursor>',
        ),
      ),
    );
  });

  it('of each raises no warning to settle, and goes with one undo', () => {
    for (const fact of [dues, quay, silt, tonnes]) {
      const before = editorState(doc(p('<cursor>')));
      let state = before;
      expect(insertFact(fact.id, 'sentence')(state, (step) => (state = state.apply(step)))).toBe(true);
      state = state.apply(checkNow(state, checkBriefing));
      const settle = guardOf(state).checks.filter(({ severity }) => severity === 'settle');
      expect(settle.map(({ title }) => title)).toEqual([]);
      expect(undo(state, (step) => (state = state.apply(step)))).toBe(true);
      expect(state.doc.eq(before.doc)).toBe(true);
    }
  });
});

describe('a row', () => {
  const head = (...names: readonly string[]) => tr(...names.map((name) => th(p(name))));

  it('goes under that of the caret, its cells by the headings, those of the analyst left empty', () => {
    const state = editorState(
      doc(
        table(head('Period', 'Our view', 'Value', 'Source'), tr(td(p('2022<cursor>')), td(p()), td(p('1')), td(p()))),
      ),
    );
    let next = state;
    expect(insertFact(tonnes.id, 'row')(state, (step) => (next = state.apply(step)))).toBe(true);
    const rows = next.doc.lastChild!;
    expect(rows.childCount).toBe(3);
    const texts: string[] = [];
    rows.child(2).forEach((cell) => texts.push(cell.textContent));
    expect(texts).toEqual(['2023', '', '412,000 tonnes', '¶2']);
    expect(rows.child(2).child(2).firstChild?.firstChild?.marks[0]?.attrs['factId']).toBe(tonnes.id);
    expect(rows.child(2).child(3).firstChild?.lastChild?.type.name).toBe('citation');
    expect(next.selection.$from.node(2)).toBe(rows.child(2));
    expect(undo(next, (step) => (next = next.apply(step)))).toBe(true);
    expect(next.doc.eq(state.doc)).toBe(true);
  });

  it('makes a table of its own behind one with other columns, and in plain text', () => {
    const other = (...names: readonly [string, string]) => doc(table(head(...names), tr(td(p('a<cursor>')), td(p()))));
    for (const drawn of [
      other('Ship', 'Flag'),
      other('Measure', 'Period'),
      other('Value', 'Flag'),
      doc(p('one<cursor>')),
    ]) {
      const state = editorState(drawn);
      let next = state;
      expect(insertFact(tonnes.id, 'row')(state, (step) => (next = state.apply(step)))).toBe(true);
      expect(next.doc.childCount).toBe(3);
      expect(next.doc.child(1).eq(state.doc.child(1))).toBe(true);
      expect(next.doc.child(2).attrs['kind']).toBe('keyFigures');
    }
  });

  it('is only for figures', () => {
    expect(insertFact(dues.id, 'row')(editorState(doc(p('<cursor>'))))).toBe(false);
  });
});

describe('what is let go', () => {
  const none = { shiftKey: false, altKey: false };
  it('takes the form of the key that is held, where its kind has it', () => {
    const view = { state: editorState(doc(p('<cursor>'))) };
    const of = (factId: string, form: 'quotation' | 'figure', held = none) => formDropped(view, { factId, form }, held);
    expect(of(dues.id, 'quotation')).toBe('quotation');
    expect(of(dues.id, 'quotation', { ...none, altKey: true })).toBe('quoted');
    expect(of(dues.id, 'quotation', { ...none, shiftKey: true })).toBe('sentence');
    expect(of(tonnes.id, 'figure', { ...none, altKey: true })).toBe('row');
    expect(of('gone', 'figure', { ...none, altKey: true })).toBe('figure');
  });
});
