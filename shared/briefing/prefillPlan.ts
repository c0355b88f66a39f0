// The plan of a prefill: what each section would be filled with, and from which article, before anything is written.
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import type { Fact, Facts } from '../facts/fact.ts';
import { oneLine } from '../text/oneLine.ts';
import { blockText } from './queries.ts';
import { askedIn, fillNodes, LEAVE_NOTHING_OUT, reportedOf, type LeaveOut } from './fillings.ts';
import type { Reported } from './reporting.ts';
import { schema } from './schema.ts';
import type { Fill, Template, TemplateSection } from './template.ts';

export interface PlannedItem {
  /** As it will stand, on one line. */
  readonly words: string;
  /** The article that it comes from; null where it comes from all. */
  readonly articleId: string | null;
}

export interface PlannedFill {
  readonly fill: Fill;
  readonly items: readonly PlannedItem[];
}

export interface PlannedSection {
  readonly id: string;
  readonly heading: string;
  /** Only those that the articles give something for. */
  readonly fills: readonly PlannedFill[];
  /** What is left to the analyst there; null when nothing is asked. */
  readonly prompt: string | null;
  /** True when the analyst chose not to have it prefilled. */
  readonly left: boolean;
}

export interface PlanInput {
  readonly articles: readonly Article[];
  /** In the order of `articles`. */
  readonly facts: readonly Facts[];
  readonly template: Template;
  readonly leaveOut?: LeaveOut;
}

/** Counted and named one by one: the rows of a table, the entries of a list, quotations, paragraphs. */
function itemsOf(nodes: readonly Node[]): PlannedItem[] {
  return nodes.flatMap((node): PlannedItem[] => {
    switch (node.type) {
      case schema.nodes.table:
        return children(node)
          .filter((row) => row.firstChild?.type !== schema.nodes.tableHeader)
          .map((row) => item(row, ' · '));
      case schema.nodes.bulletList:
        return children(node).map((entry) => item(entry));
      case schema.nodes.quotation:
        return [item(node, ' — ')];
      default:
        return node.isTextblock && cited(node) !== null ? [item(node)] : [];
    }
  });
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  node.forEach((child) => found.push(child));
  return found;
}

function cited(node: Node): string | null {
  let id: string | null = null;
  const look = (one: Node): void => {
    if (id === null && one.type === schema.nodes.citation) id = String(one.attrs['articleId']);
  };
  look(node);
  node.descendants(look);
  return id;
}

function item(node: Node, between = ' '): PlannedItem {
  const words: string[] = [];
  const add = (block: Node): void => void (blockText(block).trim() && words.push(oneLine(blockText(block)).trim()));
  if (node.isTextblock) add(node);
  else node.descendants((child) => (child.isTextblock ? (add(child), false) : true));
  return { words: words.join(between), articleId: cited(node) };
}

function planned(section: TemplateSection, reported: readonly Reported[], input: PlanInput): PlannedSection {
  const { sources, sections } = input.leaveOut ?? LEAVE_NOTHING_OUT;
  const fills = (section.fill ?? []).map((fill): PlannedFill => ({
    fill,
    items:
      fill === 'sources'
        ? input.articles.map((article) => ({ words: article.title ?? article.fileName, articleId: article.id }))
        : itemsOf(fillNodes(fill, reported)),
  }));
  const full = fills.filter(({ items }) => items.length > 0);
  const left = sections.has(section.id);
  return {
    id: section.id,
    heading: section.heading,
    fills: full,
    prompt: askedIn(section, full.length > 0 && !left, input.articles.length > sources.size),
    left,
  };
}

/** What `prefill` would write with the same input; nothing is made. */
export function planPrefill(input: PlanInput): PlannedSection[] {
  const { sources } = input.leaveOut ?? LEAVE_NOTHING_OUT;
  const isIn = (_one: unknown, index: number): boolean => !sources.has(input.articles[index]?.id ?? '');
  const reported = reportedOf(input.articles.filter(isIn), input.facts.filter(isIn));
  return input.template.sections.map((section) => planned(section, reported, input));
}

/** The facts of each article, in the order of `articles`, out of those that a briefing holds. */
export function factsByArticle(articles: readonly Article[], facts: readonly Fact[]): Facts[] {
  return articles.map(({ id }) => {
    const own = facts.filter((fact) => fact.articleId === id && !fact.dismissed);
    const of = <K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }>[] =>
      own.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
    return {
      quotes: of('quote'),
      figures: of('figure'),
      dates: of('date'),
      names: of('name'),
      claims: of('claim'),
      oddities: [],
    };
  });
}

/** `template` with nothing but the fills that are `open`, by section. */
export function onlyOpen(template: Template, open: ReadonlyMap<string, readonly Fill[]>): Template {
  return {
    ...template,
    sections: template.sections.map(({ fill: _, ...section }): TemplateSection => {
      const fill = open.get(section.id);
      return fill ? { ...section, fill: [...fill] } : section;
    }),
  };
}

/** The blocks of the planned sections that were not left out, for a change of template. */
export function additionsOf(input: PlanInput): Map<string, Map<Fill, Node[]>> {
  const { sources, sections } = input.leaveOut ?? LEAVE_NOTHING_OUT;
  const isIn = (_one: unknown, index: number): boolean => !sources.has(input.articles[index]?.id ?? '');
  const reported = reportedOf(input.articles.filter(isIn), input.facts.filter(isIn));
  return new Map(
    input.template.sections
      .filter(({ id }) => !sections.has(id))
      .map(({ id, fill = [] }) => [id, new Map(fill.map((one) => [one, fillNodes(one, reported)]))]),
  );
}
