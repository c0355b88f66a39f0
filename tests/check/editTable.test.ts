// The table of edits: what an analyst may do to quoted words, speakers, figures and periods, and what the guard says to it.
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { articleFromText } from '../../shared/article/articleFromText.ts';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import type { CheckKind } from '../../shared/check/check.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { by, doc, figure, p, quote, quoted, table, td, th, tr, type Child } from '../builders.ts';

const FERRIES = articleFromText(
  `Ostrel counts its ferries

Port Ostrel’s ferries carried 12,408 passengers in May 2031. Ticket sales reached $1.752 billion in 2030, up from $1.2 billion in 2029. Fuel costs fell 19.46 per cent in the third quarter of 2030.

“We will not raise fares this year. If the council agrees, we may lower them by 3 crowns, and only for islanders,” said harbourmaster Jon Aster. “The old ferry — our ‘grey lady’ — won’t sail again, unless her hull is mended.”

Deputy mayor Lena Ruud said the quay “is unsafe in winter and after storms”. More than 900 islanders signed a petition in April 2031.

The share of electric ferries rose 4 percentage points, to 31 per cent, in 2030.`,
  { id: 'a-ferries' },
);
const facts = flatFacts([extractFacts(FERRIES, { today: '2031-06-02' }).value]);

function factAt(words: string, kind: 'quote' | 'figure'): string {
  const fact = facts.find((one) => one.kind === kind && one.text.includes(words));
  if (!fact) throw new RangeError(`The reader finds no ${kind} “${words}” in the invented article.`);
  return fact.id;
}
const ASTER = factAt('We will not raise fares', 'quote');
const RUUD = factAt('is unsafe in winter', 'quote');
const WHOLE =
  'We will not raise fares this year. If the council agrees, we may lower them by 3 crowns, and only for islanders. ' +
  'The old ferry — our ‘grey lady’ — won’t sail again, unless her hull is mended.';

/** What the guard finds in a briefing of these blocks, a banner aside. */
function findings(...blocks: readonly Node[]): CheckKind[] {
  return checkBriefing({
    doc: doc({ banner: 'OFFICIAL' }, ...blocks),
    articles: [FERRIES],
    facts,
    annotations: [],
  }).map(({ kind }) => kind);
}

/** A sentence as it is typed: words in “ ” are quoted from `quoteId`, words in { } stand under the mark of `figureId`. */
function sentence(words: string, quoteId: string, figureId: string): Node {
  const parts = words.split(/(“[^”]+”|\{[^}]+\})/u).flatMap((part): Child[] => {
    if (part.startsWith('“')) return ['“', quoted(quoteId, part.slice(1, -1)), '”'];
    if (part.startsWith('{')) return [figure(figureId, part.slice(1, -1))];
    return part === '' ? [] : [part];
  });
  return p(...parts);
}

type Row = readonly [edit: string, found: CheckKind | 'nothing'];

const block = (words: string, attribution = 'Jon Aster, harbourmaster'): CheckKind[] =>
  findings(quote(ASTER, ...words.split('\n\n'), by(attribution)));

const TYPOGRAPHY: readonly Row[] = [
  [WHOLE, 'nothing'],
  [`“${WHOLE}”`, 'nothing'],
  [`"${WHOLE}"`, 'nothing'],
  [`‘${WHOLE}’`, 'nothing'],
  [`«${WHOLE}»`, 'nothing'],
  [`„${WHOLE}“`, 'nothing'],
  [WHOLE.replaceAll('—', '–'), 'nothing'],
  [WHOLE.replaceAll(' — ', '—'), 'nothing'],
  [WHOLE.replaceAll('—', '--'), 'nothing'],
  [WHOLE.replaceAll('’', "'").replaceAll('‘', "'"), 'nothing'],
  [WHOLE.replace('‘grey lady’', '“grey lady”'), 'nothing'],
  [WHOLE.replace('‘grey lady’', '"grey lady"'), 'nothing'],
  [WHOLE.replace('‘grey lady’', '«grey lady»'), 'nothing'],
  [WHOLE.replaceAll(' ', '\u00a0'), 'nothing'],
  [WHOLE.replaceAll('. ', '.  '), 'nothing'],
  [WHOLE.replace('3 crowns', '3\u202fcrowns'), 'nothing'],
  [WHOLE.replace('council', 'coun\u00adcil'), 'nothing'],
  [WHOLE.replace('islanders. The', 'islanders.\n\nThe'), 'nothing'],
];

