// changeTemplate: a briefing under the headings of another template; everything that was written moves along.
import { Fragment, type Node } from 'prosemirror-model';
import { boilerplateOf } from './boilerplate.ts';
import { askedIn, headingOf } from './fillings.ts';
import { DETAILS, schema } from './schema.ts';
import { fillingsOf, isUnwritten, partsOf, sectionOf, type Part } from './sections.ts';
import type { Fill, Template, TemplateSection } from './template.ts';

/** Blocks to put into sections that the briefing has nothing for yet, by the section's id and the fill. */
export type Additions = ReadonlyMap<string, ReadonlyMap<Fill, readonly Node[]>>;

export interface Move {
  /** Heading as it stands. */
  readonly heading: string;
  /** The filling that goes there alone; absent for what the analyst wrote. */
  readonly fill?: Fill;
  /** The heading that its words will stand under; null when they stay under their own, at the end. */
  readonly to: string | null;
}

export interface TemplateChange {
  readonly doc: Node;
  /** Each section that holds something, in the order of the briefing. */
  readonly moves: readonly Move[];
}

interface Home {
  readonly section: TemplateSection;
  part: Part | null;
  readonly fills: Map<Fill, Node[]>;
  rest: Node[];
}

function plain(words: string): string {
  return words.trim().toLowerCase();
}

/** Which part goes to which section: by its id, else by its heading, else by what the section takes. One to one. */
function matched(parts: readonly Part[], to: Template): ReadonlyMap<Part, TemplateSection> {
  const found = new Map<Part, TemplateSection>();
  const taken = new Set<TemplateSection>();
  const ways: ((part: Part, section: TemplateSection) => boolean)[] = [
    ({ slot }, { id }) => slot === id,
    ({ heading }, section) =>
      plain(heading.textContent) !== '' && plain(heading.textContent) === plain(section.heading),
    ({ slot }, { takes }) => slot !== null && (takes ?? []).includes(slot),
  ];
  for (const fits of ways) {
    for (const part of parts) {
      if (found.has(part)) continue;
      const section = to.sections.find((one) => !taken.has(one) && fits(part, one));
      if (!section) continue;
      found.set(part, section);
      taken.add(section);
    }
  }
  return found;
}

/** True where the heading is the template's own word for word, and nothing hangs on it. */
function isTemplates(heading: Node, section: TemplateSection | null): boolean {
  let noted = false;
  heading.forEach((child) => {
    if (child.marks.length > 0 || !child.isText) noted = true;
  });
  return !noted && section !== null && heading.textContent === section.heading;
}

/** The heading of `section` in the place of `part`'s: the analyst's words stay the analyst's. */
function headingFor({ section, part }: Home, from: Template | null): Node {
  const fresh = headingOf(section);
  if (!part) return fresh;
  const { portion } = part.heading.attrs;
  if (isTemplates(part.heading, sectionOf(from, part.slot))) {
    return fresh.type.create({ ...fresh.attrs, portion: portion as unknown }, fresh.content);
  }
  return part.heading.type.create({ ...part.heading.attrs, slot: section.id }, part.heading.content);
}

/** Without the fields that nobody filled in, and without blank lines at the ends. */
function written(blocks: readonly Node[]): Node[] {
  const kept = blocks.filter((block) => !(isUnwritten(block) && block.attrs['prompt'] !== null));
  while (kept[0] && isUnwritten(kept[0])) kept.shift();
  while (kept.at(-1) && isUnwritten(kept.at(-1) as Node)) kept.pop();
  return kept;
}

/** A paragraph that answers a prompt answers the new one. */
function asking(block: Node, prompt: string | null): Node {
  if (block.type !== schema.nodes.paragraph || block.attrs['prompt'] === null) return block;
  return block.type.create({ ...block.attrs, prompt }, block.content);
}

/** The title block with the fields of `to`; one that says something stays even when the template has none of its name. */
function titleBlockFor(block: Node, to: Template): Node {
  const [title, details] = [block.firstChild, new Map<string, Node[]>()];
  block.forEach((line, _at, index) => {
    if (index === 0) return;
    const name = String(line.attrs['name']);
    details.set(name, [...(details.get(name) ?? []), line]);
  });
  const fields = to.details.flatMap((name): Node[] => {
    const own = (details.get(name) ?? []).filter((line, index) => index === 0 || line.content.size > 0);
    details.delete(name);
    if (own.length > 0 && own[0]?.content.size !== 0) return own;
    const words = to.detailWords?.[name];
    return [schema.nodes.detail.create({ name }, words ? schema.text(words) : []), ...own.slice(1)];
  });
  const others = [...details.values()].flat().filter((line) => line.content.size > 0);
  const order = (line: Node): number => (DETAILS as readonly string[]).indexOf(String(line.attrs['name']));
  return block.copy(
    Fragment.from([...(title ? [title] : []), ...fields, ...others.sort((a, b) => order(a) - order(b))]),
  );
}

/**
 * `doc` by the sections of `to`. Sections go along by id, by heading, or where `to` takes them; fillings (the table of key
 * figures, quotations, names) go to the section that is filled with them. What has no place stands under its own heading at the end.
 * Nothing that was written is changed; only fields that nobody filled in, and the template's own headings, are
 * replaced. `from`: the template until now, null when it is not known. `additions` fill sections that nothing stands in yet.
 */
