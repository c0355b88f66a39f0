// settle: foreign content as blocks of a briefing; everything that had words keeps them, in their order.
import type { Node } from 'prosemirror-model';
import { schema } from '../../../shared/briefing/schema.ts';
import { foreign, type WordItem } from './foreign.ts';
import { buildLists, DEEPEST, type ListPart } from './lists.ts';
import { readMarker } from './markers.ts';
import type { PasteReport } from './report.ts';
import { tableOf, type PastedCell } from './tables.ts';
import { piecesOf, type TakePicture } from './words.ts';

const { nodes, marks } = schema;

type Part = ListPart | Node;

function isPart(part: Part): part is ListPart {
  return 'part' in part;
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => void children.push(child));
  return children;
}

function bold(content: readonly Node[]): Node[] {
  return content.map((node) => node.mark(marks.strong.create().addToSet(node.marks)));
}

/** Headings are bold by themselves. */
function withoutBold(content: readonly Node[]): readonly Node[] {
  const all = content.every((node) => !node.isText || marks.strong.isInSet(node.marks));
  return all ? content.map((node) => node.mark(marks.strong.removeFromSet(node.marks))) : content;
}

/** A caption that has its number already stays a paragraph: ours would be counted a second time. */
const NUMBERED = /^(?:table|figure|fig\.?|chart)[\s\u00a0]*\d/iu;

/** One paste's way from foreign nodes to ours. */
class Settling {
  constructor(
    private readonly take: TakePicture,
    private readonly report: PasteReport,
  ) {}

  /** `level`: how deep a list among `children` stands. */
  private parts(children: readonly Node[], level: number): Part[] {
    return children.flatMap((child, index) => this.part(child, level, children[index + 1]));
  }

  private paragraphs(block: Node): Node[] {
    return piecesOf(block, this.take, this.report).map((piece) =>
      'type' in piece ? piece : nodes.paragraph.create(null, piece),
    );
  }

  private part(node: Node, level: number, next: Node | undefined): Part[] {
    switch (node.type) {
      case foreign.nodes.paragraph:
      case foreign.nodes.source: {
        const item = node.attrs['list'] as WordItem | null | undefined;
        return item ? this.wordItem(node, item, next) : this.paragraphs(node);
      }
      case foreign.nodes.heading:
        return piecesOf(node, this.take, this.report).map((piece) =>
          'type' in piece ? piece : nodes.heading.create({ level: Number(node.attrs['level']) }, withoutBold(piece)),
        );
      case foreign.nodes.quote:
        return this.quote(node);
      case foreign.nodes.list:
        return this.list(node, level);
      case foreign.nodes.table:
        return this.table(node);
      case foreign.nodes.caption:
        return this.paragraphs(node);
      case foreign.nodes.pageBreak:
        return [nodes.pageBreak.create()];
      default:
        return this.parts(childrenOf(node), level);
    }
  }

  /** Pictures and paragraphs of an item; what follows its first paragraph goes on in it. */
  private item(blocks: readonly Part[], base: Omit<ListPart, 'part' | 'paragraphs'>): Part[] {
    const out: Part[] = [];
    let part: 'item' | 'more' = 'item';
    for (const block of blocks) {
      if (isPart(block)) {
        // A number without words before a nested list would be missed; a bullet would not.
        if (part === 'item' && base.ordered) out.push({ ...base, part, paragraphs: [nodes.paragraph.create()] });
        out.push(block);
        part = 'more';
        continue;
      }
      const paragraph =
        block.type === nodes.paragraph
          ? block
          : block.type === nodes.heading
            ? nodes.paragraph.create(null, bold(childrenOf(block)))
            : null;
      if (paragraph) out.push({ ...base, part, paragraphs: [paragraph] });
      else out.push(block);
      if (paragraph) part = 'more';
    }
    if (part === 'item' && base.ordered && out.length === 0) {
      out.push({ ...base, part, paragraphs: [nodes.paragraph.create()] });
    }
    return out;
  }

  private wordItem(node: Node, item: WordItem, next: Node | undefined): Part[] {
    const after = next?.attrs['list'] as WordItem | null | undefined;
    const marker = readMarker(item.marker, after?.level === item.level ? after.marker : '');
    if (marker.lettered && item.level === 1) this.report.letteredLists++;
    const { ordered, value } = marker;
    return this.item(this.paragraphs(node), {
      level: item.level,
      ordered,
      value: ordered ? value : null,
      key: item.key,
    });
  }

  private list(node: Node, level: number): Part[] {
    const ordered = node.attrs['ordered'] === true;
    const start = Number(node.attrs['start']);
    if (level === 1 && node.attrs['lettered'] === true) this.report.letteredLists++;
    let first = true;
    return childrenOf(node).flatMap((child) => {
      // A list right in a list belongs under the item before it.
      if (child.type === foreign.nodes.list) return this.list(child, level + 1);
      const said: unknown = child.attrs['level'];
      const at = typeof said === 'number' ? said : level;
      // Word on the web makes a list of every item; those of one kind and level belong together.
      const key: unknown = typeof said === 'number' ? `web ${ordered}` : node;
      const value = ordered && first ? start : null;
      first = false;
      return this.item(this.parts(childrenOf(child), at + 1), { level: at, ordered, value, key });
    });
  }

  /** Blocks as paragraphs alone, and what cannot be one (tables, pictures) as it is. */
  private flat(children: readonly Node[]): Node[] {
    return buildLists(this.parts(children, 1)).blocks.flatMap((block) =>
      block.type === nodes.table ? [block] : flatten(block),
    );
  }

