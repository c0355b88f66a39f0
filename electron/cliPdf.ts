// CliPdf: the command line's PDF: the page is made here, and set by an Electron that opens no window.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, outcome, type Outcome, type Result } from '../shared/base/result.ts';
import type { Briefing } from '../shared/briefing/briefing.ts';
import { toPrintPage, type Printable, type PrintOptions } from '../shared/export/printPage.ts';
import type { PrintPage } from '../shared/printPage.ts';
import { electronSwitches, findElectron } from './findElectron.mjs';
import { PRINT_FILES, PRINT_FOLDER_SWITCH } from './printJob.ts';

/** Longer than the page itself may take (print.ts), and then it has stopped. */
const PATIENCE_MS = 180_000;

export interface PrintedPdf extends Omit<Printable, 'page'> {
  readonly bytes: Uint8Array;
}

/** The built entry beside the command line; this file may stand in a folder of parts below it. */
function entry(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(here, 'print.js');
  return existsSync(beside) ? beside : path.join(here, '..', 'print.js');
}

/**
 * The PDF of `briefing`. `tell`: sentences for standard error while it is made. Codes: `no-electron` when none is installed,
 * `print-failed`. Nothing is left on the disk.
 */
export async function printPdf(
  briefing: Briefing,
  options: PrintOptions,
  tell: (text: string) => void,
): Promise<Result<Outcome<PrintedPdf>>> {
  const program = entry();
  const electron = findElectron(path.dirname(path.dirname(program)));
  if (electron === null) {
    return fail(
      'no-electron',
      'A PDF needs Electron, which is not installed here; export to .docx instead, or install it by starting Chancery once.',
    );
  }
  const { value, messages } = toPrintPage(briefing, options);
  const printed = await printWith(electron, program, value.page, tell);
  if (!printed.ok) return printed;
  const { contents, draft } = value;
  return ok(outcome({ bytes: printed.value, contents, draft }, messages));
}

async function printWith(
  electron: string,
  program: string,
  page: PrintPage,
  tell: (text: string) => void,
): Promise<Result<Uint8Array>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'chancery-print-'));
  try {
    await writeFile(path.join(folder, PRINT_FILES.page), JSON.stringify(page), { mode: 0o600 });
    const unsafe = electronSwitches();
    if (unsafe.length > 0) tell('The PDF is set without the sandbox, since this runs as root.');
    // Without a window: on Linux that needs no display either.
    const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu'] : [];
    const ended = await run(electron, [...unsafe, ...headless, program, `--${PRINT_FOLDER_SWITCH}=${folder}`]);
    if (ended === 0) return ok(new Uint8Array(await readFile(path.join(folder, PRINT_FILES.pdf))));
    const why = await readFile(path.join(folder, PRINT_FILES.failure), 'utf8').catch(() => '');
    return fail('print-failed', why || `The PDF could not be set: Electron ended with ${ended}.`);
  } catch (error) {
    return fail('print-failed', `The PDF could not be set. ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs Electron to its end: its exit code, or the words for another end. What it writes is Chromium's talk and is not shown. */
function run(electron: string, args: readonly string[]): Promise<number | string> {
  return new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
    const child = spawn(electron, args, { stdio: 'ignore', env, timeout: PATIENCE_MS, killSignal: 'SIGKILL' });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(code ?? `the signal ${signal ?? 'unknown'}`));
  });
}
