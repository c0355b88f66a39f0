// clauses: an article's sentences as the quotation reader sees them, each outermost quotation one piece.
import { CUE_VERBS } from './lexicon/cues.ts';
import type { NameMention } from './fact.ts';
import type { Stretch } from './quoteMarks.ts';
import type { Reading } from './reading.ts';
import { quotePiece, wordsOf, type Word } from './words.ts';

/** A sentence whose quotations are single pieces; never cut within a quotation. */
export interface OuterSentence {
  readonly pieces: readonly Word[];
  /** For each piece the name mention it belongs to. */
  readonly names: readonly (NameMention | null)[];
  /** Index of its paragraph. */
  readonly paragraph: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Cuts the article, one paragraph at a time; `stretches` must be those of this reading. Linear. */
export function* outerSentences(
  reading: Reading,
  stretches: readonly Stretch[],
  names: readonly NameMention[],
): Generator<OuterSentence> {
  const { text } = reading;
  let stretch = 0;
  let sentence = 0;
  let name = 0;
  for (let paragraph = 0; paragraph < reading.paragraphs.length; paragraph++) {
    const { start, end } = reading.paragraphs[paragraph] as { start: number; end: number };
    const pieces: Word[] = [];
    let at = start;
    for (; stretch < stretches.length && (stretches[stretch] as Stretch).open < end; stretch++) {
      const { open, close } = stretches[stretch] as Stretch;
      wordsOf(text, at, open, pieces);
      pieces.push(quotePiece(stretch, open, close));
      at = close;
    }
    wordsOf(text, at, end, pieces);
    // Cut where the sentences begin that do not begin within a quotation.
    const cuts: number[] = [0];
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i] as Word;
      let begins = false;
      for (; sentence < reading.sentences.length; sentence++) {
        const next = reading.sentences[sentence] as { start: number };
        if (next.start > piece.start) break;
        begins = true;
      }
      const before = pieces[i - 1];
      if (before && i > (cuts.at(-1) as number)) {
        const cut = begins ? !goesOn(text, pieces, i) : afterQuoteBegins(text, before, piece);
        if (cut) cuts.push(i);
      }
      // Sentences that begin within a quotation cut nothing.
      if (piece.kind === 'quote') {
        while (
          sentence < reading.sentences.length &&
          (reading.sentences[sentence] as { start: number }).start < piece.end
        ) {
          sentence++;
        }
      }
    }
    for (let c = 0; c < cuts.length; c++) {
      const from = cuts[c] as number;
      const own = pieces.slice(from, cuts[c + 1] ?? pieces.length);
      if (own.length === 0) continue;
      const ownNames: (NameMention | null)[] = [];
      for (const piece of own) {
        while (name < names.length && (names[name] as NameMention).end <= piece.start) name++;
        const mention = names[name];
        ownNames.push(piece.kind !== 'quote' && mention && mention.start <= piece.start ? mention : null);
      }
      yield { pieces: own, names: ownNames, paragraph, first: c === 0, last: c === cuts.length - 1 };
    }
  }
}

/** After a quotation that ends like a sentence a capital or another quotation begins the next one. */
function afterQuoteBegins(text: string, before: Word, piece: Word): boolean {
  if (before.kind !== 'quote') return false;
  const last = lastInside(text, before);
  if (piece.kind === 'quote') return '.!?…'.includes(last);
  return last === '.' && piece.kind === 'word' && piece.capital;
}

/** `"Why?" he asked`: the sentence goes on behind the quotation's own question mark. */
function goesOn(text: string, pieces: readonly Word[], at: number): boolean {
  const before = pieces[at - 1] as Word;
  if (before.kind !== 'quote') return false;
  const piece = pieces[at] as Word;
  if (piece.kind === 'mark') return true;
  if (piece.kind === 'quote') return false;
  if (!piece.capital) return true;
  if (!'?!,—-–'.includes(lastInside(text, before))) return false;
  for (let i = at; i < at + 7 && i < pieces.length; i++) {
    const next = pieces[i] as Word;
    if (next.kind !== 'word') return false;
    const cue = CUE_VERBS.get(next.lower);
    if (cue && !cue.bare) {
      const after = pieces[i + 1];
      return !after || after.kind === 'mark' || after.lower !== 'that';
    }
  }
  return false;
}

/** The last character of a quotation's words. */
export function lastInside(text: string, quote: Word): string {
  for (let i = quote.end - 1; i > quote.start; i--) {
    const char = text[i] as string;
    if (!'"\'“”’‘»«›‹`'.includes(char) && !/\s/u.test(char)) return char;
  }
  return '';
}
