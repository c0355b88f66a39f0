// Tests of link candidates: figures of an equal value come first, then correct roundings, then the others.
import { describe, expect, it } from 'vitest';
import { linkCandidates } from '../../shared/check/linkCandidates.ts';
import { article, figureOf } from '../records.ts';

const source = article(
  'They cut 52,300 tonnes of timber, sold 52,000 tonnes, paid 9 per cent more, and lost 12 ships.',
);
const tonne = { unit: 'tonne', figureKind: 'quantity' } as const;
const cut = figureOf(source, '52,300 tonnes', { ...tonne, value: 52_300 });
const sold = figureOf(source, '52,000 tonnes', { ...tonne, value: 52_000 });
const paid = figureOf(source, '9 per cent', { value: 9, unit: 'percentage', figureKind: 'percent' });
const ships = figureOf(source, '12 ships', { value: 12, unit: 'ship', figureKind: 'count' });
const facts = [cut, sold, paid, ships];

const ids = (words: string) => {
  const { same, others } = linkCandidates(words, facts);
  return { same: same.map(({ text }) => text), others: others.map(({ text }) => text) };
};

describe('candidates for a link', () => {
  it('are those of the same value, then the rounded, then the others in their order', () => {
    expect(ids('52,000 tonnes')).toEqual({
      same: ['52,000 tonnes', '52,300 tonnes'],
      others: ['9 per cent', '12 ships'],
    });
    expect(ids('nine per cent').same).toEqual(['9 per cent']);
  });

  it('are only others when none is equal, or no number can be read', () => {
    expect(ids('70 ships').same).toEqual([]);
    expect(ids('')).toEqual({ same: [], others: facts.map(({ text }) => text) });
  });

  it('are no dismissed ones', () => {
    const dismissed = [{ ...ships, dismissed: true }];
    expect(linkCandidates('12 ships', dismissed)).toEqual({ same: [], others: [] });
  });

  it('are the same answer for the same question', () => {
    expect(linkCandidates('12 ships', facts)).toBe(linkCandidates('12 ships', facts));
  });
});
