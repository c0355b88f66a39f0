// Facts in pasted text: the numbers that have no source, and the quotations that one source has, word for word, in one place.
import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import type { Article } from '../../../shared/article/article.ts';
import { quotationSource } from '../../../shared/briefing/quotationText.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { positionedText } from '../../../shared/check/ownNumbers.ts';
import type { Check } from '../../../shared/check/check.ts';
import type { Quote } from '../../../shared/facts/fact.ts';
import { quoteMatcher } from '../../../shared/text/matchQuote.ts';
import { fold } from '../../../shared/text/normalize.ts';
import type { Span } from '../../../shared/text/span.ts';
import { textAttr } from '../attributes.ts';
import { citationOf } from '../commands/facts.ts';
import { known, type Known } from '../plugins/context.ts';

const { nodes, marks } = schema;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A quotation that can be traced: the words between the marks, or a block quotation. */
export interface Traceable extends Stretch {
  readonly kind: 'inline' | 'block';
  readonly quote: Quote;
  readonly article: Article;
}

/** The checks of numbers without a source within `range`, in order. */
export function unsourcedIn(checks: readonly Check[], range: Stretch): readonly Check[] {
  return checks
    .filter(({ kind, from, to }) => kind === 'unsourced-figure' && from >= range.from && to <= range.to)
    .sort((a, b) => a.from - b.from);
}

/** Closing marks of each opening one, and whether an apostrophe looks alike. */
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“”', '‘': '’', "'": "'" };
const APOSTROPHES = "'’";
const WORD = /[\p{L}\p{N}]/u;

/** The words between quotation marks in one line of text; of nested ones the outer. Offsets in `text`. */
export function quotedStretches(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  /** Opening marks behind which nothing closes any more. */
  const unclosed = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const opening = text.charAt(at);
    const closing = CLOSES[opening];
    if (closing === undefined || unclosed.has(opening) || WORD.test(text.charAt(at - 1))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length) {
      const char = text.charAt(end);
      const within = APOSTROPHES.includes(char) && WORD.test(text.charAt(end + 1));
      if (closing.includes(char) && !within) break;
      end++;
    }
    // Without its end in this paragraph it is no quotation.
    if (end >= text.length) {
      unclosed.add(opening);
      at++;
      continue;
    }
    if (end > at + 1) found.push({ start: at + 1, end });
    at = end + 1;
  }
  return found;
}

const matchers = new WeakMap<Article, (words: string) => Span[]>();

function placesIn(article: Article, words: string): readonly Span[] {
  let match = matchers.get(article);
  if (!match) matchers.set(article, (match = quoteMatcher(article.text)));
  return match(words);
}

/** The comma or full stop before the closing mark is the sentence's, not the speaker's. */
function bare(words: string): string {
  return words.trim().replace(/[.,]$/u, '');
}

/** The one quote that holds `words`, if there is one place for them in all sources; null otherwise. Never a likeness. */
function sourceOf(words: string, of: Known): { quote: Quote; article: Article } | null {
  const wanted = bare(words);
  const few = wanted.split(/\s+/u).length < 2;
  let place: (Span & { article: Article }) | null = null;
  for (const article of of.articles.values()) {
    for (const span of placesIn(article, wanted)) {
      if (place) return null;
      place = { ...span, article };
    }
  }
  if (!place) return null;
  const { start, end, article } = place;
  const holding: Quote[] = [];
  for (const fact of of.facts.values()) {
    if (fact.kind !== 'quote' || fact.quoteKind === 'indirect' || fact.dismissed || fact.articleId !== article.id)
      continue;
    if (fact.spans.some(([from, to]) => from <= start && end <= to)) holding.push(fact);
  }
  const [quote] = holding;
  if (!quote || holding.length > 1) return null;
  // A word alone may stand in anybody's mouth, unless it is all that was quoted.
  return few && bare(fold(quote.text).text) !== bare(fold(words).text) ? null : { quote, article };
}

function isTied(block: Node, start: number, end: number): boolean {
  let tied = false;
  block.nodesBetween(start, end, (child) => {
    tied ||= marks.quoted.isInSet(child.marks) !== undefined;
  });
  return tied;
}

function wholeWords(quotation: Node): string {
  const lines: string[] = [];
  quotation.forEach((line) => {
    if (line.type === nodes.quotationText) lines.push(line.textContent);
  });
  return lines.join('\n\n');
}

/** `words` without the marks around them. */
function unmarked(words: string): string {
  const [first] = quotedStretches(words);
  return first?.start === 1 && first.end === words.trimEnd().length - 1 ? words.slice(first.start, first.end) : words;
}

/** The quotations within `range` that are not traced yet and can be. */
export function traceableIn(state: EditorState, range: Stretch): readonly Traceable[] {
  const of = known(state);
  const found: Traceable[] = [];
  state.doc.nodesBetween(range.from, Math.min(range.to, state.doc.content.size), (node, pos) => {
    if (node.type === nodes.quotation) {
      if (textAttr(node.attrs, 'factId') !== null || pos < range.from - 1) return false;
      const words = unmarked(wholeWords(node));
      const source = sourceOf(words, of);
      const whole = source && bare(fold(quotationSource(source.article.text, source.quote)).text);
      if (source && whole === bare(fold(words).text)) {
        found.push({ kind: 'block', from: pos, to: pos + node.nodeSize, ...source });
      }
      return false;
    }
    if (!node.isTextblock) return true;
    if (!node.type.allowsMarkType(marks.quoted)) return false;
    const text = positionedText(node);
    for (const { start, end } of quotedStretches(text)) {
      const [from, to] = [pos + 1 + start, pos + 1 + end];
      if (from < range.from || to > range.to || isTied(node, start, end)) continue;
      const source = sourceOf(text.slice(start, end), of);
      if (source) found.push({ kind: 'inline', from, to, ...source });
    }
    return false;
  });
  return found;
}

/** Ties the traceable quotations within `range` to their sources, each with its citation. One undo step. */
export function trace(range: Stretch): Command {
  return (state, dispatch) => {
    const found = traceableIn(state, range);
    if (found.length === 0) return false;
    const tr = state.tr;
    // From the end, so that the places of those before still hold.
    for (const { kind, from, to, quote, article } of [...found].reverse()) {
      if (kind === 'block') {
        const node = tr.doc.nodeAt(from);
        const speaker = quote.speaker?.name ?? quote.speaker?.text ?? textAttr(node?.attrs ?? {}, 'speaker');
        tr.setNodeMarkup(from, null, { ...node?.attrs, factId: quote.id, speaker });
        // The attribution is the last line: its end is right before the two ends of line and quotation.
        const end = to - 2;
        if (tr.doc.resolve(end).nodeBefore?.type !== nodes.citation) tr.insert(end, citationOf(quote, article));
        continue;
      }
      const behind = to + 1;
      if (tr.doc.resolve(behind).nodeAfter?.type !== nodes.citation) tr.insert(behind, citationOf(quote, article));
      tr.addMark(from, to, marks.quoted.create({ factId: quote.id }));
    }
    dispatch?.(closeHistory(tr));
    return true;
  };
}
