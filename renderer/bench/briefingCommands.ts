// Commands of the Briefing and Sources menus: checks and their ways out, notes, facts, the banner.
import type { Status } from '../../shared/facts/fact.ts';
import type { CommandId } from '../../shared/commands.ts';
import type { Settlement } from '../editor/editor.ts';
import { stepPart } from '../parts.ts';
import type { Bench } from './bench.ts';
import type { Places } from './places.ts';
import { asTheText, type WindowCommand, type WindowCommands } from './windowCommand.ts';

export function briefingCommands(bench: Bench, places: Places): WindowCommands {
  const { view, editor, now, say, dialog, showPane, afterDrawing } = bench;

  const step = (id: CommandId): WindowCommand => ({ leave: asTheText, run: () => places.step(id) });
  const settle = (how: Settlement, id: CommandId): WindowCommand => ({
    leave: () => (view.get().card?.startsWith('check:') ? 'on' : 'asTheText'),
    run: () => places.settle(how, id),
  });
  const mark = (status: Status): WindowCommand => ({
    leave: () => (places.target() ? 'on' : { off: 'Select a fact or a note first' }),
    run: () => places.mark(status),
  });

  return {
    check: {
      run() {
        showPane('facts');
        view.set({ arrange: 'list', filter: 'warnings', card: null });
        const checks = now()?.checks ?? [];
        const toSettle = checks.filter((check) => check.severity === 'settle').length;
        say(
          checks.length === 0
            ? 'Nothing to settle.'
            : `${toSettle} to settle, ${checks.length - toSettle} worth a look.`,
        );
        afterDrawing(() => stepPart('facts', editor()));
      },
    },
    nextWarning: step('nextWarning'),
    previousWarning: step('previousWarning'),
    nextNote: step('nextNote'),
    previousNote: step('previousNote'),
    nextFact: step('nextFact'),
    previousFact: step('previousFact'),
    restoreWords: settle('restore', 'restoreWords'),
    makeParaphrase: settle('paraphrase', 'makeParaphrase'),
    markCuts: settle('markCuts', 'markCuts'),
    resolveNote: {
      leave: () => (places.target()?.kind === 'annotation' ? 'on' : { off: 'Select a note first' }),
      run() {
        const found = places.target();
        if (found?.kind === 'annotation') places.resolveNote(found.id);
      },
    },
    banner: { run: () => dialog({ kind: 'banner' }) },

    markVerified: mark('verified'),
    markDisputed: mark('disputed'),
    markUnverified: mark('unverified'),
  };
}
