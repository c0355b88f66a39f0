// Settling: what the blocks of a Plan owe to their neighbours: breaks, air, and who stays on the page of whom.
import type { Block, ParagraphBlock, PlannedList, TableBlock } from './plan.ts';
import { shown, shownWords } from './shownWords.ts';

/** A page break is a property of the paragraph it precedes; only where none follows is it a block of its own. */
export function settlePageBreaks(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let pending = false;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      if (pending) settled.push(block);
      pending = true;
      continue;
    }
    if (!pending) settled.push(block);
    else if (block.kind === 'paragraph') settled.push({ ...block, pageBreakBefore: true });
    else settled.push({ kind: 'pageBreak' }, block);
    pending = false;
  }
  if (pending) settled.push({ kind: 'pageBreak' });
  return settled;
}

/** Two tables in a row would become one in Word, and the text after a table needs air. */
export function settleTables(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let after = false;
  for (const block of blocks) {
    if (after && block.kind === 'paragraph') settled.push({ ...block, spaceBefore: true });
    else if (after && block.kind === 'table')
      settled.push({ kind: 'paragraph', style: 'TableGap', inlines: [] }, block);
    else settled.push(block);
    after = block.kind === 'table';
  }
  // A document that ends in a table has no place behind it for the caret.
  if (after) settled.push({ kind: 'paragraph', style: 'TableGap', inlines: [] });
  return settled;
}

/** Word's own limit for the title of a table is far above; more than a line helps no listener. */
const TITLE_LENGTH = 250;

function isObject(block: Block | undefined): block is ParagraphBlock {
  return (
    block?.kind === 'paragraph' && block.inlines.some((inline) => inline.kind === 'picture' || inline.kind === 'chart')
  );
}

/** The line of sources under a chart (chartBlocks.ts), the only text of the body in the style of tables. */
function isSourceLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.style === 'TableText';
}

function captionLabel(caption: ParagraphBlock): string {
  const sequence = caption.inlines.find((inline) => inline.kind === 'sequence');
  return sequence ? shown(sequence) : '';
}

/** The words of a caption without its label; where it has none, the label. */
function captionWords(caption: ParagraphBlock): string {
  const words = shownWords(caption.inlines);
  return (words.startsWith(':') ? words.slice(1).trim() : words) || captionLabel(caption);
}

function titled(table: TableBlock, words: string): TableBlock {
  const letters = Array.from(words);
  if (table.title !== undefined || letters.length === 0) return table;
  return {
    ...table,
    title: letters.length <= TITLE_LENGTH ? words : `${letters.slice(0, TITLE_LENGTH - 1).join('')}…`,
  };
}

/**
 * A caption stays with the table below it, and the picture or chart above with its caption. A table is named by its caption,
 * else by the heading above it.
 */
export function settleCaptions(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  let heading = '';
  for (const [index, block] of blocks.entries()) {
    const before = settled.at(-1);
    if (block.kind === 'table') {
      const caption = before?.kind === 'paragraph' && before.style === 'Caption' && before.keepNext ? before : null;
      settled.push(titled(block, caption ? captionWords(caption) : heading));
      continue;
    }
    if (block.kind === 'paragraph' && block.style === 'Caption') {
      const ofTable = blocks[index + 1]?.kind === 'table';
      const object = isObject(before) || isSourceLine(before);
      if (object && before && !(ofTable && captionLabel(block).startsWith('Table'))) {
        if (before.kind === 'paragraph') settled[settled.length - 1] = { ...before, keepNext: true };
        settled.push(block);
      } else settled.push(ofTable ? { ...block, keepNext: true } : block);
      continue;
    }
    if (block.kind === 'paragraph' && block.style.startsWith('Heading')) heading = shownWords(block.inlines);
    settled.push(block);
  }
  return settled;
}

const LEADS = new Set<string>(['BodyText', 'Reporting', 'ListBullet', 'ListNumber', 'ListContinue']);

/** "The board asks for three things:" does not stand alone at the foot of a page. */
export function settleLeadIns(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const leads =
      block.kind === 'paragraph' && LEADS.has(block.style) && next !== undefined && next.kind !== 'pageBreak';
    return leads && shownWords(block.inlines).endsWith(':') ? { ...block, keepNext: true } : block;
  });
}

/** Text of the body that bears no number of a paragraph; items line up by their lists. */
const UNNUMBERED = new Set<string>(['Prompt', 'Quote', 'Attribution']);

/**
 * Where paragraphs are numbered, numbers and headings stand at the margin, and all text of the body begins on one edge beside
 * them: bullets, quotations and prompts too (conventions.md 3.1). Tables, pictures and charts keep the width of the page.
 */
export function settleNumbers(
  blocks: readonly Block[],
  lists: readonly PlannedList[],
): { readonly blocks: readonly Block[]; readonly lists: readonly PlannedList[] } {
  if (!lists.some(({ kind }) => kind === 'paragraphs')) return { blocks, lists };
  return {
    blocks: blocks.map((block) =>
      block.kind === 'paragraph' && !block.item && (block.under !== undefined || UNNUMBERED.has(block.style))
        ? { ...block, inset: true as const }
        : block,
    ),
    lists: lists.map((list) => (list.kind === 'paragraphs' ? list : { ...list, inset: true as const })),
  };
}
