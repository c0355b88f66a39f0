// The estimate of pages against LibreOffice, on the five templates and on random briefings of one to twenty pages.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prefill } from '../../shared/briefing/prefill.ts';
import { TEMPLATES } from '../../shared/briefing/templates.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { packageDocx } from '../../shared/export/package.ts';
import { estimatePages } from '../../shared/export/pages.ts';
import { planBriefing } from '../../shared/export/planBriefing.ts';
import type { Block, ContentsEntry, Inline, NoteKind, Plan } from '../../shared/export/plan.ts';
import { settleNumbers } from '../../shared/export/settle.ts';
import { PAGES, type PageName } from '../../shared/export/styles.ts';
import { calder, calderFacts } from '../briefing/sampleArticle.ts';
import { cite, doc, p } from '../builders.ts';
import { article, briefing, fullBriefing } from './briefings.ts';
import { randomPages } from './pageBriefings.ts';
import { NOW } from './readBack.ts';

function planOf(made: Briefing, page: PageName, notes: NoteKind = 'footnotes'): Plan {
  return planBriefing(made, {
    copy: 'clean',
    draft: false,
    offsetMinutes: 0,
    page: PAGES[page],
    notes,
    contentsList: false,
    portionMarks: false,
    carrySources: false,
  }).plan;
}

