// placed: what is pasted put at the selection, in the form that its place can hold; nothing of it gets lost on the way.
import { closeHistory } from 'prosemirror-history';
import { Fragment, Slice, type Node, type NodeType, type ResolvedPos } from 'prosemirror-model';
import { Selection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { insertBlock } from '../commands/insertion.ts';
import { flatten } from './settle.ts';
import { standing } from './standing.ts';

const { nodes } = schema;

/** Blocks of one line: what is pasted there comes as words alone. */
const LINES: ReadonlySet<NodeType> = new Set([nodes.title, nodes.detail, nodes.attribution, nodes.caption]);
const IN_ITEM: ReadonlySet<NodeType> = new Set([
  nodes.paragraph,
  nodes.bulletList,
  nodes.orderedList,
  nodes.listItem,
  nodes.heading,
]);

function blocksOf(fragment: Fragment): Node[] {
  const blocks: Node[] = [];
  fragment.forEach((node) => void blocks.push(node));
  return blocks;
}

/** The nearest thing around the selection that holds less than any block. */
function container($from: ResolvedPos): 'line' | 'quotation' | 'cell' | 'item' | 'text' {
  if (LINES.has($from.parent.type)) return 'line';
  if ($from.parent.type === nodes.quotationText) return 'quotation';
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.tableCell || type === nodes.tableHeader) return 'cell';
    if (type === nodes.listItem) return 'item';
  }
  return 'text';
}

/** All words of `blocks` in one line, with the marks that `parent` may have. */
function inOneLine(blocks: readonly Node[], parent: Node): Node[] {
  const line: Node[] = [];
  for (const block of blocks) {
    if (line.length > 0) line.push(schema.text(' '));
    block.forEach((child) => {
      const node = child.type === nodes.hardBreak ? schema.text(' ') : child;
      line.push(node.mark(parent.type.allowedMarks(node.marks)));
    });
  }
  return line;
}

/** Characters other than space, and leaves that stand for something: what must not get less. */
function weightOf(fragment: Fragment): number {
  let sum = 0;
  fragment.descendants((node) => {
    if (node.isText) sum += (node.text ?? '').replace(/[\s•]/gu, '').length;
    else if (node.isLeaf && node.type !== nodes.hardBreak) sum++;
  });
  return sum;
}

/** The top blocks of both that the other does not share. */
function differing(before: Node, after: Node): readonly [readonly Node[], readonly Node[]] {
  let same = 0;
  const least = Math.min(before.childCount, after.childCount);
  while (same < least && before.child(same) === after.child(same)) same++;
  let end = 0;
  while (end < least - same && before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end))
    end++;
  return [
    blocksOf(before.content).slice(same, before.childCount - end),
    blocksOf(after.content).slice(same, after.childCount - end),
  ];
}

/** True when `after` is a briefing still, and has grown by what was to come in: `wanted`. */
function isWhole(before: Node, after: Node, wanted: number): boolean {
  const [old, now] = differing(before, after);
  try {
    for (const block of now) block.check();
  } catch {
    return false;
  }
  return weightOf(Fragment.fromArray([...now])) - weightOf(Fragment.fromArray([...old])) >= wanted;
}

/** Takes what is selected away, and puts `blocks` behind the top block of the caret. */
function behind(state: EditorState, blocks: readonly Node[], depth = 1): Transaction {
  const tr = state.tr.deleteSelection();
  const { $from } = tr.selection;
  const after = $from.depth >= depth ? $from.after(depth) : tr.doc.content.size;
  const content = Fragment.fromArray([...blocks]);
  tr.insert(after, content);
  return tr.setSelection(Selection.near(tr.doc.resolve(after + content.size), -1));
}

/** Depth of the outermost list around the caret. */
function outerList($from: ResolvedPos): number {
  for (let depth = 1; depth <= $from.depth; depth++) {
    const { type } = $from.node(depth);
    if (type === nodes.bulletList || type === nodes.orderedList) return depth;
  }
  return 1;
}

/** An end of a foreign slice runs into the text around it when it is a paragraph; a heading, list or table stays whole. */
function openEnds(slice: Slice): Slice {
  const { firstChild, lastChild } = slice.content;
  const open = (node: Node | null | undefined): number => (node?.type === nodes.paragraph ? 1 : 0);
  return new Slice(slice.content, open(firstChild), open(lastChild));
}

function isList(node: Node): boolean {
  return node.type === nodes.bulletList || node.type === nodes.orderedList;
}

/** Words with `blocks`' paragraphs where the place takes only these; the rest behind it, in its order. */
function flattened(state: EditorState, blocks: readonly Node[], type: NodeType | null): Transaction {
  const parts = blocks.flatMap(flatten);
  const words = parts.filter((part) => part.isTextblock);
  const rest = parts.filter((part) => !part.isTextblock);
  const { $from } = state.selection;
  let tr = state.tr;
  if (type === null) {
    const line = inOneLine(words, $from.parent);
    if (line.length > 0) {
      tr = tr.replaceSelection(new Slice(Fragment.fromArray(line), 0, 0));
    }
  } else if (words.length > 0) {
    const made = words.map((word) => type.create(null, word.content));
    tr = tr.replaceSelection(new Slice(Fragment.fromArray(made), 1, 1));
  }
  const caret = tr.selection.to;
  // From the last on: each takes the place right behind.
  for (const block of rest.reverse()) insertBlock(tr, tr.doc.resolve(caret), block);
  if (rest.length > 0) tr.setSelection(TextSelection.near(tr.doc.resolve(caret), -1));
  return tr;
}

export interface Pasting {
  /** True for what another program wrote. */
  readonly foreign: boolean;
}

/** A transaction that puts `slice` in place of the selection: one step of undo, apart from what was typed before it. */
export function placed(state: EditorState, slice: Slice, { foreign }: Pasting): Transaction {
  const { selection } = state;
  const { $from } = selection;
  const only = blocksOf(slice.content).every((block) => block.isInline);
  const blocks = standing(slice.content);
  let tr: Transaction;
  const place = container($from);
  if (only) tr = state.tr.replaceSelection(slice);
  else if (place === 'line') tr = flattened(state, blocks, null);
  else if (place === 'quotation') tr = flattened(state, blocks, nodes.quotationText);
  else if (place === 'cell') tr = flattened(state, blocks, nodes.paragraph);
  else if (place === 'item' && blocks.some((block) => !IN_ITEM.has(block.type))) {
    tr = behind(state, blocks, outerList($from));
  } else if (place === 'item' && foreign && blocks.length > 0 && blocks.every(isList)) {
    tr = state.tr.replaceSelection(Slice.maxOpen(slice.content));
  } else {
    const whole = foreign ? openEnds(slice) : slice;
    const single = whole.openStart === 0 && whole.openEnd === 0 && blocks.length === 1 ? blocks[0] : undefined;
    tr = single ? state.tr.replaceSelectionWith(single, false) : state.tr.replaceSelection(whole);
  }
  const wanted = weightOf(slice.content) - weightOf(selection.content().content);
  // A copy may be cut in ways that no place can take up: its words come in whole all the same.
  if (!only && !isWhole(state.doc, tr.doc, wanted)) tr = behind(state, blocks);
  return closeHistory(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}
