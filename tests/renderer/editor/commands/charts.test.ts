// Tests of charts: what is inserted keeps its ties, has a caption that cites its figures, and every change is one undo step.
import { undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import {
  canInsertChart,
  figureHere,
  insertChart,
  selectedChart,
  setChart,
} from '../../../../renderer/editor/commands/charts.ts';
import { cleanSlice } from '../../../../renderer/editor/paste/clean.ts';
import { factAnchors } from '../../../../renderer/editor/plugins/facts.ts';
import { guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import { enabledCommands, factAtCaret } from '../../../../renderer/editor/textCommands.ts';
import type { ChartData } from '../../../../shared/briefing/chart.ts';
import { usesOf } from '../../../../shared/briefing/queries.ts';
import { Slice, Fragment, type Node } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import {
  apply,
  build,
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
  table,
  td,
  tr,
  ul,
} from '../../../builders.ts';
import { withContext } from '../../../../renderer/editor/plugins/context.ts';
import type { Figure } from '../../../../shared/facts/fact.ts';
import { article, context, editorState, tonnes } from '../harbour.ts';

function data(value: number, factId: string | null = tonnes.id): ChartData {
  return {
    kind: 'bar',
    title: 'Cargo',
    unit: 'tonnes',
    categories: ['2022', '2023'],
    series: [
      {
        name: 'Cargo',
        points: [
          { value: null, factId: null },
          { value, factId },
        ],
      },
    ],
  };
}

const RIGHT = data(412_000);
const chart = (of: ChartData = RIGHT) => build('chart', { data: of });
const caption = (tag = '') =>
  build(
    'caption',
    { label: 'Chart', target: 'new-1' },
    `Cargo, 2022 to 2023${tag}`,
    cite(article.id, tonnes.id, 'paragraph 2'),
  );
const insert = insertChart(RIGHT, 'Cargo, 2022 to 2023');

describe('a chart', () => {
  it('takes the place of an empty paragraph, and is selected', () => {
    const after = apply(
      editorState(doc(h('Trade'), p('<cursor>'), p('after'))),
      insert,
      doc(h('Trade'), chart(), caption(), p('after')),
    );
    expect(selectedChart(after)?.chart).toEqual(RIGHT);
  });

  it('stands behind words, questions, tables, lists and quotations, and cuts none', () => {
    const drawn = (words: string) => table(tr(td(p(words))));
    const quoted = (words: string) => quotation({ factId: null }, qt(words), by('A'));
    apply(editorState(doc(p('o<cursor>ne'))), insert, doc(p('one'), chart(), caption()));
    apply(editorState(doc(prompt('Why?'))), insert, doc(prompt('Why?'), chart(), caption()));
    apply(editorState(doc(drawn('a<cursor>'))), insert, doc(drawn('a'), chart(), caption()));
    apply(editorState(doc(ul(li(p('a<cursor>'))))), insert, doc(ul(li(p('a'))), chart(), caption()));
    apply(editorState(doc(quoted('a<cursor>'))), insert, doc(quoted('a'), chart(), caption()));
  });

  it('goes with its caption by one undo', () => {
    const before = doc(p('one<cursor>'));
    const state = editorState(before);
    const after = apply(state, insert, doc(p('one'), chart(), caption()));
    let undone = after;
    undo(after, (tr) => {
      undone = after.apply(tr);
    });
    expect(undone.doc.toJSON()).toEqual(before.toJSON());
  });

  it('cites each source once, with every paragraph its figures stand in', () => {
    const state = editorState(doc(p('<cursor>')));
    const later: Figure = { ...tonnes, id: 'f-later', start: article.text.length - 5, end: article.text.length };
    const more = state.apply(withContext(state.tr, { ...context(), facts: [...context().facts, later] }));
    const both: ChartData = {
      ...RIGHT,
      series: [{ name: 'Cargo', points: [later.id, tonnes.id].map((factId) => ({ value: 412_000, factId })) }],
    };
    let after = more;
    insertChart(both, 'Cargo')(more, (tr) => {
      after = more.apply(tr);
    });
    const cited: unknown[] = [];
    after.doc.descendants((node) => void (node.type.name === 'citation' && cited.push(node.attrs)));
    expect(cited).toEqual([{ articleId: article.id, factId: later.id, locator: 'paragraphs 2 and 6' }]);
  });

  it('is changed and stays selected; each change is one undo step, typed ones in a row are one', () => {
    let state = editorState(doc(p('one'), chart(), p('two')));
    const run = (command: Command): boolean =>
      command(state, (tr) => {
        state = state.apply(tr);
      });
    let pos = -1;
    state.doc.descendants((node, at) => void (node.type.name === 'chart' && (pos = at)));
    const shown = () => selectedChart(state)?.chart;
    expect(run(setChart(pos, data(1)))).toBe(true);
    expect(run(setChart(pos, data(2)))).toBe(true);
    for (const title of ['A', 'Al', 'All']) run(setChart(pos, { ...data(2), title }, true));
    expect(shown()?.title).toBe('All');
    run(undo);
    expect(shown()).toEqual(data(2));
    run(undo);
    expect(shown()).toEqual(data(1));
    run(undo);
    expect(state.doc.toJSON()).toEqual(doc(p('one'), chart(), p('two')).toJSON());
    expect(run(setChart(0, RIGHT))).toBe(false);
  });

  it('asked for in a table row is about the figure of that row', () => {
    const row = (words: string) => tr(td(p(words)), td(p(figure(tonnes.id, '412,000 tonnes'))));
    const at = (node: Node) => {
      const state = editorState(node);
      return figureHere(state, factAtCaret(state));
    };
    expect(at(doc(table(row('Car<cursor>go'))))).toBe(tonnes.id);
    expect(at(doc(p(figure(tonnes.id, '412<cursor>,000 tonnes'))))).toBe(tonnes.id);
    expect(at(doc(p('Car<cursor>go')))).toBeNull();
    expect(at(doc(table(tr(td(p('Car<cursor>go'))))))).toBeNull();
  });

  it('can be inserted where its dry run says so', () => {
    const state = editorState(doc(p('one<cursor>')));
    expect(canInsertChart(state)).toBe(true);
    expect(enabledCommands(state, new Map(), true).has('insertChart')).toBe(true);
    expect(enabledCommands(state, new Map(), false).has('insertChart')).toBe(false);
  });

  it('uses the figures of its values', () => {
    const drawn = doc(p('one'), build('chart', { data: RIGHT }));
    expect([...usesOf(drawn).keys()]).toEqual([tonnes.id]);
    expect(factAnchors(editorState(drawn)).map(({ id }) => id)).toEqual([tonnes.id]);
  });

  it('is guarded like words', () => {
    const kinds = (of: ChartData) =>
      guardOf(editorState(doc({ banner: 'OFFICIAL' }, p('one'), chart(of)))).checks.map((check) => check.kind);
    expect(kinds(RIGHT)).toEqual([]);
    expect(kinds(data(500_000))).toEqual(['altered-figure']);
  });

  it('pasted keeps its ties to facts that are here, and drops others', () => {
    const pasted = (of: ChartData) => {
      const state = editorState(doc(p('<cursor>')));
      const slice = new Slice(Fragment.from(chart(of)), 0, 0);
      return cleanSlice(slice, state, { trusted: true, hasPicture: () => false }).content.toJSON() as unknown;
    };
    expect(pasted(RIGHT)).toEqual([chart().toJSON()]);
    expect(pasted(data(5, 'of another briefing'))).toEqual([chart(data(5, null)).toJSON()]);
    const odd = build('chart', { data: { kind: 'pie' } });
    expect(
      cleanSlice(new Slice(Fragment.from(odd), 0, 0), editorState(doc(p('<cursor>'))), {
        trusted: true,
        hasPicture: () => false,
      }).content.toJSON(),
    ).toEqual([odd.toJSON()]);
  });
});
