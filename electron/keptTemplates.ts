// KeptTemplates: the user's own templates in the data folder, as one JSON text that the page reads and writes as a whole.
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { MAX_TEMPLATES } from '../shared/platform.ts';
import { errorCode, thisProcess, type Caller, type FileSystem } from './disk.ts';
import { replaceFile } from './files.ts';

export class KeptTemplates {
  readonly #fs: FileSystem;
  readonly #file: string;
  readonly #caller: Caller;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#fs = fs;
    this.#file = join(folder, 'templates.json');
    this.#caller = caller;
  }

  /** What was kept last; null when nothing is. Code: `damaged`. */
  async read(): Promise<Result<string | null>> {
    try {
      if ((await this.#fs.stat(this.#file)).size > MAX_TEMPLATES) return damaged();
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(await this.#fs.readFile(this.#file)));
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? ok(null) : damaged();
    }
  }

  /** Keeps `json` in place of what was kept before. Codes: `full`, `failed`. */
  keep(json: string): Promise<Result<void>> {
    // Two windows may write at once: no task throws, so the next one always gets its turn.
    const step = this.#queue.then(() => this.#replace(json));
    this.#queue = step;
    return step;
  }

  async #replace(json: string): Promise<Result<void>> {
    try {
      await this.#fs.mkdir(dirname(this.#file), { recursive: true });
      await replaceFile(this.#fs, this.#file, new TextEncoder().encode(json), this.#caller);
      return ok(undefined);
    } catch (error) {
      return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error))
        ? fail('full', 'The disk with the program’s data is full.')
        : fail('failed', 'The program’s data folder cannot be written.');
    }
  }
}

function damaged(): Result<never> {
  return fail('damaged', 'The file in which they are kept can no longer be read.');
}
