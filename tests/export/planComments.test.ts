// Where comments and notes stand in a Plan: on citations, in cells, list items and captions, overlapping, across blocks.
import { describe, expect, test } from 'vitest';
import { build, by, cite, doc, h, li, note, p, qt, quotation, table, td, tr, ul, type Child } from '../builders.ts';
import { annotation, briefing } from './briefings.ts';
import { caption, drawn, paragraphs, plan, reference, tables, words } from './planned.ts';

const of = (blocks: readonly Child[], ids: readonly string[], notes?: 'footnotes' | 'endnotes') =>
  plan(briefing(doc(...blocks), { annotations: ids.map((id) => annotation(id)) }), notes ? { notes } : {});

describe('a comment stands', () => {
  test('on a citation', () => {
    expect(words(of([p('a', note('n1', cite('a1')), 'b')], ['n1']))).toEqual(['a{2:[^1]:2}b']);
  });

  test('on a reference and in a caption, behind its label', () => {
    const made = of([p('see ', note('n1', reference('c'))), caption('Table', 'c', note('n2', 'Grain'))], ['n1', 'n2']);
    expect(words(made)).toEqual(['see {1:<Table\u00a01 _Ref_table_1>:1}', '<Table 1 _Ref_table_1>: {2:Grain:2}']);
  });

  test('in a cell and in a list item', () => {
    const made = of([ul(li(p('a ', note('n1', 'b')))), table(tr(td(p(note('n2', 'c')))))], ['n1', 'n2']);
    expect(words(made)).toEqual(['a {1:b:1}']);
    expect(drawn(tables(made)[0]?.rows[0]?.cells[0]?.blocks[0]?.inlines ?? [])).toBe('{2:c:2}');
  });

  test('behind a portion mark and its label, which are not annotated', () => {
    const made = plan(briefing(doc(p({ portion: 'U' }, note('n1', 'a'))), { annotations: [annotation('n1')] }), {
      portionMarks: true,
    });
    expect(words(made)).toEqual(['(U) {1:a:1}']);
  });

  test('over another: within it, and across its edge', () => {
    const made = of(
      [p(note('n1', 'a ', note('n2', 'b')), note('n2', ' c')), p(note('n3', 'd ', note('n4', 'e')))],
      ['n1', 'n2', 'n3', 'n4'],
    );
    expect(words(made)).toEqual(['{1:a {2:b:1} c:2}', '{3:d {4:e:3}:4}']);
  });

  test('across blocks that follow one another, from a quotation into its attribution', () => {
    const made = of([h('x'), quotation(qt('a ', note('n1', 'b')), by(note('n1', 'c')))], ['n1']);
    expect(words(made)).toEqual(['x', 'a {1:b', 'c:1}']);
  });

  test('at its first place when a reference lies between two blocks of it', () => {
    const made = of([p(note('n1', 'a')), p(reference('gone')), p(note('n1', 'b'))], ['n1']);
    expect(words(made).slice(0, 1)).toEqual(['{1:a:1}']);
    expect(made.codes).toContain('annotation-split');
  });

  test('with its whole thread on one range', () => {
    const replies = [{ id: 'r1', author: 'Ada Quill', at: '2031-03-10T09:00:00Z', body: 'Yes' }];
    const made = plan(briefing(doc(p(note('n1', 'a'))), { annotations: [annotation('n1', { replies })] }));
    expect(words(made)).toEqual(['{1,2:a:1,2}']);
    expect(made.plan.comments.map((one) => one.parent)).toEqual([null, 1]);
  });
});

describe('notes', () => {
  test('are full first and short later, with pages and paragraphs', () => {
    const made = of(
      [p('a', cite('a1', null, 'page 3')), p('b', cite('a1', null, 'paragraph 12')), p('c', cite('a1'))],
      [],
    );
    const notes = made.plan.notes.map((one) => drawn(one.inlines));
    expect(notes[0]).toContain('https://courier.example/2031/03/grain, page\u00a03.');
    expect(notes.slice(1)).toEqual([
      'The Ostrel Courier, “Port of Ostrel doubles its grain trade”, paragraph\u00a012.',
      'The Ostrel Courier, “Port of Ostrel doubles its grain trade”.',
    ]);
  });

  test('stand at the end when asked for, with the same numbers', () => {
    const blocks = [p('a', cite('a1')), table(tr(td(p('b', cite('a2')))))];
    const [foot, end] = [of(blocks, []).plan, of(blocks, [], 'endnotes').plan];
    expect([foot.noteKind, end.noteKind]).toEqual(['footnotes', 'endnotes']);
    expect(end.notes).toEqual(foot.notes);
    expect(end.blocks).toEqual(foot.blocks);
  });

  test('of a picture’s and a table’s caption are counted with the others', () => {
    const made = of([p('a', cite('a1')), caption('Table', 'c', 'x', cite('a2')), table(tr(td(p('y'))))], []);
    expect(words(made)).toEqual(['a[^1]', '<Table 1 _Ref_table_1>: x[^2]']);
  });
});

test('a picture or chart stays with its caption', () => {
  const chart = build('chart', {
    data: {
      kind: 'bar',
      title: 'Grain',
      unit: 'tonnes',
      categories: ['2029', '2030'],
      series: [
        {
          name: 'Grain',
          points: [
            { value: 1, factId: null },
            { value: 2, factId: null },
          ],
        },
      ],
    },
  });
  const made = of([chart, caption('Chart', 'c', 'Grain'), table(tr(td(p('x')))), chart, p('y')], []);
  expect(words(made)).toEqual(['<chart>', '<Chart 1 _Ref_chart_1>: Grain', '<chart>', 'y']);
  const kept = paragraphs(made).filter((one) => one.inlines.some((inline) => inline.kind === 'chart'));
  expect(kept.map((one) => one.keepNext ?? false)).toEqual([true, false]);
  expect(tables(made)[0]?.title).toBeUndefined();
  expect(made.plan.charts.length).toBe(2);
  expect(made.plan.contents.charts).toBe(2);
});
