// The panes: made wider by mouse and by key, folded, and found again as they were; in Electron and in Chromium.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, sample, scratch, type App } from './app.ts';
import { margin, text } from './window.ts';

async function width(place: Locator): Promise<number> {
  return Math.round((await place.boundingBox())?.width ?? 0);
}

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`the panes in ${host.name} (${host.missing ?? 'here'})`, () => {
    const data = scratch();
    let app: App;
    let page: Page;
    const sources = () => page.getByRole('complementary', { name: 'Sources' });
    const edge = (name: string) => page.getByRole('separator', { name });

    async function open(): Promise<void> {
      app = await host.open(data, [sample]);
      page = app.page;
      await text(page).waitFor();
    }
    beforeAll(open);
    afterAll(() => app.close());

    it('follow their edges, by mouse, within their limits', async () => {
      expect(await width(sources())).toBe(304);
      const box = await edge('Width of Sources').boundingBox();
      if (!box) throw new Error('The edge is not drawn.');
      await page.mouse.move(box.x + 4, box.y + 200);
      await page.mouse.down();
      await page.mouse.move(box.x + 44, box.y + 210, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => width(sources())).toBe(344);
      await edge('Width of Sources').dblclick();
      await expect.poll(() => width(sources())).toBe(304);
    });

    it('follow their edges by arrows, Home and End, and fold by Enter', async () => {
      await edge('Width of Facts and notes').focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => width(margin(page))).toBe(368);
      await page.keyboard.press('End');
      await expect.poll(() => edge('Width of Facts and notes').getAttribute('aria-valuenow')).toBe('440');
      await page.keyboard.press('Home');
      await expect.poll(() => width(margin(page))).toBe(320);
      await edge('Width of Sources').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => sources().count()).toBe(0);
    });

    it('fold to a rail, whose signs stand beside their words and open what they stand for', async () => {
      await page.keyboard.press('Control+Shift+\\');
      const marks = page.getByRole('navigation', { name: 'Facts and notes, folded' }).getByRole('listitem');
      const figure = text(page).locator('td .figure', { hasText: '1,240 new jobs' });
      await figure.scrollIntoViewIfNeeded();
      const mark = marks.filter({ has: page.getByRole('button', { name: /^1,240 new jobs/ }) });
      const top = async (place: Locator) => (await place.first().boundingBox())?.y ?? NaN;
      await expect.poll(async () => Math.abs((await top(mark)) - (await top(figure)))).toBeLessThan(40);
      await mark.first().getByRole('button').click();
      await margin(page).waitFor();
      await edge('Width of Facts and notes').focus();
      await page.keyboard.press('Home');
    });

    it('come back as they were', async () => {
      // Written a moment after the last change.
      await page.waitForTimeout(1500);
      await app.close();
      await open();
      await expect.poll(() => width(margin(page))).toBe(320);
      expect(await sources().count()).toBe(0);
      expect(app.faults).toEqual([]);
    });
  });
}
