// Tests of the list's filters: they combine, what is dismissed is put away, groups are in order.
import { describe, expect, it } from 'vitest';
import {
  ALL_FACTS,
  countKinds,
  factRows,
  isNarrowed,
  passing,
  speakersOf,
  type FactQuery,
} from '../../../renderer/panels/factQuery.ts';
import type { Fact, NameMention } from '../../../shared/facts/fact.ts';
import { article, claimOf, dateOf, figureOf, quoteOf, speaker } from '../../records.ts';

const source = article(
  'The weir held 40 pike in 2030. “We count each pike,” said Ines Brook. “Nobody helps.” Half of them went.',
);
const pike = figureOf(source, '40 pike', { value: 40, unit: 'pike', measure: 'fish in the weir', period: '2030' });
const brook = speaker(source, 'Ines Brook', 'Ines Brook', 'keeper');
const count = quoteOf(source, 'We count each pike,', { speaker: brook });
const nobody = quoteOf(source, 'Nobody helps.');
const half = claimOf(source, 'Half of them went');
const year = dateOf(source, '2030', '2030');
const name = (id: string, over: Partial<NameMention> = {}): NameMention => ({
  ...dateOf(source, 'Ines Brook', ''),
  id,
  kind: 'name',
  nameKind: 'person',
  name: 'Ines Brook',
  role: null,
  ...over,
});
const facts: readonly Fact[] = [count, nobody, pike, half, year, name('n-1'), name('n-2')];
const seen = { used: new Set([pike.id]), altered: new Set([count.id]) };
const ids = (change: Partial<FactQuery>, list = facts) =>
  passing(list, { ...ALL_FACTS, ...change }, seen).map(({ id }) => id);

describe('the filters', () => {
  it('let through by each of speaker, status, use and words', () => {
    expect(ids({ speaker: 'Ines Brook' })).toEqual([count.id]);
    expect(ids({ use: 'used' })).toEqual([pike.id]);
    expect(ids({ use: 'unused' })).not.toContain(pike.id);
    expect(ids({ state: 'altered' })).toEqual([count.id]);
    expect(ids({ words: 'PIKE' })).toEqual([count.id, pike.id]);
    // What is known of a fact finds it as well, and every word must fit.
    expect(ids({ words: 'weir fish' })).toEqual([pike.id]);
    expect(ids({ words: 'keeper' })).toEqual([count.id]);
    expect(ids({ words: '“we count' })).toEqual([]);
  });

  it('combine', () => {
    expect(ids({ words: 'pike', use: 'used' })).toEqual([pike.id]);
    expect(ids({ words: 'pike', use: 'used', speaker: 'Ines Brook' })).toEqual([]);
  });

  it('keep dismissed facts for those who look for them', () => {
    const list = facts.map((fact) => (fact === pike ? { ...pike, dismissed: true } : fact));
    expect(ids({}, list)).not.toContain(pike.id);
    expect(ids({ state: 'dismissed' }, list)).toEqual([pike.id]);
    expect(ids({ state: 'unverified' }, list)).not.toContain(pike.id);
  });

  it('know corrected and judged ones', () => {
    const set: Fact = { ...pike, status: 'disputed', correction: { by: 'I', at: '', read: { value: 4 } } };
    expect(ids({ state: 'corrected' }, [set, year])).toEqual([set.id]);
    expect(ids({ state: 'disputed' }, [set, year])).toEqual([set.id]);
  });

  it('say whether they narrow', () => {
    expect(isNarrowed({ ...ALL_FACTS, group: 'article' })).toBe(false);
    expect(isNarrowed({ ...ALL_FACTS, words: ' ' })).toBe(false);
    expect(isNarrowed({ ...ALL_FACTS, speaker: 'x' })).toBe(true);
  });

  it('offer each speaker once', () => {
    expect(speakersOf([count, { ...count, id: 'q-2' }, nobody])).toEqual(['Ines Brook']);
  });
});

describe('the rows', () => {
  const drawn = (kind: 'all' | 'names', group: FactQuery['group'], list = facts) =>
    factRows(list, kind, group, [source], (id) => `source ${id}`).map((row) =>
      row.kind === 'group' ? `${row.label} ${row.count}` : row.fact.id,
    );

  it('by kind: claims among the figures, in the order of the text; a name once', () => {
    expect(drawn('all', 'kind')).toEqual([
      'Figures 2',
      pike.id,
      half.id,
      'Quotes 2',
      count.id,
      nobody.id,
      'Dates 1',
      year.id,
      'Names 1',
      'n-1',
    ]);
    expect(drawn('names', 'kind')).toEqual(['Names 1', 'n-1']);
    expect(countKinds(facts)).toEqual({ figures: 2, quotes: 2, dates: 1, names: 1 });
  });

  it('show a name that the analyst added beside the first mention', () => {
    expect(drawn('names', 'kind', [name('n-1'), name('n-2', { correction: { by: 'I', at: '', read: null } })])).toEqual(
      ['Names 2', 'n-1', 'n-2'],
    );
  });

  it('by source, also one that is gone', () => {
    const gone = { ...year, id: 'd-gone', articleId: 'a-gone' };
    expect(drawn('all', 'article', [gone, year, pike])).toEqual([
      'source a-calder 2',
      pike.id,
      year.id,
      'source a-gone 1',
      gone.id,
    ]);
  });
});
