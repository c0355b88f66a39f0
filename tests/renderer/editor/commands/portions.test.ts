// Tests of portion marks and of the numbers of paragraphs.
import { describe, expect, it } from 'vitest';
import { backspace, enter } from '../../../../renderer/editor/commands/enter.ts';
import { bodyText, heading } from '../../../../renderer/editor/commands/format.ts';
import { numberParagraphs, portionAt, setPortion } from '../../../../renderer/editor/commands/portions.ts';
import { apply, build, by, detail, doc, h, h2, li, p, qt, stateOf, title, titleBlock, ul } from '../../../builders.ts';

const h2m = (portion: string, ...words: string[]) => build('heading', { level: 2, portion }, ...words);

describe('a portion mark', () => {
  it('is set on every paragraph and quotation that is selected', () => {
    const quote = (portion: string | null, ...tags: string[]) =>
      build('quotation', { portion }, qt('said', ...tags), by());
    apply(
      doc(h('x'), p('o<from>ne'), ul(li(p('two'))), quote(null, '<to>'), p('three')),
      setPortion(' (os) '),
      doc(h('x'), p({ portion: 'OS' }, 'one'), ul(li(p({ portion: 'OS' }, 'two'))), quote('OS'), p('three')),
    );
  });

  it('is set on headings and on the title', () => {
    apply(doc(h('x<cursor>')), setPortion('U'), doc(h({ portion: 'U' }, 'x')));
    const before = doc(titleBlock(title('Gr<from>ain'), detail({ name: 'to' }, 'A')), h2('Is<to>sue'), p('x'));
    const after = [
      titleBlock(title({ portion: 'S' }, 'Grain'), detail({ name: 'to' }, 'A')),
      h2m('S', 'Issue'),
      p('x'),
    ];
    apply(before, setPortion('s'), doc(...after));
    apply(doc(titleBlock(title('x'), detail({ name: 'to' }, 'A<cursor>')), p('y')), setPortion('U'), null);
  });

  it('stays when a heading becomes a paragraph and a paragraph a heading, and with both halves of a heading', () => {
    apply(doc(h({ portion: 'U' }, '<cursor>x')), backspace, doc(p({ portion: 'U' }, 'x')));
    apply(doc(h({ portion: 'U' }, 'x<cursor>')), bodyText, doc(p({ portion: 'U' }, 'x')));
    apply(doc(p({ portion: 'U' }, 'x<cursor>')), heading(2), doc(h2m('U', 'x')));
    apply(doc(h2m('U', 'x<cursor>')), heading(1), doc(h({ portion: 'U' }, 'x')));
    apply(doc(h({ portion: 'U' }, 'on<cursor>e')), enter, doc(h({ portion: 'U' }, 'on'), h({ portion: 'U' }, 'e')));
    apply(doc(h({ portion: 'U' }, 'one<cursor>')), enter, doc(h({ portion: 'U' }, 'one'), p()));
  });

  it('is taken away by nothing', () => {
    for (const nothing of [null, ' () ']) {
      apply(doc(p({ portion: 'U' }, 'o<cursor>ne')), setPortion(nothing), doc(p('one')));
    }
  });

  it('is told of the paragraph at the caret', () => {
    expect(portionAt(stateOf(doc(p({ portion: 'U' }, 'o<cursor>ne'))))).toBe('U');
    expect(portionAt(stateOf(doc(p('o<cursor>ne'))))).toBe(null);
    expect(portionAt(stateOf(doc(h({ portion: 'S' }, 'o<cursor>ne'), p('two'))))).toBe('S');
    expect(portionAt(stateOf(doc(h('o<cursor>ne'), p({ portion: 'U' }))))).toBe(null);
  });

  it('stays with both halves of a paragraph, and is not guessed for the next one', () => {
    apply(
      doc(p({ portion: 'U', voice: 'report' }, 'on<cursor>e')),
      enter,
      doc(p({ portion: 'U', voice: 'report' }, 'on'), p({ portion: 'U', voice: 'report' }, '<cursor>e')),
    );
    apply(doc(p({ portion: 'U' }, 'one<cursor>')), enter, doc(p({ portion: 'U' }, 'one'), p('<cursor>')));
  });
});

it('paragraphs are numbered, and no more', () => {
  apply(doc(p('a<cursor>')), numberParagraphs, doc({ numbered: true }, p('a<cursor>')));
  apply(doc({ numbered: true }, p('a')), numberParagraphs, doc(p('a')));
});
