// Credits: what one line around an article says of its author, publisher, agency and day, and nothing else.
import { trimMarks } from '../text/trim.ts';
import { findDay } from './day.ts';

/** What a line gave; absent fields were not in it. */
export interface Credits {
  readonly byline?: string;
  readonly publisher?: string;
  readonly agency?: string;
  readonly published?: string;
  /** The day of the last change; stands in for `published` when there is none. */
  readonly updated?: string;
  readonly url?: string;
  readonly title?: string;
  readonly dateline?: string;
}

/** Small words within a name or the name of a paper. */
const PARTICLE =
  /^(?:de|da|do|dos|du|di|del|della|la|le|el|al|bin|bint|ibn|van|von|der|den|ter|ten|af|av|of|the|and|for|in|&)$/u;
/** A full stop belongs to initials and short forms alone; after a longer word it ends a sentence. */
const NAME_WORD =
  /^(?:(?:al|el|d|l|o)[-'’])?(?:\p{Lu}[\p{L}\p{M}\p{N}'’&-]*|\p{Lu}\p{L}{0,2}\.|(?:\p{L}{1,2}\.){1,4}|\p{Lu}[\p{L}\p{N}]*\.(?:com|org|net|news|info))$/u;

/** True for `least` to `most` capitalised words, particles within. */
function isName(text: string, least: number, most: number): boolean {
  const words = text.split(' ');
  if (words.length < least || words.length > most) return false;
  if (!NAME_WORD.test(words[0] ?? '') && !/^(?:The|[0-9]+\p{L}*)$/u.test(words[0] ?? '')) return false;
  if (!NAME_WORD.test(words.at(-1) ?? '') && !/^\d+$/u.test(words.at(-1) ?? '')) return false;
  return words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word) || /^\d+\p{L}*$/u.test(word));
}

/** One to three persons: "Ann Bo", "Ann Bo and Cy Dell", "Ann Bo, Cy Dell and Eva Fi". */
function isPersons(text: string): boolean {
  const persons = text.split(/, | and | & /u);
  return (
    persons.length <= 4 && persons.every((person) => isName(person, 2, 5) && !isPaper(person) && !NOISE.test(person))
  );
}

const PAPER =
  /\b(?:News|Times|Post|Courier|Herald|Tribune|Gazette|Journal|Agency|Press|Radio|TV|Television|Daily|Weekly|Chronicle|Observer|Guardian|Telegraph|Standard|Mail|Review|Bulletin|Monitor|Today|Online|Media|Network|Broadcasting|Wire|Newswire|Service|Dispatch|Examiner|Inquirer|Independent|Reporter|Echo|Argus|Mirror|Globe|Magazine|Digest|Insider|Newspaper|Gazeta|Reuters|Bloomberg|Xinhua|Interfax|Kyodo|Yonhap|Anadolu)\b|\.(?:com|org|net|news|info)\b|^\p{Lu}{2,6}$/u;

/** True when the words are those of a paper, station or agency rather than of a person. */
function isPaper(text: string): boolean {
  return PAPER.test(text);
}

const MORE = /(?:^| )(?:read more|continue reading|read (?:the )?full (?:story|article))(?: ?[.…»>→]+)?$/iu;
const CLOCK = /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\b|\b\d{1,2} ?[ap]\.?m\.?(?= |$)/iu;
const ZONE = /\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|MSK|IST|AZT|Z)\b(?:[+-]\d{1,2}(?::?\d{2})?)?/u;

interface Scrap {
  readonly credits: Credits;
  /** What follows the scrap in the same line: the body's first words, or nothing. */
  readonly rest: string;
}

/**
 * The scrap that syndication leaves at the head of a text: `date ISO AGENCY - PUBLISHER) BYLINE Read more`, any piece but
 * agency and publisher missing, and the bracket often unbalanced. Two of day, bracket and "Read more" must be there.
 */
