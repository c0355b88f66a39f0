// Exports with every option on: captions, references, portion marks, numbers, contents list, endnotes; clean, and edited.
import { describe, expect, it } from 'vitest';
import { toDocx, type ExportOptions } from '../../shared/export/docx.ts';
import { build, cite, doc, figure, h, p, quoted, table, td, th, tr, detail, title, titleBlock } from '../builders.ts';
import { briefing, fullBriefing } from '../export/briefings.ts';
import { checkedFile, editedParts, news, NOW, partsOf, swap, zipOf, type Edit } from './files.ts';

const full = fullBriefing();
const one = briefing(
  doc(
    { banner: 'OFFICIAL', numbered: true },
    titleBlock(
      title({ portion: 'U' }, 'Ostrel'),
      detail({ name: 'reference' }, 'ST/2031/017'),
      detail({ name: 'to' }, 'The Director'),
    ),
    h({ portion: 'U' }, 'Trade'),
    p(
      { portion: 'U' },
      'See ',
      build('reference', { target: 't1' }),
      ': it shipped ',
      figure('f2', '904,000 tonnes'),
      '.',
      cite('a1'),
    ),
    build('caption', { label: 'Table', target: 't1' }, 'Grain in 2030'),
    table(tr(th(p('Year')), th(p('Tonnes'))), tr(td(p('2030')), td(p(figure('f3', '1.75 million tonnes'))))),
    h('Words'),
    p({ portion: 'OS' }, 'She spoke of ', quoted('q2', '“a tax on bread”'), '.', cite('a2')),
  ),
  { articles: full.articles, facts: full.facts },
);

const OPTIONS: readonly (readonly [string, Partial<ExportOptions>])[] = [
  ['plain', {}],
  ['all on', { notes: 'endnotes', contentsList: true, portionMarks: true, page: 'Letter' }],
  ['clean copy', { copy: 'clean', contentsList: true }],
];

describe.each(OPTIONS)('exported %s', (_name, options) => {
  const answer = async (...edits: readonly Edit[]) => {
    const { value } = await toDocx(one, { now: NOW, copy: 'annotated', ...options });
    const parts = partsOf(value.bytes);
    return { clean: checkedFile(zipOf(parts)), edited: checkedFile(zipOf(editedParts(parts, ...edits))) };
  };

  it('is unchanged, with nothing to settle', async () => {
    const { clean } = await answer();
    expect(clean.carried).toBe(true);
    expect(clean.unchanged).toBe(true);
    expect(clean.checks.filter(({ severity }) => severity === 'settle')).toEqual([]);
  });

  it('shows what was edited, and nothing besides', async () => {
    const { clean, edited } = await answer(
      swap('904,000', '940,000'),
      swap('a tax on bread', 'a tax on grain'),
      swap('She spoke', 'She then spoke'),
    );
    expect(news(edited, clean)).toEqual(['settle altered-figure', 'settle altered-quotation']);
    expect(edited.changes.map(({ kind, before }) => `${kind} ${before?.split(' ')[0] ?? ''}`)).toEqual([
      'changed See',
      'changed She',
    ]);
  });

  it('takes an edited caption, title and reference for what they are', async () => {
    const { clean, edited } = await answer(
      swap('Grain in 2030', 'All grain in 2030'),
      swap('ST/2031/017', 'ST/2031/018'),
      swap('The Director', 'The Deputy Director'),
    );
    expect(news(edited, clean)).toEqual([]);
    expect(edited.changes.map(({ kind, before }) => `${kind} ${before ?? ''}`)).toEqual([
      'changed ST/2031/017',
      'changed The Director',
      'changed Grain in 2030',
    ]);
  });
});

it('without what it could carry, the file says so', async () => {
  const { value } = await toDocx(one, { now: NOW, copy: 'annotated', carrySources: false });
  const parts = partsOf(value.bytes);
  expect([...parts.keys()].some((name) => name.startsWith('customXml/'))).toBe(false);
  expect(() => checkedFile(value.bytes)).toThrow('carries no sources');
  expect(checkedFile(value.bytes, full.articles).checks.filter(({ severity }) => severity === 'settle')).toEqual([]);
});
