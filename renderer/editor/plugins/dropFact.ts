// The drop plugin: a fact dragged from the source or the margin goes where it is let go.
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { FACT_TYPE, formsOf, INSERT_FORMS, type InsertForm } from '../editor.ts';
import { insertFact } from '../commands/facts.ts';
import { known } from './context.ts';

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

export function dropFactPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        // Where it would go, the drop cursor shows.
        dragover(view, event) {
          if (!view.editable || !event.dataTransfer?.types.includes(FACT_TYPE)) return false;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          return true;
        },
        drop(view, event) {
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
