// Outline: the sections of the briefing as a tree; under the sources, where it follows the caret, and to go to one by key.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { outline, type OutlineEntry } from '../../shared/briefing/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { ChevronDown, ChevronRight } from '../ui/icons.ts';
import { PickDialog } from '../ui/pickDialog.tsx';
import {
  fitting,
  sectionAt,
  sectionsOf,
  shownFor,
  shownSections,
  treeMove,
  typedTo,
  UNTITLED,
  type Section,
} from './outlineTree.ts';
import { useTextLater, useView, useWorkbench } from './use.ts';

/** How long letters typed in the tree belong together, in milliseconds (APG). */
const TYPING = 500;

const NOTHING_FOLDED: ReadonlySet<number> = new Set();

/** The headings, the tree of them, and the one that the caret stands under. The tree stays the same while none changes. */
function useOutline() {
  const text = useTextLater();
  const doc = text?.doc ?? null;
  const entries: readonly OutlineEntry[] = useMemo(() => (doc ? outline(doc) : []), [doc]);
  const shape = entries.map(({ level, text: words }) => `${level} ${words}`).join('\n');
  // By what is read of them: typing moves every heading below it, and the rows need not be drawn again for that.
  const sections = useMemo(
    () =>
      sectionsOf(
        shape === ''
          ? []
          : shape.split('\n').map((line) => ({ level: Number(line.slice(0, 1)), text: line.slice(2) || UNTITLED })),
      ),
    [shape],
  );
  return { entries, sections, current: text ? sectionAt(entries, text.caret) : null };
}

interface RowProps {
  readonly id: string;
  readonly section: Section;
  readonly folded: boolean;
  readonly current: boolean;
  readonly selected: boolean;
  /** In a tree whose rows take the focus themselves: whether this is its tab stop. */
  readonly tabStop?: boolean;
  readonly ranges?: readonly (readonly [number, number])[];
  onGo(index: number): void;
  onFold?(index: number): void;
}

function Words({ text, ranges }: { text: string; ranges: readonly (readonly [number, number])[] }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <span className="outline-words">
      {parts}
      {text.slice(at)}
    </span>
  );
}

function Row({ id, section, folded, current, selected, tabStop, ranges = [], onGo, onFold }: RowProps) {
  const { index, text, depth, inside, number, of } = section;
  return (
    <div
      id={`${id}${index}`}
      role="treeitem"
      className="outline-row"
      data-index={index}
      aria-level={depth}
      aria-posinset={number}
      aria-setsize={of}
      aria-expanded={inside > 0 ? !folded : undefined}
      aria-selected={selected}
      aria-current={current ? 'location' : undefined}
      tabIndex={tabStop === undefined ? undefined : tabStop ? 0 : -1}
      style={{ paddingInlineStart: 6 + (depth - 1) * 14 }}
      onClick={() => onGo(index)}
    >
      {/* For the pointer; the arrows do it by key. */}
      <span
        className="outline-fold"
        aria-hidden="true"
        onClick={(event) => {
          if (inside === 0 || !onFold) return;
          event.stopPropagation();
          onFold(index);
        }}
      >
        {inside > 0 && <Icon of={folded ? ChevronRight : ChevronDown} size="s" />}
      </span>
      <Words text={text} ranges={ranges} />
    </div>
  );
}

/** Goes to a section once the dialog, if there was one, has given the focus back. */
function useGo(entries: readonly OutlineEntry[]) {
  const bench = useWorkbench();
  return (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    setTimeout(() => {
      bench.text.get().editor?.reveal({ pos: entry.position + 1 }, true);
      bench.say(entry.text.trim() || UNTITLED);
    }, 0);
  };
}

