// A plain reader of zip files for the checker, by the central directory, with every sum and name looked at.
import { crc32, inflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MS-DOS date and time as they stand. */
  readonly date: number;
  readonly time: number;
  /** External attributes; 0 makes Word for Mac warn. */
  readonly attributes: number;
}

/** The entries in the order of the directory. Throws an Error for anything that is not as it should be. */
export function readZip(file: Uint8Array): Entry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end of central directory, or a zip comment');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('a broken central directory');
    const method = view.getUint16(at + 10, true);
    const sum = view.getUint32(at + 16, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(at + 46, at + 46 + nameLength));
    if (names.has(name)) throw new Error(`the part ${name} twice`);
    if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)|:/u.test(name)) throw new Error(`the unsafe name ${name}`);
    names.add(name);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = file.subarray(start, start + packed);
    const bytes = method === 0 ? data : new Uint8Array(inflateRawSync(data));
    if (bytes.length !== size || crc32(bytes) !== sum) throw new Error(`the part ${name} is damaged`);
    entries.push({
      name,
      bytes,
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      attributes: view.getUint32(at + 38, true),
    });
    at += 46 + nameLength + more;
  }
  return entries;
}
