// The words of a quotation or figure as they stand in the text, with their positions, and how to rewrite them word by word.
import type { Mark, Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { Check } from '../../shared/check/check.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { diffWords } from '../../shared/text/diff.ts';
import { quotationSource } from '../../shared/briefing/quotationText.ts';
import { textAttr } from './attributes.ts';
import { tiesOf } from './plugins/blocks.ts';
import type { Known } from './plugins/context.ts';

/** `positions[i]` is the document position before `text[i]`; null for the break between two blocks. */
export interface Words {
  readonly text: string;
  readonly positions: readonly (number | null)[];
}

/** Where traced words stand: a block quotation, or a stretch under a mark. */
export interface Place {
  readonly kind: 'block' | 'quoted' | 'figure';
  readonly from: number;
  readonly to: number;
  /** The mark that ties the words to their fact; null in a block quotation. */
  readonly tie: Mark | null;
}

const OPENING = /^["'“‘„«‹]$/u;
const CLOSING = /^["'”’“»›]$/u;

/** The place a check speaks of; null when the check speaks of no traced words, or they are gone. */
export function placeOf(doc: Node, check: Pick<Check, 'from' | 'to' | 'factId'>): Place | null {
  if (check.from < 0 || check.from > doc.content.size) return null;
  const node = doc.nodeAt(check.from);
  if (node?.type === schema.nodes.quotation) {
    return { kind: 'block', from: check.from, to: check.from + node.nodeSize, tie: null };
  }
  const $from = doc.resolve(check.from);
  const top = $from.depth > 0 ? $from.node(1) : node;
  const topPos = $from.depth > 0 ? $from.before(1) : check.from;
  if (top) {
    for (const kind of ['quoted', 'figure'] as const) {
      const range = tiesOf(top, topPos, kind).find(
        ({ id, from, to }) => id === check.factId && from <= check.to && to >= check.from,
      );
      if (range) return { kind, from: range.from, to: range.to, tie: schema.marks[kind].create({ factId: range.id }) };
    }
  }
  for (let depth = $from.depth; depth > 0; depth--) {
    const parent = $from.node(depth);
    if (parent.type === schema.nodes.quotation && textAttr(parent.attrs, 'factId') === check.factId) {
      return { kind: 'block', from: $from.before(depth), to: $from.after(depth), tie: null };
    }
  }
  return null;
}

/** The words at a place without the outer quotation marks; the attribution and the citations are no words of it. */
export function wordsAt(doc: Node, place: Place): Words {
  let text = '';
  const positions: (number | null)[] = [];
  const openings: number[] = [];
  let blocks = 0;
  doc.nodesBetween(place.from, place.to, (node, pos) => {
    if (node.type === schema.nodes.attribution) return false;
    if (node.isTextblock) {
      if (blocks++ > 0) {
        // As the guard parts paragraphs.
        text += '\n\n';
        positions.push(null, null);
      }
      openings.push(text.length);
    } else if (node.isText) {
      const start = Math.max(pos, place.from);
      const words = (node.text ?? '').slice(start - pos, Math.min(pos + node.nodeSize, place.to) - pos);
      for (let i = 0; i < words.length; i++) positions.push(start + i);
      text += words;
    } else if (node.type === schema.nodes.hardBreak) {
      text += '\n';
      positions.push(pos);
    }
    return true;
  });
  return place.kind === 'figure' ? { text, positions } : withoutMarks({ text, positions }, openings);
}

/** Each paragraph of a quotation opens with a mark, only the last closes. */
function withoutMarks(words: Words, openings: readonly number[]): Words {
  const dropped = new Set(openings.filter((at) => OPENING.test(words.text.charAt(at))));
  let end = words.text.length;
  while (end > 0 && /\s/u.test(words.text.charAt(end - 1))) end--;
  const opened = openings.length > 0 && dropped.has(openings[0] ?? -1);
  // A closing mark stands alone only for one that opened: the apostrophe of "the ministers'" is the source's.
  if (opened && end > 0 && CLOSING.test(words.text.charAt(end - 1))) end--;
  let text = '';
  const positions: (number | null)[] = [];
  for (let i = 0; i < end; i++) {
    if (dropped.has(i)) continue;
    text += words.text.charAt(i);
    positions.push(words.positions[i] ?? null);
  }
  return { text, positions };
}

/**
 * The words of the source that the words at a place are held against, or null when the fact or its article is gone. A block
 * quotation is the whole of its quote; words within our own sentence are a part, so what the comparison left out before and
 * after them was never theirs.
 */
export function sourceWords(place: Place, check: Pick<Check, 'factId' | 'diff'>, of: Known): string | null {
  const fact = check.factId === null ? undefined : of.facts.get(check.factId);
  const article = fact ? of.articles.get(fact.articleId) : undefined;
  if (!fact || !article) return null;
  if (fact.kind !== 'quote') return fact.text;
  if (place.kind !== 'quoted' || !check.diff || check.diff.length === 0) return quotationSource(article.text, fact);
  const first = check.diff.findIndex(({ kind }) => kind !== 'cut');
  const last = check.diff.findLastIndex(({ kind }) => kind !== 'cut');
  return check.diff
    .slice(first, last + 1)
    .flatMap(({ kind, text }) => (kind === 'added' ? [] : [text]))
    .join('')
    .trim();
}

/** Without the full stop or comma at the very end, which is no difference (conventions.md 3.9). */
export function withoutStop(text: string): string {
  return text.trimEnd().replace(/[.,]$/u, '');
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Words with the space after them, cut as diffWords cuts. */
function pieces(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? [];
}

/** The edits, by offsets in `current`, that make it `next`. Words alike but for typography stay as they stand. */
export function editsBetween(current: string, next: string): Edit[] {
  const edits: Edit[] = [];
  const mine = pieces(current);
  let index = 0;
  let offset = 0;
  let run: { from: number; text: string } | null = null;
  const close = (): void => {
    if (run && (run.text !== '' || offset > run.from)) edits.push({ from: run.from, to: offset, text: run.text });
    run = null;
  };
  for (const change of diffWords(current, next)) {
    const words = pieces(change.text);
    if (change.kind === 'same') {
      close();
      for (const word of words) {
        const kept = mine[index++] ?? '';
        const end = offset + kept.trimEnd().length;
        offset += kept.length;
        const space = word.slice(word.trimEnd().length);
        if ((space === '') !== (end === offset)) edits.push({ from: end, to: offset, text: space });
      }
    } else {
      run ??= { from: offset, text: '' };
      if (change.kind === 'added') run.text += change.text;
      else for (let i = 0; i < words.length; i++) offset += (mine[index++] ?? '').length;
    }
  }
  close();
  return edits;
}

/** The document position of an offset; `after` counts from the character before it. */
export function positionOf(words: Words, offset: number, after: boolean): number | null {
  const here = words.positions[offset];
  const before = words.positions[offset - 1];
  if (after && typeof before === 'number') return before + 1;
  if (typeof here === 'number') return here;
  return typeof before === 'number' ? before + 1 : null;
}

/** The edits at a place; paragraph by paragraph when both sides have as many, so that no paragraph runs into the next. */
function editsOf(words: Words, next: string): Edit[] {
  const starts = [0];
  words.positions.forEach((position, at) => {
    if (position === null && words.positions[at - 1] === null) starts.push(at + 1);
  });
  const theirs = next.split('\n\n');
  if (theirs.length !== starts.length) return editsBetween(words.text, next);
  return theirs.flatMap((paragraph, index) => {
    const start = starts[index] ?? 0;
    const following = starts[index + 1];
    const mine = words.text.slice(start, following === undefined ? undefined : following - 2);
    return editsBetween(mine, paragraph).map(({ from, to, text }) => ({ from: start + from, to: start + to, text }));
  });
}

/** Makes the words at `place` read `next` by the smallest edits, so that notes and citations among them stay. */
export function rewrite(tr: Transaction, place: Place, next: string): Transaction {
  const words = wordsAt(tr.doc, place);
  const edits = editsOf(words, next.trim());
  // From the end, so that the positions of those before still hold.
  for (const edit of edits.reverse()) {
    const from = positionOf(words, edit.from, edit.from === edit.to) ?? place.from;
    let end = edit.to;
    // The break between two paragraphs stays where it is.
    while (end > edit.from && words.positions[end - 1] === null) end--;
    const to = end > edit.from ? (positionOf(words, end, true) ?? from) : from;
    const text = edit.text.replace(/\s+/gu, ' ');
    if (text === '') {
      tr.delete(from, to);
    } else {
      const around = tr.doc.resolve(from).marks();
      tr.replaceWith(from, to, schema.text(text, place.tie ? place.tie.addToSet(around) : around));
    }
  }
  return tr;
}