  private quote(node: Node): Part[] {
    const out: Node[] = [];
    let words: Node[] = [];
    let source: Node | null = null;
    const end = (): void => {
      if (words.length === 0 && !source) return;
      const texts = (words.length > 0 ? words : [nodes.paragraph.create()]).map((paragraph) =>
        nodes.quotationText.create(null, paragraph.content),
      );
      const attribution = nodes.attribution.create(null, source ? childrenOf(source) : []);
      out.push(nodes.quotation.create(null, [...texts, attribution]));
      words = [];
      source = null;
    };
    for (const child of childrenOf(node)) {
      if (child.type === foreign.nodes.source) {
        const [line, ...rest] = this.paragraphs(child);
        if (line?.type === nodes.paragraph) {
          source = line;
          end();
        } else if (line) out.push(line);
        for (const block of rest) out.push(block);
        continue;
      }
      const blocks =
        child.type === foreign.nodes.quote ? this.quote(child).filter((part) => !isPart(part)) : this.flat([child]);
      for (const block of blocks.flatMap((one) => (isPart(one) ? [] : flattenQuote(one)))) {
        if (block.type === nodes.paragraph) words.push(block);
        else {
          end();
          out.push(block);
        }
      }
    }
    end();
    return out;
  }

  private table(node: Node): Part[] {
    const children = childrenOf(node);
    const cells = children.flatMap((row) => (row.type === foreign.nodes.row ? childrenOf(row) : []));
    const before = children
      .filter((child) => child.type === foreign.nodes.caption)
      .flatMap((child) => this.caption(child));
    if (isLayout(cells)) return [...before, ...this.parts(cells, 1)];
    const pictures: Node[] = [];
    const rows = children
      .filter((child) => child.type === foreign.nodes.row)
      .map((row) => childrenOf(row).map((cell) => this.cell(cell, pictures)));
    const table = tableOf(rows);
    return [...before, ...(table ? [table] : []), ...pictures];
  }

  private caption(node: Node): Node[] {
    return this.paragraphs(node).map((block) =>
      block.type === nodes.paragraph && !NUMBERED.test(block.textContent)
        ? nodes.caption.create({ label: 'Table' }, block.content)
        : block,
    );
  }

  private cell(cell: Node, pictures: Node[]): PastedCell {
    const paragraphs: Node[] = [];
    let align = cell.attrs['align'] as PastedCell['align'];
    cell.forEach((child) => {
      align ??= (child.attrs['align'] as PastedCell['align'] | undefined) ?? null;
    });
    for (const block of this.flat(childrenOf(cell)))
      (block.type === nodes.paragraph ? paragraphs : pictures).push(block);
    return {
      header: cell.attrs['header'] === true,
      colspan: Number(cell.attrs['colspan']),
      rowspan: Number(cell.attrs['rowspan']),
      align,
      paragraphs,
    };
  }

  all(doc: Node): Node[] {
    const { blocks, flattened } = buildLists(this.parts(childrenOf(doc), 1));
    this.report.flattenedItems += flattened;
    return [...blocks];
  }
}

function has(node: Node, names: readonly string[]): boolean {
  let found = false;
  node.descendants((inner) => {
    found ||= names.includes(inner.type.name);
    return !found;
  });
  return found;
}

/** A table that only places things: with a table in it, or one cell that holds more than paragraphs. */
function isLayout(cells: readonly Node[]): boolean {
  if (cells.some((cell) => has(cell, ['table']))) return true;
  const [only] = cells;
  return cells.length === 1 && only !== undefined && has(only, ['list', 'heading', 'quote']);
}

function flattenQuote(block: Node): Node[] {
  if (block.type !== nodes.quotation) return [block];
  return childrenOf(block).flatMap((line) =>
    line.content.size > 0 ? [nodes.paragraph.create(null, line.content)] : [],
  );
}

/**
 * `block` as paragraphs, for a place that holds no other: items with the bullet or number they show, headings in bold, a
 * table's rows with tabs between the cells. A picture, chart or page break stays what it is.
 */
export function flatten(block: Node): Node[] {
  switch (block.type) {
    case nodes.heading:
      return [nodes.paragraph.create(null, bold(childrenOf(block)))];
    case nodes.caption:
      return [nodes.paragraph.create(null, block.content)];
    case nodes.quotation:
      return flattenQuote(block);
    case nodes.bulletList:
    case nodes.orderedList: {
      const start = Number(block.attrs['order'] ?? 1);
      return childrenOf(block).flatMap((item, index) => {
        const marker = block.type === nodes.bulletList ? '• ' : `${start + index}. `;
        return childrenOf(item).flatMap((child, at) => {
          if (at > 0) return flatten(child);
          return [nodes.paragraph.create(null, [schema.text(marker), ...childrenOf(child)])];
        });
      });
    }
    case nodes.table:
      return childrenOf(block).flatMap((row) => {
        const content: Node[] = [];
        row.forEach((cell, _offset, index) => {
          if (index > 0) content.push(schema.text('\t'));
          cell.forEach((paragraph, _at, line) => {
            if (line > 0) content.push(schema.text(' '));
            content.push(...childrenOf(paragraph));
          });
        });
        return row.textContent.trim() === '' ? [] : [nodes.paragraph.create(null, content)];
      });
    default:
      return [block];
  }
}

/**
 * The blocks of `doc`, a document of the foreign schema. Words stay whole and in order; what a briefing cannot hold where it
 * stood (a table in a list, a picture in a cell) stands behind it. `take` decides on each picture; `report` hears what is
 * not as it was.
 */
export function settle(doc: Node, take: TakePicture, report: PasteReport): Node[] {
  return new Settling(take, report).all(doc);
}

export { DEEPEST };
