// The guard in a window, by keyboard: live without being in the way, ways out, acceptance with a reason; in both hosts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../docx/readDocx.ts';
import { exportWord, HOSTS, root, sample, scratch, type App } from './app.ts';
import { violations } from './axe.ts';
import { caretBehind, margin, run, text } from './window.ts';

/** Two hosts share the machine with whatever else runs: longer than the second that is usual. */
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 6000 });

const pictures = path.join(root, 'release/screens');
const REASON = 'The speaker told us so on the telephone.';

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`checks in ${host.name} (${host.missing ?? 'here'})`, () => {
    const folder = scratch();
    const docx = path.join(folder, 'note.docx');
    const brief = path.join(folder, 'note.brief');
    let app: App;
    let page: Page;
    const picture = async (name: string): Promise<void> => {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${host.name}-${name}.png`) });
    };
    const quotation = (words: string): Locator => text(page).locator('blockquote', { hasText: words });
    const warnings = (words: RegExp): Locator => margin(page).locator('.card', { hasText: words });
    const card = (name: RegExp): Locator => page.getByRole('dialog', { name });
    const undo = (): Promise<void> => page.keyboard.press('Control+z');
    const focusedText = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.classList.contains('briefing-text') ?? false);
    /** The text after a finding was drawn: nothing is to come any more. */
    const settled = (): Promise<void> => page.waitForTimeout(500);
    const clean = async (what: string): Promise<void> => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(400);
        await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
        await picture(`${what}-${colorScheme}`);
        expect([what, colorScheme, await violations(page)]).toEqual([what, colorScheme, []]);
      }
    };

    beforeAll(async () => {
      app = await host.open(scratch(), [sample]);
      page = app.page;
      page.setDefaultTimeout(10_000);
      await text(page).getByRole('table').waitFor();
    });
    afterAll(() => app.close());

    it('is live while typing: the text keeps its focus and its place, and it is said once', async () => {
      const words = quotation('The Sound divided our coasts');
      await caretBehind(words, 'it can ');
      await page.keyboard.type('never ');
      const tops = (): Promise<number[]> =>
        text(page)
          .locator('> *')
          .evaluateAll((blocks) => blocks.map((block) => Math.round(block.getBoundingClientRect().top * 10) / 10));
      const before = await tops();
      await warnings(/differs from its source/)
        .first()
        .waitFor();
      expect(await tops()).toEqual(before);
      expect(await focusedText()).toBe(true);
      const status = page.locator('[role=status].sr');
      await poll(() => status.allTextContents()).toContainEqual(expect.stringMatching(/F8 to settle/));
      await page.keyboard.type('ever ');
      expect(await focusedText()).toBe(true);
      await poll(() => words.textContent()).toContain('it can never ever join');
    });

    it('goes to the card by F8, and back to the caret by Esc', async () => {
      await page.keyboard.press('F8');
      await card(/differs from its source/).waitFor();
      await poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('radio');
      await clean('check-card');
      await page.keyboard.press('Escape');
      await poll(focusedText).toBe(true);
    });

    it('restores by 1 while the card has the focus', async () => {
      await page.keyboard.press('F8');
      await card(/differs from its source/).waitFor();
      await page.keyboard.press('1');
      await poll(() => warnings(/differs from its source/).count()).toBe(0);
      expect(await quotation('The Sound divided our coasts').textContent()).toContain('it can join them again');
      await poll(focusedText).toBe(true);
    });

    it('lets an openly edited quotation be typed: an ellipsis for a cut, brackets for a word of ours', async () => {
      const words = quotation('The Sound divided our coasts');
      await caretBehind(words, 'for a generation.');
      for (const _ of 'for a generation.') await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.type('… [two]');
      await settled();
      expect(await words.textContent()).toContain('divided our coasts … [two]');
      expect(await warnings(/differs from its source/).count()).toBe(0);
      // The same cut without an ellipsis is one.
      await caretBehind(words, '… [two]');
      for (const _ of '… [two]') await page.keyboard.press('Backspace');
      await warnings(/differs from its source/)
        .first()
        .waitFor();
      await page.keyboard.press('F8');
      await card(/differs from its source/).waitFor();
      await page.keyboard.press('3');
      await poll(() => warnings(/differs from its source/).count()).toBe(0);
      expect(await words.textContent()).toMatch(/our coasts\s+…/u);
      for (let step = 0; step < 9 && !(await words.textContent())?.includes('for a generation.'); step++) await undo();
      expect(await words.textContent()).toContain('our coasts for a generation. With');
    });

    it('offers the figures of an equal value for a number without a source', async () => {
      await text(page).locator('p[data-prompt]').first().click();
      await page.keyboard.type('The institute counts 1,240 new jobs and our office 37 pilots. ');
      await warnings(/“1,240 new jobs” has no source/).waitFor();
      await warnings(/“1,240 new jobs” has no source/).press('Enter');
      const open = card(/1,240 new jobs/);
      await open.waitFor();
      expect(await open.getByRole('radio').first().textContent()).toContain('Link to 1,240 new jobs');
      await clean('check-unsourced');
      const citations = await text(page).locator('.citation').count();
      await page.keyboard.press('1');
      await poll(() => warnings(/1,240 new jobs/).count()).toBe(0);
      expect(await text(page).locator('.citation').count()).toBe(citations + 1);
      expect(await text(page).locator('p .figure', { hasText: '1,240 new jobs' }).count()).toBeGreaterThan(0);
    });

    it('asks for the figure with those of the same value first, and links what Enter chooses', async () => {
      await undo();
      await warnings(/“1,240 new jobs” has no source/).waitFor();
      await caretBehind(text(page).locator('p', { hasText: 'our office 37 pilots' }), '1,240');
      await run(page, 'Link to a source figure');
      const dialog = page.getByRole('dialog', { name: /Link “1,240/ });
      await dialog.waitFor();
      expect(await dialog.getByRole('option').first().textContent()).toContain('1,240 new jobs');
      await clean('link-figure');
      await page.keyboard.press('Enter');
      await poll(() => warnings(/1,240 new jobs/).count()).toBe(0);
    });

    it('takes a number for our own by command, and back by the same', async () => {
      const paragraph = text(page).locator('p', { hasText: 'our office 37 pilots' });
      await warnings(/“37 pilots” has no source/).waitFor();
      await caretBehind(paragraph, '37 pi');
      await run(page, 'This number is my own');
      await poll(() => warnings(/37 pilots/).count()).toBe(0);
      expect(await paragraph.locator('.own').textContent()).toBe('37 pilots');
      await caretBehind(paragraph, '37 pi');
      await run(page, 'This number is my own');
      await warnings(/“37 pilots” has no source/).waitFor();
    });

    it('names the speaker again', async () => {
      const by = quotation('A crane is not an economy').locator('.attribution');
      await caretBehind(by, 'Marit Oduya');
      for (const _ of 'Marit Oduya') await page.keyboard.press('Backspace');
      await page.keyboard.type('Idris Valmonte');
      await warnings(/another speaker/).waitFor();
      await warnings(/another speaker/).press('Enter');
      await card(/another speaker/).waitFor();
      await clean('check-speaker');
      await page.keyboard.press('1');
      await poll(() => warnings(/another speaker/).count()).toBe(0);
      expect(await by.textContent()).toContain('Marit Oduya');
    });

    it('restores the period of a row', async () => {
      const row = text(page).locator('tr', { hasText: '$745 million' });
      await caretBehind(row.locator('td', { hasText: /^2023$/ }), '2023');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('1');
      await warnings(/another period/).waitFor();
      await warnings(/another period/).press('Enter');
      await card(/another period/).waitFor();
      await page.keyboard.press('1');
      await poll(() => warnings(/another period/).count()).toBe(0);
      expect(await row.locator('td', { hasText: /^2023$/ }).count()).toBe(1);
    });

    it('accepts with a reason from the list, keeps it there, and takes it back', async () => {
      await caretBehind(quotation('A crane is not an economy'), 'A crane is ');
      await page.keyboard.type('now ');
      await warnings(/differs from its source/)
        .first()
        .waitFor();
      await page.keyboard.press('F7');
      const list = page.getByRole('region', { name: 'Checks' });
      await list.waitFor();
      const finding = list.locator('section li', { hasText: 'differs from its source' });
      await finding.getByRole('button', { name: /^Accept with a reason/ }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Nothing');
      await page.keyboard.press('Escape');
      await poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-accept'))).toBe(true);
      await page.keyboard.press('Enter');
      await clean('check-accept');
      await page.keyboard.type(REASON);
      await page.keyboard.press('Enter');
      await poll(() => list.getByText('Nothing to settle.').count()).toBe(1);
      const accepted = list.locator('details');
      await accepted.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await accepted.textContent()).toContain(REASON);
      await clean('check-accepted');
      await accepted.getByRole('button', { name: /^Take back/ }).focus();
      await page.keyboard.press('Enter');
      await finding.waitFor();
      // The offer in the status bar takes that back in turn.
      await page.getByRole('contentinfo').getByRole('button', { name: 'Undo' }).focus();
      await page.keyboard.press('Enter');
      await poll(() => finding.count()).toBe(0);
    });

    it('tells of it in the export sheet; the file is no draft, and the command line agrees', async () => {
      await page.keyboard.press('Control+Shift+E');
      const sheet = page.getByRole('dialog', { name: 'Export to Word' });
      await sheet.waitFor();
      expect(await sheet.locator('.accepted').textContent()).toContain(REASON);
      expect(await sheet.getByText('Nothing to settle.').count()).toBe(1);
      await clean('check-export');
      await page.keyboard.press('Escape');
      await exportWord(app, docx);
      expect(JSON.stringify(readDocx(readFileSync(docx)))).not.toContain('DRAFT');
      await app.savingTo(brief, () => page.keyboard.press('Control+s'));
      await page
        .getByRole('contentinfo')
        .getByText(/^Saved/)
        .waitFor();
      const told = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', brief], { encoding: 'utf8' });
      expect(told.stdout).toContain(REASON);
      expect(told.status).toBe(0);
    });

    it('opens it again when the words change once more', async () => {
      await run(page, 'Briefing text');
      await caretBehind(quotation('is now not an economy'), 'is now ');
      await page.keyboard.type('surely ');
      const list = page.getByRole('region', { name: 'Checks' });
      await list.locator('section li', { hasText: 'differs from its source' }).waitFor();
      expect(await list.locator('details').count()).toBe(0);
    });

    it('accepts from the card, by command', async () => {
      await page.keyboard.press('F8');
      await card(/differs from its source/).waitFor();
      await run(page, 'Accept with a reason');
      await page.getByLabel('Why may it stand?').waitFor();
      await poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await page.keyboard.type('1 and 2 are letters here.');
      await page.keyboard.press('Enter');
      await poll(() => card(/differs from its source/).count()).toBe(0);
      await poll(focusedText).toBe(true);
      await margin(page).getByRole('button', { name: 'All', exact: true }).click();
      await margin(page)
        .getByText(/differs, accepted: 1 and 2/)
        .waitFor();
    });

    it('had no error inside the page', () => {
      expect(app.faults).toEqual([]);
    });
  });
}
