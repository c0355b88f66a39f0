// Backups: the unsaved version of each window, one file each in the data folder, kept until it is saved or discarded.
import { join } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { validate, z } from '../shared/base/validate.ts';
import type { Note } from '../shared/platform.ts';
import { errorCode, hashOf, removeQuietly, thisProcess, type Caller, type FileSystem } from './disk.ts';
import { replaceFile } from './files.ts';

/** The first line of a backup file, before its bytes: one file, so that words and bytes can never be of two moments. */
const headerSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  /** ISO 8601 instant, UTC. */
  at: z.string(),
  title: z.string(),
  template: z.string(),
  checksToSettle: z.number(),
  /** The file it belongs to; null for a briefing never saved. */
  path: z.string().nullable(),
  /** SHA-256 of that file when the window read or wrote it last. */
  baseHash: z.string().nullable(),
  length: z.number(),
  sha256: z.string(),
  /** The user answered "Don't save": not offered at the next start, removed after 30 days. */
  declined: z.boolean(),
});
export type KeptBackup = z.infer<typeof headerSchema>;

const DECLINED_STAYS = 30 * 24 * 3600 * 1000;
const HALF_WRITTEN_STAYS = 60_000;
const NEWLINE = 10;
const SUFFIX = '.backup';

export class Backups {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #caller: Caller;
  /** Backups that a window of this process has. After a crash nobody has any: only one process uses the data folder. */
  readonly #claimed = new Set<string>();

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#fs = fs;
    this.#folder = folder;
    this.#caller = caller;
  }

  /** A name for a window's backup; the window has it until it is released. */
  newId(): string {
    const id = this.#caller.newId();
    this.#claimed.add(id);
    return id;
  }

  claim(id: string): void {
    this.#claimed.add(id);
  }

  /** The window is gone: what is kept under the id is offered again. */
  release(id: string): void {
    this.#claimed.delete(id);
  }

  isClaimed(id: string): boolean {
    return this.#claimed.has(id);
  }

  /** Keeps these bytes in place of what was kept under the id. Codes: `full`, `read-only`, `failed`. */
  async write(
    id: string,
    bytes: Uint8Array,
    about: Note & {
      readonly path: string | null;
      readonly baseHash: string | null;
      readonly declined?: boolean;
      readonly at?: string;
    },
  ): Promise<Result<void>> {
    const header: KeptBackup = {
      version: 1,
      id,
      at: about.at ?? this.#caller.now().toISOString(),
      title: about.title,
      template: about.template,
      checksToSettle: about.checksToSettle,
      path: about.path,
      baseHash: about.baseHash,
      length: bytes.length,
      sha256: hashOf(bytes),
      declined: about.declined ?? false,
    };
    const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
    const whole = new Uint8Array(line.length + bytes.length);
    whole.set(line);
    whole.set(bytes, line.length);
    try {
      await this.#fs.mkdir(this.#folder, { recursive: true });
      await replaceFile(this.#fs, this.#path(id), whole, this.#caller);
      return ok(undefined);
    } catch (error) {
      return backupFailure(error);
    }
  }

  /** Backups that no window has, newest first; those declined are among them. */
  async list(): Promise<readonly KeptBackup[]> {
    const kept: KeptBackup[] = [];
    for (const name of await this.#names()) {
      const id = name.slice(0, -SUFFIX.length);
      if (this.#claimed.has(id)) continue;
      const found = await this.#load(id);
      if (found.ok) kept.push(found.value.header);
    }
    return kept.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  }

  /** The header of one backup; undefined when there is none. */
  async find(id: string): Promise<KeptBackup | undefined> {
    const found = await this.#load(id);
    return found.ok ? found.value.header : undefined;
  }

  /** The bytes of a backup. Codes: `missing`, `damaged`. */
  async read(id: string): Promise<Result<Uint8Array>> {
    const found = await this.#load(id);
    return found.ok ? ok(found.value.bytes) : found;
  }

  /** Notes that the user chose not to save it: it stays for 30 days, but is no longer offered at start. */
  async decline(id: string): Promise<void> {
    const found = await this.#load(id);
    if (!found.ok) return;
    const { header, bytes } = found.value;
    await this.write(id, bytes, { ...header, declined: true });
  }

  async remove(id: string): Promise<void> {
    this.#claimed.delete(id);
    await removeQuietly(this.#fs, this.#path(id));
  }

  /** At start: removes declined backups past their time and what a killed process left half written. */
  async tidy(): Promise<void> {
    const now = this.#caller.now().getTime();
    for (const backup of await this.list()) {
      if (backup.declined && now - Date.parse(backup.at) > DECLINED_STAYS) await this.remove(backup.id);
    }
    for (const name of await this.#names('.tmp')) {
      const path = join(this.#folder, name);
      const stat = await this.#fs.stat(path).catch(() => null);
      // A younger one may be a backup being written at this moment.
      if (stat && now - stat.mtimeMs > HALF_WRITTEN_STAYS) await removeQuietly(this.#fs, path);
    }
  }

  async #names(suffix = SUFFIX): Promise<readonly string[]> {
    try {
      return (await this.#fs.readdir(this.#folder)).filter((name) => name.endsWith(suffix));
    } catch {
      // No backup was ever made.
      return [];
    }
  }

  #path(id: string): string {
    if (!/^[0-9a-f]{32}$/.test(id)) throw new RangeError(`"${id}" is no id of a backup.`);
    return join(this.#folder, `${id}${SUFFIX}`);
  }

  async #load(id: string): Promise<Result<{ readonly header: KeptBackup; readonly bytes: Uint8Array }>> {
    let whole: Uint8Array;
    try {
      whole = await this.#fs.readFile(this.#path(id));
    } catch (error) {
      if (error instanceof RangeError || errorCode(error) === 'ENOENT') {
        return fail('missing', 'This backup is no longer there.');
      }
      return fail('damaged', 'This backup could not be read.');
    }
    const end = whole.indexOf(NEWLINE);
    try {
      const line: unknown = JSON.parse(new TextDecoder().decode(whole.subarray(0, Math.max(end, 0))));
      const header = validate(headerSchema, line, 'The backup');
      const bytes = new Uint8Array(whole.subarray(end + 1));
      if (!header.ok) return header;
      if (bytes.length !== header.value.length || hashOf(bytes) !== header.value.sha256) {
        return fail('damaged', 'This backup is damaged: its bytes are not those that were kept.');
      }
      return ok({ header: header.value, bytes });
    } catch {
      return fail('damaged', 'This backup is damaged and cannot be read.');
    }
  }
}

function backupFailure(error: unknown): Result<never> {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error));
  return full
    ? fail('full', 'No backup could be made: the disk with the program’s data is full. Save the briefing.')
    : fail('failed', 'No backup could be made: the program’s data folder cannot be written. Save the briefing.');
}
