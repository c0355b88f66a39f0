// Measure: what a number measures, as a stretch of the article's own words ("trade turnover between ...").
import type { RawFigure } from './rawFigure.ts';
import { isPluralNoun } from './counted.ts';
import { COMMON_VERBS, DOWN_WORDS, FUNCTION_WORDS, LINK_VERBS, SOFT_WORDS, UP_WORDS } from './lexicon/words.ts';
import { MULTIPLE_VERBS } from './lexicon/numbers.ts';
import type { PeriodContext, SentenceTokens } from './period.ts';
import { BREAK, type Token } from './tokens.ts';

/** A noun phrase in tokens `from` to `to`. */
interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** No phrase is longer: what goes on longer is a clause. */
const LONGEST = 14;
/** How far before the number its verb may stand. */
const VERB_REACH = 12;

/** Function words that may stand within a noun phrase. */
const INNER = new Set(
  'of in between and for the a an its their his her our this that with from to at by on per'.split(' '),
);
/** Words a noun phrase does not begin with, in the article's own words minus these. */
const OUTER = new Set(
  'of in between and for the a an its their his her our this that these those with from to at by on per or but my your'.split(
    ' ',
  ),
);

const isHyphen = (token: Token | undefined): boolean => token?.raw === '-' || token?.raw === '‑';
const isVerb = (word: string): boolean => LINK_VERBS.has(word) || UP_WORDS.has(word) || DOWN_WORDS.has(word);
/** Nouns of rise and fall are verbs too: after an article or adjective they are nouns. */
const AMBIGUOUS = new Set(
  'increase rise growth gain jump surge decrease decline fall drop loss cut gains losses rises falls exports imports costs totals records cost record total hit sales'.split(
    ' ',
  ),
);

/** Measures of all figures, in their order; null where the words do not tell. */
export function measuresOf(context: PeriodContext, dated: Uint8Array): (string | null)[] {
  // 1: a date, 2: another figure. Neither is part of a measure.
  const stops = dated.slice();
  for (const figure of context.figures) stops.fill(2, figure.from, figure.to);
  const phrases: (Phrase | null)[] = context.figures.map(() => null);
  for (const sentence of context.sentences) {
    let previous: number | null = null;
    for (const f of sentence.figures) {
      const figure = context.figures[f] as RawFigure;
      const before = previous === null ? null : (context.figures[previous] as RawFigure);
      const carried =
        before !== null && previous !== null && inList(context, before, figure, stops) ? phrases[previous] : null;
      phrases[f] = carried ?? phraseOf(context, sentence, figure, before, stops);
      previous = f;
    }
  }
  return phrases.map((phrase) => (phrase && isNounPhrase(context.tokens, phrase) ? wordsOf(context, phrase) : null));
}

/** A measure is told in a few words: a longer one is mostly a piece of a clause. */
const MOST_WORDS = 8;
/** Words that make a clause of what they stand in: verbs that are no participle and no noun, and subjects. */
const CLAUSE_WORDS = new Set(
  `is are was were am has had have will would could should may might must does did said says told tells went goes came took
  takes gave gives saw sees became becomes began begins fell rose grew grows knew knows wrote spoke drove chose threw flew
  sank informed announced he she they we i it who which`.split(/\s+/u),
);

/** False for what is no name of a quantity: a clause, capitals throughout, or the words of a headline. */
function isNounPhrase(tokens: readonly Token[], phrase: Phrase): boolean {
  const words = tokens.slice(phrase.from, phrase.to).filter((token) => token.kind === 'word');
  if (words.length > MOST_WORDS) return false;
  // "US" and "IT" are names; a small "it" is a subject.
  if (
    words.some(
      (word) => CLAUSE_WORDS.has(word.raw) || (CLAUSE_WORDS.has(word.lower) && word === words[0] && !isCapitals(word)),
    )
  )
    return false;
  const long = words.filter((word) => word.raw.length > 3);
  // One short word in capitals is an abbreviation ("GDP", "NATO exports"); several long ones shout.
  if (long.length > 1 && long.every(isCapitals)) return false;
  if (words.length === 1 && long.every((word) => word.raw.length > 6 && isCapitals(word)) && long.length > 0)
    return false;
  // Every word of a headline in capitals is capitalised: a name that long is rare.
  return !(long.length > 5 && long.every((word) => word.raw !== word.lower));
}

function isCapitals(token: Token): boolean {
  return token.raw.length > 1 && token.raw === token.raw.toUpperCase() && token.raw !== token.lower;
}

function wordsOf(context: PeriodContext, phrase: Phrase): string | null {
  const first = context.tokens[phrase.from];
  const last = context.tokens[phrase.to - 1];
  if (!first || !last) return null;
  return context.text.slice(first.start, last.end).replace(/\s+/gu, ' ');
}

