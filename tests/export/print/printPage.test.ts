// The printed page: its structure, that nothing in a briefing breaks out of it, and that it says the same as the Word file.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../../shared/briefing/briefing.ts';
import type { Inline, Plan } from '../../../shared/export/plan.ts';
import { planExport } from '../../../shared/export/planExport.ts';
import { toPrintPage, type PrintOptions } from '../../../shared/export/printPage.ts';
import { PAGES } from '../../../shared/export/styles.ts';
import {
  build,
  cite,
  detail,
  doc,
  h,
  h2,
  li,
  ol,
  p,
  sourceList,
  table,
  td,
  th,
  title,
  titleBlock,
  tr,
  ul,
} from '../../builders.ts';
import { briefing, fullBriefing } from '../briefings.ts';
import { HOSTILE, randomBriefing } from '../randomBriefings.ts';
import { elements, hasClass, named, readHtml, textOf, type Element } from './readHtml.ts';

const NOW = '2031-03-10T09:00:00Z';

function pageOf(made: Briefing, options: Partial<PrintOptions> = {}) {
  const { value, messages } = toPrintPage(made, { now: NOW, ...options });
  return { ...value, root: readHtml(value.page.html), messages };
}

function planOf(made: Briefing): Plan {
  return planExport(made, {
    copy: 'clean',
    offsetMinutes: 0,
    page: PAGES.A4,
    notes: 'endnotes',
    contentsList: false,
    portionMarks: false,
    carrySources: false,
  }).value;
}

const body = (root: Element): Element => named(root, 'body')[0] as Element;
const squeezed = (text: string): string => text.replace(/\s/gu, '');

/** What a reader of the plan has before them, without layout. */
function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'note') return `${inline.after ? ',' : ''}${inline.number}`;
      if (inline.kind === 'sequence') return `${inline.label}${inline.number}`;
      return inline.kind === 'reference' ? inline.shown : '';
    })
    .join('');
}

/** Every address that the page would fetch, and every one it only names. */
function addresses(root: Element): { readonly fetched: string[]; readonly linked: string[] } {
  const fetched: string[] = [];
  const linked: string[] = [];
  for (const { name, attributes, children } of elements(root)) {
    for (const [key, value] of attributes) {
      if (key === 'href' && name === 'a') linked.push(value);
      else if (/^(?:src|href|srcset|poster|data|action|background)$/.test(key)) fetched.push(value);
    }
    if (name === 'style') fetched.push(...(String(children[0]).match(/url\([^)]*\)|@import[^;]*/gu) ?? []));
  }
  return { fetched, linked };
}