export function readScrap(line: string): Scrap | null {
  const more = MORE.exec(line);
  let left = more ? line.slice(0, more.index) : line;
  left = left.replace(/^(?:date|dateline|published)(?: ?: ?| )/iu, '');
  const day = findDay(left.slice(0, 40));
  const dated = day !== null && day.start === 0;
  if (dated) left = left.slice(day.end).replace(/^(?:T[\d:.]+Z?|[,:;]|\s)+/u, '');
  const opened = left.startsWith('(');
  if (opened) left = left.slice(1);

  const dash =
    /^([^()\-–—]{2,40}?) ?[-–—] ([^()]{2,60})(\)?)/u.exec(left) ??
    /^([^()\-–—]{2,40})[-–—]([^()]{2,60})(\))/u.exec(left);
  if (!dash) return null;
  const [all, agency = '', named = '', bracket = ''] = dash;
  const evidence = [dated, bracket !== '', more !== null].filter(Boolean).length;
  if (evidence < 2 && !(opened && bracket !== '')) return null;
  if (!isName(agency.trim(), 1, 4)) return null;

  if (bracket === '') {
    // No bracket parts publisher and byline: the last two words are a person's when at least one is left over.
    const words = named.trim().split(' ');
    const person = more && words.length >= 3 ? words.slice(-2).join(' ') : '';
    const publisher = person === '' ? words.join(' ') : words.slice(0, -2).join(' ');
    if (!isName(publisher, 1, 5) || (person !== '' && !isName(person, 2, 2))) return null;
    return { credits: creditsOf(agency, publisher, person, day?.day), rest: '' };
  }
  if (!isName(named.trim(), 1, 6)) return null;
  const after = left.slice(all.length).trim();
  const person = isName(after, 2, 4) ? after : '';
  // "Read more" belongs to the scrap only when nothing but a byline stands before it.
  const rest = person !== '' || after === '' ? '' : line.slice(line.indexOf(after));
  return { credits: creditsOf(agency, named, person, dated ? day.day : undefined), rest };
}

