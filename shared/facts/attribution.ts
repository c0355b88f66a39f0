// attribution: reads one sentence for reported speech: which words are somebody's, which verb says so, who is named.
import { BARE_CLAUSE, CUE_VERBS, PLAIN_CUES, type CueVerb } from './lexicon/cues.ts';
import { ROLE_HEADS, SPEAKING_NOUNS } from './lexicon/roles.ts';
import {
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  PASSIVE_AUXILIARIES,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  SUBORDINATORS,
} from './lexicon/grammar.ts';
import type { Span } from '../text/span.ts';
import { lastInside, type OuterSentence } from './clauses.ts';
import { clauseStart, firstSubject, isFiller, subjectAfter, subjectBefore, type Mention } from './speakers.ts';
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

interface Cue {
  readonly at: number;
  /** Index behind the cue. */
  readonly to: number;
  readonly verb: CueVerb;
  readonly lower: string;
  readonly according: boolean;
}

const ACCORDING: CueVerb = { frame: 'say', addressee: false, participle: false, bare: false };
const THAT = new Set(['that', 'whether', 'how', 'why', 'if']);
function isAuxiliaryBe(word: Word): boolean {
  return PASSIVE_AUXILIARIES.has(word.lower);
}

/** Nouns as well as verbs: read as verbs only where nothing makes a noun of them. */
const NOUN_BEFORE = new Set(['of', 'in', 'on', 'with', 'for', 'about', 'from', 'under', 'at', 'into', 'no', 'new']);
/** Frames in which marks hold no speech: "a book called 'X'", "so-called". */
const NAMING = new Set([
  'called',
  'titled',
  'entitled',
  'named',
  'dubbed',
  'labelled',
  'labeled',
  'branded',
  'known',
  'nicknamed',
]);
/** Determiners that can stand for a noun of their own: "some said". */
const QUANTITIES = new Set(
  'this that these those all some many several most both one another other two three any few each more'.split(' '),
);
const RELATIVES = new Set(['who', 'which', 'that']);
/** Words behind a comma that end the reported clause. */
const BREAKS = new Set([
  'but',
  'while',
  'although',
  'though',
  'whereas',
  'according',
  'however',
  'something',
  'compared',
  'claims',
]);
/** The narrator's afterthoughts behind the last quoted words. */
const AFTERTHOUGHTS = new Set(['which', 'who', 'after', 'before', 'when', 'with', 'a', 'an', 'the', 'where', 'as']);
/** A clause that begins so ends at its comma: "While X says that ..., Y ...". */
const LEADS = new Set([
  'when',
  'while',
  'after',
  'before',
  'if',
  'although',
  'though',
  'as',
  'because',
  'since',
  'whereas',
  'once',
]);
const ADJUNCTS = new Set([
  'in',
  'on',
  'at',
  'during',
  'after',
  'before',
  'from',
  'to',
  'this',
  'last',
  'earlier',
  'late',
  'early',
]);
const DASH = /^(?:[―—–-]|--)$/u;
const LONGEST_GAP = 60;
const LONGEST_CLAUSE = 250;

export function readSentence(text: string, sentence: OuterSentence): SentenceReading {
  return new SentenceReader(text, sentence).read();
}

class SentenceReader {
  readonly #text: string;
  readonly #sentence: OuterSentence;
  readonly #pieces: readonly Word[];
  readonly #used = new Set<number>();
  readonly #found: Attribution[] = [];
  /** Index behind the closing punctuation-free body. */
  readonly #bodyEnd: number;
  /** Pieces before this index belong to what is read already. */
  #done = 0;

