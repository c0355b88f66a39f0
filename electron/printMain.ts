// PrintMain: Electron's entry for the command line: prints the page that a private folder holds into that folder, and ends.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { app, protocol } from 'electron';
import { validate } from '../shared/base/validate.ts';
import { PRINT_FILES, PRINT_FOLDER_SWITCH, printPageSchema } from './printJob.ts';
import { printToPdf } from './print.ts';
import { registerScheme } from './security.ts';

const folder = resolve(app.commandLine.getSwitchValue(PRINT_FOLDER_SWITCH));
// Whatever Chromium writes stands in the folder, which goes when the command line is done.
app.setPath('userData', join(folder, 'data'));
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme(protocol);

async function print(): Promise<string | null> {
  const given: unknown = JSON.parse(await readFile(join(folder, PRINT_FILES.page), 'utf8'));
  const page = validate(printPageSchema, given, 'The page to print');
  if (!page.ok) return page.error.text;
  const printed = await printToPdf(page.value, () => undefined);
  if (!printed.ok) return printed.error.text;
  await writeFile(join(folder, PRINT_FILES.pdf), printed.value);
  return null;
}

/** Answers by its exit code; what went wrong stands in a file, for Chromium writes much to standard error. */
async function run(): Promise<void> {
  const why = await print().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  if (why !== null) await writeFile(join(folder, PRINT_FILES.failure), why).catch(() => undefined);
  app.exit(why === null ? 0 : 1);
}

void app.whenReady().then(run);
