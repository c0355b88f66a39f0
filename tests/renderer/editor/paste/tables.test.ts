// Tests of pasted tables: whatever spans they claim, the grid is whole and holds every cell's words.
import fc from 'fast-check';
import { TableMap } from 'prosemirror-tables';
import { describe, expect, it } from 'vitest';
import { tableOf, type PastedCell } from '../../../../renderer/editor/paste/tables.ts';
import { p, strong } from '../../../builders.ts';

const cell = (words: string, more: Partial<PastedCell> = {}): PastedCell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  align: null,
  paragraphs: [p(words)],
  ...more,
});
const bold = (words: string): PastedCell => ({ ...cell(''), paragraphs: [p(strong(words))] });

describe('a pasted table', () => {
  it('has a header row when its first row alone is bold, and that is not bold twice', () => {
    const made = tableOf([
      [bold('A'), bold('B')],
      [bold('x'), cell('1')],
    ]);
    expect(made?.firstChild?.firstChild?.type.name).toBe('tableHeader');
    expect(made?.firstChild?.firstChild?.firstChild?.firstChild?.marks).toEqual([]);
    expect(made?.lastChild?.firstChild?.type.name).toBe('tableCell');
    expect(made?.lastChild?.firstChild?.firstChild?.firstChild?.marks).toHaveLength(1);
  });

  it.each([
    [
      'every row is bold',
      [
        [bold('A'), bold('B')],
        [bold('x'), bold('y')],
      ],
    ],
    ['it is the only row', [[bold('A'), bold('B')]]],
    [
      'not all of it is bold',
      [
        [bold('A'), cell('B')],
        [cell('x'), cell('y')],
      ],
    ],
  ])('has none when %s', (_why, rows) => {
    expect(tableOf(rows)?.firstChild?.firstChild?.type.name).toBe('tableCell');
  });

  it('is none without a cell', () => {
    expect(tableOf([[]])).toBeNull();
    expect(tableOf([])).toBeNull();
  });

  const spans = fc.integer({ min: -3, max: 90 });
  const rows = fc.array(fc.array(fc.record({ colspan: spans, rowspan: spans }), { maxLength: 7 }), {
    minLength: 1,
    maxLength: 7,
  });

  it('is whole, and holds every word in order', () => {
    fc.assert(
      fc.property(rows, (given) => {
        let count = 0;
        const made = tableOf(given.map((row) => row.map((one) => cell(`w${count++} `, one))));
        if (!made) return count === 0;
        made.check();
        expect(TableMap.get(made).problems ?? []).toEqual([]);
        expect(made.textContent).toBe(Array.from({ length: count }, (_one, index) => `w${index} `).join(''));
        return true;
      }),
      { seed: 31, numRuns: 400 },
    );
  });
});
