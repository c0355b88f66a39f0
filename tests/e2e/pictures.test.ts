// Pictures in a window: chosen, described, pasted, changed, exported and saved; in Electron and in Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsTurning, readPicture } from '../../shared/briefing/picture.ts';
import { readDocx } from '../docx/readDocx.ts';
import { exif, holds, jpeg, png, pngText } from '../pictures.ts';
import { exportWord, HOSTS, root, sample, scratch, type App } from './app.ts';
import { run, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

const SECRET = 'Ostrel harbour desk 7';
const ALT = 'The new quay of Ostrel, seen from the sea';

/** Pastes into the text what the clipboard of another program would hold. */
async function paste(page: Page, html: string, file: Uint8Array | null): Promise<void> {
  await text(page).evaluate(
    (element, given) => {
      const data = new DataTransfer();
      if (given.html) data.setData('text/html', given.html);
      if (given.file) data.items.add(new File([Uint8Array.from(given.file)], 'image.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { html, file: file ? [...file] : null },
  );
}

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`pictures in ${host.name} (${host.missing ?? 'here'})`, () => {
    const folder = scratch();
    const quay = path.join(folder, 'quay at noon.jpg');
    const docx = path.join(folder, 'note.docx');
    const brief = path.join(folder, 'note.brief');
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-${name}.png`) });
    };
    const images = (): Locator => text(page).locator('.image img');

    beforeAll(async () => {
      // A name that is not what the file is: it is told by its bytes.
      writeFileSync(quay, png({ width: 192, height: 96 }, { dpi: 96, before: [pngText('tEXt', SECRET)] }));
      writeFileSync(path.join(folder, 'words.png'), 'These are words.');
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).getByRole('table').waitFor();
      await text(page).getByRole('heading', { name: 'Issue', exact: true }).click();
    });
    afterAll(() => app.close());

    it('inserts one from a file, once it is described', async () => {
      await app.choosing(quay, () => run(page, 'Insert image'));
      const dialog = page.getByRole('dialog', { name: 'Insert a picture' });
      await dialog.waitFor();
      expect(await dialog.getByRole('button', { name: 'Insert', exact: true }).getAttribute('aria-disabled')).toBe(
        'true',
      );
      await page.keyboard.type(ALT);
      await page.keyboard.press('Enter');
      await expect.poll(() => images().count()).toBe(1);
      await expect.poll(() => images().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
      expect(await images().getAttribute('alt')).toBe(ALT);
      expect(await images().getAttribute('src')).toMatch(/^blob:/);
    });

    it('takes it away with undo and brings it back with redo', async () => {
      await page.keyboard.press('Control+z');
      await expect.poll(() => images().count()).toBe(0);
      await page.keyboard.press('Control+y');
      await expect.poll(() => images().count()).toBe(1);
      await expect.poll(() => images().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
    });

    it('changes its width by keyboard', async () => {
      await images().click();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Picture', exact: true });
      await dialog.waitFor();
      expect(await dialog.getByLabel('Description').inputValue()).toBe(ALT);
      await dialog.getByRole('radio', { name: '50 %' }).click();
      await dialog.getByRole('button', { name: 'Change' }).click();
      await expect.poll(() => images().evaluate((image: HTMLImageElement) => image.style.width)).toBe('50%');
    });

    it('brings a photograph that lies on its side upright', async () => {
      const lying = path.join(folder, 'crane.jpeg');
      writeFileSync(lying, jpeg({ width: 64, height: 32 }, { extra: [exif(6, SECRET)] }));
      await app.choosing(lying, () => run(page, 'Insert image'));
      await page.getByRole('dialog', { name: 'Insert a picture' }).waitFor();
      await page.keyboard.type('A crane');
      await page.keyboard.press('Enter');
      await expect.poll(() => images().count()).toBe(2);
      const size = images()
        .last()
        .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
      expect(await size).toEqual([32, 64]);
    });

    it('asks for the description of one that is pasted', async () => {
      await paste(page, '', png({ width: 10, height: 10 }));
      const dialog = page.getByRole('dialog', { name: 'Insert a picture' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      expect(await images().count()).toBe(2);
    });

    it('takes one that is dropped on the text, and no source with it', async () => {
      const sources = await page.getByRole('complementary', { name: 'Sources' }).getByRole('tab').count();
      await text(page)
        .getByRole('heading', { name: 'Recommendation', exact: true })
        .evaluate(
          (element, bytes) => {
            const box = element.getBoundingClientRect();
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'tide.png', { type: 'image/png' }));
            const point = { clientX: box.left + 5, clientY: box.top + 5 };
            element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...point }));
          },
          [...png({ width: 12, height: 10 })],
        );
      await page.getByRole('dialog', { name: 'Insert a picture' }).waitFor();
      await page.keyboard.type('The tide table');
      await picture('picture');
      await page.keyboard.press('Enter');
      await expect.poll(() => images().count()).toBe(3);
      expect(await text(page).locator('h2:has-text("Recommendation") + .image img').getAttribute('alt')).toBe(
        'The tide table',
      );
      await picture('pictures');
      expect(await page.getByRole('complementary', { name: 'Sources' }).getByRole('tab').count()).toBe(sources);
      await page.keyboard.press('Control+z');
      await expect.poll(() => images().count()).toBe(2);
    });

    it('leaves out pictures that are only addresses, fetches none, and says so', async () => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await text(page).getByRole('heading', { name: 'Issue', exact: true }).click();
      await page.keyboard.press('End');
      await paste(page, '<p> (as planned)</p><img src="https://ostrel.example/quay.png" alt="x">', null);
      await page
        .getByText(/A picture was left out of what was pasted/)
        .first()
        .waitFor();
      expect(await text(page).textContent()).toContain('(as planned)');
      expect(await images().count()).toBe(2);
      expect(asked.filter((url) => url.includes('ostrel.example'))).toEqual([]);
      await page.keyboard.press('Control+z');
    });

    it('refuses what is no picture with a sentence', async () => {
      await app.choosing(path.join(folder, 'words.png'), () => run(page, 'Insert image'));
      const dialog = page.getByRole('alertdialog');
      await dialog.waitFor();
      expect(await dialog.textContent()).toContain('not a picture that Word can show: choose a PNG, JPEG or GIF');
      await dialog.getByRole('button', { name: 'Close' }).first().click();
    });

    it('exports it with its description and without its metadata', async () => {
      await exportWord(app, docx);
      const bytes = new Uint8Array(readFileSync(docx));
      expect(readDocx(bytes).problems).toEqual([]);
      const parts = unzipSync(bytes);
      expect(parts['word/media/image1.png']).toEqual(png({ width: 192, height: 96 }, { dpi: 96 }));
      for (const part of Object.values(parts)) expect(holds(part, SECRET)).toBe(false);
      expect(new TextDecoder().decode(parts['word/document.xml'])).toContain(`descr="${ALT}"`);
    });

    it('saves it, and what was saved is without its metadata', async () => {
      await app.savingTo(brief, async () => {
        await page.keyboard.press('Control+s');
      });
      await page
        .getByRole('contentinfo')
        .getByText(/^Saved/)
        .waitFor();
      const parts = unzipSync(new Uint8Array(readFileSync(brief)));
      expect(Object.keys(parts).filter((name) => name.startsWith('media/'))).toHaveLength(2);
      for (const part of Object.values(parts)) expect(holds(part, SECRET)).toBe(false);
      // The photograph was drawn anew: no program has to turn it.
      const [name] = Object.keys(parts).filter((part) => part.endsWith('.jpeg'));
      const crane = readPicture(parts[name ?? ''] ?? new Uint8Array());
      expect(crane.ok && [crane.value.width, crane.value.height, needsTurning(crane.value)]).toEqual([32, 64, false]);
    });

    it('had no error inside the page', () => {
      expect(app.faults).toEqual([]);
    });
  });
}
