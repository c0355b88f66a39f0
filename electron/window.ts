// Window: the frame of one briefing: its page, title, closing with unsaved changes, and what happens when its page dies.
import { BrowserWindow, Menu, nativeTheme, screen } from 'electron';
import type { Start } from '../shared/platform.ts';
import type { EventName, Events } from './contract.ts';
import { Desk } from './desk.ts';
import { dialogsOf } from './dialogs.ts';
import type { Host } from './host.ts';
import { contextTemplate } from './menu.ts';
import { securePage, START_PAGE } from './security.ts';

export interface WindowParts {
  readonly host: Host;
  readonly preload: string;
  /** Picture of the window on systems that take it from the window; undefined where the package gives it. */
  readonly icon: string | undefined;
  readonly newId: () => string;
  readonly focused: (window: BriefingWindow) => void;
  readonly closed: (window: BriefingWindow, done: Promise<void>) => void;
  /** The user stepped back from closing: a quit under way stops here. */
  readonly stayed: () => void;
  /** The window closed after a question: a quit under way goes on. */
  readonly left: () => void;
  readonly log: (line: string) => void;
}

/** `canvas` of ui.md, so that no white flash comes before the page. */
const CANVAS = { light: '#ECEAE6', dark: '#111112' };
const SMALLEST = { width: 800, height: 560 };
const USUAL = { width: 1440, height: 900 };
/** Each further window stands this much below and beside the one before. */
const STEP = 28;
/** A page that is to be closed unsaved and does not answer is closed all the same. */
const PATIENCE = 3000;

export class BriefingWindow {
  readonly desk: Desk;
  readonly frame: BrowserWindow;
  readonly #parts: WindowParts;
  readonly #answers = new Map<string, (mayClose: boolean) => void>();
  #mayClose = false;
  #asking = false;
  #frozen = false;

  constructor(start: Start, parts: WindowParts) {
    this.#parts = parts;
    this.frame = new BrowserWindow({
      ...place(),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Chancery',
      backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
      ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' as const } : {}),
      ...(parts.icon === undefined ? {} : { icon: parts.icon }),
      webPreferences: {
        preload: parts.preload,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        webviewTag: false,
        // Left as Chromium decides when the switch no-sandbox was given (main.ts says so).
        ...(process.argv.includes('--no-sandbox') ? {} : { sandbox: true }),
        // Electron's own spelling fetches dictionaries from the network (safety.md).
        spellcheck: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
      },
    });
    const send = (next: Start) => this.send('open', next);
    this.desk = new Desk(start, dialogsOf(this.frame), () => this.focus(), send);
    securePage(this.frame.webContents, (what) => parts.log(`refused: ${what}`));
    this.#listen();
    void this.frame.loadURL(START_PAGE).catch((error: unknown) => parts.log(`load: ${String(error)}`));
  }

  send<E extends EventName>(name: E, ...payload: Events[E]): void {
    if (!this.frame.isDestroyed()) this.frame.webContents.send(`chancery:${name}`, ...payload);
  }

  focus(): void {
    if (this.frame.isMinimized()) this.frame.restore();
    this.frame.show();
    this.frame.focus();
  }

  /** Shows title, place and unsaved changes in the frame. */
  showState(): void {
    const { title, dirty } = this.desk.state;
    const name = title === '' ? 'Chancery' : `${title} \u2013 Chancery`;
    this.frame.setTitle(dirty ? `\u2022 ${name}` : name);
    if (process.platform === 'darwin') {
      this.frame.setRepresentedFilename(this.desk.path ?? '');
      this.frame.setDocumentEdited(dirty);
    }
  }

  /** The page's answer to a close request. */
  answerClose(requestId: string, mayClose: boolean): void {
    this.#answers.get(requestId)?.(mayClose);
  }

  /** Closes without a question, as when the system shuts down; unsaved work stays in its backup. */
  leave(): void {
    this.#mayClose = true;
    if (!this.frame.isDestroyed()) this.frame.destroy();
  }

  #listen(): void {
    const { frame } = this;
    const page = frame.webContents;
    frame.once('ready-to-show', () => frame.show());
    frame.on('focus', () => this.#parts.focused(this));
    frame.on('page-title-updated', (event) => event.preventDefault());
    frame.on('close', (event) => {
      if (this.#mayClose || !this.desk.state.dirty) return;
      event.preventDefault();
      if (!this.#asking || this.#frozen) void this.#askToClose();
    });
    frame.on('closed', () => this.#parts.closed(this, this.#parts.host.closed(this.desk)));
    frame.on('unresponsive', () => (this.#frozen = true));
    frame.on('responsive', () => (this.#frozen = false));
    // Windows tells its windows, and not the app, that the session ends.
    frame.on('session-end', () => this.leave());
    page.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void this.#revive(reason);
    });
    page.on('did-fail-load', (_event, code, text) => this.#parts.log(`load: ${code} ${text}`));
    page.on('context-menu', (_event, { isEditable, selectionText }) => {
      const template = contextTemplate({ editable: isEditable, selected: selectionText !== '' });
      if (template.length > 0) Menu.buildFromTemplate(template).popup({ window: frame });
    });
  }

  async #askToClose(): Promise<void> {
    this.#asking = true;
    try {
      if (await this.#mayLeave()) {
        this.leave();
        this.#parts.left();
      } else {
        this.desk.declining = false;
        this.#parts.stayed();
      }
    } finally {
      this.#asking = false;
    }
  }

  async #mayLeave(): Promise<boolean> {
    const { dialogs, state, dirtySince } = this.desk;
    const name = state.title === '' ? 'Briefing' : state.title;
    if (this.#frozen) return (await dialogs.frozen(name)) === 'close';
    const answer = await dialogs.saveChanges(name, dirtySince);
    if (answer === 'cancel') return false;
    this.desk.declining = answer === 'discard';
    return this.#askPage(answer === 'save');
  }

  /** Asks the page whether it may be closed, after it has saved if the user said so. */
  #askPage(save: boolean): Promise<boolean> {
    const requestId = this.#parts.newId();
    return new Promise<boolean>((answer) => {
      // The user said not to save: a page that hangs changes nothing in that. A save is waited for.
      const timer = save ? undefined : setTimeout(() => answer(true), PATIENCE);
      this.#answers.set(requestId, (mayClose) => {
        clearTimeout(timer);
        answer(mayClose);
      });
      this.send('closeRequest', requestId, save);
    }).finally(() => this.#answers.delete(requestId));
  }

  /** The page's process is gone: its backup is kept, and a new page offered that can recover it. */
  async #revive(reason: string): Promise<void> {
    this.#parts.log(`page gone: ${reason}`);
    for (const answer of this.#answers.values()) answer(false);
    const { title } = this.desk.state;
    await this.#parts.host.stopped(this.desk);
    this.showState();
    const answer = await this.desk.dialogs.stopped(title === '' ? 'Briefing' : title);
    if (this.frame.isDestroyed()) return;
    if (answer === 'reload') this.frame.webContents.reload();
    else this.leave();
  }
}

/** Where the next window opens: in the middle, later ones a step beside the one in front. */
function place(): { width: number; height: number; x?: number; y?: number } {
  const front = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const area = screen.getPrimaryDisplay().workArea;
  const size = { width: Math.min(USUAL.width, area.width), height: Math.min(USUAL.height, area.height) };
  if (!front) return size;
  const { x, y } = front.getBounds();
  const fits = x + STEP + size.width <= area.x + area.width && y + STEP + size.height <= area.y + area.height;
  return fits ? { ...size, x: x + STEP, y: y + STEP } : { ...size, x: area.x, y: area.y };
}
