// useWays: the ways out of findings as they stand now, and how one is gone.
import type { Check } from '../../shared/check/check.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { waysOut, type Way } from './checkWays.ts';
import { useEditor, useSession, useTextLater, useWorkbench } from './use.ts';

export interface Ways {
  of(check: Check, fact: Fact | null): readonly Way[];
  /** Goes one of the ways; true when the finding is settled by it. */
  go(check: Check, way: Way): boolean;
}

export function useWays(): Ways {
  const bench = useWorkbench();
  const editor = useEditor();
  const { facts, articles } = useSession();
  const doc = useTextLater()?.doc;
  return {
    of: (check, fact) =>
      waysOut({
        check,
        fact,
        facts,
        articles,
        fragment: !doc || check.from > doc.content.size || doc.nodeAt(check.from)?.type.name !== 'quotation',
        can: (how) => editor?.canSettle(check.id, how) ?? false,
      }),
    go(check, { act }) {
      switch (act.kind) {
        case 'settle':
          return bench.settleCheck(check.id, act.how);
        case 'link':
          return bench.linkNumber(check.id, act.factId);
        case 'pick':
          bench.dialog({ kind: 'linkFigure', checkId: check.id });
          return false;
        case 'command':
          bench.run(act.id);
          return false;
      }
    },
  };
}
