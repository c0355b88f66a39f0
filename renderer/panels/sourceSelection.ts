// SourceSelection: what is selected in the text of a source, as offsets in the article, and offsets as a selection.
import type { Span } from '../../shared/text/span.ts';
import type { Picked } from './wordSteps.ts';

/** The paragraphs of `box`, as ArticleText draws them: their text is the article's, character by character. */
function drawn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('p[data-number]')];
}

function offsetOf(box: HTMLElement, paragraphs: readonly Span[], node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('p[data-number]');
  const span = paragraph && box.contains(paragraph) ? paragraphs[Number(paragraph.dataset['number']) - 1] : undefined;
  if (!paragraph || !span) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return span.start + before.toString().length;
}

/** What is selected within `box`; null when nothing is, or it lies elsewhere. */
export function pickedIn(box: HTMLElement, paragraphs: readonly Span[]): Picked | null {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = offsetOf(box, paragraphs, selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(box, paragraphs, selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { anchor, focus };
}

function placeOf(box: HTMLElement, paragraphs: readonly Span[], offset: number): readonly [Node, number] | null {
  const index = Math.max(
    0,
    paragraphs.findLastIndex((span) => span.start <= offset),
  );
  const paragraph = drawn(box)[index];
  const span = paragraphs[index];
  if (!paragraph || !span) return null;
  let left = Math.min(offset, span.end) - span.start;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [paragraph, paragraph.childNodes.length];
}

/** Selects it in `box`, and brings its moving end into sight. */
export function pick(box: HTMLElement, paragraphs: readonly Span[], { anchor, focus }: Picked): void {
  const from = placeOf(box, paragraphs, anchor);
  const to = placeOf(box, paragraphs, focus);
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  const range = document.createRange();
  range.setStart(to[0], to[1]);
  const at = range.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  if (at.top < seen.top + 8) box.scrollTop += at.top - seen.top - 48;
  else if (at.bottom > seen.bottom - 56) box.scrollTop += at.bottom - seen.bottom + 96;
}
