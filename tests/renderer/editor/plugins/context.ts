// Another context in the place of the old one, as setContext of the editor puts it.
import type { EditorState } from 'prosemirror-state';
import type { EditorContext } from '../../../../renderer/editor/editor.ts';
import { withContext } from '../../../../renderer/editor/plugins/context.ts';

export function setContext(state: EditorState, context: EditorContext): EditorState {
  return state.apply(withContext(state.tr, context));
}
