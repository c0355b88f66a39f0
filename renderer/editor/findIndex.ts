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
  #last: { readonly doc: Node; readonly matches: Matches } | null = null;

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

  /** Every match of `doc`. Only blocks that were not there before are read; of the last document nothing is. */
  matchesOf(doc: Node): Matches {
    if (this.#last?.doc === doc) return this.#last.matches;
    const matches = this.#count(doc);
    this.#last = { doc, matches };
    return matches;
  }

  #count(doc: Node): Matches {
    const blocks: { readonly pos: number; readonly before: number; readonly places: readonly number[] }[] = [];
    let total = 0;
    doc.forEach((block, pos) => {
      const places = this.inBlock(block);
      if (places.length === 0) return;
      blocks.push({ pos, before: total, places });
      total += places.length / 2;
    });
    /** The last block for which `fits` holds; it holds for all before. */
    const lastThat = (fits: (block: (typeof blocks)[number]) => boolean): (typeof blocks)[number] | undefined => {
      let [low, high] = [0, blocks.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const block = blocks[middle];
        if (block && fits(block)) low = middle + 1;
        else high = middle;
      }
      return blocks[low - 1];
    };
    return {
      total,
      at(index) {
        const block = lastThat(({ before }) => before <= index);
        const from = block?.places[(index - block.before) * 2];
        const to = block?.places[(index - block.before) * 2 + 1];
        if (!block || from === undefined || to === undefined) throw new RangeError(`There is no match ${index}.`);
        return { from: block.pos + from, to: block.pos + to };
      },
      from(pos) {
        const block = lastThat((one) => one.pos <= pos);
        if (!block) return 0;
        let index = block.before;
        for (let place = 0; place < block.places.length; place += 2, index++) {
          if (block.pos + (block.places[place] ?? 0) >= pos) break;
        }
        return index;
      },
    };
  }
}
