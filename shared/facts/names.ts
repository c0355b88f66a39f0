// names: persons with their roles, organisations, places and events in an article, short forms resolved to full ones.
import { factAt, type Reading } from './reading.ts';
import { DAYS, MONTHS } from './lexicon/grammar.ts';
import { PLACES } from './lexicon/places.ts';
import type { NameKind, NameMention } from './fact.ts';
import { classify } from './nameKinds.ts';
import { People } from './people.ts';
import { runsOf, type Run } from './nameRuns.ts';
import { readRoles } from './nameRoles.ts';
import { wordsOf, type Word } from './words.ts';

interface Candidate {
  readonly run: Run;
  readonly kind: NameKind | null;
  /** The words of the name proper, title taken off. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly role: string | null;
  readonly honorific: string | null;
}

/**
 * Every mention of a name, in the order of the text. `start`/`end` cover the name without its title; `name` is the
 * fullest form in the article ("Y" is "X Y" once the article says so), `role` the office or occupation that the article
 * gives, before the name ("Minister X Y") or after it ("X Y, the finance minister,"). Linear in the length of the text.
 */
export function findNames(reading: Reading): NameMention[] {
  const { text } = reading;
  const lowerCase = smallWords(reading);
  const people = new People();
  const others = new Map<string, NameKind>();
  const candidates: Candidate[] = [];
  for (const sentence of reading.sentences) {
    const words = wordsOf(text, sentence.start, sentence.end);
    const headline = isHeadline(words);
    for (const run of runsOf(words, lowerCase)) {
      for (const part of readRoles(text, words, run)) {
        const kind = classify(part, words, headline);
        if (kind === 'person' && part.words.length > 1) people.add(part.name, part.role, part.honorific);
        else if (kind === 'person' && part.honorific !== null) people.addShort(part.name, part.role, part.honorific);
        else if (kind === 'person') people.addShort(part.name, part.role, null);
        else if (kind !== null) others.set(part.name, kind);
        candidates.push({ ...part, kind });
      }
    }
  }
  people.settle();
  const mentions: NameMention[] = [];
  for (const candidate of candidates) {
    const mention = resolve(reading, candidate, people, others);
    if (mention) mentions.push(mention);
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

function resolve(
  reading: Reading,
  candidate: Candidate,
  people: People,
  others: ReadonlyMap<string, NameKind>,
): NameMention | null {
  const { name } = candidate;
  // A lone word taken for a place by what stands before it may be a surname after all.
  const doubtful = candidate.kind === 'place' && !PLACES.has(name) && !name.includes(' ');
  if (candidate.kind === null || candidate.kind === 'person' || doubtful) {
    const person = people.find(name, candidate.role, candidate.honorific);
    if (person) return mentionOf(reading, candidate, 'person', person.name, person.role ?? candidate.role);
  }
  const kind = candidate.kind ?? others.get(name) ?? null;
  if (kind === null) return null;
  return mentionOf(reading, candidate, kind, name, kind === 'person' ? candidate.role : null);
}

function mentionOf(
  reading: Reading,
  candidate: Candidate,
  nameKind: NameKind,
  name: string,
  role: string | null,
): NameMention {
  return { ...factAt(reading, 'name', candidate), kind: 'name', nameKind, name, role };
}

const SMALL_WORD = /(?<![\p{L}\p{N}'’-])\p{Ll}[\p{L}\p{M}]+/gu;

/** The words that the article writes in small letters: a capital on one of them begins a sentence, not a name. */
function smallWords(reading: Reading): ReadonlySet<string> {
  return new Set(reading.text.match(SMALL_WORD));
}

/** A heading in title case says nothing about names: nearly every long word has its capital. */
function isHeadline(words: readonly Word[]): boolean {
  if (/^[.!?]/u.test(words.at(-1)?.text ?? '')) return false;
  let long = 0;
  let capital = 0;
  for (const word of words) {
    if (word.kind !== 'word' || word.text.length < 4 || DAYS.has(word.text) || MONTHS.has(word.text)) continue;
    long++;
    if (word.capital) capital++;
  }
  return long >= 5 && capital >= long * 0.75;
}
