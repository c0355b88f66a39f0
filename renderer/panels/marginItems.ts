// Margin items: one list, in the order of the document, of the facts, notes and warnings that stand beside the text.
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { AcceptedCheck } from '../../shared/check/acceptance.ts';
import type { Check, CheckKind } from '../../shared/check/check.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Anchor, Snapshot } from '../editor/editor.ts';
import type { Filter } from '../view.ts';

interface Item {
  /** Stable while the text around it moves; unique in the list. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
}
export type MarginItem =
  | (Item & { readonly kind: 'fact'; readonly fact: Fact; readonly accepted: AcceptedCheck | null })
  | (Item & { readonly kind: 'annotation'; readonly annotation: Annotation; readonly fact: Fact | null })
  | (Item & { readonly kind: 'check'; readonly check: Check; readonly fact: Fact | null });

/** Warnings that are about words in the text; the others are about the whole and stand in the list of checks. */
const BESIDE: ReadonlySet<CheckKind> = new Set<CheckKind>([
  'altered-quotation',
  'altered-figure',
  'contradicted-claim',
  'source-not-located',
  'sense-changing-cut',
  'unsourced-figure',
  'missing-attribution',
  'conflicting-figures',
  'misattributed-quotation',
  'changed-period',
  'likelihood-with-confidence',
  'mixed-likelihood',
  'likelihood-outside-scale',
]);

export function standsBeside(check: Check): boolean {
  return BESIDE.has(check.kind);
}

type Seen = Pick<Snapshot, 'anchors' | 'annotations' | 'checks' | 'accepted'>;

/** Everything that stands beside the text, unfiltered; an annotated or altered fact is shown by its card alone. */
export function marginItems(snapshot: Seen, facts: readonly Fact[]): MarginItem[] {
  const factById = new Map(facts.map((fact) => [fact.id, fact]));
  const checkById = new Map(snapshot.checks.map((check) => [check.id, check]));
  const items: MarginItem[] = [];
  const cards: Anchor[] = [];
  const seen = new Set<string>();
  for (const anchor of snapshot.anchors) {
    const { kind, id, from, to } = anchor;
    // A note over several stretches has one card, at the first.
    if (kind !== 'fact' && seen.has(`${kind}:${id}`)) continue;
    seen.add(`${kind}:${id}`);
    if (kind === 'annotation') {
      const annotation = snapshot.annotations.get(id);
      if (!annotation) continue;
      const inside = snapshot.anchors.filter(
        (other) => other.kind === 'fact' && other.from >= from && other.to <= to && other.from < to,
      );
      const [only] = inside;
      const fact = inside.length === 1 && only ? (factById.get(only.id) ?? null) : null;
      items.push({ id: `annotation:${id}`, kind, from, to, annotation, fact });
      if (!annotation.resolved) cards.push(anchor);
    } else if (kind === 'check') {
      const check = checkById.get(id);
      if (!check || !standsBeside(check)) continue;
      const fact = check.factId ? (factById.get(check.factId) ?? null) : null;
      items.push({ id: `check:${id}`, kind, from, to, check, fact });
      cards.push(anchor);
    }
  }
  const accepted = new Map(snapshot.accepted.map((one) => [one.check.factId, one]));
  let turn = 0;
  for (const { kind, id, from, to } of snapshot.anchors) {
    const fact = kind === 'fact' ? factById.get(id) : undefined;
    if (!fact) continue;
    turn += 1;
    if (cards.some((card) => card.from <= from && card.to >= to)) continue;
    items.push({ id: `fact:${id}:${turn}`, kind: 'fact', from, to, fact, accepted: accepted.get(id) ?? null });
  }
  const order = { annotation: 0, check: 1, fact: 2 };
  return items.sort((a, b) => a.from - b.from || order[a.kind] - order[b.kind]);
}

/** Notes on the same words as one item; every other item as it is. */
export type ShownItem =
  | Exclude<MarginItem, { kind: 'annotation' }>
  | (Item & {
      readonly kind: 'notes';
      /** One or more, in the order they were made. */
      readonly notes: readonly Annotation[];
      readonly fact: Fact | null;
    });

/** Joins notes on the same words, so that they are one card with a count. */
export function groupNotes(items: readonly MarginItem[]): ShownItem[] {
  const groups = new Map<string, Annotation[]>();
  return items.flatMap((item): ShownItem[] => {
    if (item.kind !== 'annotation') return [item];
    const { annotation, fact, from, to, id } = item;
    const place = `${from}:${to}`;
    const group = groups.get(place);
    if (group) {
      group.push(annotation);
      group.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      return [];
    }
    const notes = [annotation];
    groups.set(place, notes);
    return [{ kind: 'notes', id, from, to, notes, fact }];
  });
}

/** True when the two are drawn alike: all but their places. */
export function sameItem(a: ShownItem, b: ShownItem): boolean {
  if (a.id !== b.id || a.fact !== b.fact) return false;
  if (a.kind === 'fact') return b.kind === 'fact' && a.accepted?.acceptance === b.accepted?.acceptance;
  if (a.kind === 'check') {
    if (b.kind !== 'check') return false;
    const [one, other] = [a.check, b.check];
    return one.title === other.title && one.detail === other.detail && one.severity === other.severity;
  }
  return b.kind === 'notes' && a.notes.length === b.notes.length && a.notes.every((note, at) => note === b.notes[at]);
}

/** The ids of the notes on the same words as `id`, itself among them, as their card counts them; resolved ones are left out. */
export function notesBeside({ anchors, annotations }: Pick<Seen, 'anchors' | 'annotations'>, id: string): string[] {
  const first = new Map<string, Anchor>();
  for (const anchor of anchors) {
    if (anchor.kind === 'annotation' && !first.has(anchor.id)) first.set(anchor.id, anchor);
  }
  const place = first.get(id);
  const notes = [...first.values()].flatMap((anchor) => {
    const note = annotations.get(anchor.id);
    const same = anchor.from === place?.from && anchor.to === place.to;
    return note && same && (note.id === id || !note.resolved) ? [note] : [];
  });
  return notes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((note) => note.id);
}

/** The note of a group that is open by `card`; null when none is. */
export function openNote(item: ShownItem, card: string | null): Annotation | null {
  return (item.kind === 'notes' && item.notes.find(({ id }) => card === `annotation:${id}`)) || null;
}

export function isOpen(item: ShownItem, card: string | null): boolean {
  return item.id === card || openNote(item, card) !== null;
}

function isFigure(fact: Fact | null): boolean {
  return fact?.kind === 'figure' || fact?.kind === 'claim';
}

/** True when the chip `filter` lets the item through. Resolved notes are folded away unless asked for. */
export function passes(item: MarginItem, filter: Filter, showResolved: boolean): boolean {
  if (item.kind === 'annotation' && item.annotation.resolved && !showResolved) return false;
  switch (filter) {
    case 'all':
      return true;
    case 'figures':
      return isFigure(item.fact);
    case 'quotes':
      return item.fact?.kind === 'quote';
    case 'notes':
      return item.kind === 'annotation';
    case 'warnings':
      return item.kind === 'check';
    default:
      return false;
  }
}

/** Counts for the chips. */
export function countItems(
  items: readonly MarginItem[],
): Readonly<Record<'figures' | 'quotes' | 'notes' | 'warnings', number>> {
  const count = (filter: Filter) => items.filter((item) => passes(item, filter, false)).length;
  return { figures: count('figures'), quotes: count('quotes'), notes: count('notes'), warnings: count('warnings') };
}
