// The PDF by the real Electron: from the command line without a display, and from the window.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronSwitches } from '../../build/electron.mjs';
import { PRINT_FILES, PRINT_FOLDER_SWITCH } from '../../electron/printJob.ts';
import { toPrintPage } from '../../shared/export/printPage.ts';
import type { PrintPage } from '../../shared/printPage.ts';
import { fullBriefing } from '../export/briefings.ts';
import { electronPath, noElectron, openDesktop, root, sample, scratch, type DesktopApp } from './app.ts';

const poppler = ['pdfinfo', 'pdftotext', 'pdffonts'].every((name) => spawnSync(name, ['-v']).error === undefined);
const skip = electronPath === '' || !poppler;
const why = electronPath === '' ? noElectron : 'no poppler (pdfinfo, pdftotext, pdffonts) to read PDFs with';
/** A group that cannot run says why in its name. */
const group = (name: string): string => (skip ? `${name} (skipped: ${why})` : name);
const cli = path.join(root, 'dist/cli.js');

interface Ran {
  readonly code: number | null;
  readonly err: string;
}

/** Runs the command line, without a display to lean on. */
function chancery(args: readonly string[], env: Record<string, string> = {}): Ran {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...bare } = process.env;
  const ran = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: { ...bare, ...env } });
  return { code: ran.status, err: ran.stderr };
}

function tool(name: string, ...args: string[]): string {
  return spawnSync(name, args, { encoding: 'utf8' }).stdout;
}

/** Lines of `pdfinfo`, by their names. */
function info(file: string): ReadonlyMap<string, string> {
  const lines = tool('pdfinfo', file).split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

function pagesOf(file: string): string[] {
  return tool('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
}

/** Where the first `word` of a page stands, in points from the top left. */
function placeOf(file: string, page: number, word: string): { readonly x: number; readonly y: number } {
  const words = tool('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file, '-');
  const found = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>/.exec(
    words.split('\n').find((line) => line.includes(`>${word}<`)) ?? '',
  );
  if (!found) throw new Error(`No "${word}" on page ${page}.`);
  return { x: Number(found[1]), y: Number(found[2]) };
}

const leftovers = (): string[] => readdirSync(os.tmpdir()).filter((name) => name.startsWith('chancery-print-'));

/** Prints `page` as the command line does. */
function print(page: PrintPage): string {
  const folder = scratch();
  writeFileSync(path.join(folder, PRINT_FILES.page), JSON.stringify(page));
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu'] : [];
  const args = [
    ...electronSwitches(),
    ...headless,
    path.join(root, 'dist/print.js'),
    `--${PRINT_FOLDER_SWITCH}=${folder}`,
  ];
  const ran = spawnSync(electronPath, args, { stdio: 'ignore' });
  expect(ran.status).toBe(0);
  return path.join(folder, PRINT_FILES.pdf);
}

describe.skipIf(skip)(group('chancery ... --pdf'), () => {
  const folder = scratch();
  const pdf = path.join(folder, 'note.pdf');
  const docx = path.join(folder, 'note.docx');
  const given = [sample, '--date', '2025-06-01', '--banner', 'TLP:AMBER', '--to', 'The Minister'];

  it('writes the Word file and the PDF beside it, without a display', () => {
    const before = leftovers();
    const ran = chancery(['brief', ...given, '-o', docx, '--pdf']);
    expect(ran.err).toContain(`Written: ${pdf}`);
    expect(ran.code).toBe(0);
    expect(existsSync(docx)).toBe(true);
    expect(leftovers()).toEqual(before);
  });

  it('is tagged A4 with its title, says nothing of the machine, and is dated as asked', () => {
    const told = info(pdf);
    expect(told.get('Tagged')).toBe('yes');
    expect(told.get('Page size')).toMatch(/\(A4\)/);
    expect(told.get('Title')).toMatch(/^Harbour towns/);
    expect(told.get('Creator')).toBe('Chancery');
    expect(told.get('CreationDate')).toMatch(/Jun +1 00:00:00 2025/);
    expect(told.get('JavaScript')).toBe('no');
    const bytes = readFileSync(pdf, 'latin1');
    expect(bytes).not.toMatch(/Linux|Mozilla|Electron/);
    expect(bytes).toContain('/Outlines');
    expect(bytes).toContain('/Lang (en-GB)');
  });

  it('has the banner and the page number on every page, and what it is from the second page on', () => {
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page.match(/TLP:AMBER/g), `page ${index + 1}`).toHaveLength(2);
      expect(page).toContain(`1 June 2025 · Page ${index + 1} of ${pages.length}`);
      const head = page.trimStart().split('\n')[0] ?? '';
      expect(head.includes('Harbour towns'), `page ${index + 1}`).toBe(index > 0);
    }
  });

  it('stands on the page where Word has it: banner at 34 points, text at the margin', () => {
    expect(placeOf(pdf, 1, 'TLP:AMBER').y).toBeCloseTo(36, -0.5);
    const title = placeOf(pdf, 1, 'Harbour');
    expect(title.x).toBeCloseTo(72, 0);
    expect(title.y).toBeGreaterThan(70);
    expect(title.y).toBeLessThan(82);
  });

  it('has the headings in their order', () => {
    const text = pagesOf(pdf)
      .join('\n')
      .replaceAll(/[ \u00a0]+/g, ' ');
    const headings = [
      'Issue',
      'Recommendation',
      'Timing',
      'Background',
      'Argument',
      'Presentation',
      'Notes',
      'Sources',
    ];
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines.filter((line) => headings.includes(line))).toEqual(headings);
  });

  it('carries its fonts', () => {
    const fonts = tool('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every((line) => /\b(yes) (yes|no) (yes|no) +\d+ +\d+$/.test(line))).toBe(true);
  });

  it('has the same bytes for the same briefing and date', () => {
    const again = path.join(folder, 'again.pdf');
    expect(chancery(['brief', ...given, '-o', again]).code).toBe(0);
    expect(readFileSync(again).equals(readFileSync(pdf))).toBe(true);
  });

  it('exports a .brief, and replaces nothing unasked', () => {
    const brief = path.join(folder, 'note.brief');
    const out = path.join(folder, 'exported.pdf');
    expect(chancery(['brief', ...given, '-o', brief]).code).toBe(0);
    expect(chancery(['export', brief, '-o', out, '--pdf', '--date', '2025-06-01']).code).toBe(0);
    expect(info(out).get('Tagged')).toBe('yes');
    const letter = path.join(folder, 'letter.pdf');
    expect(chancery(['export', brief, '-o', letter, '--page', 'letter', '--contents']).code).toBe(0);
    expect(info(letter).get('Page size')).toMatch(/letter/);
    expect(pagesOf(letter)[0]).toMatch(/^Contents$/m);
    const second = chancery(['export', brief, '-o', out]);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining('--force')]);
  });

  it('writes nothing where there is no Electron, and says why in one sentence', () => {
    const none = path.join(folder, 'none');
    mkdirSync(none);
    const out = path.join(none, 'note.docx');
    const ran = chancery(['brief', ...given, '-o', out, '--pdf'], { ELECTRON_OVERRIDE_DIST_PATH: none });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('A PDF needs Electron');
    expect(readdirSync(none)).toEqual([]);
  });

  it('sets Letter, a centred banner and a long text', () => {
    const { page } = toPrintPage(fullBriefing('OFFICIAL-SENSITIVE'), {
      now: '2031-03-10T09:00:00Z',
      page: 'Letter',
    }).value;
    const file = print(page);
    expect(info(file).get('Page size')).toMatch(/^612 x 792 pts \(letter\)/);
    const pages = pagesOf(file);
    for (const [index, text] of pages.entries()) {
      expect(text.match(/OFFICIAL-SENSITIVE/g), `page ${index + 1}`).toHaveLength(2);
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    const banner = placeOf(file, 1, 'OFFICIAL-SENSITIVE').x;
    expect(banner).toBeGreaterThan(200);
    expect(banner).toBeLessThan(306);
  });
});

