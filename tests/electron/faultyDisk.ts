// A disk on which any single step can be made to fail, to write short, or to be the last thing the process did.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { disk, thisProcess, type Caller, type FileSystem, type OpenFile } from '../../electron/disk.ts';

export interface Fault {
  /** Which step fails, counted from 0. */
  readonly step: number;
  readonly code: string;
  /** `die`: no later step happens either, as after SIGKILL, so that nothing is cleaned up. */
  readonly then: 'go on' | 'die';
}

export interface FaultyDisk extends FileSystem {
  /** The steps so far: `open`, `write`, `sync`, `rename` ... */
  readonly steps: readonly string[];
}

/** The real disk, with one fault and writes of at most `most` bytes. */
export function faultyDisk(fault: Fault | null, most = Infinity): FaultyDisk {
  const steps: string[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const index = steps.push(name) - 1;
    if (fault && (index === fault.step || (fault.then === 'die' && index > fault.step))) {
      throw Object.assign(new Error(`${fault.code}: step ${index}, ${name}`), { code: fault.code });
    }
    return work();
  };
  return {
    steps,
    open: async (file, flags, mode) => {
      const handle = await step(`open ${flags}`, () => disk.open(file, flags, mode));
      const open: OpenFile = {
        write: (bytes, offset, length) => step('write', () => handle.write(bytes, offset, Math.min(length, most))),
        sync: () => step('sync', () => handle.sync()),
        close: async () => {
          // The system closes what a dead process had open.
          await handle.close();
          await step('close', () => Promise.resolve());
        },
      };
      return open;
    },
    readFile: (file) => step('readFile', () => disk.readFile(file)),
    readdir: (folder) => step('readdir', () => disk.readdir(folder)),
    readlink: (file) => step('readlink', () => disk.readlink(file)),
    realpath: (file) => step('realpath', () => disk.realpath(file)),
    stat: (file) => step('stat', () => disk.stat(file)),
    lstat: (file) => step('lstat', () => disk.lstat(file)),
    access: (file, mode) => step('access', () => disk.access(file, mode)),
    rename: (from, to) => step('rename', () => disk.rename(from, to)),
    link: (from, to) => step('link', () => disk.link(from, to)),
    copyFile: (from, to) => step('copyFile', () => disk.copyFile(from, to)),
    chmod: (file, mode) => step('chmod', () => disk.chmod(file, mode)),
    unlink: (file) => step('unlink', () => disk.unlink(file)),
    mkdir: (folder, options) => step('mkdir', () => disk.mkdir(folder, options)),
  };
}

/** An empty folder for one test. */
export function folder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'chancery-disk-'));
}

/** This process with some of its circumstances changed. Its waits take no time, but its clock goes on by them. */
export function callerWith(changes: Partial<Caller> = {}): Caller {
  let waited = 0;
  return {
    ...thisProcess,
    now: () => new Date(Date.now() + waited),
    wait: (milliseconds) => {
      waited += milliseconds;
      return Promise.resolve();
    },
    ...changes,
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
