// Annotations as Word comments: where each stands, how threads become flat numbered comments, and the four parts they fill.
import type { Node } from 'prosemirror-model';
import { PROGRAM_AUTHOR, type Annotation } from '../briefing/annotation.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { PlannedComment, PlanOptions } from './plan.ts';
import type { Cleaner } from './text.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

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
    const size = node.isText ? node.nodeSize : 0;
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

/** `YYYY-MM-DDTHH:MM:SSZ`: milliseconds are more than Word writes. */
function stamp(instant: number): string {
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

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
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
    const wall = at + options.offsetMinutes * 60_000;
    // Years beyond four digits are no date of Word's.
    const readable = Number.isFinite(at) && Math.abs(at) < 8e14 && stamp(wall).length === 20 && stamp(at).length === 20;
    comments.push({
      id: firstId + comments.length,
      parent,
      author,
      initials: initialsOf(author),
      date: readable ? stamp(wall) : null,
      dateUtc: readable ? stamp(at) : null,
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

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const CID = 'http://schemas.microsoft.com/office/word/2016/wordml/cid';
const CEX = 'http://schemas.microsoft.com/office/word/2018/wordml/cex';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Links a comment to its thread: the paraId of its last paragraph. Must stay below 0x80000000. */
function paraId(id: number): string {
  return hex(id + 1);
}

function commentXml(comment: PlannedComment): string {
  const lines = comment.paragraphs.map((line, index) => {
    const id =
      index === comment.paragraphs.length - 1 ? ` w14:paraId="${paraId(comment.id)}" w14:textId="77777777"` : '';
    const ref = index === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : '';
    const words = line
      .split('\t')
      .map((piece) => `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`)
      .join('<w:tab/>');
    return `<w:p${id}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${ref}<w:r>${words}</w:r></w:p>`;
  });
  const date = comment.date ? ` w:date="${comment.date}"` : '';
  const who = `w:author="${escapeXml(comment.author)}"${date} w:initials="${escapeXml(comment.initials)}"`;
  return `<w:comment w:id="${comment.id}" ${who}>${lines.join('')}</w:comment>`;
}

/** The name after `word/` of each part that holds comments, with its XML; empty when there are none. */
export function commentParts(comments: readonly PlannedComment[]): Map<string, string> {
  const parts = new Map<string, string>();
  if (comments.length === 0) return parts;
  const ignorable = (prefix: string): string => `xmlns:mc="${MC}" mc:Ignorable="${prefix}"`;
  parts.set(
    'comments',
    `${XML_HEAD}<w:comments xmlns:w="${W}" xmlns:w14="${W14}" ${ignorable('w14')}>${comments.map(commentXml).join('')}</w:comments>`,
  );
  const extended = comments.map((comment) => {
    const parent = comment.parent === null ? '' : ` w15:paraIdParent="${paraId(comment.parent)}"`;
    return `<w15:commentEx w15:paraId="${paraId(comment.id)}"${parent} w15:done="${comment.resolved ? 1 : 0}"/>`;
  });
  parts.set(
    'commentsExtended',
    `${XML_HEAD}<w15:commentsEx xmlns:w15="${W15}" ${ignorable('w15')}>${extended.join('')}</w15:commentsEx>`,
  );
  const ids = comments.map(
    (one) => `<w16cid:commentId w16cid:paraId="${paraId(one.id)}" w16cid:durableId="${one.durableId}"/>`,
  );
  parts.set(
    'commentsIds',
    `${XML_HEAD}<w16cid:commentsIds xmlns:w16cid="${CID}" ${ignorable('w16cid')}>${ids.join('')}</w16cid:commentsIds>`,
  );
  const dates = comments.map((one) => {
    const date = one.dateUtc ? ` w16cex:dateUtc="${one.dateUtc}"` : '';
    return `<w16cex:commentExtensible w16cex:durableId="${one.durableId}"${date}/>`;
  });
  parts.set(
    'commentsExtensible',
    `${XML_HEAD}<w16cex:commentsExtensible xmlns:w16cex="${CEX}" ${ignorable('w16cex')}>${dates.join('')}</w16cex:commentsExtensible>`,
  );
  return parts;
}
