// Tests of the scales of likelihood: their terms, rows and ranges are those of conventions.md 3.4 and 3.5.
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_WORDS, LIKELIHOOD_SCALES, likelihoodScaleOf } from '../../shared/briefing/likelihood.ts';

const [icd, phia] = LIKELIHOOD_SCALES;

describe('the scales', () => {
  it('have the terms and ranges of their source', () => {
    const drawn = (id: string): string[] =>
      (LIKELIHOOD_SCALES.find((scale) => scale.id === id)?.steps ?? []).map(
        ({ terms, low, high }) => `${terms.map(({ words }) => words).join(' | ')}: ${low}-${high}`,
      );
    expect(drawn('icd203')).toEqual([
      'almost no chance | remote: 1-5',
      'very unlikely | highly improbable: 5-20',
      'unlikely | improbable: 20-45',
      'roughly even chance | roughly even odds: 45-55',
      'likely | probable: 55-80',
      'very likely | highly probable: 80-95',
      'almost certain | nearly certain: 95-99',
    ]);
    expect(drawn('phia')).toEqual([
      'remote chance: 0-5',
      'highly unlikely: 10-20',
      'unlikely: 25-35',
      'realistic possibility: 40-50',
      'likely or probable: 55-75',
      'highly likely: 80-90',
      'almost certain: 95-100',
    ]);
  });

  it('rise, name their source, and have a term for each row at each step', () => {
    for (const { steps, rows, source } of LIKELIHOOD_SCALES) {
      expect(source).not.toBe('');
      steps.forEach(({ terms, low, high, range }, at) => {
        expect(low).toBeLessThan(high);
        expect(low).toBeGreaterThanOrEqual(steps[at - 1]?.high ?? 0);
        expect(terms).toHaveLength(rows.length);
        expect(range).toContain(String(high));
        for (const { words, forms } of terms) expect(forms).toContain(words);
      });
    }
    expect(CONFIDENCE_WORDS.map(({ words }) => words)).toEqual(['high', 'moderate', 'low']);
  });
});

describe('likelihoodScaleOf', () => {
  it('takes ICD 203 for an analytic assessment, none for the others, and what the settings name before both', () => {
    expect(likelihoodScaleOf({ template: 'analytic-assessment' })).toBe(icd);
    expect(likelihoodScaleOf({ template: 'ministerial-submission' })).toBeNull();
    expect(likelihoodScaleOf({ template: 'analytic-assessment', likelihood: 'phia' })).toBe(phia);
    expect(likelihoodScaleOf({ template: 'ministerial-submission', likelihood: 'phia' })).toBe(phia);
    expect(likelihoodScaleOf({ template: 'analytic-assessment', likelihood: 'none' })).toBeNull();
    expect(likelihoodScaleOf({ template: 'analytic-assessment', likelihood: 'a newer one' })).toBe(icd);
  });
});
