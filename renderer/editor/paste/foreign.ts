// The foreign schema: what HTML of other programs may hold, wider than a briefing, and the rules that read it.
import { DOMParser, Schema, type MarkSpec, type NodeSpec, type ParseRule } from 'prosemirror-model';
import { isSafeAddress } from '../commands/links.ts';
import { boldness, cssOf, hasLine, isHidden, isItalic } from './css.ts';
import { SRC } from './disarm.ts';
import { PAGE_BREAK } from './spellOut.ts';

const inline = 'inline*';

const nodes = {
  doc: { content: 'block*' },
  /** `list`: what Word says of a paragraph that is an item: which list, how deep, and the bullet or number that it shows. */
  paragraph: { content: inline, group: 'block', attrs: { list: { default: null }, align: { default: null } } },
  heading: { content: inline, group: 'block', attrs: { level: { default: 1 } } },
  /** The line under a quotation that says whose it is. */
  source: { content: inline, group: 'block' },
  quote: { content: 'block*', group: 'block' },
  /** Any other block: its content counts, not itself. */
  section: { content: 'block*', group: 'block' },
  list: {
    content: '(item | list)*',
    group: 'block',
    attrs: { ordered: { default: false }, start: { default: 1 }, lettered: { default: false } },
  },
  /** `level`: what Word on the web says of an item whose list is not nested. */
  item: { content: 'block*', attrs: { level: { default: null } } },
  table: { content: '(caption | row)*', group: 'block' },
  caption: { content: inline },
  row: { content: 'cell*' },
  cell: {
    content: 'block*',
    attrs: { header: { default: false }, colspan: { default: 1 }, rowspan: { default: 1 }, align: { default: null } },
  },
  pageBreak: { group: 'block' },
  text: { group: 'inline' },
  hardBreak: { inline: true, group: 'inline' },
  image: {
    inline: true,
    group: 'inline',
    attrs: { src: { default: '' }, alt: { default: '' }, width: { default: null }, height: { default: null } },
  },
} satisfies Record<string, NodeSpec>;

const bare = (excludes?: string): MarkSpec => (excludes === undefined ? {} : { excludes });

const marks = {
  link: { attrs: { href: {} } },
  // A style may take away what an element around it gives.
  strong: bare('light'),
  light: bare('strong'),
  em: bare('upright'),
  upright: bare('em'),
  underline: {},
  strike: {},
  /** Words that a program keeps as struck out by a reviewer. */
  deleted: {},
  superscript: bare('subscript'),
  subscript: bare('superscript'),
  code: {},
} satisfies Record<string, MarkSpec>;

export const foreign = new Schema<keyof typeof nodes, keyof typeof marks>({ nodes, marks });

/** What Word's "mso-list" says: "l0 level2 lfo1". */
const WORD_LIST = /^(l\d+) level(\d+) (lfo\d+)/u;

/** A paragraph of a list as Word writes it: the list is in its style alone. */
export interface WordItem {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** "·", "2.", "(iv)"; empty when it is not written. */
  readonly marker: string;
}

function isMarker(element: Element): boolean {
  return cssOf(element).get('mso-list') === 'ignore';
}

function wordItem(element: Element): WordItem | null {
  const match = WORD_LIST.exec(cssOf(element).get('mso-list') ?? '');
  if (!match) return null;
  const marker = [...element.querySelectorAll('span')].find(isMarker)?.textContent ?? '';
  return {
    key: `${match[1] ?? ''} ${match[3] ?? ''}`,
    level: Number(match[2]),
    marker: marker.replace(/[\s\u00a0]/gu, ''),
  };
}

function isItem(block: Element): boolean {
  return !/^H\d$/u.test(block.tagName) && headingLevel(block) === null && wordItem(block) !== null;
}

