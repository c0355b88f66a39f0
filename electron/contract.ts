// The contract between page and main process: every call's name with the schema of its arguments, and every event's payload.
import { z } from '../shared/base/validate.ts';
import { COMMANDS, type CommandId } from '../shared/commands.ts';
import { MAX_HOUSE_STYLE, MAX_TEMPLATES, THEMES, type Platform, type Start } from '../shared/platform.ts';
import { printPageSchema } from './printJob.ts';

/** Members of Platform that are no calls: constants, and events in the other direction. */
type NoCall = 'host' | 'os' | 'onCommand' | 'onOpen' | 'onCloseRequest';

/** Calls the preload makes by itself, without the page: never on `window.chancery`. */
interface PreloadCalls {
  /** A .brief was dropped on the window; its path comes from `webUtils`, which only the preload can ask (decisions.md). */
  openDropped(path: string): Promise<void>;
  /** The page's answer to a close request: may the window close? */
  answerClose(requestId: string, mayClose: boolean): Promise<void>;
}

type All = Required<Omit<Platform, NoCall>> & PreloadCalls;
export type CallName = keyof All;
type Method<C extends CallName> = Extract<All[C], (...args: never[]) => unknown>;
export type Arguments<C extends CallName> = Parameters<Method<C>>;
/** What a handler of the call gives: the value itself or a promise of it. */
export type Answer<C extends CallName> = Awaited<ReturnType<Method<C>>>;

/** Largest document that a page may hand over, in bytes: twice what an unpacked .brief may hold (safety.md). */
export const MAX_BYTES = 512 * 1024 * 1024;

const width = z.number().min(0).max(10_000);
/** The arrangement of a window, as the page tells it and as it is kept (settings.ts). */
export const layoutSchema = z.object({
  panes: z.object({ sources: z.boolean(), facts: z.boolean() }),
  widths: z.object({ sources: width, facts: width }),
  zoom: z.number().min(10).max(1000),
  whitePage: z.boolean().optional(),
});

const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= MAX_BYTES, 'too large');
const styleBytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= MAX_HOUSE_STYLE, 'too large');
const id = z.string().regex(/^[0-9a-f]{32}$/);
const words = z.string().max(2000);
const fileName = z.string().min(1).max(255);
const note = z.object({ title: words, template: words, checksToSettle: z.number().int().min(0).max(1_000_000) });
const command = z.enum(COMMANDS.map((row) => row.id) as [CommandId, ...CommandId[]]);

/** The channel list. A method added to Platform does not compile until it has its row here. */
export const CALLS: { readonly [C in CallName]: z.ZodType<Arguments<C>> } = {
  start: z.tuple([]),
  backups: z.tuple([]),
  readBackup: z.tuple([id]),
  discardBackup: z.tuple([id]),
  chooseArticles: z.tuple([]),
  choosePicture: z.tuple([]),
  chooseHouseStyle: z.tuple([]),
  keptHouseStyle: z.tuple([]),
  keepHouseStyle: z.tuple([z.object({ name: fileName, bytes: styleBytes })]),
  dropHouseStyle: z.tuple([]),
  chooseTemplate: z.tuple([]),
  keptTemplates: z.tuple([]),
  keepTemplates: z.tuple([z.string().max(MAX_TEMPLATES).startsWith('[')]),
  openBriefing: z.tuple([]),
  openPlace: z.tuple([id]),
  recents: z.tuple([]),
  forgetRecent: z.tuple([id]),
  save: z.tuple([bytes, note]),
  saveAs: z.tuple([bytes, fileName, note]),
  saveOver: z.tuple([bytes, note]),
  exportFile: z.tuple([bytes, fileName]),
  exportCopies: z.tuple([bytes, bytes, fileName]),
  exportPdf: z.tuple([printPageSchema, fileName]),
  showExported: z.tuple([z.enum(['open', 'folder'])]),
  backup: z.tuple([bytes, note]),
  dropBackup: z.tuple([]),
  claimBackup: z.tuple([id]),
  readSettings: z.tuple([]),
  writeSettings: z.tuple([
    z.object({
      author: z.string().max(200),
      theme: z.enum(THEMES),
      template: z.string().max(200),
      banner: z.string().max(500).nullable(),
      typography: z.boolean().optional(),
      preview: z.boolean().optional(),
      recentBanners: z.array(z.string().max(500)).max(12).readonly().optional(),
      layout: layoutSchema.optional(),
    }),
  ]),
  setWindowState: z.tuple([
    z.object({
      title: words,
      dirty: z.boolean(),
      disabled: z.array(command).max(COMMANDS.length),
      opened: z.object({ count: z.number().int(), placeId: id.nullable() }).nullable().optional(),
    }),
  ]),
  newWindow: z.tuple([z.literal('empty')]),
  openInNewWindow: z.tuple([id]),
  openExternal: z.tuple([z.string().max(4096)]),
  openDropped: z.tuple([z.string().min(1).max(32_767)]),
  answerClose: z.tuple([id, z.boolean()]),
};

export const CALL_NAMES = Object.keys(CALLS) as readonly CallName[];

/** What the main process sends to a page, by event. */
export interface Events {
  command: [id: CommandId];
  open: [start: Start];
  closeRequest: [requestId: string, save: boolean];
}
export type EventName = keyof Events;

/** Channel of a call or an event; the prefix keeps them apart from Electron's own. */
export type Channel = `chancery:${CallName | EventName}`;
