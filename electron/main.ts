// Main: starts the app: one process, its data folder, its windows and its menu; everything it does is said in the other files.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, Menu, nativeTheme, powerMonitor, protocol, session, shell } from 'electron';
import { validate, z } from '../shared/base/validate.ts';
import type { CommandId } from '../shared/commands.ts';
import type { Start } from '../shared/platform.ts';
import { filesOf } from './argv.ts';
import { Backups } from './backups.ts';
import { openedIn, type Desk } from './desk.ts';
import { disk, thisProcess } from './disk.ts';
import { Host } from './host.ts';
import { serveCalls } from './ipc.ts';
import { KeptStyle } from './keptStyle.ts';
import { KeptTemplates } from './keptTemplates.ts';
import { Log } from './log.ts';
import { menuTemplate } from './menu.ts';
import { Places } from './places.ts';
import { printToPdf } from './print.ts';
import { Recents } from './recents.ts';
import { fileMap, registerScheme, secureSession } from './security.ts';
import { Settings } from './settings.ts';
import { BriefingWindow, type WindowParts } from './window.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The rows of "Open recent". */
const RECENTS_IN_MENU = 10;
/** Items of the menu that never depend on the page. */
const OWN_ITEMS = new Set(['openRecent', 'close', 'showLog']);

// Before anything reads the data folder, the single-instance lock included.
const dataFolder = process.env['CHANCERY_USER_DATA'] || app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder) app.setPath('userData', resolve(dataFolder));

// With the switch (root in a container needs it) enableSandbox makes Chromium's network service crash in a loop (stack.md).
if (app.commandLine.hasSwitch('no-sandbox')) {
  process.stderr.write('Chancery runs without the sandbox, since --no-sandbox was given.\n');
} else {
  app.enableSandbox();
}
registerScheme(protocol);

const handedOver = z.object({ files: z.array(z.string()) });
const files = filesOf(process.argv, process.cwd(), app.isPackaged);

if (app.requestSingleInstanceLock({ files })) run(files);
else app.quit();

