// readings: what the tests of names and quotations share: a reading of plain text, and facts written short for comparison.
import type { NameMention, Quote } from '../../shared/facts/fact.ts';
import { findNames } from '../../shared/facts/names.ts';
import { findQuotes } from '../../shared/facts/quotes.ts';
import { readArticle, type Reading } from '../../shared/facts/reading.ts';

export interface ShortQuote {
  readonly kind: string;
  /** The words of each piece. */
  readonly spans: readonly string[];
  readonly cue: string | null;
  readonly speaker: { text: string; name: string | null; role: string | null; resolved: boolean } | null;
}

export interface ShortName {
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  readonly role: string | null;
}

export function reading(text: string): Reading {
  return readArticle({ id: 'a-000000000000', text, published: null }, null);
}

export function quotesOf(text: string): Quote[] {
  const read = reading(text);
  return findQuotes(read, findNames(read));
}

export function namesOf(text: string): NameMention[] {
  return findNames(reading(text));
}

export function shortQuote(text: string, quote: Quote): ShortQuote {
  const { speaker } = quote;
  return {
    kind: quote.quoteKind,
    spans: quote.spans.map(([start, end]) => text.slice(start, end)),
    cue: quote.cue?.text ?? null,
    speaker: speaker && {
      text: speaker.text,
      name: speaker.name,
      role: speaker.role,
      resolved: speaker.resolved,
    },
  };
}

export function shortName(name: NameMention): ShortName {
  return { text: name.text, kind: name.nameKind, name: name.name, role: name.role };
}
