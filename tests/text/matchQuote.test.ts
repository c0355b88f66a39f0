// Tests of matchQuote: every exact place, whole words, never a likeness.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchQuote } from '../../shared/text/matchQuote.ts';
import { fold } from '../../shared/text/normalize.ts';
import { sliceSpan } from '../../shared/text/span.ts';
import { SEED, textAndSpan } from './arbitraryText.ts';

const found = (source: string, words: string): string[] =>
  matchQuote(source, words).map((span) => sliceSpan(source, span));

describe('matchQuote', () => {
  test('finds the words through other typography and gives the words as they stand', () => {
    const source = 'Tarn said: “We won’t — ever — \nleave.”';
    expect(found(source, '"We won\'t - ever -- leave."')).toEqual(['“We won’t — ever — \nleave.”']);
  });

  test('finds every place, in order', () => {
    expect(matchQuote('no more, no more', 'no more')).toEqual([
      { start: 0, end: 7 },
      { start: 9, end: 16 },
    ]);
  });

  test('a changed word, number or negation is no match', () => {
    const source = 'We will not close the port before 2031.';
    expect(found(source, 'We will close the port before 2031.')).toEqual([]);
    expect(found(source, 'We will not close the port before 2013.')).toEqual([]);
    expect(found(source, 'we will not close the port before 2031.')).toEqual([]);
  });

  test('words stand alone: not a piece of a longer word', () => {
    expect(found('nothing, concatenate, 12', 'not')).toEqual([]);
    expect(found('nothing, concatenate, 12', 'cat')).toEqual([]);
    expect(found('nothing, concatenate, 12', '2')).toEqual([]);
    expect(found('nothing, concatenate, 12', '12')).toEqual(['12']);
  });

  test('an invisible character at the edge stays outside; one within stays within', () => {
    expect(found('the so\u00adlid\u200b ground', 'solid')).toEqual(['so\u00adlid']);
  });

  test('a half of one character is no place', () => {
    expect(found('wait\u2026', 'wait.')).toEqual([]);
    expect(found('wait\u2026', 'wait...')).toEqual(['wait\u2026']);
  });

  test('no words are nowhere', () => {
    expect(found('some text', '')).toEqual([]);
    expect(found('some text', '  ')).toEqual([]);
  });
});

test('law: what is found folds to the words that were sought', () => {
  fc.assert(
    fc.property(textAndSpan, ({ text, span }) => {
      const words = sliceSpan(text, span);
      for (const place of matchQuote(text, words)) {
        expect(fold(sliceSpan(text, place)).text).toBe(fold(words).text.trim());
      }
    }),
    SEED,
  );
});

test('law: whole words of a text are found in it, at their place', () => {
  const sentence = fc.array(fc.constantFrom('the', 'port', 'of', 'caf\u00e9', '“shut”', '12', 'well-known'), {
    minLength: 3,
    maxLength: 20,
  });
  fc.assert(
    fc.property(sentence, fc.nat(), fc.nat(), (words, a, b) => {
      const from = a % words.length;
      const to = from + 1 + (b % (words.length - from));
      const text = words.join(' ');
      const start = words.slice(0, from).reduce((sum, word) => sum + word.length + 1, 0);
      const sought = words.slice(from, to).join(' ');
      expect(matchQuote(text, sought)).toContainEqual({ start, end: start + sought.length });
    }),
    SEED,
  );
});
