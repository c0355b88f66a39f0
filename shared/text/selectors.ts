// Selectors: a stretch of a text written down so that it can be found again (W3C Web Annotation position and quote selectors).
import { foldedPlaces, unfold } from './matchQuote.ts';
import { fold, type Folded } from './normalize.ts';
import { sliceSpan, type Span } from './span.ts';

export interface Selector {
  readonly position: Span;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

/** Length of prefix and suffix in code units, as hypothesis/client takes it. */
const CONTEXT = 32;
/** One side alone says where words stand only when it has this much to say. */
const CONTEXT_OF_ONE_SIDE = 8;
/** Words without any of their context are the same words only when they are as long as a context would be. */
const WORDS_ALONE = CONTEXT;

/** Writes down the place of `span` in `text`. Throws RangeError when the span is not within the text. */
export function describe(text: string, span: Span): Selector {
  if (!(0 <= span.start && span.start <= span.end && span.end <= text.length)) {
    throw new RangeError(`The span ${span.start} to ${span.end} is not within a text of ${text.length} characters.`);
  }
  return {
    position: { start: span.start, end: span.end },
    quote: {
      exact: sliceSpan(text, span),
      prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
      suffix: text.slice(span.end, span.end + CONTEXT),
    },
  };
}

/** The places of `exact` in `text` (folded: `source`) that have `prefix` before and `suffix` after them. */
function placesOf(text: string, source: Folded, prefix: string, exact: string, suffix: string): Span[] {
  // Folded as one piece: a run of spaces may lie across the border of prefix and exact.
  const whole = fold(prefix + exact + suffix);
  const from = whole.offsets.findIndex((offset) => offset >= prefix.length);
  const end = prefix.length + exact.length;
  const to = whole.offsets.findIndex((offset) => offset >= end);
  if (from >= to) return [];
  const words = fold(exact).text.trim();
  return (
    foldedPlaces(source, whole.text)
      .map((place) => unfold(source, { from: place.from + from, to: place.from + to }))
      // The border may lie within what folding makes one (a letter and its accent): then the place holds more than `exact`.
      .filter((span) => fold(sliceSpan(text, span)).text.trim() === words)
  );
}

/** The one span of the list; null when there is none, or more than one. */
function only(spans: readonly Span[]): Span | null {
  const first = spans[0];
  if (!first) return null;
  return spans.every((span) => span.start === first.start && span.end === first.end) ? first : null;
}

/**
 * Finds the selector's words in `text`, exact after folding: at their own place when words and context stand there
 * unchanged; else with both contexts; else with one; else, long words only, alone. The first of these that has any place
 * decides: exactly one place is the answer, several are null. Never a likeness, never the nearest (product.md, Rules).
 */
export function anchor(text: string, selector: Selector): Span | null {
  const { exact, prefix, suffix } = selector.quote;
  const { start, end } = selector.position;
  if (
    text.slice(start, end) === exact &&
    end - start === exact.length &&
    text.slice(Math.max(0, start - prefix.length), start) === prefix &&
    text.startsWith(suffix, end)
  ) {
    return { start, end };
  }
  if (exact.trim() === '') return null;
  const source = fold(text);

  const inContext = placesOf(text, source, prefix, exact, suffix);
  const contextLength = prefix.trim().length + suffix.trim().length;
  if (inContext.length > 0 && contextLength >= CONTEXT_OF_ONE_SIDE) return only(inContext);

  const oneSided = [
    ...(prefix.trim().length >= CONTEXT_OF_ONE_SIDE ? placesOf(text, source, prefix, exact, '') : []),
    ...(suffix.trim().length >= CONTEXT_OF_ONE_SIDE ? placesOf(text, source, '', exact, suffix) : []),
  ];
  if (oneSided.length > 0) return only(oneSided);

  return exact.trim().length >= WORDS_ALONE ? only(placesOf(text, source, '', exact, '')) : null;
}
