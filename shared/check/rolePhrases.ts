// RolePhrases: the offices that words name ("former deputy finance minister"), and whether two of them can be one.
import { ROLE_HEADS, ROLE_MODIFIERS } from '../facts/lexicon/roles.ts';
import { wordList } from '../facts/lexicon/wordList.ts';
import { fold } from '../text/normalize.ts';

export interface Piece {
  /** As it stands, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  readonly mark: boolean;
  readonly possessive: boolean;
}

const PIECE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*|[^\s\p{L}\p{N}]/gu;

/** Words and marks of `text`, typography folded. */
export function piecesOf(text: string): Piece[] {
  return (fold(text).text.match(PIECE) ?? []).map((whole) => {
    const possessive = /'s?$/u.test(whole);
    const bare = whole.replace(/(?:'s?)?\.?$/u, '');
    return {
      text: bare,
      lower: bare.toLowerCase(),
      capital: /^\p{Lu}/u.test(bare),
      mark: !/[\p{L}\p{N}]/u.test(whole),
      possessive,
    };
  });
}

/** Forms of one office, the first standing for all. */
const SAME_OFFICE = [
  'spokesman spokeswoman spokesperson spokespeople',
  'chair chairman chairwoman chairperson',
  'ceo chief-executive',
  'mp parliamentarian',
  'representative congressman congresswoman congressperson congressmember',
  'councillor councilor councilman councilwoman',
  'assemblyman assemblywoman',
  'adviser advisor',
  'lawyer attorney solicitor barrister',
  'undersecretary under-secretary',
  'harbourmaster harbormaster',
  'coordinator co-ordinator',
  'organiser organizer',
  'policeman policewoman constable',
  'businessman businesswoman entrepreneur',
  'doctor physician',
  'founder co-founder cofounder',
  'head chief boss',
  'scientist researcher',
].map((forms) => forms.split(' '));
const OFFICE = new Map(SAME_OFFICE.flatMap((forms) => forms.map((form) => [form, forms[0] as string])));

/** Words so wide that they contradict no office: "an official said". */
const WIDE = wordList(
  'official leader politician diplomat lawmaker legislator head member executive expert observer scholar veteran resident ' +
    'witness voter critic supporter opponent rival speaker author writer friend neighbour neighbor man woman source ' +
    'candidate nominee contender hopeful frontrunner front-runner delegate partner father mother brother sister son daughter husband wife',
);

/** Words before an office that make it another one. */
const RANKS = wordList(
  'deputy vice former ex acting interim caretaker assistant associate prime shadow under junior elect',
);
/** What an office is over; two that differ are two offices. */
const PORTFOLIOS = wordList(
  'foreign finance financial defence defense interior home health education energy trade economy economic economics ' +
    'agriculture environment justice labour labor transport culture sport sports industry development security treasury ' +
    'housing water fisheries tourism planning infrastructure immigration migration science technology communications ' +
    'welfare employment climate mining',
);

export interface RolePhrase {
  /** The office, one form for all its forms. */
  readonly office: string;
  readonly ranks: ReadonlySet<string>;
  readonly portfolios: ReadonlySet<string>;
  readonly wide: boolean;
}

function singular(word: string): string {
  return ROLE_HEADS.has(word) || !word.endsWith('s') ? word : word.slice(0, -1);
}

const MOST_MODIFIERS = 5;

/** True where the word at `at` only leads to an office: "deputy mayor", "chief financial officer". */
function leadsTo(pieces: readonly Piece[], at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) {
    const word = pieces[i]?.lower ?? '';
    if (ROLE_HEADS.has(singular(word))) return true;
    if (!ROLE_MODIFIERS.has(word) && !PORTFOLIOS.has(word)) return false;
  }
  return false;
}

/** The offices that `pieces` name, in order. */
export function rolePhrases(pieces: readonly Piece[]): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  pieces.forEach((piece, at) => {
    const head = singular(piece.lower);
    if (!ROLE_HEADS.has(head)) return;
    if (leadsTo(pieces, at)) return;
    const next = pieces[at + 1]?.lower ?? '';
    const ranks = new Set<string>();
    const portfolios = new Set<string>();
    for (let i = at - 1; i >= 0 && at - i <= MOST_MODIFIERS && !pieces[i]?.mark; i--) {
      for (const part of (pieces[i]?.lower ?? '').split('-')) {
        if (RANKS.has(part)) ranks.add(part);
        if (PORTFOLIOS.has(part)) portfolios.add(part);
      }
    }
    if (next === 'of' || next === 'for') {
      for (const after of pieces.slice(at + 2, at + 5)) if (PORTFOLIOS.has(after.lower)) portfolios.add(after.lower);
    }
    const parts = head.split('-');
    for (const part of parts) if (parts.length > 1 && RANKS.has(part)) ranks.add(part);
    if (next === '-' && pieces[at + 2]?.lower === 'elect') ranks.add('elect');
    const ofParliament = head === 'member' && next === 'of' && /^parliament$/u.test(pieces[at + 2]?.lower ?? '');
    const chief = head === 'executive' && pieces[at - 1]?.lower === 'chief';
    const plain = ofParliament ? 'mp' : chief ? 'ceo' : head === 'premier' ? 'minister' : (parts.at(-1) ?? head);
    if (head === 'premier') ranks.add('prime');
    phrases.push({
      office: OFFICE.get(head) ?? OFFICE.get(plain) ?? plain,
      ranks,
      portfolios,
      wide: !ofParliament && !chief && WIDE.has(head),
    });
  });
  return phrases;
}

function equal(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** True when the two can be one office: the same word, the same rank, and no other portfolio. */
function sameOffice(a: RolePhrase, b: RolePhrase): boolean {
  if (a.office !== b.office || !equal(a.ranks, b.ranks)) return false;
  return a.portfolios.size === 0 || b.portfolios.size === 0 || [...a.portfolios].some((one) => b.portfolios.has(one));
}

/** True when `given` names an office, and none that can be one of `known`; wide words, here or there, contradict nothing. */
export function contradictsRoles(given: readonly RolePhrase[], known: readonly RolePhrase[]): boolean {
  const offices = known.filter(({ wide }) => !wide);
  if (given.length === 0 || offices.length === 0) return false;
  return !given.some((one) => one.wide || offices.some((other) => sameOffice(one, other)));
}
