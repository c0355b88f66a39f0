// Questions to a briefing's document: where facts, annotations and citations stand, its outline, its words.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Fact } from '../facts/fact.ts';
import { paragraphs } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { readChart } from './chart.ts';
import { schema } from './schema.ts';

/** A stretch of the document in ProseMirror positions. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type TieName = 'figure' | 'quoted' | 'annotation';

export interface TiedRange extends Range {
  /** The fact's or annotation's id. */
  readonly id: string;
}

const TIE_ATTR: Readonly<Record<TieName, string>> = { figure: 'factId', quoted: 'factId', annotation: 'id' };

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * The stretches of `block` (a textblock whose content starts at `start`) under the mark `name`, in order. Words that other
 * marks split are one stretch as long as the mark goes on with the same id; a citation or line break within them does not
 * part them.
 */
export function tiedRanges(block: Node, start: number, name: TieName): TiedRange[] {
  const type = schema.marks[name];
  const attr = TIE_ATTR[name];
  const ranges: TiedRange[] = [];
  let open = new Map<string, { from: number; to: number }>();
  block.forEach((child, offset) => {
    const from = start + offset;
    const to = from + child.nodeSize;
    const next = new Map<string, { from: number; to: number }>();
    for (const mark of child.marks) {
      if (mark.type !== type) continue;
      const id = String(mark.attrs[attr]);
      next.set(id, { from: open.get(id)?.from ?? from, to });
    }
    // A leaf without the mark keeps a stretch waiting; it goes on when the mark follows.
    if (!child.isText) for (const [id, range] of open) if (!next.has(id)) next.set(id, range);
    for (const [id, range] of open) if (!next.has(id)) ranges.push({ id, ...range });
    open = next;
  });
  for (const [id, range] of open) ranges.push({ id, ...range });
  return ranges.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Calls `visit` with every textblock and the position where its content starts. */
export function eachTextblock(doc: Node, visit: (block: Node, start: number, parent: Node | null) => void): void {
  doc.descendants((node, position, parent) => {
    if (!node.isTextblock) return true;
    visit(node, position + 1, parent);
    return false;
  });
}

/** The facts that the values of a chart node come from, each once. */
export function chartFacts(chart: Node): ReadonlySet<string> {
  const points = readChart(chart.attrs['data'])?.series.flatMap((series) => series.points) ?? [];
  return new Set(points.flatMap(({ factId }) => (factId === null ? [] : [factId])));
}

/**
 * Where each fact is used, in order: words under its marks, quotations of it, charts with it. A fact that is only cited (a paraphrase) is
 * used where its citation stands.
 */
export function usesOf(doc: Node): Map<string, Range[]> {
  const uses = new Map<string, Range[]>();
  const cited = new Map<string, Range[]>();
  doc.descendants((node, position) => {
    if (node.type === schema.nodes.quotation && node.attrs['factId'] !== null) {
      add(uses, String(node.attrs['factId']), { from: position, to: position + node.nodeSize });
    }
    if (node.type === schema.nodes.chart) {
      for (const id of chartFacts(node)) add(uses, id, { from: position, to: position + node.nodeSize });
    }
    if (node.type === schema.nodes.citation && node.attrs['factId'] !== null) {
      add(cited, String(node.attrs['factId']), { from: position, to: position + node.nodeSize });
    }
    if (node.isTextblock) {
      for (const name of ['figure', 'quoted'] as const) {
        for (const { id, from, to } of tiedRanges(node, position + 1, name)) add(uses, id, { from, to });
      }
    }
  });
  for (const [id, ranges] of cited) if (!uses.has(id)) uses.set(id, ranges);
  for (const ranges of uses.values()) ranges.sort((a, b) => a.from - b.from);
  return uses;
}

/** The stretches under each annotation's mark; one annotation has several when its words were parted. */
export function annotationRanges(doc: Node): Map<string, Range[]> {
  const found = new Map<string, Range[]>();
  eachTextblock(doc, (block, start) => {
    for (const { id, from, to } of tiedRanges(block, start, 'annotation')) add(found, id, { from, to });
  });
  return found;
}

export interface OutlineEntry {
  readonly level: number;
  readonly text: string;
  /** Position before the heading. */
  readonly position: number;
  /** Id of the template's section, or null. */
  readonly slot: string | null;
}

export function outline(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  doc.descendants((node, position) => {
    if (node.type === schema.nodes.heading) {
      const { level, slot } = node.attrs as { level: number; slot: string | null };
      entries.push({ level: Number(level), text: node.textContent, position, slot });
    }
    return !node.isTextblock;
  });
  return entries;
}

/** Text of a textblock: a line break is a line end, a citation nothing. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size, undefined, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
}

/** The words of a quotation node, marks as typed, its paragraphs parted by a blank line; without the attribution. */
export function quotationWords(quotation: Node): string {
  const words: string[] = [];
  quotation.forEach((child) => {
    if (child.type === schema.nodes.quotationText) words.push(blockText(child));
  });
  return words.join('\n\n');
}

export interface CitationPlace {
  readonly position: number;
  /** From 1, in the order of the document: the number of the footnote. */
  readonly number: number;
  readonly articleId: string;
  readonly factId: string | null;
  readonly locator: string | null;
  /** True for the first citation of its article: it is written in full. */
  readonly first: boolean;
}

export function citations(doc: Node): CitationPlace[] {
  const places: CitationPlace[] = [];
  const seen = new Set<string>();
  doc.descendants((node, position) => {
    if (node.type !== schema.nodes.citation) return;
    const { articleId, factId, locator } = node.attrs as Record<string, string | null>;
    const id = String(articleId);
    places.push({
      position,
      number: places.length + 1,
      articleId: id,
      factId: factId ?? null,
      locator: locator ?? null,
      first: !seen.has(id),
    });
    seen.add(id);
  });
  return places;
}

/** Words of the whole document, title block included: stretches between spaces that hold a letter or a digit. */
export function wordCount(doc: Node): number {
  let count = 0;
  eachTextblock(doc, (block) => {
    count += countWords(blockText(block));
  });
  return count;
}

/** Stretches between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(word)) count++;
  return count;
}

/** The facts that wait under "Not used in the briefing"; dismissed ones do not wait. */
export function unusedFacts(doc: Node, facts: readonly Fact[]): Fact[] {
  const uses = usesOf(doc);
  return facts.filter((fact) => !fact.dismissed && !uses.has(fact.id));
}

/** Answers for one text the number, from 1, of the paragraph that `offset` stands in (or that ends before it). */
export function paragraphCounter(text: string): (offset: number) => number {
  const spans = paragraphs(text);
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}

/** The number of the paragraph where `span` begins; for many spans of one article take `paragraphCounter`. */
export function paragraphNumber(article: Pick<Article, 'text'>, span: Span): number {
  return paragraphCounter(article.text)(span.start);
}
