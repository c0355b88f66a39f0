// PrintPage: a briefing as one self-contained page of HTML with the margins that stand on every sheet, ready to be printed to PDF.

export interface PrintPage {
  /** A whole document: no script, no address outside itself but the links its words have. */
  readonly html: string;
  /** HTML of the top and bottom margin of every sheet, with their own style, in the form of Chromium's header and footer templates. */
  readonly header: string;
  readonly footer: string;
  /** Title of the document and of the PDF. */
  readonly title: string;
  readonly size: 'A4' | 'Letter';
  /** Margins at top and bottom, and at either side; inches. */
  readonly margins: { readonly vertical: number; readonly side: number };
  /** ISO 8601 instant: the creation date of the PDF. */
  readonly now: string;
}
