// FactWork: facts mended, added, dismissed and inserted from the window, each said, and each with its way back.
import type { AddedKind } from '../../shared/facts/adding.ts';
import { isAdded, type FactChange } from '../../shared/facts/correction.ts';
import type { Fact, Status } from '../../shared/facts/fact.ts';
import type { Span } from '../../shared/text/span.ts';
import type { Box, InsertForm } from '../editor/editor.ts';
import type { TakeBack } from '../takeBack.ts';
import { factTitle } from '../panels/words.ts';
import type { Bench } from './bench.ts';
import type { Tracing } from './tracing.ts';

export type FactWork = ReturnType<typeof createFactWork>;

export const INSERTED: Readonly<Record<InsertForm, string>> = {
  quotation: 'Inserted as a quotation, with its citation.',
  quoted: 'Inserted in the line, with its citation.',
  sentence: 'Inserted as a sentence, with its citation.',
  figure: 'Inserted with its citation.',
  row: 'Inserted as a row, with its citation.',
};

const KIND_WORDS: Readonly<Record<AddedKind, string>> = {
  figure: 'figure',
  quote: 'quotation',
  date: 'date',
  name: 'name',
};

export function createFactWork(
  { session, view, editor, now, say, tell, offerUndo, offerTakeBack, afterDrawing }: Bench,
  tracing: Tracing,
) {
  const { factEdits } = session;
  const fact = (id: string): Fact | undefined => session.getSnapshot().facts.find((one) => one.id === id);

  const done = (words: string, takeBack: TakeBack): void => offerTakeBack({ words, takeBack });

  return {
    isCorrected: (id: string): boolean => {
      const found = fact(id);
      return found?.correction !== undefined && !isAdded(found);
    },
    setStatus(id: string, status: Status): void {
      const found = fact(id);
      if (!found || found.status === status) return;
      done(`Marked ${status}: ${factTitle(found)}.`, factEdits.setStatus(id, status));
    },
    correct(id: string, change: FactChange, span?: Span): void {
      const found = fact(id);
      if (found) done(`Corrected: ${factTitle(found)}.`, factEdits.correct(id, change, span));
    },
    putBack(id: string): void {
      const found = fact(id);
      if (found) done(`As it was read: ${factTitle(found)}.`, factEdits.putBack(id));
    },
    toggleDismissed(id: string): void {
      const found = fact(id);
      if (!found) return;
      const words = found.dismissed ? 'Brought back' : 'Dismissed';
      done(`${words}: ${factTitle(found)}.`, factEdits.setDismissed(id, !found.dismissed));
    },
    /** Adds the words that are selected in the source. */
    add(kind: AddedKind): void {
      const { chosen } = view.get();
      if (!chosen) return;
      const made = factEdits.add(kind, chosen.articleId, chosen.span);
      if (!made.ok) return tell(made.error.text);
      view.set({ chosen: null });
      getSelection()?.removeAllRanges();
      tracing.showFact(made.value.fact.id, true);
      done(`Added as a ${KIND_WORDS[kind]}: ${factTitle(made.value.fact)}.`, made.value.takeBack);
    },
    /** The selected words become those of the fact that is shown in the source. */
    cover(): void {
      const { chosen, hit } = view.get();
      const found = hit ? fact(hit.factId) : undefined;
      if (!chosen || !found || found.articleId !== chosen.articleId) {
        return say('Show the fact in its source first, then select its words.');
      }
      const covered = factEdits.cover(found.id, chosen.span);
      if (!covered.ok) return tell(covered.error.text);
      view.set({ chosen: null });
      getSelection()?.removeAllRanges();
      tracing.showFact(found.id, true);
      done('The fact covers the selected words.', covered.value);
    },
    /** Puts the focus on the ways to add what is selected in the source. */
    focusChosen(): void {
      afterDrawing(() => document.querySelector<HTMLElement>('.chosen-bar button')?.focus());
    },
    /** Puts a fact into the text at the caret; false, and said, when there is no place for it. */
    insert(id: string, form: InsertForm): boolean {
      if (!editor()?.insertFact(id, form)) {
        tell('It cannot be inserted here. Put the caret in a paragraph first.');
        return false;
      }
      offerUndo(INSERTED[form]);
      return true;
    },
    /** Where a fact stands that has the focus or the caret. */
    boxOf(id: string): Box | null {
      const active = document.activeElement?.closest<HTMLElement>('[data-fact]');
      if (active?.dataset['fact'] === id && !active.closest('[data-part="text"]'))
        return (active.querySelector('[aria-selected="true"]') ?? active).getBoundingClientRect();
      const snapshot = now();
      return snapshot ? (editor()?.boxOf(snapshot.caret) ?? null) : null;
    },
  };
}
