// Bookmarks: selections that are remembered and moved along with the text, so that one comes back to the words one left.
import type { SelectionBookmark, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** As many as one goes back; older ones are forgotten, since each is moved with every change. */
const MOST = 50;

export function createBookmarks() {
  const kept: { mark: SelectionBookmark }[] = [];
  return {
    moved(tr: Transaction): void {
      if (tr.docChanged) for (const one of kept) one.mark = one.mark.map(tr.mapping);
    },
    /** Remembers the selection of `view`; the answer brings it back there. */
    take(view: EditorView): () => void {
      const one = { mark: view.state.selection.getBookmark() };
      kept.push(one);
      if (kept.length > MOST) kept.shift();
      return () => {
        view.dispatch(view.state.tr.setSelection(one.mark.resolve(view.state.doc)));
        const at = kept.indexOf(one);
        if (at >= 0) kept.splice(at, 1);
      };
    },
  };
}
