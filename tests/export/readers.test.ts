// The exported file before other readers: the Open XML validator, xmllint, LibreOffice and pandoc; each skipped where it is not installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArticle } from '../../shared/article/importArticle.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { prefill } from '../../shared/briefing/prefill.ts';
import { DEFAULT_TEMPLATE } from '../../shared/briefing/templates.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { readDocx } from '../docx/readDocx.ts';
import { hasValidator, validationErrors } from '../docx/validator.ts';
import { fullBriefing } from './briefings.ts';
import { randomBriefing } from './randomBriefings.ts';
import { templateBriefings } from './templateBriefings.ts';

const NOW = '2031-03-10T10:00:00Z';

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** What the command line makes of the bundled article: comments stand between its first and its second footnote. */
function prefilledBriefing(): Briefing {
  const bytes = readFileSync(new URL('../../build/sample/harbour-trade.txt', import.meta.url));
  const read = importArticle(bytes, { name: 'harbour-trade.txt' });
  if (!read.ok) throw new RangeError(read.error.text);
  const article = read.value.value;
  return prefill({
    articles: [article],
    sources: new Map([[article.id, new Uint8Array(bytes)]]),
    facts: [extractFacts(article, { today: '2031-03-10' }).value],
    template: DEFAULT_TEMPLATE,
    banner: null,
    author: 'Ada Quill',
    date: '2031-03-10',
    now: NOW,
  }).value;
}

let folder = '';
/** Files by name: the full briefing under three banners, as a clean copy and with every option, each template, and some at random. */
const files = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-readers-'));
  const write = (name: string, bytes: Uint8Array): void => {
    files.set(name, join(folder, `${name}.docx`));
    writeFileSync(join(folder, `${name}.docx`), bytes);
  };
  for (const [name, banner] of [
    ['tlp', 'TLP:AMBER+STRICT'],
    ['mark', 'OFFICIAL-SENSITIVE'],
    ['none', null],
  ] as const) {
    write(name, (await toDocx(fullBriefing(banner), { now: NOW, copy: 'annotated', offsetMinutes: 60 })).value.bytes);
  }
  write('prefilled', (await toDocx(prefilledBriefing(), { now: NOW, copy: 'annotated' })).value.bytes);
  for (const [id, briefing] of templateBriefings()) {
    write(id, (await toDocx(briefing, { now: NOW, copy: 'annotated' })).value.bytes);
  }
  const options = { page: 'Letter', notes: 'endnotes', contentsList: true, portionMarks: true } as const;
  write('options', (await toDocx(fullBriefing(), { now: NOW, copy: 'annotated', ...options })).value.bytes);
  write('clean', (await toDocx(fullBriefing(), { now: NOW, copy: 'clean' })).value.bytes);
  for (const [index, made] of fc.sample(randomBriefing, { seed: 37, numRuns: 12 }).entries()) {
    write(`random${index}`, (await toDocx(made, { now: NOW, copy: 'annotated' })).value.bytes);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!hasValidator())('the Open XML validator (skipped where its program is not installed)', () => {
  test('finds no error', async () => {
    for (const [name, path] of files) expect([name, validationErrors(path)]).toEqual([name, []]);
  }, 120_000);
});

describe.skipIf(!has('xmllint'))('xmllint (skipped where it is not installed)', () => {
  test('reads every part', () => {
    for (const [name, path] of files) {
      // Pictures and workbooks of charts are no XML.
      const parts = readDocx(readFileSync(path)).entries.filter((entry) => /\.(?:xml|rels)$/u.test(entry.name));
      for (const entry of parts) {
        const out = join(folder, 'parts', name, `${entry.name}.xml`);
        mkdirSync(dirname(out), { recursive: true });
        writeFileSync(out, entry.bytes);
      }
    }
    const list = execFileSync('find', [join(folder, 'parts'), '-type', 'f'], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(list.length).toBeGreaterThan(files.size * 10);
    execFileSync('xmllint', ['--noout', '--nonet', ...list], { stdio: 'pipe' });
  });
});

describe.skipIf(!has('soffice') || !has('pdftotext'))(
  'LibreOffice (skipped where soffice or pdftotext is not installed)',
  () => {
    test('opens the file and sets its words, banner and page numbers on pages', () => {
      const profile = pathToFileURL(join(folder, 'profile')).href;
      const paths = ['tlp', 'mark', 'clean', 'prefilled'].map((name) => files.get(name) ?? '');
      execFileSync(
        'soffice',
        [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths],
        { stdio: 'pipe', timeout: 150_000 },
      );
      for (const [name, banner] of [
        ['tlp', 'TLP:AMBER+STRICT'],
        ['mark', 'OFFICIAL-SENSITIVE'],
        ['clean', 'TLP:AMBER'],
      ] as const) {
        const pages = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
          .split('\f')
          .slice(0, -1);
        expect(pages.length).toBe(2);
        for (const [index, page] of pages.entries()) {
          expect(page.split(banner).length - 1).toBe(2);
          expect(page).toContain(`Page ${index + 1} of 2`);
        }
        const words = pages.join(' ');
        let at = 0;
        for (const heading of ['Issue', 'Recommendation', 'Background', 'What is not known', 'Argument', 'Sources']) {
          at = words.indexOf(`\n${heading}`, at);
          expect([heading, at > 0]).toEqual([heading, true]);
        }
      }
    }, 180_000);

    test('sets each footnote under its own number, with comments anywhere', () => {
      for (const name of ['tlp', 'clean', 'prefilled']) {
        const { notes } = readDocx(readFileSync(files.get(name) ?? ''));
        expect(notes.length).toBeGreaterThan(1);
        const printed = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' });
        const words = printed.split(/\s+/u).join(' ');
        let at = 0;
        for (const [index, note] of notes.entries()) {
          // The number, and then what the note says.
          const wanted = `${index + 1} ${note.text.trim().split(/\s+/u).join(' ')}`;
          const found = words.indexOf(wanted.slice(0, 60), at);
          expect([name, wanted, found >= at]).toEqual([name, wanted, true]);
          at = found;
        }
      }
    });
  },
);

describe.skipIf(!has('pandoc'))('pandoc (skipped where it is not installed)', () => {
  /** Every pandoc element of the type `t`, in order. */
  function all(node: unknown, t: string): unknown[] {
    if (Array.isArray(node)) return node.flatMap((one) => all(one, t));
    if (node === null || typeof node !== 'object') return [];
    const own = 't' in node && node.t === t ? [node] : [];
    return [...own, ...Object.values(node).flatMap((one) => all(one, t))];
  }
  const read = (name: string): unknown =>
    JSON.parse(
      execFileSync('pandoc', ['--track-changes=all', '-f', 'docx', '-t', 'json', files.get(name) ?? ''], {
        encoding: 'utf8',
      }),
    );

  test('reads the comments, notes, headings and tables', () => {
    const tree = read('tlp');
    const spans = JSON.stringify(tree);
    expect(spans.split('"comment-start"').length - 1).toBe(4);
    expect(spans.split('"comment-end"').length - 1).toBe(4);
    expect(spans).toContain('["author","Ada Quill"]');
    expect(all(tree, 'Note').length).toBe(7);
    expect(all(tree, 'Header').length).toBe(6);
    expect(all(tree, 'Table').length).toBe(1);
    expect(all(tree, 'OrderedList').length).toBe(3);
    expect(all(tree, 'BulletList').length).toBe(1);
  });

  test('finds no comment in the clean copy', () => {
    expect(JSON.stringify(read('clean'))).not.toContain('comment-start');
  });
});
