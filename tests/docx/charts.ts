// Reads the charts of an exported .docx with their workbooks, and says what is wrong with them; shares no code with the exporter.
import { child, descend, elements, parseXml, textOf, type Element } from './xml.ts';
import { readZip, type Entry } from './zip.ts';

type Parts = ReadonlyMap<string, Element>;

export interface DocxChart {
  /** Name of its part. */
  readonly part: string;
  readonly kind: 'bar' | 'line';
  /** Null when it has none. */
  readonly title: string | null;
  /** Title of the value axis, or null. */
  readonly unit: string | null;
  readonly categories: readonly string[];
  /** Null where there is a gap. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** The text alternative in the document. */
  readonly alt: string;
  /** Cells of the workbook by their place ("B2"); numbers as numbers. */
  readonly cells: ReadonlyMap<string, string | number>;
  readonly root: Element;
}

const WORKBOOK_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet1\.xml)$/u;

function decode(entry: Entry): Element {
  return parseXml(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.bytes));
}

function attribute(of: Element | undefined): string | null {
  return of?.attrs['val'] ?? null;
}

/** What a part points to, by id; the targets without the way to them. */
function targets(xml: Parts, part: string): Map<string, { readonly type: string; readonly name: string }> {
  const slash = part.lastIndexOf('/') + 1;
  const rels = xml.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return new Map(
    (rels ? elements(rels) : []).map(({ attrs }) => [
      attrs['Id'] ?? '',
      {
        type: (attrs['Type'] ?? '').replace(/^.*\//u, ''),
        name: new URL(attrs['Target'] ?? '', `file:///${part.slice(0, slash)}`).pathname.slice(1),
      },
    ]),
  );
}

/** The cells of a workbook's sheet, and what a workbook of ours may not hold. */
export function readWorkbook(bytes: Uint8Array): {
  readonly cells: ReadonlyMap<string, string | number>;
  /** Cells with the apostrophe that keeps words from being read as a formula. */
  readonly apostrophes: readonly string[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const entries = readZip(bytes);
  if (entries[0]?.name !== '[Content_Types].xml')
    problems.push('The content types are not the first part of a workbook.');
  const parts = new Map(entries.map((entry): [string, Element] => [entry.name, decode(entry)]));
  for (const [name, root] of parts) {
    if (!WORKBOOK_PARTS.test(name)) problems.push(`The workbook holds ${name}.`);
    for (const one of descend(root)) {
      if (one.name === 'f') problems.push(`The workbook holds the formula "${textOf(one)}".`);
      if (one.attrs['TargetMode'] === 'External') problems.push('The workbook points out of itself.');
    }
  }
  const cells = new Map<string, string | number>();
  const apostrophes: string[] = [];
  const formats = elements(child(parts.get('xl/styles.xml'), 'cellXfs') ?? { name: '', attrs: {}, children: [] }, 'xf');
  const sheet = parts.get('xl/worksheets/sheet1.xml');
  for (const row of sheet ? elements(child(sheet, 'sheetData') ?? sheet, 'row') : []) {
    for (const cell of elements(row, 'c')) {
      const at = cell.attrs['r'] ?? '';
      if (cells.has(at)) problems.push(`The cell ${at} stands twice.`);
      if (formats[Number(cell.attrs['s'] ?? 0)]?.attrs['quotePrefix'] === '1') apostrophes.push(at);
      const text = cell.attrs['t'] === 'inlineStr';
      cells.set(at, text ? textOf(child(cell, 'is', 't')) : Number(textOf(child(cell, 'v'))));
    }
  }
  return { cells, apostrophes, problems };
}

/** The points of a cache by their index; null where there is none. */
function cached(cache: Element | undefined): (string | null)[] {
  if (!cache) return [];
  const points = new Map(elements(cache, 'c:pt').map((one) => [Number(one.attrs['idx']), textOf(child(one, 'c:v'))]));
  return Array.from({ length: Number(attribute(child(cache, 'c:ptCount'))) }, (_, at) => points.get(at) ?? null);
}

/** The cells that "Sheet1!$A$2:$A$4" names; only one column is asked for. */
function named(formula: string): string[] | null {
  const found = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/u.exec(formula);
  if (!found || (found[3] !== undefined && found[3] !== found[1])) return null;
  const [from, to] = [Number(found[2]), Number(found[4] ?? found[2])];
  return Array.from({ length: to - from + 1 }, (_, at) => `${found[1] ?? ''}${from + at}`);
}

function richText(title: Element | undefined): string | null {
  if (!title) return null;
  return [...descend(title)]
    .filter((one) => one.name === 'a:t')
    .map(textOf)
    .join('');
}

/** Checks that a reference's cells hold what its cache says. */
function compare(reference: Element, cells: DocxChart['cells'], say: (text: string) => void): (string | null)[] {
  const formula = textOf(child(reference, 'c:f'));
  const values = cached(child(reference, 'c:strCache') ?? child(reference, 'c:numCache'));
  const numeric = reference.name === 'c:numRef';
  const places = named(formula);
  if (places?.length !== values.length) say(`The formula "${formula}" does not name ${values.length} cells.`);
  for (const [at, value] of values.entries()) {
    const cell = cells.get(places?.[at] ?? '');
    const told = value === null || (value === '' && !numeric) ? undefined : numeric ? Number(value) : value;
    if (cell !== told) say(`The chart says ${String(value)} where its workbook says ${String(cell)}.`);
  }
  return values;
}

/** Every chart that the document shows, in its order; what is wrong with it is said. */
export function readCharts(entries: readonly Entry[], xml: Parts, say: (text: string) => void): DocxChart[] {
  const document = xml.get('word/document.xml');
  if (!document) return [];
  const rels = targets(xml, 'word/document.xml');
  const charts: DocxChart[] = [];
  const embedded = new Set<string>();
  for (const drawing of [...descend(document)].filter((one) => one.name === 'w:drawing')) {
    const shown = [...descend(drawing)].find((one) => one.name === 'c:chart');
    if (!shown) continue;
    const part = rels.get(shown.attrs['r:id'] ?? '')?.name ?? '';
    const root = xml.get(part);
    const plot = child(root, 'c:chart', 'c:plotArea');
    const drawn = child(plot, 'c:barChart') ?? child(plot, 'c:lineChart');
    const alt = [...descend(drawing)].find((one) => one.name === 'wp:docPr')?.attrs['descr'] ?? '';
    if (!root || !plot || !drawn) {
      say(`The chart ${part} cannot be read.`);
      continue;
    }
    if (charts.some((one) => one.part === part)) say(`The chart ${part} is shown twice.`);
    if (alt.trim() === '') say(`The chart ${part} has no text alternative.`);
    const data = child(root, 'c:externalData');
    const book = targets(xml, part).get(data?.attrs['r:id'] ?? '');
    const bytes = entries.find(({ name }) => name === book?.name)?.bytes;
    if (book?.type !== 'package' || !bytes) say(`The chart ${part} has no workbook.`);
    if (attribute(child(data, 'c:autoUpdate')) !== '0') say(`The chart ${part} fetches its data when it is opened.`);
    if (book) embedded.add(book.name);
    const { cells, problems } = bytes ? readWorkbook(bytes) : { cells: new Map<string, string>(), problems: [] };
    problems.forEach(say);
    for (const one of descend(root)) {
      if (/^c:(?:numFmt)$/u.test(one.name) && one.attrs['formatCode'] === 'General')
        say(`${part} leaves a format open.`);
      if (one.name === 'c:formatCode' && textOf(one) === 'General') say(`${part} leaves a format open.`);
    }
    let categories: readonly string[] = [];
    const series = elements(drawn, 'c:ser').map((one) => {
      const name = compare(child(one, 'c:tx', 'c:strRef') ?? one, cells, say)[0] ?? '';
      categories = compare(child(one, 'c:cat', 'c:strRef') ?? one, cells, say).map((text) => text ?? '');
      const values = compare(child(one, 'c:val', 'c:numRef') ?? one, cells, say);
      return { name, values: values.map((value) => (value === null ? null : Number(value))) };
    });
    charts.push({
      part,
      kind: drawn.name === 'c:barChart' ? 'bar' : 'line',
      title: richText(child(root, 'c:chart', 'c:title')),
      unit: richText(child(plot, 'c:valAx', 'c:title')),
      categories,
      series,
      alt,
      cells,
      root,
    });
  }
  for (const { name } of entries) {
    if (/^word\/charts\/[^/]*$/u.test(name) && !charts.some(({ part }) => part === name)) {
      say(`The chart ${name} is shown nowhere.`);
    }
    if (name.startsWith('word/embeddings/') && !embedded.has(name)) say(`${name} is no chart’s workbook.`);
  }
  return charts;
}
