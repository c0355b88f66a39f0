// Opening: which file comes into which window; a file that is open is brought to the front instead of opened twice.
import { extname } from 'node:path';
import { fail, ok, type Result } from '../shared/base/result.ts';
import type { InputFile, Note, OpenedFile, Start } from '../shared/platform.ts';
import type { Desk } from './desk.ts';
import type { Places } from './places.ts';
import type { Recents } from './recents.ts';
import { errorCode, hashOf, type FileSystem } from './disk.ts';
import { followLinks, isReadOnly, readWhole } from './files.ts';

/** Largest files read, in bytes. An article above its importer's own limit is refused there; these keep memory whole. */
export const MAX_BRIEFING = 256 * 1024 * 1024;
const MAX_ARTICLE = 64 * 1024 * 1024;

/** Failure code of Platform.openPlace: another window has it, or has it now. */
export const ELSEWHERE = 'open-elsewhere';

interface Opened {
  readonly file: OpenedFile;
  readonly path: string;
  readonly hash: string;
}

/** What opening needs of the app around it. */
export interface OpeningParts {
  readonly fs: FileSystem;
  readonly places: Places;
  readonly recents: Recents;
  readonly desks: () => Iterable<Desk>;
  readonly openWindow: (start: Start, prepare?: (desk: Desk) => void) => void;
  readonly stateChanged: (desk: Desk) => void;
  readonly recentsChanged: () => void;
  readonly log: (line: string) => void;
}

export class Opening {
  readonly #parts: OpeningParts;
  /** Opening goes one after another, so that two requests at once never give one file two windows. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: OpeningParts) {
    this.#parts = parts;
  }

  /** Opens files the system handed over (arguments, a second start, a double click): each briefing in its window, the articles together in one. */
  async openFiles(paths: readonly string[], into?: Desk): Promise<void> {
    const briefings = paths.filter(isBriefing);
    const articles = paths.filter((path) => !isBriefing(path));
    await this.oneByOne(async () => {
      for (const path of briefings) await this.#openBriefingIn(path, into);
      if (articles.length === 0) return;
      const files = await this.readArticles(articles);
      this.#show(files.ok ? { kind: 'articles', files: files.value } : failedStart(files), into);
    });
  }

  /** What a page is to show once it has loaded, again after a reload: the briefing as it now is on disk. */
  async startOf(desk: Desk): Promise<Start> {
    const again = desk.started;
    desk.started = true;
    // A page that begins again has nothing open yet; what the one before told is over.
    if (again) desk.state = { title: '', dirty: false, disabled: [] };
    if (!again || desk.path === null) return desk.start;
    const opened = await this.read(desk.path);
    if (!opened.ok) return failedStart(opened);
    this.adopt(desk, opened.value);
    return { kind: 'briefing', file: opened.value.file };
  }

  /** Reads a briefing's file for a window. */
  async read(path: string): Promise<Result<Opened>> {
    const { fs, places } = this.#parts;
    const bytes = await readWhole(fs, path, MAX_BRIEFING);
    if (!bytes.ok) return bytes;
    const place = places.of(path);
    const file = { name: place.name, bytes: bytes.value, place, readOnly: await isReadOnly(fs, path) };
    return ok({ file, path, hash: hashOf(bytes.value) });
  }

  async readArticles(paths: readonly string[]): Promise<Result<readonly InputFile[]>> {
    const files: InputFile[] = [];
    for (const path of paths) {
      const bytes = await readWhole(this.#parts.fs, path, MAX_ARTICLE);
      if (!bytes.ok) return bytes;
      files.push({ name: this.#parts.places.of(path).name, bytes: bytes.value });
    }
    return ok(files);
  }

  /** The window becomes the one of this file. */
  adopt(desk: Desk, opened: Opened): void {
    desk.path = opened.path;
    desk.expected = [opened.hash];
    desk.reread = null;
    this.remember(opened.path);
    this.#parts.stateChanged(desk);
  }

  /** Notes a file among the recent ones. That it cannot be noted is no reason to disturb the work. */
  remember(path: string, note?: Note): void {
    this.#parts.recents.add(path, note).then(
      () => this.#parts.recentsChanged(),
      (error: unknown) => this.#parts.log(`recents: ${errorCode(error)}`),
    );
  }

  async deskWith(path: string): Promise<Desk | undefined> {
    const wanted = await this.#real(path);
    for (const desk of this.#parts.desks()) {
      // A page that read a file and shows nothing yet, as when it offers a recovery, does not have it.
      if (desk.used && desk.path !== null && (await this.#real(desk.path)) === wanted) return desk;
    }
    return undefined;
  }

  async #real(path: string): Promise<string> {
    return followLinks(this.#parts.fs, path).catch(() => path);
  }

  /** Opens a file for a page that asked: in its own window when that is free, else where it already is, else in a new one. */
  async openHere(desk: Desk, path: string): Promise<Result<OpenedFile>> {
    const holder = await this.deskWith(path);
    if (holder && holder !== desk) {
      holder.focus();
      return fail(ELSEWHERE, 'This briefing is open already, in the window now in front.');
    }
    const opened = await this.read(path);
    if (!opened.ok) return opened;
    if (desk.used && !holder) {
      this.#openWindowWith(opened.value);
      return fail(ELSEWHERE, 'This briefing was opened in a window of its own.');
    }
    // With unsaved changes the page may only compare: what is on disk becomes the base once the page shows it.
    if (holder && desk.state.dirty) desk.reread = opened.value.hash;
    else this.adopt(desk, opened.value);
    return ok(opened.value.file);
  }

  async #openBriefingIn(path: string, into: Desk | undefined): Promise<void> {
    const holder = await this.deskWith(path);
    if (holder) return holder.focus();
    const opened = await this.read(path);
    if (!opened.ok) return this.#show(failedStart(opened), into);
    const desk = this.#free(into);
    if (!desk) return this.#openWindowWith(opened.value);
    this.adopt(desk, opened.value);
    this.#hand(desk, { kind: 'briefing', file: opened.value.file });
  }

  async openInNewWindow(path: string): Promise<void> {
    const holder = await this.deskWith(path);
    if (holder) return holder.focus();
    const opened = await this.read(path);
    if (opened.ok) this.#openWindowWith(opened.value);
    else this.#parts.openWindow(failedStart(opened));
  }

  #openWindowWith(opened: Opened): void {
    this.#parts.openWindow({ kind: 'briefing', file: opened.file }, (desk) => this.adopt(desk, opened));
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

  oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const step = this.#queue.then(work);
    this.#queue = step.catch(() => undefined);
    return step;
  }
}

function isBriefing(path: string): boolean {
  return extname(path).toLowerCase() === '.brief';
}

function failedStart(failed: { readonly error: { readonly text: string } }): Start {
  return { kind: 'failed', text: failed.error.text };
}
