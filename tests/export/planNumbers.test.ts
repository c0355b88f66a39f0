// Numbered paragraphs, portion marks, the list of contents, and what stands at head and foot, in a Plan.
import { describe, expect, test } from 'vitest';
import { blockIndent, itemIndent } from '../../shared/export/indents.ts';
import {
  by,
  build,
  cite,
  detail,
  h,
  h2,
  h3,
  li,
  ol,
  p,
  prompt,
  qt,
  quotation,
  report,
  sourceList,
  table,
  td,
  title,
  titleBlock,
  tr,
  ul,
} from '../builders.ts';
import { shownWords } from '../../shared/export/shownWords.ts';
import { caption, paragraphs, planOf, words } from './planned.ts';

const numbers = (made: ReturnType<typeof planOf>): [string, boolean][] =>
  paragraphs(made)
    .filter((one) => one.style !== 'Title')
    .map((one) => [
      one.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
      one.item !== undefined && made.plan.lists[one.item.list]?.kind === 'paragraphs',
    ]);

describe('numbered paragraphs', () => {
  test('are those of the body, through the whole document in one list', () => {
    const made = planOf([
      { numbered: true },
      h('Issue'),
      p('one'),
      prompt('Asked'),
      h('Background'),
      report('two'),
      ul(li(p('item'), p('more'))),
      quotation(qt('said'), by('who')),
      caption('Table', null, 'words'),
      table(tr(td(p('cell')))),
      p('three'),
    ]);
    expect(numbers(made)).toEqual([
      ['Issue', false],
      ['one', true],
      ['[Asked]', false],
      ['Background', false],
      ['two', true],
      ['item', false],
      ['more', false],
      ['said', false],
      ['who', false],
      [': words', false],
      ['three', true],
    ]);
    expect(made.plan.lists.filter((list) => list.kind === 'paragraphs')).toEqual([
      { kind: 'paragraphs', level: 0, start: 1 },
    ]);
  });

  test('share the edge of their words with all text beside them; tables and captions keep the page', () => {
    const blocks = [
      h('Issue'),
      p('one'),
      prompt('Asked'),
      ul(li(p('item'), p('more'), ol(li(p('deep'))))),
      quotation(qt('said'), by('who')),
      caption('Table', null, 'words'),
      table(tr(td(p('cell')))),
      p('two'),
      h('Sources'),
      p('three', cite('a1')),
      sourceList(),
    ] as const;
    const edges = (numbered: boolean): string[] => {
      const { plan } = planOf([{ numbered }, ...blocks]);
      return plan.blocks.flatMap((block) => {
        if (block.kind !== 'paragraph' || block.style === 'Title') return [];
        const list = block.item && plan.lists[block.item.list];
        const { left, hanging } =
          block.item && list
            ? itemIndent(list, block.item.level)
            : { left: blockIndent(block, own(block.style)), hanging: 0 };
        return [`${block.style} ${left - hanging} ${left}`];
      });
    };
    const own = (style: string): number => (style === 'Quote' || style === 'Attribution' ? 360 : 0);
    expect(edges(true)).toEqual([
      'Heading1 0 0',
      'BodyText 0 567',
      'Prompt 567 567',
      'ListBullet 567 927',
      'ListContinue 927 927',
      'ListNumber 927 1287',
      'Quote 927 927',
      'Attribution 927 927',
      'Caption 0 0',
      'BodyText 0 567',
      'Heading1 0 0',
      'BodyText 0 567',
      'SourceEntry 0 567',
      'SourceEntry 0 567',
    ]);
    expect(edges(false)).toEqual([
      'Heading1 0 0',
      'BodyText 0 0',
      'Prompt 0 0',
      'ListBullet 0 360',
      'ListContinue 360 360',
      'ListNumber 360 720',
      'Quote 360 360',
      'Attribution 360 360',
      'Caption 0 0',
      'BodyText 0 0',
      'Heading1 0 0',
      'BodyText 0 0',
      'SourceEntry 0 360',
      'SourceEntry 0 360',
    ]);
  });

  test('one alone bears none, and none where they are not asked for', () => {
    expect(
      planOf([{ numbered: true }, p('one'), prompt('x'), ul(li(p('y')))]).plan.lists.map((one) => one.kind),
    ).toEqual(['bullet']);
    expect(planOf([p('one'), p('two')]).plan.lists).toEqual([]);
  });
});