const EDITORIAL: readonly Row[] = [
  [WHOLE.slice(0, -1), 'nothing'],
  [`“${WHOLE.slice(0, -1)}”.`, 'nothing'],
  [`“${WHOLE.slice(0, -1)},”`, 'nothing'],
  [`${WHOLE.slice(0, -1)},`, 'nothing'],
  [WHOLE.replace('old ', '… '), 'nothing'],
  [WHOLE.replace('old ', '... '), 'nothing'],
  [WHOLE.replace('old ', '. . . '), 'nothing'],
  [WHOLE.replace('old ', '[…] '), 'nothing'],
  [WHOLE.replace('old ', '[...] '), 'nothing'],
  [WHOLE.replace('raise fares this year.', 'raise fares … .'), 'nothing'],
  [WHOLE.replace(' — our ‘grey lady’ — ', ' … '), 'nothing'],
  [WHOLE.replace('The old ferry', 'The … ferry'), 'nothing'],
  [WHOLE.replace('fares', 'fares [of the ferries]'), 'nothing'],
  [WHOLE.replace('them', '[the fares]'), 'altered-quotation'],
  [WHOLE.replace('them', 'them [the fares]'), 'nothing'],
  [WHOLE.replace('them', '… [the fares]'), 'nothing'],
  [WHOLE.replace('her hull', 'her [the ferry’s] hull'), 'nothing'],
  [WHOLE.replace('We', '[w]e'), 'nothing'],
  [WHOLE.replace('If the', '[i]f the'), 'nothing'],
  [WHOLE.replace('The old', '[t]he old'), 'nothing'],
  [WHOLE.replace('crowns', 'crowns [sic]'), 'nothing'],
  [WHOLE.replace('won’t sail', 'won’t [sic] sail'), 'nothing'],
  [`${WHOLE} [emphasis added]`, 'nothing'],
];

const HIDDEN: readonly Row[] = [
  [WHOLE.replace('not ', '… '), 'sense-changing-cut'],
  [WHOLE.replace('may ', '… '), 'sense-changing-cut'],
  [WHOLE.replace('If the council agrees, we', '… we'), 'sense-changing-cut'],
  [WHOLE.replace('only ', '… '), 'sense-changing-cut'],
  [WHOLE.replace('by 3 crowns', '…'), 'sense-changing-cut'],
  [WHOLE.replace('won’t ', '… '), 'sense-changing-cut'],
  [WHOLE.replace(', unless her hull is mended.', ' …'), 'sense-changing-cut'],
  [WHOLE.replace('We will not raise fares this year.', '…'), 'sense-changing-cut'],
  [WHOLE.replace('may lower', 'may [not] lower'), 'sense-changing-cut'],
];

const CHANGED: readonly Row[] = [
  [WHOLE.replace('fares', 'fees'), 'altered-quotation'],
  [WHOLE.replace('year', 'season'), 'altered-quotation'],
  [WHOLE.replace('agrees', 'agreed'), 'altered-quotation'],
  [WHOLE.replace('may lower', 'will lower'), 'altered-quotation'],
  [WHOLE.replace('may lower', 'lower'), 'altered-quotation'],
  [WHOLE.replace('If the', 'When the'), 'altered-quotation'],
  [WHOLE.replace('unless', 'until'), 'altered-quotation'],
  [WHOLE.replace('only for', 'for'), 'altered-quotation'],
  [WHOLE.replace('3 crowns', '8 crowns'), 'altered-quotation'],
  [WHOLE.replace('3 crowns', 'three crowns'), 'altered-quotation'],
  [WHOLE.replace('3 crowns', '3 krona'), 'altered-quotation'],
  [WHOLE.replace('islanders', 'the islanders'), 'altered-quotation'],
  [WHOLE.replace('old ', ''), 'altered-quotation'],
  [WHOLE.replace('The old ferry', 'The ferry old'), 'altered-quotation'],
  [WHOLE.replace('‘grey lady’', 'grey lady'), 'altered-quotation'],
  [WHOLE.replace('The old', 'the old'), 'altered-quotation'],
  [WHOLE.replace('year.', 'year!'), 'altered-quotation'],
];

