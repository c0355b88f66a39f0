// Settings and recent files: they survive damage, later versions and a full disk.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../electron/disk.ts';
import { Recents } from '../../electron/recents.ts';
import { DEFAULT_SETTINGS, Settings } from '../../electron/settings.ts';
import { callerWith, faultyDisk, folder } from './faultyDisk.ts';

const MINE = { author: 'R. Okafor-Lind', theme: 'dark', template: 'bluf-memorandum', banner: 'TLP:AMBER' } as const;

describe('Settings', () => {
  it('are the defaults until written, in a folder that need not exist', async () => {
    const place = path.join(folder(), 'data');
    expect(await new Settings(disk, place).read()).toEqual(DEFAULT_SETTINGS);
    await new Settings(disk, place).write(MINE);
    expect(await new Settings(disk, place).read()).toEqual(MINE);
  });

  it('fall back field by field', async () => {
    const place = folder();
    writeFileSync(path.join(place, 'settings.json'), '{"author":"R. Okafor-Lind","theme":"sepia","banner":7}');
    expect(await new Settings(disk, place).read()).toEqual({ ...DEFAULT_SETTINGS, author: 'R. Okafor-Lind' });
  });

  it('remember how the window is arranged, and forget an arrangement that fits none', async () => {
    const place = folder();
    const layout = { panes: { sources: true, facts: false }, widths: { sources: 300, facts: 360 }, zoom: 110 };
    await new Settings(disk, place).write({ ...MINE, layout });
    expect(await new Settings(disk, place).read()).toEqual({ ...MINE, layout });
    writeFileSync(path.join(place, 'settings.json'), '{"author":"A","layout":{"widths":{"sources":"wide"}}}');
    expect(await new Settings(disk, place).read()).toEqual({ ...DEFAULT_SETTINGS, author: 'A' });
  });

  it.each(['', 'null', '[]', '{"author":', '7'])('are the defaults when the file holds %j', async (text) => {
    const place = folder();
    writeFileSync(path.join(place, 'settings.json'), text);
    expect(await new Settings(disk, place).read()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what a later version wrote', async () => {
    const place = folder();
    const file = path.join(place, 'settings.json');
    writeFileSync(file, '{"author":"A","spelling":"en-GB","__proto__":{"polluted":true}}');
    await new Settings(disk, place).write(MINE);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ ...MINE, spelling: 'en-GB' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('tell when they could not be written, and keep the old ones', async () => {
    const place = folder();
    await new Settings(disk, place).write(MINE);
    const full = new Settings(faultyDisk({ step: 3, code: 'ENOSPC', then: 'go on' }), place);
    await expect(full.write(DEFAULT_SETTINGS)).rejects.toThrow('ENOSPC');
    expect(await new Settings(disk, place).read()).toEqual(MINE);
  });
});

describe('Recents', () => {
  const note = { title: 'Ferry traffic', template: 'briefing-note', checksToSettle: 1 };

  it('puts the last first, each file once, and at most twenty', async () => {
    const recents = new Recents(disk, folder());
    await Promise.all(Array.from({ length: 25 }, (_, index) => recents.add(`/b/${index}.brief`, note)));
    await recents.add('/b/20.brief');
    const paths = (await recents.list()).map((row) => row.path);
    expect(paths).toHaveLength(20);
    expect(paths.slice(0, 3)).toEqual(['/b/20.brief', '/b/24.brief', '/b/23.brief']);
    expect(new Set(paths).size).toBe(20);
  });

  it('keeps what was noted when a file is only opened again', async () => {
    const recents = new Recents(disk, folder(), callerWith({ now: () => new Date('2025-05-02T10:00:00Z') }));
    await recents.add('/b/a.brief', note);
    await recents.add('/b/a.brief');
    expect(await recents.list()).toEqual([{ path: '/b/a.brief', openedAt: '2025-05-02T10:00:00.000Z', ...note }]);
  });

  it('knows a missing file, and forgets it only when told', async () => {
    const place = folder();
    const file = path.join(place, 'a.brief');
    writeFileSync(file, 'x');
    const recents = new Recents(disk, place);
    await recents.add(file, note);
    await recents.add(path.join(place, 'gone.brief'), note);
    expect(await Promise.all((await recents.list()).map((row) => recents.isMissing(row.path)))).toEqual([true, false]);
    await recents.forget(path.join(place, 'gone.brief'));
    expect((await recents.list()).map((row) => row.path)).toEqual([file]);
  });

  it('leaves out rows that do not fit and keeps the others', async () => {
    const place = folder();
    const good = { path: '/b/a.brief', openedAt: '', ...note };
    writeFileSync(path.join(place, 'recents.json'), JSON.stringify([7, { path: '' }, good, null]));
    expect(await new Recents(disk, place).list()).toEqual([good]);
    writeFileSync(path.join(place, 'recents.json'), '[{"path"');
    expect(await new Recents(disk, place).list()).toEqual([]);
  });
});