function run(first: readonly string[]): void {
  const data = app.getPath('userData');
  const log = new Log(join(data, 'logs', 'chancery.log'));
  const note = (line: string) => log.write(line);
  const windows = new Set<BriefingWindow>();
  const places = new Places(app.getPath('home'));
  const backups = new Backups(disk, join(data, 'backups'));
  const recents = new Recents(disk, data);
  const settings = new Settings(disk, data);
  const keptStyle = new KeptStyle(disk, data);
  const keptTemplates = new KeptTemplates(disk, data);
  /** Work that must be done before the process ends. */
  const pending = new Set<Promise<unknown>>();
  let front: BriefingWindow | undefined;
  let quitting = false;
  let asked: string[] = [...first];
  let ready = false;

  const windowOf = (desk: Desk) => [...windows].find((window) => window.desk === desk);

  const host: Host = new Host({
    fs: disk,
    caller: thisProcess,
    places,
    backups,
    recents,
    settings,
    keptStyle,
    keptTemplates,
    documents: app.getPath('documents'),
    desks: () => [...windows].map((window) => window.desk),
    openWindow,
    stateChanged: (desk) => {
      const window = windowOf(desk);
      window?.showState();
      if (window === front) showEnabled();
    },
    settingsChanged: () => void applyTheme(),
    recentsChanged: () => void buildMenu(),
    print: (page) => printToPdf(page, (what) => note(`refused while printing: ${what}`)),
    answerClose: (desk, requestId, mayClose) => windowOf(desk)?.answerClose(requestId, mayClose),
    system: {
      openExternal: (address) => shell.openExternal(address),
      openPath: (path) => shell.openPath(path),
      showInFolder: (path) => shell.showItemInFolder(path),
    },
    log: note,
  });

  // Only Linux takes the picture from the window; a checkout has it where it is drawn.
  const icon = app.isPackaged ? join(here, 'icon.png') : join(here, '..', 'build', 'icons', '256x256.png');
  const parts: WindowParts = {
    host,
    preload: join(here, 'preload.cjs'),
    icon: process.platform === 'linux' && existsSync(icon) ? icon : undefined,
    newId: thisProcess.newId,
    focused: (window) => {
      front = window;
      showEnabled();
    },
    closed: (window, done) => {
      windows.delete(window);
      if (front === window) front = [...windows].at(-1);
      const work: Promise<unknown> = done
        .catch((error: unknown) => note(`close: ${String(error)}`))
        .finally(() => pending.delete(work));
      pending.add(work);
    },
    stayed: () => (quitting = false),
    left: () => {
      if (quitting) app.quit();
    },
    log: note,
  };

  function openWindow(start: Start, prepare?: (desk: Desk) => void): void {
    const window = new BriefingWindow(start, parts);
    windows.add(window);
    front = window;
    prepare?.(window.desk);
    window.showState();
  }

  /** Runs a command of the menu in the window in front; on macOS the menu is there without a window too. */
  function command(id: CommandId): void {
    if (front) front.send('command', id);
    else if (id === 'new' || id === 'open' || id === 'newFromArticle') openWindow({ kind: 'empty' });
    else if (id === 'about') app.showAboutPanel();
  }

  async function buildMenu(): Promise<void> {
    const rows = (await recents.list()).slice(0, RECENTS_IN_MENU);
    const state = {
      mac: process.platform === 'darwin',
      packed: app.isPackaged,
      recents: rows.map(({ path }) => {
        const place = places.of(path);
        return { path, label: `${place.name} \u2013 ${place.folder}` };
      }),
    };
    const template = menuTemplate(state, {
      run: command,
      // With a briefing in it the window closes that; without one, itself.
      close: () => (front && openedIn(front.desk.state) ? front.send('command', 'close') : front?.frame.close()),
      openRecent: (path) => void host.openFiles([path], front?.desk),
      showLog: () => shell.showItemInFolder(log.path),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    showEnabled();
  }

  /** The one menu shows what the window in front can do. */
  function showEnabled(): void {
    const disabled = new Set<string>(front?.desk.state.disabled);
    for (const item of (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => menu.submenu?.items ?? [])) {
      if (item.id && !OWN_ITEMS.has(item.id)) item.enabled = !disabled.has(item.id);
    }
  }

  async function applyTheme(): Promise<void> {
    const { theme } = await settings.read();
    // High contrast is the page's own theme; the frame then follows the system.
    nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
  }

  async function open(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await host.openFiles(paths);
    else if (windows.size === 0) openWindow({ kind: 'empty' });
  }

  /** The system ends the session: nothing is asked, unsaved work stays in its backup and is offered next time. */
  function leaveAll(): void {
    for (const window of windows) window.leave();
    app.quit();
  }

  async function start(): Promise<void> {
    powerMonitor.on('shutdown', leaveAll);
    // Not before the app is ready: Electron sets its own handlers then, which would ask the user about each window.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leaveAll);
    secureSession(session.defaultSession, fileMap(join(here, 'renderer')), (what) => note(`refused: ${what}`));
    serveCalls(
      host.handlers(),
      (sender) => [...windows].find((window) => window.frame.webContents === sender)?.desk,
      (channel, why) => note(`refused: ${channel} ${why}`),
    );
    // The theme before the first window, so that its frame has the right colours from the start.
    await applyTheme();
    ready = true;
    await open(asked);
    if (windows.size === 0) openWindow({ kind: 'empty' });
    await buildMenu();
    await backups.tidy();
  }

  app.on('second-instance', (_event, _argv, _folder, given) => {
    const checked = validate(handedOver, given, 'What a second start hands over');
    const more = checked.ok ? checked.value.files : [];
    if (!ready) asked = [...asked, ...more];
    else if (more.length > 0) void open(more);
    else if (front) front.focus();
    else openWindow({ kind: 'empty' });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (ready) void open([path]);
    else asked = [...asked, path];
  });
  app.on('activate', () => void (ready && open([])));
  app.on('before-quit', () => (quitting = true));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit();
  });
  app.on('will-quit', (event) => {
    if (pending.size === 0) return;
    event.preventDefault();
    void Promise.allSettled(pending).then(() => app.quit());
  });
  process.on('uncaughtException', (error) => note(`fault: ${error.stack ?? error.message}`));
  process.on('unhandledRejection', (error) => note(`fault: ${String(error)}`));

  // Never awaited at the top level: an ESM main that waits for it hangs (stack.md).
  void app.whenReady().then(start);
}
