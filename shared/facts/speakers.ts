// speakers: finds the words that name who speaks, left or right of a verb of speech.
import { CUE_VERBS } from './lexicon/cues.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  SUBORDINATORS,
} from './lexicon/grammar.ts';
import { HONORIFICS, ROLE_HEADS, ROLE_MODIFIERS, SPEAKING_NOUNS, TITLE_ABBREVIATIONS } from './lexicon/roles.ts';
import type { NameMention } from './fact.ts';
import type { OuterSentence } from './clauses.ts';
import type { Word } from './words.ts';

/** The mention of a speaker: pieces [from, to) of a sentence. */
export interface Mention {
  readonly sentence: OuterSentence;
  readonly from: number;
  readonly to: number;
  /** The name it holds as its head; null for pronouns and common nouns. */
  readonly name: NameMention | null;
}

const LONGEST = 24;

/** True for what may stand between a subject and its verb. */
export function isFiller(word: Word): boolean {
  return (
    word.kind === 'word' &&
    (AUXILIARIES.has(word.lower) ||
      ADVERBS.has(word.lower) ||
      DAYS.has(word.text) ||
      (word.lower.endsWith('ly') && !word.capital && word.lower.length > 4))
  );
}

function isNoun(word: Word): boolean {
  const { lower } = word;
  return (
    ROLE_HEADS.has(lower) || SPEAKING_NOUNS.has(lower) || (lower.endsWith('s') && ROLE_HEADS.has(lower.slice(0, -1)))
  );
}

/** A unit that could be a subject: a name with its title, a pronoun, or a noun that speaks with its article. */
function unitAt(sentence: OuterSentence, i: number): Mention | null {
  const { pieces, names } = sentence;
  const name = names[i] ?? null;
  const word = pieces[i] as Word;
  if (name) {
    if (name.nameKind === 'place' || name.nameKind === 'event') return null;
    let to = i + 1;
    while (names[to] === name) to++;
    return { sentence, from: titleFrom(sentence, i), to, name };
  }
  if (word.kind !== 'word') return null;
  if (PERSONAL_PRONOUNS.has(word.lower)) return { sentence, from: i, to: i + 1, name: null };
  if (isNoun(word)) {
    const next = pieces[i + 1];
    // "the finance minister X Y": the noun is a title of the name behind it; "spokesman Y" too.
    if (next?.joined && names[i + 1]) return null;
    if (next?.joined && isNoun(next) && !CUE_VERBS.has(next.lower)) return null;
    if (next?.lower === 'of' && isTitleOfName(sentence, i)) return null;
    let from = i;
    while (from > 0 && i - from < 6) {
      const before = pieces[from - 1] as Word;
      if (before.kind !== 'word' || !(pieces[from] as Word).joined || PREPOSITIONS.has(before.lower)) break;
      if (CUE_VERBS.has(before.lower) || CONJUNCTIONS.has(before.lower) || SUBORDINATORS.has(before.lower)) break;
      if (AUXILIARIES.has(before.lower)) break;
      from--;
      if (DETERMINERS.has(before.lower)) break;
    }
    return { sentence, from, to: i + 1, name: null };
  }
  return null;
}

/** "Member of Parliament X Y": the noun at `i` begins the title of a name. */
function isTitleOfName(sentence: OuterSentence, i: number): boolean {
  for (let k = i + 2; k < i + 8; k++) {
    const name = sentence.names[k];
    if (name?.nameKind === 'person') return titleFrom(sentence, k) <= i;
    if (sentence.pieces[k]?.kind !== 'word') return false;
  }
  return false;
}

/** The first piece of the title that stands before the name at `i`. */
function titleFrom(sentence: OuterSentence, i: number): number {
  const { pieces, names } = sentence;
  const role = names[i]?.role ?? '';
  let from = i;
  while (from > 0 && i - from < 10 && (pieces[from] as Word).joined) {
    const before = pieces[from - 1] as Word;
    if (before.kind !== 'word') break;
    const { lower } = before;
    const title = HONORIFICS.has(lower) || TITLE_ABBREVIATIONS.has(lower) || ROLE_HEADS.has(lower);
    if (
      !title &&
      !(from < i && ROLE_MODIFIERS.has(lower)) &&
      !(role !== '' && before.capital && role.includes(before.text)) &&
      !((lower === 'of' || lower === 'the') && role.includes(` ${lower} `))
    )
      break;
    from--;
  }
  while (from < i && ['of', 'the'].includes((pieces[from] as Word).lower)) from++;
  return from;
}

