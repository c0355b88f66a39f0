// Pasting in a window: HTML and text as other programs put them on the clipboard, read in the real page under its policy.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersOf, sketch } from '../renderer/editor/paste/sketch.ts';
import { png } from '../pictures.ts';
import { browserPath, HOSTS, sample, scratch, type App } from './app.ts';
import {
  copied,
  corpus,
  docOf,
  freshParagraph,
  letters,
  news,
  onClipboard,
  paste,
  plainCorpus,
  shownLetters,
} from './pasteSteps.ts';
import { MEANT, WAYS } from './pasteMeant.ts';
import { text } from './window.ts';

/** Addresses that stay in the window. */
const OWN = /^(?:blob:|data:|app:|http:\/\/127\.0\.0\.1:)/u;

const [chromiumHost] = HOSTS.filter(({ name }) => name === 'chromium');

describe.skipIf(!browserPath)(`pasting in chromium (${chromiumHost?.missing ?? 'here'})`, () => {
  let app: App;
  let page: Page;
  let browser: Browser | undefined;
  /** Shows HTML as another program would: no script, no network. */
  let other: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    if (!chromiumHost) throw new RangeError('There is no host with the name chromium.');
    app = await chromiumHost.open(scratch(), [sample]);
    page = app.page;
    await text(page).getByRole('table').waitFor();
    page.on('request', (request) => requests.push(request.url()));
    browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
    other = await (await browser.newContext({ javaScriptEnabled: false, offline: true })).newPage();
  });
  afterAll(async () => {
    await app.close();
    await browser?.close();
  });

  /** Pastes in an empty paragraph, hands on the new blocks, and takes the paste back by one step of undo. */
  async function tried(clipboard: Parameters<typeof paste>[1]): Promise<ReturnType<typeof news>> {
    await freshParagraph(page);
    const before = await docOf(page);
    await paste(page, clipboard);
    const blocks = news(before, await docOf(page));
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(before);
    return blocks;
  }

  it.each(Object.keys(MEANT))('reads what %s puts on the clipboard', async (name) => {
    const blocks = await tried({ html: corpus(name) });
    expect(sketch(blocks).join('\n')).toBe(MEANT[name]?.trim());
  });

  it.each(Object.keys(MEANT).filter((name) => name !== 'pdfJs'))(
    'keeps every word that %s shows, in order',
    async (name) => {
      const html = corpus(name);
      const blocks = await tried({ html });
      expect(letters(blocks.map(lettersOf).join(''))).toBe(await shownLetters(other, html));
    },
  );

  it('runs nothing of what is pasted, and asks nobody for anything', async () => {
    expect(await page.evaluate(() => Reflect.get(window, '__ran') as unknown)).toBeUndefined();
    expect(requests.filter((address) => !OWN.test(address))).toEqual([]);
    expect(app.faults).toEqual([]);
  });

  it('tells what was left out', async () => {
    await page
      .getByText(/A picture was left out of what was pasted/)
      .first()
      .waitFor();
    await page
      .getByText(/The comments of the other document were left out/)
      .first()
      .waitFor();
  });

  const WORDS = ['quay', 'mole', 'rope', 'ferry', 'lock', 'tide'];
  const word = fc.constantFrom(...WORDS);
  const html: Arbitrary<string> = fc.letrec<{ node: string; nodes: string }>((tie) => {
    const element = (tag: string): Arbitrary<string> =>
      tie('nodes').map((inner) => `<${tag}>${inner}</${tag.split(' ')[0] ?? ''}>`);
    const tags = [
      ...['p', 'div', 'span', 'b', 'h2', 'h5', 'blockquote', 'ul', 'ol', 'li', 'pre', 'center', 'dl', 'dt', 'dd', 'q'],
      ...['b style="font-weight:normal"', 'span style="display:block"', 'p style="display:none"', 'div hidden'],
      ...['table', 'tr', 'td', 'th colspan=2', 'td rowspan=3', 'thead', 'caption', 'a href="javascript:x()"'],
      ...['p style="mso-list:l0 level2 lfo1"', 'p style="mso-list:l1 level1 lfo2"', 'section', 'figure', 'figcaption'],
      ...['script', 'style', 'noscript', 'li data-aria-level="3"', 'del', 'sup', 'footer', 'x-y', 'o:p', 'label'],
    ];
    return {
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        word.map((one) => `${one} `),
        fc.constantFrom('<br>', '<img src="https://x.example/a.png" onerror="x()">', '<hr>', '&nbsp;', '<!-- tide -->'),
        ...tags.map(element),
      ),
      nodes: fc.array(tie('node'), { maxLength: 5 }).map((parts) => parts.join('')),
    };
  }).nodes;

  it('keeps every word that any page shows, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(html, { minLength: 2, maxLength: 6 }), async (pieces) => {
        const given = `<p>start</p>${pieces.join('')}<p>end</p>`;
        const blocks = await tried({ html: given });
        expect(letters(blocks.map(lettersOf).join(''))).toBe(await shownLetters(other, given));
      }),
      { seed: 31, numRuns: 60 },
    );
    expect(requests.filter((address) => !OWN.test(address))).toEqual([]);
  });

  it('runs none of the ways in which HTML acts', async () => {
    for (const way of WAYS) {
      await tried({ html: `<p>before</p>${way.replaceAll('RAN', 'window.__ran=1')}<p>after</p>` });
    }
    await page.waitForTimeout(300);
    const ran = await page.evaluate(() => [Reflect.get(window, '__ran'), Reflect.get({}, 'polluted')] as unknown[]);
    expect(ran).toEqual([undefined, undefined]);
    expect(requests.filter((address) => !OWN.test(address))).toEqual([]);
    expect(app.faults).toEqual([]);
  });

  it('joins the lines of a PDF viewer, and keeps them when asked', async () => {
    const plain = plainCorpus('pdfViewer');
    await freshParagraph(page);
    const before = await docOf(page);
    await paste(page, { text: plain });
    expect(sketch(news(before, await docOf(page)))).toHaveLength(6);
    await page.getByRole('button', { name: 'Keep as pasted' }).click();
    const lines = plain.split('\n');
    expect(sketch(news(before, await docOf(page)))).toEqual(lines.map((line) => `p ${line}`.trimEnd()));
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(before);
  });

  it('offers to show numbers without a source, and to trace what a source says word for word', async () => {
    await freshParagraph(page);
    const before = await docOf(page);
    const said = 'A crane is not an economy';
    await paste(page, { html: `<p>There were 4,711 crates and 312 barrels. “${said},” said Oduya.</p>` });
    const [typed] = news(before, await docOf(page));
    expect(JSON.stringify(typed)).not.toContain('quoted');
    const status = page.getByRole('contentinfo', { name: 'Status' });
    await status.getByText('2 figures pasted without a source. 1 quotation matches a source.').waitFor();
    await status.getByRole('button', { name: 'Trace' }).click();
    const [traced] = news(before, await docOf(page));
    expect(sketch(traced ? [traced] : [])).toEqual([
      `p There were 4,711 crates and 312 barrels. “{quoted ${said},}”<citation> said Oduya.`,
    ]);
    // Its own step: the words stay when it is taken back.
    await page.keyboard.press('Control+z');
    expect(news(before, await docOf(page))).toEqual([typed]);
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(before);

    await paste(page, { text: 'There were 4,711 crates.' });
    await status.getByText('1 figure pasted without a source.').waitFor();
    await status.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('4,711').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
    await page.keyboard.press('Control+z');
  });

  it('takes what is dropped as what is pasted', async () => {
    await freshParagraph(page);
    const before = await docOf(page);
    await text(page)
      .locator('p[data-prompt]')
      .first()
      .evaluate((element) => {
        const { left, top } = element.getBoundingClientRect();
        const data = new DataTransfer();
        data.setData('text/html', '<p style="font-weight:bold">heavy</p><img src="https://acts.example/z">');
        const at = { clientX: left + 5, clientY: top + 5, bubbles: true, cancelable: true, dataTransfer: data };
        element.dispatchEvent(new DragEvent('drop', at));
      });
    expect(sketch(news(before, await docOf(page))).join('\n')).toContain('p *heavy*');
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(before);
  });

  it('is one step of undo, apart from what is typed before and after it', async () => {
    await freshParagraph(page);
    const start = await docOf(page);
    await page.keyboard.type('Before ');
    const before = await docOf(page);
    await paste(page, { html: '<p>pasted</p>' });
    const after = await docOf(page);
    await page.keyboard.type(' after');
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(after);
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(before);
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(start);
  });

  it('takes in 10,000 words, 500 nested lists and 50 pictures whole', async () => {
    const words = Array.from({ length: 10_000 }, (_one, index) => WORDS[index % WORDS.length] ?? '').join(' ');
    expect(sketch(await tried({ html: `<p>${words}</p>` }))).toEqual([`p ${words}`]);
    expect(sketch(await tried({ text: words }))).toEqual([`p ${words}`]);

    const items = Array.from({ length: 500 }, (_one, index) => `level${'abcdefghij'.charAt(index % 10)}`);
    const nested = items.reduceRight((inner, item) => `<ul><li>${item}${inner}</li></ul>`, '');
    const lists = await tried({ html: nested });
    expect(letters(lists.map(lettersOf).join(''))).toBe(items.join(''));
    const indents = sketch(lists).map((line) => /^ */u.exec(line)?.[0].length ?? 0);
    expect(Math.max(...indents)).toBe(16);
    await page
      .getByText(/items of a pasted list stood deeper than level 9/)
      .first()
      .waitFor();

    const pictures = Array.from({ length: 50 }, (_one, index) => {
      const bytes = Buffer.from(png({ width: 4 + index, height: 4 })).toString('base64');
      return `<p>p<img alt="n${index}" src="data:image/png;base64,${bytes}"></p>`;
    });
    const shown = await tried({ html: pictures.join('') });
    expect(shown.filter(({ type }) => type === 'image')).toHaveLength(50);
  });

  it('copies clean HTML and readable text, and takes its own copy back as it was', async () => {
    await text(page).getByRole('heading', { name: 'Issue', exact: true }).dblclick();
    await page.keyboard.press('Control+Alt+m');
    await page.locator('[data-annotation]').first().waitFor();
    await freshParagraph(page);
    await page.keyboard.press('Control+a');
    const { html: own, text: plain } = await copied(page);
    expect(own).not.toMatch(/style=|class="ProseMirror/u);
    expect(plain).toContain('\t');
    expect(plain).not.toMatch(/undefined|null/u);
    const before = await docOf(page);
    const ties = /"type":"(?:annotation|citation|figure|quoted)"/gu;
    expect(new Set(JSON.stringify(before).match(ties)).size).toBeGreaterThanOrEqual(3);
    await paste(page, { html: own, text: plain });
    expect(await docOf(page)).toEqual(before);
    await page.keyboard.press('Control+z');
    expect(await docOf(page)).toEqual(before);

    // Of another briefing only the words are known.
    const elsewhere = path.join(scratch(), 'ferry.txt');
    writeFileSync(elsewhere, 'The ferry of Tarn Holm\n\nThe rope broke, the parish said.');
    const second = await chromiumHost?.open(scratch(), [elsewhere]);
    if (!second) return;
    await freshParagraph(second.page);
    const there = await docOf(second.page);
    await paste(second.page, { html: own, text: plain });
    const after = await docOf(second.page);
    const fresh = JSON.stringify(after);
    for (const id of new Set([...own.matchAll(/data-(?:factid|id|articleid)="([^"]+)"/gu)].map((match) => match[1]))) {
      expect(fresh).not.toContain(id);
    }
    expect(letters(lettersOf(after))).toContain(letters(lettersOf(before)).slice(0, 400));
    expect(letters(lettersOf(after)).length).toBe(letters(lettersOf(before)).length + letters(lettersOf(there)).length);
    await second.close();
  });
});

