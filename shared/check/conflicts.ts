// conflicts: the same figure in two articles that disagree.
import type { Article } from '../article/article.ts';
import { periodWords } from '../briefing/dateWords.ts';
import { measureKey } from '../briefing/figureSeries.ts';
import type { Fact, Figure } from '../facts/fact.ts';
import { isRounding, shownSteps } from './figureGuard.ts';
import { readFigures } from './readFigures.ts';

export interface Conflict {
  readonly one: Figure;
  readonly other: Figure;
}

/** How far "about" may be from what it is about. */
const APPROXIMATION = 0.05;

function keyOf(figure: Figure): string | null {
  if (figure.dismissed || figure.measure === null || figure.period === null) return null;
  return `${measureKey(figure.measure)}|${figure.unit ?? ''}|${figure.period}`;
}

function stepsOf(figure: Figure): number[] {
  const read = readFigures(figure.text)[0];
  return read ? shownSteps(read) : [];
}

/** True when two figures of one thing do not contradict one another: equal, a rounding, or bounds. */
export function agree(a: Figure, b: Figure): boolean {
  const [ours, theirs] = [[a.value].flat(), [b.value].flat()];
  if (ours.length !== theirs.length) return true;
  const qualifiers = [a.qualifier, b.qualifier];
  // "More than 5" and "7" do not contradict one another.
  if (qualifiers.some((qualifier) => qualifier !== '=' && qualifier !== '~')) return true;
  const about = qualifiers.includes('~');
  return ours.every((value, index) => {
    const other = theirs[index] ?? NaN;
    if (about && Math.abs(value - other) <= APPROXIMATION * Math.max(Math.abs(value), Math.abs(other))) return true;
    return isRounding(value, other, stepsOf(b)) || isRounding(other, value, stepsOf(a));
  });
}

/** Of several values for one thing in one article, how many are compared with those of another. */
const MOST_VALUES = 8;

/**
 * Pairs of figures of the same measure, unit and period in two articles whose values differ by more than rounding; each
 * value of an article against the first of the articles before it that it disagrees with.
 */
export function conflictsOf(facts: readonly Fact[]): Conflict[] {
  /** By what is measured, then by article: the distinct values. */
  const groups = new Map<string, Map<string, Map<string, Figure>>>();
  for (const fact of facts) {
    const key = fact.kind === 'figure' ? keyOf(fact) : null;
    if (fact.kind !== 'figure' || key === null) continue;
    const group = groups.get(key) ?? new Map<string, Map<string, Figure>>();
    groups.set(key, group);
    const values = group.get(fact.articleId) ?? new Map<string, Figure>();
    group.set(fact.articleId, values);
    const value = String(fact.value);
    if (values.size < MOST_VALUES && !values.has(value)) values.set(value, fact);
  }
  const conflicts: Conflict[] = [];
  for (const group of groups.values()) {
    const before: Figure[] = [];
    for (const values of group.values()) {
      for (const other of values.values()) {
        const one = before.find((figure) => !agree(figure, other));
        if (one) conflicts.push({ one, other });
      }
      before.push(...values.values());
    }
  }
  return conflicts;
}

/** The conflict in words: what the two disagree on, and what each says. */
export function conflictWords(
  { one, other }: Conflict,
  articles: ReadonlyMap<string, Article>,
): { readonly title: string; readonly detail: string } {
  const says = (figure: Figure): string => {
    const article = articles.get(figure.articleId);
    const source = article?.publisher ?? article?.byline ?? article?.fileName ?? 'A source';
    return `${source}: ${figure.text.split(/\s+/u).join(' ')}.`;
  };
  return {
    title: `Two sources disagree on ${one.measure ?? 'a figure'}, ${periodWords(one.period ?? '')}`,
    detail: `${says(one)} ${says(other)}`,
  };
}
