// Random briefings for the laws of the export: every block, overlapping marks, and words that break careless writers.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { schema, type NodeName } from '../../shared/briefing/schema.ts';
import { png } from '../pictures.ts';
import { annotation, briefing } from './briefings.ts';

/** Each has hurt some writer of Word files before. */
export const HOSTILE = [
  '\ufffe\uffff',
  '\u0000\u0001\u001f',
  'half \ud83d of a pair',
  'tab\tline\nreturn\r\nfeed\f\v',
  ']]>',
  '&#x1; &amp; <w:t> "quoted" \'so\'',
  'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe',
  "=cmd|' /C calc'!A0",
  '\u202e\u2066right to left\u2069 \u05d0\u05d1',
  '  leading and trailing  ',
  'e\u0301 \u{1f5fa} \ufeff\u00a0\u2028\u2029\u0085',
  '_x000D_ {{ field }} \\o/',
];

const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'grain ',
      'the quay',
      ' 1.75 million',
      '12 May 2031',
      'Table 3',
      ' USD 5',
      '“bread”',
      'a',
      'שלום 12 ',
      'سلام',
      'J. Holt at 14:30 GMT',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
);

export const ANNOTATION_IDS = ['n1', 'n2', 'n3', 'n4'];

/** What captions are named by; one name may be given twice. */
const TARGETS = ['c1', 'c2', 'c3'];

const mark = fc.oneof(
  fc.constantFrom('strong', 'em', 'underline', 'strike', 'superscript', 'code', 'own').map((name) => schema.mark(name)),
  fc
    .constantFrom('https://board.example/a b', 'javascript:alert(1)', 'mailto:x@board.example', 'file:///etc/x', '')
    .map((href) => schema.mark('link', { href })),
  fc.constantFrom('f1', 'f2').map((factId) => schema.mark('figure', { factId })),
  fc.constantFrom('q1', 'q2').map((factId) => schema.mark('quoted', { factId })),
  fc.constantFrom(...ANNOTATION_IDS).map((id) => schema.mark('annotation', { id })),
);

const inline = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(word, fc.array(mark, { maxLength: 3 }))
      .map(([text, marks]) => marks.reduce((node, one) => node.mark(one.addToSet(node.marks)), schema.text(text))),
  },
  { weight: 1, arbitrary: fc.constant(schema.node('hardBreak')) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('a1', 'a2', 'gone')
      .map((articleId) => schema.node('citation', { articleId, locator: 'paragraph 2' })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...TARGETS, 'gone').map((target) => schema.node('reference', { target })) },
);

function block(
  name: NodeName,
  content: fc.Arbitrary<Node[]>,
  attrs: fc.Arbitrary<Record<string, unknown>> = fc.constant({}),
): fc.Arbitrary<Node> {
  return fc.tuple(attrs, content).map(([given, nodes]) => schema.node(name, given, nodes));
}

const words = fc.array(inline, { maxLength: 5 });
const portion = fc.constantFrom(null, null, 'U', 'OS', 'TLP:RED', HOSTILE[5] ?? '');
const paragraph = block('paragraph', words, fc.record({ voice: fc.constantFrom('report', 'comment'), portion }));
const caption = block(
  'caption',
  words,
  fc.record({
    label: fc.constantFrom('Table', 'Figure', 'Chart', HOSTILE[4]),
    target: fc.constantFrom(null, ...TARGETS),
  }),
);

const PICTURES: ReadonlyMap<string, Uint8Array> = new Map([
  ['quay.png', png({ width: 40, height: 30 })],
  ['tall.png', png({ width: 2, height: 90 }, { dpi: 300 })],
  ['broken.png', png({ width: 4, height: 4 }).slice(0, 40)],
  ['odd.tiff', Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0)],
]);
const image = fc
  .record({
    media: fc.constantFrom(...PICTURES.keys(), 'missing.png', HOSTILE[8] ?? ''),
    alt: word,
    width: fc.constantFrom(null, 50, 1e9, 'wide'),
  })
  .map((attrs) => schema.node('image', attrs));

