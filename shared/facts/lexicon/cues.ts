// Cue verbs: the words by which English news prose hands speech to a speaker, grouped by what they govern.
import { wordList } from './wordList.ts';

/** What a cue verb can govern. */
export interface CueVerb {
  /** `say`: a quotation or clause may follow bare. `that`: a clause needs "that". `name`: "called X 'Y'": only with marks. */
  readonly frame: 'say' | 'that' | 'name';
  /** Whom it is said to stands between verb and words: "told reporters that". */
  readonly addressee: boolean;
  /** The form ends in -ing: its subject is that of the clause before. */
  readonly participle: boolean;
  /** A bare form ("say") that needs a plural subject, an auxiliary or "to" before it. */
  readonly bare: boolean;
}

// Each entry is `base` for a regular verb, or `base/third/past/participle-ing[/past participle]` for an irregular one.
const SAY =
  'say/says/said/saying add acknowledge admit announce answer argue assert boast claim comment complain concede conclude ' +
  'confirm contend continue counter declare explain exclaim insist joke/jokes/joked/joking lament muse note observe ' +
  'opine predict promise proclaim quip/quips/quipped/quipping recall recount reflect remark repeat reply respond ' +
  'reiterate retort reveal shout state stress testify tweet warn whisper wonder write/writes/wrote/writing/written yell ' +
  'chant cry interject post read/reads/read/reading emphasize emphasise underline underscore caution vow pledge ' +
  'concur confess demand gush protest scoff snap/snaps/snapped/snapping sneer thunder urge query opine recommend ' +
  'believe estimate think/thinks/thought/thinking allege maintain report press ask/asks/asked/asking bark blast bemoan';

const SAY_TO = 'tell/tells/told/telling assure inform remind advise instruct email persuade convince';

const THAT =
  'agree indicate suggest imply find/finds/found/finding show/shows/showed/showing feel/feels/felt/feeling hope fear ' +
  'know/knows/knew/knowing doubt determine disclose deny signal hint ensure swear/swears/swore/swearing guarantee ' +
  'propose advocate reassure threaten decide realize realise stipulate speculate surmise hold/holds/held/holding expect ' +
  'anticipate highlight mention specify affirm rule cite elaborate summarise summarize charge hear/hears/heard/hearing';

const NAME =
  'call accuse describe dismiss denounce criticise criticize praise deride label/labels/labelled/labelling dub/dubs/dubbed/dubbing ' +
  'condemn slam/slams/slammed/slamming mock blame compare characterise characterize portray lambaste decry hail ' +
  'applaud lambast welcome quote cite express commend deplore attack ridicule rebuke lash tout chide thank refer/refers/referred/referring ' +
  'deem reject/rejects/rejected/rejecting invoke defend speak/speaks/spoke/speaking talk discuss interpret regard ' +
  'address salute assail castigate label/labels/labeled/labeling question speculate/speculates/speculated/speculating challenge ' +
  'implore beg/begs/begged/begging encourage order compliment question profess preach apologise apologize';

/** The -s, -ed and -ing forms of a regular verb. */
function inflect(base: string): [string, string, string, string] {
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/u.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (/(?:s|sh|ch|x|z)$/u.test(base)) return [base, `${base}es`, `${base}ed`, `${base}ing`];
  return [base, `${base}s`, `${base}ed`, `${base}ing`];
}

function build(): ReadonlyMap<string, CueVerb> {
  const verbs = new Map<string, CueVerb>();
  const put = (list: string, frame: CueVerb['frame'], addressee: boolean): void => {
    for (const entry of wordList(list)) {
      const forms = entry.includes('/') ? entry.split('/') : inflect(entry);
      forms.forEach((form, index) => {
        if (verbs.has(form)) return;
        verbs.set(form, { frame, addressee, participle: index === 3, bare: index === 0 });
      });
    }
  };
  // "said" before anything else; a form that two verbs share keeps its first reading.
  put('say/says/said/saying', 'say', false);
  put(SAY_TO, 'say', true);
  put(SAY, 'say', false);
  put(THAT, 'that', false);
  put(NAME, 'name', false);
  verbs.set('read', { frame: 'say', addressee: false, participle: false, bare: false });
  verbs.set('put', { frame: 'name', addressee: false, participle: false, bare: false });
  verbs.set('puts', { frame: 'name', addressee: false, participle: false, bare: false });
  return verbs;
}

/** Every inflected form of every cue verb, in lower case. */
export const CUE_VERBS: ReadonlyMap<string, CueVerb> = build();

/** Verbs so common after a quotation that they need no comma before them and may stand before their subject. */
export const PLAIN_CUES = wordList(
  'said says say added adds asked asks wrote writes told tells tweeted replied responded continued explained noted ' +
    'concluded declared recalled warned argued insisted joked answered shouted quipped remarked observed stated ' +
    'announced admitted acknowledged testified posted yelled chanted exclaimed',
);

/** Verbs whose bare clause (without "that") is reported speech often enough to be trusted. */
export const BARE_CLAUSE = wordList(
  'said says say saying told tells telling added adds argued argues claimed claims insisted insists believes believed ' +
    'thinks contends contended suggested claiming asserted alleged conceded admitted tweeted wrote explained stated',
);
