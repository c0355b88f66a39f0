// The export sheet in a window: every option by keyboard or click, what leaves, both copies in one go; and axe finds nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { browserPath, HOSTS, noBrowser, openBrowser, root, sample, scratch, type App, type DesktopApp } from './app.ts';
import { violations } from './axe.ts';

const screens = path.join(root, 'release/screens');

async function openSheet(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Shift+E');
  const sheet = page.getByRole('dialog', { name: 'Export to Word' });
  await sheet.getByRole('heading', { name: 'What leaves' }).waitFor();
  return sheet;
}

describe.skipIf(!browserPath)(`the export sheet (${browserPath ? 'here' : noBrowser})`, () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(screens, { recursive: true });
    app = await openBrowser(scratch(), [sample]);
    page = app.page;
    await page.getByRole('textbox', { name: /^Briefing text/ }).waitFor();
  });
  afterAll(() => app.close());

  for (const theme of ['light', 'dark'] as const) {
    it(`fits a small window in ${theme}, cuts no words, and has nothing that axe finds`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width: 1024, height: 700 });
      const sheet = await openSheet(page);
      await page.screenshot({ path: path.join(screens, `chromium-export-options-${theme}-top.png`) });
      await sheet.getByRole('heading', { name: 'What leaves' }).scrollIntoViewIfNeeded();
      await sheet.getByText('Stays here').scrollIntoViewIfNeeded();
      await page.screenshot({ path: path.join(screens, `chromium-export-options-${theme}.png`) });
      const cut = await sheet.evaluate((element) =>
        [...element.querySelectorAll('dt, dd, label, [role=radio], button')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
          .map((one) => one.textContent),
      );
      expect(cut).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    });
  }

  it('chooses by the arrow keys and by clicks, and tells at once what then leaves', async () => {
    const sheet = await openSheet(page);
    const chosen = (name: string) => sheet.getByRole('radio', { name, exact: true }).getAttribute('aria-checked');
    expect(await chosen('A4')).toBe('true');
    await sheet.getByRole('radio', { name: 'A4' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await chosen('Letter')).toBe('true');
    await sheet.getByRole('radio', { name: 'Endnotes' }).click();
    await sheet.getByRole('checkbox', { name: 'List of contents' }).check();
    expect(await sheet.getByRole('checkbox', { name: 'Portion marks' }).count(), 'no paragraph has one').toBe(0);
    await sheet.getByText(/^Excerpts of 1 article inside/).waitFor();
    await sheet.getByRole('checkbox', { name: /^Sources inside/ }).uncheck();
    await sheet.getByText('No excerpts inside').waitFor();
    await sheet.getByRole('radio', { name: 'Both' }).click();
    await sheet.getByText(/in the annotated copy only/).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('remembers the choices, writes both copies, and names both', async () => {
    const sheet = await openSheet(page);
    const files: Download[] = [];
    page.on('download', (file) => files.push(file));
    await sheet.getByRole('button', { name: 'Export…', exact: true }).click();
    await expect.poll(() => files.length).toBe(2);
    const names = files.map((file) => file.suggestedFilename());
    expect(names[1]).toBe(names[0]?.replace('.docx', ' (annotated).docx'));
    const told = await page.locator('.exported').innerText();
    for (const name of names) expect(told).toContain(name);
    const [clean, annotated] = await Promise.all(
      files.map(async (file) => readDocx(readFileSync((await file.path()) ?? ''))),
    );
    expect(clean?.problems).toEqual([]);
    expect(annotated?.problems).toEqual([]);
    expect(clean?.comments).toEqual([]);
    expect(annotated?.comments.length).toBeGreaterThan(0);
    await page.screenshot({ path: path.join(screens, 'chromium-export-both.png') });
    expect(app.faults).toEqual([]);
  });
});

const LONG_ARTICLE = [
  'Ostrel port has its best year',
  'By Tamsin Ode, The Ostrel Courier, 9 March 2031',
  ...Array.from(
    { length: 8 },
    (_, at) =>
      `“The ${at + 3} new cranes of the eastern quay were paid for by the harbour office itself,” said Berit Halden, its head. Grain exports of Ostrel were $${570 + at * 31} million in ${2020 + at}.`,
  ),
].join('\n\n');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`the preview in ${host.name} (${host.missing ?? 'here'})`, () => {
    const folder = scratch();
    let app: App;
    let page: Page;
    beforeAll(async () => {
      mkdirSync(screens, { recursive: true });
      const file = path.join(folder, 'ostrel.txt');
      writeFileSync(file, LONG_ARTICLE);
      app = await host.open(scratch(), [file]);
      page = app.page;
      await page.getByRole('textbox', { name: /^Briefing text/ }).waitFor();
    });
    afterAll(() => app.close());

    const sheet = () => page.getByRole('dialog', { name: 'Export to Word' });
    const preview = () => sheet().getByRole('region', { name: 'Preview' });
    const number = () => preview().getByRole('status').textContent();
    const paper = () => preview().locator('.paper');

    it('shows the pages as they leave, one at a time, by mouse and keyboard', async () => {
      await openSheet(page);
      await expect.poll(number).toMatch(/^Page 1 of [2-9]$/u);
      await paper().locator('.flow').getByText('Ostrel port has its best year').first().waitFor();
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        expect(await violations(page)).toEqual([]);
        await page.screenshot({ path: path.join(screens, `${host.name}-export-${theme}.png`) });
      }
      await page.emulateMedia({ colorScheme: 'light' });
      const left = () =>
        paper()
          .locator('.flow')
          .evaluate((flow) => flow.getBoundingClientRect().left);
      const before = await left();
      await preview().getByRole('button', { name: 'Next page' }).click();
      await expect.poll(number).toMatch(/^Page 2 of/u);
      expect(await left()).toBeLessThan(before);
      expect(await paper().locator('.pageNumber').textContent()).toBe('2');
      await page.screenshot({ path: path.join(screens, `${host.name}-export-page-2.png`) });
      await page.keyboard.press('PageUp');
      await expect.poll(number).toMatch(/^Page 1 of/u);
      expect(await preview().getByRole('button', { name: 'Previous page' }).getAttribute('aria-disabled')).toBe('true');
    });

    it('is drawn again when a choice changes', async () => {
      const contents = sheet().getByRole('checkbox', { name: 'List of contents' });
      await contents.check();
      await paper().getByText('Contents', { exact: true }).waitFor();
      const wide = () => paper().evaluate((one) => one.clientWidth);
      const before = await wide();
      await sheet().getByRole('radio', { name: 'Letter' }).click();
      await expect.poll(wide).toBeGreaterThan(before);
      await sheet().getByRole('radio', { name: 'A4' }).click();
      await contents.uncheck();
      await expect.poll(() => paper().getByText('Contents', { exact: true }).count()).toBe(0);
    });

    it('folds away on a narrow window', async () => {
      if (host.name === 'electron') return;
      await page.setViewportSize({ width: 860, height: 700 });
      await expect.poll(() => preview().isVisible()).toBe(false);
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect.poll(() => preview().isVisible()).toBe(true);
      expect(app.faults).toEqual([]);
    });

    it('says why a file was not written, and goes on from there', async () => {
      if (host.name !== 'electron') return;
      await app.savingTo(path.join(folder, 'gone', 'out.docx'), () =>
        sheet().getByRole('button', { name: 'Export…', exact: true }).click(),
      );
      const problem = page.getByRole('alertdialog', { name: /could not be exported$/u });
      await problem.getByText(/No file was written\.$/u).waitFor();
      await problem.getByRole('button', { name: 'Try again' }).click();
      await sheet().waitFor();
      const docx = path.join(folder, 'out.docx');
      await app.savingTo(docx, () => sheet().getByRole('button', { name: 'Export…', exact: true }).click());
      await page.locator('.exported').getByText('out.docx').waitFor();
      const { electron } = app as DesktopApp;
      const asked = await electron.evaluate(({ shell }) => {
        const list: string[] = [];
        Object.assign(globalThis, { asked: list });
        shell.openPath = (file) => (list.push(`open ${file}`), Promise.resolve(''));
        shell.showItemInFolder = (file) => void list.push(`show ${file}`);
        return list;
      });
      expect(asked).toEqual([]);
      await page.locator('.exported').getByRole('button', { name: 'Open' }).click();
      await page.locator('.exported').getByRole('button', { name: 'Show in folder' }).click();
      const told = () => electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
      await expect.poll(told).toEqual([`open ${docx}`, `show ${docx}`]);
      expect(app.faults).toEqual([]);
    });
  });
}
