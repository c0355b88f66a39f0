// The save protocol: whatever step fails, the file on disk is whole, the failure is told and nothing is left lying about.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk, hashOf } from '../../electron/disk.ts';
import { isReadOnly, readWhole, replaceFile, saveFile, writeNew } from '../../electron/files.ts';
import { bytesOf, callerWith, faultyDisk, folder, type FaultyDisk } from './faultyDisk.ts';

const OLD = bytesOf('The ferry to Lowmere carried 1,200 people in May.');
const NEW = bytesOf('The ferry to Lowmere carried 1,350 people in May, the harbour office said.');

/** A folder with one saved briefing in it. */
function saved(): { readonly place: string; readonly file: string } {
  const place = folder();
  const file = path.join(place, 'ferry.brief');
  writeFileSync(file, OLD);
  return { place, file };
}

const text = (file: string) => readFileSync(file, 'utf8');
const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The steps of a save without a fault. */
async function stepsOfSave(): Promise<readonly string[]> {
  const { file } = saved();
  const fs = faultyDisk(null);
  expect(await saveFile(fs, file, NEW, { expectedHash: hashOf(OLD) })).toMatchObject({ ok: true });
  return fs.steps;
}

const STEPS = await stepsOfSave();
const RENAME = STEPS.lastIndexOf('rename');

describe('saveFile', () => {
  it('replaces the file, keeps the one before, and leaves nothing else', async () => {
    const { place, file } = saved();
    const result = await saveFile(disk, file, NEW, { expectedHash: hashOf(OLD) });
    expect(result).toEqual({ ok: true, value: { path: file, hash: hashOf(NEW) } });
    expect(text(file)).toBe(read(NEW));
    expect(text(`${file}.bak`)).toBe(read(OLD));
    expect(readdirSync(place).sort()).toEqual(['ferry.brief', 'ferry.brief.bak']);
  });

  it('keeps the order of the protocol: written and flushed and read back before the rename, the folder flushed after it', () => {
    const telling = STEPS.filter((step) => /^(open|write|sync|close|readFile|link|rename|unlink)/.test(step));
    const lock = ['open wx', 'write', 'close'];
    const compared = ['readFile'];
    const temporary = ['open wx', 'write', 'sync', 'close', 'readFile'];
    const previous = ['link', 'rename'];
    const flushed = ['open r', 'sync', 'close'];
    expect(telling).toEqual([...lock, ...compared, ...temporary, ...previous, 'rename', ...flushed, 'unlink']);
  });

  it('creates a file that is not there, without a previous version', async () => {
    const place = folder();
    const file = path.join(place, 'new.brief');
    expect(await saveFile(disk, file, NEW)).toMatchObject({ ok: true });
    expect(readdirSync(place)).toEqual(['new.brief']);
  });

  it('writes on when the disk takes a few bytes at a time', async () => {
    const { file } = saved();
    const fs = faultyDisk(null, 7);
    expect(await saveFile(fs, file, NEW)).toMatchObject({ ok: true });
    expect(text(file)).toBe(read(NEW));
    expect(fs.steps.filter((step) => step === 'write').length).toBeGreaterThan(NEW.length / 7);
  });

  it('refuses when the disk takes no byte at all', async () => {
    const { place, file } = saved();
    const result = await saveFile(faultyDisk(null, 0), file, NEW);
    expect(result).toMatchObject({ ok: false, error: { code: 'full' } });
    expect(text(file)).toBe(read(OLD));
    expect(readdirSync(place)).toEqual(['ferry.brief']);
  });

  it('refuses when the bytes read back are not those that were written', async () => {
    const { place, file } = saved();
    const torn: FaultyDisk = {
      ...faultyDisk(null),
      chmod: (name) => {
        truncateSync(name, 10);
        return Promise.resolve();
      },
    };
    expect(await saveFile(torn, file, NEW)).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(text(file)).toBe(read(OLD));
    expect(readdirSync(place)).toEqual(['ferry.brief']);
  });

  describe.each(['ENOSPC', 'EIO', 'EACCES', 'EDQUOT', 'EROFS'])('with %s', (code) => {
    it.each(STEPS.map((step, index) => [index, step] as const))('at step %i (%s)', async (step, name) => {
      const { place, file } = saved();
      const fs = faultyDisk({ step, code, then: 'go on' });
      const result = await saveFile(fs, file, NEW, { expectedHash: hashOf(OLD) });
      // Whole always; and new exactly when it was said or when only what follows the rename failed.
      expect(text(file)).toBe(read(result.ok || step > RENAME ? NEW : OLD));
      if (!result.ok) {
        expect(result.error.code).toBe({ ENOSPC: 'full', EDQUOT: 'full', EIO: 'failed' }[code] ?? 'read-only');
        expect(result.error.text).toContain('ferry.brief');
      }
      // A failing removal cannot remove; everything else is cleaned up.
      const left = readdirSync(place).filter((entry) => entry.startsWith('.'));
      expect(left.length).toBeLessThanOrEqual(name === 'unlink' ? 1 : 0);
    });
  });

  it.each(STEPS.map((step, index) => [index, step] as const))(
    'killed at step %i (%s): old or new, and the next save goes through',
    async (step) => {
      const { place, file } = saved();
      const dead = callerWith({ pid: 999_999_999 });
      const result = await saveFile(faultyDisk({ step, code: 'EIO', then: 'die' }), file, NEW, { caller: dead });
      const after = text(file);
      expect([read(OLD), read(NEW)]).toContain(after);
      if (result.ok) expect(after).toBe(read(NEW));
      const next = bytesOf('The next save.');
      const again = { expectedHash: hashOf(bytesOf(after)), caller: callerWith() };
      expect(await saveFile(disk, file, next, again)).toMatchObject({ ok: true });
      expect(text(file)).toBe('The next save.');
      const left = readdirSync(place).filter((entry) => entry.endsWith('.tmp') || entry.endsWith('.lock'));
      expect(left).toEqual([]);
    },
  );

  it('keeps the previous version by copy where the disk has no hard links', async () => {
    const { file } = saved();
    const noLinks: FaultyDisk = {
      ...faultyDisk(null),
      link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })),
    };
    expect(await saveFile(noLinks, file, NEW)).toMatchObject({ ok: true });
    expect(text(`${file}.bak`)).toBe(read(OLD));
  });
});

