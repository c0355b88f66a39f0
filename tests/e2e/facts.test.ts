// The facts of the sources in a window: listed, narrowed, inserted, corrected, added, dismissed; by mouse and by keyboard.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { active, caretBehind, command, detail, drawOver, grid, row, source, theme } from './factsWindow.ts';
import { margin, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`facts in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-facts-${name}.png`) });
    };
    const said = () => page.getByRole('status').first().innerText();
    const notice = () => page.locator('.status-bar .notice');

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    describe('the list', () => {
      it('shows kinds in groups, with wording, value, place, use and status', async () => {
        await margin(page).getByRole('radio', { name: 'List' }).click();
        await grid(page).waitFor();
        const first = row(page, '$1 billion 380 million');
        expect(await first.innerText()).toContain('1,380,000,000 US dollars');
        expect(await first.innerText()).toMatch(/¶7\. Used once/);
        expect(await first.innerText()).toContain('unverified');
        expect(await grid(page).getByRole('rowheader').first().innerText()).toMatch(/^Figures \d+/);
        await first.click();
        expect(await detail(page).innerText()).toContain('1,380,000,000 US dollars');
        await picture('list-light');
      });

      it('narrows by kind, speaker, status, use and words together, says how many are left, and shows all again', async () => {
        const pane = margin(page);
        await pane
          .getByRole('toolbar', { name: 'Show' })
          .getByRole('button', { name: /^Quotes/ })
          .click();
        const quotes = await grid(page).getByRole('row').count();
        await pane.getByRole('button', { name: /^Speaker:/ }).click();
        await page.getByRole('menuitemradio', { name: 'Marit Oduya' }).click();
        await expect.poll(() => grid(page).getByRole('row').count()).toBeLessThan(quotes);
        expect(await grid(page).innerText()).not.toContain('Valmonte');
        await pane.getByRole('searchbox', { name: 'Search the facts' }).fill('crane');
        await expect.poll(() => grid(page).getByRole('row').count()).toBe(2);
        await expect.poll(said).toContain('1 fact shown');
        await pane.getByRole('button', { name: /^Use:/ }).click();
        await page.getByRole('menuitemradio', { name: 'Not used' }).click();
        await expect.poll(() => pane.innerText()).toContain('No quotes here.');
        await pane.getByRole('button', { name: 'Show all' }).click();
        await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBeGreaterThan(20);
      });

      it('groups by source', async () => {
        await margin(page)
          .getByRole('button', { name: /^Group:/ })
          .click();
        await page.getByRole('menuitemradio', { name: 'By source' }).click();
        await expect.poll(() => grid(page).getByRole('rowheader').first().innerText()).toContain('Northern Tide');
        await margin(page)
          .getByRole('button', { name: /^Group:/ })
          .click();
        await page.getByRole('menuitemradio', { name: 'By kind' }).click();
      });

      it('goes by Home, End, arrows and letters, and Space marks without moving', async () => {
        await grid(page).focus();
        await page.keyboard.press('Home');
        const first = await active(page);
        await page.keyboard.press('ArrowDown');
        expect(await active(page)).not.toBe(first);
        await page.keyboard.press('End');
        const last = await active(page);
        await page.keyboard.press('ArrowUp');
        expect(await active(page)).not.toBe(last);
        await page.keyboard.type('$745');
        expect(await active(page)).toBe('$745 million');
        await page.keyboard.press('Home');
        expect(await active(page)).toBe(first);
        // The row that the grid names is drawn, and named by its number.
        const named = await grid(page).evaluate((element) => {
          const id = element.getAttribute('aria-activedescendant') ?? '';
          return [document.getElementById(id)?.getAttribute('aria-rowindex'), element.getAttribute('aria-rowcount')];
        });
        expect(named[0]).toBe('2');
        expect(Number(named[1])).toBeGreaterThan(20);
        await page.keyboard.press('Space');
        expect(await active(page)).toBe(first);
        expect(await grid(page).locator('[aria-selected=true]').innerText()).toContain('verified');
        await expect.poll(said).toContain('Marked verified');
        await page.keyboard.press('Space');
      });
    });

    describe('inserting', () => {
      const place = 'The freight agreement';
      const words = () => text(page).innerText();

      it('as sentence, by the keyboard alone, in one step', async () => {
        await text(page).locator('p.counted, p').last().click();
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await page.keyboard.type(place);
        const before = await words();
        await page.keyboard.press('Control+3');
        await grid(page).focus();
        await page.keyboard.press('Home');
        await page.keyboard.type('$745');
        await page.keyboard.press('ArrowRight');
        await page.getByRole('menu').waitFor();
        await page.keyboard.press('i');
        await page.getByRole('menuitem', { name: 'Insert as sentence' }).focus();
        await page.keyboard.press('Enter');
        await expect.poll(words).toContain('Northern Tide gives $745 million for');
        expect(await text(page).locator('.figure', { hasText: '$745 million' }).count()).toBeGreaterThan(1);
        await page.keyboard.press('Control+2');
        await page.keyboard.press('Control+z');
        await expect.poll(words).toBe(before);
      });

      it('as quotation in the line and as a row of a new table, from the menu of the row', async () => {
        const before = await words();
        for (const [fact, form, seen] of [
          [
            'A crane is not an economy',
            'Insert as inline quotation',
            'The freight agreement “A crane is not an economy',
          ],
          ['1,240 new jobs', 'Insert as table row', '1,240'],
        ] as const) {
          await margin(page).getByRole('searchbox').fill(fact.slice(0, 9));
          await row(page, fact).hover();
          await row(page, fact)
            .getByRole('button', { name: /^More for/ })
            .click();
          await page.getByRole('menuitem', { name: form }).click();
          await expect.poll(words).not.toBe(before);
          expect(await words()).toContain(seen);
          await notice().getByRole('button', { name: 'Undo' }).click();
          await expect.poll(words).toBe(before);
        }
        await margin(page).getByRole('searchbox').fill('');
      });

      it('as a row of the key figures, where the caret stands in them', async () => {
        const table = text(page).locator('table').first();
        const rows = await table.locator('tr').count();
        await caretBehind(table.locator('td', { hasText: '$310 million' }), '$310');
        await command(page, 'Insert figure as table row');
        await page.getByRole('combobox', { name: 'Insert figure as table row' }).fill('124 million');
        await page.keyboard.press('Enter');
        await expect.poll(() => table.locator('tr').count()).toBe(rows + 1);
        await page.keyboard.press('Control+z');
        await expect.poll(() => table.locator('tr').count()).toBe(rows);
      });

      it('by drag from the list into the text', async () => {
        const target = text(page).locator('p', { hasText: place }).last();
        await target.scrollIntoViewIfNeeded();
        await margin(page).getByRole('searchbox').fill('$745');
        await row(page, '$745 million').dragTo(target);
        await expect.poll(() => target.innerText()).toContain('$745 million');
        expect(await target.locator('.citation').count()).toBe(1);
        await page.keyboard.press('Control+z');
        await expect.poll(() => target.innerText()).not.toContain('$745 million');
        await margin(page).getByRole('searchbox').fill('');
      });
    });

    describe('mending', () => {
      it('a value by F2: the fact says who set it and what was read, the guard goes by it, and the undo takes it back', async () => {
        await grid(page).focus();
        await page.keyboard.press('Home');
        await page.keyboard.type('$745');
        await page.keyboard.press('F2');
        const dialog = page.getByRole('dialog', { name: 'Correct the fact' });
        await dialog.getByLabel('Value', { exact: true }).fill('a lot');
        await page.keyboard.press('Enter');
        await expect.poll(() => dialog.innerText()).toContain('Write one number');
        await dialog.getByLabel('Value', { exact: true }).fill('$754 million');
        await dialog.getByLabel('Period').fill('2022');
        expect(await violations(page)).toEqual([]);
        await picture('correct');
        await page.keyboard.press('Enter');
        await dialog.waitFor({ state: 'detached' });
        await expect.poll(() => detail(page).innerText()).toContain('Corrected by');
        expect(await detail(page).innerText()).toContain('read as 745,000,000 US dollars, 2023');
        expect(await row(page, '$745 million').innerText()).toContain('Corrected');
        await picture('corrected');
        // The row of the key figures says 2023, the fact now 2022.
        await expect.poll(() => page.getByRole('button', { name: /^Check/ }).innerText()).toMatch(/[1-9]/);
        await notice().getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => detail(page).innerText()).not.toContain('Corrected by');
      });

      it('dismisses by key, lists what is dismissed, and brings it back', async () => {
        await grid(page).focus();
        await page.keyboard.press('Home');
        await page.keyboard.type('1,240');
        const name = await active(page);
        await page.keyboard.press('Delete');
        await expect.poll(() => row(page, name).count()).toBe(0);
        await margin(page)
          .getByRole('button', { name: /^Status:/ })
          .click();
        await page.getByRole('menuitemradio', { name: 'Dismissed' }).click();
        await row(page, name).click();
        await detail(page).getByRole('button', { name: 'Bring back' }).click();
        await margin(page).getByRole('button', { name: 'Show all' }).click();
        await expect.poll(() => row(page, name).count()).toBe(1);
      });

      it('adds words that are selected by the mouse', async () => {
        await drawOver(page, 'the last passenger ferry');
        const bar = page.getByRole('toolbar', { name: 'Add the selected words' });
        await bar.getByRole('button', { name: 'Add as figure' }).click();
        await expect.poll(() => notice().innerText()).toContain('No number can be read');
        await bar.getByRole('button', { name: 'Add as quotation' }).click();
        await expect.poll(said).toContain('Added as a quotation');
        await margin(page).getByRole('searchbox').fill('last passenger');
        expect(await row(page, 'the last passenger ferry').innerText()).toContain('Added');
        await picture('added');
        await notice().getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => margin(page).innerText()).toContain('No facts here');
        await margin(page).getByRole('searchbox').fill('');
      });

      it('adds words that are selected by keys, and sets them as the words of a fact', async () => {
        await source(page).focus();
        await page.keyboard.press('Control+ArrowDown');
        await page.keyboard.press('Control+ArrowDown');
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Shift+ArrowRight');
        const chosen = await page.evaluate(() => getSelection()?.toString() ?? '');
        expect(chosen.split(' ')).toHaveLength(3);
        await expect.poll(said).toContain(`Selected: ${chosen}`);
        await page.getByRole('toolbar', { name: 'Add the selected words' }).waitFor();
        await page.keyboard.press('Enter');
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
          .toBe('Add as figure');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await expect.poll(said).toContain('Added as a name');
        // The new fact is shown; one word more, and it covers them.
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Shift+ArrowRight');
        await page.getByRole('button', { name: /^Make these the words of/ }).waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: /^Make these the words of/ }).focus();
        await page.keyboard.press('Enter');
        await expect.poll(said).toContain('covers the selected words');
      });
    });

    it('has no violation in either theme', async () => {
      await margin(page).getByRole('searchbox').fill('');
      await row(page, '$2.6 billion').click();
      const light = await violations(page);
      await theme(page, 'Dark');
      const dark = await violations(page);
      await picture('list-dark');
      await theme(page, 'Light');
      expect([light, dark]).toEqual([[], []]);
    });

    it('complains of nothing', () => {
      expect(app.faults).toEqual([]);
    });
  });
}
