// A main process for tests: the host with the real disk and without Electron.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Backups } from '../../electron/backups.ts';
import { Desk } from '../../electron/desk.ts';
import type { Dialogs } from '../../electron/dialogs.ts';
import { disk } from '../../electron/disk.ts';
import { Host, type HostParts } from '../../electron/host.ts';
import { KeptStyle } from '../../electron/keptStyle.ts';
import { KeptTemplates } from '../../electron/keptTemplates.ts';
import { Places } from '../../electron/places.ts';
import { Recents } from '../../electron/recents.ts';
import { Settings } from '../../electron/settings.ts';
import { fail, ok } from '../../shared/base/result.ts';
import type { Start } from '../../shared/platform.ts';
import { callerWith, folder } from './faultyDisk.ts';

export const NOTE = { title: 'Ferry traffic', template: 'briefing-note', checksToSettle: 0 };
const EMPTY: Start = { kind: 'empty' };

/** What the user answers to the next dialogs, and what the system was asked to do. */
interface Answers {
  open: string | null;
  articles: readonly string[] | null;
  picture: string | null;
  houseStyle: string | null;
  save: string | null;
  template: string | null;
  external: boolean;
}

/** A main process without Electron: the host on the real disk, windows without frames, and a user who answers at once. */
export class House {
  readonly data: string;
  readonly docs = folder();
  readonly answers: Answers = {
    open: null,
    articles: null,
    picture: null,
    houseStyle: null,
    save: null,
    template: null,
    external: false,
  };
  readonly desks: Desk[] = [];
  readonly asked: string[] = [];
  readonly sent: Start[] = [];
  readonly backups: Backups;
  readonly recents: Recents;
  readonly host: Host;
  readonly calls: ReturnType<Host['handlers']>;
  focused: Desk | undefined;

  constructor(data = folder()) {
    this.data = data;
    this.backups = new Backups(disk, path.join(data, 'backups'));
    this.recents = new Recents(disk, data);
    const parts: HostParts = {
      fs: disk,
      caller: callerWith(),
      places: new Places(this.docs),
      backups: this.backups,
      recents: this.recents,
      settings: new Settings(disk, data),
      keptStyle: new KeptStyle(disk, data),
      keptTemplates: new KeptTemplates(disk, data),
      documents: this.docs,
      desks: () => this.desks,
      openWindow: (start, prepare) => prepare?.(this.desk(start)) ?? (prepare ? undefined : void this.desk(start)),
      stateChanged: () => {},
      settingsChanged: () => {},
      recentsChanged: () => {},
      print: async ({ html }) =>
        html === 'broken' ? fail('print-failed', 'No.') : ok(new TextEncoder().encode(`PDF of ${html}`)),
      answerClose: () => {},
      system: {
        openExternal: (address) => Promise.resolve(void this.asked.push(`external ${address}`)),
        openPath: (file) => Promise.resolve(this.asked.push(`open ${file}`)),
        showInFolder: (file) => this.asked.push(`show ${file}`),
      },
      log: () => {},
    };
    this.host = new Host(parts);
    this.calls = this.host.handlers();
  }

  /** A window, already asked by its page for what to show. */
  desk(start: Start = EMPTY): Desk {
    const dialogs: Dialogs = {
      openBriefing: () => Promise.resolve(this.answers.open),
      openPicture: () => Promise.resolve(this.answers.picture),
      openHouseStyle: () => Promise.resolve(this.answers.houseStyle),
      openTemplate: () => Promise.resolve(this.answers.template),
      openArticles: () => Promise.resolve(this.answers.articles),
      saveAs: () => Promise.resolve(this.answers.save),
      saveChanges: () => Promise.resolve('cancel'),
      openExternal: () => Promise.resolve(this.answers.external),
      stopped: () => Promise.resolve('close'),
      frozen: () => Promise.resolve('wait'),
    };
    const desk: Desk = new Desk(
      start,
      dialogs,
      () => (this.focused = desk),
      (next) => this.sent.push(next),
    );
    this.desks.push(desk);
    return desk;
  }

  /** A briefing's file among the documents. */
  file(name: string, text = `old ${name}`): string {
    const file = path.join(this.docs, name);
    writeFileSync(file, text);
    return file;
  }

  /** Opens a file as a page does: what it gets, it shows. */
  async open(desk: Desk, file: string) {
    this.answers.open = file;
    const opened = await this.calls.openBriefing(desk);
    if (opened.ok && opened.value) await this.show(desk, opened.value.place.id);
    return opened;
  }

  /** The page shows another briefing, one with a file or one without. */
  async show(desk: Desk, placeId: string | null): Promise<void> {
    this.#count += 1;
    const opened = { count: this.#count, placeId };
    await this.calls.setWindowState(desk, { title: 'Ferry traffic', dirty: false, disabled: [], opened });
  }
  #count = 0;

  /** The page shows no briefing any more. */
  async clear(desk: Desk): Promise<void> {
    await this.calls.setWindowState(desk, { title: '', dirty: false, disabled: [], opened: null });
  }

  async edit(desk: Desk, dirty = true): Promise<void> {
    const { opened = { count: this.#count, placeId: null } } = desk.state;
    await this.calls.setWindowState(desk, { title: 'Ferry traffic', dirty, disabled: [], opened });
  }
}
