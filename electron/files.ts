// Files: reading with a size guard, and the save protocol of safety.md that leaves the old file or the new one, never half of one.
import { constants } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import {
  disk,
  errorCode,
  hashOf,
  removeQuietly,
  temporaryPath,
  thisProcess,
  writeAll,
  writeFailure,
  type Caller,
  type FileStat,
  type FileSystem,
} from './disk.ts';
import { takeLock } from './lock.ts';

/** Reads a whole file of at most `maxBytes`. Codes: `missing`, `not-a-file`, `too-large`, `unreadable`. */
export async function readWhole(fs: FileSystem, path: string, maxBytes: number): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    const stat = await fs.stat(path);
    // Devices and pipes may never end.
    if (!stat.isFile()) return fail('not-a-file', `“${name}” is not a file. Choose a file.`);
    if (stat.size > maxBytes) {
      return fail('too-large', `“${name}” is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB and was not read.`);
    }
    // Node's own kind of byte array may be a view of a larger one: pages get the bytes alone.
    return ok(new Uint8Array(await fs.readFile(path)));
  } catch (error) {
    return errorCode(error) === 'ENOENT'
      ? fail('missing', `“${name}” is no longer there. It may have been moved or renamed.`)
      : fail('unreadable', `“${name}” could not be read. Check that you may open it.`);
  }
}

const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** True when the file may not be written. Throws what the disk says otherwise. */
async function refusesWriting(fs: FileSystem, path: string): Promise<boolean> {
  // The mode first: the administrator may write everywhere, and Windows tells its read-only attribute this way.
  if (((await fs.stat(path)).mode & 0o222) === 0) return true;
  try {
    await fs.access(path, constants.W_OK);
    return false;
  } catch (error) {
    if (REFUSED.has(errorCode(error))) return true;
    throw error;
  }
}

/** True when the file can be read but not written. */
export async function isReadOnly(fs: FileSystem, path: string): Promise<boolean> {
  return refusesWriting(fs, path).catch(() => true);
}

export interface SaveOptions {
  /** SHA-256 the file on disk must have; several when a save failed after its last step. Without it, whatever is there is replaced. */
  readonly expectedHash?: string | readonly string[];
  readonly caller?: Caller;
}

export interface Written {
  /** The file that was written: the target, where `path` was a link. */
  readonly path: string;
  readonly hash: string;
}

/**
 * Saves a document over its file by the protocol of safety.md. Whatever fails, the file on disk is whole: the old one, or
 * the new one when only the last step (the folder's own fsync) failed. Codes: those of Platform.save without `no-place`.
 */
export async function saveFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: SaveOptions = {},
): Promise<Result<Written>> {
  const caller = options.caller ?? thisProcess;
  const name = basename(path);
  try {
    const target = await followLinks(fs, path);
    const lock = await takeLock(fs, target, caller);
    if (!lock.ok) return lock;
    try {
      return await saveLocked(fs, target, name, bytes, lock.value.token, options, caller);
    } finally {
      await lock.value.release();
    }
  } catch (error) {
    return writeFailure(name, error);
  }
}

async function saveLocked(
  fs: FileSystem,
  target: string,
  name: string,
  bytes: Uint8Array,
  token: string,
  options: SaveOptions,
  caller: Caller,
): Promise<Result<Written>> {
  const expected = options.expectedHash === undefined ? null : [options.expectedHash].flat();
  const before = await statOf(fs, target);
  if (before) {
    if (!before.isFile()) return writeFailure(name, Object.assign(new Error(), { code: 'EISDIR' }));
    // A rename would go over a read-only file without a word.
    if (await refusesWriting(fs, target)) return writeFailure(name, Object.assign(new Error(), { code: 'EACCES' }));
    if (expected && !expected.includes(hashOf(await fs.readFile(target)))) return changedOutside(name);
  }
  const temporary = temporaryPath(target, token);
  try {
    await writeTemporary(fs, temporary, bytes, before?.mode);
    if (before) await keepPrevious(fs, target, token);
    // Writing took its time: look once more that the file is still the one that was compared.
    if (!sameFile(before, await statOf(fs, target))) {
      await removeQuietly(fs, temporary);
      return changedOutside(name);
    }
    await renamePatiently(fs, temporary, target, caller);
  } catch (error) {
    await removeQuietly(fs, temporary);
    return writeFailure(name, error);
  }
  await syncFolder(fs, dirname(target));
  return ok({ path: target, hash: hashOf(bytes) });
}

/**
 * Writes a file of the program's own (backup, settings, recent files) atomically: without lock and previous version, since
 * only one process has the data folder. Throws the system's error.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  caller: Caller = thisProcess,
): Promise<void> {
  const temporary = temporaryPath(path, caller.newId());
  try {
    await writeTemporary(fs, temporary, bytes);
    await renamePatiently(fs, temporary, path, caller);
  } catch (error) {
    await removeQuietly(fs, temporary);
    throw error;
  }
  await syncFolder(fs, dirname(path));
}

/**
 * Writes an exported file or one of the command line. An existing file is replaced only with `force`; else the failure is
 * `exists`, and no moment passes in which another program's new file of that name could be lost. Other codes as `saveFile`.
 */
