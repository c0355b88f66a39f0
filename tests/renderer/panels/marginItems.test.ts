// Margin items: one list in the order of the text; a card stands for the row it covers.
import { describe, expect, it } from 'vitest';
import {
  countItems,
  groupNotes,
  isOpen,
  marginItems,
  notesBeside,
  openNote,
  passes,
  sameItem,
} from '../../../renderer/panels/marginItems.ts';
import type { Annotation } from '../../../shared/briefing/annotation.ts';
import type { Check } from '../../../shared/check/check.ts';
import { article, figureOf, quoteOf } from '../../records.ts';

const source = article('Ferries carried 4,100 cars and 900 lorries. “We were full,” said Ada Brandt.');
const cars = figureOf(source, '4,100 cars');
const lorries = figureOf(source, '900 lorries');
const quote = quoteOf(source, 'We were full,');
const facts = [cars, lorries, quote];

const note = (id: string, over: Partial<Annotation> = {}): Annotation => ({
  id,
  author: 'Analyst',
  at: '2031-03-04T09:00:00Z',
  body: '',
  status: 'unverified',
  confidence: null,
  tags: [],
  replies: [],
  resolved: false,
  export: false,
  ...over,
});
const check = (id: string, over: Partial<Check> = {}): Check => ({
  id,
  kind: 'altered-quotation',
  severity: 'settle',
  title: 'Quotation 1 differs from its source',
  detail: '',
  from: 40,
  to: 60,
  factId: quote.id,
  annotationId: null,
  diff: null,
  ...over,
});
const anchor = (kind: 'fact' | 'annotation' | 'check', id: string, from: number, to: number) => ({
  kind,
  id,
  from,
  to,
});

