// The drop plugin: a fact dragged from the source or the margin shows where it would go, and goes there when let go.
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { FACT_TYPE, formsOf, INSERT_FORMS, type InsertForm } from '../editor.ts';
import { insertFact } from '../commands/facts.ts';
import { known } from './context.ts';

const dropKey = new PluginKey<number | null>('dropFact');

const FORMS: readonly string[] = INSERT_FORMS;

function isForm(value: unknown): value is InsertForm {
  return typeof value === 'string' && FORMS.includes(value);
}

/** What a drag says it carries; null for anything else. Other programs can write it too, so nothing in it is believed. */
export function readDragged(data: string): { factId: string; form: InsertForm } | null {
  try {
    const parsed: unknown = JSON.parse(data);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { factId, form } = parsed as Record<string, unknown>;
    return typeof factId === 'string' && isForm(form) ? { factId, form } : null;
  } catch {
    return null;
  }
}

/** What is let go with Shift held goes in as a sentence, with Alt as words in the line, a figure as a row of a table. */
export function formDropped(
  view: Pick<EditorView, 'state'>,
  { factId, form }: { readonly factId: string; readonly form: InsertForm },
  held: { readonly shiftKey: boolean; readonly altKey: boolean },
): InsertForm {
  const kind = known(view.state).facts.get(factId)?.kind;
  const wanted = held.shiftKey ? 'sentence' : held.altKey ? (kind === 'figure' ? 'row' : 'quoted') : form;
  return kind && formsOf(kind).includes(wanted) ? wanted : form;
}

function show(view: EditorView, pos: number | null): void {
  if (dropKey.getState(view.state) !== pos) view.dispatch(view.state.tr.setMeta(dropKey, pos));
}

function caret(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'drop-caret';
  return mark;
}

export function dropFactPlugin(): Plugin<number | null> {
  return new Plugin<number | null>({
    key: dropKey,
    state: {
      init: () => null,
      apply(tr, at) {
        const shown: unknown = tr.getMeta(dropKey);
        if (typeof shown === 'number' || shown === null) return shown;
        return at === null ? null : tr.mapping.map(at);
      },
    },
    props: {
      decorations(state) {
        const at = dropKey.getState(state);
        return typeof at === 'number' ? DecorationSet.create(state.doc, [Decoration.widget(at, caret)]) : null;
      },
      handleDOMEvents: {
        dragover(view, event) {
          if (!view.editable || !event.dataTransfer?.types.includes(FACT_TYPE)) return false;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          show(view, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null);
          return true;
        },
        dragleave(view, event) {
          const to = event.relatedTarget;
          if (!(to instanceof Node && view.dom.contains(to))) show(view, null);
          return false;
        },
        drop(view, event) {
          show(view, null);
          const data = event.dataTransfer?.getData(FACT_TYPE);
          if (!data || !view.editable) return false;
          event.preventDefault();
          const dragged = readDragged(data);
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (
            dragged &&
            at &&
            insertFact(dragged.factId, formDropped(view, dragged, event), at.pos)(view.state, view.dispatch)
          )
            view.focus();
          return true;
        },
      },
    },
  });
}
