// Every style that an export uses, with the page it is set on; written as styles.xml, so that each style id is defined once.
import { escapeXml, partXml } from './parts/xml.ts';

/** A page; all measures in twips. `head`: from the edge of the paper to header and footer. */
export interface Page {
  /** `House`: of a size that a house style brings. */
  readonly name: PageName | 'House';
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly head: number;
  /** Where the four margins differ; `margin` is then half of left and right together. */
  readonly margins?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** From the edge of the paper to the footer, where that is not `head`. */
  readonly foot?: number;
}

/** Both with margins of 2.54 cm. */
export const PAGES = {
  A4: { name: 'A4', width: 11906, height: 16838, margin: 1440, head: 680 },
  Letter: { name: 'Letter', width: 12240, height: 15840, margin: 1440, head: 680 },
} as const satisfies Record<string, { name: string } & Omit<Page, 'name'>>;
export type PageName = 'A4' | 'Letter';

/** Between the margins; what every table grid sums to. */
export function textWidth(page: Page): number {
  const { left, right } = marginsOf(page);
  return page.width - left - right;
}

/** Between the margins, downwards. */
export function textHeight(page: Page): number {
  const { top, bottom } = marginsOf(page);
  return page.height - top - bottom;
}

export function marginsOf(page: Page): { top: number; right: number; bottom: number; left: number } {
  const { margin } = page;
  return page.margins ?? { top: margin, right: margin, bottom: margin, left: margin };
}
/** Indent of list level 0, and of each level more. */
export const LIST_STEP = 360;
/** Where the words of a numbered paragraph begin; its number stands at the margin. */
export const PARAGRAPH_NUMBER_STEP = 567;

/** One blue-grey for title and headings, a lighter grey for what stands beside the text. */
export const INK = '24384F';
export const GREY = '595959';
/** The rules of title block, quotations and tables. */
export const RULE = 'A6B1BD';
export const HAIRLINE = 'D5DBE1';

/** A style as Word has it; print/css.ts reads the same strings for the PDF. */
export interface StyleSpec {
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly priority?: number;
  /** Shown in Word's gallery. */
  readonly quick?: true;
  /** Children of w:pPr and of w:rPr, in the order of the schema. */
  readonly p?: string;
  readonly r?: string;
}

const spacing = (before: number, after: number, line = 259): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const indent = (left: number, hanging = 0): string =>
  `<w:ind w:left="${left}"${hanging ? ` w:hanging="${hanging}"` : ''}/>`;
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const colour = (hex: string): string => `<w:color w:val="${hex}"/>`;
const fonts = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
const BOLD = '<w:b/><w:bCs/>';
const ITALIC = '<w:i/><w:iCs/>';

function heading(level: number, points: number, before: number): StyleSpec {
  return {
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    priority: 9,
    quick: true,
    p: `<w:keepNext/><w:keepLines/>${spacing(before, 80, 240)}<w:outlineLvl w:val="${level - 1}"/>`,
    r: `${BOLD}${level === 4 ? ITALIC : ''}${colour(INK)}${size(points)}`,
  };
}

