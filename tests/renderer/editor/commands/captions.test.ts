// Tests of captions and of references to them.
import { NodeSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  insertCaption,
  insertReference,
  leaveCaption,
  canInsertReference,
} from '../../../../renderer/editor/commands/captions.ts';
import { enter } from '../../../../renderer/editor/commands/enter.ts';
import { captionsOf } from '../../../../shared/briefing/captions.ts';
import {
  apply,
  build,
  doc,
  note,
  p,
  qt,
  quotation,
  by,
  stateOf,
  table,
  td,
  title,
  titleBlock,
  tr,
} from '../../../builders.ts';

const caption = (label: string, target: string | null, ...words: string[]) =>
  build('caption', { label, target }, ...words);
const image = () => build('image', { media: 'quay.png', alt: 'The quay' });
const reference = (target: string) => build('reference', { target });
const named = insertCaption(() => 'new');

describe('a caption', () => {
  it('stands above the table of the caret', () => {
    apply(
      doc(p('a'), table(tr(td(p('x<cursor>'))))),
      named,
      doc(p('a'), caption('Table', 'new', '<cursor>'), table(tr(td(p('x'))))),
    );
  });

  it('stands below the picture that is selected, or that the line of the caret follows', () => {
    const made = doc(image(), p('b'));
    const at = made.firstChild?.nodeSize ?? 0;
    const state = stateOf(made);
    apply(
      state.apply(state.tr.setSelection(NodeSelection.create(made, at))),
      named,
      doc(image(), caption('Figure', 'new', '<cursor>'), p('b')),
    );
    apply(doc(image(), p('b<cursor>')), named, doc(image(), caption('Figure', 'new', '<cursor>'), p('b')));
  });

  it('that is there gets the caret, and no second one is made', () => {
    apply(
      doc(caption('Table', 'a', 'Grain'), table(tr(td(p('x<cursor>'))))),
      named,
      doc(caption('Table', 'a', 'Grain<cursor>'), table(tr(td(p('x'))))),
    );
  });

  it('is for nothing else', () => {
    apply(doc(p('a<cursor>')), named, null);
    apply(doc(table(tr(td(p('x')))), p('a<cursor>')), named, null);
  });

  it('is left by Enter: into the table, or into a paragraph behind it', () => {
    apply(
      doc(caption('Table', 'a', 'Gr<cursor>ain'), table(tr(td(p('x'))))),
      enter,
      doc(caption('Table', 'a', 'Grain'), table(tr(td(p('<cursor>x'))))),
    );
    apply(
      doc(image(), caption('Figure', 'a', 'Quay<cursor>')),
      enter,
      doc(image(), caption('Figure', 'a', 'Quay'), p('<cursor>')),
    );
    apply(doc(p('a<cursor>')), leaveCaption, null);
  });
});

describe('a reference', () => {
  const first = (made: ReturnType<typeof doc>) => captionsOf(made)[0]?.pos ?? -1;

  it('names its caption, with the marks around it', () => {
    const made = doc(p(note('n', 'see <cursor>it')), caption('Table', 'a', 'x'));
    apply(
      made,
      insertReference(first(made), 'new'),
      doc(p(note('n', 'see ', reference('a'), '<cursor>it')), caption('Table', 'a', 'x')),
    );
  });

  it('gives a caption without a name, or with another’s, one of its own', () => {
    const made = doc(p('<cursor>'), caption('Table', null, 'x'));
    apply(made, insertReference(first(made), 'new'), doc(p(reference('new')), caption('Table', 'new', 'x')));
    const twice = doc(p('<cursor>'), caption('Table', 'a'), caption('Table', 'a'));
    apply(
      twice,
      insertReference(captionsOf(twice)[1]?.pos ?? -1, 'new'),
      doc(p(reference('a').type.create({ target: 'new' })), caption('Table', 'a'), caption('Table', 'new')),
    );
  });

  it('stands in no title and in nobody else’s words, and needs a caption', () => {
    const to = (made: ReturnType<typeof doc>) => apply(made, insertReference(first(made), 'n'), null);
    to(doc(titleBlock(title('<cursor>')), caption('Table', 'a')));
    to(doc(quotation(qt('<cursor>'), by()), caption('Table', 'a')));
    expect(canInsertReference(stateOf(doc(p('<cursor>'))))).toBe(false);
    expect(canInsertReference(stateOf(doc(p('<cursor>'), caption('Table', 'a'))))).toBe(true);
  });
});
