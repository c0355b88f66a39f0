// checkBySources: a Word file that carries no sources against texts that are given: each quotation and each number looked up.
import type { Article } from '../article/article.ts';
import { chartNumber } from '../briefing/chartText.ts';
import { schema } from '../briefing/schema.ts';
import type { Check } from '../check/check.ts';
import { shortened } from '../check/findingWords.ts';
import { ownNumbers } from '../check/ownNumbers.ts';
import { readFigures } from '../check/readFigures.ts';
import { extractFacts } from '../facts/extractFacts.ts';
import type { Span } from '../text/span.ts';
import { lineKey } from './lines.ts';
import { bareWords, countWords, cutFinding, figureFinder, quotationFinder, quotedWords } from './locate.ts';
import { isQuotation } from './quoteStyle.ts';
import type { SentDocument } from './readSent.ts';
import type { SentParagraph } from './words.ts';

export interface SourcesCheck {
  readonly checks: readonly Check[];
  /** How many quotations and numbers were looked up. */
  readonly quotations: number;
  readonly figures: number;
}

/** Styles whose numbers are no statements: titles, details, captions, entries of the list of sources (decisions.md, Checks). */
const NUMBERS_ALLOWED = /^(?:title|subtitle|details|caption|prompt|source ?entry|header|footer)$/iu;
/** Quotation marks around so few words are hardly ever somebody's words. */
const FEW_WORDS = 2;

/** True for the title of a source, whole or cut after a word as short citations have it. */
function isTitle(words: string, titles: readonly string[]): boolean {
  const key = lineKey(words);
  const cut = key.endsWith(' ...') ? key.slice(0, -4) : null;
  return titles.some((title) => title === key || (cut !== null && cut !== '' && title.startsWith(cut)));
}

interface Quotation extends Span {
  readonly text: string;
  /** Its paragraphs: two quotations of which neither says whose words it is stand side by side like one. */
  readonly parts: readonly string[];
}

/** The quotations of the file: whole paragraphs in a style for them, words between marks elsewhere. Places count in `text`. */
function quotationsOf(
  paragraphs: readonly SentParagraph[],
  spans: readonly Span[],
  text: string,
  titles: readonly string[],
): Quotation[] {
  const found: Quotation[] = [];
  const plain: Span[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const first = spans[at] as Span;
    if (!isQuotation(paragraphs[at] as SentParagraph)) {
      plain.push(first);
      continue;
    }
    let to = at;
    while (paragraphs[to + 1] && isQuotation(paragraphs[to + 1] as SentParagraph)) to++;
    const span = { start: first.start, end: spans[to]?.end ?? first.end };
    const parts = spans.slice(at, to + 1).map((one) => text.slice(one.start, one.end));
    found.push({ ...span, text: text.slice(span.start, span.end), parts });
    at = to;
  }
  for (const words of quotedWords(text, plain))
    if (!isTitle(words.text, titles)) found.push({ ...words, parts: [words.text] });
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Looks up every direct quotation (marks around words, or a style for quotations) and every number of the body, and the
 * quotations of notes. Places of the findings count in the paragraphs joined by a blank line.
 */
export function checkBySources(
  sent: Pick<SentDocument, 'body' | 'notes' | 'charts'>,
  articles: readonly Article[],
): SourcesCheck {
  const body = sent.body.filter(({ contents, text }) => !contents && text.trim() !== '');
  const paragraphs = [...body, ...sent.notes.filter(({ text }) => text.trim() !== '')];
  const spans: Span[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    spans.push({ start: text.length, end: text.length + paragraph.text.length });
    text += paragraph.text;
  }
  const titleList = articles.flatMap(({ title }) => (title ? [title] : []));
  const titles = titleList.map(lineKey);
  const read = articles.map((article) => extractFacts(article).value);
  const findQuotation = quotationFinder(
    articles,
    read.flatMap(({ quotes }) => quotes),
  );
  const checks: Check[] = [];
  const counts = new Map<string, number>();
  const add = (
    check: Omit<Check, 'id' | 'factId' | 'annotationId' | 'diff'> & { readonly diff?: Check['diff'] },
  ): void => {
    const number = (counts.get(check.kind) ?? 0) + 1;
    counts.set(check.kind, number);
    checks.push({ factId: null, annotationId: null, diff: null, ...check, id: `${check.kind}:sent:${number}` });
  };

  const quotations = quotationsOf(paragraphs, spans, text, titles);
  quotations.forEach((quotation, index) => {
    const located = findQuotation(quotation.text);
    const place = { from: quotation.start, to: quotation.end };
    const name = `Quotation ${index + 1}`;
    if (!located && quotation.parts.length > 1 && quotation.parts.every((part) => findQuotation(part) !== null)) return;
    if (!located) {
      const few = countWords(quotation.text) <= FEW_WORDS;
      add({
        ...place,
        kind: 'source-not-located',
        severity: few ? 'look' : 'settle',
        title: `${name} is not located in the sources given`,
        detail: `“${shortened(bareWords(quotation.text))}” stands in none of them with these words.`,
      });
    } else {
      const cut = cutFinding(located, name.toLowerCase());
      if (cut) add({ ...place, ...cut });
    }
  });

  const findFigure = figureFinder(read.flatMap((facts) => facts.figures));
  let figures = 0;
  let next = 0;
  body.forEach((paragraph, index) => {
    if (NUMBERS_ALLOWED.test(paragraph.styleName ?? '') || NUMBERS_ALLOWED.test(paragraph.style ?? '')) return;
    const { start, end } = spans[index] as Span;
    while ((quotations[next]?.end ?? Infinity) <= start) next++;
    const inside: Span[] = [];
    for (let at = next; (quotations[at]?.start ?? Infinity) < end; at++) inside.push(quotations[at] as Span);
    const block = schema.node('paragraph', null, [schema.text(paragraph.text)]);
    const numbers = ownNumbers(block, titleList);
    if (numbers.length === 0) return;
    const inText = new Map(readFigures(paragraph.text).map((figure) => [figure.start, figure]));
    for (const number of numbers) {
      const shown = inText.get(number.start);
      // Numbers within quoted words are the quotation's.
      if (!shown || inside.some((one) => one.start < start + number.end && start + number.start < one.end)) continue;
      figures++;
      if (findFigure(shown, paragraph.inTable)) continue;
      add({
        from: start + number.start,
        to: start + number.end,
        kind: 'unsourced-figure',
        severity: 'look',
        title: `“${shortened(number.text)}” is in none of the sources given`,
        detail: 'No figure of theirs has this value and unit, and none rounds to it.',
      });
    }
  });
  const end = { from: text.length, to: text.length };
  for (const { title, unit, series } of sent.charts) {
    const drawn = series.flatMap(({ categories, values }) =>
      values.flatMap((value, at) => (value === null ? [] : [{ value, category: categories[at] ?? '' }])),
    );
    for (const { value, category } of drawn) {
      figures++;
      const forms = [`${chartNumber(value)} ${unit}`.trim(), chartNumber(value)];
      if (forms.some((form) => readFigures(form).some((shown) => findFigure(shown, true) !== null))) continue;
      add({
        ...end,
        kind: 'unsourced-figure',
        severity: 'look',
        title: `“${shortened(`${category}: ${forms[0] ?? ''}`)}” in ${title === '' ? 'a chart' : `the chart “${shortened(title)}”`} is in none of the sources given`,
        detail: 'No figure of theirs has this value and unit, and none rounds to it.',
      });
    }
  }
  return { checks: checks.sort((a, b) => a.from - b.from), quotations: quotations.length, figures };
}
