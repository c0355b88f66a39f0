// Acceptance: a finding that the analyst has looked at and lets stand, with the reason; it lapses when the words change.
import { sha256Hex } from '../base/sha256.ts';
import { z } from '../base/validate.ts';
import type { Settings } from '../briefing/briefing.ts';
import { fold } from '../text/normalize.ts';
import type { Check } from './check.ts';

export const acceptanceSchema = z.looseObject({
  /** `acceptanceKey` of the check. */
  key: z.string().min(1),
  /** Why it may stand, in the analyst's words. */
  reason: z.string().min(1),
  author: z.string(),
  /** ISO 8601 instant, UTC. */
  at: z.string(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** A check that stands accepted. */
export interface AcceptedCheck {
  readonly check: Check;
  readonly acceptance: Acceptance;
}

export interface SplitChecks {
  /** What is left to settle or to look at. */
  readonly open: readonly Check[];
  readonly accepted: readonly AcceptedCheck[];
  /** Acceptances that no check answers to: the words were changed, or what they were about is gone. */
  readonly lapsed: readonly Acceptance[];
}

/** Hex digits of a key's sum: enough that two wordings of one fact never share it. */
const SUM = 16;

/**
 * What an acceptance of `check` holds on to: its kind, the fact, note or claim it is about, and the sum of the words as they
 * stand, typography folded. It does not depend on the place, so it stays while the text around it moves. Null for a check
 * that cannot be accepted (one of a sent Word file).
 */
export function acceptanceKey(check: Pick<Check, 'kind' | 'about'>): string | null {
  if (!check.about) return null;
  const words = fold(check.about.words).text.trim();
  return `${check.kind}:${check.about.key}:${sha256Hex(new TextEncoder().encode(words)).slice(0, SUM)}`;
}

/** Where settings hold the acceptances: `settings.accepted`, a list. */
const FIELD = 'accepted';
type Kept = Readonly<Record<string, unknown>>;

function entriesOf(settings: Kept): readonly unknown[] {
  const kept = settings[FIELD];
  return Array.isArray(kept) ? kept : [];
}

function readEntry(entry: unknown): Acceptance | null {
  const parsed = acceptanceSchema.safeParse(entry);
  return parsed.success ? parsed.data : null;
}

/** The acceptances that `settings` hold, in the order they were given; an entry that is not understood is passed over. */
export function acceptancesOf(settings: Kept): Acceptance[] {
  return entriesOf(settings).flatMap((entry) => readEntry(entry) ?? []);
}

/** `settings` with `acceptance`; it takes the place of one with the same key. What is not understood stays as it is. */
export function withAcceptance(settings: Settings, acceptance: Acceptance): Settings {
  const others = entriesOf(settings).filter((entry) => readEntry(entry)?.key !== acceptance.key);
  return { ...settings, [FIELD]: [...others, acceptance] };
}

/** `settings` without the acceptance of `key`; the check is open again. */
export function withoutAcceptance(settings: Settings, key: string): Settings {
  const kept = entriesOf(settings);
  const others = kept.filter((entry) => readEntry(entry)?.key !== key);
  if (others.length === kept.length) return settings;
  const { [FIELD]: _, ...rest } = settings;
  return others.length === 0 ? rest : { ...settings, [FIELD]: others };
}

/**
 * Accepts `check`: the settings to keep, or null when it cannot be accepted. `reason` is what the analyst wrote; throws
 * RangeError when it says nothing, for a finding is never let go without one.
 */
export function accept(
  settings: Settings,
  check: Pick<Check, 'kind' | 'about'>,
  given: Pick<Acceptance, 'reason' | 'author' | 'at'>,
): Settings | null {
  const reason = given.reason.trim();
  if (reason === '') throw new RangeError('A finding is accepted with a reason.');
  const key = acceptanceKey(check);
  return key === null ? null : withAcceptance(settings, { key, reason, author: given.author, at: given.at });
}

/** Parts `checks`, in their order, by `acceptances`. The same words found twice about one fact are accepted together. */
export function splitChecks(checks: readonly Check[], acceptances: readonly Acceptance[]): SplitChecks {
  if (acceptances.length === 0) return { open: checks, accepted: [], lapsed: [] };
  const byKey = new Map(acceptances.map((acceptance) => [acceptance.key, acceptance]));
  // Most checks are of kinds that nothing was accepted of: only for the others the words are summed.
  const kinds = new Set(acceptances.map(({ key }) => key.slice(0, key.indexOf(':'))));
  const open: Check[] = [];
  const accepted: AcceptedCheck[] = [];
  const used = new Set<string>();
  for (const check of checks) {
    const key = kinds.has(check.kind) ? acceptanceKey(check) : null;
    const acceptance = key === null ? undefined : byKey.get(key);
    if (acceptance) {
      accepted.push({ check, acceptance });
      used.add(acceptance.key);
    } else open.push(check);
  }
  return { open, accepted, lapsed: acceptances.filter(({ key }) => !used.has(key)) };
}