function creditsOf(agency: string, publisher: string, byline: string, published: string | undefined): Credits {
  return {
    agency: agency.trim(),
    publisher: publisher.trim(),
    ...(byline === '' ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
  };
}

const ADDRESS = /^<?(https?:\/\/[^\s<>]*[^\s<>.,;])[>.,;]?$/iu;
const LABELLED =
  /^(title|headline|author|by|byline|reporter|publisher|publication|newspaper|source|agency|date|published|publication date|updated|last updated|url|link|dateline) ?: ?(.+)$/iu;

/** `Published: 7 May 2031` and the like; null when the value does not fit the label. */
function readLabelled(line: string): Credits | null {
  const match = LABELLED.exec(line);
  if (!match) return null;
  const label = (match[1] ?? '').toLowerCase();
  const value = (match[2] ?? '').trim();
  const day = findDay(value)?.day;
  const address = ADDRESS.exec(value)?.[1];
  switch (label) {
    case 'title':
    case 'headline':
      return value.length <= 200 ? { title: value } : null;
    case 'author':
    case 'by':
    case 'byline':
    case 'reporter':
      return isPersons(value) ? { byline: value } : null;
    case 'publisher':
    case 'publication':
    case 'newspaper':
      return isName(value, 1, 6) ? { publisher: value } : null;
    case 'agency':
      return isName(value, 1, 6) ? { agency: value } : null;
    case 'source':
      return address !== undefined ? { url: address } : isName(value, 1, 6) ? { publisher: value } : null;
    case 'url':
    case 'link':
      return address === undefined ? null : { url: address };
    case 'dateline':
      return isName(value, 1, 4) ? { dateline: value } : null;
    case 'updated':
    case 'last updated':
      return day === undefined || value.length > 60 ? null : { updated: day };
    default:
      return day === undefined || value.length > 60 ? null : { published: day };
  }
}

const SEPARATOR = / ?[|•·] ?| [-–—] |, |; /u;
/** Words of a credit line that name nothing we keep. */
const NOISE =
  /^(?:at|on|in|posted|first published|published|publication date|date|updated|last updated|last modified|modified|by|from|staff|\d+ min(?:ute)?s? read|(?:\p{L}+ ){0,3}(?:editor|correspondent|reporter|writer|bureau|bureau chief|contributor|columnist))?$/iu;

/** Takes the day and the time out of the line: what is left, and the day under the word that stood before it. */
function takeDays(line: string): { left: string; published?: string; updated?: string } {
  let left = line;
  let published: string | undefined;
  let updated: string | undefined;
  // Published and updated: a line has two days at most.
  for (let i = 0; i < 2; i++) {
    const day = findDay(left);
    if (!day) break;
    const before = left.slice(0, day.start);
    if (/\b(?:updated|modified)\b[^|•·]{0,12}$/iu.test(before)) updated ??= day.day;
    else published ??= day.day;
    const after = left.slice(day.end).replace(/^T[\d:.]+Z?(?:[+-]\d{2}:?\d{2})?/u, '');
    left = `${before.replace(/\b(?:(?:first |last )?(?:posted|published|updated|modified)(?: on| at)?|on|date)(?: ?: ?| )$/iu, '')} | ${after}`;
  }
  left = left.replace(CLOCK, ' ').replace(CLOCK, ' ').replace(ZONE, ' ').replace(/ +/gu, ' ').trim();
  return { left, ...(published === undefined ? {} : { published }), ...(updated === undefined ? {} : { updated }) };
}

const BY = /^(?:by|written by|words by|text by|story by|reporting by|reported by) /iu;

/** "by Ann Bo", "Written by Ann Bo in Ostrel": what stands after "by", the place left out; null without "by". */
function personsAfterBy(piece: string): string | null {
  const by = BY.exec(piece);
  return by ? withoutPlace(piece.slice(by[0].length)) : null;
}

/** "Ann Bo in Ostrel" without "in Ostrel". */
function withoutPlace(persons: string): string {
  const at = persons.lastIndexOf(' in ');
  return at > 0 && isName(persons.slice(at + 4), 1, 4) ? persons.slice(0, at) : persons;
}

/**
 * A line of credits: pieces parted by bars, dashes or commas, each a day, a byline, a paper, or noise such as "3 min
 * read"; null as soon as one piece is anything else. A bare name counts beside a paper, and beside a day when `bare`: the
 * title is known already, or else "Ostrel Harbour Plan, 7 May 2031" would be a person.
 */
function readPieces(line: string, bare: boolean): Credits | null {
  const { left, ...days } = takeDays(line);
  const dated = days.published !== undefined || days.updated !== undefined;
  const by = left.split(/ ?[|•·] ?| [-–—] /u).find((piece) => BY.test(piece));
  const persons = by === undefined ? null : personsAfterBy(by);
  let byline: string | undefined;
  let publisher: string | undefined;
  if (persons !== null) {
    // Several persons may be parted by commas, and the paper may follow: take persons as long as they last.
    const pieces = persons.split(', ');
    let count = 0;
    while (count < pieces.length && isPersons(pieces.slice(0, count + 1).join(', '))) count++;
    if (count === 0) return null;
    byline = pieces.slice(0, count).join(', ');
  }
  const others = (
    by !== undefined && persons !== null ? left.replace(by, persons.slice((byline ?? '').length)) : left
  ).split(SEPARATOR);
  for (const other of others) {
    const piece = trimMarks(other, ' ,:()–—-');
    if (NOISE.test(piece)) continue;
    // A day or "By" makes it a line of credits; without them only a paper's own name does.
    const paper = isPaper(piece) || (byline !== undefined && (dated || persons !== null));
    if (publisher === undefined && paper && isName(piece, 1, 6)) publisher = piece;
    else if (byline === undefined && isName(piece, 2, 4) && isPersons(piece)) byline = piece;
    else return null;
  }
  const named = byline !== undefined && publisher !== undefined;
  if (persons === null && !named && (!dated || (byline !== undefined && !bare))) return null;
  return { ...days, ...(byline === undefined ? {} : { byline }), ...(publisher === undefined ? {} : { publisher }) };
}

/** "(Reporting by Ann Bo; editing by Cy Dell)" at the foot of agency texts. */
const REPORTING = /^\(?(?:reporting|reported|written) by ([^;.()]{3,80})[;.)]/iu;

/** Longer than this is running text. */
const LINE_LENGTH = 200;

/**
 * What `line` (single spaces, trimmed) says of the article, when it says nothing but that; else null. `bare`: a name
 * beside a day, without "By", is the author.
 */
export function readCredits(line: string, bare: boolean): Credits | null {
  if (line.length === 0 || line.length > LINE_LENGTH) return null;
  const scrap = readScrap(line);
  if (scrap && scrap.rest === '') return scrap.credits;
  const address = ADDRESS.exec(line)?.[1];
  if (address !== undefined) return { url: address };
  const labelled = readLabelled(line);
  if (labelled) return labelled;
  const reporting = REPORTING.exec(line)?.[1];
  if (reporting !== undefined) {
    const persons = withoutPlace(reporting);
    return isPersons(persons) ? { byline: persons } : null;
  }
  return readPieces(line, bare);
}

const CAPITALS = "(?:\\p{Lu}{2}[\\p{Lu}\\p{M}'’-]{0,20}|ST\\.|\\p{Lu}-\\p{Lu}{2,20})";
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,20}\\.?";
/** Up to four words of capitals, and the state or country after a comma. */
const PLACE = `(${CAPITALS}(?: ${CAPITALS}){0,3}(?:, (?:${WORD}(?: ${WORD})?|(?:\\p{Lu}\\.){2,3}))?)`;
const LOOSE_PLACE = `(${WORD}(?: ${WORD}){0,2})`;
/** What stands in capitals before a dash and is no place. */
const NO_PLACE =
  /^(?:exclusive|update|updated|breaking|analysis|opinion|comment|watch|video|live|factbox|corrected|correction|explainer|interview|note|review|editorial|feature|urgent)\b/iu;
