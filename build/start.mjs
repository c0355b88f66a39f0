// `npm start`: opens Chancery on the bundled sample (or FILE) in the best window this machine has.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import { electronSwitches, findOrDownloadElectron, hasDisplay } from './electron.mjs';
import { root, say, stop } from './install.mjs';

const SAMPLE = path.join(root, 'build', 'sample', 'harbour-trade.txt');

/** Opens an address in the user's browser, without waiting. @param {string} address */
function openBrowser(address) {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  const child = spawn(/** @type {string} */ (program), args, { stdio: 'ignore', detached: true });
  child.on('error', () => say('No browser could be opened; open the address yourself.'));
  child.unref();
}

/** Runs the main job without a window: facts, briefing, Word file. @param {string[]} files @returns {Promise<number>} */
function runMainJob(files) {
  const folder = path.join(root, 'release');
  mkdirSync(folder, { recursive: true });
  const out = path.join(folder, 'sample-briefing.docx');
  const cli = path.join(root, 'dist', 'cli.js');
  return new Promise((resolve) => {
    spawn(process.execPath, [cli, 'brief', ...files, '-o', out, '--force'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    }).on('exit', (code) => resolve(code ?? 2));
  });
}

const given = process.argv.slice(2).map((file) => path.resolve(file));
for (const file of given) if (!existsSync(file)) stop(`There is no file ${file}.`);
const files = given.length > 0 ? given : [SAMPLE];

await ensureBuilt();

const electron = hasDisplay() ? findOrDownloadElectron() : null;
if (electron) {
  const child = spawn(electron, [...electronSwitches(), root, ...files], { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 0));
} else {
  const { servePreview } = await import('./preview.mjs');
  const preview = await servePreview(files.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })));
  if (hasDisplay()) {
    say('Electron is not installed and could not be downloaded, so Chancery opens in your browser.');
    say(`Chancery is at ${preview.address} until you press Ctrl+C.`);
    openBrowser(preview.address);
  } else {
    say('There is no display here, so Chancery does its main job without a window.');
    const code = await runMainJob(files);
    if (code !== 0) process.exit(code);
    say(`Preview: ${preview.address} until you press Ctrl+C.`);
  }
}
