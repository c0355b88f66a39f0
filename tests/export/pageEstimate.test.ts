// The rules of the estimate of pages, one by one, and its laws on random briefings; against LibreOffice: pages.test.ts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimatePages } from '../../shared/export/pages.ts';
import { Setter } from '../../shared/export/pages/lines.ts';
import { readMetrics } from '../../shared/export/pages/metrics.ts';
import { planBriefing } from '../../shared/export/planBriefing.ts';
import type { Block, Inline, NoteKind, ParagraphBlock, Plan, Row } from '../../shared/export/plan.ts';
import { PAGES, stylesXml, type ParagraphStyle } from '../../shared/export/styles.ts';
import { randomBriefing } from './randomBriefings.ts';

type Measured = Parameters<typeof estimatePages>[0];

const say = (text: string): Inline => ({ kind: 'text', text, props: {}, href: null });
const note = (number: number): Inline => ({ kind: 'note', number });
const p = (text: string, more: Partial<ParagraphBlock> = {}, style: ParagraphStyle = 'BodyText'): ParagraphBlock => ({
  kind: 'paragraph',
  style,
  inlines: [say(text)],
  ...more,
});
const lines = (count: number): Block[] => Array.from({ length: count }, (_, at) => p(`Line ${at}`));
/** About `count` lines of A4. */
const long = (count: number): string => 'ferry '.repeat(count * 17).trim();

const of = (blocks: readonly Block[], notes: readonly string[] = [], noteKind: NoteKind = 'footnotes'): Measured => ({
  page: PAGES.A4,
  blocks,
  lists: [{ kind: 'bullet', level: 0, start: 1 }],
  notes: notes.map((text) => ({ inlines: [say(text)] })),
  noteKind,
});
const pageOf = (plan: Measured): readonly number[] => estimatePages(plan).pageOf;

/** Single lines of body text that a page of A4 holds, as counted in LibreOffice. */
const FULL = 34;

describe('a page', () => {
  test('is there without a word', () => {
    expect(estimatePages(of([]))).toEqual({ pages: 1, filled: 0, pageOf: [] });
  });
  test('holds as many lines as LibreOffice sets on it', () => {
    expect(pageOf(of(lines(FULL + 1))).slice(FULL - 1)).toEqual([1, 2]);
  });
  test('is as full as its lines and notes make it', () => {
    const share = (plan: Measured): number => estimatePages(plan).filled;
    expect(share(of(lines(FULL)))).toBeGreaterThan(0.9);
    expect(share(of(lines(FULL / 2)))).toBeCloseTo(share(of(lines(FULL))) / 2, 1);
    expect(share(of(lines(FULL + 1)))).toBeLessThan(0.1);
    const noted = of([p('a', { inlines: [say('a'), note(1)] })], ['Where it stands.']);
    expect(share(noted)).toBeGreaterThan(share(of([p('a')])));
  });
  test('of Letter holds fewer', () => {
    expect(estimatePages({ ...of(lines(FULL)), page: PAGES.Letter }).pages).toBe(2);
  });
  test('ends at a break', () => {
    expect(pageOf(of([p('a'), p('b', { pageBreakBefore: true }), p('c'), { kind: 'pageBreak' }, p('d')]))).toEqual([
      1, 2, 2, 2, 3,
    ]);
    expect(estimatePages(of([p('a', { pageBreakBefore: true })])).pages).toBe(1);
  });
});

