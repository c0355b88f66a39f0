// Tests of reading the facts again: what the analyst did wins, what is used stays, and all of it can be taken back.
import { beforeEach, describe, expect, it } from 'vitest';
import { createFactRefresh } from '../../renderer/factRefresh.ts';
import { correctFact } from '../../shared/facts/correction.ts';
import type { Fact, Facts } from '../../shared/facts/fact.ts';
import type { Node } from 'prosemirror-model';
import { detail, doc, figure, p, title, titleBlock } from '../builders.ts';
import { article, figureOf, NO_FACTS } from '../records.ts';

const source = article('Calder sold 12 ships, 30 boats and 45 barges in a year, and bought 7 cranes.');
const ships = figureOf(source, '12 ships', { value: 12 });
const boats = figureOf(source, '30 boats', { value: 30 });
const barges = figureOf(source, '45 barges', { value: 45 });
const cranes = figureOf(source, '7 cranes', { value: 7 });

let facts: readonly Fact[];
let fresh: Facts;
let text: Node;
let asked: string[];
let articles: readonly (typeof source)[];
const refresh = createFactRefresh({
  articles: () => articles,
  facts: () => facts,
  set: (next) => (facts = next),
  doc: () => text,
  today: () => '2031-05-01',
  read: async (all, today) => {
    asked.push(today);
    return all.map(() => fresh);
  },
});

beforeEach(() => {
  articles = [source];
  asked = [];
  facts = [ships, boats, barges];
  fresh = { ...NO_FACTS, figures: [{ ...ships, measure: 'ships sold' }, cranes] };
  text = doc(titleBlock(title('x'), detail({ name: 'date' }, '4 March 2031')), p(figure(boats.id, '30 boats')));
});

describe('facts read again', () => {
  it('are merged: changed, added and gone are counted, what is used stays', async () => {
    const done = await refresh();
    expect(done).toMatchObject({ added: 1, changed: 1, gone: 1 });
    expect(facts.map(({ id }) => id)).toEqual([ships.id, boats.id, cranes.id]);
    expect(facts[0]).toMatchObject({ measure: 'ships sold' });
    expect(asked).toEqual(['2031-03-04']);
    done?.takeBack();
    expect(facts).toEqual([ships, boats, barges]);
  });

  it('do not touch what the analyst corrected or judged, and taking back keeps what was done since', async () => {
    const corrected = correctFact(ships, { value: 13 }, { by: 'A', at: '2031-03-05T00:00:00Z' });
    facts = [corrected, { ...barges, status: 'disputed' }];
    const done = await refresh();
    expect(done).toMatchObject({ added: 1, gone: 0 });
    expect(facts.find(({ id }) => id === ships.id)).toMatchObject({ value: 13 });
    expect(facts.find(({ id }) => id === barges.id)).toMatchObject({ status: 'disputed' });
    facts = facts.map((fact) => (fact.id === barges.id ? { ...fact, status: 'verified' } : fact));
    done?.takeBack();
    expect(facts.map(({ id, status }) => [id, status])).toEqual([
      [ships.id, 'unverified'],
      [barges.id, 'verified'],
    ]);
  });

  it('say so when nothing is new, and are read by today where the briefing names no day', async () => {
    fresh = { ...NO_FACTS, figures: [ships, boats, barges] };
    text = doc(p());
    expect(await refresh()).toMatchObject({ added: 0, changed: 0, gone: 0 });
    expect(facts).toEqual([ships, boats, barges]);
    expect(asked).toEqual(['2031-05-01']);
  });

  it('are left alone when another briefing was opened meanwhile', async () => {
    const running = refresh();
    articles = [];
    facts = [];
    expect(await running).toBeNull();
    expect(facts).toEqual([]);
  });
});
