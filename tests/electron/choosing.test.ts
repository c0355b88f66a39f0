// Tests of choosing a picture: its name and bytes go to the page, its path never.
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
