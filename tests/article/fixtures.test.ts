// Articles as they arrive (tests/fixtures/articles): what is read out of each, what is left out of its text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importArticle } from '../../shared/article/importArticle.ts';
import { paragraphs } from '../../shared/text/sentences.ts';

const folder = path.join(import.meta.dirname, '../fixtures/articles');

interface Expected {
  readonly opens: string;
  readonly ends: string;
  readonly paragraphs: number;
  /** Codes of the messages, in order. */
  readonly codes: readonly string[];
  /** Fields of the article. */
  readonly [field: string]: unknown;
}

const slugs = readdirSync(folder).filter((slug) => existsSync(path.join(folder, slug, 'article.json')));

describe.each(slugs)('%s', (slug) => {
  const file = readdirSync(path.join(folder, slug)).find((name) => name.startsWith('source.')) ?? '';
  const bytes = new Uint8Array(readFileSync(path.join(folder, slug, file)));
  const {
    opens,
    ends,
    paragraphs: count,
    codes,
    ...fields
  } = JSON.parse(readFileSync(path.join(folder, slug, 'article.json'), 'utf8')) as Expected;
  const result = importArticle(bytes, { name: file });
  if (!result.ok) throw new Error(result.error.text);
  const { value: article, messages } = result.value;

  test('its fields', () => {
    expect(article).toMatchObject(fields);
  });

  test('its text', () => {
    expect(article.text.startsWith(opens)).toBe(true);
    expect(article.text.endsWith(ends)).toBe(true);
    expect(paragraphs(article.text)).toHaveLength(count);
  });

  test('its messages, each with the words it is about', () => {
    expect(messages.map(({ code }) => code)).toEqual(codes);
    for (const { code, text } of messages) {
      if (code === 'junk-line' || code === 'credits') expect(text).toMatch(/^“.+” (?:was read as|is not part of)/u);
    }
  });
});
