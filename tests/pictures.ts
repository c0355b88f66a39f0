// Small encoders of pictures for tests: PNG, JPEG and GIF that programs draw, with whatever metadata a test hides in them.
import { zlibSync } from 'fflate';
import { crc32 } from '../shared/base/crc32.ts';

const ascii = (words: string): Uint8Array => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

export function concat(...pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const big32 = (n: number): number[] => [n >>> 24, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff];
const big16 = (n: number): number[] => [n >> 8, n & 0xff];
const little16 = (n: number): number[] => [n & 0xff, n >> 8];

export function pngChunk(type: string, data: Uint8Array | readonly number[] = []): Uint8Array {
  const body = concat(ascii(type), data);
  return concat(big32(data.length), body, big32(crc32(body)));
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A PNG of one blue. `before` and `after` are whole chunks around its data; `dpi` becomes a pHYs. */
export function png(
  { width, height }: Size,
  { before = [], after = [], dpi }: { before?: Uint8Array[]; after?: Uint8Array[]; dpi?: number } = {},
): Uint8Array {
  const rows = new Uint8Array((1 + 3 * width) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set([0x24, 0x50, 0x90], y * (1 + 3 * width) + 1 + 3 * x);
  }
  const perMetre = dpi === undefined ? [] : big32(Math.round(dpi / 0.0254));
  return concat(
    [0x89],
    ascii('PNG\r\n\x1a\n'),
    pngChunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]),
    ...before,
    ...(dpi === undefined ? [] : [pngChunk('pHYs', [...perMetre, ...perMetre, 1])]),
    pngChunk('IDAT', zlibSync(rows)),
    ...after,
    pngChunk('IEND'),
  );
}

export function pngText(type: 'tEXt' | 'zTXt' | 'iTXt' | 'iCCP' | 'eXIf', words: string): Uint8Array {
  return pngChunk(type, ascii(`Comment\0${words}`));
}

export function jpegSegment(marker: number, payload: Uint8Array | readonly number[]): Uint8Array {
  return concat([0xff, marker], big16(payload.length + 2), payload);
}

/** A grey baseline JPEG. `extra` are whole segments before its tables. */
export function jpeg(
  { width, height }: Size,
  { extra = [], dpi = 0, after = [] }: { extra?: Uint8Array[]; dpi?: number; after?: number[] } = {},
): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // Two bits to a block: no change of the grey, end of the block. Both codes are a single 0; the rest is filled with ones.
  const scan = new Uint8Array(Math.ceil((2 * blocks) / 8));
  const left = (2 * blocks) % 8;
  if (left > 0) scan[scan.length - 1] = 0xff >> left;
  const oneCode = [1, ...Array<number>(15).fill(0), 0];
  return concat(
    [0xff, 0xd8],
    jpegSegment(0xe0, [...ascii('JFIF\0'), 1, 2, dpi > 0 ? 1 : 0, ...big16(dpi || 1), ...big16(dpi || 1), 0, 0]),
    ...extra,
    jpegSegment(0xdb, [0, ...Array<number>(64).fill(1)]),
    jpegSegment(0xc0, [8, ...big16(height), ...big16(width), 1, 1, 0x11, 0]),
    jpegSegment(0xc4, [0, ...oneCode]),
    jpegSegment(0xc4, [0x10, ...oneCode]),
    jpegSegment(0xda, [1, 1, 0, 0, 63, 0]),
    scan,
    [0xff, 0xd9],
    after,
  );
}

/** An APP1 with an Exif block: the orientation and the words as its maker (0x010f). */
export function exif(orientation: number, words: string, little = false): Uint8Array {
  const two = little ? little16 : big16;
  const four = (n: number): number[] => (little ? big32(n).reverse() : big32(n));
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
    ...two(tag),
    ...two(type),
    ...four(count),
    ...value,
  ];
  return jpegSegment(0xe1, [
    ...ascii('Exif\0\0'),
    ...ascii(little ? 'II' : 'MM'),
    ...two(42),
    ...four(8),
    ...two(2),
    ...entry(0x010f, 2, words.length, four(38)),
    ...entry(0x0112, 3, 1, [...two(orientation), 0, 0]),
    ...four(0),
    ...ascii(words),
  ]);
}

export function gifComment(words: string): Uint8Array {
  return concat([0x21, 0xfe, words.length], ascii(words), [0]);
}

export function gifApplication(name: string, data: readonly number[]): Uint8Array {
  return concat([0x21, 0xff, 11], ascii(name), [data.length], data, [0]);
}

/** A GIF of one colour with a single frame. `extra` are whole blocks before the frame. */
export function gif({ width, height }: Size, { extra = [] }: { extra?: Uint8Array[] } = {}): Uint8Array {
  const codes: number[] = [];
  // A clear code before each pair of pixels keeps every code three bits wide.
  for (let i = 0; i < width * height; i++) codes.push(...(i % 2 === 0 ? [4, 1] : [1]));
  codes.push(5);
  const data = new Uint8Array(Math.ceil((3 * codes.length) / 8));
  codes.forEach((code, index) => {
    for (let bit = 0; bit < 3; bit++) {
      const at = 3 * index + bit;
      if (code & (1 << bit)) data[at >> 3] = (data[at >> 3] ?? 0) | (1 << (at & 7));
    }
  });
  const blocks: number[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return concat(
    ascii('GIF89a'),
    little16(width),
    little16(height),
    [0x91, 0, 0, 0, 0, 0, 0x24, 0x50, 0x90, 0xff, 0xff, 0xff, 0x80, 0x80, 0x80],
    ...extra,
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, ...little16(width), ...little16(height), 0],
    [2, ...blocks, 0],
    [0x3b],
  );
}

/** True when the ASCII letters of `words` stand anywhere in `bytes`. */
export function holds(bytes: Uint8Array, words: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(words);
}
