// A source of 5,000 facts in a window: the list is measured as it opens, scrolls and goes to its end; the numbers are printed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTS, scratch } from './app.ts';
import { grid } from './factsWindow.ts';
import { margin, text } from './window.ts';

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`5,000 facts in ${host.name} (${host.missing ?? 'here'})`, () => {
    it('opens and scrolls the list, and says how long its frames were', async () => {
      const folder = scratch();
      const file = path.join(folder, 'ledger.txt');
      const lines = Array.from({ length: 5000 }, (_, n) => `Quay ${n + 1} took in ${(n + 7) * 13} crates of salt.`);
      const paragraphs = Array.from({ length: 500 }, (_, n) => lines.slice(n * 10, n * 10 + 10).join(' '));
      writeFileSync(file, ['The ledger of Port Elswick', 'By Linnea Marsh', ...paragraphs].join('\n\n'));
      const app = await host.open(folder, [file]);
      try {
        await text(app.page).waitFor({ timeout: 60_000 });
        await app.page.evaluate(() => {
          const frames: number[] = [];
          let last = performance.now();
          const tick = (now: number) => {
            frames.push(now - last);
            last = now;
            requestAnimationFrame(tick);
          };
          requestAnimationFrame(tick);
          Object.assign(window, { frames });
        });
        const slowest = () =>
          app.page.evaluate(() => {
            const { frames } = window as unknown as { frames: number[] };
            return Math.round(Math.max(...frames.splice(0)));
          });
        await app.page.waitForTimeout(1500);
        await slowest();
        // By the mouse alone: what looks for an element by its role would be measured too.
        const choice = await margin(app.page).getByRole('radio', { name: 'List' }).boundingBox();
        if (!choice) throw new Error('not drawn');
        await app.page.waitForTimeout(300);
        await slowest();
        await app.page.mouse.click(choice.x + choice.width / 2, choice.y + choice.height / 2);
        await app.page.waitForTimeout(1000);
        const opening = await slowest();
        const count = Number(await grid(app.page).getAttribute('aria-rowcount'));
        const list = await grid(app.page).boundingBox();
        if (!list) throw new Error('not drawn');
        await app.page.mouse.move(list.x + 60, list.y + 200);
        await app.page.waitForTimeout(300);
        await slowest();
        for (let turn = 0; turn < 60; turn++) {
          await app.page.mouse.wheel(0, 900);
          await app.page.waitForTimeout(16);
        }
        const scrolling = await slowest();
        await grid(app.page).focus();
        await app.page.keyboard.press('End');
        await app.page.waitForTimeout(200);
        await slowest();
        await app.page.keyboard.press('Home');
        await app.page.waitForTimeout(300);
        await app.page.keyboard.press('End');
        await app.page.waitForTimeout(300);
        const end = await slowest();
        console.info(
          `${host.name}: ${count} rows; slowest frame opening ${opening} ms, scrolling ${scrolling} ms, End ${end} ms`,
        );
        expect(count).toBeGreaterThan(5000);
        // What is drawn is what is seen, whatever the list is long.
        expect(await grid(app.page).getByRole('row').count()).toBeLessThan(60);
        expect(await grid(app.page).locator('[aria-selected=true]').getAttribute('aria-rowindex')).toBe(String(count));
      } finally {
        await app.close();
      }
    }, 120_000);
  });
}
