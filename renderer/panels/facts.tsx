// FactsPane: the pane "Facts and notes": beside the text or as a list, with its filters and what is not used yet.
import { useMemo, type KeyboardEvent } from 'react';
import { unusedFacts } from '../../shared/briefing/queries.ts';
import { IconButton } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Chip, Toolbar } from '../ui/group.tsx';
import { Icon } from '../ui/icon.tsx';
import { ChevronDown, ChevronRight, Plus, X } from '../ui/icons.ts';
import type { Filter } from '../view.ts';
import { formOf, insertable, startFactDrag } from './articleText.tsx';
import { Checks } from './checks.tsx';
import { ALL_FACTS } from './factQuery.ts';
import { FactIcon } from './factIcon.tsx';
import { FactList } from './factList.tsx';
import { useListed } from './listed.ts';
import { Margin } from './margin.tsx';
import { countItems, marginItems } from './marginItems.ts';
import { NoteFilters } from './noteFilters.tsx';
import { NoteList } from './noteList.tsx';
import { Pane } from './pane.tsx';
import { useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { factNote, factTitle } from './words.ts';

/** Beside the text dates and names have no place of their own; in the list all kinds stand first. */
const BESIDE = ['figures', 'quotes', 'notes', 'warnings'] as const;
const LISTED = ['figures', 'quotes', 'dates', 'names', 'notes', 'warnings'] as const;
const CHIP_WORDS: Readonly<Record<Exclude<Filter, 'all'>, string>> = {
  figures: 'Figures',
  quotes: 'Quotes',
  dates: 'Dates',
  names: 'Names',
  notes: 'Notes',
  warnings: 'Warnings',
};

/** More are looked through in the list, which draws only what is seen. */
const MOST_WAITING = 100;

function Unused() {
  const bench = useWorkbench();
  const view = useView();
  const { facts } = useSession();
  const text = useTextLater();
  const doc = text?.doc;
  const waiting = useMemo(() => (doc ? unusedFacts(doc, facts).filter(insertable) : []), [doc, facts]);
  if (waiting.length === 0) return null;
  return (
    <section className={`unused ${view.unusedOpen ? 'open' : ''}`} aria-label="Not used in the briefing">
      <button
        type="button"
        className="unused-head"
        aria-expanded={view.unusedOpen}
        onClick={() => bench.view.set({ unusedOpen: !view.unusedOpen })}
      >
        <Icon of={view.unusedOpen ? ChevronDown : ChevronRight} size="s" />
        Not used in the briefing
        <span className="count">{waiting.length}</span>
      </button>
      {view.unusedOpen && (
        <ul className="scroll">
          {waiting.slice(0, MOST_WAITING).map((fact) => (
            <li key={fact.id} className="unused-row">
              <button
                type="button"
                className="fact-row"
                data-fact={fact.id}
                draggable
                onDragStart={(event) => startFactDrag(event, fact)}
                onClick={(event) => bench.trace(fact.id, event.detail === 0)}
              >
                <FactIcon fact={fact} />
                <span className={`value ${fact.kind === 'quote' ? 'foreign' : ''}`}>{factTitle(fact)}</span>
                <span className="about">{factNote(fact)}</span>
              </button>
              <IconButton
                small
                icon={Plus}
                label={`Insert ${factTitle(fact)}`}
                onClick={() => bench.factWork.insert(fact.id, formOf(fact))}
              />
            </li>
          ))}
          {waiting.length > MOST_WAITING && (
            <li>
              <button
                type="button"
                className="link"
                onClick={() =>
                  bench.view.set({ arrange: 'list', filter: 'all', facts: { ...ALL_FACTS, use: 'unused' } })
                }
              >
                All {waiting.length.toLocaleString('en-GB')} in the list
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

export function FactsPane({ onKeyDown }: { onKeyDown?: (event: KeyboardEvent) => void }) {
  const bench = useWorkbench();
  const view = useView();
  const { facts } = useSession();
  const text = useTextLater();
  const items = useMemo(() => (text ? marginItems(text, facts) : []), [text, facts]);
  const checks = text?.checks.length ?? 0;
  const list = view.arrange === 'list';
  const listed = useListed();
  const beside = countItems(items);
  const notes = text ? [...text.annotations.values()].filter((note) => !note.resolved).length : 0;
  const counts: Readonly<Record<string, number>> = list ? { ...listed.counts, notes, warnings: checks } : { ...beside };
  return (
    <Pane side="facts" label="Facts and notes" onKeyDown={onKeyDown}>
      <div className="bar">
        <h2>Facts and notes</h2>
        <div className="grow" />
        <Choice
          label="Arrange"
          value={view.arrange}
          options={[
            { value: 'beside', label: 'Beside text' },
            { value: 'list', label: 'List' },
          ]}
          onChoose={(arrange) => {
            // Beside the text there are no chips for dates and names.
            const lost = arrange === 'beside' && (view.filter === 'dates' || view.filter === 'names');
            bench.view.set({ arrange, ...(lost ? { filter: 'all' } : {}) });
          }}
        />
        {view.narrow && <IconButton label="Fold the pane" icon={X} onClick={() => bench.view.set({ drawer: null })} />}
      </div>
      <Toolbar label="Show" className="chips">
        <Chip pressed={view.filter === 'all'} onPress={() => bench.view.set({ filter: 'all' })}>
          All
        </Chip>
        {(list ? LISTED : BESIDE).map((filter) => (
          <Chip
            key={filter}
            pressed={view.filter === filter}
            count={counts[filter] ?? 0}
            onPress={() => bench.view.set({ filter: view.filter === filter ? 'all' : filter })}
          >
            {CHIP_WORDS[filter]}
          </Chip>
        ))}
      </Toolbar>
      {view.filter === 'notes' && <NoteFilters />}
      {!list && <Margin items={items} />}
      {list && view.filter === 'warnings' && <Checks />}
      {list && view.filter === 'notes' && <NoteList />}
      {list && view.filter !== 'warnings' && view.filter !== 'notes' && <FactList listed={listed} />}
      {!list && <Unused />}
    </Pane>
  );
}
