// Reads an exported .docx back into plain data by its zip and XML alone; shares no code with the exporter.
import { readCharts, type DocxChart } from './charts.ts';
import { checkPackage } from './checkDocx.ts';
import { child, descend, elements, parseXml, textOf, value, type Element } from './xml.ts';
import { readZip, type Entry } from './zip.ts';

export interface DocxLink {
  readonly href: string;
  readonly text: string;
}

export interface DocxParagraph {
  readonly kind: 'paragraph';
  readonly style: string | null;
  /** Words as a reader sees them: a tab is \t, a break \n; notes and comments leave no trace. */
  readonly text: string;
  /** The same with `[^1]` where footnote 1 is referred to, and with the comma that parts two of them. */
  readonly marked: string;
  readonly links: readonly DocxLink[];
  readonly list: { readonly id: string; readonly level: number } | null;
  readonly align: string | null;
  readonly keepNext: boolean;
  readonly pageBreak: boolean;
}

export interface DocxTable {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly rows: readonly {
    readonly header: boolean;
    readonly cantSplit: boolean;
    readonly cells: readonly {
      readonly span: number;
      readonly merge: string | null;
      readonly paragraphs: readonly DocxParagraph[];
    }[];
  }[];
}

export interface DocxComment {
  readonly id: string;
  readonly author: string;
  readonly initials: string;
  readonly date: string | null;
  readonly dateUtc: string | null;
  /** Paragraphs joined by \n. */
  readonly text: string;
  /** The words it stands on; paragraphs joined by \n. */
  readonly anchored: string;
  /** Id of the comment it answers. */
  readonly parent: string | null;
  readonly done: boolean;
}

export interface DocxMargin {
  readonly kind: 'header' | 'footer';
  /** `first`, `default` or `even`. */
  readonly type: string;
  readonly paragraphs: readonly DocxParagraph[];
  /** Instructions of its fields, trimmed. */
  readonly fields: readonly string[];
  readonly root: Element;
}

export interface DocxFile {
  readonly entries: readonly Entry[];
  readonly xml: ReadonlyMap<string, Element>;
  readonly blocks: readonly (DocxParagraph | DocxTable)[];
  /** All paragraphs of the body, cells included, in order. */
  readonly paragraphs: readonly DocxParagraph[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly links: readonly DocxLink[] }[];
  readonly comments: readonly DocxComment[];
  readonly margins: readonly DocxMargin[];
  /** In the order in which the document shows them. */
  readonly charts: readonly DocxChart[];
  readonly core: Readonly<Record<string, string>>;
  /** `w:lang` of the defaults. */
  readonly language: string | null;
  /** What is wrong with it, a sentence each; empty for a good file. */
  readonly problems: readonly string[];
}

/** Targets of a part's relationships, by id. */
function relations(xml: ReadonlyMap<string, Element>, part: string): Map<string, string> {
  const slash = part.lastIndexOf('/') + 1;
  const root = xml.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return new Map((root ? elements(root) : []).map((one) => [one.attrs['Id'] ?? '', one.attrs['Target'] ?? '']));
}

/** Runs that are no words: the comma that parts two numbers of notes, in the style of these. */
const commas = new WeakSet<Element>();

function findCommas(root: Element): void {
  const isNote = (one: Element | undefined): boolean =>
    one !== undefined && elements(one).some(({ name }) => /^w:(?:foot|end)noteReference$/u.test(name));
  for (const parent of descend(root)) {
    const runs = elements(parent, 'w:r').filter((one) => child(one, 'w:commentReference') === undefined);
    for (const [at, run] of runs.entries()) {
      const style = value(child(run, 'w:rPr', 'w:rStyle'));
      const raised = style === 'FootnoteReference' || style === 'EndnoteReference';
      if (raised && textOf(run) === ',' && isNote(runs[at - 1]) && isNote(runs[at + 1])) commas.add(run);
    }
  }
}

function runText(run: Element, notes: boolean): string {
  if (commas.has(run)) return notes ? ',' : '';
  let text = '';
  for (const one of elements(run)) {
    if (one.name === 'w:t') text += textOf(one);
    else if (one.name === 'w:tab') text += '\t';
    else if (one.name === 'w:br' && one.attrs['w:type'] !== 'page') text += '\n';
    else if (one.name === 'w:cr') text += '\n';
    else if (one.name === 'w:footnoteReference' && notes) text += `[^${one.attrs['w:id'] ?? ''}]`;
  }
  return text;
}

function content(of: Element, notes: boolean): string {
  let text = '';
  for (const one of elements(of)) {
    if (one.name === 'w:r') text += runText(one, notes);
    else if (one.name === 'w:hyperlink') text += content(one, notes);
  }
  return text;
}

