// Lock: a small file beside a document while it is saved, so that of several programs exactly one writes.
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { validate, z } from '../shared/base/validate.ts';
import {
  errorCode,
  hashOf,
  removeQuietly,
  temporaryPath,
  writeAll,
  writeFailure,
  type Caller,
  type FileSystem,
} from './disk.ts';

const lockSchema = z.object({
  pid: z.number(),
  computer: z.string(),
  user: z.string(),
  at: z.string(),
  token: z.string().regex(/^[0-9a-f]{32}$/),
});
type Holder = z.infer<typeof lockSchema>;

/** What stands at the lock's place: its holder, null when it cannot be read; and its age in milliseconds. */
interface Found {
  readonly holder: Holder | null;
  readonly age: number;
}

/** A process fills its lock within a moment; one still empty after this many milliseconds was left by a process that died. */
const EMPTY_IS_STALE_AFTER = 2000;
/** No save takes an hour: an older lock is of a process whose number another one has now, or of a computer that is gone. */
const ANY_IS_STALE_AFTER = 3_600_000;

/** Tokens of the locks this process holds: a lock with our number and none of these was left by an earlier process. */
const held = new Set<string>();

export interface Lock {
  readonly token: string;
  release(): Promise<void>;
}

/** Name of the lock of a file: derived, since all programs must find the same, and short, since the file's name may be long. */
export function lockPath(target: string): string {
  const name = hashOf(new TextEncoder().encode(basename(target))).slice(0, 16);
  return join(dirname(target), `.chancery-${name}.lock`);
}

/** Takes the lock of a file. Code `locked` when another process has it; the codes of writing when the folder cannot be written. */
export async function takeLock(fs: FileSystem, target: string, caller: Caller): Promise<Result<Lock>> {
  const path = lockPath(target);
  const name = basename(target);
  const token = caller.newId();
  const holder: Holder = {
    pid: caller.pid,
    computer: caller.computer,
    user: caller.user,
    at: caller.now().toISOString(),
    token,
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeLock(fs, path, holder);
      held.add(token);
      const release = async () => {
        held.delete(token);
        await removeQuietly(fs, path);
      };
      return ok({ token, release });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return writeFailure(name, error);
    }
    let found = await readLock(fs, path, caller);
    if (found && !found.holder && !isStale(found, caller)) {
      await caller.wait(EMPTY_IS_STALE_AFTER);
      found = await readLock(fs, path, caller);
    }
    if (found && !isStale(found, caller)) return locked(name, found);
    if (found && !(await clearStale(fs, target, path, caller))) return locked(name, found);
  }
  return locked(name, { holder: null, age: 0 });
}

async function writeLock(fs: FileSystem, path: string, holder: Holder): Promise<void> {
  const file = await fs.open(path, 'wx');
  try {
    try {
      await writeAll(file, new TextEncoder().encode(JSON.stringify(holder)));
    } finally {
      await file.close();
    }
  } catch (error) {
    await removeQuietly(fs, path);
    throw error;
  }
}

/** The lock as it stands; null when it is gone. */
async function readLock(fs: FileSystem, path: string, caller: Caller): Promise<Found | null> {
  try {
    const age = caller.now().getTime() - (await fs.stat(path)).mtimeMs;
    return { holder: parse(await fs.readFile(path)), age };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    return { holder: null, age: 0 };
  }
}

function parse(bytes: Uint8Array): Holder | null {
  try {
    const checked = validate(lockSchema, JSON.parse(new TextDecoder().decode(bytes)), 'The lock');
    return checked.ok ? checked.value : null;
  } catch {
    return null;
  }
}

function isStale({ holder, age }: Found, caller: Caller): boolean {
  if (!holder) return age >= EMPTY_IS_STALE_AFTER;
  if (age > ANY_IS_STALE_AFTER) return true;
  if (holder.computer !== caller.computer) return false;
  return holder.pid === caller.pid ? !held.has(holder.token) : !caller.isAlive(holder.pid);
}

/**
 * Removes a stale lock, and what its holder left half written. A second lock guards the removal: without it a process that
 * looked earlier could remove the new lock of one that was quicker. False when another process is at it.
 */
async function clearStale(fs: FileSystem, target: string, path: string, caller: Caller): Promise<boolean> {
  const guard = `${path}.taking`;
  try {
    await (await fs.open(guard, 'wx')).close();
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return false;
    const other = await readLock(fs, guard, caller);
    if (other && other.age < EMPTY_IS_STALE_AFTER) return false;
    await removeQuietly(fs, guard);
    return true;
  }
  try {
    const found = await readLock(fs, path, caller);
    if (found && isStale(found, caller)) {
      if (found.holder) {
        await removeQuietly(fs, temporaryPath(target, found.holder.token));
      }
      await removeQuietly(fs, path);
    }
    return true;
  } finally {
    await removeQuietly(fs, guard);
  }
}

function locked(name: string, { holder }: Found): Result<never> {
  const who = holder ? ` It is being saved by ${holder.user} on ${holder.computer}.` : '';
  return fail('locked', `“${name}” is in use by another program.${who} Try again, or save it under another name.`);
}
