// Annotations as Word comments: where each stands, how threads become flat numbered comments.
import type { Node } from 'prosemirror-model';
import { PROGRAM_AUTHOR, type Annotation } from '../briefing/annotation.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { PlannedComment, PlanOptions } from './plan.ts';
import type { Cleaner } from './text.ts';
import { hex } from './parts/comments.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

type Tell = (code: string, text: string) => void;

export interface AnchoredComments {
  readonly comments: readonly PlannedComment[];
  readonly starts: ReadonlyMap<number, readonly (readonly number[])[]>;
  readonly ends: ReadonlyMap<number, readonly (readonly number[])[]>;
}

/**
 * The stretch of each annotation, by its id, and the ids that stand in more than one. Pieces belong together when no
 * words without the mark lie between them, or when they lie in one paragraph.
 */
function rangesOf(doc: Node): { ranges: Map<string, Range>; split: Set<string> } {
  const ranges = new Map<string, Range>();
  const split = new Set<string>();
  /** For each id, what the walk knew when it left the last piece: words passed since the start, and the paragraph. */
  const last = new Map<string, { words: number; block: number }>();
  let words = 0;
  let block = -1;
  doc.descendants((node, pos) => {
    if (node.isTextblock) block = pos;
    if (!node.isInline) return;
    const size = node.isText || node.type.name === 'reference' ? node.nodeSize : 0;
    const seen = new Set<string>();
    for (const mark of node.marks) {
      if (mark.type.name !== 'annotation') continue;
      const id = String(mark.attrs['id']);
      if (seen.has(id)) continue;
      seen.add(id);
      const range = ranges.get(id);
      const before = last.get(id);
      if (!range || !before) ranges.set(id, { from: pos, to: pos + node.nodeSize });
      else if (split.has(id)) continue;
      else if (before.words === words || before.block === block)
        ranges.set(id, { from: range.from, to: pos + node.nodeSize });
      else {
        split.add(id);
        continue;
      }
      last.set(id, { words: words + size, block });
    }
    words += size;
  });
  return { ranges, split };
}

/** First letters of the first three words of a name; Word shows none when the file gives none. */
export function initialsOf(author: string): string {
  const letters = author
    .split(/[\s.\-]/u)
    .map((word) => Array.from(word)[0] ?? '')
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(0, 3)
    .join('')
    .toUpperCase();
  return letters || '?';
}

const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

/** `YYYY-MM-DDTHH:MM:SSZ`: milliseconds are more than Word writes. Null where years have another length, and for NaN. */
function stamp(instant: number): string | null {
  if (!(instant >= EARLIEST && instant <= LATEST)) return null;
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** Eight hex digits below 0x7FFFFFFF (the schema's limit), by FNV-1a; `taken` keeps them apart. */
function durable(id: string, taken: Set<number>): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  let value = (hash % 0x7ffffffd) + 1;
  while (taken.has(value)) value = (value % 0x7ffffffd) + 1;
  taken.add(value);
  return hex(value);
}

function paragraphs(body: string): string[] {
  return body.split('\n').filter((line) => line.trim() !== '');
}

/**
 * The note's own words first, then what the analyst set beside them, each in a sentence of its own. Of the program's notes
 * the tag is the name of a rule, and the status means something only once the analyst has set it.
 */
function bodyOf(annotation: Annotation, text: Cleaner): string[] {
  const ours = annotation.author === PROGRAM_AUTHOR;
  const set = ours && annotation.status === 'unverified' ? [] : [`Status: ${annotation.status}.`];
  if (annotation.confidence) set.push(`Confidence: ${annotation.confidence}.`);
  const tags = ours ? [] : annotation.tags.map((tag) => text.line(tag)).filter(Boolean);
  if (tags.length > 0) set.push(`Tags: ${tags.join(', ')}.`);
  return [...paragraphs(text.clean(annotation.body)), set.join(' ')].filter(Boolean);
}

/**
 * The comments of the copy with their ranges. In the clean copy there are none; in the annotated copy only those with
 * `export` true, and nothing of the others is read. Ids count up from `firstId`.
 */
export function anchorComments(
  briefing: Pick<Briefing, 'doc' | 'annotations'>,
  options: PlanOptions,
  firstId: number,
  text: Cleaner,
  tell: Tell,
): AnchoredComments {
  const comments: PlannedComment[] = [];
  const starts = new Map<number, (readonly number[])[]>();
  const ends = new Map<number, (readonly number[])[]>();
  if (options.copy === 'clean') return { comments, starts, ends };

  const { ranges, split } = rangesOf(briefing.doc);
  const leaving = new Map(briefing.annotations.filter((one) => one.export).map((one) => [one.id, one]));
  const taken = new Set<number>();
  const add = (
    of: { readonly id: string; readonly author: string; readonly at: string },
    parent: number | null,
    lines: readonly string[],
    resolved: boolean,
  ): number => {
    const author = text.line(of.author) || 'Analyst';
    const at = Date.parse(of.at);
    comments.push({
      id: firstId + comments.length,
      parent,
      author,
      initials: initialsOf(author),
      date: stamp(at + options.offsetMinutes * 60_000),
      dateUtc: stamp(at),
      paragraphs: lines.length > 0 ? lines : [''],
      resolved,
      durableId: durable(`${parent === null ? '' : `${parent}/`}${of.id}`, taken),
    });
    return firstId + comments.length - 1;
  };
  const push = (map: Map<number, (readonly number[])[]>, at: number, thread: readonly number[]): void => {
    const there = map.get(at);
    if (there) there.push(thread);
    else map.set(at, [thread]);
  };

  // In document order; of those that begin together the longest opens first.
  const order = [...ranges].filter(([id]) => leaving.has(id)).sort(([, a], [, b]) => a.from - b.from || b.to - a.to);
  for (const [id, range] of order) {
    const annotation = leaving.get(id) as Annotation;
    const root = add(annotation, null, bodyOf(annotation, text), annotation.resolved);
    const thread = [root];
    for (const reply of annotation.replies) {
      thread.push(add(reply, root, paragraphs(text.clean(reply.body)), annotation.resolved));
    }
    push(starts, range.from, thread);
    push(ends, range.to, thread);
    if (split.has(id)) {
      tell(
        'annotation-split',
        `The note "${excerpt(annotation, text)}" stands in several places; its comment is at the first.`,
      );
    }
  }
  for (const [id, annotation] of leaving) {
    if (!ranges.has(id)) {
      tell(
        'annotation-unplaced',
        `The note "${excerpt(annotation, text)}" has lost its place in the text and was not exported.`,
      );
    }
  }
  return { comments, starts, ends };
}

function excerpt(annotation: Annotation, text: Cleaner): string {
  const letters = Array.from(text.line(annotation.body));
  return letters.length <= 40 ? letters.join('') : `${letters.slice(0, 39).join('')}…`;
}
