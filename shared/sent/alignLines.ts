// alignLines: which paragraphs of the file are which lines of the exported document; equal ones first, then by their words.
import { wordTokens } from './wordTokens.ts';

/** One thing to align. */
export interface Alignable {
  /** Its folded text; behind it other forms of the same (with a lead before it). */
  readonly keys: readonly string[];
  readonly inTable: boolean;
}

export interface Pair {
  /** Indexes of the lines, in order; more than one where paragraphs were joined. */
  readonly lines: readonly number[];
  /** Indexes of the file's paragraphs, in order; more than one where a paragraph was split. */
  readonly found: readonly number[];
  /** The words are the same. */
  readonly same: boolean;
}

/** Below this share of common words two paragraphs are not the same one edited. */
const LIKE = 0.45;
/** Cells and other short lines hold a number and little else: in their place, less is enough. */
const SHORT = 4;
/** Bounds of the work: pairs compared between two anchors, and over the whole. */
const MOST_BETWEEN = 20_000;
const MOST_ANYWHERE = 40_000;
/** Beyond the bound, how far ahead of its place a paragraph is looked for. */
const AHEAD = 12;

type Bag = ReadonlyMap<string, number>;

function bagOf(keys: readonly string[]): { readonly words: Bag; readonly size: number } {
  const words = new Map<string, number>();
  const tokens = wordTokens(keys.join(' '));
  for (const { key } of tokens) words.set(key.toLowerCase(), (words.get(key.toLowerCase()) ?? 0) + 1);
  return { words, size: tokens.length };
}

/** Dice's measure over the words of both, each counted as often as it stands. */
function likeness(a: { words: Bag; size: number }, b: { words: Bag; size: number }): number {
  if (a.size + b.size === 0) return 0;
  const [few, many] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  let common = 0;
  for (const [word, count] of few) common += Math.min(count, many.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** Equal ids in order: what both ends share, then ids that stand once on each side, then what is left in small stretches. */
function equalInOrder(a: readonly number[], b: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  const work: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let next = work.pop(); next; next = work.pop()) {
    let [aFrom, aTo, bFrom, bTo] = next;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs.push([aFrom++, bFrom++]);
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) pairs.push([--aTo, --bTo]);
    if (aFrom === aTo || bFrom === bTo) continue;
    const anchors = longestRising(onceInBoth(a, aFrom, aTo, b, bFrom, bTo));
    if (anchors.length > 0) {
      let [aAt, bAt] = [aFrom, bFrom];
      for (const [aNext, bNext] of anchors) {
        work.push([aAt, aNext, bAt, bNext]);
        pairs.push([aNext, bNext]);
        [aAt, bAt] = [aNext + 1, bNext + 1];
      }
      work.push([aAt, aTo, bAt, bTo]);
      continue;
    }
    // Nothing stands once: take each in turn at its next place.
    for (let at = aFrom, from = bFrom; at < aTo && from < bTo; at++) {
      const limit = Math.min(bTo, from + AHEAD);
      for (let place = from; place < limit; place++) {
        if (a[at] !== b[place]) continue;
        pairs.push([at, place]);
        from = place + 1;
        break;
      }
    }
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

function onceInBoth(
  a: readonly number[],
  aFrom: number,
  aTo: number,
  b: readonly number[],
  bFrom: number,
  bTo: number,
): [number, number][] {
  const places = (list: readonly number[], from: number, to: number): Map<number, number> => {
    const found = new Map<number, number>();
    for (let at = from; at < to; at++) found.set(list[at] as number, found.has(list[at] as number) ? -1 : at);
    return found;
  };
  const inB = places(b, bFrom, bTo);
  const once: [number, number][] = [];
  for (const [id, at] of places(a, aFrom, aTo)) {
    const there = inB.get(id) ?? -1;
    if (at >= 0 && there >= 0) once.push([at, there]);
  }
  return once.sort((x, y) => x[0] - y[0]);
}

/** The longest run of pairs that rises on both sides (patience sorting). */
export function longestRising(pairs: readonly (readonly [number, number])[]): [number, number][] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, place], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] as number) : -1;
    tops[low] = index;
  });
  const run: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1)
    run.push([...(pairs[at] as readonly [number, number])]);
  return run.reverse();
}

/**
 * Aligns. Equal paragraphs are anchors, wherever they moved to; between the anchors paragraphs are paired in order by their
 * words, then those that were split or joined are put together, then what was both moved and edited is looked for anywhere.
 */
