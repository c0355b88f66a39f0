// The paragraph marks plugin: which paragraphs the page numbers, as Word will, and the portion mark before their words.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, type DecorationSet } from 'prosemirror-view';
import { isCounted, showsNumbers } from '../../../shared/briefing/paragraphNumbers.ts';
import { textAttr } from '../attributes.ts';
import { drawAll, redraw, type Draw } from './blocks.ts';

const marksKey = new PluginKey<Marks>('paragraphMarks');

interface Marks {
  readonly numbered: boolean;
  readonly decorations: DecorationSet;
}

/** Not part of the text: neither selected nor copied, and the caret stands behind it. */
function portionWidget(at: number, mark: string): Decoration {
  const draw = (): HTMLElement => {
    const dom = document.createElement('span');
    dom.className = 'portion';
    dom.textContent = `(${mark}) `;
    return dom;
  };
  return Decoration.widget(at, draw, { side: -1, key: `portion ${mark}`, ignoreSelection: true, portion: mark });
}

function drawWith(doc: Node, numbered: boolean): Draw {
  return (block, pos) => {
    const drawn: Decoration[] = [];
    // The numbers themselves are the page's: a counter of the style sheet.
    if (numbered && isCounted(block, doc)) {
      drawn.push(Decoration.node(pos, pos + block.nodeSize, { class: 'counted' }, { counted: true }));
    }
    const visit = (node: Node, at: number): boolean => {
      const mark = textAttr(node.attrs, 'portion');
      if (mark !== null && mark !== '') {
        // The mark of a quotation stands at the start of its first paragraph.
        drawn.push(portionWidget(node.isTextblock ? at + 1 : at + 2, mark));
      }
      return !node.isTextblock;
    };
    if (visit(block, pos)) block.descendants((node, offset) => visit(node, pos + 1 + offset));
    return drawn;
  };
}

export function paragraphMarksPlugin(): Plugin<Marks> {
  return new Plugin<Marks>({
    key: marksKey,
    state: {
      init: (_config, { doc }) => {
        const numbered = showsNumbers(doc);
        return { numbered, decorations: drawAll(doc, drawWith(doc, numbered)) };
      },
      apply(tr, old) {
        if (!tr.docChanged) return old;
        const numbered = showsNumbers(tr.doc);
        const draw = drawWith(tr.doc, numbered);
        const same = numbered === old.numbered;
        return { numbered, decorations: same ? redraw(old.decorations, tr, draw) : drawAll(tr.doc, draw) };
      },
    },
    props: {
      decorations: (state) => marksKey.getState(state)?.decorations,
      attributes: (state): Record<string, string> => (marksKey.getState(state)?.numbered ? { class: 'numbered' } : {}),
    },
  });
}

/** The decorations of a state, for tests of what is shown. */
export function paragraphMarks(state: EditorState): DecorationSet | undefined {
  return marksKey.getState(state)?.decorations;
}
