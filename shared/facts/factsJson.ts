// factsJson: one article's facts as the JSON object that the command line writes (product.md and decisions.md, "Facts as JSON").
import type { Article } from '../article/article.ts';
import type { Facts } from './fact.ts';

/**
 * The object of one JSONL line, keys in the order of the contract. `withText` adds `article.text`, in which the offsets
 * count, for articles that were read from files.
 */
export function factsJson(
  article: Article,
  facts: Facts,
  options: { readonly withText?: boolean } = {},
): Record<string, unknown> {
  const { title, byline, publisher, published } = article;
  return {
    id: article.id,
    article: { title, byline, publisher, published, ...(options.withText === true ? { text: article.text } : {}) },
    quotes: facts.quotes.map((quote) => ({
      spans: quote.spans,
      start: quote.start,
      end: quote.end,
      text: quote.text,
      kind: quote.quoteKind,
      cue: quote.cue && { start: quote.cue.start, end: quote.cue.end, text: quote.cue.text },
      speaker: quote.speaker && {
        start: quote.speaker.start,
        end: quote.speaker.end,
        text: quote.speaker.text,
        name: quote.speaker.name,
        role: quote.speaker.role,
        resolved: quote.speaker.resolved,
      },
    })),
    figures: facts.figures.map((figure) => ({
      start: figure.start,
      end: figure.end,
      text: figure.text,
      value: figure.value,
      unit: figure.unit,
      kind: figure.figureKind,
      qualifier: figure.qualifier,
      measure: figure.measure,
      period: figure.period,
    })),
    dates: facts.dates.map((date) => ({ start: date.start, end: date.end, text: date.text, value: date.value })),
    names: facts.names.map((name) => ({
      start: name.start,
      end: name.end,
      text: name.text,
      name: name.name,
      kind: name.nameKind,
    })),
    claims: facts.claims.map((claim) => ({
      start: claim.start,
      end: claim.end,
      text: claim.text,
      verdict: claim.verdict,
      ...(claim.computed !== null ? { computed: claim.computed } : { reason: claim.reason }),
    })),
  };
}
