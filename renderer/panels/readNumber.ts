// readNumber: a number as somebody types it into a field, with commas and either minus sign.
/** The number; null for an empty field, undefined for what is none. */
export function readNumber(typed: string): number | null | undefined {
  const bare = typed
    .trim()
    .replace(/\s|,(?=\d{3}(?!\d))/gu, '')
    .replace(/^[−–]/u, '-')
    .replace(/%$/u, '');
  if (bare === '') return null;
  if (!/^-?\d+(?:\.\d+)?$/u.test(bare)) return undefined;
  const value = Number(bare);
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : undefined;
}
