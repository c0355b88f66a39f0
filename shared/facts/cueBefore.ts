// cueBefore: attributions whose verb stands before the words: `X said: "..."`, "X said that ...", "according to X, ...".
import { BARE_CLAUSE } from './lexicon/cues.ts';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS, CLAUSE_OPENERS, NAMING } from './lexicon/grammar.ts';
import { wordList } from './lexicon/wordList.ts';
import type { Span } from '../text/span.ts';
import { isFiller, subjectAfter, type Mention } from './speakers.ts';
import { LONGEST_GAP, type SentenceView, type Cue, type Attribution } from './sentenceView.ts';
import { isMainVerb } from './cueSearch.ts';
import {
  nextClauseCue,
  clauseIn,
  regionEnd,
  behindAddressee,
  headSubject,
  isAdjunct,
  behindApposition,
} from './reportedClause.ts';

/** Verbs whose quoted words are all that was said: what follows them is the narrator's again. */
const CRIES = wordList(
  'chanted chants chanting shouted shouts shouting yelled yells yelling cried cries crying exclaimed barked',
);
const DASH = /^(?:[―—–-]|--)$/u;

/** The verb stands before the words: "X said that ...", `X said: "..."`, `X called it "..."`. */
export function head(view: SentenceView, cue: Cue, cues: readonly Cue[], c: number): Attribution | null {
  const { verb } = cue;
  const from = behindAddressee(view, cue);
  const nextCue = nextClauseCue(view, cues, c);
  const limit = nextCue ?? view.bodyEnd;
  const q = view.nextQuote(cue.to);
  const mention = (): Mention | null => headSubject(view, cue);
  if (q >= 0 && q < limit && q - cue.to < LONGEST_GAP) {
    const inner = cues[c + 1];
    if (inner && inner.to <= q && yieldsTo(view, cue, inner, cues, c, q)) return null;
    const gapEnds = view.piece(q - 1);
    const introduced = gapEnds.text === ':' && view.beginsLikeSentence(q);
    const adjacent =
      introduced ||
      q === cue.to ||
      q === from ||
      (gapEnds.kind === 'mark' && view.isPause(q - 1) && !clauseIn(view, cue.to, q - 1));
    const pause = q > cue.to && view.isPause(q - 1);
    if (adjacent) {
      const like = view.beginsLikeSentence(q);
      const colon = gapEnds.text === ':';
      const end = view.quoteRunEnd(q);
      if (CRIES.has(cue.lower) && q === cue.to) return direct(view, cue, q, mention());
      const whole = end >= limit || view.pieces[end]?.kind === 'mark' || colon;
      const speech =
        colon ||
        (pause && (like || (view.words(q) > 3 && (q - 1 <= from || isAdjunct(view, from, q - 1))))) ||
        (like && view.words(q) > 1 && (whole || view.endsLikeSpeech(q)));
      if (verb.frame === 'name' && !colon && !(pause && like)) {
        if (NAMING.has(cue.lower) && q === cue.to) return null;
      }
      if (speech && (verb.frame !== 'name' || colon || pause || like)) return direct(view, cue, q, mention());
      const bare = q === from || q === cue.to || q - 1 <= from;
      if (whole && bare && verb.frame === 'say' && view.words(q) > 1) return direct(view, cue, q, mention());
    }
    // "X was vague - "Again, ..." she said": what stands behind the dash is another's sentence.
    if (q > cue.to && DASH.test(gapEnds.text) && view.beginsLikeSentence(q)) return reported(view, cue, from, q - 1);
    const embedded =
      verb.frame === 'say' || verb.frame === 'name' || CLAUSE_OPENERS.has(view.pieces[from]?.lower ?? '');
    if (!embedded) return null;
    if (verb.bare && view.pieces[cue.at - 1]?.lower === 'not') return null;
    const subject = mention();
    if (!subject) return null;
    const end = regionEnd(view, from, cue, limit, q);
    if (end <= q) return null;
    const span = view.span(from, end);
    if (!span) return null;
    return {
      spans: [span],
      kind: view.onlyQuotes(from, end) ? 'direct' : 'mixed',
      cue: view.cueSpan(cue),
      mention: subject,
      quotes: view.quotesIn(from, end),
      to: end,
    };
  }
  return reported(view, cue, from, limit);
}

/** Whether a verb nearer to the quotation has the better claim: always over "called"; else when it introduces it bare. */
function yieldsTo(view: SentenceView, cue: Cue, inner: Cue, cues: readonly Cue[], c: number, q: number): boolean {
  if (cue.verb.frame === 'name') return true;
  let nearest = inner;
  for (let k = c + 1; k < Math.min(cues.length, c + 6) && (cues[k] as Cue).to <= q; k++) nearest = cues[k] as Cue;
  if (nearest.to === q - 1 && view.isPause(q - 1)) return view.beginsLikeSentence(q);
  return nearest.to === q && view.beginsLikeSentence(q) && nearest.verb.frame === 'say';
}

