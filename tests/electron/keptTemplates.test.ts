// Tests of the kept templates: the last text that was kept, whole, also when the disk is full.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../electron/disk.ts';
import { KeptTemplates } from '../../electron/keptTemplates.ts';
import { House } from './house.ts';
import { faultyDisk, folder } from './faultyDisk.ts';

describe('KeptTemplates', () => {
  it('are none until some are kept, in a folder that need not exist; then the last ones', async () => {
    const place = path.join(folder(), 'data');
    const kept = new KeptTemplates(disk, place);
    expect(await kept.read()).toEqual({ ok: true, value: null });
    await Promise.all([kept.keep('[1]'), kept.keep('["é"]')]);
    expect(await new KeptTemplates(disk, place).read()).toEqual({ ok: true, value: '["é"]' });
  });

  it('are not read out of bytes that are no text', async () => {
    const place = folder();
    writeFileSync(path.join(place, 'templates.json'), new Uint8Array([0xff, 0xfe]));
    expect(await new KeptTemplates(disk, place).read()).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  it('stay when the disk is full', async () => {
    const place = folder();
    await new KeptTemplates(disk, place).keep('[1]');
    const full = new KeptTemplates(faultyDisk({ step: 2, code: 'ENOSPC', then: 'go on' }), place);
    expect(await full.keep('[2]')).toMatchObject({ ok: false, error: { code: 'full' } });
    expect(readFileSync(path.join(place, 'templates.json'), 'utf8')).toBe('[1]');
  });
});

it('the host reads the file that was chosen, and keeps what the page gives', async () => {
  const house = new House();
  const desk = house.desk();
  expect(await house.calls.chooseTemplate(desk)).toEqual({ ok: true, value: null });
  house.answers.template = path.join(house.docs, 'ours.json');
  writeFileSync(house.answers.template, '{}');
  expect(await house.calls.chooseTemplate(desk)).toEqual({
    ok: true,
    value: { name: 'ours.json', bytes: new TextEncoder().encode('{}') },
  });
  await house.calls.keepTemplates(desk, '[]');
  expect(await house.calls.keptTemplates(desk)).toEqual({ ok: true, value: '[]' });
});
