// collectParts: the parts of a .brief that are whole, taken from a file that may be cut off or damaged anywhere.
import { ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';
import { makeUnpacker, readDirectory, scanParts, type ZipEntry } from './zipGuard.ts';

export interface Parts {
  /** Those whose check sum is right. */
  readonly whole: ReadonlyMap<string, Uint8Array>;
  /** Names of those that are there and cannot be read. */
  readonly damaged: ReadonlySet<string>;
}

const MENDED: Message = {
  code: 'damaged-directory',
  text: 'The table of contents of the file is damaged; its parts were found one by one. Save it anew.',
};

/**
 * Unpacks every part. By the table of contents when that is right; what it does not give is looked for by the headers of
 * the parts themselves. Failure: `unsafe-zip`, or `not-a-brief` when there is no part at all.
 */
export function collectParts(bytes: Uint8Array): Result<Outcome<Parts>> {
  const whole = new Map<string, Uint8Array>();
  const damaged = new Set<string>();
  const unpack = makeUnpacker(bytes);
  const take = (entries: readonly ZipEntry[]): Result<never> | null => {
    for (const entry of entries) {
      if (whole.has(entry.name)) continue;
      const part = unpack(entry);
      if (part.ok) {
        whole.set(entry.name, part.value);
        damaged.delete(entry.name);
      } else if (part.error.code === 'unsafe-zip') return part;
      else damaged.add(entry.name);
    }
    return null;
  };

  const directory = readDirectory(bytes);
  if (!directory.ok && directory.error.code !== 'not-a-zip') return directory;
  if (directory.ok) {
    for (const name of directory.value.lost) damaged.add(name);
    const refused = take(directory.value.entries);
    if (refused) return refused;
    if (damaged.size === 0) return ok(outcome({ whole, damaged }));
  }
  const before = whole.size;
  const scanned = scanParts(bytes);
  if (!scanned.ok) return scanned;
  const refused = take(scanned.value);
  if (refused) return refused;
  return ok(outcome({ whole, damaged }, !directory.ok || whole.size > before ? [MENDED] : []));
}
