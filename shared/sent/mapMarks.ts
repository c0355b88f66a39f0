// mapMarks: the words that the file has now with the marks that they had, so that the guard sees what was changed under them.
import type { Mark, Node, NodeType } from 'prosemirror-model';
import { schema } from '../briefing/schema.ts';
import { diffWords } from '../text/diff.ts';
import { wordTokens, type WordToken } from './wordTokens.ts';

/** The exported words with where each character comes from. */
export interface Origin {
  readonly text: string;
  /** For each code unit the node that shows it; null for the space between joined paragraphs. */
  readonly nodes: readonly (Node | null)[];
  /** Leaves that show nothing (citations), each before the code unit of its offset. */
  readonly silent: readonly { readonly offset: number; readonly node: Node }[];
}

/** More tokens on both sides than this, and what differs is taken as one replacement. */
const MOST_PRODUCT = 4_000_000;

const CLOSING = /^["'”’»›“]$/u;
const OPENING = /^["'“‘«‹„‚”]$/u;
/** What goes on with a number: digits, and a point or comma between digits. */
const GOES_ON = /^(?:\p{N}|[.,]\p{N}|%)/u;
const LEADS_ON = /(?:\p{N}|\p{N}[.,]|[-−+<>~≈£$€¥])$/u;

export function originOf(blocks: readonly Node[], leafText: (leaf: Node) => string): Origin {
  let text = '';
  const nodes: (Node | null)[] = [];
  const silent: { offset: number; node: Node }[] = [];
  blocks.forEach((block, index) => {
    if (index > 0) {
      text += '\n';
      nodes.push(null);
    }
    block.forEach((child) => {
      const shown = child.isText ? (child.text ?? '') : leafText(child);
      if (shown === '') silent.push({ offset: text.length, node: child });
      text += shown;
      for (let at = 0; at < shown.length; at++) nodes.push(child);
    });
  });
  return { text, nodes, silent };
}

/** A run of tokens on both sides. Equal: as many of each. */
interface Run {
  readonly same: boolean;
  readonly before: readonly WordToken[];
  readonly after: readonly WordToken[];
}

function runsOf(before: readonly WordToken[], after: readonly WordToken[]): Run[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head]?.key === after[head]?.key) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) tail++;
  const runs: { same: boolean; before: WordToken[]; after: WordToken[] }[] = [];
  const put = (same: boolean, ours: readonly WordToken[], theirs: readonly WordToken[]): void => {
    if (ours.length + theirs.length === 0) return;
    const last = runs.at(-1);
    if (last?.same === same) {
      last.before.push(...ours);
      last.after.push(...theirs);
    } else runs.push({ same, before: [...ours], after: [...theirs] });
  };
  put(true, before.slice(0, head), after.slice(0, head));
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  if (a.length * b.length > MOST_PRODUCT || a.length === 0 || b.length === 0) put(false, a, b);
  else {
    let [inA, inB] = [0, 0];
    // Keys hold no space, so the diff of the joined keys is the diff of the tokens.
    for (const { kind, text } of diffWords(a.map(({ key }) => key).join(' '), b.map(({ key }) => key).join(' '))) {
      const count = text.split(' ').filter(Boolean).length;
      const ours = kind === 'added' ? [] : a.slice(inA, inA + count);
      const theirs = kind === 'cut' ? [] : b.slice(inB, inB + count);
      put(kind === 'same', ours, theirs);
      inA += ours.length;
      inB += theirs.length;
    }
  }
  put(true, tail === 0 ? [] : before.slice(-tail), tail === 0 ? [] : after.slice(-tail));
  return runs;
}

function common(a: readonly Mark[], b: readonly Mark[]): readonly Mark[] {
  return a.filter((mark) => mark.isInSet(b));
}

function only(marks: readonly Mark[], name: 'quoted' | 'figure'): readonly Mark[] {
  return marks.filter((mark) => mark.type === schema.marks[name]);
}

function plus(marks: readonly Mark[], more: readonly Mark[]): readonly Mark[] {
  return more.reduce((set, mark) => mark.addToSet(set), marks);
}

/** The code units of the new text: the node each comes from, or the marks that a new one takes. */
class Target {
  readonly marks: (readonly Mark[])[];
  readonly from: (Node | null)[];
  readonly #origin: Origin;

  constructor(length: number, origin: Origin) {
    this.marks = new Array<readonly Mark[]>(length).fill([]);
    this.from = new Array<Node | null>(length).fill(null);
    this.#origin = origin;
  }

  before(offset: number): readonly Mark[] {
    return this.#origin.nodes[offset]?.marks ?? [];
  }

  /** The token keeps its place in the exported words, letter for letter. */
  keep(ours: WordToken, theirs: WordToken): void {
    for (let at = theirs.start; at < theirs.end; at++) {
      const offset = Math.min(ours.start + at - theirs.start, ours.end - 1);
      const node = this.#origin.nodes[offset] ?? null;
      this.from[at] = node;
      this.marks[at] = node?.marks ?? [];
    }
  }

