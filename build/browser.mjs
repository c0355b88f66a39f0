// Finds a Chromium for the browser tests: the system's, else the one that comes inside an npm package.
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The executable, or null when there is none. @returns {Promise<string | null>} */
export async function findBrowser() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const system = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const found = [...system, ...FIXED].find((file) => existsSync(file));
  if (found) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // Without this the package does not unpack the libraries it brings (stack.md).
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
