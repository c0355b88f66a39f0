// inlineSpeaker: whom a sentence of ours gives quoted words to, held against the one who says them in the source.
import type { Quote, Speaker } from '../facts/fact.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { isPronoun, namesPerson, namesSpeaker, personsIn, speakerFault, type SpeakerContext } from './speakerGuard.ts';

export interface InlineFault {
  /** In a sentence. */
  readonly reason: string;
  /** Who is named instead, as it stands. */
  readonly named: string;
  /** Where in the paragraph; null when it cannot be told. */
  readonly at: Span | null;
}

/** Verbs by which somebody passes on what another said. */
const PASSED_ON = /\b(?:quot|cit|recall|relay|report|paraphras|repeat)\p{L}*/iu;
/** How far behind a name the one who is quoted may stand: "said Ives, quoting the harbour master". */
const REACH = 80;

/** True when `mention` only passes on what the speaker said: "Ives said Brandt had told him ...". */
function passesOn(speaker: Speaker, text: string, mention: Span, place: Span): boolean {
  const sentence = sentences(text).find(({ start, end }) => start <= mention.start && mention.start < end);
  // "Brandt, who stood beside Ives, said": the sentence is about the one it begins with.
  if (sentence && mention.start > sentence.start && namesPerson(speaker, firstWords(text, sentence))) return true;
  if (mention.end <= place.start) return namesPerson(speaker, text.slice(mention.end, place.start));
  if (!PASSED_ON.test(text.slice(place.end, mention.end + REACH))) return false;
  const others = text.slice(sentence?.start ?? place.start, place.start) + text.slice(mention.end, mention.end + REACH);
  return namesPerson(speaker, others);
}

function firstWords(text: string, sentence: Span): string {
  return text.slice(sentence.start, sentence.end).split(/\s+/u, 2).join(' ');
}

/** The quote of `speech` that holds the words at `place`; of several, the shortest. */
function quoteAt(speech: readonly Quote[], place: Span): Quote | null {
  const found = speech.filter(({ spans }) => spans.some(([start, end]) => start < place.end && place.start < end));
  return found.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/**
 * What is wrong with whom `text` (one paragraph) gives the words at `place` to; null when nothing is, or it cannot be told.
 * `speech`: what is said in the paragraph and by whom, read as an article is. Where no verb of speech governs the words, a
 * person known from the sources who is named in their sentence stands for the speaker, unless the speaker is named as well.
 */
export function inlineFault(
  speaker: Speaker,
  text: string,
  place: Span,
  speech: readonly Quote[],
  context: SpeakerContext,
): InlineFault | null {
  const given = quoteAt(speech, place)?.speaker ?? null;
  const outside = `${text.slice(0, place.start)} ${text.slice(place.end)}`;
  if (given) {
    const at = { start: given.start, end: given.end };
    const pronoun = isPronoun(given.text);
    if (pronoun && (!given.resolved || given.name === null || namesSpeaker(speaker, outside, context.cast)))
      return null;
    const words = pronoun ? (given.name ?? '') : [given.text, given.role].filter(Boolean).join(', ');
    const reason = speakerFault(speaker, words, context);
    if (reason === null || passesOn(speaker, text, at, place)) return null;
    return { reason, named: words, at };
  }
  if (namesSpeaker(speaker, outside, context.cast)) return null;
  const sentence = sentences(text).find(({ start, end }) => start <= place.start && place.start < end);
  if (!sentence) return null;
  const beside = `${text.slice(sentence.start, place.start)} ${text.slice(place.end, Math.max(place.end, sentence.end))}`;
  const [named] = personsIn(beside, context.cast);
  const reason = named === undefined ? null : speakerFault(speaker, named, context);
  return reason === null || named === undefined ? null : { reason, named, at: null };
}
