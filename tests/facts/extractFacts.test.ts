// extractFacts: the laws every fact keeps, periods, measures, oddities, and the real sample.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import type { Facts } from '../../shared/facts/fact.ts';
import { factsJson } from '../../shared/facts/factsJson.ts';
import { anchor } from '../../shared/text/selectors.ts';
import { anArticle } from './anArticle.ts';

const specs = JSON.parse(readFileSync(new URL('../fixtures/specs/figures.json', import.meta.url), 'utf8')) as {
  input: string;
}[];

const read = (text: string, day: string | null = '2025-08-07'): Facts => extractFacts(anArticle(text, day)).value;

/** Measure, period and note of each figure. */
const table = (text: string): unknown[][] => read(text).figures.map((f) => [f.text, f.measure, f.period, f.periodNote]);

function expectLaws(text: string, facts: Facts): void {
  const all = [...facts.quotes, ...facts.figures, ...facts.dates, ...facts.names, ...facts.claims];
  for (const fact of all) {
    expect(fact.text).toBe(text.slice(fact.start, fact.end));
    expect(anchor(text, fact.evidence)).toEqual({ start: fact.start, end: fact.end });
  }
  expect(new Set(all.map((fact) => fact.id)).size).toBe(all.length);
  for (const oddity of facts.oddities) expect(oddity.text).toBe(text.slice(oddity.start, oddity.end));
  for (const list of [facts.figures, facts.dates, facts.claims, facts.oddities]) {
    const starts = list.map((entry) => entry.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  }
  const ids = new Set(facts.figures.map((figure) => figure.id));
  for (const claim of facts.claims) for (const id of claim.figureIds) expect(ids).toContain(id);
}

describe('laws', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...specs.map(({ input }) => input)),
    fc.constantFrom(
      'last year',
      '$',
      '€',
      '%',
      '1,234',
      '.5',
      '-',
      'three',
      'million',
      'from',
      'to',
      '“Yes,” he said.',
      '\n\n',
      'U.S.',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.double({ noNaN: true }).map(String),
  );

  test('a fact is the text at its span, its evidence finds it again, and no two share an id', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ');
        expectLaws(text, read(text));
      }),
      { seed: 20250807, numRuns: 150 },
    );
  });

  test('the same article gives the same facts', () => {
    const text = specs.map(({ input }) => input).join('\n\n');
    expect(read(text)).toEqual(read(text));
  });

  test('an amount reads back from every style it is written in', () => {
    const scale = fc.constantFrom<[string, number]>(
      ['', 0],
      [' million', 6],
      ['m', 6],
      ['bn', 9],
      [' billion', 9],
      ['k', 3],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 99 }),
        scale,
        (whole, part, [word, power]) => {
          const digits = part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0')}`;
          const [figure] = read(`The budget of Orrow is $${digits}${word}.`).figures;
          expect(figure).toMatchObject({ value: Number(`${digits}e${power}`), unit: 'USD' });
        },
      ),
      { seed: 20250807, numRuns: 200 },
    );
  });

  test('thousands read back from every way of grouping them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 99_999_999 }),
        fc.constantFrom(',', '\u00a0', '\u202f', "'"),
        (value, mark) => {
          const digits = String(value).replace(/\B(?=(\d{3})+$)/gu, mark);
          const [figure] = read(`They counted ${digits} birds.`).figures;
          expect(figure).toMatchObject({ value, unit: 'bird' });
        },
      ),
      { seed: 20250807, numRuns: 200 },
    );
  });

  test('a number of 400 digits is no figure and no fault', () => {
    expect(read(`It owes $${'9'.repeat(400)} to Tarn.`).figures).toEqual([]);
  });
});

describe('periods', () => {
  test('a list gives each figure its own period and one measure', () => {
    expect(
      table('Our fish trade, which was $310 million in 2021, was $420 million in 2022, and $1.2 billion last year.'),
    ).toEqual([
      ['$310 million', 'fish trade', '2021', null],
      ['$420 million', 'fish trade', '2022', null],
      ['$1.2 billion', 'fish trade', '2024', '"last year", read against 2025-08-07'],
    ]);
  });

  test('a period that opens the sentence holds for it, and for the next of the paragraph when that names none', () => {
    expect(
      table(
        'In 2024, salt exports reached $3 million. Wool exports stood at $4 million.\n\nTin exports were $9 million.',
      ),
    ).toEqual([
      ['$3 million', 'salt exports', '2024', null],
      ['$4 million', 'Wool exports', '2024', 'carried over from "2024" before'],
      ['$9 million', 'Tin exports', null, null],
    ]);
  });

  test('what a figure is compared with is not its period', () => {
    expect(table('Salt exports rose 5% compared to 2022.')).toEqual([['5%', 'Salt exports', null, null]]);
  });

  test('"a year earlier" counts from the year named before', () => {
    const [, second] = table('In 2023 revenue rose to $4.2 billion from $3.9 billion a year earlier.');
    expect(second).toEqual(['$3.9 billion', 'revenue', '2022', '"a year earlier", counted from the year named before']);
  });

  test('without any date relative words are not read, and a message says so', () => {
    const { value, messages } = extractFacts(anArticle('Exports were $5 million last year.'));
    expect(value.figures[0]?.period).toBeNull();
    expect(messages.map((message) => message.code)).toEqual(['no-date']);
    expect(
      extractFacts(anArticle('Exports were $5 million last year.'), { today: '2021-02-03' }).value.figures[0]?.period,
    ).toBe('2020');
  });
});

