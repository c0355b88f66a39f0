// Tests of settling: any tree that HTML can give becomes blocks of a briefing, with all its words in their order.
import fc, { type Arbitrary } from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { listDepthOf } from '../../../../renderer/editor/paste/clean.ts';
import { foreign } from '../../../../renderer/editor/paste/foreign.ts';
import { emptyReport, reportWords, type PasteReport } from '../../../../renderer/editor/paste/report.ts';
import { settle } from '../../../../renderer/editor/paste/settle.ts';
import type { TakePicture } from '../../../../renderer/editor/paste/words.ts';
import { build, by, doc, h, li, link, ol, p, qt, quotation, strong, table, td, tr, ul } from '../../../builders.ts';

type Name = keyof typeof foreign.nodes;
type Child = Node | string;

/** A foreign node. */
function f(type: Name, attrs: Readonly<Record<string, unknown>> | null, ...children: Child[]): Node {
  const made = foreign.nodes[type];
  if (!made) throw new RangeError(`No node ${type}.`);
  return made.createChecked(
    attrs,
    children.map((child) => (typeof child === 'string' ? foreign.text(child) : child)),
  );
}
const fp = (...children: Child[]): Node => f('paragraph', null, ...children);
const list = (...items: Node[]): Node => f('list', null, ...items);
const item = (...blocks: Node[]): Node => f('item', null, ...blocks);
const cell = (...blocks: Node[]): Node => f('cell', null, ...blocks);
const fbr = (): Node => f('hardBreak', null);

const noPicture: TakePicture = () => null;

function settled(blocks: readonly Node[], take = noPicture, report: PasteReport = emptyReport()): unknown {
  return settle(f('doc', null, ...blocks), take, report).map((block) => block.toJSON() as unknown);
}
const json = (...blocks: Node[]): unknown => blocks.map((block) => block.toJSON() as unknown);

describe('settling', () => {
  it('cleans paragraphs of blank ones, fill and two breaks in a row', () => {
    const bold = foreign.text(' b ', [foreign.marks.strong.create()]);
    expect(settled([fp('\u00a0'), fp(fbr()), fp(' a\u00a0 \u00a0', bold, ' c', fbr(), ' ', fbr(), 'd ')])).toEqual(
      json(p('a ', strong('b '), 'c'), p('d')),
    );
  });

  it('keeps one no-break space, and drops what no Word file can hold', () => {
    expect(settled([fp('412\u00a0000\u0000\u001f t\ud800')])).toEqual(json(p('412\u00a0000 t\ufffd')));
  });

  it('takes the underline of a link for none', () => {
    const words = foreign.text('a', [
      foreign.marks.link.create({ href: 'https://a.example' }),
      foreign.marks.underline.create(),
    ]);
    expect(settled([fp(words)])).toEqual(json(p(link('https://a.example', 'a'))));
  });

  it('puts what no item can hold behind the list, which goes on', () => {
    const grid = f('table', null, f('row', null, cell(fp('x')), cell(fp('y'))));
    const given = f('list', { ordered: true, start: 2 }, item(fp('a'), grid, fp('b')), item(fp('c')));
    expect(settled([given])).toEqual(
      json(ol({ order: 2 }, li(p('a'))), table(tr(td(p('x')), td(p('y')))), p('b'), ol({ order: 3 }, li(p('c')))),
    );
  });

  it('makes bold words of a heading in an item, and an item of a list within a list', () => {
    expect(settled([list(item(f('heading', { level: 2 }, 'a')), list(item(fp('b'))))])).toEqual(
      json(ul(li(p(strong('a')), ul(li(p('b')))))),
    );
  });

  it('keeps quotations to their paragraphs, with whose they are', () => {
    const given = f('quote', null, fp('a'), list(item(fp('b'))), f('source', null, 'Mara Quill'));
    expect(settled([given])).toEqual(json(quotation(qt('a'), qt('• b'), by('Mara Quill'))));
  });

  it('takes a table that only places things apart', () => {
    const inner = f('table', null, f('row', null, cell(fp('x')), cell(fp('y'))));
    const outer = f('table', null, f('row', null, cell(f('heading', { level: 1 }, 'a'), inner, fp('b'))));
    expect(settled([outer])).toEqual(json(h('a'), table(tr(td(p('x')), td(p('y')))), p('b')));
  });

  it('puts a picture of a paragraph between its words, and one of a cell behind the table', () => {
    const taken: TakePicture = (image) => build('image', { media: `${String(image.attrs['alt'])}.png` });
    const image = (alt: string): Node => f('image', { alt });
    const grid = f('table', null, f('row', null, cell(fp('x', image('2'), 'y')), cell(fp('z'))));
    expect(settled([fp('a ', image('1'), ' b'), grid], taken)).toEqual(
      json(
        p('a'),
        build('image', { media: '1.png' }),
        p('b'),
        table(tr(td(p('x'), p('y')), td(p('z')))),
        build('image', { media: '2.png' }),
      ),
    );
  });

  it('tells what is not as it was', () => {
    const report = emptyReport();
    const deleted = foreign.text('b', [foreign.marks.deleted.create()]);
    const word = { key: 'l0', level: 1, marker: 'a)' };
    let deep = list(item(fp('deep')));
    for (let level = 0; level < 12; level++) deep = list(item(fp('on'), deep));
    const lettered = f('list', { ordered: true, lettered: true }, item(fp('e')));
    settled([fp('a', deleted, 'c', deleted), f('paragraph', { list: word }, 'd'), deep, lettered], noPicture, report);
    expect(report).toMatchObject({ deletions: 2, letteredLists: 2, flattenedItems: 4 });
    expect(reportWords({ ...report, picturesLeftOut: 2, picturesUnfit: 1, comments: true }, 9)).toHaveLength(6);
    expect(reportWords(emptyReport(), 9)).toEqual([]);
  });
});

