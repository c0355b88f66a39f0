// axe finds nothing in the main states of the window, light and dark; and the keyboard alone reaches every part.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, noBrowser, openBrowser, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';

describe.skipIf(!browserPath)(`accessibility (${browserPath ? 'here' : noBrowser})`, () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    app = await openBrowser(scratch(), [sample]);
    page = app.page;
    await page.getByRole('textbox', { name: /^Briefing text/ }).waitFor();
  });
  afterAll(() => app.close());

  for (const theme of ['light', 'dark'] as const) {
    it(`in ${theme}: the editor, a note, the checks, the palette, the keys, the export sheet`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      expect(await violations(page)).toEqual([]);

      await page.locator('td .figure').first().click();
      await page.keyboard.press('Control+Alt+m');
      await page.getByRole('dialog', { name: /^Note on/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');

      for (const [key, name] of [
        ['Control+k', 'palette'],
        ['Control+/', 'keys'],
        ['Control+Shift+E', 'export'],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        expect([name, await violations(page)]).toEqual([name, []]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });
  }

  it('F6 goes round the parts of the window in their order', async () => {
    const part = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part'));
    await page.locator('h1.title').click();
    const visited: (string | null | undefined)[] = [];
    for (let n = 0; n < 6; n++) {
      await page.keyboard.press('F6');
      visited.push(await part());
    }
    expect(new Set(visited).size).toBe(6);
    const order = ['app bar', 'sources', 'toolbar', 'text', 'facts', 'status bar'];
    const from = order.indexOf(String(visited[0]));
    expect(visited).toEqual([...order.slice(from), ...order.slice(0, from)]);
  });

  it('Esc and then Tab leaves the text', async () => {
    await page.locator('h1.title').click();
    // The text reads where a click has set the caret a moment after it; no hand is quicker than that.
    await page.waitForTimeout(150);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[contenteditable=true]') === null)).toBe(true);
  });

  it('Esc in the palette gives the caret back: typing goes on in the text', async () => {
    const heading = page.locator('h1.title');
    await heading.click();
    await page.waitForTimeout(150);
    await page.keyboard.press('End');
    const before = await heading.innerText();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('zoom');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type(' again');
    expect(await heading.innerText()).toBe(`${before} again`);
  });
});
