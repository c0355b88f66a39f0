// Random briefings for the laws of file and export: every node and mark of the schema, facts, notes, articles, sources.
import fc, { type Arbitrary } from 'fast-check';
import type { Attrs, Mark, Node } from 'prosemirror-model';
import { RELIABILITIES, type Article } from '../shared/article/article.ts';
import { sha256Hex } from '../shared/base/sha256.ts';
import { CONFIDENCES, type Annotation } from '../shared/briefing/annotation.ts';
import type { Briefing } from '../shared/briefing/briefing.ts';
import { mediaIn } from '../shared/briefing/media.ts';
import { mediaName, readPicture } from '../shared/briefing/picture.ts';
import { DETAILS, schema, type MarkName, type NodeName } from '../shared/briefing/schema.ts';
import { FIGURE_KINDS, NAME_KINDS, QUALIFIERS, STATUSES, VERDICTS, type Fact } from '../shared/facts/fact.ts';
import { describe } from '../shared/text/selectors.ts';
import { gif, jpeg, png } from './pictures.ts';

/** One seed for every law, so that a red run is red again. */
export const SEED = { seed: 20260802 };

/** Plain objects: fast-check's own may have no prototype, which no reader of JSON makes. */
const record = <T>(model: { readonly [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as Arbitrary<T>;
const nullable = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const WORDS = [
  'port',
  'Ostrel',
  'the',
  '“shut”',
  'not',
  '12%',
  '$3.4bn',
  'café',
  '<b>&amp;',
  '日本',
  '😀',
  'a\u0301',
  '\u200f',
  '—',
];

/** Words as an analyst types them: never empty, with letters of many scripts and characters that XML and JSON escape. */
export const words: Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));

const id = fc.stringMatching(/^[a-z0-9]{1,8}$/u);
const day = fc.constantFrom('2031-05-07', '2030-12-31', '2031-02-28');
const instant = fc.constantFrom('2031-05-07T09:24:00.000Z', '2031-05-08T00:00:00.000Z');
/** Finite, and never -0, which JSON does not know. */
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

/** Marks that may stand together on one text. */
const marks: Arbitrary<readonly Mark[]> = fc
  .array(
    fc.oneof(
      fc
        .constantFrom<MarkName>('strong', 'em', 'underline', 'strike', 'superscript', 'subscript', 'code', 'own')
        .map((name) => schema.mark(name)),
      id.map((factId) => schema.mark('figure', { factId })),
      id.map((factId) => schema.mark('quoted', { factId })),
      id.map((annotation) => schema.mark('annotation', { id: annotation })),
      fc
        .constantFrom('https://ostrel.example/a?b=1&c=2', 'mailto:desk@ostrel.example')
        .map((href) => schema.mark('link', { href })),
    ),
    { maxLength: 3 },
  )
  .map((list) => list.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []));

const plainText: Arbitrary<Node> = words.map((text) => schema.text(text));
const inline: Arbitrary<Node> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(words, marks).map(([text, set]) => schema.text(text, set)) },
  { weight: 1, arbitrary: fc.constant(schema.node('hardBreak')) },
  {
    weight: 1,
    arbitrary: record({
      articleId: id,
      factId: nullable(id),
      locator: nullable(fc.constantFrom('paragraph 6', 'page 3')),
    }).map((attrs) => schema.node('citation', attrs)),
  },
);
const inlines = fc.array(inline, { maxLength: 4 });

function made(type: NodeName, attrs: Arbitrary<Attrs | null>, content: Arbitrary<readonly Node[]>): Arbitrary<Node> {
  return fc.tuple(attrs, content).map(([a, c]) => schema.nodes[type].createChecked(a, [...c]));
}

const none = fc.constant(null);
const some = (node: Arbitrary<Node>, maxLength: number): Arbitrary<Node[]> =>
  fc.array(node, { minLength: 1, maxLength });

const paragraph = made(
  'paragraph',
  record({ voice: fc.constantFrom('comment', 'report'), prompt: nullable(words) }),
  inlines,
);
const heading = made('heading', record({ level: fc.integer({ min: 1, max: 4 }), slot: nullable(id) }), inlines);
const quotation = made(
  'quotation',
  record({ factId: nullable(id), speaker: nullable(words) }),
  fc
    .tuple(some(made('quotationText', none, inlines), 2), made('attribution', none, inlines))
    .map(([texts, attribution]) => [...texts, attribution]),
);
const cell = (type: NodeName): Arbitrary<Node> =>
  made(
    type,
    record({
      align: fc.constantFrom(null, 'right'),
      computed: fc.constantFrom(null, '904 / 570 = 1.586'),
      colwidth: fc.constantFrom(null, [120]),
    }),
    some(paragraph, 2),
  );
