// sortedJson: JSON that depends on the data alone, whatever order its keys were set in.

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const from = value as Readonly<Record<string, unknown>>;
  const to: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort()) to[key] = sorted(from[key]);
  return to;
}

/** Plain data as JSON with the keys of every object in order. A key `__proto__`, which no reader of ours takes, is left out. */
export function sortedJson(value: unknown): string {
  // A replacer would do the same, and call back for every word and number too.
  return JSON.stringify(sorted(value));
}
