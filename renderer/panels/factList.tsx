// FactList: the facts of the sources as a grid of rows, of which only those in sight are drawn; what is known of the chosen one below.
import {
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { paragraphCounter } from '../../shared/briefing/queries.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { ContextMenu, type MenuPlace } from '../ui/contextMenu.tsx';
import { useVirtualRows } from '../ui/virtualRows.ts';
import { startFactDrag } from './articleText.tsx';
import { FactDetail } from './factDetail.tsx';
import { FactFilters, NoFacts } from './factFilters.tsx';
import { factMenu, runFactMenu } from './factMenu.ts';
import { FactRow, GroupRow } from './factRow.tsx';
import { usedWords } from './factWords.ts';
import type { Listed } from './listed.ts';
import { useSession, useView, useWorkbench } from './use.ts';
import { counted, factNote, factTitle, sourceWords } from './words.ts';

/** Heights before a row is measured, in pixels. */
const HEIGHT = { group: 32, fact: 46 } as const;
/** How long letters typed in a row make one word, in milliseconds. */
const TYPING = 700;

/** What is typed to find a fact: letters soon after one another are one word. */
function useTyped() {
  const typed = useRef({ words: '', at: 0 });
  return {
    add(letter: string, now: number): string {
      const words = now - typed.current.at > TYPING ? letter : typed.current.words + letter;
      typed.current = { words, at: now };
      return words.toLowerCase();
    },
    /** Another key ends the word. */
    end(): void {
      typed.current = { words: '', at: 0 };
    },
  };
}

function startsWith(fact: Fact, words: string): boolean {
  return factTitle(fact).replace('“', '').toLowerCase().startsWith(words);
}

export function FactList({ listed }: { listed: Listed }) {
  const bench = useWorkbench();
  const { facts, articles } = useSession();
  const { facts: query, filter } = useView();
  const { rows, total, uses, altered } = listed;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly fact: Fact; readonly at: MenuPlace } | null>(null);
  const typed = useTyped();
  const at = useMemo(() => rows.findIndex((row) => row.key === activeKey), [rows, activeKey]);
  const activeRow = rows[at];
  const active = activeRow?.kind === 'fact' ? activeRow.fact : null;
  const counters = useMemo(
    () => new Map(articles.map((article) => [article.id, paragraphCounter(article.text)])),
    [articles],
  );
  const mentions = useMemo(() => {
    const counts = new Map<string, number>();
    for (const fact of facts) if (fact.kind === 'name') counts.set(fact.name, (counts.get(fact.name) ?? 0) + 1);
    return counts;
  }, [facts]);
  // The chosen row stays drawn, for the grid names it as its active descendant.
  const virtual = useVirtualRows(box, rows.length, at, (index) => ({
    key: rows[index]?.key ?? String(index),
    height: HEIGHT[rows[index]?.kind ?? 'fact'],
  }));
  // What is known of the chosen fact takes room from the list: the row stays in sight.
  const bringIntoSight = useEffectEvent(() => {
    if (at >= 0) virtual.show(at);
  });
  useEffect(() => {
    if (active === null) return;
    const frame = requestAnimationFrame(() => bringIntoSight());
    return () => cancelAnimationFrame(frame);
  }, [active]);
  // A list that is asked for anew begins at its top; a fact that is judged stays where it is.
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [query, filter]);

  function activate(index: number, step: 1 | -1 = 1): void {
    // A heading is passed over.
    const to = rows[index]?.kind === 'group' ? index + step : index;
    const row = rows[to];
    if (row?.kind !== 'fact') return;
    setActiveKey(row.key);
    // With the first fact its heading comes into sight.
    virtual.show(to === 1 ? 0 : to);
  }
  function openMenu(fact: Fact, row: Element | null): void {
    const from = row?.getBoundingClientRect();
    if (from) setMenu({ fact, at: { left: from.right - 240, top: from.bottom } });
  }
  const activeElement = () => box.current?.querySelector('[aria-selected="true"]') ?? null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / HEIGHT.fact) - 1);
    const moves: Readonly<Record<string, readonly [number, 1 | -1]>> = {
      ArrowDown: [Math.min(at + 1, rows.length - 1), 1],
      ArrowUp: [Math.max(at - 1, 0), at <= 1 ? 1 : -1],
      PageDown: [Math.min(at + page, rows.length - 1), 1],
      PageUp: [Math.max(at - page, 0), 1],
      Home: [0, 1],
      End: [rows.length - 1, 1],
    };
    const move = moves[event.key];
    if (event.key.length > 1) typed.end();
    if (move) activate(...move);
    else if (event.key === 'Escape') bench.text.get().editor?.focus();
    else if (active && event.key === 'Enter') bench.selectFact(active.id);
    else if (active && event.key === ' ')
      bench.factWork.setStatus(active.id, active.status === 'verified' ? 'unverified' : 'verified');
    else if (active && event.key === 'Delete') bench.factWork.toggleDismissed(active.id);
    else if (
      active &&
      (event.key === 'ArrowRight' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
    )
      openMenu(active, activeElement());
    else if (event.key.length === 1) {
      const words = typed.add(event.key, event.timeStamp);
      // One letter goes on to the next; more of the same word stay where they fit.
      const from = words.length > 1 ? at : at + 1;
      const order = [...rows.slice(Math.max(from, 0)), ...rows.slice(0, Math.max(from, 0))];
      const found = order.find((row) => row.kind === 'fact' && startsWith(row.fact, words));
      if (found) activate(rows.indexOf(found));
    } else return;
    event.preventDefault();
  }
  /** The fact of the row that something was done to. */
  function rowOf(target: EventTarget): { readonly fact: Fact; readonly element: Element } | null {
    const element = target instanceof Element ? target.closest<HTMLElement>('[role=row][data-index]') : null;
    const row = element ? rows[Number(element.dataset['index'])] : undefined;
    return element && row?.kind === 'fact' ? { fact: row.fact, element } : null;
  }
  function onClick(event: MouseEvent): void {
    const found = rowOf(event.target);
    if (!found) return;
    setActiveKey(found.fact.id);
    const more = event.target instanceof Element ? event.target.closest('.fact-more') : null;
    if (more) return openMenu(found.fact, more);
    bench.selectFact(found.fact.id);
    // The grid keeps the focus, so that the arrows go on from here.
    if (event.detail > 0) box.current?.focus({ preventScroll: true });
  }
  function onContextMenu(event: MouseEvent): void {
    const found = rowOf(event.target);
    if (!found) return;
    event.preventDefault();
    setActiveKey(found.fact.id);
    setMenu({ fact: found.fact, at: { left: event.clientX, top: event.clientY } });
  }
  const about = (fact: Fact): string => {
    const place = `¶${counters.get(fact.articleId)?.(fact.start) ?? '?'}`;
    const source = articles.length > 1 ? sourceWords(articles.find((one) => one.id === fact.articleId)) : '';
    const use =
      fact.kind === 'name'
        ? counted(mentions.get(fact.name) ?? 1, 'mention')
        : fact.kind === 'date' && !uses.has(fact.id)
          ? ''
          : usedWords(uses.get(fact.id)?.length ?? 0);
    const note = factNote(fact).replace(/\.$/u, '');
    const said = [note, source, place].filter(Boolean).join(', ');
    const state = fact.correction ? (fact.correction.read ? 'Corrected' : 'Added') : '';
    return [said, use, state].filter(Boolean).join('. ');
  };

  return (
    <>
      <FactFilters total={total} />
      {rows.length === 0 ? (
        <NoFacts />
      ) : (
        <div
          ref={box}
          className="scroll fact-list"
          role="grid"
          aria-label="Facts"
          aria-rowcount={rows.length}
          aria-colcount={2}
          tabIndex={0}
          aria-activedescendant={active ? `${id}${active.id}` : undefined}
          data-fact={active?.id}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onContextMenu={onContextMenu}
          onDragStart={(event) => {
            const found = rowOf(event.target);
            if (found) startFactDrag(event, found.fact);
          }}
          onFocus={(event) => {
            // By a press the pressed row is chosen, not the first.
            if (event.target === event.currentTarget && !active && event.target.matches(':focus-visible')) activate(0);
          }}
        >
          <div role="rowgroup" className="fact-rows" style={{ height: virtual.height }}>
            {virtual.drawn.map(({ index, start }) => {
              const row = rows[index];
              const place = { index, start, measure: virtual.measure };
              if (!row) return null;
              if (row.kind === 'group')
                return <GroupRow key={row.key} label={row.label} count={row.count} {...place} />;
              return (
                <FactRow
                  key={row.key}
                  fact={row.fact}
                  id={`${id}${row.fact.id}`}
                  about={about(row.fact)}
                  isActive={row.fact === active}
                  isAltered={altered.has(row.fact.id)}
                  {...place}
                />
              );
            })}
          </div>
        </div>
      )}
      {active && (
        <FactDetail
          key={active.id}
          fact={active}
          uses={uses.get(active.id) ?? []}
          paragraph={counters.get(active.articleId)?.(active.start) ?? 1}
        />
      )}
      {menu && (
        <ContextMenu
          label={`For ${factTitle(menu.fact)}`}
          items={factMenu(menu.fact, uses.get(menu.fact.id)?.length ?? 0)}
          at={menu.at}
          onPick={(pick) => runFactMenu(bench, menu.fact.id, pick)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
