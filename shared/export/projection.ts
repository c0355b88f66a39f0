// Projection: what of a briefing leaves the house inside the Word file, so that the sent file can be checked against its sources.
import { Fragment, Mark, type Node } from 'prosemirror-model';
import { articleSchema, type Article } from '../article/article.ts';
import { sortedJson } from '../base/sortedJson.ts';
import { z } from '../base/validate.ts';
import { annotationSchema, replySchema } from '../briefing/annotation.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { chartSchema } from '../briefing/chart.ts';
import { quotationWords, usesOf } from '../briefing/queries.ts';
import { schema } from '../briefing/schema.ts';
import { claimKey, claimPlaces } from '../check/claimPlaces.ts';
import {
  claimSchema,
  dateSchema,
  evidenceSchema,
  figureSchema,
  nameSchema,
  quoteSchema,
  type Fact,
} from '../facts/fact.ts';
import { matchQuote } from '../text/matchQuote.ts';
import { anchor } from '../text/selectors.ts';
import { paragraphs } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { trimMarks } from '../text/trim.ts';
import type { Copy } from './plan.ts';
import { safeHref } from './sources.ts';

/** A new major is one that an older reader cannot read; a new minor adds fields that it may ignore. */
export const PROJECTION_FORMAT = { major: 1, minor: 1 } as const;

const count = z.number().int().min(0);
const HASH = /^[0-9a-f]{64}$/u;

const excerptSchema = z.object({ start: count, end: count, text: z.string() });
export type Excerpt = z.infer<typeof excerptSchema>;

const carriedArticleSchema = articleSchema
  .omit({ text: true })
  .strip()
  .extend({
    /** Length of the article's text in UTF-16 code units. */
    length: count,
    /** Stretches of its text around what the document uses, in order, apart from each other. */
    excerpts: z.array(excerptSchema),
  });
export type CarriedArticle = z.infer<typeof carriedArticleSchema>;

/** Facts without fields that this version does not know: what is not known may be private. */
const evidence = { evidence: evidenceSchema.strip() };
const carriedFactSchema = z.discriminatedUnion('kind', [
  quoteSchema.strip().extend(evidence),
  figureSchema.strip().extend(evidence),
  dateSchema.strip().extend(evidence),
  nameSchema.strip().extend(evidence),
  claimSchema.strip().extend(evidence),
]);

const carriedAnnotationSchema = annotationSchema.strip().extend({ replies: z.array(replySchema.strip()) });

/** What the file shows beside its words and its charts, which the document itself tells. */
const printedSchema = z.object({
  /** One for each image of the document in order; null where words stand in its place. Sizes in pixels. */
  pictures: z.array(z.object({ sha256: z.string().regex(HASH), width: count, height: count }).nullable()),
  /** At the head of the second page and after, and at the foot of every page; '' for nothing. */
  runningHead: z.string(),
  imprint: z.string(),
  /** The properties of the file. */
  title: z.string(),
  subject: z.string(),
  author: z.string(),
});
export type Printed = z.infer<typeof printedSchema>;

export const projectionSchema = z.object({
  format: z.object({ major: z.number().int().min(1), minor: count }),
  /** The document as exported, in ProseMirror's JSON. */
  doc: z.record(z.string(), z.unknown()),
  annotations: z.array(carriedAnnotationSchema),
  facts: z.array(carriedFactSchema),
  articles: z.array(carriedArticleSchema),
  /** Of the file's visible text (visibleText.ts). */
  textHash: z.string().regex(HASH),
  /** From minor 1 on. */
  printed: printedSchema.optional(),
});
export type Projection = z.infer<typeof projectionSchema>;

export interface ProjectionOptions {
  readonly copy: Copy;
  /** Hash of the visible text of the file (`textHash(visibleTextOf(plan))`). */
  readonly textHash: string;
  readonly printed?: Printed;
}

