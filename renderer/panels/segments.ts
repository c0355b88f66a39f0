// Segments: one paragraph of an article cut into plain text and facts, nested where a figure stands inside a quote.
import type { Span } from '../../shared/text/span.ts';
import type { Fact } from '../../shared/facts/fact.ts';

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Null for plain text. */
  readonly fact: Fact | null;
  /** Pieces inside a fact; empty for plain text. */
  readonly inside: readonly Piece[];
}

export interface Stretch extends Span {
  readonly fact: Fact;
}

/** The stretches of a fact in the text: a quote has one for each piece of its content. */
export function stretchesOf(fact: Fact): readonly Stretch[] {
  return fact.kind === 'quote'
    ? fact.spans.map(([start, end]) => ({ start, end, fact }))
    : [{ start: fact.start, end: fact.end, fact }];
}

/** The stretches of all facts in the order of the text, longer ones first where they begin together. */
export function stretches(facts: readonly Fact[]): readonly Stretch[] {
  return facts.flatMap(stretchesOf).sort((a, b) => a.start - b.start || b.end - a.end);
}

function cut(span: Span, list: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  let at = span.start;
  const plain = (to: number) => {
    if (to > at) pieces.push({ start: at, end: to, fact: null, inside: [] });
    at = Math.max(at, to);
  };
  for (let i = 0; i < list.length; i++) {
    const outer = list[i];
    if (!outer || outer.end <= at) continue;
    const start = Math.max(outer.start, at);
    const end = Math.min(outer.end, span.end);
    if (end <= start) continue;
    plain(start);
    // What begins inside belongs inside; the part of it that sticks out is cut off, never drawn twice.
    const inner: Stretch[] = [];
    while (i + 1 < list.length && (list[i + 1]?.start ?? Infinity) < end) inner.push(list[++i] as Stretch);
    pieces.push({ start, end, fact: outer.fact, inside: cut({ start, end }, inner) });
    at = end;
  }
  plain(span.end);
  return pieces;
}

/** The paragraph `span` cut by those of `sorted` (of `stretches`) that reach into it. The pieces cover it without a gap. */
export function segments(span: Span, sorted: readonly Stretch[]): readonly Piece[] {
  return cut(
    span,
    sorted.filter((stretch) => stretch.start < span.end && stretch.end > span.start && stretch.end > stretch.start),
  );
}

/** The quote that fills most of a paragraph, which then gets a rule beside it instead of a tint. */
export function blockQuote(span: Span, sorted: readonly Stretch[]): Fact | null {
  for (const { start, end, fact } of sorted) {
    if (fact.kind !== 'quote') continue;
    const covered = Math.min(end, span.end) - Math.max(start, span.start);
    if (covered > 0.6 * (span.end - span.start)) return fact;
  }
  return null;
}
