// FactRefresh: the facts of every source read anew, as this version of the program reads them, without touching the analyst's work.
import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article/article.ts';
import { readDay } from '../shared/briefing/dayWords.ts';
import { flatFacts } from '../shared/briefing/prefill.ts';
import { usesOf } from '../shared/briefing/queries.ts';
import type { Fact, Facts } from '../shared/facts/fact.ts';
import { mergeFacts } from '../shared/facts/mergeFacts.ts';

/** What it needs of the session. */
export interface RefreshPort {
  articles(): readonly Article[];
  facts(): readonly Fact[];
  /** Puts other facts in their place; a change of the briefing. */
  set(facts: readonly Fact[]): void;
  /** The text as it stands; null while there is none. */
  doc(): Node | null;
  /** The day of the machine, `YYYY-MM-DD`. */
  today(): string;
  read(articles: readonly Article[], today: string): Promise<readonly Facts[]>;
}

export interface Refreshed {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** Brings the facts back that it touched; what was done to others since stays. */
  takeBack(): void;
}

/** The day of the briefing, by which an article without a date was read; today where it names none. */
function dayOfBriefing(doc: Node | null, today: string): string {
  let found: string | null = null;
  doc?.firstChild?.forEach((line) => {
    if (line.attrs['name'] === 'date') found ??= readDay(line.textContent, String(doc.attrs['lang'] ?? 'en-GB'));
  });
  return found ?? today;
}

/** Facts that are used, and those that used claims reckon with. */
function usedIn(doc: Node | null, facts: readonly Fact[]): ReadonlySet<string> {
  const used = new Set(doc ? usesOf(doc).keys() : []);
  for (const fact of facts) {
    if (fact.kind === 'claim' && used.has(fact.id)) for (const id of fact.figureIds) used.add(id);
  }
  return used;
}

/** Undoes `merged` in what stands `now`, fact by fact. */
function without(now: readonly Fact[], before: readonly Fact[], merged: readonly Fact[]): Fact[] {
  const made = new Map(merged.map((fact) => [fact.id, fact]));
  const standing = new Map(now.map((fact) => [fact.id, fact]));
  const known = new Set(before.map(({ id }) => id));
  const back = before.flatMap((fact): Fact[] => {
    const current = standing.get(fact.id);
    // Gone by the refresh: it comes back. Gone since: it stays away. Changed since: as it is now.
    if (!current) return made.has(fact.id) ? [] : [fact];
    return [current === made.get(fact.id) ? fact : current];
  });
  const since = now.filter((fact) => !known.has(fact.id) && made.get(fact.id) !== fact);
  return [...back, ...since];
}

export function createFactRefresh(port: RefreshPort) {
  /** Reads all sources again; null when nothing is open any more. */
  return async function refresh(): Promise<Refreshed | null> {
    const articles = port.articles();
    const facts = await port.read(articles, dayOfBriefing(port.doc(), port.today()));
    // Another briefing was opened meanwhile.
    if (port.articles() !== articles) return null;
    const before = port.facts();
    const used = usedIn(port.doc(), before);
    const merged = mergeFacts(before, flatFacts(facts), { articles: new Set(articles.map(({ id }) => id)), used });
    const { added, changed, dropped } = merged;
    const counts = { added: added.length, changed: changed.length, gone: dropped.length };
    if (counts.added + counts.changed + counts.gone === 0) return { ...counts, takeBack: () => undefined };
    port.set(merged.facts);
    return { ...counts, takeBack: () => port.set(without(port.facts(), before, merged.facts)) };
  };
}