export function changeTemplate(
  doc: Node,
  to: Template,
  { from, additions = new Map() }: { readonly from: Template | null; readonly additions?: Additions },
): TemplateChange {
  const { before, parts } = partsOf(doc);
  const homes = new Map(to.sections.map((section): [TemplateSection, Home] => [section, emptyHome(section)]));
  const places = matched(parts, to);
  const left: { readonly part: Part; readonly rest: Node[] }[] = [];
  const moves: Move[] = [];
  const hasSources = holds(doc, ({ type }) => type === schema.nodes.citation);
  const hasList = holds(doc, ({ type }) => type === schema.nodes.sourceList);
  for (const part of parts) {
    const section = places.get(part) ?? null;
    const home = section ? homes.get(section) : undefined;
    const { lead, rest } = fillingsOf(part, sectionOf(from, part.slot));
    const kept: Node[] = [];
    for (const { fill, nodes } of lead) {
      const wanted = (one: TemplateSection): boolean => (one.fill ?? []).includes(fill);
      const target = section && wanted(section) ? section : to.sections.find(wanted);
      const fills = target && homes.get(target)?.fills;
      const heading = part.heading.textContent;
      if (target && target !== section && !moves.some((one) => one.fill === fill && one.heading === heading)) {
        moves.push({ heading, fill, to: target.heading });
      }
      const there = fills?.get(fill);
      if (there) there.push(...nodes);
      else if (fills) fills.set(fill, [...nodes]);
      else kept.push(...nodes);
    }
    const own = written([...kept, ...rest]);
    const isOwn = !isTemplates(part.heading, sectionOf(from, part.slot)) || part.heading.attrs['portion'] !== null;
    if (home) {
      home.part = part;
      home.rest = own.map((block) => asking(block, home.section.prompt ?? null));
    } else if (own.length > 0 || isOwn) left.push({ part, rest: own });
    if (own.length > 0 || (isOwn && !home)) {
      moves.push({ heading: part.heading.textContent, to: home ? headingFor(home, from).textContent : null });
    }
  }
  const body = [...homes.values()].flatMap((home) => sectionBlocks(home, from, additions, { hasSources, hasList }));
  const titleBlock = doc.firstChild;
  const blocks = [...written(before), ...body, ...left.flatMap(({ part, rest }) => [part.heading, ...rest])];
  // The blocks are sound as they are: only their order is new.
  const made = schema.nodes.doc.createChecked(
    { ...doc.attrs, numbered: to.numbered ?? false, template: to.id },
    titleBlock ? [titleBlockFor(titleBlock, to), ...blocks] : blocks,
  );
  return { doc: made, moves };
}

function emptyHome(section: TemplateSection): Home {
  return { section, part: null, fills: new Map(), rest: [] };
}

function holds(doc: Node, wanted: (node: Node) => boolean): boolean {
  let found = false;
  doc.descendants((node) => {
    if (wanted(node)) found = true;
    return !found;
  });
  return found;
}

function sectionBlocks(
  home: Home,
  from: Template | null,
  additions: Additions,
  { hasSources, hasList }: { readonly hasSources: boolean; readonly hasList: boolean },
): Node[] {
  const { section, part, fills, rest } = home;
  const added = additions.get(section.id);
  const filled = (section.fill ?? []).flatMap(
    (fill) => fills.get(fill) ?? added?.get(fill) ?? (hasList ? [] : sourceList(fill)),
  );
  const standing = part === null ? boilerplateOf(section) : [];
  const blocks = [...standing, ...filled, ...rest];
  const prompt = rest.length > 0 ? null : askedIn(section, blocks.length > 0, hasSources);
  const asked = prompt !== null || blocks.length === 0 ? [schema.nodes.paragraph.create({ prompt })] : [];
  return [headingFor(home, from), ...blocks, ...asked];
}

/** The list of sources has no words of its own: it can always be made. */
function sourceList(fill: Fill): Node[] {
  return fill === 'sources' ? [schema.nodes.sourceList.create()] : [];
}

/** Every fill of `to` that the briefing holds nothing of yet, by section: what a prefill could add. */
export function openFills(doc: Node, to: Template, from: Template | null): Map<string, Fill[]> {
  const { parts } = partsOf(doc);
  const there = new Set<Fill>();
  for (const part of parts) {
    for (const { fill } of fillingsOf(part, sectionOf(from, part.slot)).lead) there.add(fill);
  }
  doc.descendants((node) => {
    if (node.type === schema.nodes.quotation && node.attrs['factId'] !== null) there.add('quotations');
    if (node.type === schema.nodes.table && node.attrs['kind'] === 'keyFigures') there.add('keyFigures');
    return true;
  });
  const open = new Map<string, Fill[]>();
  for (const { id, fill = [] } of to.sections) {
    const missing = fill.filter((one) => one !== 'sources' && !there.has(one));
    for (const one of missing) there.add(one);
    if (missing.length > 0) open.set(id, missing);
  }
  return open;
}
