// Tests of tables.
import { describe, expect, it } from 'vitest';
import { CellSelection } from 'prosemirror-tables';
import type { EditorState } from 'prosemirror-state';
import {
  automaticWidths,
  narrowerColumn,
  partsOf,
  setParts,
  widerColumn,
} from '../../../../renderer/editor/commands/columns.ts';
import { backspace } from '../../../../renderer/editor/commands/enter.ts';
import {
  addColumn,
  addColumnBefore,
  addRow,
  addRowAbove,
  deleteColumn,
  deleteRow,
  deleteTable,
  emptyTable,
  headerRow,
  headerRowActive,
  insertTable,
  insertTableOf,
  mergeCells,
  nextCell,
  previousCell,
  selectTable,
  splitCell,
} from '../../../../renderer/editor/commands/tables.ts';
import { editorState } from '../harbour.ts';
import {
  apply,
  at,
  by,
  doc,
  h,
  p,
  note,
  quote,
  stateOf,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
} from '../../../builders.ts';

const cell = (words: string) => td(p(words));
const head = (words: string) => th(p(words));

describe('insert a table', () => {
  it('instead of an empty paragraph, with a header row and the caret in its first cell', () => {
    const after = apply(doc(h('One'), p('<cursor>')), insertTable, doc(h('One'), emptyTable(3, 3)));
    expect(after.selection.$from.node(-1).type.name).toBe('tableHeader');
  });

  it('behind words, an empty paragraph that asks something, and a whole quotation', () => {
    apply(doc(p('o<cursor>ne')), insertTable, doc(p('one'), emptyTable(3, 3)));
    apply(doc(p({ prompt: 'Why?' }, '<cursor>')), insertTable, doc(p({ prompt: 'Why?' }), emptyTable(3, 3)));
    apply(doc(quote('q', 'o<cursor>ne', by('A'))), insertTable, doc(quote('q', 'one', by('A')), emptyTable(3, 3)));
  });

  it('behind the title block, from a line of it', () => {
    const block = titleBlock(title('T<cursor>'));
    apply(doc(block, p('x')), insertTable, doc(titleBlock(title('T')), emptyTable(3, 3), p('x')));
  });

  it('never within a table', () => {
    apply(doc(table(tr(cell('a<cursor>')))), insertTable, null);
  });
});

describe('rows, columns and Tab', () => {
  it('add a row and a column of the same kind of cells', () => {
    apply(
      doc(table(tr(head('A')), tr(cell('b<cursor>')))),
      addRow,
      doc(table(tr(head('A')), tr(cell('b')), tr(cell('')))),
    );
    apply(
      doc(table(tr(head('A')), tr(cell('b<cursor>')))),
      addColumn,
      doc(table(tr(head('A'), head('')), tr(cell('b'), cell('')))),
    );
  });

  it('are deleted, with the last one the table', () => {
    apply(doc(p('x'), table(tr(cell('a<cursor>')))), deleteRow, doc(p('x')));
    apply(doc(p('x'), table(tr(cell('a<cursor>')))), deleteColumn, doc(p('x')));
    apply(doc(table(tr(cell('a<cursor>')), tr(cell('b')))), deleteRow, doc(table(tr(cell('b')))));
    apply(doc(p('<cursor>')), deleteRow, null);
  });

  it('Tab selects the next cell, and stays in the first with Shift', () => {
    const row = doc(table(tr(cell('a<cursor>'), cell('bb'))));
    apply(row, nextCell, doc(table(tr(cell('a'), cell('<from>bb<to>')))));
    expect(previousCell(stateOf(row))).toBe(true);
    expect(nextCell(stateOf(doc(p('a<cursor>'))))).toBe(false);
  });

  it('Tab in the last cell adds a row', () => {
    apply(doc(table(tr(cell('a<cursor>')))), nextCell, doc(table(tr(cell('a')), tr(cell('')))));
  });
});

/** The state with the cells selected in which the tags <from> and <to> stand. */
function withCells(drawn: ReturnType<typeof doc>): EditorState {
  const state = editorState(drawn);
  const cellAt = (tag: string): number => state.doc.resolve(at(drawn, tag)).before(-1);
  return state.apply(state.tr.setSelection(CellSelection.create(state.doc, cellAt('from'), cellAt('to'))));
}

function expectDoc(state: EditorState, expected: ReturnType<typeof doc>): void {
  expect(state.doc.toJSON()).toEqual(expected.toJSON());
}

function done(state: EditorState, command: typeof addRow): EditorState {
  let after = state;
  expect(command(state)).toBe(true);
  expect(command(state, (change) => (after = state.apply(change)))).toBe(true);
  return after;
}

