// Tests of portion marks and of the numbers of paragraphs.
import { describe, expect, it } from 'vitest';
import { enter } from '../../../../renderer/editor/commands/enter.ts';
import { numberParagraphs, portionAt, setPortion } from '../../../../renderer/editor/commands/portions.ts';
import { apply, build, by, doc, h, li, p, qt, stateOf, ul } from '../../../builders.ts';

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

  it('is taken away by nothing', () => {
    for (const nothing of [null, ' () ']) {
      apply(doc(p({ portion: 'U' }, 'o<cursor>ne')), setPortion(nothing), doc(p('one')));
    }
    apply(doc(h('x<cursor>')), setPortion('U'), null);
  });

  it('is told of the paragraph at the caret', () => {
    expect(portionAt(stateOf(doc(p({ portion: 'U' }, 'o<cursor>ne'))))).toBe('U');
    expect(portionAt(stateOf(doc(p('o<cursor>ne'))))).toBe(null);
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
