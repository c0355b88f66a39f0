// Bytes of a picture: big- and little-endian numbers, and the pieces that are kept of it joined into one.

/** What a reader of one format makes of a picture. Sizes in pixels, as shown. */
export interface Stripped {
  readonly width: number;
  readonly height: number;
  /** Dots to an inch, or null when the file says none, or one that cannot be meant. */
  readonly dpi: number | null;
  /** The same picture with what it is drawn from and nothing else. */
  readonly bytes: Uint8Array;
}

/** Why a picture is not taken: the file ends too early, holds what its format does not allow, or a form that Word cannot draw. */
export type Refusal = 'cut-off' | 'damaged' | 'unusual';

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True when the ASCII letters of `word` stand at `at`. */
export function standsAt(bytes: Uint8Array, at: number, word: string): boolean {
  if (at + word.length > bytes.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The resolution when both directions say the same and it lies within what screens, scanners and printers have. */
export function plausibleDpi(x: number, y: number): number | null {
  return x === y && x >= 20 && x <= 4800 ? x : null;
}
