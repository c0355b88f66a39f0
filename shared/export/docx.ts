// The door of the export: a briefing as the bytes of a Word document, with what is in it and what could not be taken along.
import { outcome, type Outcome } from '../base/result.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { HouseStyle } from './house/houseStyle.ts';
import { packageDocx } from './package.ts';
import type { Contents, Copy, NoteKind } from './plan.ts';
import { instant, planExport } from './planExport.ts';
import { PAGES, type PageName } from './styles.ts';

export interface ExportOptions {
  /** ISO 8601 instant in UTC: the created and modified dates of the file. Throws RangeError when it is none. */
  readonly now: string;
  /** Minutes to add to UTC for the author's wall clock, which Word shows beside a comment. */
  readonly offsetMinutes?: number;
  readonly copy: Copy;
  /** Default A4. */
  readonly page?: PageName;
  /** Default footnotes. */
  readonly notes?: NoteKind;
  /** A list of contents after the title block; default none. */
  readonly contentsList?: boolean;
  /** Prints the portion mark of each paragraph that has one; default not. */
  readonly portionMarks?: boolean;
  /** False leaves out the custom XML part, by which the sent file can be checked against its sources; default true. */
  readonly carrySources?: boolean;
  /**
   * A house style, read before (houseStyle.ts): its styles, page, headers and footers are used, and `page` is not. Reading it is
   * the caller's, since a file that cannot be read is an error there and must not become an export in another style.
   */
  readonly houseStyle?: HouseStyle;
}

export interface Exported {
  readonly bytes: Uint8Array;
  readonly contents: Contents;
  /** True when a finding is still to settle: the banner line then carries the word DRAFT. */
  readonly draft: boolean;
}

/** Writes `briefing` as a .docx. Never fails for what stands in the briefing; what must be left out is told in a message. */
export async function toDocx(briefing: Briefing, options: ExportOptions): Promise<Outcome<Exported>> {
  const now = instant(options.now);
  const { value: plan, messages } = planExport(briefing, {
    copy: options.copy,
    offsetMinutes: options.offsetMinutes ?? 0,
    page: options.houseStyle?.page ?? PAGES[options.page ?? 'A4'],
    notes: options.notes ?? 'footnotes',
    contentsList: options.contentsList ?? false,
    portionMarks: options.portionMarks ?? false,
    carrySources: options.carrySources ?? true,
  });
  const bytes = packageDocx(plan, now, options.houseStyle);
  return outcome({ bytes, contents: plan.contents, draft: plan.draft }, messages);
}
