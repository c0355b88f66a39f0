// A house style in the window: a Word document is chosen, looked at, exported in, kept for the next start, and removed; in both hosts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx, type DocxFile } from '../docx/readDocx.ts';
import { descend } from '../docx/xml.ts';
import { complexField, houseFile, line, words } from '../export/house/houseFiles.ts';
import { exportWord, HOSTS, root, sample, scratch, type App } from './app.ts';
import { text } from './window.ts';

const screens = path.join(root, 'release/screens');
const files = scratch();
const house = path.join(files, 'Letterhead of the Ministry of Tides, second edition.dotx');
const odd = path.join(files, 'odd.docx');
const bad = path.join(files, 'minutes.docx');
writeFileSync(house, houseFile());
writeFileSync(odd, houseFile({ header: line('Kopfzeile', words('Tides') + complexField('DDE a b', 'x')) }));
writeFileSync(bad, 'no Word document');

/** As the sheet shows it: too long for a button. */
const SHORT = /^House style: Letterhead .+….+\.dotx$/;

async function openSheet(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Shift+E');
  const sheet = page.getByRole('dialog', { name: 'Export to Word' });
  await sheet.getByRole('heading', { name: 'What leaves' }).waitFor();
  return sheet;
}

async function closeSheet(page: Page, sheet: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

/** The button that asks for the file, pressed by the keyboard. */
function chooseFile(app: App, sheet: Locator, file: string): Promise<void> {
  return app.choosing(file, async () => {
    await sheet.getByRole('button', { name: 'Choose a Word document…' }).focus();
    await app.page.keyboard.press('Enter');
  });
}

function values(file: DocxFile, part: string, name: string, attribute: string): string[] {
  const xml = file.xml.get(part);
  return xml ? [...descend(xml)].filter((one) => one.name === name).map((one) => one.attrs[attribute] ?? '') : [];
}

async function exported(app: App, name: string): Promise<DocxFile> {
  const docx = path.join(files, name);
  await exportWord(app, docx);
  await app.page.locator('.exported').getByRole('button', { name: 'Close' }).click();
  return readDocx(readFileSync(docx));
}

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`a house style in ${host.name} (${host.missing ?? 'here'})`, () => {
    const data = scratch();
    let app: App;
    let page: Page;
    const picture = (name: string) => page.screenshot({ path: path.join(screens, `${host.name}-style-${name}.png`) });

    beforeAll(async () => {
      mkdirSync(screens, { recursive: true });
      app = await host.open(data, [sample]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    it('is none at first, and a file that is none is refused with a sentence', async () => {
      const sheet = await openSheet(page);
      expect(await sheet.getByRole('radio', { name: /^House style/ }).count()).toBe(0);
      await chooseFile(app, sheet, bad);
      await sheet
        .getByRole('alert')
        .getByText(/^“minutes\.docx” cannot be used\. The file .+\.$/)
        .waitFor();
      expect(await sheet.getByRole('radio', { name: /^House style/ }).count()).toBe(0);
      await picture('refused');
      await closeSheet(page, sheet);
    });

    it('is chosen by the keyboard, and the sheet shows what becomes of each style', async () => {
      const sheet = await openSheet(page);
      expect(await sheet.getByText(/cannot be used/).count(), 'what was refused last time is past').toBe(0);
      await chooseFile(app, sheet, house);
      await sheet.getByRole('radio', { name: SHORT, checked: true }).waitFor();
      await sheet.getByText('Kept from it: styles, page (Letter, landscape), margins, header and footer.').waitFor();
      const row = (name: string) =>
        sheet
          .getByRole('row', { name: new RegExp(`^${name} `) })
          .getByRole('cell')
          .last();
      expect(await row('Heading 1').innerText()).toBe('Heading 1');
      expect(await row('Heading 3').innerText()).toBe('Added, based on Heading 2');
      expect(await row('Briefing Table').innerText()).toBe('Added, based on House Table');
      await sheet.getByText('Letter, landscape, as in the house style').waitFor();
      expect(await sheet.getByRole('radio', { name: 'A4' }).count(), 'its page is used').toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose a Word document…');
      await closeSheet(page, sheet);
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`looks right in ${theme}, cuts no words, and has nothing that axe finds`, async () => {
        await page.emulateMedia({ colorScheme: theme });
        const sheet = await openSheet(page);
        await sheet.getByText('Which style becomes which').click();
        await sheet.getByRole('region', { name: 'Which style becomes which' }).scrollIntoViewIfNeeded();
        await picture(theme);
        const cut = await sheet.evaluate((element) =>
          [...element.querySelectorAll('dt, dd, label, [role=radio], button, td, p')]
            .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
            .map((one) => one.textContent),
        );
        expect(cut).toEqual([]);
        // Electron's own window is not one that axe may open; the page is the same.
        if (host.name === 'chromium') {
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
          expect(
            violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
          ).toEqual([]);
        }
        await closeSheet(page, sheet);
      });
    }

    it('is in the exported file: its styles, page, header and footer', async () => {
      const file = await exported(app, `${host.name}-house.docx`);
      expect(file.problems).toEqual([]);
      expect(values(file, 'word/document.xml', 'w:pgSz', 'w:w')).toEqual(['15840']);
      expect(values(file, 'word/styles.xml', 'w:name', 'w:val')).toEqual(
        expect.arrayContaining(['Fine Print', 'House Table', 'heading 1']),
      );
      expect(file.paragraphs.map(({ style }) => style)).toEqual(expect.arrayContaining(['Titel', 'berschrift1']));
      const margins = file.margins.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('\n');
      expect(margins).toContain('Ministry of Tides');
      expect(margins).toContain('Harbour Row 4');
    });

    it('is left out when the template’s own is chosen, which the briefing remembers', async () => {
      const sheet = await openSheet(page);
      await sheet.getByRole('radio', { name: SHORT }).focus();
      await page.keyboard.press('ArrowLeft');
      await sheet.getByRole('radio', { name: 'The template’s own', checked: true }).waitFor();
      expect(await sheet.getByText('Which style becomes which').count()).toBe(0);
      await closeSheet(page, sheet);
      const file = await exported(app, `${host.name}-own.docx`);
      expect(values(file, 'word/document.xml', 'w:pgSz', 'w:w')).toEqual(['11906']);
      expect(values(file, 'word/styles.xml', 'w:name', 'w:val')).not.toContain('House Table');
      const again = await openSheet(page);
      await again.getByRole('radio', { name: SHORT }).waitFor();
      expect(await again.getByRole('radio', { name: SHORT, checked: true }).count()).toBe(0);
      await closeSheet(page, again);
    });

    it('is offered again after the next start, says what it leaves out, and is gone once removed', async () => {
      expect(app.faults).toEqual([]);
      await app.close();
      app = await host.open(data, [sample]);
      page = app.page;
      await text(page).or(page.getByRole('alertdialog')).first().waitFor();
      // What was typed and not saved is offered first; here it is not wanted.
      const recovery = page.getByRole('alertdialog');
      if (await recovery.isVisible())
        await recovery
          .getByRole('button', { name: /saved|later|Not now/i })
          .first()
          .click();
      await text(page).waitFor();
      const sheet = await openSheet(page);
      await sheet.getByRole('radio', { name: SHORT, checked: true }).waitFor();
      expect(await sheet.getByRole('row', { name: /^Heading 1 / }).isVisible(), 'folded until it is wanted').toBe(
        false,
      );
      await chooseFile(app, sheet, odd);
      await sheet.getByRole('radio', { name: 'House style: odd.docx', checked: true }).waitFor();
      await sheet.getByText('Of the house style these were left out: the field DDE.').waitFor();
      await picture('left-out');
      await sheet.getByRole('button', { name: 'Remove house style odd.docx' }).click();
      await sheet.getByRole('radio', { name: /^House style/ }).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose a Word document…');
      await sheet.getByRole('radio', { name: 'A4', checked: true }).waitFor();
      await closeSheet(page, sheet);
      const again = await openSheet(page);
      expect(await again.getByRole('radio', { name: /^House style/ }).count()).toBe(0);
      await closeSheet(page, again);
      expect(app.faults).toEqual([]);
    });
  });
}
