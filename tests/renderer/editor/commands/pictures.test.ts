// Tests of pictures in the text: where they go, what is selected, what a change keeps.
import { undo, history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { insertPicture, selectedPicture, setPicture } from '../../../../renderer/editor/commands/pictures.ts';
import { apply, at, build, by, doc, h, li, p, prompt, quote, stateOf, table, td, tr, ul } from '../../../builders.ts';

const quay = { media: 'quay.png', alt: 'The quay at noon', width: 50 };
const drawn = (alt = quay.alt, width: number | null = 50) => build('image', { media: 'quay.png', alt, width });

describe('inserting a picture', () => {
  it('puts it behind the block of the caret, and selects it', () => {
    const after = apply(doc(p('o<cursor>ne'), p('two')), insertPicture(quay), doc(p('one'), drawn(), p('two')));
    expect(selectedPicture(after)?.picture).toEqual(quay);
  });

  it('takes the place of an empty paragraph, but not of one that asks something', () => {
    apply(doc(p('<cursor>'), p('two')), insertPicture(quay), doc(drawn(), p('two')));
    const asks = doc(prompt('Why now?'), p('two'));
    apply(asks, insertPicture(quay, (asks.firstChild?.nodeSize ?? 0) + 1), doc(prompt('Why now?'), drawn(), p('two')));
  });

  it('leaves a paragraph to go on in when it is the last', () => {
    apply(doc(p('one<cursor>')), insertPicture(quay), doc(p('one'), drawn(), p('')));
  });

  it.each<[string, (words: string) => Node]>([
    ['a table', (words) => table(tr(td(p(words))))],
    ['a list', (words) => ul(li(p(words)))],
    ['a quotation', (words) => quote(null, words, by('B'))],
    ['a heading', (words) => h(words)],
  ])('goes behind %s', (_name, block) => {
    apply(doc(block('a<cursor>'), p('two')), insertPicture(quay), doc(block('a'), drawn(), p('two')));
  });

  it('goes where it was dropped, also past the end', () => {
    const before = doc(p('one<cursor>'), p('t<here>wo'));
    apply(before, insertPicture(quay, at(before, 'here')), doc(p('one'), p('two'), drawn(), p('')));
    apply(before, insertPicture(quay, 10_000), doc(p('one'), p('two'), drawn(), p('')));
  });

  it('a second stands behind the first, and is one step to undo', () => {
    const first = apply(
      stateOf(doc(p('one<cursor>'), p('two')), [history()]),
      insertPicture(quay),
      doc(p('one'), drawn(), p('two')),
    );
    const second = apply(first, insertPicture({ ...quay, alt: 'B' }), doc(p('one'), drawn(), drawn('B'), p('two')));
    apply(second, undo, doc(p('one'), p('two')));
  });
});

describe('changing a picture', () => {
  it('gives it another description and width, and keeps the picture', () => {
    const before = doc(p('one<cursor>'), drawn(), p('two'));
    const pos = (before.firstChild?.nodeSize ?? 0) + 5;
    expect(before.nodeAt(pos)?.type.name).toBe('image');
    const after = apply(
      before,
      setPicture(pos, { media: 'other.png', alt: 'The mole', width: null }),
      doc(p('one'), drawn('The mole', null), p('two')),
    );
    expect(after.selection).toBeInstanceOf(NodeSelection);
  });

  it('does nothing where there is none any more', () => {
    apply(doc(p('one<cursor>')), setPicture(1, quay), null);
    apply(doc(p('one<cursor>')), setPicture(10_000, quay), null);
  });
});
