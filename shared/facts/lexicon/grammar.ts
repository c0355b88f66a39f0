// Grammar words: the small closed classes (pronouns, determiners, prepositions, conjunctions, auxiliaries) the readers lean on.
import { wordList } from './wordList.ts';

export const PERSONAL_PRONOUNS = wordList('he she they i we it you who');
export const DETERMINERS = wordList(
  'the a an this that these those his her their its our my your one another some many several most both each every few ' +
    'all no any two three four five other such more',
);
export const PREPOSITIONS = wordList(
  'of to in on at by for with from about against between among into over after before during under through without ' +
    'within toward towards upon across behind beyond near outside inside despite regarding concerning like than via ' +
    'per amid alongside beside off including as around following',
);
export const SUBORDINATORS = wordList(
  'because although though while whereas if unless when whenever where until since that which who whom whose whether why how what',
);
export const CONJUNCTIONS = wordList('and but or nor yet so');
export const AUXILIARIES = wordList(
  "has have had will would could should may might must can did does do is are was were be been being to not n't also " +
    "didn't doesn't don't hasn't haven't hadn't won't wouldn't",
);
export const PASSIVE_AUXILIARIES = wordList('is are was were be been being get got gets');
/** Adverbs without -ly that stand between subject and verb. */
export const ADVERBS = wordList(
  'also later then again once still even never ever just often now soon instead further already since before earlier ' +
    'too first only simply sometimes always further rather meanwhile today yesterday',
);
export const DAYS = wordList('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
export const MONTHS = wordList(
  'January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. ' +
    'Aug. Sep. Sept. Oct. Nov. Dec.',
);
/** Words that begin sentences with a capital and are no part of a name. */
export const OPENERS = wordList(
  'the a an this that these those his her their its our my your he she they i we it you who what when where why how which ' +
    'whose whether if because although though while whereas unless until since and but or nor yet so as at by for with from ' +
    'about against between among into over after before during under through without within toward towards upon across ' +
    'behind beyond near outside inside despite regarding like than per amid alongside beside of to in on off including ' +
    'around following according also later then again once still even never ever just often now soon instead further ' +
    'already earlier too first only simply sometimes always rather meanwhile there here today yesterday tomorrow not no ' +
    'yes some many several most both each every few all any one two three four five six seven eight nine ten another other such ' +
    'more less much is are was were be been being do does did has have had will would could should may might must can ' +
    'let asked speaking talking addressing responding writing looking citing given last next however moreover ' +
    'furthermore nevertheless nonetheless additionally finally second third thus hence therefore perhaps maybe ' +
    'indeed overall instead besides otherwise separately similarly likewise consequently today former acting new ' +
    'read more date photo image source sources editor reporting breaking update updated exclusive opinion analysis ' +
    'please click watch share follow subscribe thanks thank good great well oh okay hello hi dear sincerely',
);

/** Conjunctions that open a reported clause. */
export const CLAUSE_OPENERS = wordList('that whether how why if');
/** Prepositions and the like: a word behind them that could be noun or verb is a noun. */
export const NOUN_BEFORE = wordList('of in on with for about from under at into no new');
/** Verbs of naming: marks straight behind them hold a name, not speech ("a book called 'X'"). */
export const NAMING = wordList('called titled entitled named dubbed labelled labeled branded known nicknamed');
/** Determiners that can stand for a noun of their own: "some said". */
export const QUANTITIES = wordList(
  'this that these those all some many several most both one another other two three any few each more',
);
export const RELATIVES = wordList('who which that');
/** Words behind a comma that end the reported clause. */
export const BREAKS = wordList('but while although though whereas according however something compared claims');
/** Behind the last quoted words and a comma they begin the narrator's afterthought. */
export const AFTERTHOUGHTS = wordList('which who after before when with a an the where as');
/** A clause that begins with one of them ends at its comma: "While X says that ..., Y ...". */
export const LEADS = wordList('when while after before if although though as because since whereas once');
/** First words of what may stand between the verb and "that": "said in a statement that". */
export const ADJUNCTS = wordList('in on at during after before from to this last earlier late early');