function direct(view: SentenceView, cue: Cue, q: number, mention: Mention | null): Attribution {
  const end = view.quoteRunEnd(q);
  const spans: Span[] = [];
  for (let i = q; i < end; i++) if (view.isQuote(i)) spans.push(view.spanOf(i));
  return { spans, kind: 'direct', cue: view.cueSpan(cue), mention, quotes: view.quotesIn(q, end), to: end };
}

/** Speech without marks behind its verb: only frames that are trusted ("said", or any with "that"). */
function reported(view: SentenceView, cue: Cue, from: number, limit: number): Attribution | null {
  const { verb } = cue;
  if (verb.frame === 'name') return null;
  const before = view.pieces[cue.at - 1];
  if (verb.bare && before && ['to', 'not', "didn't", "don't"].includes(before.lower)) return null;
  if (!isMainVerb(view, cue)) return null;
  let start = from;
  let that = false;
  for (let i = from; i < Math.min(limit, from + 8); i++) {
    const piece = view.piece(i);
    if (
      piece.kind === 'word' &&
      CLAUSE_OPENERS.has(piece.lower) &&
      (piece.lower !== 'if' || cue.lower.startsWith('ask'))
    ) {
      if (i > from && !isAdjunct(view, from, i)) break;
      start = i;
      that = true;
      break;
    }
  }
  const next = view.pieces[start];
  if (!next || next.kind !== 'word') return null;
  if (!that) {
    if (verb.frame !== 'say' || !BARE_CLAUSE.has(cue.lower)) return null;
    if (PREPOSITIONS.has(next.lower) || CONJUNCTIONS.has(next.lower) || isFiller(next)) return null;
    if (SUBORDINATORS.has(next.lower) || next.lower === 'nothing' || next.lower === 'something') return null;
  }
  if (that && start === cue.to && view.pieces[start]?.lower === 'that' && limit - start < 3) return null;
  const mention = headSubject(view, cue);
  if (!mention) return null;
  const end = regionEnd(view, start, cue, limit);
  if (end - start < 3) return null;
  // "claimed the prize": without "that" only "said" and "told" are trusted with any words; the rest need a finite verb.
  if (!that && !SAY_OR_TELL.has(cue.lower) && !hasFinite(view, start + 1, end)) return null;
  const span = view.span(start, end);
  if (!span) return null;
  return { spans: [span], kind: 'indirect', cue: view.cueSpan(cue), mention, quotes: [], to: end };
}

const SAY_OR_TELL = wordList('said says say saying told tells telling');

function hasFinite(view: SentenceView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = view.piece(i);
    if (AUXILIARIES.has(lower) && lower !== 'to' && lower !== 'also' && lower !== 'not') return true;
  }
  return false;
}

/** "According to X, ..." and "..., according to X". */
export function according(view: SentenceView, cue: Cue): Attribution | null {
  const mention = subjectAfter(view.sentence, cue.to - 1);
  if (!mention) return null;
  let after = mention.to;
  // "According to X Y, head of Z, ...": the words begin behind the last comma of the phrase.
  while (after < view.bodyEnd && view.piece(after).kind === 'word') after++;
  const cueSpan = view.cueSpan(cue);
  const before = view.span(view.done, cue.at);
  const leads = before === null || (cue.at - view.done <= 2 && view.quotesIn(view.done, cue.at).length === 0);
  if (leads) {
    const mark = view.pieces[after];
    if (!mark || (mark.text !== ',' && mark.text !== ':')) return null;
    let from = after + 1;
    if (mark.text === ',') from = behindApposition(view, from);
    if (from >= view.bodyEnd) return null;
    const end = regionEnd(view, from, cue);
    if (view.onlyQuotes(from, view.quoteRunEnd(Math.max(from, view.nextQuote(from)))) && view.isQuote(from))
      return direct(view, cue, from, mention);
    const span = view.span(from, end);
    if (!span || end - from < 3) return null;
    const quotes = view.quotesIn(from, end);
    return { spans: [span], kind: quotes.length > 0 ? 'mixed' : 'indirect', cue: cueSpan, mention, quotes, to: end };
  }
  const from = view.contentStart(cue.at);
  const quotes = view.quotesIn(from, cue.at);
  if (view.onlyQuotes(from, cue.at)) {
    const spans: Span[] = [];
    for (let i = from; i < cue.at; i++) if (view.isQuote(i)) spans.push(view.spanOf(i));
    return { spans, kind: 'direct', cue: cueSpan, mention, quotes, to: mention.to };
  }
  const span = view.span(from, cue.at);
  if (!span || cue.at - from < 4) return null;
  return {
    spans: [span],
    kind: quotes.length > 0 ? 'mixed' : 'indirect',
    cue: cueSpan,
    mention,
    quotes,
    to: mention.to,
  };
}
