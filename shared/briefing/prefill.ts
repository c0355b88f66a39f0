// prefill: articles and their facts, poured into a template, become a briefing; the door of shared/briefing.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { outcome, type Message, type Outcome } from '../base/result.ts';
import type { Fact, Facts, Quote } from '../facts/fact.ts';
import { contains } from '../text/span.ts';
import type { Briefing } from './briefing.ts';
import { periodWords } from './dateWords.ts';
import { chooseFigures, keyFiguresTable, yearlyChange } from './keyFigures.ts';
import { noteRemarks, remarksOf } from './programNotes.ts';
import { paragraphCounter } from './queries.ts';
import { attributionText, markedParagraphs } from './quotationText.ts';
import { chronology, nameList, reporting, type Reported } from './reporting.ts';
import { schema } from './schema.ts';
import type { Fill, Template, TemplateSection } from './template.ts';

/** decisions.md, How much is prefilled. */
export const MOST_QUOTATIONS = 8;
/** A mixed quote of fewer words is a turn of phrase: it stands in a sentence, not in a block of its own. */
const LEAST_MIXED_WORDS = 5;

export interface PrefillInput {
  readonly articles: readonly Article[];
  /** The original bytes by article id. */
  readonly sources: ReadonlyMap<string, Uint8Array>;
  /** In the order of `articles`. */
  readonly facts: readonly Facts[];
  readonly template: Template;
  readonly title?: string;
  readonly to?: string;
  readonly from?: string;
  readonly reference?: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly banner?: string | null;
  readonly author: string;
  /** BCP 47 tag of the briefing's own words; `en-GB` when absent. */
  readonly language?: string;
  /** ISO 8601 instant: the time of the program's annotations. */
  readonly now: string;
}

/** The facts of all articles as a briefing holds them. */
export function flatFacts(facts: readonly Facts[]): Fact[] {
  return facts.flatMap((one) => [...one.quotes, ...one.figures, ...one.dates, ...one.names, ...one.claims]);
}

function chooseQuotes(all: readonly Quote[]): Quote[] {
  const fit = all.filter(
    (quote) =>
      !quote.dismissed &&
      /[\p{L}\p{N}]/u.test(quote.text) &&
      (quote.quoteKind === 'direct' ||
        (quote.quoteKind === 'mixed' && quote.text.split(/\s+/u).length >= LEAST_MIXED_WORDS)),
  );
  // With a speaker before without, whole before mixed; the order of the text is kept within and in the result.
  const rank = (quote: Quote): number => (quote.speaker ? 0 : 2) + (quote.quoteKind === 'direct' ? 0 : 1);
  const best = [...fit].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_QUOTATIONS);
  return fit.filter((quote) => best.includes(quote));
}

function quotationNode({ article, paragraphAt }: Reported, quote: Quote): Node | null {
  const paragraphs = markedParagraphs(article.text, quote);
  if (paragraphs.length === 0) return null;
  const attribution = attributionText(quote);
  const citation = schema.nodes.citation.create({
    articleId: article.id,
    factId: quote.id,
    locator: `paragraph ${paragraphAt(quote.start)}`,
  });
  return schema.nodes.quotation.create(
    { factId: quote.id, speaker: quote.speaker?.name ?? quote.speaker?.text ?? null },
    [
      ...paragraphs.map((words) => schema.nodes.quotationText.create(null, schema.text(words))),
      schema.nodes.attribution.create(null, attribution ? [schema.text(attribution), citation] : [citation]),
    ],
  );
}

function report(words: string): Node {
  return schema.nodes.paragraph.create({ voice: 'report' }, schema.text(words));
}

function keyFigures(reported: readonly Reported[]): Node[] {
  const figures = reported.flatMap((one) => one.figures);
  if (figures.length === 0) return [];
  const byArticle = new Map(reported.map((one) => [one.article.id, one]));
  const table = keyFiguresTable(figures, (figure) => {
    const place = byArticle.get(figure.articleId);
    return { articleText: place?.article.text ?? '', paragraph: place?.paragraphAt(figure.start) ?? 1 };
  });
  const computed = figures.some((figure) => yearlyChange(figure, figures));
  return computed ? [table, report('Yearly changes are computed from the cited values.')] : [table];
}

/** The blocks of each fill; an empty list when the articles give nothing for it. */
const FILLERS: Readonly<Record<Fill, (reported: readonly Reported[]) => Node[]>> = {
  reporting: (reported) => reported.flatMap(reporting),
  keyFigures,
  quotations: (reported) => reported.flatMap((one) => one.quotes.flatMap((quote) => quotationNode(one, quote) ?? [])),
  chronology,
  names: nameList,
  sources: () => [schema.nodes.sourceList.create()],
};

/** What is asked where a fill found nothing and the template asks nothing itself. */
const NOTHING_FOUND = 'Nothing was found in the sources to put here. Write it, or delete the section.';
const NO_SOURCE = 'What do the sources report? Insert quotations and figures from them here.';

