// The visible text of a Word file and its hash: by it a reader can tell that the words are those that were exported.
import { sha256Hex } from '../base/sha256.ts';
import type { Inline, ParagraphBlock, Plan } from './plan.ts';
import { shown } from './shownWords.ts';

/**
 * The text that is hashed: every paragraph of the body in order, those in cells of tables too, then every paragraph of every
 * note in the order of their references. Left out: headers, footers, comments, numbers of notes with the commas between them,
 * of lists and of pages, the list of contents and its heading (Word writes them anew), hidden and deleted words, pictures and
 * charts. A tab and a line break are white space; any stretch of white space (no-break spaces too) is one space, none at the ends; empty paragraphs are left out;
 * paragraphs are joined by one line feed. No other folding, no normalisation: a changed quotation mark is a change.
 */
export function visibleText(body: readonly string[], notes: readonly string[]): string {
  return [...body, ...notes]
    .map((paragraph) => paragraph.split(/\s+/u).filter(Boolean).join(' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}

/** SHA-256, hex, of the UTF-8 bytes of `text` (from `visibleText`). */
export function textHash(text: string): string {
  return sha256Hex(new TextEncoder().encode(text));
}

function words(inlines: readonly Inline[]): string {
  return inlines.map(shown).join('');
}

/** The visible text of the file that `plan` becomes. */
export function visibleTextOf(plan: Pick<Plan, 'blocks' | 'notes'>): string {
  const body: string[] = [];
  const add = (block: ParagraphBlock): void => {
    // The heading of the list of contents goes with the list.
    if (block.style !== 'ContentsHeading') body.push(words(block.inlines));
  };
  for (const block of plan.blocks) {
    if (block.kind === 'paragraph') add(block);
    else if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row.cells) cell.blocks.forEach(add);
  }
  return visibleText(
    body,
    plan.notes.map((note) => words(note.inlines)),
  );
}
