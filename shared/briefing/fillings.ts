// Fillings: the blocks that each fill of a template makes out of articles and their facts, and what is asked where there are none.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Facts, Quote } from '../facts/fact.ts';
import { boilerplateOf } from './boilerplate.ts';
import { chooseFigures, keyFiguresTable, yearlyChange } from './keyFigures.ts';
import { paragraphCounter } from './queries.ts';
import { attributionText, markedParagraphs } from './quotationText.ts';
import { chronology, nameList, reporting, type Reported } from './reporting.ts';
import { schema } from './schema.ts';
import type { Fill, TemplateSection } from './template.ts';

/** decisions.md, How much is prefilled. */
export const MOST_QUOTATIONS = 8;
/** A mixed quote of fewer words is a turn of phrase: it stands in a sentence, not in a block of its own. */
const LEAST_MIXED_WORDS = 5;

/** What a prefill leaves out, as the analyst chose in its preview. */
export interface LeaveOut {
  /** Ids of articles that stay among the sources, while nothing of them is written into the text. */
  readonly sources: ReadonlySet<string>;
  /** Ids of sections that are not prefilled. */
  readonly sections: ReadonlySet<string>;
}

export const LEAVE_NOTHING_OUT: LeaveOut = { sources: new Set(), sections: new Set() };

/** Said under a table that gives yearly changes. */
export const CHANGES_SENTENCE = 'Yearly changes are computed from the cited values.';

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

/** The articles with the facts chosen from all of them together. `facts` go with `articles`, in their order. */
export function reportedOf(articles: readonly Article[], facts: readonly Facts[]): Reported[] {
  const order = chooseFigures(
    facts.flatMap((one) => one.figures),
    facts.flatMap((one) => one.claims),
  );
  const quotes = new Set(chooseQuotes(facts.flatMap((one) => one.quotes)));
  return articles.flatMap((article, index): Reported[] => {
    const own = facts[index];
    if (!own) return [];
    return [
      {
        article,
        facts: own,
        paragraphAt: paragraphCounter(article.text),
        figures: order.filter((figure) => figure.articleId === article.id),
        quotes: own.quotes.filter((quote) => quotes.has(quote)),
      },
    ];
  });
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

function keyFigures(reported: readonly Reported[]): Node[] {
  const figures = reported.flatMap((one) => one.figures);
  if (figures.length === 0) return [];
  const byArticle = new Map(reported.map((one) => [one.article.id, one]));
  const table = keyFiguresTable(figures, (figure) => {
    const place = byArticle.get(figure.articleId);
    return { articleText: place?.article.text ?? '', paragraph: place?.paragraphAt(figure.start) ?? 1 };
  });
  if (!figures.some((figure) => yearlyChange(figure, figures))) return [table];
  return [table, schema.nodes.paragraph.create({ voice: 'report' }, schema.text(CHANGES_SENTENCE))];
}

const FILLERS: Readonly<Record<Fill, (reported: readonly Reported[]) => Node[]>> = {
  reporting: (reported) => reported.flatMap(reporting),
  keyFigures,
  quotations: (reported) => reported.flatMap((one) => one.quotes.flatMap((quote) => quotationNode(one, quote) ?? [])),
  chronology,
  names: nameList,
  sources: () => [schema.nodes.sourceList.create()],
};

/** The blocks of one fill; an empty list when the articles give nothing for it. */
export function fillNodes(fill: Fill, reported: readonly Reported[]): Node[] {
  return FILLERS[fill](reported);
}

/** What is asked where a fill found nothing and the template asks nothing itself. */
const NOTHING_FOUND = 'Nothing was found in the sources to put here. Write it, or delete the section.';
const NO_SOURCE = 'What do the sources report? Insert quotations and figures from them here.';

/** What an empty field of `section` asks; null where it need not be asked. `filled`: it holds something already. */
export function askedIn(section: TemplateSection, filled: boolean, hasSources: boolean): string | null {
  if (section.prompt !== undefined) return section.prompt;
  if (filled || !section.fill) return null;
  return hasSources ? NOTHING_FOUND : NO_SOURCE;
}

/** The heading of a section, and what it holds at the start. `leave`: it is not prefilled. */
export function sectionNodes(section: TemplateSection, reported: readonly Reported[], leave = false): Node[] {
  const fills = (section.fill ?? []).filter((fill) => !leave || fill === 'sources');
  const filled = [...boilerplateOf(section), ...fills.flatMap((fill) => fillNodes(fill, reported))];
  const prompt = askedIn(section, filled.length > 0, reported.length > 0);
  const asked = prompt !== null || filled.length === 0 ? [schema.nodes.paragraph.create({ prompt })] : [];
  return [headingOf(section), ...filled, ...asked];
}

export function headingOf({ id, heading, level = 1 }: TemplateSection): Node {
  return schema.nodes.heading.create({ level, slot: id }, heading === '' ? [] : schema.text(heading));
}
