// cueSearch: finds the verbs of speech in a sentence, and tells them from nouns, passives and relative clauses.
import { CUE_VERBS, type CueVerb } from './lexicon/cues.ts';
import { ROLE_HEADS, SPEAKING_NOUNS } from './lexicon/roles.ts';
import {
  DETERMINERS,
  PASSIVE_AUXILIARIES,
  SUBORDINATORS,
  NOUN_BEFORE,
  QUANTITIES,
  RELATIVES,
} from './lexicon/grammar.ts';
import { clauseStart, isFiller, subjectBefore } from './speakers.ts';
import type { Word } from './words.ts';
import type { SentenceView, Cue } from './sentenceView.ts';

const ACCORDING: CueVerb = { frame: 'say', addressee: false, participle: false, bare: false };

const SAYS: CueVerb = ACCORDING;
const GOES = new Set(['went', 'goes', 'carried']);

function isAuxiliaryBe(word: Word): boolean {
  return PASSIVE_AUXILIARIES.has(word.lower);
}

export function cues(view: SentenceView): Cue[] {
  const cues: Cue[] = [];
  view.pieces.forEach((piece, i) => {
    if (piece.kind !== 'word') return;
    if (piece.lower === 'according' && view.pieces[i + 1]?.lower === 'to') {
      cues.push({ at: i, to: i + 2, verb: ACCORDING, lower: 'according', according: true });
      return;
    }
    // "she went on"
    if (GOES.has(piece.lower) && view.pieces[i + 1]?.lower === 'on' && view.pieces[i + 2]?.kind !== 'word') {
      cues.push({ at: i, to: i + 2, verb: SAYS, lower: 'said', according: false });
      return;
    }
    const verb = CUE_VERBS.get(piece.lower);
    if (!verb || view.sentence.names[i] || (piece.capital && i > 0 && view.piece(i - 1).kind === 'word')) return;
    if (!isVerb(view, i, verb)) return;
    let to = i + 1;
    if (view.pieces[to]?.lower === 'out' || view.pieces[to]?.lower === 'back') to++;
    cues.push({ at: i, to, verb, lower: piece.lower, according: false });
  });
  return cues;
}

/** False for the passive ("was called"), for nouns ("the report", "his claims") and for adjectives ("the said plan"). */
function isVerb(view: SentenceView, i: number, verb: CueVerb): boolean {
  let j = i - 1;
  while (j >= 0 && isFiller(view.piece(j)) && !isAuxiliaryBe(view.piece(j)) && view.piece(j).lower !== 'to') j--;
  const before = view.pieces[j];
  const { lower } = view.piece(i);
  if (!before) return !verb.bare && lower !== 'asked';
  if (before.kind !== 'word') return !verb.bare || j < i - 1;
  if (PASSIVE_AUXILIARIES.has(before.lower)) return verb.participle;
  if (before.possessive) return lower === 'said';
  // "That said, ..."
  if (before.lower === 'that' && lower === 'said' && view.pieces[i + 1]?.text === ',') return false;
  if (DETERMINERS.has(before.lower) && !QUANTITIES.has(before.lower)) return false;
  if (verb.participle) return true;
  if (SUBORDINATORS.has(before.lower) && !RELATIVES.has(before.lower)) return false;
  if (NOUN_BEFORE.has(before.lower)) return false;
  if (verb.bare) return j < i - 1 || before.lower === 'to' || isPlural(view, j);
  if (lower.endsWith('s') && lower !== 'says' && lower !== 'tells') return isSingular(view, j);
  return true;
}

function isPlural(view: SentenceView, i: number): boolean {
  const word = view.piece(i);
  return (
    /^(?:they|we|i|you|who|people|police|men|women|percent|half|most|many|some)$/u.test(word.lower) ||
    /[^s]s$/u.test(word.lower) ||
    (view.sentence.names[i] ?? null) !== null
  );
}

function isSingular(view: SentenceView, i: number): boolean {
  const word = view.piece(i);
  return (
    (view.sentence.names[i] ?? null) !== null ||
    /^(?:he|she|it|who|which|that|one)$/u.test(word.lower) ||
    SPEAKING_NOUNS.has(word.lower) ||
    ROLE_HEADS.has(word.lower) ||
    word.capital
  );
}

export function cueBetween(view: SentenceView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const piece = view.piece(i);
    if (piece.kind === 'word' && CUE_VERBS.has(piece.lower) && !view.sentence.names[i]) {
      const verb = CUE_VERBS.get(piece.lower) as CueVerb;
      if (!verb.bare && isVerb(view, i, verb)) return true;
    }
  }
  return false;
}

/** Not "voters who say", "the plan that he says", "as X noted", "reminding voters how": those report nothing by themselves. */
export function isMainVerb(view: SentenceView, cue: Cue): boolean {
  let i = cue.at - 1;
  while (i >= 0 && isFiller(view.piece(i))) i--;
  const before = view.pieces[i];
  if (!before) return true;
  if (cue.verb.participle) {
    return (
      before.kind !== 'word' ||
      before.lower === 'and' ||
      SPEAKING_NOUNS.has(before.lower) ||
      isAuxiliaryBe(view.piece(cue.at - 1))
    );
  }
  if (before.lower === 'who') return view.pieces[i - 1]?.text === ',';
  if (SUBORDINATORS.has(before.lower)) return false;
  const subject = subjectBefore(view.sentence, cue.at, clauseStart(view.pieces, cue.at));
  const ahead = subject ? view.pieces[subject.from - 1] : undefined;
  return !(ahead && ['that', 'which', 'as', 'whom', 'what', 'than', 'because'].includes(ahead.lower));
}
