// Facts: bringing quotations, figures and citations into the text, each with its source.
import { closeHistory } from 'prosemirror-history';
import { Fragment, type Mark, type Node, type ResolvedPos } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import type { Article } from '../../../shared/article/article.ts';
import { factSentence } from '../../../shared/briefing/factSentence.ts';
import { paragraphNumber } from '../../../shared/briefing/queries.ts';
import { attributionText, isWhole, markedParagraphs, quotationSource } from '../../../shared/briefing/quotationText.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import type { Fact, Quote } from '../../../shared/facts/fact.ts';
import { formsOf, type InsertForm } from '../editor.ts';
import { known, type Known } from '../plugins/context.ts';
import { insertRow } from './factRow.ts';
import { insertBlock, slotFor } from './insertion.ts';

const { nodes, marks } = schema;

/** A citation of the place of a fact. */
export function citationOf(fact: Fact, article: Article): Node {
  const locator = `paragraph ${paragraphNumber(article, { start: fact.start, end: fact.end })}`;
  return nodes.citation.create({ articleId: article.id, factId: fact.id, locator });
}

/** The words of a quote in one line, as running text takes them. */
function inOneLine(article: Article, quote: Quote): string {
  return quotationSource(article.text, quote).replace(/\s+/gu, ' ');
}

/** Words the source does not quote get no quotation marks: they are reported. */
function isReported(fact: Fact): boolean {
  return fact.kind === 'quote' && fact.quoteKind === 'indirect';
}

/** As prefill writes it: the citation stands behind the attribution. */
function quotationNode(quote: Quote, article: Article): Node {
  const citation = citationOf(quote, article);
  if (isReported(quote)) {
    return nodes.paragraph.create({ voice: 'report' }, [schema.text(inOneLine(article, quote)), citation]);
  }
  const attribution = attributionText(quote);
  const speaker = quote.speaker?.name ?? quote.speaker?.text ?? null;
  return nodes.quotation.create({ factId: quote.id, speaker }, [
    ...markedParagraphs(article.text, quote).map((words) => nodes.quotationText.create(null, schema.text(words))),
    nodes.attribution.create(null, attribution === '' ? [citation] : [schema.text(attribution), citation]),
  ]);
}

/** The words of a fact in running text, tied to it, with their citation. */
function inlineNodes(fact: Fact, article: Article, around: readonly Mark[]): Node[] {
  const citation = citationOf(fact, article);
  if (fact.kind === 'quote') {
    const words = inOneLine(article, fact);
    if (isReported(fact)) return [schema.text(words, around), citation];
    const tie = marks.quoted.create({ factId: fact.id });
    const tied = schema.text(words, tie.addToSet(around));
    if (!isWhole(fact)) return [tied, citation];
    return [schema.text('“', around), tied, schema.text('”', around), citation];
  }
  const tie = fact.kind === 'figure' ? marks.figure.create({ factId: fact.id }) : null;
  return [schema.text(fact.text.replace(/\s+/gu, ' '), tie ? tie.addToSet(around) : around), citation];
}

const LOOKS = new Set([marks.strong, marks.em, marks.underline]);
const NEEDS_SPACE = /[\p{L}\p{N}.,;:!?)\]”’%]/u;

/** Within somebody else's words nothing is inserted: it goes behind the quotation, in a paragraph of its own. */
function outOfQuotation(tr: Transaction, $from: ResolvedPos): ResolvedPos | null {
  const { type } = $from.parent;
  if (type !== nodes.quotationText && type !== nodes.attribution) return null;
  const after = $from.after($from.depth - 1);
  tr.insert(after, nodes.paragraph.create());
  return tr.doc.resolve(after + 1);
}

/** Replaces `[from, to)` by `content`, a space between it and the words around. The caret comes right behind it. */
export function insertInline(tr: Transaction, $from: ResolvedPos, to: number, content: readonly Node[]): boolean {
  const $out = outOfQuotation(tr, $from);
  if ($out) return insertInline(tr, $out, $out.pos, content);
  const { parent } = $from;
  if (!parent.inlineContent || !content.every((node) => parent.type.allowsMarks(node.marks))) return false;
  const leaf = '\ufffc';
  const text = parent.textBetween(0, parent.content.size, undefined, leaf);
  const before = text.charAt($from.parentOffset - 1);
  const after = tr.doc.resolve(to).parent === parent ? text.charAt(to - $from.start()) : '';
  const inserted = Fragment.fromArray([
    ...(NEEDS_SPACE.test(before) || before === leaf ? [schema.text(' ')] : []),
    ...content,
  ]);
  const space = /[\p{L}\p{N}]/u.test(after) ? Fragment.from(schema.text(' ')) : Fragment.empty;
  tr.replaceWith($from.pos, to, inserted.append(space));
  tr.setSelection(TextSelection.create(tr.doc, $from.pos + inserted.size)).setStoredMarks([]);
  return true;
}

