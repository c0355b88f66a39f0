// `npm run package`: builds and packs the app into release/, with the Electron of ELECTRON_OVERRIDE_DIST_PATH and no network where that is set.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import config from './electron-builder.config.mjs';
import { root, say, stop } from './install.mjs';

const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
const folder = given ? path.resolve(given) : path.join(root, 'node_modules', 'electron', 'dist');
const versionFile = path.join(folder, 'version');
if (!existsSync(versionFile)) {
  stop('No Electron to pack: install it (npx install-electron), or name one in ELECTRON_OVERRIDE_DIST_PATH.');
}

await ensureBuilt();
copyFileSync(path.join(root, 'build', 'icons', '256x256.png'), path.join(root, 'dist', 'icon.png'));

const { build } = await import('electron-builder');
await build({
  projectDir: root,
  dir: true,
  publish: 'never',
  config: {
    ...config,
    electronDist: folder,
    electronVersion: readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''),
  },
});
say(`Packed into ${path.join('release', '')}.`);
