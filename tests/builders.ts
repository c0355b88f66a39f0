// Builders of small briefings that read like a drawing; <cursor>, <from>, <to> in the words leave their positions.
import type { Attrs, Mark, Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command, type Plugin } from 'prosemirror-state';
import { expect } from 'vitest';
import { schema, type MarkName, type NodeName } from '../shared/briefing/schema.ts';

/** Positions by tag name, counted from the start of the content they stand in. */
export type Tags = Readonly<Record<string, number>>;

/** Marked inline content, not yet in a block. */
interface Inline {
  readonly nodes: readonly Node[];
  readonly tags: Tags;
}

export type Child = string | Node | Inline;

const tagsByNode = new WeakMap<Node, Tags>();

/** The tags written in `node`, as positions in it; of a doc, ProseMirror positions. */
export function tagsOf(node: Node): Tags {
  return tagsByNode.get(node) ?? {};
}

/** The position of one tag; throws when the drawing has no such tag. */
export function at(node: Node, tag: string): number {
  const position = tagsOf(node)[tag];
  if (position === undefined) throw new RangeError(`The drawing has no <${tag}>.`);
  return position;
}

function isInline(value: object): value is Inline {
  return 'nodes' in value && 'tags' in value;
}

function isChild(value: unknown): value is Child {
  return (
    typeof value === 'string' || (typeof value === 'object' && value !== null && ('type' in value || isInline(value)))
  );
}

function flatten(children: readonly Child[], mark: Mark | null): Inline {
  const nodes: Node[] = [];
  const tags: Record<string, number> = {};
  let size = 0;
  const put = (node: Node): void => {
    nodes.push(mark ? node.mark(mark.addToSet(node.marks)) : node);
    size += node.nodeSize;
  };
  for (const child of children) {
    if (typeof child === 'string') {
      const parts = child.split(/<([a-z]+)>/u);
      parts.forEach((part, index) => {
        if (index % 2 === 1) tags[part] = size;
        else if (part) put(schema.text(part));
      });
    } else if (isInline(child)) {
      for (const [tag, position] of Object.entries(child.tags)) tags[tag] = size + position;
      child.nodes.forEach(put);
    } else {
      for (const [tag, position] of Object.entries(tagsOf(child))) tags[tag] = size + 1 + position;
      put(child);
    }
  }
  return { nodes, tags };
}

/** A node of `type`; it is checked against the schema, so a drawing that cannot be is an error at once. */
export function build(type: NodeName, attrs: Attrs | null, ...children: Child[]): Node {
  const content = flatten(children, null);
  const node = schema.nodes[type].createChecked(attrs, content.nodes);
  tagsByNode.set(node, content.tags);
  return node;
}

type Block = (...children: (Child | Attrs)[]) => Node;

/** A builder whose first argument may be attributes: `p({ voice: 'report' }, 'words')`. */
function block(type: NodeName, preset: Attrs = {}): Block {
  return (first, ...rest) => {
    const children = rest.filter(isChild);
    if (first === undefined) return build(type, preset);
    if (isChild(first)) return build(type, preset, first, ...children);
    return build(type, { ...preset, ...first }, ...children);
  };
}

function marked(type: MarkName, attrs: Attrs | null, children: readonly Child[]): Inline {
  return flatten(children, schema.marks[type].create(attrs));
}

export const title = block('title');
export const detail = block('detail');
export const titleBlock = block('titleBlock');
export const p = block('paragraph');
export const report = block('paragraph', { voice: 'report' });
/** An empty paragraph that asks something. */
export const prompt = (question: string): Node => build('paragraph', { prompt: question });
export const h = block('heading', { level: 1 });
export const h2 = block('heading', { level: 2 });
export const h3 = block('heading', { level: 3 });
export const ul = block('bulletList');
export const ol = block('orderedList');
export const li = block('listItem');
export const quotation = block('quotation');
export const qt = block('quotationText');
export const by = block('attribution');
export const table = block('table');
export const keyFigures = block('table', { kind: 'keyFigures' });
export const tr = block('tableRow');
export const td = block('tableCell');
export const th = block('tableHeader');
export const pageBreak = block('pageBreak');
export const sourceList = block('sourceList');
export const br = block('hardBreak');
export const cite = (articleId: string, factId: string | null = null, locator: string | null = null): Node =>
  build('citation', { articleId, factId, locator });

/** A quotation of the fact `factId`: one paragraph per string, then `by(...)`; without it the attribution is empty. */
export function quote(factId: string | null, ...children: Child[]): Node {
  const last = children.at(-1);
  const attribution =
    typeof last === 'object' && 'type' in last && last.type === schema.nodes.attribution ? last : null;
  const words = attribution ? children.slice(0, -1) : children;
  return build('quotation', { factId }, ...words.map((child) => qt(child)), attribution ?? by());
}

export const strong = (...children: Child[]): Inline => marked('strong', null, children);
export const em = (...children: Child[]): Inline => marked('em', null, children);
export const link = (href: string, ...children: Child[]): Inline => marked('link', { href }, children);
export const figure = (factId: string, ...children: Child[]): Inline => marked('figure', { factId }, children);
export const quoted = (factId: string, ...children: Child[]): Inline => marked('quoted', { factId }, children);
export const own = (...children: Child[]): Inline => marked('own', null, children);
export const note = (id: string, ...children: Child[]): Inline => marked('annotation', { id }, children);

/** A whole document. A title block is put before the blocks when the drawing begins without one. */
export const doc: Block = (first, ...rest) => {
  const attrs = first !== undefined && !isChild(first) ? first : {};
  const blocks = (first !== undefined && isChild(first) ? [first, ...rest] : rest).filter(isChild);
  const head = blocks[0];
  const hasTitle = typeof head === 'object' && 'type' in head && head.type === schema.nodes.titleBlock;
  return build('doc', attrs, ...(hasTitle ? blocks : [titleBlock(title('A note')), ...blocks]));
};

/** The selection that is drawn in `drawn`: <cursor>, or <from> to <to>; null when nothing is drawn. */
export function selectionOf(drawn: Node): TextSelection | null {
  const { cursor, from, to } = tagsOf(drawn);
  const start = cursor ?? from;
  return start === undefined ? null : TextSelection.create(drawn, start, cursor ?? to ?? start);
}

/** A state of the drawing with its selection. */
export function stateOf(drawn: Node, plugins: readonly Plugin[] = []): EditorState {
  const selection = selectionOf(drawn);
  return EditorState.create({ doc: drawn, ...(selection ? { selection } : {}), plugins });
}

/**
 * Runs `command` on a drawing or a state and expects the drawing `expected`, with its selection when it has one; null: the
 * command cannot run. A dry run must say the same. Returns the state after it.
 */
export function apply(before: Node | EditorState, command: Command, expected: Node | null): EditorState {
  let state = before instanceof EditorState ? before : stateOf(before);
  const able = command(state);
  const done = command(state, (tr) => {
    state = state.apply(tr);
  });
  expect(done).toBe(able);
  expect(done).toBe(expected !== null);
  if (!expected) return state;
  expect(state.doc.toJSON()).toEqual(expected.toJSON());
  const selection = selectionOf(expected);
  if (selection) {
    const { from, to } = state.selection;
    expect({ from, to }).toEqual({ from: selection.from, to: selection.to });
  }
  return state;
}
