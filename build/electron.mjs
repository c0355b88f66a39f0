// Finds Electron without side effects: asking the package itself would start a download (stack.md).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const home = path.join(root, 'node_modules', 'electron');

/** The installed Electron's executable, or null. `ELECTRON_OVERRIDE_DIST_PATH` goes first. @returns {string | null} */
export function findElectron() {
  const pathFile = path.join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = folder ? path.join(folder, name) : path.join(home, 'dist', name);
  return existsSync(file) ? file : null;
}

/** As findElectron, after one try to download what the package wants. @returns {string | null} */
export function findOrDownloadElectron() {
  const found = findElectron();
  if (found) return found;
  spawnSync(process.execPath, [path.join(home, 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  return findElectron();
}

/** True when a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Switches that Electron needs here: as root Chromium refuses its sandbox. @returns {string[]} */
export function electronSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
