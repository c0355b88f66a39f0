// findElectron: where Electron is installed, without side effects; plain JavaScript, since the scripts of build/ run it as it stands.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The installed Electron's executable, or null; asking the package itself would start a download (stack.md).
 * `ELECTRON_OVERRIDE_DIST_PATH` goes first.
 * @param {string} root the folder that holds node_modules
 * @returns {string | null}
 */
export function findElectron(root) {
  const home = path.join(root, 'node_modules', 'electron');
  const pathFile = path.join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = folder ? path.join(folder, name) : path.join(home, 'dist', name);
  return existsSync(file) ? file : null;
}

/** Switches that Electron needs here: as root Chromium refuses its sandbox. @returns {string[]} */
export function electronSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
