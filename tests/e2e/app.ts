// The built app as a test drives it: the real Electron window, or the same renderer in Chromium.
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, chromium, type ElectronApplication, type Page } from 'playwright-core';
import { electronSwitches } from '../../build/electron.mjs';
import { servePreview } from '../../build/preview.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
export const electronPath = process.env['CHANCERY_ELECTRON'] ?? '';
export const browserPath = process.env['CHANCERY_BROWSER'] ?? '';
export const noElectron = process.env['CHANCERY_NO_ELECTRON'] || 'run through `npm test`, which finds Electron';
export const noBrowser = 'no Chromium found';

/** An empty folder for this test. */
export function scratch(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'chancery-'));
}

export interface App {
  readonly page: Page;
  /** Ends the app as it would end by itself. */
  close(): Promise<void>;
}

export interface DesktopApp extends App {
  readonly electron: ElectronApplication;
  /** SIGKILL to the main process: no time for anything. */
  kill(): Promise<void>;
  /** The next save or open dialog answers with this path; dialogs of the system cannot be clicked. */
  answerSave(file: string): Promise<void>;
  answerOpen(file: string): Promise<void>;
}

/** Opens the built app in Electron on `files`, with its data under `data`. */
export async function openDesktop(data: string, files: readonly string[] = []): Promise<DesktopApp> {
  const electron = await _electron.launch({
    executablePath: electronPath,
    args: [...electronSwitches(), root, `--user-data-dir=${data}`, ...files],
    env: { ...process.env, CHANCERY_USER_DATA: data } as Record<string, string>,
  });
  const page = await electron.firstWindow();
  return {
    page,
    electron,
    close: () => electron.close(),
    kill: async () => {
      const gone = new Promise((resolve) => electron.process().once('exit', resolve));
      electron.process().kill('SIGKILL');
      await gone;
    },
    answerSave: (file) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file),
    answerOpen: (file) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      }, file),
  };
}

/** Opens the same renderer in Chromium, from the preview server, on `files`. */
export async function openBrowser(files: readonly string[], profile = scratch()): Promise<App> {
  const preview = await servePreview(files.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(preview.address);
  return {
    page,
    close: async () => {
      await context.close();
      await preview.close();
    },
  };
}
