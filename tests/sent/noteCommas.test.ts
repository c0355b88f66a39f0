// The raised comma between two references to notes: typography in every file that is read back, and no comma of a person's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocx, type ExportOptions } from '../../shared/export/docx.ts';
import { readHouseStyle } from '../../shared/export/houseStyle.ts';
import { visibleTextOf } from '../../shared/export/visibleText.ts';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { schema } from '../../shared/briefing/schema.ts';
import { SEED } from '../arbitraries.ts';
import { cite, doc, li, note, p, table, td, tr, ul, type Child } from '../builders.ts';
import { readDocx } from '../docx/readDocx.ts';
import { annotation, briefing } from '../export/briefings.ts';
import { plan } from '../export/planned.ts';
import { houseFile } from '../export/house/houseFiles.ts';
import { checkedFile, editedParts, NOW, partsOf, sentOf, swap, zipOf } from './files.ts';

const COMMA = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>,</w:t></w:r>';
const count = (xml: string, what: string): number => xml.split(what).length - 1;
const raised = (...words: string[]): Child => schema.text(words.join(''), [schema.mark('superscript')]);

async function partsFor(made: Briefing, options: Partial<ExportOptions> = {}) {
  return partsOf((await toDocx(made, { now: NOW, copy: 'annotated', ...options })).value.bytes);
}
/** Of the paragraphs behind the title. */
const textOf = (parts: Awaited<ReturnType<typeof partsFor>>): string[] =>
  sentOf(zipOf(parts))
    .value.body.slice(1)
    .map(({ text }) => text);

const three = (): Briefing =>
  briefing(doc(p('Grain', cite('a1'), cite('a2'), cite('a1', null, 'page 3'), ' rose.'), p('x')));

describe('the comma between two numbers', () => {
  it.each([
    ['footnotes', 'FootnoteReference'],
    ['endnotes', 'EndnoteReference'],
  ] as const)('of %s stands in the file, and in no text that is read', async (notes, style) => {
    const parts = await partsFor(three(), { notes });
    expect(count(parts.get('word/document.xml') ?? '', COMMA.replace('FootnoteReference', style))).toBe(2);
    expect(textOf(parts)).toEqual(['Grain rose.', 'x']);
    const answer = checkedFile(zipOf(parts));
    expect([answer.unchanged, answer.checks.filter(({ severity }) => severity === 'settle')]).toEqual([true, []]);
  });

  it('is none of the text by the numbers of a house that are not raised', async () => {
    const house = readHouseStyle(
      houseFile({
        styles:
          '<w:style w:type="character" w:styleId="Fn"><w:name w:val="footnote reference"/><w:rPr><w:b/></w:rPr></w:style>',
      }),
    );
    if (!house.ok) throw new Error(house.error.text);
    const parts = await partsFor(three(), { houseStyle: house.value.value });
    expect(count(parts.get('word/document.xml') ?? '', COMMA.replace('FootnoteReference', 'Fn'))).toBe(2);
    expect(textOf(parts)).toEqual(['Grain rose.', 'x']);
    expect(checkedFile(zipOf(parts)).unchanged).toBe(true);
  });

  it('goes with a note that was deleted, and stays a word where a note is gone that it stood behind', async () => {
    const parts = await partsFor(three());
    const [, reference = ''] =
      /(<w:r>(?:(?!<w:r>).)*<w:footnoteReference w:id="2"\/><\/w:r>)/u.exec(parts.get('word/document.xml') ?? '') ?? [];
    const gone = (xml: string): string =>
      `<w:del w:id="90" w:author="Bo">${xml.replaceAll('w:t>', 'w:delText>')}</w:del>`;
    expect(textOf(editedParts(parts, swap(COMMA + reference, gone(COMMA + reference))))[0]).toBe('Grain rose.');
    // The number went, its comma did not: two commas in a row are no typography.
    expect(textOf(editedParts(parts, swap(reference, gone(reference))))[0]).toBe('Grain,, rose.');
  });
});