describe('a change by another program', () => {
  const other = bytesOf('The ferry to Lowmere carried 9,999 people in May.');

  it('is noticed by content, with size and time the same', async () => {
    const { file } = saved();
    const { atime, mtime } = statSync(file);
    writeFileSync(file, other);
    utimesSync(file, atime, mtime);
    const result = await saveFile(disk, file, NEW, { expectedHash: hashOf(OLD) });
    expect(result).toMatchObject({ ok: false, error: { code: 'changed-outside' } });
    expect(text(file)).toBe(read(other));
  });

  it('is noticed while the new file is written', async () => {
    const { place, file } = saved();
    const real = faultyDisk(null);
    const busy: FaultyDisk = {
      ...real,
      chmod: async (name, mode) => {
        await real.chmod(name, mode);
        rmSync(file);
        writeFileSync(file, other);
      },
    };
    const result = await saveFile(busy, file, NEW, { expectedHash: hashOf(OLD) });
    expect(result).toMatchObject({ ok: false, error: { code: 'changed-outside' } });
    expect(text(file)).toBe(read(other));
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('goes unnoticed when the content is one that is known, or when no hash is asked for', async () => {
    const { file } = saved();
    expect(await saveFile(disk, file, NEW, { expectedHash: ['0'.repeat(64), hashOf(OLD)] })).toMatchObject({
      ok: true,
    });
    writeFileSync(file, other);
    expect(await saveFile(disk, file, OLD)).toMatchObject({ ok: true });
  });

  it('that deleted the file is mended by writing it again', async () => {
    const { file } = saved();
    rmSync(file);
    expect(await saveFile(disk, file, NEW, { expectedHash: hashOf(OLD) })).toMatchObject({ ok: true });
    expect(text(file)).toBe(read(NEW));
  });
});

describe('the place of a file', () => {
  it('is the target of a link, which stays a link', async () => {
    const { place, file } = saved();
    const link = path.join(place, 'link.brief');
    symlinkSync('ferry.brief', link);
    expect(await saveFile(disk, link, NEW)).toMatchObject({ ok: true, value: { path: file } });
    expect(readlinkSync(link)).toBe('ferry.brief');
    expect(text(file)).toBe(read(NEW));
  });

  it('is the target of a link to a file still to come', async () => {
    const place = folder();
    const link = path.join(place, 'link.brief');
    symlinkSync('later.brief', link);
    expect(await saveFile(disk, link, NEW)).toMatchObject({ ok: true });
    expect(text(path.join(place, 'later.brief'))).toBe(read(NEW));
    expect(readlinkSync(link)).toBe('later.brief');
  });

  it('keeps its mode', async () => {
    const { file } = saved();
    chmodSync(file, 0o640);
    await saveFile(disk, file, NEW);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('may have a name as long as the disk allows', async () => {
    const file = path.join(folder(), `${'n'.repeat(249)}.brief`);
    expect(await saveFile(disk, file, OLD)).toMatchObject({ ok: true });
    expect(await saveFile(disk, file, NEW)).toMatchObject({ ok: true });
    expect(text(file)).toBe(read(NEW));
  });

  it.each([
    ['is read-only', (file: string) => chmodSync(file, 0o444), 'read-only'],
    [
      'is a folder',
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
      'failed',
    ],
    ['lost its folder', (file: string) => rmSync(path.dirname(file), { recursive: true }), 'failed'],
    ['has a link round in a circle', (file: string) => (rmSync(file), symlinkSync(file, file)), 'failed'],
  ])('that %s: a sentence', async (_what, spoil, code) => {
    const { file } = saved();
    spoil(file);
    const result = await saveFile(disk, file, NEW);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(result.error.text).toMatch(/^“ferry\.brief” could not be saved\. .+\.$/);
  });
});

describe('a rename that Windows holds up', () => {
  const held = (times: number): FaultyDisk => {
    const real = faultyDisk(null);
    let left = times;
    return {
      ...real,
      rename: (from, to) =>
        to.endsWith('.brief') && left-- > 0
          ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
          : real.rename(from, to),
    };
  };

  it('is tried again there, for up to 7.5 seconds', async () => {
    const { file } = saved();
    let waited = 0;
    const wait = (milliseconds: number) => {
      waited += milliseconds;
      return Promise.resolve();
    };
    const windows = callerWith({ platform: 'win32', wait });
    expect(await saveFile(held(5), file, NEW, { caller: windows })).toMatchObject({ ok: true });
    expect(waited).toBeGreaterThan(0);
    waited = 0;
    const never = await saveFile(held(1000), file, OLD, { caller: windows });
    expect(never).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(waited).toBeGreaterThanOrEqual(7500);
    expect(waited).toBeLessThan(9000);
    expect(text(file)).toBe(read(NEW));
  });

  it('is told at once elsewhere', async () => {
    const { file } = saved();
    const result = await saveFile(held(1), file, NEW, { caller: callerWith({ platform: 'linux' }) });
    expect(result).toMatchObject({ ok: false, error: { text: expect.stringContaining('in use by another program') } });
  });
});

describe('writeNew', () => {
  it('writes a new file and never goes over one', async () => {
    const { place, file } = saved();
    expect(await writeNew(file, NEW, { force: false })).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect(text(file)).toBe(read(OLD));
    const fresh = path.join(place, 'fresh.docx');
    expect(await writeNew(fresh, NEW, { force: false })).toMatchObject({ ok: true });
    expect(text(fresh)).toBe(read(NEW));
    expect(readdirSync(place).sort()).toEqual(['ferry.brief', 'fresh.docx']);
  });

  it('does not go over a file that came while it wrote', async () => {
    const place = folder();
    const file = path.join(place, 'export.docx');
    const real = faultyDisk(null);
    const late: FaultyDisk = {
      ...real,
      link: (from, to) => {
        writeFileSync(to, 'quicker');
        return real.link(from, to);
      },
    };
    const result = await writeNew(file, NEW, { force: false, fs: late });
    expect(result).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect(text(file)).toBe('quicker');
    expect(readdirSync(place)).toEqual(['export.docx']);
  });

  it('goes over one with force, without a .bak', async () => {
    const { place, file } = saved();
    expect(await writeNew(file, NEW, { force: true })).toMatchObject({ ok: true });
    expect(text(file)).toBe(read(NEW));
    expect(readdirSync(place)).toEqual(['ferry.brief']);
  });

  it('gives a sentence for a folder that is not there', async () => {
    const result = await writeNew(path.join(folder(), 'no', 'such.docx'), NEW, { force: true });
    expect(result).toMatchObject({ ok: false, error: { code: 'failed' } });
  });
});

describe('replaceFile', () => {
  it('throws what the disk says, keeps the old file and removes its own', async () => {
    const { place, file } = saved();
    const steps = faultyDisk(null);
    await replaceFile(steps, file, OLD);
    for (let step = 0; step <= steps.steps.indexOf('rename'); step += 1) {
      await expect(replaceFile(faultyDisk({ step, code: 'ENOSPC', then: 'go on' }), file, NEW)).rejects.toThrow(
        'ENOSPC',
      );
      expect(text(file)).toBe(read(OLD));
      expect(readdirSync(place)).toEqual(['ferry.brief']);
    }
  });
});

describe('reading', () => {
  it('reads a file up to the limit', async () => {
    const { file } = saved();
    expect(await readWhole(disk, file, OLD.length)).toMatchObject({ ok: true });
    expect(await readWhole(disk, file, OLD.length - 1)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it.each([
    ['missing', (place: string) => path.join(place, 'none.brief'), 'missing'],
    ['a folder', (place: string) => place, 'not-a-file'],
    [
      'a pipe, which never ends',
      (place: string) => {
        execFileSync('mkfifo', [path.join(place, 'pipe')]);
        return path.join(place, 'pipe');
      },
      'not-a-file',
    ],
  ])('says what is wrong with a file that is %s', async (_what, make, code) => {
    expect(await readWhole(disk, make(folder()), 1000)).toMatchObject({ ok: false, error: { code } });
  });

  it('knows a read-only file', async () => {
    const { file } = saved();
    expect(await isReadOnly(disk, file)).toBe(false);
    chmodSync(file, 0o444);
    expect(await isReadOnly(disk, file)).toBe(true);
  });
});
