// Draws build/icons/*.png from build/icon.svg; run it after a change of the drawing and commit what it makes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { root, say, stop } from './install.mjs';

/** Sizes that electron-builder and Linux desktops ask for, in pixels. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const executablePath = await findBrowser();
if (!executablePath) stop('No Chromium was found to draw with.');
const svg = readFileSync(path.join(root, 'build', 'icon.svg'), 'utf8');
const folder = path.join(root, 'build', 'icons');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: /** @type {string} */ (executablePath),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg.slice(svg.indexOf('<svg'))}`,
    );
    writeFileSync(path.join(folder, `${size}x${size}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
say(`Drew ${SIZES.length} icons.`);
