// Tests of moving, doubling and deleting blocks: what goes with what, where nothing moves, and that nothing is lost.
import fc from 'fast-check';
import { undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  blockAt,
  deleteBlock,
  duplicateBlock,
  moveBlockDown,
  moveBlocks,
  moveBlockUp,
} from '../../../../renderer/editor/commands/moveBlock.ts';
import { annotationAnchors } from '../../../../renderer/editor/commands/visit.ts';
import { factAnchors } from '../../../../renderer/editor/plugins/facts.ts';
import {
  apply,
  at,
  build,
  by,
  doc,
  figure,
  h,
  li,
  note,
  p,
  quote,
  sourceList,
  stateOf,
  table,
  td,
  title,
  titleBlock,
  tr,
  ul,
} from '../../../builders.ts';
import { annotation, editorState } from '../harbour.ts';

const caption = (label: string, words: string) => build('caption', { label, target: `t-${words}` }, words);
const image = () => build('image', { media: 'm', alt: 'A quay' });
const grid = () => table(tr(td(p('x'))));

describe('a block moves', () => {
  it('past the one beside it, with the caret where it was in the words', () => {
    apply(doc(p('one'), p('t<cursor>wo'), h('three')), moveBlockUp, doc(p('t<cursor>wo'), p('one'), h('three')));
    apply(doc(p('one'), p('t<cursor>wo'), h('three')), moveBlockDown, doc(p('one'), h('three'), p('t<cursor>wo')));
  });

  it('with all that is selected', () => {
    apply(
      doc(p('a'), p('o<from>ne'), p('t<to>wo'), p('b')),
      moveBlockUp,
      doc(p('o<from>ne'), p('t<to>wo'), p('a'), p('b')),
    );
  });

  it('not above the title, not below the end, and the title not at all', () => {
    apply(doc(p('o<cursor>ne'), p('two')), moveBlockUp, null);
    apply(doc(p('one'), p('t<cursor>wo')), moveBlockDown, null);
    apply(doc(titleBlock(title('T<cursor>')), p('one')), moveBlockDown, null);
  });

  it('as a whole, from within a quotation or a table', () => {
    apply(
      doc(p('one'), quote('q', 't<cursor>wo', by('A'))),
      moveBlockUp,
      doc(quote('q', 't<cursor>wo', by('A')), p('one')),
    );
    const cells = (words: string) => table(tr(td(p('a')), td(p(words))));
    apply(doc(p('one'), cells('t<cursor>wo')), moveBlockUp, doc(cells('t<cursor>wo'), p('one')));
  });

  it('with its caption, and past another with its own', () => {
    apply(
      doc(p('one'), caption('Table', 'T'), table(tr(td(p('x<cursor>'))))),
      moveBlockUp,
      doc(caption('Table', 'T'), table(tr(td(p('x<cursor>')))), p('one')),
    );
    apply(
      doc(p('o<cursor>ne'), caption('Table', 'T'), grid(), p('two')),
      moveBlockDown,
      doc(caption('Table', 'T'), grid(), p('o<cursor>ne'), p('two')),
    );
    apply(
      doc(image(), caption('Figure', 'F'), p('o<cursor>ne')),
      moveBlockUp,
      doc(p('o<cursor>ne'), image(), caption('Figure', 'F')),
    );
  });
});

describe('an item moves', () => {
  it('among its like, with what hangs on it', () => {
    apply(
      doc(ul(li(p('a')), li(p('b<cursor>'), ul(li(p('c')))), li(p('d')))),
      moveBlockUp,
      doc(ul(li(p('b<cursor>'), ul(li(p('c')))), li(p('a')), li(p('d')))),
    );
    apply(doc(p('x'), ul(li(p('a<cursor>')), li(p('b')))), moveBlockUp, null);
  });

  it('with its whole list when all of it is selected', () => {
    apply(doc(p('x'), ul(li(p('a<cursor>')))), moveBlockUp, doc(ul(li(p('a<cursor>'))), p('x')));
    apply(
      doc(p('x'), ul(li(p('<from>a')), li(p('b<to>')))),
      moveBlockUp,
      doc(ul(li(p('<from>a')), li(p('b<to>'))), p('x')),
    );
  });
});

