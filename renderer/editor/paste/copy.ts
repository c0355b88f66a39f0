// What leaves on the clipboard: clean HTML that Word and mail read, and plain text with its lists, tables and captions.
import { DOMSerializer, Fragment, Slice, type Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { byTarget, captionsOf, LOST_REFERENCE, shownCaption, type Caption } from '../../../shared/briefing/captions.ts';
import { readChart } from '../../../shared/briefing/chart.ts';
import { chartAlt } from '../../../shared/briefing/chartText.ts';
import { schema } from '../../../shared/briefing/schema.ts';
import { textAttr } from '../attributes.ts';

const { nodes } = schema;

/** Names the copy, so that the text it comes from knows it again: only there its declarations hold. */
export const OWN = 'data-chancery';

/** What references and captions show in the document of the copy. */
export interface Shown {
  reference(node: Node): string;
  /** "Table 2: ", or empty for a caption that is not (any more) in the document. */
  caption(node: Node): string;
}

/** Reads the captions of a state once. */
export function shownIn(state: EditorState): Shown {
  const captions = captionsOf(state.doc);
  const targets = byTarget(captions);
  const byNode = new Map<Node, Caption>(captions.map((caption) => [caption.node, caption]));
  return {
    reference(node) {
      const caption = targets.get(textAttr(node.attrs, 'target') ?? '');
      return caption ? shownCaption(caption) : LOST_REFERENCE;
    },
    caption(node) {
      const caption = byNode.get(node) ?? targets.get(textAttr(node.attrs, 'target') ?? '');
      return caption ? `${shownCaption(caption)}: ` : '';
    },
  };
}

/**
 * Writes what is copied. References get their words, which other programs would not find; ours reads their target. `mark`
 * makes the name of the copy; asked once for each.
 */
export class CopySerializer extends DOMSerializer {
  constructor(shown: () => Shown, mark: () => string) {
    const own = DOMSerializer.fromSchema(schema);
    super(
      {
        ...own.nodes,
        reference: (node) => [
          'a',
          { class: 'reference', 'data-target': textAttr(node.attrs, 'target') ?? '' },
          shown().reference(node),
        ],
      },
      own.marks,
    );
    this.mark = mark;
  }

  private readonly mark: () => string;

  override serializeFragment(
    fragment: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const out = super.serializeFragment(fragment, options, target);
    // Without a target it is the whole copy.
    if (!target) out.firstElementChild?.setAttribute(OWN, this.mark());
    return out;
  }
}

function inlineText(block: Node, shown: Shown): string {
  let text = '';
  block.forEach((child) => {
    if (child.isText) text += child.text ?? '';
    else if (child.type === nodes.hardBreak) text += '\n';
    else if (child.type === nodes.reference) text += shown.reference(child);
  });
  return text;
}

function tableText(table: Node, shown: Shown): string {
  const rows: string[] = [];
  table.forEach((row) => {
    const cells: string[] = [];
    row.forEach((cell) => {
      const lines: string[] = [];
      cell.forEach((paragraph) => void lines.push(inlineText(paragraph, shown).replaceAll('\n', ' ')));
      cells.push(lines.join(' '));
    });
    rows.push(cells.join('\t'));
  });
  return rows.join('\n');
}

function listLines(list: Node, shown: Shown, indent: string): string[] {
  const start = Number(list.attrs['order'] ?? 1);
  const lines: string[] = [];
  list.forEach((item, _offset, index) => {
    const marker = list.type === nodes.orderedList ? `${start + index}. ` : '• ';
    const inner = `${indent}${' '.repeat(marker.length)}`;
    item.forEach((block, _at, place) => {
      if (place === 0) lines.push(`${indent}${marker}${inlineText(block, shown).replaceAll('\n', `\n${inner}`)}`);
      else if (block.type === nodes.bulletList || block.type === nodes.orderedList) {
        lines.push(...listLines(block, shown, `${indent}   `));
      } else lines.push(`${inner}${blockText(block, shown).replaceAll('\n', `\n${inner}`)}`);
    });
  });
  return lines;
}

function blockText(block: Node, shown: Shown): string {
  switch (block.type) {
    case nodes.caption:
      return `${shown.caption(block)}${inlineText(block, shown)}`;
    case nodes.bulletList:
    case nodes.orderedList:
      return listLines(block, shown, '').join('\n');
    case nodes.table:
      return tableText(block, shown);
    case nodes.image:
      return textAttr(block.attrs, 'alt') ?? '';
    case nodes.chart: {
      const data = readChart(block.attrs['data']);
      return data ? chartAlt(data) : '';
    }
    default:
      return block.isTextblock ? inlineText(block, shown) : plainTextOf(block.content, shown);
  }
}

/** Blocks with a blank line between them; list items and table rows in lines of their own, cells parted by tabs. */
export function plainTextOf(content: Fragment, shown: Shown): string {
  const texts: string[] = [];
  content.forEach((block) => {
    if (block.isInline) return;
    const text = blockText(block, shown);
    if (text !== '') texts.push(text);
  });
  return texts.join('\n\n');
}

/** A list of which one item is copied is a paragraph to a reader of plain text; so is a row of one cell. */
export function copiedText(slice: Slice, shown: Shown): string {
  let { content } = slice;
  let open = Math.min(slice.openStart, slice.openEnd);
  while (open > 1 && content.childCount === 1 && content.firstChild) {
    content = content.firstChild.content;
    open--;
  }
  if (content.firstChild?.isInline) return inlineText(nodes.paragraph.create(null, content), shown);
  return plainTextOf(content, shown);
}
