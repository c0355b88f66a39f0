// Tests of the house style in a browser tab: read whole or refused with a sentence, kept in storage, gone when dropped.
import { describe, expect, it } from 'vitest';
import { browserHouseStyle } from '../../renderer/browserHouseStyle.ts';
import type { BrowserStore } from '../../renderer/browserStore.ts';
import { MAX_HOUSE_STYLE } from '../../shared/platform.ts';

const BYTES = new Uint8Array([1, 2, 3]);
const file = (size = BYTES.length, read = async () => BYTES.slice().buffer as ArrayBuffer) => ({
  name: 'house.dotx',
  size,
  arrayBuffer: read,
});

function tab(picked: ReturnType<typeof file> | null = null, barred = false) {
  const rows = new Map<string, unknown>();
  const open = () => {
    if (barred) throw new Error('Barred.');
    return rows;
  };
  const store: BrowserStore = {
    get: async <T>(_table: string, key: string) => open().get(key) as T | undefined,
    all: async () => [],
    put: async (_table, key, value) => void open().set(key, value),
    remove: async (_table, key) => void open().delete(key),
  };
  return browserHouseStyle({
    store: Promise.resolve(store),
    pick: async () => picked,
    sentence: (fault) => (fault instanceof Error ? fault.message : ''),
  });
}

describe('a house style in a browser tab', () => {
  it('is the file the user picked, and none when there is none', async () => {
    expect(await tab().chooseHouseStyle()).toEqual({ ok: true, value: null });
    expect(await tab(file()).chooseHouseStyle()).toEqual({ ok: true, value: { name: 'house.dotx', bytes: BYTES } });
  });

  it('is refused when it is too large, before it is read, or when it cannot be read', async () => {
    const never = () => Promise.reject(new Error('It was read.'));
    const large = await tab(file(MAX_HOUSE_STYLE + 1, never)).chooseHouseStyle();
    expect(large).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(await tab(file(3, never)).chooseHouseStyle()).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });

  it('is kept until it is dropped', async () => {
    const calls = tab();
    expect(await calls.keptHouseStyle()).toEqual({ ok: true, value: null });
    await calls.keepHouseStyle({ name: 'house.dotx', bytes: BYTES });
    expect(await calls.keptHouseStyle()).toEqual({ ok: true, value: { name: 'house.dotx', bytes: BYTES } });
    await calls.dropHouseStyle();
    expect(await calls.keptHouseStyle()).toEqual({ ok: true, value: null });
  });

  it('says so where the browser refuses to keep it', async () => {
    const calls = tab(null, true);
    const refused = { ok: false, error: { code: 'failed', text: 'Barred.' } };
    expect(await calls.keepHouseStyle({ name: 'house.dotx', bytes: BYTES })).toEqual(refused);
    expect(await calls.dropHouseStyle()).toEqual(refused);
    expect(await calls.keptHouseStyle()).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});
