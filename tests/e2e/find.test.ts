// Find and replace in a window: by keys and by the mouse, in the text and its notes; in Electron and in Chromium.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, openDesktop, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { largeBriefing } from './largeBriefing.ts';
import { caretBehind, run, text } from './window.ts';

/** Pictures of the window, for people to look at. */
const screens = path.join(root, 'release/screens');

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`find in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${host.name}-find-${name}.png`) });
    };
    const bar = () => page.getByRole('search', { name: 'Find in the briefing' });
    const field = () => bar().getByRole('textbox', { name: 'Find', exact: true });
    const found = () => bar().getByTestId('found').textContent();
    const words = () => text(page).innerText();
    /** Words typed in a paragraph of their own at the end of the first section. */
    const write = async (typed: string): Promise<void> => {
      await text(page).locator('> .counted, > p').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(typed);
    };

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      await text(page).waitFor();
    });
    afterAll(() => app.close());

    it('counts as one types, shows all, selects the first after the caret', async () => {
      await write(' Pier one, pier two, Piers three.');
      await page.locator('h1.title').click();
      await page.keyboard.press('Control+f');
      await field().waitFor();
      await page.keyboard.type('pier');
      await expect.poll(found).toBe('1 of 3');
      await expect.poll(() => text(page).locator('.match').count()).toBe(3);
      expect(await text(page).locator('.is-current-match').allTextContents()).toEqual(['Pier']);
      await picture('open');
    });

    it('Enter goes on, Shift+Enter back, F3 and Shift+F3 too, round the end', async () => {
      for (const [key, at] of [
        ['Enter', '2 of 3'],
        ['Enter', '3 of 3'],
        ['Enter', '1 of 3'],
        ['Shift+Enter', '3 of 3'],
        ['F3', '1 of 3'],
        ['Shift+F3', '3 of 3'],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(found).toBe(at);
      }
      expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    });

    it('whole words and case are pressed', async () => {
      await bar().getByRole('button', { name: 'Whole words' }).click();
      await expect.poll(found).toMatch(/ 2$| 2 found|^2 found$/);
      await bar().getByRole('button', { name: 'Match case' }).click();
      await expect.poll(found).toMatch(/^1 /);
      await bar().getByRole('button', { name: 'Match case' }).click();
      await bar().getByRole('button', { name: 'Whole words' }).click();
    });

    it('Esc closes it and typing goes on in the text', async () => {
      await field().click();
      await page.keyboard.press('Escape');
      await bar().waitFor({ state: 'detached' });
      expect(await text(page).locator('.match').count()).toBe(0);
      expect(await text(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    });

    it('opened again it shows what was found last, and Esc leaves the caret where it was', async () => {
      await caretBehind(text(page), 'pier two');
      await page.waitForTimeout(150);
      await page.keyboard.press('Control+f');
      await expect.poll(found).toBe('3 found');
      await page.keyboard.press('Escape');
      await page.keyboard.type('!');
      expect(await words()).toContain('pier two!');
      await page.keyboard.press('Backspace');
    });

    it('the selected words are what is looked for', async () => {
      await caretBehind(text(page), 'Piers');
      await page.waitForTimeout(150);
      for (let n = 0; n < 5; n++) await page.keyboard.press('Shift+ArrowLeft');
      await page.waitForTimeout(150);
      await page.keyboard.press('Control+f');
      await expect.poll(() => field().inputValue()).toBe('Piers');
      await expect.poll(found).toBe('1 of 1');
    });

    it('replaces one after another, and all in one step of undo', async () => {
      await page.keyboard.press('Control+Alt+f');
      const other = bar().getByRole('textbox', { name: 'Replace with' });
      await other.waitFor();
      await field().fill('pier');
      await expect.poll(found).toMatch(/ of 3$/);
      await other.fill('quay');
      await page.keyboard.press('Enter');
      await expect.poll(found).toMatch(/ of 2$/);
      await picture('replace');
      const before = await words();
      await bar().getByRole('button', { name: 'Replace all' }).click();
      await expect.poll(words).not.toContain('ier');
      await expect.poll(() => page.locator('.status-bar .notice').textContent()).toContain('2 replaced.');
      await page.locator('.status-bar .notice').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(words).toBe(before);
    });

    it('leaves the words of a source, and says so; one alone asks', async () => {
      await write(' The coasts of both.');
      const quotations = () => text(page).locator('.quotation').allInnerTexts();
      const before = await quotations();
      expect(before.join(' ')).toContain('coasts');
      await page.keyboard.press('Control+Alt+f');
      await field().fill('coasts');
      await bar().getByRole('textbox', { name: 'Replace with' }).fill('shores');
      await bar().getByRole('button', { name: 'Replace all' }).click();
      await expect
        .poll(() => page.locator('.status-bar .notice').textContent())
        .toMatch(/1 replaced. \d left in quotations and figures\./);
      expect(await quotations()).toEqual(before);
      expect(await words()).toContain('The shores of both');

      await field().click();
      await page.keyboard.press('Enter');
      await bar().getByRole('textbox', { name: 'Replace with' }).click();
      await page.keyboard.press('Enter');
      const asks = bar().getByRole('group', { name: 'These words are a source’s' });
      await asks.waitFor();
      await picture('asks');
      await page.keyboard.press('Enter');
      await asks.waitFor({ state: 'detached' });
      expect(await quotations()).toEqual(before);
      await bar().getByRole('button', { name: 'Replace', exact: true }).click();
      await asks.getByRole('button', { name: 'Replace them' }).click();
      await expect.poll(async () => (await quotations()).join(' ')).toContain('shores');
      await field().press('Escape');
      await page.keyboard.press('Control+z');
      await expect.poll(quotations).toEqual(before);
    });

    it('finds words in notes and opens them', async () => {
      await caretBehind(text(page), 'The shores');
      await page.waitForTimeout(150);
      await page.keyboard.press('Control+Alt+m');
      const card = page.getByRole('dialog', { name: /^Note on/ });
      await card.waitFor();
      await card.getByRole('textbox').first().fill('Ask the lighthouse keeper.');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await field().fill('lighthouse');
      await bar().getByRole('button', { name: 'In 1 note too' }).click();
      await card.waitFor();
      await page.keyboard.press('Escape');
      await run(page, 'Find in the briefing');
      await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`axe finds nothing in the bar, in ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.keyboard.press('Control+Alt+f');
        await field().fill('the');
        await expect.poll(found).toMatch(/of|found/);
        await picture(colorScheme);
        if (host.name === 'chromium') expect(await violations(page)).toEqual([]);
        expect(app.faults).toEqual([]);
      });
    }
  });
}

const [desktop] = HOSTS;
describe.skipIf(!desktop || desktop.missing !== null)(
  `find in a long briefing in electron (${desktop?.missing ?? 'here'})`,
  () => {
    it('draws matches where one looks, not all of them; and replaces all at once', async () => {
      const { file } = largeBriefing(scratch(), { words: 20_000, facts: 100 });
      const app = await openDesktop(scratch(), [file]);
      const { page } = app;
      try {
        await text(page).waitFor({ timeout: 60_000 });
        const bar = page.getByRole('search', { name: 'Find in the briefing' });
        const found = () => bar.getByTestId('found').textContent();
        await page.keyboard.press('Control+f');
        await bar.waitFor();
        await page.keyboard.type('harbour numbered');
        await expect.poll(found, { timeout: 20_000 }).toMatch(/^1 of \d+$/);
        const total = Number((await found())?.split(' ').at(-1));
        const drawn = text(page).locator('.match');
        await expect.poll(() => drawn.count()).toBeGreaterThan(0);
        expect(await drawn.count()).toBeLessThan(total / 2);
        const scroll = page.locator('.desk-scroll');
        /** Matches between the top and the bottom of the desk. */
        const seen = () =>
          scroll.evaluate((desk) => {
            const { top, bottom } = desk.getBoundingClientRect();
            const boxes = [...desk.querySelectorAll('.match')].map((match) => match.getBoundingClientRect());
            return boxes.filter((box) => box.top > top && box.bottom < bottom).length;
          });
        for (const place of [0.9, 0.3]) {
          await scroll.evaluate((desk, share) => desk.scrollTo(0, desk.scrollHeight * share), place);
          await expect.poll(seen, { timeout: 5000 }).toBeGreaterThan(0);
        }
        await page.keyboard.press('Control+Alt+f');
        await bar.getByRole('textbox', { name: 'Replace with' }).fill('haven of number');
        await bar.getByRole('button', { name: 'Replace all' }).click();
        await expect
          .poll(() => page.locator('.status-bar .notice').textContent(), { timeout: 20_000 })
          .toContain(`${total} replaced.`);
        await expect.poll(found).toBe('None found');
        expect(app.faults).toEqual([]);
      } finally {
        await app.close();
      }
    }, 120_000);
  },
);
