// The prompts plugin: what an empty paragraph asks of the analyst, shown in its place; never part of the text.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';
import { drawAll, redraw } from './blocks.ts';

const promptsKey = new PluginKey<DecorationSet>('prompts');

/** What an empty field asks; null for a place that asks nothing. */
export function promptOf(node: Node): string | null {
  if (!node.isTextblock || node.content.size > 0) return null;
  switch (node.type) {
    case schema.nodes.paragraph:
      return textAttr(node.attrs, 'prompt');
    case schema.nodes.title:
      return 'Title of the briefing';
    case schema.nodes.attribution:
      return 'Who said it, and in what role';
    case schema.nodes.detail:
      return DETAIL_PROMPTS[textAttr(node.attrs, 'name') ?? ''] ?? null;
    default:
      return null;
  }
}

const DETAIL_PROMPTS: Readonly<Record<string, string>> = {
  to: 'Who reads it',
  from: 'Who sends it',
  date: 'Day of the briefing',
  reference: 'File number, if there is one',
};

function draw(block: Node, pos: number): Decoration[] {
  const drawn: Decoration[] = [];
  const visit = (node: Node, at: number): boolean => {
    const prompt = promptOf(node);
    if (prompt !== null) {
      drawn.push(Decoration.node(at, at + node.nodeSize, { class: 'prompt', 'data-placeholder': prompt }));
    }
    return !node.isTextblock;
  };
  if (visit(block, pos)) block.descendants((node, offset) => visit(node, pos + 1 + offset));
  return drawn;
}

export function promptsPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: promptsKey,
    state: {
      init: (_config, state) => drawAll(state.doc, draw),
      apply: (tr, set) => redraw(set, tr, draw),
    },
    props: { decorations: (state) => promptsKey.getState(state) },
  });
}
