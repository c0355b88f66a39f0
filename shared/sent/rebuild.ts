// rebuild: the exported document with the words that the file has now, and the list of what changed.
import { Fragment, type Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { schema } from '../briefing/schema.ts';
import { alignLines, longestRising } from './alignLines.ts';
import { captionNames, leafText, lineKey, linesOf, noteKeys, type Line } from './lines.ts';
import { mapMarks, originOf } from './mapMarks.ts';
import { isAttribution, isQuotation } from './quoteStyle.ts';
import type { SentDocument } from './readSent.ts';
import type { SentParagraph } from './words.ts';

/** One paragraph that is not as it was exported. */
export interface SentChange {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  /** Its words as exported and as they are now; null where there are none. */
  readonly before: string | null;
  readonly after: string | null;
  /** Authors of tracked changes in it. */
  readonly by: readonly string[];
}

export interface Rebuilt {
  readonly doc: Node;
  readonly changes: readonly SentChange[];
}

/** `text` without the first of `leads` that it begins with. */
function withoutLead(text: string, leads: readonly string[]): string {
  const bare = text.trimStart();
  for (const lead of leads) {
    let at = 0;
    let of = 0;
    // Kinds of space differ: no-break in the file, plain in ours.
    while (of < lead.length && at < bare.length) {
      const alike = bare.charAt(at) === lead.charAt(of) || (/\s/u.test(bare.charAt(at)) && lead.charAt(of) === ' ');
      if (!alike) break;
      at++;
      of++;
    }
    if (of === lead.length) return bare.slice(at).trimStart();
  }
  return text;
}

/** Plain inline content: what was typed in Word. */
function typed(text: string): Node[] {
  const nodes: Node[] = [];
  text
    .trim()
    .split('\n')
    .forEach((line, index) => {
      if (index > 0) nodes.push(schema.node('hardBreak'));
      if (line !== '') nodes.push(schema.text(line));
    });
  return nodes;
}

/** Blocks for paragraphs that are new in the file: those in a style for quotations become block quotations. */
function addedBlocks(paragraphs: readonly SentParagraph[]): Node[] {
  const blocks: Node[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at] as SentParagraph;
    if (!isQuotation(paragraph)) {
      blocks.push(schema.node('paragraph', null, typed(paragraph.text)));
      continue;
    }
    const next = paragraphs[at + 1];
    const by = next && isAttribution(next) ? next : null;
    blocks.push(
      schema.node('quotation', null, [
        schema.node('quotationText', null, typed(paragraph.text)),
        schema.node('attribution', null, by ? typed(by.text) : []),
      ]),
    );
    if (by) at++;
  }
  return blocks;
}

/** New content of the textblocks at these positions; null: its words are gone. */
type Edits = ReadonlyMap<number, readonly Node[] | null>;

/** `node` with the edits; null for a quotation none of whose words are left. */
function edited(node: Node, position: number, edits: Edits): Node | null {
  if (node.isTextblock) {
    const content = edits.get(position);
    if (content === undefined) return node;
    const attrs = node.type === schema.nodes.paragraph ? { ...node.attrs, prompt: null } : node.attrs;
    return node.type.create(attrs, content);
  }
  if (node.isLeaf) return node;
  const children: Node[] = [];
  let words = 0;
  let gone = 0;
  node.forEach((child, offset) => {
    if (child.type === schema.nodes.quotationText) {
      words++;
      if (edits.get(position + 1 + offset) === null) gone++;
    }
    const made = edited(child, position + 1 + offset, edits);
    if (made) children.push(made);
  });
  if (node.type === schema.nodes.quotation && words > 0 && words === gone) return null;
  const content = Fragment.fromArray(children);
  return node.copy(node.type.validContent(content) ? content : content.addToEnd(schema.node('paragraph')));
}

/** Every paragraph of the file that says something and is no line of the list of contents. */
function saying(paragraphs: readonly SentParagraph[]): SentParagraph[] {
  return paragraphs.filter(({ text, contents }) => !contents && lineKey(text) !== '');
}

/**
 * Lays the words of `sent` over `doc`. What is equal stays as it is; what was edited keeps its marks (mapMarks.ts); what was
 * put in comes as plain paragraphs, or as quotations without a source; what was taken out is gone.
 */
