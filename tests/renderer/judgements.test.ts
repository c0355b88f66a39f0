// Tests of judgements: what is accepted or graded is kept in its place, and taken back without touching what came after.
import { describe, expect, it } from 'vitest';
import { createJudgements } from '../../renderer/judgements.ts';
import type { Article } from '../../shared/article/article.ts';
import type { Settings } from '../../shared/briefing/briefing.ts';
import { acceptancesOf } from '../../shared/check/acceptance.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { article, figureOf } from '../records.ts';

const source = article('They hired 37 pilots and 12 cooks.');
const pilots = figureOf(source, '37 pilots');
const check = (words: string) => ({ kind: 'unsourced-figure', about: { key: words, words } }) as const;

function desk(author = 'Ida Moss') {
  const state: { settings: Settings | null; articles: readonly Article[]; facts: readonly Fact[] } = {
    settings: { template: 't', author, language: 'en-GB', kept: 'as it is' },
    articles: [source],
    facts: [pilots],
  };
  const judgements = createJudgements({
    settings: () => state.settings,
    articles: () => state.articles,
    facts: () => state.facts,
    set: (change) => Object.assign(state, change),
    author: () => author,
    now: () => '2031-03-05T09:00:00.000Z',
  });
  const reasons = () => acceptancesOf(state.settings ?? {}).map(({ reason }) => reason);
  return { state, judgements, reasons };
}

describe('accepting', () => {
  it('keeps reason, author and time in the settings, beside what stands there', () => {
    const { state, judgements } = desk();
    judgements.accept(check('37 pilots'), ' Counted. ');
    expect(state.settings).toMatchObject({
      kept: 'as it is',
      accepted: [{ reason: 'Counted.', author: 'Ida Moss', at: '2031-03-05T09:00:00.000Z' }],
    });
  });

  it('is taken back alone', () => {
    const { judgements, reasons } = desk();
    const back = judgements.accept(check('37 pilots'), 'Counted.');
    judgements.accept(check('12 cooks'), 'Seen.');
    back?.();
    expect(reasons()).toEqual(['Seen.']);
  });

  it('brings the reason before back, when there was one', () => {
    const { judgements, reasons } = desk();
    judgements.accept(check('37 pilots'), 'Counted.');
    judgements.accept(check('37 pilots'), 'Counted twice.')?.();
    expect(reasons()).toEqual(['Counted.']);
  });

  it('is not possible without words to hold on to, nor without a briefing', () => {
    const { state, judgements } = desk();
    expect(judgements.accept({ kind: 'altered-chart' }, 'Because.')).toBeNull();
    state.settings = null;
    expect(judgements.accept(check('37 pilots'), 'Because.')).toBeNull();
    expect(() => desk().judgements.accept(check('37 pilots'), '  ')).toThrow(RangeError);
  });

  it('is opened again by its key, and that is taken back', () => {
    const { state, judgements, reasons } = desk();
    judgements.accept(check('37 pilots'), 'Counted.');
    const [kept] = acceptancesOf(state.settings ?? {});
    const back = judgements.reopen(kept?.key ?? '');
    expect(reasons()).toEqual([]);
    back();
    expect(reasons()).toEqual(['Counted.']);
  });
});

describe('grading', () => {
  it('stands on the article and on the fact, and is taken back', () => {
    const { state, judgements } = desk();
    const source = judgements.setReliability('a-calder', 'B');
    const item = judgements.setCredibility(pilots.id, '2');
    expect([state.articles[0]?.reliability, state.facts[0]?.credibility]).toEqual(['B', '2']);
    source();
    item();
    expect([state.articles[0]?.reliability, state.facts[0]?.credibility]).toEqual([null, null]);
  });
});
