// Tests of spans: slices, containment, overlap, hull.
import { expect, test } from 'vitest';
import { contains, hull, overlaps, sliceSpan } from '../../shared/text/span.ts';

const span = (start: number, end: number) => ({ start, end });

test('a span is half open', () => {
  expect(sliceSpan('harbour', span(0, 3))).toBe('har');
  expect(overlaps(span(0, 3), span(3, 6))).toBe(false);
  expect(overlaps(span(0, 4), span(3, 6))).toBe(true);
});

test('a span contains itself and what lies within it, not what reaches beyond it', () => {
  expect(contains(span(2, 8), span(2, 8))).toBe(true);
  expect(contains(span(2, 8), span(3, 7))).toBe(true);
  expect(contains(span(2, 8), span(1, 7))).toBe(false);
  expect(contains(span(2, 8), span(3, 9))).toBe(false);
});

test('the hull covers both, in either order', () => {
  expect(hull(span(5, 9), span(1, 3))).toEqual(span(1, 9));
  expect(hull(span(1, 9), span(3, 4))).toEqual(span(1, 9));
});
