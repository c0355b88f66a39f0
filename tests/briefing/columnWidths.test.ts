// Tests of the widths of columns: laws of their parts, whatever a file says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnParts, movedParts, NARROWEST_PART } from '../../shared/briefing/columnWidths.ts';

const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
const cell = (column: number, ...colwidth: unknown[]) => ({ column, span: colwidth.length, colwidth });

describe('parts of the columns', () => {
  it('are none while no cell has a width, or what it has is none', () => {
    expect(columnParts([{ column: 0, span: 1, colwidth: null }], 2)).toBeNull();
    expect(columnParts([cell(0, 0, -4), cell(1, 'wide', Infinity), { column: 0, span: 2, colwidth: 7 }], 3)).toBeNull();
  });

  it('follow the widths, in whatever unit; the first cell that says one decides', () => {
    expect(columnParts([cell(0, 100), cell(1, 300), cell(0, 900)], 2)).toEqual([0.25, 0.75]);
    expect(columnParts([cell(0, 1, 3)], 2)).toEqual([0.25, 0.75]);
  });

  it('give a column without a width the mean of the others', () => {
    expect(columnParts([cell(0, 100), cell(1, null), cell(2, 300)], 3)?.map((part) => part * 600)).toEqual([
      100, 200, 300,
    ]);
  });

  it('sum up to one and leave room for each, whatever the file says', () => {
    const widths = fc.oneof(fc.double(), fc.integer(), fc.constant(null), fc.string());
    fc.assert(
      fc.property(fc.array(widths, { minLength: 1, maxLength: 63 }), (row) => {
        const parts = columnParts(
          row.map((width, column) => cell(column, width)),
          row.length,
        );
        if (!parts) return;
        expect(parts).toHaveLength(row.length);
        expect(sum(parts)).toBeCloseTo(1, 9);
        for (const part of parts) expect(part).toBeGreaterThan(0.005);
      }),
      { seed: 20261124 },
    );
  });
});

describe('a border moved', () => {
  it('takes from the next column what the first wins, from the last what the one before wins', () => {
    expect(movedParts([0.25, 0.25, 0.5], 1, 0.125)).toEqual([0.25, 0.375, 0.375]);
    expect(movedParts([0.25, 0.25, 0.5], 2, 0.125)).toEqual([0.25, 0.125, 0.625]);
    expect(movedParts([1], 0, 0.125)).toEqual([1]);
  });

  it('keeps the whole, and no column is pushed away', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.nat(3), (by, column) => {
        const moved = movedParts([0.1, 0.2, 0.3, 0.4], column, by);
        expect(sum(moved)).toBeCloseTo(1, 9);
        for (const part of moved) expect(part).toBeGreaterThan(NARROWEST_PART - 1e-9);
      }),
      { seed: 20261124 },
    );
  });
});
