// The key figures of a briefing: which figures of the articles are taken, and the table they stand in.
import type { Node } from 'prosemirror-model';
import type { Claim, Figure } from '../facts/fact.ts';
import { oneLine } from '../text/oneLine.ts';
import { periodWords } from './dateWords.ts';
import { overlapFinder } from './overlapFinder.ts';
import { schema } from './schema.ts';

/** decisions.md, How much is prefilled. */
export const MOST_FIGURES = 12;

/** Headings of the columns; the guard reads them to know which cells hold values. */
export const COLUMNS = {
  measure: 'Measure',
  period: 'Period',
  value: 'Value',
  change: 'On the year',
  source: 'Source',
} as const;

/** Words right before a figure that belong to its value; the article's own are kept. */
const QUALIFYING =
  /(?:^|\s)(more than|less than|fewer than|at least|at most|no more than|up to|close to|just over|just under|well over|over|under|above|below|about|around|almost|nearly|roughly|approximately|some|an estimated|exceeding|up|down)\s$/iu;
/** What stands in when the article says it in another place. */
const QUALIFIER_WORDS: Readonly<Record<Figure['qualifier'], string>> = {
  '=': '',
  '~': 'about',
  '<': 'under',
  '>': 'over',
  up: 'up',
  down: 'down',
};
const LONGEST_QUALIFIER = 24;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The words before the figure's own that keep its meaning: "more than"; empty when there are none. */
export function qualifierWords(articleText: string, figure: Figure): string {
  if (figure.qualifier === '=') return '';
  const before = articleText.slice(Math.max(0, figure.start - LONGEST_QUALIFIER), figure.start);
  const found = QUALIFYING.exec(oneLine(before) + (/\s$/u.test(before) ? ' ' : ''));
  if (found) return (found[1] ?? '').toLowerCase();
  // The wording may hold it already: "up to $5m".
  const own = QUALIFYING.test(`${(figure.text.split(/[\d$€£¥₹]/u, 1)[0] ?? '').trimEnd()} `);
  return own ? '' : QUALIFIER_WORDS[figure.qualifier];
}

function periodKey(figure: Figure): string {
  return (figure.period ?? '').replace(/^FY/u, '');
}

function seriesKey(figure: Figure): string {
  return `${figure.articleId}|${oneLine(figure.measure ?? '').toLowerCase()}|${figure.unit ?? ''}`;
}

/** "Two reasons", "both countries": a small count in words is how one writes, not a figure one reads off. */
export function isSmallTalk(figure: Pick<Figure, 'text' | 'value' | 'figureKind'>): boolean {
  if (/\d/u.test(figure.text)) return false;
  const small = typeof figure.value === 'number' && figure.value <= 10;
  return small && ['count', 'number', 'duration'].includes(figure.figureKind);
}

/**
 * The figures for the table, at most `MOST_FIGURES`. Those with measure and period come first, the rest in the order of
 * the text; a series of one measure stands together, by period. Left out: dismissed figures, repetitions, multiples that
 * are a claim about other figures, and small counts in words.
 */
