// The annotations plugin: the bodies of the annotations, changed only by steps, and the look of annotated words.
import type { Annotation } from '../../../shared/briefing/annotation.ts';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import { AnnotationStep } from './annotationStep.ts';
import { anchorSpec, drawAll, tiesOf, redraw, type Draw } from './blocks.ts';
import { cardsMoved, type CardOf } from './cards.ts';

export interface Annotations {
  /** Every annotation, those too whose words were deleted: undo brings the words back. */
  readonly bodies: ReadonlyMap<string, Annotation>;
  readonly decorations: DecorationSet;
  /** The annotation whose body was typed by the last change, and the number of that row of keystrokes. */
  readonly typing: string | null;
  readonly row: number;
}

const annotationsKey = new PluginKey<Annotations>('annotations');

function look(annotation: Annotation): string {
  return `noted is-${annotation.status}${annotation.resolved ? ' is-resolved' : ''}`;
}

function drawWith(bodies: ReadonlyMap<string, Annotation>, cardOf: CardOf): Draw {
  return (block, pos) =>
    tiesOf(block, pos, 'annotation').flatMap(({ id, from, to }) => {
      const annotation = bodies.get(id);
      if (!annotation) return [];
      const card = cardOf('annotation', id);
      return Decoration.inline(
        from,
        to,
        { class: look(annotation), 'data-annotation': id, ...(card === null ? {} : { 'aria-details': card }) },
        anchorSpec('annotation', id),
      );
    });
}

function applyStep(bodies: Map<string, Annotation>, step: AnnotationStep): void {
  if (step.after) bodies.set(step.id, step.after);
  else bodies.delete(step.id);
}

export function annotationsPlugin(annotations: readonly Annotation[], cardOf: CardOf): Plugin<Annotations> {
  return new Plugin<Annotations>({
    key: annotationsKey,
    state: {
      init: (_config, state) => {
        const bodies = new Map(annotations.map((annotation) => [annotation.id, annotation]));
        return { bodies, decorations: drawAll(state.doc, drawWith(bodies, cardOf)), typing: null, row: 0 };
      },
      apply(tr, old) {
        if (cardsMoved(tr)) return { ...old, decorations: drawAll(tr.doc, drawWith(old.bodies, cardOf)) };
        if (!tr.docChanged) return old;
        const steps = tr.steps.filter((step) => step instanceof AnnotationStep);
        const typed = typedBody(tr);
        const typing = { typing: typed, row: typed !== null && typed !== old.typing ? old.row + 1 : old.row };
        if (steps.length === 0) {
          return { ...old, ...typing, decorations: redraw(old.decorations, tr, drawWith(old.bodies, cardOf)) };
        }
        const bodies = new Map(old.bodies);
        for (const step of steps) applyStep(bodies, step);
        // While a body is typed nothing that is drawn changes.
        const sameLook = steps.every((step) => step.before && step.after && look(step.before) === look(step.after));
        const draw = drawWith(bodies, cardOf);
        const decorations = sameLook ? redraw(old.decorations, tr, draw) : drawAll(tr.doc, draw);
        return { bodies, decorations, ...typing };
      },
    },
    props: {
      decorations: (state) => annotationsKey.getState(state)?.decorations,
    },
  });
}

export function annotationsOf(state: EditorState): Annotations {
  const found = annotationsKey.getState(state);
  if (!found) throw new RangeError('The state has no annotations: make it with createState.');
  return found;
}

/** The annotation whose body `tr` types, by its meta. */
function typedBody(tr: Transaction): string | null {
  const id: unknown = tr.getMeta(annotationsKey);
  return typeof id === 'string' ? id : null;
}

/** Adds a change of one annotation to `tr`; `after` null deletes it. */
export function changeAnnotation(tr: Transaction, id: string, before: Annotation | null, after: Annotation | null) {
  return tr.step(new AnnotationStep(id, before, after));
}

/**
 * Makes `tr`, which types in the body of `id`, one undo step with the keystroke before it in the same body. The history
 * joins transactions that carry the same composition number, wherever they stand and however slowly they come; numbers
 * below zero are ours, the view counts its own upwards from one.
 */
export function asTyping(tr: Transaction, state: EditorState, id: string): Transaction {
  const { typing, row } = annotationsOf(state);
  return tr.setMeta(annotationsKey, id).setMeta('composition', -2 - (typing === id ? row : row + 1));
}
