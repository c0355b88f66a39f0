// DataFile: one file of the program's data folder: read, replaced whole, and changed by one task at a time.
import { dirname, join } from 'node:path';
import { fail, type Result } from '../shared/base/result.ts';
import { createTurns } from '../shared/base/turns.ts';
import { errorCode, thisProcess, type Caller, type FileSystem } from './disk.ts';
import { replaceFile } from './files.ts';

export class DataFile {
  readonly #fs: FileSystem;
  readonly #file: string;
  readonly #caller: Caller;
  /** Two windows may change it at once: each task waits for the one before, also when that failed. */
  readonly inTurn = createTurns();

  constructor(fs: FileSystem, folder: string, name: string, caller: Caller = thisProcess) {
    this.#fs = fs;
    this.#file = join(folder, name);
    this.#caller = caller;
  }

  /** Throws the system's error, `ENOENT` when nothing was ever written. */
  async read(): Promise<Uint8Array> {
    return new Uint8Array(await this.#fs.readFile(this.#file));
  }

  /** In bytes. Throws as `read`. */
  async size(): Promise<number> {
    return (await this.#fs.stat(this.#file)).size;
  }

  /** The old content stays whole until the new one is. Throws the system's error. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#fs.mkdir(dirname(this.#file), { recursive: true });
    await replaceFile(this.#fs, this.#file, bytes, this.#caller);
  }

  /** Nothing to remove is no error. Throws the system's error otherwise. */
  async remove(): Promise<void> {
    try {
      await this.#fs.unlink(this.#file);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** Why the data folder took no file. Codes: `full`, `failed`. */
export function notKept(error: unknown): Result<never> {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error))
    ? fail('full', 'The disk with the program’s data is full.')
    : fail('failed', 'The program’s data folder cannot be written.');
}
