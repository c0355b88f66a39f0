// Dialogs: the native ones, the only place besides arguments where paths are born; their words are those of ui.md.
import { access } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
// Called as `dialog.showX` each time, so that an end-to-end test, which cannot press native buttons, can stand in for them.
import { dialog, type BrowserWindow, type FileFilter, type MessageBoxOptions } from 'electron';
import { fileName } from './places.ts';

/** What the main process asks of the user in a window. Null and `cancel` mean that the user stepped back. */
export interface Dialogs {
  openBriefing(folder: string): Promise<string | null>;
  openPicture(folder: string): Promise<string | null>;
  openHouseStyle(folder: string): Promise<string | null>;
  openTemplate(folder: string): Promise<string | null>;
  openArticles(folder: string): Promise<readonly string[] | null>;
  /** `suggested` is a name from the page: it never becomes more than a file name. */
  saveAs(kind: 'briefing' | 'export', folder: string, suggested: string): Promise<string | null>;
  saveChanges(name: string, since: Date | null): Promise<'save' | 'discard' | 'cancel'>;
  openExternal(address: string): Promise<boolean>;
  stopped(name: string): Promise<'reload' | 'close'>;
  frozen(name: string): Promise<'wait' | 'close'>;
}

const BRIEFING: FileFilter = { name: 'Briefing', extensions: ['brief'] };
const WORD: FileFilter = { name: 'Word document', extensions: ['docx'] };
const STYLE: FileFilter = { name: 'Word document or template', extensions: ['docx', 'dotx'] };
const TEMPLATE: FileFilter = { name: 'Template', extensions: ['json'] };
const PDF: FileFilter = { name: 'PDF', extensions: ['pdf'] };
const ARTICLE: FileFilter = { name: 'Text', extensions: ['txt', 'md'] };
const PICTURE: FileFilter = { name: 'Picture', extensions: ['png', 'jpg', 'jpeg', 'gif'] };
const ANY: FileFilter = { name: 'All files', extensions: ['*'] };

/** The time of day for people: 24-hour clock (ui.md, Words). */
function clock(time: Date): string {
  return time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The dialogs of one window. */
export function dialogsOf(window: BrowserWindow): Dialogs {
  const ask = async (options: MessageBoxOptions): Promise<number> =>
    (await dialog.showMessageBox(window, { noLink: true, ...options })).response;

  return {
    async openBriefing(folder) {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Open a briefing',
        defaultPath: folder,
        filters: [BRIEFING, ANY],
        properties: ['openFile'],
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },

    async openPicture(folder) {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Insert a picture',
        buttonLabel: 'Insert',
        defaultPath: folder,
        filters: [PICTURE, ANY],
        properties: ['openFile'],
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },

    async openHouseStyle(folder) {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Take the style of a Word document',
        buttonLabel: 'Choose',
        defaultPath: folder,
        filters: [STYLE, ANY],
        properties: ['openFile'],
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },

    async openTemplate(folder) {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Import a template',
        buttonLabel: 'Import',
        defaultPath: folder,
        filters: [TEMPLATE, ANY],
        properties: ['openFile'],
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },

    async openArticles(folder) {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Import articles',
        buttonLabel: 'Import',
        defaultPath: folder,
        filters: [ARTICLE, ANY],
        properties: ['openFile', 'multiSelections'],
      });
      return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths;
    },

    async saveAs(kind, folder, suggested) {
      const extension = kind === 'briefing' ? 'brief' : (/\.([a-z0-9]{1,8})$/i.exec(suggested)?.[1] ?? 'docx');
      const chosen = await dialog.showSaveDialog(window, {
        title: kind === 'briefing' ? 'Save the briefing as' : 'Export the briefing',
        buttonLabel: kind === 'briefing' ? 'Save' : 'Export',
        defaultPath: join(folder, fileName(suggested, extension)),
        filters: [kind === 'briefing' ? BRIEFING : extension === 'docx' ? WORD : extension === 'pdf' ? PDF : ANY, ANY],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (chosen.canceled || !chosen.filePath) return null;
      if (extname(chosen.filePath).toLowerCase() === `.${extension}`) return chosen.filePath;
      // Linux adds no extension; the user was then not asked about the file of the full name.
      const path = `${chosen.filePath}.${extension}`;
      if (!(await exists(path))) return path;
      const answer = await ask({
        type: 'question',
        message: `Replace “${basename(path)}”?`,
        detail: 'There is a file of this name already.',
        buttons: ['Cancel', 'Replace'],
        defaultId: 0,
        cancelId: 0,
      });
      return answer === 1 ? path : null;
    },

    async saveChanges(name, since) {
      const when = since ? `since ${clock(since)} ` : '';
      const answer = await ask({
        type: 'question',
        message: `Save changes to “${name}”?`,
        detail: `Changes ${when}are kept as a backup for 30 days even if you do not save.`,
        buttons: ['Save', 'Don’t save', 'Cancel'],
        defaultId: 0,
        cancelId: 2,
      });
      return (['save', 'discard', 'cancel'] as const)[answer] ?? 'cancel';
    },

    async openExternal(address) {
      const where = address.startsWith('mailto:') ? 'your mail program' : 'the browser';
      const who = address.startsWith('mailto:') ? 'Your mail program' : 'Your browser';
      const answer = await ask({
        type: 'question',
        message: `Open ${address.slice(0, 300)} in ${where}?`,
        detail: `Chancery itself never connects. ${who} will.`,
        buttons: ['Cancel', 'Open'],
        defaultId: 0,
        cancelId: 0,
      });
      return answer === 1;
    },

    async stopped(name) {
      const answer = await ask({
        type: 'error',
        message: `The window of “${name}” stopped working`,
        detail: 'What was typed is kept as a backup on this computer. Open the window again to recover it.',
        buttons: ['Open again', 'Close'],
        defaultId: 0,
        cancelId: 0,
      });
      return answer === 1 ? 'close' : 'reload';
    },

    async frozen(name) {
      const answer = await ask({
        type: 'warning',
        message: `The window of “${name}” does not answer`,
        detail: 'It may still be at work. If you close it, what was typed is kept as a backup on this computer.',
        buttons: ['Wait', 'Close the window'],
        defaultId: 0,
        cancelId: 0,
      });
      return answer === 1 ? 'close' : 'wait';
    },
  };
}
