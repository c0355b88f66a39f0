// notReadYet: files that are no plain text, told by their ending or their first bytes, with the sentence that says so.
import { fail, type Failure } from '../base/result.ts';

/** Endings of formats that a later version will read, or that are no articles; what the user calls them. */
const ENDINGS: Readonly<Record<string, string>> = {
  html: 'a web page',
  htm: 'a web page',
  xhtml: 'a web page',
  mht: 'a web page',
  mhtml: 'a web page',
  webarchive: 'a web page',
  docx: 'a Word document',
  doc: 'a Word document',
  odt: 'an OpenDocument text',
  rtf: 'a rich text',
  pages: 'a Pages document',
  pdf: 'a PDF',
  eml: 'a mail',
  msg: 'a mail',
  mbox: 'a mailbox',
  epub: 'a book',
  xlsx: 'a spreadsheet',
  xls: 'a spreadsheet',
  ods: 'a spreadsheet',
  pptx: 'a presentation',
  ppt: 'a presentation',
  zip: 'an archive',
  gz: 'an archive',
};

/** First bytes (as Latin-1) of formats that are often saved under another ending. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/u, 'a PDF'],
  [/^PK\x03\x04/u, 'a Word document or archive'],
  [/^\{\\rtf/u, 'a rich text'],
  [/^\xd0\xcf\x11\xe0/u, 'an Office document'],
  [/^(?:\xef\xbb\xbf)?\s{0,20}<(?:!doctype html|html[ >])/iu, 'a web page'],
];

/** The failure `not-read-yet` for a format that is not read; null for what may be a text. */
export function notReadYet(name: string, bytes: Uint8Array): { readonly ok: false; readonly error: Failure } | null {
  const ending = /\.([a-z0-9]{1,12})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'brief') {
    return fail('not-read-yet', `“${name}” is a briefing, not an article. Open it as a briefing.`);
  }
  const beginning = String.fromCharCode(...bytes.subarray(0, 64));
  const what =
    (Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined) ??
    BEGINNINGS.find(([form]) => form.test(beginning))?.[1];
  if (what === undefined) return null;
  return fail(
    'not-read-yet',
    `“${name}” is ${what}, which is not read yet. Save it as plain text (.txt), or copy the words of the article and paste them.`,
  );
}
