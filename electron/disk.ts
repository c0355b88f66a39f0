// Disk: the few calls on files that saving needs, who makes them, and what the disk answers, in words.
import { createHash, randomBytes } from 'node:crypto';
import * as node from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fail, type Failure } from '../shared/base/result.ts';

export interface OpenFile {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileStat {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly mode: number;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

/** The few calls on a disk that saving needs; a test gives one in which any of them fails. */
export interface FileSystem {
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  readdir(path: string): Promise<readonly string[]>;
  readlink(path: string): Promise<string>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<FileStat>;
  lstat(path: string): Promise<FileStat>;
  access(path: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  copyFile(from: string, to: string): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  unlink(path: string): Promise<void>;
  mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
}

/** The disk itself. */
export const disk: FileSystem = node;

/** Who saves, and its clock: what a test replaces besides the disk. */
export interface Caller {
  readonly pid: number;
  readonly computer: string;
  readonly user: string;
  readonly platform: NodeJS.Platform;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  isAlive(pid: number): boolean;
  /** 32 hexadecimal digits, never the same twice. */
  newId(): string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return errorCode(error) === 'EPERM';
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry, as in some containers.
    return 'another user';
  }
}

export const thisProcess: Caller = {
  pid: process.pid,
  computer: hostname(),
  user: userName(),
  platform: process.platform,
  now: () => new Date(),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  isAlive,
  newId: () => randomBytes(16).toString('hex'),
};

/** The code of a system error (`ENOSPC`, `EACCES` ...); an empty string for any other fault. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** SHA-256 of some bytes, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const FULL = ['full', 'The disk is full.'] as const;
const READ_ONLY = ['read-only', 'The file or its folder is read-only.'] as const;
const IN_USE = ['failed', 'The file is in use by another program.'] as const;
const GONE = ['failed', 'Its folder is not there.'] as const;

/** Failure code of Platform.save and sentence (ui.md, Dialogs) for each system error. */
const REASONS: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: ['full', 'The disk allows no file of this size.'],
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: READ_ONLY,
  EBUSY: IN_USE,
  ETXTBSY: IN_USE,
  ENOENT: GONE,
  ENOTDIR: GONE,
  ENODEV: GONE,
  EISDIR: ['failed', 'There is a folder of this name.'],
  ENAMETOOLONG: ['failed', 'The name is too long.'],
  EIO: ['failed', 'The disk reports an error.'],
};

/** The failure of writing `name`, in words for the user. */
export function writeFailure(name: string, error: unknown): { readonly ok: false; readonly error: Failure } {
  const [code, sentence] = REASONS[errorCode(error)] ?? ['failed', 'The disk did not take it.'];
  return fail(code, `“${name}” could not be saved. ${sentence} Try again, or save it in another place.`);
}

/** Name of the temporary file of a save. It does not hold the file's own name, which may be as long as the disk allows. */
export function temporaryPath(target: string, token: string): string {
  return join(dirname(target), `.chancery-${token}.tmp`);
}

/** One write may take only part of the bytes, as on a nearly full disk: that is no error, and not the end. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const { bytesWritten } = await file.write(bytes, offset, bytes.length - offset);
    if (bytesWritten <= 0) throw Object.assign(new Error('The disk took no more bytes.'), { code: 'ENOSPC' });
    offset += bytesWritten;
  }
}

/** Removes a file of ours if it is there; a failure to clean up must not hide the failure that led to it. */
export async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch {
    // Already gone, or the disk is: nothing more can be done here.
  }
}
