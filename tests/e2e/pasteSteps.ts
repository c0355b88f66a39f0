// Steps of the tests that paste: what the page holds, what is new in it, and what a browser shows of the same HTML.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { JsonNode } from '../renderer/editor/paste/sketch.ts';
import { root } from './app.ts';
import { text } from './window.ts';

const folder = path.join(root, 'tests/renderer/editor/paste/corpus');

/** HTML as a program puts it on the clipboard; the words are invented. */
export function corpus(name: string): string {
  return readFileSync(path.join(folder, `${name}.html.txt`), 'utf8');
}

export function plainCorpus(name: string): string {
  return readFileSync(path.join(folder, `${name}.plain.txt`), 'utf8');
}

/** The document that the page holds; ProseMirror keeps it at its element. */
export async function docOf(page: Page): Promise<JsonNode> {
  return text(page).evaluate((element) => {
    const described = element as unknown as { pmViewDesc: { node: { toJSON(): unknown } } };
    return described.pmViewDesc.node.toJSON();
  }) as Promise<JsonNode>;
}

/** The blocks of `after` that `before` has not. */
export function news(before: JsonNode, after: JsonNode): readonly JsonNode[] {
  const [old, now] = [before, after].map((doc) => (doc.content ?? []).map((block) => JSON.stringify(block)));
  if (!old || !now) return [];
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start++;
  let end = 0;
  while (end < least - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return (after.content ?? []).slice(start, now.length - end);
}

export interface Clipboard {
  readonly html?: string;
  readonly text?: string;
}

/** A paste as the page hears of it. */
export async function paste(page: Page, clipboard: Clipboard): Promise<void> {
  await text(page).evaluate((element, given) => {
    const data = new DataTransfer();
    if (given.html !== undefined) data.setData('text/html', given.html);
    if (given.text !== undefined) data.setData('text/plain', given.text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);
}

/** Puts HTML on the clipboard of the system as another program would: as it is, by the key. */
export async function onClipboard(page: Page, { html, text: words }: Clipboard): Promise<void> {
  await freshParagraph(page);
  await page.evaluate(
    (given) => {
      const put = (event: ClipboardEvent): void => {
        if (given.html !== undefined) event.clipboardData?.setData('text/html', given.html);
        event.clipboardData?.setData('text/plain', given.words ?? 'plain');
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      document.addEventListener('copy', put, { capture: true, once: true });
    },
    { html, words },
  );
  await page.keyboard.press('Control+c');
}

/** What the text puts on the clipboard for the selection. */
export async function copied(page: Page): Promise<Required<Clipboard>> {
  return text(page).evaluate((element) => {
    const data = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return { html: data.getData('text/html'), text: data.getData('text/plain') };
  });
}

/** The caret in an empty paragraph. */
export async function freshParagraph(page: Page): Promise<void> {
  await text(page).locator('p[data-prompt]').first().click();
}

/** The letters that a browser shows of `html`, in order. `page` runs no script and reaches nothing. */
export async function shownLetters(page: Page, html: string): Promise<string> {
  await page.setContent('<!doctype html><body></body>');
  const shown = await page.evaluate((given) => {
    document.body.innerHTML = given;
    const gone =
      'object, svg, select, video, noscript, .MsoCommentReference, [style*="comment-list"], [style*="mso-hide"]';
    for (const element of document.querySelectorAll(gone)) element.remove();
    for (const field of document.querySelectorAll('textarea')) field.replaceWith(field.textContent);
    // The letters of Word's lists are their numbers; those of its headings stay.
    for (const marker of document.querySelectorAll(
      'p > span[style*="mso-list:Ignore"], p > span span[style*="mso-list:Ignore"]',
    )) {
      marker.remove();
    }
    return document.body.innerText;
  }, html);
  return letters(shown);
}

export function letters(words: string): string {
  // A browser shows the variables of a formula in letters of their own.
  return words.normalize('NFKC').replace(/[^\p{L}]/gu, '');
}
