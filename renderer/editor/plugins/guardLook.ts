// The look of the guard's findings in the text: a class on altered words, a caret at each cut, a description for readers.
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Check } from '../../../shared/check/check.ts';
import { diffWords, type Change } from '../../../shared/text/diff.ts';
import { placeOf, positionOf, sourceWords, withoutStop, wordsAt, type Place } from '../quotedWords.ts';
import { anchorSpec } from './blocks.ts';
import type { CardOf } from './cards.ts';
import type { Known } from './context.ts';

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

/** "differs from its source, 2 cuts, 1 addition". */
export function describe(cuts: number, additions: number): string {
  return [
    'differs from its source',
    ...(cuts > 0 ? [count(cuts, 'cut', 'cuts')] : []),
    ...(additions > 0 ? [count(additions, 'addition', 'additions')] : []),
  ].join(', ');
}

/** What a cut looks like between the words; the card tells which words are gone. */
function caret(cut: string): () => HTMLElement {
  return () => {
    const mark = document.createElement('span');
    mark.className = 'cut';
    mark.title = `Cut: ${cut.trim()}`;
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  };
}

const ELLIPSIS = /^(?:\[?(?:…|\.\.\.)\]?)$/u;

function bare(text: string): string {
  return text.replace(/[[\]]/gu, '').trim().toLowerCase();
}

/** True for an addition that is an open edit: square brackets, or an ellipsis. */
function isOpen(text: string): boolean {
  const words = text.trim();
  return ELLIPSIS.test(words) || (words.startsWith('[') && words.endsWith(']'));
}

/** The changes that are not shown openly: without cuts that an ellipsis stands for, and words in square brackets. */
export function hiddenChanges(source: string, current: string): Change[] {
  const all = diffWords(source, current);
  return all.map((change, index): Change => {
    if (change.kind === 'same') return change;
    const other = [all[index - 1], all[index + 1]].find(
      (next) => next && next.kind !== 'same' && next.kind !== change.kind,
    );
    if (change.kind === 'added')
      return isOpen(change.text) || opens(change, other) ? { ...change, kind: 'same' } : change;
    return other && (ELLIPSIS.test(other.text.trim()) || opens(other, change)) ? { ...change, text: '' } : change;
  });
}

/** "[T]his" for "this". */
function opens(added: Change, cut: Change | undefined): boolean {
  return cut !== undefined && added.text.includes('[') && bare(added.text) === bare(cut.text);
}

interface Drawn {
  readonly cuts: number;
  readonly additions: number;
  readonly decorations: readonly Decoration[];
}

function changes(doc: Node, place: Place, source: string): Drawn {
  const words = wordsAt(doc, place);
  const decorations: Decoration[] = [];
  let cuts = 0;
  let additions = 0;
  let offset = 0;
  for (const { kind, text } of hiddenChanges(withoutStop(source), withoutStop(words.text))) {
    if (kind === 'cut') {
      if (text.trim() === '') continue;
      cuts++;
      // Before the space that follows the last word kept, as a reader would set it.
      const at = positionOf(words, words.text.slice(0, offset).trimEnd().length, true);
      if (at !== null) decorations.push(Decoration.widget(at, caret(text), { side: 1, key: `cut ${text}` }));
      continue;
    }
    if (kind === 'added') {
      additions++;
      const from = positionOf(words, offset, false);
      const to = positionOf(words, offset + text.trimEnd().length, true);
      if (from !== null && to !== null && to > from) decorations.push(Decoration.inline(from, to, { class: 'added' }));
    }
    offset += text.length;
  }
  return { cuts, additions, decorations };
}

function look(check: Check): string {
  return `checked is-${check.severity} is-${check.kind}`;
}

export function drawChecks(doc: Node, checks: readonly Check[], of: Known, cardOf: CardOf): DecorationSet {
  const drawn: Decoration[] = [];
  for (const check of checks) {
    const card = cardOf('check', check.id);
    const altered = check.kind === 'altered-quotation' || check.kind === 'altered-figure';
    const place = altered ? placeOf(doc, check) : null;
    const source = place && place.kind !== 'figure' ? sourceWords(place, check, of) : null;
    const shown = place && source !== null ? changes(doc, place, source) : null;
    const attributes = {
      class: look(check),
      'data-check': check.id,
      'aria-description': altered ? describe(shown?.cuts ?? 0, shown?.additions ?? 0) : check.title,
      ...(card === null ? {} : { 'aria-details': card }),
    };
    const spec = anchorSpec('check', check.id);
    if (place?.kind === 'block') drawn.push(Decoration.node(place.from, place.to, attributes, spec));
    else if (place) drawn.push(Decoration.inline(place.from, place.to, attributes, spec));
    else if (check.to > check.from && check.to <= doc.content.size) {
      const node = doc.nodeAt(check.from);
      const whole = node && !node.isInline && check.from + node.nodeSize === check.to;
      const draw = whole ? Decoration.node : Decoration.inline;
      drawn.push(draw(check.from, check.to, attributes, spec));
    }
    if (shown) drawn.push(...shown.decorations);
  }
  return DecorationSet.create(doc, drawn);
}
