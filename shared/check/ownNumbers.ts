// ownNumbers: the numbers in our own text that no mark ties to a source or declares as the analyst's own.
import type { Node } from 'prosemirror-model';
import { isSmallTalk } from '../briefing/keyFigures.ts';
import { schema } from '../briefing/schema.ts';
import { readFigures, type ReadFigure } from './readFigures.ts';

export interface OwnNumber {
  /** Offsets in the textblock's content. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SOURCED = [schema.marks.figure, schema.marks.own, schema.marks.quoted, schema.marks.link];

/** Words after which a number is a place or a name, not a quantity (decisions.md: locators, numbering). */
const NUMBERING =
  /(?:^|[^\p{L}])(?:option|section|paragraphs?|paras?|pages?|pp?\.|annex|appendix|chapter|article|figure|fig\.|table|item|step|phase|part|nos?\.?|number|clause|resolution|tier|group|round|version|note|question|recommendation|schedule|volume|line|row|column|file|case|ref\.?)\s?$|[¶§#№]\s?$/iu;
const LONGEST_NUMBERING = 18;
/** "1." or "(2)" or "3)" at the start of a block. */
const LEADING = /^\s*\(?\d{1,3}(?:\.\d{1,3})*[.)]\s/u;

/** A year that stands alone ("1830: ..."), which the reader takes for a number when no word tells it that it is none. */
function isYear(figure: ReadFigure): boolean {
  return figure.unit === null && /^(?:1\d|20)\d\d$/u.test(figure.text);
}

/** The text of `block` with one character for every position: leaves are U+FFFC. */
export function positionedText(block: Node): string {
  return block.textBetween(0, block.content.size, undefined, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '￼'));
}

/**
 * The numbers of one textblock that have no source, in order. Not counted: what carries the mark of a figure, an inline
 * quotation, a link or the analyst's own; numbering and locators; words of `quotedTitles` (titles of the articles) when the
 * block repeats one; dates and years, which the reader of figures leaves out. `shown`: the figures of the block, when they
 * are read already.
 */
export function ownNumbers(
  block: Node,
  quotedTitles: readonly string[],
  shown: readonly ReadFigure[] = readFigures(positionedText(block)),
): OwnNumber[] {
  const text = positionedText(block);
  const covered: { readonly start: number; readonly end: number }[] = [];
  block.forEach((child, offset) => {
    if (child.marks.some((mark) => SOURCED.includes(mark.type))) {
      covered.push({ start: offset, end: offset + child.nodeSize });
    }
  });
  for (const title of quotedTitles) {
    const at = title === '' ? -1 : text.indexOf(title);
    if (at >= 0) covered.push({ start: at, end: at + title.length });
  }
  const leading = LEADING.exec(text)?.[0].length ?? 0;
  return shown
    .filter((figure) => {
      if (covered.some((range) => range.start < figure.end && figure.start < range.end)) return false;
      const before = text.slice(Math.max(0, figure.start - LONGEST_NUMBERING), figure.start);
      if (NUMBERING.test(before)) return false;
      if (figure.start < leading) return false;
      return !isSmallTalk(figure) && !isYear(figure);
    })
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
