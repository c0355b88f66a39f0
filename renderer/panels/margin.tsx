// Margin: facts, notes and warnings beside their words; a row when nothing is to be done, a card when there is something to read.
import { memo, useCallback, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { Icon } from '../ui/icon.tsx';
import { MessageSquare, TriangleAlert } from '../ui/icons.ts';
import { useRoving } from '../ui/roving.ts';
import { align, crowded, FOLDED, type Wish } from './align.ts';
import { AnnotationCard } from './annotationCard.tsx';
import { startFactDrag } from './articleText.tsx';
import { CheckCard } from './checkCard.tsx';
import { detailOf } from './checkWays.ts';
import { FactIcon, StateIcon } from './factIcon.tsx';
import { GradeMark } from './grade.tsx';
import { groupNotes, isOpen, openNote, passes, sameItem, type MarginItem, type ShownItem } from './marginItems.ts';
import { keepsNote, tagWords } from './noteFilter.ts';
import { useEditor, useSession, useTextLater, useView, useWorkbench } from './use.ts';
import { placeItems, useBesideText } from './useBesideText.ts';
import { clockWords, counted, factNote, factTitle, short, sourceWords, STATUS_WORDS } from './words.ts';

/** How far above its words an item begins: first lines share a baseline. */
const RISE = { row: 4, card: 9 } as const;
/** Of several notes on the same words, how many their closed card tells. */
const MOST_BODIES = 3;

export function cardId(kind: string, id: string): string {
  return `card-${kind}-${id}`;
}

/** Words of the text that an item stands beside. */
function useWordsOf(): (item: ShownItem) => string {
  const doc = useTextLater()?.doc;
  return (item) => (doc && item.to <= doc.content.size ? short(doc.textBetween(item.from, item.to, ' '), 60) : '');
}

function Row({ item, onPress }: { item: ShownItem & { kind: 'fact' }; onPress: (event: MouseEvent) => void }) {
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
      <span className="about">
        {item.accepted
          ? `differs, accepted: ${item.accepted.acceptance.reason}`
          : quote
            ? 'matches its source'
            : factNote(fact)}
      </span>
      <span className="row-state">
        {fact.credibility && <GradeMark fact={fact} />}
        <StateIcon status={fact.status} />
      </span>
    </button>
  );
}

function ClosedCard({
  item,
  words,
  onPress,
}: {
  item: Exclude<ShownItem, { kind: 'fact' }>;
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
        <span className="card-body">{detailOf(item.check)}</span>
        <span className="card-foot">
          <span>{source ? sourceWords(source) : ''}</span>
          <span className="link">{item.check.severity === 'settle' ? 'Settle' : 'Look'}</span>
        </span>
      </button>
    );
  }
  const { notes, fact } = item;
  const [first, ...more] = notes;
  if (!first) return null;
  // Of several the one that needs most attention tells the state.
  const told =
    notes.find((note) => note.status === 'disputed') ?? notes.find((note) => note.status !== 'verified') ?? first;
  const replies = notes.reduce((sum, note) => sum + note.replies.length, 0);
  const tags = [...new Set(notes.flatMap((note) => note.tags))];
  return (
    <button
      type="button"
      className={`margin-item card ${notes.every((note) => note.resolved) ? 'resolved' : ''}`}
      id={cardId('annotation', first.id)}
      data-note={first.id}
      data-notes={notes.map(({ id }) => id).join(' ')}
      onClick={onPress}
    >
      <span className="card-top">
        {fact ? <FactIcon fact={fact} size="m" /> : <Icon of={MessageSquare} className="s-none" />}
        <b>{words || 'Note'}</b>
        <span className="about when-folded">{short(first.body, 60)}</span>
        {more.length > 0 && <span className="count">{counted(notes.length, 'note')}</span>}
        <span
          className={`card-state ${told.status === 'verified' ? 's-ok' : told.status === 'disputed' ? 's-bad' : 's-none'}`}
        >
          {fact?.credibility && <GradeMark fact={fact} />}
          <StateIcon status={told.status} />
          <span aria-hidden="true" className="unless-folded">
            {first.resolved ? 'Resolved' : STATUS_WORDS[told.status]}
          </span>
        </span>
      </span>
      {notes.slice(0, MOST_BODIES).map(
        (note) =>
          note.body && (
            <span className="card-body" key={note.id}>
              {short(note.body, more.length > 0 ? 90 : 120)}
            </span>
          ),
      )}
      {notes.length > MOST_BODIES && <span className="card-body s-none">and {notes.length - MOST_BODIES} more</span>}
      <span className="card-foot">
        <span>
          {first.author}, <span className="num">{clockWords(first.at)}</span>
        </span>
        {replies > 0 && <span>{counted(replies, 'reply', 'replies')}</span>}
        {tags.length > 0 && <span className="card-tags">{tags.map(tagWords).join(', ')}</span>}
      </span>
    </button>
  );
}

/** Drawn again only when it shows something else: most keys move all of them and change none. */
const Closed = memo(
  function Closed({
    item,
    words,
    onPress,
  }: {
    item: ShownItem;
    words: string;
    onPress: (id: string, event: MouseEvent) => void;
  }) {
    const own = { onPress: (event: MouseEvent) => onPress(item.id, event) };
    return item.kind === 'fact' ? <Row item={item} {...own} /> : <ClosedCard item={item} words={words} {...own} />;
  },
  (a, b) => a.words === b.words && a.onPress === b.onPress && sameItem(a.item, b.item),
);

