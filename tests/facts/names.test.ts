// Tests of findNames: each case of specs/names.json and the laws of mentions.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf, shortName, type ShortName } from './readings.ts';

interface Spec {
  readonly name: string;
  readonly input: string;
  readonly results: readonly ShortName[];
}

describe('a name is read with its kind, its fullest form and its role', () => {
  const specs = JSON.parse(readFileSync(new URL('../fixtures/specs/names.json', import.meta.url), 'utf8')) as Spec[];
  it.each(specs)('$name', ({ input, results }) => {
    expect(namesOf(input).map(shortName)).toEqual(results);
  });
});

const prose = fc
  .array(
    fc.constantFrom(
      'Ola',
      'Brandvik',
      'Ida',
      'Torvik',
      'Minister',
      'Member of Parliament',
      'the',
      'mayor',
      'of',
      'Lindal',
      'Mr.',
      'and',
      'Ministry',
      'Norway',
      'in',
      ',',
      '.',
      '“',
      '”',
      '58',
      'said',
      'van',
      'de',
      '&',
      "Brandvik's",
      '\n\n',
      'University',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(' '));

const run = { seed: 20250807, numRuns: 400 };

describe('laws of names', () => {
  it('every mention is its slice, in order, and no two overlap', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let at = 0;
        for (const name of namesOf(text)) {
          expect(name.text).toBe(text.slice(name.start, name.end));
          expect(name.start).toBeGreaterThanOrEqual(at);
          at = name.end;
        }
      }),
      run,
    );
  });

  it('a full form of a person is the fullest form of itself: its mentions all carry one name', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const byText = new Map<string, Set<string>>();
        for (const { nameKind, text: written, name } of namesOf(text)) {
          if (nameKind !== 'person' || !written.includes(' ')) continue;
          byText.set(written, (byText.get(written) ?? new Set()).add(name));
        }
        for (const names of byText.values()) expect(names.size).toBe(1);
      }),
      run,
    );
  });

  it('a surname after its full form always resolves to it', () => {
    fc.assert(
      fc.property(fc.constantFrom('Brandvik', 'Torvik', 'Okonjo', 'Lindqvist'), fc.boolean(), (surname, first) => {
        const full = `The bridge was opened by Ola ${surname} on Monday.`;
        const short = `Later ${surname} left.`;
        const names = namesOf(first ? `${full} ${short}` : `${short} ${full}`);
        expect(new Set(names.map(({ name }) => name))).toEqual(new Set([`Ola ${surname}`]));
      }),
      run,
    );
  });
});
