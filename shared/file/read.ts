// readBrief: the bytes of a .brief as a briefing; checked, brought up to date, and whole as far as the file is.
import { articleSchema, type Article } from '../article/article.ts';
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import { validate, z } from '../base/validate.ts';
import { annotationSchema } from '../briefing/annotation.ts';
import { settingsSchema, type Briefing } from '../briefing/briefing.ts';
import { factSchema } from '../facts/fact.ts';
import { readDoc } from './docJson.ts';
import { parseJson } from './json.ts';
import {
  articleOfPart,
  articlePart,
  BRIEFING_PART,
  FORMAT,
  MANIFEST_PART,
  manifestSchema,
  mediaOfPart,
  MIMETYPE,
  MIMETYPE_PART,
  type Manifest,
  type Unknown,
} from './manifest.ts';
import { migrate } from './migrations.ts';
import { collectParts, type Parts } from './parts.ts';

export interface ReadBriefing {
  readonly briefing: Briefing;
  /** True when saving over the file would lose what a newer version put into it. */
  readonly readOnly: boolean;
}

const briefingPartSchema = z.looseObject({
  doc: z.unknown(),
  annotations: z.array(z.unknown()),
  facts: z.array(z.unknown()),
  settings: settingsSchema,
  articles: z.array(z.looseObject({ id: z.string(), name: z.string() })).optional(),
});

const DAMAGED =
  'The file is damaged: the text of the briefing cannot be read. Open a backup, or the .bak file beside it.';
const NEWER =
  'The file was made by a newer version of Chancery and cannot be opened here. Open it with that version, or update this one.';

/** What is left of `object` without the fields that have a place of their own. */
function others(object: Readonly<Record<string, unknown>>, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !known.includes(key)));
}

/** Those of `items` that fit `schema`, and the rest. */
function sort<T>(items: readonly unknown[], schema: z.ZodType<T>): { fit: T[]; rest: unknown[] } {
  const fit: T[] = [];
  const rest: unknown[] = [];
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success) fit.push(parsed.data);
    else rest.push(item);
  }
  return { fit, rest };
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

/**
 * Reads a .brief: size guard, manifest, hashes, migrations, validation, ProseMirror's own check. A damaged part is named in
 * a message (`damaged-part`) and what is intact is returned. Failures: `empty`, `not-a-brief`, `unsafe-zip`, `damaged`,
 * `newer-format`, `too-deep`.
 */
