// `npm run -s chancery -- ...`: the command line from a checkout; builds first when a source is newer than dist/.
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import { root } from './install.mjs';

await ensureBuilt();
await import(pathToFileURL(path.join(root, 'dist', 'cli.js')).href);
