// Captions, references, numbers and portion marks in a window: by the palette, as the page shows them; in Electron and in Chromium.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { exportWord, HOSTS, root, sample, scratch, type App } from './app.ts';
import { run, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

/** Presses where the caret is to stand, and waits until the text knows it: a dialog that opens before takes the focus from it. */
async function place(page: Page, where: Locator): Promise<void> {
  await where.click();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What the style sheet puts before or behind the words of an element. */
function drawn(place: Locator, side: '::before' | '::after'): Promise<string> {
  return place.evaluate((element, pseudo) => getComputedStyle(element, pseudo).content, side);
}

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`captions in ${host.name} (${host.missing ?? 'here'})`, () => {
    const docx = path.join(scratch(), 'note.docx');
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-${name}.png`) });
    };
    const caption = () => text(page).locator('p.caption');
    const reference = () => text(page).locator('a.reference');

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    it('a submission is numbered as in Word, and Number paragraphs turns that off and on', async () => {
      const counted = text(page).locator('> .counted');
      const before = await counted.count();
      expect(before).toBeGreaterThan(1);
      expect(await drawn(counted.first(), '::before')).toBe('counter(paragraph) "."');
      // Its words begin beside the number, where those of a list or a quotation begin.
      expect(await counted.first().evaluate((element) => getComputedStyle(element).marginInlineStart)).toBe('34px');
      await place(page, counted.first());
      await run(page, 'Number paragraphs');
      await expect.poll(() => counted.count()).toBe(0);
      await page.keyboard.press('Control+z');
      await expect.poll(() => counted.count()).toBe(before);
    });

    it('a table gets a caption, which Enter leaves', async () => {
      await place(page, text(page).locator('table td').first());
      await run(page, 'Caption');
      await caption().waitFor();
      await page.keyboard.type('Trade of the harbours');
      expect(await drawn(caption(), '::before')).toBe('"Table\u00a01: "');
      expect(await caption().textContent()).toBe('Trade of the harbours');
      await page.keyboard.press('Enter');
      expect(await caption().count()).toBe(1);
    });

    it('a reference shows it, and a press on it goes there', async () => {
      const first = text(page).locator('> .counted').first();
      await place(page, first);
      await page.keyboard.press('End');
      await page.keyboard.type(' See ');
      await run(page, 'Cross-reference');
      const dialog = page.getByRole('dialog', { name: 'Cross-reference' });
      await dialog.waitFor();
      expect(await dialog.getByRole('radio').count()).toBe(1);
      await picture('reference-dialog');
      await dialog.getByRole('button', { name: 'Insert the reference' }).click();
      await reference().waitFor();
      expect(await drawn(reference(), '::after')).toBe('"Table\u00a01"');
      await reference().click();
      await page.keyboard.type('Y');
      await expect.poll(() => caption().textContent()).toBe('YTrade of the harbours');
      await page.keyboard.press('Control+z');
    });

    it('a portion mark stands before the words, by the scheme of the banner', async () => {
      await place(page, text(page).locator('> .counted').first());
      await run(page, 'Portion mark');
      const dialog = page.getByRole('dialog', { name: 'Portion mark' });
      await dialog.waitFor();
      await picture('portion-dialog');
      await dialog.getByLabel('(OS)').check();
      await dialog.getByRole('button', { name: 'Set the mark' }).click();
      await expect.poll(() => text(page).locator('.portion').allTextContents()).toEqual(['(OS) ']);
      await picture('paragraphs');
    });

    it('a heading bears one too', async () => {
      await place(page, text(page).getByRole('heading', { name: 'Issue', exact: true }));
      await run(page, 'Portion mark');
      const dialog = page.getByRole('dialog', { name: 'Portion mark' });
      await dialog.getByLabel('(OS)').check();
      await dialog.getByRole('button', { name: 'Set the mark' }).click();
      await expect.poll(() => text(page).locator('h2 .portion').allTextContents()).toEqual(['(OS) ']);
    });

    it('a banner below a mark is among the checks at once, leads to the words, and is raised from there', async () => {
      await run(page, 'Banner');
      const dialog = page.getByRole('dialog', { name: 'Banner' });
      await dialog.getByLabel('OFFICIAL', { exact: true }).check();
      await dialog.getByRole('button', { name: 'Set the banner' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('F7');
      const found = page
        .getByRole('region', { name: 'Checks' })
        .getByRole('listitem')
        .filter({ hasText: 'The banner OFFICIAL is lower than the portion mark (OS)' });
      await found.getByRole('button', { name: /^Go to/ }).click();
      const heading = text(page).getByRole('heading', { name: /Issue$/ });
      await expect
        .poll(() => heading.evaluate((element) => element.contains(getSelection()?.anchorNode ?? null)))
        .toBe(true);
      await picture('banner-below');
      await found.getByRole('button', { name: 'Raise the banner to OFFICIAL-SENSITIVE' }).click();
      await expect.poll(() => found.count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Checks');
      await page.keyboard.press('Control+z');
      await found.waitFor();
      await page.keyboard.press('Control+y');
      await expect.poll(() => found.count()).toBe(0);
    });

    it('all of it leaves for Word', async () => {
      await exportWord(app, docx);
      const file = readDocx(readFileSync(docx));
      expect(file.problems).toEqual([]);
      const words = file.paragraphs.map((one) => one.text);
      expect(words).toContain('Table\u00a01: Trade of the harbours');
      expect(words.some((one) => one.includes('See Table\u00a01'))).toBe(true);
      expect(file.paragraphs.find((one) => one.text.includes('See Table'))?.list).not.toBeNull();
      expect(app.faults).toEqual([]);
    });
  });
}
