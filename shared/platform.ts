// Platform: what the renderer needs from its host (files, backups, settings, menu); Electron's preload and the browser both give it.
import type { Result } from './base/result.ts';
import type { CommandId } from './commands.ts';
import type { PrintPage } from './printPage.ts';

/** A file that came in from outside: its name (never a path) and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A place on disk that only the host can resolve; the renderer shows its words and hands back its id. */
export interface Place {
  readonly id: string;
  /** File name with extension. */
  readonly name: string;
  /** Words for the folder, for people: "Documents / South Caucasus". */
  readonly folder: string;
}

export interface OpenedFile extends InputFile {
  readonly place: Place;
  readonly readOnly: boolean;
}

export interface Recent {
  readonly place: Place;
  readonly openedAt: string;
  readonly missing: boolean;
  /** What the renderer noted when it was last saved, for the row. */
  readonly title: string;
  readonly template: string;
  readonly checksToSettle: number;
}

/** What the renderer says of a briefing when it saves or backs up. */
export interface Note {
  readonly title: string;
  readonly template: string;
  readonly checksToSettle: number;
}

export interface Saved {
  readonly place: Place;
  /** ISO 8601 instant of the save. */
  readonly at: string;
}

/** Two copies of one export. The annotated one may have failed, or its place been declined (null), while the first stands. */
export interface SavedCopies {
  readonly clean: Saved;
  readonly annotated: Result<Saved | null>;
}

/** A version kept beside the saved one: what was typed and not saved when the window closed unexpectedly. */
export interface Backup {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  /** The file it belongs to; null for a briefing that was never saved. */
  readonly place: Place | null;
  /** True when the file on disk is no longer the one this backup was made from. */
  readonly baseChanged: boolean;
  /** The user answered "Don't save" to it: listed under Backups, not offered at start. */
  readonly declined?: boolean;
}

/** Largest house style that is read or kept, in bytes: templates with pictures stay far below it. */
export const MAX_HOUSE_STYLE = 64 * 1024 * 1024;

/** Largest text of own templates that is kept, in characters and in bytes. */
export const MAX_TEMPLATES = 16 * 1024 * 1024;

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** How the window is arranged; widths in CSS pixels, zoom in per cent. */
export interface UserLayout {
  readonly panes: { readonly sources: boolean; readonly facts: boolean };
  readonly widths: { readonly sources: number; readonly facts: number };
  readonly zoom: number;
  /** The page stays white in a dark window. */
  readonly whitePage?: boolean | undefined;
}

export interface UserSettings {
  readonly author: string;
  readonly theme: (typeof THEMES)[number];
  readonly template: string;
  readonly banner: string | null;
  /** False: typed quotation marks, dashes and ellipses stay as they are. Absent, they are set as the language has them. */
  readonly typography?: boolean | undefined;
  /** False: a briefing begins from chosen articles without its preview. Absent, it is shown. */
  readonly preview?: boolean | undefined;
  /** Banners set last, the newest first. */
  readonly recentBanners?: readonly string[] | undefined;
  /** Absent until the window was arranged by hand. */
  readonly layout?: UserLayout | undefined;
}

/** What a window is opened for. */
export type Start =
  | { readonly kind: 'empty' }
  | { readonly kind: 'articles'; readonly files: readonly InputFile[] }
  | { readonly kind: 'briefing'; readonly file: OpenedFile }
  | { readonly kind: 'failed'; readonly text: string };

/** What the native menu and the window's frame need to know of the renderer's state. */
export interface WindowState {
  readonly title: string;
  readonly dirty: boolean;
  readonly disabled: readonly CommandId[];
  /**
   * The open briefing: `count` differs for each one opened in this window, `placeId` is null while it has no file. Null when
   * nothing is open. By it the host knows that what is typed now no longer belongs to the file and backup of the one before.
   */
  readonly opened?: { readonly count: number; readonly placeId: string | null } | null | undefined;
}

export interface Platform {
  readonly host: 'desktop' | 'browser';
  readonly os: 'mac' | 'windows' | 'linux';

  start(): Promise<Start>;
  /** Backups that no window has claimed, newest first. */
  backups(): Promise<readonly Backup[]>;
  readBackup(id: string): Promise<Result<Uint8Array>>;
  /** Only after the user's second yes (decisions.md). */
  discardBackup(id: string): Promise<void>;

