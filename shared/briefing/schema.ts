// The schema of a briefing: every node and mark of the document, with its HTML form for the editor and the clipboard.
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { parseChart, readChart } from './chart.ts';
import { chartAlt } from './chartText.ts';

/** What parseDOM needs of an element; the core is compiled without the DOM. */
interface Element {
  getAttribute(name: string): string | null;
}

const inline = 'inline*';

/** Attributes kept on the element as data-*, both ways. */
function dataAttrs(names: readonly string[]) {
  return {
    read: (element: Element) =>
      Object.fromEntries(names.map((name) => [name, element.getAttribute(`data-${name.toLowerCase()}`)])),
    write: (attrs: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(
        names
          .filter((name) => attrs[name] !== null && attrs[name] !== undefined)
          .map((name) => [`data-${name.toLowerCase()}`, String(attrs[name])]),
      ),
  };
}

const titleAttrs = dataAttrs(['portion']);
const headingAttrs = dataAttrs(['slot', 'portion']);
const quotationAttrs = dataAttrs(['factId', 'speaker', 'portion']);
const captionAttrs = dataAttrs(['label', 'target']);
const citationAttrs = dataAttrs(['articleId', 'factId', 'locator']);
const cellAttrs = dataAttrs(['computed']);

/** "300,700" as the widths of a cell's columns; null for anything else. */
function readWidths(text: string | null): number[] | null {
  if (text === null || text.length > 400 || !/^\d{1,5}(?:,\d{1,5})*$/u.test(text)) return null;
  return text.split(',').map(Number);
}

function cellSpec(tag: 'td' | 'th', role: 'cell' | 'header_cell'): NodeSpec {
  return {
    content: 'paragraph+',
    attrs: {
      colspan: { default: 1 },
      rowspan: { default: 1 },
      /** One number per column it covers, read by columnWidths.ts; null while the words decide the widths. */
      colwidth: { default: null },
      align: { default: null },
      /** Working of a computed cell ("904 / 570 = 1.586"); such a cell needs no source (decisions.md). */
      computed: { default: null },
    },
    tableRole: role,
    isolating: true,
    parseDOM: [
      {
        tag,
        getAttrs: (element: Element) => ({
          colspan: Number(element.getAttribute('colspan') ?? 1),
          rowspan: Number(element.getAttribute('rowspan') ?? 1),
          colwidth: readWidths(element.getAttribute('data-colwidth')),
          align: element.getAttribute('data-align'),
          ...cellAttrs.read(element),
        }),
      },
    ],
    toDOM: (node) => [
      tag,
      {
        ...(node.attrs['colspan'] === 1 ? {} : { colspan: String(node.attrs['colspan']) }),
        ...(node.attrs['rowspan'] === 1 ? {} : { rowspan: String(node.attrs['rowspan']) }),
        ...(Array.isArray(node.attrs['colwidth']) ? { 'data-colwidth': node.attrs['colwidth'].join(',') } : {}),
        ...(node.attrs['align'] ? { 'data-align': String(node.attrs['align']) } : {}),
        ...cellAttrs.write(node.attrs),
      },
      0,
    ],
  };
}

/** Labels of captions; each is counted on its own. */
export const CAPTION_LABELS = ['Table', 'Figure', 'Chart'] as const;
export type CaptionLabel = (typeof CAPTION_LABELS)[number];

/** Names of the title block's fields in their printed order; `attrs.name` of a `detail`. */
export const DETAILS = ['reference', 'to', 'from', 'date'] as const;
export type DetailName = (typeof DETAILS)[number];

const nodes = {
  /**
   * `banner`: text printed on every page, or null. `lang`: BCP 47 tag of the briefing's own words. `numbered`: true when
   * its paragraphs are numbered through, as the template asks. `template`: id of the template that the text was changed to,
   * so that undo brings back the one before; null while it is the one of the settings.
   */
  doc: {
    content: 'titleBlock block+',
    attrs: {
      banner: { default: null },
      lang: { default: 'en-GB' },
      numbered: { default: false },
      template: { default: null },
    },
  },

  titleBlock: {
    content: 'title detail*',
    isolating: true,
    defining: true,
    selectable: false,
    parseDOM: [{ tag: 'header.title-block' }],
    toDOM: () => ['header', { class: 'title-block' }, 0],
  },
  /** `portion`: as a paragraph's. */
  title: {
    content: inline,
    marks: 'annotation strong em',
    attrs: { portion: { default: null } },
    defining: true,
    parseDOM: [{ tag: 'h1.title', getAttrs: (element: Element) => titleAttrs.read(element) }],
    toDOM: (node) => ['h1', { class: 'title', ...titleAttrs.write(node.attrs) }, 0],
  },
  /** A line of the title block; `name` is one of DETAILS. */
  detail: {
    content: inline,
    marks: 'annotation',
    attrs: { name: {} },
    defining: true,
    parseDOM: [
      { tag: 'p.detail', getAttrs: (element: Element) => ({ name: element.getAttribute('data-name') ?? 'to' }) },
    ],
    toDOM: (node) => ['p', { class: 'detail', 'data-name': String(node.attrs['name']) }, 0],
  },

  /**
   * `voice`: reported fact (`report`) or own comment (`comment`). `prompt`: what the analyst is asked to write here;
   * shown while the paragraph is empty, never part of the text. `portion`: its portion mark without brackets ("U", "OS"),
   * or null.
   */
  paragraph: {
    content: inline,
    group: 'block',
    attrs: { voice: { default: 'comment' }, prompt: { default: null }, portion: { default: null } },
    parseDOM: [
      {
        tag: 'p',
        getAttrs: (element: Element) => ({
          voice: element.getAttribute('data-voice') ?? 'comment',
          prompt: element.getAttribute('data-prompt'),
          portion: element.getAttribute('data-portion'),
        }),
      },
    ],
    toDOM: (node) => [
      'p',
      {
        ...(node.attrs['voice'] === 'report' ? { 'data-voice': 'report' } : {}),
        ...(node.attrs['prompt'] ? { 'data-prompt': String(node.attrs['prompt']) } : {}),
        ...(node.attrs['portion'] ? { 'data-portion': String(node.attrs['portion']) } : {}),
      },
      0,
    ],
  },
  /** `slot`: id of the template's section that this heading opens, null for the analyst's own. `portion`: as a paragraph's. */
  heading: {
    content: inline,
    group: 'block',
    defining: true,
    attrs: { level: { default: 1 }, slot: { default: null }, portion: { default: null } },
    // The title is the page's h1, so heading 1 of the briefing is h2 in HTML.
    parseDOM: [1, 2, 3, 4].map((level) => ({
      tag: `h${level + 1}`,
      getAttrs: (element: Element) => ({ level, ...headingAttrs.read(element) }),
    })),
    toDOM: (node) => [`h${Number(node.attrs['level']) + 1}`, headingAttrs.write(node.attrs), 0],
  },
  bulletList: {
    content: 'listItem+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    content: 'listItem+',
    group: 'block',
    attrs: { order: { default: 1 } },
    parseDOM: [{ tag: 'ol', getAttrs: (element: Element) => ({ order: Number(element.getAttribute('start') ?? 1) }) }],
    toDOM: (node) => ['ol', node.attrs['order'] === 1 ? {} : { start: String(node.attrs['order']) }, 0],
  },
  listItem: {
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },

  /** A block quotation: the words of `factId` (null: typed by the analyst, not traced) and the line that says whose they are. */
  quotation: {
    content: 'quotationText+ attribution',
    group: 'block',
    defining: true,
    isolating: true,
    attrs: { factId: { default: null }, speaker: { default: null }, portion: { default: null } },
    parseDOM: [{ tag: 'blockquote', getAttrs: (element: Element) => quotationAttrs.read(element) }],
    toDOM: (node) => ['blockquote', { class: 'quotation', ...quotationAttrs.write(node.attrs) }, 0],
  },
  quotationText: {
    content: inline,
    parseDOM: [{ tag: 'p.quotation-text' }, { tag: 'p', context: 'quotation/' }],
    toDOM: () => ['p', { class: 'quotation-text' }, 0],
  },
  attribution: {
    content: inline,
    parseDOM: [{ tag: 'p.attribution', priority: 60 }],
    toDOM: () => ['p', { class: 'attribution' }, 0],
  },

  /** `kind`: `keyFigures` for the table that prefill writes, else null. */
  table: {
    content: 'tableRow+',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    attrs: { kind: { default: null } },
    parseDOM: [{ tag: 'table', getAttrs: (element: Element) => ({ kind: element.getAttribute('data-kind') }) }],
    toDOM: (node) => ['table', node.attrs['kind'] ? { 'data-kind': String(node.attrs['kind']) } : {}, ['tbody', 0]],
  },
  tableRow: {
    content: '(tableCell | tableHeader)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableCell: cellSpec('td', 'cell'),
  tableHeader: cellSpec('th', 'header_cell'),

  /**
   * The caption of the table after it, or of the picture or chart before it. Its label and number ("Table 2") are not part
   * of the text: they follow from its place. `target`: what references name it by, unlike any other caption's.
   */
  caption: {
    content: inline,
    group: 'block',
    defining: true,
    attrs: { label: { default: 'Table' }, target: { default: null } },
    parseDOM: [{ tag: 'p.caption', priority: 60, getAttrs: (element: Element) => captionAttrs.read(element) }],
    toDOM: (node) => ['p', { class: 'caption', ...captionAttrs.write(node.attrs) }, 0],
  },
  /** A series of figures drawn as a chart; `data` is a ChartData (chart.ts). */
  chart: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { data: {} },
    parseDOM: [
      {
        tag: 'figure[data-chart]',
        getAttrs: (element: Element) => {
          const data = parseChart(element.getAttribute('data-chart'));
          return data === null ? false : { data };
        },
      },
    ],
    // Its words are for other programs that it is pasted into.
    toDOM: (node) => {
      const data = readChart(node.attrs['data']);
      const json = JSON.stringify(node.attrs['data']);
      return ['figure', { class: 'chart', 'data-chart': json }, data ? chartAlt(data) : 'A chart that cannot be read'];
    },
  },
  /**
   * `media`: name of a part under media/ of the file. `alt`: the text alternative; always asked for. `width`: per cent of
   * the text's width, or null for the picture's own size.
   */
  image: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { media: {}, alt: { default: '' }, width: { default: null } },
    parseDOM: [
      {
        tag: 'img[data-media]',
        getAttrs: (element: Element) => ({
          media: element.getAttribute('data-media') ?? '',
          alt: element.getAttribute('alt') ?? '',
          width: Number(element.getAttribute('data-width')) || null,
        }),
      },
    ],
    // Without an address: whoever reads it on the clipboard finds the description.
    toDOM: (node) => [
      'img',
      {
        'data-media': String(node.attrs['media']),
        alt: String(node.attrs['alt']),
        ...(node.attrs['width'] ? { 'data-width': String(node.attrs['width']) } : {}),
      },
    ],
  },
  pageBreak: {
    group: 'block',
    atom: true,
    parseDOM: [{ tag: 'hr' }],
    toDOM: () => ['hr', { class: 'page-break' }],
  },
  /** The list of sources; made from the articles wherever it stands, so it holds no text of its own. */
  sourceList: {
    group: 'block',
    atom: true,
    parseDOM: [{ tag: 'div.source-list' }],
    toDOM: () => ['div', { class: 'source-list' }],
  },
  /** A node of a newer format, kept whole: `json` is the node as it was read. */
  opaque: {
    group: 'block',
    atom: true,
    attrs: { json: {} },
    toDOM: () => ['div', { class: 'opaque' }, 'A part made by a newer Chancery. It is kept as it is.'],
  },

  text: { group: 'inline' },
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
    leafText: () => '\n',
  },
  /** A pointer to a place in an article; a footnote in Word. `locator`: "paragraph 6", "page 3" or null. */
  citation: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { articleId: {}, factId: { default: null }, locator: { default: null } },
    parseDOM: [{ tag: 'cite[data-articleid]', getAttrs: (element: Element) => citationAttrs.read(element) }],
    toDOM: (node) => ['cite', citationAttrs.write(node.attrs)],
  },
  /** Names a caption in running text and shows its label and number ("Table 2"). `target`: the caption's. */
  reference: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { target: {} },
    parseDOM: [
      {
        tag: 'a[data-target]',
        priority: 60,
        getAttrs: (element: Element) => ({ target: element.getAttribute('data-target') }),
      },
    ],
    toDOM: (node) => ['a', { class: 'reference', 'data-target': String(node.attrs['target']) }],
  },
} satisfies Record<string, NodeSpec>;

