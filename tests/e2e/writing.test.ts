// Writing in a window, by mouse and by keyboard: tables, lists, blocks, quotations, signs, and input that others send; in Electron and in Chromium.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { docOf, paste } from './pasteSteps.ts';
import { caretBehind, run, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

/** True for what axe finds in the sheet and what writing puts over it; the panels have tests of their own. */
function ofWriting(violation: string): boolean {
  return /page|briefing|block|column|menu/u.test(violation);
}

/** Two drawings later: the text has heard of the caret, and what follows it is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`writing in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const blocks = () => text(page).locator('> *');
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-${name}.png`) });
    };
    /** A new empty paragraph behind the block with the words, with the caret in it. */
    const behind = async (words: string): Promise<void> => {
      const block = text(page).locator('> p', { hasText: words }).last();
      await caretBehind(block, words);
      await drawn(page);
      await page.keyboard.press('End');
      await drawn(page);
      await page.keyboard.press('Enter');
      await drawn(page);
    };
    /** Runs a command and waits until the text has the focus again. */
    const command = async (words: string): Promise<void> => {
      await run(page, words);
      const focused = () => text(page).evaluate((element) => element === document.activeElement);
      await page.locator('dialog[open]').waitFor({ state: 'hidden' });
      await expect.poll(focused).toBe(true);
      await drawn(page);
    };
    const box = async (place: Locator) => {
      const found = await place.boundingBox();
      if (!found) throw new Error('It is not drawn.');
      return found;
    };
    const order = async (): Promise<string[]> =>
      (await text(page).locator('> p').allTextContents()).filter((words) => words.startsWith('Block '));

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
      const heading = text(page).getByRole('heading', { name: 'Issue', exact: true });
      await caretBehind(heading, 'Issue');
      await drawn(page);
      await page.keyboard.press('End');
      await drawn(page);
      await page.keyboard.press('Enter');
      for (const words of ['Block one', 'Block two', 'Block three']) {
        await page.keyboard.type(words);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.type('Here we write');
    });
    afterAll(() => app.close());

    describe('a table', () => {
      const table = () => text(page).locator('table', { hasText: 'Quay' });
      const cells = () => table().locator('th, td');

      it('is inserted with a header row, filled by Tab, and grows by it', async () => {
        await behind('Here we write');
        await command('Table');
        for (const words of ['Quay', 'Ships', 'Tonnes', 'North', '12', '3,400', 'South', '7', '1,900', 'West']) {
          await page.keyboard.type(words);
          await page.keyboard.press('Tab');
        }
        expect(await table().locator('tr').count()).toBe(4);
        expect(await table().locator('th').allTextContents()).toEqual(['Quay', 'Ships', 'Tonnes']);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.type('East');
        expect(await cells().nth(9).textContent()).toBe('East');
      });

      it('has its cells selected by Shift and arrows, emptied by Delete, and merged', async () => {
        await caretBehind(cells().nth(4), '12');
        await drawn(page);
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Shift+ArrowRight');
        await expect.poll(() => table().locator('.selectedCell').count()).toBe(2);
        await page.keyboard.press('Delete');
        expect(await cells().nth(4).textContent()).toBe('');
        await page.keyboard.press('Control+z');
        await expect.poll(() => cells().nth(4).textContent()).toBe('12');
        await caretBehind(cells().nth(9), 'East');
        await drawn(page);
        await page.keyboard.press('Shift+ArrowRight');
        await expect.poll(() => table().locator('.selectedCell').count()).toBe(2);
        await command('Merge the cells');
        await expect.poll(() => table().locator('td[colspan="2"]').count()).toBe(1);
        await picture('table');
        await command('Split the cell');
        await expect.poll(() => table().locator('td[colspan="2"]').count()).toBe(0);
      });

      it('has its cells selected by the mouse, and copied into others', async () => {
        await caretBehind(cells().nth(3), 'North');
        await cells().nth(3).hover();
        await page.mouse.down();
        await cells().nth(7).hover();
        await page.mouse.up();
        await expect.poll(() => table().locator('.selectedCell').count()).toBe(4);
        await page.keyboard.press('Control+c');
        await caretBehind(cells().nth(6), 'South');
        await drawn(page);
        await page.keyboard.press('Control+v');
        await expect
          .poll(async () => (await cells().allTextContents()).slice(6, 11))
          .toEqual(['North', '12', '1,900', 'South', '7']);
        await page.keyboard.press('Control+z');
        await expect.poll(() => cells().nth(6).textContent()).toBe('South');
      });

      it('has columns that are wider by key and by mouse; the table stays as wide as the text', async () => {
        const whole = (await box(table())).width;
        await caretBehind(cells().nth(3), 'North');
        await drawn(page);
        const first = (await box(cells().nth(0))).width;
        await page.keyboard.press('Control+Alt+ArrowRight');
        await page.keyboard.press('Control+Alt+ArrowRight');
        await expect.poll(async () => (await box(cells().nth(0))).width).toBeGreaterThan(first + whole * 0.03);
        const at = await box(cells().nth(1));
        const x = at.x + at.width;
        await page.mouse.move(x - 30, at.y + at.height / 2);
        await page.mouse.move(x - 1, at.y + at.height / 2);
        await page.locator('.column-edge').waitFor();
        await page.mouse.down();
        await page.mouse.move(x + 40, at.y + at.height / 2, { steps: 4 });
        await picture('column-resize');
        await page.mouse.up();
        await expect.poll(async () => Math.round((await box(cells().nth(1))).width - at.width)).toBeGreaterThan(30);
        expect(Math.abs((await box(table())).width - whole)).toBeLessThan(2);
        await page.keyboard.press('Control+z');
        await expect.poll(async () => Math.abs((await box(cells().nth(1))).width - at.width)).toBeLessThan(2);
      });

      it('a header row is switched by its command', async () => {
        await caretBehind(cells().nth(3), 'North');
        await drawn(page);
        await command('Header row');
        await expect.poll(() => table().locator('th').count()).toBe(0);
        await page.keyboard.press('Control+z');
        await expect.poll(() => table().locator('th').count()).toBe(3);
      });
    });

    describe('a list', () => {
      const list = () => text(page).locator('> ol', { hasText: 'first item' });

      it('begins with its sign, goes deeper and back by Tab, and ends by Enter', async () => {
        await behind('Here we write');
        await page.keyboard.type('1. first item');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await page.keyboard.type('deeper item');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.type('second item');
        expect(await list().locator('> li').count()).toBe(2);
        expect(await list().locator('ol > li').count()).toBe(1);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
        await page.keyboard.type('After the list');
        expect(await text(page).locator('> p', { hasText: 'After the list' }).count()).toBe(1);
      });

      it('goes on with its numbers after a paragraph, and restarts', async () => {
        await page.keyboard.press('Enter');
        await page.keyboard.type('1. third item');
        await command('Continue numbering');
        const later = text(page).locator('> ol', { hasText: 'third item' });
        await expect.poll(() => later.getAttribute('start')).toBe('3');
        await command('Restart at 1');
        await expect.poll(() => later.getAttribute('start')).toBe(null);
        await page.keyboard.press('Home');
        await drawn(page);
        await page.keyboard.press('Backspace');
        await expect.poll(() => text(page).locator('> p', { hasText: 'third item' }).count()).toBe(1);
      });
    });

    describe('a block', () => {
      const grip = () => page.locator('.block-handle');
      const block = (words: string) => text(page).locator('> p', { hasText: words });

      it('moves by the keys, with one undo', async () => {
        await caretBehind(block('Block three'), 'Block');
        await drawn(page);
        await page.keyboard.press('Alt+Shift+ArrowUp');
        await expect.poll(order).toEqual(['Block one', 'Block three', 'Block two']);
        await page.keyboard.press('Control+z');
        await expect.poll(order).toEqual(['Block one', 'Block two', 'Block three']);
      });

      it('has a grip under the pointer that moves nothing, and is dragged by it', async () => {
        const before = await box(block('Block two'));
        await block('Block one').hover();
        await grip().waitFor();
        expect(await grip().getAttribute('aria-label')).toBe('Paragraph: Block one');
        expect(await box(block('Block two'))).toEqual(before);
        const from = await box(grip());
        await page.mouse.move(from.x + 12, from.y + 12);
        await page.mouse.down();
        await page.mouse.move(from.x + 12, from.y + 20, { steps: 2 });
        await page.mouse.move(from.x + 12, before.y + before.height - 2, { steps: 4 });
        await page.locator('.block-drop').waitFor();
        await picture('block-drag');
        await page.mouse.up();
        await expect.poll(order).toEqual(['Block two', 'Block one', 'Block three']);
        await page.keyboard.press('Control+z');
        await expect.poll(order).toEqual(['Block one', 'Block two', 'Block three']);
      });

      it('has a menu by the grip: what it can become, and what can be done with it', async () => {
        await block('Block two').hover();
        await expect.poll(() => grip().getAttribute('aria-label')).toBe('Paragraph: Block two');
        await grip().click();
        const menu = page.getByRole('menu', { name: 'Block', exact: true });
        await menu.waitFor();
        await picture('block-menu');
        expect((await violations(page)).filter(ofWriting)).toEqual([]);
        await menu.getByRole('menuitemradio', { name: 'Block quotation' }).click();
        await expect.poll(() => text(page).locator('> blockquote', { hasText: 'Block two' }).count()).toBe(1);
        await page.keyboard.press('Control+z');
        await expect.poll(order).toEqual(['Block one', 'Block two', 'Block three']);
      });

      it('has the same menu by the keys, and Esc goes back to the words', async () => {
        await caretBehind(block('Block two'), 'Block two');
        await drawn(page);
        await page.keyboard.press('Control+Shift+.');
        const menu = page.getByRole('menu', { name: 'Block', exact: true });
        await menu.waitFor();
        await page.keyboard.press('Escape');
        await menu.waitFor({ state: 'hidden' });
        await page.keyboard.type('!');
        await expect.poll(order).toEqual(['Block one', 'Block two!', 'Block three']);
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Control+Shift+.');
        await menu.waitFor();
        await page.keyboard.press('d');
        await page.keyboard.press('Enter');
        await expect.poll(order).toEqual(['Block one', 'Block two', 'Block two', 'Block three']);
        await page.keyboard.press('Control+z');
      });
    });

    describe('signs', () => {
      it('become the marks of the language, and Backspace takes each back', async () => {
        await behind('Here we write');
        await page.keyboard.type('Signs: "it\'s" -- so...');
        const line = text(page).locator('> p', { hasText: 'Signs:' });
        await expect.poll(() => line.textContent()).toBe('Signs: “it’s” – so…');
        await page.keyboard.press('Backspace');
        await expect.poll(() => line.textContent()).toBe('Signs: “it’s” – so...');
      });

      it('stay as they are typed when the settings say so', async () => {
        await run(page, 'Settings');
        const dialog = page.getByRole('dialog', { name: 'Settings' });
        await dialog.getByLabel('Set quotation marks, dashes and ellipses while typing').uncheck();
        await dialog.getByRole('button', { name: 'Done' }).click();
        await dialog.waitFor({ state: 'hidden' });
        await behind('Here we write');
        await page.keyboard.type('Plain: "a" -- b...');
        await expect
          .poll(() => text(page).locator('> p', { hasText: 'Plain:' }).textContent())
          .toBe('Plain: "a" -- b...');
        await run(page, 'Settings');
        await dialog.getByLabel('Set quotation marks, dashes and ellipses while typing').check();
        await dialog.getByRole('button', { name: 'Done' }).click();
      });
    });

    describe('quotations, marks and links', () => {
      it('a quotation that is typed has no source, and the checks say so', async () => {
        await behind('Here we write');
        await page.keyboard.type('> The lighthouse sings at night.');
        const quotation = text(page).locator('> blockquote', { hasText: 'The lighthouse sings' });
        await quotation.waitFor();
        await expect.poll(() => quotation.getAttribute('data-check').then((id) => id !== null)).toBe(true);
        await command('Block quotation');
        await expect.poll(() => text(page).locator('> p', { hasText: 'The lighthouse sings' }).count()).toBe(1);
      });

      it('words are struck by their key, and plain again', async () => {
        const words = text(page).locator('> p', { hasText: 'The lighthouse sings' });
        await caretBehind(words, 'The lighthouse');
        await drawn(page);
        await page.keyboard.press('Control+Shift+ArrowLeft');
        await drawn(page);
        await page.keyboard.press('Control+Shift+x');
        await expect.poll(() => words.locator('s').textContent()).toBe('lighthouse');
        await command('Clear formatting');
        await expect.poll(() => words.locator('s').count()).toBe(0);
      });

      it('a link is changed in its dialog, which knows the address', async () => {
        const words = text(page).locator('> p', { hasText: 'The lighthouse sings' });
        await page.keyboard.press('Control+Shift+k');
        const dialog = page.getByRole('dialog', { name: 'Link' });
        await dialog.getByLabel('Address').fill('https://example.org/one');
        await dialog.getByRole('button', { name: 'Set the link' }).click();
        await expect.poll(() => words.locator('a').getAttribute('href')).toBe('https://example.org/one');
        await caretBehind(words.locator('a'), 'light');
        await drawn(page);
        await page.keyboard.press('Control+Shift+k');
        expect(await dialog.getByLabel('Address').inputValue()).toBe('https://example.org/one');
        await dialog.getByRole('button', { name: 'Remove the link' }).click();
        await expect.poll(() => words.locator('a').count()).toBe(0);
      });
    });

    describe('input that others send', () => {
      it('a composition of an input method is whole, and one undo takes it back', async () => {
        await behind('Here we write');
        await page.keyboard.type('Composed: ');
        const client = await page.context().newCDPSession(page);
        const line = text(page).locator('> p', { hasText: 'Composed:' });
        for (const words of ['に', 'にほ', 'にほん']) {
          await client.send('Input.imeSetComposition', {
            text: words,
            selectionStart: words.length,
            selectionEnd: words.length,
          });
          await page.waitForTimeout(250);
        }
        await client.send('Input.insertText', { text: '日本' });
        await expect.poll(() => line.textContent()).toBe('Composed: 日本');
        await page.keyboard.type(' goes on');
        await expect.poll(() => line.textContent()).toBe('Composed: 日本 goes on');
        await client.detach();
      });

      it('emoji of several parts and words from right to left are whole in the document', async () => {
        await behind('Here we write');
        const words = 'Mixed: 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 مرحبا بالعالم and é̂';
        await page.keyboard.insertText(words);
        const found = JSON.stringify(await docOf(page));
        expect(found).toContain(JSON.stringify(words).slice(1, -1));
      });

      it('a list of 500 levels loses nothing', async () => {
        await behind('Here we write');
        const levels = 500;
        const html =
          Array.from({ length: levels }, (_, at) => `<ul><li><p>level${at}.</p>`).join('') +
          '</li></ul>'.repeat(levels);
        await paste(page, { html });
        const whole = JSON.stringify(await docOf(page));
        const missing = Array.from({ length: levels }, (_, at) => `level${at}.`).filter(
          (words) => !whole.includes(words),
        );
        expect(missing).toEqual([]);
        await page.keyboard.press('Control+z');
      });
    });

    it('nothing went wrong in the window, and axe finds nothing in it', async () => {
      expect((await violations(page)).filter(ofWriting)).toEqual([]);
      expect(await blocks().count()).toBeGreaterThan(5);
      await picture('writing');
      expect(app.faults).toEqual([]);
    });
  });
}
