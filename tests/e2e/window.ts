// Parts of the window as a test finds them, and the caret set where a reader would click.
import type { Locator, Page } from 'playwright-core';

export function text(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Briefing text/ });
}

export function margin(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Facts and notes' });
}

/** Puts the caret behind `words` inside `place`, as a reader would by a click and the arrow keys. */
export async function caretBehind(place: Locator, words: string): Promise<void> {
  await place.scrollIntoViewIfNeeded();
  await place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      element.closest<HTMLElement>('[contenteditable=true]')?.focus();
      getSelection()?.collapse(node, at + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" is not there`);
  }, words);
}

/** Runs a command by its words, as one does who knows no key. */
export async function run(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open]').getByRole('combobox', { name: 'Search or run a command' }).fill(words);
  await page.keyboard.press('Enter');
}
