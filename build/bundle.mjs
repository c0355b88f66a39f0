// Builds dist/: the renderer, Electron's main and preload, and the command line, each by Vite's own build().
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, say } from './install.mjs';

const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.built');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** The newest change among the sources of the build, in milliseconds. @param {string} place @returns {number} */
function newest(place) {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

/** True when dist/ is missing or older than a source. */
function stale() {
  if (!existsSync(stamp)) return true;
  const sources = ['shared', 'renderer', 'electron', 'build/bundle.mjs', 'package.json', 'package-lock.json'];
  return (
    newest(path.join(root, 'node_modules/.chancery-lock')) > statSync(stamp).mtimeMs ||
    sources.some((name) => newest(path.join(root, name)) > statSync(stamp).mtimeMs)
  );
}

/** One file for Node or Electron, with Node's and Electron's own modules left outside. @param {string} entry @param {string} file @param {'es' | 'cjs'} format @param {boolean} [split] whether dynamic imports become files of their own */
export function nodeBundle(entry, file, format, split = false) {
  return {
    root,
    configFile: /** @type {const} */ (false),
    logLevel: /** @type {const} */ ('warn'),
    define: { __APP_VERSION__: JSON.stringify(version) },
    ssr: { noExternal: /** @type {const} */ (true), target: /** @type {const} */ ('node') },
    build: {
      // The test Electron brings Node 20.18, the shipped one a later Node (decisions.md, Platform facts tried).
      target: 'node20',
      outDir: dist,
      emptyOutDir: false,
      minify: false,
      ssr: entry,
      rolldownOptions: {
        external: ['electron', /^node:/],
        output: { format, entryFileNames: file, chunkFileNames: 'chunks/[name].js', codeSplitting: split },
      },
    },
  };
}

/** Builds everything. Throws when a bundle fails. */
export async function bundle() {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await build({
    root: path.join(root, 'renderer'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    define: { __APP_VERSION__: JSON.stringify(version) },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: path.join(dist, 'renderer'),
      emptyOutDir: true,
      // Everything that is inlined would need data: in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
    },
  });
  await build(nodeBundle('electron/main.ts', 'main.js', 'es'));
  await build(nodeBundle('electron/printMain.ts', 'print.js', 'es'));
  await build(nodeBundle('electron/preload.ts', 'preload.cjs', 'cjs'));
  await build(nodeBundle('electron/cli.ts', 'cli.js', 'es', true));
  writeFileSync(stamp, `${version}\n`);
}

/** Installs and builds when needed, and says so. */
export async function ensureBuilt() {
  ensureInstalled();
  if (!stale()) return;
  say('Building ...');
  await bundle();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  await bundle();
}