function sectionNodes(section: TemplateSection, reported: readonly Reported[]): Node[] {
  const filled = (section.fill ?? []).flatMap((fill) => FILLERS[fill](reported));
  const prompt =
    section.prompt ?? (filled.length > 0 || !section.fill ? null : reported.length > 0 ? NOTHING_FOUND : NO_SOURCE);
  const asked = prompt !== null || filled.length === 0 ? [schema.nodes.paragraph.create({ prompt })] : [];
  return [
    schema.nodes.heading.create({ level: 1, slot: section.id }, schema.text(section.heading)),
    ...filled,
    ...asked,
  ];
}

/** A plain title from what is known of the article; empty without one. */
function plainTitle(reported: readonly Reported[]): string {
  const one = reported[0];
  if (!one) return '';
  const words = (measure: string | null | undefined): string => measure?.split(/\s+/u).join(' ') ?? '';
  // A speaker is named only with what stands in the speaker's own words.
  for (const quote of one.quotes) {
    const inside = one.figures.find((figure) => figure.measure && contains(quote, figure));
    if (quote.speaker?.name && inside) return `${quote.speaker.name} on ${words(inside.measure)}`;
  }
  const measure = words(one.figures.find((figure) => figure.measure)?.measure);
  if (measure) return measure.charAt(0).toUpperCase() + measure.slice(1);
  const speaker = one.quotes.find((quote) => quote.speaker?.name)?.speaker?.name;
  if (speaker) return `Statements by ${speaker}`;
  const outlet = one.article.publisher ?? one.article.byline ?? one.article.fileName;
  return `Report from ${outlet}${one.article.published ? `, ${periodWords(one.article.published)}` : ''}`;
}

/** The title of the briefing, and a message when it had to be made up. */
function titleOf(input: PrefillInput, reported: readonly Reported[]): { text: string; messages: Message[] } {
  const given = input.title?.trim();
  if (given) return { text: given, messages: [] };
  const own = input.articles.find((article) => article.title)?.title;
  if (own) return { text: own.split(/\s+/u).join(' '), messages: [] };
  const text = plainTitle(reported);
  if (!text) return { text, messages: [] };
  return {
    text,
    messages: [
      {
        code: 'title-made',
        text: `The article has no title. The briefing is called “${text}” until you give it another.`,
      },
    ],
  };
}

function titleBlock(input: PrefillInput, title: string): Node {
  const words: Readonly<Record<string, string | undefined>> = {
    reference: input.reference,
    to: input.to,
    from: input.from,
    date: periodWords(input.date),
  };
  const inline = (text: string | undefined): Node[] => (text ? [schema.text(text)] : []);
  return schema.nodes.titleBlock.create(null, [
    schema.nodes.title.create(null, inline(title)),
    ...input.template.details.map((name) => schema.nodes.detail.create({ name }, inline(words[name]?.trim()))),
  ]);
}

/**
 * Makes the briefing of `articles`. Deterministic: ids come from the articles, times and the date from the input. With no
 * article it is the empty template. Nothing in it is left to settle (decisions.md): words are copied, never changed.
 * Throws RangeError when `facts` and `articles` do not go together or `date` is no date.
 */
export function prefill(input: PrefillInput): Outcome<Briefing> {
  if (input.facts.length !== input.articles.length) {
    throw new RangeError(`There are ${input.articles.length} articles but ${input.facts.length} lists of facts.`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(input.date)) throw new RangeError(`"${input.date}" is not a date as YYYY-MM-DD.`);
  const chosenFigures = new Set(
    chooseFigures(
      input.facts.flatMap((facts) => facts.figures),
      input.facts.flatMap((facts) => facts.claims),
    ),
  );
  const order = [...chosenFigures];
  const chosenQuotes = new Set(chooseQuotes(input.facts.flatMap((facts) => facts.quotes)));
  const reported = input.articles.map((article, index): Reported => {
    const facts = input.facts[index] as Facts;
    return {
      article,
      facts,
      paragraphAt: paragraphCounter(article.text),
      figures: order.filter((figure) => figure.articleId === article.id),
      quotes: facts.quotes.filter((quote) => chosenQuotes.has(quote)),
    };
  });
  const messages: Message[] = [];
  const title = titleOf(input, reported);
  messages.push(...title.messages);
  const banner = input.banner?.trim() || null;
  if (banner === null && input.articles.length > 0) {
    messages.push({ code: 'no-banner', text: 'No banner was given, so none is printed.' });
  }
  const language = input.language ?? 'en-GB';
  const plain = schema.nodes.doc.create({ banner, lang: language, numbered: input.template.numbered ?? false }, [
    titleBlock(input, title.text),
    ...input.template.sections.flatMap((section) => sectionNodes(section, reported)),
  ]);
  const facts = flatFacts(input.facts);
  const remarks = input.facts.flatMap((one) => remarksOf(one.oddities, one.claims));
  const noted = noteRemarks(plain, remarks, input.articles, facts, input.now);
  if (noted.omitted > 0) {
    messages.push({
      code: 'notes-omitted',
      text: `${noted.omitted} more remarks on the articles were left out of the briefing; they stand beside the source.`,
    });
  }
  noted.doc.check();
  return outcome(
    {
      doc: noted.doc,
      articles: input.articles,
      media: new Map(),
      sources: input.sources,
      facts,
      annotations: noted.annotations,
      settings: { template: input.template.id, author: input.author, language },
    },
    messages,
  );
}
