// Tests of finding words: with and without case, whole words, typographic marks; and the laws of the places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, readAs, readingOf, type FindQuery } from '../../shared/text/findWords.ts';

/** The text with each match in brackets. */
function drawn(text: string, words: string, options: Partial<FindQuery> = {}): string {
  const places = findWords(text, { words, matchCase: false, wholeWords: false, ...options });
  let [out, at] = ['', 0];
  for (let place = 0; place < places.length; place += 2) {
    const [from, to] = [places[place] ?? 0, places[place + 1] ?? 0];
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return out + text.slice(at);
}

describe('words', () => {
  it('are found in any case, or in theirs alone', () => {
    expect(drawn('Quay, quay, QUAY', 'quay')).toBe('[Quay], [quay], [QUAY]');
    expect(drawn('Quay, quay, QUAY', 'Quay', { matchCase: true })).toBe('[Quay], quay, QUAY');
    expect(drawn('ÉTÉ été', 'été')).toBe('[ÉTÉ] [été]');
  });

  it('are whole when no letter or digit goes on', () => {
    const whole = { wholeWords: true };
    expect(drawn('port, portal, airport, port', 'port', whole)).toBe('[port], portal, airport, [port]');
    expect(drawn('12 of 120, 1,12', '12', whole)).toBe('[12] of 120, 1,[12]');
    expect(drawn('caf\u00e9 caf\u00e9s cafe\u0301', 'café', whole)).toBe('[caf\u00e9] caf\u00e9s cafe\u0301');
    expect(drawn('cafe\u0301', 'cafe', whole)).toBe('cafe\u0301');
    expect(drawn('𝒳port port𝒳', 'port', whole)).toBe('𝒳port port𝒳');
    expect(drawn('10% and 110%', '10%', whole)).toBe('[10%] and 110%');
    expect(drawn('see (a) or (a)b', '(a)', whole)).toBe('see [(a)] or [(a)]b');
  });

  it('are taken letter by letter', () => {
    expect(drawn('a.b axb a\\nb $1', 'a.b')).toBe('[a.b] axb a\\nb $1');
    expect(drawn('a.b a\\nb $1', 'a\\nb')).toBe('a.b [a\\nb] $1');
    expect(drawn('anything', '')).toBe('anything');
  });

  it('are found whichever apostrophe, space or hyphen typography put', () => {
    expect(drawn("don’t don't", "don't")).toBe("[don’t] [don't]");
    expect(drawn("don't", 'don’t')).toBe("[don't]");
    expect(drawn('12\u00a0km', '12 km')).toBe('[12\u00a0km]');
    expect(drawn('long\u2011term', 'long-term')).toBe('[long\u2011term]');
    expect(drawn('long\u2011term', 'long-term', { matchCase: true })).toBe('[long\u2011term]');
  });

  it('of marks alone are taken exactly', () => {
    expect(drawn('“a” "b"', '"')).toBe('“a” ["]b["]');
    expect(drawn('a\u00a0b c', ' ')).toBe('a\u00a0b[ ]c');
  });

  it('keep their place behind a letter that grows in lower case', () => {
    expect(drawn('İİİ Quay', 'quay')).toBe('İİİ [Quay]');
  });
});

const query: fc.Arbitrary<FindQuery> = fc.record({
  words: fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '’', "'", 'é', '😀', 'İ'), maxLength: 4 }),
  matchCase: fc.boolean(),
  wholeWords: fc.boolean(),
});
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '’', "'", 'é', '😀', 'İ', '\n'), maxLength: 40 });

describe('laws', () => {
  it('reading keeps every position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('exact', 'plain', 'lower'), (one, reading) => {
        expect(readAs(one, reading).length).toBe(one.length);
      }),
      { seed: 5 },
    );
  });

  it('places are in order, apart, as long as the words, and read like them', () => {
    fc.assert(
      fc.property(text, query, (one, asked) => {
        const places = findWords(one, asked);
        const reading = readingOf(asked);
        let last = 0;
        for (let at = 0; at < places.length; at += 2) {
          const [from, to] = [places[at] ?? -1, places[at + 1] ?? -1];
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to - from).toBe(asked.words.length);
          expect(readAs(one, reading).slice(from, to)).toBe(readAs(asked.words, reading));
          last = to;
        }
      }),
      { seed: 5 },
    );
  });

  it('none is missed: what is left between the places holds the words no more, unless they are no whole word there', () => {
    fc.assert(
      fc.property(text, query, (one, asked) => {
        fc.pre(asked.words !== '' && !asked.wholeWords);
        const places = [0, ...findWords(one, asked), one.length];
        const read = readAs(one, readingOf(asked));
        for (let at = 0; at < places.length; at += 2) {
          expect(read.slice(places[at], places[at + 1])).not.toContain(readAs(asked.words, readingOf(asked)));
        }
      }),
      { seed: 5 },
    );
  });
});
