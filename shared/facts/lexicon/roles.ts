// Roles and titles: the words that name an office or an occupation, and those that go before them.
import { wordList } from './wordList.ts';

/** Forms of address: they go before a name and are no office. */
export const HONORIFICS = wordList(
  'mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady dr dr. prof prof. madam rev rev. fr fr. sheikh hon hon. ' +
    'monsieur madame señor señora herr frau ser mme mme.',
);
export const MALE_HONORIFICS = wordList('mr mr. sir lord monsieur señor herr');
export const FEMALE_HONORIFICS = wordList('mrs mrs. ms ms. miss dame lady madam madame señora frau mme mme.');

/** Abbreviated offices that take a name straight after: "Sen. X". */
export const TITLE_ABBREVIATIONS = wordList(
  'sen. sens. rep. reps. gov. govs. gen. lt. col. maj. capt. sgt. adm. cmdr. pres. amb. del. atty. supt. det. cpl. pvt. brig. insp.',
);

/** Heads of a role phrase, in the singular. Capital or not. */
export const ROLE_HEADS = wordList(
  'president vice-president premier chancellor minister prime-minister secretary undersecretary under-secretary ' +
    'ambassador envoy consul diplomat attache commissioner commissar governor vice-governor mayor deputy lawmaker ' +
    'legislator senator congressman congresswoman congressperson representative member mp mep mna msp mla td councillor councilor ' +
    'councilman councilwoman alderman speaker whip chair chairman chairwoman chairperson co-chair head chief director ' +
    'director-general deputy-director manager executive officer ceo cfo coo cto chief-executive founder co-founder ' +
    'cofounder owner partner president-elect spokesman spokeswoman spokesperson spokespeople adviser advisor aide ' +
    'strategist consultant analyst economist expert researcher scientist scholar professor lecturer teacher student ' +
    'historian sociologist political-scientist engineer physician doctor nurse surgeon lawyer attorney ' +
    'attorney-general solicitor barrister judge justice prosecutor magistrate general lieutenant colonel major captain ' +
    'sergeant admiral commander brigadier marshal corporal private sheriff constable inspector superintendent ' +
    'detective policeman policewoman king queen prince princess emperor sultan emir sheikh ayatollah imam bishop ' +
    'archbishop cardinal pope rabbi pastor reverend priest monk father sister brother mother son daughter wife husband widow ' +
    'author writer novelist poet journalist reporter correspondent editor columnist commentator anchor host ' +
    'presenter producer filmmaker actor actress singer musician artist photographer designer architect coach ' +
    'player athlete footballer trader banker investor financier entrepreneur businessman businesswoman farmer ' +
    'fisherman miner worker driver pilot shopkeeper baker carpenter builder resident voter activist campaigner organiser organizer ' +
    'candidate nominee contender hopeful delegate leader opposition-leader co-leader politician statesman official ' +
    'bureaucrat administrator coordinator co-ordinator treasurer comptroller auditor inspector-general registrar ' +
    'ombudsman curator librarian archivist principal dean rector provost vice-chancellor fellow chaplain veteran ' +
    'negotiator mediator rapporteur observer pollster lobbyist trustee pensioner retiree volunteer witness ' +
    'survivor neighbour neighbor secretary-general harbourmaster harbormaster forester ranger hydrologist geologist ' +
    'biologist ecologist meteorologist epidemiologist chemist physicist statistician psychologist psychiatrist ' +
    'supervisor foreman steward clerk regulator commissioner-general statistician-general guard bodyguard ' +
    'frontrunner front-runner congressmember assemblyman assemblywoman selectman supporter critic donor backer opponent rival',
);

/** Words between the article and the head of a role: "former deputy foreign minister". Demonyms and places count as well. */
export const ROLE_MODIFIERS = wordList(
  'former acting deputy vice assistant associate senior junior chief first second prime foreign finance financial defence ' +
    'defense interior home health education energy trade economy economic agriculture environment justice labour labor ' +
    'transport culture sports industry development security national federal state regional provincial local general ' +
    'executive managing press media communications communication campaign political policy legal public party opposition shadow ' +
    'presidential gubernatorial congressional senate house parliamentary parliament republican democratic conservative ' +
    'liberal socialist green independent majority minority retired incoming outgoing interim caretaker current late then-' +
    'longtime long-time veteran ex- top special principal permanent lead head chief-of-staff chief attorney district ' +
    'city county university research marketing sales operations technology budget treasury cabinet government military ' +
    'police navy army air naval district supreme high permanent honorary founding ruling crown grand right two-time ' +
    'three-time one-time onetime self-described staff sergeant lord north south east west northern southern eastern western water ' +
    'fisheries harbour harbor port mining tourism housing planning infrastructure digital information climate',
);

/** What may follow "of" (or "for") in a title that stands before a name: "Member of Parliament", "Secretary of State". */
export const PORTFOLIOS = wordList(
  'Parliament Congress State States Defense Defence Finance Foreign Affairs Interior Justice Health Education Energy Trade ' +
    'Economy Agriculture Environment Labor Labour Transport Transportation Culture Sports Sport Industry Commerce ' +
    'Development Security Homeland Treasury Housing Water Resources Fisheries Tourism Planning Infrastructure Staff ' +
    'Board Council Committee Senate House Assembly Commons Lords Representatives Court Police Navy Army Force Forces Guard Mission ' +
    'Government Cabinet Nation Republic Kingdom Union Federation Party Science Technology Communications Information ' +
    'Public Works Social Internal External National Economic Digital Climate Mines Mining Industries Innovation Research Operations',
);

/** Offices held by men or women by the word itself. */
export const MALE_ROLES = wordList(
  'king prince chairman spokesman congressman councilman businessman policeman father brother son husband actor ' +
    'statesman alderman emperor sultan emir imam bishop archbishop cardinal pope priest monk fisherman assemblyman',
);
export const FEMALE_ROLES = wordList(
  'queen princess chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman sister mother daughter ' +
    'wife widow actress assemblywoman',
);

/** Nouns that can speak without being persons, or stand for unnamed persons. */
export const SPEAKING_NOUNS = wordList(
  'officials critics analysts experts supporters opponents aides advisers advisors sources source people lawmakers ' +
    'legislators senators republicans democrats conservatives liberals reporters journalists economists researchers ' +
    'scientists scholars authorities police prosecutors lawyers investigators residents voters witnesses protesters ' +
    'activists advocates observers ministers leaders executives spokespeople parents teachers students doctors farmers ' +
    'government administration campaign ministry department agency office company party committee council commission ' +
    'court parliament senate congress union association group organisation organization institute bank board team ' +
    'statement report letter email e-mail memo memorandum study survey poll document documents article editorial ' +
    'complaint lawsuit indictment ruling order opinion text message post tweet speech ad advertisement video website page ' +
    'newspaper magazine paper agency outlet network channel programme program press media man woman men women couple boy girl ' +
    'family crowd audience military army navy coalition alliance delegation embassy palace presidency secretariat ' +
    'release communique communiqué resolution declaration transcript note notice sign banner caption headline book ' +
    'author judge firm staff majority minority others another many some most several both none respondents',
);
