// Finding: going to the next match, and putting other words in place of one or of all; words of a source stay as they are.
import { closeHistory } from 'prosemirror-history';
import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model';
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import type { Range } from '../../../shared/briefing/queries.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import type { FindIndex } from '../findIndex.ts';
import { currentMatch, searchOf } from '../plugins/find.ts';

const { nodes, marks } = schema;

/** Selects the next match (1) or the one before (-1), round the end of the text. */
export function stepMatch(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const matches = searchOf(state)?.matchesOf(state.doc);
    if (!matches || matches.total === 0) return false;
    if (!dispatch) return true;
    const { from, to } = state.selection;
    // Nothing selected: a match that begins at the caret is the next one.
    const next = direction === 1 ? matches.from(currentMatch(state) ? to : from) : matches.from(from) - 1;
    return select(state, dispatch, matches.at((next + matches.total) % matches.total));
  };
}

/** The first match from `pos` on, round the end: what is found while the words are still being typed; null for none. */
export function firstMatch(index: FindIndex, doc: Node, pos: number): Range | null {
  const matches = index.matchesOf(doc);
  return matches.total === 0 ? null : matches.at(matches.from(Math.min(pos, doc.content.size)) % matches.total);
}

function select(state: EditorState, dispatch: (tr: Transaction) => void, { from, to }: Range): true {
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
  return true;
}

/** True when words from `from` to `to` are a source's: in a block quotation, quoted in running text, or a traced figure. */
export function isFromSource(doc: Node, { from, to }: Range): boolean {
  const $from = doc.resolve(from);
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === nodes.quotation) return true;
  return touchesSource($from.parent, from - $from.start(), to - $from.start());
}

function touchesSource(block: Node, from: number, to: number): boolean {
  let found = false;
  block.nodesBetween(from, to, ({ marks: on }) => {
    found ||= on.some((mark) => mark.type === marks.figure || mark.type === marks.quoted);
  });
  return found;
}

/**
 * The marks of words put in place of those from `from` to `to` of `block`: those that all of them had. A note on some of
 * them goes on with the new ones, or it would lose its place.
 */
function marksFor(block: Node, from: number, to: number): readonly Mark[] {
  let all: readonly Mark[] | null = null;
  let notes: readonly Mark[] = [];
  block.nodesBetween(from, to, (node) => {
    if (!node.isInline) return;
    const here = all;
    all = here === null ? node.marks : here.filter((mark) => mark.isInSet(node.marks));
    for (const mark of node.marks) if (mark.type === marks.annotation) notes = mark.addToSet(notes);
  });
  return notes.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), all ?? []);
}

/** Puts `words` in place of the match from `from` to `to`; nothing when they are empty. */
function replaceIn(tr: Transaction, { from, to }: Range, words: string): Transaction {
  if (words === '') return tr.delete(from, to);
  const $from = tr.doc.resolve(from);
  const around = marksFor($from.parent, from - $from.start(), to - $from.start());
  return tr.replaceWith(from, to, schema.text(words, around));
}

/** What `replaceMatch` does: `asks` when the words are a source's and that was not said to be meant. */
export type Replacing = 'none' | 'next' | 'asks' | 'replaces';

/** What replacing would do at the selection. */
export function replacing(state: EditorState, evenSource: boolean): Replacing {
  const matches = searchOf(state)?.matchesOf(state.doc);
  if (!matches || matches.total === 0) return 'none';
  const current = currentMatch(state);
  if (!current) return 'next';
  return !evenSource && isFromSource(state.doc, current) ? 'asks' : 'replaces';
}

/**
 * Replaces the selected match and goes to the next; when no match is selected, goes to one. Words of a source are replaced
 * only with `evenSource`: without it the command cannot run there.
 */
