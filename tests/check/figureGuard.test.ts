// Tests of the guard of figures: a table of edits anyone can read, and the law of rounding.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigure } from '../../shared/check/figureGuard.ts';
import type { Figure } from '../../shared/facts/fact.ts';
import { article, figureOf } from '../records.ts';

interface Edit {
  readonly why: string;
  readonly source: string;
  readonly fact: Partial<Figure>;
  readonly words: string;
  readonly verdict: 'same' | 'rounded' | 'altered';
}

const specs = JSON.parse(readFileSync(new URL('../fixtures/specs/guard.json', import.meta.url), 'utf8')) as {
  readonly figures: readonly Edit[];
};

function fact(source: string, over: Partial<Figure>): Figure {
  return figureOf(article(`The sum was ${source} in all.`), source, over);
}

describe('compareFigure', () => {
  it.each(specs.figures)('$verdict: $source as $words ($why)', ({ source, fact: over, words, verdict }) => {
    const compared = compareFigure(fact(source, over), words);
    expect(compared.verdict).toBe(verdict);
    expect(compared.reason !== '').toBe(verdict === 'altered');
  });

  it('says what differs', () => {
    const sum = fact('$40 million', { value: 40e6, unit: 'USD', figureKind: 'money' });
    expect(compareFigure(sum, '€40 million').reason).toBe('The currency differs.');
    expect(compareFigure(sum, '$50 million').reason).toBe('It is no correct rounding of the source’s figure.');
    expect(compareFigure(sum, 'much').reason).toBe('No figure can be read in these words.');
  });

  it('takes a correct rounding to any number of decimals, and no value a whole step away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_001, max: 9_999_999 }), fc.integer({ min: 1, max: 5 }), (value, digits) => {
        const sum = fact(`$${value.toLocaleString('en')}`, { value, unit: 'USD', figureKind: 'money' });
        const rounded = (value / 1e6).toFixed(digits);
        expect(compareFigure(sum, `$${rounded} million`).verdict).not.toBe('altered');
        const beside = (Number(rounded) + 10 ** -digits).toFixed(digits);
        // A trailing zero would be a coarser rounding, which may fit.
        fc.pre(Math.abs(Number(beside) * 1e6 - value) > 10 ** (6 - digits) * 0.51);
        expect(compareFigure(sum, `$${beside} million`).verdict).toBe('altered');
      }),
      { seed: 20310304, numRuns: 200 },
    );
  });
});