  constructor(text: string, sentence: OuterSentence) {
    this.#text = text;
    this.#sentence = sentence;
    this.#pieces = sentence.pieces;
    let end = sentence.pieces.length;
    while (end > 0 && /^[.!?…]+$/u.test(this.#piece(end - 1).text)) end--;
    this.#bodyEnd = end;
  }

  #piece(i: number): Word {
    return this.#pieces[i] as Word;
  }

  read(): SentenceReading {
    const cues = this.#cues();
    for (let c = 0; c < cues.length; c++) {
      const cue = cues[c] as Cue;
      if (cue.at < this.#done) continue;
      const attribution = cue.according
        ? this.#according(cue)
        : (this.#tail(cue, cues[c - 1]) ?? this.#head(cue, cues, c));
      if (attribution) this.#take(attribution);
    }
    this.#plain();
    const loose: number[] = [];
    this.#pieces.forEach((piece, i) => {
      if (piece.kind === 'quote' && !this.#used.has(piece.quote)) loose.push(i);
    });
    return { attributions: this.#found, loose, introduces: this.#introduction(cues) };
  }

  #take(attribution: Attribution): void {
    for (const quote of attribution.quotes) this.#used.add(quote);
    this.#done = Math.max(this.#done, attribution.to);
    this.#found.push(attribution);
  }

  #cues(): Cue[] {
    const cues: Cue[] = [];
    this.#pieces.forEach((piece, i) => {
      if (piece.kind !== 'word') return;
      if (piece.lower === 'according' && this.#pieces[i + 1]?.lower === 'to') {
        cues.push({ at: i, to: i + 2, verb: ACCORDING, lower: 'according', according: true });
        return;
      }
      const verb = CUE_VERBS.get(piece.lower);
      if (!verb || this.#sentence.names[i] || (piece.capital && i > 0 && this.#piece(i - 1).kind === 'word')) return;
      if (!this.#isVerb(i, verb)) return;
      let to = i + 1;
      if (this.#pieces[to]?.lower === 'out' || this.#pieces[to]?.lower === 'back') to++;
      cues.push({ at: i, to, verb, lower: piece.lower, according: false });
    });
    return cues;
  }

  /** False for the passive ("was called"), for nouns ("the report", "his claims") and for adjectives ("the said plan"). */
  #isVerb(i: number, verb: CueVerb): boolean {
    let j = i - 1;
    while (j >= 0 && isFiller(this.#piece(j)) && !isAuxiliaryBe(this.#piece(j)) && this.#piece(j).lower !== 'to') j--;
    const before = this.#pieces[j];
    const { lower } = this.#piece(i);
    if (!before) return !verb.bare && lower !== 'asked';
    if (before.kind !== 'word') return !verb.bare || j < i - 1;
    if (PASSIVE_AUXILIARIES.has(before.lower)) return verb.participle;
    if (before.possessive) return lower === 'said';
    if (DETERMINERS.has(before.lower) && !QUANTITIES.has(before.lower)) return false;
    if (verb.participle) return true;
    if (SUBORDINATORS.has(before.lower) && !RELATIVES.has(before.lower)) return false;
    if (NOUN_BEFORE.has(before.lower)) return false;
    if (verb.bare) return j < i - 1 || before.lower === 'to' || this.#isPlural(j);
    if (lower.endsWith('s') && lower !== 'says' && lower !== 'tells') return this.#isSingular(j);
    return true;
  }

  #isPlural(i: number): boolean {
    const word = this.#piece(i);
    return (
      /^(?:they|we|i|you|who|people|police|men|women|percent|half|most|many|some)$/u.test(word.lower) ||
      /[^s]s$/u.test(word.lower) ||
      this.#sentence.names[i] != null
    );
  }

  #isSingular(i: number): boolean {
    const word = this.#piece(i);
    return (
      this.#sentence.names[i] != null ||
      /^(?:he|she|it|who|which|that|one)$/u.test(word.lower) ||
      SPEAKING_NOUNS.has(word.lower) ||
      ROLE_HEADS.has(word.lower) ||
      word.capital
    );
  }

  #isQuote(i: number): boolean {
    const piece = this.#pieces[i];
    return piece?.kind === 'quote' && !this.#used.has(piece.quote);
  }

  #beginsLikeSentence(i: number): boolean {
    return /^['"‘“«([…. ]*(?:\p{Lu}|\p{N})/u.test(this.#text.slice(this.#piece(i).start + 1, this.#piece(i).start + 8));
  }

  #words(i: number): number {
    let spaces = 1;
    const { start, end } = this.#piece(i);
    for (let at = start; at < end && spaces < 12; at++) if (this.#text[at] === ' ') spaces++;
    return spaces;
  }

