// zipGuard: reading a zip that may be a bomb, or damaged; every limit is checked before, and counted while, inflating.
import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';
import { crc32 } from '../base/crc32.ts';

const MB = 1024 * 1024;

/** The limits of safety.md (Untrusted input, zip bomb). */
export const ZIP_LIMITS = { entries: 2000, part: 64 * MB, total: 256 * MB, ratio: 200, ratioFrom: MB } as const;

/** One part of a zip, as its header says. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Length of the compressed bytes. */
  readonly compressed: number;
  /** Length of the part itself. */
  readonly size: number;
  /** Offset of the local header. */
  readonly header: number;
  /** Offset of the compressed bytes. */
  readonly data: number;
}

export interface Directory {
  readonly entries: readonly ZipEntry[];
  /** Names in the directory whose header is not where it says, or differs: damage. */
  readonly lost: readonly string[];
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
/** Flag: sizes stand after the data, not in the local header. */
const SIZES_AFTER = 1 << 3;
const ENCRYPTED = 1;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function unsafe(text: string): Result<never> {
  return fail('unsafe-zip', `${text} It was not opened, because it could fill the memory of this computer.`);
}

/** The limits that can be told from headers. */
function breach(entries: readonly ZipEntry[]): string | null {
  if (entries.length > ZIP_LIMITS.entries)
    return `The file has ${entries.length} parts; ${ZIP_LIMITS.entries} are allowed.`;
  let total = 0;
  for (const { size, compressed } of entries) {
    total += size;
    if (size > ZIP_LIMITS.part) return 'A part of the file is larger than 64 MB.';
    if (size > ZIP_LIMITS.ratioFrom && size > compressed * ZIP_LIMITS.ratio) {
      return 'A part of the file is packed more than 200 times.';
    }
  }
  return total > ZIP_LIMITS.total ? 'The parts of the file are larger than 256 MB together.' : null;
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.header - b.header);
  return sorted.some((entry, i) => {
    const next = sorted[i + 1];
    return next !== undefined && entry.data + entry.compressed > next.header;
  });
}

/** Reads the local header at `header`; null when there is none. */
function localAt(bytes: Uint8Array, header: number): (ZipEntry & { readonly flags: number }) | null {
  if (header + LOCAL_LENGTH > bytes.length) return null;
  const data = view(bytes);
  if (data.getUint32(header, true) !== LOCAL) return null;
  const nameEnd = header + LOCAL_LENGTH + data.getUint16(header + 26, true);
  const start = nameEnd + data.getUint16(header + 28, true);
  if (start > bytes.length) return null;
  return {
    name: new TextDecoder().decode(bytes.subarray(header + LOCAL_LENGTH, nameEnd)),
    flags: data.getUint16(header + 6, true),
    method: data.getUint16(header + 8, true),
    crc: data.getUint32(header + 14, true),
    compressed: data.getUint32(header + 18, true),
    size: data.getUint32(header + 22, true),
    header,
    data: start,
  };
}

/** Offset of the end record: it stands last, before a comment of at most 65,535 bytes; -1 when there is none. */
function findEnd(bytes: Uint8Array): number {
  const data = view(bytes);
  const least = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= least; at--) {
    if (data.getUint32(at, true) === END && at + END_LENGTH + data.getUint16(at + 20, true) === bytes.length) return at;
  }
  return -1;
}

/**
 * The parts that the central directory lists. Failures: `not-a-zip` (no directory, or one that cannot be read), `unsafe-zip`
 * (a limit, overlapping parts, encryption). Nothing is inflated.
 */
