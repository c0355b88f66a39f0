// FindIndex: where the words that are looked for stand in the document, found block by block and kept while a block stays.
import type { Node } from 'prosemirror-model';
import type { Range } from '../../shared/briefing/queries.ts';
import { placesIn, readAs, readingOf, type FindQuery, type Reading } from '../../shared/text/findWords.ts';

/** What a textblock reads like, by reading; blocks are immutable, so a search for other words reads none again. */
const read: Readonly<Record<Reading, WeakMap<Node, string>>> = {
  exact: new WeakMap(),
  plain: new WeakMap(),
  lower: new WeakMap(),
};

/** One code unit for each position: what is no text is a character that nobody looks for. */
function textOf(block: Node): string {
  let text = '';
  block.forEach((child) => {
    text += child.isText ? (child.text ?? '') : '\uFFFC'.repeat(child.nodeSize);
  });
  return text;
}

function readingFor(block: Node, reading: Reading): string {
  const kept = read[reading].get(block);
  if (kept !== undefined) return kept;
  const text = readAs(textOf(block), reading);
  read[reading].set(block, text);
  return text;
}

/** All matches of one document, for going from one to the next and for counting. */
export interface Matches {
  readonly total: number;
  /** Match `index`, from 0; throws RangeError outside. */
  at(index: number): Range;
  /** The first match that begins at or after `pos`, or `total` when there is none. */
  from(pos: number): number;
}

/** The search for one query. */
export class FindIndex {
  readonly query: FindQuery;
  readonly #reading: Reading;
  /** By top-level block: places in positions from the block's own. */
  readonly #blocks = new WeakMap<Node, readonly number[]>();
  #last: Counted | null = null;

  constructor(query: FindQuery) {
    this.query = query;
    this.#reading = readingOf(query);
  }

  /** The matches in one textblock: start, end, start, end, in positions of its content. */
  inText(block: Node): readonly number[] {
    return placesIn(readingFor(block, this.#reading), this.query);
  }

  /** The matches in one top-level block: start, end, start, end, counted from the position of the block. */
  inBlock(block: Node): readonly number[] {
    const kept = this.#blocks.get(block);
    if (kept) return kept;
    const places: number[] = [];
    const add = (text: Node, start: number): void => {
      for (const place of this.inText(text)) places.push(start + place);
    };
    if (block.isTextblock) add(block, 1);
    else {
      block.descendants((node, offset) => {
        if (!node.isTextblock) return true;
        add(node, offset + 2);
        return false;
      });
    }
    this.#blocks.set(block, places);
    return places;
  }

  /** Every match of `doc`. Only blocks that were not in the document asked for before are looked up. */
  matchesOf(doc: Node): Matches {
    if (this.#last?.doc !== doc) this.#last = new Counted(doc, this, this.#last);
    return this.#last;
  }
}

/** The matches of one document, counted by top-level block. */
class Counted implements Matches {
  readonly doc: Node;
  readonly total: number;
  readonly #index: FindIndex;
  /** By block: how many matches it has, how many stand before it, and its position. */
  readonly #counts: Uint32Array;
  readonly #before: Uint32Array;
  readonly #starts: Uint32Array;

  /** `last`: the matches of another state of the document; its counts hold for the blocks that are the same at both ends. */
  constructor(doc: Node, index: FindIndex, last: Counted | null) {
    const size = doc.childCount;
    this.doc = doc;
    this.#index = index;
    this.#counts = new Uint32Array(size);
    this.#before = new Uint32Array(size);
    this.#starts = new Uint32Array(size);
    const most = last ? Math.min(size, last.doc.childCount) : 0;
    let head = 0;
    while (last && head < most && last.doc.child(head) === doc.child(head)) head++;
    let tail = 0;
    while (last && tail < most - head) {
      if (last.doc.child(last.doc.childCount - 1 - tail) !== doc.child(size - 1 - tail)) break;
      tail++;
    }
    const counted = last ? last.#counts : null;
    let [total, pos] = [0, 0];
    for (let at = 0; at < size; at++) {
      const block = doc.child(at);
      const known = at < head ? at : at >= size - tail && last ? last.doc.childCount - (size - at) : null;
      const count = known === null ? index.inBlock(block).length / 2 : (counted?.[known] ?? 0);
      this.#counts[at] = count;
      this.#before[at] = total;
      this.#starts[at] = pos;
      total += count;
      pos += block.nodeSize;
    }
    this.total = total;
  }

  /** The last block whose number in `list`, which never falls, is at most `value`. */
  #blockAt(list: Uint32Array, value: number): number {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  at(index: number): Range {
    // Of blocks before which as many stand it is the last that holds the match.
    const block = this.#blockAt(this.#before, index);
    const places = index >= 0 && index < this.total ? this.#index.inBlock(this.doc.child(block)) : [];
    const place = (index - (this.#before[block] ?? 0)) * 2;
    const [from, to] = [places[place], places[place + 1]];
    if (from === undefined || to === undefined) throw new RangeError(`There is no match ${index}.`);
    const start = this.#starts[block] ?? 0;
    return { from: start + from, to: start + to };
  }

  from(pos: number): number {
    const block = this.#blockAt(this.#starts, Math.max(pos, 0));
    const places = this.#index.inBlock(this.doc.child(block));
    const start = this.#starts[block] ?? 0;
    let before = 0;
    while (before * 2 < places.length && start + (places[before * 2] ?? 0) < pos) before++;
    return (this.#before[block] ?? 0) + before;
  }
}