/** A paragraph longer than this is carried only around what is used of it: a source in one line must not leave whole. */
const LONGEST_PARAGRAPH = 2000;
const AROUND = 300;
/** Prefix and suffix of a selector lie within this (selectors.ts). */
const CONTEXT = 32;

/** The last part of what may be a path on some system. */
function bareName(name: string): string {
  return name.split(/[/\\]/u).filter(Boolean).at(-1) ?? '';
}

function leavingMark(mark: Mark, leaving: ReadonlySet<string>): Mark | null {
  if (mark.type === schema.marks.annotation) return leaving.has(String(mark.attrs['id'])) ? mark : null;
  if (mark.type !== schema.marks.link) return mark;
  const href = safeHref(String(mark.attrs['href']));
  if (href === mark.attrs['href']) return mark;
  return href === null ? null : schema.mark('link', { href });
}

/** `node` as it leaves: no marks of notes that stay, no links that may not leave, no parts that this version does not know. */
function leavingNode(node: Node, leaving: ReadonlySet<string>): Node {
  if (node.isText) {
    const marks = node.marks.flatMap((mark) => leavingMark(mark, leaving) ?? []);
    return Mark.sameSet(marks, node.marks) ? node : node.mark(marks);
  }
  if (node.isLeaf) {
    if (node.type !== schema.nodes.image) return node;
    return node.type.create({ ...node.attrs, media: bareName(String(node.attrs['media'])) });
  }
  const children: Node[] = [];
  let same = true;
  node.forEach((child) => {
    const left = child.type === schema.nodes.opaque ? null : leavingNode(child, leaving);
    same &&= left === child;
    if (left !== null) children.push(left);
  });
  if (same) return node;
  const content = Fragment.fromArray(children);
  if (node.type.validContent(content)) return node.copy(content);
  return node.copy(content.addToEnd(schema.node('paragraph')));
}

/** Facts that a chart's points come from. */
function chartFacts(doc: Node): Set<string> {
  const ids = new Set<string>();
  doc.descendants((node) => {
    if (node.type !== schema.nodes.chart) return;
    const chart = chartSchema.safeParse(node.attrs['data']);
    for (const { points } of chart.success ? chart.data.series : []) {
      for (const { factId } of points) if (factId !== null) ids.add(factId);
    }
  });
  return ids;
}

/** Facts used in `doc`, and contradicted claims whose words stand in it: without them a reader would not see the finding. */
function usedFacts(doc: Node, facts: readonly Fact[]): Fact[] {
  const uses = usesOf(doc);
  const charted = chartFacts(doc);
  let text: string | null = null;
  return facts.filter((fact) => {
    if (uses.has(fact.id) || charted.has(fact.id)) return true;
    if (fact.kind !== 'claim' || fact.verdict !== 'contradicted' || fact.dismissed) return false;
    text ??= doc.textBetween(0, doc.content.size, '\n', ' ');
    return claimPlaces(text, claimKey(fact.text)).length > 0;
  });
}

