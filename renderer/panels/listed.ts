// Listed: the facts that the list shows, with their counts; worked out once for the chips and the rows.
import { useDeferredValue, useMemo } from 'react';
import { usesOf, type Range } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { countKinds, factRows, passing, type FactCounts, type FactRow, type KindFilter } from './factQuery.ts';
import { useSession, useTextLater, useView } from './use.ts';
import { sourceWords } from './words.ts';

export interface Listed {
  readonly rows: readonly FactRow[];
  readonly counts: FactCounts;
  readonly total: number;
  readonly uses: ReadonlyMap<string, readonly Range[]>;
  readonly altered: ReadonlySet<string>;
}

const NO_USES: ReadonlyMap<string, readonly Range[]> = new Map<string, readonly Range[]>();

/** The kind that a chip of the pane stands for; those of notes and warnings are no kinds of fact. */
export function kindFilter(filter: string): KindFilter {
  return filter === 'figures' || filter === 'quotes' || filter === 'dates' || filter === 'names' ? filter : 'all';
}

export function useListed(): Listed {
  const { facts, articles } = useSession();
  const view = useView();
  const text = useTextLater();
  // Typing in the search field is never held up by the list.
  const query = useDeferredValue(view.facts);
  const kind = kindFilter(view.filter);
  const doc = text?.doc;
  const checks = text?.checks;
  const uses = useMemo(() => (doc ? usesOf(doc) : NO_USES), [doc]);
  const altered = useMemo(
    () => new Set((checks ?? []).flatMap(({ severity, factId }) => (severity === 'settle' && factId ? [factId] : []))),
    [checks],
  );
  const through = useMemo(
    (): readonly Fact[] => passing(facts, query, { used: new Set(uses.keys()), altered }),
    [facts, query, uses, altered],
  );
  const rows = useMemo(
    () =>
      factRows(through, kind, query.group, articles, (id) =>
        sourceWords(articles.find((article) => article.id === id)),
      ),
    [through, kind, query.group, articles],
  );
  const counts = useMemo(() => countKinds(through), [through]);
  const total = rows.reduce((sum, row) => sum + (row.kind === 'fact' ? 1 : 0), 0);
  return { rows, counts, total, uses, altered };
}
