// Host: what the main process does for the calls of a window; plain Node, with dialogs and windows handed in.
import { basename, dirname, resolve } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { annotatedNameOf } from '../shared/base/annotatedName.ts';
import {
  MAX_HOUSE_STYLE,
  MAX_TEMPLATES,
  type Backup,
  type Note,
  type Saved,
  type SavedCopies,
  type WindowState,
} from '../shared/platform.ts';
import type { PrintPage } from '../shared/printPage.ts';
import type { Backups, KeptBackup } from './backups.ts';
import { openedIn, type Desk } from './desk.ts';
import { hashOf, type Caller } from './disk.ts';
import { readWhole, saveFile, writeNew, type Written } from './files.ts';
import type { Handlers } from './ipc.ts';
import type { KeptStyle } from './keptStyle.ts';
import type { KeptTemplates } from './keptTemplates.ts';
import { ELSEWHERE, MAX_BRIEFING, Opening, type OpeningParts } from './opening.ts';
import { externalAddress } from './security.ts';
import type { Settings } from './settings.ts';

export interface HostParts extends OpeningParts {
  readonly caller: Caller;
  readonly backups: Backups;
  readonly settings: Settings;
  readonly keptStyle: KeptStyle;
  readonly keptTemplates: KeptTemplates;
  /** Where a dialog starts when nothing better is known: the user's documents. */
  readonly documents: string;
  readonly settingsChanged: () => void;
  /** Sets a page as PDF (print.ts). */
  readonly print: (page: PrintPage) => Promise<Result<Uint8Array>>;
  readonly answerClose: (desk: Desk, requestId: string, mayClose: boolean) => void;
  readonly system: {
    openExternal(address: string): Promise<void>;
    openPath(path: string): Promise<unknown>;
    showInFolder(path: string): void;
  };
}

