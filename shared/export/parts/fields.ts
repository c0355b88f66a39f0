// The closed list of Word fields that an export may hold; no function takes an instruction string, so no text becomes a field.
import type { CaptionLabel } from '../../briefing/schema.ts';
import { escapeXml } from './xml.ts';

const mark = (type: 'begin' | 'separate' | 'end', props: string): string =>
  `<w:r>${props}<w:fldChar w:fldCharType="${type}"/></w:r>`;

/** The opening of a field, up to what it shows. `instruction` is made in this file only. */
function opening(instruction: string, props: string): string {
  const code = `<w:r>${props}<w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`;
  return mark('begin', props) + code + mark('separate', props);
}

/**
 * A complex field in five runs. `w:fldSimple` would be shorter, but pandoc and mammoth drop it with its text. It is
 * never dirty: it shows what is true already, so Word asks nothing on opening.
 */
function field(instruction: string, shown: string, props: string): string {
  return `${opening(instruction, props)}<w:r>${props}<w:t xml:space="preserve">${escapeXml(shown)}</w:t></w:r>${mark('end', props)}`;
}

/** A name that stands in an instruction: ours by form, so that nothing else can. */
function bookmarkName(name: string): string {
  if (!/^_[A-Za-z0-9_]{1,39}$/u.test(name)) throw new RangeError(`"${name}" is no name for a bookmark.`);
  return name;
}

/** A field of a house style; `code` is as house/fields.ts writes it: a keyword of its list, and arguments of plain words. */
export function house(code: string, shown: string, props: string): string {
  if (!/^[A-Z]+(?: [\p{L}\p{N}\\*@". _,/-]*)?$/u.test(code))
    throw new RangeError(`"${code}" is no field of a house style.`);
  return field(escapeXml(code), shown, props);
}

/** The number of the page it stands on; Word and LibreOffice reckon it whenever they lay out a page. */
export function page(props = ''): string {
  return field('PAGE', '1', props);
}

/** The number of pages of the document, `estimate` until it is laid out. */
export function numPages(estimate: number, props = ''): string {
  return field('NUMPAGES', String(estimate), props);
}

/** The number of a caption. */
export function sequence(label: CaptionLabel, number: number): string {
  return field(`SEQ ${label} \\* ARABIC`, String(number), '');
}

/** The words under a bookmark; a click goes there. */
export function reference(bookmark: string, shown: string): string {
  return field(`REF ${bookmarkName(bookmark)} \\h`, shown, '');
}

/** The page of a bookmark. */
export function pageReference(bookmark: string, shown: number): string {
  return field(`PAGEREF ${bookmarkName(bookmark)} \\h`, String(shown), '');
}

/** What opens and what closes a list of contents from headings 1 to 3; between them stand its entries. */
export const CONTENTS_LIST = {
  open: opening('TOC \\o "1-3" \\h \\z \\u', ''),
  close: mark('end', ''),
} as const;