/** Right or centre; the rest is the reading direction's own. */
function alignOf(element: Element): 'right' | 'center' | null {
  const align = cssOf(element).get('text-align') ?? element.getAttribute('align')?.toLowerCase();
  return align === 'right' || align === 'center' ? align : null;
}

function wholeNumber(text: string | null, otherwise: number): number {
  const match = /^\s*(-?\d{1,6})/u.exec(text ?? '');
  return match ? Number(match[1]) : otherwise;
}

function sizeOf(element: Element, side: 'width' | 'height'): number | null {
  const css = /^([\d.]{1,8})px$/u.exec(cssOf(element).get(side) ?? '');
  const size = css ? Number(css[1]) : wholeNumber(element.getAttribute(side), 0);
  return size > 0 ? size : null;
}

/** Word's heading styles of other names keep their level in the style. */
function headingLevel(element: Element): number | null {
  if (element.classList.contains('MsoTitle')) return 1;
  const outline = wholeNumber(cssOf(element).get('mso-outline-level') ?? null, 0);
  return outline >= 1 && outline <= 9 ? outline : null;
}

const level = (wanted: number): { level: number } => ({ level: Math.min(4, Math.max(1, wanted)) });

/** True for a list that is counted by letters or Roman numerals; Google Docs says so at its items. */
function isLettered(list: Element): boolean {
  const item = list.querySelector('li');
  const styles = [list, ...(item ? [item] : [])].map((element) => cssOf(element).get('list-style-type') ?? '');
  return /^[ai]$/iu.test(list.getAttribute('type') ?? '') || styles.some((style) => /alpha|latin|roman/u.test(style));
}

/** A mark by what its style says; the search for rules goes on, so that one style gives several marks. */
function styled(
  mark: keyof typeof marks,
  holds: (css: ReturnType<typeof cssOf>, element: Element) => boolean,
): ParseRule {
  return {
    tag: '[data-css]',
    mark,
    consuming: false,
    priority: 80,
    getAttrs: (element) => (holds(cssOf(element), element) ? null : false),
  };
}

const IN_SENTENCE = new Set([
  'A',
  'B',
  'STRONG',
  'I',
  'EM',
  'U',
  'SPAN',
  'S',
  'STRIKE',
  'DEL',
  'FONT',
  'LABEL',
  'CODE',
]);

