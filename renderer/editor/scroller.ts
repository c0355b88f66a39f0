// scrollerOf: the element that something scrolls in.

/** The nearest ancestor that scrolls up and down; null when that is the window. */
export function scrollerOf(element: Element): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}
