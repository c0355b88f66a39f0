// Installs the packages of the lock file when node_modules is not what it says; plain Node, so that it runs on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Says what happens, on standard error: standard output belongs to data. @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the program with a sentence. @param {string} text @returns {never} */
export function stop(text) {
  say(text);
  process.exit(2);
}

/** Runs `npm ci` when the lock file has changed since the last time it ran. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22)) {
    stop(`Chancery needs Node 20.19 or later, or 22.13 or later; this is ${process.versions.node}.`);
  }
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const mark = path.join(root, 'node_modules', '.chancery-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  say('Installing packages (npm ci) ...');
  // On Windows npm is a command script, which only a shell can run.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('The packages could not be installed; npm said why above.');
  writeFileSync(mark, hash);
}
