// ArticleText: the frozen text of a source, paragraph by paragraph, with its facts marked by kind.
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { Article } from '../../shared/article/article.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { paragraphs } from '../../shared/text/sentences.ts';
import { ContextMenu, type MenuPlace } from '../ui/contextMenu.tsx';
import { useRoving } from '../ui/roving.ts';
import { FACT_TYPE, type InsertForm } from '../editor/editor.ts';
import type { Shade } from '../view.ts';
import { ADDABLE } from './chosenBar.tsx';
import { factMenu, runFactMenu } from './factMenu.ts';
import { ArticleParagraph, byParagraph, shownIn } from './articleParagraph.tsx';
import { stretches } from './segments.ts';
import { pick, pickedIn } from './sourceSelection.ts';
import { useView, useWorkbench } from './use.ts';
import { factTitle, short } from './words.ts';
import { stepWords } from './wordSteps.ts';

/** How a fact comes into the text when nothing else is said. */
export function formOf(fact: Fact): InsertForm {
  return fact.kind === 'quote' ? 'quotation' : 'figure';
}

/** Facts that can be put into the text. */
export function insertable(fact: Fact): boolean {
  return fact.kind === 'quote' || fact.kind === 'figure';
}

export function startFactDrag(event: DragEvent, fact: Fact): void {
  event.stopPropagation();
  event.dataTransfer.setData(FACT_TYPE, JSON.stringify({ factId: fact.id, form: formOf(fact) }));
  event.dataTransfer.setData('text/plain', fact.text);
  event.dataTransfer.effectAllowed = 'copy';
}

function shadeOf(fact: Fact): Shade {
  return fact.kind === 'claim' ? 'figure' : fact.kind;
}

