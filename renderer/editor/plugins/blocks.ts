// Decorations drawn block by block: after a change only the top-level blocks that changed are drawn again.
import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { DecorationSet, type Decoration } from 'prosemirror-view';
import { tiedRanges, type TiedRange, type TieName } from '../../../shared/briefing/queries.ts';
import type { Anchor } from '../editor.ts';

/** Draws the decorations of one top-level block that stands at `pos`. They must stay within the block. */
export type Draw = (block: Node, pos: number) => Decoration[];

export function drawAll(doc: Node, draw: Draw): DecorationSet {
  const all: Decoration[] = [];
  doc.forEach((block, pos) => all.push(...draw(block, pos)));
  return DecorationSet.create(doc, all);
}

/** From where to where the steps of `tr` put or took something, in positions of the new document. */
function touched(tr: Transaction): { readonly from: number; readonly to: number } {
  let from = Infinity;
  let to = -Infinity;
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1);
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      from = Math.min(from, rest.map(newStart, -1));
      to = Math.max(to, rest.map(newEnd, 1));
    });
  });
  return { from, to };
}

/**
 * The set after `tr`. What changed is found by comparing blocks by identity from both ends, for changes of marks and
 * attributes have empty maps; and by the maps, for a block pasted beside its like is the same node twice.
 */
export function redraw(set: DecorationSet, tr: Transaction, draw: Draw): DecorationSet {
  if (!tr.docChanged || tr.before.content === tr.doc.content) return set;
  const before = tr.before;
  const doc = tr.doc;
  const steps = touched(tr);
  const shared = Math.min(before.childCount, doc.childCount);
  let head = 0;
  let from = 0;
  while (head < shared && before.child(head) === doc.child(head)) {
    const end = from + doc.child(head).nodeSize;
    if (end > steps.from) break;
    from = end;
    head++;
  }
  let tail = 0;
  let to = doc.content.size;
  while (tail < shared - head) {
    const last = doc.child(doc.childCount - 1 - tail);
    if (before.child(before.childCount - 1 - tail) !== last || to - last.nodeSize < steps.to) break;
    to -= last.nodeSize;
    tail++;
  }
  const mapped = set.map(tr.mapping, doc);
  const stale = mapped.find(from, to).filter((drawn) => drawn.from >= from && drawn.to <= to);
  const fresh: Decoration[] = [];
  for (let index = head, pos = from; index < doc.childCount - tail; index++) {
    const block = doc.child(index);
    fresh.push(...draw(block, pos));
    pos += block.nodeSize;
  }
  return mapped.remove(stale).add(doc, fresh);
}

/** The stretches of a top-level block under the mark `name`, in order; they are those that the checks see. */
export function tiesOf(block: Node, pos: number, name: TieName): TiedRange[] {
  if (block.isTextblock) return tiedRanges(block, pos + 1, name);
  const ranges: TiedRange[] = [];
  block.descendants((node, offset) => {
    if (!node.isTextblock) return true;
    ranges.push(...tiedRanges(node, pos + 1 + offset + 1, name));
    return false;
  });
  return ranges;
}

/** What a decoration stands for; read back by the snapshot. */
export interface AnchorSpec {
  readonly anchor: { readonly kind: Anchor['kind']; readonly id: string };
}

export function anchorSpec(kind: Anchor['kind'], id: string): AnchorSpec {
  return { anchor: { kind, id } };
}

function isAnchorSpec(spec: unknown): spec is AnchorSpec {
  return typeof spec === 'object' && spec !== null && 'anchor' in spec;
}

/** The anchors that a set of decorations draws, in the order of the document. */
export function anchorsOf(set: DecorationSet): Anchor[] {
  const anchors: Anchor[] = [];
  for (const drawn of set.find()) {
    const spec: unknown = drawn.spec;
    if (isAnchorSpec(spec)) anchors.push({ ...spec.anchor, from: drawn.from, to: drawn.to });
  }
  return anchors.sort((a, b) => a.from - b.from || b.to - a.to);
}
