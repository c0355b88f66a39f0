// The length in a window: pages and words in the status bar, of the selection too; a limit, its warning and its check.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { run, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`length in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-length-${name}.png`) });
    };
    const bar = () => page.getByRole('contentinfo', { name: 'Status' });
    const pages = () => bar().locator('.length-pages').textContent();
    const words = () => bar().locator('.length-words').textContent();
    const dialog = () => page.getByRole('dialog', { name: 'Length limit' });
    const caret = async (): Promise<void> => {
      await text(page).locator('> .counted, > p').first().click();
      await page.waitForTimeout(150);
      await page.keyboard.press('End');
    };

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    it('pages are counted once the keys rest, words at once', async () => {
      await expect.poll(pages, { timeout: 10_000 }).toMatch(/^About \d pages?$/);
      const before = Number.parseInt((await words()) ?? '', 10);
      await caret();
      await page.keyboard.type(' Four words of ours.');
      await expect.poll(words).toBe(`${before + 4} words`);
    });

    it('nothing in the bar moves while one types', async () => {
      const place = () => bar().locator('.wide').first().boundingBox();
      const before = await place();
      for (let n = 0; n < 4; n++) {
        await page.keyboard.type(' more words');
        expect(await place()).toEqual(before);
      }
    });

    it('the words of the selection are told', async () => {
      for (let n = 0; n < ' more words'.length; n++) await page.keyboard.press('Shift+ArrowLeft');
      await expect.poll(words).toMatch(/^2 of \d+ words$/);
      await picture('selection');
      await page.keyboard.press('ArrowRight');
      await expect.poll(words).toMatch(/^\d+ words$/);
    });

    it('a press on the pages asks for a limit, which is shown from then on', async () => {
      await bar().locator('.length-pages').click();
      await dialog().waitFor();
      await dialog().getByLabel('Pages', { exact: true }).check();
      await dialog().getByLabel('Number of pages').fill('none');
      expect(await dialog().getByRole('button', { name: 'Set the limit' }).getAttribute('aria-disabled')).toBe('true');
      await dialog().getByLabel('Number of pages').fill('2');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await picture(`dialog-${colorScheme}`);
        if (host.name === 'chromium') expect(await violations(page)).toEqual([]);
      }
      await page.keyboard.press('Enter');
      await dialog().waitFor({ state: 'detached' });
      await expect.poll(pages).toMatch(/^About [01]\.\d of 2 pages$|^About 2\.0 of 2 pages$/);
    });

    it('over it the bar warns in shape and words, it is said once, and the checks have it', async () => {
      await caret();
      for (let n = 0; n < 2; n++) {
        await run(page, 'Page break');
        await page.keyboard.type('A new page.');
      }
      expect(await text(page).locator('hr.page-break').count()).toBe(2);
      await expect.poll(pages, { timeout: 10_000 }).toMatch(/^About \d\.\d of 2 pages, over$/);
      expect(await bar().locator('.length-pages svg').count()).toBe(1);
      await expect
        .poll(() => page.locator('.sr[role=status]').allTextContents())
        .toContainEqual(expect.stringContaining('The briefing is longer than 2 pages.'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await picture(`over-${colorScheme}`);
        if (host.name === 'chromium') expect(await violations(page)).toEqual([]);
      }
      await page.keyboard.press('F7');
      await page
        .getByRole('complementary', { name: 'Facts and notes' })
        .getByText('The briefing is longer than 2 pages')
        .first()
        .waitFor();
    });

    it('by key: a limit in words, and none again', async () => {
      await page.keyboard.press('Control+2');
      await run(page, 'Length limit');
      await dialog().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('100');
      await page.keyboard.press('Enter');
      await expect.poll(words).toMatch(/^\d+ of 100 words, over$/);
      await expect.poll(pages, { timeout: 10_000 }).toMatch(/^About \d+ pages$/);
      await run(page, 'Length limit');
      await dialog().getByLabel('No limit').check();
      await dialog().getByRole('button', { name: 'Set the limit' }).click();
      await expect.poll(words).toMatch(/^\d+ words$/);
      await page.keyboard.press('F7');
      await expect.poll(() => page.getByText('The briefing is longer than').count(), { timeout: 5000 }).toBe(0);
      expect(app.faults).toEqual([]);
    });
  });
}
