// Tests of choosing a picture or a house style: its name and bytes go to the page, its path never; and of keeping the style.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { House } from './house.ts';

it('hands over the picture the user chose, and none when there is none', async () => {
  const house = new House();
  const desk = house.desk();
  expect(await house.calls.choosePicture(desk)).toEqual({ ok: true, value: null });
  house.answers.picture = house.file('quay.png', 'pixels');
  expect(await house.calls.choosePicture(desk)).toEqual({
    ok: true,
    value: { name: 'quay.png', bytes: expect.any(Uint8Array) as unknown },
  });
  house.answers.picture = path.join(house.docs, 'none.png');
  expect(await house.calls.choosePicture(desk)).toMatchObject({ ok: false });
});

it('hands over the Word document the user chose as house style, and keeps it only when told to', async () => {
  const house = new House();
  const desk = house.desk();
  expect(await house.calls.chooseHouseStyle(desk)).toEqual({ ok: true, value: null });
  house.answers.houseStyle = house.file('letterhead.dotx', 'styles');
  const chosen = await house.calls.chooseHouseStyle(desk);
  expect(chosen).toEqual({ ok: true, value: { name: 'letterhead.dotx', bytes: expect.any(Uint8Array) as unknown } });
  expect(await house.calls.keptHouseStyle(desk)).toEqual({ ok: true, value: null });
  if (!chosen.ok || !chosen.value) throw new Error('Nothing was chosen.');
  expect(await house.calls.keepHouseStyle(desk, chosen.value)).toMatchObject({ ok: true });
  // The file itself may go: what is kept is a copy, for every window and the next start.
  rmSync(house.answers.houseStyle);
  const later = new House(house.data);
  expect(await later.calls.keptHouseStyle(later.desk())).toEqual(chosen);
  expect(await later.calls.dropHouseStyle(later.desk())).toMatchObject({ ok: true });
  expect(await house.calls.keptHouseStyle(desk)).toEqual({ ok: true, value: null });
  expect(await house.calls.chooseHouseStyle(desk)).toMatchObject({ ok: false, error: { code: 'missing' } });
});
