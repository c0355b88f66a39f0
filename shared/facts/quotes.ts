// quotes: the quotations of an article, direct, mixed and indirect, each with its speaker and its cue.
import { sliceSpan, type Span } from '../text/span.ts';
import { readSentence } from './attribution.ts';
import { outerSentences, type OuterSentence } from './clauses.ts';
import { Discourse } from './coreference.ts';
import type { NameMention, Quote, Speaker } from './fact.ts';
import { findStretches, type Stretch } from './quoteMarks.ts';
import { factAt, type Reading } from './reading.ts';
import { firstSubject, type Mention } from './speakers.ts';
import { isSpeech } from './scareQuotes.ts';
import type { Attribution } from './sentenceView.ts';

/** A quotation being put together: it may grow with the sentences that follow. */
interface Draft {
  readonly spans: Span[];
  kind: Attribution['kind'];
  cue: Span | null;
  speaker: Speaker | null;
}

/**
 * Every quotation of the article, in order. Spans of direct quotations leave the outer marks out; those of mixed ones are
 * the reported clause, marks and all (product.md). A quotation broken by its cue, or running over paragraphs, is one.
 * `names` are those of `findNames` for the same reading. Linear in the length of the text.
 */
export function findQuotes(reading: Reading, names: readonly NameMention[]): Quote[] {
  const stretches = findStretches(reading.text, reading.paragraphs).filter((stretch) =>
    isSpeech(reading.text, stretch),
  );
  const weaver = new Weaver(reading, stretches, names);
  for (const sentence of outerSentences(reading, stretches, names)) weaver.add(sentence);
  return weaver.quotes();
}

class Weaver {
  readonly #reading: Reading;
  readonly #stretches: readonly Stretch[];
  readonly #discourse: Discourse;
  readonly #drafts: Draft[] = [];
  /** By quotation: the draft that holds it. */
  readonly #holder = new Map<number, Draft>();
  /** A clause ending in a colon: who is about to speak. */
  #introduced: { speaker: Speaker | null; cue: Span | null } | null = null;
  /** Quotations of this paragraph that wait for a speaker named behind them. */
  #waiting: number[] = [];
  /** The draft that the sentence before ended with, and its paragraph. */
  #open: { draft: Draft; paragraph: number } | null = null;
  #before: OuterSentence | null = null;
  /** The last direct quotation with a speaker of its own, and its paragraph. */
  #spoken: { draft: Draft; paragraph: number } | null = null;

  constructor(reading: Reading, stretches: readonly Stretch[], names: readonly NameMention[]) {
    this.#reading = reading;
    this.#stretches = stretches;
    this.#discourse = new Discourse(reading.text, names);
  }

  add(sentence: OuterSentence): void {
    if (sentence.first) this.#flush();
    const { attributions, loose, introduces } = readSentence(this.#reading.text, sentence);
    const continued = this.#continued(sentence);
    let last: Draft | null = null;
    for (const attribution of attributions) {
      const draft = this.#place(attribution, continued);
      if (attribution.kind === 'direct') this.#spoken = { draft, paragraph: sentence.paragraph };
      if (attribution.kind !== 'indirect') last = draft;
      else if (attributions.length === 1) last = null;
    }
    const whole = attributions.length === 0 && (isOnlyQuotes(sentence) || this.#goesOn(sentence));
    for (const index of loose) {
      const quote = (sentence.pieces[index] as { quote: number }).quote;
      if (this.#holder.has(quote)) continue;
      const goesOn = quote === continued ? this.#holder.get(quote - 1) : undefined;
      if (goesOn) last = this.#append(goesOn, quote);
      else if (whole) last = this.#loose(quote, sentence) ?? last;
    }
    this.#discourse.pass(sentence);
    if (introduces) {
      this.#introduced = {
        speaker: introduces.mention ? this.#discourse.speaker(introduces.mention) : null,
        cue: introduces.cue,
      };
    } else if (sentence.pieces.some((piece) => piece.kind !== 'mark')) this.#introduced = null;
    this.#open = last ? { draft: last, paragraph: sentence.paragraph } : null;
    if (introduces) this.#open = null;
    this.#before = sentence;
  }

  /** A whole sentence in marks, right behind a quotation of this paragraph, with an afterthought of the narrator's behind it. */
  #goesOn(sentence: OuterSentence): boolean {
    const first = sentence.pieces[0];
    if (first?.kind !== 'quote' || this.#open?.paragraph !== sentence.paragraph) return false;
    const { start, end } = this.#stretches[first.quote] as Stretch;
    const next = sentence.pieces[1];
    return end - start > 40 && next?.kind === 'mark' && this.#open.draft.kind === 'direct';
  }

  /** The quotation in this sentence that goes on from the paragraph before, or -1. */
  #continued(sentence: OuterSentence): number {
    if (!sentence.first) return -1;
    const piece = sentence.pieces[0];
    if (piece?.kind !== 'quote' || piece.quote === 0) return -1;
    return this.#stretches[piece.quote - 1]?.continues ? piece.quote : -1;
  }

  #place(attribution: Attribution, continued: number): Draft {
    const speaker = attribution.mention ? this.#discourse.speaker(attribution.mention) : null;
    const first = attribution.quotes[0];
    // The last paragraph of a long quotation, its speaker named only there, or once more.
    if (attribution.kind === 'direct' && first !== undefined && first === continued) {
      const held = this.#holder.get(first - 1);
      if (held) {
        for (const quote of attribution.quotes) this.#append(held, quote);
        held.speaker = held.cue ? held.speaker : speaker;
        held.cue ??= attribution.cue;
        return held;
      }
    }
    const draft: Draft = { spans: [], kind: attribution.kind, cue: attribution.cue, speaker };
    if (attribution.kind === 'direct') {
      for (const quote of this.#waiting) this.#append(draft, quote);
      for (const quote of attribution.quotes) this.#append(draft, quote);
      this.#waiting = [];
    } else {
      this.#flush();
      draft.spans.push(...attribution.spans);
      for (const quote of attribution.quotes) this.#holder.set(quote, draft);
    }
    this.#drafts.push(draft);
    return draft;
  }

  #append(draft: Draft, quote: number): Draft {
    const { start, end } = this.#stretches[quote] as Stretch;
    draft.spans.push({ start, end });
    this.#holder.set(quote, draft);
    return draft;
  }

