// KeptStyle: the copy of the user's house style in the data folder, so that the next export can offer it again.
import { fail, ok, type Result } from '../shared/base/result.ts';
import { validate, z } from '../shared/base/validate.ts';
import { MAX_HOUSE_STYLE, type InputFile } from '../shared/platform.ts';
import { DataFile, notKept } from './dataFile.ts';
import { errorCode, hashOf, thisProcess, type Caller, type FileSystem } from './disk.ts';

/** The first line of the file, before the bytes: one file, so that name and bytes can never be of two house styles. */
const headerSchema = z.object({ version: z.literal(1), name: z.string(), length: z.number(), sha256: z.string() });

const NEWLINE = 10;
/** Room for the first line. */
const MAX_LINE = 64 * 1024;

export class KeptStyle {
  readonly #file: DataFile;

  constructor(fs: FileSystem, folder: string, caller: Caller = thisProcess) {
    this.#file = new DataFile(fs, folder, 'house-style', caller);
  }

  /** What was kept last; null when nothing is. Code: `damaged`. */
  async read(): Promise<Result<InputFile | null>> {
    try {
      if ((await this.#file.size()) > MAX_HOUSE_STYLE + MAX_LINE) return damaged();
      const whole = await this.#file.read();
      const end = whole.indexOf(NEWLINE);
      const header = validate(
        headerSchema,
        JSON.parse(new TextDecoder().decode(whole.subarray(0, Math.max(end, 0)))),
        'house style',
      );
      const bytes = whole.slice(end + 1);
      if (!header.ok || header.value.length !== bytes.length || header.value.sha256 !== hashOf(bytes)) return damaged();
      return ok({ name: header.value.name, bytes });
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? ok(null) : damaged();
    }
  }

  /** Keeps this one in place of the one before. Codes: `full`, `failed`. */
  keep(style: InputFile): Promise<Result<void>> {
    return this.#file.inTurn(() => this.#replace(style));
  }

  /** Keeps none. Code: `failed`. */
  drop(): Promise<Result<void>> {
    return this.#file.inTurn(() => this.#remove());
  }

  async #replace({ name, bytes }: InputFile): Promise<Result<void>> {
    const header = { version: 1, name, length: bytes.length, sha256: hashOf(bytes) };
    const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
    const whole = new Uint8Array(line.length + bytes.length);
    whole.set(line);
    whole.set(bytes, line.length);
    try {
      await this.#file.write(whole);
      return ok(undefined);
    } catch (error) {
      return notKept(error);
    }
  }

  async #remove(): Promise<Result<void>> {
    try {
      await this.#file.remove();
      return ok(undefined);
    } catch (error) {
      return notKept(error);
    }
  }
}

function damaged(): Result<never> {
  return fail('damaged', 'The copy of it that was kept here can no longer be read. Choose the Word document again.');
}
