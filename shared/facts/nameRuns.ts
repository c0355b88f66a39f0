// nameRuns: runs of capitalised words, the raw stuff of names and titles.
import { DAYS, MONTHS, OPENERS } from './lexicon/grammar.ts';
import { GIVEN_NAMES } from './lexicon/givenNames.ts';
import {
  EVENT_WORDS,
  NAME_LINKS,
  NAME_PARTICLES,
  NAME_SUFFIXES,
  ORGANISATION_WORDS,
  PLACE_WORDS,
} from './lexicon/organisations.ts';
import { HONORIFICS, ROLE_HEADS, TITLE_ABBREVIATIONS } from './lexicon/roles.ts';
import type { Word } from './words.ts';

const QUOTE_MARK = /^["“”‘’']$/u;

/** Words [from, to) of a sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** The run begins the sentence (quotation marks aside), where a capital proves nothing. */
  readonly initial: boolean;
}

/** Runs of capitalised words of one sentence; `smallWords` are those the article also writes small. */
export function runsOf(words: readonly Word[], smallWords: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let i = 0;
  let fresh = true;
  while (i < words.length) {
    const word = words[i] as Word;
    if (word.kind !== 'word') {
      fresh = fresh || word.text === ':' || '“"‘'.includes(word.text);
      i++;
      continue;
    }
    if (!begins(word)) {
      fresh = false;
      i++;
      continue;
    }
    let from = i;
    if (fresh && isOpener(word, words[i + 1], smallWords)) {
      fresh = false;
      i++;
      continue;
    }
    if (OPENERS.has(word.lower) && !/^\p{Lu}{2,}$/u.test(word.text)) {
      i++;
      continue;
    }
    let to = endOf(words, i);
    const behind = to;
    // "X Y Read more": a grammar word at the end is no part of the name.
    while (to > from + 1 && OPENERS.has((words[to - 1] as Word).lower)) to--;
    // "Former President X": the run may begin one word later.
    while (from < to - 1 && OPENERS.has((words[from] as Word).lower)) from++;
    runs.push({ from, to, initial: fresh });
    fresh = false;
    i = behind;
  }
  return runs;
}

function begins(word: Word): boolean {
  return (word.capital || /^(?:al|el)-\p{Lu}/u.test(word.text)) && !DAYS.has(word.text) && !MONTHS.has(word.text);
}

/** The first word of a sentence is no name when the article also writes it small, or when it is a grammar word. */
function isOpener(word: Word, next: Word | undefined, smallWords: ReadonlySet<string>): boolean {
  if (OPENERS.has(word.lower)) return true;
  if (GIVEN_NAMES.has(word.text) && next?.joined && next.capital) return false;
  if (HONORIFICS.has(word.lower) || TITLE_ABBREVIATIONS.has(word.lower) || ROLE_HEADS.has(word.lower)) return false;
  if (ORGANISATION_WORDS.has(word.text) || EVENT_WORDS.has(word.text)) return false;
  return smallWords.has(word.lower);
}

function endOf(words: readonly Word[], from: number): number {
  let to = from + 1;
  /** Some word so far heads an organisation, an office, an event or a place: links may follow. */
  let linking = heads(words[from] as Word);
  while (to < words.length) {
    const before = words[to - 1] as Word;
    const word = words[to] as Word;
    if (before.possessive && !linksPossessive(words, from, to)) break;
    if (word.kind === 'mark') {
      if (word.text === '&' && words[to + 1]?.capital) {
        to += 2;
        continue;
      }
      // Ann "Red" Bo
      const nick = words[to + 1];
      const closing = words[to + 2];
      const behind = words[to + 3];
      if (QUOTE_MARK.test(word.text) && nick?.capital && closing && QUOTE_MARK.test(closing.text) && behind?.capital) {
        if (behind.start - closing.end === 1 && word.start - before.end === 1) {
          to += 4;
          continue;
        }
      }
      break;
    }
    if (!word.joined) break;
    if (begins(word) && !startsAnew(words, to)) {
      linking ||= heads(word);
      to++;
      continue;
    }
    const next = words[to + 1];
    if (!next?.joined) break;
    if (NAME_PARTICLES.has(word.lower) && begins(next) && !linking) {
      to += 2;
      continue;
    }
    if (
      NAME_PARTICLES.has(word.lower) &&
      NAME_PARTICLES.has(next.lower) &&
      words[to + 2]?.joined &&
      words[to + 2]?.capital &&
      !linking
    ) {
      to += 3;
      continue;
    }
    if (!linking || !NAME_LINKS.has(word.lower)) break;
    const article = next.lower === 'the' || next.lower === 'la' ? 1 : 0;
    const target = words[to + 1 + article];
    if (!target?.joined || !begins(target) || !links(words, from, to, target)) break;
    to += 2 + article;
    linking ||= heads(target);
  }
  return to;
}

/** True for a word that makes "of X" part of the same name: "Ministry of", "Member of", "Battle of". */
function heads(word: Word): boolean {
  return (
    ORGANISATION_WORDS.has(word.text) ||
    EVENT_WORDS.has(word.text) ||
    PLACE_WORDS.has(word.text) ||
    ROLE_HEADS.has(word.lower)
  );
}

/** Whether the link at `at` may join the run to `target`. */
function links(words: readonly Word[], from: number, at: number, target: Word): boolean {
  const link = (words[at] as Word).lower;
  const head = words[at - 1] as Word;
  if (link === 'of' || link === 'for') return heads(head) || !link.startsWith('f');
  if (link === 'on') return heads(head);
  if (link === 'in') return false;
  if (link === 'and' || link === '&') {
    // "Ministry of Trade and Industry", not "Ministry of Trade and Ann Bo".
    const after = words[words.indexOf(target, at) + 1];
    const ofBefore = words
      .slice(Math.max(from, at - 4), at)
      .some((word) => word.lower === 'of' || word.lower === 'for');
    return (
      ofBefore &&
      !GIVEN_NAMES.has(target.text) &&
      !heads(target) &&
      !(after?.joined && after.capital && GIVEN_NAMES.has(target.text))
    );
  }
  return true;
}

/** "King's College", "Children's Hospital": the possessive stays inside where an organisation word follows soon. */
function linksPossessive(words: readonly Word[], from: number, at: number): boolean {
  const next = words[at];
  return (
    at - from === 1 && next !== undefined && next.joined && ['College', 'Hospital', 'Court', 'Fund'].includes(next.text)
  );
}

/** A title that starts a new name in the middle of a run: "Norland President X" goes on, "X Y Mr. Z" does not. */
function startsAnew(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  return HONORIFICS.has(word.lower) && !NAME_SUFFIXES.has(word.text) && word.text.endsWith('.');
}