  /** A sentence that is nothing but a quotation: introduced, or going on, or waiting for its speaker. */
  #loose(quote: number, sentence: OuterSentence): Draft | null {
    if (this.#introduced) {
      const draft: Draft = { spans: [], kind: 'direct', ...this.#introduced };
      this.#drafts.push(this.#append(draft, quote));
      this.#introduced = null;
      return draft;
    }
    const open = this.#open;
    if (open && open.paragraph >= sentence.paragraph - 1 && open.draft.kind !== 'indirect') {
      const own = this.#spoken;
      const same = own && own.paragraph === sentence.paragraph && own.draft.speaker?.name === open.draft.speaker?.name;
      if (open.draft.kind !== 'direct' && same) return this.#append(own.draft, quote);
      if (open.draft.kind === 'direct' || open.paragraph === sentence.paragraph) return this.#append(open.draft, quote);
    }
    if (!sentence.last) {
      this.#waiting.push(quote);
      return null;
    }
    return this.#alone(quote, sentence.paragraph);
  }

  /** Waiting quotations that nobody was named for. */
  #flush(): void {
    for (const quote of this.#waiting) this.#alone(quote, -1);
    this.#waiting = [];
  }

  /** Nobody is named beside the quotation: the subject of the sentence before is the likeliest speaker, never a sure one. */
  #alone(quote: number, paragraph: number): Draft | null {
    const { start, end } = this.#stretches[quote] as Stretch;
    if (sliceSpan(this.#reading.text, { start, end }).split(' ', 5).length < 4) return null;
    const draft: Draft = { spans: [], kind: 'direct', cue: null, speaker: null };
    // One speaker a paragraph: whoever was quoted in it already goes on.
    if (this.#spoken && this.#spoken.paragraph === paragraph) {
      draft.speaker = this.#spoken.draft.speaker;
      this.#drafts.push(this.#append(draft, quote));
      return draft;
    }
    let mention: Mention | null = null;
    const before = this.#before;
    if (before && !isOnlyQuotes(before)) mention = firstSubject(before, 0, before.pieces.length);
    const guess = mention ? this.#discourse.speaker(mention) : null;
    if (guess && guess.name !== null) draft.speaker = { ...guess, resolved: false };
    this.#drafts.push(this.#append(draft, quote));
    return draft;
  }

  quotes(): Quote[] {
    this.#flush();
    const quotes: Quote[] = [];
    for (const draft of this.#drafts) {
      const spans = draft.spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
      const first = spans[0];
      const last = spans.at(-1);
      if (!first || !last) continue;
      const cue = draft.cue ? { ...draft.cue, text: sliceSpan(this.#reading.text, draft.cue) } : null;
      quotes.push({
        ...factAt(this.#reading, 'quote', { start: first.start, end: last.end }),
        kind: 'quote',
        spans: spans.map((span): [number, number] => [span.start, span.end]),
        quoteKind: draft.kind,
        cue,
        speaker: draft.speaker,
      });
    }
    return quotes.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

function isOnlyQuotes(sentence: OuterSentence): boolean {
  return (
    sentence.pieces.every((piece) => piece.kind !== 'word') && sentence.pieces.some((piece) => piece.kind === 'quote')
  );
}