function paragraph(p: Element, rels: ReadonlyMap<string, string>): DocxParagraph {
  const pPr = child(p, 'w:pPr');
  const number = child(pPr, 'w:numPr');
  const breaks = [...descend(p)].some((one) => one.name === 'w:br' && one.attrs['w:type'] === 'page');
  return {
    kind: 'paragraph',
    style: value(child(pPr, 'w:pStyle')),
    text: content(p, false),
    marked: content(p, true),
    links: elements(p, 'w:hyperlink').map((one) => ({
      href: rels.get(one.attrs['r:id'] ?? '') ?? '',
      text: content(one, false),
    })),
    list: number ? { id: value(child(number, 'w:numId')) ?? '', level: Number(value(child(number, 'w:ilvl'))) } : null,
    align: value(child(pPr, 'w:jc')),
    keepNext: child(pPr, 'w:keepNext') !== undefined,
    pageBreak: breaks || child(pPr, 'w:pageBreakBefore') !== undefined,
  };
}

function tableOf(tbl: Element, rels: ReadonlyMap<string, string>): DocxTable {
  return {
    kind: 'table',
    widths: elements(child(tbl, 'w:tblGrid') ?? tbl, 'w:gridCol').map((one) => Number(one.attrs['w:w'])),
    rows: elements(tbl, 'w:tr').map((row) => ({
      header: child(row, 'w:trPr', 'w:tblHeader') !== undefined,
      cantSplit: child(row, 'w:trPr', 'w:cantSplit') !== undefined,
      cells: elements(row, 'w:tc').map((cell) => {
        const merge = child(cell, 'w:tcPr', 'w:vMerge');
        return {
          span: Number(value(child(cell, 'w:tcPr', 'w:gridSpan')) ?? 1),
          merge: merge ? (value(merge) ?? 'continue') : null,
          paragraphs: elements(cell, 'w:p').map((p) => paragraph(p, rels)),
        };
      }),
    })),
  };
}

/** What stands between the start and the end of each comment, by comment id. */
function anchoredWords(body: Element): Map<string, string> {
  const open = new Map<string, string>();
  const done = new Map<string, string>();
  const add = (text: string): void => {
    for (const [id, words] of open) open.set(id, words + text);
  };
  let first = true;
  for (const one of descend(body)) {
    const id = one.attrs['w:id'] ?? '';
    if (one.name === 'w:p') {
      if (!first) add('\n');
      first = false;
    } else if (one.name === 'w:commentRangeStart') open.set(id, '');
    else if (one.name === 'w:commentRangeEnd') {
      done.set(id, open.get(id) ?? '');
      open.delete(id);
    } else if (one.name === 'w:r') add(runText(one, false));
  }
  return done;
}

function comments(xml: ReadonlyMap<string, Element>, body: Element): DocxComment[] {
  const root = xml.get('word/comments.xml');
  if (!root) return [];
  const list = (part: string): Element[] =>
    elements(xml.get(`word/${part}.xml`) ?? root).filter((one) => one.name !== 'w:comment');
  const threads = new Map(list('commentsExtended').map((one) => [one.attrs['w15:paraId'] ?? '', one]));
  const durable = new Map(
    list('commentsIds').map((one) => [one.attrs['w16cid:paraId'] ?? '', one.attrs['w16cid:durableId'] ?? '']),
  );
  const dates = new Map(
    list('commentsExtensible').map((one) => [one.attrs['w16cex:durableId'] ?? '', one.attrs['w16cex:dateUtc'] ?? null]),
  );
  const words = anchoredWords(body);
  const byParagraph = new Map<string, string>();
  const paraId = (comment: Element): string => elements(comment, 'w:p').at(-1)?.attrs['w14:paraId'] ?? '';
  for (const one of elements(root, 'w:comment')) byParagraph.set(paraId(one), one.attrs['w:id'] ?? '');
  return elements(root, 'w:comment').map((one) => {
    const id = one.attrs['w:id'] ?? '';
    const thread = threads.get(paraId(one));
    return {
      id,
      author: one.attrs['w:author'] ?? '',
      initials: one.attrs['w:initials'] ?? '',
      date: one.attrs['w:date'] ?? null,
      dateUtc: dates.get(durable.get(paraId(one)) ?? '') ?? null,
      text: elements(one, 'w:p')
        .map((p) => content(p, false))
        .join('\n'),
      anchored: words.get(id) ?? '',
      parent: byParagraph.get(thread?.attrs['w15:paraIdParent'] ?? '') ?? null,
      done: thread?.attrs['w15:done'] === '1',
    };
  });
}

