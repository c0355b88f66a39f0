// What each block node of the schema becomes in Word: one entry per node, so that a new node without one does not compile.
import type { Node } from 'prosemirror-model';
import { DETAILS, type DetailName, type NodeName } from '../briefing/schema.ts';
import { paragraphOf, plainInlines, way, type InlineName } from './inlines.ts';
import type { Block, Inline, ParagraphBlock } from './plan.ts';
import type { PlanContext } from './planContext.ts';
import type { PortionBearer } from './portions.ts';
import { shownWords } from './shownWords.ts';
import type { ParagraphStyle } from './styles.ts';
import { tableBlocks } from './tables.ts';

type BlockName = Exclude<NodeName, InlineName>;

/** `pos` is the document position before `node` (-1 for the document itself). */
type Entry = (node: Node, pos: number, context: PlanContext) => Block[];

const DETAIL_LABELS: Record<DetailName, string> = { reference: 'Reference', to: 'To', from: 'From', date: 'Date' };

/** Word knows nine levels of a list. */
const DEEPEST = 8;

function children(node: Node, pos: number, context: PlanContext): Block[] {
  const blocks: Block[] = [];
  node.forEach((child, offset) => blocks.push(...blocksOf(child, pos + 1 + offset, context)));
  return blocks;
}

/** A line of our own. */
function lineOf(style: ParagraphStyle, words: string, context: PlanContext): ParagraphBlock {
  return { kind: 'paragraph', style, inlines: plainInlines(words, context), ...way(words, context.rtl) };
}

/** The words that stand for a picture or chart run their own way, as all others do. */
function directed(blocks: readonly Block[], context: PlanContext): Block[] {
  const turn = (block: ParagraphBlock): ParagraphBlock => ({
    ...block,
    inlines: block.inlines.flatMap((inline) =>
      inline.kind === 'text' ? plainInlines(inline.text, context, inline.props, inline.href) : [inline],
    ),
    ...way(shownWords(block.inlines), context.rtl),
  });
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return turn(block);
    if (block.kind !== 'table') return block;
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(turn) })),
    }));
    return { ...block, rows };
  });
}

/** `block` with what its portion mark prints; a number before it is the list's own. */
function marked(
  block: ParagraphBlock,
  portion: unknown,
  context: PlanContext,
  what: PortionBearer = 'paragraph',
): ParagraphBlock {
  const words = context.portion(portion, what);
  if (words === '') return block;
  return { ...block, inlines: [{ kind: 'text', text: words, props: {}, href: null }, ...block.inlines] };
}

function isLabel(name: string): name is DetailName {
  return (DETAILS as readonly string[]).includes(name);
}

function inside(part: string): Entry {
  return () => {
    throw new RangeError(`A "${part}" stands outside the node that it is a part of.`);
  };
}

/** A list at `level`; the blocks of each item, with the last two items kept on one page. */
function list(node: Node, pos: number, context: PlanContext, level: number): Block[] {
  const ordered = node.type.name === 'orderedList';
  const order = Math.trunc(Number(node.attrs['order']));
  const start = ordered && order >= 0 && order < 32768 ? order : 1;
  const id = context.newList({ kind: ordered ? 'number' : 'bullet', level, start });
  const blocks: Block[] = [];
  node.forEach((item, offset, index) => {
    const itemBlocks = itemOf(item, pos + 1 + offset, context, { list: id, level }, ordered);
    const keep = node.childCount > 1 && index === node.childCount - 2;
    blocks.push(
      ...itemBlocks.map((block) =>
        keep && block.kind === 'paragraph' ? { ...block, keepNext: true as const } : block,
      ),
    );
  });
  return blocks;
}

function itemOf(
  item: Node,
  pos: number,
  context: PlanContext,
  place: { readonly list: number; readonly level: number },
  ordered: boolean,
): Block[] {
  const blocks: Block[] = [];
  item.forEach((child, offset, index) => {
    const at = pos + 1 + offset;
    if (index === 0) {
      // The item's first line is always there, even empty: it bears the number.
      blocks.push({ ...wordsOrPrompt(child, at, context, ordered ? 'ListNumber' : 'ListBullet'), item: place });
    } else if (child.type.name === 'bulletList' || child.type.name === 'orderedList') {
      blocks.push(...list(child, at, context, Math.min(place.level + 1, DEEPEST)));
    } else if (child.type.name === 'paragraph') {
      if (child.content.size > 0 || child.attrs['prompt']) {
        blocks.push({ ...wordsOrPrompt(child, at, context, 'ListContinue'), under: place.level });
      }
    } else {
      blocks.push(...blocksOf(child, at, context));
    }
  });
  return blocks;
}

/** The words of a paragraph, or what the analyst is still asked to write, in square brackets. */
function wordsOrPrompt(node: Node, pos: number, context: PlanContext, style: ParagraphStyle): ParagraphBlock {
  const prompt: unknown = node.attrs['prompt'];
  if (node.content.size > 0 || typeof prompt !== 'string' || prompt === '') {
    const block = paragraphOf(style, node, pos, context);
    return node.content.size > 0 ? marked(block, node.attrs['portion'], context) : block;
  }
  context.tell('unanswered-prompt', 'Some sections still hold what they ask of the writer, in square brackets.');
  return lineOf('Prompt', `[${context.text.line(prompt)}]`, context);
}

