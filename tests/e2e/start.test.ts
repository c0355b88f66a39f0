// `npm start` where there is no display: the main job is done, told and served.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { servePreview } from '../../build/preview.mjs';
import { root, sample } from './app.ts';

/** Starts without a display and without Electron; ends it when the preview's address is told. */
function start(): Promise<{ told: string; address: string; page: string }> {
  const env = { ...process.env };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'ELECTRON_OVERRIDE_DIST_PATH']) delete env[name];
  const child = spawn(process.execPath, [path.join(root, 'build/start.mjs')], { cwd: root, env });
  return new Promise((resolve, reject) => {
    let told = '';
    const hear = (piece: Buffer): void => {
      told += piece.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0];
      if (address === undefined || !told.includes('Ctrl+C')) return;
      child.stderr.off('data', hear);
      fetch(address)
        .then((answer) => answer.text())
        .then((page) => resolve({ told, address, page }), reject)
        .finally(() => child.kill());
    };
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
}

describe.skipIf(process.platform !== 'linux')('npm start without a display (only Linux can be without one)', () => {
  it('writes the Word file, says what is in it, and serves the preview', async () => {
    const out = path.join(root, 'release/sample-briefing.docx');
    rmSync(out, { force: true });
    const { told, page } = await start();
    expect(told).toContain('no display');
    expect(told).toContain('release/sample-briefing.docx');
    expect(told).toMatch(/[1-9]\d* quotations, [1-9]\d* figures, [1-9]\d* comments and [1-9]\d* footnotes/);
    expect(existsSync(out)).toBe(true);
    expect(page).toContain('<title>Chancery</title>');
  });
});

describe('the preview server', () => {
  it('takes the next port when its own is taken, and stays under its folder', async () => {
    const files = [{ name: 'a.txt', bytes: new TextEncoder().encode('Hello.') }];
    const first = await servePreview(files);
    const second = await servePreview(files);
    try {
      expect(second.address).not.toBe(first.address);
      const page = await fetch(first.address);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await (await fetch(`${first.address}start.json`)).json()).toMatchObject({ files: [{ name: 'a.txt' }] });
      for (const bad of ['..%2f..%2fpackage.json', '%2e%2e/package.json', '..%5c..%5cpackage.json', '%00', '%']) {
        expect((await fetch(first.address + bad)).status).toBe(404);
      }
      expect(existsSync(sample)).toBe(true);
    } finally {
      await first.close();
      await second.close();
    }
  });
});
