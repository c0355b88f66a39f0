// Commands of the Sources menu that trace: evidence, peek, its use, and back; and those that mend what was read.
import type { Bench } from './bench.ts';
import type { FactWork } from './factWork.ts';
import type { Places } from './places.ts';
import type { Tracing } from './tracing.ts';
import type { Leave, WindowCommand, WindowCommands } from './windowCommand.ts';

const SELECT = 'Select a fact first';
const WORDS = 'Select words of the source first';

export function traceCommands(bench: Bench, tracing: Tracing, places: Places, work: FactWork): WindowCommands {
  const { view, editor, now } = bench;
  /** The fact that has the focus, stands at the caret, or is shown in its source. */
  function factId(): string | null {
    const found = places.target();
    if (found?.kind === 'fact') return found.id;
    return now()?.factAtCaret ?? view.get().hit?.factId ?? null;
  }
  const withFact = (run: (id: string) => void, leave?: (id: string) => Leave): WindowCommand => ({
    leave: () => {
      const id = factId();
      return id === null ? { off: SELECT } : (leave?.(id) ?? 'on');
    },
    run: () => {
      const id = factId();
      if (id !== null) run(id);
    },
  });
  const withWords = (run: () => void): WindowCommand => ({
    leave: () => (view.get().chosen ? 'on' : { off: WORDS }),
    run,
  });

  return {
    showEvidence: {
      leave: () => (factId() !== null || editor()?.citationHere() ? 'on' : { off: SELECT }),
      run() {
        const citation = editor()?.citationHere();
        const id = now()?.factAtCaret === null && citation && places.target()?.kind !== 'fact' ? null : factId();
        if (id !== null) tracing.trace(id, true);
        else if (citation) tracing.traceCitation(citation.articleId, citation.locator);
      },
    },
    peek: withFact((id) => {
      const box = work.boxOf(id);
      if (box) tracing.peek(id, box, true);
    }),
    goToUse: withFact(
      (id) => void tracing.goToUse(id, null, true),
      (id) => (tracing.usesOf(id).length > 0 ? 'on' : { off: 'It is not used in the briefing' }),
    ),
    goBack: {
      run() {
        if (tracing.back()) return;
        view.set({ drawer: null });
        editor()?.focus();
      },
    },
    addFact: withWords(() => work.focusChosen()),
    addFigure: withWords(() => work.add('figure')),
    addQuotation: withWords(() => work.add('quote')),
    addDate: withWords(() => work.add('date')),
    addName: withWords(() => work.add('name')),
    coverWords: withWords(() => work.cover()),
    correctFact: withFact((factId) => bench.dialog({ kind: 'correct', factId })),
    dismissFact: withFact((id) => work.toggleDismissed(id)),
    putBackFact: withFact(
      (id) => work.putBack(id),
      (id) => (work.isCorrected(id) ? 'on' : { off: 'It stands as it was read' }),
    ),
  };
}
