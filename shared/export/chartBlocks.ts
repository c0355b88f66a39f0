// chartBlocks: what a chart node becomes in Word: a chart in a line of its own, or the table of what could not be drawn.
import type { ChartData } from '../briefing/chart.ts';
import { planChart, type ChartContext } from './charts.ts';
import { CHART_HEIGHT } from './parts/chartLayout.ts';
import type { Block, Cell, ParagraphBlock, TableBlock } from './plan.ts';
import { textWidth, type Page, type ParagraphStyle } from './styles.ts';

export interface ChartPlace extends ChartContext {
  readonly page: Page;
  readonly rtl: boolean;
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

/** The last column holds the values and is as narrow as its heading lets it be. */
function tableBlock(rows: readonly (readonly string[])[], title: string, { page, rtl }: ChartPlace): TableBlock {
  const columns = rows[0]?.length ?? 1;
  const total = textWidth(page);
  const width = Math.floor(total / columns);
  const cell = (text: string, header: boolean, last: boolean): Cell => ({
    blocks: [
      { ...line(header ? 'TableHeading' : 'TableText', text, rtl), ...(last ? { align: rtl ? 'left' : 'right' } : {}) },
    ],
    span: 1,
    merge: null,
  });
  return {
    kind: 'table',
    widths: Array.from({ length: columns }, (_, at) => (at === columns - 1 ? total - width * (columns - 1) : width)),
    rows: rows.map((row, index) => ({
      header: index === 0,
      cells: row.map((text, at) => cell(text, index === 0, at === columns - 1)),
    })),
    ...(title === '' ? {} : { title }),
    ...(rtl ? { rtl } : {}),
  };
}

/** The blocks of a chart node with `data`; `captioned`: its caption comes next and stays with it. */
export function chartBlocks(data: unknown, place: ChartPlace, captioned: boolean): Block[] {
  const planned = planChart(data, place);
  if (!planned) return [line('Prompt', '[A chart that could not be read]', place.rtl)];
  if (planned.kind === 'table') {
    place.count('tables');
    return [tableBlock(planned.rows, planned.title, place)];
  }
  place.count('charts');
  const inline = {
    kind: 'chart',
    chart: place.newChart(planned.chart),
    width: textWidth(place.page) * TWIP,
    height: CHART_HEIGHT,
    alt: planned.alt,
  } as const;
  return [{ kind: 'paragraph', style: 'BodyText', inlines: [inline], ...(captioned ? { keepNext: true } : {}) }];
}
