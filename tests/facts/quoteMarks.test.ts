// Tests of findStretches: which marks pair, which are apostrophes, and what crosses a paragraph.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStretches } from '../../shared/facts/quoteMarks.ts';
import { paragraphs } from '../../shared/text/sentences.ts';

const inside = (text: string): string[] =>
  findStretches(text, paragraphs(text)).map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  it.each([
    ['a "b" c "d" e', ['b', 'd']],
    ['a “b ‘c’ d” e', ['b ‘c’ d']],
    ['a “b “c” d” e', ['b “c” d']],
    ["a 'b' c", ['b']],
    ["a 'it's the dogs' bone' c", ["it's the dogs' bone"]],
    ["the dogs' bone and the cats' milk", []],
    ["rock 'n' roll in the '90s", []],
    ["a door of 6'2\" and a wall of 8'", []],
    ["''b ''", ['b ']],
    ["'''b' c''", ["'b' c"]],
    ['a «b» c ‹d› e', ['b', 'd']],
    ['a „b“ c ‚d‘ e', ['b', 'd']],
    ['a »b« c', ['b']],
    ['a “b" c “d” e', ['b', 'd']],
    ['the end."We begin"', ['We begin']],
    ['a <b href="x"> c', []],
  ])('%s', (text, expected) => {
    expect(inside(text)).toEqual(expected);
  });

  it('joins the paragraphs of a quotation that only the last closes', () => {
    const text = '“One.\n\n“Two.\n\n“Three.”\n\n“Four.”';
    const stretches = findStretches(text, paragraphs(text));
    expect(stretches.map(({ continues, closed }) => [continues, closed])).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  it('lets no stray opening mark swallow the next paragraph', () => {
    expect(inside('A stray “ mark and more.\n\nNothing here.')).toEqual([]);
  });

  it('pairs are in order, apart, and within one paragraph', () => {
    const marks = fc.array(
      fc.constantFrom('"', '“', '”', '‘', '’', "'", "''", '«', '»', '„', 'a', 'b.', ' ', ' ', '\n\n', 's', ','),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(marks, (pieces) => {
        const text = pieces.join('');
        const cut = paragraphs(text);
        let at = 0;
        for (const stretch of findStretches(text, cut)) {
          expect(stretch.open).toBeGreaterThanOrEqual(at);
          expect(stretch.start).toBeGreaterThan(stretch.open);
          expect(stretch.end).toBeGreaterThanOrEqual(stretch.start);
          expect(stretch.close).toBeGreaterThanOrEqual(stretch.end);
          const around = cut[stretch.paragraph];
          expect(stretch.open).toBeGreaterThanOrEqual(around?.start ?? 0);
          expect(stretch.close).toBeLessThanOrEqual(around?.end ?? 0);
          at = stretch.close;
        }
      }),
      { seed: 20250807, numRuns: 1000 },
    );
  });
});
