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
import { FactIcon } from './factIcon.tsx';
import { FactList } from './factList.tsx';
import { Margin } from './margin.tsx';
import { countItems, marginItems } from './marginItems.ts';
import { NoteList } from './noteList.tsx';
import { useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { factNote, factTitle } from './words.ts';

const CHIPS: readonly { filter: Filter & ('figures' | 'quotes' | 'notes' | 'warnings'); label: string }[] = [
  { filter: 'figures', label: 'Figures' },
  { filter: 'quotes', label: 'Quotes' },
  { filter: 'notes', label: 'Notes' },
  { filter: 'warnings', label: 'Warnings' },
];

function Unused() {
  const bench = useWorkbench();
  const view = useView();
  const { facts } = useSession();
  const text = useTextLater();
  const doc = text?.doc;
  const waiting = useMemo(() => (doc ? unusedFacts(doc, facts).filter(insertable) : []), [doc, facts]);
  if (waiting.length === 0) return null;
  const editor = bench.text.get().editor;
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
          {waiting.map((fact) => (
            <li key={fact.id} className="unused-row">
              <button
                type="button"
                className="fact-row"
                data-fact={fact.id}
                draggable
                onDragStart={(event) => startFactDrag(event, fact)}
                onClick={() => bench.showFact(fact.id)}
              >
                <FactIcon fact={fact} />
                <span className={`value ${fact.kind === 'quote' ? 'foreign' : ''}`}>{factTitle(fact)}</span>
                <span className="about">{factNote(fact)}</span>
              </button>
              <IconButton
                small
                icon={Plus}
                label={`Insert ${factTitle(fact)}`}
                onClick={() => {
                  if (editor?.insertFact(fact.id, formOf(fact))) bench.say('Inserted with its citation.');
                  else bench.say('It cannot be inserted here. Put the caret in a paragraph first.');
                }}
              />
            </li>
          ))}
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
  const counts = countItems(items);
  const checks = text?.checks.length ?? 0;
  const list = view.arrange === 'list';
  const resolved = text ? [...text.annotations.values()].filter((note) => note.resolved).length : 0;
  return (
    <aside className="pane facts" aria-label="Facts and notes" data-part="facts" onKeyDown={onKeyDown}>
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
          onChoose={(arrange) => bench.view.set({ arrange })}
        />
        {view.narrow && <IconButton label="Fold the pane" icon={X} onClick={() => bench.view.set({ drawer: null })} />}
      </div>
      <Toolbar label="Show" className="chips">
        <Chip pressed={view.filter === 'all'} onPress={() => bench.view.set({ filter: 'all' })}>
          All
        </Chip>
        {CHIPS.map(({ filter, label }) => (
          <Chip
            key={filter}
            pressed={view.filter === filter}
            count={list && filter === 'warnings' ? checks : counts[filter]}
            onPress={() => bench.view.set({ filter: view.filter === filter ? 'all' : filter })}
          >
            {label}
          </Chip>
        ))}
      </Toolbar>
      {view.filter === 'notes' && resolved > 0 && (
        <label className="tick resolved-tick">
          <input
            type="checkbox"
            checked={view.showResolved}
            onChange={(event) => bench.view.set({ showResolved: event.target.checked })}
          />
          Resolved
          <span className="count">{resolved}</span>
        </label>
      )}
      {!list && <Margin items={items} />}
      {list && view.filter === 'warnings' && <Checks />}
      {list && view.filter === 'notes' && <NoteList />}
      {list && view.filter !== 'warnings' && view.filter !== 'notes' && <FactList />}
      {!list && <Unused />}
    </aside>
  );
}
