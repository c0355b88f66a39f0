// What a reader of the exported page sees: banner, page numbers, styles, lists, tables, links, prompts, breaks, notes.
import { describe, expect, test } from 'vitest';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { emitParts } from '../../shared/export/emit.ts';
import { finishPackage } from '../../shared/export/package.ts';
import { planBriefing } from '../../shared/export/plan.ts';
import { safeHref } from '../../shared/export/sources.ts';
import {
  build,
  by,
  cite,
  detail,
  doc,
  em,
  figure,
  h,
  li,
  link,
  note,
  ol,
  own,
  p,
  pageBreak,
  prompt,
  qt,
  quotation,
  quoted,
  report,
  sourceList,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
  ul,
  type Child,
} from '../builders.ts';
import { readDocx, type DocxFile, type DocxTable } from '../docx/readDocx.ts';
import { child, descend, elements, textOf, type Element } from '../docx/xml.ts';
import { annotation, article, briefing, fullBriefing } from './briefings.ts';
import { HOSTILE } from './randomBriefings.ts';

const NOW = '2031-03-10T10:00:00Z';
const of = (...blocks: Child[]): Briefing => briefing(doc(...blocks));

async function read(made: Briefing): Promise<{ file: DocxFile; codes: string[]; texts: string[] }> {
  const { value, messages } = await toDocx(made, { now: NOW, copy: 'annotated' });
  const file = readDocx(value.bytes);
  expect(file.problems).toEqual([]);
  return { file, codes: messages.map((one) => one.code), texts: messages.map((one) => one.text) };
}

const styled = (file: DocxFile): string[] => file.paragraphs.map((one) => `${one.style ?? ''}: ${one.marked}`);
const firstTable = (file: DocxFile): DocxTable => file.blocks.find((one) => one.kind === 'table') as DocxTable;

/** The run of a header or footer that holds exactly `text`. */
function run(root: Element, text: string): Element | undefined {
  return [...descend(root)].find((one) => one.name === 'w:r' && textOf(one) === text);
}