function factWith(of: Known, factId: string): { fact: Fact; article: Article } | null {
  const fact = of.facts.get(factId);
  const article = fact ? of.articles.get(fact.articleId) : undefined;
  return fact && article ? { fact, article } : null;
}

/** Inserts a fact with its citation, at `at` or over the selection. One undo step. */
export function insertFact(factId: string, form: InsertForm, at?: number): Command {
  return (state, dispatch) => {
    const found = factWith(known(state), factId);
    if (!found) return false;
    const { fact, article } = found;
    // A claim or date has no words of its own to carry elsewhere, but a figure's place takes it.
    if (!formsOf(fact.kind).includes(form) && (form !== 'figure' || fact.kind === 'quote')) return false;
    const tr = state.tr;
    const $at = at === undefined ? null : placeInText(state, at);
    if (at !== undefined && !$at) return false;
    const $from = $at ?? state.selection.$from;
    if (form === 'quotation' && fact.kind === 'quote') {
      const block = quotationNode(fact, article);
      const start = insertBlock(tr, $from, block);
      if (start === null) return false;
      // Behind the words, so that the next thing typed or inserted does not alter them.
      tr.setSelection(TextSelection.near(tr.doc.resolve(start + block.nodeSize - 1), -1));
    } else if (form === 'row' && fact.kind === 'figure') {
      if (!insertRow(tr, $from, fact, article, known(state))) return false;
    } else if (form === 'sentence') {
      if (!insertSentence(tr, $from, $at ? $at.pos : state.selection.to, fact, article, known(state))) return false;
    } else {
      const to = $at ? $at.pos : state.selection.to;
      const around = $from.marks().filter((mark) => LOOKS.has(mark.type));
      if (!insertInline(tr, $from, to, inlineNodes(fact, article, around))) return false;
    }
    dispatch?.(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** In an empty paragraph the sentence makes it one that reports; among other words it is one more sentence. */
function insertSentence(
  tr: Transaction,
  $from: ResolvedPos,
  to: number,
  fact: Fact,
  article: Article,
  of: Known,
): boolean {
  const figures = of.context.facts.filter((one) => one.kind === 'figure');
  const sentence = factSentence(fact, article, figures, citationOf(fact, article));
  if (!sentence) return false;
  const alone = $from.parent.type === nodes.paragraph && $from.parent.content.size === 0;
  if (!insertInline(tr, $from, to, sentence)) return false;
  const holder = tr.selection.$from;
  if (alone && holder.parent.type === nodes.paragraph) tr.setNodeAttribute(holder.before(), 'voice', 'report');
  return true;
}

/** The nearest place between words to a position that a drop gives. */
function placeInText(state: EditorState, at: number): ResolvedPos | null {
  if (at < 0 || at > state.doc.content.size) return null;
  const $at = state.doc.resolve(at);
  return $at.parent.inlineContent ? $at : TextSelection.near($at).$from;
}

/**
 * A citation of an article, or of the place of one of its facts, behind the selection. A selected number is tied to the
 * figure that is cited: that is how an unsourced figure gets its source.
 */
export function cite(articleId: string, factId: string | null): Command {
  return (state, dispatch) => {
    const of = known(state);
    const article = of.articles.get(articleId);
    const fact = factId === null ? null : of.facts.get(factId);
    if (!article || fact === undefined || (fact && fact.articleId !== articleId)) return false;
    const { $to, from, to, empty } = state.selection;
    if (!$to.parent.inlineContent) return false;
    if (dispatch) {
      const tr = state.tr;
      const citation = fact ? citationOf(fact, article) : nodes.citation.create({ articleId });
      if (fact?.kind === 'figure' && !empty && /\p{N}/u.test(state.doc.textBetween(from, to))) {
        tr.addMark(from, to, marks.figure.create({ factId: fact.id }));
      }
      tr.insert(to, citation);
      tr.setSelection(TextSelection.create(tr.doc, to + citation.nodeSize));
      dispatch(closeHistory(tr).scrollIntoView());
    }
    return true;
  };
}

/** The citation that is selected or stands just before the caret; null for none. */
export function citationAtCaret(state: EditorState): Node | null {
  const { selection } = state;
  if (selection instanceof NodeSelection) return selection.node.type === nodes.citation ? selection.node : null;
  const before = selection.empty ? selection.$from.nodeBefore : null;
  return before?.type === nodes.citation ? before : null;
}

/** A place for a quotation, or for words, at the selection: what a picker of facts asks before it opens. */
export const canInsertQuotation: Command = (state) => slotFor(state.selection.$from, nodes.quotation.create()) !== null;
export const canInsertInline: Command = (state) => {
  const { type } = state.selection.$from.parent;
  return type.inlineContent && type.allowsMarkType(marks.figure);
};
