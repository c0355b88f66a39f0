// Tests of the length limit: how it is read from settings, when a briefing is over it, and how it is told.
import { describe, expect, it } from 'vitest';
import { isOver, lengthLimitOf, lengthWords, limitWords, pagesByTenths } from '../../shared/briefing/lengthLimit.ts';

describe('a limit', () => {
  it('is read from settings; what is not understood is none', () => {
    expect(lengthLimitOf({ lengthLimit: { unit: 'pages', most: 2 } })).toEqual({ unit: 'pages', most: 2 });
    for (const wrong of [
      undefined,
      null,
      'two',
      { unit: 'lines', most: 2 },
      { unit: 'pages', most: 0 },
      { unit: 'pages', most: 2.5 },
      { unit: 'pages', most: 10_000 },
      { unit: 'words' },
    ]) {
      expect(lengthLimitOf({ lengthLimit: wrong })).toBeNull();
    }
  });

  it('is passed by a line that stands on one page more', () => {
    const pages = { unit: 'pages', most: 2 } as const;
    expect([1.9, 2, 2.1, 3].map((length) => isOver(pages, { pages: length, words: 9000 }))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    const lengths = [
      pagesByTenths(1, 0),
      pagesByTenths(2, 1),
      pagesByTenths(3, 0.004),
      pagesByTenths(3, 0.3),
      pagesByTenths(3, 0.31),
    ];
    expect(lengths).toEqual([0.1, 2, 2.1, 2.3, 2.4]);
    const words = { unit: 'words', most: 300 } as const;
    expect([299, 300, 301].map((count) => isOver(words, { pages: 9, words: count }))).toEqual([false, false, true]);
    expect(isOver(pages, { pages: null, words: 9000 })).toBe(false);
    expect(isOver(words, { pages: 9, words: null })).toBe(false);
  });

  it('is told in words', () => {
    expect(limitWords({ unit: 'pages', most: 1 })).toBe('1 page');
    expect(limitWords({ unit: 'words', most: 1200 })).toBe('1,200 words');
    expect([lengthWords('pages', 2), lengthWords('pages', 2.34), lengthWords('words', 1204)]).toEqual([
      '2.0',
      '2.3',
      '1,204',
    ]);
  });
});
