// Links, sources and hostile words in the exported file, and the messages about what stayed behind.
import { describe, expect, test } from 'vitest';
import { toDocx } from '../../shared/export/docx.ts';
import { safeHref } from '../../shared/export/sources.ts';
import {
  build,
  by,
  cite,
  detail,
  doc,
  figure,
  h,
  link,
  note,
  p,
  qt,
  quotation,
  sourceList,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
} from '../builders.ts';
import { readDocx } from '../docx/readDocx.ts';
import { annotation, article, briefing } from './briefings.ts';
import { HOSTILE } from './randomBriefings.ts';
import { NOW, of, read } from './readBack.ts';

describe('links and sources', () => {
  test.each([
    ['https://board.example/a b"c', 'https://board.example/a%20b%22c'],
    ["http://board.example/o'clock", 'http://board.example/o%27clock'],
    ['mailto:desk@board.example?subject=a b', 'mailto:desk@board.example?subject=a%20b'],
    ['HTTPS://BOARD.EXAMPLE', 'https://board.example/'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['\\\\server\\share', null],
    ['ftp://board.example/', null],
    ['annual-report', null],
    [`https://board.example/${'a'.repeat(3000)}`, null],
  ])('%j leaves as %j', (href, safe) => {
    expect(safeHref(href)).toBe(safe);
  });

  test('a link that may not leave keeps its words and says so', async () => {
    const { file, codes } = await read(
      of(p('see ', link('file:///x', 'here'), ' and ', link('https://board.example/', 'there', strong(' too')))),
    );
    expect(file.paragraphs.at(-1)).toMatchObject({
      text: 'see here and there too',
      links: [{ href: 'https://board.example/', text: 'there too' }],
    });
    expect(codes).toContain('link-left-out');
  });

  test('a source is cited in full once, then short, in cells and quotations alike', async () => {
    const { file } = await read(
      of(
        p('a', cite('a1', null, 'paragraph 1')),
        table(tr(td(p('b', cite('a1'))))),
        quotation(qt('c'), by('d', cite('a2'))),
        sourceList(),
      ),
    );
    expect(file.notes.map((one) => one.text)).toEqual([
      'Tamsin Ode, The Ostrel Courier, “Port of Ostrel doubles its grain trade”, 9\u00a0March\u00a02031, https://courier.example/2031/03/grain, paragraph\u00a01.',
      'The Ostrel Courier, “Port of Ostrel doubles its grain trade”.',
      'Vessin Review, “Harbour dues to rise”, 2\u00a0March\u00a02031, https://review.example/dues?year=2031.',
    ]);
    expect(file.notes[0]?.links.map((one) => one.href)).toEqual(['https://courier.example/2031/03/grain']);
    expect(file.paragraphs.filter((one) => one.style === 'SourceEntry').map((one) => one.list?.level)).toEqual([0, 0]);
  });

  test('a source that is not there is told of', async () => {
    const { file, codes } = await read(of(p('a', cite('gone', null, 'page 3'))));
    expect(file.notes[0]?.text).toBe('Source not in the briefing, page\u00a03.');
    expect(codes).toContain('source-missing');
  });

  test('an address that may not leave is words in the note', async () => {
    const made = briefing(doc(p('a', cite('a1'))), { articles: [article('a1', { url: 'javascript:x' })] });
    expect((await read(made)).file.notes[0]).toMatchObject({ links: [] });
  });
});

describe('hostile words', () => {
  test.each(HOSTILE)('%j in every place leave a good file', async (words) => {
    const made = briefing(
      doc(
        { banner: words, lang: words },
        titleBlock(title(words), detail({ name: words }, words)),
        h(words),
        build('paragraph', { prompt: words }),
        quotation(qt(words), by(words)),
        p(link(words, words), note('n1', words), cite('a1', null, words)),
        table(tr(th(p(words)))),
        sourceList(),
      ),
      {
        articles: [article('a1', { title: words, byline: words, publisher: words, url: words, fileName: words })],
        annotations: [
          annotation('n1', {
            author: words,
            body: words,
            tags: [words],
            replies: [{ id: words, author: words, at: words, body: words }],
          }),
        ],
        settings: { template: words, author: words, language: words },
      },
    );
    const { file } = await read(made);
    expect(file.comments.length).toBe(2);
    expect(file.language).toBe('en-GB');
  });

  test('a word of a million letters passes', async () => {
    const { file } = await read(of(p('x'.repeat(1_000_000)), table(tr(td(p('y'.repeat(100_000)))))));
    expect(file.paragraphs[1]?.text.length).toBe(1_000_000);
  });
});

test('what cannot be taken along is told', async () => {
  const { codes, texts, file } = await read(
    of(build('image', { media: 'quay.png', alt: 'The quay at noon' }), build('opaque', { json: '{}' }), p('a\u0000b')),
  );
  expect(codes).toEqual(expect.arrayContaining(['image-left-out', 'opaque-left-out', 'characters-removed']));
  expect(texts.join(' ')).toContain('1 character that');
  expect(file.paragraphs.map((one) => one.text)).toContain('[Picture: The quay at noon]');
});

test('figures are counted by stretch, the language and the author are those of the briefing', async () => {
  const made = briefing(doc({ lang: 'fr-CA' }, p(figure('f1', 'a', strong('b')), ' ', figure('f2', 'c'))), {
    settings: { template: 'x', author: '', language: 'fr-CA' },
  });
  const { value } = await toDocx(made, { now: NOW, copy: 'clean' });
  const file = readDocx(value.bytes);
  expect(value.contents.figures).toBe(2);
  expect([file.language, file.core['dc:language'], file.core['dc:creator']]).toEqual(['fr-CA', 'fr-CA', 'Analyst']);
});
