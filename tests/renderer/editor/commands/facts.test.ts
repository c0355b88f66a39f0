// Tests of facts: what is inserted carries its tie and its citation, in a place where it may stand.
import { undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import { canInsertQuotation, cite as citeSource, insertFact } from '../../../../renderer/editor/commands/facts.ts';
import { guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import {
  apply,
  at,
  by,
  cite,
  doc,
  figure,
  h,
  li,
  p,
  prompt,
  qt,
  quotation,
  quoted,
  report,
  stateOf,
  table,
  td,
  title,
  titleBlock,
  tr,
  ul,
} from '../../../builders.ts';
import { article, dues, DUES_WORDS, editorState, quay, silt, tonnes } from '../harbour.ts';

const source = (factId: string, paragraph: number) => cite(article.id, factId, `paragraph ${paragraph}`);
const duesBlock = (tag = '') =>
  quotation(
    { factId: dues.id, speaker: 'Ana Brook' },
    qt(`“${DUES_WORDS}”`),
    by('Ana Brook, chair of the board', source(dues.id, 3), tag),
  );

describe('a quotation', () => {
  it('takes the place of an empty paragraph', () => {
    apply(
      editorState(doc(h('Said'), p('<cursor>'))),
      insertFact(dues.id, 'quotation'),
      doc(h('Said'), duesBlock('<cursor>')),
    );
  });

  it('stands behind words and behind a question, and cuts neither', () => {
    apply(editorState(doc(p('o<cursor>ne'))), insertFact(dues.id, 'quotation'), doc(p('one'), duesBlock()));
    apply(editorState(doc(prompt('Why?'))), insertFact(dues.id, 'quotation'), doc(prompt('Why?'), duesBlock()));
  });

  it('stands behind a table and a list, not in them', () => {
    const drawn = (words: string) => table(tr(td(p(words))));
    apply(editorState(doc(drawn('a<cursor>'))), insertFact(dues.id, 'quotation'), doc(drawn('a'), duesBlock()));
    apply(
      editorState(doc(ul(li(p('a<cursor>')), li(p('b'))))),
      insertFact(dues.id, 'quotation'),
      doc(ul(li(p('a')), li(p('b'))), duesBlock()),
    );
  });

  it('of two paragraphs opens each and closes the last, with one citation', () => {
    apply(
      editorState(doc(p('<cursor>'))),
      insertFact(silt.id, 'quotation'),
      doc(
        quotation(
          { factId: silt.id, speaker: 'Ana Brook' },
          qt('“The silt is gone.'),
          qt('“The dredger goes home in May.”'),
          by('Ana Brook, chair of the board', source(silt.id, 4)),
        ),
      ),
    );
  });

  it('of words that the source only reports gets no quotation marks', () => {
    apply(
      editorState(doc(p('<cursor>'))),
      insertFact(quay.id, 'quotation'),
      doc(report('the quay would be mended', source(quay.id, 6))),
    );
  });

  it('goes to the point of a drop, and is one undo step', () => {
    const drawn = doc(p('on<drop>e'), p('two<cursor>'));
    const drop = insertFact(dues.id, 'quotation', at(drawn, 'drop'));
    const after = apply(editorState(drawn), drop, doc(p('one'), duesBlock(), p('two')));
    apply(after, undo, doc(p('one'), p('two')));
  });

  it('leaves the caret behind its words; what is inserted next goes behind it', () => {
    let state = editorState(doc(p('<cursor>')));
    insertFact(dues.id, 'quotation')(state, (step) => (state = state.apply(step)));
    expect(state.selection.$from.parent.type.name).toBe('attribution');
    const figures = p(figure(tonnes.id, '412,000 tonnes'), source(tonnes.id, 2));
    apply(state, insertFact(tonnes.id, 'figure'), doc(duesBlock(), figures));
    apply(state, insertFact(dues.id, 'quotation'), doc(duesBlock(), duesBlock()));
  });

  it('as it was inserted is no difference to the guard', () => {
    let state = editorState(doc({ banner: 'X' }, p('<cursor>')));
    for (const fact of [dues, silt]) insertFact(fact.id, 'quotation')(state, (step) => (state = state.apply(step)));
    insertFact(dues.id, 'quoted')(state, (step) => (state = state.apply(step)));
    const checks = guardOf(editorState(state.doc)).checks.map((check) => check.title);
    expect(checks).toEqual([]);
  });
});

describe('words in running text', () => {
  it('a figure is tied, cited, and parted from the words around it', () => {
    apply(
      editorState(doc(p('Marl handled<cursor>last year'))),
      insertFact(tonnes.id, 'figure'),
      doc(p('Marl handled ', figure(tonnes.id, '412,000 tonnes'), source(tonnes.id, 2), '<cursor> last year')),
    );
  });

  it('a quote stands between quotation marks, the tie on its words alone', () => {
    apply(
      editorState(doc(p('She said: <cursor>'))),
      insertFact(dues.id, 'quoted'),
      doc(p('She said: “', quoted(dues.id, DUES_WORDS), '”', source(dues.id, 3))),
    );
  });

  it('has no place in the title, and a figure is no quotation', () => {
    const inTitle = editorState(doc(titleBlock(title('T<cursor>')), p('')));
    apply(inTitle, insertFact(tonnes.id, 'figure'), null);
    apply(editorState(doc(p('<cursor>'))), insertFact(tonnes.id, 'quotation'), null);
    apply(editorState(doc(p('<cursor>'))), insertFact(dues.id, 'figure'), null);
    apply(editorState(doc(p('<cursor>'))), insertFact('nobody', 'figure'), null);
  });

  it('typed behind it stays outside the tie', () => {
    let state = editorState(doc(p('<cursor>')));
    insertFact(tonnes.id, 'figure')(state, (step) => (state = state.apply(step)));
    state = state.apply(state.tr.insertText('!'));
    expect(state.doc.toJSON()).toEqual(doc(p(figure(tonnes.id, '412,000 tonnes'), source(tonnes.id, 2), '!')).toJSON());
  });
});

describe('a citation', () => {
  it('of an article stands behind the selection', () => {
    apply(
      editorState(doc(p('<from>one<to> two'))),
      citeSource(article.id, null),
      doc(p('one', cite(article.id), '<cursor> two')),
    );
  });

  it('of a figure ties the selected number to it', () => {
    apply(
      editorState(doc(p('some <from>412,000 tonnes<to>.'))),
      citeSource(article.id, tonnes.id),
      doc(p('some ', figure(tonnes.id, '412,000 tonnes'), source(tonnes.id, 2), '.')),
    );
  });

  it('of what is not in the briefing cannot be', () => {
    apply(editorState(doc(p('<cursor>'))), citeSource('nowhere', null), null);
    apply(editorState(doc(p('<cursor>'))), citeSource(article.id, 'nobody'), null);
  });
});

describe('room for a quotation', () => {
  it('is found from anywhere in the text', () => {
    expect(canInsertQuotation(stateOf(doc(table(tr(td(p('a<cursor>')))))))).toBe(true);
    expect(canInsertQuotation(stateOf(doc(titleBlock(title('T<cursor>')), p(''))))).toBe(true);
  });
});
