// KeptTemplates: the user's own templates in the data folder, as one JSON text that the page reads and writes as a whole.
import { fail, ok, type Result } from '../shared/base/result.ts';
import { MAX_TEMPLATES } from '../shared/platform.ts';
import { DataFile, notKept } from './dataFile.ts';
import { errorCode, thisProcess, type Caller, type FileSystem } from './disk.ts';

export class KeptTemplates {
  readonly #file: DataFile;

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#file = new DataFile(fs, folder, 'templates.json', caller);
  }

  /** What was kept last; null when nothing is. Code: `damaged`. */
  async read(): Promise<Result<string | null>> {
    try {
      if ((await this.#file.size()) > MAX_TEMPLATES) return damaged();
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(await this.#file.read()));
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? ok(null) : damaged();
    }
  }

  /** Keeps `json` in place of what was kept before. Codes: `full`, `failed`. */
  keep(json: string): Promise<Result<void>> {
    return this.#file.inTurn(async () => {
      try {
        await this.#file.write(new TextEncoder().encode(json));
        return ok(undefined);
      } catch (error) {
        return notKept(error);
      }
    });
  }
}

function damaged(): Result<never> {
  return fail('damaged', 'The file in which they are kept can no longer be read.');
}
