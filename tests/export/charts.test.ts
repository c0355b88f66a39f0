// Tests of charts in Word: what is drawn is what the briefing says, in the drawing, in its workbook and in words; whatever the data.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../shared/base/result.ts';
import type { ChartData } from '../../shared/briefing/chart.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { planChart, type PlannedChart } from '../../shared/export/charts.ts';
import { chartParts } from '../../shared/export/parts/chart.ts';
import { columnName, workbookBytes } from '../../shared/export/parts/workbook.ts';
import { createCleaner } from '../../shared/export/text.ts';
import { build, doc, p, title, titleBlock } from '../builders.ts';
import { readWorkbook, type DocxChart } from '../docx/charts.ts';
import { readDocx, type DocxFile } from '../docx/readDocx.ts';
import { hasValidator, validationErrors } from '../docx/validator.ts';
import { child, descend, elements, type Element } from '../docx/xml.ts';
import { article, briefing } from './chartBriefings.ts';

function points(...values: readonly (number | null)[]) {
  return values.map((value) => ({ value, factId: null }));
}

function data(change: Partial<ChartData> = {}): ChartData {
  return {
    kind: 'bar',
    title: 'Grain through Ostrel',
    unit: 'thousand tonnes',
    categories: ['2028', '2029', '2030'],
    series: [{ name: 'Grain', points: points(570, 904, 1752) }],
    ...change,
  };
}

const TWO = data({
  kind: 'line',
  series: [
    { name: 'Grain', points: points(570.5, null, 1752) },
    { name: 'Salt', points: points(-20, 35, 0) },
  ],
});

function plan(given: unknown): { planned: PlannedChart | null; messages: Message[] } {
  const messages: Message[] = [];
  const planned = planChart(given, {
    text: createCleaner(),
    facts: new Map([article.dollars, article.tonnes].map((fact) => [fact.id, fact])),
    tell: (code, text) => void messages.push({ code, text }),
  });
  return { planned, messages };
}

function chartOf(given: unknown): ChartData {
  const { planned } = plan(given);
  if (planned?.kind !== 'chart') throw new Error('It was not drawn.');
  return planned.chart;
}

async function exported(...charts: readonly unknown[]): Promise<{ bytes: Uint8Array; file: DocxFile }> {
  const made = doc(
    titleBlock(title('Ports')),
    p('Words before.'),
    ...charts.flatMap((one) => [
      build('chart', { data: one }),
      build('caption', { label: 'Chart', target: `t${charts.indexOf(one)}` }, 'Under the chart'),
    ]),
  );
  const { value } = await toDocx(briefing(made), { now: '2031-03-10T10:00:00Z', copy: 'annotated' });
  return { bytes: value.bytes, file: readDocx(value.bytes) };
}

function only(file: DocxFile): DocxChart {
  const [chart] = file.charts;
  if (!chart || file.charts.length > 1) throw new Error(`The document shows ${file.charts.length} charts.`);
  return chart;
}

function valuesOf(root: Element, name: string): (string | undefined)[] {
  return [...descend(root)].filter((one) => one.name === name).map((one) => one.attrs['val']);
}

