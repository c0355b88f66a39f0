// The lock of a save: one writer at a time, and locks of the dead are taken over.
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../electron/disk.ts';
import { saveFile } from '../../electron/files.ts';
import { lockPath, takeLock } from '../../electron/lock.ts';
import { bytesOf, callerWith, folder } from './faultyDisk.ts';

const TOKEN = 'ab'.repeat(16);

/** A file beside which another program's lock lies. */
function lockedBy(holder: object | string, secondsOld = 0): string {
  const file = path.join(folder(), 'ferry.brief');
  const lock = lockPath(file);
  const record = { pid: 4242, computer: 'north-desk', user: 'mira', at: '2025-05-02T10:00:00.000Z', token: TOKEN };
  writeFileSync(lock, typeof holder === 'string' ? holder : JSON.stringify({ ...record, ...holder }));
  const then = new Date(Date.now() - secondsOld * 1000);
  utimesSync(lock, then, then);
  return file;
}

const alive = callerWith({ pid: 1, computer: 'north-desk', isAlive: () => true });
const alone = callerWith({ pid: 1, computer: 'north-desk', isAlive: () => false });

describe('takeLock', () => {
  it('gives the lock to one, and to the next after it was released', async () => {
    const file = path.join(folder(), 'ferry.brief');
    const first = await takeLock(disk, file, alive);
    expect(first).toMatchObject({ ok: true });
    expect(await takeLock(disk, file, alive)).toMatchObject({ ok: false, error: { code: 'locked' } });
    if (first.ok) await first.value.release();
    expect(existsSync(lockPath(file))).toBe(false);
    const next = await takeLock(disk, file, alive);
    expect(next).toMatchObject({ ok: true });
    if (next.ok) await next.value.release();
  });

  it('is refused while a living process has it, and tells who', async () => {
    const file = lockedBy({});
    const result = await saveFile(disk, file, bytesOf('x'), { caller: alive });
    expect(result).toMatchObject({ ok: false, error: { code: 'locked' } });
    if (!result.ok) expect(result.error.text).toContain('mira on north-desk');
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(lockPath(file))]);
  });

  it.each([
    ['a dead process', {}, 0, alone],
    ['an earlier process with our number', { pid: 1 }, 0, alive],
    ['a process that seems alive, after an hour', {}, 3700, alive],
    ['another computer, after an hour', { computer: 'south-desk' }, 3700, alone],
  ])('is taken over from %s, with what it left half written', async (_who, holder, age, caller) => {
    const file = lockedBy(holder, age);
    writeFileSync(path.join(path.dirname(file), `.chancery-${TOKEN}.tmp`), 'half');
    expect(await saveFile(disk, file, bytesOf('x'), { caller })).toMatchObject({ ok: true });
    expect(readdirSync(path.dirname(file))).toEqual(['ferry.brief']);
  });

  it('is refused while another computer has it, dead there or not', async () => {
    const file = lockedBy({ computer: 'south-desk' }, 60);
    expect(await takeLock(disk, file, alone)).toMatchObject({ ok: false, error: { code: 'locked' } });
  });

  it.each(['', '{"pid":', '{}', '[1]'])(
    'that is not whole (%j) is waited for a moment and then taken over',
    async (text) => {
      const file = lockedBy(text);
      expect(await saveFile(disk, file, bytesOf('x'), { caller: callerWith() })).toMatchObject({ ok: true });
    },
  );

  it('that becomes whole in that moment is respected', async () => {
    const file = lockedBy('');
    const wait = () => {
      const holder = { pid: 7, computer: 'north-desk', user: 'mira', at: '', token: TOKEN };
      writeFileSync(lockPath(file), JSON.stringify(holder));
      return Promise.resolve();
    };
    const caller = callerWith({ computer: 'north-desk', isAlive: () => true, wait });
    expect(await takeLock(disk, file, caller)).toMatchObject({ ok: false, error: { code: 'locked' } });
  });

  it('is left alone while another process is taking it over', async () => {
    const file = lockedBy({});
    writeFileSync(`${lockPath(file)}.taking`, '');
    expect(await takeLock(disk, file, alone)).toMatchObject({ ok: false, error: { code: 'locked' } });
  });
});
