// pageSheet: a printed page drawn in a shadow root, sheet by sheet: the briefing's own style, no script, nothing fetched.
import type { PrintPage } from '../../shared/printPage.ts';

/** CSS pixels in an inch. */
const INCH = 96;
const SIZES = { A4: { width: 210 / 25.4, height: 297 / 25.4 }, Letter: { width: 8.5, height: 11 } } as const;
/** The first sheet is told from the others by its top margin (shared/export/print/margins.ts); in points, with room to spare. */
const FIRST = 1.5;

export interface Sheets {
  /** How many sheets there are, once the text is laid out. */
  count(): number;
  /** Shows a sheet, from 1. */
  show(number: number): void;
}

export interface PaperSize {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export function paperOf(size: PrintPage['size']): PaperSize {
  return { width: SIZES[size].width * INCH, height: SIZES[size].height * INCH };
}

interface Parted {
  readonly css: string;
  readonly doc: Document;
}

/** `html` without what stands from `open` to `close`, and that; it is there once or not at all. */
function without(html: string, open: string, close: string): { readonly rest: string; readonly inner: string } {
  const from = html.indexOf(open);
  const to = html.indexOf(close, from);
  if (from < 0 || to < 0) return { rest: html, inner: '' };
  return { rest: html.slice(0, from) + html.slice(to + close.length), inner: html.slice(from + open.length, to) };
}

/**
 * Parts the style from the words. The policy of the window refuses style sheets and style attributes in HTML, even in a
 * document that is only read: the sheet is adopted, and the attributes are set through the object model.
 */
function parted(html: string): Parted {
  const style = without(html, '<style>', '</style>');
  const { rest } = without(style.rest, '<head>', '</head>');
  // A quotation mark stands in no text: only in tags.
  const doc = new DOMParser().parseFromString(rest.replaceAll(' style="', ' data-style="'), 'text/html');
  return { css: style.inner, doc };
}

function adopt(from: ParentNode & Node): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const child of [...from.childNodes]) fragment.append(document.adoptNode(child));
  for (const element of fragment.querySelectorAll('script, style, link, meta, iframe, object, embed')) element.remove();
  for (const element of fragment.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
  return fragment;
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** How the text is cut into sheets: columns as large as what a sheet holds, of which one is seen. */
function frameCss({ size, margins }: PrintPage): string {
  const { width, height } = paperOf(size);
  const [side, vertical] = [margins.side * INCH, margins.vertical * INCH];
  return `
:host{display:block}
.paper{position:relative;width:${width}px;height:${height}px;overflow:hidden;background:#fff;color:#000;transform-origin:0 0}
.window{position:absolute;top:${vertical}px;left:${side}px;width:${width - 2 * side}px;height:${height - 2 * vertical}px;overflow:hidden}
.flow{height:${height - 2 * vertical}px;columns:${width - 2 * side}px auto;column-gap:${2 * side}px;column-fill:auto}
.flow .break{break-before:column}
.head,.foot{position:absolute;left:0;width:100%;height:${vertical}px}
.head{top:0}
.head.first{height:calc(${vertical}px + ${FIRST}pt)}
.foot{bottom:0}
.head .sheet-head{margin-top:0}
.foot .sheet-foot{margin-bottom:0}
`;
}

/** Draws `page` into `root` in place of what is there. */
export function drawSheets(root: ShadowRoot, page: PrintPage): Sheets {
  const body = parted(page.html);
  const head = parted(page.header);
  const foot = parted(page.footer);
  // The rules of the body are those of the flow.
  const css = body.css.replace(/^body\{/mu, '.flow{');
  root.adoptedStyleSheets = [css, head.css, foot.css, frameCss(page)].map(sheetOf);
  const part = (className: string, content: DocumentFragment): HTMLElement => {
    const box = document.createElement('div');
    box.className = className;
    box.append(content);
    return box;
  };
  const flow = part('flow', adopt(body.doc.body));
  flow.lang = body.doc.documentElement.lang;
  flow.dir = body.doc.documentElement.dir || 'ltr';
  const above = part('head', adopt(head.doc.body));
  const below = part('foot', adopt(foot.doc.body));
  const view = part('window', document.createDocumentFragment());
  view.append(flow);
  const paper = part('paper', document.createDocumentFragment());
  // A picture: nothing in it is pressed or heard.
  paper.inert = true;
  paper.append(above, view, below);
  root.replaceChildren(paper);

  const { width } = paperOf(page.size);
  const side = page.margins.side * INCH;
  const step = width;
  const count = (): number => Math.max(1, Math.round((flow.scrollWidth + 2 * side) / step));
  return {
    count,
    show(number) {
      const rtl = flow.dir === 'rtl' ? 1 : -1;
      flow.style.transform = `translateX(${rtl * (number - 1) * step}px)`;
      above.classList.toggle('first', number === 1);
      for (const slot of [above, below]) {
        for (const one of slot.querySelectorAll('.pageNumber')) one.textContent = String(number);
        for (const one of slot.querySelectorAll('.totalPages')) one.textContent = String(count());
      }
    },
  };
}
