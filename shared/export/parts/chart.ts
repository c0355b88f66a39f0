// The parts of a chart: its DrawingML with literal values, the workbook they also stand in, and what ties the two.
import type { ChartData } from '../../briefing/chart.ts';
import { changesOf, chartNumber, decimalsOf, isPercent, showsChange, showsValues } from '../../briefing/chartText.ts';
import { GREY, HAIRLINE, INK } from '../styles.ts';
import { layoutOf, rightTitleStart, type ChartLayout } from './chartLayout.ts';
import { columnName, SHEET_NAME, workbookBytes } from './workbook.ts';
import { escapeXml, partXml, XML_HEAD } from './xml.ts';

export interface ChartOptions {
  /** BCP 47. */
  readonly language: string;
  /** Categories run from right to left, as the text does. */
  readonly rtl?: boolean;
}

export const CHART_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
export const WORKBOOK_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Type of the relation from the document to a chart. */
export const CHART_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
/** Type of the relation from a chart to its workbook. */
export const WORKBOOK_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package';

/** Each at least eight steps of CIE lightness from every other, and each from its neighbour twice that: they stay apart on a grey printer. */
export const PALETTE = ['24384F', 'C7852B', '0F766B', 'A8C3DB', '7C2F4E', 'A26C94'] as const;
/** Too light for a white page without an edge. */
const PALE = new Set<string>(['A8C3DB']);
/** A line is told from another by its points, too. */
const MARKERS = ['circle', 'square', 'diamond', 'triangle', 'star', 'x'] as const;

/** Columns of few categories would be doors. */
const GAP_WIDTHS = { few: 150, many: 60 } as const;

const AXES = { category: 111111111, value: 222222222 } as const;

/** A line of text: fonts in hundredths of a point. */
function properties(name: 'a:defRPr' | 'a:rPr', size: number, colour: string, bold: boolean, more = ''): string {
  return (
    `<${name}${more} sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>` +
    `<a:latin typeface="Calibri"/><a:cs typeface="Calibri"/></${name}>`
  );
}

/** `turn` in degrees against the clock. */
function textProperties(size: number, colour: string, turn?: number): string {
  const body = turn === undefined ? '' : ` rot="${turn * -60_000}" vert="horz"`;
  return `<c:txPr><a:bodyPr${body}/><a:lstStyle/><a:p><a:pPr>${properties('a:defRPr', size, colour, false)}</a:pPr></a:p></c:txPr>`;
}

const NO_LINE = '<a:ln><a:noFill/></a:ln>';
const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
/** Width in EMU: 12,700 to a point. */
const line = (colour: string, width: number): string =>
  `<a:ln w="${width}" cap="flat">${solid(colour)}<a:round/></a:ln>`;

/** Where the top left corner of a text stands, in fractions of the chart. */
function corner(x: number, y: number): string {
  return `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y}"/></c:manualLayout></c:layout>`;
}

interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
}

/** A title at the margin like the text it belongs to. */
function titleXml({ text, size, colour, bold }: TextLine, top: number, { language, rtl }: ChartOptions): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr algn="${rtl ? 'r' : 'l'}"${rtl ? ' rtl="1"' : ''}>` +
    `${properties('a:defRPr', size, colour, bold)}</a:pPr><a:r>${properties('a:rPr', size, colour, bold, ` lang="${escapeXml(language)}"`)}` +
    `<a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>${corner(rtl ? rightTitleStart(text) : 0.004, top)}<c:overlay val="0"/></c:title>`
  );
}

/** "#,##0" with the decimals that `shown` need, a true minus sign where there are negative `values`, and the sign of a percentage. */
function numberFormat(shown: readonly number[], values: readonly number[], unit: string): string {
  const decimals = decimalsOf(shown);
  const plain = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isPercent(unit) ? '"%"' : ''}`;
  return values.some((value) => value < 0) ? `${plain};"−"${plain}` : plain;
}

