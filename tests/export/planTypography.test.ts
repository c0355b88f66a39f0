// The typographer's eye in a Plan: what stays together, how columns stand, and where no line may break.
import { describe, expect, test } from 'vitest';
import { glue } from '../../shared/export/text.ts';
import { by, h, li, ol, p, qt, quotation, quoted, report, table, td, th, tr, ul } from '../builders.ts';
import { caption, paragraphs, planOf, tables, words } from './planned.ts';

describe('no line breaks between', () => {
  test.each([
    ['US$2,280 million', 'US$2,280_million'],
    ['on 24 November 2026 at', 'on 24_November_2026 at'],
    ['see pp. 3 and 4', 'see pp._3 and 4'],
    ['Chart 2 and Figures 3', 'Chart_2 and Figures_3'],
    ['J. Smith and A. B. Holt', 'J._Smith and A._B._Holt'],
    ['Dr Quill met Mrs. Ode', 'Dr_Quill met Mrs._Ode'],
    ['at 14:30 GMT or 9.15 a.m.', 'at 14:30_GMT or 9.15_a.m.'],
    ['fell by − 5 or minus 3', 'fell by −_5 or minus_3'],
    ['€ 5 and 21 °C', '€_5 and 21_°C'],
    ['Plan B. And so on', 'Plan B._And so on'],
    ['at 14:30 the board met', 'at 14:30 the board met'],
    ['the Mrs smith of ports', 'the Mrs smith of ports'],
    ['the terminus 3 of us saw', 'the terminus 3 of us saw'],
  ])('%j: %j', (text, glued) => expect(glue(text).replaceAll('\u00a0', '_')).toBe(glued));

  test('but somebody else’s words stay as they are', () => {
    const made = planOf([
      p('J. Holt said ', quoted('q', 'J. Smith, 14:30 GMT')),
      quotation(qt('5 million'), by('J. Holt')),
    ]);
    expect(words(made)).toEqual(['J.\u00a0Holt said J. Smith, 14:30 GMT', '5 million', 'J.\u00a0Holt']);
  });
});

describe('what stays together', () => {
  const kept = (made: ReturnType<typeof planOf>): (string | boolean)[][] =>
    paragraphs(made)
      .slice(1)
      .map((one) => [
        one.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
        one.keepNext ?? false,
      ]);

  test('a lead-in and its list, and the last two items', () => {
    expect(
      kept(planOf([p('The board asks for:'), ul(li(p('a')), li(p('b'))), p('And:'), report('x: '), ol(li(p('c')))])),
    ).toEqual([
      ['The board asks for:', true],
      ['a', true],
      ['b', false],
      ['And:', true],
      ['x: ', true],
      ['c', false],
    ]);
    expect(kept(planOf([p('The end:')]))).toEqual([['The end:', false]]);
  });

  test('a caption, the header rows and the first row', () => {
    const made = planOf([
      caption('Table', 'a', 'Grain'),
      table(tr(th(p('A'))), tr(th(p('B'))), tr(td(p('c'))), tr(td(p('d')))),
    ]);
    expect(paragraphs(made)[1]?.keepNext).toBe(true);
    expect(tables(made)[0]?.rows.map((row) => row.cells[0]?.blocks[0]?.keepNext ?? false)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('columns', () => {
  const aligns = (...rows: ReturnType<typeof tr>[]) =>
    tables(planOf([h('x'), table(...rows)]))[0]?.rows.map((row) =>
      row.cells.map((cell) => cell.blocks[0]?.align ?? 'left').join(' '),
    );

  test('of numbers stand at the right with their header: decimals, units, signs and gaps among them', () => {
    expect(
      aligns(
        tr(th(p('Share')), th(p('Sum')), th(p('Change')), th(p('Words'))),
        tr(td(p('3.5')), td(p('1.75 million tonnes')), td(p('−3')), td(p('one'))),
        tr(td(p('12.25%')), td(p('US$904 million')), td(p('(4.5)')), td(p('2'))),
        tr(td(p('n/a')), td(p('—')), td(p('+12 per cent')), td(p('–'))),
      ),
    ).toEqual(['right right right left', 'right right right left', 'right right right left', 'right right right left']);
  });

  test('of years, dates and names, and those without a number, stand at the left', () => {
    expect(
      aligns(
        tr(th(p('Year')), th(p('Day')), th(p('None'))),
        tr(td(p('2029')), td(p('7 May 2031 and later')), td(p('—'))),
        tr(td(p('2030')), td(p('in 2031')), td(p('n/a'))),
      ),
    ).toEqual(['left left left', 'left left left', 'left left left']);
  });

  test('that say how they stand take their header along', () => {
    expect(
      aligns(
        tr(th(p('A')), th({ align: 'left' }, p('B'))),
        tr(td({ align: 'right' }, p('x')), td({ align: 'right' }, p('y'))),
      ),
    ).toEqual(['right left', 'right right']);
  });
});
