// The facts plugin: how traced words, block quotations and citations look, by what is known of their facts.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import { chartFacts } from '../../../shared/briefing/queries.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';
import { citationText } from '../../../shared/briefing/citation.ts';
import type { Anchor } from '../editor.ts';
import { anchorSpec, anchorsOf, drawAll, tiesOf, redraw, type Draw } from './blocks.ts';
import { cardsMoved, type CardOf } from './cards.ts';
import { known, newContext, type Known } from './context.ts';

interface Facts {
  readonly decorations: DecorationSet;
  readonly known: Known;
}

const factsKey = new PluginKey<Facts>('facts');

type Attributes = Record<string, string>;

function factAttributes(id: string, of: Known, cardOf: CardOf): Attributes {
  const fact = of.facts.get(id);
  const card = cardOf('fact', id);
  return {
    class: `traced ${fact ? `is-${fact.status}` : 'is-unknown'}`,
    'data-fact': id,
    ...(card === null ? {} : { 'aria-details': card }),
  };
}

/** The language of a fact's article, where it is another than the briefing's. */
function langOf(id: string, of: Known): Attributes {
  const fact = of.facts.get(id);
  const language = fact ? of.articles.get(fact.articleId)?.language : undefined;
  return language ? { lang: language, dir: 'auto' } : {};
}

/** `next`: directly behind another citation. */
function citationAttributes(node: Node, of: Known, next: boolean): Attributes {
  const article = of.articles.get(textAttr(node.attrs, 'articleId') ?? '');
  const words = article
    ? citationText(article, textAttr(node.attrs, 'locator'), false)
    : 'The source of this citation is not in the briefing.';
  return {
    class: `citation${article ? '' : ' is-lost'}${next ? ' is-next' : ''}`,
    // Not doc-noteref: that role is for an anchor with an address.
    role: 'link',
    'aria-label': `Footnote: ${words}`,
  };
}

function drawWith(of: Known, cardOf: CardOf): Draw {
  return (block, pos) => {
    const drawn: Decoration[] = [];
    for (const name of ['figure', 'quoted'] as const) {
      for (const { id, from, to } of tiesOf(block, pos, name)) {
        const attributes = factAttributes(id, of, cardOf);
        const lang = name === 'quoted' ? langOf(id, of) : {};
        drawn.push(Decoration.inline(from, to, { ...attributes, ...lang }, anchorSpec('fact', id)));
      }
    }
    const visit = (node: Node, at: number, parent: Node | null, index: number): boolean => {
      if (node.type === schema.nodes.quotation) {
        const id = textAttr(node.attrs, 'factId');
        if (id !== null) {
          const attributes = { ...factAttributes(id, of, cardOf), ...langOf(id, of) };
          drawn.push(Decoration.node(at, at + node.nodeSize, attributes, anchorSpec('fact', id)));
        }
      } else if (node.type === schema.nodes.chart) {
        for (const id of chartFacts(node))
          drawn.push(Decoration.node(at, at + node.nodeSize, {}, anchorSpec('fact', id)));
      } else if (node.type === schema.nodes.citation) {
        const spec = { cites: textAttr(node.attrs, 'factId') };
        const next = index > 0 && parent?.child(index - 1).type === schema.nodes.citation;
        drawn.push(Decoration.node(at, at + node.nodeSize, citationAttributes(node, of, next), spec));
      }
      return !node.isAtom;
    };
    visit(block, pos, null, 0);
    block.descendants((node, offset, parent, index) => visit(node, pos + 1 + offset, parent, index));
    return drawn;
  };
}

export function factsPlugin(cardOf: CardOf): Plugin<Facts> {
  return new Plugin<Facts>({
    key: factsKey,
    state: {
      init: (_config, state) => {
        const of = known(state);
        return { known: of, decorations: drawAll(state.doc, drawWith(of, cardOf)) };
      },
      apply(tr, old) {
        const brought = newContext(tr) ?? (cardsMoved(tr) ? old.known : null);
        if (brought) return { known: brought, decorations: drawAll(tr.doc, drawWith(brought, cardOf)) };
        if (!tr.docChanged) return old;
        return { ...old, decorations: redraw(old.decorations, tr, drawWith(old.known, cardOf)) };
      },
    },
    props: {
      decorations: (state) => factsKey.getState(state)?.decorations,
    },
  });
}

/**
 * Where facts are used, in order. A fact that is only cited (a paraphrase) is used where its citation stands: the rule of
 * usesOf in shared/briefing/queries.ts.
 */
export function factAnchors(state: EditorState): readonly Anchor[] {
  const found = factsKey.getState(state);
  if (!found) throw new RangeError('The state has no facts: make it with createState.');
  return usesIn(found.decorations);
}

const uses = new WeakMap<DecorationSet, readonly Anchor[]>();

/** Asked for many times in one state, so it is kept with the set. */
function usesIn(set: DecorationSet): readonly Anchor[] {
  const kept = uses.get(set);
  if (kept) return kept;
  const anchors = anchorsOf(set);
  const used = new Set(anchors.map((anchor) => anchor.id));
  for (const drawn of set.find()) {
    const cites: unknown = (drawn.spec as Record<string, unknown>)['cites'];
    if (typeof cites === 'string' && !used.has(cites)) {
      anchors.push({ kind: 'fact', id: cites, from: drawn.from, to: drawn.to });
    }
  }
  anchors.sort((a, b) => a.from - b.from);
  uses.set(set, anchors);
  return anchors;
}
