// The pictures of the open briefing: kept by name with an address that the page can draw, and brought upright as they come in.
import { fail, ok, type Result } from '../shared/base/result.ts';
import { mediaName, needsTurning, readPicture, type Picture } from '../shared/briefing/picture.ts';
import type { Media } from './worker/contract.ts';

/** A picture as the page draws it. */
export interface ShownPicture {
  /** A blob: address, good as long as the briefing is open. */
  readonly url: string;
  /** Its own size in CSS pixels of 96 to an inch. */
  readonly width: number;
  readonly height: number;
}

/** Of all pictures of a briefing together, in bytes: well below what its file may hold (shared/file/zipGuard.ts). */
export const MOST_MEDIA = 150 * 1024 * 1024;

/** What the page gives: addresses for bytes, and a way to draw a picture anew. */
export interface MediaHost {
  createUrl(picture: Pick<Picture, 'type' | 'bytes'>): string;
  revokeUrl(url: string): void;
  /** The bytes of the picture as it is seen, turned as its mark of orientation says; null when the page cannot. */
  redraw(picture: Picture): Promise<Uint8Array | null>;
}

export type MediaStore = ReturnType<typeof createMedia>;

/** The media of one window. Nothing is taken away while the briefing is open: an undo may bring a picture back. */
export function createMedia(host: MediaHost = PAGE) {
  let bytesOf = new Map<string, Uint8Array>();
  let shown = new Map<string, ShownPicture | null>();

  function show(name: string): ShownPicture | null {
    const known = shown.get(name);
    if (known !== undefined) return known;
    const bytes = bytesOf.get(name);
    // A file may have anything under the name of a picture; only what is one is given to the page.
    const read = bytes ? readPicture(bytes) : null;
    const scale = read?.ok ? 96 / (read.value.dpi ?? 96) : 1;
    const found = read?.ok
      ? { url: host.createUrl(read.value), width: read.value.width * scale, height: read.value.height * scale }
      : null;
    if (bytes) shown.set(name, found);
    return found;
  }

  function keep(picture: Pick<Picture, 'type' | 'bytes'>): Result<string> {
    const name = mediaName(picture);
    if (bytesOf.has(name)) return ok(name);
    let total = picture.bytes.length;
    for (const one of bytesOf.values()) total += one.length;
    if (total > MOST_MEDIA) {
      return fail(
        'picture-too-large',
        'The pictures of this briefing would have more than 150 MB together: make this one smaller and insert that.',
      );
    }
    bytesOf.set(name, picture.bytes);
    return ok(name);
  }

  return {
    /** Takes the pictures of another briefing in place of those there are. */
    load(media: Media): void {
      for (const one of shown.values()) if (one) host.revokeUrl(one.url);
      shown = new Map();
      bytesOf = new Map(media.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])));
    },
    all: (): Media => [...bytesOf],
    has: (name: string): boolean => bytesOf.has(name),
    show,
    /** As `add`, at once, for a paste; null for what `add` refuses, and for a picture that has to be drawn anew first. */
    addNow(bytes: Uint8Array<ArrayBuffer>): string | null {
      const read = readPicture(bytes);
      const kept = read.ok && !needsTurning(read.value) ? keep(read.value) : null;
      return kept?.ok ? kept.value : null;
    },
    /**
     * Reads the bytes of a file as a picture and keeps it; its name. A JPEG that its viewer would have to turn is drawn anew
     * upright, for Word shows it as it lies. Failures: those of readPicture, and `picture-too-large` when the briefing is full.
     */
    async add(bytes: Uint8Array): Promise<Result<string>> {
      const read = readPicture(bytes);
      if (!read.ok) return read;
      return keep(needsTurning(read.value) ? await upright(read.value, host) : read.value);
    },
  };
}

async function upright(picture: Picture, host: MediaHost): Promise<Picture> {
  const redrawn = await host.redraw(picture);
  const read = redrawn && readPicture(redrawn);
  // One that the page cannot draw stays as it is; the export tells of it.
  return read?.ok ? { ...read.value, dpi: picture.dpi } : picture;
}

/** Quality of a JPEG that is drawn anew: no difference that an eye sees. */
const QUALITY = 0.92;

function blobOf({ type, bytes }: Pick<Picture, 'type' | 'bytes'>): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${type}` });
}

const PAGE: MediaHost = {
  createUrl: (picture) => URL.createObjectURL(blobOf(picture)),
  revokeUrl: (url) => URL.revokeObjectURL(url),
  async redraw(picture) {
    try {
      const drawn = await createImageBitmap(blobOf(picture), { imageOrientation: 'from-image' });
      const canvas = new OffscreenCanvas(drawn.width, drawn.height);
      canvas.getContext('2d')?.drawImage(drawn, 0, 0);
      drawn.close();
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
      return new Uint8Array(await blob.arrayBuffer());
    } catch {
      return null;
    }
  },
};
