// The workbook inside a chart: the chart's values as an .xlsx of one sheet, so that "Edit data" in Word has something to open.
import type { ChartData } from '../../briefing/chart.ts';
import { packZip } from '../zip.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const SHEET_NAME = 'Sheet1';

/** The letters of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / 26);
  return `${before > 0 ? columnName(before - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Words that Excel would read as a formula if somebody typed them anew. */
const LIKE_FORMULA = /^[=+\-@]/u;

/** A string cell. Style 1 keeps the apostrophe before what looks like a formula, so that editing it makes none of it. */
function textCell(at: string, text: string): string {
  if (text === '') return '';
  const style = LIKE_FORMULA.test(text) ? ' s="1"' : '';
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function numberCell(at: string, value: number | null | undefined): string {
  return typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : '';
}

function sheetXml(data: ChartData): string {
  const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
  let rows = row(
    1,
    textCell('A1', data.unit) + data.series.map(({ name }, at) => textCell(`${columnName(at + 1)}1`, name)).join(''),
  );
  for (const [index, category] of data.categories.entries()) {
    const values = data.series.map(({ points }, at) =>
      numberCell(`${columnName(at + 1)}${index + 2}`, points[index]?.value),
    );
    rows += row(index + 2, textCell(`A${index + 2}`, category) + values.join(''));
  }
  const last = `${columnName(data.series.length)}${data.categories.length + 1}`;
  return (
    `${XML_HEAD}<worksheet xmlns="${SHEET}"><dimension ref="A1:${last}"/>` +
    `<cols><col min="1" max="1" width="24" customWidth="1"/></cols><sheetData>${rows}</sheetData></worksheet>`
  );
}

/** One font, one fill more than Excel insists on, and the two cell formats. */
const STYLES =
  `${XML_HEAD}<styleSheet xmlns="${SHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function relationships(...list: readonly (readonly [type: string, target: string])[]): string {
  const rows = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

/**
 * The bytes of the workbook of `data` (its strings clean): unit in A1, names of the series along row 1, categories down
 * column A, numbers as numbers, nothing where a value is not known. No formulas, no macros, no properties.
 */
export function workbookBytes(data: ChartData): Uint8Array {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/${part}" ContentType="${TYPE}.${kind}+xml"/>`;
  return packZip(
    new Map([
      [
        '[Content_Types].xml',
        `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}` +
          `${type('xl/worksheets/sheet1.xml', 'worksheet')}${type('xl/styles.xml', 'styles')}</Types>`,
      ],
      ['_rels/.rels', relationships(['officeDocument', 'xl/workbook.xml'])],
      [
        'xl/workbook.xml',
        `${XML_HEAD}<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="${SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      ['xl/_rels/workbook.xml.rels', relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
      ['xl/worksheets/sheet1.xml', sheetXml(data)],
      ['xl/styles.xml', STYLES],
    ]),
  );
}
