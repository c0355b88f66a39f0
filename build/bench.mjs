// `npm run bench -- NAME ...`: bundles tests/bench/NAME.ts as the app's code is bundled, and runs it. Without NAME: the list.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, say, stop } from './install.mjs';

ensureInstalled();
const folder = path.join(root, 'tests', 'bench');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const [wanted, ...args] = process.argv.slice(2);
if (wanted === undefined) {
  say(`Benchmarks: ${names.join(', ')}. Run one by npm run bench -- NAME.`);
} else {
  if (!names.includes(wanted)) stop(`There is no benchmark "${wanted}": ${names.join(', ')}.`);
  const { nodeBundle } = await import('./bundle.mjs');
  const { build } = await import('vite');
  const out = path.join(root, 'node_modules', '.cache', 'bench');
  const options = nodeBundle(`tests/bench/${wanted}.ts`, `${wanted}.mjs`, 'es');
  await build({ ...options, build: { ...options.build, outDir: out } });
  process.argv.splice(2, process.argv.length - 2, ...args);
  await import(pathToFileURL(path.join(out, `${wanted}.mjs`)).href);
}
