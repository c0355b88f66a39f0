// Commands on the form of the briefing: its template, the fields of its title block, its words of likelihood, its facts read anew.
import { likelihoodScaleOf, LIKELIHOOD_SCALES } from '../../shared/briefing/likelihood.ts';
import { hasLikelihoodKey, likelihoodKey } from '../../shared/briefing/likelihoodKey.ts';
import type { Bench } from './bench.ts';
import { asTheText, type Leave, type WindowCommands } from './windowCommand.ts';

const READ_ONLY = 'This briefing can only be read';

export function templateCommands(bench: Bench): WindowCommands {
  const { session, editor, now, tell, offerUndo, offerTakeBack, dialog } = bench;
  const editable = (): Leave => (session.getSnapshot().readOnly ? { off: READ_ONLY } : 'on');

  async function refreshFacts(): Promise<void> {
    const done = await session.refreshFacts();
    if (!done) return;
    const { added, changed, gone, takeBack } = done;
    if (added + changed + gone === 0) return tell('The sources say what they said: no fact is new, changed or gone.');
    const words = `Facts read again: ${added} new, ${changed} changed, ${gone} gone.`;
    const spoken = `${words} Your corrections and your text are as they were. Undo in the status bar.`;
    offerTakeBack({ words, spoken, takeBack });
  }

  return {
    template: { leave: editable, run: () => dialog({ kind: 'template' }) },
    saveTemplate: { run: () => dialog({ kind: 'saveTemplate' }) },
    details: { leave: editable, run: () => dialog({ kind: 'details' }) },
    likelihoodWords: { leave: asTheText, run: () => dialog({ kind: 'likelihood' }) },
    likelihoodKey: {
      leave() {
        const doc = now()?.doc;
        if (doc && hasLikelihoodKey(doc)) return { off: 'The briefing has a key already' };
        return editable();
      },
      run() {
        const scale = likelihoodScaleOf(session.getSnapshot().settings ?? {}) ?? LIKELIHOOD_SCALES[0];
        if (!scale || !editor()?.compose.insertAnnex(likelihoodKey(scale))) return;
        offerUndo(`The key of ${scale.name} stands at the end of the briefing.`);
        editor()?.focus();
      },
    },
    refreshFacts: {
      leave: () => (session.getSnapshot().articles.length > 0 ? editable() : { off: 'No source yet' }),
      run: () => void refreshFacts(),
    },
  };
}
