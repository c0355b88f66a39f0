// Own templates: read out of a file that anybody may have written, made out of an open briefing, and named.
import type { Node } from 'prosemirror-model';
import { fail, ok, type Result } from '../base/result.ts';
import { readBlock, standing } from './boilerplate.ts';
import { DETAILS, schema, type DetailName } from './schema.ts';
import { fillingsOf, isUnwritten, partsOf, sectionOf, type Part } from './sections.ts';
import { templateSchema, type Fill, type Template, type TemplateSection } from './template.ts';

/** Largest file of a template, in bytes: standing words of a hundred pages stay below it. */
export const MAX_TEMPLATE_FILE = 2 * 1024 * 1024;

/** Ids of own templates begin with it, so that none can stand for a shipped one. */
const OWN = 'own-';

export function isOwnTemplate(id: string): boolean {
  return id.startsWith(OWN);
}

/** An id for an own template called `name`, unlike those `taken`. */
export function ownId(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-');
  const base = `${OWN}${letters.slice(0, 60).replace(/^-|-$/gu, '') || 'template'}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** `name`, or "name 2" where one of `taken` is called so. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
  return free;
}

/** Where a template does not fit, in words: "section 2, heading". */
function placeWords(path: readonly PropertyKey[]): string {
  const words = path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step)));
  return words.join(' ').replace(/^sections (\d+)/u, 'section $1');
}

/** Checks what was read as JSON. `name`: of the file, for the sentence. */
export function checkTemplate(value: unknown, name: string): Result<Template> {
  const parsed = templateSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue && issue.path.length > 0 ? ` Its ${placeWords(issue.path)} is not as it must be.` : '';
    return fail('not-a-template', `“${name}” is no template of Chancery.${place}`);
  }
  const template = parsed.data;
  const ids = template.sections.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    return fail('not-a-template', `“${name}” is no template of Chancery. Two of its sections have the id “${twice}”.`);
  }
  for (const { heading, boilerplate = [] } of template.sections) {
    if (boilerplate.some((block) => readBlock(block) === null)) {
      return fail('not-a-template', `“${name}” cannot be used. The words under “${heading}” are not of a briefing.`);
    }
  }
  if (template.name.trim() === '')
    return fail('not-a-template', `“${name}” is no template of Chancery. It has no name.`);
  return ok(template);
}

/** Reads the bytes of a template's file. Failure codes: `too-large`, `not-a-template`. */
export function readTemplate(bytes: Uint8Array, name: string): Result<Template> {
  if (bytes.length > MAX_TEMPLATE_FILE) {
    return fail('too-large', `“${name}” is larger than ${MAX_TEMPLATE_FILE / 1024 / 1024} MB and was not read.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('not-a-template', `“${name}” is no template of Chancery: it is not JSON.`);
  }
  return checkTemplate(value, name);
}

/** The file of a template: JSON that people can read and change. */
export function writeTemplate(template: Template): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(template, null, 2)}\n`);
}

/** Headings of a section after its first stand as sections of their own, so that their level and place are kept. */
function split(part: Part): Part[] {
  const found: { heading: Node; slot: string | null; blocks: Node[] }[] = [
    { heading: part.heading, slot: part.slot, blocks: [] },
  ];
  for (const block of part.blocks) {
    if (block.type === schema.nodes.heading) found.push({ heading: block, slot: null, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}

function promptIn(blocks: readonly Node[], section: TemplateSection | null): string | null {
  for (const block of blocks) {
    const prompt: unknown = block.attrs['prompt'];
    if (block.type === schema.nodes.paragraph && typeof prompt === 'string' && prompt !== '') return prompt;
  }
  return section?.prompt ?? null;
}

/** The fills of a section: those its template gives it, and those that stand in it. */
function fillsIn(part: Part, section: TemplateSection | null): Fill[] {
  const found = new Set<Fill>(section?.fill ?? []);
  for (const block of part.blocks) {
    if (block.type === schema.nodes.sourceList) found.add('sources');
    if (block.type === schema.nodes.table && block.attrs['kind'] === 'keyFigures') found.add('keyFigures');
    if (block.type === schema.nodes.quotation && block.attrs['factId'] !== null) found.add('quotations');
  }
  return [...found];
}

export interface TemplateFrom {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  /** The briefing's template until now; null when it is not known. */
  readonly from: Template | null;
  /** True: what the analyst wrote stays as standing words, without what hangs on sources. */
  readonly words: boolean;
}

/** A template like the briefing `doc`: its headings, prompts, fields and fillings, its words only when they are asked for. */
export function templateFrom(doc: Node, { id, name, summary, from, words }: TemplateFrom): Template {
  const ids = new Set<string>();
  const own = (heading: string): string => {
    const base = ownId(heading, new Set()).slice(OWN.length);
    let free = base;
    for (let number = 2; ids.has(free) || sectionOf(from, free) !== null; number++) free = `${base}-${number}`;
    return free;
  };
  const { parts } = partsOf(doc);
  const sections = parts.flatMap(split).map((part): TemplateSection => {
    const section = sectionOf(from, part.slot);
    const sectionId = part.slot !== null && !ids.has(part.slot) ? part.slot : own(part.heading.textContent);
    ids.add(sectionId);
    const fill = fillsIn(part, section);
    const prompt = promptIn(part.blocks, section);
    const level = Number(part.heading.attrs['level']);
    const boilerplate = words
      ? fillingsOf(part, section).rest.flatMap((block): unknown[] => {
          const kept = isUnwritten(block) ? null : standing(block);
          return kept ? [kept.toJSON()] : [];
        })
      : [];
    return {
      id: sectionId,
      heading: part.heading.textContent,
      ...(level === 1 ? {} : { level }),
      ...(prompt === null ? {} : { prompt }),
      ...(fill.length > 0 ? { fill } : {}),
      ...(section?.takes ? { takes: section.takes } : {}),
      ...(boilerplate.length > 0 ? { boilerplate } : {}),
    };
  });
  const details: DetailName[] = [];
  const detailWords: Record<string, string> = {};
  doc.firstChild?.forEach((line) => {
    const field = DETAILS.find((one) => line.type === schema.nodes.detail && one === line.attrs['name']);
    if (field === undefined || details.includes(field)) return;
    details.push(field);
    // The day is the briefing's own, never the template's.
    if (words && field !== 'date' && line.textContent.trim() !== '') detailWords[field] = line.textContent;
  });
  return {
    id,
    name,
    summary: summary ?? '',
    details,
    ...(doc.attrs['numbered'] === true ? { numbered: true } : {}),
    ...(Object.keys(detailWords).length > 0 ? { detailWords } : {}),
    sections: sections.length > 0 ? sections : [{ id: 'text', heading: 'Text' }],
  };
}
