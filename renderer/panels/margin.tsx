// Margin: facts, notes and warnings beside their words; a row when nothing is to be done, a card when there is something to read.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { Icon } from '../ui/icon.tsx';
import { MessageSquare, TriangleAlert } from '../ui/icons.ts';
import { useRoving } from '../ui/roving.ts';
import { align, type Wish } from './align.ts';
import { AnnotationCard } from './annotationCard.tsx';
import { startFactDrag } from './articleText.tsx';
import { CheckCard } from './checkCard.tsx';
import { FactIcon, StateIcon } from './factIcon.tsx';
import { passes, type MarginItem } from './marginItems.ts';
import { useEditor, useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { clockWords, counted, factNote, factTitle, short, sourceWords, STATUS_WORDS } from './words.ts';

/** How far above its words an item begins, so that first lines share a baseline. */
const RISE = { row: 4, card: 9 } as const;
/** A pause in the changes before measuring: never in a keystroke. */
const SETTLE = 60;

export function cardId(kind: string, id: string): string {
  return `card-${kind}-${id}`;
}

/** Words of the text that an item stands beside. */
function useWordsOf(): (item: MarginItem) => string {
  const doc = useTextLater()?.doc;
  return (item) => (doc && item.to <= doc.content.size ? short(doc.textBetween(item.from, item.to, ' '), 60) : '');
}

function Row({ item, onPress }: { item: MarginItem & { kind: 'fact' }; onPress: (event: MouseEvent) => void }) {
  const { fact } = item;
  const quote = fact.kind === 'quote';
  return (
    <button
      type="button"
      className="margin-item fact-row"
      data-fact={fact.id}
      draggable={quote || fact.kind === 'figure'}
      onDragStart={(event) => startFactDrag(event, fact)}
      onClick={onPress}
    >
      <FactIcon fact={fact} />
      <span className="value">
        {quote ? (fact.speaker?.name ?? fact.speaker?.text ?? 'Quotation') : factTitle(fact)}
      </span>
      <span className="about">{quote ? 'matches its source' : factNote(fact)}</span>
      <StateIcon status={fact.status} />
    </button>
  );
}

function ClosedCard({
  item,
  words,
  onPress,
}: {
  item: MarginItem & { kind: 'annotation' | 'check' };
  words: string;
  onPress: (event: MouseEvent) => void;
}) {
  const { articles } = useSession();
  if (item.kind === 'check') {
    const source = articles.find((article) => article.id === item.fact?.articleId);
    return (
      <button type="button" className="margin-item card warning" id={cardId('check', item.check.id)} onClick={onPress}>
        <span className="card-top">
          <Icon of={TriangleAlert} className={item.check.severity === 'settle' ? 's-warn' : 's-none'} />
          <b>{item.check.title}</b>
        </span>
        <span className="card-body">{item.check.detail}</span>
        <span className="card-foot">
          <span>{source ? sourceWords(source) : ''}</span>
          <span className="link">{item.check.severity === 'settle' ? 'Settle' : 'Look'}</span>
        </span>
      </button>
    );
  }
  const { annotation, fact } = item;
  return (
    <button
      type="button"
      className={`margin-item card ${annotation.resolved ? 'resolved' : ''}`}
      id={cardId('annotation', annotation.id)}
      data-note={annotation.id}
      onClick={onPress}
    >
      <span className="card-top">
        {fact ? <FactIcon fact={fact} size="m" /> : <Icon of={MessageSquare} className="s-none" />}
        <b>{words || 'Note'}</b>
        <span
          className={`card-state ${annotation.status === 'verified' ? 's-ok' : annotation.status === 'disputed' ? 's-bad' : 's-none'}`}
        >
          <StateIcon status={annotation.status} />
          <span aria-hidden="true">{annotation.resolved ? 'Resolved' : STATUS_WORDS[annotation.status]}</span>
        </span>
      </span>
      {annotation.body && <span className="card-body">{short(annotation.body, 120)}</span>}
      <span className="card-foot">
        <span>
          {annotation.author}, <span className="num">{clockWords(annotation.at)}</span>
        </span>
        {annotation.replies.length > 0 && <span>{counted(annotation.replies.length, 'reply', 'replies')}</span>}
      </span>
    </button>
  );
}

export function Margin({ items }: { items: readonly MarginItem[] }) {
  const bench = useWorkbench();
  const view = useView();
  const editor = useEditor();
  const wordsOf = useWordsOf();
  const box = useRef<HTMLUListElement>(null);
  const leader = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(box, '.margin-item', 'vertical');
  const shown = useMemo(
    () => items.filter((item) => passes(item, view.filter, view.showResolved) || item.id === view.card),
    [items, view.filter, view.showResolved, view.card],
  );
  /** What was measured last: tops in the coordinates of the scrolled sheet, heights, and the sheet's right edge. */
  const measured = useRef<{ wishes: Wish[]; pageRight: number; lineHeight: number }>({
    wishes: [],
    pageRight: 0,
    lineHeight: 18,
  });

  const write = useCallback(() => {
    const list = box.current;
    const scroll = bench.text.get().scroll;
    if (!list || !scroll) return;
    const { wishes, pageRight } = measured.current;
    const shift = scroll.scrollTop;
    const moved = wishes.map((wish) => ({ ...wish, want: wish.want - shift }));
    const open = bench.view.get().card;
    const tops = align(moved, open, list.clientHeight);
    for (const element of list.querySelectorAll<HTMLElement>(':scope > li')) {
      const top = tops.get(element.dataset['item'] ?? '');
      element.hidden = top === undefined;
      if (top !== undefined) element.style.transform = `translateY(${Math.round(top)}px)`;
    }
    const line = leader.current;
    const opened = moved.find((wish) => wish.id === open);
    if (!line) return;
    const inSight = opened && opened.want + RISE.card > 0 && opened.want + RISE.card < list.clientHeight;
    line.hidden = !inSight;
    if (!opened || !inSight) return;
    const at = list.getBoundingClientRect();
    line.style.left = `${pageRight}px`;
    line.style.width = `${Math.max(0, at.left + 12 - pageRight)}px`;
    line.style.top = `${Math.round(at.top + opened.want + RISE.card + 9)}px`;
  }, [bench]);

  const measure = useCallback(() => {
    const list = box.current;
    const scroll = bench.text.get().scroll;
    if (!list || !scroll || !editor) return;
    const origin = list.getBoundingClientRect().top - scroll.scrollTop;
    const size = editor.snapshot().doc.content.size;
    const tops = editor.topsOf(shown.map((item) => Math.min(item.from, size)));
    const heights = new Map(
      [...list.querySelectorAll<HTMLElement>(':scope > li')].map((li) => [li.dataset['item'], li.offsetHeight]),
    );
    measured.current = {
      wishes: shown.flatMap((item, index) => {
        const top = tops[index];
        if (top === null || top === undefined) return [];
        const row = item.kind === 'fact';
        const want = top - origin - (row ? RISE.row : RISE.card);
        return [{ id: item.id, want, height: heights.get(item.id) ?? 25, row }];
      }),
      pageRight: scroll.querySelector('.sheet')?.getBoundingClientRect().right ?? 0,
      lineHeight: 18,
    };
    write();
  }, [bench, editor, shown, write]);

  // An opened card is measured at once, so that it never flashes at the wrong height; the rest waits for a pause.
  useLayoutEffect(() => {
    measure();
  }, [measure, view.card, view.zoom, view.panes]);
  useEffect(() => {
    const scroll = bench.text.get().scroll;
    if (!scroll || !editor) return;
    let frame = 0;
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(measure);
      }, SETTLE);
    };
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(write);
    };
    const sizes = new ResizeObserver(soon);
    sizes.observe(scroll);
    const sheet = scroll.querySelector('.sheet');
    if (sheet) sizes.observe(sheet);
    // Cards grow and shrink with their own fields (a longer note, a reply).
    for (const li of box.current?.children ?? []) sizes.observe(li);
    scroll.addEventListener('scroll', scrolled, { passive: true });
    const stop = editor.subscribe(soon);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      sizes.disconnect();
      scroll.removeEventListener('scroll', scrolled);
      stop();
    };
  }, [bench, editor, measure, write]);

  function press(item: MarginItem) {
    return (event: MouseEvent) => {
      if (item.kind === 'fact') {
        bench.showFact(item.fact.id);
        editor?.reveal({ pos: item.from });
      } else bench.openCard(item.id, event.detail === 0);
    };
  }
  const close = () => {
    bench.view.set({ card: null });
    editor?.focus();
  };
  /** The pane itself never scrolls: what the focus goes to is brought in sight by scrolling the text. */
  function keepInSight(target: Element): void {
    const list = box.current;
    const scroll = bench.text.get().scroll;
    if (!list || !scroll) return;
    list.scrollTop = 0;
    const at = target.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (at.top < frame.top || at.bottom > frame.bottom) {
      if (at.height < frame.height) scroll.scrollTop += at.top - frame.top - frame.height / 3;
    }
  }

  return (
    <>
      <ul
        ref={box}
        className="margin"
        aria-label="In the order of the text"
        onKeyDown={(event) => {
          if (event.target instanceof Element && event.target.closest('.card.open')) return;
          if (event.key === 'Escape') editor?.focus();
          else onKeyDown(event);
        }}
        onFocus={(event) => {
          if (event.target.matches('.margin-item')) keepInSight(event.target);
        }}
      >
        {shown.map((item) => (
          <li key={item.id} data-item={item.id} className={item.id === view.card ? 'is-open' : ''}>
            {item.kind === 'fact' && <Row item={item} onPress={press(item)} />}
            {item.kind !== 'fact' && item.id !== view.card && (
              <ClosedCard item={item} words={wordsOf(item)} onPress={press(item)} />
            )}
            {item.kind === 'annotation' && item.id === view.card && (
              <AnnotationCard annotation={item.annotation} fact={item.fact} words={wordsOf(item)} onClose={close} />
            )}
            {item.kind === 'check' && item.id === view.card && (
              <CheckCard check={item.check} fact={item.fact} onClose={close} />
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="empty margin-empty">
          {view.filter === 'all'
            ? 'Nothing stands beside the text yet.'
            : view.filter === 'warnings'
              ? 'Nothing to settle beside the text.'
              : `No ${view.filter} in the briefing.`}{' '}
          {view.filter !== 'all' && (
            <button type="button" className="link" onClick={() => bench.view.set({ filter: 'all' })}>
              Show all
            </button>
          )}
        </p>
      )}
      <div ref={leader} className="leader" hidden aria-hidden="true" />
    </>
  );
}