/** A unit that hangs on a preposition or owns the next word is no subject. */
function isFree(sentence: OuterSentence, unit: Mention): boolean {
  const { pieces } = sentence;
  const last = pieces[unit.to - 1] as Word;
  if (last.possessive) return false;
  const before = pieces[unit.from - 1];
  if (before?.kind !== 'word') return true;
  if (PREPOSITIONS.has(before.lower))
    return (
      before.lower === 'as' &&
      (pieces[unit.from] as Word).kind === 'word' &&
      PERSONAL_PRONOUNS.has((pieces[unit.from] as Word).lower)
    );
  if (DETERMINERS.has(before.lower)) {
    const ahead = pieces[unit.from - 2];
    return !(ahead?.kind === 'word' && PREPOSITIONS.has(ahead.lower));
  }
  return true;
}

function isBoundary(word: Word): boolean {
  return word.kind === 'quote' || (word.kind === 'mark' && ';:—–'.includes(word.text)) || word.text === '--';
}

/** Where the clause that holds piece `at` begins: behind a quotation, a colon, a semicolon or a dash. */
export function clauseStart(pieces: readonly Word[], at: number, least = 0): number {
  let from = at;
  while (from > least && at - from < 80 && !isBoundary(pieces[from - 1] as Word)) from--;
  return from;
}

/** The subject of the verb at `verb`, looked for from `from` on. */
export function subjectBefore(sentence: OuterSentence, verb: number, from: number): Mention | null {
  const { pieces } = sentence;
  let j = verb - 1;
  while (j >= from && isFiller(pieces[j] as Word)) j--;
  if (j < from) return null;
  const near = pieces[j] as Word;
  if (near.kind === 'mark') {
    if (near.text === ',' || near.text === ')' || near.text === '-') return firstSubject(sentence, from, j);
    return null;
  }
  if (near.kind === 'quote') return null;
  if (CONJUNCTIONS.has(near.lower)) return firstSubject(sentence, from, j);
  const unit = unitEndingAt(sentence, j, from);
  if (unit && isFree(sentence, unit)) return unit;
  return phraseEndingAt(sentence, j, from);
}

function unitEndingAt(sentence: OuterSentence, j: number, from: number): Mention | null {
  const name = sentence.names[j];
  let i = j;
  if (name) while (i > from && sentence.names[i - 1] === name) i--;
  const unit = unitAt(sentence, i);
  return unit && unit.to === j + 1 ? unit : null;
}

/** A noun phrase that ends at `j`: its first free unit; else the phrase itself. */
function phraseEndingAt(sentence: OuterSentence, j: number, from: number): Mention | null {
  const { pieces } = sentence;
  let k = j;
  while (k > from && j - k < LONGEST) {
    const before = pieces[k - 1] as Word;
    if (before.kind !== 'word') break;
    if (SUBORDINATORS.has(before.lower) || ['but', 'so', 'yet', 'or'].includes(before.lower)) break;
    if (before.lower === 'and' && !(sentence.names[k] && (sentence.names[k - 2] ?? null))) break;
    const cue = CUE_VERBS.get(before.lower);
    if (cue && !cue.bare && !sentence.names[k - 1] && !DETERMINERS.has(pieces[k - 2]?.lower ?? '')) break;
    k--;
  }
  const first = pieces[k] as Word;
  if (PREPOSITIONS.has(first.lower) && !sentence.names[k]) {
    // "In a statement the ministry": the subject is the last free unit behind the phrase.
    let best: Mention | null = null;
    for (let i = k; i <= j; i++) {
      const unit = unitAt(sentence, i);
      if (unit && isFree(sentence, unit)) best = unit;
    }
    return best;
  }
  for (let i = k; i <= j; i++) {
    const unit = unitAt(sentence, i);
    if (unit && isFree(sentence, unit)) return unit;
    if (PREPOSITIONS.has((pieces[i] as Word).lower)) break;
  }
  const last = pieces[j] as Word;
  if (last.kind !== 'word' || AUXILIARIES.has(last.lower) || PREPOSITIONS.has(last.lower)) return null;
  let to = k;
  while (to <= j && !PREPOSITIONS.has((pieces[to] as Word).lower)) to++;
  return to > k ? { sentence, from: k, to, name: nameIn(sentence, k, to) } : null;
}

