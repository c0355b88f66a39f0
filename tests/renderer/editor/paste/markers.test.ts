// Tests of reading the bullet or number of a pasted item.
import { describe, expect, it } from 'vitest';
import { readMarker } from '../../../../renderer/editor/paste/markers.ts';

describe('the marker of an item', () => {
  it.each(['·', '•', 'o', '§', '–', '', '→', 'Ø', '*'])('%j is a bullet', (marker) => {
    expect(readMarker(marker).ordered).toBe(false);
  });

  it.each([
    ['1.', '', 1],
    ['12)', '', 12],
    ['3', '', 3],
    ['1.2.3', '', 3],
    ['2.4.', '', 4],
    ['(7)', '', 7],
    ['a)', 'b)', 1],
    ['(c)', '', 3],
    ['aa.', '', 27],
    ['B.', '', 2],
    ['i.', 'ii.', 1],
    ['i.', 'j.', 9],
    ['i)', '', 1],
    ['iv)', '', 4],
    ['v.', 'w.', 22],
    ['v.', 'vi.', 5],
    ['c.', 'd.', 3],
    ['XIV.', '', 14],
  ])('%s before %j counts as %i', (marker, next, value) => {
    expect(readMarker(marker, next)).toMatchObject({ ordered: true, value });
  });
});
