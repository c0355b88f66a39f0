// Sent files for tests: an export with its projection in, and edits of its XML as Word makes them.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { customXmlParts } from '../../shared/export/parts/customXml.ts';
import type { Copy } from '../../shared/export/plan.ts';
import { PLAN_DEFAULTS, planBriefing } from '../../shared/export/planBriefing.ts';
import { projectionJson, projectionSchema, type Projection } from '../../shared/export/projection.ts';
import { checkSent, type SentCheck } from '../../shared/sent/checkSent.ts';
import { readSent, type SentDocument } from '../../shared/sent/readSent.ts';
import type { Message, Outcome } from '../../shared/base/result.ts';
import type { Article } from '../../shared/article/article.ts';

export type Parts = Map<string, string>;

export const NOW = '2031-03-11T10:00:00Z';
const ITEM = 'customXml/item1.xml';

/** Pictures and workbooks go through a string byte by byte. */
function isBinary(name: string): boolean {
  return !/\.(?:xml|rels)$/u.test(name);
}

export function partsOf(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, isBinary(name))]));
}

export function zipOf(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      [...parts].map(([name, part]) => [name, typeof part === 'string' ? strToU8(part, isBinary(name)) : part]),
    ),
  );
}

/** The projection of `briefing` as its exported file carries it. */
export function projected(briefing: Briefing, copy: Copy = 'annotated'): Projection {
  const { plan } = planBriefing(briefing, { ...PLAN_DEFAULTS, copy });
  return projectionSchema.parse(JSON.parse(plan.projection ?? ''));
}

/** Puts `json` into the parts of a .docx as the custom XML of ours. */
export function carry(parts: Parts, json: string): void {
  const { parts: made, relation, overrides } = customXmlParts(json);
  for (const [name, xml] of made) parts.set(name, xml);
  const add = (name: string, end: string, xml: string): void => {
    const part = parts.get(name) ?? '';
    if (!part.includes(xml))
      parts.set(
        name,
        part.replace(end, () => `${xml}${end}`),
      );
  };
  const rels = 'word/_rels/document.xml.rels';
  if (!(parts.get(rels) ?? '').includes(relation.target)) {
    add(
      rels,
      '</Relationships>',
      `<Relationship Id="rIdProjection" Type="${relation.typeUri}" Target="${relation.target}"/>`,
    );
  }
  for (const { partName, contentType } of overrides) {
    if ((parts.get('[Content_Types].xml') ?? '').includes(partName)) continue;
    add('[Content_Types].xml', '</Types>', `<Override PartName="${partName}" ContentType="${contentType}"/>`);
  }
}

/** The parts of the exported file of `briefing`, its projection in. */
export async function exportedParts(briefing: Briefing, copy: Copy = 'annotated'): Promise<Parts> {
  const { value } = await toDocx(briefing, { now: NOW, copy });
  const parts = partsOf(value.bytes);
  if (!parts.has(ITEM)) carry(parts, projectionJson(projected(briefing, copy)));
  return parts;
}

/** Reads back; throws with the sentence when it cannot be read. */
export function sentOf(bytes: Uint8Array): Outcome<SentDocument> {
  const read = readSent(bytes);
  if (!read.ok) throw new Error(read.error.text);
  return read.value;
}

export interface Answer extends SentCheck {
  readonly messages: readonly Message[];
}

export function checkedFile(bytes: Uint8Array, given: readonly Article[] = []): Answer {
  const { value: sent, messages } = sentOf(bytes);
  const checked = checkSent(sent, given);
  if (!checked.ok) throw new Error(checked.error.text);
  return { ...checked.value.value, messages: [...messages, ...checked.value.messages] };
}

export const DOCUMENT = 'word/document.xml';

/** One edit of the XML of the text. */
export type Edit = (xml: string) => string;

/** `from`, which must stand in the XML, replaced once. */
export function swap(from: string, to: string): Edit {
  return (xml) => {
    if (!xml.includes(from)) throw new RangeError(`The text has no "${from}".`);
    return xml.replace(from, () => to);
  };
}

/** The parts with edits of the text. */
export function editedParts(parts: Parts, ...edits: readonly Edit[]): Parts {
  const xml = edits.reduce((text, edit) => edit(text), parts.get(DOCUMENT) ?? '');
  return new Map([...parts, [DOCUMENT, xml]]);
}

const PARAGRAPH = /<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu;

/** The XML of the paragraph that holds `words` within one run. */
export function paragraphWith(xml: string, words: string): string {
  for (const [paragraph] of xml.matchAll(PARAGRAPH)) if (paragraph.includes(words)) return paragraph;
  throw new RangeError(`No paragraph has "${words}".`);
}

/** The severity and kind of each finding that is not there in `clean`. */
export function news(answer: SentCheck, clean: SentCheck): string[] {
  const known = new Set(clean.checks.map(({ id }) => id));
  return answer.checks.filter(({ id }) => !known.has(id)).map(({ severity, kind }) => `${severity} ${kind}`);
}
