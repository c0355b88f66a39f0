// Paragraph numbers: which paragraphs of a numbered briefing bear one; in the editor as in Word.
import type { Node } from 'prosemirror-model';

/**
 * True for a paragraph that is counted: one of the body that says something (conventions.md 3.1 and 3.3). Not counted are what
 * stands in lists, tables and quotations, captions, and what still asks for words: numbers are for what was written.
 */
export function isCounted(block: Node, parent: Node): boolean {
  return parent.type.name === 'doc' && block.type.name === 'paragraph' && block.content.size > 0;
}

/** True when the paragraphs of `doc` bear numbers: it asks for them, and there are two or more; one alone bears none. */
export function showsNumbers(doc: Node): boolean {
  if (doc.attrs['numbered'] !== true) return false;
  let counted = 0;
  for (let index = 0; index < doc.childCount && counted < 2; index++) if (isCounted(doc.child(index), doc)) counted++;
  return counted >= 2;
}
