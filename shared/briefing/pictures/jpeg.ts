// stripJpeg: a JPEG with the segments it is drawn from and no others (ITU-T T.81, annex B; JFIF 1.02; Exif 2.3).
import { joined, plausibleDpi, standsAt, viewOf, type Refusal, type Stripped } from './bytes.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Baseline, extended and progressive: what Word, LibreOffice and browsers draw. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, hierarchical and arithmetic frames, and the tables and heights that only they need. */
const UNUSUAL: ReadonlySet<number> = new Set([
  0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xdc, 0xde, 0xdf,
]);

const JFIF = 14;
const ADOBE = 12;
const ORIENTATION = 0x0112;

function segment(marker: number, payload: readonly number[] | Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Uint8Array.from([0xff, marker, length >> 8, length & 0xff, ...payload]);
}

/** The orientation (1 to 8) that the Exif block in `payload` of an APP1 gives; 1 when it gives none. */
function orientationIn(payload: Uint8Array): number {
  if (!standsAt(payload, 0, 'Exif\0\0')) return 1;
  const tiff = payload.subarray(6);
  const little = standsAt(tiff, 0, 'II*\0');
  if (tiff.length < 8 || (!little && !standsAt(tiff, 0, 'MM\0*'))) return 1;
  const view = viewOf(tiff);
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An APP1 with an Exif block that holds the orientation alone. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return segment(APP1, [...exif, ...tiff]);
}

/** JFIF without its thumbnail. */
function jfifSegment(payload: Uint8Array): Uint8Array {
  return segment(APP0, [...payload.subarray(0, JFIF - 2), 0, 0]);
}

function jfifDpi(payload: Uint8Array): number | null {
  const view = viewOf(payload);
  const [unit, x, y] = [payload[7], view.getUint16(8), view.getUint16(10)];
  if (unit === 1) return plausibleDpi(x, y);
  return unit === 2 ? plausibleDpi(Math.round(x * 2.54), Math.round(y * 2.54)) : null;
}

/** True when the tables of a DQT or DHT fill their segment to the byte. */
function tablesFill(marker: number, payload: Uint8Array): boolean {
  let at = 0;
  while (at < payload.length) {
    if (marker === DQT) at += (payload[at] ?? 0) >> 4 ? 129 : 65;
    else {
      let codes = 0;
      for (let i = 1; i <= 16; i++) codes += payload[at + i] ?? 0;
      at += 17 + codes;
    }
  }
  return at === payload.length && at > 0;
}

/** Where the coded data of a scan that begin at `from` end: at the next marker that is none of theirs; -1 when none comes. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return -1;
}

/**
 * Reads a JPEG whose SOI was seen. JFIF stays without its thumbnail, Adobe's APP14 (how colours are coded) stays, and of
 * Exif the orientation when it is not 1, for without it the picture would lie on its side; `width` and `height` are then
 * those of the picture as turned. All else goes, colour profiles too: their texts tell of the machine. One pass.
 */
export function stripJpeg(bytes: Uint8Array): Stripped | Refusal {
  const view = viewOf(bytes);
  const pieces: Uint8Array[] = [];
  let jfif: Uint8Array | null = null;
  let adobe: Uint8Array | null = null;
  let orientation = 0;
  let size: { width: number; height: number; components: number } | null = null;
  let scans = 0;
  for (let at = 2; ;) {
    if (at + 1 >= bytes.length) return 'cut-off';
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      // Fill bytes may stand before any marker.
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    if (marker === SOI || marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) return 'damaged';
    if (marker === 0x01) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return 'cut-off';
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4) return 'damaged';
    if (end > bytes.length) return 'cut-off';
    const payload = bytes.subarray(at + 4, end);
    if (UNUSUAL.has(marker)) return 'unusual';
    if (marker === APP0 && jfif === null && payload.length >= JFIF && standsAt(payload, 0, 'JFIF\0')) jfif = payload;
    else if (marker === APP14 && adobe === null && payload.length >= ADOBE && standsAt(payload, 0, 'Adobe'))
      adobe = payload;
    else if (marker === APP1 && orientation === 0 && standsAt(payload, 0, 'Exif\0\0'))
      orientation = orientationIn(payload);
    else if (FRAMES.has(marker)) {
      const components = payload[5] ?? 0;
      if (size !== null || payload.length < 6 || components === 0 || payload.length !== 6 + 3 * components)
        return 'damaged';
      if (components > 4 || payload[0] !== 8) return 'unusual';
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components };
      pieces.push(bytes.subarray(at, end));
    } else if (marker === DQT || marker === DHT) {
      if (!tablesFill(marker, payload)) return 'damaged';
      pieces.push(bytes.subarray(at, end));
    } else if (marker === DRI) {
      if (payload.length !== 2) return 'damaged';
      pieces.push(bytes.subarray(at, end));
    } else if (marker === SOS) {
      const components = payload[0] ?? 0;
      if (size === null || components === 0 || components > 4 || payload.length !== 4 + 2 * components)
        return 'damaged';
      const next = scanEnd(bytes, end);
      if (next < 0) return 'cut-off';
      pieces.push(bytes.subarray(at, next));
      scans += 1;
      at = next;
      continue;
    }
    at = end;
  }
  if (size === null || scans === 0) return 'damaged';
  const head: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  if (jfif) head.push(jfifSegment(jfif));
  if (orientation > 1) head.push(orientationSegment(orientation));
  if (adobe) head.push(segment(APP14, adobe.subarray(0, ADOBE)));
  const turned = orientation >= 5;
  return {
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
    dpi: jfif ? jfifDpi(jfif) : null,
    bytes: joined([...head, ...pieces, Uint8Array.of(0xff, EOI)]),
  };
}

export function isJpeg(bytes: Uint8Array): boolean {
  return standsAt(bytes, 0, '\xff\xd8\xff');
}

/** True when a JPEG that was stripped still has to be turned to be upright. */
export function isTurned(stripped: Uint8Array): boolean {
  const at = standsAt(stripped, 2, '\xff\xe0') ? 2 + 2 + JFIF + 2 : 2;
  return standsAt(stripped, at, '\xff\xe1');
}
