// CliWrite: what `brief` and `export` write: OUT in the form that its name tells, and the PDF beside it.
import path from 'node:path';
import type { Message } from '../shared/base/result.ts';
import type { Briefing } from '../shared/briefing/briefing.ts';
import { annotatedNameOf } from '../shared/base/annotatedName.ts';
import { copiesOf, exportChoicesOf, optionsOf, type ExportChoices } from '../shared/briefing/exportChoices.ts';
import type { HouseStyle } from '../shared/export/houseStyle.ts';
import { writeBrief } from '../shared/file/write.ts';
import { writeNew } from './files.ts';

export interface Wanted {
  /** Ends in .docx, .brief or .pdf. */
  readonly out: string;
  /** ISO 8601 instant: every date in what is written. */
  readonly now: string;
  /** What is said of the Word file, and of the PDF as far as it concerns it. The rest is as the briefing remembers it, but that the copy is the annotated one. */
  readonly choices: Partial<ExportChoices>;
  /** A PDF beside OUT, too. */
  readonly pdf: boolean;
  /** For OUT.docx; null and undefined: the shipped styles. */
  readonly houseStyle?: HouseStyle | null;
  /** Replaces files that exist. */
  readonly force: boolean;
  /** Version of the program. */
  readonly app: string;
  /** Messages that were told before and need not be said twice. */
  readonly told: readonly Message[];
  /** Sentences for standard error. */
  tell(text: string): void;
}

/** Writes `briefing`; true when all of it is written. Without a way to a PDF that is asked for, nothing is. */
export async function writeOut(briefing: Briefing, wanted: Wanted): Promise<boolean> {
  const { out, tell } = wanted;
  const extension = path.extname(out).toLowerCase();
  let pdf: Uint8Array | null = null;
  if (wanted.pdf || extension === '.pdf') {
    const { printPdf } = await import('./cliPdf.ts');
    const { page, contentsList, portionMarks } = { ...exportChoicesOf(briefing.settings), ...wanted.choices };
    const made = await printPdf(briefing, { now: wanted.now, page, contentsList, portionMarks }, tell);
    if (!made.ok) {
      tell(`${made.error.text} Nothing was written.`);
      return false;
    }
    if (extension === '.pdf') tellFresh(made.value.messages, wanted);
    pdf = made.value.value.bytes;
  }
  if (extension === '.docx' && !(await writeDocx(briefing, wanted))) return false;
  if (extension === '.brief' && !(await write(out, writeBrief(briefing, { app: wanted.app }), wanted))) return false;
  return pdf === null || write(`${out.slice(0, -extension.length)}.pdf`, pdf, wanted);
}

async function write(out: string, bytes: Uint8Array, { force, tell }: Wanted): Promise<boolean> {
  const written = await writeNew(path.resolve(out), bytes, { force });
  const hint = !written.ok && written.error.code === 'exists' ? ' Give --force to replace it.' : '';
  tell(written.ok ? `Written: ${out}` : `${written.error.text}${hint}`);
  return written.ok;
}

/** Each copy by itself: when the second cannot be written the first stays, and what is missing has been told. */
async function writeDocx(briefing: Briefing, wanted: Wanted): Promise<boolean> {
  // Loaded here: it is two thirds of the program, and `facts` should not wait for it.
  const { toDocx } = await import('../shared/export/docx.ts');
  const choices = { ...exportChoicesOf(briefing.settings), copies: 'annotated' as const, ...wanted.choices };
  for (const copy of copiesOf(choices.copies)) {
    const beside = choices.copies === 'both' && copy === 'annotated';
    const out = beside ? annotatedNameOf(wanted.out) : wanted.out;
    const { value, messages } = await toDocx(briefing, {
      now: wanted.now,
      copy,
      ...optionsOf(choices),
      ...(wanted.houseStyle ? { houseStyle: wanted.houseStyle } : {}),
    });
    if (!beside) tellFresh(messages, wanted);
    if (!(await write(out, value.bytes, wanted))) return false;
    const { quotations, figures, comments, footnotes } = value.contents;
    wanted.tell(
      `It holds ${quotations} quotations, ${figures} figures, ${comments} comments and ${footnotes} ${choices.notes}.`,
    );
  }
  return true;
}

function tellFresh(messages: readonly Message[], { out, told, tell }: Wanted): void {
  for (const { code, text } of messages) {
    if (!told.some((message) => message.code === code)) tell(`${path.basename(out)}: ${text}`);
  }
}
