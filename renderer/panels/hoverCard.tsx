// HoverCards: source, date and exact words of what the pointer or the focus rests on; never the only way to them.
import { useEffect, useRef, useState } from 'react';
import { paragraphCounter } from '../../shared/briefing/queries.ts';
import type { Box } from '../editor/editor.ts';
import { correctionWords, normalised, usedWords } from './factWords.ts';
import { floatBeside } from './floatBeside.ts';
import { placeWords } from './sourceParagraph.tsx';
import { useSession, useView, useWorkbench } from './use.ts';
import { factNote, short } from './words.ts';

/** Rest of the pointer, or of the focus, before a card shows; and how long it stays when left, in milliseconds. */
const REST = 600;
const STAY = 200;

/** What has a card: traced words and citations of the page, facts in a source. */
const HAS_CARD = '.briefing-text [data-fact], .briefing-text .citation, .article-scroll mark.fact';

interface Shown {
  /** Null for a citation of a source as a whole. */
  readonly factId: string | null;
  /** The words of the footnote, for a citation. */
  readonly note: string | null;
  readonly box: Box;
  /** In the source one sees the words: there the card says what was read. */
  readonly inSource: boolean;
}

function shownFor(element: Element | null): Shown | null {
  const found = element?.closest<HTMLElement>(HAS_CARD);
  if (!found) return null;
  const cites = found.matches('.citation');
  const factId = (cites ? found.dataset['factid'] : found.dataset['fact']) ?? null;
  const note = cites ? (found.getAttribute('aria-label')?.replace('Footnote: ', '') ?? null) : null;
  return { factId, note, box: found.getBoundingClientRect(), inSource: found.matches('mark.fact') };
}

export function HoverCards() {
  const bench = useWorkbench();
  const { facts, articles } = useSession();
  const { peek, dialog } = useView();
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer = 0;
    /** The caret came by a key that moves it, not by typing. */
    let moving = false;
    /** Where it stands is looked up when it is shown: the page may have been scrolled meanwhile. */
    const later = (next: () => Shown | null, after: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setShown(next()), after);
    };
    const over = (event: PointerEvent) => {
      if (event.buttons !== 0 || !(event.target instanceof Element)) return;
      if (box.current?.contains(event.target)) return clearTimeout(timer);
      const { target } = event;
      later(() => shownFor(target), shownFor(target) ? REST : STAY);
    };
    const gone = () => {
      clearTimeout(timer);
      setShown(null);
    };
    // What waits to be shown goes on waiting: the pointer rests still.
    const scrolled = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setShown(null);
    };
    const focus = (event: FocusEvent) => {
      const { target } = event;
      if (target instanceof Element && target.matches('mark.fact:focus-visible')) later(() => shownFor(target), REST);
    };
    const key = (event: KeyboardEvent) => {
      moving = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End';
      // Esc puts the card away, and any other key goes on with the work.
      gone();
    };
    const caret = () => {
      const editor = bench.text.get().editor;
      if (!moving || !editor || !document.activeElement?.closest('.briefing-text')) return;
      const { factAtCaret, caret: pos, selectionEmpty } = editor.snapshot();
      const citation = editor.citationHere()?.factId ?? null;
      const factId = citation ?? (selectionEmpty ? factAtCaret : null);
      later(
        () => {
          const at = factId === null ? null : editor.boxOf(pos);
          return factId && at ? { factId, note: null, box: at, inSource: false } : null;
        },
        factId === null ? 0 : REST,
      );
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('pointerdown', gone, true);
    document.addEventListener('dragstart', gone, true);
    document.addEventListener('scroll', scrolled, true);
    document.addEventListener('focusin', focus);
    document.addEventListener('keydown', key, true);
    document.addEventListener('selectionchange', caret);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerdown', gone, true);
      document.removeEventListener('dragstart', gone, true);
      document.removeEventListener('scroll', scrolled, true);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('selectionchange', caret);
    };
  }, [bench]);

  const fact = peek || dialog ? undefined : facts.find((one) => one.id === shown?.factId);
  useEffect(() => {
    const card = box.current;
    if (!card || !shown) return;
    card.showPopover();
    floatBeside(card, shown.box);
  }, [shown, fact]);

  if (!shown || peek || dialog) return null;
  if (!fact) {
    if (shown.note === null) return null;
    return (
      <div ref={box} className="hover-card" role="tooltip" popover="manual">
        <p className="hover-place">{shown.note}</p>
      </div>
    );
  }
  const article = articles.find((one) => one.id === fact.articleId);
  const { exact } = fact.evidence.quote;
  const number = article ? paragraphCounter(article.text)(fact.start) : null;
  const lines = shown.inSource
    ? [
        normalised(fact),
        factNote(fact),
        fact.kind === 'name' ? null : usedWords(bench.usesOf(fact.id).length),
        fact.kind === 'name' ? null : `Marked ${fact.status}`,
      ]
    : [normalised(fact)];
  return (
    <div ref={box} className="hover-card" role="tooltip" popover="manual">
      {!shown.inSource && (
        <p className="hover-words" lang={article?.language} dir="auto">
          {fact.kind === 'quote' ? `“${short(exact, 260)}”` : exact}
        </p>
      )}
      <p className="hover-place">{shown.inSource ? `Paragraph ${number ?? '?'}` : placeWords(fact, article)}</p>
      {[...lines, correctionWords(fact)]
        .filter((words): words is string => words !== null && words !== '')
        .map((words) => (
          <p key={words}>{words}</p>
        ))}
    </div>
  );
}
