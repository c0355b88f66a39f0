// Typing in what is hard: a briefing of 50,000 words with 500 facts, a paragraph of 10,000 words, 50 pictures; nothing is lost, and the times are printed.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../shared/briefing/schema.ts';
import { HOSTS, scratch, type App } from './app.ts';
import { largeBriefing } from './largeBriefing.ts';
import { caretBehind, text } from './window.ts';

/** Keys that are pressed one by one, with the pause of a quick typist. */
const KEYS = 'the ships came late ';
const ROUNDS = 3;
const PAUSE = 90;

interface Measured {
  readonly keys: number[];
  readonly long: number[];
}

/** From here on the page notes for each key how long it took until it was drawn, and every task over 50 ms. */
async function startMeasuring(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept: Measured = { keys: [], long: [] };
    (window as unknown as { measured: Measured }).measured = kept;
    addEventListener(
      'keydown',
      (event) => {
        const began = performance.now();
        void event;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => kept.keys.push(performance.now() - began);
          port2.postMessage(null);
        });
      },
      true,
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.long.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
}

function measured(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const { keys, long } = (window as unknown as { measured: Measured }).measured;
    return { keys: keys.splice(0), long: long.splice(0) };
  });
}

function at(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
}

async function typeSlowly(page: Page, words: string): Promise<void> {
  for (const key of words) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(PAUSE);
  }
}

async function report(page: Page, title: string, host: string): Promise<void> {
  await page.waitForTimeout(600);
  const { keys, long } = await measured(page);
  const longest = Math.max(0, ...long);
  console.log(
    `typing, ${host}, ${title}: ${keys.length} keys, median ${at(keys, 0.5).toFixed(1)} ms, p95 ${at(keys, 0.95).toFixed(1)} ms, ` +
      `longest key ${at(keys, 1).toFixed(1)} ms; tasks over 50 ms: ${long.length}, longest ${longest.toFixed(0)} ms`,
  );
}

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(`typing in ${host.name} (${host.missing ?? 'here'})`, () => {
    let app: App;
    let page: Page;
    const long = 'word '.repeat(10_000).trim();
    const { file } = largeBriefing(scratch(), {
      words: 50_000,
      facts: 500,
      notes: 60,
      pictures: 50,
      first: [schema.nodes.paragraph.create(null, schema.text(`${long} end`))],
    });

    beforeAll(async () => {
      app = await host.open(scratch(), []);
      page = app.page;
      await page.getByRole('button', { name: /^Open/ }).first().waitFor();
      // The picker is a dialog of the system; without it the page asks by a field.
      await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
      await app.choosing(file, () => page.keyboard.press('Control+o'));
      await text(page).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(3000);
      await startMeasuring(page);
    }, 120_000);
    afterAll(() => app.close());

    async function typeIn(title: string, place: string, behind: string): Promise<void> {
      const paragraph = text(page).locator(place).first();
      await caretBehind(paragraph, behind);
      await page.waitForTimeout(500);
      const before = await paragraph.textContent();
      await measured(page);
      for (let round = 0; round < ROUNDS; round++) await typeSlowly(page, KEYS);
      await report(page, title, host.name);
      const typed = KEYS.repeat(ROUNDS);
      const cut = (before ?? '').indexOf(behind) + behind.length;
      const after = await paragraph.textContent();
      expect(after === `${(before ?? '').slice(0, cut)}${typed}${(before ?? '').slice(cut)}`).toBe(true);
    }

    it(
      'in the middle of 50,000 words',
      () => typeIn('50,000 words, 500 facts', '> p:nth-of-type(300)', 'a real briefing'),
      120_000,
    );
    it('in a list at its end', () => typeIn('a list in it', '> ul:nth-of-type(60) p', 'a real briefing'), 120_000);
    it(
      'in a paragraph of 10,000 words',
      () => typeIn('a paragraph of 10,000 words', '> p:nth-of-type(1)', 'end'),
      120_000,
    );
  });
}