describe('portion marks', () => {
  const marked = () =>
    [
      { banner: 'OFFICIAL' },
      p({ portion: 'O' }, 'own'),
      build('quotation', { portion: 'OS' }, qt('said'), qt('and more'), by('who')),
      ul(li(p({ portion: ' O ' }, 'item'))),
      p('bare'),
      prompt('asked'),
    ] as const;

  test('are printed before the words where asked for', () => {
    const made = planOf([...marked()], { portionMarks: true });
    expect(words(made)).toEqual(['(O) own', '(OS) said', 'and more', 'who', '(O) item', 'bare', '[asked]']);
    expect(made.texts).toContain('One paragraph has no portion mark.');
  });

  test('are not printed else, and none is missed', () => {
    const made = planOf([...marked()]);
    expect(words(made)[0]).toBe('own');
    expect(made.codes).not.toContain('portion-missing');
  });

  test('above the banner of their scheme are told of', () => {
    expect(planOf([...marked()]).codes).toContain('banner-below-portion');
    expect(planOf([{ banner: 'OFFICIAL-SENSITIVE' }, p({ portion: 'OS' }, 'x')]).codes).not.toContain(
      'banner-below-portion',
    );
    expect(planOf([{ banner: 'UNCLASSIFIED' }, p({ portion: 'OS' }, 'x')]).codes).not.toContain('banner-below-portion');
  });

  test('stand before the words of the title and of headings, and in the list of contents as Word makes it', () => {
    const made = planOf(
      [
        titleBlock(title({ portion: 'S' }, 'Grain')),
        h({ portion: 'U' }, 'Issue'),
        p({ portion: 'U' }, 'x'),
        h2('Bare'),
      ],
      { portionMarks: true, contentsList: true },
    );
    expect(words(made)).toEqual(['Contents', '(U) Issue', '(U) x', 'Bare']);
    expect(shownWords(paragraphs(made)[0]?.inlines ?? [])).toBe('(S) Grain');
    const list = made.plan.blocks.find((block) => block.kind === 'contents');
    expect(list?.kind === 'contents' && list.entries.map(({ text }) => text)).toEqual(['(U) Issue', 'Bare']);
    expect([made.plan.title, made.plan.runningHead]).toEqual(['Grain', 'Grain']);
    expect(made.texts.filter((text) => text.includes('portion mark'))).toEqual(['One heading has no portion mark.']);
  });

  test('are not missed on headings where no heading has one', () => {
    const made = planOf([h('Issue'), p({ portion: 'O' }, 'x')], { portionMarks: true });
    expect(words(made)).toEqual(['Issue', '(O) x']);
    expect(made.codes).not.toContain('portion-missing');
  });

  test('stand behind the number, which is the list’s own', () => {
    const made = planOf([{ numbered: true }, p({ portion: 'U' }, 'a'), p('b')], { portionMarks: true });
    expect(words(made)).toEqual(['(U) a', 'b']);
    expect(paragraphs(made).filter((one) => one.item).length).toBe(2);
  });
});

describe('the list of contents', () => {
  const three = () => [h('One'), p('x'), h2('Two ', 'and a half'), build('heading', { level: 4 }, 'deep'), h3('Three')];

  test('stands behind the title block and names headings of three levels', () => {
    const made = planOf([titleBlock(title('T'), detail({ name: 'to' }, 'X')), ...three()], { contentsList: true });
    expect(
      made.plan.blocks.map((block) => (block.kind === 'paragraph' ? block.style : block.kind)).slice(0, 5),
    ).toEqual(['Title', 'Details', 'ContentsHeading', 'contents', 'Heading1']);
    const list = made.plan.blocks.find((block) => block.kind === 'contents');
    expect(list).toEqual({
      kind: 'contents',
      entries: [
        { level: 1, text: 'One', bookmark: '_Toc_1', page: 1 },
        { level: 2, text: 'Two and a half', bookmark: '_Toc_2', page: 1 },
        { level: 3, text: 'Three', bookmark: '_Toc_3', page: 1 },
      ],
    });
    expect(paragraphs(made).flatMap((one) => one.bookmark ?? [])).toEqual(['_Toc_1', '_Toc_2', '_Toc_3']);
  });

  test('gives the page of each heading as reckoned', () => {
    const long = Array.from({ length: 90 }, () => p('The quay was mended in spring, and the dredger went home again.'));
    const { plan } = planOf([h('One'), ...long, h('Two')], { contentsList: true });
    const list = plan.blocks.find((block) => block.kind === 'contents');
    const pages = list?.kind === 'contents' ? list.entries.map((entry) => entry.page) : [];
    expect(pages[0]).toBe(1);
    expect(pages[1]).toBe(plan.pages);
    expect(plan.pages).toBeGreaterThan(2);
  });

  test('is left out where it would name one heading or none, and where it is not wanted', () => {
    const one = planOf([h('One'), p('x')], { contentsList: true });
    expect(one.plan.blocks.some((block) => block.kind === 'contents')).toBe(false);
    expect(one.codes).toContain('contents-left-out');
    expect(paragraphs(planOf(three())).some((block) => block.bookmark !== undefined)).toBe(false);
  });
});

test('reference and date stand at the foot, the reference is the subject', () => {
  const { plan } = planOf([
    titleBlock(title('T'), detail({ name: 'reference' }, 'SC/2031/041'), detail({ name: 'date' }, '7 August 2031')),
    p('x'),
  ]);
  expect([plan.imprint, plan.subject]).toEqual(['SC/2031/041 · 7\u00a0August\u00a02031', 'SC/2031/041']);
  expect(planOf([p('x')]).plan.imprint).toBe('');
  const long = planOf([titleBlock(title('T'), detail({ name: 'reference' }, 'x'.repeat(200))), p('x')]).plan;
  expect(Array.from(long.imprint).length).toBe(64);
});