export async function writeNew(
  path: string,
  bytes: Uint8Array,
  options: { readonly force: boolean; readonly fs?: FileSystem; readonly caller?: Caller },
): Promise<Result<Written>> {
  const fs = options.fs ?? disk;
  const caller = options.caller ?? thisProcess;
  const name = basename(path);
  const exists = () => fail('exists', `“${name}” exists already and was not overwritten.`);
  try {
    const target = await followLinks(fs, path);
    const before = await statOf(fs, target);
    if (before && !options.force) return exists();
    if (before && !before.isFile()) return writeFailure(name, Object.assign(new Error(), { code: 'EISDIR' }));
    if (before && (await refusesWriting(fs, target))) {
      return writeFailure(name, Object.assign(new Error(), { code: 'EACCES' }));
    }
    const temporary = temporaryPath(target, caller.newId());
    try {
      await writeTemporary(fs, temporary, bytes, before?.mode);
      if (options.force || !(await linkNew(fs, temporary, target))) {
        if (!options.force && (await statOf(fs, target))) return exists();
        await renamePatiently(fs, temporary, target, caller);
      }
    } finally {
      await removeQuietly(fs, temporary);
    }
    await syncFolder(fs, dirname(target));
    return ok({ path: target, hash: hashOf(bytes) });
  } catch (error) {
    return errorCode(error) === 'EEXIST' ? exists() : writeFailure(name, error);
  }
}

/** Gives the written file its name unless the name is taken (EEXIST is thrown); false where the disk has no hard links. */
async function linkNew(fs: FileSystem, from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch (error) {
    if (NO_LINKS.has(errorCode(error))) return false;
    throw error;
  }
}

/** What a file system without hard links (FAT, some network shares) answers. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EINVAL']);

function changedOutside(name: string): Result<never> {
  return fail('changed-outside', `“${name}” was changed by another program. Nothing has been overwritten.`);
}

async function statOf(fs: FileSystem, path: string): Promise<FileStat | null> {
  try {
    return await fs.stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function sameFile(a: FileStat | null, b: FileStat | null): boolean {
  if (!a || !b) return a === b;
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;
}

/** The file behind a path: a link is followed, so that saving replaces what it points to and not the link. */
export async function followLinks(fs: FileSystem, path: string): Promise<string> {
  let current = resolve(path);
  for (let hops = 0; hops < 40; hops += 1) {
    try {
      return await fs.realpath(current);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    // Not there yet: the folder must be, and the name itself may be a link to a file still to come.
    current = join(await fs.realpath(dirname(current)), basename(current));
    try {
      if (!(await fs.lstat(current)).isSymbolicLink()) return current;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return current;
      throw error;
    }
    current = resolve(dirname(current), await fs.readlink(current));
  }
  throw Object.assign(new Error(`Too many links at ${path}`), { code: 'ELOOP' });
}

/** Creates a file and lets go of it only when every byte is on the disk and read back equal. */
async function writeTemporary(fs: FileSystem, path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await fs.open(path, 'wx', mode === undefined ? 0o666 : mode & 0o777);
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  // The mode given to open is cut by the process's mask.
  if (mode !== undefined) await fs.chmod(path, mode & 0o777);
  if (hashOf(await fs.readFile(path)) !== hashOf(bytes)) {
    throw Object.assign(new Error(`Read back otherwise than written: ${path}`), { code: 'EIO' });
  }
}

/** Most file systems allow a name of this many bytes. */
const LONGEST_NAME = 255;

/** Where the version before the last save is kept: `<name>.bak`, or a shorter name where that is longer than allowed. */
export function previousPath(target: string): string {
  const name = basename(target);
  const bytes = new TextEncoder().encode(name);
  if (bytes.length + 4 <= LONGEST_NAME) return `${target}.bak`;
  return join(dirname(target), `${[...name].slice(0, 50).join('')}-${hashOf(bytes).slice(0, 8)}.bak`);
}

/** Keeps the file as it is now under `<name>.bak`, never leaving a moment without the file itself. */
async function keepPrevious(fs: FileSystem, target: string, token: string): Promise<void> {
  const kept = join(dirname(target), `.chancery-${token}.bak`);
  try {
    if (!(await linkNew(fs, target, kept))) await fs.copyFile(target, kept);
    await fs.rename(kept, previousPath(target));
  } catch (error) {
    await removeQuietly(fs, kept);
    throw error;
  }
}

const IN_USE_ON_WINDOWS = new Set(['EPERM', 'EBUSY', 'EACCES']);
const PATIENCE = 7500;

/** Renames; on Windows again and again for up to 7.5 s, since virus scanners and indexers hold new files open for a moment. */
async function renamePatiently(fs: FileSystem, from: string, to: string, caller: Caller): Promise<void> {
  for (let waited = 0, pause = 50; ; waited += pause, pause = Math.min(pause * 2, 500)) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const again = caller.platform === 'win32' && IN_USE_ON_WINDOWS.has(errorCode(error)) && waited < PATIENCE;
      if (!again) throw error;
      await caller.wait(pause);
    }
  }
}

/** What systems answer that cannot open or flush a folder; the rename itself is done then. */
const NO_FOLDER_SYNC = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF']);

async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(errorCode(error))) throw error;
  }
}