function nameIn(sentence: OuterSentence, from: number, to: number): NameMention | null {
  const name = sentence.names[to - 1] ?? null;
  return name && !(sentence.pieces[to - 1] as Word).possessive && from <= to ? name : null;
}

/** The first free unit in [from, to), an opening phrase ("Speaking to X, ...") passed over. */
export function firstSubject(sentence: OuterSentence, from: number, to: number): Mention | null {
  let noun: Mention | null = null;
  for (let i = from; i < to; i++) {
    const unit = unitAt(sentence, i);
    if (!unit) continue;
    i = Math.max(i, unit.to - 1);
    if ((sentence.pieces[unit.from] as Word).lower === 'who') continue;
    if (unit.to > to || !isFree(sentence, unit)) continue;
    const before = sentence.pieces[unit.from - 1];
    // The object of a verb of speech ("told reporters") is not who speaks.
    if (before?.kind === 'word' && CUE_VERBS.has(before.lower) && unit.from > from) continue;
    if (unit.name?.nameKind === 'person' || (unit.name === null && isPersonal(sentence.pieces[unit.from] as Word)))
      return unit;
    const apposed = unit.name ? null : namedBehind(sentence, unit);
    if (apposed) return apposed;
    noun ??= unit;
    if (unit.name) return unit;
    if (sentence.pieces[unit.to]?.kind !== 'mark') return unit;
  }
  return noun;
}

/** "the head of the board, X Y": the name whose role the noun begins. */
function namedBehind(sentence: OuterSentence, unit: Mention): Mention | null {
  const head = (sentence.pieces[unit.to - 1] as Word).lower;
  if (!ROLE_HEADS.has(head)) return null;
  for (let k = unit.to; k < unit.to + 14; k++) {
    const name = sentence.names[k];
    if (name?.nameKind !== 'person' || !name.role?.toLowerCase().includes(head)) continue;
    const named = unitAt(sentence, k);
    if (named && sentence.pieces[named.from - 1]?.text === ',') return named;
  }
  return null;
}

function isPersonal(word: Word): boolean {
  return PERSONAL_PRONOUNS.has(word.lower) && word.lower !== 'it' && word.lower !== 'you';
}

/** The subject that follows its verb: "said X Y, the minister". */
export function subjectAfter(sentence: OuterSentence, verb: number): Mention | null {
  const { pieces, names } = sentence;
  let from = verb + 1;
  while (from < pieces.length && isFiller(pieces[from] as Word) && !names[from]) from++;
  const first = pieces[from];
  if (first?.kind !== 'word') return null;
  if (PREPOSITIONS.has(first.lower) || SUBORDINATORS.has(first.lower)) return null;
  let to = from;
  let name: NameMention | null = null;
  while (to < pieces.length && to - from < LONGEST) {
    const word = pieces[to] as Word;
    if (word.kind !== 'word') break;
    if (to > from && (SUBORDINATORS.has(word.lower) || (PREPOSITIONS.has(word.lower) && !withinTitle(sentence, to))))
      break;
    if (to > from && CONJUNCTIONS.has(word.lower) && !names[to + 1]) break;
    const here = names[to] ?? null;
    if (name && here !== name && !(pieces[to - 1] as Word).possessive) break;
    name = here;
    to++;
    if (!names[from] && PERSONAL_PRONOUNS.has(first.lower)) break;
  }
  if (to === from) return null;
  const likely =
    name !== null ||
    first.capital ||
    DETERMINERS.has(first.lower) ||
    PERSONAL_PRONOUNS.has(first.lower) ||
    isNoun(pieces[to - 1] as Word);
  if (!likely) return null;
  const person = nameIn(sentence, from, to);
  return { sentence, from, to, name: person };
}

/** "Member of Parliament X Y": the preposition belongs to a title that a name follows. */
function withinTitle(sentence: OuterSentence, at: number): boolean {
  for (let i = at + 1; i < at + 5; i++) {
    const name = sentence.names[i];
    if (name?.nameKind === 'person') return name.role !== null && name.role.includes(' of ');
  }
  return false;
}
