// Tests of the document's banner and of page breaks.
import { describe, it } from 'vitest';
import { pageBreak, setBanner } from '../../../../renderer/editor/commands/document.ts';
import { apply, doc, p, pageBreak as drawnBreak, table, td, tr } from '../../../builders.ts';

describe('the banner', () => {
  it('is set, and taken away by blank words', () => {
    apply(doc(p('<cursor>')), setBanner(' TLP:GREEN '), doc({ banner: 'TLP:GREEN' }, p('')));
    apply(doc({ banner: 'TLP:GREEN' }, p('<cursor>')), setBanner('  '), doc(p('')));
    apply(doc({ banner: 'TLP:GREEN' }, p('<cursor>')), setBanner(null), doc(p('')));
  });
});

describe('a page break', () => {
  it('stands behind the words, with a paragraph to go on in', () => {
    apply(doc(p('one<cursor>')), pageBreak, doc(p('one'), drawnBreak(), p('<cursor>')));
    apply(doc(p('one<cursor>'), p('two')), pageBreak, doc(p('one'), drawnBreak(), p('<cursor>two')));
  });

  it('never within a table', () => {
    apply(doc(table(tr(td(p('<cursor>'))))), pageBreak, null);
  });
});