function simpleMark(tag: string, ...also: string[]): MarkSpec {
  return { parseDOM: [tag, ...also].map((name) => ({ tag: name })), toDOM: () => [tag, 0] };
}

/** A mark that ties words to a record by its id; text typed at its edge stays outside. */
function tie(className: string, attr: 'factId' | 'id'): MarkSpec {
  return {
    attrs: { [attr]: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: `span.${className}`,
        getAttrs: (element: Element) => ({ [attr]: element.getAttribute(`data-${attr.toLowerCase()}`) }),
      },
    ],
    toDOM: (mark) => ['span', { class: className, [`data-${attr.toLowerCase()}`]: String(mark.attrs[attr]) }, 0],
  };
}

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (element: Element) => ({ href: element.getAttribute('href') ?? '' }) }],
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noreferrer' }, 0],
  },
  strong: simpleMark('strong', 'b'),
  em: simpleMark('em', 'i'),
  underline: simpleMark('u'),
  strike: simpleMark('s', 'del'),
  superscript: { ...simpleMark('sup'), excludes: 'superscript subscript' },
  subscript: { ...simpleMark('sub'), excludes: 'superscript subscript' },
  code: simpleMark('code'),
  /** Words that give the figure `factId`. */
  figure: tie('figure', 'factId'),
  /** Words quoted in running text from the quote `factId`. */
  quoted: tie('quoted', 'factId'),
  /** A number that is the analyst's own and needs no source. */
  own: { inclusive: false, parseDOM: [{ tag: 'span.own' }], toDOM: () => ['span', { class: 'own' }, 0] },
  /** Annotated words; annotations overlap freely. */
  annotation: { ...tie('annotation', 'id'), excludes: '' },
} satisfies Record<string, MarkSpec>;

export type NodeName = keyof typeof nodes;
export type MarkName = keyof typeof marks;

export const schema = new Schema<NodeName, MarkName>({ nodes, marks });