describe('a block dragged', () => {
  const drawn = doc(p('a'), caption('Table', 'T'), grid(), p('b'), p('c'));
  const dragged = (words: string): NonNullable<ReturnType<typeof blockAt>> => {
    let found: ReturnType<typeof blockAt> = null;
    drawn.forEach((node, pos) => {
      if (node.textContent === words) found = blockAt(drawn, pos);
    });
    if (!found) throw new RangeError(`No block "${words}".`);
    return found;
  };

  it('goes where it is let go', () => {
    apply(drawn, moveBlocks(dragged('c'), 1), doc(p('c'), p('a'), caption('Table', 'T'), grid(), p('b')));
    apply(drawn, moveBlocks(dragged('a'), 6), doc(caption('Table', 'T'), grid(), p('b'), p('c'), p('a')));
    apply(drawn, moveBlocks(dragged('x'), 6), doc(p('a'), p('b'), p('c'), caption('Table', 'T'), grid()));
  });

  it('not before the title, not between a caption and its table, and not to where it is', () => {
    for (const index of [0, 3, 5, 6, 7]) {
      const command = moveBlocks(dragged('c'), index);
      expect([index, command(stateOf(drawn))]).toEqual([index, false]);
    }
    expect(blockAt(drawn, 0)).toBeNull();
  });
});

describe('a block is doubled and deleted', () => {
  it('the copy follows, without the note, the section and the name of the first', () => {
    apply(
      doc(h({ slot: 'issue' }, note('n', 'I<cursor>ssue')), p('x')),
      duplicateBlock,
      doc(h({ slot: 'issue' }, note('n', 'Issue')), h('I<cursor>ssue'), p('x')),
    );
    const twice = stateOf(doc(caption('Table', 'T'), table(tr(td(p('x<cursor>'))))));
    let after: Node | null = null;
    duplicateBlock(twice, (change) => (after = change.doc));
    const targets: unknown[] = [];
    (after as Node | null)?.forEach((node) => {
      if (node.type.name === 'caption') targets.push(node.attrs['target']);
    });
    expect(targets).toEqual(['t-T', null]);
  });

  it('deleting the last leaves a paragraph, of a list the rest', () => {
    apply(doc(p('o<cursor>ne')), deleteBlock, doc(p('<cursor>')));
    apply(doc(p('o<cursor>ne'), p('two')), deleteBlock, doc(p('<cursor>two')));
    apply(doc(p('one'), p('t<cursor>wo')), deleteBlock, doc(p('one<cursor>')));
    apply(doc(ul(li(p('a<cursor>')), li(p('b')))), deleteBlock, doc(ul(li(p('<cursor>b')))));
    apply(doc(titleBlock(title('<cursor>')), p('x')), deleteBlock, null);
  });
});

describe('what hangs on the words', () => {
  it('goes with them and comes back with one undo', () => {
    const drawn = doc(
      p('one'),
      p('We shipped ', figure('f-tonnes', '412,000 tonnes'), ' and ', note('n', 'm<cursor>ore')),
    );
    const state = editorState(drawn, [annotation('n')]);
    let moved = state;
    moveBlockUp(state, (change) => (moved = state.apply(change)));
    const words = (list: typeof factAnchors) => list(moved).map(({ from, to }) => moved.doc.textBetween(from, to));
    expect(moved.doc.child(1).textContent).toContain('We shipped');
    expect(words(factAnchors)).toEqual(['412,000 tonnes']);
    expect(words(annotationAnchors)).toEqual(['more']);
    undo(moved, (change) => (moved = moved.apply(change)));
    expect(moved.doc.eq(drawn)).toBe(true);
    expect(moved.selection.from).toBe(at(drawn, 'cursor'));
    expect(words(annotationAnchors)).toEqual(['more']);
  });

  it('nothing is ever lost, and down undoes up', () => {
    const part = fc.constantFrom(
      () => [p('words')],
      () => [h('Head')],
      () => [ul(li(p('a')), li(p('b')))],
      () => [caption('Table', 'T'), grid()],
      () => [image(), caption('Figure', 'F')],
      () => [quote('q', 'said', by('A'))],
      () => [sourceList()],
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), fc.nat(), (parts, place) => {
        const drawn = doc(...parts.flatMap((make) => make()));
        const near = TextSelection.near(drawn.resolve(place % drawn.content.size));
        const state = stateOf(drawn).apply(stateOf(drawn).tr.setSelection(near));
        let up = state;
        if (!moveBlockUp(state, (change) => (up = state.apply(change)))) return;
        up.doc.check();
        expect(up.doc.childCount).toBe(drawn.childCount);
        let back = up;
        expect(moveBlockDown(up, (change) => (back = up.apply(change)))).toBe(true);
        expect(back.doc.eq(drawn)).toBe(true);
        expect(back.selection.eq(state.selection)).toBe(true);
      }),
      { seed: 20261124 },
    );
  });
});
