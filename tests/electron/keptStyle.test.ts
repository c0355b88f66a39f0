// Tests of the kept house style: one file that is whole or not used, and that a full disk does not take away.
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../electron/disk.ts';
import { KeptStyle } from '../../electron/keptStyle.ts';
import { faultyDisk, folder } from './faultyDisk.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const ONE = { name: 'Brief „Kai“.dotx', bytes: bytesOf('first\nstyles\n') };
const TWO = { name: 'two.docx', bytes: bytesOf('second') };
const NONE = { ok: true, value: null };

describe('KeptStyle', () => {
  it('is none until one is kept, in a folder that need not exist; then the last one, with its name', async () => {
    const place = path.join(folder(), 'data');
    const kept = new KeptStyle(disk, place);
    expect(await kept.read()).toEqual(NONE);
    expect(await kept.drop()).toMatchObject({ ok: true });
    await Promise.all([kept.keep(TWO), kept.keep(ONE)]);
    expect(await new KeptStyle(disk, place).read()).toEqual({ ok: true, value: ONE });
    await kept.drop();
    expect(await new KeptStyle(disk, place).read()).toEqual(NONE);
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 90)],
    ['without its end', (file: string) => truncateSync(file, readFileSync(file).length - 1)],
    [
      'changed',
      (file: string) => writeFileSync(file, readFileSync(file, 'latin1').replace('styles', 'stiles'), 'latin1'),
    ],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['something else', (file: string) => writeFileSync(file, '{"version":1}\nstyles')],
  ])('is not used when its file is %s', async (_what, damage) => {
    const place = folder();
    await new KeptStyle(disk, place).keep(ONE);
    damage(path.join(place, 'house-style'));
    expect(await new KeptStyle(disk, place).read()).toMatchObject({ ok: false, error: { code: 'damaged' } });
    await new KeptStyle(disk, place).keep(TWO);
    expect(await new KeptStyle(disk, place).read()).toEqual({ ok: true, value: TWO });
  });

  it('stays as it was when another cannot be written, and says why', async () => {
    const place = folder();
    await new KeptStyle(disk, place).keep(ONE);
    const full = new KeptStyle(faultyDisk({ step: 3, code: 'ENOSPC', then: 'go on' }), place);
    expect(await full.keep(TWO)).toMatchObject({ ok: false, error: { code: 'full' } });
    expect(await full.read()).toEqual({ ok: true, value: ONE });
  });

  it('says so when it cannot be removed', async () => {
    const place = folder();
    mkdirSync(path.join(place, 'house-style'));
    expect(await new KeptStyle(disk, place).drop()).toMatchObject({ ok: false, error: { code: 'failed' } });
  });
});
