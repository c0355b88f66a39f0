// chartBlocks: what a chart node becomes in Word: a chart in a line of its own, or the table of what could not be drawn.
import type { Article } from '../article/article.ts';
import { readChart, type ChartData } from '../briefing/chart.ts';
import { chartSourceWords } from '../briefing/chartSource.ts';
import { planChart, type ChartContext } from './charts.ts';
import { CHART_HEIGHT } from './parts/chartLayout.ts';
import type { Block, Cell, ParagraphBlock, TableBlock } from './plan.ts';
import { glue } from './text.ts';
import { textWidth, type Page, type ParagraphStyle } from './styles.ts';

export interface ChartPlace extends ChartContext {
  readonly page: Page;
  readonly rtl: boolean;
  /** Articles by id: the line under a chart names them. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Takes the chart into the plan; its index there. */
  newChart(chart: ChartData): number;
  count(what: 'charts' | 'tables'): void;
}

/** EMU to a twip. */
const TWIP = 635;

function line(style: ParagraphStyle, text: string, rtl: boolean): ParagraphBlock {
  return {
    kind: 'paragraph',
    style,
    inlines: text === '' ? [] : [{ kind: 'text', text, props: {}, href: null }],
    ...(rtl ? { rtl } : {}),
  };
}

/** The line under a chart; '' when it is not asked for or there is no source to name. */
function sourceWords(chart: unknown, place: ChartPlace): string {
  const data = readChart(chart);
  if (data?.show?.source !== true) return '';
  const words = chartSourceWords(
    data,
    (id) => place.facts?.get(id),
    (id) => place.articles.get(id),
  );
  return place.text.line(words);
}

/** Grey and small under the chart, before its caption. */
function sourceLine(words: string, rtl: boolean): ParagraphBlock[] {
  if (words === '') return [];
  const inline = { kind: 'text', text: glue(words), props: { style: 'DetailLabel' }, href: null } as const;
  return [{ kind: 'paragraph', style: 'TableText', inlines: [inline], keepNext: true, ...(rtl ? { rtl } : {}) }];
}

/** The last `numbers` columns hold numbers. */
function tableBlock(
  rows: readonly (readonly string[])[],
  title: string,
  numbers: number,
  { page, rtl }: ChartPlace,
): TableBlock {
  const columns = rows[0]?.length ?? 1;
  const total = textWidth(page);
  const width = Math.floor(total / columns);
  const cell = (text: string, header: boolean, right: boolean): Cell => ({
    blocks: [
      {
        ...line(header ? 'TableHeading' : 'TableText', text, rtl),
        ...(right ? { align: rtl ? 'left' : 'right' } : {}),
      },
    ],
    span: 1,
    merge: null,
  });
  return {
    kind: 'table',
    widths: Array.from({ length: columns }, (_, at) => (at === columns - 1 ? total - width * (columns - 1) : width)),
    rows: rows.map((row, index) => ({
      header: index === 0,
      cells: row.map((text, at) => cell(text, index === 0, at >= columns - numbers)),
    })),
    ...(title === '' ? {} : { title }),
    ...(rtl ? { rtl } : {}),
  };
}

/** The blocks of a chart node with `data`; `captioned`: its caption comes next and stays with it. */
export function chartBlocks(data: unknown, place: ChartPlace, captioned: boolean): Block[] {
  const planned = planChart(data, place);
  if (!planned) return [line('Prompt', '[A chart that could not be read]', place.rtl)];
  const source = sourceLine(sourceWords(data, place), place.rtl);
  if (planned.kind === 'table') {
    place.count('tables');
    const table = tableBlock(planned.rows, planned.title, planned.numbers, place);
    if (!planned.meant) return [table];
    const title = line('TableHeading', planned.title, place.rtl);
    return [...(planned.title === '' ? [] : [{ ...title, keepNext: true as const }]), table, ...source];
  }
  place.count('charts');
  const inline = {
    kind: 'chart',
    chart: place.newChart(planned.chart),
    width: textWidth(place.page) * TWIP,
    height: CHART_HEIGHT,
    alt: planned.alt,
  } as const;
  const keep = captioned || source.length > 0;
  return [{ kind: 'paragraph', style: 'BodyText', inlines: [inline], ...(keep ? { keepNext: true } : {}) }, ...source];
}
