// attribution: reads one sentence for reported speech: which words are somebody's, which verb says so, who is named.
import type { Span } from '../text/span.ts';
import { lastInside, type OuterSentence } from './clauses.ts';
import { CONJUNCTIONS, PREPOSITIONS } from './lexicon/grammar.ts';
import { clauseStart, firstSubject, isFiller, subjectAfter } from './speakers.ts';
import { SentenceView, type Cue, type SentenceReading } from './sentenceView.ts';
import { cues } from './cueSearch.ts';
import { headSubject } from './reportedClause.ts';
import { tail } from './cueBehind.ts';
import { head, according } from './cueBefore.ts';

/** Reads `sentence`, one outer sentence of an article's `text`. */
export function readSentence(text: string, sentence: OuterSentence): SentenceReading {
  const view = new SentenceView(text, sentence);
  const cueList = cues(view);
  for (let c = 0; c < cueList.length; c++) {
    const cue = cueList[c] as Cue;
    if (cue.at < view.done) continue;
    const attribution = cue.according
      ? according(view, cue)
      : (tail(view, cue, cueList[c - 1]) ?? head(view, cue, cueList, c));
    if (attribution) view.take(attribution);
  }
  plain(view);
  const loose: number[] = [];
  view.pieces.forEach((_, i) => {
    if (view.isQuote(i)) loose.push(i);
  });
  return { attributions: view.found, loose, introduces: introduction(view, cueList) };
}

/** Quotations that look like speech although no known verb governs them: `X smiled: "..."`, `"...," X smiled`. */
function plain(view: SentenceView): void {
  for (let i = 0; i < view.pieces.length; i++) {
    if (!view.isQuote(i) || view.words(i) < 2) continue;
    const before = view.pieces[i - 1];
    const colon = before?.text === ':';
    const comma = before?.text === ',' && view.beginsLikeSentence(i) && view.endsLikeSpeech(i) && view.words(i) > 4;
    if ((colon && isIntroduced(view, i)) || comma) {
      const from = clauseStart(view.pieces, i - 1);
      const mention = firstSubject(view.sentence, from, i - 1) ?? view.label(from, i - 1) ?? view.lastMention();
      const end = view.quoteRunEnd(i);
      const spans: Span[] = [];
      for (let k = i; k < end; k++) if (view.isQuote(k)) spans.push(view.spanOf(k));
      const cue = colon && before ? { start: before.start, end: before.end } : null;
      view.take({ spans, kind: 'direct', cue, mention, quotes: view.quotesIn(i, end), to: end });
      continue;
    }
    const signed = i === 0 ? view.signature(i + 1) : null;
    if (signed) {
      view.take({
        spans: [view.spanOf(i)],
        kind: 'direct',
        cue: null,
        mention: signed,
        quotes: [view.piece(i).quote],
        to: signed.to,
      });
      continue;
    }
    if (i > 0 || i + 2 > view.bodyEnd || !followsVerb(view, i + 1)) continue;
    if (!view.beginsLikeSentence(i) || !',?!'.includes(lastInside(view.text, view.piece(i)) || ' ')) continue;
    const mention = firstSubject(view.sentence, i + 1, Math.min(view.bodyEnd, i + 14));
    if (mention)
      view.take({
        spans: [view.spanOf(i)],
        kind: 'direct',
        cue: null,
        mention,
        quotes: [view.piece(i).quote],
        to: mention.to,
      });
  }
}

/** Behind a colon: a whole sentence, or a good part of one. */
function isIntroduced(view: SentenceView, i: number): boolean {
  if (!view.beginsLikeSentence(i)) return view.words(i) > 5;
  return view.words(i) > 3 || '.!?'.includes(lastInside(view.text, view.piece(i)) || ' ');
}

/** `"..." beamed X Y`: long words need no more than a subject somewhere, short ones a small word before a capital. */
function followsVerb(view: SentenceView, at: number): boolean {
  if (view.words(at - 1) > 3) return true;
  const verb = view.piece(at);
  const next = view.pieces[at + 1];
  const finite =
    verb.kind === 'word' && !verb.capital && !PREPOSITIONS.has(verb.lower) && !CONJUNCTIONS.has(verb.lower);
  return finite && next?.kind === 'word' && next.capital && !isFiller(verb);
}

/** Who speaks in what follows, when the sentence ends in a colon, or breaks off behind a verb of speech. */
function introduction(view: SentenceView, cues: readonly Cue[]): SentenceReading['introduces'] {
  const n = view.pieces.length;
  const last = view.pieces[n - 1];
  if (!last) return null;
  const colon = last.text === ':';
  const end = last.kind === 'mark' ? n - 1 : n;
  const open = cues.at(-1);
  const breaksOff =
    !colon && (last.kind === 'word' || last.text === ',') && open !== undefined && open.to === end && !open.according;
  if (!colon && !breaksOff) return null;
  const from = clauseStart(view.pieces, end);
  const own = cues.filter((cue) => cue.at >= from);
  const cue = own.at(-1) ?? null;
  if (cue?.according) return { mention: subjectAfter(view.sentence, cue.to - 1), cue: view.cueSpan(cue) };
  const mention =
    (cue ? headSubject(view, cue) : null) ??
    firstSubject(view.sentence, from, end) ??
    firstSubject(view.sentence, 0, end);
  const span = cue ? view.cueSpan(cue) : { start: last.start, end: last.end };
  return { mention: mention ?? view.lastMention() ?? view.label(from, end), cue: span };
}
