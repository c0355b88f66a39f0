// Tests of the guard of zips: bombs, lies in headers, overlapping parts; refused before they fill the memory.
import { deflateSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../shared/base/crc32.ts';
import { readBrief } from '../../shared/file/read.ts';
import { makeUnpacker, readDirectory, scanParts, ZIP_LIMITS, type ZipEntry } from '../../shared/file/zipGuard.ts';

const mtime = '1980-01-01T12:00:00';
const words = new TextEncoder().encode('The port of Ostrel opened on Monday. '.repeat(20));

function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  const directory = readDirectory(bytes);
  if (!directory.ok) throw new Error(directory.error.text);
  return directory.value.entries;
}

function codeOf(bytes: Uint8Array): string {
  const directory = readDirectory(bytes);
  return directory.ok ? 'fine' : directory.error.code;
}

/** Sets a little-endian number in a copy. */
function poke(bytes: Uint8Array, at: number, length: 2 | 4, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (length === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

/** Offset of the directory's record number `index`. */
function recordAt(bytes: Uint8Array, index: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = view.getUint32(bytes.length - 6, true);
  for (let i = 0; i < index; i++) at += 46 + view.getUint16(at + 28, true);
  return at;
}

test('crc32 of the check string is that of the standard, in one piece or in two', () => {
  const check = new TextEncoder().encode('123456789');
  expect(crc32(check)).toBe(0xcbf43926);
  expect(crc32(check.subarray(4), crc32(check.subarray(0, 4)))).toBe(0xcbf43926);
});

describe('a zip of ours', () => {
  const bytes = zipSync({ 'a.txt': words, 'b.txt': [words, { level: 0 }] }, { mtime });

  test('is listed and unpacked', () => {
    const unpack = makeUnpacker(bytes);
    expect(entriesOf(bytes).map(({ name, size }) => [name, size])).toEqual([
      ['a.txt', words.length],
      ['b.txt', words.length],
    ]);
    for (const entry of entriesOf(bytes)) expect(unpack(entry)).toEqual({ ok: true, value: words });
  });

  test('is found by its headers as well', () => {
    expect(scanParts(bytes)).toEqual({
      ok: true,
      value: entriesOf(bytes).map((entry) => expect.objectContaining(entry) as unknown),
    });
  });

  test('a zip within a stored part is no part', () => {
    const outer = zipSync({ 'inner.zip': [bytes, { level: 0 }], 'c.txt': words }, { mtime });
    const scanned = scanParts(outer);
    expect(scanned.ok && scanned.value.map(({ name }) => name)).toEqual(['inner.zip', 'c.txt']);
  });

  test('a packed part whose sum is not right is damage', () => {
    const wrong = poke(poke(bytes, 14, 4, 1), recordAt(bytes, 0) + 16, 4, 1);
    const [packed] = entriesOf(wrong);
    expect(packed?.method).toBe(8);
    expect(makeUnpacker(wrong)(packed as ZipEntry)).toMatchObject({ ok: false, error: { code: 'damaged-part' } });
  });

  test('a length that leaps over the next part hides nothing but its own part', () => {
    const scanned = scanParts(poke(bytes, 18, 4, 400));
    expect(scanned.ok && scanned.value.map(({ name }) => name)).toEqual(['b.txt']);
  });

  test('a changed byte of a part is damage', () => {
    const [, stored] = entriesOf(bytes);
    const changed = poke(bytes, (stored as ZipEntry).data + 5, 2, 0x4141);
    expect(makeUnpacker(changed)(stored as ZipEntry)).toMatchObject({ ok: false, error: { code: 'damaged-part' } });
  });
});

describe('refused by its headers', () => {
  test('too many parts', () => {
    const many = Object.fromEntries(
      Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => [`${i}`, new Uint8Array()]),
    );
    expect(codeOf(zipSync(many, { mtime }))).toBe('unsafe-zip');
  });

  test('a part packed more than 200 times, once it is above 1 MB', () => {
    expect(codeOf(zipSync({ bomb: new Uint8Array(2 * 1024 * 1024) }, { mtime }))).toBe('unsafe-zip');
    expect(codeOf(zipSync({ small: new Uint8Array(900 * 1024) }, { mtime }))).toBe('fine');
  });

  test('parts that are too large alone, or together', () => {
    const part = deflateSync(words);
    const zip = zipSync({ a: words }, { mtime });
    const [entry] = entriesOf(zip);
    expect(part.length).toBe(entry?.compressed);
    const size = ZIP_LIMITS.part + 1;
    // Both headers say so: one alone would be damage.
    const large = poke(poke(zip, 22, 4, size), recordAt(zip, 0) + 24, 4, size);
    expect(codeOf(large)).toBe('unsafe-zip');
  });

  test('parts that lie within each other', () => {
    // A stored part that holds the whole header and data of a second one.
    const inner = zipSync({ b: words }, { mtime }).subarray(0, 31 + deflateSync(words).length);
    const zip = zipSync({ a: [inner, { level: 0 }], b: words }, { mtime });
    const [a] = entriesOf(zip);
    const overlapping = poke(zip, recordAt(zip, 1) + 42, 4, (a as ZipEntry).data);
    expect(codeOf(overlapping)).toBe('unsafe-zip');
  });

  test('encryption', () => {
    const zip = zipSync({ a: words }, { mtime });
    expect(codeOf(poke(zip, recordAt(zip, 0) + 8, 2, 1))).toBe('unsafe-zip');
  });
});

describe('lies are counted while inflating', () => {
  test('a part that holds more than its headers say', () => {
    const zip = zipSync({ a: new Uint8Array(900 * 1024) }, { mtime });
    const lying = poke(poke(zip, 22, 4, 100), recordAt(zip, 0) + 24, 4, 100);
    const [entry] = entriesOf(lying);
    expect(makeUnpacker(lying)(entry as ZipEntry)).toMatchObject({ ok: false, error: { code: 'damaged-part' } });
  });

  test('more in all than is allowed, over several parts', () => {
    // 64 MB of noughts are a bomb by their ratio; the unpacker itself counts whatever it is given.
    const zip = zipSync({ a: new Uint8Array(8) }, { mtime });
    const [entry] = entriesOf(zip);
    const unpack = makeUnpacker(zip);
    expect(unpack({ ...(entry as ZipEntry), size: ZIP_LIMITS.part + 1 })).toMatchObject({
      ok: false,
      error: { code: 'unsafe-zip' },
    });
  });
});

test.each([
  ['by ratio', { 'briefing.json': new Uint8Array(4 * 1024 * 1024) }],
  ['by number', Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`media/${i}`, new Uint8Array()]))],
])('a .brief that is a bomb %s is refused with a sentence', (_name, parts) => {
  const result = readBrief(zipSync(parts, { mtime }));
  expect(result).toMatchObject({ ok: false, error: { code: 'unsafe-zip' } });
  expect(result.ok ? '' : result.error.text).toContain('It was not opened');
});
