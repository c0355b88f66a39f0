// Tests of the ways out of findings: which are offered for which kind, in the order of their keys, with what they would do.
import { describe, expect, it } from 'vitest';
import { detailOf, waysOut } from '../../../renderer/panels/checkWays.ts';
import type { Check, CheckKind } from '../../../shared/check/check.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { article, figureOf, quoteOf, speaker } from '../../records.ts';

const source = article('“We were full,” said Ada Brandt, a pilot. They had 37 pilots and 12 cooks in 2030.');
const quote = quoteOf(source, 'We were full,', { speaker: speaker(source, 'Ada Brandt', 'Ada Brandt', 'a pilot') });
const pilots = figureOf(source, '37 pilots', { value: 37, unit: 'pilot', figureKind: 'count', period: '2030' });
const cooks = figureOf(source, '12 cooks', { value: 12, unit: 'cook', figureKind: 'count' });

function ways(kind: CheckKind, fact: Fact | null = null, over: Partial<Parameters<typeof waysOut>[0]> = {}) {
  const check: Check = {
    id: 'c',
    kind,
    severity: 'look',
    title: '',
    detail: '',
    from: 1,
    to: 2,
    factId: fact?.id ?? null,
    annotationId: null,
    diff: null,
    about: { key: 'k', words: '37 pilots' },
  };
  return waysOut({
    check,
    fact,
    facts: [quote, pilots, cooks],
    articles: [source],
    fragment: false,
    can: () => true,
    ...over,
  });
}
const keys = (list: ReturnType<typeof ways>) => list.map(({ key }) => key);
const words = (list: ReturnType<typeof ways>, at = 0) => list[at]?.preview.map(({ text }) => text).join('');

describe('ways out', () => {
  it('of altered words are the three, in the order of their keys', () => {
    expect(keys(ways('altered-quotation', quote))).toEqual(['restore', 'paraphrase', 'markCuts']);
    expect(ways('altered-quotation', quote).map(({ command }) => command)).toEqual([
      'restoreWords',
      'makeParaphrase',
      'markCuts',
    ]);
    expect(keys(ways('altered-figure', pilots))).toEqual(['restore', 'own']);
    expect(words(ways('altered-figure', pilots))).toBe('37 pilots');
  });

  it('of a number without a source begin with the figures of its value', () => {
    const list = ways('unsourced-figure');
    expect(keys(list)).toEqual([pilots.id, 'pick', 'own']);
    expect(list[0]?.title).toBe('Link to 37 pilots');
    expect(words(list)).toContain('¶1');
    expect(keys(ways('unsourced-figure', null, { facts: [cooks] }))).toEqual(['pick', 'own']);
    expect(keys(ways('unsourced-figure', null, { facts: [] }))).toEqual(['own']);
  });

  it('show the speaker, or the period, that comes back', () => {
    expect(words(ways('misattributed-quotation', quote))).toBe('Ada Brandt, a pilot');
    expect(words(ways('missing-attribution', quote))).toBe('Ada Brandt, a pilot');
    expect(words(ways('changed-period', pilots))).toBe('2030');
  });

  it('are only those that would do something', () => {
    const can = (how: string) => how === 'paraphrase';
    expect(keys(ways('altered-quotation', quote, { can }))).toEqual(['paraphrase']);
    expect(keys(ways('source-not-located', null, { can: (how) => how === 'uncite' }))).toEqual(['uncite']);
  });

  it('lead to the dialog that settles a finding about the whole', () => {
    expect(ways('no-banner').map(({ act }) => act)).toEqual([{ kind: 'command', id: 'banner' }]);
    expect(ways('over-length').map(({ act }) => act)).toEqual([{ kind: 'command', id: 'lengthLimit' }]);
    expect(ways('likelihood-with-confidence')).toEqual([]);
  });
});

describe('what a finding says', () => {
  it('shows a computation as people read it, and other numbers as they stand', () => {
    const detail = '1752000000 / 570000000 = 3.07. Write it in words that the figures support.';
    expect(detailOf({ kind: 'contradicted-claim', detail })).toBe(
      '1,752 million ÷ 570 million = 3.07. Write it in words that the figures support.',
    );
    expect(detailOf({ kind: 'conflicting-figures', detail: 'A: 1752000000 / 2.' })).toBe('A: 1752000000 / 2.');
  });
});
