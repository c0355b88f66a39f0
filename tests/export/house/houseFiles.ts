// House styles made by hand as XML: an invented ministry's template, and files that try to bring along what must not leave.
import { strToU8, zipSync } from 'fflate';
import { png, pngChunk, pngText } from '../../pictures.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What must never stand in an export; hidden in many places of the files here. */
export const SECRET = 'Zsofia Brandt';

export interface HouseParts {
  /** Content type of the main part; default that of a template. */
  readonly mainType?: string;
  readonly styles?: string;
  readonly settings?: string;
  readonly section?: string;
  readonly body?: string;
  readonly header?: string;
  readonly firstHeader?: string;
  readonly footer?: string;
  readonly numbering?: string;
  /** More parts, by name, and more relations of the header. */
  readonly more?: Readonly<Record<string, Uint8Array | string>>;
  readonly headerRelations?: string;
}

export const relation = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

const style = (type: string, id: string, name: string, more: string, attrs = ''): string =>
  `<w:style w:type="${type}"${attrs} w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

/** As a German Word saves them: ids in German, names of Word's own styles in English; fonts by the theme. */
export const STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>' +
  '<w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">' +
  '<w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/></w:latentStyles>' +
  style(
    'paragraph',
    'Standard',
    'Normal',
    '<w:qFormat/><w:rsid w:val="00A1B2C3"/><w:pPr><w:spacing w:after="140" w:line="280" w:lineRule="auto"/></w:pPr>',
    ' w:default="1"',
  ) +
  style(
    'paragraph',
    'berschrift1',
    'heading 1',
    '<w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:link w:val="Gone"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="7A1F2B"/><w:sz w:val="32"/></w:rPr>',
  ) +
  style(
    'paragraph',
    'berschrift2',
    'heading 2',
    '<w:basedOn w:val="berschrift1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>',
  ) +
  style(
    'character',
    'Absatz-Standardschriftart',
    'Default Paragraph Font',
    '<w:uiPriority w:val="1"/><w:semiHidden/>',
    ' w:default="1"',
  ) +
  style(
    'table',
    'NormaleTabelle',
    'Normal Table',
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>',
    ' w:default="1"',
  ) +
  style('numbering', 'KeineListe', 'No List', '<w:uiPriority w:val="99"/><w:semiHidden/>', ' w:default="1"') +
  style(
    'paragraph',
    'Titel',
    'Title',
    '<w:basedOn w:val="Standard"/><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="7A1F2B"/><w:sz w:val="44"/></w:rPr>',
  ) +
  style(
    'paragraph',
    'Kopfzeile',
    'header',
    '<w:basedOn w:val="Standard"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>',
  ) +
  style(
    'paragraph',
    'Fuzeile',
    'footer',
    '<w:basedOn w:val="Standard"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>',
  ) +
  // An id of ours, for something else.
  style(
    'paragraph',
    'Details',
    'Fine Print',
    '<w:basedOn w:val="Standard"/><w:rPr><w:sz w:val="12"/></w:rPr>',
    ' w:customStyle="1"',
  ) +
  style('paragraph', 'Zitat', 'Quote', '<w:basedOn w:val="Standard"/><w:rPr><w:i/></w:rPr>') +
  style(
    'table',
    'HausTabelle',
    'House Table',
    '<w:basedOn w:val="NormaleTabelle"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="7A1F2B"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="7A1F2B"/></w:tblBorders></w:tblPr>',
    ' w:customStyle="1"',
  );

const NUMBERING =
  '<w:abstractNum w:abstractNumId="3"><w:nsid w:val="1A2B3C4D"/><w:multiLevelType w:val="multilevel"/>' +
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift2"/><w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>';

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const colour = (name: string, hex: string): string => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;
const THEME =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Ministry by ' +
  `${SECRET}"><a:themeElements><a:clrScheme name="${SECRET}">` +
  ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
    .map((name, at) => colour(name, at % 2 === 0 ? '202020' : 'F4F0E8'))
    .join('') +
  '</a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Liberation Serif"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>' +
  '<a:minorFont><a:latin typeface="Liberation Sans Narrow"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>' +
  `<a:fmtScheme name="x"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln>${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

export const picture = (id: string, link = ''): string =>
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">' +
  `<wp:extent cx="900000" cy="360000"/><wp:docPr id="41" name="C:\\Users\\${SECRET}\\crest.png" descr="Crest of the ministry">${link}</wp:docPr><wp:cNvGraphicFramePr/>` +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="${SECRET}"/><pic:cNvPicPr/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="360000"/></a:xfrm>` +
  '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

