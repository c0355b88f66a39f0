// Tests of tables.
import { describe, expect, it } from 'vitest';
import {
  addColumn,
  addRow,
  deleteRow,
  emptyTable,
  insertTable,
  nextCell,
  previousCell,
} from '../../../../renderer/editor/commands/tables.ts';
import { apply, by, doc, h, p, quote, stateOf, table, td, th, title, titleBlock, tr } from '../../../builders.ts';

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

  it('do not delete the only row', () => {
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
