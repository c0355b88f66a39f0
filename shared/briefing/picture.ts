// readPicture: the bytes of a picture told by what they are, measured, and freed of everything that does not draw it.
import { fail, ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import { standsAt, type Refusal } from './pictures/bytes.ts';
import { isGif, stripGif } from './pictures/gif.ts';
import { isJpeg, isTurned, stripJpeg } from './pictures/jpeg.ts';
import { isPng, stripPng } from './pictures/png.ts';

export const PICTURE_TYPES = ['png', 'jpeg', 'gif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface Picture {
  readonly type: PictureType;
  /** In pixels, as shown. */
  readonly width: number;
  readonly height: number;
  /** Dots to an inch as the file says, or null. */
  readonly dpi: number | null;
  /** Without metadata; reading them again gives the same bytes. */
  readonly bytes: Uint8Array;
}

const MB = 1024 * 1024;
/** What a briefing takes in: above it Word grows slow, and a picture that unpacks to more fills the memory. */
export const PICTURE_LIMITS = { bytes: 20 * MB, side: 10_000, pixels: 100_000_000 } as const;

const READERS = [
  { type: 'png', name: 'PNG', is: isPng, strip: stripPng },
  { type: 'jpeg', name: 'JPEG', is: isJpeg, strip: stripJpeg },
  { type: 'gif', name: 'GIF', is: isGif, strip: stripGif },
] as const;

/** Brands of an ISO media file that are pictures (ISO/IEC 23008-12, AVIF 1.1). */
const BRANDS: Readonly<Record<string, string>> = {
  heic: 'HEIC',
  heix: 'HEIC',
  heim: 'HEIC',
  heis: 'HEIC',
  hevc: 'HEIC',
  mif1: 'HEIF',
  msf1: 'HEIF',
  avif: 'AVIF',
  avis: 'AVIF',
};

/** How far into a file the root of an SVG is looked for, in bytes. */
const SVG_WITHIN = 4096;

/** What a file that is none of ours is, as people call it; null when it cannot be told. */
function nameOther(bytes: Uint8Array): string | null {
  if (standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'WEBP')) return 'WebP picture';
  if (standsAt(bytes, 4, 'ftyp')) {
    const brand = BRANDS[String.fromCharCode(...bytes.subarray(8, 12))];
    if (brand !== undefined) return `${brand} picture`;
  }
  if (standsAt(bytes, 0, 'II*\0') || standsAt(bytes, 0, 'MM\0*')) return 'TIFF picture';
  if (standsAt(bytes, 0, 'BM')) return 'BMP picture';
  if (standsAt(bytes, 0, '\0\0\x01\0')) return 'icon file';
  if (standsAt(bytes, 0, '8BPS')) return 'Photoshop file';
  if (standsAt(bytes, 0, '\xff\x0a') || standsAt(bytes, 0, '\0\0\0\x0cJXL ')) return 'JPEG XL picture';
  if (standsAt(bytes, 0, '\0\0\0\x0cjP  ')) return 'JPEG 2000 picture';
  if (standsAt(bytes, 0, '\xd7\xcd\xc6\x9a') || standsAt(bytes, 40, ' EMF')) return 'Windows metafile';
  if (standsAt(bytes, 0, '%PDF')) return 'PDF';
  const start = new TextDecoder().decode(bytes.subarray(0, SVG_WITHIN)).trimStart();
  return start.startsWith('<') && start.includes('<svg') ? 'SVG picture' : null;
}

/** The sentence about a picture of too many pixels, or null. */
function tooLarge(width: number, height: number): string | null {
  if (width > PICTURE_LIMITS.side || height > PICTURE_LIMITS.side || width * height > PICTURE_LIMITS.pixels) {
    return `The picture is ${width} by ${height} pixels, and a side may have 10,000 at most: make it smaller and insert that.`;
  }
  return null;
}

const REFUSED: Readonly<Record<Refusal, (name: string) => string>> = {
  'cut-off': (name) => `The ${name} picture ends before it is complete: get the file again and insert that.`,
  damaged: (name) => `The ${name} picture is damaged: open it in another program, save it anew and insert that.`,
  unusual: (name) =>
    `The ${name} picture is stored in a way that Word cannot draw: save it anew as PNG and insert that.`,
};

/**
 * Reads a PNG, JPEG or GIF, told by its first bytes and never by its name, and strips what does not draw it: Exif, XMP, IPTC,
 * comments, texts, colour profiles, thumbnails, what follows its end. Only the structure is read; the coded pixels are kept
 * as they are and never decoded. An Exif orientation other than 1 stays (see stripJpeg); a window turns such a picture
 * upright before it comes in, because Word does not. Linear in the length of `bytes`.
 *
 * Failures: `not-a-picture` (another type, which the message names where it can be told), `picture-too-large`,
 * `picture-damaged`. The message is one sentence: what it is, and what to do.
 */
export function readPicture(bytes: Uint8Array): Result<Picture> {
  if (bytes.length === 0) return fail('not-a-picture', 'The file is empty: choose a PNG, JPEG or GIF picture.');
  const reader = READERS.find(({ is }) => is(bytes));
  if (!reader) {
    const other = nameOther(bytes);
    return fail(
      'not-a-picture',
      other === null
        ? 'The file is not a picture that Word can show: choose a PNG, JPEG or GIF picture.'
        : `The file is ${article(other)} ${other}, which not every Word can show: save it as PNG or JPEG and insert that.`,
    );
  }
  if (bytes.length > PICTURE_LIMITS.bytes) {
    return fail(
      'picture-too-large',
      `The picture has ${Math.ceil(bytes.length / MB)} MB, and 20 MB are allowed: make it smaller and insert that.`,
    );
  }
  const stripped = reader.strip(bytes);
  if (typeof stripped === 'string') return fail('picture-damaged', REFUSED[stripped](reader.name));
  const { width, height } = stripped;
  if (width === 0 || height === 0) return fail('picture-damaged', REFUSED.damaged(reader.name));
  const large = tooLarge(width, height);
  if (large !== null) return fail('picture-too-large', large);
  return ok({ type: reader.type, ...stripped });
}

function article(name: string): string {
  return /^(?:AVIF|SVG|icon)/u.test(name) ? 'an' : 'a';
}

/** True for a picture, as readPicture gives it, that its viewer has to turn by a mark of orientation. */
export function needsTurning(picture: Pick<Picture, 'type' | 'bytes'>): boolean {
  return picture.type === 'jpeg' && isTurned(picture.bytes);
}

/** Its name in the briefing: of the bytes alone, so that the same picture has the same name, and no name of a file gets in. */
export function mediaName(picture: Pick<Picture, 'type' | 'bytes'>): string {
  return `${sha256Hex(picture.bytes).slice(0, 16)}.${picture.type}`;
}

const NAME = /^[a-z0-9-]{1,80}\.(?:png|jpeg|gif)$/u;

/** True for a name that media of a briefing may have; of ours, or of another version's. */
export function isMediaName(name: string): boolean {
  return NAME.test(name);
}
