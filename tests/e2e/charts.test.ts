// A chart in a window: found among the figures, inserted by keyboard, drawn, undone, exported; in Electron and in Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { exportWord, HOSTS, root, scratch, type App } from './app.ts';
import { text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

const ARTICLE = [
  'Ostrel port has its best year',
  'By Tamsin Ode, The Ostrel Courier, 9 March 2031',
  'Grain exports of Ostrel were $570 million in 2028, the harbour office said.',
  'Grain exports of Ostrel were $904 million in 2029 and $1.752 billion in 2030.',
].join('\n\n');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`a chart in ${host.name} (${host.missing ?? 'here'})`, () => {
    const folder = scratch();
    const docx = path.join(folder, 'chart.docx');
    let app: App;
    let page: Page;

    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-${name}.png`) });
    };

    beforeAll(async () => {
      const file = path.join(folder, 'ostrel.txt');
      writeFileSync(file, ARTICLE);
      app = await host.open(scratch(), [file]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    const chart = () => text(page).getByRole('figure', { name: 'Chart: Grain exports tripled' });

    it('is offered for the figures that have two periods', async () => {
      await text(page).getByRole('heading', { name: 'Background' }).click();
      await page.keyboard.press('Control+Shift+h');
      const dialog = page.getByRole('dialog', { name: 'Insert chart' });
      await dialog.waitFor();
      expect(await dialog.getByRole('row').allTextContents()).toHaveLength(4);
      expect(await dialog.getByRole('table').textContent()).toContain('1,752');
      await dialog.getByLabel('Title').fill('Grain exports tripled');
      await picture('chart-dialog');
      await page.keyboard.press('Escape');
      expect(await text(page).locator('figure').count()).toBe(0);
    });

    it('is inserted with its caption, drawn, and read out as a table', async () => {
      await page.keyboard.press('Control+Shift+h');
      await page.getByLabel('Title').fill('Grain exports tripled');
      await page.getByRole('button', { name: 'Insert the chart' }).click();
      await chart().waitFor();
      await expect.poll(() => chart().locator('svg rect').count()).toBe(3);
      expect(await chart().locator('tr').allTextContents()).toEqual([
        expect.stringContaining('Period'),
        '2028570',
        '2029904',
        '20301,752',
      ]);
      const caption = text(page).locator('p.caption');
      expect(await caption.textContent()).toContain('2028 to 2030');
      expect(await caption.locator('.citation').count()).toBe(1);
      expect(await caption.locator('.citation').getAttribute('title')).toContain('paragraphs 2 and 3');
      await chart().scrollIntoViewIfNeeded();
      await picture('chart');
    });

    it('shows a value in its source when it is pressed', async () => {
      const id = await chart().locator('rect').nth(1).getAttribute('data-fact');
      await chart().locator('rect').nth(1).click();
      const place = page.getByRole('region', { name: 'Article text' }).locator(`[data-fact="${id ?? ''}"]`);
      await expect.poll(() => place.first().isVisible()).toBe(true);
    });

    it('leaves as a native chart of Word', async () => {
      await exportWord(app, docx);
      const file = readDocx(readFileSync(docx));
      expect(file.problems).toEqual([]);
      expect(file.charts).toMatchObject([
        { kind: 'bar', title: 'Grain exports tripled', series: [{ values: [570, 904, 1752] }] },
      ]);
    });

    it('goes by one undo', async () => {
      await text(page).locator('p.caption').click();
      await page.keyboard.press('Control+z');
      await expect.poll(() => text(page).locator('figure').count()).toBe(0);
      expect(await text(page).locator('p.caption').count()).toBe(0);
      expect(app.faults).toEqual([]);
    });
  });
}
