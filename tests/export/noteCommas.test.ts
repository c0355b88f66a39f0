// The raised comma between two references to notes: where the Plan puts it, and that the estimate and the printed page have it.
import { describe, expect, test } from 'vitest';
import { toPrintPage } from '../../shared/export/printPage.ts';
import type { Inline } from '../../shared/export/plan.ts';
import { Setter } from '../../shared/export/pages/lines.ts';
import { readMetrics } from '../../shared/export/pages/metrics.ts';
import { PAGES, stylesXml } from '../../shared/export/styles.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { by, cite, doc, link, note, p, qt, quotation, td, table, tr } from '../builders.ts';
import { annotation, briefing } from './briefings.ts';
import { paragraphs, plan, planOf, tables } from './planned.ts';

const commas = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => (one.kind === 'note' ? `${one.after ? ',' : ''}${one.number}` : one.kind === 'text' ? one.text : '|'))
    .join('');
const first = (...inlines: Parameters<typeof p>): string =>
  commas(paragraphs(planOf([p(...inlines)])).at(-1)?.inlines ?? []);

describe('in the plan', () => {
  test('it stands between numbers in a row, and nowhere else', () => {
    expect(first('a', cite('a1'), cite('a2'), cite('a1'))).toBe('a1,2,3');
    expect(first(cite('a1'), 'b', cite('a2'), ' ', cite('a1'), schema.node('hardBreak'), cite('a1'))).toBe('1b2 3|4');
    expect(first('a', cite('a1'), link('https://board.example/', 'b'), cite('a2'))).toBe('a1b2');
    // What XML cannot hold leaves nothing between them.
    expect(first('a', cite('a1'), '\u0001', cite('a2'))).toBe('a1,2');
    const cells = planOf([
      table(tr(td(p('a', cite('a1'), cite('a2')), p(cite('a1'))))),
      quotation(qt('q'), by('w', cite('a1'), cite('a2'))),
    ]);
    expect(tables(cells)[0]?.rows[0]?.cells[0]?.blocks.map(({ inlines }) => commas(inlines))).toEqual(['a1,2', '3']);
    expect(commas(paragraphs(cells).at(-1)?.inlines ?? [])).toBe('w4,5');
  });

  test('it stands where a comment begins or ends between them', () => {
    const made = briefing(doc(p('a', note('n1', cite('a1')), note('n2', cite('a2'), ' b'))), {
      annotations: [annotation('n1'), annotation('n2')],
    });
    expect(commas(paragraphs(plan(made)).at(-1)?.inlines ?? [])).toBe('a|1||,2 b|');
    expect(commas(paragraphs(plan(made, { copy: 'clean' })).at(-1)?.inlines ?? [])).toBe('a1,2 b');
  });

  test('it runs the way of its paragraph', () => {
    const way = (text: string): unknown[] =>
      (paragraphs(planOf([p(text, cite('a1'), cite('a2'))])).at(-1)?.inlines ?? []).filter(
        ({ kind }) => kind === 'note',
      );
    expect(way('grain')).toEqual([
      { kind: 'note', number: 1 },
      { kind: 'note', number: 2, after: true },
    ]);
    expect(way('קמח')).toEqual([
      { kind: 'note', number: 1 },
      { kind: 'note', number: 2, after: true, rtl: true },
    ]);
  });
});

test('the estimate of lines gives it room', () => {
  const metrics = readMetrics(stylesXml('en', PAGES.A4));
  const setter = new Setter(metrics);
  const lines = (count: number, after: boolean, width: number): number =>
    setter.set(
      Array.from({ length: count }, (): Inline => ({ kind: 'note', number: 1, ...(after ? { after } : {}) })),
      metrics.paragraph('BodyText'),
      { width, hanging: 0 },
    ).count;
  let width = 200;
  while (lines(100, false, width) > 1) width++;
  expect(lines(100, true, width)).toBe(2);
});

test('the printed page shows it raised, outside of the links', () => {
  const { html } = toPrintPage(briefing(doc(p('a', cite('a1'), cite('a2')), p('קמח', cite('a1'), cite('a2')))), {
    now: '2031-03-10T10:00:00Z',
  }).value.page;
  expect(html.split('</a></sup><sup>,<a ').length - 1).toBe(1);
  expect(html.split('</a></sup><sup><span dir="rtl">,</span><a ').length - 1).toBe(1);
});
