// The program's own annotations in a fresh briefing: oddities and claims of the articles, put on the words they are about.
import type { Mark, Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Claim, Fact, Figure, Oddity, Quote } from '../facts/fact.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { PROGRAM_AUTHOR, type Annotation } from './annotation.ts';
import { plainNumber, sharedScale } from './keyFigures.ts';
import { eachTextblock, tiedRanges, type Range } from './queries.ts';
import { quotationParagraphs } from './quotationText.ts';
import { schema } from './schema.ts';

/** More remarks than this on one article are no help; what is left out is said in a message. */
export const MOST_NOTES = 40;

/** A remark about a stretch of an article, before its place in the briefing is known. */
export interface Remark extends Span {
  readonly articleId: string;
  readonly code: string;
  readonly body: string;
  readonly disputed: boolean;
  /** True: it goes on the article's citation when its words are nowhere in the briefing. False: it is left out then. */
  readonly always: boolean;
}

const DIVISION = /^(\d+(?:\.\d+)?) \/ (\d+(?:\.\d+)?) = (.+)$/u;

/** A computation for readers: "1752000000 / 570000000 = 3.07" as "1,752 / 570 = 3.07"; other forms as they are. */
export function workingWords(computed: string): string {
  const division = DIVISION.exec(computed);
  if (!division) return computed;
  const above = Number(division[1]);
  const below = Number(division[2]);
  if (!(above > 0 && below > 0)) return computed;
  const scale = sharedScale([above, below]);
  return `${plainNumber(above / scale)} / ${plainNumber(below / scale)} = ${division[3]}`;
}

function claimRemark(claim: Claim): Remark {
  const words = `“${claim.text.split(/\s+/u).join(' ')}”`;
  const working = claim.computed === null ? '' : `: ${workingWords(claim.computed)}`;
  const body =
    claim.verdict === 'supported'
      ? `${words} is supported by the article’s figures${working}.`
      : claim.verdict === 'contradicted'
        ? `${words} is contradicted by the article’s figures${working}.`
        : `${words} is not checked. ${claim.reason ?? 'The article does not give the figures it would be computed from.'}`;
  return {
    articleId: claim.articleId,
    start: claim.start,
    end: claim.end,
    code: `claim-${claim.verdict}`,
    body,
    disputed: claim.verdict === 'contradicted',
    always: claim.verdict !== 'supported',
  };
}

