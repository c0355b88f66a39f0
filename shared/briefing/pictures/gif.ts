// stripGif: a GIF with the blocks it is drawn from and no others (GIF89a specification).
import { joined, standsAt, viewOf, type Refusal, type Stripped } from './bytes.ts';

const HEADER = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;

/** Bytes of the colour table that a packed field announces. */
function tableLength(packed: number): number {
  return packed & 0x80 ? 3 << ((packed & 7) + 1) : 0;
}

/** Where the chain of sub-blocks that begins at `at` ends, -1 when it is cut off. */
function chainEnd(bytes: Uint8Array, at: number): number {
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return -1;
}

/**
 * Reads a GIF whose signature was seen. Of extensions only the graphic control of a frame and the loop of NETSCAPE stay,
 * with the lengths that they must have; comments, plain texts and other applications' data go. One pass.
 */
export function stripGif(bytes: Uint8Array): Stripped | Refusal {
  if (bytes.length < HEADER) return 'cut-off';
  const view = viewOf(bytes);
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  let at = HEADER + tableLength(bytes[10] ?? 0);
  if (at > bytes.length) return 'cut-off';
  const pieces = [bytes.subarray(0, at)];
  let control: Uint8Array | null = null;
  let frames = 0;
  let looped = false;
  for (;;) {
    if (at >= bytes.length) return 'cut-off';
    const kind = bytes[at];
    if (kind === TRAILER) break;
    if (kind === EXTENSION) {
      const label = bytes[at + 1];
      const end = chainEnd(bytes, at + 2);
      if (end < 0) return 'cut-off';
      if (label === GRAPHIC_CONTROL) {
        if (bytes[at + 2] !== 4 || end !== at + 8) return 'damaged';
        control = bytes.subarray(at, end);
      } else if (label === PLAIN_TEXT) {
        // The control before it was its own.
        control = null;
      } else if (label === APPLICATION && !looped && isLoop(bytes, at, end)) {
        pieces.push(bytes.subarray(at, end));
        looped = true;
      }
      at = end;
      continue;
    }
    if (kind !== IMAGE) return 'damaged';
    if (at + 10 > bytes.length) return 'cut-off';
    const fits =
      view.getUint16(at + 1, true) + view.getUint16(at + 5, true) <= width &&
      view.getUint16(at + 3, true) + view.getUint16(at + 7, true) <= height;
    if (!fits) return 'damaged';
    const data = at + 10 + tableLength(bytes[at + 9] ?? 0);
    const end = data < bytes.length ? chainEnd(bytes, data + 1) : -1;
    if (end < 0) return 'cut-off';
    if (control) pieces.push(control);
    control = null;
    pieces.push(bytes.subarray(at, end));
    frames += 1;
    at = end;
  }
  if (frames === 0) return 'damaged';
  return { width, height, dpi: null, bytes: joined([...pieces, Uint8Array.of(TRAILER)]) };
}

function isLoop(bytes: Uint8Array, at: number, end: number): boolean {
  return end === at + 19 && bytes[at + 2] === 11 && standsAt(bytes, at + 3, 'NETSCAPE2.0') && bytes[at + 14] === 3;
}

export function isGif(bytes: Uint8Array): boolean {
  return standsAt(bytes, 0, 'GIF87a') || standsAt(bytes, 0, 'GIF89a');
}