const MONTH_DAY = '(?:, ((?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8}\\.?)(?:, \\d{4}| \\d{4})?))';
const AGENCY = '(?:,? \\(([\\p{L}][\\p{L}\\p{N} .&/-]{1,40})\\))';
/** The dash that ends a dateline; some papers set the dateline on a line of its own. */
const DASH = ' ?(?:--|[-–—])(?: |$)';
/** CITY, Month 7 (Agency) - ; capitals alone are enough for a city, else a day or an agency must follow it. */
const DATELINES = [
  new RegExp(`^${PLACE}${MONTH_DAY}?${AGENCY}?${DASH}`, 'u'),
  new RegExp(`^${LOOSE_PLACE}${MONTH_DAY}${AGENCY}?${DASH}`, 'u'),
  new RegExp(`^${LOOSE_PLACE}()${AGENCY}${DASH}`, 'u'),
];

/** The dateline that opens a paragraph: place with day, and the agency in brackets; null when there is none. */
export function readDateline(paragraph: string): Credits | null {
  const head = paragraph.slice(0, 120);
  for (const form of DATELINES) {
    const match = form.exec(head);
    if (!match) continue;
    const [, place = '', day = '', agency = ''] = match;
    if (NO_PLACE.test(place) || (agency !== '' && !isName(agency, 1, 5))) continue;
    const published = findDay(day)?.day;
    return {
      dateline: day === '' ? place.trim() : `${place.trim()}, ${day}`,
      ...(agency === '' ? {} : { agency }),
      ...(published === undefined ? {} : { published }),
    };
  }
  return null;
}

const COPYRIGHT = /^(?:(?:copyright|©|\(c\)) ?){1,2}\d{4}(?:[-–]\d{4})?,? (?:by )?([^.,|]{2,50})(?:[.,|]|$)/iu;

/** The owner that a copyright line names. */
export function readCopyright(line: string): string | null {
  const owner = COPYRIGHT.exec(line)?.[1]
    ?.replace(/ all rights reserved$/iu, '')
    .trim();
  return owner !== undefined && isName(owner, 1, 6) ? owner : null;
}
