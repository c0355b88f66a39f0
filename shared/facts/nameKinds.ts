// nameKinds: decides whether a run of capitals is a person, an organisation, a place or an event, or none of these.
import { CUE_VERBS } from './lexicon/cues.ts';
import { GIVEN_NAMES } from './lexicon/givenNames.ts';
import { AUXILIARIES, DAYS, MONTHS } from './lexicon/grammar.ts';
import { EVENT_WORDS, NAME_LINKS, ORGANISATIONS, ORGANISATION_WORDS, PLACE_WORDS } from './lexicon/organisations.ts';
import { DEMONYMS, PLACES } from './lexicon/places.ts';
import { SPEAKING_NOUNS } from './lexicon/roles.ts';
import { wordList } from './lexicon/wordList.ts';
import type { NameKind } from './fact.ts';
import type { NamePart } from './nameRoles.ts';
import type { Word } from './words.ts';

const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})$/u;
const QUOTE_MARK = /^["“”‘’'«»„]/u;
const NUMERAL = /^[IVX]+$/u;
const PLACE_PREPOSITIONS = new Set(['in', 'near', 'outside', 'across', 'throughout', 'from']);
/** "the government of X", "the mayor of X": X is a place. */
const GOVERNED = wordList(
  'government mayor governor president king queen city town village port capital people republic coast university parliament',
);

/** The kind of `part`; null for a short form that only the rest of the article can explain, or for no name at all. */
export function classify(part: NamePart, sentence: readonly Word[], headline: boolean): NameKind | null {
  const { words, name } = part;
  if (PLACES.has(name)) return part.honorific === null ? 'place' : 'person';
  if (ORGANISATIONS.has(name)) return 'organisation';
  const last = words.at(-1) as Word;
  const first = words[0] as Word;
  const givenName = GIVEN_NAMES.has(first.text) && words.length > 1;
  if (isDateline(part, sentence)) return 'place';
  if (isQuotedTitle(part, sentence) && !part.personal) return null;
  if (words.length > 1) {
    const kind = kindByHead(words);
    if (kind !== null && !(part.honorific !== null || (givenName && words.length === 2))) return kind;
  }
  if (part.personal && words.length <= 5 && !DEMONYMS.has(last.text)) return 'person';
  if (headline) return null;
  if (words.length === 1) {
    if (ACRONYM.test(last.text)) return NUMERAL.test(last.text) || !sentence.some(hasSmall) ? null : 'organisation';
    return isPlaceHere(part, sentence) ? 'place' : null;
  }
  if (words.some((word) => DEMONYMS.has(word.text) || DAYS.has(word.text) || MONTHS.has(word.text))) return null;
  if (words.some((word) => /\d/u.test(word.text) || SPEAKING_NOUNS.has(word.lower))) return null;
  if (words.some((word) => NAME_LINKS.has(word.lower) && ['of', 'and', 'for', 'on', '&'].includes(word.lower)))
    return null;
  if (words.length > 4) return null;
  if (givenName) return 'person';
  if (words.some((word) => PLACES.has(word.text))) return null;
  // At the head of a sentence the second capital is the proof, unless the first word only begins the sentence.
  return speaks(part, sentence) || !part.run.initial || !CUE_VERBS.has(first.lower) ? 'person' : null;
}

/** "PORT NAME, 3 May (Agency) - ": capitals throughout at the head of a sentence, and a mark behind them. */
function isDateline(part: NamePart, sentence: readonly Word[]): boolean {
  if (part.at !== 0 || part.honorific !== null) return false;
  const after = sentence[part.words.length];
  if (after === undefined || !/^[,(–—-]/u.test(after.text)) return false;
  return part.words.every(({ text }) => /^\p{Lu}{3,}$/u.test(text));
}

/** The run fills a pair of quotation marks: the title of a work. */
function isQuotedTitle(part: NamePart, sentence: readonly Word[]): boolean {
  const after = sentence[part.at + part.words.length];
  let before = sentence[part.at - 1];
  if (before?.kind === 'word' && before.capital) before = sentence[part.at - 2];
  return before !== undefined && after !== undefined && QUOTE_MARK.test(before.text) && QUOTE_MARK.test(after.text);
}

function hasSmall(word: Word): boolean {
  return word.kind === 'word' && !word.capital && /\p{Ll}/u.test(word.text);
}

/** By the last word ("Norland Water Board", "River Front") or the first ("Ministry of X", "Lake X"). */
function kindByHead(words: readonly Word[]): NameKind | null {
  let link = words.findIndex((word) => ['of', 'for', 'on', 'and'].includes(word.lower));
  if (link < 0) link = words.length;
  const head = words[link - 1];
  const first = words[0] as Word;
  if (!head) return null;
  if (EVENT_WORDS.has(head.text) && head.text !== 'Congress') return 'event';
  if (ORGANISATION_WORDS.has(head.text)) return 'organisation';
  if (PLACE_WORDS.has(head.text) || ['Lake', 'Mount', 'Cape', 'River', 'Port'].includes(first.text)) return 'place';
  if (words.some((word, index) => index < link && index > 0 && ORGANISATION_WORDS.has(word.text)))
    return 'organisation';
  return null;
}

/** One unknown capitalised word behind "in" or "near", not at the head of a longer phrase: a place. */
function isPlaceHere(part: NamePart, sentence: readonly Word[]): boolean {
  const before = sentence[part.at - 1];
  const word = part.words[0] as Word;
  if (!before || !word.joined || word.possessive) return false;
  const governed = before.lower === 'of' && GOVERNED.has(sentence[part.at - 2]?.lower ?? '');
  if (!governed && !PLACE_PREPOSITIONS.has(before.lower)) return false;
  if (DEMONYMS.has(word.text) || MONTHS.has(word.text) || DAYS.has(word.text) || word.text.length < 3) return false;
  const next = sentence[part.at + 1];
  return !next || next.kind !== 'word' || !next.capital;
}

/** The name stands beside a verb of speech: "X Y said", "said X Y". */
function speaks(part: NamePart, sentence: readonly Word[]): boolean {
  let i = part.at + part.words.length;
  while (sentence[i] && AUXILIARIES.has((sentence[i] as Word).lower)) i++;
  const after = sentence[i];
  const before = sentence[part.at - 1];
  return (after !== undefined && CUE_VERBS.has(after.lower)) || (before !== undefined && CUE_VERBS.has(before.lower));
}
