// The cards plugin: which element of the margin tells more about a word, for aria-details, as cards come and go.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Anchor } from '../editor.ts';

/** The id of the element in the margin that is drawn for it now, or null: an id that leads nowhere is a fault. */
export type CardOf = (kind: Anchor['kind'], id: string) => string | null;

export const noCards: CardOf = () => null;

const cardsKey = new PluginKey('cards');

/** True for the transaction after which every decoration asks again for its card. */
export function cardsMoved(tr: Transaction): boolean {
  return tr.getMeta(cardsKey) === true;
}

/** How long the window rests before the cards are looked for, in milliseconds. */
const PAUSE = 200;

/** Looks for the cards when something in the window came or went: panes fold, lists are filtered, cards open. */
export function cardsPlugin(cardOf: CardOf, anchors: (state: EditorState) => readonly Anchor[]): Plugin {
  const found = (state: EditorState): string =>
    anchors(state)
      .map(({ kind, id }) => cardOf(kind, id))
      .join();
  return new Plugin({
    key: cardsKey,
    view(view: EditorView) {
      let last = found(view.state);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(look, PAUSE);
      };
      const look = (): void => {
        if (view.isDestroyed) return;
        if (view.composing) return wait();
        const now = found(view.state);
        if (now !== last) view.dispatch(view.state.tr.setMeta(cardsKey, true).setMeta('addToHistory', false));
        last = now;
      };
      const observer = new MutationObserver(wait);
      observer.observe(view.dom.ownerDocument.body, { childList: true, subtree: true });
      return {
        destroy() {
          clearTimeout(timer);
          observer.disconnect();
        },
      };
    },
  });
}
