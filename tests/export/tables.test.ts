// Lists and tables on the exported page: numbers, levels, grids, widths, alignment.
import { describe, expect, test } from 'vitest';
import { li, ol, p, table, td, th, tr, ul } from '../builders.ts';
import { descend, child, elements, type Element } from '../docx/xml.ts';
import { fullBriefing } from './briefings.ts';
import { firstTable, of, read } from './readBack.ts';

describe('lists', () => {
  test('are numbered each from its own start, at their level', async () => {
    const { file } = await read(
      of(ol(li(p('a')), li(p('b'), ol(li(p('b1'))))), ol({ order: 4 }, li(p('d'))), ul(li(p('e'), p('more')))),
    );
    const numbering = file.xml.get('word/numbering.xml') as Element;
    const abstract = new Map(
      elements(numbering, 'w:num').map((one) => [one.attrs['w:numId'], child(one, 'w:abstractNumId')?.attrs['w:val']]),
    );
    /** Where the level of a list begins: its own instance says, else the definition. */
    const started = (list: string, level: string): string | undefined =>
      elements(elements(numbering, 'w:num').find((one) => one.attrs['w:numId'] === list) ?? numbering, 'w:lvlOverride')
        .filter((one) => one.attrs['w:ilvl'] === level)
        .map((one) => child(one, 'w:startOverride')?.attrs['w:val'])[0];
    const levels = file.paragraphs.slice(1).map((one) => {
      if (!one.list) return [one.text, null];
      const own = elements(numbering, 'w:abstractNum').find(
        (each) => each.attrs['w:abstractNumId'] === abstract.get(one.list?.id),
      );
      const level = elements(own ?? numbering, 'w:lvl').find(
        (each) => each.attrs['w:ilvl'] === String(one.list?.level),
      );
      return [
        one.text,
        one.list.level,
        child(level, 'w:numFmt')?.attrs['w:val'],
        started(one.list.id, String(one.list.level)) ?? child(level, 'w:start')?.attrs['w:val'],
      ];
    });
    expect(levels).toEqual([
      ['a', 0, 'decimal', '1'],
      ['b', 0, 'decimal', '1'],
      ['b1', 1, 'lowerLetter', '1'],
      ['d', 0, 'decimal', '4'],
      ['e', 0, 'bullet', '1'],
      ['more', null],
    ]);
    expect(new Set(file.paragraphs.flatMap((one) => (one.list ? [one.list.id] : []))).size).toBe(4);
  });

  test('keep the last two items on one page', async () => {
    const { file } = await read(of(ul(li(p('a')), li(p('b')), li(p('c')))));
    expect(file.paragraphs.slice(1).map((one) => one.keepNext)).toEqual([false, true, false]);
  });

  test('deeper than Word knows stay at the ninth level', async () => {
    let list = ul(li(p('deepest')));
    for (let depth = 0; depth < 11; depth++) list = ul(li(p(`at ${depth}`), list));
    const { file } = await read(of(list));
    expect(Math.max(...file.paragraphs.map((one) => one.list?.level ?? 0))).toBe(8);
    expect(file.paragraphs.at(-1)?.text).toBe('deepest');
  });
});