function margins(xml: ReadonlyMap<string, Element>, body: Element): DocxMargin[] {
  const rels = relations(xml, 'word/document.xml');
  const section = elements(body, 'w:sectPr').at(-1);
  return elements(section ?? body).flatMap((one): DocxMargin[] => {
    const kind = one.name === 'w:headerReference' ? 'header' : one.name === 'w:footerReference' ? 'footer' : null;
    const part = `word/${rels.get(one.attrs['r:id'] ?? '') ?? ''}`;
    const root = xml.get(part);
    if (!kind || !root) return [];
    const all = [...descend(root)];
    return [
      {
        kind,
        type: one.attrs['w:type'] ?? '',
        paragraphs: all.filter((each) => each.name === 'w:p').map((each) => paragraph(each, relations(xml, part))),
        fields: all.filter((each) => each.name === 'w:instrText').map((each) => textOf(each).trim()),
        root,
      },
    ];
  });
}

/** Reads the file. Throws only when it is no zip, or a part is no XML; everything else is told in `problems`. */
export function readDocx(file: Uint8Array): DocxFile {
  const entries = readZip(file);
  const xml = new Map<string, Element>();
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/u.test(entry.name)) continue;
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.bytes);
    try {
      xml.set(entry.name, parseXml(source));
    } catch (error) {
      throw new Error(`${entry.name}: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  }
  const body = child(xml.get('word/document.xml'), 'w:body');
  if (!body) throw new Error('word/document.xml has no body');
  findCommas(body);
  const rels = relations(xml, 'word/document.xml');
  const blocks = elements(body).flatMap((one): (DocxParagraph | DocxTable)[] =>
    one.name === 'w:p' ? [paragraph(one, rels)] : one.name === 'w:tbl' ? [tableOf(one, rels)] : [],
  );
  const noteRels = relations(xml, 'word/footnotes.xml');
  const notes = elements(xml.get('word/footnotes.xml') ?? body, 'w:footnote')
    .filter((one) => one.attrs['w:type'] === undefined)
    .map((one) => {
      const paragraphs = elements(one, 'w:p').map((p) => paragraph(p, noteRels));
      return {
        id: one.attrs['w:id'] ?? '',
        text: paragraphs
          .map((p) => p.text)
          .join('\n')
          .trim(),
        links: paragraphs.flatMap((p) => p.links),
      };
    });
  return {
    entries,
    xml,
    blocks,
    paragraphs: [...descend(body)].filter((one) => one.name === 'w:p').map((one) => paragraph(one, rels)),
    notes,
    comments: comments(xml, body),
    margins: margins(xml, body),
    charts: readCharts(entries, xml, () => undefined),
    core: Object.fromEntries(elements(xml.get('docProps/core.xml') ?? body).map((one) => [one.name, textOf(one)])),
    language:
      child(xml.get('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attrs['w:val'] ?? null,
    problems: checkPackage(entries, xml),
  };
}

/** The document as lines that a person can compare: style, words, notes, tables, then notes, comments and page margins. */
export function outline(file: DocxFile): string {
  const line = (p: DocxParagraph): string => {
    const list = p.list ? ` #${p.list.level}` : '';
    const align = p.align ? ` ${p.align}` : '';
    const links = p.links.map((one) => ` <${one.href}>`).join('');
    return `${p.pageBreak ? '=== page ===\n' : ''}${p.style ?? '-'}${list}${align} | ${JSON.stringify(p.marked)}${links}`;
  };
  const lines: string[] = [];
  for (const block of file.blocks) {
    if (block.kind === 'paragraph') {
      lines.push(line(block));
      continue;
    }
    lines.push(`Table ${block.widths.join(' ')}`);
    for (const row of block.rows) {
      lines.push(`  ${row.header ? 'header' : 'row'}${row.cantSplit ? '' : ' may split'}`);
      for (const cell of row.cells) {
        const merge = cell.merge ? ` ${cell.merge}` : '';
        lines.push(`    ${cell.span}${merge}: ${cell.paragraphs.map(line).join(' / ')}`);
      }
    }
  }
  lines.push(
    '',
    ...file.notes.map((one) => `[^${one.id}] ${one.text}${one.links.map((link) => ` <${link.href}>`).join('')}`),
    '',
  );
  for (const one of file.comments) {
    const about = [one.parent === null ? '' : `answers ${one.parent}`, one.done ? 'resolved' : '']
      .filter(Boolean)
      .join(', ');
    lines.push(
      `Comment ${one.id} ${one.author} (${one.initials}) ${one.date ?? '-'} = ${one.dateUtc ?? '-'}${about ? `; ${about}` : ''}`,
    );
    lines.push(`  on ${JSON.stringify(one.anchored)}`, `  ${JSON.stringify(one.text)}`);
  }
  lines.push('');
  for (const one of file.margins) {
    lines.push(
      `${one.kind} ${one.type}: ${one.paragraphs.map(line).join(' / ')}${one.fields.length > 0 ? ` {${one.fields.join(', ')}}` : ''}`,
    );
  }
  lines.push(
    '',
    ...Object.entries(file.core).map(([name, text]) => `${name}: ${text}`),
    `language: ${file.language ?? '-'}`,
    '',
  );
  return lines.join('\n');
}