describe('measures', () => {
  test.each([
    ['Trade turnover between Orrow and Tarn reached $5 million.', 'Trade turnover between Orrow and Tarn'],
    ["Orrow's non-metal exports stood at $5 million.", "Orrow's non-metal exports"],
    ['It posted a net loss of $5 million.', 'net loss'],
    ['The city gave staff a $500 bonus payment.', 'bonus payment'],
    ['About 12% of the northern harvest rotted.', 'northern harvest'],
    ['The mill employs 40 workers in the valley.', 'workers in the valley'],
    ['There was a 12% rise in bread prices.', 'bread prices'],
  ])('%s', (text, measure) => {
    expect(read(text).figures.map((figure) => figure.measure)).toEqual([measure]);
  });
});

describe('oddities', () => {
  const codes = (text: string): string[][] => read(text).oddities.map(({ code, text: words }) => [code, words]);

  test.each([
    [
      'In 2024, exports reached $3 million, a slight rise from the previous year.',
      'comparison-without-base',
      'slight rise from the previous year',
    ],
    [
      'Tarn became one of its top ten suppliers for the first time.',
      'ranking-without-list',
      'top ten suppliers for the first time',
    ],
    ['Exports were $3 million last year.', 'relative-period', 'last year'],
    ['Exports were $3 billion 140 million in 2023.', 'composed-amount', '$3 billion 140 million'],
    [
      'After his re-election as President of the United States in 2022 he left.',
      'election-year',
      're-election as President of the United States in 2022',
    ],
    ['She was elected US President in 2023.', 'election-year', 'elected US President in 2023'],
    ['The rate fell 2% from 8% to 6%.', 'percent-or-points', '2%'],
    ['On Friday, 12 March 2025 the council met.', 'weekday-date', '12 March 2025'],
  ])('%s', (text, code, words) => {
    expect(codes(text)).toEqual([[code, words]]);
  });

  test.each([
    'In 2024, exports reached $3 million, up from $2 million in the previous year.',
    'He was elected President of the United States in 2024.',
    'She was elected mayor of Tarn in 2023.',
    'The rate fell 2 percentage points from 8% to 6%.',
    'On Wednesday, 12 March 2025 the council met.',
  ])('nothing odd: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  test('what the source does not say about itself is one note', () => {
    const article = { ...anArticle('The council of Tarn met.'), title: null, byline: null };
    const { oddities } = extractFacts(article).value;
    expect(oddities.map(({ code }) => code)).toEqual(['missing-metadata']);
    expect(oddities[0]?.note).toContain('no headline, author or date');
  });
});

describe('factsJson', () => {
  test('has the keys of the contract in their order', () => {
    const text =
      'Ann Bo said: “We sold more.” Sales in Tarn doubled from $2m to $4m in 2024. Prices were three times higher.';
    const article = anArticle(text, '2025-08-07');
    const json = factsJson(article, extractFacts(article).value) as Record<string, Record<string, unknown>[]>;
    expect(Object.keys(json)).toEqual(['id', 'article', 'quotes', 'figures', 'dates', 'names', 'claims']);
    expect(json.article).toEqual({ title: 'A title', byline: 'Ann Bo', publisher: null, published: '2025-08-07' });
    const keys = (list: string, n = 0): string[] => Object.keys(json[list]?.[n] ?? {});
    expect(keys('quotes')).toEqual(['spans', 'start', 'end', 'text', 'kind', 'cue', 'speaker']);
    expect(keys('figures')).toEqual([
      'start',
      'end',
      'text',
      'value',
      'unit',
      'kind',
      'qualifier',
      'measure',
      'period',
    ]);
    expect(keys('dates')).toEqual(['start', 'end', 'text', 'value']);
    expect(keys('names')).toEqual(['start', 'end', 'text', 'name', 'kind']);
    expect(keys('claims')).toEqual(['start', 'end', 'text', 'verdict', 'computed']);
    expect(keys('claims', 1)).toEqual(['start', 'end', 'text', 'verdict', 'reason']);
    expect(factsJson(article, extractFacts(article).value, { withText: true }).article).toMatchObject({ text });
  });
});

const SAMPLE = '../shared/samples/azerbaijan-us-2025-08-07.txt';

describe.skipIf(!existsSync(SAMPLE))(`the sample article (skipped when ${SAMPLE} is absent)`, () => {
  const text = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : '';
  const facts = (): Facts => read(text);

  test('its money with the years, its claim, and the laws', () => {
    const money = facts().figures.filter((figure) => figure.unit === 'USD');
    expect(money.map((figure) => [figure.value, figure.period])).toEqual([
      [3.4e9, '2024'],
      [570e6, '2022'],
      [904e6, '2023'],
      [1752e6, '2024'],
    ]);
    expect(facts().claims.map(({ text: words, verdict, computed }) => [words, verdict, computed])).toEqual([
      ['more than three times', 'supported', '1752000000 / 570000000 = 3.07'],
    ]);
    expectLaws(text, facts());
  });

  test('its oddities', () => {
    expect(new Set(facts().oddities.map(({ code }) => code))).toEqual(
      new Set([
        'election-year',
        'comparison-without-base',
        'ranking-without-list',
        'relative-period',
        'composed-amount',
      ]),
    );
  });
});