export class Host {
  readonly #parts: HostParts;
  readonly #opening: Opening;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#opening = new Opening(parts);
  }

  /** Opens files the system handed over, in a window of `into` or another. */
  openFiles(paths: readonly string[], into?: Desk): Promise<void> {
    return this.#opening.openFiles(paths, into);
  }

  /** The window is gone. A backup of unsaved work stays and will be offered; one of saved work goes. */
  async closed(desk: Desk): Promise<void> {
    await desk.inTurn(async () => {
      const id = desk.backupId;
      if (id === null) return;
      if (desk.declining) await this.#parts.backups.decline(id);
      else if (!desk.state.dirty && desk.backupIsOurs) await this.#parts.backups.remove(id);
      this.#parts.backups.release(id);
      desk.backupId = null;
    });
  }

  /** The page died: its backup is free to be offered to the page that takes its place. */
  stopped(desk: Desk): void {
    // Without a backup nothing was typed: the page may begin again with what the window was opened for.
    if (desk.backupId !== null && desk.path === null) desk.start = { kind: 'empty' };
    if (desk.backupId !== null) this.#parts.backups.release(desk.backupId);
    desk.backupId = null;
    desk.backupIsOurs = false;
    desk.state = { ...desk.state, dirty: false };
  }

  /** The handlers behind the guarded door of ipc.ts, one for each call of the contract. */
  handlers(): Handlers<Desk> {
    const { backups, places, recents, settings, keptStyle, keptTemplates } = this.#parts;
    return {
      start: (desk) => this.#opening.startOf(desk),

      backups: async () => Promise.all((await backups.list()).map((kept) => this.#offered(kept))),
      readBackup: (_desk, id) => backups.read(id),
      discardBackup: async (desk, id) => {
        // Another window's unsaved work is not this page's to discard.
        if (backups.isClaimed(id) && id !== desk.backupId) return;
        if (id === desk.backupId) desk.backupId = null;
        await backups.remove(id);
      },
      claimBackup: (desk, id) => this.#opening.oneByOne(() => this.#claim(desk, id)),
      backup: (desk, bytes, note) => desk.inTurn(() => this.#backup(desk, bytes, note)),
      dropBackup: (desk) => desk.inTurn(() => this.#dropBackup(desk)),

      chooseArticles: async (desk) => {
        const paths = await desk.dialogs.openArticles(this.#folderOf(desk));
        if (paths === null) return ok(null);
        return this.#opening.readArticles(paths);
      },
      choosePicture: async (desk) => {
        const path = await desk.dialogs.openPicture(this.#folderOf(desk));
        if (path === null) return ok(null);
        const read = await this.#opening.readArticles([path]);
        return read.ok ? ok(read.value[0] ?? null) : read;
      },
      chooseHouseStyle: async (desk) => {
        const path = await desk.dialogs.openHouseStyle(this.#folderOf(desk));
        if (path === null) return ok(null);
        const bytes = await readWhole(this.#parts.fs, path, MAX_HOUSE_STYLE);
        return bytes.ok ? ok({ name: places.of(path).name, bytes: bytes.value }) : bytes;
      },
      keptHouseStyle: () => keptStyle.read(),
      keepHouseStyle: async (_desk, style) => {
        const kept = await keptStyle.keep(style);
        if (!kept.ok) this.#parts.log(`house style: ${kept.error.code}`);
        return kept;
      },
      dropHouseStyle: () => keptStyle.drop(),
      chooseTemplate: async (desk) => {
        const path = await desk.dialogs.openTemplate(this.#folderOf(desk));
        if (path === null) return ok(null);
        const bytes = await readWhole(this.#parts.fs, path, MAX_TEMPLATES);
        return bytes.ok ? ok({ name: places.of(path).name, bytes: bytes.value }) : bytes;
      },
      keptTemplates: () => keptTemplates.read(),
      keepTemplates: (_desk, json) => keptTemplates.keep(json),
      openBriefing: async (desk) => {
        const path = await desk.dialogs.openBriefing(this.#folderOf(desk));
        if (path === null) return ok(null);
        const opened = await this.#opening.oneByOne(() => this.#opening.openHere(desk, path));
        // In another window it is open as the user wanted: for this page nothing was chosen.
        return !opened.ok && opened.error.code === ELSEWHERE ? ok(null) : opened;
      },
      openPlace: async (desk, placeId) => {
        const path = places.path(placeId);
        return path === undefined ? unknownPlace() : this.#opening.oneByOne(() => this.#opening.openHere(desk, path));
      },
      recents: async () =>
        Promise.all(
          (await recents.list()).map(async ({ path, openedAt, title, template, checksToSettle }) => ({
            place: places.of(path),
            openedAt,
            missing: await recents.isMissing(path),
            title,
            template,
            checksToSettle,
          })),
        ),
      forgetRecent: async (_desk, placeId) => {
        const path = places.path(placeId);
        if (path === undefined) return;
        await recents.forget(path);
        this.#parts.recentsChanged();
      },
      openDropped: (desk, path) => this.#opening.openFiles([resolve(path)], desk),

      save: (desk, bytes, note) =>
        desk.inTurn(async () => (desk.path === null ? noPlace() : this.#save(desk, desk.path, bytes, note, false))),
      saveOver: (desk, bytes, note) =>
        desk.inTurn(async () => (desk.path === null ? noPlace() : this.#save(desk, desk.path, bytes, note, true))),
      saveAs: async (desk, bytes, suggestedName, note) => {
        const path = await desk.dialogs.saveAs('briefing', this.#folderOf(desk), suggestedName);
        if (path === null) return ok(null);
        const other = await this.#opening.deskWith(path);
        if (other && other !== desk) {
          return fail(
            'locked',
            'This file is open in another window. Choose another name, or close that window first.',
          );
        }
        return desk.inTurn(() => this.#save(desk, path, bytes, note, true));
      },
      exportFile: (desk, bytes, suggestedName) => this.#export(desk, bytes, suggestedName),
      exportCopies: (desk, clean, annotated, suggestedName) =>
        this.#exportCopies(desk, clean, annotated, suggestedName),
      exportPdf: async (desk, page, suggestedName) => {
        const printed = await this.#parts.print(page);
        if (!printed.ok) {
          this.#parts.log(`print: ${printed.error.text}`);
          return printed;
        }
        return this.#export(desk, printed.value, suggestedName);
      },
      showExported: async (desk, how) => {
        if (desk.exported === null) return;
        if (how === 'open') await this.#parts.system.openPath(desk.exported);
        else this.#parts.system.showInFolder(desk.exported);
      },

      readSettings: () => settings.read(),
      writeSettings: async (_desk, changed) => {
        await settings.write(changed);
        this.#parts.settingsChanged();
      },
      setWindowState: (desk, state) => this.#told(desk, state),
      newWindow: async () => this.#parts.openWindow({ kind: 'empty' }),
      openInNewWindow: (_desk, placeId) =>
        this.#opening.oneByOne(async () => {
          const path = places.path(placeId);
          if (path !== undefined) await this.#opening.openInNewWindow(path);
        }),
      openExternal: async (desk, url) => {
        const address = externalAddress(url);
        if (address === undefined) return;
        if (await desk.dialogs.openExternal(address)) await this.#parts.system.openExternal(address);
      },
      answerClose: async (desk, requestId, mayClose) => this.#parts.answerClose(desk, requestId, mayClose),
    };
  }

  /** What a page tells of itself. A briefing other than the one before has nothing to do with that one's file and backup. */
  async #told(desk: Desk, state: WindowState): Promise<void> {
    const before = desk.state;
    const [was, is] = [openedIn(before), openedIn(state)];
    if (state.dirty && !before.dirty) desk.dirtySince = this.#parts.caller.now();
    desk.state = state;
    if (is) desk.used = true;
    if (was?.count !== is?.count) {
      if (!is) desk.used = false;
      if (!is || is.placeId === null) this.#forgetFile(desk);
      if (was) await desk.inTurn(() => this.#leaveBackup(desk, before.dirty));
    }
    if (desk.reread !== null && (was?.count !== is?.count || !state.dirty)) {
      // The page took what is on disk.
      desk.expected = [desk.reread];
      desk.reread = null;
    }
    this.#parts.stateChanged(desk);
  }

  #forgetFile(desk: Desk): void {
    desk.path = null;
    desk.expected = [];
    desk.reread = null;
  }

  /** Lets go of the backup of a briefing that is no longer in the window; what was not saved stays, as after "Don't save". */
  async #leaveBackup(desk: Desk, unsaved: boolean): Promise<void> {
    const id = desk.backupId;
    // One claimed a moment ago is the new briefing's.
    if (id === null || !desk.backupIsOurs) return;
    if (unsaved) await this.#parts.backups.decline(id);
    else await this.#parts.backups.remove(id);
    this.#parts.backups.release(id);
    desk.backupId = null;
  }

  async #export(desk: Desk, bytes: Uint8Array, suggestedName: string): Promise<Result<Saved | null>> {
    const path = await desk.dialogs.saveAs('export', this.#folderOf(desk), suggestedName);
    if (path === null) return ok(null);
    // The dialog asked already whether a file of that name is to be replaced.
    const written = await writeNew(path, bytes, { force: true, fs: this.#parts.fs, caller: this.#parts.caller });
    if (!written.ok) return written;
    desk.exported = written.value.path;
    return ok({ place: this.#parts.places.of(path), at: this.#now() });
  }

  /** The second file goes beside the first; only the user may say that one of its name is replaced, as the dialog asks. */
  async #exportCopies(
    desk: Desk,
    clean: Uint8Array,
    annotated: Uint8Array,
    suggestedName: string,
  ): Promise<Result<SavedCopies | null>> {
    const first = await this.#export(desk, clean, suggestedName);
    if (!first.ok) return first;
    const at = desk.exported;
    if (first.value === null || at === null) return ok(null);
    const beside = annotatedNameOf(at);
    const { fs, caller, places } = this.#parts;
    const written = await writeNew(beside, annotated, { force: false, fs, caller });
    if (written.ok) {
      return ok({ clean: first.value, annotated: ok({ place: places.of(beside), at: this.#now() }) });
    }
    if (written.error.code !== 'exists') return ok({ clean: first.value, annotated: written });
    const second = await this.#export(desk, annotated, basename(beside));
    // "Open" and "Show in folder" are for the file with the plain name.
    desk.exported = at;
    return ok({ clean: first.value, annotated: second });
  }

  #now(): string {
    return this.#parts.caller.now().toISOString();
  }

  #folderOf(desk: Desk): string {
    return desk.path === null ? this.#parts.documents : dirname(desk.path);
  }

  async #save(desk: Desk, path: string, bytes: Uint8Array, note: Note, over: boolean): Promise<Result<Saved>> {
    const { fs, caller } = this.#parts;
    const saved: Result<Written> = await saveFile(fs, path, bytes, {
      caller,
      ...(over ? {} : { expectedHash: desk.expected }),
    });
    if (!saved.ok) {
      // A save that failed at its very last step has left these bytes: finding them later is no change by another program.
      if (path === desk.path) desk.expected = [...desk.expected.slice(0, 8), hashOf(bytes)];
      this.#parts.log(`save: ${saved.error.code}`);
      return saved;
    }
    desk.path = path;
    desk.expected = [saved.value.hash];
    desk.reread = null;
    desk.used = true;
    this.#opening.remember(path, note);
    this.#parts.stateChanged(desk);
    return ok({ place: this.#parts.places.of(path), at: this.#now() });
  }

  async #backup(desk: Desk, bytes: Uint8Array, note: Note): Promise<Result<void>> {
    const { backups } = this.#parts;
    desk.used = true;
    desk.backupId ??= backups.newId();
    desk.backupIsOurs = true;
    const baseHash = desk.expected[0] ?? null;
    return backups.write(desk.backupId, bytes, { ...note, path: desk.path, baseHash });
  }

  async #dropBackup(desk: Desk): Promise<void> {
    // "Don't save": it stays for 30 days all the same (ui.md), which closed() sees to.
    if (desk.backupId === null || desk.declining) return;
    await this.#parts.backups.remove(desk.backupId);
    desk.backupId = null;
  }

  async #claim(desk: Desk, id: string): Promise<void> {
    const { backups } = this.#parts;
    const kept = await backups.find(id);
    if (!kept || (backups.isClaimed(id) && id !== desk.backupId)) return;
    if (desk.backupId !== null && desk.backupId !== id) backups.release(desk.backupId);
    backups.claim(id);
    desk.backupId = id;
    desk.backupIsOurs = false;
    desk.used = true;
    // Of two windows on one file the saved version keeps the file: the recovered one asks for a place of its own.
    const holder = kept.path === null ? undefined : await this.#opening.deskWith(kept.path);
    desk.path = holder && holder !== desk ? null : kept.path;
    // What the backup was made from, not what is there now: so that a change in between is noticed when saving.
    desk.expected = desk.path === null || kept.baseHash === null ? [] : [kept.baseHash];
    this.#parts.stateChanged(desk);
  }

  async #offered(kept: KeptBackup): Promise<Backup> {
    return {
      id: kept.id,
      at: kept.at,
      title: kept.title,
      place: kept.path === null ? null : this.#parts.places.of(kept.path),
      baseChanged: await this.#baseChanged(kept),
      declined: kept.declined,
    };
  }

  async #baseChanged(kept: KeptBackup): Promise<boolean> {
    if (kept.path === null) return false;
    const now = await readWhole(this.#parts.fs, kept.path, MAX_BRIEFING);
    return !now.ok || hashOf(now.value) !== kept.baseHash;
  }
}

function noPlace(): Result<never> {
  return fail('no-place', 'This briefing has no file yet. Choose one with “Save as…”.');
}

function unknownPlace(): Result<never> {
  return fail('missing', 'This file is not known any more. Open it again with “Open…”.');
}
