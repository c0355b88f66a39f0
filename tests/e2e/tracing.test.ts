// Tracing in a window: from the words to their source and back, from the source to the uses, beside the words, under the pointer.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { caret, caretBehind, detail, grid, row, source } from './factsWindow.ts';
import { margin, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`tracing in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-tracing-${name}.png`) });
    };

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
      await margin(page).getByRole('radio', { name: 'List' }).click();
      await grid(page).waitFor();
    });
    afterAll(() => app.close());

    const scrolled = () => page.locator('.desk-scroll').evaluate((element) => Math.round(element.scrollTop));

    /** The words at the caret, which the text shows once it has the focus. */
    const atCaret = async (): Promise<string> => {
      await page.keyboard.press('Control+2');
      return page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '');
    };

    it('goes from the text to the source by key, and back to the caret and the place on the page', async () => {
      const cell = text(page).locator('td', { hasText: '$310 million' }).first();
      await caretBehind(cell, '$310');
      const [before, top] = [await caret(page), await scrolled()];
      await page.keyboard.press('Control+Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('mark.fact')?.textContent))
        .toContain('$310 million');
      await page.locator('.desk-scroll').evaluate((element) => (element.scrollTop = 0));
      await page.keyboard.press('Control+[');
      await expect.poll(() => text(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
      expect(await caret(page)).toBe(before);
      await expect.poll(scrolled).toBe(top);
    });

    it('goes from the source to the use by click and by key, and back by the button', async () => {
      await text(page).locator('h1.title').click();
      const mark = source(page).locator('mark.figure', { hasText: '$310 million' });
      await mark.click();
      await expect.poll(atCaret).toContain('$310 million');
      await page
        .getByRole('complementary', { name: 'Sources' })
        .getByRole('button', { name: 'Back to where I was' })
        .click();
      await expect.poll(atCaret).not.toContain('$310 million');
      await mark.focus();
      await page.keyboard.press('Control+Shift+Enter');
      await expect.poll(() => text(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
      expect(await page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain('$310 million');
    });

    it('from a citation', async () => {
      await text(page).locator('blockquote .citation').first().click();
      await expect.poll(() => source(page).locator('.hit').count()).toBeGreaterThan(0);
    });

    it('jumps to each use from the list', async () => {
      await margin(page).getByRole('searchbox').fill('$310');
      await row(page, '$310 million').click();
      await detail(page)
        .getByRole('button', { name: /^Use 1 of/ })
        .click();
      await expect.poll(atCaret).toContain('$310 million');
      await margin(page).getByRole('searchbox').fill('');
    });

    it('peeks by Alt and a click, and by key; Esc goes back to the words', async () => {
      const cell = text(page).locator('td', { hasText: '$310 million' }).first();
      await cell.locator('.figure').click({ modifiers: ['Alt'] });
      const peek = page.getByRole('dialog', { name: /^Source of/ });
      await peek.waitFor();
      expect(await peek.innerText()).toContain('Our trade turnover, which was $310 million in 2022');
      expect(await peek.innerText()).toContain('14 May 2025');
      await page.keyboard.press('Escape');
      await peek.waitFor({ state: 'detached' });
      await caretBehind(cell, '$310');
      const before = await caret(page);
      await page.keyboard.press('Alt+Enter');
      await peek.waitFor();
      expect(await peek.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await picture('peek-light');
      const found = await violations(page);
      await page.keyboard.press('Escape');
      await peek.waitFor({ state: 'detached' });
      expect(await caret(page)).toBe(before);
      expect(found).toEqual([]);
    });

    it('shows a card under the pointer and for the caret that came by key, and Esc puts it away', async () => {
      const card = page.locator('.hover-card');
      const quote = text(page).locator('blockquote').first();
      await page.mouse.move(5, 5);
      await quote.locator('p').first().hover();
      await card.waitFor();
      expect(await card.innerText()).toContain('Northern Tide, 14 May 2025');
      await picture('hover');
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      // The first citation is of the source as a whole.
      await text(page).locator('.citation').first().hover();
      await card.waitFor();
      expect(await card.innerText()).toContain('Linnea Marsh, Northern Tide');
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      await page.mouse.move(5, 5);
      const cell = text(page).locator('td', { hasText: '$310 million' }).first();
      await caretBehind(cell, '$310');
      await page.keyboard.press('ArrowRight');
      await card.waitFor();
      expect(await card.innerText()).toContain('310,000,000 US dollars');
      await page.keyboard.press('Escape');
    });

    it('complains of nothing', () => {
      expect(app.faults).toEqual([]);
    });
  });
}
