// writeBrief: a briefing as the bytes of a .brief; the same briefing gives the same bytes, in every time zone.
import { zipSync, type Zippable } from 'fflate';
import { sha256Hex } from '../base/sha256.ts';
import { mediaIn } from '../briefing/media.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { writeDoc } from './docJson.ts';
import { writeJson } from './json.ts';
import {
  articlePart,
  BRIEFING_PART,
  FORMAT,
  isArticleId,
  MANIFEST_PART,
  mediaOfPart,
  mediaPart,
  MIMETYPE,
  MIMETYPE_PART,
  sourcePart,
  type Unknown,
} from './manifest.ts';
import { scanHeaders, ZIP_LIMITS } from './zipGuard.ts';

/** Local time without a zone: a zip keeps the parts of the local clock, so that these are the same bytes anywhere. */
const TIME = '1980-01-01T12:00:00';

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The parts beside mimetype and manifest, by name. */
function partsOf(briefing: Briefing, unknown: Unknown): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const [name, bytes] of unknown.parts ?? []) parts.set(name, bytes);
  for (const article of briefing.articles) {
    if (!isArticleId(article.id)) throw new RangeError(`The article id “${article.id}” cannot name a part of a file.`);
    parts.set(articlePart(article.id), writeJson(article));
  }
  for (const [id, bytes] of briefing.sources) {
    if (!isArticleId(id)) throw new RangeError(`The article id “${id}” cannot name a part of a file.`);
    parts.set(sourcePart(id), bytes);
  }
  // A picture that was taken out of the text waits in memory for an undo; it does not go into the file. What a newer
  // version may point to from where we do not look stays.
  const shown = (unknown.minor ?? 0) > FORMAT.minor ? null : mediaIn(briefing.doc);
  for (const [name, bytes] of briefing.media) if (shown?.has(name) ?? true) parts.set(mediaPart(name), bytes);
  parts.set(
    BRIEFING_PART,
    writeJson({
      ...unknown.briefing,
      doc: writeDoc(briefing.doc),
      annotations: [...briefing.annotations, ...(unknown.annotations ?? [])],
      facts: [...briefing.facts, ...(unknown.facts ?? [])],
      settings: briefing.settings,
      // Their order, and their names for the message when a part is lost.
      articles: briefing.articles.map(({ id, fileName, title }) => ({ id, name: title ?? fileName })),
    }),
  );
  return parts;
}

/**
 * Writes `briefing`. `app` is the name and version for the manifest ("Chancery 0.1.0"). Throws RangeError when the result
 * would break the limits that reading sets (parts of 64 MB, 256 MB in all, JSON 200 deep): it could not be opened again.
 */
export function writeBrief(briefing: Briefing, options: { readonly app: string }): Uint8Array {
  const unknown: Unknown = briefing.unknown ?? {};
  const parts = [...partsOf(briefing, unknown)].sort(byName);
  const mimetype = new TextEncoder().encode(MIMETYPE);
  const listed: [string, Uint8Array][] = [[MIMETYPE_PART, mimetype], ...parts];
  const manifest = writeJson({
    ...unknown.manifest,
    format: { major: FORMAT.major, minor: Math.max(FORMAT.minor, unknown.minor ?? 0) },
    app: options.app,
    parts: listed.map(([name, bytes]) => ({ name, length: bytes.length, sha256: sha256Hex(bytes) })),
  });

  const all: [string, Uint8Array][] = [
    [MIMETYPE_PART, mimetype],
    // Before the rest: a file that was cut off can still be checked, and its text is the first thing it has.
    [MANIFEST_PART, manifest],
    ...parts.filter(([name]) => name === BRIEFING_PART),
    ...parts.filter(([name]) => name !== BRIEFING_PART),
  ];
  if (all.length > ZIP_LIMITS.entries) throw new RangeError(`A briefing has at most ${ZIP_LIMITS.entries} parts.`);
  let total = 0;
  for (const [name, bytes] of all) {
    total += bytes.length;
    if (bytes.length > ZIP_LIMITS.part) throw new RangeError(`The part ${name} of the briefing is larger than 64 MB.`);
  }
  if (total > ZIP_LIMITS.total) throw new RangeError('The parts of the briefing are larger than 256 MB together.');

  // Pictures are packed already; packing them again would only take time.
  const stored = [MIMETYPE_PART, ...parts.flatMap(([name]) => (mediaOfPart(name) === null ? [] : [name]))];
  const packed = zip(all, new Set(stored));
  const tight = readTight(packed);
  return tight.length === 0 ? packed : zip(all, new Set([...stored, ...tight]));
}

function zip(parts: readonly (readonly [string, Uint8Array])[], stored: ReadonlySet<string>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, bytes] of parts) zippable[name] = [bytes, { level: stored.has(name) ? 0 : 6 }];
  return zipSync(zippable, { mtime: TIME, os: 0 });
}

/** Parts packed so tightly (a run of one letter packs a thousand times) that our own guard would take them for a bomb. */
function readTight(packed: Uint8Array): string[] {
  const parts = scanHeaders(packed);
  return parts
    .filter(({ size, compressed }) => size > ZIP_LIMITS.ratioFrom && size > compressed * (ZIP_LIMITS.ratio / 2))
    .map(({ name }) => name);
}
