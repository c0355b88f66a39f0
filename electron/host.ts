// Host: what the main process does for the calls of a window; plain Node, with dialogs and windows handed in.
import { dirname, extname, resolve } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import type { Backup, InputFile, Note, OpenedFile, Saved, Start } from '../shared/platform.ts';
import type { Backups, KeptBackup } from './backups.ts';
import type { Desk } from './desk.ts';
import { errorCode, hashOf, type Caller, type FileSystem } from './disk.ts';
import { followLinks, isReadOnly, readWhole, saveFile, writeNew, type Written } from './files.ts';
import type { Handlers } from './ipc.ts';
import type { Places } from './places.ts';
import type { Recents } from './recents.ts';
import { externalAddress } from './security.ts';
import type { Settings } from './settings.ts';

/** Largest files read, in bytes. An article above its importer's own limit is refused there; these keep memory whole. */
const MAX_BRIEFING = 256 * 1024 * 1024;
const MAX_ARTICLE = 64 * 1024 * 1024;

export interface HostParts {
  readonly fs: FileSystem;
  readonly caller: Caller;
  readonly places: Places;
  readonly backups: Backups;
  readonly recents: Recents;
  readonly settings: Settings;
  /** Where a dialog starts when nothing better is known: the user's documents. */
  readonly documents: string;
  readonly desks: () => Iterable<Desk>;
  readonly openWindow: (start: Start, prepare?: (desk: Desk) => void) => void;
  readonly stateChanged: (desk: Desk) => void;
  readonly settingsChanged: () => void;
  readonly recentsChanged: () => void;
  readonly answerClose: (desk: Desk, requestId: string, mayClose: boolean) => void;
  readonly system: {
    openExternal(address: string): Promise<void>;
    openPath(path: string): Promise<unknown>;
    showInFolder(path: string): void;
  };
  readonly log: (line: string) => void;
}

interface Opened {
  readonly file: OpenedFile;
  readonly path: string;
  readonly hash: string;
}

export class Host {
  readonly #parts: HostParts;

  constructor(parts: HostParts) {
    this.#parts = parts;
  }

  /** Opens files the system handed over (arguments, a second start, a double click): each briefing in its window, the articles together in one. */
  async openFiles(paths: readonly string[], into?: Desk): Promise<void> {
    const briefings = paths.filter(isBriefing);
    const articles = paths.filter((path) => !isBriefing(path));
    for (const path of briefings) await this.#openBriefingIn(path, into);
    if (articles.length > 0) {
      const files = await this.#readArticles(articles);
      this.#show(files.ok ? { kind: 'articles', files: files.value } : failedStart(files), into);
    }
  }

