// stripPng: a PNG with the chunks it is drawn from and no others (PNG specification, third edition, section 11).
import { crc32 } from '../../base/crc32.ts';
import { joined, plausibleDpi, standsAt, viewOf, type Refusal, type Stripped } from './bytes.ts';

const SIGNATURE = 8;
/** Length, type and check sum of a chunk, around its data. */
const AROUND = 12;

/** Bits of a sample that each colour type allows. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const PALETTE = 3;

/**
 * Chunks beside IHDR, PLTE, IDAT and IEND that change how the picture is drawn, with the lengths that they may have: a
 * longer one could carry words. Colour profiles (iCCP) go, because their names and texts tell of the machine; sRGB,
 * gAMA and cHRM say what is needed. eXIf goes with the turn it may ask for: programs do not agree on it in a PNG.
 */
const KEPT: Readonly<Record<string, (length: number, colourType: number) => boolean>> = {
  tRNS: (length, colourType) =>
    colourType === PALETTE
      ? length > 0 && length <= 256
      : length === ({ 0: 2, 2: 6 } as Record<number, number>)[colourType],
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  sBIT: (length, colourType) => length === ({ 0: 1, 2: 3, 3: 3, 4: 2, 6: 4 } as Record<number, number>)[colourType],
  pHYs: (length) => length === 9,
};

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Reads a PNG whose signature was seen. Chunks keep their check sums, which must be right. One pass. */
export function stripPng(bytes: Uint8Array): Stripped | Refusal {
  const view = viewOf(bytes);
  const pieces = [bytes.subarray(0, SIGNATURE)];
  const seen = new Set<string>();
  let header: { width: number; height: number; colourType: number } | null = null;
  let dpi: number | null = null;
  let lastKept = '';
  for (let at = SIGNATURE; at + AROUND <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + AROUND + length;
    if (end > bytes.length) return 'cut-off';
    const type = typeAt(bytes, at + 4);
    if (header === null) {
      if (type !== 'IHDR' || length !== 13) return 'damaged';
      const colourType = bytes[at + 17] ?? 255;
      const fits = DEPTHS[colourType]?.includes(bytes[at + 16] ?? 0) ?? false;
      const [compression, filter, interlace] = [bytes[at + 18], bytes[at + 19], bytes[at + 20] ?? 2];
      if (!fits || compression !== 0 || filter !== 0 || interlace > 1) return 'damaged';
      header = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), colourType };
    }
    const critical = type === 'IHDR' || type === 'PLTE' || type === 'IDAT' || type === 'IEND';
    const keep = critical
      ? type === 'IDAT' || !seen.has(type)
      : !seen.has(type) &&
        !seen.has('IDAT') &&
        (Object.hasOwn(KEPT, type) ? KEPT[type]?.(length, header.colourType) : false);
    if (keep) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return 'damaged';
      if (type === 'PLTE' && (length === 0 || length > 768 || length % 3 !== 0 || seen.has('IDAT'))) return 'damaged';
      // Data of one picture stand together (5.6); what stood between them was left out, so they do now.
      if (type === 'IDAT' && header.colourType === PALETTE && !seen.has('PLTE')) return 'damaged';
      if (type === 'IEND' && (length !== 0 || !seen.has('IDAT'))) return 'damaged';
      if (type === 'pHYs' && bytes[at + 16] === 1) {
        const [x, y] = [view.getUint32(at + 8), view.getUint32(at + 12)];
        dpi = plausibleDpi(Math.round(x * 0.0254), Math.round(y * 0.0254));
      }
      seen.add(type);
      lastKept = type;
      pieces.push(bytes.subarray(at, end));
    } else if (critical) return 'damaged';
    // A capital first letter: without understanding it the picture cannot be drawn.
    else if (((bytes[at + 4] ?? 0) & 0x20) === 0) return 'damaged';
    if (lastKept === 'IEND') break;
    at = end;
  }
  if (header === null || lastKept !== 'IEND') return 'cut-off';
  return { width: header.width, height: header.height, dpi, bytes: joined(pieces) };
}

/** True for the signature of a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return standsAt(bytes, 0, '\x89PNG\r\n\x1a\n');
}
