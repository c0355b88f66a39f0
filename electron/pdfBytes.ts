// PdfBytes: the information dictionary of a PDF without what Chromium takes from the clock and the machine.

/** The dictionary is the first object of a PDF by Chromium. Its strings escape brackets, so that no title reads as an entry. */
const DATE = /\/(?:CreationDate|ModDate) \(D:(\d{14}[+\-Z]\d{2}'\d{2}')\)/g;
const CREATOR = /\/Creator (\((?:[^()\\]|\\[^])*\))/;
/** The program; Chromium names the system and its own version here. */
const OURS = '(Chancery)';

/** `20250807093000+00'00'`: the form and length that Chromium writes. */
function pdfDate(now: string): string {
  return `${new Date(now).toISOString().slice(0, 19).replace(/[-:T]/g, '')}+00'00'`;
}

/**
 * The same bytes with both dates set to `now` (ISO 8601) and the creator to the program's name. In place and of the same
 * length, so that every offset in the file still holds. What has another form is left as it is.
 */
export function settlePdf(bytes: Uint8Array, now: string): Uint8Array {
  const settled = new Uint8Array(bytes);
  // Latin 1: one letter a byte.
  const whole = Buffer.from(settled.buffer).toString('latin1');
  const text = whole.slice(0, Math.max(0, whole.indexOf('endobj')));
  const put = (at: number, words: string): void => settled.set(Buffer.from(words, 'latin1'), at);
  const date = pdfDate(now);
  for (const { index, 0: entry, 1: found = '' } of text.matchAll(DATE)) {
    if (found.length === date.length) put(index + entry.length - date.length - 1, date);
  }
  const creator = CREATOR.exec(text);
  const given = creator?.[1] ?? '';
  if (creator && given.length >= OURS.length) {
    put(creator.index + creator[0].length - given.length, OURS.padEnd(given.length));
  }
  return settled;
}
