// word/document.xml: the blocks of a Plan as paragraphs and tables, and the section they stand in.
import type { Align, Block, ContentsBlock, ContentsEntry, ParagraphBlock, Plan, TableBlock } from '../plan.ts';
import { blockIndent } from '../indents.ts';
import { marginsOf, TABLE_STYLE } from '../styles.ts';
import * as fields from './fields.ts';
import { bookmarked, inlinesXml, type PartContext } from './inlines.ts';
import { escapeXml, partXml } from './xml.ts';

/** Word turns left and right round where a paragraph runs from right to left. */
const TURNED: Record<Align, Align> = { left: 'right', center: 'center', right: 'left' };

function indentXml(block: ParagraphBlock, context: PartContext): string {
  if (block.under === undefined && !block.inset) return '';
  const own = block.under === undefined ? context.indentOf(block.style) : 0;
  return `<w:ind w:left="${blockIndent(block, own)}"/>`;
}

/** pPr's children in the order of the schema. */
function paragraphProperties(block: ParagraphBlock, keepNext: boolean, context: PartContext): string {
  const { item, align } = block;
  return (
    `<w:pPr><w:pStyle w:val="${context.styleId(block.style)}"/>` +
    (keepNext || block.keepNext ? '<w:keepNext/>' : '') +
    (block.pageBreakBefore ? '<w:pageBreakBefore/>' : '') +
    (item ? `<w:numPr><w:ilvl w:val="${item.level}"/><w:numId w:val="${item.list + 1}"/></w:numPr>` : '') +
    (block.rtl ? '<w:bidi/>' : '') +
    (block.spaceBefore && !block.style.startsWith('Heading') ? '<w:spacing w:before="200"/>' : '') +
    indentXml(block, context) +
    (align ? `<w:jc w:val="${block.rtl ? TURNED[align] : align}"/>` : '') +
    '</w:pPr>'
  );
}

export function paragraphXml(block: ParagraphBlock, context: PartContext, keepNext = false): string {
  const inlines = inlinesXml(block.inlines, context);
  const content = block.bookmark === undefined ? inlines : bookmarked(block.bookmark, inlines, context);
  return `<w:p>${paragraphProperties(block, keepNext, context)}${content}</w:p>`;
}

function tableXml(block: TableBlock, context: PartContext): string {
  const total = block.widths.reduce((sum, one) => sum + one, 0);
  const header = block.rows[0]?.header ?? false;
  const title = block.title === undefined ? '' : `<w:tblCaption w:val="${escapeXml(block.title)}"/>`;
  let xml =
    `<w:tbl><w:tblPr><w:tblStyle w:val="${context.styleId(TABLE_STYLE)}"/>${block.rtl ? '<w:bidiVisual/>' : ''}<w:tblW w:w="${total}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblLook w:val="${header ? '0620' : '0600'}" w:firstRow="${header ? 1 : 0}" w:lastRow="0" ` +
    `w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>${title}</w:tblPr><w:tblGrid>` +
    `${block.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  for (const [index, row] of block.rows.entries()) {
    xml += `<w:tr><w:trPr><w:cantSplit/>${row.header ? '<w:tblHeader/>' : ''}</w:trPr>`;
    let column = 0;
    for (const cell of row.cells) {
      let width = 0;
      for (let at = column; at < column + cell.span; at++) width += block.widths[at] ?? 0;
      column += cell.span;
      xml +=
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>` +
        (cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : '') +
        (cell.merge === null ? '' : `<w:vMerge w:val="${cell.merge}"/>`) +
        // The last column ends with the text above and below the table.
        (column === block.widths.length
          ? `<w:tcMar><w:${block.rtl ? 'left' : 'right'} w:w="0" w:type="dxa"/></w:tcMar>`
          : '') +
        '</w:tcPr>';
      for (const part of cell.blocks) xml += paragraphXml(part, context, index === 0);
      xml += '</w:tc>';
    }
    xml += '</w:tr>';
  }
  return `${xml}</w:tbl>`;
}

/** An entry is a link to its heading, with dots to the number of its page. */
function contentsEntry(entry: ContentsEntry, open: string, close: string, context: PartContext): string {
  const words = `<w:r><w:t xml:space="preserve">${escapeXml(entry.text)}</w:t></w:r><w:r><w:tab/></w:r>`;
  return (
    `<w:p><w:pPr><w:pStyle w:val="${context.styleId(`TOC${entry.level}`)}"/></w:pPr>${open}<w:hyperlink w:anchor="${entry.bookmark}" w:history="1">` +
    `${words}${fields.pageReference(entry.bookmark, entry.page)}</w:hyperlink>${close}</w:p>`
  );
}

function contentsXml(block: ContentsBlock, context: PartContext): string {
  const last = block.entries.length - 1;
  return block.entries
    .map((entry, index) =>
      contentsEntry(
        entry,
        index === 0 ? fields.CONTENTS_LIST.open : '',
        index === last ? fields.CONTENTS_LIST.close : '',
        context,
      ),
    )
    .join('');
}

function blockXml(block: Block, context: PartContext): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphXml(block, context);
    case 'table':
      return tableXml(block, context);
    case 'contents':
      return contentsXml(block, context);
    case 'pageBreak':
      return `<w:p><w:pPr><w:pStyle w:val="${context.styleId('TableGap')}"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`;
  }
}

/** Headers and footers of the section, by the ids of their relations. */
export interface SectionParts {
  readonly references: string;
  readonly page: string;
  /** The first page has headers and footers of its own. */
  readonly titlePage: boolean;
}

/** Page size and margins in twips. */
export function pageXml({ page }: Pick<Plan, 'page'>): string {
  const { top, right, bottom, left } = marginsOf(page);
  const turned = page.width > page.height ? ' w:orient="landscape"' : '';
  return (
    `<w:pgSz w:w="${page.width}" w:h="${page.height}"${turned}/><w:pgMar w:top="${top}" w:right="${right}" ` +
    `w:bottom="${bottom}" w:left="${left}" w:header="${page.head}" w:footer="${page.foot ?? page.head}" w:gutter="0"/>`
  );
}

/** The whole of word/document.xml. */
export function documentXml(plan: Plan, section: SectionParts, context: PartContext): string {
  const blocks: string[] = [];
  for (const block of plan.blocks) blocks.push(blockXml(block, context));
  // Word counts endnotes in Roman letters unless told.
  const notes = plan.noteKind === 'endnotes' ? '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>' : '';
  const sectPr = `<w:sectPr>${section.references}${notes}${section.page}${section.titlePage ? '<w:titlePg/>' : ''}${plan.rtl ? '<w:bidi/>' : ''}</w:sectPr>`;
  return partXml('w:document', ['w', 'r', 'wp', 'a', 'pic', 'c'], `<w:body>${blocks.join('')}${sectPr}</w:body>`);
}