export const PARAGRAPH_STYLES = {
  Normal: { name: 'Normal', quick: true },
  Title: {
    name: 'Title',
    basedOn: 'Normal',
    next: 'BodyText',
    priority: 10,
    quick: true,
    p: `<w:keepNext/><w:keepLines/>${spacing(0, 160, 240)}`,
    r: `${BOLD}${colour(INK)}${size(20)}`,
  },
  /** A line of the title block: label, tab, words; one rule above the first and one below the last. */
  Details: {
    name: 'Details',
    basedOn: 'Normal',
    p:
      `<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="${RULE}"/>` +
      `<w:bottom w:val="single" w:sz="4" w:space="6" w:color="${RULE}"/></w:pBdr>` +
      `<w:tabs><w:tab w:val="left" w:pos="1247"/></w:tabs>${spacing(0, 40, 240)}${indent(1247, 1247)}`,
  },
  Heading1: heading(1, 14, 320),
  Heading2: heading(2, 12, 240),
  Heading3: heading(3, 11, 200),
  Heading4: heading(4, 11, 160),
  /** The analyst's own comment. */
  BodyText: { name: 'Body Text', basedOn: 'Normal', priority: 1, quick: true, p: spacing(0, 120) },
  /** Reported fact: what a source says, in the analyst's words (conventions.md 3.11 wants the two told apart). */
  Reporting: { name: 'Reporting', basedOn: 'BodyText', priority: 2, quick: true, r: colour('3A3A3A') },
  Prompt: { name: 'Prompt', basedOn: 'BodyText', next: 'BodyText', r: `${ITALIC}${colour('6B6B6B')}` },
  ListBullet: { name: 'List Bullet', basedOn: 'Normal', p: `${spacing(0, 60)}<w:contextualSpacing w:val="0"/>` },
  ListNumber: { name: 'List Number', basedOn: 'Normal', p: `${spacing(0, 60)}<w:contextualSpacing w:val="0"/>` },
  ListContinue: { name: 'List Continue', basedOn: 'Normal', p: spacing(0, 60) },
  SourceEntry: { name: 'Source Entry', basedOn: 'ListNumber', p: `<w:keepLines/>${spacing(0, 60)}` },
  /** Somebody else's words: serif, with a rule at their side. Rule and words stand where a bullet and its words do. */
  Quote: {
    name: 'Quote',
    basedOn: 'Normal',
    next: 'Attribution',
    priority: 29,
    quick: true,
    p:
      `<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="12" w:space="16" w:color="${RULE}"/></w:pBdr>` +
      `${spacing(0, 60)}${indent(LIST_STEP)}`,
    r: fonts('Cambria'),
  },
  /** Whose words they are; without the rule, so that the rules of two quotations in a row do not become one. */
  Attribution: {
    name: 'Attribution',
    basedOn: 'Normal',
    next: 'BodyText',
    p: `<w:keepLines/>${spacing(0, 180)}${indent(LIST_STEP)}`,
    r: `${colour(GREY)}${size(10)}`,
  },
  /** Label, number and words of a table, picture or chart. */
  Caption: {
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    priority: 35,
    quick: true,
    p: `<w:keepLines/>${spacing(120, 80, 240)}`,
    r: `${BOLD}${colour(INK)}${size(10)}`,
  },
  TableText: { name: 'Table Text', basedOn: 'Normal', p: spacing(40, 40, 240), r: size(10) },
  TableHeading: {
    name: 'Table Heading',
    basedOn: 'TableText',
    p: `<w:keepNext/>${spacing(40, 40, 240)}`,
    r: `${BOLD}${colour(INK)}`,
  },
  TableGap: { name: 'Table Gap', basedOn: 'Normal', p: spacing(0, 0, 240), r: size(6) },
  Header: { name: 'header', basedOn: 'Normal', priority: 99, p: spacing(0, 0, 240), r: `${colour(GREY)}${size(9)}` },
  Footer: { name: 'footer', basedOn: 'Normal', priority: 99, p: spacing(0, 0, 240), r: `${colour(GREY)}${size(9)}` },
  FootnoteText: {
    name: 'footnote text',
    basedOn: 'Normal',
    priority: 99,
    p: `${spacing(0, 20, 240)}${indent(227, 227)}`,
    r: size(9),
  },
  EndnoteText: {
    name: 'endnote text',
    basedOn: 'Normal',
    priority: 99,
    p: `${spacing(0, 40, 240)}${indent(340, 340)}`,
    r: size(9),
  },
  ContentsHeading: {
    name: 'TOC Heading',
    basedOn: 'Heading1',
    next: 'BodyText',
    priority: 39,
    p: '<w:outlineLvl w:val="9"/>',
  },
  CommentText: { name: 'annotation text', basedOn: 'Normal', priority: 99, p: spacing(0, 0, 240), r: size(10) },
} as const satisfies Record<string, StyleSpec>;

/** Entries of the list of contents: dots to the page number at the right margin. */
export function contentsStyles(page: Page): Record<'TOC1' | 'TOC2' | 'TOC3', StyleSpec> {
  const level = (number: number): StyleSpec => ({
    name: `toc ${number}`,
    basedOn: 'Normal',
    next: 'Normal',
    priority: 39,
    p:
      `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${textWidth(page)}"/></w:tabs>` +
      `${spacing(number === 1 ? 60 : 0, 20, 240)}${indent((number - 1) * 227)}`,
    r: size(10),
  });
  return { TOC1: level(1), TOC2: level(2), TOC3: level(3) };
}