export function chooseFigures(figures: readonly Figure[], claims: readonly Claim[]): Figure[] {
  const finders = new Map<string, ReturnType<typeof overlapFinder>>();
  const claimed = ({ articleId, start, end }: Figure): boolean => {
    const finder =
      finders.get(articleId) ??
      overlapFinder(claims.filter((claim) => claim.articleId === articleId && claim.figureIds.length > 0));
    finders.set(articleId, finder);
    return finder({ start, end });
  };
  const seen = new Set<string>();
  const fit = figures.filter((figure) => {
    if (figure.dismissed) return false;
    if (isSmallTalk(figure)) return false;
    if (figure.figureKind === 'multiple' && claimed(figure)) return false;
    const key = `${seriesKey(figure)}|${figure.period ?? ''}|${String(figure.value)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const known = (figure: Figure): boolean => figure.measure !== null && figure.period !== null;
  const chosen = [...fit.filter(known), ...fit.filter((figure) => !known(figure))].slice(0, MOST_FIGURES);
  const places = new Map<string, number>();
  chosen.forEach((figure, index) => {
    // A figure without a measure is a series of its own.
    const key = figure.measure === null ? figure.id : seriesKey(figure);
    if (!places.has(key)) places.set(key, index);
  });
  const place = (figure: Figure): number => places.get(figure.measure === null ? figure.id : seriesKey(figure)) ?? 0;
  return chosen
    .map((figure, index) => ({ figure, index }))
    .sort(
      (a, b) =>
        place(a.figure) - place(b.figure) ||
        periodKey(a.figure).localeCompare(periodKey(b.figure), 'en') ||
        a.index - b.index,
    )
    .map(({ figure }) => figure);
}

export interface YearlyChange {
  /** "+58.6%", with a true minus sign. */
  readonly text: string;
  /** "904 / 570 = 1.586". */
  readonly computed: string;
}

const PLAIN = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A number without needless digits, at most three decimals, thousands parted by a comma. */
export function plainNumber(value: number): string {
  return `${value < 0 ? '−' : ''}${PLAIN.format(Math.abs(value))}`;
}

/** The largest power of a thousand that leaves every value at least 1: both can then be written short. */
export function sharedScale(values: readonly number[]): number {
  let scale = 1;
  while (values.every((value) => Math.abs(value) >= scale * 1000)) scale *= 1000;
  return scale;
}

/** The year before a period that is one year (`2024`, `FY2023-24`); null for other periods. */
function yearBefore(period: string): string | null {
  const plain = /^(\d{4})$/u.exec(period);
  if (plain) return String(Number(plain[1]) - 1);
  const fiscal = /^FY(\d{4})-(\d{2})$/u.exec(period);
  if (!fiscal) return null;
  const two = (year: number): string => String(year % 100).padStart(2, '0');
  return `FY${Number(fiscal[1]) - 1}-${two(Number(fiscal[2]) + 99)}`;
}

/**
 * The change on the year before, when `figures` hold exactly one value of the same measure and unit for it. Only for amounts
 * given as such: a change of a percentage, or of "about 5,000", would say more than the article does.
 */
export function yearlyChange(figure: Figure, figures: readonly Figure[]): YearlyChange | null {
  const amount = (one: Figure): boolean =>
    one.qualifier === '=' && ['money', 'count', 'quantity', 'number'].includes(one.figureKind);
  if (figure.measure === null || figure.period === null || !amount(figure)) return null;
  const year = yearBefore(figure.period);
  const series = figures.filter((one) => seriesKey(one) === seriesKey(figure));
  const earlier = series.filter((one) => one.period === year && amount(one));
  const same = series.filter((one) => one.period === figure.period);
  const base = earlier.length === 1 && same.length === 1 ? earlier[0]?.value : undefined;
  const value = figure.value;
  if (typeof base !== 'number' || typeof value !== 'number' || base <= 0 || value < 0) return null;
  const ratio = value / base;
  const percent = Math.round((ratio - 1) * 1000) / 10;
  const scale = sharedScale([value, base].filter((one) => one > 0));
  return {
    text: `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(1)}%`,
    computed: `${plainNumber(value / scale)} / ${plainNumber(base / scale)} = ${ratio.toFixed(3)}`,
  };
}

/** What the table needs to know of a figure's article. */
export interface FigurePlace {
  readonly articleText: string;
  /** Number of the paragraph the figure stands in. */
  readonly paragraph: number;
}

function cell(header: boolean, align: 'right' | null, content: readonly Node[], computed: string | null = null): Node {
  const type = header ? schema.nodes.tableHeader : schema.nodes.tableCell;
  // A table states what is reported; only what we computed is our own.
  const voice = computed === null && !header ? 'report' : 'comment';
  return type.create({ align, computed }, schema.nodes.paragraph.create({ voice }, content));
}

/** The measure for a reader: the article's words, else what is counted. */
function measureWords(figure: Figure): string {
  if (figure.measure) return capital(oneLine(figure.measure));
  if (figure.unit && figure.figureKind === 'count') return `Number of: ${figure.unit}`;
  return 'not given';
}

export type Column = keyof typeof COLUMNS;

/** The column that a heading names; null for one of the analyst's own. */
export function columnOf(heading: string): Column | null {
  const words = oneLine(heading).trim().toLowerCase();
  const found = Object.entries(COLUMNS).find(([, name]) => name.toLowerCase() === words);
  return (found?.[0] as Column | undefined) ?? null;
}

/** The cell of a figure in one column. `change`: "not given" and the like is for the table to say. */
function figureCell(figure: Figure, column: Column, place: FigurePlace, change: YearlyChange | string): Node {
  const { articleText, paragraph } = place;
  const text = (words: string): Node[] => [schema.text(words)];
  switch (column) {
    case 'measure':
      return cell(false, null, text(measureWords(figure)));
    case 'period':
      return cell(false, null, text(figure.period ? capital(periodWords(figure.period)) : 'not given'));
    case 'value': {
      const qualifier = qualifierWords(articleText, figure);
      const value = schema.text(oneLine(figure.text), [schema.marks.figure.create({ factId: figure.id })]);
      return cell(false, 'right', qualifier ? [schema.text(`${qualifier} `), value] : [value]);
    }
    case 'change':
      return typeof change === 'string'
        ? cell(false, 'right', text(change))
        : cell(false, 'right', text(change.text), change.computed);
    case 'source': {
      const citation = schema.nodes.citation.create({
        articleId: figure.articleId,
        factId: figure.id,
        locator: `paragraph ${paragraph}`,
      });
      return cell(false, null, [schema.text(`¶${paragraph}`), citation]);
    }
  }
}

/**
 * A row for a figure in a table with these columns, null standing for one that is not of key figures: its cell is left
 * empty. The change on the year is reckoned among `figures`.
 */
export function keyFigureRow(
  figure: Figure,
  columns: readonly (Column | null)[],
  place: FigurePlace,
  figures: readonly Figure[],
): Node {
  const change = yearlyChange(figure, figures) ?? 'not given';
  const empty = (): Node => schema.nodes.tableCell.create(null, schema.nodes.paragraph.create());
  return schema.nodes.tableRow.create(
    null,
    columns.map((column) => (column === null ? empty() : figureCell(figure, column, place, change))),
  );
}

/** The table of `figures`; `placeOf` says where each stands. Throws RangeError without figures. */
export function keyFiguresTable(figures: readonly Figure[], placeOf: (figure: Figure) => FigurePlace): Node {
  if (figures.length === 0) throw new RangeError('A table of key figures needs at least one figure.');
  const changes = figures.map((figure) => yearlyChange(figure, figures));
  const withChanges = changes.some((change) => change !== null);
  const columns: Column[] = ['measure', 'period', 'value', ...(withChanges ? (['change'] as const) : []), 'source'];
  const right: ReadonlySet<Column> = new Set<Column>(['value', 'change']);
  const header = schema.nodes.tableRow.create(
    null,
    columns.map((column) => cell(true, right.has(column) ? 'right' : null, [schema.text(COLUMNS[column])])),
  );
  const rows = figures.map((figure, index) => {
    const inSeries = figures.some((one, i) => seriesKey(one) === seriesKey(figure) && changes[i]);
    const change = changes[index] ?? (inSeries ? '–' : 'not given');
    const place = placeOf(figure);
    return schema.nodes.tableRow.create(
      null,
      columns.map((column) => figureCell(figure, column, place, change)),
    );
  });
  return schema.nodes.table.create({ kind: 'keyFigures' }, [header, ...rows]);
}
