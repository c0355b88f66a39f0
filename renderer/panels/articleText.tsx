// ArticleText: the frozen text of a source, paragraph by paragraph, with its facts marked by kind.
import { useLayoutEffect, useMemo, useRef, type DragEvent, type MouseEvent } from 'react';
import type { Article } from '../../shared/article/article.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { paragraphs } from '../../shared/text/sentences.ts';
import { useRoving } from '../ui/roving.ts';
import { FACT_TYPE, type InsertForm } from '../editor/editor.ts';
import type { Shade } from '../view.ts';
import { blockQuote, segments, stretches, type Piece } from './segments.ts';
import { useView, useWorkbench } from './use.ts';

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

function Pieces({
  pieces,
  text,
  hit,
  block,
}: {
  pieces: readonly Piece[];
  text: string;
  hit: string | null;
  block: string | null;
}) {
  return pieces.map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const { fact } = piece;
    if (!fact) return words;
    return (
      <mark
        key={piece.start}
        className={`fact ${fact.kind} ${fact.id === block ? 'in-block' : ''} ${fact.id === hit ? 'hit' : ''}`}
        data-fact={fact.id}
        draggable={insertable(fact)}
      >
        {piece.inside.length > 0 ? <Pieces pieces={piece.inside} text={text} hit={hit} block={block} /> : words}
      </mark>
    );
  });
}

export function ArticleText({ article, facts }: { article: Article; facts: readonly Fact[] }) {
  const bench = useWorkbench();
  const { shades, hit } = useView();
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(box, 'mark.fact', 'both');
  const spans = useMemo(() => paragraphs(article.text), [article.text]);
  const shown = useMemo(
    () =>
      stretches(
        facts.filter((fact) => fact.articleId === article.id && (shades[shadeOf(fact)] || fact.id === hit?.factId)),
      ),
    [facts, article.id, shades, hit?.factId],
  );

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

  const factAt = (event: { target: EventTarget }): Fact | undefined => {
    const id =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-fact]')?.dataset['fact'] : null;
    return facts.find((fact) => fact.id === id);
  };
  function choose(event: MouseEvent): void {
    // A drag over the words selects them for copying; that is not a press.
    if (getSelection()?.isCollapsed === false) return;
    const fact = factAt(event);
    if (fact) bench.selectFact(fact.id);
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
        if (fact && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) bench.selectFact(fact.id);
        else onKeyDown(event);
      }}
      onDragStart={(event) => {
        const fact = factAt(event);
        if (fact && insertable(fact)) startFactDrag(event, fact);
      }}
    >
      <article className="article" lang={article.language} dir="auto">
        {spans.map((span, index) => {
          const block = blockQuote(span, shown);
          return (
            <p
              key={span.start}
              className={`${block ? 'quoted' : ''} ${block && block.id === hit?.factId ? 'hit' : ''}`}
              data-number={index + 1}
            >
              <Pieces
                pieces={segments(span, shown)}
                text={article.text}
                hit={hit?.factId ?? null}
                block={block?.id ?? null}
              />
            </p>
          );
        })}
      </article>
    </div>
  );
}
