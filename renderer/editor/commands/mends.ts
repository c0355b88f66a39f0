// Mends: ways out of findings other than altered words: a number of one's own, a speaker, a period, a citation without source.
import type { Node } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { closeHistory } from 'prosemirror-history';
import { periodWords } from '../../../shared/briefing/dateWords.ts';
import { attributionText } from '../../../shared/briefing/quotationText.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import type { Check } from '../../../shared/check/check.ts';
import { positionedText } from '../../../shared/check/ownNumbers.ts';
import { periodFits, periodOfCell } from '../../../shared/check/periodGuard.ts';
import type { Figure } from '../../../shared/facts/fact.ts';
import { scanText } from '../../../shared/facts/figures.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import { known, type Known } from '../plugins/context.ts';
import { guardOf } from '../plugins/guard.ts';
import { placeOf } from '../quotedWords.ts';
import { citationOf } from './facts.ts';
import { atSelection, checkAnchors } from './visit.ts';

const { nodes, marks } = schema;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Declares the words the analyst's own; what tied them to a source goes. */
function declareOwn(tr: Transaction, { from, to }: Stretch): boolean {
  tr.removeMark(from, to, marks.figure).addMark(from, to, marks.own.create());
  return true;
}

/** The source's speaker in the place of who is named: under a block quotation, or within our own sentence. */
function restoreSpeaker(tr: Transaction, check: Check, of: Known): boolean {
  const fact = check.factId === null ? undefined : of.facts.get(check.factId);
  if (fact?.kind !== 'quote' || !fact.speaker) return false;
  const $from = tr.doc.resolve(check.from);
  const { parent } = $from;
  if (parent.type === nodes.attribution) {
    const words = attributionText(fact);
    if (words === '') return false;
    const rest = parent.children.filter((child) => child.type === nodes.citation);
    tr.replaceWith($from.start(), $from.end(), [schema.text(words), ...rest]);
    return true;
  }
  const quoted = placeOf(tr.doc, check);
  const name = fact.speaker.name ?? fact.speaker.text;
  // Where it cannot be told who is named, the finding stands at the quoted words themselves.
  if (name === '' || check.to <= check.from || (quoted && quoted.from <= check.from && quoted.to >= check.to)) {
    return false;
  }
  tr.replaceWith(check.from, check.to, schema.text(name, $from.marksAcross(tr.doc.resolve(check.to)) ?? []));
  return true;
}

/** The date nearest to the figure in its sentence that does not fit the source's. */
function periodInSentence(block: Node, start: number, figure: Figure, check: Check): Stretch | null {
  const text = positionedText(block);
  const at = { start: check.from - start, end: check.to - start };
  const sentence = sentences(text).find((one) => one.start <= at.start && at.start < one.end);
  if (!sentence) return null;
  const { tokens, dates } = scanText(text, [{ start: 0, end: text.length }], null);
  const found = dates.flatMap((hit) => {
    const [first, last] = [tokens[hit.from], tokens[hit.to - 1]];
    if (!first || !last || hit.value === null || hit.relative) return [];
    if (first.start < sentence.start || last.end > sentence.end) return [];
    if (periodFits(figure.period ?? '', hit.value)) return [];
    const far = first.start >= at.end ? first.start - at.end : at.start - last.end;
    return [{ from: start + first.start, to: start + last.end, far }];
  });
  return found.sort((a, b) => a.far - b.far)[0] ?? null;
}

