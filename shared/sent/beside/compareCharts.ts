// compareCharts: the charts of a sent file against those that were exported, value by value, in what they draw and in their workbooks.
import type { ChartData } from '../../briefing/chart.ts';
import { chartNumber, isPercent } from '../../briefing/chartText.ts';
import { chartValueFault } from '../../check/chartGuard.ts';
import { shortened } from '../../check/findingWords.ts';
import type { Fact } from '../../facts/fact.ts';
import { lineKey } from '../lines.ts';
import type { SentChart, Series } from './charts.ts';
import type { BesideFinding } from './finding.ts';
import { pairUp } from './pairUp.ts';

/** A chart as it was drawn. `index` counts the chart nodes of the document, from 0. */
export interface ExportedChart {
  readonly index: number;
  readonly chart: ChartData;
}

/** More of one chart are counted, not told. */
const MOST_TOLD = 20;

type Value = number | null;

/** A spreadsheet writes a name that looks like one of its escapes (`_x000D_`) with its first letter escaped; some do so again. */
const ESCAPED = /_(?:x005F_)+(?=x[\dA-F]{4}_)/giu;

function key(text: string): string {
  return lineKey(text.replace(ESCAPED, '_')).toLowerCase();
}

/** The same number, as far as programs keep one: some write seventeen digits, others fifteen. */
function same(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9;
}

/** For each name of `was` its index in `is`, or -1: sorted anew they are the same; as many of them are renamed in place. */
function matchNames(was: readonly string[], is: readonly string[]): number[] {
  const [ours, theirs] = [was.map(key), is.map(key)];
  const known = new Set(theirs);
  const sorted =
    known.size === theirs.length && new Set(ours).size === ours.length && ours.every((name) => known.has(name));
  return ours.map((name, at) => (was.length === is.length && !sorted ? at : theirs.indexOf(name)));
}

interface Renamed {
  readonly was: string;
  readonly is: string;
}

interface Read {
  /** The values that stand at the places of the exported ones, by series and category. */
  readonly values: readonly (readonly Value[])[];
  /** Values that stand at no place of the exported ones. */
  readonly more: readonly { readonly series: string; readonly category: string; readonly value: number }[];
  readonly renamed: readonly Renamed[];
}

/** Lays `found` over the exported chart. */
function readOver(chart: ChartData, found: readonly Series[]): Read {
  const seriesAt = matchNames(
    chart.series.map(({ name }) => name),
    found.map(({ name }) => name),
  );
  const renamed = new Map<string, Renamed>();
  const rename = (was: string, is: string): void => {
    if (key(was) !== key(is)) renamed.set(`${was}\n${is}`, { was, is });
  };
  const more: { series: string; category: string; value: number }[] = [];
  const addAll = ({ name, categories, values }: Series, left: (at: number) => boolean): void => {
    values.forEach((value, at) => {
      if (value !== null && left(at)) more.push({ series: name, category: categories[at] ?? '', value });
    });
  };
  const values = chart.series.map(({ name }, index): readonly Value[] => {
    const series = found[seriesAt[index] ?? -1];
    if (!series) return chart.categories.map(() => null);
    rename(name, series.name);
    const places = matchNames(chart.categories, series.categories);
    chart.categories.forEach((category, at) => {
      const is = series.categories[places[at] ?? -1];
      if (is !== undefined) rename(category, is);
    });
    const used = new Set(places);
    addAll(series, (at) => !used.has(at));
    return places.map((place) => series.values[place] ?? null);
  });
  const usedSeries = new Set(seriesAt);
  for (const [index, series] of found.entries()) if (!usedSeries.has(index)) addAll(series, () => true);
  return { values, more, renamed: [...renamed.values()] };
}

/** Equal for charts that draw the same. */
function fingerprint(series: readonly Series[]): string {
  const value = (one: Value): string => (one === null ? '' : one.toPrecision(9));
  return JSON.stringify(
    series.map(({ name, categories, values }) => [key(name), categories.map(key), values.map(value)]),
  );
}

function printed(value: Value): string {
  return value === null ? 'no value' : chartNumber(value);
}

