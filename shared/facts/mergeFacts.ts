// mergeFacts: the facts of a new reading in the place of the old ones, with everything that the analyst set kept.
import { carriedOver, doubtedClaim, isAdded, movedFigures } from './correction.ts';
import type { Fact } from './fact.ts';

export interface MergedFacts {
  /** By article, in the order of the old facts and then of the reading; in an article by kind and place. */
  readonly facts: readonly Fact[];
  /** Ids of facts that were not there before. */
  readonly added: readonly string[];
  /** Ids of facts that are not what they were. */
  readonly changed: readonly string[];
  /** Ids of facts that the new reading does not have and that nobody has touched or used: they are gone. */
  readonly dropped: readonly string[];
  /** Ids of facts that the new reading does not have and that stay: touched, used, or not asked to go. */
  readonly kept: readonly string[];
}

export interface MergeOptions {
  /** Ids of the articles that were read anew; the facts of others stay as they are. Without it, those of `fresh`. */
  readonly articles?: ReadonlySet<string>;
  /** Ids of facts that the briefing uses. Without it nothing is dropped: a use would lose its source. */
  readonly used?: ReadonlySet<string>;
}

/** True when the analyst has set anything in it: corrected, added, dismissed, judged. */
export function isTouched(fact: Fact): boolean {
  return fact.correction !== undefined || fact.dismissed || fact.status !== 'unverified' || fact.credibility !== null;
}

/** `fresh` as `old` was judged and corrected. */
function renewed(old: Fact, fresh: Fact): Fact {
  if (old.kind !== fresh.kind) return old;
  const { status, dismissed, credibility } = old;
  return carriedOver({ ...fresh, status, dismissed, credibility }, old);
}

const KINDS: readonly Fact['kind'][] = ['quote', 'figure', 'date', 'name', 'claim'];

function place({ kind, articleId, start, end }: Fact): string {
  return `${kind} ${articleId} ${start} ${end}`;
}

/**
 * Merges a new reading into the facts of a briefing. What the analyst corrected, added, dismissed or judged wins over the
 * reading; ids stay, so that the text stays tied to its facts. A fact that was added by hand and is now read as well is
 * not doubled. The same `fresh` merged twice changes nothing.
 */
export function mergeFacts(old: readonly Fact[], fresh: readonly Fact[], options: MergeOptions = {}): MergedFacts {
  const articles = options.articles ?? new Set(fresh.map((fact) => fact.articleId));
  const freshById = new Map(fresh.map((fact) => [fact.id, fact]));
  const oldIds = new Set(old.map((fact) => fact.id));
  const [changed, dropped, kept]: [string[], string[], string[]] = [[], [], []];
  const facts: Fact[] = [];
  for (const fact of old) {
    const read = freshById.get(fact.id);
    if (read) {
      const next = renewed(fact, read);
      const isSame = JSON.stringify(sorted(next)) === JSON.stringify(sorted(fact));
      if (!isSame) changed.push(fact.id);
      facts.push(isSame ? fact : next);
    } else if (!articles.has(fact.articleId)) facts.push(fact);
    else if (options.used && !options.used.has(fact.id) && !isTouched(fact)) dropped.push(fact.id);
    else {
      facts.push(fact);
      if (!isAdded(fact)) kept.push(fact.id);
    }
  }
  // What the analyst added, or moved to other words, stands there already.
  const taken = new Set(facts.map(place));
  const moved = movedFigures(facts);
  const added = fresh
    .filter((fact) => !oldIds.has(fact.id) && !taken.has(place(fact)))
    // It was computed from the figures as they are read, not as the analyst set them.
    .map((fact) => (fact.kind === 'claim' ? (doubtedClaim(fact, moved) ?? fact) : fact));
  const order = new Map<string, number>();
  for (const { articleId } of [...old, ...fresh]) if (!order.has(articleId)) order.set(articleId, order.size);
  const articleOf = (fact: Fact): number => order.get(fact.articleId) ?? order.size;
  const all = [...facts, ...added].sort(
    (a, b) =>
      articleOf(a) - articleOf(b) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      a.start - b.start ||
      a.end - b.end,
  );
  return { facts: all, added: added.map(({ id }) => id), changed, dropped, kept };
}

/** The fields in one order, so that two facts can be compared. */
function sorted(fact: Fact): unknown {
  return Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1));
}