describe('the banner', () => {
  test.each(['TLP:RED', 'TLP:AMBER+STRICT'])(
    '%s stands at the right, in 12 points, in its colour on black, on every page',
    async (label) => {
      const { file } = await read(fullBriefing(label));
      expect(file.margins.map((one) => `${one.kind} ${one.type}`).sort()).toEqual([
        'footer default',
        'footer first',
        'header default',
        'header first',
      ]);
      for (const margin of file.margins) {
        const props = child(run(margin.root, label), 'w:rPr');
        expect(Number(child(props, 'w:sz')?.attrs['w:val'])).toBeGreaterThanOrEqual(24);
        expect(child(props, 'w:color')?.attrs['w:val']).toBe(label === 'TLP:RED' ? 'FF2B2B' : 'FFC000');
        expect(child(props, 'w:shd')?.attrs['w:fill']).toBe('000000');
        expect(margin.paragraphs.find((one) => one.text.includes(label))?.align).toBe('right');
      }
      expect(file.core['cp:keywords']).toBe(label);
    },
  );

  test.each(['OFFICIAL-SENSITIVE', 'NATO RESTRICTED', 'Not for the league'])(
    '%s stands in the middle',
    async (label) => {
      const { file } = await read(fullBriefing(label));
      for (const margin of file.margins) {
        expect(run(margin.root, label)).toBeDefined();
        expect(margin.paragraphs.find((one) => one.text === label)?.align).toBe('center');
      }
    },
  );

  test('not chosen is not printed, and one message says so', async () => {
    const { file, codes } = await read(fullBriefing(null));
    expect(
      file.margins.filter((one) => one.kind === 'header' && one.type === 'first').map((one) => one.paragraphs[0]?.text),
    ).toEqual(['']);
    expect(codes.filter((code) => code === 'no-banner').length).toBe(1);
    expect(file.core['cp:keywords']).toBeUndefined();
  });

  test.each([null, 'OFFICIAL', 'TLP:GREEN'])('with something to settle carries DRAFT beside %j', async (banner) => {
    const { plan } = planBriefing(fullBriefing(banner), { copy: 'annotated', draft: true, offsetMinutes: 0 });
    const file = readDocx(finishPackage(await emitParts(plan), plan, NOW));
    expect(file.problems).toEqual([]);
    for (const margin of file.margins) {
      expect(run(margin.root, 'DRAFT')).toBeDefined();
      if (banner) expect(run(margin.root, banner)).toBeDefined();
    }
  });

  test('says DRAFT of itself when a quotation was altered, and only then', async () => {
    const good = fullBriefing();
    const { value, messages } = await toDocx(good, { now: NOW, copy: 'clean' });
    expect([value.draft, messages.map((one) => one.code)]).toEqual([false, ['unanswered-prompt']]);

    const json = JSON.stringify(good.doc.toJSON()).replace('It will not last', 'It will last');
    const bent = await toDocx(
      { ...good, doc: good.doc.type.schema.nodeFromJSON(JSON.parse(json)) },
      { now: NOW, copy: 'clean' },
    );
    expect(bent.value.draft).toBe(true);
    expect(bent.messages[0]?.code).toBe('draft');
    expect(bent.messages[0]?.text).toContain('Quotation 1');
    for (const margin of readDocx(bent.value.bytes).margins) expect(run(margin.root, 'DRAFT')).toBeDefined();
  });

  test('leaves the page number its own side of the footer', async () => {
    for (const [banner, side] of [
      ['TLP:RED', 'left'],
      ['SECRET', 'right'],
    ] as const) {
      const { file } = await read(fullBriefing(banner));
      for (const margin of file.margins.filter((one) => one.kind === 'footer')) {
        expect(margin.fields).toEqual(['PAGE', 'NUMPAGES']);
        const frame = [...descend(margin.root)].find((one) => one.name === 'w:framePr');
        expect(frame?.attrs['w:xAlign']).toBe(side);
        expect(margin.paragraphs[0]?.text).toMatch(/^Page \d+ of \d+$/u);
      }
    }
  });

  test('is not repeated by the running head, which begins on the second page', async () => {
    const { file } = await read(fullBriefing());
    const heads = file.margins.filter((one) => one.kind === 'header').map((one) => [one.type, one.paragraphs.length]);
    expect(heads).toEqual([
      ['default', 2],
      ['first', 1],
    ]);
  });
});

