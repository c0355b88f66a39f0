// sentenceView: a sentence while it is read for reported speech, and the questions its readers ask of it.
import type { CueVerb } from './lexicon/cues.ts';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, LEADS } from './lexicon/grammar.ts';
import type { Span } from '../text/span.ts';
import { lastInside, type OuterSentence } from './clauses.ts';
import { isFiller, type Mention } from './speakers.ts';
import type { Word } from './words.ts';

/** Words attributed within one sentence. */
export interface Attribution {
  /** In order. For kind `direct` these are still whole quotations, marks included. */
  readonly spans: Span[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly cue: Span | null;
  readonly mention: Mention | null;
  /** Indices of the quotations that the spans are made of or hold. */
  readonly quotes: number[];
  /** Piece index behind the last word used. */
  readonly to: number;
}

/** What a sentence yields. */
export interface SentenceReading {
  readonly attributions: readonly Attribution[];
  /** Piece indices of the quotations that nothing in the sentence attributes. */
  readonly loose: readonly number[];
  /** The sentence ends in a colon (or in a bare verb of speech): who is about to speak. */
  readonly introduces: { readonly mention: Mention | null; readonly cue: Span | null } | null;
}

/** A verb of speech in its sentence, or "according to". */
export interface Cue {
  readonly at: number;
  /** Index behind the cue. */
  readonly to: number;
  readonly verb: CueVerb;
  readonly lower: string;
  readonly according: boolean;
}

/** How far behind a verb its quotation is looked for, in pieces. */
export const LONGEST_GAP = 60;

/**
 * A sentence while it is read: what it holds, what has been attributed so far, and the questions that the readers of
 * quotations ask of it. `take` is the only change.
 */
export class SentenceView {
  readonly text: string;
  readonly sentence: OuterSentence;
  readonly pieces: readonly Word[];
  readonly found: Attribution[] = [];
  /** Index behind the last piece that is no closing full stop. */
  readonly bodyEnd: number;
  /** Pieces before this index belong to what is read already. */
  done = 0;
  /** The quotations attributed. */
  readonly #used = new Set<number>();

  constructor(text: string, sentence: OuterSentence) {
    this.text = text;
    this.sentence = sentence;
    this.pieces = sentence.pieces;
    let end = sentence.pieces.length;
    while (end > 0 && /^[.!?…]+$/u.test(this.piece(end - 1).text)) end--;
    this.bodyEnd = end;
  }

  piece(i: number): Word {
    return this.pieces[i] as Word;
  }

  take(attribution: Attribution): void {
    for (const quote of attribution.quotes) this.#used.add(quote);
    this.done = Math.max(this.done, attribution.to);
    this.found.push(attribution);
  }

  isQuote(i: number): boolean {
    const piece = this.pieces[i];
    return piece?.kind === 'quote' && !this.#used.has(piece.quote);
  }

  beginsLikeSentence(i: number): boolean {
    return /^['"‘“«([…. ]*(?:\p{Lu}|\p{N})/u.test(this.text.slice(this.piece(i).start + 1, this.piece(i).start + 8));
  }

  words(i: number): number {
    let spaces = 1;
    const { start, end } = this.piece(i);
    for (let at = start; at < end && spaces < 12; at++) if (this.text[at] === ' ') spaces++;
    return spaces;
  }

  endsLikeSpeech(i: number): boolean {
    return ',.?!—–-…'.includes(lastInside(this.text, this.piece(i)) || ' ');
  }

  quotesIn(from: number, to: number): number[] {
    const quotes: number[] = [];
    for (let i = from; i < to; i++) if (this.isQuote(i)) quotes.push(this.piece(i).quote);
    return quotes;
  }

  /** Pieces [from, to) as a span, marks at both ends taken off. */
  span(from: number, to: number): Span | null {
    let a = from;
    let b = to;
    while (a < b && this.piece(a).kind === 'mark' && !'($€£#@'.includes(this.piece(a).text)) a++;
    while (b > a && this.piece(b - 1).kind === 'mark' && !')%'.includes(this.piece(b - 1).text)) b--;
    return a < b ? { start: this.piece(a).start, end: this.piece(b - 1).end } : null;
  }

  cueSpan(cue: Cue): Span {
    return { start: this.piece(cue.at).start, end: this.piece(cue.to - 1).end };
  }

  spanOf(i: number): Span {
    return { start: this.piece(i).start, end: this.piece(i).end };
  }

  gapIsFiller(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const piece = this.piece(i);
      if (piece.kind === 'quote') return false;
      if (piece.kind === 'word' && !isFiller(piece)) return false;
    }
    return true;
  }