/** Rectangular, with a header row, or without. */
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.constantFrom(null, 'keyFigures'))
  .chain(([columns, header, kind]) => {
    const row = (type: NodeName): Arbitrary<Node> =>
      made('tableRow', none, fc.array(cell(type), { minLength: columns, maxLength: columns }));
    return made(
      'table',
      fc.constant({ kind }),
      fc
        .tuple(header ? row('tableHeader').map((one) => [one]) : fc.constant([]), some(row('tableCell'), 2))
        .map(([head, body]) => [...head, ...body]),
    );
  });
/** Some pictures of each type by name, as a briefing keeps them. */
export const PICTURES: ReadonlyMap<string, Uint8Array> = new Map(
  [
    png({ width: 8, height: 5 }),
    png({ width: 40, height: 3 }, { dpi: 300 }),
    jpeg({ width: 9, height: 17 }),
    gif({ width: 4, height: 4 }),
  ].map((bytes) => {
    const picture = readPicture(bytes);
    if (!picture.ok) throw new Error(picture.error.text);
    return [mediaName(picture.value), picture.value.bytes];
  }),
);
/** Of a picture that is there, or of one that was lost. */
const image = made(
  'image',
  record({
    media: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PICTURES.keys()) }, { weight: 1, arbitrary: id }),
    alt: words,
    width: fc.constantFrom(null, 25, 50, 100),
  }),
  fc.constant([]),
);
const atom = (type: NodeName): Arbitrary<Node> => fc.constant(schema.nodes[type].createChecked());

/** Lists nest to a small depth. */
const { block } = fc.letrec<{ block: Node; list: Node; item: Node }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    quotation,
    table,
    image,
    atom('pageBreak'),
    atom('sourceList'),
    tie('list'),
  ),
  list: fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 9 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([ordered, order, items]) =>
      ordered
        ? schema.nodes.orderedList.createChecked({ order }, items)
        : schema.nodes.bulletList.createChecked(null, items),
    ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => schema.nodes.listItem.createChecked(null, [first, ...rest])),
}));

const titleBlock = fc
  .tuple(
    fc.array(plainText, { maxLength: 1 }),
    fc.array(fc.tuple(fc.constantFrom(...DETAILS), fc.array(plainText, { maxLength: 1 })), { maxLength: 4 }),
  )
  .map(([title, details]) =>
    schema.nodes.titleBlock.createChecked(null, [
      schema.nodes.title.createChecked(null, title),
      ...details.map(([name, content]) => schema.nodes.detail.createChecked({ name }, content)),
    ]),
  );

/** A whole document of the schema; every node and mark but `opaque` appears. */
export const docs: Arbitrary<Node> = made(
  'doc',
  record({
    banner: nullable(fc.constantFrom('TLP:AMBER', 'OFFICIAL')),
    lang: fc.constantFrom('en-GB', 'en-US', 'fr'),
  }),
  fc.tuple(titleBlock, fc.array(block, { minLength: 1, maxLength: 6 })).map(([top, blocks]) => [top, ...blocks]),
);

/** An article with the bytes it was read from. */
export const articles: Arbitrary<{ article: Article; source: Uint8Array }> = record({
  paragraphs: fc.array(words, { minLength: 1, maxLength: 5 }),
  fileName: fc.constantFrom('ostrel.txt', 'Pasted text'),
  title: nullable(words),
  byline: nullable(words),
  publisher: nullable(words),
  agency: nullable(words),
  dateline: nullable(words),
  published: nullable(day),
  url: nullable(fc.webUrl()),
  reliability: nullable(fc.constantFrom(...RELIABILITIES)),
}).map(({ paragraphs, ...fields }) => {
  const text = paragraphs.join('\n\n');
  const source = new TextEncoder().encode(text);
  const sha256 = sha256Hex(source);
  return {
    article: { ...fields, id: `a-${sha256.slice(0, 12)}`, text, sha256, language: 'en', encoding: 'utf-8' },
    source,
  };
});

