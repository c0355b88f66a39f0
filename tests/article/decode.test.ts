// Tests of decoding: every usual encoding, the order of the ways, and never U+FFFD without a message.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../shared/article/decode.ts';
import { encode } from './encode.ts';
import { LANGUAGES } from './languages.ts';

function read(bytes: Uint8Array, declared?: string) {
  const result = decode(bytes, 'note.txt', declared);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.text}`);
  const { value, messages } = result.value;
  return { ...value, codes: messages.map(({ code }) => code), messages };
}

function failure(bytes: Uint8Array, declared?: string): string {
  const result = decode(bytes, 'note.txt', declared);
  return result.ok ? 'read' : result.error.code;
}

/** Bytes, one for each character up to U+00FF. */
const raw = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Windows of at least 200 characters over each text, in each of its encodings and in every Unicode one. */
const cases = LANGUAGES.flatMap(({ language, encodings, text }) =>
  [...encodings, 'utf-8', 'utf-16le', 'utf-16be'].flatMap((label) =>
    [0, 60, 120, 180].flatMap((from) => {
      const words = text.slice(from, from + 210);
      return words.length < 200 ? [] : [{ language, label, words }];
    }),
  ),
);

describe('without any declaration', () => {
  test('at least 98 % of 200-character texts are read as they were written', () => {
    const wrong = cases.filter(({ label, words }) => {
      const bytes = encode(words, label);
      if (!bytes) throw new RangeError(`${label} cannot hold: ${words}`);
      return read(bytes).text !== words;
    });
    expect(cases.length).toBeGreaterThan(300);
    // Named, so that a red run says which.
    expect(wrong.length, wrong.map(({ language, label }) => `${language} ${label}`).join(', ')).toBeLessThanOrEqual(
      cases.length * 0.02,
    );
  });

  test.each(
    LANGUAGES.flatMap(({ language, encodings, text }) => encodings.map((label) => [language, label, text] as const)),
  )('%s in %s, whole, is right and is said to be a guess', (_language, label, text) => {
    const answer = read(encode(text, label) as Uint8Array);
    expect(answer.text).toBe(text);
    expect(answer.codes).toEqual(['encoding-guessed']);
  });

  test('UTF-8 is no guess', () => {
    expect(read(encode('“Café” — 日本 😀', 'utf-8') as Uint8Array)).toMatchObject({ encoding: 'utf-8', codes: [] });
  });

  test('UTF-8 with a broken byte is still UTF-8, and the break is said', () => {
    const bytes = encode('“Café”, naïve, Élodie, “déjà vu”', 'utf-8') as Uint8Array;
    const answer = read(Uint8Array.from([...bytes, 0x20, 0xe9, 0x20]));
    expect(answer).toMatchObject({ encoding: 'utf-8', codes: ['unreadable-characters'] });
    expect(answer.text).toContain('“Café”');
  });

  test('the quotation marks and the euro of windows-1252 are right on every host', () => {
    expect(read(raw('He said \x93no\x94 \x96 it\x92s \x80 50, and the caf\xe9 stayed open.')).text).toBe(
      'He said “no” – it’s € 50, and the café stayed open.',
    );
  });
});

describe('the order of the ways', () => {
  test('a byte order mark is stronger than a declaration, and the difference is said', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...(encode('Café', 'utf-8') as Uint8Array)]);
    expect(read(bytes, 'windows-1252')).toMatchObject({ text: 'Café', encoding: 'utf-8', codes: ['encoding-differs'] });
    expect(read(bytes)).toMatchObject({ text: 'Café', codes: [] });
  });

  test.each(['utf-16le', 'utf-16be'])('a byte order mark of %s', (label) => {
    expect(read(encode('\ufeffCafé', label) as Uint8Array)).toMatchObject({ text: 'Café', encoding: label, codes: [] });
  });

  test('a declaration is stronger than what the bytes look like', () => {
    expect(read(encode('Café', 'utf-8') as Uint8Array, 'windows-1252')).toMatchObject({ text: 'CafÃ©', codes: [] });
    expect(read(raw('Caf\xe9'), 'Latin1')).toMatchObject({ text: 'Café', encoding: 'windows-1252' });
  });

  test('a declaration that does not fit leaves no U+FFFD unsaid', () => {
    const answer = read(raw('Caf\xe9 and th\xe9'), 'utf-8');
    expect(answer.text).toBe('Caf\ufffd and th\ufffd');
    expect(answer.messages).toEqual([
      {
        code: 'unreadable-characters',
        text: '2 characters of “note.txt” could not be read as utf-8; “\ufffd” stands in place. Compare them with the original.',
      },
    ]);
  });

  test('an unknown declaration is a failure, and so is UTF-32', () => {
    expect(failure(raw('Café'), 'klingon')).toBe('unknown-encoding');
    expect(failure(Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]))).toBe('unknown-encoding');
    expect(failure(Uint8Array.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x41]))).toBe('unknown-encoding');
  });
});

describe('what is no text', () => {
  test('control characters', () => {
    expect(failure(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))).toBe('binary');
    expect(failure(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))).toBe('binary');
  });

  test('but a stray control character in a text does not make it binary', () => {
    expect(failure(raw(`${'The port of Ostrel opened. '.repeat(20)}\0\x07`))).toBe('read');
  });

  test('a tail of NULs is left out and said', () => {
    const answer = read(raw(`The port of Ostrel opened.${'\0'.repeat(300)}`));
    expect(answer).toMatchObject({ text: 'The port of Ostrel opened.', codes: ['nul-tail'] });
  });
});

test('law: whatever the bytes, U+FFFD comes only with a message, and any UTF-8 text comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const result = decode(bytes, 'note.txt');
      if (!result.ok) return;
      const { value, messages } = result.value;
      if (value.text.includes('\ufffd')) expect(messages.map(({ code }) => code)).toContain('unreadable-characters');
    }),
    { seed: 20260803, numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z é“”日\n]{0,80}$/u), (text) => {
      expect(read(new TextEncoder().encode(text)).text).toBe(text);
    }),
    { seed: 20260803 },
  );
});
