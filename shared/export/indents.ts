// Indents: where the words of lists, quotations and numbered paragraphs begin, so that all of them stand on few edges.
import type { ParagraphBlock, PlannedList } from './plan.ts';
import { LIST_STEP, PARAGRAPH_NUMBER_STEP } from './styles.ts';

/** Twips from the margin; `hanging`: how far before the words their number or bullet stands. */
export interface Indent {
  readonly left: number;
  readonly hanging: number;
}

/** Of an item at `level` of such a list. */
export function itemIndent({ kind, inset }: Pick<PlannedList, 'kind' | 'inset'>, level: number): Indent {
  // The numbers of the sources stand under those of the paragraphs, and their words under the words.
  const step = kind === 'paragraphs' || (kind === 'sources' && inset) ? PARAGRAPH_NUMBER_STEP : LIST_STEP;
  const edge = inset && kind !== 'sources' ? PARAGRAPH_NUMBER_STEP : 0;
  return { left: edge + step * (level + 1), hanging: step };
}

/** Where the words of `block`, which bears no number, begin; `own` is the indent of its style. */
export function blockIndent({ under, inset }: Pick<ParagraphBlock, 'under' | 'inset'>, own: number): number {
  return (inset ? PARAGRAPH_NUMBER_STEP : 0) + (under === undefined ? own : LIST_STEP * (under + 1));
}
