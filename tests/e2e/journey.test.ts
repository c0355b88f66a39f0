// The whole way in a window: open, annotate, alter, restore, export, save, kill, recover; in Electron and in Chromium.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { caretBehind, margin, text } from './window.ts';

/** Pictures of the main states, for people to look at beside the design. */
const pictures = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`the journey in ${host.name} (${host.missing ?? 'here'})`, () => {
    const data = scratch();
    const folder = scratch();
    const docx = path.join(folder, 'note.docx');
    const annotatedDocx = path.join(folder, 'note (annotated).docx');
    const brief = path.join(folder, 'note.brief');
    let app: App;
    let page: Page;

    const picture = async (name: string): Promise<void> => {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${host.name}-${name}.png`) });
    };

    beforeAll(async () => {
      app = await host.open(data, [sample]);
      page = app.page;
    });
    afterAll(() => app.close());

    it('opens the article as a prefilled briefing', async () => {
      await text(page).waitFor();
      await expect.poll(() => text(page).getByRole('table').count()).toBe(1);
      expect(await text(page).locator('h1').textContent()).toContain('Harbour towns');
      for (const words of ['Issue', 'Recommendation', 'Background', 'Sources']) {
        expect(await text(page).getByRole('heading', { name: words, exact: true }).count()).toBe(1);
      }
      expect(await text(page).locator('blockquote').count()).toBeGreaterThanOrEqual(3);
      const sources = page.getByRole('complementary', { name: 'Sources' });
      expect(await sources.textContent()).toContain('Linnea Marsh');
      // What was left out of the text is said, never silent.
      expect(await sources.textContent()).toContain('Read more');
      await picture('editor');
    });

    it('shows the place of a figure in its source', async () => {
      await text(page).locator('td', { hasText: '$310 million' }).locator('.figure').click();
      const place = page
        .getByRole('region', { name: 'Article text' })
        .locator('[data-fact]', { hasText: '$310 million' });
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => place.first().isVisible()).toBe(true);
    });

    it('annotates a figure by keyboard, with a reply', async () => {
      await caretBehind(text(page).locator('td', { hasText: '$310 million' }), '$310');
      await page.keyboard.press('Control+Alt+m');
      const card = page.getByRole('dialog', { name: /^Note on/ });
      await card.waitFor();
      await card.getByLabel('Note', { exact: true }).fill('Goods only? Ask the customs service.');
      await card.getByRole('radio', { name: 'Disputed' }).click();
      await card.getByRole('radio', { name: 'Moderate' }).click();
      await card.getByLabel('Reply').fill('They confirm: goods only.');
      await page.keyboard.press('Enter');
      expect(await card.getByLabel('Word comment').isChecked()).toBe(false);
      await card.getByLabel('Word comment').check();
      await picture('annotate');
      await page.keyboard.press('Escape');
      expect(await text(page).locator('.annotation', { hasText: '$310 million' }).count()).toBe(1);
    });

    it('flags an altered quotation as it is typed, and restores it', async () => {
      const words = 'it can join them again';
      const quotation = text(page).locator('blockquote', { hasText: 'The Sound divided our coasts' });
      await caretBehind(quotation, 'it can ');
      await page.keyboard.type('never ');
      await margin(page)
        .getByText(/differs from its source/)
        .first()
        .waitFor();
      await page.keyboard.press('F8');
      const card = page.getByRole('dialog', { name: /differs from its source/ });
      await card.waitFor();
      expect(await card.locator('ins').first().textContent()).toContain('never');
      await picture('integrity');
      await card.getByRole('radio', { name: /Restore the source’s words/ }).press('1');
      await expect
        .poll(() =>
          margin(page)
            .getByText(/differs from its source/)
            .count(),
        )
        .toBe(0);
      expect(await quotation.textContent()).toContain(words);
    });

    it('flags an altered figure, and undo brings it back', async () => {
      const cell = text(page).locator('td', { hasText: '$745 million' });
      await caretBehind(cell, '$7');
      await page.keyboard.type('9');
      await margin(page)
        .getByText(/differs from its source/)
        .first()
        .waitFor();
      await page.keyboard.press('Control+z');
      await expect
        .poll(() =>
          margin(page)
            .getByText(/differs from its source/)
            .count(),
        )
        .toBe(0);
    });

    it('takes a fact by drag from its source, with its citation, and undo takes it away', async () => {
      const citations = (): Promise<number> => text(page).locator('.citation').count();
      const before = await citations();
      const target = text(page).locator('p[data-prompt]').nth(1);
      await target.scrollIntoViewIfNeeded();
      const fact = page
        .getByRole('region', { name: 'Article text' })
        .locator('[data-fact]', { hasText: '1,240 new jobs' });
      await fact.first().dragTo(target);
      await expect.poll(citations).toBe(before + 1);
      expect(await text(page).locator('p .figure', { hasText: '1,240 new jobs' }).count()).toBeGreaterThanOrEqual(1);
      await page.keyboard.press('Control+z');
      await expect.poll(citations).toBe(before);
    });

    it('exports to Word', async () => {
      await app.savingTo(docx, async () => {
        await page.keyboard.press('Control+Shift+E');
        const sheet = page.getByRole('dialog', { name: 'Export to Word' });
        await sheet.waitFor();
        await picture('export');
        await sheet.getByRole('button', { name: 'Export…', exact: true }).click();
      });
      await page.locator('.exported').waitFor();
      const file = readDocx(readFileSync(docx));
      expect(file.problems).toEqual([]);
      const mine = file.comments.find((comment) => comment.text.includes('Ask the customs service'));
      // Number and unit are held together by a no-break space (word.md).
      expect(mine).toMatchObject({ anchored: '$310\u00a0million', done: false });
      expect(file.comments.filter(({ parent }) => parent === mine?.id).map((reply) => reply.text)).toEqual([
        'They confirm: goods only.',
      ]);
      expect(file.notes.length).toBeGreaterThanOrEqual(5);
      expect(file.paragraphs.map((paragraph) => paragraph.text).join('\n')).toContain('it can join them again');
    });

    it('exports a clean and an annotated copy in one go, and names both', async () => {
      const further: Promise<void>[] = [];
      // A browser gets the second copy as a download of its own; in Electron it is written beside the first.
      page.on('download', (file) => {
        if (file.suggestedFilename().includes('(annotated)')) further.push(file.saveAs(annotatedDocx));
      });
      await app.savingTo(docx, async () => {
        await page.keyboard.press('Control+Shift+E');
        const sheet = page.getByRole('dialog', { name: 'Export to Word' });
        await sheet.getByRole('radio', { name: 'Both' }).click();
        await sheet.getByText(/in the annotated copy only/).waitFor();
        await sheet.getByRole('button', { name: 'Export…', exact: true }).click();
      });
      await page.locator('.exported', { hasText: '(annotated).docx' }).waitFor();
      await Promise.all(further);
      const [clean, annotated] = [docx, annotatedDocx].map((file) => readDocx(readFileSync(file)));
      expect([clean?.problems, annotated?.problems]).toEqual([[], []]);
      expect(clean?.comments).toEqual([]);
      expect(annotated?.comments.map((comment) => comment.text)).toContain('They confirm: goods only.');
      const shown = (file: typeof clean) => file?.paragraphs.map((paragraph) => paragraph.text);
      expect(shown(annotated)).toEqual(shown(clean));
      expect(annotated?.notes.map(({ text: words }) => words)).toEqual(clean?.notes.map(({ text: words }) => words));
    });

    it('saves', async () => {
      await app.savingTo(brief, async () => {
        await page.keyboard.press('Control+s');
      });
      await page
        .getByRole('contentinfo')
        .getByText(/^Saved/)
        .waitFor();
      expect(readFileSync(brief).subarray(30, 38).toString()).toBe('mimetype');
    });

    it('keeps what was typed after the save when the app is killed, and recovers it', async () => {
      await text(page).locator('p[data-prompt]').first().click();
      await page.keyboard.type('The route pays only with a second ferry.');
      await page
        .getByRole('contentinfo')
        .getByText(/backup kept|not saved/i)
        .first()
        .waitFor();
      // The backup waits for a pause of the typing (renderer/autosave.ts).
      await page.waitForTimeout(2500);
      await app.kill();

      app = await host.open(data, []);
      page = app.page;
      const dialog = page.getByRole('alertdialog');
      await dialog.waitFor();
      await picture('recovery');
      await dialog.getByRole('button', { name: 'Open the recovered version' }).click();
      await expect.poll(async () => text(page).textContent()).toContain('The route pays only with a second ferry.');
      // The note came back too.
      expect(await text(page).locator('.annotation', { hasText: '$310 million' }).count()).toBe(1);
    });

    it('had no error inside the page', () => {
      expect(app.faults).toEqual([]);
    });
  });
}