export function ArticleText({ article, facts }: { article: Article; facts: readonly Fact[] }) {
  const bench = useWorkbench();
  const { shades, hit, paragraph, chosen } = useView();
  const [menu, setMenu] = useState<{ readonly fact: Fact | null; readonly at: MenuPlace } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(box, 'mark.fact', 'both');
  const spans = useMemo(() => paragraphs(article.text), [article.text]);
  const shown = useMemo(
    () =>
      stretches(
        facts.filter(
          (fact) =>
            fact.articleId === article.id && ((shades[shadeOf(fact)] && !fact.dismissed) || fact.id === hit?.factId),
        ),
      ),
    [facts, article.id, shades, hit?.factId],
  );

  const within = useMemo(() => byParagraph(spans, shown), [spans, shown]);
  const shownFact = useMemo(() => facts.find((fact) => fact.id === hit?.factId), [facts, hit]);

  useLayoutEffect(() => {
    const scroll = box.current;
    if (!scroll || !hit) return;
    const marks = [...scroll.querySelectorAll<HTMLElement>('mark.fact')].filter(
      (mark) => mark.dataset['fact'] === hit.factId,
    );
    const [first] = marks;
    if (!first) return;
    const move = first.getBoundingClientRect().top - scroll.getBoundingClientRect().top - scroll.clientHeight / 4;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // Within one screen one sees where it went; beyond it the eye cannot follow (ui.md, Motion).
    const behavior = still || Math.abs(move) > scroll.clientHeight ? 'instant' : 'smooth';
    const seen = move > -scroll.clientHeight / 4 && move < scroll.clientHeight / 2;
    if (!seen) scroll.scrollBy({ top: move, behavior });
    for (const mark of marks) {
      // The same fact shown again begins again.
      mark.classList.remove('hit');
      void mark.offsetWidth;
      mark.classList.add('hit');
    }
  }, [hit]);

  useLayoutEffect(() => {
    const scroll = box.current;
    if (!scroll || paragraph?.articleId !== article.id) return;
    const target = scroll.querySelector(`p[data-number="${paragraph.number ?? 1}"]`);
    if (target) scroll.scrollTop += target.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 48;
  }, [paragraph, article.id]);

  // What is selected here is known to the window once the selection rests.
  useEffect(() => {
    let timer = 0;
    const look = () => {
      const scroll = box.current;
      const picked = scroll && pickedIn(scroll, spans);
      const span = picked && {
        start: Math.min(picked.anchor, picked.focus),
        end: Math.max(picked.anchor, picked.focus),
      };
      const next = span && span.start < span.end ? { articleId: article.id, span } : null;
      const now = bench.view.get().chosen;
      if (next?.span.start !== now?.span.start || next?.span.end !== now?.span.end) bench.view.set({ chosen: next });
    };
    const changed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(look, 80);
    };
    document.addEventListener('selectionchange', changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', changed);
      bench.view.set({ chosen: null });
    };
  }, [bench, spans, article.id]);

  /** Arrows with Shift or Mod select words; without a selection they begin at the fact with the focus, or at what is in sight. */
  function selectByKey(event: KeyboardEvent): boolean {
    const scroll = box.current;
    const mod = event.ctrlKey || event.metaKey;
    if (!scroll || event.altKey || !event.key.startsWith('Arrow') || mod === event.shiftKey) return false;
    const fact = factAt(event);
    const top = scroll.getBoundingClientRect().top;
    const seen = [...scroll.querySelectorAll('p[data-number]')].findIndex(
      (element) => element.getBoundingClientRect().bottom > top + 8,
    );
    const first = fact?.start ?? spans[Math.max(seen, 0)]?.start ?? 0;
    const standing = pickedIn(scroll, spans);
    // A caret that a click has left is nothing one sees.
    const picked = standing && standing.anchor !== standing.focus ? standing : { anchor: first, focus: first };
    const next = stepWords(article.text, spans, picked, event.key, event.shiftKey);
    if (!next) return true;
    pick(scroll, spans, next);
    const [start, end] = [Math.min(next.anchor, next.focus), Math.max(next.anchor, next.focus)];
    bench.say(`Selected: ${short(article.text.slice(start, end), 120)}`);
    return true;
  }

  const factAt = (event: { target: EventTarget }): Fact | undefined => {
    const id =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-fact]')?.dataset['fact'] : null;
    return facts.find((fact) => fact.id === id);
  };
  function choose(event: MouseEvent): void {
    // A drag over the words selects them for copying; that is not a press.
    if (getSelection()?.isCollapsed === false) return;
    const fact = factAt(event);
    if (!fact) return;
    if (event.altKey && event.target instanceof Element)
      bench.peek(fact.id, event.target.getBoundingClientRect(), false);
    else bench.selectFact(fact.id);
  }
  return (
    <div
      ref={box}
      className="scroll article-scroll"
      role="region"
      aria-label="Article text"
      tabIndex={0}
      onClick={choose}
      onKeyDown={(event) => {
        const fact = factAt(event);
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
        if (selectByKey(event)) event.preventDefault();
        else if (plain && event.key === 'Enter' && chosen) bench.factWork.focusChosen();
        else if (plain && event.key === 'Escape' && chosen) getSelection()?.removeAllRanges();
        else if (plain && event.key === 'Enter' && fact) bench.selectFact(fact.id);
        else if (plain && event.key === 'Delete' && fact) bench.factWork.toggleDismissed(fact.id);
        else return onKeyDown(event);
        event.preventDefault();
      }}
      onContextMenu={(event) => {
        const fact = factAt(event) ?? null;
        if (!fact && !chosen) return;
        event.preventDefault();
        setMenu({ fact: chosen ? null : fact, at: { left: event.clientX, top: event.clientY } });
      }}
      onDragStart={(event) => {
        const fact = factAt(event);
        if (fact && insertable(fact)) startFactDrag(event, fact);
      }}
    >
      <article className="article" lang={article.language} dir="auto">
        {spans.map((span, index) => (
          <ArticleParagraph
            key={span.start}
            text={article.text}
            span={span}
            number={index + 1}
            within={within(index)}
            hit={shownIn(shownFact, span) ? (shownFact?.id ?? null) : null}
          />
        ))}
      </article>
      {menu && (
        <ContextMenu
          label={menu.fact ? `For ${factTitle(menu.fact)}` : 'For the selected words'}
          items={
            menu.fact
              ? factMenu(menu.fact, bench.usesOf(menu.fact.id).length)
              : ADDABLE.map(({ kind, label }) => ({ id: kind, label: `Add as ${label.toLowerCase()}` }))
          }
          at={menu.at}
          onPick={(id) => {
            const kind = ADDABLE.find((one) => one.kind === id)?.kind;
            if (menu.fact) runFactMenu(bench, menu.fact.id, id);
            else if (kind) bench.factWork.add(kind);
          }}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}
