// reportedClause: where a reported clause begins and ends, and whose it is, given its verb of speech.
import { CUE_VERBS } from './lexicon/cues.ts';
import {
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  PASSIVE_AUXILIARIES,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  CLAUSE_OPENERS,
  BREAKS,
  AFTERTHOUGHTS,
  LEADS,
  ADJUNCTS,
} from './lexicon/grammar.ts';
import { lastInside } from './clauses.ts';
import { clauseStart, firstSubject, isFiller, subjectBefore, type Mention } from './speakers.ts';
import type { Word } from './words.ts';
import type { SentenceView, Cue } from './sentenceView.ts';

const DASH = /^(?:[―—–-]|--)$/u;
const LONGEST_CLAUSE = 250;

/** Index where the next clause with a verb of speech of its own begins ("..., adding", "and said"), or null. */
export function nextClauseCue(view: SentenceView, cues: readonly Cue[], c: number): number | null {
  for (let k = c + 1; k < cues.length && k < c + 12; k++) {
    const cue = cues[k] as Cue;
    let i = cue.at - 1;
    while (i >= 0 && isFiller(view.piece(i))) i--;
    const before = view.pieces[i];
    if (!before || i < (cues[c] as Cue).to) continue;
    if (cue.according) return before.kind === 'mark' ? i : cue.at;
    if (before.kind === 'quote' && cue.verb.participle) return i + 1;
    if (before.kind === 'mark' && cue.verb.participle && before.text === ',') return i;
    if (before.kind !== 'word') continue;
    const joins = before.lower === 'and' || before.lower === 'but';
    if (cue.verb.participle && (joins || ['before', 'after', 'by', 'while'].includes(before.lower))) return i;
    if (joins && !cue.verb.bare) return view.piece(i - 1).text === ',' ? i - 1 : i;
  }
  return null;
}

export function clauseIn(view: SentenceView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const piece = view.piece(i);
    if (piece.kind === 'word' && CLAUSE_OPENERS.has(piece.lower)) return true;
  }
  return false;
}

/** Where the reported clause that begins at `from` ends. `atLeast`: a quotation it must hold. */
export function regionEnd(view: SentenceView, from: number, cue: Cue, limit = view.bodyEnd, atLeast = -1): number {
  const to = Math.min(limit, from + LONGEST_CLAUSE);
  const leading = isLeadClause(view, cue);
  let lastQuote = atLeast;
  if (!leading) for (let i = Math.max(from, atLeast); i < to; i++) if (view.isQuote(i)) lastQuote = i;
  for (let i = from; i < to; i++) {
    const piece = view.piece(i);
    if (i > lastQuote && lastQuote >= 0 && DASH.test(piece.text)) return i;
    if (piece.text === ';' && i > lastQuote) return i;
    if (piece.kind === 'word' && i === lastQuote + 1 && lastQuote >= 0 && closesClause(view, i)) return i;
    if (piece.text !== ',' || i + 1 >= to || i < lastQuote) continue;
    if (leading) return i;
    const next = view.piece(i + 1);
    if (next.kind !== 'word') continue;
    if (BREAKS.has(next.lower) && view.pieces[i + 2]?.lower !== 'also') return i;
    if (next.lower.endsWith('ing') && next.lower.length > 5 && lastQuote < 0) return i;
    if (lastQuote >= 0 && AFTERTHOUGHTS.has(next.lower)) return i;
  }
  return to;
}

/** "While X says that ..., Y ...": the clause of the verb opens the sentence and ends at its comma. */
function isLeadClause(view: SentenceView, cue: Cue): boolean {
  const from = clauseStart(view.pieces, cue.at);
  const first = view.pieces[from];
  if (first?.kind !== 'word' || !LEADS.has(first.lower) || cue.at - from > 12) return false;
  for (let i = from; i < cue.at; i++) if (view.piece(i).text === ',') return false;
  return true;
}

/** Behind a quotation whose own comma closes it the narrator speaks again: `a "loser," which ...`. */
function closesClause(view: SentenceView, i: number): boolean {
  const quote = view.piece(i - 1);
  const word = view.piece(i);
  if (quote.kind !== 'quote') return false;
  const last = lastInside(view.text, quote);
  if (last === ',') return !['and', 'or', 'to', 'of', 'that'].includes(word.lower);
  return false;
}