function called(title: string): string {
  return title === '' ? 'a chart' : `the chart “${shortened(title)}”`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is said of one value. `inBook`: undefined when there is no workbook to compare. */
function valueFinding(
  was: Value,
  drawn: Value,
  inBook: Value | undefined,
  name: (value: Value) => string,
  isRounding: (value: number) => boolean,
): Omit<BesideFinding, 'place'> | null {
  const bookSame = inBook === undefined || same(inBook, was);
  if (same(drawn, was)) {
    if (bookSame) return null;
    return {
      kind: 'altered-figure',
      severity: 'settle',
      title: `“${name(was)}” in a chart has another value in its workbook`,
      detail: `The chart draws ${printed(was)} as it was exported; its workbook, which opens on “Edit data”, has ${printed(inBook)}.`,
    };
  }
  const book =
    inBook === undefined
      ? ''
      : bookSame
        ? ' Its workbook still has that.'
        : same(inBook, drawn)
          ? ' Its workbook was altered as well.'
          : ` Its workbook has ${printed(inBook)}.`;
  if (drawn === null) {
    return {
      kind: 'altered-chart',
      severity: bookSame || inBook === null ? 'look' : 'settle',
      title: `“${name(was)}” was taken out of a chart after the export`,
      detail: `The export drew ${printed(was)}.${book}`,
    };
  }
  if (was === null) {
    return {
      kind: 'unsourced-figure',
      severity: 'look',
      title: `“${name(drawn)}” was put into a chart after the export`,
      detail: `The export drew nothing there, and no source is told.${book}`,
    };
  }
  const rounded = isRounding(drawn) && (inBook === undefined || inBook === null || bookSame || isRounding(inBook));
  return {
    kind: 'altered-figure',
    severity: rounded ? 'look' : 'settle',
    title: `“${name(drawn)}” in a chart was altered after the export`,
    detail: `The export drew ${printed(was)}.${rounded ? ' What stands there now is a correct rounding of the source’s figure.' : ''}${book}`,
  };
}

/** What differs between an exported chart and the one in its place. */
function differences(
  chart: ChartData,
  is: SentChart,
  facts: ReadonlyMap<string, Fact>,
): Omit<BesideFinding, 'place'>[] {
  const found: Omit<BesideFinding, 'place'>[] = [];
  const drawn = readOver(chart, is.series);
  const book = is.workbook && readOver(chart, is.workbook);
  const several = chart.series.length > 1;
  const named = (series: string, category: string, value: Value): string =>
    shortened(
      `${several ? `${series}, ` : ''}${category}: ${printed(value)} ${value === null ? '' : chart.unit}`.trim(),
    );
  chart.series.forEach(({ name, points }, row) => {
    points.forEach(({ value, factId }, at) => {
      const fact = factId === null ? undefined : facts.get(factId);
      const finding = valueFinding(
        value,
        drawn.values[row]?.[at] ?? null,
        book ? (book.values[row]?.[at] ?? null) : undefined,
        (shown) => named(name, chart.categories[at] ?? '', shown),
        (shown) => fact?.kind === 'figure' && chartValueFault(fact, shown, chart.unit) === null,
      );
      if (finding) found.push({ ...finding, factId });
    });
  });
  for (const { series, category, value } of drawn.more) {
    found.push({
      kind: 'unsourced-figure',
      severity: 'look',
      title: `“${named(series, category, value)}” was put into a chart after the export`,
      detail: 'The export drew nothing there, and no source is told.',
    });
  }
  const renamedDrawn = new Set(drawn.renamed.map(({ was, is: now }) => `${was}\n${now}`));
  for (const [{ was, is: now }, inBook] of [
    ...drawn.renamed.map((one) => [one, false] as const),
    ...(book?.renamed ?? []).map((one) => [one, true] as const),
  ]) {
    if (inBook && renamedDrawn.has(`${was}\n${now}`)) continue;
    found.push({
      kind: inBook ? 'altered-chart' : 'altered-figure',
      severity: inBook ? 'look' : 'settle',
      title: `“${shortened(was)}” in ${called(chart.title)} is called “${shortened(now)}”${inBook ? ' in its workbook' : ' since the export'}`,
      detail: 'Its values stand under another name than they were exported with.',
    });
  }
  const unit = isPercent(chart.unit) ? '' : chart.unit;
  if (key(unit) !== key(is.unit)) {
    found.push({
      kind: is.unit === '' ? 'altered-chart' : 'altered-figure',
      severity: is.unit === '' ? 'look' : 'settle',
      title: `The unit of ${called(chart.title)} was ${is.unit === '' ? 'taken out' : 'altered'} after the export`,
      detail: `It was ${unit === '' ? 'without one' : `“${shortened(unit)}”`}${is.unit === '' ? '' : ` and is “${shortened(is.unit)}”`}.`,
    });
  }
  if (key(chart.title) !== key(is.title)) {
    found.push({
      kind: 'altered-chart',
      severity: 'look',
      title: `The title of ${called(chart.title)} was ${is.title === '' ? 'taken out' : 'altered'} after the export`,
      detail: is.title === '' ? 'It has none now.' : `It is “${shortened(is.title)}” now.`,
    });
  }
  const values = is.series.flatMap((one) => one.values.flatMap((value) => (value === null ? [] : [value])));
  for (const label of is.labels) {
    const says = values.some((value) => label.includes(chartNumber(value)) || label.includes(String(value)));
    if (says || !/\p{N}/u.test(label)) continue;
    found.push({
      kind: 'altered-figure',
      severity: 'settle',
      title: `“${shortened(label)}” is written by hand over a value of ${called(chart.title)}`,
      detail: 'A reader sees these words in place of the value; no value of the chart is so.',
    });
  }
  return found;
}

function told(findings: readonly Omit<BesideFinding, 'place'>[], chart: ChartData): Omit<BesideFinding, 'place'>[] {
  const rest = findings.slice(MOST_TOLD);
  if (rest.length === 0) return [...findings];
  return [
    ...findings.slice(0, MOST_TOLD),
    {
      kind: 'altered-chart',
      severity: rest.some(({ severity }) => severity === 'settle') ? 'settle' : 'look',
      title: `${rest.length} more ${rest.length === 1 ? 'thing' : 'things'} in ${called(chart.title)} differ from the export`,
      detail: 'Compare the chart with the one that was exported.',
    },
  ];
}

/** Compares. `exported`: the charts that were drawn; those that could not be drawn are tables of the text. */
export function compareCharts(
  exported: readonly ExportedChart[],
  found: readonly SentChart[],
  facts: ReadonlyMap<string, Fact>,
): BesideFinding[] {
  const exportedPrints = exported.map((one) => {
    const { title, categories, series } = one.chart;
    const drawn = series.map(({ name, points }) => ({ name, categories, values: points.map(({ value }) => value) }));
    return { ...one, title: key(title), print: fingerprint(drawn) };
  });
  const foundPrints = found.map((chart) => ({ chart, title: key(chart.title), print: fingerprint(chart.series) }));
  const { pairs, missing, added, moved } = pairUp(exportedPrints, foundPrints, [
    (was, is) => was.title === is.title && was.print === is.print,
    (was, is) => was.print === is.print,
    (was, is) => was.title !== '' && was.title === is.title,
    () => true,
  ]);
  const at = (index: number) => ({ node: 'chart', index }) as const;
  const findings: BesideFinding[] = pairs.flatMap(({ was, is }) =>
    told(differences(was.chart, is.chart, facts), was.chart).map((one) => ({ ...one, place: at(was.index) })),
  );
  for (const { chart, index } of missing) {
    findings.push({
      kind: 'altered-chart',
      severity: 'look',
      title: `${capital(called(chart.title))} is no longer in the file`,
      detail: 'It was taken out after the export, or something else stands in its place.',
      place: at(index),
    });
  }
  for (const {
    chart: { title },
  } of added) {
    findings.push({
      kind: 'altered-chart',
      severity: 'look',
      title: `${capital(called(title))} was put in after the export`,
      detail: 'Nothing ties its values to a source.',
      place: null,
    });
  }
  if (moved) {
    findings.push({
      kind: 'altered-chart',
      severity: 'look',
      title: 'The charts stand in another order than they were exported in',
      detail: 'See that each still stands where the text speaks of it.',
      place: null,
    });
  }
  return findings;
}