/** The remarks on one article, in the order of its text. */
export function remarksOf(oddities: readonly Oddity[], claims: readonly Claim[]): Remark[] {
  const remarks = [
    ...oddities.map((oddity): Remark => ({ ...oddity, body: oddity.note, disputed: false, always: true })),
    ...claims.filter((claim) => !claim.dismissed).map(claimRemark),
  ];
  return remarks.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface QuotationPlace {
  readonly quote: Quote;
  /** Start of the content of each quotationText, with the article's offset of each character after its opening mark. */
  readonly paragraphs: readonly { readonly start: number; readonly offsets: readonly number[] }[];
}

/** Where the words of the articles stand in a fresh document. */
interface Places {
  readonly figures: readonly { readonly figure: Figure; readonly range: Range }[];
  readonly quotations: readonly QuotationPlace[];
  /** By article: the words of the first paragraph that cites it. */
  readonly citing: ReadonlyMap<string, Range>;
  /** Words that are always there: the first words of the document. */
  readonly first: Range | null;
}

/** The first text of a block that an annotation can stand on; null in a block without text. */
function wordsRange(block: Node, start: number): Range | null {
  let range: Range | null = null;
  block.forEach((child, offset) => {
    if (range === null && child.isText) range = { from: start + offset, to: start + offset + child.nodeSize };
  });
  return range;
}

function placesIn(doc: Node, articles: readonly Article[], facts: readonly Fact[]): Places {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const texts = new Map(articles.map((article) => [article.id, article.text]));
  const figures: { figure: Figure; range: Range }[] = [];
  const quotations: QuotationPlace[] = [];
  const reports = new Map<string, Range>();
  const others = new Map<string, Range>();
  let first: Range | null = null;
  doc.descendants((node, position) => {
    if (node.type !== schema.nodes.quotation) return true;
    const quote = byId.get(String(node.attrs['factId']));
    if (quote?.kind !== 'quote') return true;
    const paragraphs = quotationParagraphs(texts.get(quote.articleId) ?? '', quote);
    const places: { start: number; offsets: readonly number[] }[] = [];
    node.forEach((child, offset, index) => {
      const offsets = paragraphs[index]?.offsets;
      // Two tokens open the nodes, one character is the opening mark.
      if (child.type === schema.nodes.quotationText && offsets) places.push({ start: position + offset + 3, offsets });
    });
    quotations.push({ quote, paragraphs: places });
    return true;
  });
  eachTextblock(doc, (block, start, parent) => {
    for (const { id, from, to } of tiedRanges(block, start, 'figure')) {
      const figure = byId.get(id);
      if (figure?.kind === 'figure') figures.push({ figure, range: { from, to } });
    }
    const words = wordsRange(block, start);
    if (words) first ??= words;
    const reporting = parent === doc && block.attrs['voice'] === 'report';
    block.forEach((child) => {
      if (child.type !== schema.nodes.citation || !words) return;
      const id = String(child.attrs['articleId']);
      const map = reporting ? reports : others;
      if (!map.has(id)) map.set(id, words);
    });
  });
  return { figures, quotations, citing: new Map([...others, ...reports]), first };
}

/** The characters of one paragraph of a quotation that stand within `span` of the article. */
function withinQuotation(place: QuotationPlace, span: Span): Range | null {
  if (!overlaps(place.quote, span)) return null;
  for (const { start, offsets } of place.paragraphs) {
    const from = offsets.findIndex((offset) => offset >= span.start && offset < span.end);
    if (from < 0) continue;
    let to = from;
    while (to < offsets.length && (offsets[to] ?? Infinity) < span.end) to++;
    return { from: start + from, to: start + to };
  }
  return null;
}

function placeOf(remark: Remark, places: Places): Range | null {
  const about = places.figures.filter(({ figure }) => figure.articleId === remark.articleId);
  // The figure itself, when the remark is about no more than it.
  const exact = about.find(({ figure }) => contains(figure, remark));
  if (exact) return exact.range;
  for (const quotation of places.quotations) {
    if (quotation.quote.articleId !== remark.articleId) continue;
    const range = withinQuotation(quotation, remark);
    if (range) return range;
  }
  const touched = about.find(({ figure }) => overlaps(figure, remark));
  if (touched) return touched.range;
  return remark.always ? (places.citing.get(remark.articleId) ?? places.first) : null;
}

/** `node` with each mark put on the text of its range; positions do not change. `start`: position of its content. */
function withMarks(node: Node, start: number, marks: readonly { readonly range: Range; readonly mark: Mark }[]): Node {
  const end = start + node.content.size;
  const here = marks.filter(({ range }) => range.from < end && range.to > start);
  if (here.length === 0) return node;
  const children: Node[] = [];
  node.forEach((child, offset) => {
    const from = start + offset;
    if (!child.isText) {
      children.push(child.isLeaf ? child : withMarks(child, from + 1, here));
      return;
    }
    const size = child.nodeSize;
    const cuts = new Set([0, size]);
    for (const { range } of here) {
      for (const cut of [range.from - from, range.to - from]) if (cut > 0 && cut < size) cuts.add(cut);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    sorted.slice(0, -1).forEach((cut, index) => {
      const piece = child.cut(cut, sorted[index + 1]);
      const set = here
        .filter(({ range }) => range.from <= from + cut && range.to > from + cut)
        .reduce((all, { mark }) => mark.addToSet(all), piece.marks);
      children.push(piece.mark(set));
    });
  });
  return node.type.create(node.attrs, children, node.marks);
}

export interface Noted {
  readonly doc: Node;
  readonly annotations: readonly Annotation[];
  /** How many remarks were left out because an article had more than `MOST_NOTES`. */
  readonly omitted: number;
}

/** Writes the remarks into a fresh document as annotations; `at` is their time. Ids come from article, code and place. */
export function noteRemarks(
  doc: Node,
  remarks: readonly Remark[],
  articles: readonly Article[],
  facts: readonly Fact[],
  at: string,
): Noted {
  const places = placesIn(doc, articles, facts);
  const annotations: Annotation[] = [];
  const marks: { range: Range; mark: Mark }[] = [];
  const perArticle = new Map<string, number>();
  const ids = new Set<string>();
  let omitted = 0;
  for (const remark of remarks) {
    const range = placeOf(remark, places);
    const id = `note-${remark.articleId}-${remark.code}-${remark.start}-${remark.end}`;
    if (!range || ids.has(id)) continue;
    const count = (perArticle.get(remark.articleId) ?? 0) + 1;
    perArticle.set(remark.articleId, count);
    if (count > MOST_NOTES) {
      omitted++;
      continue;
    }
    ids.add(id);
    marks.push({ range, mark: schema.marks.annotation.create({ id }) });
    annotations.push({
      id,
      author: PROGRAM_AUTHOR,
      at,
      body: remark.body,
      status: remark.disputed ? 'disputed' : 'unverified',
      confidence: null,
      tags: [remark.code],
      replies: [],
      resolved: false,
      export: true,
    });
  }
  return { doc: withMarks(doc, 0, marks), annotations, omitted };
}
