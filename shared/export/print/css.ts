// The style sheet of the printed page, read out of the same style table as Word's (styles.ts), so that no number stands twice.
import {
  CELL_GAP,
  CHARACTER_STYLES,
  contentsStyles,
  HAIRLINE,
  LIST_STEP,
  PARAGRAPH_NUMBER_STEP,
  PARAGRAPH_STYLES,
  RULE,
  type Page,
  type StyleSpec,
} from '../styles.ts';

/** Twips as points. */
export function points(twips: number): string {
  return `${Math.round(twips * 5) / 100}pt`;
}

interface Typeface {
  readonly stack: string;
  /** Height of a line that Word sets single, in em: ascent and descent of the face. */
  readonly line: number;
}

/** Word's faces, then their twins of the same widths, then what there is. */
const CALIBRI: Typeface = { stack: "Calibri, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif", line: 1.22 };
const FACES: Readonly<Record<string, Typeface>> = {
  Calibri: CALIBRI,
  Cambria: { stack: "Cambria, Caladea, Georgia, 'Times New Roman', serif", line: 1.17 },
  Consolas: { stack: "Consolas, Inconsolata, 'DejaVu Sans Mono', 'Courier New', monospace", line: 1.17 },
};
export const BODY_FACE = CALIBRI.stack;

type Declarations = Readonly<Record<string, string>>;

/** What each element of pPr and rPr means in CSS; null where it says nothing that a printed page shows. */
type Meaning = ((attributes: Readonly<Record<string, string>>) => Declarations) | null;

const twips = (value: string | undefined): string => points(Number(value ?? 0));

function rule(side: string): Meaning {
  return ({ sz = '0', space = '0', color = '' }) => ({
    [`border-${side}`]: `${Number(sz) / 8}pt solid #${color}`,
    [`padding-${side}`]: `${space}pt`,
  });
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  keepNext: () => ({ 'break-after': 'avoid' }),
  keepLines: () => ({ 'break-inside': 'avoid' }),
  spacing: ({ before, after, line }) => ({
    'margin-top': twips(before),
    'margin-bottom': twips(after),
    '--line': String(Number(line ?? 240) / 240),
  }),
  ind: ({ left, hanging }) => ({
    'margin-inline-start': twips(left),
    'text-indent': hanging === undefined ? '0' : `-${twips(hanging)}`,
  }),
  pBdr: null,
  top: rule('top'),
  bottom: rule('bottom'),
  left: rule('inline-start'),
  outlineLvl: null,
  contextualSpacing: null,
  // Tabs of the title block and of the list of contents: both have elements of their own here.
  tabs: null,
  tab: null,
  b: () => ({ 'font-weight': '700' }),
  bCs: null,
  i: () => ({ 'font-style': 'italic' }),
  iCs: null,
  color: ({ val }) => ({ color: `#${val ?? ''}` }),
  sz: ({ val }) => ({ 'font-size': `${Number(val) / 2}pt` }),
  szCs: null,
  u: () => ({ 'text-decoration': 'underline' }),
  rFonts: ({ ascii = '' }) => ({
    'font-family': FACES[ascii]?.stack ?? CALIBRI.stack,
    '--face': String(FACES[ascii]?.line ?? CALIBRI.line),
  }),
  // The element (sup) says it.
  vertAlign: null,
};

const ELEMENT = /<w:([A-Za-z]+)((?: w:[A-Za-z]+="[^"]*")*)\/?>/gu;
const ATTRIBUTE = / w:([A-Za-z]+)="([^"]*)"/gu;

/** Throws RangeError when the style table uses an element of Word that has no meaning here yet. */
function declarations(xml: string): Declarations {
  let found: Declarations = {};
  for (const [, name = '', rest = ''] of xml.matchAll(ELEMENT)) {
    const meaning = MEANINGS[name];
    if (meaning === undefined) throw new RangeError(`The printed page does not know the "w:${name}" of a style.`);
    const attributes = Object.fromEntries([...rest.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, value ?? '']));
    if (meaning) found = { ...found, ...meaning(attributes) };
  }
  return found;
}

/** The declarations of a style with those of the styles it is based on. */
function whole(spec: StyleSpec, table: Readonly<Record<string, StyleSpec>>): Declarations {
  const base = spec.basedOn === undefined ? undefined : table[spec.basedOn];
  return { ...(base ? whole(base, table) : {}), ...declarations(`${spec.p ?? ''}${spec.r ?? ''}`) };
}

/** Line heights are multiples of the face's own, which CSS cannot say by itself. */
function settled({ '--line': line, '--face': face, ...given }: Declarations): Declarations {
  // Rules stand around all paragraphs of a style in a row: see rules().
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !/^(?:border|padding)-/u.test(name)));
  if ('border-inline-start' in given) rest['margin-inline-start'] = '0';
  if (line === undefined && face === undefined) return rest;
  const height = Math.round(Number(line ?? DEFAULT_LINE) * Number(face ?? CALIBRI.line) * 1000) / 1000;
  return { ...rest, 'line-height': String(height) };
}

/** As docDefaults of styles.xml: 259 of 240. */
const DEFAULT_LINE = 259 / 240;

function css(selector: string, given: Declarations): string {
  const inner = Object.entries(given)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  return inner === '' ? '' : `${selector}{${inner}}\n`;
}