export function Margin({ items }: { items: readonly MarginItem[] }) {
  const bench = useWorkbench();
  const view = useView();
  const editor = useEditor();
  const wordsOf = useWordsOf();
  const { settings, user } = useSession();
  const me = settings?.author ?? user.author;
  const box = useRef<HTMLUListElement>(null);
  const leader = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(box, '.margin-item', 'vertical');
  const shown = useMemo(
    () =>
      groupNotes(
        items.filter(
          (item) =>
            item.id === view.card ||
            (passes(item, view.filter, view.showResolved) &&
              // Whose notes, and which, is asked only where notes alone are shown.
              (item.kind !== 'annotation' || view.filter !== 'notes' || keepsNote(item.annotation, view.notes, me))),
        ),
      ),
    [items, view.filter, view.showResolved, view.card, view.notes, me],
  );
  /** What was measured last: tops in the coordinates of the scrolled sheet, heights, and the sheet's right edge. */
  const measured = useRef<{ wishes: Wish[]; open: string | null; pageRight: number }>({
    wishes: [],
    open: null,
    pageRight: 0,
  });

  /** Heights of the cards as they are unfolded, with what they showed then. */
  const sizes = useRef(new WeakMap<Element, { readonly shown: string; readonly height: number }>());

  const write = useCallback(() => {
    const list = box.current;
    const scroll = bench.text.get().scroll;
    if (!list || !scroll) return;
    const { wishes, pageRight } = measured.current;
    const shift = scroll.scrollTop;
    const moved = wishes.map((wish) => ({ ...wish, want: wish.want - shift }));
    const { open } = measured.current;
    placeItems(list, align(moved, open, list.clientHeight));
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
    const places = [...list.querySelectorAll<HTMLElement>(':scope > li')];
    // A folded card is measured as the card it would be, so that it opens again when there is room; once, while it is the same.
    const width = list.clientWidth;
    const shownIn = (li: HTMLElement): string => `${width} ${li.textContent}`;
    // An open card grows with what is written in it, of which its text does not tell.
    const unknown = places.filter(
      (li) => li.classList.contains('is-open') || sizes.current.get(li)?.shown !== shownIn(li),
    );
    for (const li of unknown) delete li.dataset['folded'];
    for (const li of unknown) {
      const words = li.classList.contains('is-open') ? '' : shownIn(li);
      sizes.current.set(li, { shown: words, height: li.offsetHeight });
    }
    const heights = new Map(places.map((li) => [li.dataset['item'], sizes.current.get(li)?.height]));
    const wishes = shown.flatMap((item, index): Wish[] => {
      const top = tops[index];
      if (top === null || top === undefined) return [];
      const row = item.kind === 'fact';
      const want = top - origin - (row ? RISE.row : RISE.card);
      return [{ id: item.id, want, height: heights.get(item.id) ?? FOLDED, row }];
    });
    const { card } = bench.view.get();
    const open = shown.find((item) => isOpen(item, card))?.id ?? null;
    const folded = crowded(wishes, open);
    for (const li of places) {
      const folds = folded.has(li.dataset['item'] ?? '');
      if (folds !== (li.dataset['folded'] !== undefined)) {
        if (folds) li.dataset['folded'] = '';
        else delete li.dataset['folded'];
      }
    }
    measured.current = {
      wishes: wishes.map((wish) =>
        folded.has(wish.id) ? { ...wish, want: wish.want + RISE.card - RISE.row, height: FOLDED, row: true } : wish,
      ),
      open,
      pageRight: scroll.querySelector('.sheet')?.getBoundingClientRect().right ?? 0,
    };
    write();
  }, [bench, editor, shown, write]);

  // An opened card is measured at once, so that it never flashes at the wrong height; the rest waits for a pause.
  useLayoutEffect(() => {
    now.current = shown;
    measure();
  }, [shown, measure, view.card, view.zoom, view.panes]);
  useBesideText(box, measure, write);

  const now = useRef(shown);
  const press = useCallback(
    (id: string, event: MouseEvent) => {
      const item = now.current.find((one) => one.id === id);
      if (item?.kind === 'fact') {
        bench.leave();
        bench.showFact(item.fact.id);
        editor?.reveal({ pos: item.from });
      } else bench.openCard(id, event.detail === 0);
    },
    [bench, editor],
  );
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
        {shown.map((item) => {
          const open = isOpen(item, view.card);
          const note = openNote(item, view.card);
          return (
            <li key={item.id} data-item={item.id} className={open ? 'is-open' : ''}>
              {(!open || item.kind === 'fact') && (
                <Closed item={item} words={item.kind === 'notes' ? wordsOf(item) : ''} onPress={press} />
              )}
              {item.kind === 'notes' && note && (
                <AnnotationCard
                  key={note.id}
                  annotation={note}
                  among={item.notes}
                  fact={item.fact}
                  words={wordsOf(item)}
                  onClose={close}
                />
              )}
              {item.kind === 'check' && open && <CheckCard check={item.check} fact={item.fact} onClose={close} />}
            </li>
          );
        })}
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
