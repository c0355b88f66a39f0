// Briefings made by hand for the tests of the export, about invented places and people.
import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import type { Fact, Figure, Quote } from '../../shared/facts/fact.ts';
import { describe } from '../../shared/text/selectors.ts';
import {
  by,
  type Child,
  cite,
  detail,
  doc,
  figure,
  h,
  h2,
  li,
  link,
  note,
  ol,
  p,
  prompt,
  quotation,
  qt,
  quoted,
  report,
  sourceList,
  strong,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
  ul,
} from '../builders.ts';

export function article(id: string, change: Partial<Article> = {}): Article {
  return {
    id,
    fileName: `${id}.txt`,
    title: 'Port of Ostrel doubles its grain trade',
    byline: 'Tamsin Ode',
    publisher: 'The Ostrel Courier',
    agency: null,
    dateline: 'OSTREL',
    published: '2031-03-09',
    url: 'https://courier.example/2031/03/grain',
    language: 'en',
    encoding: 'utf-8',
    sha256: '5f2b8c1e9a04d7f35f2b8c1e9a04d7f35f2b8c1e9a04d7f35f2b8c1e9a04d7f3',
    text: 'The port of Ostrel doubled its grain trade.',
    reliability: 'B',
    ...change,
  };
}

export function annotation(id: string, change: Partial<Annotation> = {}): Annotation {
  return {
    id,
    author: 'Perrin Holt',
    at: '2031-03-10T08:15:30.250Z',
    body: `Note ${id}`,
    status: 'unverified',
    confidence: null,
    tags: [],
    replies: [],
    resolved: false,
    export: true,
    ...change,
  };
}

export function briefing(made: Node, change: Partial<Briefing> = {}): Briefing {
  return {
    doc: made,
    articles: [
      article('a1'),
      article('a2', {
        title: 'Harbour dues to rise',
        publisher: 'Vessin Review',
        byline: null,
        url: 'https://review.example/dues?year=2031',
        published: '2031-03-02',
      }),
    ],
    sources: new Map(),
    media: new Map(),
    facts: [],
    annotations: [],
    settings: { template: 'ministerial-submission', author: 'Perrin Holt', language: 'en-GB' },
    ...change,
  };
}

const GRAIN =
  'The port shipped 570,000 tonnes of grain to Vessin in 2028, 904,000 tonnes in 2029 and 1.75 million tonnes in 2030.\n\n' +
  'Ilda Morvane, the harbour master, said:\n\n' +
  '“We have not seen a season like this since the breakwater was built. Three ships lay at the quay on a day when, two years ago, there was one.\n\n' +
  '“It will not last if the dues go up.”';
const DUES = 'Harbour dues in Ostrel are to rise. Ilda Morvane called them “a tax on bread” and offered no figure.';

function factAt(of: Article, id: string, words: string) {
  const start = of.text.indexOf(words);
  if (start < 0) throw new RangeError(`The article has no "${words}".`);
  const span = { start, end: start + words.length };
  return {
    id,
    articleId: of.id,
    ...span,
    text: words,
    evidence: { articleId: of.id, ...describe(of.text, span) },
    status: 'unverified' as const,
    dismissed: false,
    credibility: null,
  };
}

function figureFact(of: Article, id: string, words: string, value: number, period: string): Figure {
  return {
    ...factAt(of, id, words),
    kind: 'figure',
    value,
    unit: 'tonne',
    figureKind: 'quantity',
    qualifier: '=',
    measure: 'grain shipped',
    period,
    periodNote: null,
  };
}

function quoteFact(of: Article, id: string, pieces: readonly string[], quoteKind: 'direct' | 'mixed'): Quote {
  const spans = pieces.map((words): [number, number] => {
    const start = of.text.indexOf(words);
    return [start, start + words.length];
  });
  const whole = of.text.slice(spans[0]?.[0], spans.at(-1)?.[1]);
  return { ...factAt(of, id, whole), kind: 'quote', spans, quoteKind, cue: null, speaker: null };
}

