// Dates written in figures only (2025-08-07, 31/12/2024), and times of day, which are neither dates nor figures.
import { isDay, writeDay } from './calendar.ts';
import type { DateHit } from './dateHit.ts';
import type { Token } from './tokens.ts';

const HALF_DAY = /^(?:[ap]m|[ap]\.m\.)$/u;

/** A hit without the rarer fields. */
export function hit(from: number, to: number, value: string | null, relative = false): DateHit {
  return { from, to, value, relative };
}

/** True for digits without separators. */
export const plain = (token: Token | undefined): boolean => token?.kind === 'number' && /^\d+$/u.test(token.raw);

/** 2025-08-07, 2025-08, and day and month in figures where only one reading is a date: 31/12/2024. */
export function scanIso(tokens: readonly Token[], i: number): DateHit | null {
  const [a, m1, b, m2, c] = tokens.slice(i, i + 5);
  if (!a || !m1 || !b || !plain(a) || !plain(b) || m1.gap || b.gap) return null;
  const third = m2 && c && m2.raw === m1.raw && !m2.gap && !c.gap && plain(c) ? c : undefined;
  if (m1.raw === '-' && a.raw.length === 4 && b.raw.length === 2 && third?.raw.length === 2) {
    const day = { year: a.value, month: b.value, day: third.value };
    return isDay(day) ? hit(i, i + 5, writeDay(day)) : null;
  }
  if ((m1.raw === '/' || m1.raw === '-') && third?.raw.length === 4 && a.raw.length <= 2 && b.raw.length <= 2) {
    const dayFirst = { year: third.value, month: b.value, day: a.value };
    const monthFirst = { year: third.value, month: a.value, day: b.value };
    const readings = [dayFirst, monthFirst].filter(isDay);
    const same = a.value === b.value;
    return hit(i, i + 5, readings[0] && (readings.length === 1 || same) ? writeDay(readings[0]) : null);
  }
  return null;
}

/** Times of day are neither dates nor figures: 10:45, 10.45pm, 5 am, "2:55 p.m.", "5 o'clock". */
export function scanTime(tokens: readonly Token[], i: number): DateHit | null {
  const token = tokens[i];
  if (!token || token.kind !== 'number') return null;
  let to = i + 1;
  const colon = tokens[to];
  const minutes = tokens[to + 1];
  if (plain(token) && colon?.raw === ':' && !colon.gap && plain(minutes) && minutes && !minutes.gap) {
    if (minutes.raw.length !== 2) return null;
    to += 2;
    while (tokens[to]?.raw === ':' && plain(tokens[to + 1])) to += 2;
    if (HALF_DAY.test(tokens[to]?.lower ?? '')) to++;
    return hit(i, to, null);
  }
  if (token.value >= 25) return null;
  const next = tokens[to];
  if (next?.kind !== 'word') return null;
  if (HALF_DAY.test(next.lower) || next.lower === "o'clock") return hit(i, to + 1, null);
  return null;
}
