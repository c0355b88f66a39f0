// Tests of the count of pages as the window makes it: parcels that bring only what changed, a pause, one warning; and LibreOffice.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { createBench } from '../../renderer/bench/bench.ts';
import { createLengthPacker, type LengthInput } from '../../renderer/lengthParcel.ts';
import { createPageLength } from '../../renderer/pageLength.ts';
import { createSession } from '../../renderer/session.ts';
import type { LengthParcel, PageLength } from '../../renderer/worker/contract.ts';
import { createPageLengthTask } from '../../renderer/worker/pageLength.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { exportChoicesOf } from '../../shared/briefing/exportChoices.ts';
import { templateById } from '../../shared/briefing/templates.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { lengthOf } from '../../shared/export/length.ts';
import { doc, p, pageBreak } from '../builders.ts';
import { randomPages } from '../export/pageBriefings.ts';
import { NOW } from '../export/readBack.ts';
import { encode, pretendEditor, pretendPlatform, pretendWork } from './pretend.ts';

function inputOf(briefing: Briefing, change: Partial<LengthInput> = {}): LengthInput {
  const { articles, facts, settings } = briefing;
  return { doc: briefing.doc, articles, facts, settings, media: [...briefing.media], houseStyle: null, ...change };
}

describe('parcels', () => {
  it('bring each block once, and the worker counts what the whole would have', () => {
    const packer = createLengthPacker();
    const worker = createPageLengthTask();
    const made = randomPages(3, 4);
    const ask = (input: LengthInput): [LengthParcel, PageLength | null] => {
      const parcel = packer.pack(input);
      // As it crosses to the worker.
      return [parcel, worker(structuredClone(parcel))];
    };
    const whole = (input: LengthInput): PageLength =>
      lengthOf({ ...made, doc: input.doc, settings: input.settings }, exportChoicesOf(input.settings));
    let { doc: now } = made;
    let input = inputOf(made);
    const [first, length] = ask(input);
    expect(first.fresh).toHaveLength(new Set(first.blocks).size);
    expect(length).toEqual(whole(input));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('cut', 'double', 'move', 'write'), fc.nat(400)), { maxLength: 6 }),
        (changes) => {
          for (const [change, at] of changes) now = changed(now, change, 1 + (at % Math.max(1, now.childCount - 1)));
          input = inputOf(made, { doc: now });
          const [parcel, counted] = ask(input);
          expect(parcel.fresh.length).toBeLessThanOrEqual(changes.length);
          expect(parcel.articles).toBeNull();
          expect(counted).toEqual(whole(input));
        },
      ),
      { seed: 9, numRuns: 25 },
    );
  });

  it('bring all again to a worker that has lost it', () => {
    const packer = createLengthPacker();
    const made = randomPages(1, 2);
    packer.pack(inputOf(made));
    const other = createPageLengthTask();
    expect(other(packer.pack(inputOf(made)))).toBeNull();
    packer.reset();
    expect(other(packer.pack(inputOf(made)))).not.toBeNull();
  });

  it('take the paper from the choices of the export', () => {
    const made = randomPages(2, 12);
    const count = (page: string): number => {
      const settings = { ...made.settings, export: { page } };
      const found = createPageLengthTask()(createLengthPacker().pack(inputOf(made, { settings })));
      return found ? found.pages - 1 + found.filled : NaN;
    };
    expect(count('Letter')).toBeGreaterThan(count('A4'));
  });
});

function changed(before: Node, change: string, at: number): Node {
  const blocks = Array.from({ length: before.childCount }, (_, index) => before.child(index));
  const block = blocks[at];
  if (!block) return before;
  if (change === 'cut' && blocks.length > 3) blocks.splice(at, 1);
  else if (change === 'double') blocks.splice(at, 0, block);
  else if (change === 'move') blocks.splice(1, 0, ...blocks.splice(at, 1));
  else if (change === 'write') blocks.splice(at, 0, p(`Written ${at} `.repeat(30)));
  return before.type.create(before.attrs, blocks);
}

