// Tests of the key of a scale, and of the sentence at the caret.
import { describe, expect, it, test } from 'vitest';
import { LIKELIHOOD_SCALES } from '../../shared/briefing/likelihood.ts';
import { hasLikelihoodKey, likelihoodKey, sentenceAt } from '../../shared/briefing/likelihoodKey.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { doc, p, selectionOf } from '../builders.ts';

describe.each(LIKELIHOOD_SCALES.map((scale) => [scale.name, scale] as const))('the key of %s', (_name, scale) => {
  it('gives every term its range, and the guard reads no judgement in it', () => {
    const made = doc(p('Rain is likely.'), ...likelihoodKey(scale));
    for (const { terms, range } of scale.steps) {
      expect(made.textContent).toContain(`${terms.map(({ words }) => words).join('')}${range}`);
    }
    expect(hasLikelihoodKey(made)).toBe(true);
    expect(hasLikelihoodKey(doc(p('x')))).toBe(false);
    const settings = { template: 'analytic-assessment', likelihood: scale.id };
    expect(checkBriefing({ doc: made, articles: [], facts: [], annotations: [], settings })).toEqual(
      checkBriefing({ doc: doc(p('Rain is likely.')), articles: [], facts: [], annotations: [], settings }),
    );
  });
});

test.each([
  ['It is likely<cursor> to rain. We have high confidence.', 'It is likely to rain.'],
  ['It will rain. We<cursor> judge so', 'We judge so'],
  ['It will rain.<cursor>', ''],
  ['<cursor>', ''],
])('the sentence at the caret of "%s" is "%s"', (drawn, sentence) => {
  const made = doc(p(drawn));
  expect(sentenceAt(made, selectionOf(made)?.head ?? 0).trim()).toBe(sentence);
});
