// Templates in a window: changed, made, imported, deleted and brought back; the preview of a prefill; details, likelihood, facts read again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { caretBehind, margin, run, text } from './window.ts';

/** Where to keep pictures of the states, when they are to be looked at. */
const shots = process.env['CHANCERY_SHOTS'] ?? '';

const second = `Marl sells more grain abroad

The Marl Courier, 3 March 2031. Exports of grain from Lower Marl rose to 90,000 tonnes in 2030, from 70,000 tonnes in 2029.

"We have never sold as much grain in one year as we have sold in this one," said Ida Fenn, chair of the grain board.`;

describe.each(HOSTS.map((host) => [host.name, host] as const))('%s', (name, host) => {
  describe.skipIf(host.missing)(host.missing ?? 'templates', () => {
    const folder = scratch();
    const article = path.join(folder, 'grain.txt');
    let app: App;
    let page: Page;
    const dialog = (title: string): Locator => page.getByRole('dialog', { name: title, exact: true });
    const headings = (): Promise<string[]> => text(page).locator('h2').allInnerTexts();
    const press = (...keys: string[]): Promise<void> =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    async function shot(what: string): Promise<void> {
      if (shots === '' || name !== 'chromium') return;
      mkdirSync(shots, { recursive: true });
      await page.waitForTimeout(300);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({ path: path.join(shots, `${what}-${theme}.png`) });
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }
    /** axe in both themes, where the page can be told of them. */
    async function clean(what: string): Promise<void> {
      await page.waitForTimeout(300);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
        if (name === 'chromium') expect([what, theme, await violations(page)]).toEqual([what, theme, []]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await shot(what);
    }

    beforeAll(async () => {
      writeFileSync(article, second);
      app = await host.open(scratch(), [sample]);
      page = app.page;
      page.setDefaultTimeout(10_000);
      await text(page).getByRole('table').waitFor();
    });
    afterAll(async () => {
      if (!app) return;
      expect(app.faults).toEqual([]);
      await app.close();
    });

    it('changes the template by the keyboard; what was written moves along, and one undo brings all back', async () => {
      await caretBehind(text(page).locator('h2', { hasText: 'Issue' }), 'Issue');
      await press('ArrowDown');
      await page.keyboard.type('Grain is dear.');
      await caretBehind(text(page).locator('h2', { hasText: 'Timing' }), 'Timing');
      await press('ArrowDown');
      await page.keyboard.type('By Friday.');
      const before = await text(page).innerText();
      const old = await headings();
      await run(page, 'Template');
      await dialog('Template').waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('value')))
        .toBe('ministerial-submission');
      await press('ArrowDown', 'ArrowDown');
      await dialog('Template').getByRole('cell', { name: 'Bottom line' }).waitFor();
      await dialog('Template').getByRole('cell', { name: 'Its own heading, at the end' }).first().waitFor();
      await clean('template');
      await press('Enter');
      await dialog('Template').waitFor({ state: 'detached' });
      expect(await headings()).toEqual([
        'Bottom line',
        'Background',
        'Key facts',
        'What was said',
        'Assessment',
        'Sources',
        'Timing',
      ]);
      expect(await text(page).innerText()).toContain('Grain is dear.');
      expect(await text(page).innerText()).toContain('By Friday.');
      await page.getByText('BLUF memorandum', { exact: true }).first().waitFor();
      await press('Control+z');
      expect(await headings()).toEqual(old);
      expect(await text(page).innerText()).toBe(before);
      await page.getByText('Ministerial submission', { exact: true }).first().waitFor();
      await press('Control+Shift+z');
      expect((await headings())[0]).toBe('Bottom line');
      await press('Control+z');
    });

    it('fills what the new template asks for, but not what is unticked', async () => {
      await run(page, 'Template');
      await dialog('Template')
        .getByRole('radio', { name: /Press summary/ })
        .check();
      const names = dialog('Template').getByRole('checkbox', { name: /Coverage/ });
      await names.waitFor();
      expect(await names.isChecked()).toBe(true);
      await dialog('Template').getByText('Show them').first().click();
      await clean('template-filled');
      await names.uncheck();
      await dialog('Template').getByRole('button', { name: 'Change the template' }).click();
      expect(await headings()).toContain('Coverage');
      await press('Control+z');
      expect(await headings()).toContain('Issue');
    });

    it('keeps a template of the briefing, exports and imports it, deletes it and brings it back', async () => {
      await run(page, 'Save as template');
      await dialog('Save as template').waitFor();
      await page.keyboard.type('Grain note');
      await clean('save-template');
      await press('Enter');
      await dialog('Save as template').waitFor({ state: 'detached' });
      await run(page, 'Template…');
      const own = dialog('Template').getByRole('radio', { name: /Grain note/ });
      await own.check();
      const file = path.join(folder, 'out.json');
      await app.savingTo(file, () => dialog('Template').getByRole('button', { name: 'Export Grain note' }).click());
      await expect.poll(() => existsSync(file)).toBe(true);
      const written = JSON.parse(readFileSync(file, 'utf8')) as { name: string; sections: { heading: string }[] };
      expect(written.name).toBe('Grain note');
      expect(written.sections.map(({ heading }) => heading)).toContain('Recommendation');
      await dialog('Template').getByRole('button', { name: 'Rename Grain note' }).click();
      await page.keyboard.type(' 2');
      await press('Enter');
      await dialog('Template')
        .getByRole('radio', { name: /Grain note 2/ })
        .waitFor();
      await dialog('Template').getByRole('button', { name: 'Delete Grain note 2' }).click();
      await own.waitFor({ state: 'detached' });
      await clean('template-deleted');
      await press('Enter');
      await dialog('Template')
        .getByRole('radio', { name: /Grain note 2/ })
        .waitFor();
      const bad = path.join(folder, 'bad.json');
      writeFileSync(bad, '{"name":"x"}');
      await app.choosing(bad, () =>
        dialog('Template')
          .getByRole('button', { name: /Import a template/ })
          .click(),
      );
      await dialog('Template').getByText('“bad.json” is no template of Chancery.').waitFor();
      await app.choosing(file, () =>
        dialog('Template')
          .getByRole('button', { name: /Import a template/ })
          .click(),
      );
      await dialog('Template').getByRole('radio', { name: 'Grain note Your own', exact: true }).waitFor();
      await press('Escape');
    });

    it('sets the details, the day by its field', async () => {
      await run(page, 'Details');
      await dialog('Details').waitFor();
      await page.keyboard.type('The board');
      await press('Tab');
      await page.keyboard.type('The desk');
      await dialog('Details').getByLabel('Day', { exact: true }).fill('2031-03-04');
      expect(await dialog('Details').getByLabel('Date').inputValue()).toBe('4 March 2031');
      await clean('details');
      await press('Enter');
      const lines = await text(page).locator('.detail').allInnerTexts();
      expect(lines.join('|')).toContain('The board|The desk|4 March 2031');
      await press('Control+z');
      expect(await text(page).locator('.detail').allInnerTexts()).not.toContain('The desk');
    });

    it('inserts a word of likelihood by arrows and Enter, warns of confidence, and adds the key', async () => {
      await caretBehind(text(page).locator('p', { hasText: 'By Friday.' }), 'By Friday.');
      await page.keyboard.type(' We have high confidence that rain is');
      await run(page, 'Likelihood words');
      await dialog('Likelihood words').getByText('This sentence gives a confidence already.').waitFor();
      await clean('likelihood');
      await press('ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter');
      await dialog('Likelihood words').waitFor({ state: 'detached' });
      expect(await text(page).innerText()).toContain('rain is improbable');
      await run(page, 'Likelihood words');
      await dialog('Likelihood words').getByRole('radio', { name: 'PHIA Probability Yardstick' }).click();
      await shot('likelihood-phia');
      await dialog('Likelihood words').getByRole('button', { name: 'Add the key as an annex' }).click();
      await text(page).getByText('Annex: words of likelihood').waitFor();
      await press('Control+z');
      expect(await headings()).not.toContain('Annex: words of likelihood');
    });

    it('shows the banners in their colours, the last ones first', async () => {
      await run(page, 'Banner');
      await dialog('Banner').getByRole('radio', { name: 'RESTREINT UE/EU RESTRICTED' }).check();
      await clean('banner');
      await press('Enter');
      await dialog('Banner').waitFor({ state: 'detached' });
      await run(page, 'Banner');
      const recent = dialog('Banner').getByRole('group', { name: 'Recent' });
      expect(await recent.getByRole('radio', { name: 'RESTREINT UE/EU RESTRICTED' }).isChecked()).toBe(true);
      const secret = dialog('Banner').getByRole('group', { name: 'United States' }).locator('.banner-label').nth(2);
      expect(await secret.evaluate((label) => getComputedStyle(label).backgroundColor)).toBe('rgb(200, 16, 46)');
      await press('Escape');
    });

    it('reads the facts again without touching the text', async () => {
      const before = await text(page).innerText();
      await run(page, 'Refresh facts');
      await page.getByText('no fact is new, changed or gone').first().waitFor();
      expect(await text(page).innerText()).toBe(before);
      await margin(page).waitFor();
    });

    it('shows what will be filled in before a briefing begins from chosen articles; Enter begins', async () => {
      const saved = path.join(folder, 'first.brief');
      await app.savingTo(saved, () => press('Control+s'));
      await expect.poll(() => existsSync(saved)).toBe(true);
      await page.locator('.dirty').waitFor({ state: 'detached' });
      await app.choosing(article, () => press('Control+Shift+n'));
      await dialog('New briefing').getByText('2 figures').first().waitFor();
      await clean('new-briefing');
      await dialog('New briefing')
        .getByRole('checkbox', { name: /quotation/ })
        .uncheck();
      await dialog('New briefing')
        .getByRole('radio', { name: /Ministerial/ })
        .focus();
      await press('Enter');
      await text(page).getByText('Marl sells more grain abroad').first().waitFor();
      expect(await text(page).innerText()).not.toContain('never sold as much');
      expect(await text(page).innerText()).toContain('90,000 tonnes');
    });

    it('keeps templates in order on the start screen', async () => {
      await run(page, 'Close');
      await page.getByRole('heading', { name: 'Start a briefing' }).waitFor();
      await clean('start');
      await page.getByRole('button', { name: /^Manage/ }).click();
      await page.getByRole('heading', { name: 'Templates', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Delete Grain note', exact: true }).click();
      await page.getByText('“Grain note” deleted.').waitFor();
      await clean('start-templates');
    });

    it('begins at once from an article dropped on a template', async () => {
      await page.getByRole('button', { name: 'Recent' }).click();
      const card = page.getByRole('button', { name: /BLUF memorandum/ });
      const data = await page.evaluateHandle((words) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([words], 'grain.txt', { type: 'text/plain' }));
        return transfer;
      }, second);
      await card.dispatchEvent('drop', { dataTransfer: data });
      await text(page).getByText('Marl sells more grain abroad').first().waitFor();
      expect((await headings())[0]).toBe('Bottom line');
    });
  });
});
