// Direction and language in a Plan: paragraphs by their first strong letter, runs by their letters, words of other languages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRtlLanguage, runsRightToLeft, stretchesOf } from '../../shared/export/direction.ts';
import type { Quote } from '../../shared/facts/fact.ts';
import {
  by,
  cite,
  detail,
  doc,
  h,
  li,
  p,
  qt,
  quotation,
  quoted,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
  ul,
} from '../builders.ts';
import { article, briefing, fullBriefing } from './briefings.ts';
import { isParagraph, paragraphs, plan, planOf, tables } from './planned.ts';

const runs = (made: ReturnType<typeof planOf>): string[] =>
  paragraphs(made)
    .filter((one) => one.style !== 'Title')
    .map((one) =>
      one.inlines
        .map((inline) =>
          inline.kind === 'text'
            ? `${inline.text}${inline.props.rtl ? '«rtl' : ''}${inline.props.language ? `:${inline.props.language}` : ''}`
            : inline.kind,
        )
        .join('|'),
    );

describe('direction', () => {
  test.each([
    ['ar', true],
    ['he-IL', true],
    ['fa', true],
    ['ur-PK', true],
    ['en-GB', false],
    ['az', false],
    ['az-Arab', true],
    ['ku-Arab-IQ', true],
    ['ar-Latn', false],
  ])('a text in %s: %s', (tag, rtl) => expect(isRtlLanguage(tag)).toBe(rtl));

  test.each([
    ['abc שלום', false, false],
    ['שלום abc', false, true],
    ['12, שלום', false, true],
    ['\u2066abc\u2069 שלום', false, true],
    ['12 – 13', false, false],
    ['12 – 13', true, true],
    ['\u200fabc', false, true],
    ['', true, true],
  ])('of %j is %s by default, then %s', (text, otherwise, rtl) => {
    expect(runsRightToLeft(text, otherwise)).toBe(rtl);
  });

  test('stretches cover the text, and only right-to-left letters and what lies between them are rtl', () => {
    const piece = fc.constantFrom('a', 'שלום', 'سلام', ' ', '12', '(', '.', '\u{1f5fa}', 'ܫ', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.boolean(), (pieces, rtl) => {
        const text = pieces.join('');
        const stretches = stretchesOf(text, rtl);
        if (stretches === null) {
          expect(rtl || /[\u05d0-\u07ff]/u.test(text)).toBe(false);
          return;
        }
        let from = 0;
        for (const stretch of stretches) {
          const words = text.slice(from, stretch.end);
          expect(words).not.toBe('');
          expect(/[aé]/u.test(words) && stretch.rtl).toBe(false);
          expect(/[\u05d0-\u07ff]/u.test(words) && !stretch.rtl).toBe(false);
          from = stretch.end;
        }
        expect(from).toBe(text.length);
      }),
      { seed: 51, numRuns: 200 },
    );
  });
});

describe('in a document from left to right', () => {
  test('Hebrew and Arabic runs are marked, numbers among them go along', () => {
    const made = planOf([p('He said שלום 12 עולם to '), p('She said ', strong('سلام'), ' 5 times')]);
    expect(runs(made)).toEqual(['He said |שלום 12 עולם«rtl:he| to ', 'She said |سلام«rtl:ar| 5 times']);
    expect(paragraphs(made).some((one) => one.rtl)).toBe(false);
  });

  test('a paragraph of Hebrew runs from the right, in lists, cells and quotations too', () => {
    const made = planOf([
      p('שלום 3'),
      ul(li(p('עולם'))),
      table(tr(td(p('שלום')), td(p('x')))),
      quotation(qt('שלום'), by('x')),
    ]);
    expect(
      paragraphs(made)
        .filter((one) => one.style !== 'Title' && one.style !== 'TableGap')
        .map((one) => one.rtl ?? false),
    ).toEqual([true, true, true, false]);
    const cells = tables(made)[0]?.rows[0]?.cells.map((cell) => cell.blocks[0]?.rtl ?? false);
    expect(cells).toEqual([true, false]);
    expect(tables(made)[0]?.rtl).toBeUndefined();
    expect(made.plan.rtl).toBe(false);
  });
});

test('a document in Arabic runs from the right, with its tables, and calls nothing Arabic', () => {
  const made = planOf([
    { lang: 'fa' },
    p('سلام دنیا'),
    p('London'),
    p('12'),
    table(tr(th(p('سال')), th(p('مقدار'))), tr(td(p('سلام')), td(p('12.5')))),
  ]);
  expect([made.plan.rtl, tables(made)[0]?.rtl]).toEqual([true, true]);
  expect(
    paragraphs(made)
      .slice(1, 4)
      .map((one) => one.rtl ?? false),
  ).toEqual([true, false, true]);
  expect(runs(made).slice(0, 3)).toEqual(['سلام دنیا«rtl', 'London', '12«rtl']);
  const aligns = tables(made)[0]?.rows.map((row) => row.cells.map((cell) => cell.blocks[0]?.align ?? null));
  expect(aligns).toEqual([
    [null, 'right'],
    [null, 'right'],
  ]);
});

test('the lines of the title block and the heading of the contents run as the document does', () => {
  const made = (lang: string) =>
    paragraphs(
      planOf(
        [
          { lang },
          titleBlock(title('x'), detail({ name: 'to' }, 'سلام'), detail({ name: 'from' }, 'Ada')),
          h('a'),
          h('b'),
        ],
        { contentsList: true },
      ),
    )
      .filter(({ style }) => style === 'Details' || style === 'ContentsHeading')
      .map((one) => one.rtl ?? false);
  expect(made('ar')).toEqual([true, true, true]);
  expect(made('en')).toEqual([false, false, false]);
});

test('quoted words carry the language of their article where it is another', () => {
  const of = (language: string) => {
    const facts = fullBriefing().facts.map((fact) => ({ ...fact, articleId: 'a1' }) as Quote);
    return plan(
      briefing(
        doc(
          p('She said ', quoted('q2', '« un impôt »'), ' of it.'),
          quotation({ factId: 'q1' }, qt('Une saison'), by('Ilda Morvane')),
          quotation({ factId: 'none' }, qt('A season'), by('Ilda Morvane')),
        ),
        { articles: [article('a1', { language })], facts },
      ),
    );
  };
  expect(runs(of('fr'))).toEqual([
    'She said |« un impôt »:fr| of it.',
    'Une saison:fr',
    'Ilda Morvane',
    'A season',
    'Ilda Morvane',
  ]);
  expect(runs(of('en-US')).join()).not.toContain(':en');
  expect(runs(of('')).join()).not.toContain(':');
  expect(runs(of('"><x')).join()).not.toContain('>');
});

test('notes and sources run the way of their words', () => {
  const made = plan(
    briefing(doc(p('x', cite('a1'))), {
      articles: [article('a1', { byline: null, publisher: 'הארץ', title: 'שלום' })],
    }),
  );
  expect(made.plan.notes[0]?.rtl).toBe(true);
  const run = made.plan.notes[0]?.inlines[0];
  expect(run?.kind === 'text' ? run.props : null).toMatchObject({ rtl: true, language: 'he' });
  expect(made.plan.blocks.filter(isParagraph).some((one) => one.rtl)).toBe(false);
});
