// nameRoles: takes titles off runs of capitals and reads the role that stands before or after a name.
import { DETERMINERS, PREPOSITIONS } from './lexicon/grammar.ts';
import { GIVEN_NAMES } from './lexicon/givenNames.ts';
import { EVENT_WORDS, ORGANISATION_WORDS } from './lexicon/organisations.ts';
import { DEMONYMS, PLACES } from './lexicon/places.ts';
import { HONORIFICS, PORTFOLIOS, ROLE_HEADS, ROLE_MODIFIERS, TITLE_ABBREVIATIONS } from './lexicon/roles.ts';
import { wordList } from './lexicon/wordList.ts';
import type { Run } from './nameRuns.ts';
import type { Word } from './words.ts';

/** A name within a run, with what was read around it. */
export interface NamePart {
  readonly run: Run;
  readonly words: readonly Word[];
  /** Index of the part's first word in the sentence. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly role: string | null;
  readonly honorific: string | null;
  /** Something beside the words themselves says that a person is meant. */
  readonly personal: boolean;
}

const LONGEST_ROLE = 14;
const FAMILY = wordList(
  'father mother sister brother son daughter wife husband widow partner friend neighbour neighbor',
);
/** Small words inside a role written in capitals: "Secretary of State for the Environment". */
const ROLE_COMPLEMENT = new Set(['of', 'for', 'the', 'and', 'at', 'in', 'to']);

/** The names in `run`: usually one; "Norland Labour Party Chairman X Y" holds an organisation and a person. */
export function readRoles(text: string, sentence: readonly Word[], run: Run): NamePart[] {
  const titleEnd = endOfTitle(sentence, run);
  const parts: NamePart[] = [];
  if (titleEnd.from > run.from) parts.push(...insideTitle(text, sentence, run, titleEnd.headAt));
  if (titleEnd.from >= run.to) return parts;
  const words = withoutNickname(sentence.slice(titleEnd.from, run.to));
  const first = words[0] as Word;
  const last = words.at(-1) as Word;
  let role = titleEnd.from > run.from && titleEnd.headAt >= 0 ? titleText(text, sentence, run, titleEnd) : null;
  if (titleEnd.from === run.from) role = smallTitle(text, sentence, run.from);
  const after = roleAfter(text, sentence, run.to);
  const isPerson = !words.some((word) => ORGANISATION_WORDS.has(word.text) || EVENT_WORDS.has(word.text));
  parts.push({
    run,
    words,
    at: titleEnd.from,
    start: first.start,
    end: last.end,
    name: words.length === run.to - titleEnd.from ? nameText(text, first.start, last.end) : joined(words),
    role: isPerson ? (role ?? after.role ?? roleBeforeComma(text, sentence, run.from)) : null,
    honorific: titleEnd.honorific,
    personal: titleEnd.honorific !== null || role !== null || (after.role !== null && after.sure) || after.aged,
  });
  return parts;
}

/** `Ann "Red" Bo` without the nickname. */
function withoutNickname(words: readonly Word[]): readonly Word[] {
  const mark = words.findIndex((word) => word.kind === 'mark' && word.text !== '&');
  return mark < 0 ? words : words.filter((_, index) => index < mark || index > mark + 2);
}

function nameText(text: string, start: number, end: number): string {
  const raw = text.slice(start, end);
  return /\s\s|[\u00a0\n\t]/u.test(raw) ? raw.replace(/\s+/gu, ' ') : raw;
}

interface TitleEnd {
  /** Index of the first word of the name proper. */
  readonly from: number;
  /** Index of the last role head in the title; -1 when there is an honorific only. */
  readonly headAt: number;
  readonly honorific: string | null;
}

function isHead(word: Word): boolean {
  return ROLE_HEADS.has(word.lower) || TITLE_ABBREVIATIONS.has(word.lower);
}

/** Finds where the title ends: behind the last role head (and its "of X") or honorific that leaves a name to its right. */
function endOfTitle(sentence: readonly Word[], run: Run): TitleEnd {
  let result: TitleEnd = { from: run.from, headAt: -1, honorific: null };
  for (let i = run.from; i < run.to; i++) {
    const word = sentence[i] as Word;
    if (HONORIFICS.has(word.lower) && i + 1 < run.to) {
      result = { from: i + 1, headAt: result.headAt, honorific: word.text };
      continue;
    }
    if (!isHead(word)) continue;
    // "Ann Speaker", "Tom Baker": a role word behind a given name is a surname.
    if (i > run.from && GIVEN_NAMES.has((sentence[i - 1] as Word).text) && !sentence[i + 1]?.capital) continue;
    if (i > run.from && i === run.to - 1 && i - run.from === 1 && GIVEN_NAMES.has((sentence[run.from] as Word).text))
      continue;
    const end = behindComplement(sentence, i + 1, run.to);
    result = { from: end, headAt: i, honorific: result.honorific };
    i = end - 1;
  }
  return result;
}

