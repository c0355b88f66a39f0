// Tests of placing: what is pasted stands where the caret is, in the form that the place can hold, and all of it.
import fc from 'fast-check';
import { undo } from 'prosemirror-history';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { placed } from '../../../../renderer/editor/paste/place.ts';
import {
  build,
  by,
  detail,
  doc,
  h,
  li,
  ol,
  p,
  qt,
  quotation,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
  ul,
} from '../../../builders.ts';
import { editorState } from '../harbour.ts';

const text = (words: string): Node => p(words);
const grid = (): Node => table(tr(td(p('x')), td(p('y'))));
const picture = (): Node => build('image', { media: 'a.png', alt: 'The mole' });

/** The blocks after `blocks` of another program are pasted at <cursor> of `drawn`. */
function after(drawn: Node, ...blocks: Node[]): EditorState {
  const state = editorState(drawn);
  const slice = new Slice(Fragment.fromArray(blocks), 0, 0);
  return state.apply(placed(state, slice, { foreign: true }));
}
const json = (node: Node): unknown => node.toJSON();

describe('pasting', () => {
  it('runs paragraphs into the words around', () => {
    expect(json(after(doc(p('a<cursor>b')), text('1')).doc)).toEqual(json(doc(p('a1b'))));
    expect(json(after(doc(p('a<cursor>b')), text('1'), text('2')).doc)).toEqual(json(doc(p('a1'), p('2b'))));
  });

  it('keeps a heading, list or table whole between the words', () => {
    expect(json(after(doc(p('a<cursor>b')), h('1'), ul(li(p('2')))).doc)).toEqual(
      json(doc(p('a'), h('1'), ul(li(p('2'))), p('b'))),
    );
    expect(json(after(doc(p('a<cursor>b')), grid()).doc)).toEqual(json(doc(p('a'), grid(), p('b'))));
  });

  it('takes the place of an empty paragraph', () => {
    expect(json(after(doc(p('<cursor>'), p('z')), h('1'), text('2')).doc)).toEqual(json(doc(h('1'), p('2'), p('z'))));
  });

  it('makes items of a pasted list items of the list', () => {
    const drawn = doc(ul(li(p('a<cursor>')), li(p('b'))));
    expect(json(after(drawn, ul(li(p('1')), li(p('2')))).doc)).toEqual(
      json(doc(ul(li(p('a1')), li(p('2')), li(p('b'))))),
    );
  });

  it('puts what no item can hold behind the list', () => {
    expect(json(after(doc(ol(li(p('a<cursor>')))), text('1'), grid()).doc)).toEqual(
      json(doc(ol(li(p('a'))), p('1'), grid())),
    );
  });

  it('in a cell has paragraphs alone, and pictures behind the table', () => {
    const drawn = doc(table(tr(td(p('a<cursor>')), td(p('b')))));
    expect(json(after(drawn, h('1'), ol(li(p('2'))), picture()).doc)).toEqual(
      json(doc(table(tr(td(p('a', strong('1')), p('1. 2')), td(p('b')))), picture())),
    );
  });

  it('in a quotation has paragraphs of it, and a table behind', () => {
    const drawn = doc(quotation(qt('a<cursor>'), by('A')));
    expect(json(after(drawn, text('one'), text('two'), picture()).doc)).toEqual(
      json(doc(quotation(qt('aone'), qt('two'), by('A')), picture())),
    );
  });

  it('in a line of the title block is one line, with the marks that it may have', () => {
    const drawn = doc(titleBlock(title('a<cursor>'), detail({ name: 'to' }, 'b')), p('c'));
    const link = p(strong('1'), build('hardBreak', null), '2');
    expect(json(after(drawn, link, text('3')).doc)).toEqual(
      json(doc(titleBlock(title('a', strong('1'), ' 2 3'), detail({ name: 'to' }, 'b')), p('c'))),
    );
  });

  it('replaces what is selected', () => {
    expect(json(after(doc(p('a<from>xx<to>b')), text('1')).doc)).toEqual(json(doc(p('a1b'))));
  });

  it('is one step of undo', () => {
    let state = editorState(doc(p('a<cursor>')));
    state = state.apply(state.tr.insertText('typed'));
    const before = state.doc;
    state = state.apply(
      placed(state, new Slice(Fragment.fromArray([h('1'), grid(), picture()]), 0, 0), { foreign: true }),
    );
    undo(state, (tr) => (state = state.apply(tr)));
    expect(json(state.doc)).toEqual(json(before));
  });

  const PLACES: readonly Node[] = [
    doc(p('a<cursor>b')),
    doc(p('<cursor>'), p('z')),
    doc(p('a<from>b'), p('c<to>d')),
    doc(h('a<cursor>')),
    doc(ul(li(p('a<cursor>'), ol(li(p('b')))), li(p('c')))),
    doc(ol(li(p('a')), li(p('<cursor>')))),
    doc(table(tr(th(p('a<cursor>')), td(p('b'))), tr(td(p('c')), td(p('d')))), p('z')),
    doc(quotation(qt('a'), qt('b<cursor>c'), by('A')), p('z')),
    doc(quotation(qt('a'), by('A<cursor>')), p('z')),
    doc(titleBlock(title('a<cursor>b')), p('z')),
    doc(titleBlock(title('a'), detail({ name: 'to' }, '<cursor>')), p('z')),
    doc(build('caption', null, 'a<cursor>b'), grid()),
  ];
  const block = fc.constantFrom(
    text('#'),
    p('#', build('hardBreak', null), strong('#')),
    h('#'),
    ul(li(p('#'), ol(li(p('#')))), li(p('#'))),
    ol({ order: 3 }, li(p('#'), p('#'))),
    table(tr(th(p('#')), th(p('#'))), tr(td({ colspan: 2 }, p('#'), p('#')))),
    quotation(qt('#'), qt('#'), by('#')),
    build('caption', null, '#'),
    picture(),
    build('pageBreak', null),
  );
  const count = (node: Node): readonly [number, number] => {
    let leaves = 0;
    node.descendants((inner) => {
      if (['image', 'pageBreak'].includes(inner.type.name)) leaves++;
    });
    return [node.textBetween(0, node.content.size, ' ').split('#').length - 1, leaves];
  };

  it('loses nothing of a copy of ours, wherever it was cut', () => {
    const cut = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACES),
        fc.array(block, { minLength: 1, maxLength: 3 }),
        cut,
        (drawn, blocks, [a, b]) => {
          const source = doc(titleBlock(title('#'), detail({ name: 'to' }, '#')), ...blocks);
          const [from, to] = [a % (source.content.size + 1), b % (source.content.size + 1)].sort((x, y) => x - y);
          const slice = source.slice(from ?? 0, to ?? 0);
          const state = editorState(drawn);
          const made = state.apply(placed(state, slice, { foreign: false })).doc;
          made.check();
          const given = slice.content.textBetween(0, slice.content.size, ' ').split('#').length - 1;
          expect(count(made)[0]).toBe(given);
        },
      ),
      { seed: 31, numRuns: 1500 },
    );
  });

  it('loses nothing in any place, and leaves a briefing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.array(block, { minLength: 1, maxLength: 4 }), (drawn, blocks) => {
        const made = after(drawn, ...blocks).doc;
        made.check();
        const [words, leaves] = count(made);
        const given = blocks.map((one) => count(doc(one)));
        expect(words).toBe(given.reduce((sum, [one]) => sum + one, 0));
        expect(leaves).toBe(given.reduce((sum, [, one]) => sum + one, 0));
      }),
      { seed: 31, numRuns: 600 },
    );
  });
});