const BLOCKS: Record<BlockName, Entry> = {
  doc: children,
  titleBlock: children,
  title: (node, pos, context) =>
    node.content.size === 0
      ? []
      : [marked(paragraphOf('Title', node, pos, context), node.attrs['portion'], context, 'heading')],
  detail: (node, pos, context) => {
    if (node.content.size === 0) return [];
    const name = String(node.attrs['name']);
    const label = isLabel(name) ? DETAIL_LABELS[name] : context.text.line(name);
    // The lines of the title block stand in columns: all of them run as the document does.
    const block = paragraphOf('Details', node, pos, context, { glue: true, rtl: context.rtl });
    const before: readonly Inline[] = [
      { kind: 'text', text: label, props: { style: 'DetailLabel' }, href: null },
      { kind: 'tab' },
    ];
    return [{ ...block, inlines: [...before, ...block.inlines] }];
  },

  paragraph: (node, pos, context) => {
    // Empty lines were space in the editor; in Word the styles keep it.
    if (node.content.size === 0 && !node.attrs['prompt']) return [];
    const block = wordsOrPrompt(node, pos, context, node.attrs['voice'] === 'report' ? 'Reporting' : 'BodyText');
    // Paragraphs in lists, cells and quotations do not come here: this one is of the body.
    const numbers = node.content.size === 0 ? null : context.paragraphList();
    return [numbers === null ? block : { ...block, item: { list: numbers, level: 0 } }];
  },
  heading: (node, pos, context) => {
    if (node.content.size === 0) return [];
    const level = Number(node.attrs['level']);
    const style = level <= 1 ? 'Heading1' : level === 2 ? 'Heading2' : level === 3 ? 'Heading3' : 'Heading4';
    // Word makes the list of contents out of the words of the headings: the marks stand in it too.
    const block = marked(paragraphOf(style, node, pos, context), node.attrs['portion'], context, 'heading');
    const bookmark = context.heading(Math.max(level, 1), shownWords(block.inlines));
    return [bookmark === null ? block : { ...block, bookmark }];
  },
  bulletList: (node, pos, context) => list(node, pos, context, 0),
  orderedList: (node, pos, context) => list(node, pos, context, 0),
  listItem: inside('listItem'),

  quotation: (node, pos, context) => {
    context.count('quotations');
    const language = context.foreign(node.attrs['factId']);
    const blocks: ParagraphBlock[] = [];
    node.forEach((child, offset, index) => {
      const at = pos + 1 + offset;
      if (child.type.name === 'attribution') blocks.push(paragraphOf('Attribution', child, at, context));
      else {
        const words = paragraphOf('Quote', child, at, context, { glue: false, language });
        const block = index === 0 ? marked(words, node.attrs['portion'], context) : words;
        blocks.push({ ...block, keepNext: true });
      }
    });
    return blocks;
  },
  quotationText: inside('quotationText'),
  attribution: inside('attribution'),

  table: (node, pos, context) => tableBlocks(node, pos, context),
  tableRow: inside('tableRow'),
  tableCell: inside('tableCell'),
  tableHeader: inside('tableHeader'),

  image: (node, _pos, context) => directed([context.picture(node)], context),
  caption: (node, pos, context) => {
    const block = paragraphOf('Caption', node, pos, context);
    const sequence = context.sequence(pos);
    const before: readonly Inline[] = sequence === null ? [] : [sequence];
    // Without words the label and the number stand alone.
    const between: readonly Inline[] =
      shownWords(block.inlines) === '' ? [] : [{ kind: 'text', text: ': ', props: {}, href: null }];
    return [{ ...block, inlines: [...before, ...between, ...block.inlines] }];
  },
  chart: (node, _pos, context) => directed(context.chart(node.attrs['data']), context),
  pageBreak: () => [{ kind: 'pageBreak' }],
  sourceList: (_node, _pos, context) => {
    if (context.entries.length === 0) return [];
    const id = context.newList({ kind: 'sources', level: 0, start: 1 });
    return context.entries.map((entry) => ({
      kind: 'paragraph',
      style: 'SourceEntry',
      ...entry,
      item: { list: id, level: 0 },
    }));
  },
  opaque: (_node, _pos, context) => {
    context.tell(
      'opaque-left-out',
      'A part made by a newer Chancery is not in the Word file; it is kept in the briefing.',
    );
    return [];
  },
};

/** The blocks of `node`. Throws RangeError for a node that the schema does not have. */
export function blocksOf(node: Node, pos: number, context: PlanContext): Block[] {
  const entry = (BLOCKS as Readonly<Record<string, Entry>>)[node.type.name];
  if (!entry) throw new RangeError(`The export has no entry for the node "${node.type.name}".`);
  return entry(node, pos, context);
}
