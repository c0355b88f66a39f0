// Notes in a window, by keyboard and by mouse: thread, tags, grades, filters, crowds, cut and paste; in both hosts.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { caretBehind, margin, text } from './window.ts';

/** Two hosts share the machine with whatever else runs: longer than the second that is usual. */
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 6000 });

const pictures = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`notes in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const cell = (words: string): Locator => text(page).locator('td', { hasText: words });
    const open = (): Locator => page.getByRole('dialog', { name: /^Note on/ });
    const list = (): Locator => page.getByRole('region', { name: 'Notes' });
    const noted = (words: string): Locator => text(page).locator('.annotation', { hasText: words });
    const active = <T>(read: (element: Element | null) => T): Promise<T> =>
      page.evaluate(`(${read.toString()})(document.activeElement)`) as Promise<T>;
    const clean = async (what: string): Promise<void> => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(400);
        await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: path.join(pictures, `${host.name}-${what}-${colorScheme}.png`) });
        expect([what, colorScheme, await violations(page)]).toEqual([what, colorScheme, []]);
      }
    };
    /** Adds a note by keyboard on the word or figure behind whose first letters the caret is put. */
    const add = async (place: Locator, at: string, words: string): Promise<void> => {
      await caretBehind(place, at);
      await page.keyboard.press('Control+Alt+m');
      await open().waitFor();
      await poll(() => active((element) => element?.tagName)).toBe('TEXTAREA');
      await page.keyboard.type(words);
    };

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      page.setDefaultTimeout(10_000);
      await text(page).getByRole('table').waitFor();
    });
    afterAll(() => app.close());

    it('stands beside its figure with the words of the source, a grade and tags', async () => {
      await add(cell('$310 million'), '$310', 'Goods only?');
      const card = open();
      expect(await card.locator('.evidence').textContent()).toContain('$310 million in 2022');
      await card.getByLabel('Source', { exact: true }).selectOption('B');
      const item = card.getByLabel(/^Item/);
      // Nobody else says so: "confirmed" is not offered.
      expect(await item.locator('option').allTextContents()).not.toContain('1 Confirmed by other sources');
      await item.selectOption('2');
      expect(await card.locator('.grade').textContent()).toContain('B2');
      await card.getByLabel('Tags').focus();
      await page.keyboard.type('customs, ask again');
      await page.keyboard.press('Enter');
      expect(await card.locator('.tag').count()).toBe(2);
      await page.keyboard.press('Backspace');
      expect(await card.locator('.tag').allTextContents()).toEqual([expect.stringContaining('customs')]);
      await clean('note-card');
      const sources = page.getByRole('complementary', { name: 'Sources' });
      expect(await sources.getByLabel('Reliability of the source').inputValue()).toBe('B');
      await page.keyboard.press('Escape');
    });

    it('keeps a thread: replies of one’s own are changed and deleted, with an offer to take that back', async () => {
      await page.keyboard.press('Control+F8');
      for (let step = 0; step < 12 && !(await open().textContent())?.includes('customs'); step++) {
        await page.keyboard.press('Control+F8');
      }
      const card = open();
      await poll(() => active((element) => element?.getAttribute('role'))).toBe('radio');
      await card.getByLabel('Reply').focus();
      await page.keyboard.type('Asked.');
      await page.keyboard.press('Enter');
      await card.getByRole('button', { name: 'Change your reply' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.type(' Goods only.');
      await page.keyboard.press('Enter');
      await poll(() => card.locator('.reply p').textContent()).toBe('Asked. Goods only.');
      await card.getByRole('button', { name: 'Delete your reply' }).focus();
      await page.keyboard.press('Enter');
      await poll(() => card.locator('.reply').count()).toBe(0);
      await page.getByRole('contentinfo').getByRole('button', { name: 'Undo' }).click();
      await poll(() => card.locator('.reply p').textContent()).toBe('Asked. Goods only.');
      await card.getByRole('button', { name: 'Close the card' }).click();
    });

    it('makes several notes on the same words one card, with a count', async () => {
      await add(cell('$310 million'), '$310', 'Second thought.');
      const card = open();
      expect(await card.textContent()).toContain('2 of 2');
      await card.getByRole('button', { name: 'Note before' }).click();
      await poll(() => card.getByLabel('Note', { exact: true }).inputValue()).toBe('Goods only?');
      // By key as well, and on from its end.
      await page.keyboard.press('Control+F8');
      await poll(() => card.getByLabel('Note', { exact: true }).inputValue()).toBe('Second thought.');
      await page.keyboard.press('Escape');
      const closed = margin(page).locator('.card', { hasText: 'Second thought.' });
      expect(await closed.textContent()).toContain('2 notes');
      expect(await closed.textContent()).toContain('Goods only?');
      await clean('notes-grouped');
    });

    it('lets no item stand over another, and folds cards that are far from their words to rows', async () => {
      for (const words of ['$745 million', '$2.6 billion', '1,240 new jobs']) {
        await add(
          cell(words),
          words.slice(0, 4),
          `A long note about ${words}, which says what is to be asked and of whom.`,
        );
        await page.keyboard.press('Escape');
      }
      await page.waitForTimeout(400);
      const boxes = await margin(page)
        .locator('.margin > li')
        .evaluateAll((items) =>
          items.map((item) => item.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
        );
      for (const [index, box] of boxes.entries()) {
        expect(box[0]).toBeGreaterThanOrEqual((boxes[index - 1]?.[1] ?? -Infinity) - 1);
      }
      expect(await margin(page).locator('.margin > li[data-folded]').count()).toBeGreaterThan(0);
      await clean('notes-crowded');
      // A folded one opens like any other.
      await margin(page).locator('.margin > li[data-folded] .card').first().press('Enter');
      await page.locator('.card.open').waitFor();
      await page.keyboard.press('Escape');
    });

    it('overlaps: a note on the row of words that holds another', async () => {
      const cells = noted('$745 million');
      await caretBehind(cell('$745 million'), '$745 million');
      await page.keyboard.press('Shift+Home');
      await page.keyboard.press('Control+Alt+m');
      await open().waitFor();
      await page.keyboard.type('Around it.');
      await page.keyboard.press('Escape');
      expect(await cells.count()).toBeGreaterThan(0);
    });

    it('shows those that are asked for: whose, with which status and tag', async () => {
      await margin(page).getByRole('radio', { name: 'List' }).click();
      await margin(page)
        .getByRole('button', { name: /^Notes/ })
        .click();
      const all = await list().locator('li').count();
      await margin(page).getByLabel('By', { exact: true }).selectOption('program');
      await poll(() => list().getByText('Goods only?').count()).toBe(0);
      expect(await list().locator('li').count()).toBeLessThan(all);
      await margin(page).getByLabel('By', { exact: true }).selectOption('');
      await margin(page).getByLabel('Tag', { exact: true }).selectOption('customs');
      await poll(() => list().locator('li').count()).toBe(1);
      await clean('notes-list');
      await margin(page).getByRole('button', { name: 'Any', exact: true }).click();
      await poll(() => list().locator('li').count()).toBe(all);
    });

    it('resolves by key, and shows resolved ones when asked', async () => {
      await list().locator('li', { hasText: 'Second thought.' }).getByRole('button', { name: /^Open/ }).focus();
      await page.keyboard.press('Enter');
      await open().waitFor();
      await page.keyboard.press('Control+Shift+R');
      await poll(() => open().count()).toBe(0);
      await margin(page).getByRole('radio', { name: 'List' }).click();
      await poll(() => list().getByText('Second thought.').count()).toBe(0);
      await margin(page)
        .getByLabel(/^Resolved/)
        .check();
      await list().getByText('Second thought.').waitFor();
    });

    it('goes with its words when they are cut and pasted, and comes back with undo', async () => {
      const from = text(page).locator('p', { hasText: 'Northern Tide published' });
      await add(from, 'Northern', 'A note that travels.');
      await page.keyboard.press('Escape');
      const note = noted('Northern').first();
      await note.waitFor();
      await caretBehind(from, 'Northern');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Northern');
      // The text reads a selection a moment after the browser has made it; no hand cuts quicker than that.
      await page.waitForTimeout(200);
      await page.keyboard.press('Control+x');
      await poll(() => from.count()).toBe(0);
      await margin(page).getByRole('radio', { name: 'List' }).click();
      // Nowhere for a moment: listed, not dropped.
      const lost = list().locator('section', { hasText: 'Their words are gone' });
      await lost.getByText('A note that travels.').waitFor();
      await text(page).locator('p[data-prompt]').last().click();
      // The text reads where a click has set the caret a moment after it.
      await page.waitForTimeout(200);
      await page.keyboard.press('Control+v');
      await poll(() => lost.count()).toBe(0);
      expect(await noted('Northern').count()).toBeGreaterThan(0);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await poll(() => from.count()).toBe(1);
      await poll(() => lost.count()).toBe(0);
    });

    it('is deleted with an offer to take that back', async () => {
      await list().locator('li', { hasText: 'A note that travels.' }).getByRole('button', { name: /^Open/ }).click();
      await open().getByRole('button', { name: 'Delete', exact: true }).click();
      await poll(() => open().count()).toBe(0);
      await page.getByRole('contentinfo').getByRole('button', { name: 'Undo' }).click();
      await poll(() => noted('Northern').count()).toBeGreaterThan(0);
    });

    it('had no error inside the page', () => {
      expect(app.faults).toEqual([]);
    });
  });
}