  /** What a page is to show once it has loaded, again after a reload: the briefing as it now is on disk. */
  async startOf(desk: Desk): Promise<Start> {
    const again = desk.started;
    desk.started = true;
    if (!again || desk.path === null) return desk.start;
    const opened = await this.#read(desk.path);
    if (!opened.ok) return failedStart(opened);
    this.#adopt(desk, opened.value);
    return { kind: 'briefing', file: opened.value.file };
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
    const { backups, places, recents, settings } = this.#parts;
    return {
      start: (desk) => this.startOf(desk),

      backups: async () => Promise.all((await backups.list()).map((kept) => this.#offered(kept))),
      readBackup: (_desk, id) => backups.read(id),
      discardBackup: async (desk, id) => {
        // Another window's unsaved work is not this page's to discard.
        if (backups.isClaimed(id) && id !== desk.backupId) return;
        if (id === desk.backupId) desk.backupId = null;
        await backups.remove(id);
      },
      claimBackup: (desk, id) => this.#claim(desk, id),
      backup: (desk, bytes, note) => desk.inTurn(() => this.#backup(desk, bytes, note)),
      dropBackup: (desk) => desk.inTurn(() => this.#dropBackup(desk)),

      chooseArticles: async (desk) => {
        const paths = await desk.dialogs.openArticles(this.#folderOf(desk));
        if (paths === null) return ok(null);
        const files = await this.#readArticles(paths);
        if (files.ok) desk.used = true;
        return files;
      },
      openBriefing: async (desk) => {
        const path = await desk.dialogs.openBriefing(this.#folderOf(desk));
        if (path === null) return ok(null);
        const opened = await this.#openHere(desk, path);
        // In another window it is open as the user wanted: for this page nothing was chosen.
        return !opened.ok && opened.error.code === ELSEWHERE ? ok(null) : opened;
      },
      openPlace: async (desk, placeId) => {
        const path = places.path(placeId);
        return path === undefined ? unknownPlace() : this.#openHere(desk, path);
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
      openDropped: (desk, path) => this.openFiles([resolve(path)], desk),

      save: (desk, bytes, note) =>
        desk.inTurn(async () => (desk.path === null ? noPlace() : this.#save(desk, desk.path, bytes, note, false))),
      saveOver: (desk, bytes, note) =>
        desk.inTurn(async () => (desk.path === null ? noPlace() : this.#save(desk, desk.path, bytes, note, true))),
      saveAs: async (desk, bytes, suggestedName, note) => {
        const path = await desk.dialogs.saveAs('briefing', this.#folderOf(desk), suggestedName);
        if (path === null) return ok(null);
        const other = await this.#deskWith(path);
        if (other && other !== desk) {
          return fail(
            'locked',
            'This file is open in another window. Choose another name, or close that window first.',
          );
        }
        return desk.inTurn(() => this.#save(desk, path, bytes, note, true));
      },
      exportFile: async (desk, bytes, suggestedName) => {
        const path = await desk.dialogs.saveAs('export', this.#folderOf(desk), suggestedName);
        if (path === null) return ok(null);
        // The dialog asked already whether a file of that name is to be replaced.
        const written = await writeNew(path, bytes, { force: true, fs: this.#parts.fs, caller: this.#parts.caller });
        if (!written.ok) return written;
        desk.exported = written.value.path;
        return ok({ place: places.of(path), at: this.#now() });
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
      setWindowState: (desk, state) => {
        if (state.dirty && !desk.state.dirty) desk.dirtySince = this.#parts.caller.now();
        desk.used ||= state.dirty;
        desk.state = state;
        this.#parts.stateChanged(desk);
      },
      newWindow: async () => this.#parts.openWindow({ kind: 'empty' }),
      openExternal: async (desk, url) => {
        const address = externalAddress(url);
        if (address === undefined) return;
        if (await desk.dialogs.openExternal(address)) await this.#parts.system.openExternal(address);
      },
      answerClose: async (desk, requestId, mayClose) => this.#parts.answerClose(desk, requestId, mayClose),
    };
  }

  #now(): string {
    return this.#parts.caller.now().toISOString();
  }

  #folderOf(desk: Desk): string {
    return desk.path === null ? this.#parts.documents : dirname(desk.path);
  }

  /** Reads a briefing's file for a window. */
  async #read(path: string): Promise<Result<Opened>> {
    const { fs, places } = this.#parts;
    const bytes = await readWhole(fs, path, MAX_BRIEFING);
    if (!bytes.ok) return bytes;
    const place = places.of(path);
    const file = { name: place.name, bytes: bytes.value, place, readOnly: await isReadOnly(fs, path) };
    return ok({ file, path, hash: hashOf(bytes.value) });
  }

  async #readArticles(paths: readonly string[]): Promise<Result<readonly InputFile[]>> {
    const files: InputFile[] = [];
    for (const path of paths) {
      const bytes = await readWhole(this.#parts.fs, path, MAX_ARTICLE);
      if (!bytes.ok) return bytes;
      files.push({ name: this.#parts.places.of(path).name, bytes: bytes.value });
    }
    return ok(files);
  }

  /** The window becomes the one of this file. */
  #adopt(desk: Desk, opened: Opened): void {
    desk.path = opened.path;
    desk.expected = [opened.hash];
    desk.used = true;
    this.#remember(opened.path);
    this.#parts.stateChanged(desk);
  }

  /** Notes a file among the recent ones. That it cannot be noted is no reason to disturb the work. */
  #remember(path: string, note?: Note): void {
    this.#parts.recents.add(path, note).then(
      () => this.#parts.recentsChanged(),
      (error: unknown) => this.#parts.log(`recents: ${errorCode(error)}`),
    );
  }

  async #deskWith(path: string): Promise<Desk | undefined> {
    const wanted = await this.#real(path);
    for (const desk of this.#parts.desks()) {
      if (desk.path !== null && (await this.#real(desk.path)) === wanted) return desk;
    }
    return undefined;
  }

  async #real(path: string): Promise<string> {
    return followLinks(this.#parts.fs, path).catch(() => path);
  }

  /** Opens a file for a page that asked: in its own window when that is free, else where it already is, else in a new one. */
  async #openHere(desk: Desk, path: string): Promise<Result<OpenedFile>> {
    const holder = await this.#deskWith(path);
    if (holder && (holder !== desk || desk.state.dirty)) {
      holder.focus();
      return fail(ELSEWHERE, 'This briefing is open already, in the window now in front.');
    }
    const opened = await this.#read(path);
    if (!opened.ok) return opened;
    if (desk.used && holder !== desk) {
      this.#openWindowWith(opened.value);
      return fail(ELSEWHERE, 'This briefing was opened in a window of its own.');
    }
    this.#adopt(desk, opened.value);
    return ok(opened.value.file);
  }

  async #openBriefingIn(path: string, into: Desk | undefined): Promise<void> {
    const holder = await this.#deskWith(path);
    if (holder) return holder.focus();
    const opened = await this.#read(path);
    if (!opened.ok) return this.#show(failedStart(opened), into);
    const desk = this.#free(into);
    if (!desk) return this.#openWindowWith(opened.value);
    this.#adopt(desk, opened.value);
    this.#hand(desk, { kind: 'briefing', file: opened.value.file });
  }

  #openWindowWith(opened: Opened): void {
    this.#parts.openWindow({ kind: 'briefing', file: opened.file }, (desk) => this.#adopt(desk, opened));
  }

  #show(start: Start, into: Desk | undefined): void {
    const desk = this.#free(into);
    if (desk) this.#hand(desk, start);
    else this.#parts.openWindow(start);
  }

  /** A window with nothing in it, the given one first. */
  #free(into: Desk | undefined): Desk | undefined {
    return [...(into ? [into] : []), ...this.#parts.desks()].find((desk) => !desk.used);
  }

  #hand(desk: Desk, start: Start): void {
    desk.used ||= start.kind !== 'failed';
    if (desk.started) desk.send(start);
    else desk.start = start;
    desk.focus();
  }

  async #save(desk: Desk, path: string, bytes: Uint8Array, note: Note, over: boolean): Promise<Result<Saved>> {
    const { fs, caller } = this.#parts;
    const saved: Result<Written> = await saveFile(fs, path, bytes, {
      caller,
      ...(over ? {} : { expectedHash: desk.expected }),
    });
    if (!saved.ok) {
      // A save that failed at its very last step has left these bytes: finding them later is no change by another program.
      if (path === desk.path) desk.expected = [...desk.expected.slice(-8), hashOf(bytes)];
      this.#parts.log(`save: ${saved.error.code}`);
      return saved;
    }
    desk.path = path;
    desk.expected = [saved.value.hash];
    desk.used = true;
    this.#remember(path, note);
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
    const holder = kept.path === null ? undefined : await this.#deskWith(kept.path);
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

const ELSEWHERE = 'open-elsewhere';

function isBriefing(path: string): boolean {
  return extname(path).toLowerCase() === '.brief';
}

function failedStart(failed: { readonly error: { readonly text: string } }): Start {
  return { kind: 'failed', text: failed.error.text };
}

function noPlace(): Result<never> {
  return fail('no-place', 'This briefing has no file yet. Choose one with “Save as…”.');
}

function unknownPlace(): Result<never> {
  return fail('missing', 'This file is not known any more. Open it again with “Open…”.');
}
