// The pictures of a sent file: by the hash of their bytes, and as large as they are.
import { sha256Hex } from '../../base/sha256.ts';
import { readPicture } from '../../briefing/picture.ts';
import type { Package } from '../../ooxml/package.ts';

export interface SentPicture {
  /** SHA-256 of its bytes: as they are, and without metadata. Empty when the picture is not in the file. */
  readonly hashes: readonly string[];
  /** In pixels; null for what is no picture of a kind that an export has. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly alt: string;
  readonly cropped: boolean;
}

interface Stored {
  readonly hashes: readonly string[];
  readonly size: SentPicture['size'];
}

const NOWHERE: Stored = { hashes: [], size: null };

function storedIn(pack: Package, part: string): Stored {
  const bytes = pack.bytes(part);
  if (!bytes.ok) return NOWHERE;
  const picture = readPicture(bytes.value);
  const hash = sha256Hex(bytes.value);
  if (!picture.ok) return { hashes: [hash], size: null };
  const { width, height, bytes: bare } = picture.value;
  return { hashes: [...new Set([hash, sha256Hex(bare)])], size: { width, height } };
}

/** Reads pictures, each part once. `target`: its part; null when it lies outside the file. */
export function readPictures(
  pack: Package,
  list: readonly { readonly target: string | null; readonly alt: string; readonly cropped: boolean }[],
): SentPicture[] {
  const known = new Map<string, Stored>();
  return list.map(({ target, alt, cropped }) => {
    const stored = target === null ? NOWHERE : (known.get(target) ?? storedIn(pack, target));
    if (target !== null) known.set(target, stored);
    return { ...stored, alt, cropped };
  });
}
