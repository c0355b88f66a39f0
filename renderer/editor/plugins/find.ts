// The find plugin: the words that are looked for, and how the matches look that are near what one sees.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Range } from '../../../shared/briefing/queries.ts';
import type { FindQuery } from '../../../shared/text/findWords.ts';
import { FindIndex } from '../findIndex.ts';
import { scrollerOf } from '../scroller.ts';
import { drawAll, redraw, type Draw } from './blocks.ts';

interface Find {
  /** Null while nothing is looked for. */
  readonly index: FindIndex | null;
  /** Matches are drawn here only: a page of 2,000 has more of them than are worth drawing. */
  readonly near: Range;
  /** The match that is selected. */
  readonly current: Range | null;
  readonly decorations: DecorationSet;
}

type Change = { readonly index: FindIndex | null } | { readonly near: Range };

const findKey = new PluginKey<Find>('find');

/** Before the view has looked what can be seen. */
const NOWHERE: Range = { from: 0, to: -1 };

/** More are not drawn at once: one letter stands thousands of times on a few pages. */
const MOST_DRAWN = 2000;

function drawNear(index: FindIndex, near: Range): Draw {
  let left = MOST_DRAWN;
  return (block, pos) => {
    if (pos > near.to || pos + block.nodeSize < near.from) return [];
    const places = index.inBlock(block);
    const drawn: Decoration[] = [];
    for (let at = 0; at < places.length && left > 0; at += 2, left--) {
      drawn.push(Decoration.inline(pos + (places[at] ?? 0), pos + (places[at + 1] ?? 0), { class: 'match' }));
    }
    return drawn;
  };
}

/** The match that the selection is, exactly. */
function selectedMatch({ doc, selection }: EditorState, index: FindIndex): Range | null {
  if (selection.empty) return null;
  const block = doc.childBefore(selection.to);
  if (!block.node) return null;
  const places = index.inBlock(block.node);
  for (let at = 0; at < places.length; at += 2) {
    const from = block.offset + (places[at] ?? 0);
    if (from > selection.from) return null;
    if (from === selection.from) {
      const to = block.offset + (places[at + 1] ?? 0);
      return to === selection.to ? { from, to } : null;
    }
  }
  return null;
}

export function findPlugin(): Plugin<Find> {
  return new Plugin<Find>({
    key: findKey,
    state: {
      init: () => ({ index: null, near: NOWHERE, current: null, decorations: DecorationSet.empty }),
      apply(tr, old, _before, state) {
        const change = tr.getMeta(findKey) as Change | undefined;
        if (change && 'index' in change) {
          const { index } = change;
          if (!index) return { ...old, index, current: null, decorations: DecorationSet.empty };
          const decorations = drawAll(tr.doc, drawNear(index, old.near));
          return { ...old, index, current: selectedMatch(state, index), decorations };
        }
        const near = change
          ? change.near
          : tr.docChanged && old.near !== NOWHERE
            ? { from: tr.mapping.map(old.near.from, -1), to: tr.mapping.map(old.near.to, 1) }
            : old.near;
        const { index } = old;
        if (!index) return near === old.near ? old : { ...old, near };
        if (!change && !tr.docChanged && !tr.selectionSet) return old;
        const draw = drawNear(index, near);
        return {
          index,
          near,
          current: selectedMatch(state, index),
          decorations: change ? drawAll(tr.doc, draw) : redraw(old.decorations, tr, draw),
        };
      },
    },
    props: {
      decorations(state) {
        const find = findKey.getState(state);
        if (!find?.current) return find?.decorations;
        const { from, to } = find.current;
        // Drawn by itself, so that going to the next draws one and not all.
        return find.decorations.add(state.doc, [Decoration.inline(from, to, { class: 'is-current-match' })]);
      },
    },
    view: watchWhatIsNear,
  });
}

/** The number of the first of `blocks`, which stand one under another, that ends below `y`. */
function firstBelow(blocks: HTMLCollection, y: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? Infinity) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is seen, with `screens` more above and below it, in positions. */
function seen(view: EditorView, scroller: HTMLElement | null, screens: number): Range {
  const box = scroller?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight };
  const more = (box.bottom - box.top) * screens;
  const blocks = view.dom.children;
  const first = blocks[firstBelow(blocks, box.top - more)];
  const last = blocks[firstBelow(blocks, box.bottom + more)];
  return {
    from: first ? view.posAtDOM(first, 0) : view.state.doc.content.size,
    to: last ? view.posAtDOM(last, last.childNodes.length) : view.state.doc.content.size,
  };
}

/** While something is looked for, keeps `near` around what is seen; measured once in a frame, after scrolling and changes. */
function watchWhatIsNear(view: EditorView) {
  const { defaultView } = view.dom.ownerDocument;
  let frame = 0;
  const look = (): void => {
    frame = 0;
    const find = findKey.getState(view.state);
    if (view.isDestroyed || !find?.index || view.composing) return;
    const scroller = scrollerOf(view.dom);
    const now = seen(view, scroller, 0.5);
    const { near } = find;
    if (near.from <= now.from && near.to >= now.to) return;
    view.dispatch(withNear(view.state.tr, seen(view, scroller, 2)));
  };
  const wait = (): void => {
    if (findKey.getState(view.state)?.index && frame === 0) frame = defaultView?.requestAnimationFrame(look) ?? 0;
  };
  // Scrolling does not bubble, whichever element it is that scrolls.
  defaultView?.addEventListener('scroll', wait, { capture: true, passive: true });
  defaultView?.addEventListener('resize', wait);
  return {
    update: wait,
    destroy() {
      if (frame !== 0) defaultView?.cancelAnimationFrame(frame);
      defaultView?.removeEventListener('scroll', wait, { capture: true });
      defaultView?.removeEventListener('resize', wait);
    },
  };
}

function withChange(tr: Transaction, change: Change): Transaction {
  return tr.setMeta(findKey, change).setMeta('addToHistory', false);
}

/** A transaction after which `query` is looked for; null ends the search. Nothing that undo could take back. */
export function withQuery(tr: Transaction, query: FindQuery | null): Transaction {
  return withSearch(tr, query && query.words !== '' ? new FindIndex(query) : null);
}

/** The same for a search that is made already: what it has found can be selected in the same step. */
export function withSearch(tr: Transaction, index: FindIndex | null): Transaction {
  return withChange(tr, { index });
}

/** A transaction after which matches are drawn in `near` only. */
export function withNear(tr: Transaction, near: Range): Transaction {
  return withChange(tr, { near });
}

/** The search that goes on, or null. A state without the plugin has none. */
export function searchOf(state: EditorState): FindIndex | null {
  return findKey.getState(state)?.index ?? null;
}

/** The match that is selected, or null. */
export function currentMatch(state: EditorState): Range | null {
  return findKey.getState(state)?.current ?? null;
}
