// The shell in the real Electron: built main and preload with a page of the test's own, so that only the shell is on trial.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nodeBundle } from '../../build/bundle.mjs';
import { electronSwitches } from '../../build/electron.mjs';
import type { Note, Platform } from '../../shared/platform.ts';
import { electronPath, noElectron, root, scratch } from './app.ts';

const shell = path.join(root, 'node_modules', '.cache', 'shell');

/** What the test's page does as it loads; everything else the test calls on `window.chancery`. */
const PAGE = `
window.heard = { commands: [], opened: [], closing: [], mayClose: true, unsafe: 'not tried' };
try { window.heard.unsafe = new Function('return 1')(); } catch (fault) { window.heard.unsafe = fault.name; }
chancery.onCommand((...args) => heard.commands.push(args));
chancery.onOpen((...args) => heard.opened.push(args));
chancery.onCloseRequest(async (...args) => {
  heard.closing.push(args);
  if (args[0]) await chancery.save(new TextEncoder().encode('saved while closing'), heard.note);
  return heard.mayClose;
});
chancery.start().then((start) => { heard.start = start; document.title = 'A title of the page'; });
`;

/** What a function run in the page finds there. */
interface InPage {
  readonly chancery: Platform;
  readonly heard: {
    start?: { kind: string; file?: { name: string }; files?: { name: string }[]; text?: string };
    commands: unknown[];
    opened: { kind: string }[][];
    closing: unknown[];
    mayClose: boolean;
    unsafe: unknown;
    note?: Note;
  };
}

interface Running {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly data: string;
}

const running: ChildProcess[] = [];

async function ready(page: Page): Promise<Page> {
  await page.waitForFunction(() => (globalThis as unknown as InPage).heard?.start !== undefined);
  return page;
}

async function launch(files: readonly string[] = [], data = scratch()): Promise<Running> {
  const electron = await _electron.launch({
    executablePath: electronPath,
    args: [...electronSwitches(), shell, ...files],
    env: { ...process.env, CHANCERY_USER_DATA: data } as Record<string, string>,
  });
  running.push(electron.process());
  return { electron, page: await ready(await electron.firstWindow()), data };
}

/** Ends the process without giving it time for anything. */
async function kill({ electron }: Running, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const child = electron.process();
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** The next message boxes answer with these buttons; what was asked is kept in `asked`. */
async function answer({ electron }: Running, ...buttons: number[]): Promise<void> {
  await electron.evaluate(({ dialog }, answers) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message = '', detail = '' } = (args.at(-1) ?? {}) as { message?: string; detail?: string };
      asked.push(`${message} ${detail}`);
      return Promise.resolve({ response: answers.shift() ?? 0, checkboxChecked: false });
    };
  }, buttons);
}
const asked = ({ electron }: Running) => electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

async function answerSave({ electron }: Running, file: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

const windows = ({ electron }: Running) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));

/** The page tells that something is not saved. */
const type = (page: Page) =>
  page.evaluate(async () => {
    const { chancery, heard } = globalThis as unknown as InPage;
    const note = { title: 'Ferry traffic', template: 'briefing-note', checksToSettle: 0 };
    heard.note = note;
    chancery.setWindowState({
      title: 'Ferry traffic',
      dirty: true,
      disabled: ['export'],
      opened: { count: 1, placeId: null },
    });
    await chancery.backup(new TextEncoder().encode('typed and not saved'), note);
  });

const readBackups = (page: Page) =>
  page.evaluate(async () => {
    const { chancery } = globalThis as unknown as InPage;
    const kept = await chancery.backups();
    return Promise.all(
      kept.map(async (backup) => {
        const bytes = await chancery.readBackup(backup.id);
        return {
          title: backup.title,
          declined: backup.declined,
          text: bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.code,
        };
      }),
    );
  });

const closeWindow = ({ electron }: Running) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

function briefing(name: string): string {
  const file = path.join(scratch(), name);
  writeFileSync(file, `bytes of ${name}`);
  return file;
}

