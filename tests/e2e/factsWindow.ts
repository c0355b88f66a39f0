// Facts in the window as a test finds them: the list, a row, what is known of it, the source and words selected in it.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as window from './window.ts';

export const source = (page: Page): Locator => page.getByRole('region', { name: 'Article text' });
export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Facts' });
/** The row of a fact by the words it begins with. */
export const row = (page: Page, words: string): Locator =>
  grid(page).getByRole('row').filter({ hasText: words }).first();
export const detail = (page: Page): Locator => page.getByRole('region', { name: /^About / });
export const active = (page: Page): Promise<string> => grid(page).locator('[aria-selected=true] b').innerText();
export const caret = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() ?? {};
    return `${anchorNode?.textContent ?? ''}@${anchorOffset ?? -1}`;
  });

/** Runs a command by its words; there are other boxes of choices in the window. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill(words);
  await page.keyboard.press('Enter');
}

/** The text reads where the caret was set a moment after it; no hand is quicker than that. */
export async function caretBehind(place: Locator, words: string): Promise<void> {
  await window.caretBehind(place, words);
  await place.page().waitForTimeout(100);
}

export async function theme(page: Page, name: string): Promise<void> {
  await command(page, `Appearance: ${name}`);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(name.toLowerCase());
}

/** Selects words of the source as a drag of the mouse does. */
export async function drawOver(page: Page, words: string): Promise<void> {
  const box = await source(page).evaluate((element, wanted) => {
    for (const paragraph of element.querySelectorAll('p[data-number]')) {
      const at = (paragraph.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const place = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let left = offset;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.nodeValue?.length ?? 0;
          if (left <= length) return [node, left];
          left -= length;
        }
        throw new Error('behind the end');
      };
      paragraph.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(...place(at));
      range.setEnd(...place(at + wanted.length));
      const rects = range.getClientRects();
      const [first, last] = [rects[0], rects[rects.length - 1]];
      if (!first || !last) throw new Error('not drawn');
      return { x1: first.left, y1: first.top + first.height / 2, x2: last.right, y2: last.top + last.height / 2 };
    }
    throw new Error(`"${wanted}" is not in the source`);
  }, words);
  await page.mouse.move(box.x1 + 0.5, box.y1);
  await page.mouse.down();
  await page.mouse.move((box.x1 + box.x2) / 2, box.y2, { steps: 4 });
  await page.mouse.move(box.x2 - 0.5, box.y2, { steps: 4 });
  await page.mouse.up();
}