const point = fc.record({
  value: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -1e6, max: 1e6 }) }, fc.constant(null)),
  factId: fc.constant(null),
});
/** Charts that can be drawn: whatever they are called, each has a value. */
const chart = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { minLength: 1, maxLength: 3 }), word, word)
  .chain(([categories, names, title, unit]) =>
    fc
      .tuple(
        fc.constantFrom('bar', 'line'),
        fc.array(fc.array(point, { minLength: categories.length, maxLength: categories.length }), {
          minLength: names.length,
          maxLength: names.length,
        }),
      )
      .map(([kind, rows]) => {
        const series = rows.map((points, index) => ({
          name: names[index] ?? '',
          points: points.map((one, at) => (index === 0 && at === 0 ? { value: 12.5, factId: null } : one)),
        }));
        return schema.node('chart', { data: { kind, title, unit, categories, series } });
      }),
  );
/** And data that is none. */
const noChart = fc
  .constantFrom<unknown>(null, 'x', {}, { kind: 'bar', series: [], categories: [] }, { categories: [1], series: 'no' })
  .map((data) => schema.node('chart', { data }));
const cell = fc.oneof(
  block(
    'tableCell',
    fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    fc.record({ colspan: fc.integer({ min: 0, max: 3 }), rowspan: fc.integer({ min: 0, max: 3 }) }),
  ),
  block('tableHeader', fc.array(paragraph, { minLength: 1, maxLength: 1 })),
);
const plain: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: block('heading', words, fc.record({ level: fc.integer({ min: 1, max: 4 }), portion })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.array(block('quotationText', words), { minLength: 1, maxLength: 2 }),
        block('attribution', words),
        fc.record({ factId: fc.constantFrom(null, 'q1'), portion }),
      )
      .map(([texts, by, attrs]) => schema.node('quotation', attrs, [...texts, by])),
  },
  {
    weight: 1,
    arbitrary: block(
      'table',
      fc.array(block('tableRow', fc.array(cell, { maxLength: 4 })), { minLength: 1, maxLength: 4 }),
    ),
  },
  { weight: 1, arbitrary: caption },
  { weight: 1, arbitrary: fc.oneof({ weight: 3, arbitrary: chart }, { weight: 3, arbitrary: image }, noChart) },
  { weight: 1, arbitrary: fc.constantFrom<NodeName>('pageBreak', 'sourceList').map((name) => schema.node(name)) },
);
const { list } = fc.letrec<{ list: Node; item: Node }>((tie) => ({
  list: block('bulletList', fc.array(tie('item'), { minLength: 1, maxLength: 3 })).chain((one) =>
    fc.constantFrom(one, schema.node('orderedList', { order: 3 }, one.content)),
  ),
  item: fc
    .tuple(
      paragraph,
      fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, plain, tie('list')), { maxLength: 2 }),
    )
    .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
}));

export const randomBriefing: fc.Arbitrary<Briefing> = fc
  .tuple(
    word,
    word,
    fc.array(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: list }), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(null, 'TLP:RED', 'OFFICIAL', HOSTILE[4] ?? ''),
    word,
    fc.record({ numbered: fc.boolean(), lang: fc.constantFrom('en-GB', 'en-GB', 'fr', 'ar', 'he-IL') }),
  )
  .map(([title, to, blocks, banner, body, attrs]) => {
    const head = schema.node('titleBlock', null, [
      schema.node('title', null, [schema.text(title)]),
      schema.node('detail', { name: 'to' }, [schema.text(to)]),
    ]);
    return briefing(schema.node('doc', { ...attrs, banner }, [head, ...blocks]), {
      media: PICTURES,
      annotations: ANNOTATION_IDS.map((id, index) =>
        annotation(id, {
          body: `${body} ${id}`,
          author: index === 1 ? body : 'Perrin Holt',
          replies: index === 2 ? [{ id: `${id}r`, author: body, at: 'no time', body }] : [],
        }),
      ),
    });
  });