/** The stretches of `text` that `spans` need around them, merged. */
function excerptsOf(text: string, spans: readonly Span[]): Excerpt[] {
  const all = spans.length === 0 ? [] : paragraphs(text);
  const wide = spans
    .filter((span) => 0 <= span.start && span.start <= span.end && span.end <= text.length)
    .map((span) => {
      let start = span.start - CONTEXT;
      let end = span.end + CONTEXT;
      // Paragraphs are in order: the first that ends behind the start, by halving.
      let low = 0;
      let high = all.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((all[middle]?.end ?? Infinity) <= span.start) low = middle + 1;
        else high = middle;
      }
      for (let at = low; at < all.length; at++) {
        const paragraph = all[at] as Span;
        if (paragraph.start >= span.end) break;
        const whole = paragraph.end - paragraph.start <= LONGEST_PARAGRAPH;
        start = Math.min(start, whole ? paragraph.start : Math.max(paragraph.start, span.start - AROUND));
        end = Math.max(end, whole ? paragraph.end : Math.min(paragraph.end, span.end + AROUND));
      }
      return { start: Math.max(0, start), end: Math.min(text.length, end) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of wide) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

/** Where `fact` stands and is to be found again in `article`. */
function spansOf(fact: Fact, article: Article): Span[] {
  const found = anchor(article.text, { position: fact.evidence.position, quote: fact.evidence.quote });
  return [{ start: fact.start, end: fact.end }, ...(found ? [found] : [])];
}

/** Places of block quotations that were typed and stand in one of the sources all the same. */
function typedQuotations(doc: Node, articles: readonly Article[]): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  doc.descendants((node) => {
    if (node.type !== schema.nodes.quotation || node.attrs['factId'] !== null) return;
    const words = trimMarks(quotationWords(node).trim(), `"'“”‘’«»„`);
    for (const article of words === '' ? [] : articles) {
      const list = places.get(article.id) ?? [];
      list.push(...matchQuote(article.text, words));
      places.set(article.id, list);
    }
  });
  return places;
}

/**
 * What of `briefing` leaves inside the Word file (decisions.md, The file). Carried: the document without what the copy does
 * not show; the annotations with `export` true (none in the clean copy); the facts it uses, without the analyst's judgement of
 * them; of the articles that it uses or lists their metadata, hash, length and the paragraphs around what is used. Never:
 * private notes, paths, original bytes, a whole source, fields that this version does not know.
 */
export function projectionOf(
  briefing: Pick<Briefing, 'doc' | 'articles' | 'facts' | 'annotations'>,
  options: ProjectionOptions,
): Projection {
  const annotations = options.copy === 'clean' ? [] : briefing.annotations.filter((one) => one.export);
  const doc = leavingNode(briefing.doc, new Set(annotations.map((one) => one.id)));
  const facts = usedFacts(doc, briefing.facts);

  let listed = false;
  const used = new Set(facts.map((fact) => fact.articleId));
  doc.descendants((node) => {
    if (node.type === schema.nodes.sourceList) listed = true;
    if (node.type === schema.nodes.citation) used.add(String(node.attrs['articleId']));
  });
  const typed = typedQuotations(doc, briefing.articles);
  const articles = briefing.articles.flatMap((article): CarriedArticle[] => {
    const places = typed.get(article.id) ?? [];
    if (!listed && !used.has(article.id) && places.length === 0) return [];
    const spans = facts.filter((fact) => fact.articleId === article.id).flatMap((fact) => spansOf(fact, article));
    const { text, ...metadata } = article;
    return [
      carriedArticleSchema.parse({
        ...metadata,
        fileName: bareName(article.fileName),
        url: article.url === null || safeHref(article.url) === null ? null : article.url,
        // The list of sources prints it; without the list it is the analyst's own affair.
        reliability: listed ? article.reliability : null,
        length: text.length,
        excerpts: excerptsOf(text, [...spans, ...places]),
      }),
    ];
  });

  return projectionSchema.parse({
    format: PROJECTION_FORMAT,
    doc: doc.toJSON() as unknown,
    annotations,
    // The values as set, without who set them and what was read: that is the analyst's own affair.
    facts: facts.map(({ correction: _, ...fact }) => ({
      ...fact,
      status: 'unverified',
      dismissed: false,
      credibility: null,
    })),
    articles,
    textHash: options.textHash,
    ...(options.printed ? { printed: options.printed } : {}),
  });
}

/**
 * What is legal in JSON and not, or not everywhere kept, in XML: non-characters, control characters above ASCII, separators of
 * lines, marks of direction and byte order. JSON.stringify escapes the control characters below and lone surrogates itself.
 */
const FRAGILE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\uffff]/gu;

/** The JSON of `projection` with sorted keys; all its characters can stand in XML and survive it. */
export function projectionJson(projection: Projection): string {
  return sortedJson(projection).replace(FRAGILE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
