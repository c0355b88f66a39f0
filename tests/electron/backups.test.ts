// Backups: kept until saved or discarded, whole after a kill at any step, and aware of the file they were made from.
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Backups } from '../../electron/backups.ts';
import { disk } from '../../electron/disk.ts';
import { bytesOf, callerWith, faultyDisk, folder } from './faultyDisk.ts';

const ABOUT = { title: 'Ferry traffic', template: 'bluf-memorandum', checksToSettle: 2, path: null, baseHash: null };
const DAY = 24 * 3600 * 1000;

async function textOf(backups: Backups, id: string): Promise<string | undefined> {
  const read = await backups.read(id);
  return read.ok ? new TextDecoder().decode(read.value) : undefined;
}

describe('Backups', () => {
  it('gives back the bytes, and its words, after a restart', async () => {
    const place = folder();
    const first = new Backups(disk, place);
    const id = first.newId();
    await first.write(id, bytesOf('one'), ABOUT);
    await first.write(id, bytesOf('line one\nline two'), {
      ...ABOUT,
      path: '/somewhere/ferry.brief',
      baseHash: 'cafe',
    });
    expect(await first.list(), 'a window has it').toEqual([]);

    const second = new Backups(disk, place);
    const [kept, ...others] = await second.list();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ ...ABOUT, id, path: '/somewhere/ferry.brief', baseHash: 'cafe', declined: false });
    expect(await textOf(second, id)).toBe('line one\nline two');
  });

  it('lists the newest first, without those that windows have', async () => {
    const place = folder();
    const backups = new Backups(disk, place);
    const ids = ['2025-05-01', '2025-05-03', '2025-05-02'].map((day) => ({ day, id: backups.newId() }));
    for (const { day, id } of ids)
      await backups.write(id, bytesOf(day), { ...ABOUT, title: day, at: `${day}T10:00:00.000Z` });
    for (const { id } of ids) backups.release(id);
    expect((await backups.list()).map((kept) => kept.title)).toEqual(['2025-05-03', '2025-05-02', '2025-05-01']);
    backups.claim(ids[1]?.id ?? '');
    expect((await backups.list()).map((kept) => kept.title)).toEqual(['2025-05-02', '2025-05-01']);
  });

  it('removes what was saved or discarded', async () => {
    const place = folder();
    const backups = new Backups(disk, place);
    const id = backups.newId();
    await backups.write(id, bytesOf('x'), ABOUT);
    await backups.remove(id);
    expect(readdirSync(place)).toEqual([]);
    expect(await backups.read(id)).toMatchObject({ ok: false, error: { code: 'missing' } });
  });

  it('killed at any step keeps the backup before or the new one', async () => {
    const dry = faultyDisk(null);
    await new Backups(dry, folder()).write('aa'.repeat(16), bytesOf('new'), ABOUT);
    for (let step = 0; step < dry.steps.length; step += 1) {
      const place = folder();
      const id = 'aa'.repeat(16);
      await new Backups(disk, place).write(id, bytesOf('old'), ABOUT);
      const dying = new Backups(faultyDisk({ step, code: 'EIO', then: 'die' }), place);
      const said = await dying.write(id, bytesOf('new'), ABOUT);
      const after = new Backups(disk, place);
      expect(await after.list()).toHaveLength(1);
      expect(['old', 'new']).toContain(await textOf(after, id));
      if (said.ok) expect(await textOf(after, id)).toBe('new');
    }
  });

  it('says when it cannot keep one', async () => {
    const full = new Backups(faultyDisk({ step: 1, code: 'ENOSPC', then: 'go on' }), folder());
    const result = await full.write(full.newId(), bytesOf('x'), ABOUT);
    expect(result).toMatchObject({ ok: false, error: { code: 'full' } });
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 40)],
    ['cut in its bytes', (file: string) => truncateSync(file, readFileSync(file).length - 1)],
    [
      'changed in one byte',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 2) ^ 1, bytes.length - 2);
        writeFileSync(file, bytes);
      },
    ],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['something else', (file: string) => writeFileSync(file, '{"version":9}\nx')],
  ])('that is %s is not offered as whole, and not deleted either', async (_what, spoil) => {
    const place = folder();
    const backups = new Backups(disk, place);
    const id = backups.newId();
    await backups.write(id, bytesOf('some words'), ABOUT);
    backups.release(id);
    spoil(path.join(place, `${id}.backup`));
    expect(await backups.list()).toEqual([]);
    expect(await backups.read(id)).toMatchObject({ ok: false });
    await backups.tidy();
    expect(readdirSync(place)).toEqual([`${id}.backup`]);
  });

  it('declined stays 30 days, unsaved for ever', async () => {
    const place = folder();
    const start = new Backups(disk, place);
    const [declined, kept] = [start.newId(), start.newId()];
    await start.write(declined, bytesOf('a'), ABOUT);
    await start.write(kept, bytesOf('b'), ABOUT);
    await start.decline(declined);
    const after = (days: number) =>
      new Backups(disk, place, callerWith({ now: () => new Date(Date.now() + days * DAY) }));
    await after(29).tidy();
    expect((await after(29).list()).map((backup) => [backup.id, backup.declined]).sort()).toEqual(
      [
        [declined, true],
        [kept, false],
      ].sort(),
    );
    await after(31).tidy();
    expect((await after(31).list()).map((backup) => backup.id)).toEqual([kept]);
  });

  it('tidies up what a killed process left half written, not what is being written', async () => {
    const place = folder();
    for (const name of ['.chancery-old.tmp', '.chancery-young.tmp']) writeFileSync(path.join(place, name), 'half');
    utimesSync(path.join(place, '.chancery-old.tmp'), new Date(0), new Date(0));
    await new Backups(disk, place).tidy();
    expect(readdirSync(place)).toEqual(['.chancery-young.tmp']);
  });

  it('takes no id for a path', async () => {
    const backups = new Backups(disk, folder());
    expect(await backups.read('../settings')).toMatchObject({ ok: false, error: { code: 'missing' } });
    await expect(backups.remove('../../x')).rejects.toThrow(RangeError);
  });
});
