// Tests of the Admiralty code: exactly twelve words, and a grade that never makes a judgement out of none.
import { describe, expect, it } from 'vitest';
import { RELIABILITIES } from '../../shared/article/article.ts';
import { CREDIBILITIES, CREDIBILITY_WORDS, gradeOf, RELIABILITY_WORDS } from '../../shared/facts/admiralty.ts';

describe('the Admiralty code', () => {
  it('has twelve strings; F and 6 mean that it cannot be judged', () => {
    expect(Object.keys(RELIABILITY_WORDS)).toEqual([...RELIABILITIES]);
    expect(Object.keys(CREDIBILITY_WORDS)).toEqual([...CREDIBILITIES]);
    expect(new Set([...Object.values(RELIABILITY_WORDS), ...Object.values(CREDIBILITY_WORDS)]).size).toBe(12);
    expect([RELIABILITY_WORDS.F, CREDIBILITY_WORDS['6']]).toEqual([
      'Reliability cannot be judged',
      'Truth cannot be judged',
    ]);
  });

  it('is written as letter and figure, with a dash for what was not judged', () => {
    expect(gradeOf({ credibility: '2' }, { reliability: 'B' })).toEqual({
      code: 'B2',
      words: 'Source: usually reliable; item: probably true',
    });
    expect(gradeOf({ credibility: null }, { reliability: 'F' })?.code).toBe('F–');
    expect(gradeOf({ credibility: '3' }, undefined)?.code).toBe('–3');
    expect(gradeOf({ credibility: null }, { reliability: null })).toBeNull();
  });
});