/** The first piece of the words themselves: behind "told reporters", "said on Friday". */
export function behindAddressee(view: SentenceView, cue: Cue): number {
  let i = cue.to;
  const { verb } = cue;
  if (view.pieces[i] && DAYS.has(view.piece(i).text)) i++;
  if (cue.lower.startsWith('ask')) {
    // "asked the crowd "Why?""
    const q = view.nextQuote(i);
    if (q > i && q - i < 5 && view.beginsLikeSentence(q) && view.gapIsWords(i, q)) return q;
  }
  if (!verb.addressee && !['asked', 'ask', 'asks', 'asking'].includes(cue.lower)) return i;
  if (verb.addressee) {
    for (let k = i; k < Math.min(i + 12, view.bodyEnd); k++) {
      const piece = view.piece(k);
      if (piece.kind !== 'word') break;
      if (CLAUSE_OPENERS.has(piece.lower)) return k;
    }
    const first = view.pieces[i];
    if (first?.kind !== 'word') return i;
    if (['me', 'him', 'her', 'us', 'them', 'you', 'it'].includes(first.lower) || PERSONAL_PRONOUNS.has(first.lower))
      return i + 1;
    const name = view.sentence.names[i];
    if (name) {
      while (view.sentence.names[i] === name) i++;
      return i;
    }
    if (DETERMINERS.has(first.lower)) i++;
    while (i < view.bodyEnd && view.piece(i).capital && view.piece(i).joined) i++;
    if (
      i < view.bodyEnd &&
      view.piece(i).kind === 'word' &&
      !PERSONAL_PRONOUNS.has(view.piece(i).lower) &&
      !DETERMINERS.has(view.piece(i).lower) &&
      !PREPOSITIONS.has(view.piece(i).lower)
    )
      i++;
  }
  return i;
}

export function headSubject(view: SentenceView, cue: Cue): Mention | null {
  const from = clauseStart(view.pieces, cue.at);
  const before = view.pieces[cue.at - 1];
  if (cue.verb.participle) {
    const progressive = before?.kind === 'word' && PASSIVE_AUXILIARIES.has(before.lower);
    if (progressive) return subjectBefore(view.sentence, cue.at, from);
    return view.lastMention() ?? firstSubject(view.sentence, from, cue.at) ?? afterQuoteSubject(view, from);
  }
  if (before && (before.lower === 'to' || CONJUNCTIONS.has(before.lower) || isCoordinated(view.pieces, cue.at))) {
    return view.lastMention() ?? firstSubject(view.sentence, from, cue.at) ?? afterQuoteSubject(view, from);
  }
  return subjectBefore(view.sentence, cue.at, from) ?? (from > 0 ? afterQuoteSubject(view, from) : null);
}

/** The clause began behind a quotation that is no speech: look before it. */
function afterQuoteSubject(view: SentenceView, from: number): Mention | null {
  return from > 0 ? firstSubject(view.sentence, Math.max(0, from - 80), from) : null;
}

/** "in a statement", "on Friday", "in Norland": what may stand between the verb and "that". */
export function isAdjunct(view: SentenceView, from: number, to: number): boolean {
  const first = view.piece(from);
  return (
    first.kind === 'word' && (ADJUNCTS.has(first.lower) || DAYS.has(first.text) || isFiller(first)) && to - from < 8
  );
}

export function behindApposition(view: SentenceView, from: number): number {
  const first = view.pieces[from];
  if (first?.kind !== 'word' || !DETERMINERS.has(first.lower)) return from;
  for (let i = from; i < Math.min(from + 14, view.bodyEnd - 3); i++) {
    const piece = view.piece(i);
    if (piece.kind === 'quote') return from;
    if (piece.text !== ',') continue;
    // A verb before the comma makes it a clause, not an apposition.
    for (let k = from; k < i; k++) if (isFiller(view.piece(k)) || CUE_VERBS.has(view.piece(k).lower)) return from;
    return i + 1;
  }
  return from;
}

function isCoordinated(pieces: readonly Word[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && isFiller(pieces[i] as Word)) i--;
  const word = pieces[i];
  return word?.kind === 'word' && (word.lower === 'and' || word.lower === 'but');
}
