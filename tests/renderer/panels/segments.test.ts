// Segments: the pieces of a paragraph are its text, whole and in order, whatever facts overlap in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockQuote, segments, stretches, type Piece } from '../../../renderer/panels/segments.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { SEED } from '../../arbitraries.ts';
import { article, figureOf, quoteOf } from '../../records.ts';

function written(pieces: readonly Piece[], text: string): string {
  return pieces
    .map((piece) => (piece.inside.length > 0 ? written(piece.inside, text) : text.slice(piece.start, piece.end)))
    .join('');
}

describe('segments', () => {
  const text = 'She said: “The yard built 40 boats in 2030, and no more.” That was all.';
  const source = article(text);
  const quote = quoteOf(source, 'The yard built 40 boats in 2030, and no more.');
  const figure = figureOf(source, '40 boats');

  it('nests a figure in the quote around it', () => {
    const pieces = segments({ start: 0, end: text.length }, stretches([figure, quote]));
    expect(pieces.map((piece) => piece.fact?.id ?? null)).toEqual([null, quote.id, null]);
    expect(pieces[1]?.inside.map((piece) => piece.fact?.id ?? null)).toEqual([null, figure.id, null]);
    expect(written(pieces, text)).toBe(text);
  });

  it('covers each paragraph with its own text, for any facts', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 })), { maxLength: 12 });
    fc.assert(
      fc.property(spans, fc.nat(30), fc.integer({ min: 1, max: 40 }), (list, start, length) => {
        const facts = list.map(([from, size], index): Fact => ({
          ...figure,
          id: `f${index}`,
          start: from,
          end: from + size,
        }));
        const span = { start, end: Math.min(text.length, start + length) };
        expect(written(segments(span, stretches(facts)), text)).toBe(text.slice(span.start, span.end));
      }),
      SEED,
    );
  });

  it('tells a quote that fills its paragraph from one within it', () => {
    const words = '“The yard built 40 boats in 2030.”';
    const alone = article(words);
    const whole = quoteOf(alone, 'The yard built 40 boats in 2030.');
    expect(blockQuote({ start: 0, end: words.length }, stretches([whole]))?.id).toBe(whole.id);
    const long = article(`${'The town waited for news all week. '.repeat(4)}“Soon,” she said.`);
    expect(blockQuote({ start: 0, end: long.text.length }, stretches([quoteOf(long, 'Soon,')]))).toBeNull();
  });
});