describe('marginItems', () => {
  it('puts a note in place of the figure it covers, and a warning in place of its quotation', () => {
    const items = marginItems(
      {
        anchors: [
          anchor('annotation', 'n1', 5, 15),
          anchor('fact', cars.id, 5, 15),
          anchor('fact', lorries.id, 20, 31),
          anchor('fact', quote.id, 40, 60),
          anchor('check', 'c1', 40, 60),
        ],
        annotations: new Map([['n1', note('n1')]]),
        checks: [check('c1')],
        accepted: [],
      },
      facts,
    );
    expect(items.map((item) => [item.kind, item.from])).toEqual([
      ['annotation', 5],
      ['fact', 20],
      ['check', 40],
    ]);
    expect(items[0]?.kind === 'annotation' && items[0].fact?.id).toBe(cars.id);
  });

  it('shows the row again when its note is resolved, and folds the note away', () => {
    const items = marginItems(
      {
        anchors: [anchor('annotation', 'n1', 5, 15), anchor('fact', cars.id, 5, 15)],
        annotations: new Map([['n1', note('n1', { resolved: true })]]),
        checks: [],
        accepted: [],
      },
      facts,
    );
    expect(items.filter((item) => passes(item, 'all', false)).map((item) => item.kind)).toEqual(['fact']);
    expect(items.filter((item) => passes(item, 'notes', true))).toHaveLength(1);
  });

  it('gives each use of a fact a row of its own, and a note over several stretches one card', () => {
    const items = marginItems(
      {
        anchors: [
          anchor('fact', cars.id, 5, 15),
          anchor('annotation', 'n1', 17, 19),
          anchor('annotation', 'n1', 22, 24),
          anchor('fact', cars.id, 30, 40),
        ],
        annotations: new Map([['n1', note('n1')]]),
        checks: [],
        accepted: [],
      },
      facts,
    );
    expect(items.map((item) => item.kind)).toEqual(['fact', 'annotation', 'fact']);
    expect(new Set(items.map((item) => item.id)).size).toBe(3);
  });

  it('leaves out findings about the whole, and counts by chip', () => {
    const items = marginItems(
      {
        anchors: [
          anchor('check', 'p', 3, 3),
          anchor('fact', cars.id, 5, 15),
          anchor('fact', quote.id, 40, 60),
          anchor('annotation', 'n1', 61, 64),
        ],
        annotations: new Map([['n1', note('n1')]]),
        checks: [check('p', { kind: 'unanswered-prompt', severity: 'look', factId: null })],
        accepted: [],
      },
      facts,
    );
    expect(countItems(items)).toEqual({ figures: 1, quotes: 1, notes: 1, warnings: 0 });
  });

  it('joins notes on the same words in the order they were made, and opens the one that is asked for', () => {
    const items = marginItems(
      {
        anchors: [
          anchor('annotation', 'late', 5, 15),
          anchor('annotation', 'early', 5, 15),
          anchor('fact', cars.id, 5, 15),
          anchor('annotation', 'wider', 5, 31),
        ],
        annotations: new Map([
          ['late', note('late', { at: '2031-03-05T09:00:00Z' })],
          ['early', note('early')],
          ['wider', note('wider')],
        ]),
        checks: [],
        accepted: [],
      },
      facts,
    );
    const shown = groupNotes(items);
    expect(shown.map((item) => (item.kind === 'notes' ? item.notes.map(({ id }) => id) : item.kind))).toEqual([
      ['early', 'late'],
      ['wider'],
    ]);
    const [group, other] = shown;
    if (!group || !other) throw new Error('There are two.');
    expect(openNote(group, 'annotation:late')?.id).toBe('late');
    expect([isOpen(group, 'annotation:late'), isOpen(other, 'annotation:late'), isOpen(group, null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(countItems(items).notes).toBe(3);
  });

  it('tells the notes on the same words in the order of their card, without resolved ones', () => {
    const seen = {
      anchors: ['c', 'a', 'done', 'b']
        .map((id) => anchor('annotation', id, 5, 15))
        .concat(anchor('annotation', 'd', 5, 16)),
      annotations: new Map(
        ['a', 'b', 'c', 'd', 'done'].map((id) => [
          id,
          note(id, { at: `2031-03-04T09:00:00Z ${id}`, resolved: id === 'done' }),
        ]),
      ),
    };
    expect(notesBeside(seen, 'b')).toEqual(['a', 'b', 'c']);
    expect(notesBeside(seen, 'd')).toEqual(['d']);
    expect(notesBeside(seen, 'done')).toEqual(['a', 'b', 'c', 'done']);
  });

  it('says of a fact whose difference was accepted that it differs', () => {
    const acceptance = { key: 'k', reason: 'He said so.', author: 'Analyst', at: '2031-03-04T09:00:00Z' };
    const items = marginItems(
      {
        anchors: [anchor('fact', quote.id, 40, 60)],
        annotations: new Map(),
        checks: [],
        accepted: [{ check: check('c1'), acceptance }],
      },
      facts,
    );
    expect(items[0]?.kind === 'fact' && items[0].accepted?.acceptance.reason).toBe('He said so.');
  });
});

describe('items drawn alike', () => {
  const seen = { annotations: new Map([['n', note('n')]]), checks: [check('c')], accepted: [] };
  const at = (shift: number, over: object = {}) =>
    groupNotes(
      marginItems(
        {
          ...seen,
          ...over,
          anchors: [
            anchor('fact', cars.id, 3 + shift, 8 + shift),
            anchor('annotation', 'n', 20 + shift, 25 + shift),
            anchor('check', 'c', 40 + shift, 60 + shift),
          ],
        },
        facts,
      ),
    );
  const alike = (a: ReturnType<typeof at>, b: ReturnType<typeof at>): boolean[] =>
    a.map((item, index) => {
      const other = b[index];
      return other !== undefined && sameItem(item, other);
    });

  it('are the same further on in the text', () => {
    expect(alike(at(0), at(7))).toEqual([true, true, true]);
  });

  it('are others when a note or a warning says something else', () => {
    const noted = { annotations: new Map([['n', note('n', { body: 'New' })]]) };
    expect(alike(at(0), at(0, noted))).toEqual([true, false, true]);
    expect(alike(at(0), at(0, { checks: [check('c', { detail: 'New' })] }))).toEqual([true, true, false]);
  });
});