describe('a chart in the document', () => {
  test('says what the briefing says: drawing, workbook, words', async () => {
    const { file } = await exported(data());
    expect(file.problems).toEqual([]);
    const chart = only(file);
    expect(chart).toMatchObject({
      kind: 'bar',
      title: 'Grain through Ostrel',
      unit: 'Thousand tonnes',
      categories: ['2028', '2029', '2030'],
      series: [{ name: 'Grain', values: [570, 904, 1752] }],
      alt: 'Column chart: Grain through Ostrel, thousand tonnes. 2028: 570; 2029: 904; 2030: 1,752.',
    });
    expect(Object.fromEntries(chart.cells)).toEqual({
      ...{ A1: 'thousand tonnes', B1: 'Grain' },
      ...{ A2: '2028', B2: 570, A3: '2029', B3: 904, A4: '2030', B4: 1752 },
    });
  });

  test('leaves a gap where a value is not known, in the drawing and in the workbook', async () => {
    const { file } = await exported(TWO);
    expect(file.problems).toEqual([]);
    const chart = only(file);
    expect(chart.kind).toBe('line');
    expect(chart.series).toEqual([
      { name: 'Grain', values: [570.5, null, 1752] },
      { name: 'Salt', values: [-20, 35, 0] },
    ]);
    expect(chart.cells.has('B3')).toBe(false);
    expect(chart.cells.get('C4')).toBe(0);
    expect(valuesOf(chart.root, 'c:dispBlanksAs')).toEqual(['gap']);
    expect(chart.alt).toContain('2029: not known');
  });

  test('stays with its caption, as wide as the text and seven centimetres high', async () => {
    const { file } = await exported(data());
    const at = file.paragraphs.findIndex((one) => one.style === 'Caption');
    expect(file.paragraphs[at - 1]?.keepNext).toBe(true);
    const body = file.xml.get('word/document.xml');
    const extent = body && [...descend(body)].find((one) => one.name === 'wp:extent');
    expect(extent?.attrs).toEqual({ cx: String(9026 * 635), cy: '2520000' });
  });

  test('begins its value axis at zero, unless values lie on both sides of it', async () => {
    const axis = async (kind: ChartData['kind'], ...values: readonly number[]) => {
      const { file } = await exported(data({ kind, series: [{ name: 'x', points: points(...values) }] }));
      const scaling = [...descend(only(file).root)].filter((one) => one.name === 'c:scaling')[1];
      return scaling
        ? elements(scaling)
            .map((one) => `${one.name} ${one.attrs['val'] ?? ''}`)
            .slice(1)
        : null;
    };
    expect(await axis('bar', 990, 995, 1000)).toEqual(['c:min 0']);
    expect(await axis('line', 990, 995, 1000)).toEqual(['c:min 0']);
    expect(await axis('bar', -990, -995, 0)).toEqual(['c:max 0']);
    expect(await axis('line', -3, 2, 4)).toEqual([]);
  });

  test('names several series in a legend, and writes one over its columns', async () => {
    const [one, two] = [only((await exported(data())).file), only((await exported(TWO)).file)];
    const has = (chart: DocxChart, name: string) => [...descend(chart.root)].some((each) => each.name === name);
    expect([has(one, 'c:legend'), has(two, 'c:legend')]).toEqual([false, true]);
    expect([valuesOf(one.root, 'c:showVal'), valuesOf(two.root, 'c:showVal')]).toEqual([['1'], ['0']]);
  });

  test('writes numbers with the decimals they need, and per cent behind them', async () => {
    const formats = async (unit: string, ...values: readonly number[]) => {
      const { file } = await exported(data({ unit, series: [{ name: 'x', points: points(...values) }] }));
      return only(file).root;
    };
    const label = (root: Element) => child(root, 'c:chart', 'c:plotArea', 'c:barChart', 'c:dLbls', 'c:numFmt');
    expect(label(await formats('tonnes', 1, 2, 3000))?.attrs['formatCode']).toBe('#,##0');
    expect(label(await formats('tonnes', 1.25, 2, 3))?.attrs['formatCode']).toBe('#,##0.00');
    const percent = await formats('per cent', -1.5, 2, 3);
    expect(label(percent)?.attrs['formatCode']).toBe('#,##0.0"%";"−"#,##0.0"%"');
    // The sign says it all: the unit is not said twice.
    expect(child(percent, 'c:chart', 'c:plotArea', 'c:valAx', 'c:title')).toBeUndefined();
  });

  test('has no title when none is given', async () => {
    const chart = only((await exported(data({ title: '', unit: '' }))).file);
    expect([chart.title, chart.unit]).toEqual([null, null]);
    expect(valuesOf(chart.root, 'c:autoTitleDeleted')).toEqual(['1']);
    expect(chart.alt).toBe('Column chart. 2028: 570; 2029: 904; 2030: 1,752.');
  });

  test('runs from right to left with its document', () => {
    const xml = (rtl: boolean) => String(chartParts(0, data(), { language: 'ar', rtl }).get('word/charts/chart1.xml'));
    expect(xml(false)).toContain('<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>');
    expect(xml(true)).toContain('<c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>');
    expect(xml(true)).toContain('rtl="1"');
    expect(xml(true)).toContain('<c:lang val="ar"/>');
  });

  test('is the same bytes every time', () => {
    const parts = () => [...chartParts(0, TWO, { language: 'en-GB' })];
    expect(parts()).toEqual(parts());
  });
});

