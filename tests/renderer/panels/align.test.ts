// Align: items stand beside their words, in order, without overlapping; an open one keeps its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, crowded, FOLDED, type Wish } from '../../../renderer/panels/align.ts';
import { SEED } from '../../arbitraries.ts';

const wishes = fc
  .array(
    fc.record({
      want: fc.integer({ min: -2000, max: 4000 }),
      height: fc.integer({ min: 20, max: 400 }),
      row: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((list): Wish[] => list.sort((a, b) => a.want - b.want).map((wish, index) => ({ ...wish, id: `i${index}` })));

describe('align', () => {
  it('never lets two items overlap, and keeps their order', () => {
    fc.assert(
      fc.property(wishes, fc.nat(30), fc.integer({ min: 200, max: 1000 }), (list, open, room) => {
        const openId = list[open]?.id ?? null;
        const tops = align(list, openId, room);
        expect(tops.size).toBe(list.length);
        for (let at = 1; at < list.length; at++) {
          const [above, below] = [list[at - 1]!, list[at]!];
          const gap = above.row && below.row ? 0 : 6;
          expect(tops.get(below.id)!).toBeGreaterThanOrEqual(tops.get(above.id)! + above.height + gap);
        }
      }),
      SEED,
    );
  });

  it('gives each its wish when there is room', () => {
    const list = [
      { id: 'a', want: 100, height: 25, row: true },
      { id: 'b', want: 125, height: 25, row: true },
      { id: 'c', want: 200, height: 90, row: false },
    ];
    expect([...align(list, null, 700).values()]).toEqual([100, 125, 200]);
  });

  it('keeps an open card at its words, inside the pane, and moves those above it up', () => {
    const list = [
      { id: 'a', want: 180, height: 60, row: false },
      { id: 'b', want: 200, height: 300, row: false },
      { id: 'c', want: 210, height: 25, row: true },
    ];
    const tops = align(list, 'b', 700);
    expect(tops.get('b')).toBe(200);
    expect(tops.get('a')).toBe(134);
    expect(tops.get('c')).toBe(506);
    // Words below the pane's foot: the card stays in sight.
    expect(align([{ id: 'b', want: 690, height: 300, row: false }], 'b', 700).get('b')).toBe(392);
    expect(align([{ id: 'b', want: -400, height: 300, row: false }], 'b', 700).get('b')).toBe(8);
  });
});

/** As the margin does it: what is folded is a row. */
function foldedOf(list: readonly Wish[], openId: string | null): Wish[] {
  const folded = crowded(list, openId);
  return list.map((wish) => (folded.has(wish.id) ? { ...wish, height: FOLDED, row: true } : wish));
}

describe('crowded', () => {
  const cards = (...wants: number[]): Wish[] =>
    wants.map((want, index) => ({ id: `c${index}`, want, height: 90, row: false }));

  it('folds nothing while there is room', () => {
    expect(crowded(cards(0, 100, 200), null).size).toBe(0);
    expect(crowded([], null).size).toBe(0);
  });

  it('folds those that are pushed far from their words, and leaves the first theirs', () => {
    expect([...crowded(cards(0, 0, 0, 0), null)]).toEqual(['c2', 'c3']);
    // Behind the crowd there is room again.
    expect([...crowded(cards(0, 0, 0, 500), null)]).toEqual(['c2']);
  });

  it('folds round an open card, above and below it, and never the open one', () => {
    const list = cards(0, 0, 0, 0, 0, 0).map((wish) => (wish.id === 'c3' ? { ...wish, height: 400 } : wish));
    expect([...crowded(list, 'c3')].sort()).toEqual(['c1', 'c4', 'c5', 'c0'].sort());
  });

  it('never lets a card stand farther off than that, and does not depend on scrolling', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: -500, max: 500 }), (list, scrolled) => {
        const shown = foldedOf(list, null);
        const tops = align(shown, null, 700);
        for (const wish of shown) if (!wish.row) expect((tops.get(wish.id) ?? 0) - wish.want).toBeLessThanOrEqual(120);
        const moved = list.map((wish) => ({ ...wish, want: wish.want - scrolled }));
        expect([...crowded(moved, null)]).toEqual([...crowded(list, null)]);
      }),
      SEED,
    );
  });
});