describe.skipIf(skip)(group('the page that is printed'), () => {
  const asked: string[] = [];
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('reaches nothing and runs nothing, even without its policy', () => {
    const html =
      `<!doctype html><meta http-equiv="refresh" content="0;url=${origin}/refresh"><title>x</title>` +
      `<link rel="stylesheet" href="${origin}/style"><style>@import url(${origin}/import);p{background:url(${origin}/image)}</style>` +
      `<p id="p">quiet</p><img src="${origin}/img"><iframe src="${origin}/frame"></iframe><img src="file:///etc/hostname">` +
      `<script>document.getElementById('p').textContent='loud';new Image().src='${origin}/script'</script>`;
    const header = `<img src="${origin}/header"><script>fetch('${origin}/fetch')</script>`;
    const file = print({
      html,
      header,
      footer: '<span></span>',
      title: 'x',
      size: 'A4',
      margins: { vertical: 1, side: 1 },
      now: '2031-03-10T09:00:00Z',
    });
    expect(tool('pdftotext', file, '-')).toContain('quiet');
    expect(tool('pdftotext', file, '-')).not.toContain('loud');
    expect(asked).toEqual([]);
  });
});

describe.skipIf(skip)(group('Export to PDF in the window'), () => {
  const file = path.join(scratch(), 'window.pdf');
  let app: DesktopApp;
  beforeAll(async () => {
    app = await openDesktop(scratch(), [sample]);
    await app.page.locator('.ProseMirror').waitFor();
  });
  afterAll(() => app?.close());

  it('is in the palette, asks for a place, writes the PDF and tells of it', async () => {
    const { page } = app;
    await app.savingTo(file, async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('Export to PDF');
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: 'Export to PDF' });
      await sheet.getByRole('button', { name: 'Export…', exact: true }).click();
    });
    await page.locator('.exported').waitFor();
    expect(await page.locator('.exported').textContent()).toContain('window.pdf is written');
    expect(info(file).get('Tagged')).toBe('yes');
    expect(info(file).get('Creator')).toBe('Chancery');
    expect(pagesOf(file)[0]).toContain('Page 1 of');
    expect(app.faults).toEqual([]);
  });
});
