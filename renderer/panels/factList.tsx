// FactList: every fact of the sources as a listbox in groups; what can be done with the current one stands below it.
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { paragraphCounter, usesOf } from '../../shared/briefing/queries.ts';
import { STATUSES, type Fact, type NameMention } from '../../shared/facts/fact.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Plus } from '../ui/icons.ts';
import { formOf, insertable, startFactDrag } from './articleText.tsx';
import { FactIcon, STATUS_ICONS, StateIcon } from './factIcon.tsx';
import { useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { counted, factNote, factTitle, STATUS_WORDS } from './words.ts';

interface Group {
  readonly label: string;
  readonly facts: readonly Fact[];
}

/** One row for each name, at its first mention. */
function firstMentions(names: readonly NameMention[]): NameMention[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = `${name.nameKind} ${name.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function groupsOf(facts: readonly Fact[], filter: string): Group[] {
  const of = <K extends Fact['kind']>(...kinds: K[]) =>
    facts.filter((fact): fact is Extract<Fact, { kind: K }> => (kinds as string[]).includes(fact.kind));
  const groups = [
    {
      key: 'figures',
      label: 'Figures',
      facts: of('figure', 'claim').sort((a, b) => (a.articleId === b.articleId ? a.start - b.start : 0)),
    },
    { key: 'quotes', label: 'Quotes', facts: of('quote') },
    { key: 'dates', label: 'Dates', facts: of('date') },
    { key: 'names', label: 'Names', facts: firstMentions(of('name')) },
  ];
  return groups.filter((group) => group.facts.length > 0 && (filter === 'all' || filter === group.key));
}

export function FactList() {
  const bench = useWorkbench();
  const { facts, articles } = useSession();
  const { filter } = useView();
  const text = useTextLater();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const groups = useMemo(() => groupsOf(facts, filter), [facts, filter]);
  const all = groups.flatMap((group) => group.facts);
  const active = all.find((fact) => fact.id === activeId) ?? null;
  const doc = text?.doc;
  const uses = useMemo(() => (doc ? usesOf(doc) : new Map<string, readonly unknown[]>()), [doc]);
  const counters = useMemo(
    () => new Map(articles.map((article) => [article.id, paragraphCounter(article.text)])),
    [articles],
  );
  const altered = new Set((text?.checks ?? []).flatMap((check) => (check.severity === 'settle' ? [check.factId] : [])));

  function wordsOfUse(fact: Fact): string {
    if (fact.kind === 'name') {
      const mentions = facts.filter((one) => one.kind === 'name' && one.name === fact.name).length;
      return counted(mentions, 'mention');
    }
    if (fact.kind === 'date') return '';
    const count = uses.get(fact.id)?.length ?? 0;
    return count === 0 ? 'Not used' : count === 1 ? 'Used once' : count === 2 ? 'Used twice' : `Used ${count} times`;
  }
  function activate(fact: Fact | undefined): void {
    if (!fact) return;
    setActiveId(fact.id);
    document.getElementById(`${id}${fact.id}`)?.scrollIntoView({ block: 'nearest' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = active ? all.indexOf(active) : -1;
    if (event.key === 'ArrowDown') activate(all[Math.min(at + 1, all.length - 1)]);
    else if (event.key === 'ArrowUp') activate(all[Math.max(at - 1, 0)]);
    else if (event.key === 'Home') activate(all[0]);
    else if (event.key === 'End') activate(all[all.length - 1]);
    else if (event.key === 'Enter' && active) bench.selectFact(active.id);
    else if (event.key === ' ' && active) {
      bench.session.setFactStatus(active.id, active.status === 'verified' ? 'unverified' : 'verified');
      bench.say(active.status === 'verified' ? 'Unverified.' : 'Verified.');
    } else if (event.key.length === 1) {
      const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      const wanted = event.key.toLowerCase();
      activate(after.find((fact) => factTitle(fact).replace('“', '').toLowerCase().startsWith(wanted)));
    } else return;
    event.preventDefault();
  }
  if (all.length === 0) {
    return (
      <p className="empty">
        {filter === 'all' ? 'Nothing found to quote or count in the sources.' : `No ${filter} in the sources.`}
      </p>
    );
  }
  return (
    <>
      <div
        ref={box}
        className="scroll fact-list"
        role="listbox"
        aria-label="Facts"
        tabIndex={0}
        aria-activedescendant={active ? `${id}${active.id}` : undefined}
        data-fact={active?.id}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (!active && all[0]) setActiveId(all[0].id);
        }}
      >
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <h3 aria-hidden="true">
              {group.label} <span className="count">{group.facts.length}</span>
            </h3>
            {group.facts.map((fact) => (
              <div
                key={fact.id}
                id={`${id}${fact.id}`}
                role="option"
                className="fact-option"
                aria-selected={fact.id === active?.id}
                draggable={insertable(fact)}
                onDragStart={(event) => startFactDrag(event, fact)}
                onClick={() => {
                  setActiveId(fact.id);
                  bench.selectFact(fact.id);
                }}
              >
                <FactIcon fact={fact} />
                <span>
                  <b className={fact.kind === 'quote' ? 'foreign' : ''}>{factTitle(fact)}</b>
                  <span className="about">
                    {[
                      factNote(fact),
                      articles.length > 1 || fact.kind === 'quote'
                        ? `¶${counters.get(fact.articleId)?.(fact.start) ?? '?'}`
                        : '',
                    ]
                      .filter(Boolean)
                      .join(', ')}
                    {wordsOfUse(fact) && `${factNote(fact).endsWith('.') ? '' : '.'} ${wordsOfUse(fact)}`}
                  </span>
                </span>
                {altered.has(fact.id) ? (
                  <span className="s-warn">altered</span>
                ) : fact.kind === 'name' ? null : (
                  <span>
                    <StateIcon status={fact.status} />
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {active && (
        <div className="fact-acts" data-fact={active.id}>
          <Choice
            label={`Status of ${factTitle(active)}`}
            value={active.status}
            options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value], ...STATUS_ICONS[value] }))}
            onChoose={(status) => bench.session.setFactStatus(active.id, status)}
          />
          <span className="grow" />
          {insertable(active) && (
            <Button
              size="sm"
              icon={Plus}
              onClick={() => {
                const done = bench.text.get().editor?.insertFact(active.id, formOf(active));
                bench.say(done ? 'Inserted with its citation.' : 'Put the caret in a paragraph first.');
              }}
            >
              Insert
            </Button>
          )}
        </div>
      )}
    </>
  );
}
