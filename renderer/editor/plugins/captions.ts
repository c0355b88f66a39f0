// The captions plugin: label and number before a caption's words, and what each reference shows; a click on one goes to its caption.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import { byTarget, captionsOf, LOST_REFERENCE, shownCaption, type Caption } from '../../../shared/briefing/captions.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';
import { drawAll, redraw, type Draw } from './blocks.ts';

const captionsKey = new PluginKey<Captions>('captions');

interface Captions {
  /** Labels, numbers and targets in order: while they stay, no reference shows anything else. */
  readonly signature: string;
  readonly decorations: DecorationSet;
}

function signatureOf(captions: readonly Caption[]): string {
  return JSON.stringify(captions.map((caption) => [caption.label, caption.target]));
}

function drawWith(captions: readonly Caption[]): Draw {
  const byPos = new Map(captions.map((caption) => [caption.pos, caption]));
  const targets = byTarget(captions);
  const drawReference = (node: Node, at: number): Decoration => {
    const caption = targets.get(textAttr(node.attrs, 'target') ?? '');
    const shown = caption ? shownCaption(caption) : LOST_REFERENCE;
    return Decoration.node(at, at + node.nodeSize, {
      'data-shown': shown,
      role: 'link',
      'aria-label': shown,
      ...(caption ? {} : { class: 'is-lost' }),
    });
  };
  return (block, pos) => {
    const drawn: Decoration[] = [];
    const visit = (node: Node, at: number): boolean => {
      if (node.type === schema.nodes.reference) drawn.push(drawReference(node, at));
      const caption = node.type === schema.nodes.caption ? byPos.get(at) : undefined;
      if (caption) {
        const between = node.content.size === 0 ? '' : ': ';
        drawn.push(Decoration.node(at, at + node.nodeSize, { 'data-shown': `${shownCaption(caption)}${between}` }));
      }
      return !node.isAtom;
    };
    if (visit(block, pos)) block.descendants((node, offset) => visit(node, pos + 1 + offset));
    return drawn;
  };
}

export function captionsPlugin(): Plugin<Captions> {
  return new Plugin<Captions>({
    key: captionsKey,
    state: {
      init: (_config, state) => {
        const captions = captionsOf(state.doc);
        return { signature: signatureOf(captions), decorations: drawAll(state.doc, drawWith(captions)) };
      },
      apply(tr, old) {
        if (!tr.docChanged) return old;
        const captions = captionsOf(tr.doc);
        const signature = signatureOf(captions);
        const draw = drawWith(captions);
        const same = signature === old.signature;
        return { signature, decorations: same ? redraw(old.decorations, tr, draw) : drawAll(tr.doc, draw) };
      },
    },
    props: {
      decorations: (state) => captionsKey.getState(state)?.decorations,
      handleClickOn(view, _pos, node, _nodePos, event) {
        const plain = event.button === 0 && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
        if (!plain || node.type !== schema.nodes.reference) return false;
        const caption = byTarget(captionsOf(view.state.doc)).get(textAttr(node.attrs, 'target') ?? '');
        if (!caption) return false;
        view.dispatch(
          view.state.tr.setSelection(TextSelection.create(view.state.doc, caption.pos + 1)).scrollIntoView(),
        );
        return true;
      },
    },
  });
}

/** The decorations of a state, for tests of what is shown. */
export function captionDecorations(state: Parameters<typeof captionsKey.getState>[0]): DecorationSet | undefined {
  return captionsKey.getState(state)?.decorations;
}
