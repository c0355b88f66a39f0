// FactFilters: the field that searches the facts, and the chips that narrow and group them.
import { useEffect, useMemo, useRef } from 'react';
import { Toolbar } from '../ui/group.tsx';
import { Icon } from '../ui/icon.tsx';
import { Search } from '../ui/icons.ts';
import { Menu } from '../ui/menu.tsx';
import type { MenuItem } from '../ui/menuItems.tsx';
import { ALL_FACTS, isNarrowed, speakersOf, type FactQuery, type StateFilter } from './factQuery.ts';
import { useSession, useView, useWorkbench } from './use.ts';
import { counted, short } from './words.ts';

const STATES: readonly { readonly id: StateFilter; readonly label: string }[] = [
  { id: 'any', label: 'Any status' },
  { id: 'unverified', label: 'Unverified' },
  { id: 'verified', label: 'Verified' },
  { id: 'disputed', label: 'Disputed' },
  { id: 'altered', label: 'Altered in the briefing' },
  { id: 'corrected', label: 'Corrected or added' },
  { id: 'dismissed', label: 'Dismissed' },
];
const USES = [
  { id: 'any', label: 'Used or not' },
  { id: 'used', label: 'Used' },
  { id: 'unused', label: 'Not used' },
] as const;
const GROUPS = [
  { id: 'kind', label: 'By kind' },
  { id: 'article', label: 'By source' },
] as const;
/** Stands for any speaker; no name is empty. */
const ANYBODY = '';

/** A chip that opens a choice: it says what is chosen, and is drawn as pressed when that narrows the list. */
function ChoiceChip({
  name,
  items,
  value,
  narrows,
  onPick,
}: {
  name: string;
  items: readonly { readonly id: string; readonly label: string }[];
  value: string;
  narrows: boolean;
  onPick: (id: string) => void;
}) {
  const shown = items.find((item) => item.id === value)?.label ?? value;
  const rows: readonly MenuItem[] = items.map((item) => ({ ...item, checked: item.id === value }));
  return (
    <Menu className={`chip ${narrows ? 'is-on' : ''}`} label={`${name}: ${shown}`} items={rows} onPick={onPick} chevron>
      {narrows || items === GROUPS ? short(shown, 20) : name}
    </Menu>
  );
}

export function FactFilters({ total }: { total: number }) {
  const bench = useWorkbench();
  const { facts } = useSession();
  const { facts: query, filter } = useView();
  const speakers = useMemo(() => speakersOf(facts), [facts]);
  const set = (change: Partial<FactQuery>) => bench.view.set({ facts: { ...query, ...change } });

  // Counts are said after a pause, and only when a filter was touched.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => bench.say(`${counted(total, 'fact').replace(/^no/u, 'No')} shown.`), 600);
    return () => clearTimeout(timer);
  }, [bench, query, filter, total]);

  return (
    <div className="fact-tools">
      <div className="fact-search">
        <Icon of={Search} size="s" />
        <input
          type="search"
          aria-label="Search the facts"
          placeholder="Search the facts"
          spellCheck={false}
          value={query.words}
          onChange={(event) => set({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query.words !== '') {
              event.preventDefault();
              set({ words: '' });
            } else if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('.fact-list')?.focus();
            }
          }}
        />
      </div>
      <Toolbar label="Narrow the facts" className="fact-narrow">
        {speakers.length > 0 && (
          <ChoiceChip
            name="Speaker"
            items={[{ id: ANYBODY, label: 'Any speaker' }, ...speakers.map((name) => ({ id: name, label: name }))]}
            value={query.speaker ?? ANYBODY}
            narrows={query.speaker !== null}
            onPick={(name) => set({ speaker: name === ANYBODY ? null : name })}
          />
        )}
        <ChoiceChip
          name="Status"
          items={STATES}
          value={query.state}
          narrows={query.state !== 'any'}
          onPick={(id) => set({ state: STATES.find((state) => state.id === id)?.id ?? 'any' })}
        />
        <ChoiceChip
          name="Use"
          items={USES}
          value={query.use}
          narrows={query.use !== 'any'}
          onPick={(id) => set({ use: USES.find((use) => use.id === id)?.id ?? 'any' })}
        />
        <ChoiceChip
          name="Group"
          items={GROUPS}
          value={query.group}
          narrows={false}
          onPick={(id) => set({ group: id === 'article' ? 'article' : 'kind' })}
        />
      </Toolbar>
    </div>
  );
}

/** Why the list is empty, with the way to see all. */
export function NoFacts() {
  const bench = useWorkbench();
  const { facts } = useSession();
  const { facts: query, filter } = useView();
  if (facts.length === 0)
    return (
      <p className="empty">
        Nothing found to quote or count in the sources. Select words in a source to add a fact yourself.
      </p>
    );
  const kind = filter === 'all' || filter === 'notes' || filter === 'warnings' ? 'facts' : filter;
  const state = query.state === 'any' ? '' : `${query.state} `;
  return (
    <p className="empty">
      {state ? `No ${state}${kind}.` : isNarrowed(query) ? `No ${kind} here.` : `No ${kind} in the sources.`}{' '}
      <button
        type="button"
        className="link"
        onClick={() => bench.view.set({ filter: 'all', facts: { ...ALL_FACTS, group: query.group } })}
      >
        Show all
      </button>
    </p>
  );
}
