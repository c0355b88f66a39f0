// Palette matching: word starts before scattered letters, and the ranges that are drawn are those that fit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchWords } from '../../../renderer/panels/paletteMatch.ts';
import { SEED } from '../../arbitraries.ts';

const shown = (query: string, text: string) => {
  const match = matchWords(query, text);
  return match && match.ranges.map(([from, to]) => text.slice(from, to));
};

describe('matchWords', () => {
  it('fits word starts in any order', () => {
    expect(shown('quo', 'Insert quotation…')).toEqual(['quo']);
    expect(shown('word exp', 'Export to Word…')).toEqual(['Exp', 'Word']);
  });

  it('fits letters in order when no word begins so', () => {
    expect(shown('ntn', 'Next note')).not.toBeNull();
    expect(shown('xz', 'Next note')).toBeNull();
  });

  it('ranks word starts before letters, and earlier before later', () => {
    const rank = (text: string) => matchWords('no', text)?.rank ?? Infinity;
    expect(rank('Next note')).toBeLessThan(rank('Bold Indigo'));
    expect(rank('Note')).toBeLessThan(rank('Next note'));
  });

  it('by word starts only does not fit letters scattered over a long text', () => {
    const text = 'the port of Ostrel will open again next year';
    expect(matchWords('tpol', text)).not.toBeNull();
    expect(matchWords('tpol', text, true)).toBeNull();
    expect(matchWords('port ost', text, true)).not.toBeNull();
  });

  it('fits everything when nothing is asked', () => {
    expect(matchWords('  ', 'Bold')).toEqual({ rank: 0, ranges: [] });
  });

  it('draws ranges that are in order, apart, and spell the query without its spaces', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e ]{1,6}$/), fc.stringMatching(/^[a-eA-E ]{0,30}$/), (query, text) => {
        const match = matchWords(query, text);
        if (!match) return;
        let at = -1;
        for (const [from, to] of match.ranges) {
          expect(from).toBeGreaterThanOrEqual(Math.max(at, 0));
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        const letters = (words: string) => [...words.toLowerCase().replaceAll(' ', '')].sort().join('');
        expect(letters(match.ranges.map(([from, to]) => text.slice(from, to)).join(''))).toBe(letters(query));
      }),
      SEED,
    );
  });
});
