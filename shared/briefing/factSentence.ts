// factSentence: a fact as one reporting sentence: who says it, the words or the figure tied to their source, and the citation.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Fact, Figure, Quote } from '../facts/fact.ts';
import { oneLine } from '../text/oneLine.ts';
import { periodWords } from './dateWords.ts';
import { qualifierWords } from './keyFigures.ts';
import { attributionText, isWhole, quotationSource } from './quotationText.ts';
import { schema } from './schema.ts';

type Outlet = Pick<Article, 'id' | 'text' | 'publisher' | 'byline' | 'fileName'>;

/** Who reports: the outlet, else the author, else the file. */
function outletWords(article: Outlet): string {
  return article.publisher ?? article.byline ?? article.fileName;
}

function text(words: string): Node[] {
  return words === '' ? [] : [schema.text(words)];
}

/** The words of `[start, end)` with each figure in them tied to its fact. */
function wordsWithFigures(article: Outlet, start: number, end: number, figures: readonly Figure[]): Node[] {
  const nodes: Node[] = [];
  let at = start;
  const plain = (to: number): void => {
    nodes.push(...text(article.text.slice(at, to).replaceAll(/\s+/gu, ' ')));
    at = to;
  };
  for (const figure of [...figures].sort((a, b) => a.start - b.start)) {
    if (figure.articleId !== article.id || figure.dismissed || figure.start < at || figure.end > end) continue;
    plain(figure.start);
    const tie = schema.marks.figure.create({ factId: figure.id });
    nodes.push(schema.text(oneLine(article.text.slice(figure.start, figure.end)), [tie]));
    at = figure.end;
  }
  plain(end);
  return nodes;
}

const ENDS = /[.!?…]["”’»]?$/u;

/** Name and role as they stand before a verb: with a comma behind the role as well. */
function speakerWords(quote: Quote): string {
  const words = attributionText(quote);
  return words.includes(', ') ? `${words},` : words;
}

function quoteSentence(quote: Quote, article: Outlet, figures: readonly Figure[]): Node[] {
  const speaker = speakerWords(quote);
  const outlet = outletWords(article);
  if (quote.quoteKind === 'indirect') {
    const words = wordsWithFigures(article, quote.start, quote.end, figures);
    const that = /^that\s/iu.test(article.text.slice(quote.start, quote.end)) ? '' : 'that ';
    const stop = ENDS.test(article.text.slice(quote.start, quote.end)) ? '' : '.';
    return [...text(speaker ? `${speaker} said ${that}` : `${outlet} reports ${that}`), ...words, ...text(stop)];
  }
  const words = oneLine(quotationSource(article.text, quote));
  const tied = schema.text(words, [schema.marks.quoted.create({ factId: quote.id })]);
  if (!isWhole(quote)) {
    // The article speaks in these words too, so they are not put into the speaker's mouth alone.
    const lead = speaker ? `${speaker.replace(/,$/u, '')}, in the words of ${outlet}: ` : `${outlet} writes: `;
    return [...text(lead), tied, ...text(ENDS.test(words) ? '' : '.')];
  }
  const lead = speaker ? `${speaker} said: “` : `${outlet} reports the words: “`;
  return [...text(lead), tied, ...text(ENDS.test(words) ? '”' : '”.')];
}

/** The direction of a change as a noun: "gives up 18 per cent" would say another thing. */
const CHANGES: Readonly<Record<string, string>> = { up: 'a rise of', down: 'a fall of' };

function figureSentence(figure: Figure, article: Outlet): Node[] {
  const qualifier = CHANGES[figure.qualifier] ?? qualifierWords(article.text, figure);
  const tie = schema.marks.figure.create({ factId: figure.id });
  // Words with digits are not copied: a number stands only where it is tied to its figure.
  const measure = figure.measure !== null && !/\d/u.test(figure.measure) ? ` for ${oneLine(figure.measure)}` : '';
  const period = figure.period === null ? '' : `${measure ? ',' : ' for'} ${periodWords(figure.period)}`;
  return [
    ...text(`${outletWords(article)} gives ${qualifier ? `${qualifier} ` : ''}`),
    schema.text(oneLine(figure.text), [tie]),
    ...text(`${measure}${period}.`),
  ];
}

/**
 * One sentence that reports `fact` and ends with its citation; null for kinds that are not reported (dates, names, claims).
 * `figures`: those of the article, tied where reported words hold them. `citation` stands behind the full stop.
 */
export function factSentence(
  fact: Fact,
  article: Outlet,
  figures: readonly Figure[],
  citation: Node,
): readonly Node[] | null {
  if (fact.kind === 'quote') return [...quoteSentence(fact, article, figures), citation];
  if (fact.kind === 'figure') return [...figureSentence(fact, article), citation];
  return null;
}
