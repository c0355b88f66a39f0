// The inline content of a paragraph as runs: text with its marks, breaks, citations, and where comments begin and end.
import type { Mark, Node } from 'prosemirror-model';
import type { NodeName } from '../briefing/schema.ts';
import { runProps } from './marks.ts';
import type { Inline } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import { glue, textInlines } from './text.ts';

/** The nodes that stand in a line; all others are blocks (nodes.ts). */
export type InlineName = Extract<NodeName, 'text' | 'hardBreak' | 'citation' | 'reference'>;

export interface InlineOptions {
  /** False where the words are somebody else's: typography never touches a quotation. */
  readonly glue: boolean;
}

function markOf(node: Node, name: string): Mark | undefined {
  return node.marks.find((mark) => mark.type.name === name);
}

const ENTRIES: Record<InlineName, (node: Node, words: string, context: PlanContext) => readonly Inline[]> = {
  text: (node, words, context) => {
    const href = markOf(node, 'link')?.attrs['href'];
    const safe = typeof href === 'string' ? context.href(href) : null;
    // A link that may not leave is plain words, and must not look like one that works.
    const marks = safe === null ? node.marks.filter((mark) => mark.type.name !== 'link') : node.marks;
    return textInlines(context.text.clean(words), runProps(marks), safe);
  },
  hardBreak: () => [{ kind: 'break' }],
  reference: () => [],
  citation: (node, _words, context) => [{ kind: 'note', number: context.note(node) }],
};

/** Counts each stretch of a figure or of quoted words once, however many marks part it. */
function countStretches(node: Node, context: PlanContext): void {
  for (const [mark, what] of [
    ['figure', 'figures'],
    ['quoted', 'quotations'],
  ] as const) {
    let last: unknown = null;
    node.forEach((child) => {
      const id: unknown = markOf(child, mark)?.attrs['factId'] ?? null;
      if (id !== null && id !== last) context.count(what);
      last = id;
    });
  }
}

/** The runs of the textblock `node` at document position `pos`. Throws RangeError for a node that the schema does not have. */
export function inlinesOf(node: Node, pos: number, context: PlanContext, options: InlineOptions): Inline[] {
  countStretches(node, context);
  const inlines: Inline[] = [];
  const words = node.textBetween(0, node.content.size, undefined, '\ufffc');
  const glued = options.glue ? glue(words) : words;
  let at = 0;
  node.forEach((child, offset) => {
    const entry = (ENTRIES as Readonly<Record<string, (typeof ENTRIES)[InlineName]>>)[child.type.name];
    if (!entry) throw new RangeError(`The export has no entry for the node "${child.type.name}".`);
    const from = pos + 1 + offset;
    const to = from + child.nodeSize;
    const quoted = markOf(child, 'quoted') !== undefined;
    for (const comments of context.starts.get(from) ?? []) inlines.push({ kind: 'commentStart', comments });
    inlines.push(...entry(child, (quoted ? words : glued).slice(at, at + child.nodeSize), context));
    for (const comments of context.ends.get(to) ?? []) inlines.push({ kind: 'commentEnd', comments });
    at += child.nodeSize;
  });
  return inlines;
}
