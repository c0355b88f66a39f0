// Reporting: the plain sentences, chronology and list of names that introduce an article in its own words.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { DateMention, Facts, Figure, NameMention, Quote } from '../facts/fact.ts';
import { oneLine } from '../text/oneLine.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { periodWords } from './dateWords.ts';
import { overlapFinder } from './overlapFinder.ts';
import { attributionText } from './quotationText.ts';
import { schema } from './schema.ts';

/** One article with its facts and what the fills need to know of it. */
export interface Reported {
  readonly article: Article;
  readonly facts: Facts;
  /** Number of the paragraph at an offset. */
  readonly paragraphAt: (offset: number) => number;
  /** The figures and quotes chosen for the briefing. */
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quote[];
}

const MOST_MEASURES = 4;
const MOST_SPEAKERS = 4;
const MOST_DATES = 8;
const MOST_NAMES = 10;
/** A longer sentence is no entry of a chronology. */
const LONGEST_ENTRY = 300;

/** "a, b and c"; parted by semicolons when the parts hold commas themselves. */
function series(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  const comma = parts.some((part) => part.includes(',')) ? ';' : ',';
  return `${parts.slice(0, -1).join(`${comma} `)}${comma === ';' ? ';' : ''} and ${last}`;
}

function citation({ article, paragraphAt }: Reported, factId: string | null, offset: number | null): Node {
  const locator = offset === null ? null : `paragraph ${paragraphAt(offset)}`;
  return schema.nodes.citation.create({ articleId: article.id, factId, locator });
}

function report(...content: readonly Node[]): Node {
  return schema.nodes.paragraph.create({ voice: 'report' }, content);
}

/** "The Harbour Post published “…” by A. Writer on 7 August 2025, through …." */
function publication({ article }: Reported): string {
  const title = article.title ? `“${oneLine(article.title)}”` : 'an untitled article';
  const date = article.published ? ` on ${periodWords(article.published)}` : '';
  const agency = article.agency && article.agency !== article.publisher ? `, through ${article.agency}` : '';
  const undated = date ? '' : ' It bears no date of publication.';
  if (article.publisher) {
    const by = article.byline ? ` by ${article.byline}` : '';
    return `${article.publisher} published ${title}${by}${date}${agency}.${undated}`;
  }
  const origin = article.byline ? `by ${article.byline}, ` : '';
  return `The source is ${title}, ${origin}${date ? `published${date}` : `read from ${article.fileName}`}${agency}.${undated}`;
}

/** What introduces one article: where it appeared, what its figures measure, whom it quotes. */
export function reporting(reported: Reported): Node[] {
  const first = report(schema.text(publication(reported)), citation(reported, null, null));
  const measures = new Map<string, string>();
  for (const { measure } of reported.figures) {
    // Words with digits are not copied: a number stands only where it is tied to its figure.
    if (measure && !/\d/u.test(measure)) measures.set(oneLine(measure).toLowerCase(), oneLine(measure));
  }
  const speakers = new Set(reported.quotes.map(attributionText).filter((words) => words && !/\d/u.test(words)));
  const rest: string[] = [];
  if (measures.size > 0) rest.push(`It gives figures for ${series([...measures.values()].slice(0, MOST_MEASURES))}.`);
  if (speakers.size > 0) rest.push(`It quotes ${series([...speakers].slice(0, MOST_SPEAKERS))}.`);
  return rest.length > 0 ? [first, report(schema.text(rest.join(' ')))] : [first];
}

/** The words of `span` with every figure in them tied to its fact. */
function tiedWords({ article, facts }: Reported, span: Span): Node[] {
  const nodes: Node[] = [];
  const put = (start: number, end: number, factId: string | null): void => {
    const words = article.text.slice(start, end).replaceAll(/\s+/gu, ' ');
    const marks = factId === null ? [] : [schema.marks.figure.create({ factId })];
    if (words) nodes.push(schema.text(words, marks));
  };
  let at = span.start;
  for (const figure of facts.figures) {
    if (figure.start < at || figure.end > span.end) continue;
    put(at, figure.start, null);
    put(figure.start, figure.end, figure.id);
    at = figure.end;
  }
  put(at, span.end, null);
  return nodes;
}

/** The sentences of an article that a chronology may take over, each with its first date. */
function datedSentences({ article, facts }: Reported): { readonly sentence: Span; readonly date: DateMention }[] {
  // Somebody's words stand in a quotation, and only what the figures support is repeated in our own words.
  const kept = overlapFinder([...facts.quotes, ...facts.claims.filter((claim) => claim.verdict !== 'supported')]);
  const found: { sentence: Span; date: DateMention }[] = [];
  const dates = facts.dates.filter((date) => !date.dismissed);
  let next = 0;
  for (const sentence of sentences(article.text)) {
    while (next < dates.length && (dates[next]?.start ?? 0) < sentence.start) next++;
    const date = dates[next];
    if (!date) break;
    if (date.end > sentence.end || sentence.end - sentence.start > LONGEST_ENTRY || kept(sentence)) continue;
    found.push({ sentence, date });
  }
  return found;
}

/** A list of dated sentences of the articles, by date; each sentence once. */
export function chronology(reported: readonly Reported[]): Node[] {
  const entries = reported
    .flatMap((one) => datedSentences(one).map((found) => ({ one, ...found })))
    .slice(0, MOST_DATES)
    .sort((a, b) => a.date.value.localeCompare(b.date.value, 'en'));
  if (entries.length === 0) return [];
  const items = entries.map(({ one, sentence, date }) => {
    const value = periodWords(date.value);
    const lead = schema.text(`${value.charAt(0).toUpperCase()}${value.slice(1)}: `, [schema.marks.strong.create()]);
    const item = report(lead, ...tiedWords(one, sentence), citation(one, date.id, sentence.start));
    return schema.nodes.listItem.create(null, item);
  });
  return [schema.nodes.bulletList.create(null, items)];
}

/** People and organisations, the most named first, each with its role and first mention. */
export function nameList(reported: readonly Reported[]): Node[] {
  const found = new Map<string, { first: NameMention; one: Reported; count: number; role: string | null }>();
  for (const one of reported) {
    for (const mention of one.facts.names) {
      if (mention.dismissed || (mention.nameKind !== 'person' && mention.nameKind !== 'organisation')) continue;
      const key = `${mention.nameKind} ${mention.name.toLowerCase()}`;
      const known = found.get(key);
      if (known) {
        known.count++;
        known.role ??= mention.role;
      } else found.set(key, { first: mention, one, count: 1, role: mention.role });
    }
  }
  const most = [...found.values()].sort((a, b) => b.count - a.count).slice(0, MOST_NAMES);
  if (most.length === 0) return [];
  const items = most.map(({ first, one, role }) => {
    // Words with digits are not copied, as above.
    const words = oneLine(role && !/\d/u.test(role) ? `${first.name}, ${role}` : first.name);
    const item = report(schema.text(words), citation(one, first.id, first.start));
    return schema.nodes.listItem.create(null, item);
  });
  return [schema.nodes.bulletList.create(null, items)];
}
