// cleanSlice: what is pasted, in the schema already, without ties to notes, facts, sources and pictures that are not here.
import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { readChart } from '../../../shared/briefing/chart.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { numberAttr, textAttr } from '../attributes.ts';
import { isSafeAddress } from '../commands/links.ts';
import { annotationsOf } from '../plugins/annotations.ts';
import { known } from '../plugins/context.ts';
import { DEEPEST } from './lists.ts';

const { nodes, marks } = schema;

export interface CleanRules {
  /** Knows the pictures of this briefing. */
  hasPicture(name: string): boolean;
  /**
   * True for what this very text put on the clipboard. From elsewhere nothing may declare a number the analyst's own or a
   * cell computed: the guard would be silent about it.
   */
  readonly trusted: boolean;
  /** Hears of a picture that is not here. */
  onLeftOut?(): void;
}

function keepsMark(mark: Mark, state: EditorState, trusted: boolean): boolean {
  switch (mark.type) {
    case marks.annotation:
      return annotationsOf(state).bodies.has(textAttr(mark.attrs, 'id') ?? '');
    case marks.figure:
    case marks.quoted:
      return known(state).facts.has(textAttr(mark.attrs, 'factId') ?? '');
    case marks.link:
      return isSafeAddress(textAttr(mark.attrs, 'href') ?? '');
    case marks.own:
      return trusted;
    default:
      return true;
  }
}

/** A chart whose points keep their ties only to facts that are here. */
function knownPoints(data: unknown, state: EditorState): unknown {
  const chart = readChart(data);
  if (!chart) return data;
  const { facts } = known(state);
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({
        ...point,
        factId: point.factId !== null && facts.has(point.factId) ? point.factId : null,
      })),
    })),
  };
}

/** Attributes as a briefing may have them: the clipboard can say anything. */
function fitAttrs(node: Node, state: EditorState, trusted: boolean): Node['attrs'] {
  const { attrs } = node;
  switch (node.type) {
    case nodes.heading:
      return { ...attrs, level: Math.min(4, Math.max(1, Math.trunc(numberAttr(attrs, 'level', 1)) || 1)) };
    case nodes.orderedList:
      return { ...attrs, order: Math.max(0, Math.trunc(numberAttr(attrs, 'order', 1)) || 0) };
    case nodes.tableCell:
    case nodes.tableHeader:
      return trusted ? attrs : { ...attrs, computed: null };
    case nodes.chart:
      return { data: knownPoints(attrs['data'], state) };
    case nodes.quotation: {
      const factId = textAttr(attrs, 'factId');
      return factId !== null && known(state).facts.has(factId) ? attrs : { ...attrs, factId: null };
    }
    default:
      return attrs;
  }
}

function cleaned(node: Node, state: EditorState, rules: CleanRules): Node | null {
  const kept = node.marks.filter((mark) => keepsMark(mark, state, rules.trusted));
  if (node.isText) return node.mark(kept);
  if (node.type === nodes.citation && !known(state).articles.has(textAttr(node.attrs, 'articleId') ?? '')) return null;
  if (node.type === nodes.image && !rules.hasPicture(textAttr(node.attrs, 'media') ?? '')) {
    rules.onLeftOut?.();
    return null;
  }
  const content = cleanedAll(node.content, state, rules);
  return node.type.create(fitAttrs(node, state, rules.trusted), content, kept);
}

function cleanedAll(fragment: Fragment, state: EditorState, rules: CleanRules): Fragment {
  const out: Node[] = [];
  fragment.forEach((node) => {
    const clean = cleaned(node, state, rules);
    if (clean) out.push(clean);
  });
  return Fragment.fromArray(out);
}

/** How many lists stand in one another along the deepest way into `node`. */
export function listDepthOf(node: Node): number {
  let deepest = 0;
  node.forEach((child) => {
    deepest = Math.max(deepest, listDepthOf(child));
  });
  return deepest + (node.type === nodes.bulletList || node.type === nodes.orderedList ? 1 : 0);
}

/** For drops and pastes; the slice stays as open as it was. */
export function cleanSlice(slice: Slice, state: EditorState, rules: CleanRules): Slice {
  return new Slice(cleanedAll(slice.content, state, rules), slice.openStart, slice.openEnd);
}

/** How many list levels are free at the place of the selection. */
export function levelsLeft(state: EditorState): number {
  const { $from } = state.selection;
  let depth = 0;
  for (let at = $from.depth; at > 0; at--) {
    const { type } = $from.node(at);
    if (type === nodes.bulletList || type === nodes.orderedList) depth++;
  }
  return Math.max(1, DEEPEST - depth);
}
