// The packed app: only dist/ is in it, its fuses are set, and a briefing is opened, typed in, saved and opened again.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { electronSwitches } from '../../build/electron.mjs';
import { FUSES } from '../../build/electron-builder.config.mjs';
import { electronPath, noElectron, root, scratch } from './app.ts';

const why = !electronPath
  ? noElectron
  : process.platform !== 'linux'
    ? 'the journey knows the layout of the Linux package only'
    : '';
const unpacked = path.join(root, 'release', 'linux-unpacked');
const program = path.join(unpacked, 'chancery');

/** Names of the files in an asar archive: a length-prefixed JSON header stands at its start. */
function listAsar(file: string): string[] {
  const bytes = readFileSync(file);
  interface Entry {
    readonly files?: Record<string, Entry>;
  }
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const walk = ({ files = {} }: Entry, at: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) => (entry.files ? walk(entry, `${at}${name}/`) : [`${at}${name}`]));
  return walk(header, '');
}

/** Where Electron keeps its fuses: this mark in the program, then version, count, and one character for each fuse. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_ORDER = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const satisfies readonly (keyof typeof FUSES)[];

interface Running {
  readonly child: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

let running: ChildProcess[] = [];

/** Starts the packed app. Its fuses keep Playwright's own launch out, so it is driven as a browser is (stack.md). */
async function start(data: string, ...files: string[]): Promise<Running> {
  const switches = [...electronSwitches(), '--remote-debugging-port=0', `--user-data-dir=${data}`];
  const child = spawn(program, [...switches, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.push(child);
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const ws = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (ws) found(ws);
    });
    child.once('exit', () => failed(new Error(`The packed app ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new RangeError('The packed app opened no window.');
  return { child, browser, page };
}

async function stop({ child, browser }: Running): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  await browser.close();
}

describe.skipIf(why !== '')(`the packed app${why ? ` (skipped: ${why})` : ''}`, () => {
  beforeAll(() => {
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: path.dirname(electronPath) };
    const packed = spawnSync(process.execPath, ['build/package.mjs'], { cwd: root, env, encoding: 'utf8' });
    if (packed.status !== 0) throw new Error(`It could not be packed: ${packed.stdout}${packed.stderr}`);
  }, 240_000);

  afterEach(() => {
    for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    running = [];
  });

  it('holds what was built for it and nothing else', () => {
    const names = listAsar(path.join(unpacked, 'resources', 'app.asar'));
    expect(names).toEqual(
      expect.arrayContaining(['package.json', 'dist/main.js', 'dist/preload.cjs', 'dist/icon.png']),
    );
    expect(names).toContain('dist/renderer/index.html');
    const others = names.filter(
      (name) => !/^(package\.json|dist\/(main\.js|preload\.cjs|icon\.png|renderer\/.+))$/.test(name),
    );
    expect(others).toEqual([]);
    expect(existsSync(path.join(unpacked, 'resources', 'app'))).toBe(false);
  });

  it('has the fuses of the table (S6 of safety.md)', () => {
    const bytes = readFileSync(program);
    const at = bytes.indexOf(FUSE_MARK) + FUSE_MARK.length;
    expect(at).toBeGreaterThan(FUSE_MARK.length);
    const states = Array.from(bytes.subarray(at + 2, at + 2 + FUSE_ORDER.length), (code) => String.fromCharCode(code));
    expect(Object.fromEntries(FUSE_ORDER.map((name, index) => [name, states[index] === '1']))).toEqual(FUSES);
  });

  it('runs no script in place of the app', () => {
    const run = spawnSync(program, ['-e', 'process.stdout.write("ran")'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', CHANCERY_USER_DATA: scratch() },
      encoding: 'utf8',
      timeout: 3000,
      killSignal: 'SIGKILL',
    });
    expect(run.stdout).not.toContain('ran');
  });

  it('opens a briefing, takes typing, saves it, and opens it again as it was saved', async () => {
    const file = path.join(scratch(), 'harbour.brief');
    const article = path.join(root, 'build', 'sample', 'harbour-trade.txt');
    const made = spawnSync(process.execPath, ['dist/cli.js', 'brief', article, '-o', file, '--date', '2025-05-20'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(made.status, made.stderr).toBe(0);
    const before = readFileSync(file);
    const words = 'The harbour office expects the first freight in autumn.';
    const data = scratch();

    const first = await start(data, file);
    const text = first.page.getByRole('textbox', { name: /^Briefing text/ });
    await text.waitFor();
    expect(first.page.url()).toBe('app://chancery/index.html');
    await text.focus();
    await first.page.keyboard.press('Control+End');
    await first.page.keyboard.press('Enter');
    await first.page.keyboard.type(words);
    await first.page.keyboard.press('Control+s');
    await expect.poll(() => readFileSync(file).equals(before), { timeout: 20_000 }).toBe(false);
    expect(readFileSync(`${file}.bak`).equals(before)).toBe(true);
    await stop(first);

    const second = await start(data, file);
    const again = second.page.getByRole('textbox', { name: /^Briefing text/ });
    await again.waitFor();
    expect(await again.textContent()).toContain(words);
    await stop(second);
  });
});
