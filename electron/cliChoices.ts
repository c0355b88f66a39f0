// CliChoices: the options of `brief` and `export` that say how the Word file is set and which copies are written.
import type { ExportChoices } from '../shared/briefing/exportChoices.ts';

export const CHOICE_OPTIONS = {
  annotated: { type: 'boolean' },
  clean: { type: 'boolean' },
  page: { type: 'string' },
  footnotes: { type: 'boolean' },
  endnotes: { type: 'boolean' },
  contents: { type: 'boolean' },
  'portion-marks': { type: 'boolean' },
  'no-sources-inside': { type: 'boolean' },
} as const;

type Given = { readonly [K in keyof typeof CHOICE_OPTIONS]?: string | boolean | undefined } & {
  readonly output?: string | undefined;
};

const PAGE_NAMES: Readonly<Record<string, 'A4' | 'Letter'>> = { a4: 'A4', letter: 'Letter' };

function pageOf({ page }: Given): 'A4' | 'Letter' | undefined {
  return typeof page === 'string' && Object.hasOwn(PAGE_NAMES, page.toLowerCase())
    ? PAGE_NAMES[page.toLowerCase()]
    : undefined;
}

/** Options that have a meaning in a Word file only, and those that a PDF is set by as well. */
const WORD_ONLY = ['footnotes', 'endnotes', 'no-sources-inside'] as const;
const PRINTED = ['page', 'contents', 'portion-marks'] as const;

/** What is wrong with the options for the command `name`, as a sentence; null when nothing is. */
export function wrongChoice(options: Given, name: string): string | null {
  if (options.page !== undefined && pageOf(options) === undefined) return '--page wants a4 or letter.';
  if (options.footnotes && options.endnotes) return '--footnotes and --endnotes exclude each other.';
  const both = options.clean === true && options.annotated === true;
  const word = WORD_ONLY.find((option) => options[option] !== undefined);
  const printed = PRINTED.find((option) => options[option] !== undefined);
  const given = word ?? printed;
  if (given === undefined && !both) return null;
  const said = given === undefined ? '--clean with --annotated' : `--${given}`;
  if (name !== 'brief' && name !== 'export') return `${said} is for brief and export.`;
  const extension = /\.[a-z]+$/i.exec(options.output ?? '')?.[0].toLowerCase();
  if (word !== undefined || both) return extension === '.docx' ? null : `${said} is for OUT.docx.`;
  return extension === '.docx' || extension === '.pdf' ? null : `${said} is for OUT.docx and OUT.pdf.`;
}

/** The choices that were given, and no others. */
export function choicesFor(options: Given): Partial<ExportChoices> {
  const page = pageOf(options);
  return {
    ...(options.clean ? { copies: options.annotated ? 'both' : 'clean' } : {}),
    ...(page === undefined ? {} : { page }),
    ...(options.footnotes ? { notes: 'footnotes' } : {}),
    ...(options.endnotes ? { notes: 'endnotes' } : {}),
    ...(options.contents ? { contentsList: true } : {}),
    ...(options['portion-marks'] ? { portionMarks: true } : {}),
    ...(options['no-sources-inside'] ? { carrySources: false } : {}),
  };
}
