// FactQuery: which facts the list shows (kind, speaker, status, use, words), in which groups; filters combine.
import type { Article } from '../../shared/article/article.ts';
import type { Fact, Status } from '../../shared/facts/fact.ts';
import { fold } from '../../shared/text/normalize.ts';

/** `altered`: used with other words than the source's; `corrected`: by the analyst, added ones too. */
export type StateFilter = 'any' | Status | 'altered' | 'corrected' | 'dismissed';

export interface FactQuery {
  readonly words: string;
  /** The name of a speaker; null for any. */
  readonly speaker: string | null;
  readonly state: StateFilter;
  readonly use: 'any' | 'used' | 'unused';
  readonly group: 'kind' | 'article';
}

export const ALL_FACTS: FactQuery = { words: '', speaker: null, state: 'any', use: 'any', group: 'kind' };

/** True when anything but the grouping narrows the list. */
export function isNarrowed(query: FactQuery): boolean {
  return query.words.trim() !== '' || query.speaker !== null || query.state !== 'any' || query.use !== 'any';
}

export type KindFilter = 'all' | 'figures' | 'quotes' | 'dates' | 'names';

/** Claims stand among the figures: they are statements about them. */
export const KIND_OF: Readonly<Record<Fact['kind'], Exclude<KindFilter, 'all'>>> = {
  figure: 'figures',
  claim: 'figures',
  quote: 'quotes',
  date: 'dates',
  name: 'names',
};
const KIND_LABELS: Readonly<Record<Exclude<KindFilter, 'all'>, string>> = {
  figures: 'Figures',
  quotes: 'Quotes',
  dates: 'Dates',
  names: 'Names',
};
const ORDER: readonly Exclude<KindFilter, 'all'>[] = ['figures', 'quotes', 'dates', 'names'];

export interface Seen {
  /** Ids of facts that are used in the briefing. */
  readonly used: ReadonlySet<string>;
  /** Ids of facts whose use differs from the source. */
  readonly altered: ReadonlySet<string>;
}

export function speakerOf(fact: Fact): string | null {
  return fact.kind === 'quote' ? (fact.speaker?.name ?? fact.speaker?.text ?? null) : null;
}

/** The speakers of the quotes, each once, in the order of the alphabet. */
export function speakersOf(facts: readonly Fact[]): readonly string[] {
  const names = new Set(facts.flatMap((fact) => speakerOf(fact) ?? []).filter((name) => name !== ''));
  return [...names].sort((a, b) => a.localeCompare(b, 'en'));
}

const folded = new WeakMap<Fact, string>();

/** What a fact is found by: its words, and what is known of it. */
function wordsOf(fact: Fact): string {
  const kept = folded.get(fact);
  if (kept !== undefined) return kept;
  const more =
    fact.kind === 'figure'
      ? [fact.measure, fact.period, fact.unit]
      : fact.kind === 'quote'
        ? [fact.speaker?.name, fact.speaker?.role]
        : fact.kind === 'name'
          ? [fact.name, fact.role]
          : fact.kind === 'date'
            ? [fact.value]
            : [fact.computed, fact.reason];
  const words = fold([fact.text, ...more].filter((part) => part).join('\n')).text.toLowerCase();
  folded.set(fact, words);
  return words;
}

function passesState(fact: Fact, state: StateFilter, seen: Seen): boolean {
  // What was dismissed is put away, and is looked for on purpose only.
  if (fact.dismissed) return state === 'dismissed';
  if (state === 'any') return true;
  if (state === 'altered') return seen.altered.has(fact.id);
  if (state === 'corrected') return fact.correction !== undefined;
  return fact.status === state;
}

/** The facts that pass every filter, kinds aside. */
export function passing(facts: readonly Fact[], query: FactQuery, seen: Seen): readonly Fact[] {
  const wanted = fold(query.words).text.toLowerCase().trim().split(' ').filter(Boolean);
  return facts.filter(
    (fact) =>
      passesState(fact, query.state, seen) &&
      (query.speaker === null || speakerOf(fact) === query.speaker) &&
      (query.use === 'any' || seen.used.has(fact.id) === (query.use === 'used')) &&
      (wanted.length === 0 || wanted.every((word) => wordsOf(fact).includes(word))),
  );
}

/** One row for each name of an article, at its first mention; what the analyst added stands for itself. */
function firstMentions(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind !== 'name' || fact.correction) return true;
    const key = `${fact.nameKind} ${fact.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export type FactCounts = Readonly<Record<Exclude<KindFilter, 'all'>, number>>;

/** How many rows each kind has. */
export function countKinds(facts: readonly Fact[]): FactCounts {
  const counts = { figures: 0, quotes: 0, dates: 0, names: 0 };
  for (const fact of firstMentions(facts)) counts[KIND_OF[fact.kind]]++;
  return counts;
}

export type FactRow =
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number }
  | { readonly kind: 'fact'; readonly key: string; readonly fact: Fact };

function byPlace(a: Fact, b: Fact): number {
  return a.articleId === b.articleId ? a.start - b.start : 0;
}

/** The rows of the list: a heading for each group that has facts, then these in the order of the text. */
export function factRows(
  facts: readonly Fact[],
  kind: KindFilter,
  group: FactQuery['group'],
  articles: readonly Pick<Article, 'id'>[],
  labelOf: (articleId: string) => string,
): readonly FactRow[] {
  const shown = kind === 'all' ? facts : facts.filter((fact) => KIND_OF[fact.kind] === kind);
  const groups =
    group === 'kind'
      ? ORDER.map((key) => ({
          key: key as string,
          label: KIND_LABELS[key],
          facts: firstMentions(shown.filter((fact) => KIND_OF[fact.kind] === key)),
        }))
      : [...new Set([...articles.map(({ id }) => id), ...shown.map(({ articleId }) => articleId)])].map((id) => ({
          key: id,
          label: labelOf(id),
          facts: firstMentions(shown.filter((fact) => fact.articleId === id)),
        }));
  return groups
    .filter((one) => one.facts.length > 0)
    .flatMap((one): FactRow[] => [
      { kind: 'group', key: `group ${one.key}`, label: one.label, count: one.facts.length },
      ...[...one.facts].sort(byPlace).map((fact): FactRow => ({ kind: 'fact', key: fact.id, fact })),
    ]);
}