/** The index behind "of Foreign Affairs" or "of the Republic of Norland", if such a complement begins at `at`. */
function behindComplement(sentence: readonly Word[], at: number, to: number): number {
  let i = at;
  while (i < to) {
    const link = (sentence[i] as Word).lower;
    if (link !== 'of' && link !== 'for' && link !== 'and') break;
    let next = i + 1;
    if ((sentence[next] as Word | undefined)?.lower === 'the') next++;
    const end = behindPlace(sentence, next, to);
    if (end > next) {
      i = end;
      continue;
    }
    let taken = next;
    while (taken < to && taken < next + 4) {
      const word = sentence[taken] as Word;
      if (!PORTFOLIOS.has(word.text) && !ORGANISATION_WORDS.has(word.text) && !DEMONYMS.has(word.text)) break;
      taken++;
    }
    if (taken === next) {
      // An unknown word: it belongs to the complement unless it is all that is left of the name.
      if (link === 'and' || to - next < 3) return to - next <= 2 && to - next > 0 && link !== 'and' ? to : i;
      taken = next + 1;
    }
    i = taken;
  }
  return i;
}

/** The index behind the known place that begins at `at`, or `at`. */
function behindPlace(sentence: readonly Word[], at: number, to: number): number {
  let name = '';
  let best = at;
  for (let i = at; i < to && i < at + 4; i++) {
    name = i === at ? (sentence[i] as Word).text : `${name} ${(sentence[i] as Word).text}`;
    if (PLACES.has(name)) best = i + 1;
  }
  return best;
}

/** Organisations and places inside a title: the part of the run before the role head, and the complement behind it. */
function insideTitle(text: string, sentence: readonly Word[], run: Run, headAt: number): NamePart[] {
  const parts: NamePart[] = [];
  if (headAt > run.from) {
    let to = headAt;
    const isBody = headAt - run.from > 1 && ORGANISATION_WORDS.has((sentence[headAt - 1] as Word).text);
    while (!isBody && to > run.from && ROLE_MODIFIERS.has((sentence[to - 1] as Word).lower)) to--;
    const words = sentence.slice(run.from, to);
    const known =
      words.length > 0 &&
      (PLACES.has(joined(words)) || (words.length > 1 && ORGANISATION_WORDS.has((words.at(-1) as Word).text)));
    if (known) parts.push(plain(text, run, words, run.from));
  }
  return parts;
}

