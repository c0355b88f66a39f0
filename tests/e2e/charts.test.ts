// A chart in a window: found among the figures, inserted by keyboard, drawn, undone, exported; in Electron and in Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { exportWord, HOSTS, root, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { caretBehind, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

const ARTICLE = [
  'Ostrel port has its best year',
  'By Tamsin Ode, The Ostrel Courier, 9 March 2031',
  'Grain exports of Ostrel were $570 million in 2028, the harbour office said.',
  'Grain exports of Ostrel were $904 million in 2029 and $1.752 billion in 2030.',
  'Salt imports of Ostrel were 40,000 tonnes in 2029 and 55,000 tonnes in 2030.',
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

    const pane = () => page.getByRole('complementary', { name: 'Chart' });
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

    it('is inserted with its caption, drawn without moving the text, and read out as a table', async () => {
      await page.keyboard.press('Control+Shift+h');
      await page.getByLabel('Title').fill('Grain exports tripled');
      await page.getByRole('button', { name: 'Insert the chart' }).click();
      await chart().waitFor();
      // The box of the picture stands before the library that draws it is there.
      const height = await chart().evaluate((element) => element.getBoundingClientRect().height);
      await expect.poll(() => chart().locator('svg rect').count()).toBe(3);
      expect(await chart().evaluate((element) => element.getBoundingClientRect().height)).toBe(height);
      expect(await chart().locator('tr').allTextContents()).toEqual([
        expect.stringContaining('Period'),
        '2028570',
        '2029904',
        '20301,752',
      ]);
      const caption = text(page).locator('p.caption');
      expect(await caption.textContent()).toContain('2028 to 2030');
      expect(await caption.locator('.citation').count()).toBe(1);
      expect(await caption.locator('.citation').getAttribute('aria-label')).toContain('paragraphs 2 and 3');
      expect(await chart().locator('.chart-source').textContent()).toBe('Source: The Ostrel Courier, 9 March 2031.');
      await chart().scrollIntoViewIfNeeded();
      await picture('chart');
    });

    it('shows a value in its source when it is pressed', async () => {
      const id = await chart().locator('rect').nth(1).getAttribute('data-fact');
      await chart().locator('rect').nth(1).click();
      const place = page.getByRole('region', { name: 'Article text' }).locator(`[data-fact="${id ?? ''}"]`);
      await expect.poll(() => place.first().isVisible()).toBe(true);
    });

    it('opens its pane when it is selected, with what its title claims computed', async () => {
      await chart().locator('.chart-title').click();
      await pane().waitFor();
      await pane().getByText('Holds: 1,752 ÷ 570 = 3.07').waitFor();
      expect(await pane().getByRole('listitem').count()).toBe(3);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        expect(await violations(page)).toEqual([]);
        await picture(`chart-pane-${theme}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });

    it('is changed by keyboard, each change one undo step', async () => {
      await text(page).focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() =>
          pane()
            .getByRole('radio', { name: 'Columns' })
            .evaluate((one) => one === document.activeElement),
        )
        .toBe(true);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => chart().locator('svg circle').count()).toBe(3);
      await pane().getByLabel('Change from one year to the next').check();
      await chart().getByText('+58.6%').first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await expect.poll(() => chart().locator('.change-label').count()).toBe(0);
      expect(await chart().locator('svg circle').count()).toBe(3);
      await page.keyboard.press('Control+z');
      await expect.poll(() => chart().locator('svg rect').count()).toBe(3);
    });

    it('flags a value that is not its figure’s, and takes the figure’s back', async () => {
      const value = pane().getByLabel('Value of 2029');
      await value.fill('940');
      await value.press('Enter');
      await pane().getByText('It is no correct rounding of the source’s figure.').waitFor();
      await expect.poll(() => chart().evaluate((one) => one.classList.contains('is-altered-figure'))).toBe(true);
      await picture('chart-altered');
      expect(await violations(page)).toEqual([]);
      await pane()
        .getByRole('button', { name: /^Take 904/u })
        .click();
      await expect.poll(() => value.inputValue()).toBe('904');
      await expect.poll(() => chart().evaluate((one) => one.classList.contains('is-altered-figure'))).toBe(false);
    });

    it('tells a title that its values contradict, and counts in another unit', async () => {
      await pane().getByLabel('Title').fill('Grain exports quadrupled');
      await pane().getByText('Does not hold: 1,752 ÷ 570 = 3.07').waitFor();
      await pane().getByLabel('Title').fill('Grain exports tripled');
      await pane().getByText('Holds:').waitFor();
      await pane().getByLabel('Unit').selectOption({ label: 'Billion US dollars' });
      await expect.poll(() => pane().getByLabel('Value of 2030').inputValue()).toBe('1.752');
      await pane().getByLabel('Unit').selectOption({ label: 'Million US dollars' });
      await expect.poll(() => pane().getByLabel('Value of 2030').inputValue()).toBe('1,752');
      await pane().getByRole('button', { name: 'Leave out 2029' }).click();
      await expect.poll(() => chart().locator('svg rect').count()).toBe(2);
      await pane().getByRole('button', { name: 'Add a figure' }).click();
      await page.getByRole('menuitem', { name: /^2029: / }).click();
      await expect.poll(() => chart().locator('svg rect').count()).toBe(3);
      await pane().getByLabel('Change from one year to the next').check();
      await chart().getByText('+93.8%').first().waitFor();
      await picture('chart-change');
    });

    it('is a table when it is drawn as one, and a chart again', async () => {
      await pane().getByRole('radio', { name: 'Table' }).click();
      await text(page).getByRole('figure', { name: 'Table: Grain exports tripled' }).waitFor();
      await picture('chart-table');
      await pane().getByRole('radio', { name: 'Columns' }).click();
      await expect.poll(() => chart().locator('svg rect').count()).toBe(3);
    });

    it('has columns as high as their values', async () => {
      const heights = await chart()
        .locator('svg rect')
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('height'))));
      expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(904 / 570, 2);
      expect((heights[2] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(1752 / 570, 2);
    });

    it('leaves as a native chart of Word', async () => {
      await exportWord(app, docx);
      const file = readDocx(readFileSync(docx));
      expect(file.problems).toEqual([]);
      expect(file.charts).toMatchObject([
        { kind: 'bar', title: 'Grain exports tripled', series: [{ values: [570, 904, 1752] }] },
      ]);
    });

    it('is offered for the figures of the table row at the caret, and of the fact that is shown', async () => {
      const chosen = () =>
        page
          .getByRole('dialog', { name: 'Insert chart' })
          .locator('input[type=radio]:checked')
          .locator('xpath=..')
          .textContent();
      for (const words of ['Salt imports', 'Grain exports']) {
        await caretBehind(text(page).locator('table:not(.sr)').getByText(words).first(), words);
        await page.keyboard.press('Control+Shift+h');
        await expect.poll(chosen).toContain(words);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('radio', { name: 'List' }).click();
      const list = page.getByRole('complementary', { name: 'Facts and notes' });
      await list
        .getByRole('row', { name: /40,000 tonnes/u })
        .first()
        .click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Insert its series as a chart…' }).click();
      await expect.poll(chosen).toContain('Salt imports');
      await page.keyboard.press('Escape');
    });

    it('closes its pane, and gives the facts their place back', async () => {
      await chart().locator('.chart-title').click();
      await pane().getByRole('button', { name: 'Close' }).click();
      await page.getByRole('complementary', { name: 'Facts and notes' }).waitFor();
      expect(await pane().count()).toBe(0);
      expect(app.faults).toEqual([]);
    });
  });
}