describe('what stays together', () => {
  test('a heading goes with the text below it', () => {
    expect(pageOf(of([...lines(FULL - 2), p('Heading', {}, 'Heading2'), p(long(3))])).slice(-2)).toEqual([2, 2]);
  });
  test('two lines at least stand on either page', () => {
    // Of three lines where two have room, one would be left: all three go.
    const before = [...lines(FULL - 3), p('Some air above', { spaceBefore: true })];
    expect(pageOf(of([...before, p(long(3))])).at(-1)).toBe(2);
    expect(pageOf(of([...before, p(long(5))])).at(-1)).toBe(1);
  });
  test('a source is never parted', () => {
    expect(pageOf(of([...lines(FULL - 2), p(long(5), {}, 'SourceEntry')])).at(-1)).toBe(2);
  });
  test('more than a page that wants to stay together is parted all the same', () => {
    const all = Array.from({ length: 100 }, () => p('Keep', { keepNext: true }));
    expect(estimatePages(of(all)).pages).toBe(3);
    expect(estimatePages(of([p(long(120), {}, 'SourceEntry')])).pages).toBe(3);
  });
});

describe('notes', () => {
  const noted = (number: number): Block => ({ ...p('Noted'), inlines: [say('Noted'), note(number)] });
  test('stand at the foot of the page of their reference and take its room', () => {
    const texts = [long(3), long(3)];
    expect(pageOf(of([noted(1), noted(2), ...lines(FULL - 2)], texts)).at(-1)).toBe(2);
    expect(pageOf(of([noted(1), noted(2), ...lines(FULL - 2)], texts, 'endnotes')).at(-1)).toBe(1);
  });
  test('longer than a page go on on the next', () => {
    expect(estimatePages(of([noted(1)], [long(200)])).pages).toBeGreaterThan(2);
    expect(estimatePages(of([noted(1), ...lines(3)], ['short'], 'endnotes')).pages, 'on a page of their own').toBe(2);
    expect(estimatePages(of(lines(4), [], 'endnotes')).pages).toBe(1);
    expect(estimatePages(of([noted(1)], [long(200)], 'endnotes')).pages).toBeGreaterThan(2);
  });
});

describe('tables', () => {
  const row = (text: string, header = false): Row => ({
    header,
    cells: [text, 'x'].map((words) => ({ blocks: [p(words, {}, 'TableText')], span: 1, merge: null })),
  });
  const table = (rows: readonly Row[]): Block => ({ kind: 'table', widths: [4513, 4513], rows });
  const body = Array.from({ length: 100 }, () => row('x'));

  test('a row is as high as its highest cell', () => {
    expect(estimatePages(of([table(body.slice(0, 40))])).pages).toBe(1);
    expect(estimatePages(of([table(body.slice(0, 40).map(() => row(long(1))))])).pages).toBe(2);
  });
  test('the header comes again on each page', () => {
    expect(estimatePages(of([table([row(long(8), true), ...body])])).pages).toBe(4);
    expect(estimatePages(of([table([row(long(8)), ...body])])).pages).toBe(3);
  });
  test('the header does not stand alone at the foot', () => {
    const alone = of([...lines(FULL - 1), table([row('Head', true), ...body.slice(0, 2)])]);
    expect(pageOf(alone).at(-1)).toBe(2);
  });
});