export function rebuild(doc: Node, articles: readonly Article[], sent: Pick<SentDocument, 'body' | 'notes'>): Rebuilt {
  const lines = linesOf(doc, articles);
  const file = saying(sent.body);
  const captions = captionNames(doc).byTarget;
  const pairs = alignLines(
    lines.map(({ text, leads, inTable }) => ({
      keys: [lineKey(text), ...leads.map((lead) => lineKey(`${lead} ${text}`))],
      inTable,
    })),
    file.map(({ text, inTable }) => ({ keys: [lineKey(text)], inTable })),
  );

  const edits = new Map<number, readonly Node[] | null>();
  const changes: { at: number; change: SentChange }[] = [];
  const pairedLines = new Set<number>();
  const pairedFound = new Map<number, number>();
  const tell = (at: number, change: SentChange): void => void changes.push({ at, change });
  const wordsOf = (indexes: readonly number[]): string => indexes.map((at) => file[at]?.text.trim() ?? '').join('\n');
  // Of equal paragraphs those moved without which the others stand in order.
  const equal = pairs.flatMap(({ same, lines: [line], found: [found] }): [number, number][] =>
    same && line !== undefined && found !== undefined ? [[line, found]] : [],
  );
  const inOrder = new Set(longestRising(equal).map(([line]) => line));
  for (const pair of pairs) {
    const ours = pair.lines.map((at) => lines[at] as Line);
    const first = ours[0] as Line;
    const [start] = pair.found;
    for (const at of pair.lines) pairedLines.add(at);
    for (const at of pair.found) pairedFound.set(at, pair.lines[0] ?? 0);
    const by = [...new Set(pair.found.flatMap((at) => file[at]?.changedBy ?? []))];
    const before = ours.map(({ text }) => text).join('\n');
    if (pair.same) {
      if (!inOrder.has(pair.lines[0] ?? 0)) tell(start ?? 0, { kind: 'moved', before, after: wordsOf(pair.found), by });
      continue;
    }
    tell(start ?? 0, { kind: 'changed', before, after: wordsOf(pair.found), by });
    const blocks = ours.flatMap(({ block }) => (block ? [block] : []));
    if (first.position === null || first.block === null) continue;
    const text = withoutLead(wordsOf(pair.found), first.leads);
    edits.set(
      first.position,
      first.prompt
        ? typed(text)
        : mapMarks(
            originOf(blocks, (leaf) => leafText(leaf, captions)),
            text,
            first.block.type,
          ),
    );
    for (const { position } of ours.slice(1)) if (position !== null) edits.set(position, null);
  }

  let behind = 0;
  lines.forEach((line, at) => {
    if (pairedLines.has(at)) return;
    const place = file.length + behind++;
    tell(place, { kind: 'removed', before: line.text, after: null, by: [] });
    if (line.position !== null) edits.set(line.position, null);
  });

  // New paragraphs stand behind the block of the one before them.
  const added = new Map<number, SentParagraph[]>();
  let after = 0;
  file.forEach((paragraph, at) => {
    const line = pairedFound.get(at);
    if (line !== undefined) {
      const position = lines[line]?.position ?? null;
      if (position !== null) after = doc.resolve(position).index(0);
      return;
    }
    tell(at, { kind: 'added', before: null, after: paragraph.text.trim(), by: paragraph.changedBy });
    const list = added.get(after);
    if (list) list.push(paragraph);
    else added.set(after, [paragraph]);
  });
  const known = noteKeys(doc, articles);
  const notes = saying(sent.notes).filter(({ text }) => !known.has(lineKey(text)));
  notes.forEach((paragraph, at) => {
    tell(file.length + lines.length + at, {
      kind: 'added',
      before: null,
      after: paragraph.text.trim(),
      by: paragraph.changedBy,
    });
  });

  const children: Node[] = [];
  doc.forEach((child, offset, index) => {
    const made = edited(child, offset, edits);
    if (made) children.push(made);
    children.push(...addedBlocks(added.get(index) ?? []));
  });
  children.push(...notes.map((paragraph) => schema.node('paragraph', null, typed(paragraph.text))));
  const content = Fragment.fromArray(children);
  const whole = doc.type.validContent(content) ? content : content.addToEnd(schema.node('paragraph'));
  return {
    doc: doc.copy(whole),
    changes: changes.sort((a, b) => a.at - b.at).map(({ change }) => change),
  };
}
