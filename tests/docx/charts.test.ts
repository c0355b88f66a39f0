// The checker of charts itself: each fault put into a good file must be named, else its silence says nothing.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { toDocx } from '../../shared/export/docx.ts';
import { build, doc, p, title, titleBlock } from '../builders.ts';
import { briefing } from '../export/briefings.ts';
import { readDocx } from './readDocx.ts';

type Files = Record<string, Uint8Array>;
let good: Files = {};

const DATA = {
  kind: 'bar',
  title: 'Grain',
  unit: 'tonnes',
  categories: ['2029', '2030'],
  series: [{ name: 'Grain', points: [904, 1752].map((value) => ({ value, factId: null })) }],
};

beforeAll(async () => {
  const made = doc(titleBlock(title('Ports')), p('Words.'), build('chart', { data: DATA }));
  const { value } = await toDocx(briefing(made), { now: '2031-03-10T10:00:00Z', copy: 'clean' });
  expect(readDocx(value.bytes).problems).toEqual([]);
  good = unzipSync(value.bytes);
});

function zipped(files: Files): Uint8Array {
  const entries = Object.entries(files).map(([name, bytes]) => [name, [bytes, { os: 3, attrs: 1 << 16 }]]);
  return zipSync(Object.fromEntries(entries) as Zippable);
}

function changed(files: Files, part: string, from: string, to: string): Files {
  const before = strFromU8(files[part] ?? new Uint8Array());
  if (!before.includes(from)) throw new RangeError(`"${from}" is not in ${part}.`);
  return { ...files, [part]: strToU8(before.replace(from, () => to)) };
}

const BOOK = 'word/embeddings/chart1.xlsx';

function problems(files: Files): string {
  return readDocx(zipped(files)).problems.join(' ');
}

describe('the checker names', () => {
  test.each([
    [
      'a value that is not its cell’s',
      'word/charts/chart1.xml',
      '<c:v>904</c:v>',
      '<c:v>905</c:v>',
      'The chart says 905',
    ],
    ['a formula that names too few cells', 'word/charts/chart1.xml', '$B$2:$B$3', '$B$2:$B$2', 'does not name 2 cells'],
    ['a formula that leaves the sheet', 'word/charts/chart1.xml', 'Sheet1!$A$2', '[1]Sheet1!$A$2', 'does not name'],
    [
      'an open number format',
      'word/charts/chart1.xml',
      '<c:formatCode>#,##0<',
      '<c:formatCode>General<',
      'format open',
    ],
    ['data that is fetched', 'word/charts/chart1.xml', 'autoUpdate val="0"', 'autoUpdate val="1"', 'fetches its data'],
    [
      'a chart without words',
      'word/document.xml',
      'descr="Column chart',
      'descr="" title="Column chart',
      'no text alternative',
    ],
    ['a workbook that is none', 'word/charts/_rels/chart1.xml.rels', '/package"', '/oleObject"', 'no workbook'],
  ])('%s', (_name, part, from, to, words) => {
    expect(problems(changed(good, part, from, to))).toContain(words);
  });

  test.each([
    [
      'a formula in the workbook',
      'xl/worksheets/sheet1.xml',
      '<v>904</v>',
      '<f>1+1</f><v>904</v>',
      'the formula "1+1"',
    ],
    [
      'a link out of the workbook',
      'xl/_rels/workbook.xml.rels',
      'Target="styles.xml"',
      'Target="http://x.example/s" TargetMode="External"',
      'points out of itself',
    ],
  ])('%s', (_name, part, from, to, words) => {
    const book = unzipSync(good[BOOK] ?? new Uint8Array());
    expect(problems({ ...good, [BOOK]: zipped(changed(book, part, from, to)) })).toContain(words);
  });

  test('macros in the workbook, and a workbook of no chart', () => {
    const book = unzipSync(good[BOOK] ?? new Uint8Array());
    const macros = zipped({ ...book, 'xl/vbaProject.xml': strToU8('<a/>') });
    expect(problems({ ...good, [BOOK]: macros })).toContain('The workbook holds xl/vbaProject.xml');
    expect(problems({ ...good, 'word/embeddings/chart2.xlsx': good[BOOK] ?? new Uint8Array() })).toContain(
      'chart2.xlsx is no chart’s workbook',
    );
  });
});
