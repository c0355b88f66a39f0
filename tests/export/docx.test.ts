// The exported Word file read back by the own reader: text whole and in order, styles, notes, banner, tables, bytes that repeat.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { build as bundle } from 'vite';
import { describe, expect, test } from 'vitest';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { outline, readDocx, type DocxFile, type DocxTable } from '../docx/readDocx.ts';
import { fullBriefing } from './briefings.ts';
import { randomBriefing } from './randomBriefings.ts';

const NOW = '2031-03-10T10:00:00Z';

async function read(made: Briefing): Promise<{ file: DocxFile }> {
  const { value } = await toDocx(made, { now: NOW, copy: 'annotated' });
  return { file: readDocx(value.bytes) };
}

function tables(file: DocxFile): DocxTable[] {
  return file.blocks.filter((one): one is DocxTable => one.kind === 'table');
}

test('the full briefing reads back as the golden outline', async () => {
  const { file } = await read(fullBriefing());
  expect(file.problems).toEqual([]);
  await expect(outline(file)).toMatchFileSnapshot('../fixtures/export/full.txt');
});

test('says what is in it', async () => {
  const { value } = await toDocx(fullBriefing(), { now: NOW, copy: 'annotated' });
  expect(value.contents).toEqual({
    quotations: 2,
    figures: 4,
    comments: 4,
    footnotes: 7,
    tables: 1,
    charts: 0,
    pictures: 0,
  });
  const file = readDocx(value.bytes);
  expect([file.comments.length, file.notes.length, tables(file).length]).toEqual([4, 7, 1]);
});

/** Legal characters with LF line ends, by its own words; no-break spaces count as spaces. */
function shown(text: string): string {
  return Array.from(text.replace(/\r\n|[\r\v\f]/gu, '\n'))
    .filter((char) => !/[\u0000-\u0008\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u.test(char))
    .join('')
    .replaceAll('\u00a0', ' ');
}

/** "Table 2" by caption, and by what references name it by; counted by its own rule. */
function labelsOf(made: Node): { labels: Map<Node, string>; names: Map<string, string> } {
  const labels = new Map<Node, string>();
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  made.descendants((node) => {
    if (node.type.name !== 'caption') return;
    const label = /^(?:Figure|Chart)$/u.test(String(node.attrs['label'])) ? String(node.attrs['label']) : 'Table';
    counts.set(label, (counts.get(label) ?? 0) + 1);
    labels.set(node, `${label} ${counts.get(label) ?? 0}`);
    const target: unknown = node.attrs['target'];
    if (typeof target === 'string' && !names.has(target)) names.set(target, labels.get(node) ?? '');
  });
  return { labels, names };
}

/** The words of each textblock of the document that has any, in order. */
function wordsOf(made: Node): string[] {
  const words: string[] = [];
  const { labels, names } = labelsOf(made);
  made.descendants((node) => {
    if (!node.isTextblock) return;
    let text = '';
    node.forEach((one) => {
      const target: unknown = one.attrs['target'];
      if (one.isText) text += shown(one.text ?? '');
      else if (one.type.name === 'hardBreak') text += '\n';
      else if (one.type.name === 'reference') text += names.get(String(target)) ?? '[reference lost]';
    });
    const label = labels.get(node);
    words.push(label === undefined ? text : `${label}${text.trim() === '' ? '' : ': '}${text}`);
  });
  return words;
}

/** What the file may hold beyond the document's own words. */
const ADDED = new Set(['Prompt', 'SourceEntry', 'TableGap']);

describe('for any briefing', () => {
  test('all text is in the file, in order, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(randomBriefing, async (made) => {
        const { file } = await read(made);
        const there = file.paragraphs
          .filter((one) => !ADDED.has(one.style ?? ''))
          .map((one) => one.text.replaceAll('\u00a0', ' '))
          .map((text, index) => (index === 1 ? text.replace(/^To\t/u, '') : text));
        expect(there.filter((text) => text !== '')).toEqual(wordsOf(made.doc).filter((text) => text !== ''));
      }),
      { seed: 33, numRuns: 60 },
    );
  }, 60_000);

  test('the checker finds nothing wrong', async () => {
    await fc.assert(
      fc.asyncProperty(randomBriefing, async (made) => {
        expect((await read(made)).file.problems).toEqual([]);
      }),
      { seed: 34, numRuns: 60 },
    );
  }, 60_000);

  test('the same input gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(randomBriefing, async (made) => {
        const sum = async (): Promise<string> =>
          createHash('sha256')
            .update((await toDocx(made, { now: NOW, copy: 'annotated' })).value.bytes)
            .digest('hex');
        expect(await sum()).toBe(await sum());
      }),
      { seed: 35, numRuns: 10 },
    );
  }, 60_000);

  test('the comments read back stand on words of their annotations', async () => {
    await fc.assert(
      fc.asyncProperty(randomBriefing, async (made) => {
        // What stands for a list of sources or for a picture amid annotated blocks would be annotated too, and a label.
        let added = false;
        const adds = new Set(['sourceList', 'image', 'chart', 'caption', 'reference']);
        made.doc.descendants((node) => void (added ||= adds.has(node.type.name)));
        fc.pre(!added);
        const { file } = await read(made);
        const roots = file.comments.filter((one) => one.parent === null);
        const placed = made.annotations.filter((one) => firstStretch(made.doc, one.id) !== null);
        expect(roots.length).toBe(placed.length);
        for (const one of placed) {
          const root = roots.find(
            (each) => each.text.includes(`${one.id}\nStatus`) || each.text.includes(`${one.id}\n`),
          );
          expect(root?.anchored.replaceAll('\u00a0', ' ').replaceAll('\n', '')).toBe(
            firstStretch(made.doc, one.id)?.replaceAll('\n', ''),
          );
        }
      }),
      { seed: 36, numRuns: 60 },
    );
  }, 60_000);
});

