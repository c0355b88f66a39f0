// Recents: the briefings opened or saved last, newest first, in one JSON file of the data folder.
import { z } from '../shared/base/validate.ts';
import type { Note } from '../shared/platform.ts';
import { DataFile } from './dataFile.ts';
import { thisProcess, type Caller, type FileSystem } from './disk.ts';

const recentSchema = z.object({
  path: z.string().min(1),
  /** ISO 8601 instant, UTC. */
  openedAt: z.string(),
  title: z.string(),
  template: z.string(),
  checksToSettle: z.number(),
});
export type RecentFile = z.infer<typeof recentSchema>;

const MOST = 20;

export class Recents {
  readonly #fs: FileSystem;
  readonly #file: DataFile;
  readonly #caller: Caller;

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#fs = fs;
    this.#file = new DataFile(fs, folder, 'recents.json', caller);
    this.#caller = caller;
  }

  /** Newest first. Rows that do not fit, as in a damaged file, are left out; the others stay. */
  async list(): Promise<readonly RecentFile[]> {
    let parsed: unknown;
    try {
      parsed = JSON.parse(new TextDecoder().decode(await this.#file.read()));
    } catch {
      return [];
    }
    if (!Array.isArray(parsed)) return [];
    return parsed.flatMap((row: unknown) => {
      const checked = recentSchema.safeParse(row);
      return checked.success ? [checked.data] : [];
    });
  }

  /** True when there is no file at the path any more. */
  async isMissing(path: string): Promise<boolean> {
    try {
      await this.#fs.stat(path);
      return false;
    } catch {
      return true;
    }
  }

  /** Puts a file first. Without a note (the file was only opened) what was noted at its last save stays. */
  add(path: string, note?: Note): Promise<void> {
    return this.#change((rows) => {
      const known = note ?? rows.find((row) => row.path === path);
      const row: RecentFile = {
        path,
        openedAt: this.#caller.now().toISOString(),
        title: known?.title ?? '',
        template: known?.template ?? '',
        checksToSettle: known?.checksToSettle ?? 0,
      };
      return [row, ...rows.filter((other) => other.path !== path)].slice(0, MOST);
    });
  }

  forget(path: string): Promise<void> {
    return this.#change((rows) => rows.filter((row) => row.path !== path));
  }

  #change(change: (rows: readonly RecentFile[]) => readonly RecentFile[]): Promise<void> {
    return this.#file.inTurn(async () => {
      const rows = change(await this.list());
      await this.#file.write(new TextEncoder().encode(JSON.stringify(rows, null, 2)));
    });
  }
}
