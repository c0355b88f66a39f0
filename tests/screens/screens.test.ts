// `npm run screens`: the states of the window that the design draws, under the design's names, in two sizes and its themes.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { browserPath, noBrowser, openBrowser, root, sample, scratch, type App } from '../e2e/app.ts';
import { caretBehind, margin, run, text } from '../e2e/window.ts';

const folder = path.join(root, 'release/screens');
const second = path.join(root, 'tests/fixtures/articles/harbour-levy/source.txt');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const LOOKS = ['light', 'dark', 'contrast'] as const;

type Look = (typeof LOOKS)[number];

function modal(page: Page): Locator {
  return page.locator('dialog[open]');
}

async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'light' ? 'light' : 'dark',
    contrast: look === 'contrast' ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  });
}

for (const size of SIZES) {
  const name = `${size.width}x${size.height}`;
  describe.skipIf(!browserPath)(`screens at ${name} (${browserPath ? 'here' : noBrowser})`, () => {
    const into = path.join(folder, name);

    /** Takes the state that is drawn, in every look. */
    async function take(page: Page, state: string): Promise<void> {
      mkdirSync(into, { recursive: true });
      for (const look of LOOKS) {
        await wear(page, look);
        // Colours change within 90 ms (ui.md, Motion); the margin measures once more after a change of look.
        await page.waitForTimeout(200);
        await page.screenshot({ path: path.join(into, `${state}-${look}.png`) });
      }
      await wear(page, 'light');
    }
    async function opened(files: readonly string[], data = scratch()): Promise<App> {
      const app = await openBrowser(data, files);
      await app.page.setViewportSize(size);
      return app;
    }
    async function closed(page: Page): Promise<void> {
      await page.keyboard.press('Escape');
      await modal(page).waitFor({ state: 'detached' });
    }

    it('start', async () => {
      const app = await opened([]);
      await app.page.getByRole('main').waitFor();
      await take(app.page, '01-start');
      await app.close();
    });

    it('the editor and what opens over it', async () => {
      const app = await opened([sample, second]);
      const { page } = app;
      const narrow = size.width < 1180;
      await text(page).getByRole('table').waitFor();
      await run(page, 'Banner');
      await modal(page).getByText('TLP:AMBER', { exact: true }).click();
      await page.keyboard.press('Enter');
      await modal(page).waitFor({ state: 'detached' });
      await take(page, narrow ? '10-narrow' : '02-editor');

      await caretBehind(text(page).locator('td', { hasText: '$310 million' }), '$310');
      await page.keyboard.press('Control+Alt+m');
      const note = page.getByRole('dialog', { name: /^Note on/ });
      await note.waitFor();
      await note.getByLabel('Note', { exact: true }).fill('Goods only? The article does not say.');
      await note.getByRole('radio', { name: 'Moderate' }).click();
      await take(page, '03-annotate');
      await page.keyboard.press('Escape');
      if (narrow) await page.keyboard.press('Escape');

      const quotation = text(page).locator('blockquote').first();
      const words = (await quotation.locator('.quotation-words, p').first().innerText())
        .split(' ')
        .slice(0, 4)
        .join(' ');
      await caretBehind(quotation, words);
      await page.keyboard.type(' never');
      await page.waitForTimeout(1200);
      await page.keyboard.press('F8');
      await page.getByRole('dialog', { name: /differs from its source/ }).waitFor();
      await take(page, '04-integrity');
      await page.keyboard.press('Escape');
      if (narrow) await page.keyboard.press('Escape');

      await page.keyboard.press('Control+Shift+E');
      await page.getByRole('dialog', { name: 'Export to Word' }).waitFor();
      await take(page, '05-export');
      await closed(page);

      await text(page).locator('p[data-prompt]').first().click();
      await page.keyboard.press('Control+Shift+H');
      await modal(page).waitFor();
      await take(page, '06-chart-insert');
      await page.keyboard.press('Enter');
      await modal(page).waitFor({ state: 'detached' });
      const chart = text(page).locator('.chart').first();
      await chart.locator('svg').waitFor();
      await chart.scrollIntoViewIfNeeded();
      await chart.dblclick();
      await page.getByRole('complementary', { name: 'Chart' }).waitFor();
      await take(page, '06-chart');
      await page.keyboard.press('Escape');
      if (narrow) await page.keyboard.press('Escape');
      await text(page).locator('p[data-prompt]').first().click();

      await page.keyboard.press('Control+k');
      await modal(page).getByRole('combobox').fill('quo');
      await take(page, '11a-palette');
      await closed(page);
      await page.keyboard.press('Control+/');
      await modal(page).waitFor();
      await take(page, '11b-shortcuts');
      await closed(page);

      if (narrow) await page.keyboard.press('Control+3');
      await margin(page).getByText('List', { exact: true }).click();
      await take(page, '12-facts-list');
      await margin(page).getByText('Beside text', { exact: true }).click();
      if (narrow) await page.keyboard.press('Escape');
      await text(page).locator(':scope > *').last().scrollIntoViewIfNeeded();
      await take(page, '13-editor-end');
      await app.close();
    });

    it('recovery', async () => {
      const data = scratch();
      const before = await opened([sample], data);
      await text(before.page).locator('p[data-prompt]').first().click();
      await before.page.keyboard.type('The route pays only with a second ferry.');
      // The backup waits for a pause of the typing (renderer/autosave.ts).
      await before.page.waitForTimeout(2500);
      await before.kill();
      const app = await opened([], data);
      await app.page.getByRole('alertdialog').waitFor();
      await take(app.page, '07-recovery');
      await app.close();
    });
  });
}