const LOST_NOT: readonly Row[] = [
  [WHOLE.replace('not ', ''), 'altered-quotation'],
  [WHOLE.replace('will not', 'won’t'), 'altered-quotation'],
  [WHOLE.replace('will not', 'will'), 'altered-quotation'],
  [WHOLE.replace('won’t', 'will'), 'altered-quotation'],
  [WHOLE.replace('won’t', 'wont'), 'altered-quotation'],
  [WHOLE.replace('may lower', 'may not lower'), 'altered-quotation'],
  [WHOLE.replace('not raise', 'now raise'), 'altered-quotation'],
  [WHOLE.replace('is mended', 'isn’t mended'), 'altered-quotation'],
];

/** Under the block quotation of the harbourmaster. */
const SIGNED: readonly Row[] = [
  ['Jon Aster, harbourmaster', 'nothing'],
  ['Jon Aster', 'nothing'],
  ['Aster', 'nothing'],
  ['J. Aster', 'nothing'],
  ['Mr Aster, the harbourmaster', 'nothing'],
  ['Harbourmaster Jon Aster, on Monday', 'nothing'],
  ['The harbourmaster', 'nothing'],
  ['ASTER, Jon (harbourmaster)', 'nothing'],
  ['— Jon Aster, in a statement to the Ostrel Courier', 'nothing'],
  ['Lena Ruud', 'misattributed-quotation'],
  ['Lena Ruud, deputy mayor', 'misattributed-quotation'],
  ['Deputy mayor Lena Ruud', 'misattributed-quotation'],
  ['The deputy mayor', 'misattributed-quotation'],
  ['Jon Aster, deputy mayor', 'misattributed-quotation'],
  ['Jon Ruud, harbourmaster', 'misattributed-quotation'],
  ['Nils Aster, harbourmaster', 'misattributed-quotation'],
  ['Peder Holm, harbourmaster', 'misattributed-quotation'],
  ['Lena Ruud, for Jon Aster', 'misattributed-quotation'],
  ['The prime minister', 'misattributed-quotation'],
  ['The Ostrel Ferry Company', 'misattributed-quotation'],
];

