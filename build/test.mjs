// `npm test`: installs and builds when needed, finds a browser, Electron and a display, and runs every test. `npm run screens` takes the pictures instead.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import { findBrowser } from './browser.mjs';
import { findElectron, hasDisplay } from './electron.mjs';
import { root, say } from './install.mjs';

await ensureBuilt();

const browser = await findBrowser();
const electron = findElectron();
/** Electron needs a display; Xvfb gives one where the machine has none. */
const xvfb = !hasDisplay() && spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0;
const display = hasDisplay() || xvfb;

const env = {
  ...process.env,
  // Empty means missing; the tests skip with the reason that stands here.
  CHANCERY_BROWSER: browser ?? '',
  CHANCERY_ELECTRON: electron && display ? electron : '',
  CHANCERY_NO_ELECTRON: !electron
    ? 'no Electron installed, and ELECTRON_OVERRIDE_DIST_PATH names none'
    : display
      ? ''
      : 'no display, and no xvfb-run to make one',
};
say(`Browser: ${browser ?? 'none'}. Electron: ${env.CHANCERY_ELECTRON || `none (${env.CHANCERY_NO_ELECTRON})`}.`);

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const [first, ...others] = process.argv.slice(2);
const wanted =
  first === '--screens'
    ? ['--project', 'screens', ...others]
    : ['--project', 'unit', '--project', 'e2e', ...process.argv.slice(2)];
const command = [process.execPath, vitest, 'run', '--config', 'build/vitest.config.ts', ...wanted];
const [program, ...args] = xvfb ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command] : command;
const run = spawnSync(/** @type {string} */ (program), args, { cwd: root, stdio: 'inherit', env });
process.exit(run.status ?? 1);