describe('the printed page', () => {
  it('has the title as its only h1, the headings below it, and the language of the briefing', () => {
    const { root, page } = pageOf(fullBriefing());
    const [html] = named(root, 'html');
    expect(html?.attributes.get('lang')).toBe('en-GB');
    expect(html?.attributes.get('dir')).toBe('ltr');
    expect(named(root, 'title').map(textOf)).toEqual([page.title]);
    expect(named(root, 'h1', 'h2', 'h3', 'h4').map((one) => `${one.name} ${textOf(one)}`)).toEqual([
      'h1 Ostrel: grain trade and harbour dues',
      'h2 Issue',
      'h2 Recommendation',
      'h2 Background',
      'h3 What is not known',
      'h2 Argument',
      'h2 Notes',
      'h2 Sources',
    ]);
  });

  it('sets the title block as names and values', () => {
    const [list] = named(pageOf(fullBriefing()).root, 'dl');
    const lines = (list?.children ?? []).map((line) => (line as Element).children.map((one) => textOf(one as Element)));
    expect(lines).toEqual([
      ['Reference', 'ST/2031/017'],
      ['To', 'Director, Northern Ports'],
      ['From', 'Desk officer, Vessin Sound'],
      ['Date', '10\u00a0March\u00a02031'],
    ]);
  });

  it('points from each note to its place and back', () => {
    const { root } = pageOf(fullBriefing());
    const [section] = named(root, 'section');
    const notes = named(section as Element, 'li');
    const references = named(root, 'a').filter(({ attributes }) => attributes.get('role') === 'doc-noteref');
    expect(notes).toHaveLength(7);
    expect(references.map((one) => one.attributes.get('href')?.slice(1))).toEqual(
      notes.map((one) => one.attributes.get('id')),
    );
    const back = notes.map((note) => named(note, 'a')[0]?.attributes.get('href')?.slice(1));
    expect(back).toEqual(references.map((one) => one.attributes.get('id')));
    expect(references.map(textOf)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(notes.map((note) => textOf(named(note, 'a')[0] as Element))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('sets the notes before the sources, and at the end where there is no list of sources', () => {
    const order = (made: Briefing): string[] => named(pageOf(made).root, 'h2').map((one) => textOf(one));
    const head = titleBlock(title('Ebb'));
    expect(order(briefing(doc(head, h('One'), p('x', cite('a1')), h('Sources'), sourceList())))).toEqual([
      'One',
      'Notes',
      'Sources',
    ]);
    expect(order(briefing(doc(head, h('One'), p('x', cite('a1')), h('Two'), p('y'))))).toEqual(['One', 'Two', 'Notes']);
    expect(order(briefing(doc(head, h('One'), p('x'))))).toEqual(['One']);
  });

  it('marks the header of a table, repeats it, and joins cells', () => {
    const made = table(
      tr(th(p('Measure')), th({ colspan: 2 }, p('Tonnes'))),
      tr(td({ rowspan: 2 }, p('Grain')), td(p('5')), td(p('6'))),
      tr(td(p('7')), td(p('8'))),
    );
    const { root } = pageOf(briefing(doc(titleBlock(title('Ebb')), made)));
    const [head] = named(root, 'thead');
    const [rows] = named(root, 'tbody');
    expect(named(head as Element, 'th').map((cell) => [textOf(cell), cell.attributes.get('scope')])).toEqual([
      ['Measure', 'col'],
      ['Tonnes', 'col'],
    ]);
    expect(named(rows as Element, 'tr').map((row) => named(row, 'td').map(textOf))).toEqual([
      ['Grain', '5', '6'],
      ['7', '8'],
    ]);
    expect(named(rows as Element, 'td')[0]?.attributes.get('rowspan')).toBe('2');
    expect(named(head as Element, 'th')[1]?.attributes.get('colspan')).toBe('2');
  });

  it('puts the caption of a table into the table', () => {
    const made = [
      build('caption', { label: 'Table', target: 't1' }, 'Grain by year'),
      table(tr(th(p('A'))), tr(td(p('1')))),
    ];
    const { root } = pageOf(briefing(doc(titleBlock(title('Ebb')), ...made)));
    const [caption] = named(named(root, 'table')[0] as Element, 'caption');
    expect(squeezed(textOf(caption as Element))).toContain('Grainbyyear');
  });

  it('nests lists, with the numbers of Word', () => {
    const made = ul(li(p('one')), li(p('two'), ol(li(p('first')), li(p('second')))), li(p('three')));
    const { root } = pageOf(
      briefing(doc(titleBlock(title('Ebb')), made, p('after'), ol({ order: 4 }, li(p('fourth'))))),
    );
    const lists = named(body(root), 'ul', 'ol').filter(({ attributes }) => attributes.has('role'));
    expect(lists.map(({ name }) => name)).toEqual(['ul', 'ol', 'ol']);
    const [outer, inner, last] = lists as [Element, Element, Element];
    expect(outer.children).toHaveLength(3);
    expect(elements(outer.children[1] as Element)).toContain(inner);
    expect(named(inner, 'p').map(textOf)).toEqual(['(a)first', '(b)second']);
    expect(named(last, 'li').map((item) => [item.attributes.get('value'), textOf(item)])).toEqual([['4', '4.fourth']]);
  });

  it('is the clean copy, always', () => {
    const { page, contents } = pageOf(fullBriefing());
    expect(contents.comments).toBe(0);
    expect(page.html).not.toContain('supported');
    expect(page.html).not.toContain('Ask which is right');
  });

  it('has the size of paper that is asked for', () => {
    for (const size of ['A4', 'Letter'] as const) {
      const { page } = pageOf(fullBriefing(), { page: size });
      expect(page.size).toBe(size);
      expect(page.html).toContain(`@page{size:${size};margin:72pt 72pt}`);
      expect(page.margins).toEqual({ vertical: 1, side: 1 });
    }
  });

  it('is set as the briefing remembers, unless it is told otherwise', () => {
    const made = fullBriefing();
    const kept = { ...made, settings: { ...made.settings, export: { page: 'Letter', contentsList: true } } };
    const { page, root } = pageOf(kept);
    expect(page.size).toBe('Letter');
    const entries = named(named(root, 'nav')[0] as Element, 'a');
    expect(entries.map(textOf)).toContain('Background');
    const ids = new Set(elements(root).map(({ attributes }) => attributes.get('id')));
    expect(entries.every((entry) => ids.has(entry.attributes.get('href')?.slice(1)))).toBe(true);
    expect(pageOf(kept, { page: 'A4', contentsList: false }).page.size).toBe('A4');
  });

  it('names the banner, page number and imprint in the margins', () => {
    const { page } = pageOf(fullBriefing('TLP:AMBER'));
    const [header, footer] = [readHtml(page.header), readHtml(page.footer)];
    const banners = [header, footer].map((one) => elements(one).filter((part) => hasClass(part, 'sheet-banner')));
    for (const [banner] of banners) {
      expect(textOf(banner as Element)).toBe('TLP:AMBER');
      expect(banner?.attributes.get('style')).toBe('color:#FFC000;background:#000000;padding:0 3pt');
    }
    expect(
      elements(footer).filter((part) => hasClass(part, 'pageNumber') || hasClass(part, 'totalPages')),
    ).toHaveLength(2);
    expect(squeezed(textOf(footer))).toContain('ST/2031/017');
  });

  it('prints no banner where none is set, and says so; makes room for a long one', () => {
    const none = pageOf(fullBriefing(null));
    expect(none.messages.map(({ code }) => code)).toContain('no-banner');
    expect(elements(readHtml(none.page.header)).some((part) => hasClass(part, 'sheet-banner'))).toBe(false);
    expect(pageOf(fullBriefing('hold '.repeat(60))).page.margins.vertical).toBeGreaterThan(1.5);
  });

  it('says in the margins that it is a draft', () => {
    const altered = fullBriefing();
    const made = briefing(doc(titleBlock(title('Ebb')), p('x')), { ...altered, doc: altered.doc, facts: [] });
    const { page, draft } = pageOf(made);
    const marked = [page.header, page.footer].map((one) =>
      elements(readHtml(one)).some((part) => hasClass(part, 'sheet-draft')),
    );
    expect(marked).toEqual([draft, draft]);
    expect(draft).toBe(true);
  });

  it('may load nothing from outside', () => {
    const { root } = pageOf(fullBriefing());
    const policy = named(root, 'meta').find(({ attributes }) => attributes.has('http-equiv'));
    expect(policy?.attributes.get('content')).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(addresses(root).fetched).toEqual([]);
    const outside = addresses(root).linked.filter((href) => !href.startsWith('#'));
    expect(outside).toContain('https://board.example/annual%20report');
  });

  it('refuses an instant that is none', () => {
    expect(() => toPrintPage(fullBriefing(), { now: 'noon' })).toThrow(RangeError);
  });

  it('keeps the styles of Word: an element of the table without a meaning is a fault', () => {
    const { page } = pageOf(fullBriefing());
    expect(page.html).toMatch(/\.Title\{[^}]*font-size:20pt/);
    expect(page.html).toMatch(/\.Heading1\{[^}]*margin-top:16pt;margin-bottom:4pt/);
    expect(page.html).toMatch(/\.Heading2\{[^}]*break-after:avoid/);
    expect(page.html).toMatch(/\.Attribution\{[^}]*margin-inline-start:18pt/);
  });
});

describe('hostile words', () => {
  const ELEMENTS = new Set(
    (
      'html head meta title style body h1 h2 h3 h4 h5 p dl div dt dd ol ul li blockquote table caption colgroup col thead tbody tr th td ' +
      'section nav a bdi span sup sub strong em u s code ins del br img svg text rect line path circle'
    ).split(' '),
  );
  const ATTRIBUTES = new Set(
    (
      'lang dir charset http-equiv content class id style href role aria-label src alt scope colspan rowspan value ' +
      'width height viewBox x y x1 x2 y1 y2 cx cy r d fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap text-anchor font-size font-weight'
    ).split(' '),
  );
  const wellBehaved = (root: Element): void => {
    for (const { name, attributes } of elements(root)) {
      expect(ELEMENTS, name).toContain(name);
      for (const key of attributes.keys()) expect(ATTRIBUTES, key).toContain(key);
    }
    const { fetched, linked } = addresses(root);
    expect(fetched.every((one) => one.startsWith('data:image/'))).toBe(true);
    expect(linked.every((one) => /^(?:https?:\/\/|mailto:|#)/.test(one))).toBe(true);
  };

  const NASTY = [
    ...HOSTILE,
    '</p></title></style><script>alert(1)</script>',
    '" onload="x',
    "' style='x",
    '<!--',
    '&amp;lt;',
    '${x}`',
  ];

  it.each(NASTY)('stay words everywhere: %j', (words) => {
    const made = briefing(
      doc(
        { banner: words, lang: words },
        titleBlock(title(words), detail({ name: 'to' }, words), detail({ name: 'reference' }, words)),
        h(words),
        h2(words),
        p(words, cite('a1', null, words)),
        ul(li(p(words))),
        table(tr(th(p(words))), tr(td(p(words)))),
        build('image', { media: words, alt: words }),
        h('Sources'),
        sourceList(),
      ),
      { settings: { template: 'briefing-note', author: words, language: 'en-GB' } },
    );
    const { root, page } = pageOf(made);
    wellBehaved(root);
    for (const margin of [page.header, page.footer]) wellBehaved(readHtml(margin));
    const plan = planOf(made);
    const heading = plan.blocks.find((block) => block.kind === 'paragraph' && block.style === 'Heading1');
    if (heading?.kind === 'paragraph' && wordsOf(heading.inlines) !== 'Sources') {
      expect(squeezed(textOf(named(root, 'h2')[0] as Element))).toBe(squeezed(wordsOf(heading.inlines)));
    }
  });

  it('never break a random briefing, whose words all stand in their order', () => {
    fc.assert(
      fc.property(randomBriefing, (made) => {
        const { root } = pageOf(made);
        wellBehaved(root);
        const plan = planOf(made);
        const text = squeezed(textOf(body(root)));
        let at = 0;
        const find = (words: string): void => {
          const next = text.indexOf(words, at);
          expect(next, words).toBeGreaterThanOrEqual(at);
          at = next + words.length;
        };
        for (const block of plan.blocks) {
          if (block.kind === 'paragraph') find(squeezed(wordsOf(block.inlines)));
          if (block.kind !== 'table') continue;
          for (const row of block.rows) {
            for (const cell of row.cells) for (const part of cell.blocks) find(squeezed(wordsOf(part.inlines)));
          }
        }
        const ids = elements(root).flatMap(({ attributes }) => attributes.get('id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const inward = addresses(root).linked.filter((href) => href.startsWith('#'));
        expect(inward.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
        expect(named(root, 'h1').length).toBeLessThanOrEqual(1);
      }),
      { seed: 20310310, numRuns: 100 },
    );
  });

  it('are the same page each time', () => {
    expect(toPrintPage(fullBriefing(), { now: NOW }).value.page).toEqual(
      toPrintPage(fullBriefing(), { now: NOW }).value.page,
    );
  });
});