/** True when only commas, "and", dates and small words stand between two figures: the second is of the same measure. */
function inList(context: PeriodContext, a: RawFigure, b: RawFigure, stops: Uint8Array): boolean {
  if (a.counted !== null || b.counted !== null) return false;
  if (a.kind === 'duration' || b.kind === 'duration' || b.from - a.to > 10) return false;
  let opened = false;
  for (let i = a.to; i < b.from; i++) {
    const token = context.tokens[i] as Token;
    if (stops[i] === 1) continue;
    if (token.raw === '(') opened = true;
    else if (
      !/^(?:,|and|or|in|to|from|for|by|about|nearly|up|down|over|than|more|just|almost|at|of|the|then|with|compared|against|a|year|was|were|is|are|reached|stood|totalled)$/u.test(
        token.lower,
      )
    )
      return false;
  }
  return opened || a.kind === b.kind || a.kind === 'percent' || b.kind === 'percent' || a.unit === b.unit;
}

function phraseOf(
  context: PeriodContext,
  sentence: SentenceTokens,
  figure: RawFigure,
  before: RawFigure | null,
  stops: Uint8Array,
): Phrase | null {
  const { tokens } = context;
  const limit = before === null ? sentence.from : Math.max(sentence.from, before.to);
  if (figure.counted) return withPreposition(tokens, figure.counted, stops, sentence.to);
  const next = tokens[figure.to];
  if ((figure.kind === 'percent' || figure.kind === 'ratio') && next?.lower === 'of') {
    const share = phraseAfter(tokens, figure.to + 1, sentence.to, stops);
    if (share) return share;
  }
  const start = figure.qualifiedFrom;
  const lead = tokens[start - 1]?.lower;
  if (lead === 'of' || lead === ':' || (lead === 'worth' && tokens[start - 2]?.kind === 'word')) {
    const noun = phraseBefore(tokens, start - 1, limit, stops, false);
    if (noun) return noun;
  }
  if (figure.kind !== 'duration') {
    const after = attributive(tokens, figure, sentence.to, stops);
    if (after) return after;
  }
  // "exports have tripled": the multiple is the verb.
  const verb = tokens[figure.to - 1]?.lower ?? '';
  if (figure.kind === 'multiple' && MULTIPLE_VERBS.has(verb)) {
    return phraseBefore(tokens, start, limit, stops, true);
  }
  const subject = subjectOf(tokens, figure, limit, sentence.from, stops);
  if (subject) return subject;
  if (/^(?:in|of|for|on)$/u.test(next?.lower ?? '') && stops[figure.to + 1] === 0) {
    const after = phraseAfter(tokens, figure.to + 1, sentence.to, stops);
    return after && !/^(?:total|all|cash|addition)$/u.test(tokens[after.to - 1]?.lower ?? '') ? after : null;
  }
  return null;
}

/** A counted noun with the "of" or "in" that goes on from it: "workers in the north". */
function withPreposition(tokens: readonly Token[], counted: Phrase, stops: Uint8Array, limit: number): Phrase {
  const link = tokens[counted.to]?.lower;
  if (link !== 'of' && link !== 'in' && link !== 'at' && link !== 'from') return counted;
  const after = phraseAfter(tokens, counted.to + 1, limit, stops);
  return after && after.to - after.from <= 5 ? { from: counted.from, to: after.to } : counted;
}

/** The noun phrase that begins at `i`, without its article. */
function phraseAfter(tokens: readonly Token[], i: number, limit: number, stops: Uint8Array): Phrase | null {
  let from = i;
  while (from < limit && OUTER.has(tokens[from]?.lower ?? '')) from++;
  let to = from;
  for (let j = from; j < limit && j - from < LONGEST; j++) {
    const token = tokens[j] as Token;
    if (stops[j] !== 0 || token.kind === 'number' || token.raw === BREAK) break;
    if (token.kind === 'mark') {
      if (isHyphen(token) && !token.gap) continue;
      break;
    }
    const word = token.lower;
    if (word === 'of' && j > from) continue;
    if ((word === 'the' || word === 'a') && tokens[j - 1]?.lower === 'of') continue;
    if (FUNCTION_WORDS.has(word)) break;
    if (j > from && (COMMON_VERBS.has(word) || word.endsWith('ed')) && !word.endsWith('s') && !AMBIGUOUS.has(word))
      break;
    to = j + 1;
  }
  return to > from ? { from, to } : null;
}

