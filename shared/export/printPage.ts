// The door of the PDF: a briefing as a page of HTML that a printer sets as Word would set the clean copy of the same plan.
import { outcome, type Outcome } from '../base/result.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { exportChoicesOf } from '../briefing/exportChoices.ts';
import type { PrintPage } from '../printPage.ts';
import type { Contents } from './plan.ts';
import { instant, planExport } from './planExport.ts';
import { documentHtml } from './print/document.ts';
import { footerHtml, headerHtml, verticalMargin } from './print/margins.ts';
import { PAGES, type PageName } from './styles.ts';

export interface PrintOptions {
  /** ISO 8601 instant in UTC: the creation date of the PDF. Throws RangeError when it is none. */
  readonly now: string;
  /** This and the two below: default what the briefing remembers of its last export. */
  readonly page?: PageName;
  /** A list of contents after the title block. It links, and has no page numbers: only the printer knows them. */
  readonly contentsList?: boolean;
  /** Prints the portion mark of each paragraph that has one. */
  readonly portionMarks?: boolean;
}

export interface Printable {
  readonly page: PrintPage;
  readonly contents: Contents;
  readonly draft: boolean;
}

/** Twips in an inch. */
const INCH = 1440;

/** Writes `briefing` as a page to print. Never fails for what stands in the briefing; what must be left out is told in a message. */
export function toPrintPage(briefing: Briefing, options: PrintOptions): Outcome<Printable> {
  const now = instant(options.now);
  const remembered = exportChoicesOf(briefing.settings);
  const size = options.page ?? remembered.page;
  const { value: plan, messages } = planExport(briefing, {
    copy: 'clean',
    offsetMinutes: 0,
    page: PAGES[size],
    // Set behind the text in any case: Chromium knows no notes at the foot of a page.
    notes: 'endnotes',
    contentsList: options.contentsList ?? remembered.contentsList,
    portionMarks: options.portionMarks ?? remembered.portionMarks,
    carrySources: false,
  });
  const page: PrintPage = {
    html: documentHtml(plan),
    header: headerHtml(plan),
    footer: footerHtml(plan),
    title: plan.title,
    size,
    margins: { vertical: verticalMargin(plan) / INCH, side: plan.page.margin / INCH },
    now,
  };
  return outcome({ page, contents: plan.contents, draft: plan.draft }, messages);
}
