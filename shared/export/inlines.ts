// The inline content of a paragraph as runs: text with its marks, breaks, citations, and where comments begin and end.
import type { Mark, Node } from 'prosemirror-model';
import type { NodeName } from '../briefing/schema.ts';
import { directed, runsRightToLeft, stretchesOf, type Stretch } from './direction.ts';
import { runProps } from './marks.ts';
import type { Inline, ParagraphBlock, RunProps } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import type { ParagraphStyle } from './styles.ts';
import { glue, textInlines } from './text.ts';

/** The nodes that stand in a line; all others are blocks (nodes.ts). */
export type InlineName = Extract<NodeName, 'text' | 'hardBreak' | 'citation' | 'reference'>;

export interface InlineOptions {
  /** False where the words are somebody else's: typography never touches a quotation. */
  readonly glue: boolean;
  /** Language of the words where it is another than the document's. */
  readonly language?: string | null;
  /** Where the paragraph runs another way than its words alone would. */
  readonly rtl?: boolean;
}

/** The words of one inline node, and what is known of them beside its marks. */
interface Words {
  readonly text: string;
  readonly props: RunProps;
  /** By stretch; null when all of them run from left to right. */
  readonly stretches: readonly { readonly from: number; readonly to: number; readonly of: Stretch }[] | null;
}

function markOf(node: Node, name: string): Mark | undefined {
  return node.marks.find((mark) => mark.type.name === name);
}

const ENTRIES: Record<InlineName, (node: Node, words: Words, context: PlanContext) => readonly Inline[]> = {
  text: (node, { text, props, stretches }, context) => {
    const href = markOf(node, 'link')?.attrs['href'];
    const safe = typeof href === 'string' ? context.href(href) : null;
    // A link that may not leave is plain words, and must not look like one that works.
    const marks = safe === null ? node.marks.filter((mark) => mark.type.name !== 'link') : node.marks;
    const own = { ...runProps(marks), ...props };
    if (stretches === null) return textInlines(context.text.clean(text), own, safe);
    return stretches.flatMap(({ from, to, of }) =>
      textInlines(context.text.clean(text.slice(from, to)), directed(own, of, context.language), safe),
    );
  },
  hardBreak: () => [{ kind: 'break' }],
  reference: (node, _words, context) => [context.reference(node.attrs['target'])],
  citation: (node, _words, context) => [{ kind: 'note', number: context.note(node) }],
};

/** Told of the mark of each child in turn, counts a figure or quoted words once, however many other marks part them. */
function stretchCounter(what: 'figures' | 'quotations', context: PlanContext): (mark: Mark | undefined) => void {
  let last: unknown = null;
  return (mark) => {
    const id: unknown = mark?.attrs['factId'] ?? null;
    if (id !== null && id !== last) context.count(what);
    last = id;
  };
}

/** The parts of the stretches that lie between `from` and `to`, counted from `from`; `next` is where to look from. */
function cut(stretches: readonly Stretch[], next: number, from: number, to: number) {
  const parts: { from: number; to: number; of: Stretch }[] = [];
  let at = from;
  let index = next;
  for (; index < stretches.length; index++) {
    const of = stretches[index] as Stretch;
    const end = Math.min(of.end, to);
    if (end > at) parts.push({ from: at - from, to: end - from, of });
    at = Math.max(at, end);
    if (of.end >= to) break;
  }
  return { parts, next: index };
}

/** True when a note is the last that `inlines` show: where comments begin and end shows nothing. */
function endInNote(inlines: readonly Inline[]): boolean {
  return inlines.findLast(({ kind }) => kind !== 'commentStart' && kind !== 'commentEnd')?.kind === 'note';
}

const LEAF = '\ufffc';

/** The words of a textblock, one letter for each node that has none. */
function plainWords(node: Node): string {
  let words = '';
  node.forEach((child) => void (words += child.text ?? LEAF));
  return words;
}

/** The runs of the textblock `node` at document position `pos`. Throws RangeError for a node that the schema does not have. */
function inlinesOf(
  node: Node,
  pos: number,
  context: PlanContext,
  options: InlineOptions,
  { words, rtl }: { readonly words: string; readonly rtl: boolean },
): Inline[] {
  const inlines: Inline[] = [];
  const glued = options.glue ? glue(words) : words;
  const stretches = stretchesOf(words, rtl);
  const countFigure = stretchCounter('figures', context);
  const countQuotation = stretchCounter('quotations', context);
  let at = 0;
  let stretch = 0;
  node.forEach((child, offset) => {
    const entry = (ENTRIES as Readonly<Record<string, (typeof ENTRIES)[InlineName]>>)[child.type.name];
    if (!entry) throw new RangeError(`The export has no entry for the node "${child.type.name}".`);
    const from = pos + 1 + offset;
    const to = from + child.nodeSize;
    const quoted = markOf(child, 'quoted');
    countFigure(markOf(child, 'figure'));
    countQuotation(quoted);
    const language = quoted ? context.foreign(quoted.attrs['factId']) : options.language;
    const part = stretches === null ? null : cut(stretches, stretch, at, at + child.nodeSize);
    stretch = part?.next ?? 0;
    for (const comments of context.starts.get(from) ?? []) inlines.push({ kind: 'commentStart', comments });
    const made = entry(
      child,
      {
        text: (quoted ? words : glued).slice(at, at + child.nodeSize),
        props: language ? { language } : {},
        stretches: part?.parts ?? null,
      },
      context,
    );
    for (const one of made) {
      const after = one.kind === 'note' && endInNote(inlines);
      inlines.push(after ? { ...one, after, ...(rtl ? { rtl } : {}) } : one);
    }
    for (const comments of context.ends.get(to) ?? []) inlines.push({ kind: 'commentEnd', comments });
    at += child.nodeSize;
  });
  return inlines;
}

/** The textblock `node` as a paragraph, which runs the way its words do. */
export function paragraphOf(
  style: ParagraphStyle,
  node: Node,
  pos: number,
  context: PlanContext,
  options: InlineOptions = { glue: true },
): ParagraphBlock {
  const words = plainWords(node);
  const rtl = options.rtl ?? runsRightToLeft(words, context.rtl);
  const inlines = inlinesOf(node, pos, context, options, { words, rtl });
  return { kind: 'paragraph', style, inlines, ...(rtl ? { rtl } : {}) };
}

/** `rtl` of a paragraph of these words in a document that runs this way. */
export function way(words: string, rtl: boolean): { readonly rtl?: true } {
  return runsRightToLeft(words, rtl) ? { rtl: true } : {};
}

/** Words of our own on one line as runs. */
export function plainInlines(
  words: string,
  of: Pick<PlanContext, 'language' | 'rtl'>,
  props: RunProps = {},
  href: string | null = null,
): Inline[] {
  const stretches = stretchesOf(words, runsRightToLeft(words, of.rtl));
  if (stretches === null) return textInlines(words, props, href);
  return cut(stretches, 0, 0, words.length).parts.flatMap((part) =>
    textInlines(words.slice(part.from, part.to), directed(props, part.of, of.language), href),
  );
}
