// cueBehind: attributions whose verb stands behind the words: `"...," X said`, and clauses cut in two by it.
import { BARE_CLAUSE, CUE_VERBS, PLAIN_CUES } from './lexicon/cues.ts';
import { CONJUNCTIONS, DAYS, PREPOSITIONS, SUBORDINATORS } from './lexicon/grammar.ts';
import type { Span } from '../text/span.ts';
import { isFiller, subjectAfter, subjectBefore, type Mention } from './speakers.ts';
import type { SentenceView, Cue, Attribution } from './sentenceView.ts';
import { cueBetween } from './cueSearch.ts';
import { regionEnd } from './reportedClause.ts';

/** `"...," X said` and `"...," said X`, with or without words of the sentence before the quotation. */
export function tail(view: SentenceView, cue: Cue, before: Cue | undefined): Attribution | null {
  if (cue.verb.frame === 'name' && !quoteEndsBefore(view, cue.at)) return null;
  let q = cue.at - 1;
  while (q >= view.done && !view.isQuote(q) && cue.at - q < 40) q--;
  if (q < view.done || !view.isQuote(q)) return tailWithoutMarks(view, cue, before);
  if (before && before.at > q) return null;
  const gap = cue.at - q - 1;
  const next = view.pieces[q + 1];
  const comma =
    next?.text === ',' || next?.text === '—' || next?.text === '–' || next?.text === '-' || next?.text === '--';
  if (!comma && !view.endsLikeSpeech(q) && !(gap === 0 && PLAIN_CUES.has(cue.lower))) {
    if (!(gap <= 3 && PLAIN_CUES.has(cue.lower) && !cue.verb.bare && q === 0)) return null;
  }
  const firstWord = view.pieces[comma ? q + 2 : q + 1];
  if (
    firstWord &&
    firstWord.kind === 'word' &&
    (CONJUNCTIONS.has(firstWord.lower) || SUBORDINATORS.has(firstWord.lower) || PREPOSITIONS.has(firstWord.lower))
  ) {
    if (!['as', 'in', 'on', 'at'].includes(firstWord.lower) || cue.verb.participle) return null;
  }
  if (cue.verb.participle && gap > 2) return null;
  const inverted = view.gapIsFiller(q + 1, cue.at);
  const mention = inverted
    ? (subjectAfter(view.sentence, cue.to - 1) ?? view.lastMention())
    : subjectBefore(view.sentence, cue.at, q + 1);
  const from = view.contentStart(q);
  const cueSpan = view.cueSpan(cue);
  const onlyQuotes = view.onlyQuotes(from, q + 1);
  if (!onlyQuotes && (!mention || (view.isOpener(from) && introducesQuote(view, cue)))) return null;
  let to = Math.max(cue.to, mention && inverted ? mention.to : 0);
  const spans: Span[] = [];
  const quotes = view.quotesIn(from, q + 1);
  if (onlyQuotes) for (let i = from; i <= q; i++) if (view.isQuote(i)) spans.push(view.spanOf(i));
  if (!onlyQuotes) {
    const span = view.span(from, q + 1);
    if (span) spans.push(span);
  }
  // Interrupted: the quotation goes on behind the verb and its subject, in the same sentence.
  let kind: Attribution['kind'] = onlyQuotes ? 'direct' : 'mixed';
  const more = view.nextQuote(to);
  if (
    more >= 0 &&
    more - to < 30 &&
    (view.isPause(more - 1) || (more === to && view.beginsLikeSentence(more))) &&
    isInterruption(view, to, more)
  ) {
    const end = view.quoteRunEnd(more);
    if (end === view.bodyEnd || view.onlyQuotes(more, end)) {
      for (let i = more; i < end; i++) {
        if (!view.isQuote(i)) continue;
        spans.push(view.spanOf(i));
        quotes.push(view.piece(i).quote);
      }
      to = end;
    }
  }
  if (kind === 'direct' && spans.length === 1 && view.words(q) <= 2 && !view.endsLikeSpeech(q) && !comma)
    kind = 'mixed';
  return { spans, kind, cue: cueSpan, mention, quotes, to };
}

