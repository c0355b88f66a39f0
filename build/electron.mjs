// Finds Electron without side effects: asking the package itself would start a download (stack.md).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { electronSwitches, findElectron as findIn } from '../electron/findElectron.mjs';
import { root } from './install.mjs';

export { electronSwitches };

const home = path.join(root, 'node_modules', 'electron');

/** The installed Electron's executable, or null. @returns {string | null} */
export function findElectron() {
  return findIn(root);
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
