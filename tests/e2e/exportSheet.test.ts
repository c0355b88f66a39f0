// The export sheet in a window: every option by keyboard or click, what leaves, both copies in one go; and axe finds nothing.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { browserPath, noBrowser, openBrowser, root, sample, scratch, type App } from './app.ts';

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
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual(
        [],
      );
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
