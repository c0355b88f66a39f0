// Tests of the outline as a tree: depth, where the caret is, folding, keys and typed letters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitting,
  sectionAt,
  sectionsOf,
  shownFor,
  shownSections,
  treeMove,
  typedTo,
} from '../../../renderer/panels/outlineTree.ts';

/** Headings drawn by their level: "1 Issue". */
const tree = (...lines: string[]) =>
  sectionsOf(lines.map((line) => ({ level: Number(line.slice(0, 1)), text: line.slice(2) })));

const HARBOUR = tree('1 Issue', '1 Background', '2 Trade', '3 Timber', '3 Fish', '2 Jobs', '1 Sources');
const NOTHING = new Set<number>();
const names = (sections: readonly { text: string }[]) => sections.map(({ text }) => text);

describe('sections', () => {
  it('lie in the one before that is higher, one deeper each', () => {
    expect(HARBOUR.map(({ depth, parent, inside, number, of }) => [depth, parent, inside, number, of])).toEqual([
      [1, null, 0, 1, 3],
      [1, null, 2, 2, 3],
      [2, 1, 2, 1, 2],
      [3, 2, 0, 1, 2],
      [3, 2, 0, 2, 2],
      [2, 1, 0, 2, 2],
      [1, null, 0, 3, 3],
    ]);
    // A level that is left out makes no gap.
    expect(tree('2 a', '4 b', '3 c', '1 d').map(({ depth }) => depth)).toEqual([1, 2, 2, 1]);
  });

  it('without words have a name all the same', () => {
    expect(names(tree('1  '))).toEqual(['Untitled section']);
  });

  it('of any document each stand under their parent, numbered from 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 20 }), (levels) => {
        const sections = sectionsOf(levels.map((level) => ({ level, text: 'x' })));
        for (const { index, parent, depth, inside } of sections) {
          expect(parent === null ? 1 : (sections[parent]?.depth ?? 0) + 1).toBe(depth);
          expect(parent ?? -1).toBeLessThan(index);
          const children = sections.filter((one) => one.parent === index);
          expect(children.map(({ number }) => number)).toEqual(Array.from({ length: inside }, (_, at) => at + 1));
          expect(children.every(({ of }) => of === inside)).toBe(true);
        }
      }),
      { seed: 5 },
    );
  });
});

it('the caret is in the last section that begins before it', () => {
  const entries = [{ position: 10 }, { position: 40 }];
  expect([1, 10, 11, 40, 41, 900].map((caret) => sectionAt(entries, caret))).toEqual([null, null, 0, 0, 1, 1]);
  expect(sectionAt([], 5)).toBeNull();
});

it('what is folded hides all in it, and stands for it', () => {
  expect(names(shownSections(HARBOUR, new Set([1])))).toEqual(['Issue', 'Background', 'Sources']);
  expect(names(shownSections(HARBOUR, new Set([2])))).toEqual(['Issue', 'Background', 'Trade', 'Jobs', 'Sources']);
  expect(shownFor(HARBOUR, new Set([1, 2]), 3)).toBe(1);
  expect(shownFor(HARBOUR, new Set([2]), 3)).toBe(2);
  expect(shownFor(HARBOUR, NOTHING, 3)).toBe(3);
  expect(shownFor(HARBOUR, NOTHING, null)).toBeNull();
});

it('keys go as in a tree', () => {
  const go = (key: string, from: number, folded: ReadonlySet<number> = NOTHING) =>
    treeMove(key, shownSections(HARBOUR, folded), from, folded);
  const to = (index: number) => ({ kind: 'to', index });
  expect(go('ArrowDown', 0)).toEqual(to(1));
  expect(go('ArrowDown', 1, new Set([1]))).toEqual(to(6));
  expect(go('ArrowDown', 6)).toEqual(to(6));
  expect(go('ArrowUp', 0)).toEqual(to(0));
  expect([go('Home', 4), go('End', 4)]).toEqual([to(0), to(6)]);
  expect(go('ArrowRight', 1)).toEqual(to(2));
  expect(go('ArrowRight', 1, new Set([1]))).toEqual({ kind: 'unfold', index: 1 });
  expect(go('ArrowRight', 0)).toBeNull();
  expect(go('ArrowLeft', 3)).toEqual(to(2));
  expect(go('ArrowLeft', 2)).toEqual({ kind: 'fold', index: 2 });
  expect(go('ArrowLeft', 2, new Set([2]))).toEqual(to(1));
  expect(go('ArrowLeft', 0)).toBeNull();
  expect(go('x', 0)).toBeNull();
});

it('letters find a section: in the tree the next that begins with them, in the field those that fit', () => {
  expect(typedTo(HARBOUR, 0, 's')).toBe(6);
  expect(typedTo(HARBOUR, 2, 't')).toBe(3);
  expect(typedTo(HARBOUR, 3, 't')).toBe(2);
  expect(typedTo(HARBOUR, 2, 'ti')).toBe(3);
  expect(typedTo(HARBOUR, 2, 'tr')).toBe(2);
  expect(typedTo(HARBOUR, 0, 'q')).toBeNull();
  expect(names(fitting(HARBOUR, 'ti').map(({ section }) => section))).toEqual(['Timber']);
  expect(fitting(HARBOUR, '')).toHaveLength(7);
});