  set(token: WordToken, marks: readonly Mark[]): void {
    this.marks.fill(marks, token.start, token.end);
  }
}

/** Marks of words that were put in where none were taken out. `prev` and `next`: the exported tokens around the place. */
function insertedMarks(
  target: Target,
  origin: Origin,
  text: string,
  added: readonly WordToken[],
  prev: WordToken | undefined,
  next: WordToken | undefined,
): readonly Mark[] {
  const left = prev ? target.before(prev.end - 1) : [];
  const right = next ? target.before(next.start) : [];
  let marks = common(left, right);
  // Quotation marks may stand outside the mark: words put in just inside them are quoted all the same.
  if (next && CLOSING.test(origin.text.slice(next.start, next.end))) marks = plus(marks, only(left, 'quoted'));
  if (prev && OPENING.test(origin.text.slice(prev.start, prev.end))) marks = plus(marks, only(right, 'quoted'));
  const [first, last] = [added[0], added.at(-1)];
  if (!first || !last) return marks;
  const glued = (at: number): boolean => at > 0 && at < text.length && !/\s/u.test(text.charAt(at));
  // A digit more, before or behind, makes another number of it.
  if (glued(first.start - 1) && GOES_ON.test(text.slice(first.start, first.start + 4))) {
    marks = plus(marks, only(left, 'figure'));
  }
  if (glued(last.end) && LEADS_ON.test(text.slice(Math.max(0, last.end - 2), last.end))) {
    marks = plus(marks, only(right, 'figure'));
  }
  return marks;
}

/** White space takes the marks that go on across it, and stays the line break that it was. */
function settleSpaces(text: string, target: Target): void {
  for (let at = 0; at < text.length; at++) {
    if (!/\s/u.test(text.charAt(at))) continue;
    let to = at;
    while (to < text.length && /\s/u.test(text.charAt(to))) to++;
    const marks = at > 0 && to < text.length ? common(target.marks[at - 1] ?? [], target.marks[to] ?? []) : [];
    target.marks.fill(marks, at, to);
    at = to;
  }
}

/**
 * Inline content for a block of `type` that reads `text` (what the file has now), with the marks and leaves of `origin` where
 * its words still stand. Words in the place of others take their marks; words put in take those that go on around them.
 */
export function mapMarks(origin: Origin, text: string, type: NodeType): Node[] {
  const ours = wordTokens(origin.text);
  const theirs = wordTokens(text);
  const target = new Target(text.length, origin);
  /** Where in the new text the exported offsets lie that we know of, rising. */
  const places: [number, number][] = [[0, 0]];
  let last: WordToken | undefined;
  const runs = runsOf(ours, theirs);
  runs.forEach((run, index) => {
    if (run.same) {
      run.before.forEach((token, at) => {
        const there = run.after[at] as WordToken;
        target.keep(token, there);
        places.push([token.end, there.end]);
      });
    } else if (run.before.length === 0) {
      const next = runs[index + 1]?.before[0];
      const marks = insertedMarks(target, origin, text, run.after, last, next);
      for (const token of run.after) target.set(token, marks);
    } else {
      run.after.forEach((token, at) => {
        const inPlaceOf = run.before[Math.floor((at * run.before.length) / run.after.length)];
        target.set(token, inPlaceOf ? target.before(inPlaceOf.start) : []);
      });
    }
    last = run.before.at(-1) ?? last;
  });
  settleSpaces(text, target);
  return nodesOf(text, target, origin, places, type);
}

function nodesOf(
  text: string,
  target: Target,
  origin: Origin,
  places: readonly [number, number][],
  type: NodeType,
): Node[] {
  const nodes: Node[] = [];
  const allowed = (marks: readonly Mark[]): readonly Mark[] => type.allowedMarks(marks);
  let place = 0;
  const silent = origin.silent.map(({ offset, node }) => {
    while ((places[place + 1]?.[0] ?? Infinity) <= offset) place++;
    return { at: places[place]?.[1] ?? 0, node };
  });
  let next = 0;
  for (let at = 0; at <= text.length;) {
    while ((silent[next]?.at ?? Infinity) <= at) nodes.push(silent[next++]?.node as Node);
    if (at === text.length) break;
    const from = target.from[at] ?? null;
    const marks = target.marks[at] ?? [];
    let to = at + 1;
    const limit = Math.min(text.length, silent[next]?.at ?? Infinity);
    if (from && !from.isText) {
      while (to < limit && target.from[to] === from) to++;
      nodes.push(from);
      at = to;
      continue;
    }
    if (text.charAt(at) === '\n') {
      nodes.push(schema.node('hardBreak', null, undefined, allowed(marks)));
      at++;
      continue;
    }
    while (to < limit && text.charAt(to) !== '\n' && sameMarks(target.marks[to] ?? [], marks)) {
      const other = target.from[to] ?? null;
      if (other && !other.isText) break;
      to++;
    }
    nodes.push(schema.text(text.slice(at, to), allowed(marks)));
    at = to;
  }
  return nodes;
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || (a.length === b.length && a.every((mark) => mark.isInSet(b)));
}
