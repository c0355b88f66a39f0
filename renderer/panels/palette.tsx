// Palette: one field for commands, facts, places and settings; the picker of facts to insert is the same with one kind.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { commandById } from '../../shared/commands.ts';
import { TEXT_COMMANDS } from '../bench/windowCommand.ts';
import type { FactKind } from '../../shared/facts/fact.ts';
import type { InsertForm } from '../editor/editor.ts';
import { Icon } from '../ui/icon.tsx';
import { ChevronRight, Heading, Settings } from '../ui/icons.ts';
import { keyText } from '../ui/keyText.ts';
import { PickDialog } from '../ui/pickDialog.tsx';
import { formOf, insertable } from './articleText.tsx';
import { FactIcon } from './factIcon.tsx';
import { paletteEntries, type Entry } from './paletteEntries.ts';
import { recentCommands, rememberCommand } from './recentCommands.ts';
import { useSession, useText, useWorkbench } from './use.ts';

function Label({ entry }: { entry: Entry }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of entry.ranges) {
    parts.push(entry.label.slice(at, from), <mark key={from}>{entry.label.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <span className="palette-label">
      {parts}
      {entry.label.slice(at)}
      {entry.off ? <em>{entry.off}</em> : entry.does.kind === 'fact' && <em>{entry.note}</em>}
    </span>
  );
}

/** Kinds that each form is picked from. */
const KINDS: Readonly<Record<InsertForm, readonly FactKind[]>> = {
  quotation: ['quote'],
  quoted: ['quote'],
  sentence: ['quote', 'figure'],
  figure: ['figure'],
  row: ['figure'],
};
const LABELS: Readonly<Record<InsertForm, string>> = {
  quotation: 'Insert quotation',
  quoted: 'Insert words of a quotation',
  sentence: 'Insert reporting sentence',
  figure: 'Insert figure',
  row: 'Insert figure as table row',
};

export function Palette({ insert }: { insert?: InsertForm }) {
  const bench = useWorkbench();
  const { facts } = useSession();
  const text = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const only = insert === undefined ? undefined : KINDS[insert];
  const doc = text?.doc ?? null;
  const groups = useMemo(
    () => paletteEntries({ query, recent: recentCommands(), facts, doc, reasonOff: bench.reasonOff, only }),
    [query, facts, doc, bench, only],
  );
  const all = groups.flatMap((group) => group.entries);
  const active = all[Math.min(at, all.length - 1)];
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);

  const close = () => bench.dialog(null);
  function act(entry: Entry | undefined, withMod: boolean): void {
    if (!entry || entry.off) return;
    close();
    const editor = bench.text.get().editor;
    const { does } = entry;
    // After the dialog has given the focus back: what is run may want it elsewhere.
    setTimeout(() => {
      if (does.kind === 'command') {
        rememberCommand(does.id);
        bench.run(does.id);
        // Wherever the palette was opened from: who has changed the text goes on in it.
        if (TEXT_COMMANDS.has(does.id)) editor?.focus();
      } else if (does.kind === 'fact') {
        const form = insert ?? (withMod && insertable(does.fact) ? formOf(does.fact) : null);
        if (!form) bench.selectFact(does.fact.id);
        else if (bench.factWork.insert(does.fact.id, form)) editor?.focus();
      } else {
        bench.leave();
        editor?.reveal({ pos: does.pos }, true);
      }
    }, 0);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, all.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') act(active, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  }
  const label = insert ? LABELS[insert] : 'Search or run a command';
  return (
    <PickDialog
      label={label}
      placeholder={only ? 'Words of the source' : label}
      controls={id}
      active={active ? `${id}${active.key}` : undefined}
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setAt(0);
      }}
      onKeyDown={onKeyDown}
      onClose={close}
    >
      <div ref={list} className="palette-list scroll" role="listbox" id={id} aria-label="Results">
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <h3 aria-hidden="true">{group.label}</h3>
            {group.entries.map((entry) => (
              <div
                key={entry.key}
                id={`${id}${entry.key}`}
                role="option"
                className="palette-option"
                aria-selected={entry === active}
                aria-disabled={entry.off !== null || undefined}
                onPointerMove={() => setAt(all.indexOf(entry))}
                onClick={(event) => act(entry, event.ctrlKey || event.metaKey)}
              >
                {entry.does.kind === 'fact' ? (
                  <FactIcon fact={entry.does.fact} size="m" />
                ) : (
                  <Icon
                    of={entry.does.kind === 'place' ? Heading : entry.note === 'Setting' ? Settings : ChevronRight}
                  />
                )}
                <Label entry={entry} />
                <kbd>
                  {entry.does.kind === 'command'
                    ? keyText(commandById(entry.does.id).keys[0] ?? '', bench.platform.os)
                    : entry.does.kind === 'fact'
                      ? ''
                      : entry.note}
                </kbd>
              </div>
            ))}
          </div>
        ))}
        {all.length === 0 && <p className="empty">Nothing fits “{query}”.</p>}
      </div>
      <p className="sr" role="status">
        {all.length === 1 ? '1 result' : `${all.length} results`}
      </p>
    </PickDialog>
  );
}
