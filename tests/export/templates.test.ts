// Each template's Word file as a golden outline, clean for the own checker, and readable text for mammoth.
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { toDocx } from '../../shared/export/docx.ts';
import { outline, readDocx } from '../docx/readDocx.ts';
import { TEMPLATE_NOW, templateBriefings } from './templateBriefings.ts';

describe.each([...templateBriefings()])('%s', (id, briefing) => {
  const made = toDocx(briefing, { now: TEMPLATE_NOW, copy: 'annotated', offsetMinutes: 60 });

  test('reads back as its golden outline', async () => {
    const file = readDocx((await made).value.bytes);
    expect(file.problems).toEqual([]);
    await expect(outline(file)).toMatchFileSnapshot(`../fixtures/export/${id}.txt`);
  });

  test('has headings in order: level 1 first, none skipped', async () => {
    const levels = readDocx((await made).value.bytes).paragraphs.flatMap((one) => {
      const level = /^Heading(\d)$/u.exec(one.style ?? '')?.[1];
      return level === undefined ? [] : [Number(level)];
    });
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('gives mammoth all its words', async () => {
    const { bytes } = (await made).value;
    const words = (text: string): string => text.split(/\s+/u).join(' ').trim();
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const file = readDocx(bytes);
    for (const one of file.paragraphs) expect(words(value)).toContain(words(one.text));
  });
});
