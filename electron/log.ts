// Log: what went wrong, one line each, in a file of the data folder that never leaves the machine; words of documents are never in it.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Above this many bytes the log starts anew; the one before is kept. */
const LARGEST = 1024 * 1024;

export class Log {
  readonly path: string;
  readonly #now: () => Date;

  constructor(path: string, now: () => Date = () => new Date()) {
    this.path = path;
    this.#now = now;
  }

  /** Adds a line. Never throws: a full disk must not stop the program at its log. */
  write(line: string): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      if ((statSync(this.path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST)
        renameSync(this.path, `${this.path}.1`);
      // One line each: what is logged may hold line ends.
      appendFileSync(this.path, `${this.#now().toISOString()} ${line.replaceAll(/[\r\n]/g, ' ').slice(0, 2000)}\n`);
    } catch {
      // Nowhere left to say it.
    }
  }
}
