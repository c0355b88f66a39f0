// Places: how the window goes to a fact, a note or a check, and what is done to the one it stands at.
import type { CommandId } from '../../shared/commands.ts';
import type { Status } from '../../shared/facts/fact.ts';
import { notesBeside, standsBeside } from '../panels/marginItems.ts';
import type { Settlement } from '../editor/editor.ts';
import type { Bench } from './bench.ts';
import type { Tracing } from './tracing.ts';

/** What a status command is for. */
export interface Target {
  readonly kind: 'annotation' | 'fact';
  readonly id: string;
}

export type Places = ReturnType<typeof createPlaces>;

export function createPlaces({ session, view, editor, now, say, offerUndo, showPane }: Bench, tracing: Tracing) {
  const { showFact } = tracing;
  function openCard(card: string | null, byKey = false): void {
    view.set({ card, cardByKey: byKey });
    if (!card) return;
    showPane('facts');
    view.set({ arrange: 'beside' });
    const [kind, id] = [card.slice(0, card.indexOf(':')), card.slice(card.indexOf(':') + 1)];
    if (kind === 'annotation' || kind === 'check') editor()?.reveal({ kind, id });
    const factId = kind === 'check' ? now()?.checks.find((check) => check.id === id)?.factId : null;
    if (factId) showFact(factId);
  }
  /** The open note, the note or fact under the caret, the fact shown in its source. */
  function target(): Target | null {
    const { card, hit } = view.get();
    const focused =
      typeof document === 'undefined' ? null : document.activeElement?.closest<HTMLElement>('[data-fact], [data-note]');
    if (focused?.dataset['note']) return { kind: 'annotation', id: focused.dataset['note'] };
    if (focused?.dataset['fact']) return { kind: 'fact', id: focused.dataset['fact'] };
    if (card?.startsWith('annotation:')) return { kind: 'annotation', id: card.slice('annotation:'.length) };
    const snapshot = now();
    if (snapshot?.annotationAtCaret) return { kind: 'annotation', id: snapshot.annotationAtCaret };
    if (snapshot?.factAtCaret) return { kind: 'fact', id: snapshot.factAtCaret };
    return hit ? { kind: 'fact', id: hit.factId } : null;
  }
  function settleCheck(checkId: string, how: Settlement): boolean {
    const done = editor()?.settle(checkId, how) ?? false;
    if (done) {
      view.set({ card: null });
      say('Settled.');
    }
    return done;
  }
  /** From one note to the next in the open card, which the caret cannot tell apart; false at its end. */
  function stepInCard(by: 1 | -1): boolean {
    const { card } = view.get();
    const snapshot = now();
    if (!snapshot || !card?.startsWith('annotation:')) return false;
    const id = card.slice('annotation:'.length);
    const among = notesBeside(snapshot, id);
    const next = among[among.indexOf(id) + by];
    if (next !== undefined) openCard(`annotation:${next}`, true);
    return next !== undefined;
  }
  function stepNote(id: CommandId): void {
    const by = id === 'nextNote' ? 1 : -1;
    if (stepInCard(by) || !editor()?.run(id)) return;
    const snapshot = now();
    if (!snapshot?.annotationAtCaret) return;
    const among = notesBeside(snapshot, snapshot.annotationAtCaret);
    openCard(`annotation:${among.at(by === 1 ? 0 : -1) ?? snapshot.annotationAtCaret}`, true);
  }
  /** First the warning under the caret, if its card is closed; then the next. */
  function stepWarning(id: CommandId): void {
    const here = () => now()?.checks.find((check) => check.id === now()?.checkAtCaret);
    const under = here();
    const open = under && view.get().card === `check:${under.id}`;
    if (!under || under.severity !== 'settle' || open) editor()?.run(id);
    const found = here();
    if (found && standsBeside(found)) openCard(`check:${found.id}`, true);
    else if (found) say(found.title);
  }

  return {
    openCard,
    target,
    settleCheck,
    mark(status: Status): void {
      const found = target();
      if (!found) return;
      if (found.kind === 'annotation') editor()?.updateAnnotation(found.id, { status });
      else session.factEdits.setStatus(found.id, status);
      say(`Marked ${status}.`);
    },
    deleteNote(id: string): void {
      view.set({ card: null });
      editor()?.deleteAnnotation(id);
      offerUndo('Note deleted.');
      editor()?.focus();
    },
    resolveNote(id: string): void {
      const note = now()?.annotations.get(id);
      if (!note) return;
      editor()?.updateAnnotation(id, { resolved: !note.resolved });
      view.set({ card: null });
      say(note.resolved ? 'Note opened again.' : 'Note resolved.');
    },
    /** One of the ways out of the warning whose card is open, else of the one at the caret. */
    settle(how: Settlement, id: CommandId): void {
      const { card } = view.get();
      if (card?.startsWith('check:')) settleCheck(card.slice('check:'.length), how);
      else editor()?.run(id);
    },
    /** Moves the caret to the next thing and opens what stands beside it. */
    step(id: CommandId): void {
      tracing.leave(true);
      if (id.endsWith('Warning')) {
        stepWarning(id);
        return tracing.landed();
      }
      if (id.endsWith('Note')) {
        stepNote(id);
        return tracing.landed();
      }
      if (!editor()?.run(id)) return;
      tracing.landed();
      const fact = now()?.factAtCaret;
      if (fact) showFact(fact);
    },
  };
}