export function alignLines(lines: readonly Alignable[], file: readonly Alignable[]): Pair[] {
  const ids = new Map<string, number>();
  const lineIds = lines.map(({ keys }, index) => {
    const id = ids.get(keys[0] ?? '') ?? index;
    for (const key of keys) if (!ids.has(key)) ids.set(key, id);
    return id;
  });
  const fileIds = file.map(({ keys }, index) => ids.get(keys[0] ?? '') ?? -1 - index);

  const lineOf = new Array<number>(file.length).fill(-1);
  const foundOf = new Array<number>(lines.length).fill(-1);
  const match = (line: number, found: number): void => {
    lineOf[found] = line;
    foundOf[line] = found;
  };
  const anchors = equalInOrder(lineIds, fileIds);
  for (const [line, found] of anchors) match(line, found);

  // Moved as they are.
  const waiting = new Map<number, number[]>();
  fileIds.forEach((id, found) => {
    if (id < 0 || lineOf[found] !== -1) return;
    const list = waiting.get(id);
    if (list) list.push(found);
    else waiting.set(id, [found]);
  });
  const moved: [number, number][] = [];
  lineIds.forEach((id, line) => {
    if (foundOf[line] !== -1) return;
    const found = waiting.get(id)?.shift();
    if (found !== undefined) moved.push([line, found]);
  });
  const goingTo = new Map(moved);
  for (const [line, found] of moved) {
    // A row that moves takes its cells along; a cell alone that says what another said has another value now.
    const together = goingTo.get(line - 1) === found - 1 || goingTo.get(line + 1) === found + 1;
    if (together || lines[line]?.inTable !== true) match(line, found);
  }
  const same = new Set(foundOf.flatMap((found, line) => (found === -1 ? [] : [line])));

  const lineBags = lines.map((line, at) => (same.has(at) ? null : bagOf(line.keys.slice(0, 1))));
  const fileBags = file.map((one, at) => (lineOf[at] === -1 ? bagOf(one.keys.slice(0, 1)) : null));
  const score = (line: number, found: number, inPlace: boolean): number => {
    const [a, b] = [lineBags[line], fileBags[found]];
    if (!a || !b) return 0;
    const like = likeness(a, b);
    if (like >= LIKE) return 1 + like;
    const [one, other] = [lines[line], file[found]];
    const cells = inPlace && one?.inTable === true && other?.inTable === true;
    return cells && a.size <= SHORT && b.size <= SHORT ? 0.5 + like : 0;
  };

  // Between the anchors, in order.
  let [lineFrom, fileFrom] = [0, 0];
  for (const [line, found] of [...anchors, [lines.length, file.length] as const]) {
    const left: number[] = [];
    const right: number[] = [];
    for (let at = lineFrom; at < line; at++) if (foundOf[at] === -1) left.push(at);
    for (let at = fileFrom; at < found; at++) if (lineOf[at] === -1) right.push(at);
    for (const [a, b] of likeInOrder(left, right, (x, y) => score(x, y, true))) match(a, b);
    [lineFrom, fileFrom] = [line + 1, found + 1];
  }

  // Anywhere.
  const lostLines = foundOf.flatMap((found, line) => (found === -1 ? [line] : []));
  const newFound = lineOf.flatMap((line, found) => (line === -1 ? [found] : []));
  if (lostLines.length * newFound.length <= MOST_ANYWHERE) {
    for (const line of lostLines) {
      let best = -1;
      let most = 1;
      for (const found of newFound) {
        const value = lineOf[found] === -1 ? score(line, found, false) : 0;
        if (value > most) [best, most] = [found, value];
      }
      if (best >= 0) match(line, best);
    }
  }
  return gather(lines, file, foundOf, lineOf, same);
}

/** Pairs of `left` and `right` in order with the greatest sum of scores; with too many of both, the nearest that will do. */
function likeInOrder(
  left: readonly number[],
  right: readonly number[],
  score: (a: number, b: number) => number,
): [number, number][] {
  const pairs: [number, number][] = [];
  if (left.length === 0 || right.length === 0) return pairs;
  if (left.length * right.length > MOST_BETWEEN) {
    let from = 0;
    for (const a of left) {
      for (let at = from; at < Math.min(right.length, from + AHEAD); at++) {
        const b = right[at] as number;
        if (score(a, b) <= 1) continue;
        pairs.push([a, b]);
        from = at + 1;
        break;
      }
    }
    return pairs;
  }
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const scores = new Float64Array(left.length * right.length);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const value = score(left[i] as number, right[j] as number);
      scores[i * right.length + j] = value;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), value > 0 ? value + at(i + 1, j + 1) : 0);
    }
  }
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const value = scores[i * right.length + j] ?? 0;
    if (value > 0 && at(i, j) === value + at(i + 1, j + 1)) pairs.push([left[i++] as number, right[j++] as number]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** The pairs, with neighbours that are left over taken in where they make the likeness greater: split or joined paragraphs. */
function gather(
  lines: readonly Alignable[],
  file: readonly Alignable[],
  foundOf: readonly number[],
  lineOf: readonly number[],
  same: ReadonlySet<number>,
): Pair[] {
  const taken = new Set<number>();
  const joined = new Set<number>();
  const bag = (of: readonly Alignable[], indexes: readonly number[]) =>
    bagOf(indexes.map((at) => of[at]?.keys[0] ?? ''));
  const pairs: Pair[] = [];
  foundOf.forEach((start, line) => {
    if (start === -1 || joined.has(line)) return;
    if (same.has(line)) {
      pairs.push({ lines: [line], found: [start], same: true });
      return;
    }
    const ours = [line];
    const theirs = [start];
    let like = likeness(bag(lines, ours), bag(file, theirs));
    const grow = (next: { lines: readonly number[]; found: readonly number[] }): boolean => {
      const value = likeness(bag(lines, next.lines), bag(file, next.found));
      if (value <= like + 0.02) return false;
      like = value;
      return true;
    };
    for (let next = start + 1; lineOf[next] === -1 && !taken.has(next); next++) {
      if (!grow({ lines: ours, found: [...theirs, next] })) break;
      theirs.push(next);
      taken.add(next);
    }
    for (let next = start - 1; lineOf[next] === -1 && !taken.has(next); next--) {
      if (!grow({ lines: ours, found: [next, ...theirs] })) break;
      theirs.unshift(next);
      taken.add(next);
    }
    for (let next = line + 1; foundOf[next] === -1; next++) {
      if (!grow({ lines: [...ours, next], found: theirs })) break;
      ours.push(next);
      joined.add(next);
    }
    for (let next = line - 1; foundOf[next] === -1 && !joined.has(next); next--) {
      if (!grow({ lines: [next, ...ours], found: theirs })) break;
      ours.unshift(next);
      joined.add(next);
    }
    pairs.push({ lines: ours, found: theirs, same: false });
  });
  return pairs;
}