describe('lines', () => {
  const linesOf = (inlines: readonly Inline[]): number => {
    // A paragraph of n lines leaves room for so many single ones fewer; found by filling the page.
    let room = 0;
    while (estimatePages(of([{ ...p(''), inlines }, ...lines(room + 1)])).pages === 1) room++;
    return room;
  };
  test('end at a break, and a picture is as high as it is', () => {
    expect(linesOf([say('a')])).toBe(FULL - 1);
    expect(linesOf(Array.from({ length: 20 }, () => ({ kind: 'break' as const })))).toBeLessThan(FULL - 13);
    const picture = { kind: 'picture', media: 0, width: 914_400, height: 914_400 * 5, alt: '' } as const;
    expect(linesOf([picture])).toBe(FULL - 18);
  });
  const setter = new Setter(readMetrics(stylesXml('en-GB', PAGES.A4)));
  const body = readMetrics(stylesXml('en-GB', PAGES.A4)).paragraph('BodyText');
  const count = (...inlines: Inline[]): number => setter.set(inlines, body, { width: 7200, hanging: 0 }).count;
  const times = (word: string, many: number): string => word.repeat(many);

  test('end at spaces, and the space hangs over the end', () => {
    let most = 1;
    while (count(say(times('ferry ', most + 1))) === 1) most++;
    expect(most).toBeGreaterThan(10);
    expect(count(say(times('ferry ', most).trimEnd()))).toBe(1);
    expect(count(say(times('ferry ', 2 * most)))).toBe(2);
    expect(count(say(times('ferry\u2003', 2 * most)))).toBe(3);
  });
  test('do not end at a no-break space, nor between runs of one word', () => {
    let fits = 1;
    while (count(say(`${times('i', fits + 1)} wharf`)) === 1) fits++;
    expect(count(say(`${times('i', fits - 8)} quay wharf`))).toBe(2);
    // The last two words together go to the second line, so that a third word has no room there.
    const tail = times('m', 36);
    expect(count(say(`${times('i', fits - 8)} quay wharf ${tail}`))).toBe(2);
    expect(count(say(`${times('i', fits - 8)} quay\u00a0wharf ${tail}`))).toBe(3);
    expect(count(say(`${times('i', fits - 8)} quay`), say('wharf'), say(` ${tail}`))).toBe(3);
  });
  test('end after a hyphen, but not before a digit', () => {
    const [left, right] = [times('m', 30), times('m', 20)];
    expect(count(say(`${left}-${right}`))).toBe(2);
    expect(count(say(`i ${left}-${right} ${times('m', 20)}`))).toBe(2);
    expect(count(say(`i ${left}-7${right} ${times('m', 20)}`))).toBe(3);
  });
  test('hold fewer bold letters', () => {
    let most = 1;
    while (count(say(times('u', most + 1))) === 1) most++;
    expect(count({ kind: 'text', text: times('u', most), props: { bold: true }, href: null })).toBe(2);
    expect(count({ kind: 'text', text: times('u', most), props: { raised: 'super' }, href: null })).toBe(1);
  });
  test('keep the greater of the space below and above, not both', () => {
    const pairs = Array.from({ length: 19 }, () => [p('Line'), p('Caption', {}, 'Caption')]).flat();
    expect(estimatePages(of(pairs)).pages).toBe(1);
    expect(estimatePages(of([...pairs, ...pairs.slice(0, 2)])).pages).toBe(2);
  });
  test('of Chinese end anywhere', () => {
    expect(estimatePages(of([p('港'.repeat(41 * 40))])).pages).toBe(1);
    expect(estimatePages(of([p('港'.repeat(41 * 60))])).pages).toBe(2);
  });
  test('of a word without an end are as many as it needs', () => {
    expect(estimatePages(of([p('w'.repeat(1_000_000))])).pages).toBeGreaterThan(300);
  });
});

test('on any briefing the pages go up block by block, and more blocks never take fewer pages', () => {
  const planOf = (made: Parameters<typeof planBriefing>[0], notes: NoteKind): Plan =>
    planBriefing(made, {
      copy: 'clean',
      draft: false,
      offsetMinutes: 0,
      page: PAGES.A4,
      notes,
      contentsList: false,
      portionMarks: false,
      carrySources: false,
    }).plan;
  fc.assert(
    fc.property(randomBriefing, fc.constantFrom<NoteKind>('footnotes', 'endnotes'), (made, kind) => {
      const plan = planOf(made, kind);
      const blocks = [...plan.blocks, ...lines(30), ...plan.blocks];
      const { pages, pageOf: found } = estimatePages({ ...plan, blocks });
      expect(found).toHaveLength(blocks.length);
      found.forEach((page, at) => expect(page).toBeGreaterThanOrEqual(at === 0 ? 1 : (found[at - 1] ?? 1)));
      expect(pages).toBeGreaterThanOrEqual(found.at(-1) ?? 1);
      expect(pages).toBeGreaterThanOrEqual(estimatePages(plan).pages);
      expect(Number.isInteger(pages)).toBe(true);
    }),
    { seed: 20_310_310, numRuns: 100 },
  );
});
