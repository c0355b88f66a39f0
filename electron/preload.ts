// Preload: gives the page `window.chancery`, a Platform made of typed functions; no event objects and no channel names leave it.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Platform } from '../shared/platform.ts';
import type { Answer, Arguments, CallName, EventName, Events } from './contract.ts';

function call<C extends CallName>(name: C): (...args: Arguments<C>) => Promise<Answer<C>> {
  return (...args) => ipcRenderer.invoke(`chancery:${name}`, ...args) as Promise<Answer<C>>;
}

/** Listens to an event; the page's listener never sees Electron's event object. Returns the way to stop. */
function on<E extends EventName>(name: E, listener: (...args: Events[E]) => void): () => void {
  const hear = (_event: unknown, ...args: unknown[]) => listener(...(args as Events[E]));
  ipcRenderer.on(`chancery:${name}`, hear);
  return () => {
    ipcRenderer.off(`chancery:${name}`, hear);
  };
}

const answerClose = call('answerClose');
let closeListeners = 0;
on('closeRequest', (requestId, save) => {
  // A page that does not listen (still loading, or broken) has nothing to save and must not hold its window.
  if (closeListeners === 0) void answerClose(requestId, !save);
});

const setWindowState = call('setWindowState');

const platform: Platform = {
  host: 'desktop',
  os: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
  start: call('start'),
  backups: call('backups'),
  readBackup: call('readBackup'),
  discardBackup: call('discardBackup'),
  chooseArticles: call('chooseArticles'),
  choosePicture: call('choosePicture'),
  chooseHouseStyle: call('chooseHouseStyle'),
  keptHouseStyle: call('keptHouseStyle'),
  keepHouseStyle: call('keepHouseStyle'),
  dropHouseStyle: call('dropHouseStyle'),
  chooseTemplate: call('chooseTemplate'),
  keptTemplates: call('keptTemplates'),
  keepTemplates: call('keepTemplates'),
  openBriefing: call('openBriefing'),
  openPlace: call('openPlace'),
  recents: call('recents'),
  forgetRecent: call('forgetRecent'),
  save: call('save'),
  saveAs: call('saveAs'),
  saveOver: call('saveOver'),
  exportFile: call('exportFile'),
  exportCopies: call('exportCopies'),
  exportPdf: call('exportPdf'),
  showExported: call('showExported'),
  backup: call('backup'),
  dropBackup: call('dropBackup'),
  claimBackup: call('claimBackup'),
  readSettings: call('readSettings'),
  writeSettings: call('writeSettings'),
  setWindowState: (state) => void setWindowState(state).catch(() => undefined),
  onCommand: (listener) => on('command', (id) => listener(id)),
  onOpen: (listener) => on('open', (start) => listener(start)),
  onCloseRequest: (listener) => {
    closeListeners += 1;
    const stop = on('closeRequest', (requestId, save) => {
      void listener(save).then(
        (mayClose) => answerClose(requestId, mayClose),
        () => answerClose(requestId, false),
      );
    });
    return () => {
      closeListeners -= 1;
      stop();
    };
  },
  newWindow: call('newWindow'),
  openInNewWindow: call('openInNewWindow'),
  openExternal: call('openExternal'),
};

contextBridge.exposeInMainWorld('chancery', platform);

/** The few members of a drag event used here; the preload is compiled without the DOM's types. */
interface Drag {
  readonly dataTransfer: {
    readonly files: ArrayLike<Parameters<typeof webUtils.getPathForFile>[0]>;
    readonly types: readonly string[];
  } | null;
  preventDefault(): void;
  stopImmediatePropagation(): void;
}
declare const window: {
  addEventListener(type: 'dragover' | 'drop', listener: (event: Drag) => void, capture: boolean): void;
};

const openDropped = call('openDropped');
const carriesFiles = (event: Drag) => event.dataTransfer?.types.includes('Files') ?? false;

window.addEventListener(
  'drop',
  (event) => {
    if (!carriesFiles(event)) return;
    const paths = Array.from(event.dataTransfer?.files ?? [], (file) => webUtils.getPathForFile(file));
    const briefings = paths.filter((path) => path.toLowerCase().endsWith('.brief'));
    if (briefings.length === 0) return;
    // A briefing has a place on disk to be saved to, which only its path tells (decisions.md); the page never sees it.
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const path of briefings) void openDropped(path);
  },
  true,
);
// A file dropped anywhere else never takes the place of the page. After the page's own listeners, which may want it.
for (const type of ['dragover', 'drop'] as const) {
  window.addEventListener(
    type,
    (event) => {
      if (carriesFiles(event)) event.preventDefault();
    },
    false,
  );
}
