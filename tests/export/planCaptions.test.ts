// Captions and references in a Plan: numbers, bookmarks, words, and who stays on the page of whom.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOST_REFERENCE } from '../../shared/briefing/captions.ts';
import { h, p, pageBreak, table, td, th, tr } from '../builders.ts';
import { caption, drawn, paragraphs, planOf, reference, tables, words } from './planned.ts';

const grain = () => table(tr(th(p('Year'))), tr(td(p('2030'))));

describe('captions', () => {
  test('are numbered per label in the order of the document', () => {
    const made = planOf([
      caption('Table', 'a', 'Grain'),
      grain(),
      caption('Chart', 'b', 'Dues'),
      caption('Table', 'c', 'Salt'),
      grain(),
      caption('Figure', null),
    ]);
    expect(words(made)).toEqual([
      '<Table 1 _Ref_table_1>: Grain',
      '<Chart 1 _Ref_chart_1>: Dues',
      '<Table 2 _Ref_table_2>: Salt',
      '<Figure 1 _Ref_figure_1>',
    ]);
    expect(paragraphs(made).filter((one) => one.style === 'Caption').length).toBe(4);
  });

  test('of a label that is none count as those of tables', () => {
    expect(words(planOf([caption('"><x', 'a', 'Grain')]))).toEqual(['<Table 1 _Ref_table_1>: Grain']);
  });

  test('stay with the table below them and name it; without a caption the heading above does', () => {
    const made = planOf([h('Trade'), grain(), caption('Table', 'a', 'Grain ', 'shipped'), grain(), p('x'), grain()]);
    expect(paragraphs(made).find((one) => one.style === 'Caption')?.keepNext).toBe(true);
    expect(tables(made).map((one) => one.title)).toEqual(['Trade', 'Grain shipped', 'Trade']);
    expect(tables(planOf([caption('Table', 'a'), grain()]))[0]?.title).toBe('Table\u00a01');
    expect('title' in (tables(planOf([grain()]))[0] ?? {})).toBe(false);
  });

  test('that stand before no table keep to nothing', () => {
    const made = planOf([caption('Table', 'a', 'Grain'), p('words'), caption('Table', 'b'), pageBreak(), grain()]);
    expect(paragraphs(made).filter((one) => one.style === 'Caption' && one.keepNext)).toEqual([]);
  });
});

describe('references', () => {
  test('show label and number of their caption, before and behind it', () => {
    const made = planOf([
      p('See ', reference('a'), ' and ', reference('b'), '.'),
      caption('Table', 'b', 'Salt'),
      caption('Table', 'a', 'Grain, as in ', reference('b')),
    ]);
    expect(words(made)).toEqual([
      'See <Table\u00a02 _Ref_table_2> and <Table\u00a01 _Ref_table_1>.',
      '<Table 1 _Ref_table_1>: Salt',
      '<Table 2 _Ref_table_2>: Grain, as in <Table\u00a01 _Ref_table_1>',
    ]);
    expect(made.codes).not.toContain('reference-lost');
  });

  test('to a caption that is gone say so', () => {
    const made = planOf([p('See ', reference('gone'), '.')]);
    expect(words(made)).toEqual([`See ${LOST_REFERENCE}.`]);
    expect(made.codes).toContain('reference-lost');
  });

  test('to a target that two captions have show the first, with a message', () => {
    const made = planOf([caption('Table', 'a', 'x'), caption('Chart', 'a', 'y'), p(reference('a'))]);
    expect(words(made).at(-1)).toBe('<Table\u00a01 _Ref_table_1>');
    expect(made.codes).toContain('caption-twice');
  });
});

test('bookmarks are unique, legal and short, numbers run from 1, and each reference hits one', () => {
  const label = fc.constantFrom('Table', 'Figure', 'Chart', 'Map');
  const target = fc.constantFrom('a', 'b', 'c', 'd', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(label, target), { maxLength: 12 }), (list) => {
      const made = planOf([
        p(...['a', 'b', 'c', 'd'].map(reference)),
        ...list.map(([one, to]) => caption(one, to, 'words')),
      ]);
      const inlines = paragraphs(made).flatMap((one) => one.inlines);
      const sequences = inlines.filter((one) => one.kind === 'sequence');
      const names = sequences.map((one) => one.bookmark);
      expect(new Set(names).size).toBe(list.length);
      for (const name of names) expect(name).toMatch(/^_Ref_[a-z]+_\d+$/u);
      for (const each of ['Table', 'Figure', 'Chart']) {
        const numbers = sequences.filter((one) => one.label === each).map((one) => one.number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }
      for (const one of inlines.filter((each) => each.kind === 'reference')) {
        const hit = sequences.find((each) => each.bookmark === one.bookmark);
        expect(one.shown).toBe(`${hit?.label ?? ''}\u00a0${hit?.number ?? ''}`);
      }
      expect(drawn(inlines)).not.toContain('undefined');
    }),
    { seed: 41, numRuns: 60 },
  );
});
