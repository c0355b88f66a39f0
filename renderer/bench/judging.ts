// Judging: what the window does with what the analyst decides: findings let stand, numbers declared or linked, sources graded.
import type { Reliability } from '../../shared/article/article.ts';
import type { AcceptedCheck } from '../../shared/check/acceptance.ts';
import type { Check } from '../../shared/check/check.ts';
import type { Credibility } from '../../shared/facts/admiralty.ts';
import type { TakeBack } from '../takeBack.ts';
import { standsBeside } from '../panels/marginItems.ts';
import type { Bench } from './bench.ts';
import type { Places } from './places.ts';
import { asTheText, type WindowCommands } from './windowCommand.ts';

export type Judging = ReturnType<typeof createJudging>;

export function createJudging({ session, view, editor, say, offerTakeBack }: Bench) {
  /** Tells of it, with the offer to take it back. */
  const done = (words: string, takeBack: TakeBack): void =>
    offerTakeBack({ words, spoken: words, back: 'Taken back.', takeBack });
  return {
    /** Lets a finding stand; false when it cannot be accepted or no reason is given. */
    acceptCheck(check: Check, reason: string): boolean {
      const takeBack = reason.trim() === '' ? null : session.judgements.accept(check, reason);
      if (!takeBack) return false;
      const { card } = view.get();
      view.set({ accepting: null, ...(card === `check:${check.id}` ? { card: null } : {}) });
      done('Accepted with a reason.', takeBack);
      return true;
    },
    reopenCheck({ acceptance }: AcceptedCheck): void {
      done('Open again.', session.judgements.reopen(acceptance.key));
    },
    setReliability(articleId: string, reliability: Reliability | null): void {
      session.judgements.setReliability(articleId, reliability);
      say(reliability ? `Source reliability ${reliability}.` : 'Source reliability not judged.');
    },
    setCredibility(factId: string, credibility: Credibility | null): void {
      session.judgements.setCredibility(factId, credibility);
      say(credibility ? `Credibility ${credibility}.` : 'Credibility not judged.');
    },
    linkNumber(checkId: string | null, factId: string): boolean {
      const linked = editor()?.linkNumber(checkId, factId) ?? false;
      if (linked) {
        view.set({ card: null });
        say('Linked to its source, with a citation.');
      }
      return linked;
    },
  };
}

/** The check that a command is for: of the open card, else at the caret. */
function checkFor({ view, now }: Bench): Check | null {
  const { card } = view.get();
  const snapshot = now();
  const id = card?.startsWith('check:') ? card.slice('check:'.length) : snapshot?.checkAtCaret;
  return snapshot?.checks.find((check) => check.id === id) ?? null;
}

export function judgeCommands(bench: Bench, places: Places): WindowCommands {
  const { view, dialog, showPane } = bench;
  const unsourcedCard = (): string | null => {
    const check = view.get().card?.startsWith('check:') ? checkFor(bench) : null;
    return check?.kind === 'unsourced-figure' ? check.id : null;
  };
  return {
    acceptFinding: {
      leave: () => (checkFor(bench)?.about ? 'on' : { off: 'Go to a check first' }),
      run() {
        const check = checkFor(bench);
        if (!check) return;
        if (standsBeside(check)) places.openCard(`check:${check.id}`, true);
        else {
          showPane('facts');
          view.set({ arrange: 'list', filter: 'warnings', card: null });
        }
        view.set({ accepting: check.id });
      },
    },
    linkFigure: {
      leave: () => (unsourcedCard() === null ? asTheText() : 'on'),
      run: () => dialog({ kind: 'linkFigure', checkId: unsourcedCard() }),
    },
  };
}