/** Around words of the deputy mayor. */
const SPOKEN: readonly Row[] = [
  ['Lena Ruud said the quay “is unsafe in winter”.', 'nothing'],
  ['Ruud said the quay “is unsafe in winter”.', 'nothing'],
  ['Deputy mayor Lena Ruud warned that the quay “is unsafe in winter”.', 'nothing'],
  ['The deputy mayor said the quay “is unsafe in winter”.', 'nothing'],
  ['She said the quay “is unsafe in winter”.', 'nothing'],
  ['According to Ms Ruud, the quay “is unsafe in winter”.', 'nothing'],
  ['The quay “is unsafe in winter”, the deputy mayor said.', 'nothing'],
  ['The quay “is unsafe in winter”.', 'nothing'],
  ['Aster said Ruud had told him that the quay “is unsafe in winter”.', 'nothing'],
  ['In Ruud’s words the quay “is unsafe in winter”.', 'nothing'],
  ['Jon Aster said the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['Harbourmaster Jon Aster warned that the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['The harbourmaster said the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['According to Jon Aster, the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['According to the harbourmaster, the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['Replying to Ruud, Aster said the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['The quay “is unsafe in winter”, Jon Aster said.', 'misattributed-quotation'],
  ['In Aster’s words the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['Jon Aster spoke first. He said the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['Peder Holm told reporters that the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['The mayor said the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['Lena Ruud, the mayor, said the quay “is unsafe in winter”.', 'misattributed-quotation'],
  ['Ruud said the quay “is safe in winter”.', 'altered-quotation'],
];

/** Around words of the harbourmaster. */
const PARTS: readonly Row[] = [
  ['Jon Aster said they “will not raise fares this year”.', 'nothing'],
  ['Jon Aster said they would “raise fares this year”.', 'sense-changing-cut'],
  ['Jon Aster said they “will … raise fares this year”.', 'sense-changing-cut'],
  ['Jon Aster said they would “lower them by 3 crowns”.', 'sense-changing-cut'],
  ['Jon Aster said they “will raise fares this year”.', 'altered-quotation'],
];

const SALES: readonly Row[] = [
  ['Sales reached {$1.752 billion}.', 'nothing'],
  ['Sales reached {$1,752 million}.', 'nothing'],
  ['Sales reached {$1,752,000,000}.', 'nothing'],
  ['Sales reached {US$1.752bn}.', 'nothing'],
  ['Sales reached {1.752 billion dollars}.', 'nothing'],
  ['Sales reached {$1.75 billion}.', 'nothing'],
  ['Sales reached {$1.8 billion}.', 'nothing'],
  ['Sales reached about {$2 billion}.', 'nothing'],
  ['Sales reached {$1,750 million}.', 'nothing'],
  ['Sales reached {$1.7 billion}.', 'altered-figure'],
  ['Sales reached {$1.76 billion}.', 'altered-figure'],
  ['Sales reached {$1.725 billion}.', 'altered-figure'],
  ['Sales reached {$17.52 billion}.', 'altered-figure'],
  ['Sales reached {$1.752 million}.', 'altered-figure'],
  ['Sales reached {$1.752 trillion}.', 'altered-figure'],
  ['Sales reached {$1,752 billion}.', 'altered-figure'],
  ['Sales reached {$1.752}.', 'altered-figure'],
  ['Sales reached {$1.752} billion.', 'altered-figure'],
  ['Sales reached {€1.752 billion}.', 'altered-figure'],
  ['Sales reached {£1.752 billion}.', 'altered-figure'],
  ['Sales reached {1.752 billion euros}.', 'altered-figure'],
  ['Sales reached {C$1.752 billion}.', 'altered-figure'],
  ['Sales reached {1.752 billion}.', 'altered-figure'],
  ['Sales reached {a great deal}.', 'altered-figure'],
  ['In 2030 sales reached {$1.752 billion}.', 'nothing'],
  ['Sales reached {$1.752 billion} in 2030.', 'nothing'],
  ['Sales, at {$1.752 billion} in 2030, grew.', 'nothing'],
  ['Last year sales reached {$1.752 billion}.', 'nothing'],
  ['A report of 2031 puts the sales of 2030 at {$1.752 billion}.', 'nothing'],
  ['Sales reached {$1.752 billion} in 2029.', 'changed-period'],
  ['In 2029 sales reached {$1.752 billion}.', 'changed-period'],
  ['Sales in 2031 reached {$1.752 billion}.', 'changed-period'],
  ['Sales reached {$1.752 billion} in the first half of 2030.', 'changed-period'],
  ['Sales reached {$1.752 billion} in May 2031.', 'changed-period'],
  ['Sales reached {$1.8 billion} in 2028.', 'changed-period'],
];

const COSTS: readonly Row[] = [
  ['Costs fell {19.46 per cent}.', 'nothing'],
  ['Costs fell {19.46%}.', 'nothing'],
  ['Costs fell {19.5 per cent}.', 'nothing'],
  ['Costs fell {19 per cent}.', 'nothing'],
  ['Costs fell {19.4 per cent}.', 'altered-figure'],
  ['Costs fell {20 per cent}.', 'altered-figure'],
  ['Costs fell {19.46 percentage points}.', 'altered-figure'],
  ['Costs fell {19.46 basis points}.', 'altered-figure'],
  ['Costs rose {19.46 per cent}.', 'altered-figure'],
  ['Costs were up {19.46 per cent}.', 'altered-figure'],
  ['Costs fell {19.46 per cent} in the third quarter of 2030.', 'nothing'],
  ['Costs fell {19.46 per cent} in Q3 2030.', 'nothing'],
  ['Costs fell {19.46 per cent} in the second quarter of 2030.', 'changed-period'],
  ['Costs fell {19.46 per cent} in 2030.', 'changed-period'],
];

const PASSENGERS: readonly Row[] = [
  ['The ferries carried {12,408 passengers} in May 2031.', 'nothing'],
  ['The ferries carried {12,408} in May 2031.', 'nothing'],
  ['The ferries carried {12,400 passengers}.', 'nothing'],
  ['The ferries carried some {12,000 passengers}.', 'nothing'],
  ['In the spring of 2031 they carried {12,408 passengers}.', 'nothing'],
  ['The ferries carried {12,480 passengers}.', 'altered-figure'],
  ['The ferries carried {12,408,000 passengers}.', 'altered-figure'],
  ['The ferries carried {12,408} million passengers.', 'altered-figure'],
  ['The ferries carried {12,408 passengers} in June 2031.', 'changed-period'],
  ['On 3 May 2031 the ferries carried {12,408 passengers}.', 'changed-period'],
];

const SHARE: readonly Row[] = [
  ['The share rose {4 percentage points}.', 'nothing'],
  ['The share rose {four percentage points}.', 'nothing'],
  ['The share rose {4 per cent}.', 'altered-figure'],
  ['The share rose {4%}.', 'altered-figure'],
  ['The share fell {4 percentage points}.', 'altered-figure'],
];

const GROUPS: readonly (readonly [name: string, rows: readonly Row[], found: (edit: string) => CheckKind[]])[] = [
  ['typography only', TYPOGRAPHY, (words) => block(words)],
  ['editorial: ellipsis, brackets, case, sic, outer stop', EDITORIAL, (words) => block(words)],
  ['a cut or an insertion that may change the sense', HIDDEN, (words) => block(words)],
  ['a changed word', CHANGED, (words) => block(words)],
  ['a lost or a new “not”', LOST_NOT, (words) => block(words)],
  ['whose words a block quotation is', SIGNED, (signed) => block(WHOLE, signed)],
  ['whose words a sentence quotes', SPOKEN, (words) => findings(sentence(words, RUUD, ''))],
  ['what the edges of quoted words leave out', PARTS, (words) => findings(sentence(words, ASTER, ''))],
  [
    'money: rounding, scale, currency, period',
    SALES,
    (words) => findings(sentence(words, '', factAt('$1.752 billion', 'figure'))),
  ],
  [
    'per cent: rounding, points, direction, period',
    COSTS,
    (words) => findings(sentence(words, '', factAt('19.46', 'figure'))),
  ],
  [
    'a count: rounding, scale, period',
    PASSENGERS,
    (words) => findings(sentence(words, '', factAt('12,408', 'figure'))),
  ],
  [
    'percentage points are no per cent',
    SHARE,
    (words) => findings(sentence(words, '', factAt('4 percentage points', 'figure'))),
  ],
];

describe.each(GROUPS)('%s', (_, rows, found) => {
  it.each(rows)('%s: %s', (edit, expected) => {
    expect(found(edit)).toEqual(expected === 'nothing' ? [] : [expected]);
  });
});

describe('the row and the column of a table say the period as a sentence does', () => {
  const sales = factAt('$1.752 billion', 'figure');
  const row = (period: string): CheckKind[] =>
    findings(
      table(
        tr(th(p('Measure')), th(p('Period')), th(p('Value'))),
        tr(td(p('Sales')), td(p(period)), td(p(figure(sales, '$1.8 billion')))),
      ),
    );
  const column = (year: string): CheckKind[] =>
    findings(
      table(
        tr(th(p('Measure')), th(p('2028')), th(p(year))),
        tr(td(p('Sales')), td(p('–')), td(p(figure(sales, '$1.8 billion')))),
      ),
    );

  it.each<Row>([
    ['2030', 'nothing'],
    ['In 2030', 'nothing'],
    ['not given', 'nothing'],
    ['2029', 'changed-period'],
    ['Third quarter of 2030', 'changed-period'],
  ])('%s: %s', (period, expected) => {
    const expectedKinds = expected === 'nothing' ? [] : [expected];
    expect(row(period)).toEqual(expectedKinds);
    expect(column(period)).toEqual(expectedKinds);
  });
});

it('the table holds at least 120 edits', () => {
  expect(GROUPS.reduce((count, [, rows]) => count + rows.length, 0)).toBeGreaterThanOrEqual(120);
});