for (const host of HOSTS) {
  describe.skipIf(host.missing !== null)(
    `the clipboard of the system in ${host.name} (${host.missing ?? 'here'})`,
    () => {
      let app: App;
      let page: Page;
      const requests: string[] = [];
      beforeAll(async () => {
        app = await host.open(scratch(), [sample]);
        page = app.page;
        await text(page).getByRole('table').waitFor();
        page.on('request', (request) => requests.push(request.url()));
      });
      afterAll(() => app.close());

      it.each(['word', 'chrome'])('brings what %s put there by the key', async (name) => {
        await onClipboard(page, { html: corpus(name) });
        await freshParagraph(page);
        const before = await docOf(page);
        await page.keyboard.press('Control+v');
        await expect.poll(async () => sketch(news(before, await docOf(page))).join('\n')).toBe(MEANT[name]?.trim());
        expect(await page.evaluate(() => Reflect.get(window, '__ran') as unknown)).toBeUndefined();
        expect(requests.filter((address) => !OWN.test(address))).toEqual([]);
        expect(app.faults).toEqual([]);
        await page.keyboard.press('Control+z');
        expect(await docOf(page)).toEqual(before);
      });

      it('brings plain text as it is by its own key', async () => {
        const plain = plainCorpus('pdfViewer');
        await onClipboard(page, { html: '<p>not this</p>', text: plain });
        await freshParagraph(page);
        const before = await docOf(page);
        await page.keyboard.press('Control+Shift+v');
        const lines = plain.split('\n').map((line) => `p ${line}`.trimEnd());
        await expect.poll(async () => sketch(news(before, await docOf(page)))).toEqual(lines);
        await page.keyboard.press('Control+z');
        expect(await docOf(page)).toEqual(before);
      });
    },
  );
}