const RULES: readonly ParseRule[] = [
  // Nobody saw it where it comes from.
  {
    tag: '[data-css], [hidden], .MsoCommentReference',
    ignore: true,
    priority: 100,
    getAttrs: (element) =>
      isHidden(cssOf(element)) || element.hasAttribute('hidden') || element.classList.contains('MsoCommentReference')
        ? null
        : false,
  },
  {
    tag: 'select, datalist, svg, canvas, video, audio, embed, annotation, annotation-xml, template',
    ignore: true,
    priority: 100,
  },
  // The number of a heading is text that nothing else gives; that of an item its list gives.
  {
    tag: 'span[data-css]',
    ignore: true,
    priority: 100,
    getAttrs: (element) => {
      const block = isMarker(element) ? element.closest('p, div, h1, h2, h3, h4, h5, h6') : null;
      return block && isItem(block) ? null : false;
    },
  },

  // Looks, in the order in which they would be undone.
  styled('light', (css, { tagName }) => boldness(css) === false && IN_SENTENCE.has(tagName)),
  styled('strong', (css, { tagName }) => boldness(css) === true && !/^H\d$/u.test(tagName)),
  styled('upright', (css, { tagName }) => isItalic(css) === false && IN_SENTENCE.has(tagName)),
  styled('em', (css) => isItalic(css) === true),
  styled('underline', (css) => hasLine(css, 'underline')),
  styled('strike', (css) => hasLine(css, 'line-through')),
  styled('superscript', (css, { tagName }) => css.get('vertical-align') === 'super' && IN_SENTENCE.has(tagName)),
  styled('subscript', (css, { tagName }) => css.get('vertical-align') === 'sub' && IN_SENTENCE.has(tagName)),

  { tag: 'strong', mark: 'strong', getAttrs: (element) => (boldness(cssOf(element)) === false ? false : null) },
  { tag: 'b', mark: 'strong', getAttrs: (element) => (boldness(cssOf(element)) === false ? false : null) },
  { tag: 'em, i', mark: 'em', getAttrs: (element) => (isItalic(cssOf(element)) === false ? false : null) },
  { tag: 'u', mark: 'underline' },
  { tag: 's, strike', mark: 'strike' },
  { tag: 'del', mark: 'deleted' },
  { tag: 'sup, .MsoFootnoteReference, .MsoEndnoteReference', mark: 'superscript' },
  { tag: 'sub', mark: 'subscript' },
  { tag: 'code', mark: 'code' },
  {
    tag: 'a[href]',
    mark: 'link',
    getAttrs: (element) => {
      const href = element.getAttribute('href')?.trim() ?? '';
      return isSafeAddress(href) ? { href } : false;
    },
  },

  // Blocks.
  ...[1, 2, 3, 4, 5, 6].map((wanted): ParseRule => ({ tag: `h${wanted}`, node: 'heading', attrs: level(wanted) })),
  {
    tag: '[role=heading]',
    node: 'heading',
    getAttrs: (element) => level(wholeNumber(element.getAttribute('aria-level'), 2)),
  },
  {
    tag: 'p',
    node: 'heading',
    priority: 60,
    getAttrs: (element) => {
      const found = headingLevel(element);
      return found === null ? false : level(found);
    },
  },
  { tag: 'p', node: 'paragraph', getAttrs: (element) => ({ list: wordItem(element), align: alignOf(element) }) },
  {
    tag: 'div[data-css*="mso-list"]',
    node: 'paragraph',
    getAttrs: (element) => ({ list: wordItem(element), align: null }),
  },
  { tag: 'pre', node: 'paragraph', preserveWhitespace: 'full' },
  { tag: 'blockquote > footer, blockquote > cite', node: 'source', priority: 60 },
  { tag: 'blockquote', node: 'quote' },
  { tag: 'ul, menu, dir', node: 'list' },
  {
    tag: 'ol',
    node: 'list',
    getAttrs: (element) => ({
      ordered: true,
      start: Math.max(1, wholeNumber(element.getAttribute('start'), 1)),
      lettered: isLettered(element),
    }),
  },
  {
    tag: 'li',
    node: 'item',
    getAttrs: (element) => ({ level: wholeNumber(element.getAttribute('data-aria-level'), 0) || null }),
  },
  { tag: 'table', node: 'table' },
  { tag: 'caption', node: 'caption' },
  { tag: 'tr', node: 'row' },
  {
    tag: 'td, th',
    node: 'cell',
    getAttrs: (element) => ({
      header: element.tagName === 'TH' || element.closest('table > *')?.tagName === 'THEAD',
      colspan: wholeNumber(element.getAttribute('colspan'), 1),
      rowspan: wholeNumber(element.getAttribute('rowspan'), 1),
      align: alignOf(element),
    }),
  },
  { tag: `hr[${PAGE_BREAK}]`, node: 'pageBreak' },
  { tag: 'br', node: 'hardBreak' },
  {
    tag: 'img',
    node: 'image',
    getAttrs: (element) => ({
      src: element.getAttribute(SRC)?.trim() ?? '',
      alt: (element.getAttribute('alt') ?? '').replace(/\s+/gu, ' ').trim(),
      width: sizeOf(element, 'width'),
      height: sizeOf(element, 'height'),
    }),
  },
  // Blocks that the parser does not know for such.
  { tag: 'dt, main, nav, details, summary, legend, center, optgroup, search, dialog', node: 'section' },
];

/** The parser of HTML that is not our own; its nodes are of `foreign`. */
export const foreignParser = new DOMParser(foreign, [...RULES]);
