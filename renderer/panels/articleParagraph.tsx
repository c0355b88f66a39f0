// ArticleParagraph: one paragraph of a source with its facts marked; drawn again only when something in it has changed.
import { memo } from 'react';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Span } from '../../shared/text/span.ts';
import { formsOf } from '../editor/editor.ts';
import { blockQuote, segments, type Piece, type Stretch } from './segments.ts';

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
        draggable={formsOf(fact.kind).length > 0}
      >
        {piece.inside.length > 0 ? <Pieces pieces={piece.inside} text={text} hit={hit} block={block} /> : words}
      </mark>
    );
  });
}

interface Props {
  readonly text: string;
  readonly span: Span;
  /** From 1. */
  readonly number: number;
  /** The stretches of facts that reach into it, in order. */
  readonly within: readonly Stretch[];
  /** Id of the fact that is shown, when it reaches into it. */
  readonly hit: string | null;
}

function same(before: Props, after: Props): boolean {
  return (
    before.text === after.text &&
    before.span === after.span &&
    before.hit === after.hit &&
    before.within.length === after.within.length &&
    before.within.every((stretch, index) => {
      const other = after.within[index];
      return stretch.fact === other?.fact && stretch.start === other.start && stretch.end === other.end;
    })
  );
}

/** In a long source of many facts the others stay as they are drawn: a fact that is shown or judged costs one paragraph. */
export const ArticleParagraph = memo(function ArticleParagraph({ text, span, number, within, hit }: Props) {
  const block = blockQuote(span, within);
  return (
    <p className={`${block ? 'quoted' : ''} ${block && block.id === hit ? 'hit' : ''}`} data-number={number}>
      <Pieces pieces={segments(span, within)} text={text} hit={hit} block={block?.id ?? null} />
    </p>
  );
}, same);

const NONE: readonly Stretch[] = [];

/** The stretches of each paragraph, by its index; `sorted` and `paragraphs` are in the order of the text. */
export function byParagraph(
  paragraphs: readonly Span[],
  sorted: readonly Stretch[],
): (index: number) => readonly Stretch[] {
  const lists = new Map<number, Stretch[]>();
  let first = 0;
  for (const stretch of sorted) {
    while (first < paragraphs.length && (paragraphs[first]?.end ?? 0) <= stretch.start) first++;
    for (let index = first; (paragraphs[index]?.start ?? Infinity) < stretch.end; index++) {
      const list = lists.get(index);
      if (list) list.push(stretch);
      else lists.set(index, [stretch]);
    }
  }
  return (index) => lists.get(index) ?? NONE;
}

export function shownIn(fact: Fact | undefined, span: Span): boolean {
  return fact !== undefined && fact.start < span.end && fact.end > span.start;
}
