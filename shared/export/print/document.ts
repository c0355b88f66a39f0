// The blocks of a Plan as one HTML document.
import type {
  Block,
  Cell,
  ContentsBlock,
  Inline,
  ParagraphBlock,
  Plan,
  PlannedList,
  Row,
  TableBlock,
} from '../plan.ts';
import { blockIndent, itemIndent } from '../indents.ts';
import type { ParagraphStyle } from '../styles.ts';
import { points, printCss } from './css.ts';
import { element, escapeHtml, type Attributes } from './html.ts';
import { inlinesHtml, noteId, noteReferenceId, type PrintContext } from './inlines.ts';
import { listLabel, ListTags } from './lists.ts';
import { verticalMargin } from './margins.ts';

/** The title is the page's only h1, so that heading 1 of the briefing is h2, as in the editor. */
const HEADINGS: Partial<Record<ParagraphStyle, string>> = {
  Title: 'h1',
  Heading1: 'h2',
  Heading2: 'h3',
  Heading3: 'h4',
  Heading4: 'h5',
};

function dirOf(rtl: true | undefined, plan: Plan): string | undefined {
  if (rtl) return plan.rtl ? undefined : 'rtl';
  return plan.rtl ? 'ltr' : undefined;
}

/** Writes the blocks one after the other; what belongs together in HTML (lists, quotations, captions of tables) is held open. */
class Writer {
  readonly #plan: Plan;
  readonly #context: PrintContext;
  readonly #lists: ListTags;
  /** How many items each list has had. */
  readonly #counted: number[];
  #html: string[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#context = { media: plan.media, charts: plan.charts };
    this.#lists = new ListTags();
    this.#counted = plan.lists.map(() => 0);
  }

  write(blocks: readonly Block[]): string {
    this.#html = [];
    const notesAt = this.#notesPlace(blocks);
    for (let at = 0; at < blocks.length; at++) {
      if (at === notesAt) this.#flow(this.#notes());
      const block = blocks[at] as Block;
      const next = blocks[at + 1];
      if (block.kind === 'paragraph' && block.style === 'Caption' && next?.kind === 'table') {
        this.#flow(this.#table(next, block));
        at++;
      } else if (block.kind === 'paragraph' && (block.style === 'Details' || block.style === 'Quote')) {
        const group = this.#likeIt(blocks, at, block.style);
        this.#flow(block.style === 'Details' ? this.#details(group) : this.#quotation(group));
        at += group.length - 1;
      } else {
        this.#block(block, at === blocks.length - 1);
      }
    }
    if (notesAt >= blocks.length) this.#flow(this.#notes());
    this.#html.push(this.#lists.close());
    return this.#html.join('');
  }

  /** A block; one of a new kind does not compile until it has its line here. */
  #block(block: Block, last: boolean): void {
    switch (block.kind) {
      case 'paragraph':
        return this.#paragraphBlock(block, last);
      case 'table':
        return this.#flow(this.#table(block));
      case 'contents':
        return this.#flow(this.#contents(block));
      case 'pageBreak':
        return this.#flow(element('div', { class: 'break' }, ''));
      default:
        return block satisfies never;
    }
  }

  /** HTML that stands in no list. */
  #flow(html: string): void {
    this.#html.push(this.#lists.close(), html);
  }

  #likeIt(blocks: readonly Block[], from: number, style: ParagraphStyle): ParagraphBlock[] {
    const group: ParagraphBlock[] = [];
    for (const block of blocks.slice(from)) {
      const broken = group.length > 0 && block.kind === 'paragraph' && block.pageBreakBefore;
      if (block.kind !== 'paragraph' || block.style !== style || broken) break;
      group.push(block);
    }
    return group;
  }

  #paragraphBlock(block: ParagraphBlock, last: boolean): void {
    // Word needs a paragraph behind a table; its air is all that a page shows of it.
    if (block.style === 'TableGap' && block.inlines.length === 0) {
      if (!last) this.#flow(element('div', { class: 'TableGap gap' }, ''));
      return;
    }
    const list = block.item ? this.#plan.lists[block.item.list] : undefined;
    if (block.item && list && list.kind !== 'paragraphs') {
      const { label, number } = this.#count(block.item.list, list, block.item.level);
      const ordered = list.kind !== 'bullet';
      this.#html.push(
        this.#lists.item(block.item, ordered, number),
        this.#paragraph(
          block,
          { class: list.inset ? 'words inset' : 'words', style: edge(itemIndent(list, block.item.level).left) },
          label,
        ),
      );
    } else if (block.under !== undefined && this.#lists.reach(block.under)) {
      this.#html.push(this.#lists.within(block.under), this.#paragraph(block, { style: edge(blockIndent(block, 0)) }));
    } else if (block.item && list) {
      const { label } = this.#count(block.item.list, list, block.item.level);
      this.#flow(this.#paragraph(block, { class: 'numbered' }, label));
    } else {
      const more = block.inset ? { class: 'inset' } : {};
      this.#flow(this.#paragraph(block, block.under === undefined ? more : { style: edge(blockIndent(block, 0)) }));
    }
  }

  #count(id: number, list: PlannedList, level: number): { readonly label: string; readonly number: number } {
    const number = list.start + (this.#counted[id] ?? 0);
    this.#counted[id] = (this.#counted[id] ?? 0) + 1;
    return { label: listLabel(list.kind, level, number), number };
  }

  #paragraph(block: ParagraphBlock, more: { class?: string; style?: string } = {}, label = ''): string {
    const heading = HEADINGS[block.style];
    const names = [
      block.style,
      more.class,
      block.keepNext ? 'keep' : '',
      block.pageBreakBefore ? 'break' : '',
      block.spaceBefore && !heading ? 'gap' : '',
      block.align,
    ];
    const attributes: Attributes = {
      class: names.filter(Boolean).join(' '),
      id: block.bookmark,
      dir: dirOf(block.rtl, this.#plan),
      style: more.style,
    };
    const number = label === '' ? '' : element('span', { class: 'n' }, escapeHtml(label));
    return element(heading ?? 'p', attributes, number + this.#words(block.inlines));
  }

  #words(inlines: readonly Inline[]): string {
    return inlinesHtml(inlines, this.#context);
  }

  /** The title block: label and words of each line. */
  #details(group: readonly ParagraphBlock[]): string {
    const lines = group.map(({ inlines, rtl }) => {
      const tab = inlines.findIndex(({ kind }) => kind === 'tab');
      const [label, words] = tab < 0 ? [[], inlines] : [inlines.slice(0, tab), inlines.slice(tab + 1)];
      const name = element('dt', {}, this.#words(label));
      const value = element('dd', { dir: dirOf(rtl, this.#plan) }, this.#words(words));
      return element('div', {}, name + value);
    });
    const broken = group[0]?.pageBreakBefore ? ' break' : '';
    return element('dl', { class: `details${broken}` }, lines.join(''));
  }

  #quotation(group: readonly ParagraphBlock[]): string {
    const rtl = group.every((block) => block.rtl) ? true : undefined;
    const words = group.map((block) => this.#paragraph(block)).join('');
    const names = [group[0]?.inset ? 'inset' : '', group[0]?.pageBreakBefore ? 'break' : ''].filter(Boolean);
    return element('blockquote', { class: names.join(' ') || undefined, dir: dirOf(rtl, this.#plan) }, words);
  }

  #contents(block: ContentsBlock): string {
    const entries = block.entries.map(({ level, text, bookmark }) =>
      element('p', { class: `TOC${level}` }, element('a', { href: `#${bookmark}` }, escapeHtml(text))),
    );
    return element('nav', { 'aria-label': 'Contents' }, entries.join(''));
  }

  #table(block: TableBlock, caption?: ParagraphBlock): string {
    const total = block.widths.reduce((sum, one) => sum + one, 0);
    const columns = block.widths
      .map((width) => `<col style="width:${Math.round((width / total) * 1_000_000) / 10_000}%">`)
      .join('');
    const heads = block.rows.findIndex((row) => !row.header);
    const border = heads < 0 ? block.rows.length : heads;
    const head = this.#rows(block, block.rows.slice(0, border), 'col');
    const body = this.#rows(block, block.rows.slice(border), 'row');
    const title = caption ? element('caption', {}, this.#paragraph(caption)) : '';
    return element(
      'table',
      {
        'aria-label': caption ? undefined : block.title,
        dir: dirOf(block.rtl, this.#plan),
        class: caption?.pageBreakBefore ? 'break' : undefined,
      },
      `${title}<colgroup>${columns}</colgroup>` +
        (head === '' ? '' : element('thead', {}, head)) +
        (body === '' ? '' : element('tbody', {}, body)),
    );
  }

  /** The rows of one section: no cell reaches over from the head of a table into its body. */
  #rows(block: TableBlock, rows: readonly Row[], scope: 'col' | 'row'): string {
    const columnsOf = rows.map((row) => {
      let column = 0;
      return new Map(
        row.cells.map((cell) => {
          const at = column;
          column += cell.span;
          return [at, cell] as const;
        }),
      );
    });
    const open = new Set<number>();
    let html = '';
    for (const [index, cells] of columnsOf.entries()) {
      let inner = '';
      for (const [column, cell] of cells) {
        if (cell.merge === 'continue' && open.has(column)) continue;
        let tall = 1;
        while (cell.merge === 'restart' && columnsOf[index + tall]?.get(column)?.merge === 'continue') tall++;
        if (cell.merge === 'restart') open.add(column);
        else open.delete(column);
        inner += this.#cell(cell, column + cell.span === block.widths.length, tall, scope);
      }
      html += element('tr', {}, inner);
    }
    return html;
  }

  #cell(cell: Cell, last: boolean, tall: number, scope: 'col' | 'row'): string {
    const heading = cell.blocks[0]?.style === 'TableHeading';
    return element(
      heading ? 'th' : 'td',
      {
        scope: heading ? scope : undefined,
        class: last ? 'last' : undefined,
        colspan: cell.span > 1 ? cell.span : undefined,
        rowspan: tall > 1 ? tall : undefined,
      },
      cell.blocks.map((block) => this.#paragraph(block)).join(''),
    );
  }

  /** Before the heading of the list of sources, or at the end where there is none. */
  #notesPlace(blocks: readonly Block[]): number {
    if (this.#plan.notes.length === 0) return -1;
    const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.style === 'SourceEntry');
    if (at < 0) return blocks.length;
    const heading = (block: Block | undefined): boolean =>
      block?.kind === 'paragraph' && block.style !== 'Title' && HEADINGS[block.style] !== undefined;
    for (let above = at - 1; above >= 0; above--) if (heading(blocks[above])) return above;
    return at;
  }

  /** Chromium sets no notes at the foot of a page: they stand under a rule of their own, each with the way back. */
  #notes(): string {
    const items = this.#plan.notes.map(({ inlines, rtl }, index) => {
      const number = index + 1;
      const back = { class: 'n', href: `#${noteReferenceId(number)}`, role: 'doc-backlink' };
      return element(
        'li',
        { class: 'EndnoteText words', id: noteId(number), dir: dirOf(rtl, this.#plan) },
        element('a', { ...back, 'aria-label': `Back to note ${number} in the text` }, String(number)) +
          this.#words(inlines),
      );
    });
    const heading = element('h2', { class: 'Heading1' }, 'Notes');
    return element('section', { class: 'notes', role: 'doc-endnotes' }, heading + element('ol', {}, items.join('')));
  }
}

/** The words begin so many twips from the margin. */
function edge(left: number): string {
  return `margin-inline-start:${points(left)}`;
}

/** What the page may load: nothing but its own style and its own pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole document. */
export function documentHtml(plan: Plan): string {
  const vertical = verticalMargin(plan);
  const head =
    '<meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    element('title', {}, escapeHtml(plan.title)) +
    element('style', {}, printCss(plan.page, vertical, plan.runningHead !== ''));
  const attributes = { lang: plan.language, dir: plan.rtl ? 'rtl' : 'ltr' };
  const body = element('body', {}, new Writer(plan).write(plan.blocks));
  return `<!doctype html>${element('html', attributes, element('head', {}, head) + body)}\n`;
}
