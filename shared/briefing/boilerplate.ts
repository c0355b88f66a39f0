// Boilerplate: the standing words of a house in a template: blocks that hang on no source, picture or note.
import { Fragment, Mark, Node } from 'prosemirror-model';
import { schema } from './schema.ts';
import type { TemplateSection } from './template.ts';

/** Nodes that mean something only in the briefing they stand in. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'citation',
  'reference',
  'caption',
  'image',
  'chart',
  'sourceList',
  'opaque',
  'quotation',
]);
const MARKS: ReadonlySet<string> = new Set([
  'strong',
  'em',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'code',
  'link',
]);

function isStanding(mark: Mark): boolean {
  return MARKS.has(mark.type.name);
}

/** `block` without what hangs on the briefing; null when nothing of it is left to stand. */
export function standing(block: Node): Node | null {
  if (LEFT_OUT.has(block.type.name)) return null;
  if (block.type === schema.nodes.table && block.attrs['kind'] !== null) return null;
  const cleaned = clean(block);
  return cleaned.textContent.trim() === '' && block.type !== schema.nodes.pageBreak ? null : cleaned;
}

function clean(node: Node): Node {
  if (node.isText) return node.mark(node.marks.filter(isStanding));
  const kept: Node[] = [];
  node.forEach((child) => {
    if (!LEFT_OUT.has(child.type.name)) kept.push(clean(child));
  });
  const content = Fragment.from(kept);
  // What of a block cannot stand without a part of it stays as an empty paragraph would.
  if (!node.type.validContent(content)) return node.type.createAndFill(node.attrs, content) ?? node.type.create();
  if (node.type !== schema.nodes.paragraph) return node.type.create(node.attrs, content, node.marks.filter(isStanding));
  return schema.nodes.paragraph.create({ ...node.attrs, prompt: null, voice: 'comment' }, content);
}

/** The blocks of a section's boilerplate; what does not fit the schema, or hangs on a briefing, is not among them. */
export function boilerplateOf(section: TemplateSection): Node[] {
  return (section.boilerplate ?? []).flatMap((json) => readBlock(json) ?? []);
}

/** One block out of JSON that anybody may have written; null when it is none. */
export function readBlock(json: unknown): Node | null {
  try {
    const node = Node.fromJSON(schema, json);
    node.check();
    return node.type.isInGroup('block') ? standing(node) : null;
  } catch {
    return null;
  }
}
