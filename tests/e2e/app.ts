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
/** The article that `npm start` opens. */
export const sample = path.join(root, 'build/sample/harbour-trade.txt');

/** An empty folder for this test. */
export function scratch(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'chancery-'));
}

export interface App {
  readonly page: Page;
  /** Everything that went wrong inside the page: errors, and words on the console that are errors. */
  readonly faults: readonly string[];
  /** Does `act`, which ends in a save, and keeps what is written at `file`. */
  savingTo(file: string, act: () => Promise<void>): Promise<void>;
  /** Does `act`, which ends in the dialog that opens files, and chooses `file` there. */
  choosing(file: string, act: () => Promise<void>): Promise<void>;
  /** SIGKILL: no time for anything. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface DesktopApp extends App {
  readonly electron: ElectronApplication;
}

/** Collects what a page complains about. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

/** Opens the built app in Electron on `files`, with its data under `data`. */
export async function openDesktop(data: string, files: readonly string[] = []): Promise<DesktopApp> {
  const electron = await _electron.launch({
    executablePath: electronPath,
    args: [...electronSwitches(), root, ...files],
    env: { ...process.env, CHANCERY_USER_DATA: data } as Record<string, string>,
  });
  const page = await electron.firstWindow();
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
  return {
    page,
    electron,
    faults: watch(page),
    async savingTo(file, act) {
      // The dialogs of the system cannot be clicked; the app asks through this object at call time.
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file);
      await act();
    },
    async choosing(file, act) {
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      }, file);
      await act();
    },
    async kill() {
      const gone = new Promise((resolve) => electron.process().once('exit', resolve));
      electron.process().kill('SIGKILL');
      await gone;
    },
    // Without the question about unsaved changes, which is a dialog of the system.
    close: async () => {
      await electron.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    },
  };
}

/** Opens the same renderer in Chromium, from the preview server, with its storage in the folder `data`. */
export async function openBrowser(data: string, files: readonly string[] = []): Promise<App> {
  const preview = await servePreview(files.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })));
  const context = await chromium.launchPersistentContext(data, {
    executablePath: browserPath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  // The picker is a dialog of the system; without it the page saves by downloading.
  await context.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const page = context.pages()[0] ?? (await context.newPage());
  const faults = watch(page);
  await page.goto(preview.address);
  return {
    page,
    faults,
    async savingTo(file, act) {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      await download.saveAs(file);
    },
    async choosing(file, act) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
      await chooser.setFiles(file);
    },
    async kill() {
      // A page that crashes gets no time either, and the storage stays as it was.
      const crashed = page.waitForEvent('crash');
      await Promise.all([crashed, page.goto('chrome://crash').catch(() => undefined)]);
      await context.close();
      await preview.close();
    },
    async close() {
      await context.close();
      await preview.close();
    },
  };
}

export interface Host {
  readonly name: string;
  /** Why it cannot be tried here, or null. */
  readonly missing: string | null;
  open(data: string, files: readonly string[]): Promise<App>;
}

/** Where the window runs: each journey is walked in both. */
export const HOSTS: readonly Host[] = [
  { name: 'electron', missing: electronPath ? null : noElectron, open: openDesktop },
  { name: 'chromium', missing: browserPath ? null : noBrowser, open: openBrowser },
];

/** Exports to Word by the keyboard and the sheet's last button; done when the window says so. */
export async function exportWord(app: App, docx: string): Promise<void> {
  await app.savingTo(docx, async () => {
    await app.page.keyboard.press('Control+Shift+E');
    const sheet = app.page.getByRole('dialog', { name: 'Export to Word' });
    await sheet.waitFor();
    await sheet
      .getByRole('button', { name: /^Export/ })
      .last()
      .click();
  });
  await app.page.locator('.exported').waitFor();
}
