// The guard of speakers: are a quotation's words still given to the one who says them in the source?
import { attributionText } from '../briefing/quotationText.ts';
import type { Fact, Quote, Speaker } from '../facts/fact.ts';
import { MONTHS, OPENERS, PERSONAL_PRONOUNS, PREPOSITIONS, DAYS } from '../facts/lexicon/grammar.ts';
import { NAME_PARTICLES, NAME_SUFFIXES, ORGANISATION_WORDS } from '../facts/lexicon/organisations.ts';
import { HONORIFICS, PORTFOLIOS, ROLE_HEADS, ROLE_MODIFIERS, TITLE_ABBREVIATIONS } from '../facts/lexicon/roles.ts';
import { fold } from '../text/normalize.ts';
import { contradictsRoles, piecesOf, rolePhrases, type Piece } from './rolePhrases.ts';

function lowered(words: ReadonlySet<string>): string[] {
  return [...words].map((word) => word.toLowerCase().replace(/\.$/u, ''));
}

/** Words with a capital that are no part of anybody's name. */
const NO_NAME: ReadonlySet<string> = new Set(
  [
    HONORIFICS,
    TITLE_ABBREVIATIONS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    PORTFOLIOS,
    OPENERS,
    MONTHS,
    DAYS,
    PREPOSITIONS,
    NAME_SUFFIXES,
  ]
    .flatMap(lowered)
    .concat('said says told interview statement speech spokesperson the'.split(' ')),
);
/** Words that are no name by themselves, but part of one before another: "Harbour Trust". */
const ORGANISATION_PARTS = new Set([ROLE_MODIFIERS, PORTFOLIOS].flatMap(lowered));
const FORMS_OF_ADDRESS = new Set([HONORIFICS, TITLE_ABBREVIATIONS].flatMap(lowered));

/** The words that make a person's name: no titles, no particles, no suffixes, no initials. */
function nameWords(name: string): string[] {
  return piecesOf(name)
    .filter(({ mark }) => !mark)
    .map(({ lower }) => lower)
    .filter(
      (word) => word.length > 1 && !FORMS_OF_ADDRESS.has(word) && !NAME_PARTICLES.has(word) && !NAME_SUFFIXES.has(word),
    );
}

/** Who is known, from the facts of a briefing: the roles that each person is given, and the names of all. */
export interface Cast {
  /** By name in lower case. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** Persons by the last word of their name, in lower case. */
  readonly surnames: ReadonlyMap<string, string>;
}

export function castOf(facts: readonly Fact[]): Cast {
  const roles = new Map<string, Set<string>>();
  const surnames = new Map<string, string>();
  const add = (name: string | null, role: string | null): void => {
    if (name === null) return;
    const key = name.toLowerCase();
    const known = roles.get(key) ?? new Set<string>();
    roles.set(key, known);
    if (role) known.add(role);
    const words = nameWords(name);
    const last = words.at(-1);
    if (words.length > 1 && last !== undefined) surnames.set(last, name);
  };
  for (const fact of facts) {
    if (fact.kind === 'name' && fact.nameKind === 'person') add(fact.name, fact.role);
    if (fact.kind === 'quote' && fact.speaker) add(fact.speaker.name, fact.speaker.role);
  }
  return { roles, surnames };
}

/** A run of capitalised words that may be a name. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** True behind "of", "for", "to the": what follows is where or to whom, not who. */
function isGoverned(pieces: readonly Piece[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /^(?:the|a|an|his|her|their)$/u.test(pieces[before]?.lower ?? '')) before--;
  const word = pieces[before]?.lower ?? '';
  return PREPOSITIONS.has(word) && word !== 'by';
}

/** Runs of capitalised words none of which is `own`, and that no preposition governs. */
function strangers(pieces: readonly Piece[], own: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  const strange = (piece: Piece | undefined): boolean =>
    piece !== undefined &&
    piece.capital &&
    piece.text.length > 1 &&
    !piece.mark &&
    !own.has(piece.lower) &&
    !NO_NAME.has(piece.lower) &&
    !NO_NAME.has(piece.lower.replace(/s$/u, ''));
  for (let at = 0; at < pieces.length; at++) {
    if (!strange(pieces[at])) continue;
    let from = at;
    while (from > 0 && pieces[from - 1]?.capital && ORGANISATION_PARTS.has(pieces[from - 1]?.lower ?? '')) from--;
    let to = at + 1;
    while (pieces[to]?.capital && !pieces[to]?.mark && !NO_NAME.has(pieces[to]?.lower ?? '')) to++;
    // "Ostrel’s mayor": the town is no speaker.
    if (!isGoverned(pieces, from) && !pieces[to - 1]?.possessive) runs.push({ from, to });
    at = to;
  }
  return runs;
}

/**
 * Where the speaker's name stands in `pieces`: its place and that of the word before it, or null. `other`: part of it
 * stands in another's name.
 */
