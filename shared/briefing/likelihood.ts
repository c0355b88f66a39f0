// Likelihood: the scales of words for how likely something is, with their ranges, and the words of confidence, as data.

/** One term of a scale. */
export interface LikelihoodTerm {
  /** As the scale prints it, for a picker and a key. */
  readonly words: string;
  /** Every form in which it may stand in a sentence, lower case, `words` among them. */
  readonly forms: readonly string[];
  /** True for a term that means a likelihood only in a sentence with a word such as "chance": "remote". */
  readonly withChance?: true;
}

/** One step of a scale: what may be said for it, and what it stands for. */
export interface LikelihoodStep {
  /** One term for each row of the scale, in the order of `rows`. */
  readonly terms: readonly LikelihoodTerm[];
  /** Per cent, as the scale prints it. */
  readonly low: number;
  readonly high: number;
  /** The range in words: "20–45%". */
  readonly range: string;
}

export interface LikelihoodScale {
  readonly id: 'icd203' | 'phia';
  readonly name: string;
  /** Names of the rows of synonyms; terms of two rows are not mixed in one briefing. */
  readonly rows: readonly string[];
  /** From the least likely to the most. */
  readonly steps: readonly LikelihoodStep[];
  /** The document that sets it, for the key that is printed. */
  readonly source: string;
}

function term(words: string, ...more: readonly string[]): LikelihoodTerm {
  return { words, forms: [words, ...more] };
}

function step(low: number, high: number, range: string, ...terms: readonly LikelihoodTerm[]): LikelihoodStep {
  return { terms, low, high, range };
}

/** ICD 203 (conventions.md 3.4). */
const ICD203: LikelihoodScale = {
  id: 'icd203',
  name: 'ICD 203',
  rows: ['Likely', 'Probable'],
  steps: [
    step(1, 5, '1–5%', term('almost no chance'), {
      ...term('remote', 'remote chance', 'remote chances'),
      withChance: true,
    }),
    step(5, 20, '5–20%', term('very unlikely'), term('highly improbable', 'highly improbably')),
    step(20, 45, '20–45%', term('unlikely'), term('improbable', 'improbably')),
    step(
      45,
      55,
      '45–55%',
      term('roughly even chance', 'roughly even chances', 'roughly an even chance'),
      term('roughly even odds'),
    ),
    step(55, 80, '55–80%', term('likely'), term('probable', 'probably')),
    step(80, 95, '80–95%', term('very likely'), term('highly probable', 'highly probably')),
    step(95, 99, '95–99%', term('almost certain', 'almost certainly'), term('nearly certain', 'nearly certainly')),
  ],
  source: 'Intelligence Community Directive 203, Analytic Standards',
};

/** The Probability Yardstick of PHIA (conventions.md 3.5); the gaps between its steps are meant. */
const PHIA: LikelihoodScale = {
  id: 'phia',
  name: 'PHIA Probability Yardstick',
  rows: ['Yardstick'],
  steps: [
    step(0, 5, '0 to about 5%', term('remote chance', 'remote chances')),
    step(10, 20, 'about 10–20%', term('highly unlikely')),
    step(25, 35, 'about 25–35%', term('unlikely')),
    step(40, 50, 'about 40% to under 50%', term('realistic possibility', 'realistic possibilities')),
    step(55, 75, 'about 55–75%', term('likely or probable', 'likely', 'probable', 'probably')),
    step(80, 90, 'about 80–90%', term('highly likely')),
    step(95, 100, 'about 95% to under 100%', term('almost certain', 'almost certainly')),
  ],
  source: 'Professional Head of Intelligence Assessment, Explaining Uncertainty in UK Intelligence Assessment',
};

export const LIKELIHOOD_SCALES: readonly LikelihoodScale[] = [ICD203, PHIA];
export type LikelihoodScaleId = LikelihoodScale['id'];

/** A word of confidence in a judgement; never in one sentence with a likelihood (conventions.md 3.4). */
export interface ConfidenceWord {
  readonly words: 'high' | 'moderate' | 'low';
  /** What it means, for a picker. */
  readonly meaning: string;
}

export const CONFIDENCE_WORDS: readonly ConfidenceWord[] = [
  {
    words: 'high',
    meaning: 'Sound argument and consistent reporting of high quality from several sources; few gaps and assumptions.',
  },
  { words: 'moderate', meaning: 'Credible and plausible, but not corroborated enough.' },
  { words: 'low', meaning: 'Questionable, fragmented or poorly corroborated.' },
];

/** Words for what may be that stand in no scale; `not`: words behind which, or before which, they mean something else. */
export interface LooseWord {
  readonly form: string;
  /** Words right before it that take the meaning away: "as soon as possible". */
  readonly notAfter: readonly string[];
  /** Words right behind it that take the meaning away: "might of the fleet". */
  readonly notBefore: readonly string[];
}

function loose(form: string, notAfter = '', notBefore = ''): LooseWord {
  const list = (words: string): readonly string[] => words.split(' ').filter(Boolean);
  return { form, notAfter: list(notAfter), notBefore: list(notBefore) };
}

export const LOOSE_WORDS: readonly LooseWord[] = [
  loose('possible', 'as if where when wherever whenever far much soon not best worst'),
  loose('possibly', 'cannot not'),
  loose('perhaps'),
  loose('maybe'),
  loose('may', '', 'day'),
  loose(
    'might',
    'the their its his her our of military economic naval financial political industrial full with and',
    'of and',
  ),
  loose('could', '', 'not'),
  loose('conceivable'),
  loose('conceivably'),
  loose('feasible'),
  loose('plausible'),
  loose('plausibly'),
  loose('presumably'),
  loose('a good chance'),
  loose('a fair chance'),
  loose('a slim chance'),
  loose('fifty-fifty'),
];

/** The template whose words are held to a scale, and the scale it takes when settings name none. */
const ASSESSMENT = 'analytic-assessment';

/**
 * The scale that a briefing keeps to; null for one that keeps to none. `settings.likelihood` names it: the id of a scale, or
 * `none`; where it does not, an analytic assessment takes ICD 203 (decisions.md, product.md).
 */
export function likelihoodScaleOf(settings: Readonly<Record<string, unknown>>): LikelihoodScale | null {
  const chosen = settings['likelihood'];
  if (chosen === 'none') return null;
  const named = LIKELIHOOD_SCALES.find(({ id }) => id === chosen);
  if (named) return named;
  return settings['template'] === ASSESSMENT ? ICD203 : null;
}
