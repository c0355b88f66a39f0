// Column widths: how wide the columns of a table are that were set by hand; the page and the Word document read them alike.

/** Where a cell stands in the grid, and its `colwidth` attribute. */
export interface WidthCell {
  /** From 0. */
  readonly column: number;
  /** How many columns it covers. */
  readonly span: number;
  readonly colwidth: unknown;
}

/** Widths are kept as whole numbers that sum up to about this: only their ratios count, the table is always as wide as the text. */
export const WHOLE = 1000;

/** A column never takes less of the table than this part. */
export const NARROWEST_PART = 0.03;

function widthOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

/**
 * The part of the table's width that each column takes, summing up to 1; null when no width was set, so that the words decide.
 * A column that none of its cells gives a width (it was just added) is as wide as the others are on average.
 */
export function columnParts(cells: Iterable<WidthCell>, columns: number): readonly number[] | null {
  const given: (number | null)[] = Array.from({ length: columns }, () => null);
  for (const { column, span, colwidth } of cells) {
    if (!Array.isArray(colwidth)) continue;
    for (let at = 0; at < span && column + at < columns; at++) given[column + at] ??= widthOf(colwidth[at]);
  }
  const set = given.filter((width) => width !== null);
  if (set.length === 0) return null;
  const mean = set.reduce((a, b) => a + b, 0) / set.length;
  const widths = given.map((width) => width ?? mean);
  const sum = widths.reduce((a, b) => a + b, 0);
  const floored = widths.map((width) => Math.max(width / sum, Math.min(NARROWEST_PART, 1 / columns)));
  const whole = floored.reduce((a, b) => a + b, 0);
  return floored.map((part) => part / whole);
}

/** One column wider or narrower at the cost of the one after it, of the last at the cost of the one before; `parts` sum up to 1. */
export function movedParts(parts: readonly number[], column: number, by: number): readonly number[] {
  const other = column + 1 < parts.length ? column + 1 : column - 1;
  const [own, beside] = [parts[column], parts[other]];
  if (own === undefined || beside === undefined) return parts;
  const least = Math.min(NARROWEST_PART, own, beside);
  const change = Math.min(Math.max(by, least - own), beside - least);
  return parts.map((part, at) => (at === column ? part + change : at === other ? part - change : part));
}
