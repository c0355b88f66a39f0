// axe finds nothing in any dialog or list of the window, light and dark; the main states: accessibility.test.ts.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { png } from '../pictures.ts';
import { browserPath, noBrowser, openBrowser, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { run, text } from './window.ts';

/** Dialogs that a command opens with the caret in a paragraph: the words typed into the palette, and the dialog's name. */
const BY_COMMAND = [
  ['Settings', 'Settings'],
  ['Banner', 'Banner'],
  ['Portion mark', 'Portion mark'],
  ['Cross-reference', 'Cross-reference'],
  ['Insert chart', 'Insert chart'],
  ['Paste source', 'Paste a source'],
  ['Backups', 'Backups'],
  ['About Chancery', /Chancery/],
  ['Insert quotation', 'Insert quotation'],
  ['Insert figure', 'Insert figure'],
] as const;

async function closed(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

describe.skipIf(!browserPath)(`dialogs and lists (${browserPath ? 'here' : noBrowser})`, () => {
  const folder = scratch();
  const quay = path.join(folder, 'quay.png');
  const words = path.join(folder, 'words.png');
  let app: App;
  let page: Page;
  const paragraph = (): Locator => text(page).locator('> .counted').first();
  const place = async (where: Locator): Promise<void> => {
    await where.click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
  const clean = async (what: string): Promise<void> => {
    // Words in the text name the card that tells more of them; they are told of a new card after a rest (plugins/cards.ts).
    await page.waitForTimeout(400);
    // What is still fading has no contrast of its own.
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
    expect([what, await violations(page)]).toEqual([what, []]);
  };

  beforeAll(async () => {
    writeFileSync(quay, png({ width: 192, height: 96 }));
    writeFileSync(words, 'These are words.');
    app = await openBrowser(scratch(), [sample]);
    page = app.page;
    page.setDefaultTimeout(10_000);
    await text(page).getByRole('table').waitFor();
    // Something for references to name.
    await place(text(page).locator('table td').first());
    await run(page, 'Caption');
    await page.keyboard.type('Trade of the harbours');
    await app.choosing(quay, () => run(page, 'Insert image'));
    await page.getByRole('dialog', { name: 'Insert a picture' }).waitFor();
    await page.keyboard.type('The quay');
    await page.keyboard.press('Enter');
    await text(page).locator('.image img').waitFor();
  });
  afterAll(() => app.close());

  describe.each(['light', 'dark'] as const)('in %s', (theme) => {
    beforeAll(() => page.emulateMedia({ colorScheme: theme }));
    // What one step leaves open would fail all that follow.
    afterEach(async () => {
      if ((await page.locator('dialog[open]').count()) > 0) await closed(page);
    });

    it.each(BY_COMMAND)('%s', async (command, name) => {
      await place(paragraph());
      await run(page, command);
      await page.getByRole('dialog', { name }).waitFor();
      await clean(command);
    });

    it('Link, for the words that are selected', async () => {
      await place(paragraph());
      await page.keyboard.press('Shift+Home');
      // The text reads its selection a moment after the key.
      await page.waitForTimeout(150);
      await page.keyboard.press('Control+Shift+K');
      await page.getByRole('dialog', { name: 'Link' }).waitFor();
      await clean('link');
    });

    it('a picture that is inserted, and one that is changed', async () => {
      await place(paragraph());
      await app.choosing(quay, () => run(page, 'Insert image'));
      await page.getByRole('dialog', { name: 'Insert a picture' }).waitFor();
      await clean('insert');
      await closed(page);
      await text(page).locator('.image img').first().click();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Picture', exact: true }).waitFor();
      await clean('change');
    });

    it('what went wrong', async () => {
      await place(paragraph());
      await app.choosing(words, () => run(page, 'Insert image'));
      const dialog = page.getByRole('alertdialog');
      await dialog.waitFor();
      await clean('problem');
      await dialog.getByRole('button', { name: 'Close' }).first().click();
      await dialog.waitFor({ state: 'detached' });
    });

    it('the question about unsaved changes', async () => {
      await place(paragraph());
      await run(page, 'Close');
      await page.getByRole('alertdialog').waitFor();
      await clean('unsaved');
    });

    it('a warning’s card, and the lists of facts, notes and checks', async () => {
      await place(paragraph());
      await page.keyboard.press('F8');
      await clean('warning');
      await page.keyboard.press('Escape');
      const facts = page.getByRole('complementary', { name: 'Facts and notes' });
      await facts.getByRole('radio', { name: 'List' }).click();
      for (const list of ['All', 'Figures', 'Quotes', 'Notes', 'Warnings']) {
        await facts.getByRole('button', { name: new RegExp(`^${list}`) }).click();
        await clean(list);
      }
      await facts.getByRole('button', { name: 'All' }).click();
      await facts.getByRole('radio', { name: 'Beside text' }).click();
    });

    it('a narrow window, and its drawers', async () => {
      await page.setViewportSize({ width: 1024, height: 700 });
      await page.getByRole('navigation', { name: 'Facts and notes, folded' }).waitFor();
      await clean('rails');
      await page.keyboard.press('Control+3');
      await page.getByRole('complementary', { name: 'Facts and notes' }).waitFor();
      await clean('drawer');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 1600, height: 1000 });
    });
  });

  it('the start, without a briefing, in light and dark', async () => {
    const other = await openBrowser(scratch(), []);
    try {
      await other.page.getByRole('button', { name: /^New/ }).first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await other.page.emulateMedia({ colorScheme });
        expect([colorScheme, await violations(other.page)]).toEqual([colorScheme, []]);
      }
    } finally {
      await other.close();
    }
  });
});