  /** Dialogs resolve to null when the user cancels. Nothing but a dialog, an argument or a recent file makes a Place. */
  chooseArticles(): Promise<Result<readonly InputFile[] | null>>;
  /** A picture to be put into the text; what it is, is told by its bytes. */
  choosePicture(): Promise<Result<InputFile | null>>;
  /** A Word document or template to export in the style of; whether it is one, its reader tells (shared/export/houseStyle.ts). */
  chooseHouseStyle(): Promise<Result<InputFile | null>>;
  /** The house style kept on this computer, for all briefings; null when none is. Failure code: `damaged`. */
  keptHouseStyle(): Promise<Result<InputFile | null>>;
  /** Keeps a copy of a house style in place of the one before. Failure codes: `full`, `failed`. */
  keepHouseStyle(style: InputFile): Promise<Result<void>>;
  /** Removes the kept copy. Failure code: `failed`. */
  dropHouseStyle(): Promise<Result<void>>;
  /** The file of a template; whether it is one, its reader tells (shared/briefing/ownTemplate.ts). */
  chooseTemplate(): Promise<Result<InputFile | null>>;
  /** The user's own templates as one JSON text; null when there are none. Failure code: `damaged`. */
  keptTemplates(): Promise<Result<string | null>>;
  /** Keeps these in place of those before. Failure codes: `full`, `failed`. */
  keepTemplates(json: string): Promise<Result<void>>;
  openBriefing(): Promise<Result<OpenedFile | null>>;
  /** Failure code `open-elsewhere`: it was opened, or brought to the front, in another window; nothing is to be shown here. */
  openPlace(placeId: string): Promise<Result<OpenedFile>>;
  recents(): Promise<readonly Recent[]>;
  forgetRecent(placeId: string): Promise<void>;

  /** Saves to this window's own place by the protocol of safety.md. Failure codes: `changed-outside`, `locked`, `full`, `read-only`, `no-place`, `failed`. */
  save(bytes: Uint8Array, note: Note): Promise<Result<Saved>>;
  /** Asks for the place first. `replace` goes over a file that changed outside, after the user's yes. */
  saveAs(bytes: Uint8Array, suggestedName: string, note: Note): Promise<Result<Saved | null>>;
  saveOver(bytes: Uint8Array, note: Note): Promise<Result<Saved>>;
  /** Writes an exported document to a place the user chooses. */
  exportFile(bytes: Uint8Array, suggestedName: string): Promise<Result<Saved | null>>;
  /**
   * Writes two copies in one go: the clean one to a place the user chooses, the annotated one beside it under the name that
   * `annotatedNameOf` (base/annotatedName.ts) makes of it. A file there is not replaced without the user's yes.
   */
  exportCopies(clean: Uint8Array, annotated: Uint8Array, suggestedName: string): Promise<Result<SavedCopies | null>>;
  /** Prints the page as PDF and writes it as `exportFile` does. A host without it cannot mark every sheet, so it offers no PDF. */
  exportPdf?(page: PrintPage, suggestedName: string): Promise<Result<Saved | null>>;
  /** Opens or shows the file last exported from this window. */
  showExported(how: 'open' | 'folder'): Promise<void>;

  /** Keeps an unsaved version in the app's data folder; replaced by the next one of this window. */
  backup(bytes: Uint8Array, note: Note): Promise<Result<void>>;
  /** Drops this window's backup: the work is saved, or the user chose not to. */
  dropBackup(): Promise<void>;
  /** Makes a backup of an earlier run this window's own, so that it is not offered again while this window has it. */
  claimBackup(id: string): Promise<void>;

  readSettings(): Promise<UserSettings>;
  writeSettings(settings: UserSettings): Promise<void>;

  setWindowState(state: WindowState): void;
  /** A command chosen in the native menu. Returns the way to stop listening. */
  onCommand(listener: (id: CommandId) => void): () => void;
  /** A file that the host was asked to open in this window (argument, second instance, open-file). */
  onOpen(listener: (start: Start) => void): () => void;
  /** The host wants to close this window; the renderer saves first when the user said Save. Answers whether it may close. */
  onCloseRequest(listener: (save: boolean) => Promise<boolean>): () => void;
  newWindow(start: 'empty'): Promise<void>;
  /** Opens a recent file in a window of its own; a host without it offers no "Open both". */
  openInNewWindow?(placeId: string): Promise<void>;
  /** After the user's yes; http, https and mailto only. */
  openExternal(url: string): Promise<void>;
}
