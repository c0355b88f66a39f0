// standing: the pieces of a copy as blocks that can stand alone; a slice of a document may begin and end within anything.
import { Fragment, type Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';

const { nodes } = schema;

function childrenOf(content: Fragment): Node[] {
  const children: Node[] = [];
  content.forEach((child) => void children.push(child));
  return children;
}

/** `node` with what its type demands and the cut took away: the attribution of a quotation, the first line of an item. */
function filled(node: Node): Node {
  if (node.isInline || node.isTextblock || node.isLeaf) return node;
  const content = Fragment.fromArray(childrenOf(node.content).map(filled));
  return node.type.createAndFill(node.attrs, content, node.marks) ?? node.type.create(node.attrs, content, node.marks);
}

function inParagraph(content: Fragment): Node[] {
  return content.size > 0 ? [nodes.paragraph.create(null, content)] : [];
}

/** The blocks of `content`, each whole. Lines of the title block are paragraphs, items stand in a list, rows in a table. */
export function standing(content: Fragment): Node[] {
  const blocks: Node[] = [];
  /** Into the list or table that was just made of its like. */
  const put = (part: Node, wrap: (parts: readonly Node[]) => Node): void => {
    const made = wrap([filled(part)]);
    const last = blocks.at(-1);
    if (last && wrapped.has(last) && last.type === made.type) {
      blocks[blocks.length - 1] = last.copy(last.content.append(made.content));
    } else blocks.push(made);
    const now = blocks.at(-1);
    if (now) wrapped.add(now);
  };
  const wrapped = new WeakSet<Node>();
  for (const node of childrenOf(content)) {
    switch (node.type) {
      case nodes.titleBlock:
        blocks.push(...standing(node.content));
        break;
      case nodes.title:
      case nodes.detail:
      case nodes.quotationText:
      case nodes.attribution:
        blocks.push(...inParagraph(node.content));
        break;
      case nodes.listItem:
        put(node, (items) => nodes.bulletList.create(null, [...items]));
        break;
      case nodes.tableRow:
        put(node, (rows) => nodes.table.create(null, [...rows]));
        break;
      case nodes.tableCell:
      case nodes.tableHeader:
        put(node, (cells) => nodes.table.create(null, nodes.tableRow.create(null, [...cells])));
        break;
      default:
        blocks.push(...(node.isInline ? inParagraph(Fragment.from(node)) : [filled(node)]));
    }
  }
  return blocks;
}