export function replaceMatch(words: string, evenSource = false): Command {
  return (state, dispatch) => {
    const way = replacing(state, evenSource);
    const current = currentMatch(state);
    if (way === 'none' || way === 'asks') return false;
    if (way === 'next' || !current) return stepMatch(1)(state, dispatch);
    if (!dispatch) return true;
    const search = searchOf(state);
    const tr = closeHistory(replaceIn(state.tr, current, words));
    const end = current.from + words.length;
    const after = search?.matchesOf(tr.doc);
    if (after && after.total > 0) {
      const next = after.at(after.from(end) % after.total);
      tr.setSelection(TextSelection.create(tr.doc, next.from, next.to));
    } else tr.setSelection(TextSelection.create(tr.doc, end));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** How many matches were replaced, and how many left because they are a source's. */
export interface ReplacedAll {
  readonly replaced: number;
  readonly left: number;
}

interface Rewritten extends ReplacedAll {
  readonly node: Node;
}

function textblockWith(block: Node, places: readonly number[], words: string): Rewritten {
  const content: Node[] = [];
  const keep = (from: number, to: number): void => block.content.cut(from, to).forEach((node) => content.push(node));
  let at = 0;
  let [replaced, left] = [0, 0];
  for (let place = 0; place < places.length; place += 2) {
    const [from, to] = [places[place] ?? 0, places[place + 1] ?? 0];
    if (touchesSource(block, from, to)) {
      left++;
      continue;
    }
    replaced++;
    if (at < from) keep(at, from);
    if (words !== '') content.push(schema.text(words, marksFor(block, from, to)));
    at = to;
  }
  if (replaced === 0) return { node: block, replaced, left };
  if (at < block.content.size) keep(at, block.content.size);
  return { node: block.copy(Fragment.fromArray(content)), replaced, left };
}

/** `node` with `words` in place of the matches in it; the same node when nothing is replaced. */
function rewritten(node: Node, index: FindIndex, words: string): Rewritten {
  if (node.isTextblock) return textblockWith(node, index.inText(node), words);
  let [replaced, left] = [0, 0];
  if (node.isLeaf) return { node, replaced, left };
  if (node.type === nodes.quotation) return { node, replaced, left: index.inBlock(node).length / 2 };
  const children: Node[] = [];
  node.forEach((child) => {
    const made = rewritten(child, index, words);
    replaced += made.replaced;
    left += made.left;
    children.push(made.node);
  });
  return { node: replaced === 0 ? node : node.copy(Fragment.fromArray(children)), replaced, left };
}

/** Up to so many replacements are steps of their own, so that what stands between them is not touched; each step costs. */
const MOST_STEPS = 200;

/** Blocks in which something is replaced, by number, with their position. */
interface ChangedBlock extends Rewritten {
  readonly number: number;
  readonly pos: number;
}

function stepByStep(tr: Transaction, changed: readonly ChangedBlock[], index: FindIndex, words: string): void {
  for (const { number, pos } of changed.toReversed()) {
    const places = index.inBlock(tr.doc.child(number));
    for (let place = places.length - 2; place >= 0; place -= 2) {
      const range = { from: pos + (places[place] ?? 0), to: pos + (places[place + 1] ?? 0) };
      if (!isFromSource(tr.doc, range)) replaceIn(tr, range, words);
    }
  }
}

/** All blocks from the first changed to the last as one step: two thousand steps would each copy the document's list of blocks. */
function atOnce(tr: Transaction, changed: readonly ChangedBlock[], index: FindIndex, words: string): void {
  const [first, last] = [changed[0], changed.at(-1)];
  if (!first || !last) return;
  const { doc, selection } = tr;
  const caret = selection.from;
  // The caret keeps its place among the words: every match before it makes the same difference.
  const growth = words.length - index.query.words.length;
  let before = 0;
  for (const block of changed) {
    if (block.pos + doc.child(block.number).nodeSize <= caret) before += block.replaced;
    else if (block.pos < caret) {
      const places = index.inBlock(doc.child(block.number));
      for (let place = 0; place < places.length && block.pos + (places[place + 1] ?? 0) <= caret; place += 2) {
        const range = { from: block.pos + (places[place] ?? 0), to: block.pos + (places[place + 1] ?? 0) };
        if (!isFromSource(doc, range)) before++;
      }
    }
  }
  const made = new Map(changed.map(({ number, node }) => [number, node]));
  const blocks = Array.from(
    { length: last.number - first.number + 1 },
    (_, at) => made.get(first.number + at) ?? doc.child(first.number + at),
  );
  const end = last.pos + doc.child(last.number).nodeSize;
  tr.step(new ReplaceStep(first.pos, end, new Slice(Fragment.fromArray(blocks), 0, 0)));
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(caret + before * growth, tr.doc.content.size))));
}

/**
 * Replaces every match in one undo step, except in words of a source. Answers the transaction, null when it would change
 * nothing, and what it did.
 */
export function replaceAll(state: EditorState, words: string): ReplacedAll & { readonly tr: Transaction | null } {
  const index = searchOf(state);
  const changed: ChangedBlock[] = [];
  let [replaced, left] = [0, 0];
  if (index) {
    state.doc.forEach((block, pos, number) => {
      if (index.inBlock(block).length === 0) return;
      const made = rewritten(block, index, words);
      replaced += made.replaced;
      left += made.left;
      if (made.replaced > 0) changed.push({ ...made, pos, number });
    });
  }
  if (!index || replaced === 0) return { replaced, left, tr: null };
  const tr = closeHistory(state.tr);
  (replaced <= MOST_STEPS ? stepByStep : atOnce)(tr, changed, index, words);
  return { replaced, left, tr };
}