describe('paragraphs', () => {
  test('have real styles: title, details, headings, own words, reported words, quotations', async () => {
    const { file } = await read(
      of(
        titleBlock(title('T'), detail({ name: 'to' }, 'X'), detail({ name: 'from' })),
        h('one'),
        build('heading', { level: 4 }, 'four'),
        p('mine'),
        report('theirs'),
        quotation(qt('said'), qt('and more'), by('who')),
      ),
    );
    expect(styled(file)).toEqual([
      'Title: T',
      'Details: To\tX',
      'Heading1: one',
      'Heading4: four',
      'BodyText: mine',
      'Reporting: theirs',
      'Quote: said',
      'Quote: and more',
      'Attribution: who',
    ]);
    const styles = new Map(
      elements(file.xml.get('word/styles.xml') as Element, 'w:style').map((one) => [one.attrs['w:styleId'], one]),
    );
    expect(child(styles.get('Heading1'), 'w:name')?.attrs['w:val']).toBe('heading 1');
    expect(child(styles.get('Heading2'), 'w:pPr', 'w:outlineLvl')?.attrs['w:val']).toBe('1');
    expect(child(styles.get('Heading1'), 'w:pPr', 'w:keepNext')).toBeDefined();
    expect(child(styles.get('Quote'), 'w:rPr', 'w:rFonts')?.attrs['w:ascii']).toBe('Cambria');
    expect(file.paragraphs.find((one) => one.text === 'and more')?.keepNext).toBe(true);
  });

  test('left empty are space in the editor only; a prompt stands in brackets', async () => {
    const { file, codes } = await read(of(p('a'), p(), prompt('What is asked?'), p('b')));
    expect(styled(file).slice(1)).toEqual(['BodyText: a', 'Prompt: [What is asked?]', 'BodyText: b']);
    expect(codes).toContain('unanswered-prompt');
    expect((await read(of(build('paragraph', { prompt: 'Asked' }, 'answered')))).file.paragraphs.at(-1)?.text).toBe(
      'answered',
    );
  });

  test('after a page break begin a page', async () => {
    const { file } = await read(of(pageBreak(), h('a'), p('b'), pageBreak(), table(tr(td(p('c')))), pageBreak()));
    expect(file.paragraphs.filter((one) => one.pageBreak).map((one) => `${one.style ?? ''} ${one.text}`)).toEqual([
      'Heading1 a',
      'TableGap ',
      'TableGap ',
    ]);
  });

  test('keep number and unit together, but never touch quoted words', async () => {
    const { file } = await read(
      of(p('of 5 million, ', quoted('q1', 'not 6 million')), quotation(qt('7 million'), by('on 7 May 2031'))),
    );
    expect(file.paragraphs.slice(1).map((one) => one.text)).toEqual([
      'of 5\u00a0million, not 6 million',
      '7 million',
      'on 7\u00a0May\u00a02031',
    ]);
  });

  test('carry bold, italics and the rest', async () => {
    const { file } = await read(of(p(strong('b'), em('i'), own('o'), 'x')));
    const runs = [...descend(file.xml.get('word/document.xml') as Element)].filter((one) => one.name === 'w:r');
    expect(
      runs.map((one) => [textOf(one), ...elements(child(one, 'w:rPr') ?? one).map((prop) => prop.name)]).slice(1),
    ).toEqual([
      ['b', 'w:b', 'w:bCs'],
      ['i', 'w:i', 'w:iCs'],
      ['o', 'w:t'],
      ['x', 'w:t'],
    ]);
  });
});

describe('lists', () => {
  test('are numbered each from its own start, at their level', async () => {
    const { file } = await read(
      of(ol(li(p('a')), li(p('b'), ol(li(p('b1'))))), ol({ order: 4 }, li(p('d'))), ul(li(p('e'), p('more')))),
    );
    const numbering = file.xml.get('word/numbering.xml') as Element;
    const abstract = new Map(
      elements(numbering, 'w:num').map((one) => [one.attrs['w:numId'], child(one, 'w:abstractNumId')?.attrs['w:val']]),
    );
    const levels = file.paragraphs.slice(1).map((one) => {
      if (!one.list) return [one.text, null];
      const own = elements(numbering, 'w:abstractNum').find(
        (each) => each.attrs['w:abstractNumId'] === abstract.get(one.list?.id),
      );
      const level = elements(own ?? numbering, 'w:lvl').find(
        (each) => each.attrs['w:ilvl'] === String(one.list?.level),
      );
      return [
        one.text,
        one.list.level,
        child(level, 'w:numFmt')?.attrs['w:val'],
        child(level, 'w:start')?.attrs['w:val'],
      ];
    });
    expect(levels).toEqual([
      ['a', 0, 'decimal', '1'],
      ['b', 0, 'decimal', '1'],
      ['b1', 1, 'lowerLetter', '1'],
      ['d', 0, 'decimal', '4'],
      ['e', 0, 'bullet', '1'],
      ['more', null],
    ]);
    expect(new Set(file.paragraphs.flatMap((one) => (one.list ? [one.list.id] : []))).size).toBe(4);
  });

  test('keep the last two items on one page', async () => {
    const { file } = await read(of(ul(li(p('a')), li(p('b')), li(p('c')))));
    expect(file.paragraphs.slice(1).map((one) => one.keepNext)).toEqual([false, true, false]);
  });

  test('deeper than Word knows stay at the ninth level', async () => {
    let list = ul(li(p('deepest')));
    for (let depth = 0; depth < 11; depth++) list = ul(li(p(`at ${depth}`), list));
    const { file } = await read(of(list));
    expect(Math.max(...file.paragraphs.map((one) => one.list?.level ?? 0))).toBe(8);
    expect(file.paragraphs.at(-1)?.text).toBe('deepest');
  });
});

