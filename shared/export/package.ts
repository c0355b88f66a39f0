// Finishes the parts of a .docx: our styles, comments and core properties, ids without chance, and a zip whose bytes depend on nothing else.
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { commentParts } from './comments.ts';
import type { Plan } from './plan.ts';
import { stylesXml } from './styles.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Relationship type of each part that holds comments. */
const COMMENT_RELATIONS: Readonly<Record<string, string>> = {
  comments: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
  commentsExtended: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  commentsIds: 'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds',
  commentsExtensible: 'http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible',
};

/**
 * docProps/core.xml with what may leave and nothing else (safety.md): title, author, banner as keyword, language, and
 * both dates equal to `now`.
 */
function coreXml(plan: Plan, now: string): string {
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${now}</dcterms:${name}>`;
  const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', plan.title) +
    element('dc:creator', plan.author) +
    (plan.banner ? element('cp:keywords', plan.banner.text) : '') +
    element('cp:lastModifiedBy', plan.author) +
    element('cp:revision', '1') +
    date('created') +
    date('modified') +
    element('dc:language', plan.language) +
    '</cp:coreProperties>'
  );
}

/** Gives the relationships with a random id of docx's the next plain number, in the part and in its list. */
function renumber(parts: Map<string, string>): void {
  for (const [name, relations] of parts) {
    const owner = /^(.*)_rels\/([^/]+)\.rels$/u.exec(name);
    const part = owner ? `${owner[1]}${owner[2]}` : '';
    const xml = parts.get(part);
    if (!owner || xml === undefined) continue;
    const ids = new Map<string, string>();
    const settled = relations.replace(/ Id="([^"]*)"/gu, (_, id: string) => {
      const fresh = ids.get(id) ?? `rId${ids.size + 1}`;
      ids.set(id, fresh);
      return ` Id="${fresh}"`;
    });
    parts.set(name, settled);
    parts.set(
      part,
      xml.replace(
        / r:(id|embed|link)="([^"]*)"/gu,
        (_, kind: string, id: string) => ` r:${kind}="${ids.get(id) ?? id}"`,
      ),
    );
  }
}

function append(parts: Map<string, string>, name: string, end: string, xml: string): void {
  const part = parts.get(name);
  if (part === undefined || !part.includes(end))
    throw new RangeError(`docx wrote no "${name}" that could be finished.`);
  parts.set(
    name,
    part.replace(end, () => `${xml}${end}`),
  );
}

function addComments(parts: Map<string, string>, plan: Plan): void {
  for (const [name, xml] of commentParts(plan.comments)) {
    parts.set(`word/${name}.xml`, xml);
    append(
      parts,
      'word/_rels/document.xml.rels',
      '</Relationships>',
      `<Relationship Id="${name}" Type="${COMMENT_RELATIONS[name] ?? ''}" Target="${name}.xml"/>`,
    );
    append(
      parts,
      '[Content_Types].xml',
      '</Types>',
      `<Override ContentType="${WORD_TYPE}.${name}+xml" PartName="/word/${name}.xml"/>`,
    );
  }
}

/** The content types first, as readers that stream want them; the rest by name. */
function byName(a: string, b: string): number {
  if (a === '[Content_Types].xml') return -1;
  if (b === '[Content_Types].xml') return 1;
  return a < b ? -1 : 1;
}

/**
 * The bytes of the .docx from what docx emitted. `now` is an ISO 8601 instant in UTC; nothing else of the outer world
 * goes in, so the same plan gives the same bytes anywhere.
 */
export function finishPackage(emitted: ReadonlyMap<string, Uint8Array>, plan: Plan, now: string): Uint8Array {
  const parts = new Map<string, string>();
  const media = new Map<string, Uint8Array>();
  for (const [name, bytes] of emitted) {
    if (name.startsWith('word/media/')) media.set(name, bytes);
    else parts.set(name, strFromU8(bytes));
  }
  parts.set('word/styles.xml', stylesXml(plan.language));
  parts.set('docProps/core.xml', coreXml(plan, now));
  addComments(parts, plan);
  renumber(parts);

  // fflate writes a time's local parts, so a time made of local parts is the same bytes in every zone; 1980 is the zip's first year.
  const mtime = new Date(1980, 0, 1);
  const zippable: Zippable = {};
  const names = [...parts.keys(), ...media.keys()].sort(byName);
  for (const name of names) {
    const bytes = media.get(name) ?? strToU8(parts.get(name) ?? '');
    // Word for Mac warns of entries without attributes: a plain file, readable by all (Unix).
    zippable[name] = [bytes, { mtime, os: 3, attrs: 0o100644 << 16, level: 6 }];
  }
  return zipSync(zippable);
}
