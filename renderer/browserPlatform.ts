// BrowserPlatform: the same renderer in a browser tab, for preview and tests: files through pickers or downloads, the rest in storage.
import { createTurns } from '../shared/base/turns.ts';
import { fail, ok, type Result } from '../shared/base/result.ts';
import {
  THEMES,
  type Backup,
  type InputFile,
  type OpenedFile,
  type Place,
  type Platform,
  type Recent,
  type Start,
  type UserSettings,
  type WindowState,
} from '../shared/platform.ts';
import { browserExport, typesOf } from './browserExport.ts';
import { browserHouseStyle } from './browserHouseStyle.ts';
import { browserTemplates } from './browserTemplates.ts';
import { openBrowserStore, type BrowserStore } from './browserStore.ts';
import { DEFAULT_USER } from './sessionState.ts';

/** The File System Access API, which TypeScript's DOM library does not describe yet. */
interface Pickers {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}
interface Asking {
  queryPermission?(options: object): Promise<PermissionState>;
  requestPermission?(options: object): Promise<PermissionState>;
}
const pickers = () => window as unknown as Pickers;

const BRIEF_TYPES = [
  { description: 'Chancery briefing', accept: { 'application/vnd.chancery.brief+zip': ['.brief'] } },
];
const ARTICLE_ACCEPT = '.txt,.md,.markdown,.text,text/plain,text/markdown';
const PICTURE_ACCEPT = 'image/png,image/jpeg,image/gif';
const STYLE_ACCEPT = '.docx,.dotx';
const SETTINGS = 'chancery.settings';
const RECENTS = 'chancery.recents';
const MOST_RECENTS = 12;

interface StoredBackup extends Backup {
  readonly bytes: Uint8Array;
  /** The window that made it; its lock tells whether it still lives. */
  readonly window: string;
  /** SHA-256 of the file it was made from, or null. */
  readonly base: string | null;
}

function read<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}
function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or barred storage loses comfort (recents, settings), never work.
  }
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks for files by the browser's own dialog; null when the user cancels. */
function pickFiles(accept: string, multiple: boolean): Promise<readonly File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.hidden = true;
    const end = (files: readonly File[] | null) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => end([...(input.files ?? [])]));
    input.addEventListener('cancel', () => end(null));
    document.body.append(input);
    input.click();
  });
}

async function inputOf(file: File): Promise<InputFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function isCancel(fault: unknown): boolean {
  return fault instanceof DOMException && fault.name === 'AbortError';
}
function sentence(fault: unknown): string {
  return fault instanceof Error && fault.message ? fault.message : 'The browser refused.';
}