export function readDirectory(bytes: Uint8Array): Result<Directory> {
  const notAZip = fail('not-a-zip', 'The file has no table of contents that can be read.');
  const end = bytes.length < END_LENGTH ? -1 : findEnd(bytes);
  if (end < 0) return notAZip;
  const data = view(bytes);
  const count = data.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries) return unsafe(`The file has ${count} parts; ${ZIP_LIMITS.entries} are allowed.`);
  const entries: ZipEntry[] = [];
  const lost: string[] = [];
  let at = data.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || data.getUint32(at, true) !== CENTRAL) return notAZip;
    const nameEnd = at + CENTRAL_LENGTH + data.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_LENGTH, nameEnd));
    const flags = data.getUint16(at + 8, true);
    const said = {
      name,
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      compressed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
    };
    if (flags & ENCRYPTED) return unsafe('The file is encrypted.');
    const local = localAt(bytes, data.getUint32(at + 42, true));
    // The two headers of a part that was not touched say the same.
    const same =
      local !== null &&
      local.name === name &&
      local.method === said.method &&
      ((local.flags & SIZES_AFTER) !== 0 ||
        (local.crc === said.crc && local.compressed === said.compressed && local.size === said.size));
    if (same && local.data + said.compressed <= bytes.length) {
      entries.push({ ...said, header: local.header, data: local.data });
    } else lost.push(name);
    at = nameEnd + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  const broken = breach(entries);
  if (broken !== null) return unsafe(broken);
  if (overlap(entries)) return unsafe('Parts of the file lie within each other.');
  return ok({ entries, lost });
}

function isHeader(bytes: Uint8Array, at: number): boolean {
  return at + 4 <= bytes.length && [LOCAL, CENTRAL, END].includes(view(bytes).getUint32(at, true));
}

function findSignature(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 0x03 && bytes[at + 3] === 0x04) return at;
  }
  return -1;
}

/**
 * The parts found by their own headers, without the central directory: what a truncated or damaged file still has. They
 * never overlap. Failure: `unsafe-zip`.
 */
export function scanParts(bytes: Uint8Array): Result<readonly ZipEntry[]> {
  const entries = scanHeaders(bytes);
  const broken = breach(entries);
  return broken === null ? ok(entries) : unsafe(broken);
}

/** As scanParts, without the limits, at most one entry more than are allowed. */
export function scanHeaders(bytes: Uint8Array): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = findSignature(bytes, 0); at >= 0;) {
    const local = localAt(bytes, at);
    const end = local ? local.data + local.compressed : 0;
    // A damaged length would leap over what follows; a right one ends where another header does begin, or the file ends.
    if (local && (local.flags & (SIZES_AFTER | ENCRYPTED)) === 0 && (end === bytes.length || isHeader(bytes, end))) {
      entries.push(local);
      if (entries.length > ZIP_LIMITS.entries) return entries;
      at = findSignature(bytes, end);
    } else at = findSignature(bytes, at + 4);
  }
  return entries;
}

/** Compressed bytes given to the inflater at a time: deflate grows at most 1,032 times, so at most 4 MB come back. */
const STEP = 4096;

/**
 * Inflates the parts of one zip, and counts over all of them. Failures: `unsafe-zip` when more comes out than the limits
 * allow, `damaged-part` when what comes out is not what the header says.
 */
export function makeUnpacker(bytes: Uint8Array): (entry: ZipEntry) => Result<Uint8Array> {
  let total = 0;
  return (entry) => {
    const damaged = fail('damaged-part', `The part ${entry.name} is damaged.`);
    const packed = bytes.subarray(entry.data, entry.data + entry.compressed);
    if (entry.size > ZIP_LIMITS.part || total + entry.size > ZIP_LIMITS.total) {
      return unsafe('The parts of the file are too large.');
    }
    if (entry.method === 0) {
      total += packed.length;
      if (packed.length !== entry.size || crc32(packed) !== entry.crc) return damaged;
      return ok(packed.slice());
    }
    if (entry.method !== 8) return damaged;
    const out = new Uint8Array(entry.size);
    let length = 0;
    let crc = 0;
    const inflate = new Inflate((chunk) => {
      // Headers lie: what does not fit the said size is counted, not kept.
      if (length + chunk.length <= entry.size) {
        out.set(chunk, length);
        crc = crc32(chunk, crc);
      }
      length += chunk.length;
    });
    try {
      for (let at = 0; at < packed.length && length <= entry.size; at += STEP) {
        inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      }
    } catch {
      // The inflater's way of saying that the bytes are no deflate stream.
      total += Math.min(length, entry.size);
      return damaged;
    }
    total += length;
    return length === entry.size && crc === entry.crc ? ok(out) : damaged;
  };
}
