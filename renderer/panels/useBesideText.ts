// useBesideText: when what stands beside the text is measured (after changes, in a pause), and when it is only moved (while scrolling).
import { useEffect, type RefObject } from 'react';
import { useEditor, useWorkbench } from './use.ts';

/** A pause in the changes before measuring, and how long they may go on: never in a keystroke. In milliseconds. */
const SETTLE = 160;
const LONGEST = 1000;

/** Puts each item of `list` at its top by `tops`, by the id in its `data-item`; hides those that have none. */
export function placeItems(list: HTMLElement, tops: ReadonlyMap<string, number>): void {
  for (const element of list.querySelectorAll<HTMLElement>(':scope > li')) {
    const top = tops.get(element.dataset['item'] ?? '');
    if (element.hidden !== (top === undefined)) element.hidden = top === undefined;
    // Most stay where they are: what is not written is not drawn again.
    const moved = top === undefined ? '' : `translateY(${Math.round(top)}px)`;
    if (top !== undefined && element.style.transform !== moved) element.style.transform = moved;
  }
}

/** `box` holds the elements whose own growth (a longer note, a reply) counts as a change, as its children. */
export function useBesideText(box: RefObject<HTMLElement | null>, measure: () => void, write: () => void): void {
  const bench = useWorkbench();
  const editor = useEditor();
  useEffect(() => {
    const scroll = bench.text.get().scroll;
    if (!scroll || !editor) return;
    let frame = 0;
    let timer = 0;
    let longest = 0;
    const now = () => {
      clearTimeout(timer);
      clearTimeout(longest);
      longest = 0;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(now, SETTLE);
      longest ||= window.setTimeout(now, LONGEST);
    };
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(write);
    };
    const resized = new ResizeObserver(soon);
    resized.observe(scroll);
    const sheet = scroll.querySelector('.sheet');
    if (sheet) resized.observe(sheet);
    for (const child of box.current?.children ?? []) resized.observe(child);
    scroll.addEventListener('scroll', scrolled, { passive: true });
    const stop = editor.subscribe(soon);
    return () => {
      clearTimeout(timer);
      clearTimeout(longest);
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroll.removeEventListener('scroll', scrolled);
      stop();
    };
  }, [bench, editor, box, measure, write]);
}
