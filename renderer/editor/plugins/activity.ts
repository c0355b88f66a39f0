// The activity plugin: counts the changes of the text and its annotations, for the session to know what is saved.
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';

const activityKey = new PluginKey<number>('activity');

export function activityPlugin(): Plugin<number> {
  return new Plugin<number>({
    key: activityKey,
    state: {
      init: () => 0,
      apply: (tr, version) => (tr.docChanged ? version + 1 : version),
    },
  });
}

/** 0 when the text was opened; undo counts up as well. */
export function versionOf(state: EditorState): number {
  return activityKey.getState(state) ?? 0;
}
