// The program's own annotations in a fresh briefing: oddities and claims of the articles, put on the words they are about.
import type { Mark, Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Claim, Fact, Figure, Oddity, Quote } from '../facts/fact.ts';
import { sentences } from '../text/sentences.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { PROGRAM_AUTHOR, type Annotation } from './annotation.ts';
import { plainNumber, sharedScale } from './keyFigures.ts';
import { eachTextblock, paragraphCounter, tiedRanges, type Range } from './queries.ts';
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
  /** Paragraphs in the voice of reporting, with the articles they cite. */
  readonly reports: readonly { readonly text: string; readonly start: number; readonly cites: ReadonlySet<string> }[];
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
  const reports: { text: string; start: number; cites: ReadonlySet<string> }[] = [];
  const introducing = new Map<string, Range>();
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
    const reporting = block.attrs['voice'] === 'report';
    const cites = new Set<string>();
    block.forEach((child) => {
      if (child.type === schema.nodes.citation) cites.add(String(child.attrs['articleId']));
    });
    if (reporting && cites.size > 0) {
      reports.push({ text: block.textBetween(0, block.content.size, undefined, '\uFFFC'), start, cites });
    }
    const map = reporting && parent === doc ? introducing : others;
    for (const id of cites) if (words && !map.has(id)) map.set(id, words);
  });
  return { figures, quotations, reports, citing: new Map([...others, ...introducing]), first };
}

/** The words of `remark` where one paragraph of reporting repeats them, once. */
function inReports(remark: Remark, source: Source, places: Places): Range | null {
  const words = tellingWords(source, remark);
  if (words === null) return null;
  const found = places.reports.flatMap(({ text, start, cites }) => {
    const at = cites.has(remark.articleId) ? text.indexOf(words) : -1;
    return at < 0 ? [] : [{ from: start + at, to: start + at + words.length }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
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

/** What the placing of remarks needs of an article. */
interface Source {
  readonly text: string;
  readonly paragraphAt: (offset: number) => number;
  readonly sentenceAt: (offset: number) => Span | null;
}

function sourceOf(text: string): Source {
  let spans: readonly Span[] | null = null;
  return {
    text,
    paragraphAt: paragraphCounter(text),
    sentenceAt: (offset) => {
      spans ??= sentences(text);
      return spans.find((one) => one.start <= offset && offset < one.end) ?? null;
    },
  };
}

function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

/** Words that can be told from others where they stand again: more than one, and not a few letters. */
const LEAST_WORDS_LENGTH = 12;

function tellingWords(source: Source, span: Span): string | null {
  const words = source.text.slice(span.start, span.end).split(/\s+/u).filter(Boolean).join(' ');
  return words.length >= LEAST_WORDS_LENGTH && words.includes(' ') ? words : null;
}

interface Placed {
  readonly range: Range;
  /** True when the words themselves stand there; false for the nearest figure or the sentence that cites the article. */
  readonly exact: boolean;
}

/** Where a remark's words stand in the briefing; the first that fits of figure, quotation, figure touched, reporting. */
function exactPlace(remark: Remark, places: Places, source: Source): Range | null {
  const about = places.figures.filter(({ figure }) => figure.articleId === remark.articleId);
  const exact = about.find(({ figure }) => contains(figure, remark));
  if (exact) return exact.range;
  for (const quotation of places.quotations) {
    if (quotation.quote.articleId !== remark.articleId) continue;
    const range = withinQuotation(quotation, remark);
    if (range) return range;
  }
  const touched = about.find(({ figure }) => overlaps(figure, remark));
  return touched?.range ?? inReports(remark, source, places);
}

function placeOf(remark: Remark, places: Places, source: Source): Placed | null {
  const exact = exactPlace(remark, places, source);
  if (exact) return { range: exact, exact: true };
  if (!remark.always) return null;
  // The nearest figure that the same sentence gives; else where the article is cited.
  const sentence = source.sentenceAt(remark.start);
  const near = places.figures
    .filter(({ figure }) => figure.articleId === remark.articleId && sentence && contains(sentence, figure))
    .sort((a, b) => distance(a.figure, remark) - distance(b.figure, remark))[0];
  const range = near?.range ?? places.citing.get(remark.articleId) ?? places.first;
  return range ? { range, exact: false } : null;
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
  const sources = new Map(articles.map((article) => [article.id, sourceOf(article.text)]));
  const annotations = new Map<Remark, Annotation>();
  const marks: { range: Range; mark: Mark }[] = [];
  const perArticle = new Map<string, number>();
  const ids = new Set<string>();
  let omitted = 0;
  // When there are too many, those that dispute something stay.
  for (const remark of [...remarks].sort((a, b) => Number(b.disputed) - Number(a.disputed))) {
    const source = sources.get(remark.articleId);
    const id = `note-${remark.articleId}-${remark.code}-${remark.start}-${remark.end}`;
    if (!source || ids.has(id)) continue;
    const count = perArticle.get(remark.articleId) ?? 0;
    if (count >= MOST_NOTES) {
      omitted++;
      continue;
    }
    const place = placeOf(remark, places, source);
    if (!place) continue;
    perArticle.set(remark.articleId, count + 1);
    ids.add(id);
    marks.push({ range: place.range, mark: schema.marks.annotation.create({ id }) });
    const words = place.exact ? null : tellingWords(source, remark);
    const named = words === null || remark.body.startsWith(`“${words}”`) ? '' : `, “${words}”`;
    annotations.set(remark, {
      id,
      author: PROGRAM_AUTHOR,
      at,
      body: words === null ? remark.body : `Paragraph ${source.paragraphAt(remark.start)}${named}: ${remark.body}`,
      status: remark.disputed ? 'disputed' : 'unverified',
      confidence: null,
      tags: [remark.code],
      replies: [],
      resolved: false,
      // A supported claim is the analyst's to know; the reader is told of what is odd or does not hold (decisions.md).
      export: remark.always,
    });
  }
  const inOrder = remarks.flatMap((remark) => annotations.get(remark) ?? []);
  return { doc: withMarks(doc, 0, marks), annotations: inOrder, omitted };
}