describe('tables', () => {
  test('give a date that is held together a column it fits in', async () => {
    const long = 'words '.repeat(60).trim();
    const { file } = await read(of(table(tr(td(p(long)), td(p('September 2025')), td(p(long))))));
    // About a hundred twips a letter at ten points, and the cell's own margins.
    expect(firstTable(file).widths[1]).toBeGreaterThan('September 2025'.length * 100);
  });

  test('repeat their header, do not split rows, and fill the line', async () => {
    const { file } = await read(
      of(table(tr(th(p('A')), th(p('B'))), tr(td(p('x')), td(p('a good deal more to say'))))),
    );
    const made = firstTable(file);
    expect(made.rows.map((row) => [row.header, row.cantSplit])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(made.widths.reduce((a, b) => a + b, 0)).toBe(9026);
    expect(made.widths[1]).toBeGreaterThan(made.widths[0] ?? 0);
    expect(made.rows[0]?.cells[0]?.paragraphs[0]?.style).toBe('TableHeading');
  });

  test('meet the small wishes first: a short name stays on one line beside long remarks', async () => {
    const remark = 'A remark that is rather long and has to be broken over several lines of its cell, whatever is done';
    const { file } = await read(of(table(tr(td(p('Quay number 10')), td(p(remark)), td(p(remark))))));
    const [name = 0, one = 0, two = 0] = firstTable(file).widths;
    expect(name).toBeGreaterThan('Quay number 10'.length * 105);
    expect(Math.abs(one - two)).toBeLessThanOrEqual(1);
    expect(name + one + two).toBe(9026);
  });

  test('keep the widths that were set, fill the line with them, and give a column added later its part', async () => {
    const wide = (width: number | null) => ({ colwidth: width === null ? null : [width] });
    const { file } = await read(
      of(table(tr(td(wide(200), p('a')), td(wide(600), p('A long remark about the quay')), td(wide(null), p('c'))))),
    );
    expect(file.problems).toEqual([]);
    const made = firstTable(file).widths;
    expect(made.reduce((a, b) => a + b, 0)).toBe(9026);
    // 200, 600 and their mean, 400.
    expect(made.map((width) => Math.round((width / 9026) * 120))).toEqual([20, 60, 40]);
  });

  test('leave room for a short word in a column that was set too narrow', async () => {
    const { file } = await read(of(table(tr(td({ colwidth: [1] }, p('tea')), td({ colwidth: [999] }, p('b'))))));
    expect(firstTable(file).widths[0]).toBeGreaterThan(380);
  });

  test('have horizontal rules only', async () => {
    const { file } = await read(fullBriefing());
    const style = elements(file.xml.get('word/styles.xml') as Element, 'w:style').find(
      (one) => one.attrs['w:styleId'] === 'BriefingTable',
    );
    expect(elements(child(style, 'w:tblPr', 'w:tblBorders') ?? (style as Element)).map((one) => one.name)).toEqual([
      'w:top',
      'w:bottom',
      'w:insideH',
    ]);
    expect(
      [...descend(file.xml.get('word/document.xml') as Element)].some(
        (one) => one.name === 'w:tblBorders' || one.name === 'w:tcBorders',
      ),
    ).toBe(false);
  });

  test('set numbers at the right, years and words at the left, and obey the cell', async () => {
    const { file } = await read(
      of(
        table(
          tr(th(p('What')), th(p('Year')), th(p('Sum')), th(p('Share'))),
          tr(td(p('Quay')), td(p('2030')), td(p('$1,752 million')), td({ align: 'center' }, p('12%'))),
          tr(td(p('7 ships')), td(p('2031')), td(p('−3.5')), td({ align: 'center' }, p('9%'))),
          tr(td(p('Dock')), td(p('2032')), td(p()), td({ align: 'left' }, p('—'))),
        ),
      ),
    );
    const aligns = firstTable(file).rows.map((row) => row.cells.map((cell) => cell.paragraphs[0]?.align ?? 'left'));
    expect(aligns).toEqual([
      // A header stands as most cells of its column do.
      ['left', 'left', 'right', 'center'],
      ['left', 'left', 'right', 'center'],
      ['left', 'left', 'right', 'center'],
      ['left', 'left', 'right', 'left'],
    ]);
  });

  test('join cells as drawn and fill what is missing', async () => {
    const { file } = await read(
      of(
        table(
          tr(td({ rowspan: 2 }, p('tall')), td({ colspan: 2 }, p('wide'))),
          tr(td(p('b')), td(p('c'))),
          tr(td(p('short'))),
          tr(),
        ),
      ),
    );
    expect(
      firstTable(file).rows.map((row) =>
        row.cells.map((cell) => `${cell.span}${cell.merge ?? ''} ${cell.paragraphs.map((one) => one.text).join()}`),
      ),
    ).toEqual([
      ['1restart tall', '2 wide'],
      ['1continue ', '1 b', '1 c'],
      ['1 short', '1 ', '1 '],
    ]);
  });

  test('without a cell are left out with a message; too wide for Word they become paragraphs', async () => {
    expect((await read(of(table(tr())))).codes).toContain('table-empty');
    const wide = await read(of(table(tr(...Array.from({ length: 64 }, (_, index) => td(p(`c${index}`)))))));
    expect(wide.codes).toContain('table-too-wide');
    expect(wide.file.paragraphs.at(-1)?.text).toBe('c63');
    const huge = await read(of(table(tr(td({ colspan: 1e9, rowspan: 1e9 }, p('x'))))));
    expect(firstTable(huge.file).rows.length).toBe(1);
  });

  test('in a row do not run together', async () => {
    const { file } = await read(of(table(tr(td(p('a')))), table(tr(td(p('b'))))));
    expect(file.blocks.map((one) => one.kind)).toEqual(['paragraph', 'table', 'paragraph', 'table', 'paragraph']);
  });
});