/** `said, "A whole sentence."` stands behind the cue. */
function introducesQuote(view: SentenceView, cue: Cue): boolean {
  const q = view.isPause(cue.to) ? cue.to + 1 : cue.to;
  return view.isQuote(q) && view.beginsLikeSentence(q) && view.words(q) > 3;
}

function quoteEndsBefore(view: SentenceView, at: number): boolean {
  for (let i = at - 1; i >= view.done && at - i < 8; i--) if (view.isQuote(i)) return view.endsLikeSpeech(i);
  return false;
}

/** Whether the quotation at `q` goes on with the one before the verb: no verb of its own stands in front of it. */
function isInterruption(view: SentenceView, from: number, q: number): boolean {
  if (!cueBetween(view, from, q)) return true;
  // "..., X said, referring to the plan, "and the rest"": a small letter goes on.
  if (view.beginsLikeSentence(q) || view.piece(q - 1).text !== ',' || CUE_VERBS.has(view.piece(q - 2).lower))
    return false;
  for (let i = from; i < q; i++) {
    const verb = CUE_VERBS.get(view.piece(i).lower);
    if (verb && (verb.frame !== 'name' || !verb.participle)) return false;
  }
  return true;
}

/** "Clause, X said." and "Clause, X said, clause": reported without marks, or with marks in the second half. */
function tailWithoutMarks(view: SentenceView, cue: Cue, before: Cue | undefined): Attribution | null {
  if (cue.verb.frame !== 'say' || cue.verb.participle || (!PLAIN_CUES.has(cue.lower) && !BARE_CLAUSE.has(cue.lower)))
    return null;
  if (cue.verb.addressee) return null;
  let comma = cue.at - 1;
  while (comma > view.done && view.piece(comma).kind === 'word' && cue.at - comma < 12) comma--;
  if (comma <= view.done || view.piece(comma).text !== ',') return null;
  const opening = view.piece(comma + 1);
  if (opening.kind === 'word' && CONJUNCTIONS.has(opening.lower)) return null;
  if (before && before.at > comma) return null;
  const after = view.pieces[cue.to];
  const inverted = view.gapIsFiller(comma + 1, cue.at);
  const ends =
    !after || after.kind === 'mark' || PREPOSITIONS.has(after.lower) || DAYS.has(after.text) || isFiller(after);
  if (!ends && !inverted) return null;
  if (inverted && cue.lower !== 'said' && cue.lower !== 'says') return null;
  const mention = inverted ? subjectAfter(view.sentence, cue.to - 1) : subjectBefore(view.sentence, cue.at, comma + 1);
  if (!mention || mention.from <= comma) return null;
  if (inverted && !endsAfter(view, mention)) return null;
  const from = view.contentStart(comma);
  let to = inverted ? mention.to : cue.to;
  let second: Span | null = null;
  let quotes: number[] = [];
  const opener = view.isOpener(from);
  if (view.pieces[to]?.text === ',' && to + 2 < view.bodyEnd) {
    // Parenthetical: the clause goes on behind it.
    const q = to + 1;
    if (view.isQuote(q)) {
      if (opener || comma - from < 2) return null;
      if (view.beginsLikeSentence(q) && view.words(q) > 4) return null;
    }
    const nextWord = view.piece(q);
    const coordinate = CUE_VERBS.get(nextWord.lower);
    if (!coordinate?.participle) {
      const end = regionEnd(view, q, cue);
      second = view.span(q, end);
      quotes = view.quotesIn(q, end);
      to = end;
    }
  } else if (opener && (comma - from < 6 || view.piece(from).lower === 'asked')) return null;
  if (second === null && comma - from < 4) return null;
  if (second === null && view.nextQuote(cue.to) >= 0) return null;
  const spans: Span[] = [];
  const head = view.span(from, comma);
  if (head) spans.push(head);
  if (second) spans.push(second);
  if (spans.length === 0) return null;
  return { spans, kind: quotes.length > 0 ? 'mixed' : 'indirect', cue: view.cueSpan(cue), mention, quotes, to };
}

/** "said X Y." or "said X Y, head of Z.": nothing that could be a clause follows the subject. */
function endsAfter(view: SentenceView, mention: Mention): boolean {
  const next = view.pieces[mention.to];
  return mention.name !== null && (next === undefined || next.kind === 'mark');
}
