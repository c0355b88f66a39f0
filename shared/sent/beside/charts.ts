// The native charts of a sent file: what each draws, and what its workbook says.
import type { Message } from '../../base/result.ts';
import type { Package } from '../../ooxml/package.ts';
import { child, type Element } from '../../ooxml/xml.ts';
import { rangeOf, readWorkbook, type Cell, type Range, type Workbook } from './workbook.ts';

export interface Series {
  readonly name: string;
  readonly categories: readonly string[];
  /** As many as there are categories; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface SentChart {
  readonly title: string;
  /** The title of its value axis. */
  readonly unit: string;
  readonly series: readonly Series[];
  /** What "Edit data" opens on; null when there is no workbook, or none that can be read. */
  readonly workbook: readonly Series[] | null;
  /** Words written by hand over a point, in place of its value. */
  readonly labels: readonly string[];
}

/** An export draws at most 12 series of 60 points. More of one chart are not read, and of all charts together neither. */
const MOST_SERIES = 100;
const MOST_POINTS = 400;
const MOST_VALUES = 200_000;
/** A workbook of a chart has some ten kilobytes; what all of them of a file may have together. */
const MOST_WORKBOOKS = 2 * 1024 * 1024;

/** One series as the part has it, with the formulas of its cells. */
interface Drawn extends Series {
  readonly formulas: { readonly name: string; readonly categories: string; readonly values: string };
}

function textsIn(of: Element | undefined, name: string): string[] {
  if (!of) return [];
  return of.children.flatMap((one) => (one.name === name ? [one.text] : textsIn(one, name)));
}

/** Words typed into a title or label, or taken from a cell. */
function wordsOf(of: Element | undefined): string {
  const typed = textsIn(of, 'a:t');
  return (typed.length > 0 ? typed : textsIn(of, 'c:v')).join('');
}

interface Points {
  readonly formula: string;
  readonly texts: readonly (string | null)[];
}

/** The points under c:cat, c:val or c:tx, whether they are kept from cells or written out. */
function pointsOf(of: Element | undefined): Points {
  const reference = of?.children[0];
  const holder =
    reference === undefined || /Lit$/u.test(reference.name)
      ? reference
      : reference.children.find(({ name }) => /Cache$/u.test(name));
  const formula = child(reference, 'c:f')?.text ?? '';
  // Labels of several levels: the first is the one next to the axis.
  const from = holder?.name === 'c:multiLvlStrCache' ? child(holder, 'c:lvl') : holder;
  const texts: (string | null)[] = [];
  const count = Number(child(holder, 'c:ptCount')?.attrs['val'] ?? '0');
  for (let at = 0; at < Math.min(count, MOST_POINTS); at++) texts.push(null);
  for (const point of from?.children ?? []) {
    const index = Number(point.attrs['idx'] ?? '-1');
    if (point.name !== 'c:pt' || !(index >= 0 && index < MOST_POINTS)) continue;
    while (texts.length <= index) texts.push(null);
    texts[index] = child(point, 'c:v')?.text ?? '';
  }
  return { formula, texts };
}

function numberOf(text: string | null): number | null {
  const number = Number(text ?? '');
  return text === null || text.trim() === '' || !Number.isFinite(number) ? null : number;
}

function seriesOf(element: Element): Drawn {
  const name = pointsOf(child(element, 'c:tx'));
  const typed = child(element, 'c:tx', 'c:v')?.text;
  const categories = pointsOf(child(element, 'c:cat') ?? child(element, 'c:xVal'));
  const values = pointsOf(child(element, 'c:val') ?? child(element, 'c:yVal'));
  const length = Math.max(categories.texts.length, values.texts.length);
  const at = <T>(list: readonly (T | null)[]): (T | null)[] =>
    Array.from({ length }, (_, index) => list[index] ?? null);
  return {
    name: typed ?? name.texts[0] ?? '',
    categories: at(categories.texts).map((text) => text ?? ''),
    values: at(values.texts).map(numberOf),
    formulas: { name: name.formula, categories: categories.formula, values: values.formula },
  };
}

/** Where our own workbooks have series `index`: programs that save a chart anew put words of theirs for the formulas. */
function ourRanges(index: number, length: number) {
  const rows = { row: 1, lastRow: Math.max(1, length) };
  const column = index + 1;
  const first: Range = { sheet: null, column, row: 0, lastColumn: column, lastRow: 0 };
  return {
    name: first,
    categories: { ...first, ...rows, column: 0, lastColumn: 0 },
    values: { ...first, ...rows },
  };
}

