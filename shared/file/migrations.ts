// Migrations: the steps from each older major format to the next; named, in order, and only ever added to.

/** A file's JSON parts, parsed and not yet validated. */
export interface FileJson {
  readonly briefing: unknown;
  readonly articles: readonly unknown[];
}

export interface Migration {
  /** The major format that it makes out of the one before, and what it changes: `2-split-names`. */
  readonly name: `${number}-${string}`;
  readonly migrate: (file: FileJson) => FileJson;
}

/** Format 1 is the first, so there is no step yet. A step here is never changed or removed: old files need it. */
export const MIGRATIONS: readonly Migration[] = [];

/** Brings `file` from major format `major` to ours. */
export function migrate(file: FileJson, major: number, steps: readonly Migration[] = MIGRATIONS): FileJson {
  return steps
    .filter((step) => Number.parseInt(step.name, 10) > major)
    .reduce((made, step) => step.migrate(made), file);
}