/** The words from the first to the last piece of an annotation, up to where words without it lie between two blocks. */
function firstStretch(made: Node, id: string): string | null {
  interface Piece {
    readonly text: string;
    readonly block: number;
    readonly on: boolean;
  }
  const pieces: Piece[] = [];
  let block = 0;
  made.descendants((node) => {
    if (node.isTextblock) block++;
    if (!node.isInline) return;
    const text = node.isText ? (node.text ?? '') : node.type.name === 'hardBreak' ? '\n' : '';
    pieces.push({
      text,
      block,
      on: node.marks.some((one) => one.type.name === 'annotation' && one.attrs['id'] === id),
    });
  });
  const first = pieces.findIndex((one) => one.on);
  if (first < 0) return null;
  let last = first;
  for (let at = first + 1; at < pieces.length; at++) {
    if (!pieces[at]?.on) continue;
    const gap = pieces.slice(last + 1, at).some((one) => one.text !== '' && one.text !== '\n');
    if (gap && pieces[at]?.block !== pieces[last]?.block) break;
    last = at;
  }
  return pieces
    .slice(first, last + 1)
    .map((one) => shown(one.text))
    .join('');
}

describe('the bytes', () => {
  const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  test('are the same in another process, zone and language', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-export-'));
    try {
      await bundle({
        configFile: false,
        logLevel: 'silent',
        ssr: { noExternal: true },
        build: {
          ssr: 'tests/export/printSum.ts',
          outDir: folder,
          rollupOptions: { output: { entryFileNames: 'printSum.mjs' } },
        },
      });
      const here = sum((await toDocx(fullBriefing(), { now: NOW, copy: 'annotated' })).value.bytes);
      for (const [TZ, LANG] of [
        ['Pacific/Auckland', 'tr_TR.UTF-8'],
        ['America/St_Johns', 'C'],
      ] as const) {
        const there = execFileSync(process.execPath, [join(folder, 'printSum.mjs'), NOW], {
          env: { ...process.env, TZ, LANG, LC_ALL: LANG },
        });
        expect(there.toString().trim()).toBe(here);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  test('hold no time but the zip format’s first', async () => {
    const { file } = await read(fullBriefing());
    for (const entry of file.entries) expect([entry.date, entry.time]).toEqual([(1 << 5) | 1, 0]);
  });

  test('change with `now` in the core properties only', async () => {
    const [a, b] = await Promise.all(
      [NOW, '2032-01-01T00:00:00.123Z'].map(async (now) =>
        readDocx((await toDocx(fullBriefing(), { now, copy: 'annotated' })).value.bytes),
      ),
    );
    const changed = a?.entries.filter(
      (one, index) => sum(one.bytes) !== sum(b?.entries[index]?.bytes ?? new Uint8Array()),
    );
    expect(changed?.map((one) => one.name)).toEqual(['docProps/core.xml']);
    expect(b?.core['dcterms:modified']).toBe('2032-01-01T00:00:00Z');
  });

  test('are not made without an instant', async () => {
    await expect(toDocx(fullBriefing(), { now: 'today', copy: 'clean' })).rejects.toThrow(RangeError);
  });
});