describe('the window', () => {
  /** A window with a briefing of `first`, whose time is moved by hand. */
  async function opened(first: Node, measure: (ask: LengthParcel) => Promise<PageLength | null>) {
    const { platform } = pretendPlatform();
    const session = createSession({
      platform,
      work: pretendWork(),
      clock: () => new Date('2031-03-04T09:00:00Z'),
      newId: () => 'new',
      app: '0.0.0',
      templateById,
      setTimer: () => 0,
      clearTimer: () => undefined,
    });
    await session.startFrom([{ name: 'one.txt', bytes: encode('one') }]);
    const bench = createBench({ platform, session, setTimer: () => 0 });
    let time = 0;
    let waiting: { readonly run: () => void; readonly at: number } | null = null;
    const pages = createPageLength({
      bench,
      houseStyles: {
        load: async () => undefined,
        settled: async () => null,
        get: () => ({ style: null, problem: null }),
        subscribe: () => () => undefined,
      },
      measure,
      now: () => time,
      setTimer: (run, ms) => (waiting = { run, at: time + ms }),
      clearTimer: () => (waiting = null),
    });
    const text = pretendEditor(first);
    bench.text.set({ editor: text.editor, scroll: null });
    const pass = async (ms: number): Promise<void> => {
      time += ms;
      const due = waiting;
      if (due && due.at <= time) {
        waiting = null;
        due.run();
      }
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    };
    return { bench, session, pages, text, pass };
  }
  const long = (pages: number): Node =>
    doc(p('x'), ...Array.from({ length: pages - 1 }, () => [pageBreak(), p('y')]).flat());
  const counting = (asked: LengthParcel[]) => {
    const worker = createPageLengthTask();
    return async (ask: LengthParcel) => {
      asked.push(ask);
      return worker(structuredClone(ask));
    };
  };

  it('counts after a pause, not at a key, and once for what was typed together', async () => {
    const asked: LengthParcel[] = [];
    const { pages, text, pass } = await opened(long(2), counting(asked));
    expect(pages.get()).toEqual({ length: null, pages: null });
    await pass(600);
    expect(asked).toHaveLength(1);
    expect(pages.get().pages).toBe(2);
    for (let key = 0; key < 5; key++) {
      text.type(long(3));
      await pass(100);
    }
    expect(asked).toHaveLength(1);
    await pass(600);
    expect(asked).toHaveLength(2);
    expect(pages.get().pages).toBe(3);
  });

  it('counts while one types without a pause', async () => {
    const asked: LengthParcel[] = [];
    const { text, pass } = await opened(long(1), counting(asked));
    for (let key = 0; key < 100; key++) {
      text.type(long(1 + (key % 2)));
      await pass(100);
    }
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('says once that it is over its limit, and again only after it was not', async () => {
    const { bench, session, text, pass } = await opened(long(1), counting([]));
    const told: string[] = [];
    bench.view.subscribe(() => told.push(bench.view.get().said.text));
    session.setLengthLimit({ unit: 'pages', most: 2 });
    for (const count of [2, 3, 4, 1, 3]) {
      text.type(long(count));
      await pass(700);
    }
    expect(told).toEqual(['The briefing is longer than 2 pages.', 'The briefing is longer than 2 pages.']);
  });

  it('goes on after the worker has died', async () => {
    let dies = true;
    const worker = createPageLengthTask();
    const { pages, text, pass } = await opened(long(1), async (ask) => {
      if (!dies) return worker(structuredClone(ask));
      throw new Error('The worker stopped.');
    });
    await pass(700);
    expect(pages.get().pages).toBeNull();
    dies = false;
    text.type(long(2));
    await pass(700);
    expect(pages.get().pages).toBe(2);
  });
});

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const READY = has('soffice', '--version') && has('pdfinfo', '-v');

describe.skipIf(!READY)('against LibreOffice (skipped where soffice or pdfinfo is not installed)', () => {
  it('what the status bar tells is within a page of what is exported, up to twenty', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chancery-length-'));
    try {
      const cases: { name: string; told: number; file: string }[] = [];
      for (let seed = 60; seed < 70; seed++) {
        const made = randomPages(seed, 1 + ((seed * 7) % 20));
        const page = seed % 2 === 0 ? ('A4' as const) : ('Letter' as const);
        const settings = { ...made.settings, export: { page, notes: seed % 3 === 0 ? 'endnotes' : 'footnotes' } };
        const found = createPageLengthTask()(structuredClone(createLengthPacker().pack(inputOf(made, { settings }))));
        const name = `case-${seed}`;
        const file = path.join(folder, `${name}.docx`);
        const { notes } = exportChoicesOf(settings);
        writeFileSync(file, (await toDocx(made, { now: NOW, copy: 'clean', page, notes })).value.bytes);
        cases.push({ name, told: found?.pages ?? NaN, file });
      }
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      const files = cases.map(({ file }) => file);
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        stdio: 'ignore',
      });
      const off = cases.map(({ name, told }) => {
        const info = execFileSync('pdfinfo', [path.join(folder, `${name}.pdf`)], { encoding: 'utf8' });
        return { name, told, real: Number(/^Pages:\s+(\d+)$/mu.exec(info)?.[1]) };
      });
      expect(off.filter(({ told, real }) => !(Math.abs(told - real) <= 1))).toEqual([]);
      expect(Math.max(...off.map(({ real }) => real))).toBeGreaterThan(10);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});