describe('a comma of a person’s', () => {
  it('stays a word: beside other words, on the line, without a note on both sides, or raised by hand', async () => {
    const parts = await partsFor(three());
    const after = async (to: string): Promise<string | undefined> => textOf(editedParts(parts, swap(COMMA, to)))[0];
    expect(await after(COMMA.replace('>,<', '>, see<'))).toBe('Grain, see rose.');
    expect(await after('<w:r><w:t>,</w:t></w:r>')).toBe('Grain, rose.');
    expect(await after(COMMA.replace('</w:rPr>', '<w:vertAlign w:val="baseline"/></w:rPr>'))).toBe('Grain, rose.');
    expect(await after(`${COMMA}<w:r><w:t>z</w:t></w:r>`)).toBe('Grain,z rose.');
    expect(await after(`<w:ins w:id="90" w:author="Bo">${COMMA}</w:ins>`)).toBe('Grain, rose.');
    expect(textOf(editedParts(parts, swap('<w:r><w:t xml:space="preserve"> rose', `${COMMA}<w:r><w:t> rose`)))[0]).toBe(
      'Grain, rose.',
    );
    const own = briefing(doc(p('Grain', cite('a1'), raised(','), cite('a2'), ' rose.')));
    expect(visibleTextOf(plan(own).plan)).toContain('Grain, rose.');
    const sent = await partsFor(own);
    expect([textOf(sent)[0], checkedFile(zipOf(sent)).unchanged]).toEqual(['Grain, rose.', true]);
  });
});

describe('on random lines', () => {
  const atom: fc.Arbitrary<() => Child> = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('a1', 'a2', 'gone').map((id) => () => cite(id)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(',', ' ', 'grain', ', ', '،', '\u200b').map((text) => () => schema.text(text)),
    },
    { weight: 1, arbitrary: fc.constantFrom(',', 'x').map((text) => () => raised(text)) },
    { weight: 1, arbitrary: fc.constantFrom('قمح', 'דגן').map((text) => () => schema.text(text)) },
    { weight: 1, arbitrary: fc.constantFrom('n1', 'n2').map((id) => () => note(id, cite('a1'))) },
    { weight: 1, arbitrary: fc.constant(() => schema.node('hardBreak')) },
  );
  const line = fc.array(atom, { minLength: 1, maxLength: 9 });

  it('plan, file, its reader and the independent reader say the same', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, line, fc.constantFrom('footnotes', 'endnotes'), async (one, two, other, notes) => {
        const make = (atoms: readonly (() => Child)[]): Child => p(...atoms.map((each) => each()));
        const made = briefing(doc(make(one), ul(li(make(two))), table(tr(td(make(other)))), p('end')), {
          annotations: [annotation('n1'), annotation('n2')],
        });
        const laid = plan(made, { notes: notes as 'footnotes' | 'endnotes' }).plan;
        const parts = await partsFor(made, { notes: notes as 'footnotes' | 'endnotes' });
        const { value, messages } = sentOf(zipOf(parts));
        expect(messages).toEqual([]);
        expect(value.textHash).toBe(value.carried?.projection.textHash);
        expect(checkedFile(zipOf(parts)).unchanged).toBe(true);
        const read = readDocx(zipOf(parts)).paragraphs.map(({ text }) => text.split(/\s+/u).join(' ').trim());
        const [shown = ''] = visibleTextOf({ ...laid, notes: [] }).split('\0');
        expect(read.filter((text) => text !== '').join('\n')).toBe(shown);
        // In every paragraph, one comma for each number directly behind another.
        const xml = parts.get('word/document.xml') ?? '';
        for (const paragraph of xml.split('</w:p>')) {
          const seen = paragraph
            .replace(/<w:commentRange[^>]*>|<w:r><w:rPr><w:rStyle w:val="CommentReference"\/><\/w:rPr>.*?<\/w:r>/gu, '')
            .replace(/<w:r>(?:(?!<\/w:r>).)*Reference w:id="\d+"\/><\/w:r>/gu, '^')
            .replace(
              /<w:r><w:rPr><w:rStyle w:val="(?:Foot|End)noteReference"\/>(?:<w:rtl\/>)?<\/w:rPr><w:t>,<\/w:t><\/w:r>/gu,
              '‚',
            );
          expect(seen).not.toContain('^^');
          expect(/(?<!\^)‚|‚(?!\^)/u.test(seen)).toBe(false);
        }
      }),
      { ...SEED, numRuns: 150 },
    );
  });
});