export function createBrowserPlatform(): Platform {
  const store: Promise<BrowserStore> = openBrowserStore();
  const windowId = crypto.randomUUID();
  // Held as long as this window lives: so other windows know whose backups are nobody's.
  void navigator.locks?.request(`chancery ${windowId}`, () => new Promise(() => undefined));

  let handle: FileSystemFileHandle | null = null;
  let place: Place | null = null;
  /** SHA-256 of what this window last read from or wrote to its file. */
  let base: string | null = null;
  let dirty = false;
  let opened: WindowState['opened'] = null;
  /** A file that was read but is not shown yet: it is this window's own once the page says that it shows it. */
  let coming: { handle: FileSystemFileHandle | null; place: Place; base: string | null } | null = null;
  let backupId: string = crypto.randomUUID();
  /** True once this window wrote the backup: one just claimed belongs to the briefing that is being opened. */
  let backupIsOurs = false;
  /** One after another: the page tells of a new briefing while the backup of the old one is still being written. */
  const inTurn = createTurns();
  /** Lets go of the backup of a briefing that is no longer in the window; what was not saved stays, but is not offered. */
  async function leaveBackup(unsaved: boolean): Promise<void> {
    if (!backupIsOurs) return;
    const id = backupId;
    backupId = crypto.randomUUID();
    backupIsOurs = false;
    const kept = await (await store).get<StoredBackup>('backups', id);
    if (kept && unsaved) await (await store).put('backups', id, { ...kept, window: '', declined: true });
    else await (await store).remove('backups', id);
  }
  addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault();
  });

  function remember(note: { title: string; template: string; checksToSettle: number }): void {
    if (!place) return;
    const id = place.id;
    const row: Recent = { place, openedAt: new Date().toISOString(), missing: false, ...note };
    const others = read<readonly Recent[]>(RECENTS, []).filter((recent) => recent.place.id !== id);
    write(RECENTS, [row, ...others].slice(0, MOST_RECENTS));
  }
  /** The place of a handle, the same each time; the handle is kept under its id, so that the recent file can be opened again. */
  async function placeOf(chosen: FileSystemFileHandle): Promise<Place> {
    for (const recent of read<readonly Recent[]>(RECENTS, [])) {
      const kept = await (await store).get<FileSystemFileHandle>('places', recent.place.id);
      if (kept && (await kept.isSameEntry(chosen))) return recent.place;
    }
    const found = { id: crypto.randomUUID(), name: chosen.name, folder: 'This computer' };
    await (await store).put('places', found.id, chosen).catch(() => undefined);
    return found;
  }
  async function openHandle(chosen: FileSystemFileHandle): Promise<OpenedFile> {
    const file = await inputOf(await chosen.getFile());
    coming = { handle: chosen, place: await placeOf(chosen), base: await digest(file.bytes) };
    return { ...file, place: coming.place, readOnly: false };
  }
  async function writeHandle(to: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
    // The browser writes to a file of its own and swaps it on close: the old one stays whole until then.
    const stream = await to.createWritable();
    await stream.write(bytes as Uint8Array<ArrayBuffer>);
    await stream.close();
  }
  async function put(bytes: Uint8Array, note: Parameters<Platform['save']>[1], over: boolean) {
    if (!place) return fail('no-place', 'The briefing has no file yet.');
    try {
      if (handle) {
        const there = await handle.getFile().catch(() => null);
        if (!over && there && base !== null) {
          const now = await digest(new Uint8Array(await there.arrayBuffer()));
          if (now !== base) return fail('changed-outside', `${place.name} was changed by another program.`);
        }
        await writeHandle(handle, bytes);
      } else download(bytes, place.name);
    } catch (fault) {
      return fail('failed', sentence(fault));
    }
    base = await digest(bytes);
    remember(note);
    return ok({ place, at: new Date().toISOString() });
  }
  /** Where to write: a handle, null for a download, undefined when cancelled. */
  async function target(suggestedName: string, types: object[]): Promise<FileSystemFileHandle | null | undefined> {
    const pick = pickers().showSaveFilePicker;
    if (!pick) return null;
    try {
      return await pick.call(window, { suggestedName, types });
    } catch (fault) {
      if (isCancel(fault)) return undefined;
      // Barred (a frame, an automated browser): then as a download.
      return null;
    }
  }
  async function liveWindows(): Promise<ReadonlySet<string>> {
    const held = (await navigator.locks?.query())?.held ?? [];
    return new Set(held.map((lock) => (lock.name ?? '').replace('chancery ', '')));
  }

  return {
    host: 'browser',
    os: /mac/iu.test(navigator.platform) ? 'mac' : /win/iu.test(navigator.platform) ? 'windows' : 'linux',

    async start(): Promise<Start> {
      try {
        const response = await fetch('/start.json');
        if (!response.ok || !(response.headers.get('content-type') ?? '').includes('json')) return { kind: 'empty' };
        const given = (await response.json()) as { kind: 'articles'; files: { name: string; base64: string }[] };
        const files = given.files.map(({ name, base64 }) => ({
          name,
          bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
        }));
        return files.length > 0 ? { kind: 'articles', files } : { kind: 'empty' };
      } catch {
        return { kind: 'empty' };
      }
    },

    backups: () =>
      inTurn(async () => {
        const live = await liveWindows();
        const all = await (await store).all<StoredBackup>('backups');
        return all
          .filter((backup) => !live.has(backup.window))
          .sort((a, b) => b.at.localeCompare(a.at))
          .map(({ id, at, title, place: of, baseChanged, declined }) => ({
            id,
            at,
            title,
            place: of,
            baseChanged,
            declined: declined === true,
          }));
      }),
    async readBackup(id) {
      const kept = await (await store).get<StoredBackup>('backups', id);
      return kept ? ok(kept.bytes) : fail('missing', 'The backup is no longer there.');
    },
    async discardBackup(id) {
      await (await store).remove('backups', id);
    },

    async chooseArticles() {
      const files = await pickFiles(ARTICLE_ACCEPT, true);
      return ok(files && (await Promise.all(files.map(inputOf))));
    },
    async choosePicture() {
      const [file] = (await pickFiles(PICTURE_ACCEPT, false)) ?? [];
      return ok(file ? await inputOf(file) : null);
    },
    ...browserHouseStyle({
      store,
      pick: async () => (await pickFiles(STYLE_ACCEPT, false))?.[0] ?? null,
      sentence,
    }),
    ...browserTemplates({
      store,
      pick: async () => (await pickFiles('.json,application/json', false))?.[0] ?? null,
      sentence,
    }),
    async openBriefing(): Promise<Result<OpenedFile | null>> {
      const pick = pickers().showOpenFilePicker;
      if (pick) {
        try {
          const [chosen] = await pick.call(window, { types: BRIEF_TYPES });
          return ok(chosen ? await openHandle(chosen) : null);
        } catch (fault) {
          if (isCancel(fault)) return ok(null);
        }
      }
      const [file] = (await pickFiles('.brief', false)) ?? [];
      if (!file) return ok(null);
      const input = await inputOf(file);
      const found = { id: crypto.randomUUID(), name: file.name, folder: 'Downloads' };
      coming = { handle: null, place: found, base: await digest(input.bytes) };
      return ok({ ...input, place: found, readOnly: false });
    },
    async openPlace(placeId) {
      const kept = await (await store).get<FileSystemFileHandle & Asking>('places', placeId);
      if (!kept) return fail('missing', 'The browser does not give this file again by itself. Open it with Open…');
      try {
        const asked = { mode: 'readwrite' };
        const state = (await kept.queryPermission?.(asked)) ?? 'granted';
        if (state !== 'granted' && (await kept.requestPermission?.(asked)) !== 'granted') {
          return fail('refused', 'The browser was not allowed to open the file.');
        }
        return ok(await openHandle(kept));
      } catch (fault) {
        return fail('missing', sentence(fault));
      }
    },
    recents: () => Promise.resolve(read<readonly Recent[]>(RECENTS, [])),
    async forgetRecent(placeId) {
      write(
        RECENTS,
        read<readonly Recent[]>(RECENTS, []).filter((recent) => recent.place.id !== placeId),
      );
      await (await store).remove('places', placeId);
    },

    save: (bytes, note) => put(bytes, note, false),
    saveOver: (bytes, note) => put(bytes, note, true),
    async saveAs(bytes, suggestedName, note) {
      const to = await target(suggestedName, BRIEF_TYPES);
      if (to === undefined) return ok(null);
      handle = to;
      place = to ? await placeOf(to) : { id: crypto.randomUUID(), name: suggestedName, folder: 'Downloads' };
      base = null;
      return put(bytes, note, true);
    },
    ...browserExport({
      target: (name) => target(name, typesOf(name)),
      write: writeHandle,
      download,
      sentence,
    }),
    // A tab can neither start Word nor open a folder; the app bar offers neither in a browser.
    showExported: () => Promise.resolve(),

    backup: (bytes, note) =>
      inTurn(async () => {
        const kept: StoredBackup = {
          id: backupId,
          at: new Date().toISOString(),
          title: note.title,
          place,
          baseChanged: false,
          bytes,
          window: windowId,
          base,
        };
        try {
          await (await store).put('backups', backupId, kept);
          backupIsOurs = true;
          return ok(undefined);
        } catch (fault) {
          return fail('failed', sentence(fault));
        }
      }),
    dropBackup: () => inTurn(async () => (await store).remove('backups', backupId)),
    claimBackup: (id) =>
      inTurn(async () => {
        const kept = await (await store).get<StoredBackup>('backups', id);
        if (!kept) return;
        backupId = id;
        backupIsOurs = false;
        // What the backup was made from, not what is there now: a change in between is noticed when saving.
        if (coming && coming.place.id === kept.place?.id) coming.base = kept.base;
        await (await store).put('backups', id, { ...kept, window: windowId, declined: false });
      }),

    readSettings() {
      const kept = read<Partial<UserSettings>>(SETTINGS, {});
      const theme = THEMES.find((one) => one === kept.theme) ?? DEFAULT_USER.theme;
      return Promise.resolve({ ...DEFAULT_USER, ...kept, theme });
    },
    writeSettings(settings) {
      write(SETTINGS, settings);
      return Promise.resolve();
    },

    setWindowState(state) {
      const wasDirty = dirty;
      const before = opened;
      dirty = state.dirty;
      opened = state.opened;
      if (before?.count === opened?.count) return;
      const shown = coming && coming.place.id === opened?.placeId ? coming : null;
      handle = shown?.handle ?? null;
      place = shown?.place ?? null;
      base = shown?.base ?? null;
      coming = null;
      if (before) void inTurn(() => leaveBackup(wasDirty));
    },
    onCommand: () => () => undefined,
    onOpen: () => () => undefined,
    // A tab closes without asking the page more than beforeunload does.
    onCloseRequest: () => () => undefined,
    newWindow() {
      window.open(location.href, '_blank', 'noopener');
      return Promise.resolve();
    },
    openExternal(url) {
      if (confirm(`Open ${url} in a new tab? Chancery itself never connects. Your browser will.`))
        window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve();
    },
  };
}