  #endsLikeSpeech(i: number): boolean {
    return ',.?!—–-…'.includes(lastInside(this.#text, this.#piece(i)) || ' ');
  }

  #quotesIn(from: number, to: number): number[] {
    const quotes: number[] = [];
    for (let i = from; i < to; i++) if (this.#isQuote(i)) quotes.push(this.#piece(i).quote);
    return quotes;
  }

  /** Pieces [from, to) as a span, marks at both ends taken off. */
  #span(from: number, to: number): Span | null {
    let a = from;
    let b = to;
    while (a < b && this.#piece(a).kind === 'mark' && !'($€£#@'.includes(this.#piece(a).text)) a++;
    while (b > a && this.#piece(b - 1).kind === 'mark' && !')%'.includes(this.#piece(b - 1).text)) b--;
    return a < b ? { start: this.#piece(a).start, end: this.#piece(b - 1).end } : null;
  }

  #cueSpan(cue: Cue): Span {
    return { start: this.#piece(cue.at).start, end: this.#piece(cue.to - 1).end };
  }

  /** `"...," X said` and `"...," said X`, with or without words of the sentence before the quotation. */
  #tail(cue: Cue, before: Cue | undefined): Attribution | null {
    if (cue.verb.frame === 'name' && !this.#quoteEndsBefore(cue.at)) return null;
    let q = cue.at - 1;
    while (q >= this.#done && !this.#isQuote(q) && cue.at - q < 40) q--;
    if (q < this.#done || !this.#isQuote(q)) return this.#tailWithoutMarks(cue, before);
    if (before && before.at > q) return null;
    const gap = cue.at - q - 1;
    const next = this.#pieces[q + 1];
    const comma =
      next?.text === ',' || next?.text === '—' || next?.text === '–' || next?.text === '-' || next?.text === '--';
    if (!comma && !this.#endsLikeSpeech(q) && !(gap === 0 && PLAIN_CUES.has(cue.lower))) {
      if (!(gap <= 3 && PLAIN_CUES.has(cue.lower) && !cue.verb.bare && q === 0)) return null;
    }
    const firstWord = this.#pieces[comma ? q + 2 : q + 1];
    if (
      firstWord &&
      firstWord.kind === 'word' &&
      (CONJUNCTIONS.has(firstWord.lower) || SUBORDINATORS.has(firstWord.lower) || PREPOSITIONS.has(firstWord.lower))
    ) {
      if (!['as', 'in', 'on', 'at'].includes(firstWord.lower) || cue.verb.participle) return null;
    }
    if (cue.verb.participle && gap > 2) return null;
    const inverted = this.#gapIsFiller(q + 1, cue.at);
    const mention = inverted
      ? (subjectAfter(this.#sentence, cue.to - 1) ?? this.#lastMention())
      : subjectBefore(this.#sentence, cue.at, q + 1);
    const from = this.#contentStart(q);
    const cueSpan = this.#cueSpan(cue);
    const onlyQuotes = this.#onlyQuotes(from, q + 1);
    if (!onlyQuotes && (!mention || (this.#isOpener(from) && this.#introducesQuote(cue)))) return null;
    let to = Math.max(cue.to, mention && inverted ? mention.to : 0);
    const spans: Span[] = [];
    const quotes = this.#quotesIn(from, q + 1);
    if (onlyQuotes) for (let i = from; i <= q; i++) if (this.#isQuote(i)) spans.push(this.#spanOf(i));
    if (!onlyQuotes) {
      const span = this.#span(from, q + 1);
      if (span) spans.push(span);
    }
    // Interrupted: the quotation goes on behind the verb and its subject, in the same sentence.
    let kind: Attribution['kind'] = onlyQuotes ? 'direct' : 'mixed';
    const more = this.#nextQuote(to);
    if (
      more >= 0 &&
      more - to < 30 &&
      (this.#isPause(more - 1) || (more === to && this.#beginsLikeSentence(more))) &&
      this.#isInterruption(to, more)
    ) {
      const end = this.#quoteRunEnd(more);
      if (end === this.#bodyEnd || this.#onlyQuotes(more, end)) {
        for (let i = more; i < end; i++) {
          if (!this.#isQuote(i)) continue;
          spans.push(this.#spanOf(i));
          quotes.push(this.#piece(i).quote);
        }
        to = end;
      }
    }
    if (kind === 'direct' && spans.length === 1 && this.#words(q) <= 2 && !this.#endsLikeSpeech(q) && !comma)
      kind = 'mixed';
    return { spans, kind, cue: cueSpan, mention, quotes, to };
  }

  #spanOf(i: number): Span {
    return { start: this.#piece(i).start, end: this.#piece(i).end };
  }

  /** "Speaking to reporters", "Asked about it", "After Tuesday's vote": an opening phrase, not somebody's words. */
  #isOpener(from: number): boolean {
    const first = this.#piece(from);
    return (
      first.kind === 'word' &&
      (PREPOSITIONS.has(first.lower) ||
        LEADS.has(first.lower) ||
        first.lower.endsWith('ing') ||
        first.lower === 'asked')
    );
  }

  /** `said, "A whole sentence."` stands behind the cue. */
  #introducesQuote(cue: Cue): boolean {
    const q = this.#isPause(cue.to) ? cue.to + 1 : cue.to;
    return this.#isQuote(q) && this.#beginsLikeSentence(q) && this.#words(q) > 3;
  }

  #quoteEndsBefore(at: number): boolean {
    for (let i = at - 1; i >= this.#done && at - i < 8; i--) if (this.#isQuote(i)) return this.#endsLikeSpeech(i);
    return false;
  }

  #gapIsFiller(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'quote') return false;
      if (piece.kind === 'word' && !isFiller(piece)) return false;
    }
    return true;
  }

  #lastMention(): Mention | null {
    return this.#found.at(-1)?.mention ?? null;
  }

  /** Where the words attributed by a verb behind them begin: the sentence, or what follows the last thing read. */
  #contentStart(q: number): number {
    let from = this.#done;
    while (from < q && this.#piece(from).kind === 'mark') from++;
    if (from > 0 && from < q && this.#piece(from).kind === 'word' && CONJUNCTIONS.has(this.#piece(from).lower)) from++;
    return from;
  }

  #onlyQuotes(from: number, to: number): boolean {
    let any = false;
    for (let i = from; i < to; i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'word') return false;
      if (piece.kind === 'quote') any = true;
    }
    return any;
  }

  #nextQuote(from: number): number {
    for (let i = from; i < this.#pieces.length && i - from < LONGEST_GAP; i++) if (this.#isQuote(i)) return i;
    return -1;
  }

  #isPause(i: number): boolean {
    const piece = this.#pieces[i];
    return piece !== undefined && piece.kind === 'mark' && /^(?:[,:;.—–-]|--|\.\.\.|…)$/u.test(piece.text);
  }

  #cueBetween(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'word' && CUE_VERBS.has(piece.lower) && !this.#sentence.names[i]) {
        const verb = CUE_VERBS.get(piece.lower) as CueVerb;
        if (!verb.bare && this.#isVerb(i, verb)) return true;
      }
    }
    return false;
  }

  /** Whether the quotation at `q` goes on with the one before the verb: no verb of its own stands in front of it. */
  #isInterruption(from: number, q: number): boolean {
    if (!this.#cueBetween(from, q)) return true;
    // "..., X said, referring to the plan, "and the rest"": a small letter goes on.
    if (this.#beginsLikeSentence(q) || this.#piece(q - 1).text !== ',' || CUE_VERBS.has(this.#piece(q - 2).lower))
      return false;
    for (let i = from; i < q; i++) {
      const verb = CUE_VERBS.get(this.#piece(i).lower);
      if (verb && (verb.frame !== 'name' || !verb.participle)) return false;
    }
    return true;
  }

  /** Behind the last of the quotations that follow one another from `q` on, marks between them allowed. */
  #quoteRunEnd(q: number): number {
    let end = q + 1;
    for (let i = end; i < this.#pieces.length; i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'word') break;
      if (piece.kind === 'quote') end = i + 1;
    }
    while (end < this.#bodyEnd && this.#piece(end).kind === 'mark' && end === this.#bodyEnd - 1) end++;
    return end;
  }

  /** "Clause, X said." and "Clause, X said, clause": reported without marks, or with marks in the second half. */
  #tailWithoutMarks(cue: Cue, before: Cue | undefined): Attribution | null {
    if (cue.verb.frame !== 'say' || cue.verb.participle || (!PLAIN_CUES.has(cue.lower) && !BARE_CLAUSE.has(cue.lower)))
      return null;
    if (cue.verb.addressee) return null;
    let comma = cue.at - 1;
    while (comma > this.#done && this.#piece(comma).kind === 'word' && cue.at - comma < 12) comma--;
    if (comma <= this.#done || this.#piece(comma).text !== ',') return null;
    if (before && before.at > comma) return null;
    const after = this.#pieces[cue.to];
    const inverted = this.#gapIsFiller(comma + 1, cue.at);
    const ends =
      !after || after.kind === 'mark' || PREPOSITIONS.has(after.lower) || DAYS.has(after.text) || isFiller(after);
    if (!ends && !inverted) return null;
    if (inverted && cue.lower !== 'said' && cue.lower !== 'says') return null;
    const mention = inverted
      ? subjectAfter(this.#sentence, cue.to - 1)
      : subjectBefore(this.#sentence, cue.at, comma + 1);
    if (!mention || mention.from <= comma) return null;
    if (inverted && !this.#endsAfter(mention)) return null;
    const from = this.#contentStart(comma);
    let to = inverted ? mention.to : cue.to;
    let second: Span | null = null;
    let quotes: number[] = [];
    const opener = this.#isOpener(from);
    if (this.#pieces[to]?.text === ',' && to + 2 < this.#bodyEnd) {
      // Parenthetical: the clause goes on behind it.
      const q = to + 1;
      if (this.#isQuote(q)) {
        if (opener || comma - from < 2) return null;
        if (this.#beginsLikeSentence(q) && this.#words(q) > 4) return null;
      }
      const nextWord = this.#piece(q);
      const coordinate = CUE_VERBS.get(nextWord.lower);
      if (!coordinate?.participle) {
        const end = this.#regionEnd(q, cue);
        second = this.#span(q, end);
        quotes = this.#quotesIn(q, end);
        to = end;
      }
    } else if (opener && (comma - from < 6 || this.#piece(from).lower === 'asked')) return null;
    if (second === null && comma - from < 4) return null;
    if (second === null && this.#nextQuote(cue.to) >= 0) return null;
    const spans: Span[] = [];
    const head = this.#span(from, comma);
    if (head) spans.push(head);
    if (second) spans.push(second);
    if (spans.length === 0) return null;
    return { spans, kind: quotes.length > 0 ? 'mixed' : 'indirect', cue: this.#cueSpan(cue), mention, quotes, to };
  }

  /** "said X Y." or "said X Y, head of Z.": nothing that could be a clause follows the subject. */
  #endsAfter(mention: Mention): boolean {
    const next = this.#pieces[mention.to];
    return mention.name !== null && (next === undefined || next.kind === 'mark');
  }

  /** The verb stands before the words: "X said that ...", `X said: "..."`, `X called it "..."`. */
  #head(cue: Cue, cues: readonly Cue[], c: number): Attribution | null {
    const { verb } = cue;
    const from = this.#behindAddressee(cue);
    const nextCue = this.#nextClauseCue(cues, c);
    const limit = nextCue ?? this.#bodyEnd;
    const q = this.#nextQuote(cue.to);
    const mention = (): Mention | null => this.#headSubject(cue);
    if (q >= 0 && q < limit && q - cue.to < LONGEST_GAP) {
      const inner = cues[c + 1];
      if (inner && inner.to <= q && this.#yieldsTo(cue, inner, cues, c, q)) return null;
      const gapEnds = this.#piece(q - 1);
      const adjacent =
        q === cue.to ||
        q === from ||
        (gapEnds.kind === 'mark' && this.#isPause(q - 1) && !this.#clauseIn(cue.to, q - 1));
      const pause = q > cue.to && this.#isPause(q - 1);
      if (adjacent) {
        const like = this.#beginsLikeSentence(q);
        const colon = gapEnds.text === ':';
        const end = this.#quoteRunEnd(q);
        const whole = end >= limit || this.#pieces[end]?.kind === 'mark' || colon;
        const speech =
          colon ||
          (pause && (like || this.#words(q) > 3)) ||
          (like && this.#words(q) > 1 && (whole || this.#endsLikeSpeech(q)));
        if (verb.frame === 'name' && !colon && !(pause && like)) {
          if (NAMING.has(cue.lower) && q === cue.to) return null;
        }
        if (speech && (verb.frame !== 'name' || colon || pause || like)) return this.#direct(cue, q, mention());
        if (whole && verb.frame === 'say' && this.#words(q) > 1) return this.#direct(cue, q, mention());
      }
      // "X was vague - "Again, ..." she said": what stands behind the dash is another's sentence.
      if (q > cue.to && DASH.test(gapEnds.text) && this.#beginsLikeSentence(q)) return this.#reported(cue, from, q - 1);
      const embedded = verb.frame === 'say' || verb.frame === 'name' || THAT.has(this.#pieces[from]?.lower ?? '');
      if (!embedded) return null;
      if (verb.bare && this.#pieces[cue.at - 1]?.lower === 'not') return null;
      const subject = mention();
      if (!subject) return null;
      const end = this.#regionEnd(from, cue, limit, q);
      if (end <= q) return null;
      const span = this.#span(from, end);
      if (!span) return null;
      return {
        spans: [span],
        kind: this.#onlyQuotes(from, end) ? 'direct' : 'mixed',
        cue: this.#cueSpan(cue),
        mention: subject,
        quotes: this.#quotesIn(from, end),
        to: end,
      };
    }
    return this.#reported(cue, from, limit);
  }

  /** Whether a verb nearer to the quotation has the better claim: always over "called"; else when it introduces it bare. */
  #yieldsTo(cue: Cue, inner: Cue, cues: readonly Cue[], c: number, q: number): boolean {
    if (cue.verb.frame === 'name') return true;
    let nearest = inner;
    for (let k = c + 1; k < Math.min(cues.length, c + 6) && (cues[k] as Cue).to <= q; k++) nearest = cues[k] as Cue;
    if (nearest.to === q - 1 && this.#isPause(q - 1)) return this.#beginsLikeSentence(q);
    return nearest.to === q && this.#beginsLikeSentence(q) && nearest.verb.frame === 'say';
  }

  #direct(cue: Cue, q: number, mention: Mention | null): Attribution {
    const end = this.#quoteRunEnd(q);
    const spans: Span[] = [];
    for (let i = q; i < end; i++) if (this.#isQuote(i)) spans.push(this.#spanOf(i));
    return { spans, kind: 'direct', cue: this.#cueSpan(cue), mention, quotes: this.#quotesIn(q, end), to: end };
  }

  /** Speech without marks behind its verb: only frames that are trusted ("said", or any with "that"). */
  #reported(cue: Cue, from: number, limit: number): Attribution | null {
    const { verb } = cue;
    if (verb.frame === 'name') return null;
    const before = this.#pieces[cue.at - 1];
    if (verb.bare && before && ['to', 'not', "didn't", "don't"].includes(before.lower)) return null;
    if (!this.#isMainVerb(cue)) return null;
    let start = from;
    let that = false;
    for (let i = from; i < Math.min(limit, from + 8); i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'word' && THAT.has(piece.lower) && (piece.lower !== 'if' || cue.lower.startsWith('ask'))) {
        if (i > from && !this.#isAdjunct(from, i)) break;
        start = i;
        that = true;
        break;
      }
    }
    const next = this.#pieces[start];
    if (!next || next.kind !== 'word') return null;
    if (!that) {
      if (verb.frame !== 'say' || !BARE_CLAUSE.has(cue.lower)) return null;
      if (PREPOSITIONS.has(next.lower) || CONJUNCTIONS.has(next.lower) || isFiller(next)) return null;
      if (SUBORDINATORS.has(next.lower) || next.lower === 'nothing' || next.lower === 'something') return null;
    }
    if (that && start === cue.to && this.#pieces[start]?.lower === 'that' && limit - start < 3) return null;
    const mention = this.#headSubject(cue);
    if (!mention) return null;
    const end = this.#regionEnd(start, cue, limit);
    if (end - start < 3) return null;
    const span = this.#span(start, end);
    if (!span) return null;
    return { spans: [span], kind: 'indirect', cue: this.#cueSpan(cue), mention, quotes: [], to: end };
  }

  /** Not "voters who say", "the plan that he says", "as X noted", "reminding voters how": those report nothing by themselves. */
  #isMainVerb(cue: Cue): boolean {
    let i = cue.at - 1;
    while (i >= 0 && isFiller(this.#piece(i))) i--;
    const before = this.#pieces[i];
    if (!before) return true;
    if (cue.verb.participle) {
      return (
        before.kind !== 'word' ||
        before.lower === 'and' ||
        SPEAKING_NOUNS.has(before.lower) ||
        isAuxiliaryBe(this.#piece(cue.at - 1))
      );
    }
    if (before.lower === 'who') return this.#pieces[i - 1]?.text === ',';
    if (SUBORDINATORS.has(before.lower)) return false;
    const subject = subjectBefore(this.#sentence, cue.at, clauseStart(this.#pieces, cue.at));
    const ahead = subject ? this.#pieces[subject.from - 1] : undefined;
    return !(ahead && ['that', 'which', 'as', 'whom', 'what', 'than', 'because'].includes(ahead.lower));
  }

  /** "in a statement", "on Friday", "in Norland": what may stand between the verb and "that". */
  #isAdjunct(from: number, to: number): boolean {
    const first = this.#piece(from);
    return (
      first.kind === 'word' && (ADJUNCTS.has(first.lower) || DAYS.has(first.text) || isFiller(first)) && to - from < 8
    );
  }

  /** The first piece of the words themselves: behind "told reporters", "said on Friday". */
  #behindAddressee(cue: Cue): number {
    let i = cue.to;
    const { verb } = cue;
    if (this.#pieces[i] && DAYS.has(this.#piece(i).text)) i++;
    if (!verb.addressee && !['asked', 'ask', 'asks', 'asking'].includes(cue.lower)) return i;
    if (verb.addressee) {
      for (let k = i; k < Math.min(i + 12, this.#bodyEnd); k++) {
        const piece = this.#piece(k);
        if (piece.kind !== 'word') break;
        if (THAT.has(piece.lower)) return k;
      }
      const first = this.#pieces[i];
      if (first?.kind !== 'word') return i;
      if (['me', 'him', 'her', 'us', 'them', 'you', 'it'].includes(first.lower) || PERSONAL_PRONOUNS.has(first.lower))
        return i + 1;
      const name = this.#sentence.names[i];
      if (name) {
        while (this.#sentence.names[i] === name) i++;
        return i;
      }
      if (DETERMINERS.has(first.lower)) i++;
      while (i < this.#bodyEnd && this.#piece(i).capital && this.#piece(i).joined) i++;
      if (
        i < this.#bodyEnd &&
        this.#piece(i).kind === 'word' &&
        !PERSONAL_PRONOUNS.has(this.#piece(i).lower) &&
        !DETERMINERS.has(this.#piece(i).lower) &&
        !PREPOSITIONS.has(this.#piece(i).lower)
      )
        i++;
    }
    return i;
  }

  #headSubject(cue: Cue): Mention | null {
    const from = clauseStart(this.#pieces, cue.at);
    const before = this.#pieces[cue.at - 1];
    if (cue.verb.participle) {
      const progressive = before?.kind === 'word' && PASSIVE_AUXILIARIES.has(before.lower);
      if (progressive) return subjectBefore(this.#sentence, cue.at, from);
      return this.#lastMention() ?? firstSubject(this.#sentence, from, cue.at) ?? this.#afterQuoteSubject(from);
    }
    if (before && (before.lower === 'to' || CONJUNCTIONS.has(before.lower) || isCoordinated(this.#pieces, cue.at))) {
      return this.#lastMention() ?? firstSubject(this.#sentence, from, cue.at) ?? this.#afterQuoteSubject(from);
    }
    return subjectBefore(this.#sentence, cue.at, from) ?? (from > 0 ? this.#afterQuoteSubject(from) : null);
  }

  /** The clause began behind a quotation that is no speech: look before it. */
  #afterQuoteSubject(from: number): Mention | null {
    return from > 0 ? firstSubject(this.#sentence, Math.max(0, from - 80), from) : null;
  }

  /** Index where the next clause with a verb of speech of its own begins ("..., adding", "and said"), or null. */
  #nextClauseCue(cues: readonly Cue[], c: number): number | null {
    for (let k = c + 1; k < cues.length && k < c + 12; k++) {
      const cue = cues[k] as Cue;
      let i = cue.at - 1;
      while (i >= 0 && isFiller(this.#piece(i))) i--;
      const before = this.#pieces[i];
      if (!before || i < (cues[c] as Cue).to) continue;
      if (cue.according) return before.kind === 'mark' ? i : cue.at;
      if (before.kind === 'quote' && cue.verb.participle) return i + 1;
      if (before.kind === 'mark' && cue.verb.participle && before.text === ',') return i;
      if (before.kind !== 'word') continue;
      const joins = before.lower === 'and' || before.lower === 'but';
      if (cue.verb.participle && (joins || ['before', 'after', 'by', 'while'].includes(before.lower))) return i;
      if (joins && !cue.verb.bare) return this.#piece(i - 1).text === ',' ? i - 1 : i;
    }
    return null;
  }

  #clauseIn(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'word' && THAT.has(piece.lower)) return true;
    }
    return false;
  }

  /** Where the reported clause that begins at `from` ends. `atLeast`: a quotation it must hold. */
  #regionEnd(from: number, cue: Cue, limit = this.#bodyEnd, atLeast = -1): number {
    const to = Math.min(limit, from + LONGEST_CLAUSE);
    const leading = this.#isLeadClause(cue);
    let lastQuote = atLeast;
    if (!leading) for (let i = Math.max(from, atLeast); i < to; i++) if (this.#isQuote(i)) lastQuote = i;
    for (let i = from; i < to; i++) {
      const piece = this.#piece(i);
      if (i > lastQuote && lastQuote >= 0 && DASH.test(piece.text)) return i;
      if (piece.text === ';' && i > lastQuote) return i;
      if (piece.kind === 'word' && i === lastQuote + 1 && lastQuote >= 0 && this.#closesClause(i)) return i;
      if (piece.text !== ',' || i + 1 >= to || i < lastQuote) continue;
      if (leading) return i;
      const next = this.#piece(i + 1);
      if (next.kind !== 'word') continue;
      if (BREAKS.has(next.lower) && this.#pieces[i + 2]?.lower !== 'also') return i;
      if (next.lower.endsWith('ing') && next.lower.length > 5 && lastQuote < 0) return i;
      if (lastQuote >= 0 && AFTERTHOUGHTS.has(next.lower)) return i;
    }
    return to;
  }

  /** "While X says that ..., Y ...": the clause of the verb opens the sentence and ends at its comma. */
  #isLeadClause(cue: Cue): boolean {
    const from = clauseStart(this.#pieces, cue.at);
    const first = this.#pieces[from];
    if (first?.kind !== 'word' || !LEADS.has(first.lower) || cue.at - from > 12) return false;
    for (let i = from; i < cue.at; i++) if (this.#piece(i).text === ',') return false;
    return true;
  }

  /** Behind a quotation whose own comma closes it the narrator speaks again: `a "loser," which ...`. */
  #closesClause(i: number): boolean {
    const quote = this.#piece(i - 1);
    const word = this.#piece(i);
    if (quote.kind !== 'quote') return false;
    const last = lastInside(this.#text, quote);
    if (last === ',') return !['and', 'or', 'to', 'of', 'that'].includes(word.lower);
    return false;
  }

  #according(cue: Cue): Attribution | null {
    const mention = subjectAfter(this.#sentence, cue.to - 1);
    if (!mention) return null;
    let after = mention.to;
    // "According to X Y, head of Z, ...": the words begin behind the last comma of the phrase.
    while (after < this.#bodyEnd && this.#piece(after).kind === 'word') after++;
    const cueSpan = this.#cueSpan(cue);
    const before = this.#span(this.#done, cue.at);
    const leads = before === null || cue.at - this.#done <= 2;
    if (leads) {
      const mark = this.#pieces[after];
      if (!mark || (mark.text !== ',' && mark.text !== ':')) return null;
      let from = after + 1;
      if (mark.text === ',') from = this.#behindApposition(from);
      if (from >= this.#bodyEnd) return null;
      const end = this.#regionEnd(from, cue);
      if (this.#onlyQuotes(from, this.#quoteRunEnd(Math.max(from, this.#nextQuote(from)))) && this.#isQuote(from))
        return this.#direct(cue, from, mention);
      const span = this.#span(from, end);
      if (!span || end - from < 3) return null;
      const quotes = this.#quotesIn(from, end);
      return { spans: [span], kind: quotes.length > 0 ? 'mixed' : 'indirect', cue: cueSpan, mention, quotes, to: end };
    }
    const from = this.#contentStart(cue.at);
    const quotes = this.#quotesIn(from, cue.at);
    if (this.#onlyQuotes(from, cue.at)) {
      const spans: Span[] = [];
      for (let i = from; i < cue.at; i++) if (this.#isQuote(i)) spans.push(this.#spanOf(i));
      return { spans, kind: 'direct', cue: cueSpan, mention, quotes, to: mention.to };
    }
    const span = this.#span(from, cue.at);
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

  #behindApposition(from: number): number {
    const first = this.#pieces[from];
    if (first?.kind !== 'word' || !DETERMINERS.has(first.lower)) return from;
    for (let i = from; i < Math.min(from + 14, this.#bodyEnd - 3); i++) {
      const piece = this.#piece(i);
      if (piece.kind === 'quote') return from;
      if (piece.text !== ',') continue;
      // A verb before the comma makes it a clause, not an apposition.
      for (let k = from; k < i; k++) if (isFiller(this.#piece(k)) || CUE_VERBS.has(this.#piece(k).lower)) return from;
      return i + 1;
    }
    return from;
  }

  /** Quotations that look like speech although no known verb governs them: `X smiled: "..."`, `"...," X smiled`. */
  #plain(): void {
    for (let i = 0; i < this.#pieces.length; i++) {
      if (!this.#isQuote(i) || this.#words(i) < 4) continue;
      const before = this.#pieces[i - 1];
      const colon = before?.text === ':';
      const comma =
        before?.text === ',' && this.#beginsLikeSentence(i) && this.#endsLikeSpeech(i) && this.#words(i) > 4;
      if ((colon && (this.#beginsLikeSentence(i) || this.#words(i) > 5)) || comma) {
        const from = clauseStart(this.#pieces, i - 1);
        const mention = firstSubject(this.#sentence, from, i - 1) ?? this.#label(from, i - 1) ?? this.#lastMention();
        const end = this.#quoteRunEnd(i);
        const spans: Span[] = [];
        for (let k = i; k < end; k++) if (this.#isQuote(k)) spans.push(this.#spanOf(k));
        const cue = colon && before ? { start: before.start, end: before.end } : null;
        this.#take({ spans, kind: 'direct', cue, mention, quotes: this.#quotesIn(i, end), to: end });
        continue;
      }
      const signed = i === 0 ? this.#signature(i + 1) : null;
      if (signed) {
        this.#take({
          spans: [this.#spanOf(i)],
          kind: 'direct',
          cue: null,
          mention: signed,
          quotes: [this.#piece(i).quote],
          to: signed.to,
        });
        continue;
      }
      if (i > 0 || i + 2 > this.#bodyEnd) continue;
      if (!this.#beginsLikeSentence(i) || !',?!'.includes(lastInside(this.#text, this.#piece(i)) || ' ')) continue;
      const mention = firstSubject(this.#sentence, i + 1, Math.min(this.#bodyEnd, i + 14));
      if (mention)
        this.#take({
          spans: [this.#spanOf(i)],
          kind: 'direct',
          cue: null,
          mention,
          quotes: [this.#piece(i).quote],
          to: mention.to,
        });
    }
  }

  /** `"..." — X Y`: a name behind a dash, and nothing else. */
  #signature(dash: number): Mention | null {
    const mark = this.#pieces[dash];
    if (!mark || !/^(?:[―—–~-]|--)$/u.test(mark.text)) return null;
    let to = dash + 1;
    while (to < this.#pieces.length && this.#piece(to).kind === 'word') to++;
    const first = this.#pieces[dash + 1];
    if (to === dash + 1 || to - dash > 10 || !first?.capital || this.#pieces[to]?.kind === 'quote') return null;
    const rest = this.#pieces[to];
    if (rest && !/^[.,(]$/u.test(rest.text)) return null;
    let name = null;
    for (let i = dash + 1; i < to; i++) name ??= this.#sentence.names[i] ?? null;
    return { sentence: this.#sentence, from: dash + 1, to, name };
  }

  /** "Labour campaign: ..." : the words before a colon as a whole, when few. */
  #label(from: number, to: number): Mention | null {
    if (to - from > 6 || to <= from) return null;
    for (let i = from; i < to; i++) if (this.#piece(i).kind !== 'word') return null;
    if (PREPOSITIONS.has(this.#piece(from).lower)) return null;
    return { sentence: this.#sentence, from, to, name: null };
  }

  /** Who speaks in what follows, when the sentence ends in a colon, or breaks off behind a verb of speech. */
  #introduction(cues: readonly Cue[]): SentenceReading['introduces'] {
    const n = this.#pieces.length;
    const last = this.#pieces[n - 1];
    if (!last) return null;
    const colon = last.text === ':';
    const end = last.kind === 'mark' ? n - 1 : n;
    const open = cues.at(-1);
    const breaksOff =
      !colon && (last.kind === 'word' || last.text === ',') && open !== undefined && open.to === end && !open.according;
    if (!colon && !breaksOff) return null;
    const from = clauseStart(this.#pieces, end);
    const own = cues.filter((cue) => cue.at >= from);
    const cue = own.at(-1) ?? null;
    if (cue?.according) return { mention: subjectAfter(this.#sentence, cue.to - 1), cue: this.#cueSpan(cue) };
    const mention =
      (cue ? this.#headSubject(cue) : null) ??
      firstSubject(this.#sentence, from, end) ??
      firstSubject(this.#sentence, 0, end);
    const span = cue ? this.#cueSpan(cue) : { start: last.start, end: last.end };
    return { mention: mention ?? this.#lastMention() ?? this.#label(from, end), cue: span };
  }
}

function isCoordinated(pieces: readonly Word[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && isFiller(pieces[i] as Word)) i--;
  const word = pieces[i];
  return word?.kind === 'word' && (word.lower === 'and' || word.lower === 'but');
}