function textOf(cell: Cell | null): string {
  return cell === null ? '' : String(cell);
}

function inWorkbook(workbook: Workbook, drawn: readonly Drawn[]): Series[] | null {
  const list: Series[] = [];
  for (const [index, { formulas, values }] of drawn.entries()) {
    const ours = ourRanges(index, values.length);
    const cells = (what: keyof typeof ours): readonly (Cell | null)[] | null => {
      const named = rangeOf(formulas[what]);
      return (named && workbook.cells(named)) ?? workbook.cells(ours[what]);
    };
    const [name, categories, numbers] = [cells('name'), cells('categories'), cells('values')];
    if (!name || !categories || !numbers) return null;
    list.push({
      name: textOf(name[0] ?? null),
      categories: numbers.map((_, at) => textOf(categories[at] ?? null)),
      values: numbers.map((cell) => (typeof cell === 'number' ? cell : numberOf(cell))),
    });
  }
  return list;
}

/** The plots of a chart: `c:barChart`, `c:lineChart` and their kin. */
function plotsOf(root: Element): Element[] {
  return child(root, 'c:chart', 'c:plotArea')?.children.filter(({ name }) => /^c:\w+Chart$/u.test(name)) ?? [];
}

/**
 * Reads the charts behind `targets`, the parts of the file in the order of its text; a part that cannot be read is told and
 * gives null.
 */
export function readCharts(
  pack: Package,
  targets: readonly (string | null)[],
  messages: Message[],
): (SentChart | null)[] {
  let left = MOST_WORKBOOKS;
  const workbookOf = (part: string, root: Element): Workbook | null => {
    const id = child(root, 'c:externalData')?.attrs['r:id'];
    const target = pack.relations(part).find((one) => one.id === id)?.target;
    if (id === undefined || !target) return null;
    const bytes = pack.bytes(target);
    if (!bytes.ok) {
      messages.push({ code: bytes.error.code, text: bytes.error.text });
      return null;
    }
    const fits = bytes.value.length <= left;
    if (fits) left -= bytes.value.length;
    const read = fits ? readWorkbook(bytes.value) : null;
    if (read?.ok) return read.value;
    messages.push({
      code: 'workbook-unread',
      text: `The workbook of a chart (${target}) ${read ? 'cannot be read' : 'is too large'}; only what the chart draws was compared.`,
    });
    return null;
  };
  const known = new Map<string, SentChart | null>();
  let values = 0;
  const read = (part: string): SentChart | null => {
    if (values > MOST_VALUES) return null;
    const root = pack.xml(part);
    if (!root.ok) {
      messages.push({ code: root.error.code, text: root.error.text });
      return null;
    }
    const plots = plotsOf(root.value);
    const drawn = plots
      .flatMap(({ children }) => children.filter(({ name }) => name === 'c:ser'))
      .slice(0, MOST_SERIES)
      .map(seriesOf);
    values += drawn.reduce((sum, one) => sum + one.values.length, 0);
    if (values > MOST_VALUES) {
      messages.push({ code: 'charts-unread', text: 'The file has too many charts; not all of them were compared.' });
    }
    const workbook = workbookOf(part, root.value);
    const axes = child(root.value, 'c:chart', 'c:plotArea')?.children.filter(({ name }) => name === 'c:valAx') ?? [];
    return {
      title: wordsOf(child(root.value, 'c:chart', 'c:title')),
      unit: wordsOf(axes.map((axis) => child(axis, 'c:title')).find((title) => title !== undefined)),
      series: drawn,
      workbook: workbook && inWorkbook(workbook, drawn),
      labels: plots
        .flatMap(({ children }) => children.flatMap((one) => [one, ...one.children]))
        .filter(({ name }) => name === 'c:dLbls')
        .flatMap(({ children }) => children.filter(({ name }) => name === 'c:dLbl'))
        .map((label) => wordsOf(child(label, 'c:tx')))
        .filter((words) => words !== ''),
    };
  };
  return targets.map((part) => {
    if (part === null) return null;
    const chart = known.has(part) ? known.get(part) : read(part);
    known.set(part, chart ?? null);
    return chart ?? null;
  });
}
