// Tests of folding: what counts as the same words, and the map back to the original.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../shared/text/normalize.ts';
import { anyText, SEED } from './arbitraryText.ts';

describe('the same words', () => {
  test.each([
    ['quotation marks', '“It’s «ours»,” she said', '"It\'s "ours"," she said'],
    ['dashes', 'north\u2014south \u2013 1990\u20132000', 'north-south - 1990-2000'],
    ['a double or treble hyphen for a dash', 'wait -- or --- go', 'wait - or \u2014 go'],
    ['runs of space', 'one  two\u00a0three\n\nfour', 'one two three four'],
    ['an ellipsis', 'wait\u2026', 'wait...'],
    ['composed and decomposed letters', 'caf\u00e9 \ud55c', 'cafe\u0301 \u1112\u1161\u11ab'],
    ['ligatures', 'the \ufb01eld o\ufb03ce', 'the field office'],
    ['what cannot be seen', 'so\u00adlid \u200bground\ufeff', 'solid ground'],
    ['an invisible character between dashes', '-\u00ad-', '-'],
  ])('%s', (_name, a, b) => {
    expect(fold(a).text).toBe(fold(b).text);
  });

  test.each([
    ['case', 'The Harbour', 'The harbour'],
    ['a word', 'it is not so', 'it is so'],
    ['a comma', 'no, more', 'no more'],
    ['an accent', 'resume', 'resumé'],
    ['a digit', '1.5', '15'],
    ['space or none', 'any one', 'anyone'],
  ])('but not %s', (_name, a, b) => {
    expect(fold(a).text).not.toBe(fold(b).text);
  });
});

describe('laws', () => {
  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
      SEED,
    );
  });

  test('Unicode form makes no difference', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text);
      }),
      SEED,
    );
  });

  test('the map has one entry for each code unit and one for the end, and never goes back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, offsets, ends } = fold(text);
        expect(offsets.length).toBe(folded.length + 1);
        expect(ends.length).toBe(folded.length);
        expect(offsets.at(-1)).toBe(text.length);
        for (let i = 0; i < folded.length; i++) {
          expect(offsets[i] as number).toBeLessThanOrEqual(offsets[i + 1] as number);
          expect(ends[i] as number).toBeGreaterThan(offsets[i] as number);
          expect(ends[i] as number).toBeLessThanOrEqual(text.length);
        }
      }),
      SEED,
    );
  });

  test('each unit of the folded text stands for its own stretch of the original', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, offsets, ends } = fold(text);
        for (let i = 0; i < folded.length; i++) {
          const stretch = text.slice(offsets[i], ends[i]);
          expect(fold(stretch).text).toContain(folded.charAt(i));
        }
      }),
      SEED,
    );
  });
});
