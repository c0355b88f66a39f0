// Values of a claim's computation: intervals that rounding allows, and numbers as they are written in `computed`.
import type { Qualifier } from './fact.ts';

/** All values that a rounded figure may stand for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** "About" is taken as five per cent on either side beside rounding. */
const ABOUT = 0.05;
/** "Three times" is said of what lies a little below three, and of anything that does not round to four. */
const UNDER = 0.05;

/** The interval of a value written to `step`. */
export function rounded(value: number, step: number, qualifier: Qualifier = '='): Interval {
  const half = step / 2;
  const about = qualifier === '~' ? Math.abs(value) * ABOUT : 0;
  return { low: value - half - about, high: value + half + about };
}

export function quotient(a: Interval, b: Interval): Interval {
  if (b.low <= 0) return { low: -Infinity, high: Infinity };
  const all = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return { low: Math.min(...all), high: Math.max(...all) };
}

export function difference(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function sum(parts: readonly Interval[]): Interval {
  return parts.reduce((all, part) => ({ low: all.low + part.low, high: all.high + part.high }), { low: 0, high: 0 });
}

/** Whether some value of `found` fits the words: `claimed` with its rounding, and the qualifier before it. */
export function fits(found: Interval, claimed: Interval, qualifier: Qualifier): boolean {
  if (qualifier === '>') return found.high > claimed.low + (claimed.high - claimed.low) / 2;
  if (qualifier === '<') return found.low < claimed.high - (claimed.high - claimed.low) / 2;
  if (qualifier === '~') {
    const about = Math.max(Math.abs(claimed.low), Math.abs(claimed.high)) * ABOUT * 2;
    return found.high >= claimed.low - about && found.low <= claimed.high + about;
  }
  return found.high >= claimed.low && found.low <= claimed.high;
}

/** The ratios that "three times" may mean: a little less than three, and up to where four is nearer. */
export function multipleOf(value: number, step: number): Interval {
  const half = step > 0 ? step / 2 : value / 10;
  // Half as many, a third: fractions round to either side.
  if (value < 1) return { low: value * (1 - 2 * UNDER), high: value * (1 + 2 * UNDER) };
  return { low: Number.isInteger(value) ? value * (1 - UNDER) : value - half, high: value + half };
}

/** A number for the computation: whole when it is, else with up to four decimals. */
export function write(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(4)));
}

/** A ratio to two decimals. */
export function writeRatio(value: number): string {
  return value.toFixed(2);
}

/** A share or change in per cent to one decimal: "12.0%". */
export function writePercent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}