/** The tree under the sources: one tab stop, arrows, letters. */
function Tree() {
  const { entries, sections, current } = useOutline();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<number>>(NOTHING_FOLDED);
  const [active, setActive] = useState<number | null>(null);
  const typed = useRef({ letters: '', at: 0 });
  const go = useGo(entries);
  const shown = useMemo(() => shownSections(sections, folded), [sections, folded]);
  const here = shownFor(sections, folded, current);
  const stop = shown.some(({ index }) => index === active) ? active : (here ?? shown[0]?.index ?? null);

  useEffect(() => {
    if (box.current?.contains(document.activeElement)) return;
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  function fold(index: number): void {
    const next = new Set(folded);
    if (!next.delete(index)) next.add(index);
    setFolded(next);
  }
  function focus(index: number): void {
    setActive(index);
    box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || stop === null) return;
    if (event.key === 'Enter') go(stop);
    else {
      const move = treeMove(event.key, shown, stop, folded);
      if (move?.kind === 'to') focus(move.index);
      else if (move) fold(move.index);
      else if (event.key.length === 1 && event.key !== ' ') {
        const { letters, at } = typed.current;
        const next = event.timeStamp - at < TYPING ? letters + event.key : event.key;
        typed.current = { letters: next, at: event.timeStamp };
        const to = typedTo(shown, stop, next);
        if (to !== null) focus(to);
      } else return;
    }
    event.preventDefault();
  }

  if (sections.length === 0) return <p className="outline-none">No headings yet.</p>;
  return (
    <div
      ref={box}
      className="outline scroll"
      role="tree"
      aria-label="Outline"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(null);
      }}
    >
      {shown.map((section) => (
        <Row
          key={section.index}
          id={id}
          section={section}
          folded={folded.has(section.index)}
          current={section.index === here}
          selected={section.index === here}
          tabStop={section.index === stop}
          onGo={go}
          onFold={fold}
        />
      ))}
    </div>
  );
}

/** Under the sources: folded to a line, as what is not used is under the facts. */
export function OutlineSection() {
  const bench = useWorkbench();
  const { outlineOpen } = useView();
  return (
    <section className={`outline-section ${outlineOpen ? 'open' : ''}`} aria-label="Outline of the briefing">
      <button
        type="button"
        className="unused-head"
        aria-expanded={outlineOpen}
        onClick={() => bench.view.set({ outlineOpen: !outlineOpen })}
      >
        <Icon of={outlineOpen ? ChevronDown : ChevronRight} size="s" />
        Outline
      </button>
      {outlineOpen && <Tree />}
    </section>
  );
}

/** Go to section: a field with the tree as what it offers; it begins at the section of the caret. */
export function GoToSection() {
  const bench = useWorkbench();
  const { entries, sections, current } = useOutline();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<number>>(NOTHING_FOLDED);
  const [chosen, setChosen] = useState<number | null>(null);
  const go = useGo(entries);
  const hits = useMemo(() => fitting(sections, query), [sections, query]);
  const searching = query.trim() !== '';
  // Of those that fit the best is active, until one is gone to.
  const best = searching
    ? hits.reduce<(typeof hits)[number] | null>((a, b) => (a && a.rank <= b.rank ? a : b), null)
    : null;
  const shown = searching ? hits.map(({ section }) => section) : shownSections(sections, folded);
  const ranges = new Map(hits.map(({ section, ranges: found }) => [section.index, found]));
  const first = searching
    ? (best?.section.index ?? null)
    : (shownFor(sections, folded, current) ?? shown[0]?.index ?? null);
  const active = shown.some(({ index }) => index === chosen) ? chosen : first;
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = () => bench.dialog(null);
  function act(index: number | null): void {
    if (index === null) return;
    close();
    go(index);
  }
  function fold(index: number): void {
    const next = new Set(folded);
    if (!next.delete(index)) next.add(index);
    setFolded(next);
    setChosen(index);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') act(active);
    else {
      // With words in the field these move its caret.
      if (searching && !/^Arrow(?:Up|Down)$/u.test(event.key)) return;
      const move = active === null ? null : treeMove(event.key, shown, active, folded);
      if (!move) return;
      if (move.kind === 'to') setChosen(move.index);
      else fold(move.index);
    }
    event.preventDefault();
  }
  return (
    <PickDialog
      label="Go to section"
      controls={id}
      active={active === null ? undefined : `${id}${active}`}
      popup="tree"
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setChosen(null);
      }}
      onKeyDown={onKeyDown}
      onClose={close}
    >
      <div ref={list} className="palette-list outline scroll" role="tree" id={id} aria-label="Sections">
        {shown.map((section) => (
          <Row
            key={section.index}
            id={id}
            section={searching ? { ...section, depth: 1, inside: 0 } : section}
            folded={folded.has(section.index)}
            current={section.index === current}
            selected={section.index === active}
            ranges={searching ? (ranges.get(section.index) ?? []) : []}
            onGo={act}
            onFold={fold}
          />
        ))}
        {shown.length === 0 && (
          <p className="empty">{sections.length === 0 ? 'No headings yet.' : `No section fits “${query}”.`}</p>
        )}
      </div>
      <p className="sr" role="status">
        {searching ? (shown.length === 1 ? '1 section' : `${shown.length} sections`) : ''}
      </p>
    </PickDialog>
  );
}
