// estimatePages: on which page each block of a Plan will stand, reckoned from the words, the widths of the letters and the styles.
import { Measure, type Piece } from './pages/blocks.ts';
import { PageFlow } from './pages/flow.ts';
import type { Plan } from './plan.ts';
import { textHeight } from './styles.ts';

export interface PageEstimate {
  /** At least 1. */
  readonly pages: number;
  /** How much of the last page holds text: from 0 to 1. */
  readonly filled: number;
  /** By block of the plan, the page on which its first line stands; from 1. */
  readonly pageOf: readonly number[];
}

/**
 * The pages of `plan` as LibreOffice would lay them out with the fonts of the same widths: within one page of it up to
 * some twenty pages (tests/export/pages.test.ts), in linear time. Contents entries count with one line each, whatever
 * page they name, so that the estimate can be made before they are filled.
 */
export function estimatePages(plan: Pick<Plan, 'page' | 'blocks' | 'lists' | 'notes' | 'noteKind'>): PageEstimate {
  const measure = new Measure(plan);
  const pieces = measure.pieces();
  const notes = measure.notes();
  const flow = new PageFlow(textHeight(plan.page), plan.noteKind === 'footnotes' ? notes : null);
  const pageOf = new Array<number>(plan.blocks.length).fill(0);
  for (let from = 0; from < pieces.length;) {
    const to = chainEnd(pieces, from);
    flow.place(pieces, from, to, pageOf);
    from = to;
  }
  if (plan.noteKind === 'endnotes') flow.endnotes(notes);
  const pages = flow.finish();
  // A block without a piece (an empty list of contents) stands where the one before it does.
  let page = 1;
  for (let at = 0; at < pageOf.length; at++) {
    page = pageOf[at] === 0 ? page : (pageOf[at] ?? page);
    pageOf[at] = page;
  }
  return { pages, filled: flow.filled, pageOf };
}

/** The end of the pieces from `from` that want to stay on one page, each with the next. */
function chainEnd(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (at < pieces.length - 1 && pieces[at]?.keepNext && !pieces[at + 1]?.pageBreakBefore) at++;
  return at + 1;
}
