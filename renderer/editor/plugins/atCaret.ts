// The caret plugin: the warning or the traced words in which the caret stands are shown as chosen, like their card.
import { Plugin, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { checkAtCaret, factAtCaret } from '../textCommands.ts';
import { checkAnchors } from '../commands/visit.ts';
import { factAnchors } from './facts.ts';
import type { Anchor } from '../editor.ts';

function drawn(state: EditorState, anchor: Anchor): Decoration | null {
  if (anchor.to <= anchor.from) return null;
  const node = state.doc.nodeAt(anchor.from);
  const whole = node && !node.isInline && anchor.from + node.nodeSize === anchor.to;
  const attributes = { class: `at-caret is-${anchor.kind}` };
  return whole
    ? Decoration.node(anchor.from, anchor.to, attributes)
    : Decoration.inline(anchor.from, anchor.to, attributes);
}

/** The anchor of the id at the caret; a fact used twice is chosen where the caret is. */
function chosen(state: EditorState, id: string | null, anchors: readonly Anchor[]): Anchor | undefined {
  const { from, to } = state.selection;
  return anchors.find((anchor) => anchor.id === id && anchor.from <= to && anchor.to >= from);
}

export function atCaretPlugin(): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const anchors = [
          chosen(state, factAtCaret(state), factAnchors(state)),
          chosen(state, checkAtCaret(state), checkAnchors(state)),
        ];
        const all = anchors.flatMap((anchor) => (anchor ? (drawn(state, anchor) ?? []) : []));
        return all.length > 0 ? DecorationSet.create(state.doc, all) : null;
      },
    },
  });
}