/** A fact at some place of `article`. */
export function factsOf(article: Pick<Article, 'id' | 'text'>): Arbitrary<Fact> {
  const { text } = article;
  return fc
    .tuple(
      fc.nat({ max: text.length - 1 }),
      fc.nat({ max: 30 }),
      fc.constantFrom(...STATUSES),
      fc.boolean(),
      nullable(fc.constantFrom('1' as const, '2' as const, '6' as const)),
    )
    .chain(([start, length, status, dismissed, credibility]) => {
      const end = Math.min(text.length, start + length + 1);
      const place = { start, end, text: text.slice(start, end) };
      const base = (kind: string) => ({
        id: `${kind}-${article.id}-${start}-${end}`,
        articleId: article.id,
        ...place,
        evidence: { articleId: article.id, ...describe(text, { start, end }) },
        status,
        dismissed,
        credibility,
      });
      return fc.oneof<Arbitrary<Fact>[]>(
        record({
          quoteKind: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const),
          cue: fc.constantFrom(null, place),
          speaker: nullable(
            record({ name: nullable(words), role: nullable(words), resolved: fc.boolean() }).map((who) => ({
              ...place,
              ...who,
            })),
          ),
        }).map((fields) => ({
          ...base('quote'),
          kind: 'quote' as const,
          spans: [[start, end] as [number, number]],
          ...fields,
        })),
        record({
          value: fc.oneof(number, fc.tuple(number, number)),
          unit: nullable(fc.constantFrom('USD', 'percentage', 'ship')),
          figureKind: fc.constantFrom(...FIGURE_KINDS),
          qualifier: fc.constantFrom(...QUALIFIERS),
          measure: nullable(words),
          period: nullable(fc.constantFrom('2031', '2031-Q1', 'FY2030-31', '2030/2031')),
          periodNote: nullable(words),
        }).map((fields) => ({ ...base('figure'), kind: 'figure' as const, ...fields })),
        record({ value: day, relative: fc.boolean() }).map((fields) => ({
          ...base('date'),
          kind: 'date' as const,
          ...fields,
        })),
        record({ nameKind: fc.constantFrom(...NAME_KINDS), name: words, role: nullable(words) }).map((fields) => ({
          ...base('name'),
          kind: 'name' as const,
          ...fields,
        })),
        record({
          verdict: fc.constantFrom(...VERDICTS),
          computed: nullable(fc.constant('1752 / 570 = 3.07')),
          reason: nullable(words),
          figureIds: fc.array(id, { maxLength: 2 }),
        }).map((fields) => ({ ...base('claim'), kind: 'claim' as const, ...fields })),
      );
    });
}

export const annotations: Arbitrary<Annotation> = record({
  id,
  author: fc.constantFrom('Analyst', 'Chancery'),
  at: instant,
  body: words,
  status: fc.constantFrom(...STATUSES),
  confidence: nullable(fc.constantFrom(...CONFIDENCES)),
  tags: fc.array(id, { maxLength: 2 }),
  replies: fc.array(record({ id, author: words, at: instant, body: words }), { maxLength: 2 }),
  resolved: fc.boolean(),
  export: fc.boolean(),
});

/**
 * Whole briefings. Ids in the document point to nothing in particular: for laws that need true references, take `docs`
 * apart or build by hand.
 */
export const briefings: Arbitrary<Briefing> = fc
  .uniqueArray(articles, { maxLength: 3, selector: ({ article }) => article.id })
  .chain((list) =>
    record({
      doc: docs,
      // Filled below: the pictures that the document shows.
      media: fc.constant<ReadonlyMap<string, Uint8Array>>(new Map()),
      articles: fc.constant(list.map(({ article }) => article)),
      sources: fc.constant(new Map(list.map(({ article, source }) => [article.id, source]))),
      facts:
        list.length === 0
          ? fc.constant([])
          : fc.array(fc.oneof(...list.map(({ article }) => factsOf(article))), { maxLength: 5 }),
      annotations: fc.array(annotations, { maxLength: 4 }),
      settings: record({
        template: fc.constantFrom('ministerial-submission', 'bluf-memorandum'),
        author: words,
        language: fc.constantFrom('en-GB', 'en-US'),
      }),
    }),
  )
  .map((briefing) => ({ ...briefing, media: picturesOf(briefing.doc) }));

/** Those of PICTURES that `doc` shows. */
function picturesOf(doc: Node): ReadonlyMap<string, Uint8Array> {
  const names = mediaIn(doc);
  return new Map([...PICTURES].filter(([name]) => names.has(name)));
}
