// Tests of the door to articles: what is refused and why, what every article keeps, and the real sample.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../shared/article/article.ts';
import { importArticle, LARGEST_ARTICLE, type ImportOptions } from '../../shared/article/importArticle.ts';
import { sha256Hex } from '../../shared/base/sha256.ts';
import { paragraphs } from '../../shared/text/sentences.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(input: string | Uint8Array, options: Partial<ImportOptions> = {}) {
  const result = importArticle(typeof input === 'string' ? bytesOf(input) : input, { name: 'port.txt', ...options });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.text}`);
  return {
    article: result.value.value,
    messages: result.value.messages,
    codes: result.value.messages.map(({ code }) => code),
  };
}

function refused(input: Uint8Array, name = 'port.txt') {
  const result = importArticle(input, { name });
  return result.ok ? null : result.error;
}

const BODY = 'The port of Ostrel took 12 ships in May, the harbour office wrote. “We are open,” Ilse Tarn said.';

describe('what is refused', () => {
  test('nothing, and nothing but space', () => {
    expect(refused(new Uint8Array())).toEqual({ code: 'empty', text: '“port.txt” holds no words.' });
    expect(refused(bytesOf(' \r\n\t \u00a0\n'))?.code).toBe('empty');
  });

  test('more than 50 MB; 50 MB is not', () => {
    expect(refused(new Uint8Array(LARGEST_ARTICLE + 1).fill(0x61))?.code).toBe('too-large');
    expect(LARGEST_ARTICLE).toBe(50 * 1024 * 1024);
  });

  test.each(['a.html', 'a.htm', 'A.DOCX', 'a.doc', 'a.pdf', 'a.eml', 'a.rtf', 'a.odt', 'a.epub', 'a.xlsx', 'a.brief'])(
    '%s: a format that is not read yet, with a way out',
    (name) => {
      const failure = refused(bytesOf(BODY), name);
      expect(failure?.code).toBe('not-read-yet');
      expect(failure?.text).toContain(`“${name}”`);
    },
  );

  test.each([
    ['a PDF', '%PDF-1.7 ...'],
    ['a Word document', 'PK\x03\x04...'],
    ['a web page', ' <!DOCTYPE html><p>x'],
    ['a web page', '<html lang="en"><p>x'],
    ['a rich text', '{\\rtf1 ...'],
  ])('%s under the name of a text', (_what, text) => {
    expect(refused(bytesOf(text))?.code).toBe('not-read-yet');
  });

  test('binary bytes, whatever their name', () => {
    const binary = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251);
    expect(refused(binary, 'photo.jpg')?.code).toBe('binary');
    expect(refused(binary)?.code).toBe('binary');
  });

  test('a text of an unknown ending is read', () => {
    expect(read(BODY, { name: 'port.article' }).article.text).toBe(BODY);
    expect(read(BODY, { name: 'Pasted text' }).article).toMatchObject({ fileName: 'Pasted text', text: BODY });
  });
});

describe('an article', () => {
  test('has its id from its bytes', () => {
    const { article } = read(BODY);
    expect(article.sha256).toBe(sha256Hex(bytesOf(BODY)));
    expect(article.id).toBe(`a-${article.sha256.slice(0, 12)}`);
    expect(read(`${BODY} `).article.id).not.toBe(article.id);
    expect(sha256Hex(bytesOf('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('keeps its language when it is given', () => {
    expect(read(BODY).article.language).toBe('en');
    expect(read(BODY, { language: 'fr' }).article.language).toBe('fr');
  });

  test('takes the encoding that the user chose', () => {
    const bytes = Uint8Array.from('Caf\xe9 of Ostrel', (char) => char.charCodeAt(0));
    expect(read(bytes, { encoding: 'windows-1252' }).article).toMatchObject({
      text: 'Café of Ostrel',
      encoding: 'windows-1252',
    });
  });

  test('that is nothing but credits keeps its words', () => {
    expect(read('By Ann Bo\n\n7 May 2031').article).toMatchObject({
      text: 'By Ann Bo\n\n7 May 2031',
      byline: 'Ann Bo',
    });
  });

  test('loses a line of credits only with a message of its words', () => {
    const { article, messages } = read(`Port opens\n\nBy Ann Bo\n\n${BODY}`);
    expect(article.text).toBe(`Port opens\n\n${BODY}`);
    expect(messages).toEqual([
      { code: 'credits', text: '“By Ann Bo” was read as the byline and left out of the text.' },
    ]);
  });

  test('has no title when there is nothing but one short text', () => {
    expect(read('Port opens').article.title).toBeNull();
    expect(read(BODY).article.title).toBeNull();
    expect(read(`The port opened on Monday.\n\n${BODY}`).article.title).toBeNull();
  });

  test('has the day of the last change when there is no other', () => {
    expect(read(`Port opens\n\nUpdated 8 May 2031\n\n${BODY}`).article.published).toBe('2031-05-08');
    expect(read(`Port opens\n\nUpdated 8 May 2031\nPublished 7 May 2031\n\n${BODY}`).article.published).toBe(
      '2031-05-07',
    );
  });

  test('joins lines that were broken because they were full, and says so', () => {
    const wrapped =
      'The port office of Ostrel said on Monday that the harbour\nwould open again in the spring, after a year of repairs\nthat cost more than had been planned.';
    const { article, codes } = read(wrapped);
    expect(article.text).toBe(wrapped.replaceAll('\n', ' '));
    expect(codes).toEqual(['unwrapped']);
  });
});

test('law: letters of the text come through whole, or a message names what was left out', () => {
  const line = fc.constantFrom(
    BODY,
    'Port opens',
    'By Ann Bo',
    'Read more',
    '7 May 2031',
    '',
    '12 ships',
    '“No,” he said.',
    'OSTREL (Norla) - The port opened.',
    'cafe\u0301 \u200b \ufb01eld',
  );
  const letters = (text: string): string => text.replace(/\s/gu, '');
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 10 }),
      fc.constantFrom('\n', '\n\n', '\r\n'),
      (lines, end) => {
        const source = lines.join(end);
        const result = importArticle(bytesOf(source), { name: 'port.txt' });
        if (!result.ok) {
          expect(result.error.code).toBe('empty');
          return;
        }
        const { value: article, messages } = result.value;
        expect(articleSchema.safeParse(article).success).toBe(true);
        for (const one of lines.filter((two) => two !== '')) {
          const named = messages.some(({ text }) => text.includes(`“${one}`));
          expect(letters(article.text).includes(letters(one)) || named).toBe(true);
        }
      },
    ),
    { seed: 20260808, numRuns: 400 },
  );
});

const samples = path.join(import.meta.dirname, '../../../shared/samples');

describe.skipIf(!existsSync(samples))('the real sample (skipped where ../shared/samples is absent)', () => {
  const names = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.txt')) : [];

  test.each(names)('%s: the scrap of its first line is read, left out and named; the rest stays', (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(samples, name)));
    const source = new TextDecoder().decode(bytes);
    const first = source.slice(0, source.indexOf('\n')).trim();
    const { article, messages } = read(bytes, { name });
    expect(article.published).toBe(/\d{4}-\d{2}-\d{2}/u.exec(name)?.[0]);
    for (const field of [article.agency, article.publisher, article.byline]) {
      expect(field).not.toBeNull();
      expect(first).toContain(field);
    }
    expect(article.title).toBeNull();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain(first);
    expect(article.text).toBe(source.slice(source.indexOf('\n')).trim());
    expect(paragraphs(article.text)).toHaveLength(article.text.split('\n\n').length);
  });
});
