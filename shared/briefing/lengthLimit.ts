// LengthLimit: how long a briefing may be, in pages or words, as `settings.lengthLimit` keeps it, and when it is longer.
import { z } from '../base/validate.ts';

export const LIMIT_UNITS = ['pages', 'words'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** Larger ones are slips of the hand. */
export const MOST: Readonly<Record<LimitUnit, number>> = { pages: 9_999, words: 9_999_999 };

export interface LengthLimit {
  readonly unit: LimitUnit;
  /** At most so many; a whole number from 1. */
  readonly most: number;
}

const limitSchema = z
  .object({ unit: z.enum(LIMIT_UNITS), most: z.number().int().min(1) })
  .refine(({ unit, most }) => most <= MOST[unit]);

/** The limit that settings hold; null for none, or for one that is not understood. */
export function lengthLimitOf(settings: Readonly<Record<string, unknown>>): LengthLimit | null {
  const parsed = limitSchema.safeParse(settings['lengthLimit']);
  return parsed.success ? parsed.data : null;
}

/** How long a briefing is; what is null was not measured. */
export interface MeasuredLength {
  /** With the part of the last page that holds text, by tenths (2.3 stands on three pages): `pagesByTenths`. */
  readonly pages: number | null;
  readonly words: number | null;
}

/** How long it is in the unit of `limit`; null when that was not measured. */
export function lengthFor(limit: LengthLimit, measured: MeasuredLength): number | null {
  return limit.unit === 'pages' ? measured.pages : measured.words;
}

export function isOver(limit: LengthLimit, measured: MeasuredLength): boolean {
  const length = lengthFor(limit, measured);
  return length !== null && length > limit.most;
}

/**
 * The length of so many pages whose last is `filled` from 0 to 1, by tenths. Rounded up, for a line that goes over makes one
 * page more: 2.0 stands on two pages, 2.1 on three.
 */
export function pagesByTenths(pages: number, filled: number): number {
  return pages - 1 + Math.max(1, Math.ceil(filled * 10 - 1e-6)) / 10;
}

/** "2 pages", "1 page", "1,200 words". */
export function limitWords({ unit, most }: LengthLimit): string {
  const count = most.toLocaleString('en-GB');
  return `${count} ${most === 1 ? unit.slice(0, -1) : unit}`;
}

/** "2.3", "1,204": a length as it is shown beside its limit. */
export function lengthWords(unit: LimitUnit, length: number): string {
  const digits = unit === 'pages' ? 1 : 0;
  return length.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