export const complexField = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export const line = (style: string, content: string): string =>
  `<w:p w:rsidR="00C0FFEE"><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
export const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A .dotx by default: Letter turned on its side, headings counted in Roman numbers, a crest on the first page. */
export function houseFile(parts: HouseParts = {}): Uint8Array {
  const root = (name: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${W} ${R}>${content}</w:${name}>`;
  const section =
    parts.section ??
    '<w:headerReference w:type="default" r:id="rId11"/><w:headerReference w:type="first" r:id="rId12"/><w:footerReference w:type="default" r:id="rId13"/>' +
      '<w:footerReference w:type="first" r:id="rId13"/>' +
      '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/><w:pgMar w:top="1900" w:right="1134" w:bottom="1300" w:left="1800" w:header="600" w:footer="500" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>';
  const header =
    parts.header ?? line('Kopfzeile', words('Ministry of Tides, ') + complexField('STYLEREF "Title"', 'Titel hier'));
  const first = parts.firstHeader ?? line('Kopfzeile', picture('rId1') + words('  Ministry of Tides'));
  const footer = parts.footer ?? line('Fuzeile', words('Harbour Row 4, sheet ') + complexField('PAGE', '9'));
  const before = [pngText('tEXt', `Author\0${SECRET}`), pngChunk('tIME', [7, 0, 1, 1, 1, 1, 1])];
  const logo = png({ width: 60, height: 24 }, { before });
  const files: Record<string, Uint8Array | string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${parts.mainType ?? `${MAIN}.template.main+xml`}"/></Types>`,
    '_rels/.rels': rels(relation('rId1', 'officeDocument', 'word/document.xml')),
    'docProps/core.xml': `<x>${SECRET}</x>`,
    'word/document.xml': root(
      'document',
      `<w:body>${parts.body ?? line('Standard', words(`Draft of ${SECRET}`))}<w:sectPr>${section}</w:sectPr></w:body>`,
    ),
    'word/_rels/document.xml.rels': rels(
      relation('rId1', 'styles', 'styles.xml') +
        relation('rId2', 'settings', 'settings.xml') +
        relation('rId3', 'theme', 'theme/theme1.xml') +
        relation('rId4', 'numbering', 'numbering.xml') +
        relation('rId5', 'fontTable', 'fontTable.xml') +
        relation('rId11', 'header', 'header1.xml') +
        relation('rId12', 'header', 'header2.xml') +
        relation('rId13', 'footer', 'footer1.xml'),
    ),
    'word/styles.xml': root('styles', parts.styles ?? STYLES),
    'word/settings.xml': root(
      'settings',
      parts.settings ??
        `<w:defaultTabStop w:val="567"/><w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="${SECRET}"/></w:docVars>`,
    ),
    'word/theme/theme1.xml': THEME,
    'word/numbering.xml': root('numbering', parts.numbering ?? NUMBERING),
    'word/fontTable.xml': root(
      'fonts',
      '<w:font w:name="Liberation Serif"><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
    ),
    'word/header1.xml': root('hdr', header),
    'word/header2.xml': root('hdr', first),
    'word/footer1.xml': root('ftr', footer),
    'word/_rels/header1.xml.rels': rels(parts.headerRelations ?? ''),
    'word/_rels/header2.xml.rels': rels(relation('rId1', 'image', 'media/image1.png')),
    'word/media/image1.png': logo,
    ...parts.more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

function rels(content: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}
