// The contact sheet of the README: every page of each template's Word file, set by LibreOffice, small and side by side.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toDocx } from '../../shared/export/docx.ts';
import { TEMPLATE_NOW, templateBriefings } from '../export/templateBriefings.ts';

/** Needs soffice, pdftoppm and ImageMagick's montage. With a folder as argument the single pages are left there too, larger. */
const [keep] = process.argv.slice(2);
const folder = keep === undefined ? mkdtempSync(path.join(tmpdir(), 'chancery-sheet-')) : path.resolve(keep);
const files: string[] = [];
for (const [id, briefing] of templateBriefings()) {
  const file = path.join(folder, `${id}.docx`);
  writeFileSync(file, (await toDocx(briefing, { now: TEMPLATE_NOW, copy: 'clean' })).value.bytes);
  files.push(file);
}
const profile = pathToFileURL(path.join(folder, 'profile')).href;
execFileSync(
  'soffice',
  [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
  { stdio: 'ignore' },
);
for (const file of files) {
  execFileSync('pdftoppm', ['-r', '80', '-png', file.replace(/docx$/, 'pdf'), file.replace(/\.docx$/, '')]);
}
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.png'))
  .sort()
  .map((name) => path.join(folder, name));
const sheet = path.resolve('build/pages.png');
execFileSync('montage', [
  ...pages,
  ...['-tile', '5x', '-geometry', '300x424+8+8', '-background', '#e8e6e1', '-colors', '48', `PNG8:${sheet}`],
]);
if (keep === undefined) rmSync(folder, { recursive: true });
console.log(`${pages.length} pages: ${path.relative('.', sheet)}`);