export function readBrief(bytes: Uint8Array): Result<Outcome<ReadBriefing>> {
  if (bytes.length === 0) return fail('empty', 'The file is empty. Open a backup, or the .bak file beside it.');
  const collected = collectParts(bytes);
  if (!collected.ok) return collected;
  const { messages: noticed, value: parts } = collected.value;
  const messages: Message[] = [...noticed];
  if (![MIMETYPE_PART, MANIFEST_PART, BRIEFING_PART].some((name) => isOurs(name, parts))) {
    return fail(
      'not-a-brief',
      'The file is not a briefing of Chancery. Import it as a source, or choose a .brief file.',
    );
  }

  const manifest = readManifest(parts.whole.get(MANIFEST_PART));
  const major = manifest?.format.major ?? FORMAT.major;
  const newerMajor = major > FORMAT.major;
  const newerMinor = major === FORMAT.major && (manifest?.format.minor ?? 0) > FORMAT.minor;
  const lost = new Set(parts.damaged);
  if (manifest) checkHashes(manifest, parts.whole, lost);
  else
    messages.push({
      code: 'damaged-manifest',
      text: 'The list of parts in the file is damaged; each part was checked by its own sum.',
    });

  const briefingBytes = parts.whole.get(BRIEFING_PART);
  if (!briefingBytes || lost.has(BRIEFING_PART)) return fail('damaged', DAMAGED);
  const json = parseJson(briefingBytes, BRIEFING_PART);
  if (!json.ok) return json.error.code === 'too-deep' ? json : fail('damaged', DAMAGED);

  const articlesJson = new Map<string, unknown>();
  for (const [name, part] of parts.whole) {
    const article = articleOfPart(name);
    if (article?.kind !== 'json' || lost.has(name)) continue;
    const parsed = parseJson(part, name);
    if (parsed.ok) articlesJson.set(article.id, parsed.value);
    else lost.add(name);
  }
  const ids = [...articlesJson.keys()];
  const migrated = migrate({ briefing: json.value, articles: [...articlesJson.values()] }, major);

  const invalid = newerMajor || newerMinor ? fail('newer-format', NEWER) : fail('damaged', DAMAGED);
  const top = validate(briefingPartSchema, migrated.briefing, 'The briefing');
  if (!top.ok) return invalid;
  const doc = readDoc(top.value.doc);
  if (!doc.ok) return invalid;
  messages.push(...doc.value.messages);
  const facts = sort(top.value.facts, factSchema);
  const annotations = sort(top.value.annotations, annotationSchema);
  const strange = facts.rest.length + annotations.rest.length;
  if (strange > 0) {
    const what = strange === 1 ? 'One fact or note is' : `${strange} facts or notes are`;
    messages.push({
      code: 'unknown-records',
      text: `${what} of a kind that this version does not know; kept as made.`,
    });
  }

  const articles = new Map<string, Article>();
  migrated.articles.forEach((article, i) => {
    const id = ids[i] as string;
    const parsed = validate(articleSchema, article, 'The article');
    if (parsed.ok && parsed.value.id === id) articles.set(id, parsed.value);
    else lost.add(articlePart(id));
  });
  const listed = top.value.articles ?? [];
  for (const { id } of listed) if (!articles.has(id)) lost.add(articlePart(id));
  const names = new Map(listed.map(({ id, name }) => [id, name]));
  const sources = new Map<string, Uint8Array>();
  const media = new Map<string, Uint8Array>();
  const otherParts: [string, Uint8Array][] = [];
  for (const [name, part] of parts.whole) {
    if (lost.has(name) || name === MIMETYPE_PART || name === MANIFEST_PART || name === BRIEFING_PART) continue;
    const article = articleOfPart(name);
    const picture = mediaOfPart(name);
    if (article?.kind === 'source') sources.set(article.id, part);
    else if (picture !== null) media.set(picture, part);
    else if (!article) otherParts.push([name, part]);
  }
  messages.push(...[...lost].sort().map((name) => lostMessage(name, names)));

  const order = new Map(listed.map(({ id }, i) => [id, i]));
  const place = (id: string): number => order.get(id) ?? order.size;
  const manifestRest = manifest ? others(manifest, ['format', 'app', 'parts']) : {};
  const briefingRest = others(top.value, ['doc', 'annotations', 'facts', 'settings', 'articles']);
  const unknown: Unknown = {
    ...(newerMinor && manifest ? { minor: manifest.format.minor } : {}),
    ...(isEmpty(manifestRest) ? {} : { manifest: manifestRest }),
    ...(isEmpty(briefingRest) ? {} : { briefing: briefingRest }),
    ...(facts.rest.length > 0 ? { facts: facts.rest } : {}),
    ...(annotations.rest.length > 0 ? { annotations: annotations.rest } : {}),
    ...(otherParts.length > 0 ? { parts: otherParts } : {}),
  };
  if (newerMajor) {
    messages.push({
      code: 'newer-format',
      text: 'The file was made by a newer version of Chancery. It is open for reading only, so that nothing in it is lost.',
    });
  }
  return ok(
    outcome(
      {
        briefing: {
          doc: doc.value.value.doc,
          articles: [...articles.values()].sort((a, b) => place(a.id) - place(b.id)),
          sources,
          media,
          facts: facts.fit,
          annotations: annotations.fit,
          settings: top.value.settings,
          ...(isEmpty(unknown) ? {} : { unknown: { ...unknown } }),
        },
        readOnly: newerMajor || doc.value.value.lossy,
      },
      messages,
    ),
  );
}

/** True for a part by which a .brief, even a damaged one, can be told from any other zip. */
function isOurs(name: string, { whole, damaged }: Parts): boolean {
  const bytes = whole.get(name);
  if (name !== MIMETYPE_PART) return bytes !== undefined || damaged.has(name);
  return bytes !== undefined && new TextDecoder().decode(bytes) === MIMETYPE;
}

function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  if (!bytes) return null;
  const json = parseJson(bytes, MANIFEST_PART);
  const manifest = json.ok ? validate(manifestSchema, json.value, 'The manifest') : json;
  return manifest.ok ? manifest.value : null;
}

/** Adds to `lost` every part that is not there, or not what the manifest says. */
function checkHashes(manifest: Manifest, whole: ReadonlyMap<string, Uint8Array>, lost: Set<string>): void {
  const listed = new Set<string>([MANIFEST_PART]);
  for (const { name, length, sha256 } of manifest.parts) {
    listed.add(name);
    const bytes = whole.get(name);
    if (!bytes || bytes.length !== length || sha256Hex(bytes) !== sha256) lost.add(name);
  }
  for (const name of whole.keys()) if (!listed.has(name)) lost.add(name);
}

function lostMessage(name: string, names: ReadonlyMap<string, string>): Message {
  // The name itself may be damaged.
  const part = name.slice(0, 100).replace(/[^ -~]/gu, '?');
  const article = articleOfPart(part);
  const known = article && names.get(article.id);
  const title = known ? `“${known}”` : `of the part ${part}`;
  const picture = mediaOfPart(part);
  if (picture !== null) {
    const text = `The picture ${picture} could not be read; its description stays. The rest of the briefing is whole.`;
    return { code: 'damaged-part', text };
  }
  const text =
    article?.kind === 'json'
      ? `The source ${title} could not be read. The briefing text and the other sources are whole.`
      : article
        ? `The original file of ${title} could not be read. Its text, and the rest of the briefing, are whole.`
        : `The part ${part} of the file could not be read. The rest of the briefing is whole.`;
  return { code: 'damaged-part', text };
}
