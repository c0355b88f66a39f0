// Tests of the queries: what stands where in a drawn briefing.
import { describe, expect, it } from 'vitest';
import {
  annotationRanges,
  citations,
  outline,
  paragraphCounter,
  paragraphNumber,
  quotationWords,
  unusedFacts,
  usesOf,
  wordCount,
} from '../../shared/briefing/queries.ts';
import {
  at,
  by,
  cite,
  doc,
  em,
  figure,
  h,
  h2,
  keyFigures,
  note,
  p,
  quote,
  quoted,
  strong,
  td,
  title,
  titleBlock,
  tr,
} from '../builders.ts';
import { article, figureOf } from '../records.ts';

describe('usesOf', () => {
  it('joins words that other marks split, and keeps apart what other words part', () => {
    const drawn = doc(p('x<a>', figure('f', '5', strong(' mil'), 'lion'), '<b> and <c>', figure('f', '$5m'), '<d>'));
    expect(usesOf(drawn).get('f')).toEqual([
      { from: at(drawn, 'a'), to: at(drawn, 'b') },
      { from: at(drawn, 'c'), to: at(drawn, 'd') },
    ]);
  });

  it('does not let a citation within the words part them', () => {
    const drawn = doc(p('<a>', quoted('q', 'we sail'), cite('a1'), quoted('q', ' at dawn'), '<b>.'));
    expect(usesOf(drawn).get('q')).toEqual([{ from: at(drawn, 'a'), to: at(drawn, 'b') }]);
  });

  it('counts quotations, and citations only where nothing else uses the fact', () => {
    const drawn = doc(quote('q', 'we sail', by('R', cite('a1', 'q'))), p('said so', cite('a1', 'z')));
    const uses = usesOf(drawn);
    expect(uses.get('q')).toHaveLength(1);
    expect(drawn.nodeAt(uses.get('q')?.[0]?.from ?? 0)?.type.name).toBe('quotation');
    expect(drawn.nodeAt(uses.get('z')?.[0]?.from ?? 0)?.type.name).toBe('citation');
  });

  it('leaves over what is not used', () => {
    const source = article('5 ships and 6 ships and 7 ships');
    const [five, six, seven] = ['5 ships', '6 ships', '7 ships'].map((words) => figureOf(source, words));
    if (!five || !six || !seven) throw new Error('three figures');
    const drawn = doc(p(figure(five.id, '5 ships')));
    expect(unusedFacts(drawn, [five, six, { ...seven, dismissed: true }])).toEqual([six]);
  });
});

describe('annotationRanges', () => {
  it('gives each annotation its own stretch where they overlap', () => {
    const drawn = doc(p('<a>', note('n1', 'one ', note('n2', 'two')), note('n2', ' three'), '<b>'));
    const ranges = annotationRanges(drawn);
    const words = (id: string) => ranges.get(id)?.map((range) => drawn.textBetween(range.from, range.to));
    expect(words('n1')).toEqual(['one two']);
    expect(words('n2')).toEqual(['two three']);
  });

  it('lists every part of an annotation whose words were parted', () => {
    expect(annotationRanges(doc(p(note('n', 'one')), p(note('n', 'two')))).get('n')).toHaveLength(2);
  });
});

describe('the document', () => {
  const drawn = doc(
    titleBlock(title('Two words')),
    h({ slot: 'issue' }, 'Issue'),
    p('One ', em('two'), ' – three', cite('a1', null, 'paragraph 2')),
    h2('Part'),
    keyFigures(tr(td(p('four'), p('five', cite('a2'))))),
    quote('q', '“six', '“seven”', by('Eight', cite('a1'))),
  );

  it('has an outline', () => {
    expect(outline(drawn)).toMatchObject([
      { level: 1, text: 'Issue', slot: 'issue' },
      { level: 2, text: 'Part', slot: null },
    ]);
    for (const entry of outline(drawn)) expect(drawn.nodeAt(entry.position)?.textContent).toBe(entry.text);
  });

  it('has its citations numbered, the first of each article marked', () => {
    expect(
      citations(drawn).map(({ number, articleId, locator, first }) => [number, articleId, locator, first]),
    ).toEqual([
      [1, 'a1', 'paragraph 2', true],
      [2, 'a2', null, true],
      [3, 'a1', null, false],
    ]);
  });

  it('counts words, not dashes or citations', () => {
    expect(wordCount(drawn)).toBe(12);
  });

  it('gives the words of a quotation without its attribution', () => {
    expect(quotationWords(quote('q', '“six', '“seven”', by('Eight')))).toBe('“six\n\n“seven”');
  });
});

describe('paragraph numbers', () => {
  const text = 'First one.\n\nSecond one.\n\nThird one.';
  it('count from one, the space after a paragraph still belonging to it', () => {
    const number = paragraphCounter(text);
    expect([0, 9, 11, 12, 20, 25, 99].map(number)).toEqual([1, 1, 1, 2, 2, 3, 3]);
    expect(paragraphNumber({ text }, { start: 13, end: 15 })).toBe(2);
  });
});