describe.skipIf(!electronPath)(`the shell in Electron${electronPath ? '' : ` (skipped: ${noElectron})`}`, () => {
  beforeAll(async () => {
    mkdirSync(path.join(shell, 'renderer'), { recursive: true });
    for (const [entry, file, format] of [
      ['electron/main.ts', 'main.js', 'es'],
      ['electron/preload.ts', 'preload.cjs', 'cjs'],
    ] as const) {
      const config = nodeBundle(entry, file, format);
      await build({ ...config, build: { ...config.build, outDir: shell } });
    }
    const about = { name: 'chancery', productName: 'Chancery', version: '0.0.0', type: 'module', main: 'main.js' };
    writeFileSync(path.join(shell, 'package.json'), JSON.stringify(about));
    writeFileSync(path.join(shell, 'secret.txt'), 'not for pages');
    writeFileSync(path.join(shell, 'renderer', 'page.js'), PAGE);
    writeFileSync(
      path.join(shell, 'renderer', 'index.html'),
      '<!doctype html><html lang="en"><meta charset="utf-8"><h1>Shell</h1><script src="./page.js"></script></html>',
    );
  });

  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  });

  it('gives a page nothing but window.chancery, and the page gets nowhere', async () => {
    const app = await launch();
    const { page } = app;
    expect(page.url()).toBe('app://chancery/index.html');
    const found = await page.evaluate(async () => {
      const { chancery, heard } = globalThis as unknown as InPage;
      const status = (url: string) =>
        fetch(url).then(
          (response) => response.status,
          () => 'refused',
        );
      const policy = (await fetch('app://chancery/index.html')).headers.get('content-security-policy');
      const frame = document.createElement('iframe');
      frame.src = 'app://chancery/index.html';
      document.body.append(frame);
      const before = location.href;
      location.href = 'https://example.org/';
      await new Promise((done) => setTimeout(done, 300));
      return {
        node: [
          typeof (globalThis as { process?: unknown }).process,
          typeof (globalThis as { require?: unknown }).require,
        ],
        unsafe: heard.unsafe,
        policy,
        frame: frame.contentDocument?.querySelector('h1')?.textContent ?? null,
        moved: location.href !== before,
        opened: window.open('app://chancery/index.html'),
        outside: await Promise.all(['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/hostname'].map(status)),
        climbing: await Promise.all(
          ['..%2fsecret.txt', '%2e%2e/secret.txt', '../secret.txt', '..\\secret.txt', 'index.html%00', 'none.js'].map(
            status,
          ),
        ),
        inside: await status('page.js'),
        notify: await Notification.requestPermission(),
        badId: await chancery.openPlace('../../etc/passwd').then(
          () => 'reached',
          () => 'refused',
        ),
        start: heard.start,
      };
    });
    expect(found).toEqual({
      node: ['undefined', 'undefined'],
      unsafe: 'EvalError',
      policy: expect.stringMatching(/^default-src 'none'; script-src 'self'/),
      frame: null,
      moved: false,
      opened: null,
      outside: ['refused', 'refused', 'refused'],
      climbing: [404, 404, 404, 404, 404, 404],
      inside: 200,
      notify: 'denied',
      badId: 'refused',
      start: { kind: 'empty' },
    });
    expect(await windows(app)).toHaveLength(1);
    const log = readFileSync(path.join(app.data, 'logs', 'chancery.log'), 'utf8');
    expect(log).toContain('refused: navigation');
  });

  it('opens what its arguments name, and hands files of a second start to the first', async () => {
    const first = await launch([briefing('ferry.brief')]);
    expect(await first.page.evaluate(() => (globalThis as unknown as InPage).heard.start)).toMatchObject({
      kind: 'briefing',
      file: { name: 'ferry.brief' },
    });
    const opened = first.electron.waitForEvent('window');
    const second = spawn(electronPath, [...electronSwitches(), shell, briefing('harbour.txt')], {
      env: { ...process.env, CHANCERY_USER_DATA: first.data },
      stdio: 'ignore',
    });
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    const page = await ready(await opened);
    expect(await page.evaluate(() => (globalThis as unknown as InPage).heard.start)).toMatchObject({
      kind: 'articles',
      files: [{ name: 'harbour.txt' }],
    });
    expect(await windows(first)).toHaveLength(2);
  });

  it('saves where the dialog says, and shows title and unsaved changes in the frame', async () => {
    const app = await launch();
    const file = path.join(scratch(), 'ferry.brief');
    await type(app.page);
    await expect.poll(() => windows(app)).toEqual(['• Ferry traffic – Chancery']);
    await answerSave(app, file);
    const saved = await app.page.evaluate(async () => {
      const { chancery } = globalThis as unknown as InPage;
      const note = { title: 'Ferry traffic', template: 'briefing-note', checksToSettle: 0 };
      const result = await chancery.saveAs(new TextEncoder().encode('first'), 'ferry', note);
      const again = await chancery.save(new TextEncoder().encode('second'), note);
      await chancery.dropBackup();
      chancery.setWindowState({ title: 'Ferry traffic', dirty: false, disabled: [] });
      return { result, again: again.ok, recents: await chancery.recents() };
    });
    expect(saved).toMatchObject({
      result: { ok: true, value: { place: { name: 'ferry.brief' } } },
      again: true,
      recents: [{ title: 'Ferry traffic', missing: false }],
    });
    expect(JSON.stringify(saved)).not.toContain(file);
    expect([readFileSync(file, 'utf8'), readFileSync(`${file}.bak`, 'utf8')]).toEqual(['second', 'first']);
    await expect.poll(() => windows(app)).toEqual(['Ferry traffic – Chancery']);
  });

  it('sends commands of the menu to the page, and rests those it cannot run', async () => {
    const app = await launch();
    await type(app.page);
    const enabled = () =>
      app.electron.evaluate(({ Menu }) =>
        ['save', 'export'].map((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled),
      );
    await expect.poll(enabled).toEqual([true, false]);
    await app.electron.evaluate(({ Menu }) => {
      for (const id of ['save', 'undo']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    });
    await expect
      .poll(() => app.page.evaluate(() => (globalThis as unknown as InPage).heard.commands))
      .toEqual([['save'], ['undo']]);
  });

  it('asks before unsaved changes go: Cancel stays, Save saves first', async () => {
    const app = await launch();
    const file = path.join(scratch(), 'ferry.brief');
    await answerSave(app, file);
    await app.page.evaluate(async () => {
      const { chancery } = globalThis as unknown as InPage;
      const note = { title: 'Ferry traffic', template: 'briefing-note', checksToSettle: 0 };
      await chancery.saveAs(new TextEncoder().encode('first'), 'ferry', note);
    });
    await app.page.evaluate(() => {
      const { chancery, heard } = globalThis as unknown as InPage;
      heard.note = { title: 'Ferry traffic', template: 'briefing-note', checksToSettle: 0 };
      chancery.setWindowState({ title: 'Ferry traffic', dirty: true, disabled: [] });
    });
    await answer(app, 2, 0);
    await closeWindow(app);
    await expect.poll(async () => (await asked(app)).length).toBe(1);
    expect((await asked(app))[0]).toMatch(
      /^Save changes to “Ferry traffic”\? Changes since \d\d:\d\d are kept as a backup for 30 days/,
    );
    expect(await app.page.evaluate(() => (globalThis as unknown as InPage).heard.closing)).toEqual([]);
    const gone = once(app.electron.process(), 'exit');
    closeWindow(app).catch(() => undefined);
    await gone;
    expect(readFileSync(file, 'utf8')).toBe('saved while closing');
  });

  it('keeps what the user chose not to save, but does not offer it as a loss', async () => {
    const app = await launch();
    await type(app.page);
    await answer(app, 1);
    const gone = once(app.electron.process(), 'exit');
    // Not waited for: the answer may be lost with the process.
    app.electron.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
    await gone;
    const next = await launch([], app.data);
    expect(await readBackups(next.page)).toEqual([
      { title: 'Ferry traffic', declined: true, text: 'typed and not saved' },
    ]);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('ended by %s, offers what was typed at the next start', async (signal) => {
    const app = await launch();
    await type(app.page);
    await answer(app, 2);
    await kill(app, signal);
    const next = await launch([], app.data);
    expect(await readBackups(next.page)).toEqual([
      { title: 'Ferry traffic', declined: false, text: 'typed and not saved' },
    ]);
  });

  it('survives the death of a page: its work is offered to the next one', async () => {
    const app = await launch();
    await type(app.page);
    await answer(app, 0);
    await app.electron.evaluate(({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      page?.once('did-finish-load', () => Object.assign(globalThis, { again: true }));
      page?.forcefullyCrashRenderer();
    });
    await expect
      .poll(() => app.electron.evaluate(() => (globalThis as { again?: boolean }).again ?? false), { timeout: 20_000 })
      .toBe(true);
    expect((await asked(app))[0]).toContain('stopped working');
    const titles = await app.electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'chancery.backups().then((all) => all.map((one) => one.title))',
        ) as Promise<unknown>,
    );
    expect(titles).toEqual(['Ferry traffic']);
  });

  it('opens an address outside only after a yes', async () => {
    const app = await launch();
    await answer(app, 0, 1, 1);
    await app.electron.evaluate(({ shell: system }) => {
      const went: string[] = [];
      Object.assign(globalThis, { went });
      system.openExternal = (address) => Promise.resolve(void went.push(address));
    });
    await app.page.evaluate(async () => {
      const { chancery } = globalThis as unknown as InPage;
      for (const address of ['https://example.org/no', 'https://example.org/yes', 'file:///etc/passwd']) {
        await chancery.openExternal(address);
      }
    });
    expect(await app.electron.evaluate(() => (globalThis as unknown as { went: string[] }).went)).toEqual([
      'https://example.org/yes',
    ]);
    expect(await asked(app)).toHaveLength(2);
  });
});