const HOSTILE = [
  '=cmd|"/C calc"!A0',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  'DDEAUTO c:\\windows\\system32',
  ']]>',
  '<script>&#x1;</script>',
  'a\u0000b\uFFFEc\uD800d',
  'tab\tand\nline',
  '\u202Eright\u200F to left',
  '"quoted" & \'single\'',
  'word '.repeat(20_000),
];

describe('whatever stands in a chart', () => {
  test('hostile words in title, unit, categories and names are words, and the file is whole', async () => {
    for (const words of HOSTILE) {
      const { file } = await exported(
        data({
          title: words,
          unit: words,
          categories: [words, '2029', '2030'],
          series: [
            { name: words, points: points(1, 2, 3) },
            { name: 'Salt', points: points(3, 2, 1) },
          ],
        }),
      );
      expect(file.problems, words.slice(0, 20)).toEqual([]);
      const bare = createCleaner().line(words);
      const chart = only(file);
      expect(chart.title).toBe(bare);
      expect(chart.categories[0]).toBe(bare);
      expect(chart.cells.get('A2')).toBe(bare);
      expect(chart.cells.get('B1')).toBe(bare);
    }
  });

  test('strings that begin like a formula keep their apostrophe', () => {
    const given = data({ categories: ['=1+1', '@a', 'plain'], series: [{ name: '-x', points: points(-1, 2, 3) }] });
    const { cells, apostrophes, problems } = readWorkbook(workbookBytes(given));
    expect(problems).toEqual([]);
    expect(cells.get('A2')).toBe('=1+1');
    expect(apostrophes).toEqual(['B1', 'A2', 'A3']);
  });

  test('numbers that are none become gaps, with a message', () => {
    const { planned, messages } = plan(data({ series: [{ name: 'Grain', points: points(NaN, 904, Infinity) }] }));
    expect(planned?.kind === 'chart' && planned.chart.series[0]?.points.map(({ value }) => value)).toEqual([
      null,
      904,
      null,
    ]);
    expect(messages).toEqual([
      { code: 'chart-gaps', text: 'The chart “Grain through Ostrel” has gaps: 2 values of it are no number.' },
    ]);
  });

  test.each<[string, Partial<ChartData>, string]>([
    ['no values', { series: [{ name: 'x', points: points(null, null, null) }] }, 'it has no values'],
    ['too few points', { series: [{ name: 'x', points: points(1, 2) }] }, 'its values do not match its categories'],
    [
      'too many series',
      { series: Array.from({ length: 13 }, (_, at) => ({ name: `s${at}`, points: points(1, 2, 3) })) },
      'it has more than 12 series',
    ],
    [
      'too many categories',
      {
        categories: Array.from({ length: 61 }, (_, at) => String(1970 + at)),
        series: [{ name: 'x', points: points(...Array.from({ length: 61 }, (_, at) => at)) }],
      },
      'it has more than 60 categories',
    ],
    [
      'two units',
      {
        series: [
          {
            name: 'x',
            points: [
              { value: 1, factId: article.dollars.id },
              { value: 2, factId: article.tonnes.id },
              { value: 3, factId: null },
            ],
          },
        ],
      },
      'its values have different units (US dollars, tonnes)',
    ],
  ])('%s: a table of what there is, and a message', async (_name, change, why) => {
    const { planned, messages } = plan(data(change));
    expect(planned?.kind).toBe('table');
    expect(messages).toEqual([
      {
        code: 'chart-as-table',
        text: `The chart “Grain through Ostrel” could not be drawn, because ${why}. A table of its values stands in its place.`,
      },
    ]);
    const made = doc(titleBlock(title('Ports')), build('chart', { data: data(change) }));
    const { value } = await toDocx(briefing(made), { now: '2031-03-10T10:00:00Z', copy: 'clean' });
    const file = readDocx(value.bytes);
    expect(file.problems).toEqual([]);
    expect(file.charts).toEqual([]);
    const table = file.blocks.find((block) => block.kind === 'table');
    const count = Math.max(...(change.series ?? []).map((one) => one.points.length), change.categories?.length ?? 3);
    expect(table?.kind === 'table' && table.rows.length).toBe(count * (change.series?.length ?? 1) + 1);
  });

  test('what cannot be read at all is left out with a message', () => {
    for (const given of [null, 7, 'chart', [], {}, { kind: 'bar', title: 'T', unit: '', categories: [], series: [] }]) {
      const { planned, messages } = plan(given);
      expect(planned).toBeNull();
      expect(messages.map(({ code }) => code)).toEqual(['chart-unreadable']);
    }
  });

  test('many values are told by range and turning points', () => {
    const years = Array.from({ length: 30 }, (_, at) => String(2001 + at));
    const { planned } = plan(
      data({
        categories: years,
        series: [{ name: 'Grain', points: points(...years.map((_, at) => (at === 9 ? 99 : at))) }],
      }),
    );
    expect(planned?.kind === 'chart' && planned.alt).toBe(
      'Column chart: Grain through Ostrel, thousand tonnes. 30 values from 2001 to 2030. ' +
        'First, 2001: 0; last, 2030: 29; lowest, 2001: 0; highest, 2010: 99.',
    );
  });

  test('never throws, and what it draws reads back equal', { timeout: 120_000 }, () => {
    const value = fc.oneof(fc.double({ noNaN: false }), fc.constant(null), fc.integer({ min: -1e6, max: 1e6 }));
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const series = fc.record({
      name: text,
      points: fc.array(fc.record({ value, factId: fc.constant(null) }), { maxLength: 5 }),
    });
    const chart = fc.record({
      kind: fc.constantFrom('bar', 'line', 'pie'),
      title: text,
      unit: text,
      categories: fc.array(text, { maxLength: 5 }),
      series: fc.array(series, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: chart }, { weight: 1, arbitrary: fc.anything() }), (given) => {
        const { planned, messages } = plan(given);
        if (planned === null) return void expect(messages.length).toBeGreaterThan(0);
        if (planned.kind === 'table') return void expect(planned.rows.length).toBeGreaterThan(1);
        const drawn = planned.chart;
        const { cells, problems } = readWorkbook(workbookBytes(drawn));
        expect(problems).toEqual([]);
        for (const [at, one] of drawn.series.entries()) {
          for (const [row, point] of one.points.entries()) {
            // A zero has no sign in a cell.
            const cell = cells.get(`${columnName(at + 1)}${row + 2}`) ?? null;
            expect(cell === null ? null : Number(cell) + 0).toBe(point.value === null ? null : point.value + 0);
          }
        }
      }),
      { seed: 20310310, numRuns: 400 },
    );
  });
});

describe.skipIf(!hasValidator())('Microsoft’s validator (only on Linux x64)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'charts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function errors(name: string, bytes: Uint8Array): unknown[] {
    writeFileSync(path.join(folder, name), bytes);
    return validationErrors(path.join(folder, name));
  }

  test('finds nothing in a document with both kinds, many categories and hostile names', async () => {
    const many = data({
      categories: Array.from({ length: 60 }, (_, at) => String(1970 + at)),
      series: Array.from({ length: 12 }, (_, s) => ({
        name: HOSTILE[s] ?? '',
        points: points(...Array.from({ length: 60 }, (_, at) => (at % 7 === 0 ? null : at * s - 50))),
      })),
    });
    const show = { values: true, change: true, source: true };
    const { bytes, file } = await exported(
      data(),
      TWO,
      many,
      { ...many, kind: 'line' },
      data({ show }),
      data({ kind: 'line', show }),
    );
    expect(file.problems).toEqual([]);
    expect(errors('both.docx', bytes)).toEqual([]);
  });

  test('finds nothing in the workbook', () => {
    expect(errors('one.xlsx', workbookBytes(chartOf(TWO)))).toEqual([]);
  });
});
