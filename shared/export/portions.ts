// Portions: what the portion marks of a document print, and which paragraphs and headings have none.
import type { Cleaner } from './text.ts';

/** A quotation is a paragraph, the title a heading. */
export type PortionBearer = 'paragraph' | 'heading';

export interface Portions {
  /** Called once for each paragraph and heading with words that may bear a mark; what stands before its words. */
  portion(mark: unknown, what: PortionBearer): string;
  /** Tells what has no mark, once all were seen. */
  conclude(): void;
}

const AMOUNTS: Readonly<Record<PortionBearer, (count: number) => string>> = {
  paragraph: (count) => (count === 1 ? 'One paragraph has' : `${count} paragraphs have`),
  heading: (count) => (count === 1 ? 'One heading has' : `${count} headings have`),
};

export function createPortions(print: boolean, text: Cleaner, tell: (code: string, text: string) => void): Portions {
  const without: Record<PortionBearer, number> = { paragraph: 0, heading: 0 };
  let markedHeadings = 0;
  return {
    portion(mark, what) {
      const words = typeof mark === 'string' ? text.line(mark) : '';
      if (words === '') {
        without[what]++;
        return '';
      }
      if (what === 'heading') markedHeadings++;
      return print ? `(${words}) ` : '';
    },
    conclude() {
      if (!print) return;
      for (const what of ['paragraph', 'heading'] as const) {
        // American rules have headings marked as well, others paragraphs alone: the document says which it follows.
        if (without[what] === 0 || (what === 'heading' && markedHeadings === 0)) continue;
        tell('portion-missing', `${AMOUNTS[what](without[what])} no portion mark.`);
      }
    },
  };
}
