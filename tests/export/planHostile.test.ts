// Bad input in a Plan: what no briefing should hold still gives a plan, with a message where something was lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteKind } from '../../shared/export/plan.ts';
import { PAGES } from '../../shared/export/styles.ts';
import { build, doc, link, p, prompt, qt, quotation, by, table, td, tr } from '../builders.ts';
import { briefing } from './briefings.ts';
import { caption, drawn, isParagraph, paragraphs, plan, planOf, reference, words } from './planned.ts';
import { HOSTILE, randomBriefing } from './randomBriefings.ts';

const LEGAL = /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe.each(HOSTILE)('%j', (hostile) => {
  test('in captions, references, portion marks, prompts, pictures and charts', () => {
    const data = { kind: hostile, title: hostile, unit: hostile, categories: [hostile], series: hostile };
    const made = plan(
      briefing(
        doc(
          { banner: hostile, lang: hostile, numbered: hostile },
          p({ portion: hostile }, reference(hostile), 'x'),
          prompt(hostile),
          build('quotation', { factId: hostile, portion: hostile }, qt(hostile), by(hostile)),
          caption(hostile, hostile, hostile),
          table(tr(td({ align: hostile }, p(hostile)))),
          build('image', { media: hostile, alt: hostile, width: hostile }),
          build('chart', { data }),
          build('heading', { level: hostile }, hostile),
          build('heading', { level: -1 }, 'x'),
        ),
      ),
      { contentsList: true, portionMarks: true },
    );
    const json = JSON.stringify({ ...made.plan, projection: null });
    expect(LEGAL.test(JSON.parse(json).title as string)).toBe(true);
    for (const text of made.texts) expect(text).not.toBe('');
    for (const one of paragraphs(made)) expect(LEGAL.test(drawn(one.inlines))).toBe(true);
    for (const block of made.plan.blocks) {
      if (block.kind === 'contents') for (const entry of block.entries) expect(LEGAL.test(entry.text)).toBe(true);
      if (block.kind === 'table') expect(LEGAL.test(block.title ?? '')).toBe(true);
    }
    expect(made.plan.language).toBe('en-GB');
  });
});

test('a link that runs a script is words, and a message', () => {
  const made = planOf([p(link('javascript:alert(1)', 'here'), ' and ', link('JAVASCRIPT:x', 'there'))]);
  expect(words(made)).toEqual(['here and there']);
  expect(paragraphs(made)[1]?.inlines.every((one) => one.kind !== 'text' || one.href === null)).toBe(true);
  expect(made.codes).toContain('link-left-out');
});

test('words of a million letters pass everywhere, in either direction', () => {
  const long = 'x'.repeat(1_000_000);
  const right = 'ש '.repeat(500_000);
  const made = planOf([
    { numbered: true },
    build('heading', {}, long),
    p(long),
    p(right),
    caption('Table', 'a', long),
    table(tr(td(p(right)))),
    quotation(qt(long), by()),
  ]);
  expect(paragraphs(made).map((one) => drawn(one.inlines).length >= 1_000_000)).toContain(true);
  expect(Array.from(made.plan.blocks.find((block) => block.kind === 'table')?.title ?? '').length).toBe(250);
});

test('every option gives a plan of any briefing, whose parts agree', () => {
  const options = fc.record({
    copy: fc.constantFrom('annotated' as const, 'clean' as const),
    page: fc.constantFrom(PAGES.A4, PAGES.Letter),
    notes: fc.constantFrom<NoteKind>('footnotes', 'endnotes'),
    contentsList: fc.boolean(),
    portionMarks: fc.boolean(),
    carrySources: fc.constant(false),
  });
  fc.assert(
    fc.property(randomBriefing, options, (made, chosen) => {
      const { plan: laid } = plan(made, chosen);
      const cells = laid.blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)) : [],
      );
      const all = [...laid.blocks.filter(isParagraph), ...cells];
      const inlines = all.flatMap((one) => one.inlines);
      const bookmarks = [
        ...inlines.flatMap((one) => (one.kind === 'sequence' ? [one.bookmark] : [])),
        ...all.flatMap((one) => one.bookmark ?? []),
      ];
      expect(new Set(bookmarks).size).toBe(bookmarks.length);
      for (const name of bookmarks) expect(name).toMatch(/^_[A-Za-z]\w{0,38}$/u);
      for (const one of inlines) {
        if (one.kind === 'reference') expect(bookmarks).toContain(one.bookmark);
        if (one.kind === 'picture') expect(laid.media[one.media]).toBeDefined();
        if (one.kind === 'chart') expect(laid.charts[one.chart]).toBeDefined();
      }
      expect(inlines.filter((one) => one.kind === 'note').length).toBe(laid.notes.length);
      for (const one of all) if (one.item) expect(laid.lists[one.item.list]).toBeDefined();
      const numbered = all.filter((one) => one.item && laid.lists[one.item.list]?.kind === 'paragraphs');
      expect(numbered.length === 0 || numbered.length >= 2).toBe(true);
      for (const block of laid.blocks) {
        if (block.kind !== 'contents') continue;
        expect(block.entries.length).toBeGreaterThanOrEqual(2);
        for (const entry of block.entries) {
          expect(bookmarks).toContain(entry.bookmark);
          expect(entry.page).toBeGreaterThanOrEqual(1);
          expect(entry.page).toBeLessThanOrEqual(laid.pages);
        }
      }
      // Right-to-left letters are in runs that say so, and no Latin letter is.
      for (const one of inlines) {
        if (one.kind !== 'text') continue;
        if (/[\u05d0-\u05ea\u0621-\u064a]/u.test(one.text)) expect(one.props.rtl).toBe(true);
        else if (/[A-Za-z]/u.test(one.text)) expect(one.props.rtl).toBeUndefined();
      }
    }),
    { seed: 61, numRuns: 150 },
  );
});