export const CHARACTER_STYLES = {
  Hyperlink: { name: 'Hyperlink', priority: 99, r: `${colour('1F4E8C')}<w:u w:val="single"/>` },
  InlineCode: { name: 'Inline Code', r: `${fonts('Consolas')}${size(10)}` },
  DetailLabel: { name: 'Detail Label', r: colour(GREY) },
  FootnoteReference: { name: 'footnote reference', priority: 99, r: '<w:vertAlign w:val="superscript"/>' },
  CommentReference: { name: 'annotation reference', priority: 99, r: size(8) },
  /** Our own word on a copy that still has something to settle. */
  DraftMark: { name: 'Draft Mark', r: `${BOLD}${colour('B3261E')}${size(12)}` },
  EndnoteReference: { name: 'endnote reference', priority: 99, r: '<w:vertAlign w:val="superscript"/>' },
} as const satisfies Record<string, StyleSpec>;

export type ParagraphStyle = keyof typeof PARAGRAPH_STYLES;
export type CharacterStyle = keyof typeof CHARACTER_STYLES;

/** Thin horizontal rules only, header row under a stronger one. */
export const TABLE_STYLE = 'BriefingTable';
/** Between the columns of a table; twips. */
export const CELL_GAP = 230;

export function tableStyle(): string {
  const rule = (side: string, weight: number, hex: string): string =>
    `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${hex}"/>`;
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Briefing Table"/><w:basedOn w:val="TableNormal"/>` +
    `<w:uiPriority w:val="40"/><w:tblPr><w:tblBorders>${rule('top', 6, RULE)}${rule('bottom', 6, RULE)}` +
    `${rule('insideH', 4, HAIRLINE)}</w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>` +
    `<w:bottom w:w="0" w:type="dxa"/><w:right w:w="${CELL_GAP}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${rule('bottom', 6, RULE)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`
  );
}

/** Names that Word itself has; the others are ours and are marked as such. */
const BUILT_IN = new Set([
  'Normal',
  'Title',
  'heading 1',
  'heading 2',
  'heading 3',
  'heading 4',
  'Body Text',
  'List Bullet',
  'List Number',
  'List Continue',
  'Quote',
  'caption',
  'header',
  'footer',
  'footnote text',
  'endnote text',
  'TOC Heading',
  'toc 1',
  'toc 2',
  'toc 3',
  'annotation text',
  'Hyperlink',
  'footnote reference',
  'annotation reference',
  'endnote reference',
]);

/** True for the name of a style that Word itself has. */
export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name);
}

function style(type: 'paragraph' | 'character', id: string, spec: StyleSpec): string {
  const kind = id === 'Normal' ? ' w:default="1"' : BUILT_IN.has(spec.name) ? '' : ' w:customStyle="1"';
  const based = type === 'character' ? 'DefaultParagraphFont' : spec.basedOn;
  return (
    `<w:style w:type="${type}"${kind} w:styleId="${id}"><w:name w:val="${spec.name}"/>` +
    (based ? `<w:basedOn w:val="${based}"/>` : '') +
    (spec.next ? `<w:next w:val="${spec.next}"/>` : '') +
    (spec.priority === undefined ? '' : `<w:uiPriority w:val="${spec.priority}"/>`) +
    (spec.quick ? '<w:qFormat/>' : '') +
    (spec.p ? `<w:pPr>${spec.p}</w:pPr>` : '') +
    (spec.r ? `<w:rPr>${spec.r}</w:rPr>` : '') +
    '</w:style>'
  );
}

/** The defaults of the other three types, as Word has them. */
export const DEFAULT_STYLES = {
  character:
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Fo' +
    'nt"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  table:
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:va' +
    'l="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0' +
    '" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa' +
    '"/></w:tblCellMar></w:tblPr></w:style>',
  numbering:
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"' +
    '/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
} as const;

/** The whole of word/styles.xml; `tag` is the BCP 47 tag of the document. */
export function stylesXml(tag: string, page: Page): string {
  const language = escapeXml(tag);
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('Calibri')}${size(11)}` +
    `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:widowControl/>${spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>`;
  const paragraphs = Object.entries<StyleSpec>({ ...PARAGRAPH_STYLES, ...contentsStyles(page) }).map(([id, spec]) =>
    style('paragraph', id, spec),
  );
  const characters = Object.entries<StyleSpec>(CHARACTER_STYLES).map(([id, spec]) => style('character', id, spec));
  return partXml(
    'w:styles',
    ['w'],
    `${defaults}${paragraphs[0] ?? ''}${Object.values(DEFAULT_STYLES).join('')}${paragraphs.slice(1).join('')}${characters.join('')}${tableStyle()}`,
  );
}
