// Adding: a fact that the reading missed, made from words that the analyst selected in the article.
import type { Article } from '../article/article.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { trimMarks } from '../text/trim.ts';
import { contains, sliceSpan, type Span } from '../text/span.ts';
import { placeFields, trimmedSpan, type Editor } from './correction.ts';
import { factSchema, type Fact, type FactKind, type Quote } from './fact.ts';
import { scanText } from './figures.ts';

/** Kinds that can be added; a claim is computed, not selected. */
export type AddedKind = Exclude<FactKind, 'claim'>;

const OPENING = '"“„«‹‘\'';
const CLOSING = '"”“»›’\'';
const AROUND = ' \t\n,;:.!?()[]–—-';

/** `span` without characters of `marks` at its ends. */
function inner(text: string, span: Span, marks: string): Span {
  const words = sliceSpan(text, span);
  const kept = trimMarks(words, marks);
  const start = span.start + words.indexOf(kept);
  return { start, end: start + kept.length };
}

/** The quote of `facts` that the span lies in. */
function quoteAround(facts: readonly Fact[], article: Article, span: Span): Quote | null {
  for (const fact of facts) {
    if (fact.kind !== 'quote' || fact.articleId !== article.id) continue;
    if (fact.spans.some(([start, end]) => contains({ start, end }, span))) return fact;
  }
  return null;
}

function fields(
  kind: AddedKind,
  article: Article,
  span: Span,
  facts: readonly Fact[],
): Result<Record<string, unknown>> {
  const { text } = article;
  const words = sliceSpan(text, span);
  if (kind === 'quote') {
    const bare = inner(text, span, `${OPENING}${CLOSING} `);
    if (bare.start >= bare.end) return fail('no-words', 'Select the words that were said.');
    const marked =
      OPENING.includes(text.charAt(bare.start - 1) || ' ') && CLOSING.includes(text.charAt(bare.end) || ' ');
    const around = quoteAround(facts, article, bare);
    // Without marks of its own the article reports; putting marks around its words would say more than it does.
    const quoteKind = around?.quoteKind ?? (marked ? 'direct' : 'indirect');
    return ok({ ...placeFields(article, kind, bare), quoteKind, cue: null, speaker: around?.speaker ?? null });
  }
  if (kind === 'name') {
    const bare = inner(text, span, AROUND);
    if (bare.start >= bare.end) return fail('no-words', 'Select the name.');
    const name = sliceSpan(text, bare).split(/\s+/u).join(' ');
    return ok({ ...placeFields(article, kind, bare), nameKind: 'person', name, role: null });
  }
  const scan = scanText(words, [{ start: 0, end: words.length }], article.published);
  if (kind === 'date') {
    const hit = scan.dates.find(({ value }) => value !== null);
    const first = hit && scan.tokens[hit.from];
    const last = hit && scan.tokens[hit.to - 1];
    if (!hit || !first || !last) return fail('no-date', 'No date can be read in these words. Select a date.');
    const place = { start: span.start + first.start, end: span.start + last.end };
    return ok({ ...placeFields(article, kind, place), value: hit.value, relative: hit.relative });
  }
  const [figure, another] = scan.raw;
  if (!figure) return fail('no-number', 'No number can be read in these words. Select a number with its unit.');
  if (another) return fail('several-numbers', 'These words hold more than one number. Select one.');
  const place = { start: span.start + figure.start, end: span.start + figure.end };
  return ok({
    ...placeFields(article, kind, place),
    value: figure.value,
    unit: figure.unit,
    figureKind: figure.kind,
    qualifier: figure.qualifier,
    measure: null,
    period: null,
    periodNote: null,
  });
}

/**
 * A fact of `kind` out of the words at `span`: their value as the reader of articles reads it, the speaker of the quote they
 * stand in. Measure, period and what else is missing is set as a correction. Failures: `no-words`, `no-number`,
 * `several-numbers`, `no-date`, and `known` for a fact of this kind that stands there already. Throws RangeError for a span outside the text.
 */
export function addedFact(
  kind: AddedKind,
  article: Article,
  span: Span,
  { facts, id, by, at }: Editor & { readonly facts: readonly Fact[]; readonly id: string },
): Result<Fact> {
  const words = trimmedSpan(article.text, span);
  if (!words) return fail('no-words', 'Select some words of the source first.');
  const made = fields(kind, article, words, facts);
  if (!made.ok) return made;
  const fact = factSchema.parse({
    ...made.value,
    id,
    kind,
    articleId: article.id,
    status: 'unverified',
    dismissed: false,
    credibility: null,
    correction: { by, at, read: null },
  });
  const known = facts.some(
    (other) =>
      other.kind === kind &&
      other.articleId === article.id &&
      other.start === fact.start &&
      other.end === fact.end &&
      !other.dismissed,
  );
  return known ? fail('known', 'This is among the facts already.') : ok(fact);
}
