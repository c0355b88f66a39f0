// spellOut: what pasted HTML says by its form alone, put into elements and words that the rules of foreign.ts can read.
import { cssOf } from './css.ts';

/** Marks an `hr` that stands for the end of a page; any other is a line across a web page, and no content. */
export const PAGE_BREAK = 'data-page-break';

const IN_SENTENCE = 'span[data-css], a[data-css], b[data-css], strong[data-css], em[data-css], label[data-css]';
const BLOCK_DISPLAY = /^(?:block|flex|grid|list-item|table|flow-root)/u;

const TEXT = 3;

function fragmentOf(document: Document, parts: readonly (Node | string)[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...parts);
  return fragment;
}

/** Changes `root`, which nobody else sees. */
export function spellOut(root: HTMLElement): void {
  const document = root.ownerDocument;
  for (const element of root.querySelectorAll('q')) {
    element.prepend('“');
    element.append('”');
  }
  for (const box of root.querySelectorAll('input[type=checkbox]')) {
    box.replaceWith(box.hasAttribute('checked') ? '☑ ' : '☐ ');
  }
  for (const item of root.querySelectorAll('li[role=checkbox]')) {
    item.querySelector('img[aria-roledescription]')?.remove();
    (item.querySelector('p') ?? item).prepend(item.getAttribute('aria-checked') === 'true' ? '☑ ' : '☐ ');
  }
  // Word ends a page by a break within the paragraph before.
  for (const line of root.querySelectorAll('br[data-css]')) {
    if (!/^(?:always|page)$/u.test(cssOf(line).get('page-break-before') ?? '')) continue;
    const end = document.createElement('hr');
    end.setAttribute(PAGE_BREAK, '');
    line.replaceWith(end);
  }
  // Line ends that a page shows as such; the parser takes all space for a space.
  for (const element of root.querySelectorAll('[data-css*="white-space"]')) {
    if (!/^(?:pre|break-spaces)/u.test(cssOf(element).get('white-space') ?? '')) continue;
    for (const child of [...element.childNodes]) {
      const words = child.nodeType === TEXT ? (child.nodeValue ?? '') : '';
      if (!words.includes('\n') || words.trim() === '') continue;
      const lines = words.split('\n').flatMap((line, at) => (at > 0 ? [document.createElement('br'), line] : [line]));
      element.replaceChild(fragmentOf(document, lines), child);
    }
  }
  // Parts of a line by their element, blocks by their style: their words must not run into one another.
  for (const element of root.querySelectorAll(IN_SENTENCE)) {
    if (!BLOCK_DISPLAY.test(cssOf(element).get('display') ?? '')) continue;
    const block = document.createElement('div');
    element.replaceWith(block);
    block.append(element);
  }
}
