// Tests of what a chart shows in Word beside its columns: changes, values at points, the line of sources, or a table in its place.
import { describe, expect, test } from 'vitest';
import type { Message } from '../../shared/base/result.ts';
import type { ChartData } from '../../shared/briefing/chart.ts';
import { planChart, type PlannedChart } from '../../shared/export/charts.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { createCleaner } from '../../shared/export/text.ts';
import { build, doc, p, title, titleBlock } from '../builders.ts';
import type { DocxChart } from '../docx/charts.ts';
import { readDocx, type DocxFile } from '../docx/readDocx.ts';
import { descend, type Element } from '../docx/xml.ts';
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
  const tell = (code: string, text: string) => void messages.push({ code, text });
  return { planned: planChart(given, { text: createCleaner(), facts: new Map(), tell }), messages };
}

function chartOf(given: unknown): ChartData {
  const { planned } = plan(given);
  if (planned?.kind !== 'chart') throw new Error('It was not drawn.');
  return planned.chart;
}

async function exported(data: unknown): Promise<{ file: DocxFile }> {
  const caption = build('caption', { label: 'Chart', target: 't' }, 'Under the chart');
  const made = doc(titleBlock(title('Ports')), p('Words before.'), build('chart', { data }), caption);
  const { value } = await toDocx(briefing(made), { now: '2031-03-10T10:00:00Z', copy: 'annotated' });
  return { file: readDocx(value.bytes) };
}

function only(file: DocxFile): DocxChart {
  const [chart] = file.charts;
  if (!chart || file.charts.length > 1) throw new Error(`The document shows ${file.charts.length} charts.`);
  return chart;
}

describe('what a chart shows', () => {
  const wordsOf = (file: DocxFile): string => file.paragraphs.map(({ text }) => text).join('\n');
  const texts = (label: Element): string[] =>
    [...descend(label)].filter(({ name }) => name === 'a:t').map((one) => String(one.children[0] ?? ''));
  const labels = (chart: DocxChart): string[][] =>
    [...descend(chart.root)].filter(({ name }) => name === 'c:dLbl').map(texts);

  test('is printed in Word: the change under the value, on all but the first', async () => {
    const { file } = await exported(data({ show: { change: true } }));
    expect(file.problems).toEqual([]);
    expect(labels(only(file))).toEqual([
      ['904', '+58.6%'],
      ['1,752', '+93.8%'],
    ]);
    expect(only(file).alt).toContain('2030: 1,752 (+93.8%)');
  });

  test('is the change alone where values are not shown, and nothing where there is no room', async () => {
    const { file } = await exported(data({ kind: 'line', show: { values: false, change: true } }));
    expect(labels(only(file))).toEqual([['+58.6%'], ['+93.8%']]);
    const { file: two } = await exported({ ...TWO, show: { change: true } });
    expect(labels(only(two))).toEqual([]);
  });

  test('is a value at each point of a line when it is asked for', async () => {
    const shown = async (show: ChartData['show']) => {
      const { file } = await exported(data({ kind: 'line', ...(show ? { show } : {}) }));
      const places = [...descend(only(file).root)].filter(({ name }) => name === 'c:dLblPos');
      return places.map((one) => one.attrs['val']);
    };
    expect(await shown(undefined)).toEqual([]);
    expect(await shown({ values: true })).toEqual(['t']);
  });

  test('is a line of its sources under it, before its caption', async () => {
    const tied = data({
      unit: 'million US dollars',
      show: { source: true },
      series: [
        {
          name: 'Grain',
          points: points(null, 5, null).map((point, at) =>
            at === 1 ? { ...point, factId: article.dollars.id } : point,
          ),
        },
      ],
    });
    const { file } = await exported(tied);
    expect(file.problems).toEqual([]);
    const words = wordsOf(file).indexOf('Source: ');
    expect(words).toBeGreaterThan(0);
    expect(wordsOf(file).indexOf('Under the chart')).toBeGreaterThan(words);
    expect(wordsOf((await exported({ ...tied, show: {} })).file)).not.toContain('Source: ');
  });

  test('is a table with its title when it is drawn as one, without a message', async () => {
    const given = data({ asTable: true, show: { change: true } });
    const { planned, messages } = plan(given);
    expect(messages).toEqual([]);
    expect(planned).toMatchObject({ kind: 'table', meant: true });
    const { file } = await exported(given);
    expect(file.problems).toEqual([]);
    expect(file.charts).toEqual([]);
    for (const words of ['Grain through Ostrel', 'Value, thousand tonnes', 'Change', '1,752', '+93.8%'])
      expect(wordsOf(file)).toContain(words);
  });

  test('is passed over where it is said in a wrong way', () => {
    expect(chartOf({ ...data(), show: 'all', asTable: 'no' })).toEqual(data());
    expect(chartOf({ ...data(), show: { values: 1, change: true } }).show).toEqual({ change: true });
  });
});