/** Every style as a class of its name. */
function classes(page: Page): string {
  const table: Readonly<Record<string, StyleSpec>> = { ...PARAGRAPH_STYLES, ...contentsStyles(page) };
  let sheet = '';
  for (const [id, spec] of Object.entries(table)) sheet += css(`.${id}`, settled(whole(spec, table)));
  for (const [id, spec] of Object.entries<StyleSpec>(CHARACTER_STYLES)) {
    // A run never changes the height of its line.
    const { '--face': _face, ...rest } = declarations(spec.r ?? '');
    sheet += css(`.${id}`, rest);
  }
  return sheet;
}

/** Where the words of the title block begin, behind the longest label: the tab of the style. */
const DETAIL_TAB = /w:pos="(\d+)"/u.exec(PARAGRAPH_STYLES.Details.p)?.[1] ?? '0';

/** How much lower the text of the first sheet begins, in points: by this the header knows which sheet it stands on (margins.ts). */
export const FIRST_SHEET = 1.5;

/** The whole style sheet. `vertical`: margin at top and bottom in twips. */
export function printCss(page: Page, vertical: number, firstDiffers: boolean): string {
  const margin = `${points(vertical)} ${points(page.margin)}`;
  const first = firstDiffers ? `@page :first{margin-top:calc(${points(vertical)} + ${FIRST_SHEET}pt)}\n` : '';
  const list = points(LIST_STEP);
  const number = points(PARAGRAPH_NUMBER_STEP);
  return `@page{size:${page.name};margin:${margin}}
${first}*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;background:#fff;font-family:${CALIBRI.stack};font-size:11pt;line-height:${CALIBRI.line};font-kerning:normal}
h1,h2,h3,h4,h5,p,ol,ul,li,dl,dt,dd,figure,table,caption{margin:0;padding:0;font-size:inherit;font-weight:inherit;text-align:start}
h1,h2,h3,h4,h5,p,li,dt,dd{orphans:2;widows:2}
h1,h2,h3,h4,h5,p,.words,dt,dd{white-space:pre-wrap;overflow-wrap:anywhere;tab-size:36pt}
ol,ul{list-style:none}
a{color:inherit;text-decoration:none}
sup,sub{font-size:.65em;line-height:0;position:relative;vertical-align:baseline}
sup{top:-.42em}
sub{top:.2em}
.left{text-align:left}
.center{text-align:center}
.right{text-align:right}
${classes(page)}.break{break-before:page}
.keep{break-after:avoid}
.gap{margin-top:10pt}
dl.details{break-inside:avoid;margin-bottom:2pt;${rules(PARAGRAPH_STYLES.Details.p, ['top', 'bottom'])}}
dl.details>div{display:flex;margin-bottom:2pt}
dl.details>div:last-child{margin-bottom:0}
dl.details dt{flex:none;width:${points(Number(DETAIL_TAB))}}
dl.details dd{flex:1;min-width:0}
.n{display:inline-block;min-width:${list};padding-inline-end:3pt;text-indent:0;white-space:pre}
.ListBullet,.ListNumber,.SourceEntry{text-indent:-${list}}
.numbered{margin-inline-start:${number};text-indent:-${number}}
.numbered>.n{min-width:${number}}
.SourceEntry.inset{text-indent:-${number}}
.SourceEntry.inset>.n{min-width:${number}}
.EndnoteText>.n{min-width:${points(340)}}
.EndnoteText{break-inside:avoid}
blockquote{margin:0 0 3pt;margin-inline-start:${quotationIndent()};${rules(PARAGRAPH_STYLES.Quote.p, ['inline-start'])};break-after:avoid}
blockquote>p:last-child{margin-bottom:0}
.Prompt.inset{margin-inline-start:${number}}
.Attribution.inset{margin-inline-start:${inset(declarations(PARAGRAPH_STYLES.Attribution.p)['margin-inline-start'])}}
blockquote.inset{margin-inline-start:${inset(quotationIndent())}}
section.notes{border-top:.5pt solid #${RULE};margin-top:18pt;padding-top:0}
section.notes>h2{margin-top:8pt}
table{width:100%;table-layout:fixed;border-collapse:collapse;border-top:.75pt solid #${RULE};border-bottom:.75pt solid #${RULE};font-variant-numeric:tabular-nums}
caption{caption-side:top;break-after:avoid}
thead{display:table-header-group;break-inside:avoid}
tr{break-inside:avoid}
th,td{padding:0;padding-inline-end:${points(CELL_GAP)};vertical-align:top;border-top:.5pt solid #${HAIRLINE}}
thead tr:last-child>*{border-bottom:.75pt solid #${RULE}}
tr>.last{padding-inline-end:0}
img,svg{display:inline-block;max-width:100%;vertical-align:bottom;break-inside:avoid}
img{height:auto}
`;
}

/** The rules of a style around all paragraphs of it in a row, as Word draws the borders of like paragraphs. */
function rules(properties: string, sides: readonly string[]): string {
  const given = declarations(properties);
  return sides
    .flatMap((side) => [`border-${side}`, `padding-${side}`])
    .map((name) => `${name}:${given[name] ?? '0'}`)
    .join(';');
}

/** As far from the margin and beside numbered paragraphs. */
function inset(indent = '0pt'): string {
  return `calc(${indent} + ${points(PARAGRAPH_NUMBER_STEP)})`;
}

/** Word's indent is where the words begin; the rule at their side and its distance stand within it. */
function quotationIndent(): string {
  const given = declarations(PARAGRAPH_STYLES.Quote.p);
  const width = (given['border-inline-start'] ?? '0').split(' ')[0] ?? '0';
  return `calc(${given['margin-inline-start'] ?? '0'} - ${given['padding-inline-start'] ?? '0'} - ${width})`;
}