/** Two pages with one of everything that a briefing can hold. */
export function fullBriefing(banner: string | null = 'TLP:AMBER'): Briefing {
  const right = { align: 'right' };
  const row = (measure: Child, period: string, value: Child, place: string): Node =>
    tr(td(p(measure)), td(p(period)), td(right, p(value)), td(p('Courier', cite('a1', null, place))));
  const made = doc(
    { banner },
    titleBlock(
      title('Ostrel: grain trade and harbour dues'),
      detail({ name: 'reference' }, 'ST/2031/017'),
      detail({ name: 'to' }, 'Director, Northern Ports'),
      detail({ name: 'from' }, 'Desk officer, Vessin Sound'),
      detail({ name: 'date' }, '10 March 2031'),
    ),
    h('Issue'),
    report(
      'Ostrel’s grain trade reached ',
      figure('f3', '1.75 million tonnes'),
      ' in 2030, ',
      note('n1', 'more than three times its 2028 level'),
      '.',
      cite('a1', null, 'paragraph 2'),
      ' The arithmetic holds. The dues are to rise from 1 May 2031.',
      cite('a2'),
    ),
    h('Recommendation'),
    prompt('Say what you ask the Minister to decide, and by when.'),
    h('Background'),
    p(
      'The figures below are those of the harbour board. See ',
      link('https://board.example/annual report', 'its annual report'),
      ' for how they are counted.',
    ),
    table(
      tr(th(p('Measure')), th(p('Period')), th(right, p('Value')), th(p('Source'))),
      row('Grain shipped, Ostrel to Vessin', '2028', figure('f1', '570,000 tonnes'), 'paragraph 4'),
      row('Grain shipped, Ostrel to Vessin', '2029', figure('f2', '904,000 tonnes'), 'paragraph 4'),
      row(note('n2', 'Grain shipped, Ostrel to Vessin'), '2030', figure('f3', '1.75 million tonnes'), 'paragraph 2'),
    ),
    p('Harbour dues stand at 3.4 per cent of the cargo’s value. The board names no reason for the rise.'),
    h2('What is not known'),
    ul(
      li(p('How much of the trade passed through Vessin itself.')),
      li(
        p('Whether the dues apply to grain already under contract:'),
        ol(li(p('contracts signed before 2031;')), li(p('contracts renewed since.'))),
      ),
      li(p('What the growers’ league will do.')),
    ),
    h('Argument'),
    quotation(
      { factId: 'q1' },
      qt(
        '“We have not seen a season like this since the breakwater was built. Three ships lay at the quay on a day when, two years ago, there was one.',
      ),
      qt('“It will not last if the dues go up.”'),
      by('Ilda Morvane, Harbour Master, to The Ostrel Courier', cite('a1', null, 'paragraph 6')),
    ),
    p(
      'She called the dues ',
      quoted('q2', '“a tax on bread”'),
      ' and ',
      strong('offered no figure'),
      ' for it.',
      cite('a2', null, 'paragraph 3'),
    ),
    ol(li(p('Ask the board for its count of 2030.')), li(p('Wait for the league’s congress.'))),
    h('Sources'),
    sourceList(),
  );
  const grain = article('a1', { text: GRAIN });
  const dues = article('a2', {
    title: 'Harbour dues to rise',
    publisher: 'Vessin Review',
    byline: null,
    url: 'https://review.example/dues?year=2031',
    published: '2031-03-02',
    text: DUES,
  });
  const facts: Fact[] = [
    figureFact(grain, 'f1', '570,000 tonnes', 570_000, '2028'),
    figureFact(grain, 'f2', '904,000 tonnes', 904_000, '2029'),
    figureFact(grain, 'f3', '1.75 million tonnes', 1_750_000, '2030'),
    quoteFact(
      grain,
      'q1',
      [GRAIN.slice(GRAIN.indexOf('We have'), GRAIN.indexOf('one.') + 4), 'It will not last if the dues go up.'],
      'direct',
    ),
    quoteFact(dues, 'q2', ['a tax on bread'], 'mixed'),
  ];
  return briefing(made, {
    articles: [grain, dues],
    facts,
    annotations: [
      annotation('n1', {
        author: 'Chancery',
        body: '1,752 / 570 = 3.07: the claim is supported.',
        status: 'verified',
        replies: [
          { id: 'r1', author: 'Perrin Holt', at: '2031-03-10T09:00:00Z', body: 'Checked against the annual report.' },
          { id: 'r2', author: 'Ada Quill', at: '2031-03-10T09:20:00Z', body: 'Agreed.' },
        ],
        resolved: true,
      }),
      annotation('n2', {
        status: 'disputed',
        confidence: 'moderate',
        tags: ['grain', '2030'],
        body: 'The board’s table says 1.74.\nAsk which is right.',
      }),
    ],
  });
}