function has(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

const READY = has('soffice', '--version') && has('pdftotext', '-v');

/** One black point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** `plan` with a list of its parts after the title block, a picture after every eighth block, and numbered paragraphs. */
function decorated(plan: Plan): Plan {
  const lists = [...plan.lists, { kind: 'paragraphs', level: 0, start: 1 } as const];
  const entries: ContentsEntry[] = [];
  const body = plan.blocks.flatMap((block, at): Block[] => {
    if (block.kind !== 'paragraph') return [block];
    if (partOf(block) !== null) {
      const bookmark = `_Toc_${entries.length + 1}`;
      const text = block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
      entries.push({ level: Number(block.style.slice(-1)), text, bookmark, page: 1 });
      return [{ ...block, bookmark }];
    }
    const numbered = block.style === 'BodyText' ? { ...block, item: { list: lists.length - 1, level: 0 } } : block;
    if (at % 8 !== 0 || block.style !== 'BodyText') return [numbered];
    const [width, height] = [(2 + (at % 4)) * 914_400, (1 + (at % 3)) * 800_000];
    const inlines = [{ kind: 'picture', media: 0, width, height, alt: 'A point' } as const];
    return [numbered, { kind: 'paragraph', style: 'BodyText', keepNext: true, inlines }, caption(at)];
  });
  const head = body.findIndex((block) => block.kind !== 'paragraph' || !/^(?:Title|Details)$/u.test(block.style));
  const heading: Block = { kind: 'paragraph', style: 'ContentsHeading', inlines: [words('Contents')] };
  const contents: Block[] = entries.length > 0 ? [heading, { kind: 'contents', entries }] : [];
  const blocks = [...body.slice(0, head), ...contents, ...body.slice(head)];
  return { ...plan, media: [{ type: 'png', bytes: PNG }], ...settleNumbers(blocks, lists) };
}

const words = (text: string): Inline => ({ kind: 'text', text, props: {}, href: null });

function caption(number: number): Block {
  return { kind: 'paragraph', style: 'Caption', inlines: [words(`Figure ${number}: how it looks from the quay`)] };
}

/** A briefing of `count` citations, five in each paragraph. */
function cited(count: number): Briefing {
  const paragraphs = Array.from({ length: Math.ceil(count / 5) }, (_, at) => {
    const here = Math.min(5, count - at * 5);
    return p(
      ...Array.from({ length: here }, (_, one) => ['Stated, ', cite('a1', null, `paragraph ${at + one}`)]).flat(),
    );
  });
  return briefing(doc(...paragraphs), { articles: [article('a1')] });
}

interface Case {
  readonly name: string;
  readonly plan: Plan;
}

function cases(): Case[] {
  const made: Case[] = [{ name: 'full', plan: planOf(fullBriefing(), 'A4') }];
  for (const template of TEMPLATES) {
    const { value } = prefill({
      articles: [calder],
      sources: new Map([[calder.id, new Uint8Array([1])]]),
      facts: [calderFacts],
      template,
      date: '2031-03-05',
      author: 'Analyst',
      now: '2031-03-05T09:00:00Z',
      banner: 'OFFICIAL',
    });
    for (const page of ['A4', 'Letter'] as const)
      made.push({ name: `${template.id}-${page}`, plan: planOf(value, page) });
  }
  for (let seed = 1; seed <= 30; seed++) {
    const page = seed % 4 === 0 ? 'Letter' : 'A4';
    const notes = seed % 10 === 5 ? 'endnotes' : 'footnotes';
    const plan = planOf(randomPages(seed, 1 + ((seed * 7) % 20)), page, notes);
    made.push({ name: `random-${seed}-${page}-${notes}`, plan: seed % 3 === 2 ? decorated(plan) : plan });
  }
  for (const count of [1, 40, 70, 200])
    made.push({ name: `endnotes-${count}`, plan: planOf(cited(count), 'A4', 'endnotes') });
  for (let seed = 31; seed <= 42; seed++) {
    made.push({ name: `endnotes-random-${seed}`, plan: planOf(randomPages(seed, 1 + (seed % 6)), 'A4', 'endnotes') });
  }
  return made;
}

/** "Part 12:" of a heading of `block`, or null. */
function partOf(block: Block): string | null {
  if (block.kind !== 'paragraph' || !block.style.startsWith('Heading')) return null;
  const first = block.inlines[0];
  return first?.kind === 'text' ? (/^Part \d+:/u.exec(first.text)?.[0] ?? null) : null;
}

describe.skipIf(!READY)('against LibreOffice (skipped where soffice or pdftotext is not installed)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-pages-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const all = cases();
  /** The words of each page, by case. */
  const laidOut = new Map<string, string[]>();

  beforeAll(() => {
    const files = all.map(({ name, plan }) => {
      const file = path.join(folder, `${name}.docx`);
      writeFileSync(file, packageDocx(plan, NOW));
      return file;
    });
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { stdio: 'ignore' },
    );
    for (const { name } of all) {
      const text = execFileSync('pdftotext', ['-layout', path.join(folder, `${name}.pdf`), '-'], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      laidOut.set(name, text.split('\f').slice(0, -1));
    }
  }, 300_000);

  test('the number of pages is within one, and most often the same', () => {
    const off = all.map(({ name, plan }) => ({
      name,
      real: laidOut.get(name)?.length ?? 0,
      by: estimatePages(plan).pages - (laidOut.get(name)?.length ?? 0),
    }));
    expect(off.filter((one) => Math.abs(one.by) > 1)).toEqual([]);
    expect(off.filter((one) => one.by === 0).length / off.length).toBeGreaterThanOrEqual(0.85);
  });

  test('endnotes stand on pages of their own, counted as they are', () => {
    const ended = all.filter(({ plan }) => plan.noteKind === 'endnotes' && plan.notes.length > 0);
    expect(ended.length).toBeGreaterThan(15);
    const off = ended.map(({ name, plan }) => [name, estimatePages(plan).pages - (laidOut.get(name)?.length ?? 0)]);
    expect(off.filter(([, by]) => by === 0).length / off.length).toBeGreaterThanOrEqual(0.9);
    expect(off.filter(([, by]) => Math.abs(Number(by)) > 1)).toEqual([]);
  });

  test('each heading is within a page of where it stands, and most often there', () => {
    const off: { name: string; part: string; by: number }[] = [];
    let headings = 0;
    for (const { name, plan } of all) {
      const { pageOf } = estimatePages(plan);
      const pages = laidOut.get(name) ?? [];
      plan.blocks.forEach((block, at) => {
        const part = partOf(block);
        if (part === null) return;
        headings++;
        // The list of contents names it too, before.
        const real = pages.findLastIndex((text) => text.includes(part)) + 1;
        if (real !== pageOf[at]) off.push({ name, part, by: (pageOf[at] ?? 0) - real });
      });
    }
    expect(headings).toBeGreaterThan(200);
    expect(off.filter((one) => Math.abs(one.by) > 1)).toEqual([]);
    expect(1 - off.length / headings).toBeGreaterThanOrEqual(0.95);
  });
});
