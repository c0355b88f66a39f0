// prefill: articles and their facts, poured into a template, become a briefing; the door of shared/briefing.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { outcome, type Message, type Outcome } from '../base/result.ts';
import type { Fact, Facts } from '../facts/fact.ts';
import { contains } from '../text/span.ts';
import type { Briefing } from './briefing.ts';
import { periodWords } from './dateWords.ts';
import { dayWords } from './dayWords.ts';
import { LEAVE_NOTHING_OUT, reportedOf, sectionNodes, type LeaveOut } from './fillings.ts';
import { noteRemarks, remarksOf } from './programNotes.ts';
import type { Reported } from './reporting.ts';
import { schema } from './schema.ts';
import type { Template } from './template.ts';

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
  /** What the analyst unticked in the preview. */
  readonly leaveOut?: LeaveOut;
}

/** The facts of all articles as a briefing holds them. */
export function flatFacts(facts: readonly Facts[]): Fact[] {
  return facts.flatMap((one) => [...one.quotes, ...one.figures, ...one.dates, ...one.names, ...one.claims]);
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
  const { detailWords } = input.template;
  const words: Readonly<Record<string, string | undefined>> = {
    reference: input.reference ?? detailWords?.['reference'],
    to: input.to ?? detailWords?.['to'],
    from: input.from ?? detailWords?.['from'],
    date: dayWords(input.date, input.language ?? 'en-GB'),
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
  const { sources, sections } = input.leaveOut ?? LEAVE_NOTHING_OUT;
  const isIn = (_one: unknown, index: number): boolean => !sources.has(input.articles[index]?.id ?? '');
  const inText = input.facts.filter(isIn);
  const reported = reportedOf(input.articles.filter(isIn), inText);
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
    ...input.template.sections.flatMap((section) => sectionNodes(section, reported, sections.has(section.id))),
  ]);
  const facts = flatFacts(input.facts);
  const remarks = inText.flatMap((one) => remarksOf(one.oddities, one.claims));
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