describe('tables', () => {
  test('repeat their header, do not split rows, and fill the line', async () => {
    const { file } = await read(
      of(table(tr(th(p('A')), th(p('B'))), tr(td(p('x')), td(p('a good deal more to say'))))),
    );
    const made = firstTable(file);
    expect(made.rows.map((row) => [row.header, row.cantSplit])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(made.widths.reduce((a, b) => a + b, 0)).toBe(9026);
    expect(made.widths[1]).toBeGreaterThan(made.widths[0] ?? 0);
    expect(made.rows[0]?.cells[0]?.paragraphs[0]?.style).toBe('TableHeading');
  });

  test('have horizontal rules only', async () => {
    const { file } = await read(fullBriefing());
    const style = elements(file.xml.get('word/styles.xml') as Element, 'w:style').find(
      (one) => one.attrs['w:styleId'] === 'BriefingTable',
    );
    expect(elements(child(style, 'w:tblPr', 'w:tblBorders') ?? (style as Element)).map((one) => one.name)).toEqual([
      'w:top',
      'w:bottom',
      'w:insideH',
    ]);
    expect(
      [...descend(file.xml.get('word/document.xml') as Element)].some(
        (one) => one.name === 'w:tblBorders' || one.name === 'w:tcBorders',
      ),
    ).toBe(false);
  });

  test('set numbers at the right, years and words at the left, and obey the cell', async () => {
    const { file } = await read(
      of(
        table(
          tr(th(p('What')), th(p('Year')), th(p('Sum')), th(p('Share'))),
          tr(td(p('Quay')), td(p('2030')), td(p('$1,752 million')), td({ align: 'center' }, p('12%'))),
          tr(td(p('7 ships')), td(p('2031')), td(p('−3.5')), td({ align: 'center' }, p('9%'))),
          tr(td(p('Dock')), td(p('2032')), td(p()), td({ align: 'left' }, p('—'))),
        ),
      ),
    );
    const aligns = firstTable(file).rows.map((row) => row.cells.map((cell) => cell.paragraphs[0]?.align ?? 'left'));
    expect(aligns).toEqual([
      ['left', 'left', 'right', 'left'],
      ['left', 'left', 'right', 'center'],
      ['left', 'left', 'right', 'center'],
      ['left', 'left', 'right', 'left'],
    ]);
  });

  test('join cells as drawn and fill what is missing', async () => {
    const { file } = await read(
      of(
        table(
          tr(td({ rowspan: 2 }, p('tall')), td({ colspan: 2 }, p('wide'))),
          tr(td(p('b')), td(p('c'))),
          tr(td(p('short'))),
          tr(),
        ),
      ),
    );
    expect(
      firstTable(file).rows.map((row) =>
        row.cells.map((cell) => `${cell.span}${cell.merge ?? ''} ${cell.paragraphs.map((one) => one.text).join()}`),
      ),
    ).toEqual([
      ['1restart tall', '2 wide'],
      ['1continue ', '1 b', '1 c'],
      ['1 short', '1 ', '1 '],
    ]);
  });

  test('without a cell are left out with a message; too wide for Word they become paragraphs', async () => {
    expect((await read(of(table(tr())))).codes).toContain('table-empty');
    const wide = await read(of(table(tr(...Array.from({ length: 64 }, (_, index) => td(p(`c${index}`)))))));
    expect(wide.codes).toContain('table-too-wide');
    expect(wide.file.paragraphs.at(-1)?.text).toBe('c63');
    const huge = await read(of(table(tr(td({ colspan: 1e9, rowspan: 1e9 }, p('x'))))));
    expect(firstTable(huge.file).rows.length).toBe(1);
  });

  test('in a row do not run together', async () => {
    const { file } = await read(of(table(tr(td(p('a')))), table(tr(td(p('b'))))));
    expect(file.blocks.map((one) => one.kind)).toEqual(['paragraph', 'table', 'paragraph', 'table', 'paragraph']);
  });
});

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
    expect(file.notes[0]?.text).toBe('Source not in the briefing, page 3.');
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
