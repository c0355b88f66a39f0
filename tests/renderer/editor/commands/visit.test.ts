// Tests of visits: round the text in both directions, and where the caret comes to stand.
import { describe, expect, it } from 'vitest';
import { nextFact, nextNote, nextWarning, previousFact } from '../../../../renderer/editor/commands/visit.ts';
import { apply, by, cite, doc, figure, note, p, prompt, quote } from '../../../builders.ts';
import { annotation, article, dues, editorState, tonnes } from '../harbour.ts';

const facts = (a: string, b: string, c: string) =>
  doc(p(`${a}x `, figure(tonnes.id, `${b}412,000 tonnes`), cite(article.id)), quote(dues.id, `${c}“w”`, by('A')));

describe('visits', () => {
  it('go from fact to fact and round the end, both ways', () => {
    apply(editorState(facts('<cursor>', '', '')), nextFact, facts('', '<cursor>', ''));
    apply(editorState(facts('', '<cursor>', '')), nextFact, facts('', '', '<cursor>'));
    apply(editorState(facts('', '', '<cursor>')), nextFact, facts('', '<cursor>', ''));
    apply(editorState(facts('', '<cursor>', '')), previousFact, facts('', '', '<cursor>'));
  });

  it('have nowhere to go in a text without', () => {
    apply(editorState(doc(p('<cursor>'))), nextFact, null);
    apply(editorState(doc(p('<cursor>'))), nextNote, null);
  });

  it('take a note that crosses paragraphs as one place', () => {
    const drawn = (a: string, b: string) => doc(p(`${a}x`, note('n', `${b}one`)), p(note('n', 'two')));
    apply(editorState(drawn('<cursor>', ''), [annotation('n')]), nextNote, drawn('', '<cursor>'));
    apply(editorState(drawn('', '<cursor>'), [annotation('n')]), nextNote, drawn('', '<cursor>'));
  });

  it('go to what is to be settled first, and to what is worth a look when nothing is', () => {
    const both = editorState(doc(p('<cursor>5 boats '), prompt('Why?'), p(figure(tonnes.id, '9 tonnes'))));
    let state = both;
    nextWarning(both, (tr) => (state = both.apply(tr)));
    expect(state.selection.$from.nodeAfter?.textContent).toBe('9 tonnes');
    const looks = editorState(doc(p('<cursor>5 boats '), prompt('Why?')));
    nextWarning(looks, (tr) => (state = looks.apply(tr)));
    expect(state.selection.$from.parent.attrs['prompt']).toBe('Why?');
  });
});

describe('going from note to note', () => {
  it('passes by resolved ones, as long as there are others', () => {
    const drawn = (a: string, b: string, c: string) =>
      doc(p(a, note('n', 'one'), ' ', b, note('done', 'two'), ' ', c, note('m', 'three')));
    const notes = [annotation('n'), annotation('done', { resolved: true }), annotation('m')];
    apply(editorState(drawn('<cursor>', '', ''), notes), nextNote, drawn('', '', '<cursor>'));
    const resolved = notes.map((one) => ({ ...one, resolved: true }));
    apply(editorState(drawn('<cursor>', '', ''), resolved), nextNote, drawn('', '<cursor>', ''));
  });
});
