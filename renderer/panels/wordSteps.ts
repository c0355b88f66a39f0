// WordSteps: selecting words of a source by keys: word by word, from paragraph to paragraph, longer and shorter.
import type { Span } from '../../shared/text/span.ts';

/** A selection with its moving end. */
export interface Picked {
  readonly anchor: number;
  readonly focus: number;
}

const isSpace = (char: string): boolean => /\s/u.test(char);

/** The end of the word at `at`, or of the next when it stands behind one. */
export function wordEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && isSpace(text.charAt(to))) to++;
  while (to < text.length && !isSpace(text.charAt(to))) to++;
  return to;
}

/** The start of the word at `at`, or of the one before when it stands at a start. */
export function wordStart(text: string, at: number): number {
  let to = at;
  while (to > 0 && isSpace(text.charAt(to - 1))) to--;
  while (to > 0 && !isSpace(text.charAt(to - 1))) to--;
  return to;
}

function wordAt(text: string, at: number): Picked {
  const end = wordEnd(text, at);
  return { anchor: wordStart(text, end), focus: end };
}

/**
 * What a key makes of the selection. With Shift (`extend`) its moving end goes on: left and right by a word, up and down to
 * the paragraph's ends. Without, another word is selected: the next, the one before, the first of another paragraph. Null
 * for other keys, and at the ends of the text.
 */
export function stepWords(
  text: string,
  paragraphs: readonly Span[],
  { anchor, focus }: Picked,
  key: string,
  extend: boolean,
): Picked | null {
  const at = paragraphs.findLastIndex((span) => span.start <= focus);
  const here = paragraphs[Math.max(at, 0)];
  if (!here) return null;
  if (extend) {
    const to =
      key === 'ArrowRight'
        ? wordEnd(text, focus)
        : key === 'ArrowLeft'
          ? wordStart(text, focus)
          : key === 'ArrowDown'
            ? focus < here.end
              ? here.end
              : (paragraphs[at + 1]?.end ?? focus)
            : key === 'ArrowUp'
              ? focus > here.start
                ? here.start
                : (paragraphs[at - 1]?.start ?? focus)
              : focus;
    return to === focus ? null : { anchor, focus: to };
  }
  const [low, high] = [Math.min(anchor, focus), Math.max(anchor, focus)];
  if (key === 'ArrowRight') return wordEnd(text, high) > high ? wordAt(text, high) : null;
  if (key === 'ArrowLeft') {
    const start = wordStart(text, low);
    return start < low ? { anchor: start, focus: wordEnd(text, start) } : null;
  }
  const next = key === 'ArrowDown' ? paragraphs[at + 1] : key === 'ArrowUp' ? paragraphs[at - 1] : undefined;
  return next ? wordAt(text, next.start) : null;
}

/** Moves one end of a span by a word, the span keeping at least one. */
export function nudge(text: string, span: Span, edge: 'start' | 'end', step: 1 | -1): Span {
  if (edge === 'start') {
    const start = step < 0 ? wordStart(text, span.start) : wordStart(text, wordEnd(text, wordEnd(text, span.start)));
    return start < span.end ? { ...span, start } : span;
  }
  const end = step > 0 ? wordEnd(text, span.end) : wordEnd(text, wordStart(text, wordStart(text, span.end)));
  const shorter = step < 0 ? Math.min(end, lastEnd(text, wordStart(text, span.end))) : end;
  return shorter > span.start ? { ...span, end: shorter } : span;
}

/** The end of the words before `at`. */
function lastEnd(text: string, at: number): number {
  let to = at;
  while (to > 0 && isSpace(text.charAt(to - 1))) to--;
  return to;
}
