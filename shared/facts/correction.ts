// Correction: setting what was read wrongly in a fact, taking it back, and what a claim is worth once its figures changed.
import { describe } from '../text/selectors.ts';
import { sliceSpan, type Span } from '../text/span.ts';
import {
  factSchema,
  type Claim,
  type Correction,
  type DateMention,
  type Fact,
  type Figure,
  type NameMention,
  type Quote,
  type Speaker,
} from './fact.ts';

/** Who sets something, and when: an ISO 8601 instant. */
export interface Editor {
  readonly by: string;
  readonly at: string;
}

export type FigureChange = Partial<
  Pick<Figure, 'value' | 'unit' | 'figureKind' | 'qualifier' | 'measure' | 'period' | 'periodNote'>
>;
export type QuoteChange = Partial<Pick<Quote, 'quoteKind' | 'speaker'>>;
export type DateChange = Partial<Pick<DateMention, 'value'>>;
export type NameChange = Partial<Pick<NameMention, 'name' | 'nameKind' | 'role'>>;
export type ClaimChange = Partial<Pick<Claim, 'verdict' | 'computed' | 'reason'>>;
/** Fields that may be set, by kind of fact; those of another kind are a programmer fault. */
export type FactChange = FigureChange | QuoteChange | DateChange | NameChange | ClaimChange;

const SETTABLE: Readonly<Record<Fact['kind'], readonly string[]>> = {
  figure: ['value', 'unit', 'figureKind', 'qualifier', 'measure', 'period', 'periodNote'],
  quote: ['quoteKind', 'speaker'],
  date: ['value'],
  name: ['name', 'nameKind', 'role'],
  claim: ['verdict', 'computed', 'reason'],
};
/** The fields of a place. */
const PLACE: readonly string[] = ['start', 'end', 'text', 'evidence', 'spans'];

type Fields = Readonly<Record<string, unknown>>;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Throws RangeError when what comes out is no fact: the caller checks what people type. */
function factOf(fields: Fields): Fact {
  const parsed = factSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw new RangeError(`A fact cannot be set so: ${parsed.error.issues[0]?.message ?? 'unknown fault'}.`);
}

function without(fact: Fact): Fields {
  const { correction: _, ...rest } = fact;
  return rest;
}

/** `fact` with `fields` set. What was read is kept once; a field that is set to what was read is no correction. */
function setFields(fact: Fact, fields: Fields, { by, at }: Editor): Fact {
  const now = fact as unknown as Fields;
  const changed = Object.entries(fields).filter(([name, value]) => !same(now[name], value));
  if (changed.length === 0) return fact;
  const next = { ...without(fact), ...Object.fromEntries(changed) };
  const before = fact.correction;
  // An added fact was never read.
  if (before?.read === null) return factOf({ ...next, correction: { ...before, by, at } });
  const read: Record<string, unknown> = { ...before?.read };
  for (const [name, value] of changed) {
    if (!(name in read)) read[name] = now[name];
    else if (same(read[name], value)) delete read[name];
  }
  return factOf(Object.keys(read).length === 0 ? next : { ...next, correction: { ...before, by, at, read } });
}

/** Sets fields of a fact. Throws RangeError for a field that its kind does not have. */
export function correctFact(fact: Fact, change: FactChange, who: Editor): Fact {
  const settable = SETTABLE[fact.kind];
  const strange = Object.keys(change).find((name) => !settable.includes(name));
  if (strange !== undefined) throw new RangeError(`"${strange}" is nothing to set in a fact of kind ${fact.kind}.`);
  // A period that was set was not read off words like "last year" any more.
  const note = fact.kind === 'figure' && 'period' in change && !('periodNote' in change) ? { periodNote: null } : {};
  return setFields(fact, { ...change, ...note }, who);
}