function strings(formula: string, texts: readonly string[]): string {
  const points = texts.map((text, at) => `<c:pt idx="${at}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${formula}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`;
}

function numbers(formula: string, values: readonly (number | null)[], format: string): string {
  const points = values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return (
    `<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>` +
    `<c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`
  );
}

/** The look of series `index`; after six the colours come again as stripes. */
function columnLook(index: number): string {
  const colour = PALETTE[index % PALETTE.length] ?? INK;
  const fill =
    index < PALETTE.length
      ? solid(colour)
      : `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
  const edge = PALE.has(colour) || index >= PALETTE.length ? line(GREY, 6350) : NO_LINE;
  return `<c:spPr>${fill}${edge}</c:spPr><c:invertIfNegative val="0"/>`;
}

function lineLook(index: number): string {
  const colour = PALETTE[index % PALETTE.length] ?? INK;
  const dash = index < PALETTE.length ? '' : '<a:prstDash val="dash"/>';
  const edge = PALE.has(colour) ? line(GREY, 6350) : line(colour, 9525);
  return (
    `<c:spPr><a:ln w="25400" cap="rnd">${solid(colour)}${dash}<a:round/></a:ln></c:spPr>` +
    `<c:marker><c:symbol val="${MARKERS[index % MARKERS.length] ?? 'circle'}"/><c:size val="6"/>` +
    `<c:spPr>${solid(colour)}${edge}</c:spPr></c:marker>`
  );
}

const flags = (value: 0 | 1): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
  '<c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Where a label stands: over the end of a column, over the point of a line. */
function labelPlace(bar: boolean): string {
  return `<c:dLblPos val="${bar ? 'outEnd' : 't'}"/>`;
}

function labels(format: string, shown: boolean, bar: boolean): string {
  if (!shown) return `<c:dLbls>${flags(0)}</c:dLbls>`;
  return (
    `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>` +
    `${textProperties(900, INK)}${labelPlace(bar)}${flags(1)}</c:dLbls>`
  );
}

/**
 * The labels of a series that tell the change on the value before: Word has no label between two columns, so it is a second
 * line of the label, under the value where that is shown.
 */
function changeLabels(data: ChartData, format: string, language: string): string {
  const points = data.series[0]?.points ?? [];
  const values = points.map(({ value }) => value);
  const sign = isPercent(data.unit) ? '%' : '';
  const shown = showsValues(data);
  const bar = data.kind === 'bar';
  const lang = ` lang="${escapeXml(language)}"`;
  const paragraph = (text: string, colour: string): string =>
    `<a:p><a:pPr>${properties('a:defRPr', 900, colour, false)}</a:pPr><a:r>${properties('a:rPr', 900, colour, false, lang)}<a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
  const one = (change: string | null, at: number): string => {
    const value = values[at] ?? null;
    if (value === null || change === null) return '';
    const words = (shown ? paragraph(`${chartNumber(value)}${sign}`, INK) : '') + paragraph(change, GREY);
    return (
      `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${words}</c:rich></c:tx>` +
      `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${labelPlace(bar)}${flags(1)}</c:dLbl>`
    );
  };
  const rest = labels(format, shown, bar).replace('<c:dLbls>', '');
  return `<c:dLbls>${changesOf(data.unit, values).map(one).join('')}${rest}`;
}

function plotXml(data: ChartData, format: string, language: string): string {
  const last = data.categories.length + 1;
  const bar = data.kind === 'bar';
  const withChange = showsChange(data);
  const series = data.series.map(({ name, points }, index) => {
    const column = columnName(index + 1);
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${strings(`${SHEET_NAME}!$${column}$1`, [name])}</c:tx>` +
      (bar ? columnLook(index) : lineLook(index)) +
      (withChange ? changeLabels(data, format, language) : '') +
      `<c:cat>${strings(`${SHEET_NAME}!$A$2:$A$${last}`, data.categories)}</c:cat>` +
      `<c:val>${numbers(
        `${SHEET_NAME}!$${column}$2:$${column}$${last}`,
        points.map(({ value }) => value),
        format,
      )}</c:val>` +
      (bar ? '' : '<c:smooth val="0"/>') +
      '</c:ser>'
    );
  });
  const labelled = showsValues(data);
  const axes = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;
  if (!bar) {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}${labels(format, labelled, bar)}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const gap = data.categories.length * data.series.length <= 6 ? GAP_WIDTHS.few : GAP_WIDTHS.many;
  return (
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}` +
    `${labels(format, labelled, bar)}<c:gapWidth val="${gap}"/><c:overlap val="-5"/>${axes}</c:barChart>`
  );
}

/** The axis begins at zero, from whichever side the values lie; values on both sides have zero between them anyway. */
function limits(values: readonly number[]): string {
  if (values.every((value) => value >= 0)) return '<c:min val="0"/>';
  return values.every((value) => value <= 0) ? '<c:max val="0"/>' : '';
}

/** The axes; `unit` is the title of the value axis, or ''. */
function axesXml(
  values: readonly number[],
  { step, labelEvery, upright }: ChartLayout,
  format: string,
  unit: string,
  rtl: boolean,
): string {
  const text = textProperties(900, GREY);
  return (
    `<c:catAx><c:axId val="${AXES.category}"/><c:scaling><c:orientation val="${rtl ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="@" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/><c:spPr><a:noFill/>${line(GREY, 9525)}</c:spPr>${textProperties(900, GREY, upright ? 90 : 0)}<c:crossAx val="${AXES.value}"/>` +
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' +
    `${labelEvery > 1 ? `<c:tickLblSkip val="${labelEvery}"/>` : ''}<c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${AXES.value}"/><c:scaling><c:orientation val="minMax"/>${limits(values)}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${rtl ? 'r' : 'l'}"/><c:majorGridlines><c:spPr>${line(HAIRLINE, 6350)}</c:spPr></c:majorGridlines>${unit}` +
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${text}<c:crossAx val="${AXES.category}"/>` +
    `<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${step}"/></c:valAx>`
  );
}

function plotLayout({ plot }: ChartLayout, rtl: boolean): string {
  const x = rtl ? Number((1 - plot.x - plot.width).toFixed(4)) : plot.x;
  return (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
    `<c:x val="${x}"/><c:y val="${plot.y}"/><c:w val="${plot.width}"/><c:h val="${plot.height}"/></c:manualLayout></c:layout>`
  );
}

/**
 * word/charts/chartN.xml of `data` (its strings clean, as many points in each series as there are categories): columns or a
 * line with points, its values written out and named by their cells in the workbook, `rId1` of its relations.
 */
export function chartXml(data: ChartData, options: ChartOptions): string {
  const values = data.series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const rtl = options.rtl ?? false;
  const percent = isPercent(data.unit);
  const unit = percent ? '' : data.unit;
  const layout = layoutOf(data, values, unit !== '', (value) => `${chartNumber(value)}${percent ? '%' : ''}`);
  const axisFormat = numberFormat([layout.step], values, data.unit);
  const title =
    data.title === ''
      ? '<c:autoTitleDeleted val="1"/>'
      : `${titleXml({ text: data.title, size: 1000, colour: INK, bold: true }, 0.01, options)}<c:autoTitleDeleted val="0"/>`;
  const unitTitle =
    unit === ''
      ? ''
      : titleXml(
          { text: unit.charAt(0).toUpperCase() + unit.slice(1), size: 900, colour: GREY, bold: false },
          layout.unitTop,
          options,
        );
  const legend =
    data.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(900, GREY)}</c:legend>`
      : '';
  return partXml(
    'c:chartSpace',
    ['c', 'a', 'r'],
    `<c:date1904 val="0"/><c:lang val="${escapeXml(options.language)}"/><c:roundedCorners val="0"/>` +
      `<c:chart>${title}<c:plotArea>${plotLayout(layout, rtl)}${plotXml(data, numberFormat(values, values, data.unit), options.language)}` +
      `${axesXml(values, layout, axisFormat, unitTitle, rtl)}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea>${legend}` +
      `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>${NO_LINE}</c:spPr>` +
      `${textProperties(900, GREY)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>`,
  );
}

/** A chart part as documents refer to it, within word/. `index` counts from 0. */
export function chartTarget(index: number): string {
  return `charts/chart${index + 1}.xml`;
}

/** All parts of the chart `index` (from 0) by their full names: the drawing, its relations, its workbook. */
export function chartParts(index: number, data: ChartData, options: ChartOptions): Map<string, string | Uint8Array> {
  const name = `chart${index + 1}`;
  const workbook = `embeddings/${name}.xlsx`;
  return new Map<string, string | Uint8Array>([
    [`word/${chartTarget(index)}`, chartXml(data, options)],
    [
      `word/charts/_rels/${name}.xml.rels`,
      `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="${WORKBOOK_RELATION}" Target="../${workbook}"/></Relationships>`,
    ],
    [`word/${workbook}`, workbookBytes(data)],
  ]);
}
