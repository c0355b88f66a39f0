// Visits: going from one fact, note or warning to the next, round the end of the text.
import type { Node } from 'prosemirror-model';
import { Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import type { Anchor } from '../editor.ts';
import { anchorsOf } from '../plugins/blocks.ts';
import { annotationsOf } from '../plugins/annotations.ts';
import { factAnchors } from '../plugins/facts.ts';
import { guardOf, type Guard } from '../plugins/guard.ts';

/** Anchors are asked for many times in one state, so they are kept. */
const annotated = new WeakMap<DecorationSet, { readonly doc: Node; readonly anchors: readonly Anchor[] }>();
const found = new WeakMap<Guard, readonly Anchor[]>();

/** The annotated stretches, in order; pieces that only a block's end parts are one. */
export function annotationAnchors(state: EditorState): readonly Anchor[] {
  const { decorations } = annotationsOf(state);
  const kept = annotated.get(decorations);
  if (kept?.doc === state.doc) return kept.anchors;
  const merged: Anchor[] = [];
  const last = new Map<string, number>();
  for (const anchor of anchorsOf(decorations)) {
    const index = last.get(anchor.id);
    const before = index === undefined ? undefined : merged[index];
    if (before && index !== undefined && state.doc.textBetween(before.to, anchor.from, '', ' ') === '') {
      merged[index] = { ...before, to: anchor.to };
    } else {
      last.set(anchor.id, merged.length);
      merged.push(anchor);
    }
  }
  annotated.set(decorations, { doc: state.doc, anchors: merged });
  return merged;
}

/** One for each check that stands at a place of the text, an empty one too: a question without an answer. */
export function checkAnchors(state: EditorState): readonly Anchor[] {
  const guard = guardOf(state);
  const kept = found.get(guard);
  if (kept) return kept;
  const anchors = guard.checks
    .filter((check) => check.from > 0)
    .map(({ id, from, to }): Anchor => ({ kind: 'check', id, from, to }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  found.set(guard, anchors);
  return anchors;
}

/**
 * The caret in the first words of `[from, to)`. A caret, not a selection: the next key must not overwrite what one came
 * to look at.
 */
export function caretIn(state: EditorState, from: number, to: number): Selection {
  const size = state.doc.content.size;
  const $from = state.doc.resolve(Math.min(Math.max(from, 0), size));
  if ($from.parent.inlineContent) return TextSelection.create(state.doc, $from.pos);
  const near = Selection.near($from, 1);
  return near.from <= to ? near : Selection.near(state.doc.resolve(Math.min(to, size)), -1);
}

/** The anchor at the caret or selection: of several the smallest. */
export function atSelection(state: EditorState, anchors: readonly Anchor[]): Anchor | null {
  const { from, to } = state.selection;
  let best: Anchor | null = null;
  for (const anchor of anchors) {
    if (anchor.from > to || anchor.to < from) continue;
    // Of two that touch at the caret it is the one that begins there.
    const size = anchor.to - anchor.from + (anchor.to === from ? 1e9 : 0);
    if (!best || size < best.to - best.from + (best.to === from ? 1e9 : 0)) best = anchor;
  }
  return best;
}

function visit(list: (state: EditorState) => readonly Anchor[], direction: 1 | -1): Command {
  return (state, dispatch) => {
    const anchors = list(state);
    if (!dispatch) return anchors.length > 0;
    const stops = anchors.map((anchor) => caretIn(state, anchor.from, anchor.to)).sort((a, b) => a.from - b.from);
    const here = state.selection.from;
    const next =
      direction > 0
        ? (stops.find((stop) => stop.from > here) ?? stops[0])
        : (stops.findLast((stop) => stop.from < here) ?? stops.at(-1));
    if (!next) return false;
    dispatch(state.tr.setSelection(next).scrollIntoView());
    return true;
  };
}

/** Warnings to settle come first; when there are none, those worth a look. */
function warnings(state: EditorState): readonly Anchor[] {
  const settle = new Set(guardOf(state).checks.flatMap((check) => (check.severity === 'settle' ? [check.id] : [])));
  const all = checkAnchors(state);
  const first = all.filter((anchor) => settle.has(anchor.id));
  return first.length > 0 ? first : all;
}

export const nextFact = visit(factAnchors, 1);
export const previousFact = visit(factAnchors, -1);
/** Resolved notes are passed by as long as there are others. */
function openNotes(state: EditorState): readonly Anchor[] {
  const { bodies } = annotationsOf(state);
  const all = annotationAnchors(state);
  const open = all.filter(({ id }) => !bodies.get(id)?.resolved);
  return open.length > 0 ? open : all;
}

export const nextNote = visit(openNotes, 1);
export const previousNote = visit(openNotes, -1);
export const nextWarning = visit(warnings, 1);
export const previousWarning = visit(warnings, -1);