  gapIsWords(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.piece(i).kind !== 'word') return false;
    return true;
  }

  lastMention(): Mention | null {
    return this.found.at(-1)?.mention ?? null;
  }

  /** Where the words attributed by a verb behind them begin: the sentence, or what follows the last thing read. */
  /** "PORT X, Norland (Agency) - ": the first piece behind it, or 0. */
  #behindDateline(): number {
    if (!this.sentence.first || !/^\p{Lu}[\p{Lu}'’.-]{2,}$/u.test(this.pieces[0]?.text ?? '')) return 0;
    for (let i = 1; i < 14 && i < this.pieces.length; i++) {
      const piece = this.piece(i);
      if (/^(?:[—–-]|--)$/u.test(piece.text)) return i + 1;
      if (piece.kind === 'quote') return 0;
    }
    return 0;
  }

  contentStart(q: number): number {
    let from = this.done;
    const before = this.pieces[q - 1];
    // "The mood was sour - "..." he said": behind a dash or a colon the quotation stands for itself.
    if (before && this.isQuote(q) && /^(?:[—–:(-]|--)$/u.test(before.text) && this.beginsLikeSentence(q)) return q;
    if (from === 0) from = this.#behindDateline();
    while (from < q && this.piece(from).kind === 'mark') from++;
    if (from > 0 && from < q && this.piece(from).kind === 'word' && CONJUNCTIONS.has(this.piece(from).lower)) from++;
    return from;
  }

  onlyQuotes(from: number, to: number): boolean {
    let any = false;
    for (let i = from; i < to; i++) {
      const piece = this.piece(i);
      if (piece.kind === 'word') return false;
      if (piece.kind === 'quote') any = true;
    }
    return any;
  }

  nextQuote(from: number): number {
    for (let i = from; i < this.pieces.length && i - from < LONGEST_GAP; i++) if (this.isQuote(i)) return i;
    return -1;
  }

  isPause(i: number): boolean {
    const piece = this.pieces[i];
    return piece !== undefined && piece.kind === 'mark' && /^(?:[,:;.—–-]|--|\.\.\.|…)$/u.test(piece.text);
  }

  /** Behind the last of the quotations that follow one another from `q` on, marks between them allowed. */
  quoteRunEnd(q: number): number {
    let end = q + 1;
    for (let i = end; i < this.pieces.length; i++) {
      const piece = this.piece(i);
      if (piece.kind === 'word') break;
      if (piece.kind === 'quote') end = i + 1;
    }
    while (end < this.bodyEnd && this.piece(end).kind === 'mark' && end === this.bodyEnd - 1) end++;
    return end;
  }

  /** "Speaking to reporters", "Asked about it", "After Tuesday's vote": an opening phrase, not somebody's words. */
  isOpener(from: number): boolean {
    const first = this.piece(from);
    return (
      first.kind === 'word' &&
      (PREPOSITIONS.has(first.lower) ||
        LEADS.has(first.lower) ||
        first.lower.endsWith('ing') ||
        first.lower === 'asked')
    );
  }

  /** "Labour campaign: ..." : the words before a colon as a whole, when few. */
  label(from: number, to: number): Mention | null {
    if (to - from > 6 || to <= from) return null;
    for (let i = from; i < to; i++) {
      if (this.piece(i).kind !== 'word' || AUXILIARIES.has(this.piece(i).lower)) return null;
    }
    if (PREPOSITIONS.has(this.piece(from).lower)) return null;
    return { sentence: this.sentence, from, to, name: null };
  }

  /** `"..." — X Y`: a name behind a dash, and nothing else. */
  signature(dash: number): Mention | null {
    const mark = this.pieces[dash];
    if (!mark || !/^(?:[―—–~-]|--)$/u.test(mark.text)) return null;
    let to = dash + 1;
    while (to < this.pieces.length && this.piece(to).kind === 'word') to++;
    const first = this.pieces[dash + 1];
    if (to === dash + 1 || to - dash > 10 || !first?.capital || this.pieces[to]?.kind === 'quote') return null;
    const rest = this.pieces[to];
    if (rest && !/^[.,(]$/u.test(rest.text)) return null;
    let name = null;
    for (let i = dash + 1; i < to; i++) name ??= this.sentence.names[i] ?? null;
    return { sentence: this.sentence, from: dash + 1, to, name };
  }
}
