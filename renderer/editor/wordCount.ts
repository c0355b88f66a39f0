// Word counts of the text: of all of it and of the selection, counted block by block and kept while a block stays.
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { blockText, countWords, wordCount } from '../../shared/briefing/queries.ts';

const counts = new WeakMap<Node, number>();

/** Words of the document. Blocks are immutable, so only the one that was typed in is counted again. */
export function words(doc: Node): number {
  let sum = 0;
  doc.forEach((block) => {
    sum += wordsIn(block);
  });
  return sum;
}

function wordsIn(block: Node): number {
  let count = counts.get(block);
  if (count === undefined) {
    count = block.isTextblock ? countWords(blockText(block)) : wordCount(block);
    counts.set(block, count);
  }
  return count;
}

/** Words of the selection, block by block; a word that is only partly selected counts. */
export function selectedWords({ doc, selection }: EditorState): number {
  if (selection.empty) return 0;
  let sum = 0;
  let pos = 0;
  for (let index = 0; index < doc.childCount; index++) {
    const block = doc.child(index);
    const [from, to] = [Math.max(selection.from - pos, 0), Math.min(selection.to - pos, block.nodeSize)];
    // A block that is selected whole is counted already.
    if (from === 0 && to === block.nodeSize) sum += wordsIn(block);
    else if (from < to) sum += countWords(partOf(block, from, to));
    pos += block.nodeSize;
    if (pos >= selection.to) break;
  }
  return sum;
}

/** Text of a top-level block from `from` to `to`, counted from its position; its textblocks parted by a line end. */
function partOf(block: Node, from: number, to: number): string {
  const words: string[] = [];
  const read = (text: Node, start: number): void => {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.content.size)];
    if (first >= last) return;
    words.push(text.textBetween(first, last, undefined, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '')));
  };
  if (block.isTextblock) read(block, 1);
  else {
    block.descendants((node, offset) => {
      if (node.isTextblock) read(node, offset + 2);
      return !node.isTextblock;
    });
  }
  return words.join('\n');
}