/** "$1,000 payment", "5% pay rise", "60 basis point improvement": the noun right after the amount. */
function attributive(tokens: readonly Token[], figure: RawFigure, limit: number, stops: Uint8Array): Phrase | null {
  const next = tokens[figure.to];
  if (!next || next.kind !== 'word' || !next.gap || next.raw !== next.lower) return null;
  if (FUNCTION_WORDS.has(next.lower) || stops[figure.to] !== 0) return null;
  if (COMMON_VERBS.has(next.lower) && !AMBIGUOUS.has(next.lower)) return null;
  if (/(?:ly|ed|ing)$/u.test(next.lower) || /^(?:higher|lower|worth|more|annually|late|early)$/u.test(next.lower))
    return null;
  const phrase = phraseAfter(tokens, figure.to, limit, stops);
  if (!phrase) return null;
  // "a 12% rise in exports": what rises is the measure.
  const last = tokens[phrase.to - 1]?.lower ?? '';
  if ((UP_WORDS.has(last) || DOWN_WORDS.has(last) || AMBIGUOUS.has(last)) && tokens[phrase.to]?.lower === 'in') {
    return phraseAfter(tokens, phrase.to + 1, limit, stops) ?? phrase;
  }
  return phrase;
}

/** The subject of the verb that governs the figure. */
function subjectOf(
  tokens: readonly Token[],
  figure: RawFigure,
  limit: number,
  sentence: number,
  stops: Uint8Array,
): Phrase | null {
  const stop = Math.max(sentence, figure.from - VERB_REACH);
  for (let j = figure.from - 1; j >= stop; j--) {
    const token = tokens[j] as Token;
    const word = token.lower;
    if (token.raw === BREAK || (token.kind === 'mark' && /[;:]/u.test(token.raw))) return null;
    if (j < limit) return null;
    if (token.kind !== 'word' || !isVerb(word)) continue;
    if (AMBIGUOUS.has(word) && nominal(tokens, j)) {
      // "a rise in exports of 5%": the noun of change with what it is of.
      continue;
    }
    return phraseBefore(tokens, j, sentence, stops, true);
  }
  return null;
}

/** True when an article, adjective or "in" right before makes the word a noun. */
function nominal(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before || before.kind !== 'word') return false;
  return OUTER.has(before.lower) || /(?:al|ic|ous|ive|est|st|nd|rd|th)$/u.test(before.lower);
}

/** The noun phrase that ends before `i`; `verb`: a verb stands at `i`, so its helpers and a "which" are passed over. */
function phraseBefore(
  tokens: readonly Token[],
  i: number,
  limit: number,
  stops: Uint8Array,
  verb: boolean,
): Phrase | null {
  let to = i;
  if (verb) {
    while (to > limit) {
      const token = tokens[to - 1] as Token;
      const word = token.lower;
      const helps =
        token.kind === 'word' &&
        (/^(?:is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|should|can|to|not|also|also|which|that|who|expected|set|forecast|projected|due|likely|now|then|still|already|only|just)$/u.test(
          word,
        ) ||
          /ly$/u.test(word) ||
          (isVerb(word) && !AMBIGUOUS.has(word)));
      if (helps || stops[to - 1] === 1 || (token.raw === ',' && passes(tokens, to))) to--;
      else break;
    }
  }
  let from = to;
  for (let j = to - 1; j >= limit && to - j <= LONGEST; j--) {
    const token = tokens[j] as Token;
    const word = token.lower;
    if (stops[j] !== 0 || token.raw === BREAK) break;
    if (token.kind === 'number') break;
    if (token.kind === 'mark') {
      if (isHyphen(token) && !token.gap) continue;
      break;
    }
    // "told the board that port fees rose": a clause begins.
    if (word === 'that' && !INNER.has(tokens[j - 1]?.lower ?? '')) break;
    if (INNER.has(word)) continue;
    if (FUNCTION_WORDS.has(word) || SOFT_WORDS.has(word)) break;
    if (isVerb(word) && !AMBIGUOUS.has(word)) break;
    if (COMMON_VERBS.has(word) && !AMBIGUOUS.has(word) && !(isPluralNoun(token) && j === to - 1)) break;
    from = j;
  }
  while (from < to && OUTER.has(tokens[from]?.lower ?? '')) from++;
  while (to > from && (OUTER.has(tokens[to - 1]?.lower ?? '') || tokens[to - 1]?.kind === 'mark')) to--;
  // A verb that no list knows is no measure.
  if (to - from === 1 && /[a-z]ed$/u.test(tokens[from]?.raw ?? '')) return null;
  return from < to ? { from, to } : null;
}

/** A comma may be passed over before "which was", or after a date that opens a clause. */
function passes(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to]?.lower;
  return next === 'which' || next === 'that' || next === 'who';
}
