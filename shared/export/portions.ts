// Portions: what the portion marks of a document print, which paragraphs have none, and whether the banner covers them all.
import { bannerStyle } from '../briefing/banner.ts';
import { markAbove } from '../briefing/portion.ts';
import type { Cleaner } from './text.ts';

export interface Portions {
  /** Called once for each paragraph with words that may bear a mark; what stands before its words. */
  portion(mark: unknown): string;
  /** Tells what is wrong with the marks, once all were seen. */
  conclude(banner: string | null): void;
}

export function createPortions(print: boolean, text: Cleaner, tell: (code: string, text: string) => void): Portions {
  const marks = new Set<string>();
  let without = 0;
  return {
    portion(mark) {
      const words = typeof mark === 'string' ? text.line(mark) : '';
      if (words === '') {
        without++;
        return '';
      }
      marks.add(words);
      return print ? `(${words}) ` : '';
    },
    conclude(banner) {
      if (print && without > 0) {
        tell(
          'portion-missing',
          without === 1 ? 'One paragraph has no portion mark.' : `${without} paragraphs have no portion mark.`,
        );
      }
      const above = markAbove(banner, marks);
      if (above !== null) {
        tell(
          'banner-below-portion',
          `The banner ${bannerStyle(banner)?.text ?? ''} is lower than the portion mark (${above}) of a paragraph. Raise the banner, or mend the mark.`,
        );
      }
    },
  };
}