describe('rows and columns', () => {
  const grid = doc(table(tr(head('A'), head('B')), tr(cell('c<cursor>'), cell('d'))));

  it('are added before and behind the caret', () => {
    apply(grid, addRowAbove, doc(table(tr(head('A'), head('B')), tr(cell(''), cell('')), tr(cell('c'), cell('d')))));
    apply(grid, addColumnBefore, doc(table(tr(head(''), head('A'), head('B')), tr(cell(''), cell('c'), cell('d')))));
  });

  it('are deleted where the caret stands, or all that are selected', () => {
    apply(grid, deleteColumn, doc(table(tr(head('B')), tr(cell('d')))));
    const two = withCells(
      doc(table(tr(cell('<from>a'), cell('b')), tr(cell('<to>c'), cell('d')), tr(cell('e'), cell('f')))),
    );
    expectDoc(done(two, deleteRow), doc(table(tr(cell('e'), cell('f')))));
  });

  it('a table of any size is made, and goes as a whole', () => {
    apply(doc(p('<cursor>')), insertTableOf(2, 5), doc(emptyTable(2, 5)));
    apply(doc(p('x'), table(tr(cell('a<cursor>')))), deleteTable, doc(p('x')));
  });

  it('Tab in the last cell is one undo step with the new row', () => {
    const before = editorState(doc(table(tr(cell('a'), cell('b<cursor>')))));
    const changes: unknown[] = [];
    nextCell(before, (change) => void changes.push(change));
    expect(changes).toHaveLength(1);
  });
});

describe('the header row', () => {
  const plain = doc(table(tr(cell('a<cursor>'), cell('b')), tr(cell('c'), cell('d'))));
  const headed = doc(table(tr(head('a<cursor>'), head('b')), tr(cell('c'), cell('d'))));

  it('is made and unmade from anywhere in the table', () => {
    apply(plain, headerRow, headed);
    apply(headed, headerRow, plain);
    expect([headerRowActive(stateOf(plain)), headerRowActive(stateOf(headed))]).toEqual([false, true]);
    apply(doc(p('<cursor>')), headerRow, null);
  });
});

describe('cells', () => {
  it('merge with the words of all, and split again', () => {
    const before = withCells(doc(table(tr(cell('<from>a'), cell('<to>b')), tr(cell('c'), cell('d')))));
    const merged = done(before, mergeCells);
    const both = td({ colspan: 2 }, p('a'), p('b'));
    expectDoc(merged, doc(table(tr(both), tr(cell('c'), cell('d')))));
    expectDoc(done(merged, splitCell), doc(table(tr(td(p('a'), p('b')), cell('')), tr(cell('c'), cell('d')))));
    expect(splitCell(stateOf(doc(table(tr(cell('a<cursor>'))))))).toBe(false);
    expect(mergeCells(stateOf(doc(table(tr(cell('a<cursor>'))))))).toBe(false);
  });

  it('are emptied by Backspace when they are selected, and stay', () => {
    const state = withCells(
      doc(
        table(
          tr(cell('<from>a'), td(p(note('n', 'b')), p('more'))),
          tr(cell('c'), cell('<to>d')),
          tr(cell('e'), cell('f')),
        ),
      ),
    );
    expectDoc(
      done(state, backspace),
      doc(table(tr(cell(''), cell('')), tr(cell(''), cell('')), tr(cell('e'), cell('f')))),
    );
  });

  it('are selected all at once', () => {
    const state = done(
      editorState(doc(table(tr(cell('a<cursor>'), cell('b')), tr(cell('c'), cell('d'))))),
      selectTable,
    );
    expect(state.selection.ranges.map(({ $from, $to }) => state.doc.textBetween($from.pos, $to.pos)).sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

describe('widths of columns', () => {
  const three = doc(table(tr(cell('a'), cell('b<cursor>'), cell('c')), tr(cell('d'), td({ colspan: 2 }, p('e')))));
  const tableOf = (state: EditorState) => state.doc.child(1);
  const rounded = (state: EditorState) => partsOf(tableOf(state))?.map((part) => Math.round(part * 100));

  it('are those of the words until one is set', () => {
    expect(partsOf(three.child(1))).toBeNull();
    apply(three, automaticWidths, null);
  });

  it('grow and shrink by a step, at the cost of the next column; the whole stays', () => {
    const wider = done(editorState(three), widerColumn);
    expect(rounded(wider)).toEqual([33, 35, 31]);
    expect(rounded(done(done(wider, narrowerColumn), narrowerColumn))).toEqual([33, 31, 35]);
    expectDoc(done(wider, automaticWidths), three);
  });

  it('never take a column away, and the last takes from the one before', () => {
    let state = editorState(doc(table(tr(cell('a'), cell('b<cursor>')))));
    for (let press = 0; press < 60; press++) state = done(state, widerColumn);
    expect(rounded(state)).toEqual([3, 97]);
    expect(widerColumn(stateOf(doc(table(tr(cell('a<cursor>'))))))).toBe(false);
  });

  it('a column or row added later has its place, and a merged cell the widths of all', () => {
    const set = (drawn: ReturnType<typeof doc>, parts: number[]): EditorState => {
      const state = editorState(drawn);
      return state.apply(setParts(state.tr, state.doc.child(0).nodeSize, parts));
    };
    const state = set(doc(table(tr(cell('a<cursor>'), cell('b')))), [0.2, 0.8]);
    expect(rounded(done(state, addRow))).toEqual([20, 80]);
    expect(rounded(done(state, addColumn))).toEqual([13, 33, 53]);
    const row = set(doc(table(tr(cell('a<cursor>'), cell('b'), cell('c')))), [0.2, 0.3, 0.5]);
    const cells = row.apply(
      row.tr.setSelection(CellSelection.create(row.doc, row.selection.$from.before(-1), row.selection.$from.after(-1))),
    );
    const merged = done(cells, mergeCells);
    expect(tableOf(merged).firstChild?.firstChild?.attrs['colwidth']).toEqual([200, 300]);
    expect(rounded(merged)).toEqual([20, 30, 50]);
  });
});
