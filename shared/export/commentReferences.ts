// commentReferences: where the reference of a comment stands, so that LibreOffice keeps the footnotes in their order.
import type { Block, Inline, ParagraphBlock, TableBlock } from './plan.ts';

/**
 * LibreOffice 7.4 gives every footnote the words of another when a comment's reference stands between the first and the
 * second footnote of a document (tried: a comment there, anywhere and of any kind; none elsewhere). The range of a comment
 * is what readers see and stays as it is; the reference, a mark of its own in Word, waits until the second footnote.
 */
export function settleReferences(blocks: readonly Block[], notes: number): readonly Block[] {
  if (notes < 2) return blocks;
  const waiting: Inline[] = [];
  let seen = 0;

  const settle = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline) => {
      if (inline.kind === 'commentReference' && seen === 1) {
        waiting.push(inline);
        return [];
      }
      if (inline.kind !== 'note') return [inline];
      seen++;
      return seen === 2 ? [inline, ...waiting] : [inline];
    });
  const paragraph = (block: ParagraphBlock): ParagraphBlock => ({ ...block, inlines: settle(block.inlines) });
  const table = (block: TableBlock): TableBlock => ({
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(paragraph) })),
    })),
  });
  return blocks.map((block) =>
    block.kind === 'paragraph' ? paragraph(block) : block.kind === 'table' ? table(block) : block,
  );
}
