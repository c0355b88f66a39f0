// The outline and Go to section in a window: they follow the caret and lead to a section, by keys and by the mouse.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`outline in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-outline-${name}.png`) });
    };
    const dialog = () => page.getByRole('dialog', { name: 'Go to section' });
    const tree = () => page.getByRole('tree', { name: 'Outline' });
    const current = () => tree().locator('[aria-current=location]').allTextContents();
    /** The heading above the caret, as the page has it. */
    const sectionOfCaret = () =>
      page.evaluate(() => {
        let node: Node | null | undefined = getSelection()?.anchorNode;
        while (node && node.parentElement && !node.parentElement.classList.contains('briefing-text')) {
          node = node.parentElement;
        }
        let block = node instanceof Element ? node : null;
        while (block && !/^H[2-5]$/u.test(block.tagName)) block = block.previousElementSibling;
        return block?.textContent ?? null;
      });

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    it('Mod+G offers the sections; the one of the caret is marked; letters find one and Enter goes there', async () => {
      await text(page).locator('h2').nth(1).click();
      await page.waitForTimeout(150);
      await page.keyboard.press('Control+g');
      await dialog().waitFor();
      const rows = dialog().getByRole('treeitem');
      expect(await rows.count()).toBe(await text(page).locator('h2, h3, h4, h5').count());
      expect(await dialog().locator('[aria-current]').textContent()).toBe('Recommendation');
      expect(await dialog().locator('[aria-selected=true]').textContent()).toBe('Recommendation');
      await picture('dialog');
      await page.keyboard.type('argu');
      await expect.poll(() => rows.allTextContents()).toEqual(['Argument']);
      await page.keyboard.press('Enter');
      await dialog().waitFor({ state: 'detached' });
      await expect.poll(sectionOfCaret).toBe('Argument');
    });

    it('arrows go from one to the next, Esc gives the caret back', async () => {
      await page.keyboard.press('Control+g');
      await dialog().waitFor();
      const selected = () => dialog().locator('[aria-selected=true]').textContent();
      expect(await selected()).toBe('Argument');
      await page.keyboard.press('ArrowUp');
      await expect.poll(selected).toBe('Background');
      await page.keyboard.press('Home');
      await expect.poll(selected).toBe('Issue');
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      expect(await sectionOfCaret()).toBe('Argument');
      await page.keyboard.press('Control+g');
      await dialog().getByRole('treeitem', { name: 'Timing' }).click();
      await expect.poll(sectionOfCaret).toBe('Timing');
    });

    it('stays in view under the sources, and follows the caret', async () => {
      await page.getByRole('button', { name: 'Outline', exact: true }).click();
      await tree().waitFor();
      await expect.poll(current).toEqual(['Timing']);
      await text(page).locator('.quotation').first().click();
      await expect.poll(current).toEqual(['Argument']);
      await picture('pane');
      await tree().getByRole('treeitem', { name: 'Issue' }).click();
      await expect.poll(sectionOfCaret).toBe('Issue');
      await expect.poll(current).toEqual(['Issue']);
    });

    it('is a tree by key: arrows, letters, folding, Enter', async () => {
      // A section in a section.
      await text(page).locator('h2').nth(3).click();
      await page.waitForTimeout(150);
      await page.keyboard.press('Control+Alt+2');
      await expect
        .poll(() => tree().getByRole('treeitem', { name: 'Timing' }).getAttribute('aria-expanded'))
        .toBe('true');
      await page.keyboard.press('Control+1');
      for (let n = 0; n < 20; n++) {
        if (await tree().evaluate((element) => element.contains(document.activeElement))) break;
        await page.keyboard.press('Tab');
      }
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      expect(await focused()).toBe('Background');
      await page.keyboard.press('ArrowLeft');
      expect(await focused()).toBe('Timing');
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => tree().getByRole('treeitem', { name: 'Background' }).count()).toBe(0);
      // What is folded away is shown by what it lies in.
      expect(await current()).toEqual(['Timing']);
      await page.keyboard.press('ArrowRight');
      await tree().getByRole('treeitem', { name: 'Background' }).waitFor();
      await page.keyboard.press('a');
      expect(await focused()).toBe('Argument');
      await page.keyboard.press('Home');
      expect(await focused()).toBe('Issue');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(sectionOfCaret).toBe('Recommendation');
      expect(await text(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    });

    it('axe finds nothing, and nothing went wrong', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await picture(colorScheme);
        if (host.name === 'chromium') expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Control+g');
        await dialog().waitFor();
        await picture(`dialog-${colorScheme}`);
        if (host.name === 'chromium') expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await dialog().waitFor({ state: 'detached' });
      }
      expect(app.faults).toEqual([]);
    });
  });
}