/** The span without spaces at its ends; null when nothing is left. */
export function trimmedSpan(text: string, { start, end }: Span): Span | null {
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** The fields of a fact of `kind` that stands at `span` of the article. */
export function placeFields(
  article: { readonly id: string; readonly text: string },
  kind: Fact['kind'],
  span: Span,
): Fields {
  return {
    start: span.start,
    end: span.end,
    text: sliceSpan(article.text, span),
    evidence: { articleId: article.id, ...describe(article.text, span) },
    ...(kind === 'quote' ? { spans: [[span.start, span.end]] } : {}),
  };
}

/**
 * Sets the words that a fact covers, at a span of its article; spaces at the ends are left out. Its id stays, so that what
 * is written from it stays tied to it. Null for a span without words.
 */
export function correctSpan(
  fact: Fact,
  article: { readonly id: string; readonly text: string },
  span: Span,
  who: Editor,
): Fact | null {
  const words = trimmedSpan(article.text, span);
  return words && setFields(fact, placeFields(article, fact.kind, words), who);
}

/** `fresh`, the same fact read anew, with the fields that were set in `old`. Those that are now read as they were set are no correction any more. */
export function carriedOver(fresh: Fact, old: Fact): Fact {
  const { correction } = old;
  if (!correction?.read) return fresh;
  const set = old as unknown as Fields;
  const fields = Object.fromEntries(Object.keys(correction.read).map((name) => [name, set[name]]));
  return setFields(fresh, fields, correction);
}

/** True for a fact that the analyst added. */
export function isAdded(fact: Fact): boolean {
  return fact.correction?.read === null;
}

/** The fact as it was read; null for one that was added, or whose kept reading is damaged. */
export function asRead(fact: Fact): Fact | null {
  const { correction } = fact;
  if (!correction) return fact;
  if (correction.read === null) return null;
  const parsed = factSchema.safeParse({ ...without(fact), ...correction.read });
  return parsed.success && parsed.data.kind === fact.kind && parsed.data.id === fact.id ? parsed.data : null;
}

/** Names of the corrected fields, those of the place as one, `words`. */
export function correctedFields(correction: Correction): readonly string[] {
  const names = Object.keys(correction.read ?? {});
  const place = names.some((name) => PLACE.includes(name)) ? ['words'] : [];
  return [...place, ...names.filter((name) => !PLACE.includes(name))];
}

/**
 * A speaker by name and role, at the mention that was read. Where that names another person, or nobody is mentioned, it
 * stands at the start of the quote without words.
 */
export function speakerNamed(quote: Quote, name: string | null, role: string | null): Speaker | null {
  if (name === null && role === null) return null;
  const none = { start: quote.start, end: quote.start, text: '' };
  const read = quote.speaker;
  // "Brook" may be Ines Brook, and "she" or "the keeper" whoever was meant; "Cy Dell" is not.
  const fits = read && (!/^\p{Lu}/u.test(read.text) || (name ?? '').includes(read.text));
  const mention = fits ? read : none;
  return { start: mention.start, end: mention.end, text: mention.text, name, role, resolved: true };
}

const CHANGED = 'It was computed with a figure that has been corrected since.';

/** The corrections of the figures whose value is not as it was read, by id. */
export function movedFigures(facts: readonly Fact[]): ReadonlyMap<string, Correction> {
  return new Map(
    facts.flatMap(({ kind, id, correction }): [string, Correction][] =>
      kind === 'figure' && correction?.read && 'value' in correction.read ? [[id, correction]] : [],
    ),
  );
}

/** `claim` as not checkable any more, when it was computed with one of `moved`; else null. `who`: by default who moved it. */
export function doubtedClaim(claim: Claim, moved: ReadonlyMap<string, Correction>, who?: Editor): Fact | null {
  const id = claim.figureIds.find((one) => moved.has(one));
  const by = who ?? (id === undefined ? undefined : moved.get(id));
  if (id === undefined || !by) return null;
  return correctFact(claim, { verdict: 'not-checkable', computed: null, reason: CHANGED }, by);
}

/**
 * The facts after `figureId` was corrected or put back: a claim that was computed with a figure whose value is no longer as
 * read is not checkable any more, and what it was read as comes back with the figure.
 */
export function claimsAfter(facts: readonly Fact[], figureId: string, who: Editor): readonly Fact[] {
  const moved = movedFigures(facts);
  return facts.map((fact) => {
    if (fact.kind !== 'claim' || !fact.figureIds.includes(figureId)) return fact;
    const doubted = doubtedClaim(fact, moved, who);
    if (doubted) return doubted;
    return fact.reason === CHANGED ? (asRead(fact) ?? fact) : fact;
  });
}
