// Numbered paragraphs in the file, in its estimate of pages and on the printed page: numbers at the margin, all words on one edge.
import { describe, expect, test } from 'vitest';
import { toDocx, type ExportOptions } from '../../shared/export/docx.ts';
import { readHouseStyle } from '../../shared/export/houseStyle.ts';
import { estimatePages } from '../../shared/export/pages.ts';
import { toPrintPage } from '../../shared/export/printPage.ts';
import { PAGES } from '../../shared/export/styles.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { by, cite, doc, h, li, ol, p, prompt, qt, quotation, sourceList, ul } from '../builders.ts';
import { readDocx } from '../docx/readDocx.ts';
import { child, elements, value } from '../docx/xml.ts';
import { briefing } from './briefings.ts';
import { houseFile } from './house/houseFiles.ts';
import { errors } from './house/houseExports.ts';
import { NOW } from './readBack.ts';

const made = (numbered: boolean): Briefing =>
  briefing(
    doc(
      { numbered },
      p('one', cite('a1')),
      prompt('Asked'),
      ul(li(p('item'), p('more'), ol(li(p('deep'))))),
      quotation(qt('said'), by('who')),
      p('two'),
      h('Sources'),
      sourceList(),
    ),
  );

/** Style, where number or bullet stands and where the words begin, by the file alone: of the paragraph, else of its list, else of its style. */
async function edges(of: Briefing, options: Partial<ExportOptions> = {}): Promise<string[]> {
  const { bytes } = (await toDocx(of, { now: NOW, copy: 'annotated', ...options })).value;
  expect(errors(bytes)).toEqual([]);
  const { xml } = readDocx(bytes);
  const body = child(xml.get('word/document.xml'), 'w:body');
  const numbering = xml.get('word/numbering.xml');
  const styles = xml.get('word/styles.xml');
  if (!body || !numbering || !styles) throw new Error('a part is missing');
  const by = (root: typeof body, name: string, attribute: string, id: string | null) =>
    elements(root, name).find((one) => one.attrs[attribute] === id);
  return elements(body, 'w:p').map((one) => {
    const properties = child(one, 'w:pPr');
    const id = value(child(properties, 'w:pStyle'));
    const num = by(numbering, 'w:num', 'w:numId', value(child(properties, 'w:numPr', 'w:numId')));
    const definition = by(numbering, 'w:abstractNum', 'w:abstractNumId', value(child(num, 'w:abstractNumId')));
    const level = definition
      ? by(definition, 'w:lvl', 'w:ilvl', value(child(properties, 'w:numPr', 'w:ilvl')))
      : undefined;
    const style = by(styles, 'w:style', 'w:styleId', id);
    const found = child(properties, 'w:ind') ?? child(level, 'w:pPr', 'w:ind') ?? child(style, 'w:pPr', 'w:ind');
    const left = Number(found?.attrs['w:left'] ?? 0);
    return `${id ?? ''} ${left - Number(found?.attrs['w:hanging'] ?? 0)} ${left}`;
  });
}

describe('in the file', () => {
  test('numbers stand at the margin with the headings, and all words on one edge', async () => {
    expect((await edges(made(true))).slice(1)).toEqual([
      'BodyText 0 567',
      'Prompt 567 567',
      'ListBullet 567 927',
      'ListContinue 927 927',
      'ListNumber 927 1287',
      'Quote 927 927',
      'Attribution 927 927',
      'BodyText 0 567',
      'Heading1 0 0',
      'SourceEntry 0 567',
      'SourceEntry 0 567',
    ]);
  });

  test('without numbers the margin is that edge', async () => {
    expect((await edges(made(false))).slice(1)).toEqual([
      'BodyText 0 0',
      'Prompt 0 0',
      'ListBullet 0 360',
      'ListContinue 360 360',
      'ListNumber 360 720',
      'Quote 360 360',
      'Attribution 360 360',
      'BodyText 0 0',
      'Heading1 0 0',
      'SourceEntry 0 360',
      'SourceEntry 0 360',
    ]);
  });

  test('a quotation of a house keeps its own indent beside that edge', async () => {
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const read = readHouseStyle(
      houseFile({
        styles: style('Normal', '') + style('Quote', '<w:pPr><w:ind w:left="850" w:right="850"/></w:pPr>'),
      }),
    );
    if (!read.ok) throw new Error(read.error.text);
    expect(await edges(made(true), { houseStyle: read.value.value })).toContain('Quote 1417 1417');
    expect(await edges(made(false), { houseStyle: read.value.value })).toContain('Quote 850 850');
  });
});

test('the estimate sets lists and quotations within the narrower column', () => {
  const pages = (words: string, inset: boolean): number =>
    estimatePages({
      page: PAGES.A4,
      blocks: Array.from({ length: 80 }, () => ({
        kind: 'paragraph' as const,
        style: 'Quote' as const,
        inlines: [{ kind: 'text' as const, text: words, props: {}, href: null }],
        ...(inset ? { inset } : {}),
      })),
      lists: [],
      notes: [],
      noteKind: 'footnotes',
    }).pages;
  // A line that just fits beside the margin and no more beside the edge.
  let words = 'ferry';
  while (pages(`${words} ferry`, false) === pages('ferry', false)) words += ' ferry';
  expect(pages(words, true)).toBeGreaterThan(pages(words, false));
});

test('the printed page sets them on the same edges', () => {
  const html = (numbered: boolean): string => toPrintPage(made(numbered), { now: NOW }).value.page.html;
  const numbered = html(true);
  for (const part of [
    '<p class="BodyText numbered"><span class="n">1.</span>',
    '<p class="Prompt inset">',
    '<p class="ListBullet words inset" style="margin-inline-start:46.35pt">',
    '<p class="ListContinue" style="margin-inline-start:46.35pt">',
    '<p class="ListNumber words inset" style="margin-inline-start:64.35pt">',
    '<blockquote class="inset">',
    '<p class="Attribution inset">',
    '<p class="SourceEntry words inset" style="margin-inline-start:28.35pt">',
  ]) {
    expect(numbered).toContain(part);
  }
  expect(html(false).slice(html(false).indexOf('<body'))).not.toContain('inset');
});
