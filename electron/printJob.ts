// PrintJob: what the command line and the Electron that prints for it agree on: the files of a private folder.
import { z } from '../shared/base/validate.ts';
import type { PrintPage } from '../shared/printPage.ts';

/** `--print-folder=PATH` tells Electron where they are. */
export const PRINT_FOLDER_SWITCH = 'print-folder';

export const PRINT_FILES = { page: 'page.json', pdf: 'page.pdf', failure: 'failure.txt' } as const;

/** Longest HTML, pictures included, in UTF-16 units. */
const LONGEST = 256 * 1024 * 1024;
const inches = z.number().min(0).max(10);

/** A page as it comes from a window or from the command line. */
export const printPageSchema: z.ZodType<PrintPage> = z.object({
  html: z.string().max(LONGEST),
  header: z.string().max(100_000),
  footer: z.string().max(100_000),
  title: z.string().max(100_000),
  size: z.enum(['A4', 'Letter']),
  margins: z.object({ vertical: inches, side: inches }),
  now: z.iso.datetime(),
});
