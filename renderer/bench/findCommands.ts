// Commands that find: words of the briefing, the next match, a section; and the briefing's length limit.
import type { Bench } from './bench.ts';
import { asTheText, type WindowCommands } from './windowCommand.ts';

export function findCommands(bench: Bench): WindowCommands {
  const { view, editor, dialog } = bench;

  function open(replacing: boolean): void {
    const { find } = view.get();
    const seed = editor()?.find.seed();
    view.set({
      drawer: null,
      find: {
        ...find,
        open: true,
        replacing: replacing || (find.open && find.replacing),
        query: seed ? { ...find.query, words: seed } : find.query,
        turn: find.turn + 1,
      },
    });
  }

  return {
    find: { run: () => open(false) },
    replace: { run: () => open(true) },
    findNext: { leave: asTheText, run: () => void editor()?.find.step(1) },
    findPrevious: { leave: asTheText, run: () => void editor()?.find.step(-1) },
    goToSection: { run: () => dialog({ kind: 'section' }) },
    lengthLimit: { run: () => dialog({ kind: 'lengthLimit' }) },
  };
}
