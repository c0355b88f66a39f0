// Tests of the edits of facts: each changes what it should, and is taken back alone, whatever was done since.
import { beforeEach, describe, expect, it } from 'vitest';
import { createFactEdits, type FactEdits } from '../../renderer/factEdits.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { article, claimOf, figureOf, spanOf } from '../records.ts';

const source = article('The ferry made 12 trips in May and 24 in June, twice as many.');
const may = figureOf(source, '12 trips', { value: 12, unit: 'trip' });
const june = figureOf(source, '24', { value: 24 });
const twice = claimOf(source, 'twice as many', {
  verdict: 'supported',
  computed: '24 / 12 = 2',
  figureIds: [june.id, may.id],
});

describe('edits', () => {
  let facts: readonly Fact[];
  let writes: number;
  let edits: FactEdits;
  const of = (id: string) => facts.find((fact) => fact.id === id);

  beforeEach(() => {
    facts = [may, june, twice];
    writes = 0;
    edits = createFactEdits({
      facts: () => facts,
      articles: () => [source],
      set: (next) => {
        facts = next;
        writes += 1;
      },
      author: () => 'Ida Moss',
      now: () => '2031-03-05T09:00:00.000Z',
      newId: () => 'new',
    });
  });

  it('are taken back one by one, and only they', () => {
    const first = edits.setStatus(may.id, 'verified');
    edits.setDismissed(june.id, true);
    first();
    expect(of(may.id)).toBe(may);
    expect(of(june.id)?.dismissed).toBe(true);
  });

  it('write nothing when nothing changes', () => {
    edits.setStatus(may.id, 'unverified')();
    edits.correct(may.id, { value: 12 })();
    edits.setStatus('gone', 'verified')();
    expect(writes).toBe(0);
  });

  it('of a value leave its claim unchecked, and bring both back', () => {
    const back = edits.correct(may.id, { value: 11 });
    expect(of(may.id)?.correction).toMatchObject({ by: 'Ida Moss', read: { value: 12 } });
    expect(of(twice.id)).toMatchObject({ verdict: 'not-checkable' });
    back();
    expect(facts).toEqual([may, june, twice]);
    edits.correct(may.id, { value: 11 });
    edits.putBack(may.id);
    expect(facts).toEqual([may, june, twice]);
  });

  it('of value and words are one', () => {
    const back = edits.correct(june.id, { value: 240 }, spanOf(source, '24 in June'));
    expect(of(june.id)).toMatchObject({ value: 240, text: '24 in June' });
    back();
    expect(of(june.id)).toBe(june);
  });

  it('cover other words, or say why not', () => {
    expect(edits.cover(may.id, spanOf(source, '12 trips in May')).ok).toBe(true);
    expect(of(may.id)?.text).toBe('12 trips in May');
    expect(edits.cover(may.id, { start: 3, end: 4 })).toMatchObject({ error: { code: 'no-words' } });
    expect(edits.cover('gone', { start: 0, end: 3 })).toMatchObject({ error: { code: 'gone' } });
  });

  it('add a fact, and take it away again', () => {
    const added = edits.add('name', source.id, spanOf(source, 'ferry'));
    if (!added.ok) throw new Error(added.error.text);
    expect(of('added-new')).toMatchObject({ kind: 'name', name: 'ferry', correction: { by: 'Ida Moss', read: null } });
    // What was added is not something that was read: there is nothing to put it back to.
    edits.putBack('added-new');
    expect(of('added-new')).toBeDefined();
    added.value.takeBack();
    expect(of('added-new')).toBeUndefined();
    expect(edits.add('figure', source.id, spanOf(source, 'ferry'))).toMatchObject({ error: { code: 'no-number' } });
    expect(edits.add('figure', 'gone', { start: 0, end: 3 })).toMatchObject({ error: { code: 'gone' } });
  });
});
