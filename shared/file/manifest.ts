// Manifest: the format's version, the names of parts, and the manifest.json that lists each part with length and hash.
import { z } from '../base/validate.ts';
import { isMediaName } from '../briefing/picture.ts';

export const MIMETYPE = 'application/vnd.chancery.brief+zip';

/**
 * A new major is one that an older app cannot read; a new minor adds fields that it may ignore and keeps.
 * Minor 1 has pictures under media/. It needs no migration: a file of minor 0 is a file without pictures, or one whose
 * pictures were carried along as unknown parts under the same names, and a reader of minor 0 carries ours in that way.
 */
export const FORMAT = { major: 1, minor: 1 } as const;

export const MIMETYPE_PART = 'mimetype';
export const MANIFEST_PART = 'manifest.json';
export const BRIEFING_PART = 'briefing.json';

export const manifestSchema = z.looseObject({
  format: z.looseObject({ major: z.number().int().min(1), minor: z.number().int().min(0) }),
  /** Name and version of the app that wrote the file. */
  app: z.string(),
  /** Every part but the manifest itself. */
  parts: z.array(z.looseObject({ name: z.string(), length: z.number().int().min(0), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function articlePart(id: string): string {
  return `articles/${id}.json`;
}

export function sourcePart(id: string): string {
  return `articles/${id}.source`;
}

const ARTICLE = /^articles\/([\w-]{1,80})\.(json|source)$/u;

/** What a part of articles/ is; null for any other part. */
export function articleOfPart(name: string): { readonly id: string; readonly kind: 'json' | 'source' } | null {
  const match = ARTICLE.exec(name);
  return match ? { id: match[1] ?? '', kind: match[2] === 'json' ? 'json' : 'source' } : null;
}

/** An article id becomes the name of a part, and so must be one. */
export function isArticleId(id: string): boolean {
  return articleOfPart(articlePart(id)) !== null;
}

const MEDIA = 'media/';

/** The part of a picture. Throws RangeError for a name that no picture may have. */
export function mediaPart(name: string): string {
  if (!isMediaName(name)) throw new RangeError(`The name “${name}” of a picture cannot name a part of a file.`);
  return `${MEDIA}${name}`;
}

/** The name of the picture that a part holds; null for any other part, also one under media/ that is no picture of ours. */
export function mediaOfPart(part: string): string | null {
  const name = part.startsWith(MEDIA) ? part.slice(MEDIA.length) : '';
  return isMediaName(name) ? name : null;
}

/** What a file held that this version has no place for; carried by Briefing.unknown and written back as it was. */
export interface Unknown {
  /** The minor format of the file, when it is newer than ours. */
  readonly minor?: number;
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Fields of briefing.json. */
  readonly briefing?: Readonly<Record<string, unknown>>;
  /** Facts and annotations of kinds that are not known. */
  readonly facts?: readonly unknown[];
  readonly annotations?: readonly unknown[];
  readonly parts?: readonly (readonly [name: string, bytes: Uint8Array])[];
}
