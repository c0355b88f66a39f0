// Briefings made by hand for the tests of the export, about invented places and people.
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import type { Annotation } from '../../shared/briefing/annotation.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { schema } from '../../shared/briefing/schema.ts';

type Content = string | Node | readonly Content[];

function nodes(content: readonly Content[]): Node[] {
  return content.flatMap((one) =>
    typeof one === 'string' ? (one === '' ? [] : [schema.text(one)]) : one instanceof Object && 'type' in one ? [one] : nodes(one),
  );
}

const block = (name: keyof typeof schema.nodes, attrs: Record<string, unknown> | null, content: readonly Content[]): Node =>
  schema.node(name, attrs, nodes(content));

/** Every word of `content` with one more mark. */
function marked(mark: Mark, content: readonly Content[]): Node[] {
  return nodes(content).map((node) => node.mark(mark.addToSet(node.marks)));
}

export const p = (...content: Content[]): Node => block('paragraph', null, content);
export const report = (...content: Content[]): Node => block('paragraph', { voice: 'report' }, content);
export const prompt = (words: string): Node => block('paragraph', { prompt: words }, []);
export const h = (level: number, ...content: Content[]): Node => block('heading', { level }, content);
export const ul = (...items: Content[]): Node => block('bulletList', null, items);
export const ol = (order: number, ...items: Content[]): Node => block('orderedList', { order }, items);
export const li = (...content: Content[]): Node => block('listItem', null, content);
export const quotation = (words: readonly Content[], by: readonly Content[]): Node =>
  block('quotation', { factId: 'q1', speaker: 'Ilda Morvane' }, [
    ...words.map((one) => block('quotationText', null, [one])),
    block('attribution', null, by),
  ]);
export const table = (...rows: Content[]): Node => block('table', null, rows);
export const tr = (...cells: Content[]): Node => block('tableRow', null, cells);
export const td = (attrs: Record<string, unknown> | null, ...content: Content[]): Node =>
  block('tableCell', attrs, [block('paragraph', null, content)]);
export const th = (attrs: Record<string, unknown> | null, ...content: Content[]): Node =>
  block('tableHeader', attrs, [block('paragraph', null, content)]);
export const cite = (articleId: string, locator: string | null = null): Node =>
  schema.node('citation', { articleId, locator });
export const br = (): Node => schema.node('hardBreak');
export const pageBreak = (): Node => schema.node('pageBreak');
export const sourceList = (): Node => schema.node('sourceList');

export const strong = (...content: Content[]): Node[] => marked(schema.mark('strong'), content);
export const em = (...content: Content[]): Node[] => marked(schema.mark('em'), content);
export const link = (href: string, ...content: Content[]): Node[] => marked(schema.mark('link', { href }), content);
export const figure = (factId: string, ...content: Content[]): Node[] => marked(schema.mark('figure', { factId }), content);
export const quoted = (factId: string, ...content: Content[]): Node[] => marked(schema.mark('quoted', { factId }), content);
export const note = (id: string, ...content: Content[]): Node[] => marked(schema.mark('annotation', { id }), content);

export function doc(attrs: Record<string, unknown>, title: Content, details: Record<string, Content>, ...blocks: Node[]): Node {
  const lines = Object.entries(details).map(([name, words]) => block('detail', { name }, [words]));
  const head = schema.node('titleBlock', null, [block('title', null, [title]), ...lines]);
  const made = schema.node('doc', attrs, Fragment.fromArray([head, ...blocks]));
  made.check();
  return made;
}

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
    articles: [article('a1'), article('a2', { title: 'Harbour dues to rise', publisher: 'Vessin Review', byline: null, url: 'https://review.example/dues?year=2031', published: '2031-03-02' })],
    sources: new Map(),
    facts: [],
    annotations: [],
    settings: { template: 'ministerial-submission', author: 'Perrin Holt', language: 'en-GB' },
    ...change,
  };
}

const CONTENT = 'Ostrel: grain trade and harbour dues';

/** Two pages with one of everything that a briefing can hold. */
export function fullBriefing(banner: string | null = 'TLP:AMBER'): Briefing {
  const made = doc(
    { banner },
    CONTENT,
    { reference: 'ST/2031/017', to: 'Director, Northern Ports', from: 'Desk officer, Vessin Sound', date: '10 March 2031' },
    h(1, 'Issue'),
    report(
      'Ostrel’s grain trade reached ',
      figure('f3', '1.75 million tonnes'),
      ' in 2030, ',
      note('n1', 'more than three times its 2028 level'),
      '.',
      cite('a1', 'paragraph 2'),
      ' The arithmetic holds. The dues are to rise from 1 May 2031.',
      cite('a2'),
    ),
    h(1, 'Recommendation'),
    prompt('Say what you ask the Minister to decide, and by when.'),
    h(1, 'Background'),
    p('The figures below are those of the harbour board. See ', link('https://board.example/annual report', 'its annual report'), ' for how they are counted.'),
    table(
      tr(th(null, 'Measure'), th(null, 'Period'), th({ align: 'right' }, 'Value'), th(null, 'Source')),
      tr(td(null, 'Grain shipped, Ostrel to Vessin'), td(null, '2028'), td({ align: 'right' }, figure('f1', '570,000 tonnes')), td(null, 'Courier', cite('a1', 'paragraph 4'))),
      tr(td(null, 'Grain shipped, Ostrel to Vessin'), td(null, '2029'), td({ align: 'right' }, figure('f2', '904,000 tonnes')), td(null, 'Courier', cite('a1', 'paragraph 4'))),
      tr(td(null, note('n2', 'Grain shipped, Ostrel to Vessin')), td(null, '2030'), td({ align: 'right' }, figure('f3', '1.75 million tonnes')), td(null, 'Courier', cite('a1', 'paragraph 2'))),
    ),
    p('Harbour dues stand at 3.4 per cent of the cargo’s value. The board names no reason for the rise.'),
    h(2, 'What is not known'),
    ul(
      li(p('How much of the trade passed through Vessin itself.')),
      li(p('Whether the dues apply to grain already under contract:'), ol(1, li(p('contracts signed before 2031;')), li(p('contracts renewed since.')))),
      li(p('What the growers’ league will do.')),
    ),
    h(1, 'Argument'),
    quotation(
      ['“We have not seen a season like this since the breakwater was built. Three ships lay at the quay on a day when, two years ago, there was one.”', '“It will not last if the dues go up.”'],
      ['Ilda Morvane, Harbour Master, to The Ostrel Courier', cite('a1', 'paragraph 6')],
    ),
    p('She called the dues ', quoted('q2', '“a tax on bread”'), ' and ', strong('offered no figure'), ' for it.', cite('a2', 'paragraph 3')),
    ol(1, li(p('Ask the board for its count of 2030.')), li(p('Wait for the league’s congress.'))),
    h(1, 'Sources'),
    sourceList(),
  );
  return briefing(made, {
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
      annotation('n2', { status: 'disputed', confidence: 'moderate', tags: ['grain', '2030'], body: 'The board’s table says 1.74.\nAsk which is right.' }),
    ],
  });
}
