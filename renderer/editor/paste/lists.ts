// Lists of pasted text built anew from their items in a row: as nested as they were, no deeper than Word goes.
import { Fragment, type Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';

const { nodes } = schema;

/** Word knows nine levels of a list. */
export const DEEPEST = 9;

/** One item, or what goes on in the last item of its level. */
export interface ListPart {
  readonly part: 'item' | 'more';
  /** From 1. */
  readonly level: number;
  readonly ordered: boolean;
  /** Its own number; null: one more than the item before. */
  readonly value: number | null;
  /** Parts of one list have the same; an object for a list of HTML, a name for one of Word. */
  readonly key: unknown;
  readonly paragraphs: readonly Node[];
}

interface OpenList {
  readonly level: number;
  readonly ordered: boolean;
  readonly key: unknown;
  readonly start: number;
  /** Blocks of each item. */
  readonly items: Node[][];
}

function listNode({ ordered, start, items }: OpenList): Node {
  const made = items.map((blocks) => nodes.listItem.create(null, blocks));
  return ordered ? nodes.orderedList.create({ order: start }, made) : nodes.bulletList.create(null, made);
}

export interface BuiltLists {
  readonly blocks: readonly Node[];
  /** Items that stood deeper than `deepest`. */
  readonly flattened: number;
}

/**
 * Builds lists of parts in their order. A block among them (a table, a quotation: in Word an item cannot hold it) parts the
 * list, which goes on behind it with the next number. Items deeper than `deepest` follow their parent on that level.
 */
export function buildLists(row: readonly (ListPart | Node)[], deepest: number = DEEPEST): BuiltLists {
  const blocks: Node[] = [];
  const open: OpenList[] = [];
  /** The number that the next item of a list without written numbers has. */
  const counts = new Map<unknown, number>();
  let flattened = 0;

  const close = (): void => {
    const list = open.pop();
    if (!list) return;
    const parent = open.at(-1)?.items.at(-1);
    (parent ?? blocks).push(listNode(list));
  };
  const closeTo = (level: number): void => {
    for (let top = open.at(-1); top && top.level > level; top = open.at(-1)) close();
  };

  for (const part of row) {
    if (!('part' in part)) {
      closeTo(0);
      blocks.push(part);
      continue;
    }
    const level = Math.min(part.level, deepest);
    if (level < part.level && part.part === 'item') flattened++;
    closeTo(level);
    const top = open.at(-1);
    const deeper = part.level > deepest && top?.level === level;
    if (part.part === 'more') {
      (top?.items.at(-1) ?? blocks).push(...part.paragraphs);
      continue;
    }
    const value = part.value ?? counts.get(part.key) ?? 1;
    counts.set(part.key, value + 1);
    if (top?.level === level && !deeper && (top.key !== part.key || top.ordered !== part.ordered)) close();
    let list = open.at(-1);
    if (list?.level !== level) {
      list = { level, ordered: part.ordered, key: part.key, start: value, items: [] };
      open.push(list);
    }
    list.items.push([...part.paragraphs]);
  }
  closeTo(0);
  return { blocks, flattened };
}

/** The parts of lists that are ours already, to be built anew; other blocks as they are. */
export function partsOf(content: Fragment, level = 1): (ListPart | Node)[] {
  const row: (ListPart | Node)[] = [];
  content.forEach((block) => {
    if (block.type !== nodes.bulletList && block.type !== nodes.orderedList) {
      row.push(block);
      return;
    }
    const ordered = block.type === nodes.orderedList;
    block.forEach((item, _offset, index) => {
      const base = { level, ordered, key: block, value: ordered ? Number(block.attrs['order']) + index : null };
      item.forEach((child, _at, place) => {
        if (child.type === nodes.bulletList || child.type === nodes.orderedList) {
          row.push(...partsOf(Fragment.from(child), level + 1));
        } else if (child.type === nodes.paragraph) {
          row.push({ ...base, part: place === 0 ? 'item' : 'more', paragraphs: [child] });
        } else row.push(child);
      });
    });
  });
  return row;
}