/** Trees as odd as HTML allows; each word has its number, so that order can be seen. */
const tree: Arbitrary<readonly Node[]> = fc
  .letrec<{ block: Node; item: Node; words: Node }>((tie) => {
    const blocks = fc.array(tie('block'), { maxLength: 3 });
    const some = (type: Name, attrs: Arbitrary<Record<string, unknown>> | null, content: Arbitrary<readonly Node[]>) =>
      fc.tuple(attrs ?? fc.constant({}), content).map(([given, children]) => f(type, given, ...children));
    const inline = fc.array(
      fc.oneof(
        { arbitrary: fc.constant('#').map((text) => foreign.text(text)), weight: 5 },
        {
          arbitrary: fc.constant(foreign.text('# ', [foreign.marks.strong.create(), foreign.marks.deleted.create()])),
          weight: 1,
        },
        { arbitrary: fc.constant(f('hardBreak', null)), weight: 1 },
        { arbitrary: fc.constant(f('image', { alt: 'x' })), weight: 1 },
      ),
      { maxLength: 4 },
    );
    const word = fc.option(
      fc.record({
        key: fc.constantFrom('l0', 'l1'),
        level: fc.integer({ min: 1, max: 12 }),
        marker: fc.constantFrom('·', '1.', 'i)', ''),
      }),
      { nil: null },
    );
    const row = some(
      'row',
      null,
      fc.array(
        some(
          'cell',
          fc.record({
            header: fc.boolean(),
            colspan: fc.integer({ min: -1, max: 4 }),
            rowspan: fc.integer({ min: -1, max: 4 }),
          }),
          blocks,
        ),
        { maxLength: 3 },
      ),
    );
    return {
      words: some(
        'paragraph',
        word.map((given) => ({ list: given })),
        inline,
      ),
      item: some(
        'item',
        fc.option(fc.integer({ min: 1, max: 11 }), { nil: null }).map((level) => ({ level })),
        blocks,
      ),
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('words'),
        some(
          'heading',
          fc.integer({ min: 1, max: 4 }).map((level) => ({ level })),
          inline,
        ),
        some('source', null, inline),
        some('quote', null, blocks),
        some('section', null, blocks),
        some(
          'list',
          fc.record({ ordered: fc.boolean(), start: fc.integer({ min: 0, max: 9 }) }),
          fc.array(tie('item'), { maxLength: 3 }),
        ),
        some('table', null, fc.array(fc.oneof(row, some('caption', null, inline)), { maxLength: 3 })),
      ),
    };
  })
  .block.map((block) => [block]);

/** Every "#" gets its number, so that none can be taken for another. */
function numbered(node: Node, count: { n: number }): Node {
  if (node.isText)
    return foreign.text(
      (node.text ?? '').replace(/#/gu, () => `w${count.n++}x`),
      node.marks,
    );
  const children: Node[] = [];
  node.forEach((child) => void children.push(numbered(child, count)));
  return node.type.create(node.attrs, children, node.marks);
}

/** Words of captions come before their table's, pictures have none. */
function wordsOf(node: Node): string[] {
  if (node.isText) return (node.text ?? '').match(/w\d+x/gu) ?? [];
  const parts: Node[] = [];
  node.forEach((child) => void parts.push(child));
  if (node.type.name === 'table')
    parts.sort((a, b) => Number(b.type.name === 'caption') - Number(a.type.name === 'caption'));
  return parts.flatMap(wordsOf);
}

describe('settling any tree', () => {
  it('gives blocks of a briefing with all words in order', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
        const given = numbered(f('doc', null, ...trees.flat()), { n: 0 });
        const blocks = settle(given, noPicture, emptyReport());
        const made = doc(...(blocks.length > 0 ? blocks : [p('')]));
        made.check();
        expect(wordsOf(made)).toEqual(wordsOf(given));
        expect(Math.max(0, ...blocks.map(listDepthOf))).toBeLessThanOrEqual(9);
      }),
      { seed: 31, numRuns: 1500 },
    );
  });
});
