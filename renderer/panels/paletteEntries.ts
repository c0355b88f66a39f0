// Palette entries: what the palette offers for a query: commands, facts, places in the text, settings; grouped and ranked.
import { outline } from '../../shared/briefing/queries.ts';
import type { Node } from 'prosemirror-model';
import { COMMANDS, type CommandId } from '../../shared/commands.ts';
import type { Fact, FactKind } from '../../shared/facts/fact.ts';
import { SETTING_COMMANDS } from '../bench/appearanceCommands.ts';
import { matchWords, type Match } from './paletteMatch.ts';
import { factNote, factTitle } from './words.ts';

export type Does =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'place'; readonly pos: number };

export interface Entry {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  /** Why it cannot be done now. */
  readonly off: string | null;
  readonly does: Does;
  readonly ranges: Match['ranges'];
}
export interface EntryGroup {
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** Rows in all (ui.md, Command palette). */
export const MOST_ROWS = 12;

const PREFIXES: Readonly<Record<string, 'commands' | FactKind>> = {
  '>': 'commands',
  '#': 'figure',
  '"': 'quote',
  '@': 'name',
};

export interface PaletteInput {
  readonly query: string;
  readonly recent: readonly CommandId[];
  readonly facts: readonly Fact[];
  readonly doc: Node | null;
  readonly reasonOff: (id: CommandId) => string | null;
  /** Facts of these kinds only: the pickers of what is inserted. */
  readonly only?: readonly FactKind[] | undefined;
}

interface Ranked extends Omit<Entry, 'ranges'> {
  /** What else it can be found by. */
  readonly also?: string;
}

/** Behind every hit in the label itself. */
const ALSO = 20_000;
const KIND_WORDS: Readonly<Record<FactKind, string>> = {
  quote: 'quote quotation',
  figure: 'figure number',
  claim: 'claim',
  date: 'date',
  name: 'name',
};

function rank(list: readonly Ranked[], query: string): Entry[] {
  return list
    .flatMap((entry) => {
      const strict = entry.does.kind === 'fact';
      const match = matchWords(query, entry.label, strict);
      if (match) return [{ ...entry, ranges: match.ranges, rank: match.rank }];
      const other = entry.also ? matchWords(query, entry.also, true) : null;
      return other ? [{ ...entry, ranges: [], rank: ALSO + other.rank }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, label, note, off, does, ranges }) => ({ key, label, note, off, does, ranges }));
}

function factEntries(facts: readonly Fact[]): Ranked[] {
  const names = new Set<string>();
  return facts.flatMap((fact) => {
    if (fact.kind === 'name') {
      if (names.has(fact.name)) return [];
      names.add(fact.name);
    }
    return [
      {
        key: fact.id,
        label: factTitle(fact),
        note: factNote(fact),
        also: `${KIND_WORDS[fact.kind]} ${factNote(fact)}`,
        off: null,
        does: { kind: 'fact', fact } as const,
      },
    ];
  });
}

/** Groups in their order, each only when it has hits; at most MOST_ROWS rows together (all of them for a picker). */
export function paletteEntries({ query, recent, facts, doc, reasonOff, only }: PaletteInput): EntryGroup[] {
  const offered = facts.filter((fact) => !fact.dismissed);
  const prefix = only ? undefined : PREFIXES[query.charAt(0)];
  const words = prefix ? query.slice(1).trim() : query.trim();
  const offeredCommands = (setting: boolean): Ranked[] =>
    COMMANDS.filter(({ id }) => id !== 'commandPalette' && SETTING_COMMANDS.has(id) === setting).map(
      ({ id, title }) => ({
        key: id,
        label: title,
        note: setting ? 'Setting' : '',
        off: reasonOff(id),
        does: { kind: 'command', id },
      }),
    );
  const commands = offeredCommands(false);
  if (words === '') {
    const place = (key: string) => (recent as readonly string[]).indexOf(key);
    commands.sort((a, b) => (place(a.key) < 0 ? 99 : place(a.key)) - (place(b.key) < 0 ? 99 : place(b.key)));
  }
  const kinds = only ?? (prefix && prefix !== 'commands' ? [prefix] : null);
  const chosen = kinds ? offered.filter((fact) => kinds.includes(fact.kind)) : offered;
  const heading = kinds?.join() === 'quote' ? 'Quotes in the sources' : 'Facts in the sources';
  const places: Ranked[] = doc
    ? outline(doc).map((entry) => ({
        key: `at ${entry.position}`,
        label: entry.text || 'Untitled section',
        note: 'Section',
        off: null,
        does: { kind: 'place', pos: entry.position + 1 } as const,
      }))
    : [];
  if (only) return trim([{ label: heading, entries: rank(factEntries(chosen), words) }], Infinity);
  const groups =
    prefix === 'commands'
      ? [{ label: 'Commands', entries: rank(commands, words) }]
      : kinds
        ? [{ label: heading, entries: rank(factEntries(chosen), words) }]
        : [
            { label: 'Commands', entries: rank(commands, words) },
            ...(words === ''
              ? []
              : [
                  { label: heading, entries: rank(factEntries(chosen), words) },
                  { label: 'Go to', entries: rank(places, words) },
                  { label: 'Settings', entries: rank(offeredCommands(true), words) },
                ]),
          ];
  return trim(groups, MOST_ROWS);
}

/** Cuts to `most` rows; each group keeps a few before the first takes the rest. */
function trim(groups: readonly EntryGroup[], most: number): EntryGroup[] {
  const full = groups.filter((group) => group.entries.length > 0);
  if (most === Infinity) return full;
  const share = new Map(full.map((group) => [group, Math.min(group.entries.length, Math.floor(most / full.length))]));
  let left = most - [...share.values()].reduce((sum, count) => sum + count, 0);
  for (const group of full) {
    const more = Math.min(left, group.entries.length - (share.get(group) ?? 0));
    share.set(group, (share.get(group) ?? 0) + more);
    left -= more;
  }
  return full.map((group) => ({ label: group.label, entries: group.entries.slice(0, share.get(group)) }));
}
