// Tests of decorations by block: redrawing what changed gives what drawing all gives.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { drawAll, redraw, tiesOf, type Draw } from '../../../../renderer/editor/plugins/blocks.ts';
import { schema } from '../../../../shared/briefing/schema.ts';
import { by, doc, figure, h, li, p, quote, table, td, tr, ul } from '../../../builders.ts';

const draw: Draw = (block, pos) => [
  ...tiesOf(block, pos, 'figure').map(({ id, from, to }) => Decoration.inline(from, to, { class: id }, { id })),
  Decoration.node(pos, pos + block.nodeSize, { class: 'block' }, { id: 'block' }),
];

function listed(set: DecorationSet): string[] {
  return set
    .find()
    .map(({ from, to, spec }) => `${from}-${to} ${String((spec as Record<string, unknown>)['id'])}`)
    .sort();
}

const start: Node = doc(
  h('One'),
  p('a ', figure('f1', '1'), ' b'),
  ul(li(p(figure('f2', '22'))), li(p('c'))),
  table(tr(td(p(figure('f3', '333'))), td(p('d')))),
  quote('q', 'five ', by('A')),
  p('end'),
);

/** A change somewhere in the text: typing, deleting, splitting, a mark, a block taken out. */
function change(state: EditorState, kind: number, a: number, b: number): Transaction {
  const size = state.doc.content.size;
  const from = Math.min(a, b) % (size + 1);
  const to = Math.min(Math.max(a, b) % (size + 1), size);
  const tr = state.tr;
  const [low, high] = from < to ? [from, to] : [to, from];
  if (kind === 0) return tr.insertText('x', low, low);
  if (kind === 1) return tr.delete(low, high);
  if (kind === 2) return tr.addMark(low, high, schema.marks.figure.create({ factId: 'f9' }));
  if (kind === 3) return tr.removeMark(low, high);
  const index = a % state.doc.childCount;
  let pos = 0;
  for (let at = 0; at < index; at++) pos += state.doc.child(at).nodeSize;
  return index === 0 ? tr : tr.insert(pos, state.doc.child(index));
}

describe('redraw', () => {
  it('gives what drawing all gives, after any changes', () => {
    const step = fc.tuple(fc.nat(4), fc.nat(400), fc.nat(400));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let state = EditorState.create({ doc: start });
        let set = drawAll(state.doc, draw);
        for (const [kind, a, b] of steps) {
          let tr: Transaction;
          try {
            tr = change(state, kind, a, b);
          } catch {
            // A place where this change cannot be.
            continue;
          }
          state = state.apply(tr);
          set = redraw(set, tr, draw);
        }
        expect(listed(set)).toEqual(listed(drawAll(state.doc, draw)));
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('draws only the blocks that changed', () => {
    const state = EditorState.create({ doc: start });
    const drawn: string[] = [];
    const set = drawAll(state.doc, draw);
    redraw(set, state.tr.insertText('x', state.doc.content.size - 1), (block, pos) => {
      drawn.push(block.textContent);
      return draw(block, pos);
    });
    expect(drawn).toEqual(['endx']);
  });
});