function joined(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

function plain(text: string, run: Run, words: readonly Word[], at: number): NamePart {
  const first = words[0] as Word;
  const last = words.at(-1) as Word;
  return {
    run,
    words,
    at,
    start: first.start,
    end: last.end,
    name: nameText(text, first.start, last.end),
    role: null,
    honorific: null,
    personal: false,
  };
}

/** The title as written, extended by small words before it ("former", "deputy"), honorifics left out. */
function titleText(text: string, sentence: readonly Word[], run: Run, title: TitleEnd): string | null {
  let to = title.from;
  while (to > run.from && HONORIFICS.has((sentence[to - 1] as Word).lower) && to - 1 > title.headAt) to--;
  let from = run.from;
  while (from < to && HONORIFICS.has((sentence[from] as Word).lower)) from++;
  while (from > 0) {
    const before = sentence[from - 1] as Word;
    if (before.kind !== 'word' || !(sentence[from] as Word).joined) break;
    if (!ROLE_MODIFIERS.has(before.lower) && !(isHead(before) && !before.capital)) break;
    from--;
  }
  if (from >= to) return null;
  return nameText(text, (sentence[from] as Word).start, (sentence[to - 1] as Word).end);
}

/** A title in small letters before the name: "former finance minister X Y", "the party's leader X Y". */
function smallTitle(text: string, sentence: readonly Word[], at: number): string | null {
  const head = sentence[at - 1];
  const name = sentence[at] as Word;
  if (!head || head.kind !== 'word' || !name.joined || head.possessive || !isHead(head)) return null;
  let from = at - 1;
  while (from > 0 && at - from < 8) {
    const before = sentence[from - 1] as Word;
    if (before.kind !== 'word' || !(sentence[from] as Word).joined || before.possessive) break;
    const fits =
      ROLE_MODIFIERS.has(before.lower) || DEMONYMS.has(before.text) || PLACES.has(before.text) || isHead(before);
    if (!fits) break;
    from--;
  }
  return nameText(text, (sentence[from] as Word).start, head.end);
}

/** "the president of Norland, X Y": the role stands before the name, behind an article, and ends in the comma. */
function roleBeforeComma(text: string, sentence: readonly Word[], at: number): string | null {
  const comma = sentence[at - 1];
  if (comma?.text !== ',') return null;
  let head = -1;
  for (let i = at - 2; i >= 0 && at - i < LONGEST_ROLE; i--) {
    const word = sentence[i] as Word;
    if (word.kind !== 'word') return null;
    if (isHead(word)) head = i;
    if (DETERMINERS.has(word.lower) && head >= 0 && sentence[i - 1]?.lower !== 'of') {
      const behind = sentence[head + 1] as Word;
      const tight = behind === comma || behind.lower === 'of' || behind.lower === 'for' || behind.lower === 'at';
      const family = ['his', 'her', 'their'].includes(word.lower) && FAMILY.has((sentence[head] as Word).lower);
      return tight && !family ? nameText(text, (sentence[i + 1] as Word).start, (sentence[at - 2] as Word).end) : null;
    }
  }
  return null;
}

/** What follows a name: ", 53, the finance minister of Norland," or "(the finance minister)". */
function roleAfter(
  text: string,
  sentence: readonly Word[],
  at: number,
): { role: string | null; sure: boolean; aged: boolean } {
  const none = { role: null, sure: false, aged: false };
  let i = at;
  const opened = sentence[i]?.text;
  if (opened !== ',' && opened !== '(') return none;
  i++;
  let aged = false;
  if (/^\d{1,2}$/u.test(sentence[i]?.text ?? '') && (sentence[i + 1]?.text === ',' || sentence[i + 1]?.text === '.')) {
    aged = true;
    if (sentence[i + 1]?.text === '.') return { role: null, sure: false, aged };
    i += 2;
  }
  const from = i;
  const first = sentence[from];
  if (first?.kind !== 'word') return { role: null, sure: false, aged };
  const article =
    DETERMINERS.has(first.lower) &&
    !['that', 'this', 'these', 'those', 'some', 'many', 'no', 'all'].includes(first.lower);
  let head = -1;
  let linked = -1;
  let end = from;
  for (; end < sentence.length && end - from < LONGEST_ROLE; end++) {
    const word = sentence[end] as Word;
    if (word.kind !== 'word') break;
    if (
      ['who', 'which', 'said', 'says', 'told', 'added', 'and', 'was', 'is', 'has', 'had', 'will'].includes(word.lower)
    ) {
      if (word.lower === 'and' && sentence[end + 1] && !(sentence[end + 1] as Word).capital) continue;
      break;
    }
    if (linked < 0 && isHead(word)) head = end;
    else if (linked < 0 && PREPOSITIONS.has(word.lower)) {
      linked = end;
      if (head < 0 && aged && article) head = end - 1;
      if (head < 0) return { role: null, sure: false, aged };
    }
  }
  // "X Y, 58, a miller,": what follows an age is what one is.
  if (head < 0 && aged && article) head = end - 1;
  if (head < 0 || end === from) return { role: null, sure: false, aged };
  const closer = sentence[end]?.text ?? '.';
  const proper = article || first.capital === false || aged || isHead(first);
  // ", Member of Parliament X Y said": a role with a name of its own, not one of the name before.
  if (!article && first.capital) {
    for (let k = from; k < end; k++) {
      const word = sentence[k] as Word;
      if (!word.capital && !ROLE_COMPLEMENT.has(word.lower)) return { role: null, sure: false, aged };
    }
  }
  // ", Minister X Y": the next item of a list, not a role of the one before.
  if (!article && first.capital && end - head > 1 && linked < 0) return { role: null, sure: false, aged };
  if (!proper && opened !== '(' && linked < 0 && ![',', '.', ';', ')'].includes(closer))
    return { role: null, sure: false, aged };
  if (end - from >= LONGEST_ROLE) end = Math.max(head + 1, linked > 0 ? linked : head + 1);
  const start = article ? from + 1 : from;
  if (start >= end) return { role: null, sure: false, aged };
  return { role: nameText(text, (sentence[start] as Word).start, (sentence[end - 1] as Word).end), sure: proper, aged };
}
