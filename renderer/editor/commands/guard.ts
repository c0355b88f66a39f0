// Guard: the ways out of a finding: the three of altered words here, the others in mends.ts.
import { closeHistory } from 'prosemirror-history';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import { TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import type { Check } from '../../../shared/check/check.ts';
import { markCuts } from '../../../shared/check/markCuts.ts';
import type { Settlement } from '../editor.ts';
import { known } from '../plugins/context.ts';
import { guardOf } from '../plugins/guard.ts';
import { mend, type Mend } from './mends.ts';
import { placeOf, rewrite, sourceWords, wordsAt, type Place } from '../quotedWords.ts';

const { nodes } = schema;

/** Inline content of a textblock without the quotation marks at its ends. */
function withoutQuotationMarks(content: Fragment, last: boolean): Fragment {
  let start = 0;
  let end = content.size;
  const first = content.firstChild;
  if (first?.isText && /^["'“‘„«]/u.test(first.text ?? '')) start = 1;
  if (last) {
    // Behind the closing mark stand citations only.
    let at = content.size;
    for (let index = content.childCount - 1; index >= 0; index--) {
      const child = content.child(index);
      if (child.isText) {
        const text = child.text ?? '';
        const trimmed = text.trimEnd();
        if (start === 1 && /["'”’»]$/u.test(trimmed)) end = at - (text.length - trimmed.length) - 1;
        break;
      }
      at -= child.nodeSize;
    }
  }
  return end === content.size ? content.cut(start) : content.cut(start, end).append(content.cut(end + 1));
}

/** Paragraphs of reported speech with the words of a block quotation; who said it leads them, the citations end them. */
function reported(quotation: Node): Node[] {
  const texts = quotation.children.filter((child) => child.type === nodes.quotationText);
  const speaker: Node[] = [];
  const citations: Node[] = [];
  for (const child of quotation.lastChild?.type === nodes.attribution ? quotation.lastChild.children : []) {
    (child.type === nodes.citation ? citations : speaker).push(child);
  }
  return texts.map((child, index) => {
    const last = index === texts.length - 1;
    let content = withoutQuotationMarks(child.content, last);
    if (index === 0 && speaker.length > 0) {
      content = Fragment.fromArray([...speaker, schema.text(': ')]).append(content);
    }
    if (last) content = content.append(Fragment.fromArray(citations));
    return nodes.paragraph.create({ voice: 'report' }, content);
  });
}

function paraphraseBlock(tr: Transaction, place: Place): boolean {
  const quotation = tr.doc.nodeAt(place.from);
  if (!quotation) return false;
  tr.replace(place.from, place.to, new Slice(Fragment.fromArray(reported(quotation)), 0, 0));
  tr.setSelection(TextSelection.near(tr.doc.resolve(place.from + 1)));
  return true;
}

/** Takes the mark off the words and the quotation marks from around or within them. */
function paraphraseInline(tr: Transaction, place: Place): boolean {
  if (!place.tie) return false;
  tr.removeMark(place.from, place.to, place.tie);
  if (place.kind === 'figure') return true;
  const $from = tr.doc.resolve(place.from);
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc');
  const opening = (at: number): boolean => /["“‘„«]/u.test(text.charAt(at));
  const closing = (at: number): boolean => /["”’»]/u.test(text.charAt(at));
  const start = $from.start();
  const from = place.from - start;
  const to = place.to - start;
  const opens = opening(from) ? from : from > 0 && opening(from - 1) ? from - 1 : null;
  const closes = closing(to - 1) ? to - 1 : closing(to) ? to : null;
  if (opens === null || closes === null) return true;
  tr.delete(start + closes, start + closes + 1);
  tr.delete(start + opens, start + opens + 1);
  return true;
}

/**
 * Where whole paragraphs were cut or joined, the paragraphs of the source take the place of what is there; the citations
 * stay. False when the paragraphs are as many as the source's: then the words can be mended one by one.
 */
function restoreParagraphs(tr: Transaction, place: Place, source: string): boolean {
  const quotation = place.kind === 'block' ? tr.doc.nodeAt(place.from) : null;
  if (!quotation) return false;
  const paragraphs = source.split('\n\n');
  const texts = quotation.children.filter((child) => child.type === nodes.quotationText);
  if (texts.length === paragraphs.length) return false;
  const citations = texts.flatMap((text) => text.children.filter((child) => child.type === nodes.citation));
  const restored = paragraphs.map((words, index) => {
    const last = index === paragraphs.length - 1;
    return nodes.quotationText.create(null, [schema.text(`“${words}${last ? '”' : ''}`), ...(last ? citations : [])]);
  });
  const size = texts.reduce((sum, text) => sum + text.nodeSize, 0);
  tr.replaceWith(place.from + 1, place.from + 1 + size, restored);
  return true;
}

/** Words within our own sentence keep the full stop or comma that our sentence put after them. */
function withStopOf(current: string, source: string): string {
  const stop = /[.,]$/u.exec(current)?.[0] ?? '';
  return stop === '' || /[.,!?…]$/u.test(source) ? source : source + stop;
}

const WAYS: Readonly<Record<Exclude<Settlement, Mend>, ReadonlySet<Check['kind']>>> = {
  restore: new Set(['altered-quotation', 'altered-figure', 'sense-changing-cut']),
  paraphrase: new Set(['altered-quotation', 'altered-figure', 'sense-changing-cut', 'source-not-located']),
  markCuts: new Set(['altered-quotation']),
};

/** One of the ways out; one undo step. It cannot run when the check or its words are gone, or the way is not one of its. */
export function settle(checkId: string | null, how: Settlement): Command {
  if (how === 'own' || how === 'speaker' || how === 'period' || how === 'uncite') return mend(checkId, how);
  return (state, dispatch) => {
    const check = guardOf(state).checks.find(({ id }) => id === checkId);
    const place = check && WAYS[how].has(check.kind) ? placeOf(state.doc, check) : null;
    if (!check || !place) return false;
    if (how === 'markCuts' && place.kind === 'figure') return false;
    const tr = state.tr;
    if (how === 'paraphrase') {
      if (!(place.kind === 'block' ? paraphraseBlock(tr, place) : paraphraseInline(tr, place))) return false;
    } else {
      const source = sourceWords(place, check, known(state));
      if (source === null) return false;
      const current = wordsAt(state.doc, place).text;
      if (how === 'markCuts') rewrite(tr, place, markCuts(source, current, { fragment: place.kind === 'quoted' }));
      else if (!restoreParagraphs(tr, place, source)) rewrite(tr, place, withStopOf(current, source));
    }
    // A cut before or after words within our own sentence leaves nothing to put back or to mark.
    if (!tr.docChanged) return false;
    dispatch?.(closeHistory(tr).scrollIntoView());
    return true;
  };
}
