// OutlineTree: the sections of a briefing as a tree: which are shown, where the caret is, what a key and typed letters go to.
import type { OutlineEntry } from '../../shared/briefing/queries.ts';
import { matchWords } from './paletteMatch.ts';

/** A heading as a row of the tree. */
export interface Section {
  /** Its place among the headings of the document, from 0. */
  readonly index: number;
  readonly text: string;
  /** From 1; a heading 3 below a heading 1 stands one deeper, not two. */
  readonly depth: number;
  /** Index of the section that it lies in, or null. */
  readonly parent: number | null;
  /** How many sections lie in it directly. */
  readonly inside: number;
  /** Its number among those of the same parent, from 1, and how many they are. */
  readonly number: number;
  readonly of: number;
}

export const UNTITLED = 'Untitled section';

export function sectionsOf(entries: readonly Pick<OutlineEntry, 'level' | 'text'>[]): readonly Section[] {
  const open: { index: number; level: number }[] = [];
  const parents = entries.map(({ level }, index) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.index ?? null;
    const depth = open.length + 1;
    open.push({ index, level });
    return { parent, depth };
  });
  const inside = new Map<number | null, number>();
  const numbers = parents.map(({ parent }) => {
    const number = (inside.get(parent) ?? 0) + 1;
    inside.set(parent, number);
    return number;
  });
  return entries.map(({ text }, index) => {
    const { parent, depth } = parents[index] ?? { parent: null, depth: 1 };
    return {
      index,
      text: text.trim() || UNTITLED,
      depth,
      parent,
      inside: inside.get(index) ?? 0,
      number: numbers[index] ?? 1,
      of: inside.get(parent) ?? 1,
    };
  });
}

/** The section that `caret` stands in: the last that begins before it; null above the first. */
export function sectionAt(entries: readonly Pick<OutlineEntry, 'position'>[], caret: number): number | null {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.position ?? Infinity) < caret) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}

/** The sections around `index` from the outermost in; without itself. */
function around(sections: readonly Section[], index: number): number[] {
  const found: number[] = [];
  for (let at = sections[index]?.parent ?? null; at !== null; at = sections[at]?.parent ?? null) found.unshift(at);
  return found;
}

/** Those that are shown while the sections in `folded` hide what lies in them. */
export function shownSections(sections: readonly Section[], folded: ReadonlySet<number>): readonly Section[] {
  const hidden = new Set<number>();
  return sections.filter(({ index, parent }) => {
    if (parent === null || !(hidden.has(parent) || folded.has(parent))) return true;
    hidden.add(index);
    return false;
  });
}

/** The section that is shown where `index` is: itself, or the outermost folded one around it. */
export function shownFor(
  sections: readonly Section[],
  folded: ReadonlySet<number>,
  index: number | null,
): number | null {
  return index === null ? null : (around(sections, index).find((one) => folded.has(one)) ?? index);
}

/** Those that fit what is typed, in the order of the document, with the letters that fit. */
export function fitting(sections: readonly Section[], query: string) {
  return sections.flatMap((section) => {
    const match = matchWords(query, section.text);
    return match ? [{ section, ranges: match.ranges, rank: match.rank }] : [];
  });
}

export type TreeMove =
  { readonly kind: 'to'; readonly index: number } | { readonly kind: 'fold' | 'unfold'; readonly index: number };

/** What a key does in the tree (APG): arrows, Home, End; null for a key that is not the tree's. */
export function treeMove(
  key: string,
  shown: readonly Section[],
  active: number,
  folded: ReadonlySet<number>,
): TreeMove | null {
  const at = shown.findIndex((section) => section.index === active);
  const here = shown[at];
  const go = (section: Section | undefined): TreeMove | null => (section ? { kind: 'to', index: section.index } : null);
  switch (key) {
    case 'ArrowDown':
      return go(shown[Math.min(at + 1, shown.length - 1)]);
    case 'ArrowUp':
      return go(shown[Math.max(at - 1, 0)]);
    case 'Home':
      return go(shown[0]);
    case 'End':
      return go(shown.at(-1));
    case 'ArrowRight':
      if (!here || here.inside === 0) return null;
      return folded.has(here.index) ? { kind: 'unfold', index: here.index } : go(shown[at + 1]);
    case 'ArrowLeft':
      if (!here) return null;
      if (here.inside > 0 && !folded.has(here.index)) return { kind: 'fold', index: here.index };
      return here.parent === null ? null : { kind: 'to', index: here.parent };
    default:
      return null;
  }
}

/** The next section after `active`, round the end, that begins with the letters typed; `active` itself while they go on. */
export function typedTo(shown: readonly Section[], active: number, letters: string): number | null {
  const at = Math.max(
    shown.findIndex((section) => section.index === active),
    0,
  );
  const from = letters.length > 1 ? at : at + 1;
  const wanted = letters.toLowerCase();
  for (let step = 0; step < shown.length; step++) {
    const section = shown[(from + step) % shown.length];
    if (section?.text.toLowerCase().startsWith(wanted)) return section.index;
  }
  return null;
}