/** The one cell of the figure's row that gives another period; a heading is about other rows as well. */
function periodInRow(doc: Node, check: Check, figure: Figure): Stretch | null {
  const $from = doc.resolve(check.from);
  for (let depth = $from.depth; depth > 0; depth--) {
    const row = $from.node(depth);
    if (row.type !== nodes.tableRow) continue;
    const found: Stretch[] = [];
    row.forEach((cell, offset) => {
      if (cell.type !== nodes.tableCell || cell.childCount !== 1 || !cell.firstChild?.isTextblock) return;
      const period = periodOfCell(cell.textContent);
      if (period === null || periodFits(figure.period ?? '', period)) return;
      const start = $from.start(depth) + offset + 2;
      found.push({ from: start, to: start + cell.firstChild.content.size });
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

function restorePeriod(tr: Transaction, check: Check, of: Known): boolean {
  const fact = check.factId === null ? undefined : of.facts.get(check.factId);
  if (fact?.kind !== 'figure' || fact.period === null) return false;
  const $from = tr.doc.resolve(check.from);
  const place = periodInSentence($from.parent, $from.start(), fact, check) ?? periodInRow(tr.doc, check, fact);
  if (!place) return false;
  const around = tr.doc.resolve(place.from).marksAcross(tr.doc.resolve(place.to)) ?? [];
  tr.replaceWith(place.from, place.to, schema.text(periodWords(fact.period), around));
  return true;
}

/** Takes a citation away whose source is not in the briefing. */
function removeCitation(tr: Transaction, check: Check): boolean {
  if (tr.doc.nodeAt(check.from)?.type !== nodes.citation) return false;
  tr.delete(check.from, check.from + 1);
  return true;
}

export type Mend = 'own' | 'speaker' | 'period' | 'uncite';

const MENDS: Readonly<
  Record<Mend, { kinds: readonly Check['kind'][]; run: (tr: Transaction, check: Check, of: Known) => boolean }>
> = {
  own: {
    kinds: ['unsourced-figure', 'altered-figure'],
    run: (tr, check) => declareOwn(tr, (check.kind === 'altered-figure' && placeOf(tr.doc, check)) || check),
  },
  speaker: { kinds: ['misattributed-quotation', 'missing-attribution'], run: restoreSpeaker },
  period: { kinds: ['changed-period'], run: restorePeriod },
  uncite: { kinds: ['source-not-located'], run: removeCitation },
};

/** One undo step; it cannot run when the check is gone or the way is not one of its. */
export function mend(checkId: string | null, how: Mend): Command {
  return (state, dispatch) => {
    const check = guardOf(state).checks.find(({ id }) => id === checkId);
    if (!check || !MENDS[how].kinds.includes(check.kind) || check.to > state.doc.content.size) return false;
    const tr = state.tr;
    if (!MENDS[how].run(tr, check, known(state)) || !tr.docChanged) return false;
    dispatch?.(closeHistory(tr).scrollIntoView());
    return true;
  };
}

/** The number that a command is for: of the finding, else selected, else the one without a source at the caret. */
function numberFor(state: EditorState, checkId: string | null): Stretch | null {
  const unsourced = guardOf(state).checks.filter(({ kind }) => kind === 'unsourced-figure');
  if (checkId !== null) return unsourced.find(({ id }) => id === checkId) ?? null;
  const { $from, $to, from, to, empty } = state.selection;
  if (!empty) {
    const inLine = $from.sameParent($to) && $from.parent.inlineContent && $from.parent.type.allowsMarkType(marks.own);
    return inLine && /\p{N}/u.test(state.doc.textBetween(from, to)) ? { from, to } : null;
  }
  const ids = new Set(unsourced.map(({ id }) => id));
  return atSelection(
    state,
    checkAnchors(state).filter(({ id }) => ids.has(id)),
  );
}

/** The words around the caret that are declared the analyst's own. */
function ownAtCaret(state: EditorState): Stretch | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.inlineContent) return null;
  let found: Stretch | null = null;
  $from.parent.forEach((child, offset) => {
    const from = $from.start() + offset;
    const to = from + child.nodeSize;
    if (marks.own.isInSet(child.marks) && from <= $from.pos && $from.pos <= to) found ??= { from, to };
  });
  return found;
}

export function isOwnNumber(state: EditorState): boolean {
  return ownAtCaret(state) !== null;
}

/** Declares a number the analyst's own; at one that is, takes the declaration back. */
export const ownNumber: Command = (state, dispatch) => {
  const own = ownAtCaret(state);
  const number = own ?? numberFor(state, null);
  if (!number) return false;
  if (own) dispatch?.(closeHistory(state.tr.removeMark(own.from, own.to, marks.own)));
  else if (dispatch) {
    const tr = state.tr;
    declareOwn(tr, number);
    dispatch(closeHistory(tr));
  }
  return true;
};

/** Ties a number to a figure of a source and cites it, unless the same source is cited right behind it. Null: can it be done? */
export function linkNumber(checkId: string | null, factId: string | null): Command {
  return (state, dispatch) => {
    const number = numberFor(state, checkId);
    if (!number) return false;
    if (factId === null) return true;
    const of = known(state);
    const fact = of.facts.get(factId);
    const article = fact && of.articles.get(fact.articleId);
    if (fact?.kind !== 'figure' || !article) return false;
    if (!dispatch) return true;
    const { from, to } = number;
    const tr = state.tr.removeMark(from, to, marks.own).addMark(from, to, marks.figure.create({ factId }));
    const cited = tr.doc.nodeAt(to);
    if (cited?.type !== nodes.citation || cited.attrs['articleId'] !== article.id)
      tr.insert(to, citationOf(fact, article));
    dispatch(closeHistory(tr).scrollIntoView());
    return true;
  };
}
