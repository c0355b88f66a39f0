// Tests of mapped characters: what no text may hold goes with a message, everything else stays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapCharacters } from '../../shared/article/characters.ts';

const codes = (text: string): string[] => mapCharacters(text).messages.map(({ code }) => code);

describe('mapCharacters', () => {
  test('every kind of line end becomes one line feed, without a message', () => {
    const { value, messages } = mapCharacters('a\r\nb\rc\nd\u2028e\u0085f\vg\fh\u2029i');
    expect(value).toBe('a\nb\nc\nd\ne\nf\ng\nh\n\ni');
    expect(messages).toEqual([]);
  });

  test('control characters go, data separators become spaces, tabs stay; and it is said', () => {
    expect(mapCharacters('po\0rt\x07 of\tOs\x1ftrel\x7f').value).toBe('port of\tOs trel');
    expect(mapCharacters('a\0b\x01').messages).toEqual([
      { code: 'control-characters', text: '2 control characters were replaced or left out; no word was.' },
    ]);
  });

  test('punctuation of windows-1252 that was taken for Latin-1 is what it was meant to be', () => {
    expect(mapCharacters('it\x92s \x93so\x94 \x96 \x80 5').value).toBe('it’s “so” – € 5');
  });

  test('lone surrogates and characters that are none become U+FFFD, and it is said', () => {
    expect(mapCharacters('a\ud800b').value).toBe('a\ufffdb');
    expect(codes('a\ud800b')).toEqual(['broken-characters']);
    expect(mapCharacters('a\ufffeb\uffff').value).toBe('a\ufffdb\ufffd');
    expect(codes('a\ufffeb')).toEqual(['control-characters']);
  });

  test('bidi, zero width, emoji and unusual spaces stay', () => {
    const text = '\u202babc\u202c \u200bx\u200d \u00a0\u2009 😀 e\u0301 \ufeffz';
    expect(mapCharacters(text)).toEqual({ value: text, messages: [] });
  });
});

test('law: the result is well formed, has no forbidden character, and is its own result; no message, no change', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { value, messages } = mapCharacters(text);
      expect(value.isWellFormed()).toBe(true);
      expect(value).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/u);
      expect(mapCharacters(value)).toEqual({ value, messages: [] });
      if (messages.length === 0)
        expect(value).toBe(text.replace(/\r\n?|[\u0085\u2028\v\f]/gu, '\n').replace(/\u2029/gu, '\n\n'));
    }),
    { seed: 20260804, numRuns: 600 },
  );
});
