// Sections: a briefing's text parted at the headings of its template, and which of the blocks in it are fillings.
import type { Node } from 'prosemirror-model';
import { CHANGES_SENTENCE } from './fillings.ts';
import { schema } from './schema.ts';
import type { Fill, Template, TemplateSection } from './template.ts';

export interface Part {
  readonly heading: Node;
  /** Id of the template's section that the heading opens; null for one of the analyst's own. */
  readonly slot: string | null;
  readonly blocks: readonly Node[];
}

export interface Parts {
  /** What stands before the first heading. */
  readonly before: readonly Node[];
  readonly parts: readonly Part[];
}

/** A section begins at a heading of level 1, or of the template; other headings are part of what they stand in. */
export function partsOf(doc: Node): Parts {
  const before: Node[] = [];
  const parts: { heading: Node; slot: string | null; blocks: Node[] }[] = [];
  doc.forEach((block) => {
    if (block.type === schema.nodes.titleBlock) return;
    const slot: unknown = block.attrs['slot'];
    if (block.type === schema.nodes.heading && (block.attrs['level'] === 1 || typeof slot === 'string')) {
      parts.push({ heading: block, slot: typeof slot === 'string' ? slot : null, blocks: [] });
    } else (parts.at(-1)?.blocks ?? before).push(block);
  });
  return { before, parts };
}

export function sectionOf(template: Template | null, slot: string | null): TemplateSection | null {
  return template?.sections.find(({ id }) => id === slot) ?? null;
}

/** True for an empty paragraph; it may ask something. */
export function isUnwritten(block: Node): boolean {
  return block.type === schema.nodes.paragraph && block.content.size === 0;
}

/** True where every paragraph reports: what the program wrote of the sources. */
function reports(block: Node): boolean {
  let all = block.textContent !== '';
  block.descendants((node) => {
    if (node.type === schema.nodes.paragraph && node.attrs['voice'] !== 'report') all = false;
    return !node.isTextblock;
  });
  return all;
}

/** The fill that a block looks like, out of those that its section had; null for what may be the analyst's own. */
function fillOf(block: Node, had: (fill: Fill) => boolean): Fill | null {
  const { nodes, marks } = schema;
  switch (block.type) {
    case nodes.table:
      return block.attrs['kind'] === 'keyFigures' ? 'keyFigures' : null;
    case nodes.quotation:
      return block.attrs['factId'] !== null && had('quotations') ? 'quotations' : null;
    case nodes.sourceList:
      return 'sources';
    case nodes.paragraph:
      return block.attrs['voice'] === 'report' && block.content.size > 0 && had('reporting') ? 'reporting' : null;
    case nodes.bulletList: {
      if (!reports(block)) return null;
      const first = block.firstChild?.firstChild?.firstChild;
      const isDated = first ? marks.strong.isInSet(first.marks) !== undefined : false;
      const fill = isDated ? 'chronology' : 'names';
      return had(fill) ? fill : null;
    }
    default:
      return null;
  }
}

export interface Filled {
  readonly fill: Fill;
  readonly nodes: readonly Node[];
}

/**
 * The fillings that a section of the template begins with, and the rest: what the analyst wrote, and fillings that stand
 * among it. `section`: what the template says of it; null when that is not known.
 */
export function fillingsOf(part: Part, section: TemplateSection | null): { lead: Filled[]; rest: Node[] } {
  const lead: Filled[] = [];
  // What stands under the analyst's own heading was put there by the analyst.
  if (part.slot === null) return { lead, rest: [...part.blocks] };
  const had = (fill: Fill): boolean => section === null || (section.fill ?? []).includes(fill);
  let at = 0;
  for (; at < part.blocks.length; at++) {
    const block = part.blocks[at];
    if (!block) break;
    const next = part.blocks[at + 1];
    const captioned = block.type === schema.nodes.caption && next?.attrs['kind'] === 'keyFigures' ? next : null;
    if (captioned) {
      lead.push({ fill: 'keyFigures', nodes: [block, captioned] });
      at++;
      continue;
    }
    const before = lead.at(-1);
    const isRemark = before?.fill === 'keyFigures' && block.textContent === CHANGES_SENTENCE;
    const fill = isRemark ? 'keyFigures' : fillOf(block, had);
    if (fill === null) break;
    lead.push({ fill, nodes: [block] });
  }
  return { lead, rest: part.blocks.slice(at) };
}
