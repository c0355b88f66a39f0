// The document as JSON: read with whatever is not known kept as opaque blocks, written with those as they were.
import { Fragment, Mark, type Node, type NodeType } from 'prosemirror-model';
import { fail, ok, outcome, type Message, type Outcome, type Result } from '../base/result.ts';
import { schema } from '../briefing/schema.ts';

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodeType(name: unknown): NodeType | undefined {
  return typeof name === 'string' && Object.hasOwn(schema.nodes, name) ? schema.nodes[name] : undefined;
}

/** Attributes of `json` that its type has no place for. */
function strangeAttrs(json: Json, known: Readonly<Record<string, unknown>> | undefined): number {
  const attrs = json['attrs'];
  if (!isJson(attrs)) return 0;
  return Object.keys(attrs).filter((name) => known === undefined || !Object.hasOwn(known, name)).length;
}

/** The keys that ProseMirror writes of a node. */
const KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text']);

class Reader {
  /** Blocks that were kept as they are. */
  opaque = 0;
  /** Attributes that cannot be kept. */
  dropped = 0;

  /** The node, or null when it, or something in it that no block inside it can stand for, is not known. */
  node(json: unknown): Node | null {
    if (!isJson(json)) return null;
    const type = nodeType(json['type']);
    if (!type || type.name === 'opaque') return null;
    const before = { opaque: this.opaque, dropped: this.dropped };
    this.dropped += strangeAttrs(json, type.spec.attrs) + Object.keys(json).filter((key) => !KEYS.has(key)).length;
    const node = this.build(type, json);
    if (node) return node;
    // What was counted within a node that is kept whole after all is not lost.
    this.opaque = before.opaque;
    this.dropped = before.dropped;
    return null;
  }

  private build(type: NodeType, json: Json): Node | null {
    const marks = this.marks(json['marks']);
    const { text, attrs, content = [] } = json;
    if (!marks || !Array.isArray(content)) return null;
    try {
      if (type.isText) return typeof text === 'string' ? schema.text(text, marks) : null;
      const children: Node[] = [];
      for (const child of content) {
        const node = this.node(child) ?? this.keep(child, type);
        if (!node) return null;
        children.push(node);
      }
      const fragment = Fragment.fromArray(children);
      return type.validContent(fragment) ? type.create(isJson(attrs) ? attrs : null, fragment, marks) : null;
    } catch {
      // ProseMirror throws on an attribute that is missing, and on an empty text.
      return null;
    }
  }

  private marks(json: unknown): readonly Mark[] | null {
    if (json === undefined) return Mark.none;
    if (!Array.isArray(json)) return null;
    let marks = Mark.none;
    for (const one of json) {
      if (!isJson(one) || typeof one['type'] !== 'string' || !Object.hasOwn(schema.marks, one['type'])) return null;
      const type = schema.marks[one['type']];
      if (!type) return null;
      this.dropped += strangeAttrs(one, type.spec.attrs);
      try {
        const added = type.create(isJson(one['attrs']) ? one['attrs'] : null).addToSet(marks);
        if (added.length !== marks.length + 1) return null;
        marks = added;
      } catch {
        return null;
      }
    }
    return marks;
  }

  /** The opaque block for `json` in a parent that can hold blocks; else null, and the parent itself is kept whole. */
  private keep(json: unknown, parent: NodeType): Node | null {
    if (!isJson(json) || parent.inlineContent) return null;
    this.opaque++;
    return schema.node('opaque', { json });
  }
}

export interface ReadDoc {
  readonly doc: Node;
  /** True when the document has what would be lost on writing: attributes that this version does not know. */
  readonly lossy: boolean;
}

/** Reads a document. Failure `invalid`: it is not one of our schema, even with the unknown in it kept as opaque blocks. */
export function readDoc(json: unknown): Result<Outcome<ReadDoc>> {
  const invalid = fail('invalid', 'The text of the briefing does not have the form of a briefing.');
  const reader = new Reader();
  const doc = reader.node(json);
  if (!doc || doc.type !== schema.topNodeType) return invalid;
  try {
    doc.check();
  } catch {
    return invalid;
  }
  const messages: Message[] = [];
  if (reader.opaque > 0) {
    const what = reader.opaque === 1 ? 'One part of the text was' : `${reader.opaque} parts of the text were`;
    messages.push({
      code: 'opaque',
      text: `${what} made by a newer Chancery and cannot be changed here; kept as made.`,
    });
  }
  if (reader.dropped > 0) {
    messages.push({
      code: 'newer-attributes',
      text: 'The text has formatting of a newer Chancery that is not shown here, and would be lost in a copy saved here.',
    });
  }
  return ok(outcome({ doc, lossy: reader.dropped > 0 }, messages));
}

function expand(json: unknown): unknown {
  if (!isJson(json)) return json;
  if (json['type'] === 'opaque') {
    const attrs = json['attrs'];
    return isJson(attrs) ? attrs['json'] : json;
  }
  const content = json['content'];
  return Array.isArray(content) ? { ...json, content: content.map(expand) } : json;
}

/** The JSON of `doc`, opaque blocks as they were read. */
export function writeDoc(doc: Node): unknown {
  return expand(doc.toJSON());
}
