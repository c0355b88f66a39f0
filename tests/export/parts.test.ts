// What the writer makes of a Plan that has everything: fields, bookmarks, endnotes, changes, a list of contents, right-to-left text.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageDocx } from '../../shared/export/package.ts';
import type { Inline, ParagraphBlock, Plan } from '../../shared/export/plan.ts';
import { PLAN_DEFAULTS, planBriefing } from '../../shared/export/planBriefing.ts';
import { PAGES } from '../../shared/export/styles.ts';
import { p } from '../builders.ts';
import { hasValidator, validationErrors } from '../docx/validator.ts';
import { readDocx, type DocxFile } from '../docx/readDocx.ts';
import { descend, elements, textOf, type Element } from '../docx/xml.ts';
import { NOW, of } from './readBack.ts';

const EMPTY = planBriefing(of(p('x')), { ...PLAN_DEFAULTS, carrySources: false }).plan;

function text(words: string, more: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline {
  return { kind: 'text', text: words, props: {}, href: null, ...more };
}

function paragraph(inlines: readonly Inline[], more: Partial<ParagraphBlock> = {}): ParagraphBlock {
  return { kind: 'paragraph', style: 'BodyText', inlines, ...more };
}

/** A picture of one pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

const CHANGE = { author: 'Ada Quill', date: '2031-03-10T09:00:00Z' };

const RICH: Plan = {
  ...EMPTY,
  page: PAGES.Letter,
  subject: 'ST/2031/017',
  imprint: 'ST/2031/017 · 10 March 2031',
  noteKind: 'endnotes',
  notes: [{ inlines: [text('Courier, page 3.')] }, { inlines: [text('Review.')] }],
  pages: 4,
  blocks: [
    paragraph([text('Quay & quarry')], { style: 'Title' }),
    {
      kind: 'contents',
      entries: [
        { level: 1, text: 'Issue <1>', bookmark: '_Toc_1', page: 1 },
        { level: 2, text: 'Grain', bookmark: '_Toc_2', page: 3 },
      ],
    },
    paragraph([text('Issue <1>')], { style: 'Heading1', bookmark: '_Toc_1' }),
    paragraph([
      text('As '),
      { kind: 'reference', bookmark: '_Ref_table_1', shown: 'Table\u00a01' },
      text(' shows.'),
      { kind: 'note', number: 1 },
    ]),
    paragraph([{ kind: 'sequence', label: 'Table', number: 1, bookmark: '_Ref_table_1' }, text(': Grain by year')], {
      style: 'Caption',
      keepNext: true,
    }),
    {
      kind: 'table',
      widths: [4680, 4680],
      title: 'Grain by year',
      rows: [
        { header: true, cells: [cell('Year'), cell('Tonnes')] },
        { header: false, cells: [cell('2030'), cell('12')] },
      ],
    },
    paragraph([text('Grain')], { style: 'Heading2', bookmark: '_Toc_2' }),
    paragraph([
      text('kept '),
      text('old', { change: { kind: 'deleted', ...CHANGE } }),
      text('new', { change: { kind: 'inserted', ...CHANGE } }),
      text(' words', { change: { kind: 'inserted', ...CHANGE }, href: 'https://board.example/' }),
    ]),
    paragraph(
      [text('\u05d0\u05d1 ', { props: { rtl: true, language: 'he' } }), text('12'), { kind: 'note', number: 2 }],
      {
        rtl: true,
        align: 'right',
      },
    ),
    paragraph([{ kind: 'chart', chart: 0, width: 5_760_000, height: 2_520_000, alt: 'Column chart: Grain.' }]),
    paragraph([{ kind: 'picture', media: 0, width: 914_400, height: 914_400, alt: 'A "quay" & a crane' }]),
    paragraph([text('One.')], { item: { list: 0, level: 0 } }),
    paragraph([text('Two.')], { item: { list: 0, level: 0 } }),
  ],
  lists: [{ kind: 'paragraphs', level: 0, start: 1 }],
  charts: [
    {
      kind: 'bar',
      title: 'Grain',
      unit: 'tonnes',
      categories: ['2029', '2030'],
      series: [{ name: 'Grain', points: [10, 12].map((value) => ({ value, factId: null })) }],
    },
  ],
  media: [{ type: 'png', bytes: PIXEL }],
};

function cell(words: string) {
  return { blocks: [paragraph([text(words)], { style: 'TableText' })], span: 1, merge: null } as const;
}

function written(plan: Plan): DocxFile {
  const file = readDocx(packageDocx(plan, NOW));
  expect(file.problems).toEqual([]);
  return file;
}

function body(file: DocxFile): Element[] {
  return [...descend(file.xml.get('word/document.xml') as Element)];
}

describe('the writer', () => {
  test('shows the same words in a caption and in every reference to it', () => {
    const file = written(RICH);
    const caption = file.paragraphs.find((one) => one.style === 'Caption');
    expect(caption?.text).toBe('Table\u00a01: Grain by year');
    expect(file.paragraphs.find((one) => one.text.startsWith('As'))?.text).toBe('As Table\u00a01 shows.');
    const codes = body(file)
      .filter((one) => one.name === 'w:instrText')
      .map((one) => textOf(one).trim());
    expect(codes).toEqual([
      'TOC \\o "1-3" \\h \\z \\u',
      'PAGEREF _Toc_1 \\h',
      'PAGEREF _Toc_2 \\h',
      'REF _Ref_table_1 \\h',
      'SEQ Table \\* ARABIC',
    ]);
  });

  test('fills the list of contents', () => {
    const file = written(RICH);
    const entries = file.paragraphs.filter((one) => one.style?.startsWith('TOC'));
    expect(entries.map((one) => `${one.style ?? ''} ${one.text}`)).toEqual(['TOC1 Issue <1>\t1', 'TOC2 Grain\t3']);
  });

  test('writes endnotes in Arabic numerals, and no footnotes', () => {
    const file = written(RICH);
    expect(file.xml.has('word/footnotes.xml')).toBe(false);
    const notes = elements(file.xml.get('word/endnotes.xml') as Element, 'w:endnote').map((one) => textOf(one));
    expect(notes).toEqual(['', '', 'Courier, page 3.', 'Review.']);
    expect(
      body(file)
        .filter((one) => one.name === 'w:numFmt')
        .map((one) => one.attrs['w:val']),
    ).toEqual(['decimal']);
  });

  test('keeps what was deleted as deleted and what was inserted as inserted, with their author', () => {
    const changes = body(written(RICH)).filter((one) => one.name === 'w:ins' || one.name === 'w:del');
    expect(changes.map((one) => [one.name, one.attrs['w:author'], one.attrs['w:date'], textOf(one)])).toEqual([
      ['w:del', 'Ada Quill', '2031-03-10T09:00:00Z', 'old'],
      ['w:ins', 'Ada Quill', '2031-03-10T09:00:00Z', 'new'],
      ['w:ins', 'Ada Quill', '2031-03-10T09:00:00Z', ' words'],
    ]);
    const ids = changes.map((one) => one.attrs['w:id']);
    expect(new Set(ids).size).toBe(3);
  });

  test('marks right-to-left paragraphs and runs, and turns their alignment', () => {
    const file = written(RICH);
    const hebrew = file.paragraphs.find((one) => one.text.startsWith('\u05d0'));
    // Word takes "left" for the side where reading begins.
    expect(hebrew?.align).toBe('left');
    expect(body(file).filter((one) => one.name === 'w:bidi').length).toBe(1);
    expect(body(file).filter((one) => one.name === 'w:rtl').length).toBe(1);
    expect(body(file).find((one) => one.name === 'w:lang')?.attrs['w:bidi']).toBe('he');
  });

  test('prints reference, date and number of pages at the foot of every page', () => {
    const feet = written(RICH).margins.filter((one) => one.kind === 'footer');
    expect(feet.map((one) => one.paragraphs.map((each) => each.text))).toEqual([
      ['ST/2031/017 · 10 March 2031', 'Page 1 of 4'],
      ['ST/2031/017 · 10 March 2031', 'Page 1 of 4'],
    ]);
  });

  test('tells readers who do not see it what a table is', () => {
    const all = body(written(RICH));
    expect(all.find((one) => one.name === 'w:tblCaption')?.attrs['w:val']).toBe('Grain by year');
  });

  test('draws charts and pictures with their descriptions', () => {
    const file = written(RICH);
    expect(
      body(file)
        .filter((one) => one.name === 'wp:docPr')
        .map((one) => one.attrs['descr']),
    ).toEqual(['Column chart: Grain.', 'A "quay" & a crane']);
    const names = file.entries.map((one) => one.name);
    expect(names).toEqual(
      expect.arrayContaining(['word/charts/chart1.xml', 'word/embeddings/chart1.xlsx', 'word/media/image1.png']),
    );
  });

  test('takes no bookmark from outside into a field', () => {
    const bent = { ...RICH, blocks: [paragraph([{ kind: 'reference', bookmark: 'x" \\h DDEAUTO', shown: 'x' }])] };
    expect(() => packageDocx(bent, NOW)).toThrow(RangeError);
  });

  test('has document properties from the list, and no others', () => {
    expect(Object.keys(written(RICH).core)).toEqual([
      'dc:title',
      'dc:subject',
      'dc:creator',
      'cp:lastModifiedBy',
      'cp:revision',
      'dcterms:created',
      'dcterms:modified',
      'dc:language',
    ]);
  });
});

describe.skipIf(!hasValidator())('the Open XML validator (skipped where its program is not installed)', () => {
  test('finds no error in a Plan that has everything', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-parts-'));
    try {
      const path = join(folder, 'rich.docx');
      writeFileSync(path, packageDocx(RICH, NOW));
      expect(validationErrors(path)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(spawnSync('pandoc', ['--version']).error !== undefined)(
  'pandoc (skipped where it is not installed)',
  () => {
    test('reads what the fields show, and the changes', () => {
      const folder = mkdtempSync(join(tmpdir(), 'chancery-parts-'));
      try {
        const path = join(folder, 'rich.docx');
        writeFileSync(path, packageDocx(RICH, NOW));
        const read = execFileSync(
          'pandoc',
          ['--track-changes=all', '-f', 'docx', '-t', 'markdown', '--wrap=none', path],
          {
            encoding: 'utf8',
          },
        );
        expect(read.replaceAll('\u00a0', ' ').replaceAll('\\ ', ' ')).toContain('Table 1: Grain by year');
        expect(read).toMatch(/\[old\]\{\.deletion author="Ada Quill"/u);
        expect(read).toMatch(/\[new\]\{\.insertion author="Ada Quill"/u);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);
