// Note commas: the raised comma between two references to notes is typography of the export (plan.ts), no word of the text.
import { child, type Element } from '../ooxml/xml.ts';
import type { Style } from './words.ts';

const REFERENCES = new Set(['w:footnoteReference', 'w:endnoteReference']);
/** What a run may hold beside it that no reader sees. */
const UNSEEN = new Set(['w:rPr', 'w:commentReference', 'w:lastRenderedPageBreak']);
/** What may stand beside a run that no reader sees: ends of ranges, and what was deleted. */
const UNSEEN_BESIDE = new Set([
  'w:pPr',
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:del',
  'w:moveFrom',
]);

function isUnseen(one: Element): boolean {
  if (one.name !== 'w:r') return UNSEEN_BESIDE.has(one.name);
  return one.children.every(({ name }) => UNSEEN.has(name));
}

/** A run that is nothing but the reference to a note. */
function isReference(one: Element | undefined): one is Element {
  if (one?.name !== 'w:r') return false;
  let found = false;
  for (const { name } of one.children) {
    if (REFERENCES.has(name)) found = true;
    else if (!UNSEEN.has(name)) return false;
  }
  return found;
}

function isComma(run: Element): boolean {
  let text = '';
  for (const one of run.children) {
    if (one.name === 'w:t') text += one.text;
    else if (!UNSEEN.has(one.name)) return false;
  }
  return text === ',';
}

const styleOf = (run: Element): string | null => child(run, 'w:rPr', 'w:rStyle')?.attrs['w:val'] ?? null;

/**
 * True when `siblings[index]` is a run of nothing but a comma, raised by its style as the numbers are, directly between two
 * references to notes. Had a person typed it there, it would say the same; any other comma is a word and stays one.
 */
export function partsNotes(siblings: readonly Element[], index: number, styles: ReadonlyMap<string, Style>): boolean {
  const run = siblings[index];
  if (run?.name !== 'w:r' || !isComma(run)) return false;
  let before = index - 1;
  while (before >= 0 && isUnseen(siblings[before] as Element)) before--;
  let after = index + 1;
  while (after < siblings.length && isUnseen(siblings[after] as Element)) after++;
  const reference = siblings[before];
  if (!isReference(reference) || !isReference(siblings[after])) return false;
  // Raised by hand, it may be the analyst's own.
  const style = child(run, 'w:rPr', 'w:vertAlign') ? null : styleOf(run);
  // A house may set its numbers in another way than raised: the comma is then set as they are.
  return style !== null && (styles.get(style)?.raised === true || style === styleOf(reference));
}
