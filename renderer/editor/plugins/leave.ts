// The leave plugin: Esc, then Tab takes the focus out of the text; in between any other key or click calls it off.
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';

const leaveKey = new PluginKey<boolean>('leave');

export function leavePlugin(): Plugin<boolean> {
  return new Plugin<boolean>({
    key: leaveKey,
    state: {
      init: () => false,
      apply: (tr, leaving, before) => {
        const ordered: unknown = tr.getMeta(leaveKey);
        if (typeof ordered === 'boolean') return ordered;
        // The browser's selection is read again now and then; only one that moved is the user's doing.
        return leaving && !tr.docChanged && tr.selection.eq(before.selection);
      },
    },
    props: {
      handleKeyDown(view, event) {
        if (event.key === 'Escape') {
          view.dispatch(view.state.tr.setMeta(leaveKey, true));
        } else if (isLeaving(view.state) && !['Tab', 'Shift'].includes(event.key)) {
          view.dispatch(view.state.tr.setMeta(leaveKey, false));
        }
        // Esc goes on to whoever else waits for it: a drawer over the desk.
        return false;
      },
      handleDOMEvents: {
        blur(view) {
          if (isLeaving(view.state)) view.dispatch(view.state.tr.setMeta(leaveKey, false));
          return false;
        },
      },
    },
  });
}

/** True between Esc and Tab. */
export function isLeaving(state: EditorState): boolean {
  return leaveKey.getState(state) === true;
}