function placeOfName(
  pieces: readonly Piece[],
  name: readonly string[],
): { at: number; from: number; other: boolean } | null {
  const words = new Set(name);
  const isOther = (piece: Piece | undefined): boolean =>
    piece !== undefined &&
    piece.capital &&
    !piece.mark &&
    piece.text.length > 1 &&
    !words.has(piece.lower) &&
    !NO_NAME.has(piece.lower) &&
    !NAME_PARTICLES.has(piece.lower);
  /** "Teo L." is he, "Teo B." is not; "Teo B. Lindqvist" is again. */
  const isOtherBehind = (at: number): boolean => {
    const [behind, next] = [pieces[at], pieces[at + 1]];
    if (behind?.capital && behind.text.length === 1) {
      return !words.has(next?.lower ?? '') && !name.some((word) => word.startsWith(behind.lower));
    }
    return isOther(behind);
  };
  let found: { at: number; from: number; other: boolean } | null = null;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (!words.has(piece.lower) || !piece.capital) continue;
    let ahead = at - 1;
    while (NAME_PARTICLES.has(pieces[ahead]?.lower ?? '')) ahead--;
    const before = pieces[ahead];
    const given = piece.lower === name[0] && name.length > 1;
    // "Ona Feld" is not Ona Brandt, and neither is "Teo Brandt"; "O. Brandt" and "the Calder Post’s Brandt" are.
    const other = given
      ? isOtherBehind(at + 1) && !words.has(before?.lower ?? '')
      : isOther(before) && before?.possessive !== true && !ORGANISATION_WORDS.has(before?.text ?? '');
    if (!other) return { at, from: ahead, other };
    found ??= { at, from: ahead, other };
  }
  return found;
}

function words(pieces: readonly Piece[], run: Run): string {
  return pieces
    .slice(run.from, run.to)
    .map(({ text }) => text)
    .join(' ');
}

/** Whom the source names: "Ona Brandt, Mayor". */
function sourceSays(speaker: Speaker): string {
  const name = speaker.name ?? (speaker.role ? '' : speaker.text);
  return [name, speaker.role].filter((part) => part !== null && part !== '').join(', ');
}

export interface SpeakerContext {
  readonly cast: Cast;
  /** Words that may stand in an attribution and name nobody: the publisher of the article. */
  readonly beside: readonly string[];
}

/**
 * What is wrong with `words` (an attribution line, or whom a sentence names) as those of `speaker`, in a sentence; null when
 * nothing is, or when it cannot be told: a role or a name that the source does not give contradicts nothing.
 */
export function speakerFault(speaker: Speaker, given: string, { cast, beside }: SpeakerContext): string | null {
  // Where the source leaves a choice the name is a guess, and a guess accuses nobody.
  if (speaker.name !== null && !speaker.resolved) return null;
  const pieces = piecesOf(given);
  const name = speaker.name === null ? [] : nameWords(speaker.name);
  const roles = [
    speaker.role ?? '',
    ...(speaker.name === null ? [speaker.text] : []),
    ...(cast.roles.get(speaker.name?.toLowerCase() ?? '') ?? []),
  ];
  const contradicted = (): string | null => {
    const known = roles.flatMap((role) => rolePhrases(piecesOf(role)));
    const fault = contradictsRoles(rolePhrases(pieces), known);
    return fault ? `The role differs. The source says ${sourceSays(speaker)}.` : null;
  };
  const own = new Set([
    ...name,
    ...[...roles, speaker.text, ...beside].flatMap((text) => piecesOf(text).map(({ lower }) => lower)),
  ]);
  const place = name.length > 0 ? placeOfName(pieces, name) : null;
  const others = strangers(pieces, own);
  if (place && !place.other) {
    // "Teo Lindqvist, for Ona Brandt".
    const [first] = others;
    if (!first || first.from > place.at || !isGoverned(pieces, place.at)) return contradicted();
  }
  if (speaker.name === null || name.length === 0) return contradicted();
  const [first] = others;
  if (place?.other) {
    const from = Math.max(0, place.from);
    const near =
      pieces[place.at]?.lower === name[0] ? { from: place.at, to: place.at + 2 } : { from, to: place.at + 1 };
    return `${words(pieces, near)} is named. The source says ${sourceSays(speaker)}.`;
  }
  if (first) return `${words(pieces, first)} is named. The source says ${sourceSays(speaker)}.`;
  return contradicted();
}

/** What is wrong with the line under a quotation of `quote`; what prefill writes there is right, whatever it is. */
export function signedFault(quote: Quote, line: string, context: SpeakerContext): string | null {
  if (!quote.speaker || fold(line).text.trim() === fold(attributionText(quote)).text) return null;
  return speakerFault(quote.speaker, line, context);
}

/** True for words that name nobody by themselves: "he", "they". */
export function isPronoun(text: string): boolean {
  return PERSONAL_PRONOUNS.has(text.trim().toLowerCase()) || /^(?:she|him|her|them|who)$/iu.test(text.trim());
}

/** True when `text` names the speaker by a word of the name. */
export function namesPerson(speaker: Speaker, text: string): boolean {
  const name = new Set(speaker.name === null ? [] : nameWords(speaker.name));
  return piecesOf(text).some((piece) => piece.capital && name.has(piece.lower));
}

/** True when `text` names the speaker, by a word of the name or by an office. */
export function namesSpeaker(speaker: Speaker, text: string, cast: Cast): boolean {
  if (namesPerson(speaker, text)) return true;
  const roles = [speaker.role ?? '', speaker.text, ...(cast.roles.get(speaker.name?.toLowerCase() ?? '') ?? [])];
  const offices = new Set(roles.flatMap((role) => rolePhrases(piecesOf(role)).map(({ office }) => office)));
  return rolePhrases(piecesOf(text)).some(({ office }) => offices.has(office));
}

/** The persons of the cast that `text` names by their surname, in order, each once. */
export function personsIn(text: string, cast: Cast): string[] {
  const found = piecesOf(text).flatMap((piece) => (piece.capital ? (cast.surnames.get(piece.lower) ?? []) : []));
  return [...new Set(found)];
}
