// The paste plugin: everything between the clipboard and the text, both ways, and the offers about facts that came with it.
import { closeHistory, undo } from 'prosemirror-history';
import { Slice, type Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { handlePaste as pasteCells, isInTable } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../../../shared/briefing/schema.ts';
import { known } from '../plugins/context.ts';
import { guardOf } from '../plugins/guard.ts';
import { cleanSlice, levelsLeft, listDepthOf } from './clean.ts';
import { CopySerializer, copiedText, shownIn } from './copy.ts';
import { beginning, disarm } from './disarm.ts';
import { buildLists, DEEPEST, partsOf } from './lists.ts';
import { trace, traceableIn, unsourcedIn, type Stretch } from './pastedFacts.ts';
import type { AddPicture } from './pictures.ts';
import { placed } from './place.ts';
import { exactText, PasteParser } from './read.ts';
import { emptyReport, reportWords } from './report.ts';
import { flatten } from './settle.ts';

/** What can be done about the facts and lines of a paste; asked once, a moment after it, when the guard has looked. */
export interface PasteOffers {
  /** Numbers without a source; the first of them as a check. */
  readonly figures: { readonly count: number; readonly checkId: string } | null;
  /** Quotations that stand word for word in one place of the sources. False when there is none of them any more. */
  readonly quotations: { readonly count: number; trace(): boolean } | null;
  /** Plain text whose lines were joined or ligatures folded, as it came. False when the text was changed since. */
  readonly lines: { keep(): boolean } | null;
}

export interface PasteHooks {
  readonly addPicture: AddPicture;
  hasPicture(name: string): boolean;
  /** Sentences about what was left out or changed. */
  onTold(words: readonly string[]): void;
  onOffers(offers: PasteOffers): void;
}

interface Pasted extends Stretch {
  readonly turn: number;
  /** The text as it came, and the document that held it in paragraphs. */
  readonly lines: { readonly text: string; readonly doc: Node } | null;
}

const pasteKey = new PluginKey<Pasted | null>('paste');

/** The stretch in which `after` differs from `before`. */
function difference(before: Node, after: Node): Stretch | null {
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  return from === null || !end ? null : { from, to: Math.max(from, end.b) };
}

function apply(tr: Transaction, old: Pasted | null): Pasted | null {
  const brought = tr.getMeta(pasteKey) as Pasted | undefined;
  if (brought) return brought;
  if (tr.docChanged && tr.getMeta('uiEvent') === 'drop') {
    const dropped = difference(tr.before, tr.doc);
    return dropped && { ...dropped, turn: (old?.turn ?? 0) + 1, lines: null };
  }
  if (!old || !tr.docChanged) return old;
  const from = tr.mapping.map(old.from, 1);
  const to = tr.mapping.map(old.to, -1);
  return from < to ? { ...old, from, to } : null;
}

function offersOf(state: EditorState, pasted: Pasted, view: EditorView): PasteOffers | null {
  const here = (): Pasted => pasteKey.getState(view.state) ?? pasted;
  const unsourced = unsourcedIn(guardOf(state).checks, pasted);
  const traceable = traceableIn(state, pasted);
  const { lines } = pasted;
  const first = unsourced[0];
  if (!first && traceable.length === 0 && !lines) return null;
  return {
    figures: first ? { count: unsourced.length, checkId: first.id } : null,
    quotations:
      traceable.length > 0
        ? { count: traceable.length, trace: () => !view.isDestroyed && trace(here())(view.state, view.dispatch) }
        : null,
    lines: lines && {
      keep() {
        if (view.isDestroyed || view.state.doc !== lines.doc) return false;
        undo(view.state, view.dispatch);
        view.dispatch(placed(view.state, exactText(lines.text), { foreign: true }));
        view.dispatch(closeHistory(view.state.tr));
        return true;
      },
    },
  };
}

/** Lists of the slice no deeper than the place has room for; how many items were brought up. */
function fitLists(slice: Slice, state: EditorState): { slice: Slice; flattened: number } {
  const room = levelsLeft(state);
  let deepest = 0;
  slice.content.forEach((node) => {
    deepest = Math.max(deepest, listDepthOf(node));
  });
  if (deepest <= room) return { slice, flattened: 0 };
  const { blocks, flattened } = buildLists(partsOf(slice.content), room);
  return { slice: Slice.maxOpen(schema.nodes.doc.create(null, [...blocks]).content), flattened };
}

export function pastePlugin(hooks: PasteHooks): Plugin<Pasted | null> {
  /** Names of the copies that this text put on the clipboard. */
  const copies = new Set<string>();
  const parser = new PasteParser(hooks.addPicture);
  let current: EditorView | null = null;
  let leftOut = 0;

  const tell = (): void => {
    const { report } = parser.reading;
    report.picturesLeftOut += leftOut;
    leftOut = 0;
    const words = reportWords(report, DEEPEST);
    if (words.length > 0) hooks.onTold(words);
    Object.assign(report, emptyReport());
  };

  return new Plugin<Pasted | null>({
    key: pasteKey,
    state: { init: () => null, apply },
    props: {
      clipboardParser: parser,
      transformPastedHTML: (html) => beginning(disarm(html)),
      clipboardTextParser: (text, $context, plain) => parser.plain(text, plain, $context.marks()),
      transformPasted(slice, view) {
        const { own } = parser.reading;
        const trusted = view.dragging !== null || (own !== null && copies.has(own));
        const clean = cleanSlice(slice, view.state, {
          trusted,
          hasPicture: hooks.hasPicture,
          onLeftOut: () => leftOut++,
        });
        if (view.dragging) return clean;
        const fit = fitLists(clean, view.state);
        parser.reading.report.flattenedItems += fit.flattened;
        return fit.slice;
      },
      clipboardSerializer: new CopySerializer(
        () => {
          if (!current) throw new RangeError('Nothing can be copied before the text is shown.');
          return shownIn(current.state);
        },
        () => {
          const name = current ? known(current.state).context.newId() : '';
          copies.add(name);
          return name;
        },
      ),
      clipboardTextSerializer: (slice, view) => copiedText(slice, shownIn(view.state)),
      handlePaste(view, event, slice) {
        if (!view.editable) return false;
        tell();
        if (slice.size === 0) return true;
        const before = view.state.doc;
        const { own, lines } = parser.reading;
        view.dispatch(closeHistory(view.state.tr));
        const lone = slice.content.childCount === 1 ? slice.content.firstChild : null;
        const cells = isInTable(view.state) && lone?.type.spec['tableRole'] !== undefined;
        const flat = cells ? slice : Slice.maxOpen(flatFragment(slice));
        if (!(isInTable(view.state) && pasteCells(view, event, flat))) {
          view.dispatch(placed(view.state, slice, { foreign: own === null }));
        }
        const { doc } = view.state;
        const changed = difference(before, doc);
        const tr = closeHistory(view.state.tr);
        if (changed) {
          const turn = (pasteKey.getState(view.state)?.turn ?? 0) + 1;
          tr.setMeta(pasteKey, {
            ...changed,
            turn,
            lines: lines === null ? null : { text: lines, doc },
          } satisfies Pasted);
        }
        view.dispatch(tr);
        return true;
      },
      handleDrop(view) {
        if (view.editable && !view.dragging) tell();
        return false;
      },
    },
    view(view) {
      current = view;
      let told = 0;
      return {
        update() {
          const pasted = pasteKey.getState(view.state);
          if (!pasted || pasted.turn === told || guardOf(view.state).stale) return;
          told = pasted.turn;
          const offers = offersOf(view.state, pasted, view);
          if (offers) hooks.onOffers(offers);
        },
        destroy: () => {
          current = null;
        },
      };
    },
  });
}

/** Paragraphs alone, as a cell takes them. */
function flatFragment(slice: Slice) {
  const blocks: Node[] = [];
  slice.content.forEach((block) => void blocks.push(...(block.isInline ? [block] : flatten(block))));
  return schema.nodes.doc.create(null, blocks).content;
}
