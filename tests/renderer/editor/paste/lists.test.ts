// Tests of lists built from their items: nested as they were, never deeper than Word goes, with every word.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { listDepthOf } from '../../../../renderer/editor/paste/clean.ts';
import { buildLists, DEEPEST, partsOf, type ListPart } from '../../../../renderer/editor/paste/lists.ts';
import { doc, li, ol, p, table, td, tr, ul } from '../../../builders.ts';

const part = (level: number, words: string, more: Partial<ListPart> = {}): ListPart => ({
  part: 'item',
  level,
  ordered: false,
  value: null,
  key: 'k',
  paragraphs: [p(words)],
  ...more,
});

const json = (blocks: readonly Node[]): unknown => blocks.map((block) => block.toJSON() as unknown);

describe('lists of items in a row', () => {
  it('are nested by level', () => {
    const { blocks } = buildLists([part(1, 'a'), part(2, 'b'), part(3, 'c'), part(2, 'd'), part(1, 'e')]);
    expect(json(blocks)).toEqual(json([ul(li(p('a'), ul(li(p('b'), ul(li(p('c')))), li(p('d')))), li(p('e')))]));
  });

  it('skip no level', () => {
    const { blocks } = buildLists([part(2, 'a'), part(4, 'b'), part(1, 'c')]);
    expect(json(blocks)).toEqual(json([ul(li(p('a'), ul(li(p('b'))))), ul(li(p('c')))]));
  });

  it('are parted where another list begins', () => {
    const { blocks } = buildLists([
      part(1, 'a'),
      part(1, 'b', { ordered: true, value: 4 }),
      part(1, 'c', { key: 'other' }),
    ]);
    expect(json(blocks)).toEqual(json([ul(li(p('a'))), ol({ order: 4 }, li(p('b'))), ul(li(p('c')))]));
  });

  it('go on behind a block that no item can hold, with the next number', () => {
    const grid = table(tr(td(p('x'))));
    const count = { ordered: true, value: null };
    const { blocks } = buildLists([part(1, 'a', { ...count, value: 3 }), grid, part(1, 'b', count)]);
    expect(json(blocks)).toEqual(json([ol({ order: 3 }, li(p('a'))), grid, ol({ order: 4 }, li(p('b')))]));
  });

  it('take what goes on in an item behind its nested list', () => {
    const { blocks } = buildLists([part(1, 'a'), part(2, 'b'), part(1, 'c', { part: 'more' })]);
    expect(json(blocks)).toEqual(json([ul(li(p('a'), ul(li(p('b'))), p('c')))]));
  });

  it('are read back as the parts they were made of', () => {
    const drawn = doc(ul(li(p('a'), ol({ order: 2 }, li(p('b')), li(p('c'))), p('d'))), p('e'));
    const body = drawn.content.cut(drawn.firstChild?.nodeSize ?? 0);
    expect(json(buildLists(partsOf(body)).blocks)).toEqual(body.toJSON());
  });

  const parts = fc.array(
    fc.record({ level: fc.integer({ min: 1, max: 60 }), ordered: fc.boolean(), key: fc.integer({ min: 0, max: 2 }) }),
    { maxLength: 60 },
  );

  it('hold every word in order, are whole, and are no deeper than Word goes', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const row = given.map((one, index) => part(one.level, `w${index} `, one));
        const { blocks, flattened } = buildLists(row);
        const made = doc(...(blocks.length > 0 ? blocks : [p('')]));
        made.check();
        expect(blocks.map((block) => block.textContent).join('')).toBe(row.map((_one, index) => `w${index} `).join(''));
        expect(Math.max(0, ...blocks.map(listDepthOf))).toBeLessThanOrEqual(DEEPEST);
        expect(flattened).toBe(given.filter(({ level }) => level > DEEPEST).length);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});
