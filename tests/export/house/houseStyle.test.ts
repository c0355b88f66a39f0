// Tests of the export in a house style: what is taken over, what is added, and what never comes along.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/base/result.ts';
import { toDocx } from '../../../shared/export/docx.ts';
import { describeHouseStyle, mapStyles, readHouseStyle, type HouseStyle } from '../../../shared/export/houseStyle.ts';
import { readDocx } from '../../docx/readDocx.ts';
import { hasValidator, validationErrors } from '../../docx/validator.ts';
import { fullBriefing } from '../briefings.ts';
import { templateBriefings } from '../templateBriefings.ts';
import {
  complexField,
  houseFile,
  line,
  picture,
  relation,
  SECRET,
  STYLES,
  words,
  type HouseParts,
} from './houseFiles.ts';

const NOW = '2031-03-10T10:00:00Z';

function opened(bytes: Uint8Array): { house: HouseStyle; messages: readonly Message[] } {
  const read = readHouseStyle(bytes);
  if (!read.ok) throw new Error(read.error.text);
  return { house: read.value.value, messages: read.value.messages };
}

async function exported(bytes: Uint8Array, banner: string | null = 'TLP:AMBER'): Promise<Uint8Array> {
  const options = { now: NOW, copy: 'annotated', contentsList: true, houseStyle: opened(bytes).house } as const;
  return (await toDocx(fullBriefing(banner), options)).value.bytes;
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]));
}

const part = async (parts: HouseParts, name: string): Promise<string> =>
  partsOf(await exported(houseFile(parts)))[name] ?? '';

/** What the validator says of the file; none where it is not installed. */
function errors(bytes: Uint8Array): unknown[] {
  if (!hasValidator()) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
  try {
    const file = path.join(folder, 'a.docx');
    writeFileSync(file, bytes);
    return validationErrors(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const section = (margins: string, more = ''): string =>
  `${margins}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="700" w:footer="700" w:gutter="200"/>${more}`;

describe('the mapping of styles', () => {
  it('goes by name, then by what is nearest, and tells what is added', () => {
    const table = mapStyles(opened(houseFile()).house).map(({ ours, how, theirs }) =>
      `${ours}: ${how} ${theirs ?? ''}`.trimEnd(),
    );
    expect(table.join('\n')).toMatchInlineSnapshot(`
      "Normal: same name Normal
      Title: same name Title
      Details: added
      Heading1: same name heading 1
      Heading2: same name heading 2
      Heading3: based on heading 2
      Heading4: based on heading 2
      BodyText: based on Normal
      Reporting: based on Normal
      Prompt: based on Normal
      ListBullet: added
      ListNumber: added
      ListContinue: added
      SourceEntry: added
      Quote: same name Quote
      Attribution: added
      Caption: added
      TableText: added
      TableHeading: added
      TableGap: added
      Header: same name header
      Footer: same name footer
      FootnoteText: added
      EndnoteText: added
      ContentsHeading: added
      CommentText: added
      TOC1: added
      TOC2: added
      TOC3: added
      Hyperlink: added
      InlineCode: added
      DetailLabel: added
      FootnoteReference: added
      CommentReference: added
      DraftMark: added
      EndnoteReference: added
      BriefingTable: based on House Table"
    `);
  });

  it('knows a style by its alias, and one of Word’s own by its id', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Haupttitel"/><w:aliases w:val="Cover,TITLE"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Kapitel"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Attribution"><w:name w:val="Something else"/></w:style>';
    const map = new Map(mapStyles(opened(houseFile({ styles })).house).map((one) => [one.ours, one.theirs]));
    expect(map.get('Title')).toBe('Haupttitel');
    expect(map.get('Heading1')).toBe('Kapitel');
    // An id of ours alone says nothing about a style of theirs.
    expect(map.get('Attribution')).toBe(null);
  });

  it('is told before the export, with the page', () => {
    const told = describeHouseStyle(houseFile());
    expect(told.ok && told.value.value).toMatchObject({
      page: { width: 15840, height: 12240 },
      hasHeader: true,
      hasFooter: true,
    });
  });
});

describe('a file in a house style', () => {
  it('is valid, and every style and list it uses is defined', async () => {
    for (const bytes of [houseFile(), houseFile({ styles: '' }), houseFile({ section: section('') })]) {
      const made = await exported(bytes);
      expect(readDocx(made).problems).toEqual([]);
      expect(errors(made)).toEqual([]);
    }
  });

  it('is valid for every template', async () => {
    const { house } = opened(houseFile());
    for (const made of templateBriefings().values()) {
      const { bytes } = (await toDocx(made, { now: NOW, copy: 'clean', notes: 'endnotes', houseStyle: house })).value;
      expect(readDocx(bytes).problems).toEqual([]);
      expect(errors(bytes)).toEqual([]);
    }
  });

  it('keeps their styles as they are and names them in the text', async () => {
    const parts = partsOf(await exported(houseFile()));
    const styles = parts['word/styles.xml'] ?? '';
    expect(styles).toContain('<w:latentStyles');
    expect(styles).toContain('<w:color w:val="7A1F2B"/><w:sz w:val="32"/>');
    expect(styles).toContain('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>');
    expect(styles).toContain('w:styleId="Details"><w:name w:val="Fine Print"/>');
    expect(styles).toContain('w:styleId="BriefingDetails"><w:name w:val="Details"/>');
    expect(styles).not.toContain('Calibri');
    const text = parts['word/document.xml'] ?? '';
    expect(text).toContain('<w:pStyle w:val="berschrift1"/>');
    expect(text).toContain('<w:pStyle w:val="BriefingDetails"/>');
    expect(text).not.toMatch(/w:pStyle w:val="(?:Heading1|Title|Details)"/u);
    expect(parts['word/theme/theme1.xml']).toContain('Liberation Sans Narrow');
  });

  it('speaks the language of the briefing, not that of the template', async () => {
    const styles = await part({}, 'word/styles.xml');
    expect(styles.match(/w:lang w:val="[^"]*"/gu)).toEqual(['w:lang w:val="en-GB"']);
  });

  it('counts headings as the house does, beside the lists of the briefing', async () => {
    const parts = partsOf(await exported(houseFile()));
    const id = /w:styleId="berschrift1".*?<w:numId w:val="(\d+)"/u.exec(parts['word/styles.xml'] ?? '')?.[1] ?? '';
    const numbering = parts['word/numbering.xml'] ?? '';
    const definition =
      new RegExp(`<w:num w:numId="${id}"><w:abstractNumId w:val="(\\d+)"`, 'u').exec(numbering)?.[1] ?? '';
    expect(numbering.split(`w:abstractNumId="${definition}"`)[1]).toMatch(/^>.*?upperRoman/u);
  });

  it('is a document, not a template, on the page of the house', async () => {
    const parts = partsOf(await exported(houseFile()));
    expect(parts['[Content_Types].xml']).not.toContain('template');
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>');
    expect(parts['word/document.xml']).toContain(
      'w:top="1900" w:right="1134" w:bottom="1300" w:left="1800" w:header="600" w:footer="500"',
    );
    // The gutter is part of the margin.
    expect(await part({ section: section('') }, 'word/document.xml')).toContain('w:left="1640"');
  });

  it('uses A4 and says so where the page of the house leaves no room', () => {
    const { house, messages } = opened(houseFile({ section: '<w:pgSz w:w="3000" w:h="3000"/>' }));
    expect(house.page.name).toBe('A4');
    expect(messages.map(({ code }) => code)).toEqual(['house-page']);
  });

  it('gives the same bytes each time', async () => {
    expect(await exported(houseFile())).toEqual(await exported(houseFile()));
  });
});

describe('headers and footers', () => {
  it('are those of the house under the banner, on every kind of page', async () => {
    const file = readDocx(await exported(houseFile()));
    const parts = partsOf(await exported(houseFile()));
    const all = Object.entries(parts).filter(([name]) => /^word\/(?:header|footer)\d\.xml$/u.test(name));
    expect(all).toHaveLength(4);
    for (const [, xml] of all) expect(xml.split('TLP:AMBER')).toHaveLength(2);
    expect(parts['word/header1.xml']).toMatch(/TLP:AMBER.*Ministry of Tides, .*STYLEREF/u);
    expect(parts['word/header2.xml']).toMatch(/descr="Crest of the ministry".*Ministry of Tides/u);
    expect(parts['word/footer1.xml']).toMatch(/Harbour Row 4, sheet .*PAGE.*TLP:AMBER/u);
    expect(file.problems).toEqual([]);
  });

  it('show the title where they ask for it, not the words of the template', async () => {
    const header = await part({}, 'word/header1.xml');
    expect(header).toContain('<w:t xml:space="preserve">Ostrel: grain trade and harbour dues</w:t>');
    expect(header).not.toContain('Titel hier');
  });

  it('get no second page number, and one where the house has none', async () => {
    const count = (xml: string): number => xml.split(/<w:instrText[^>]*> PAGE </u).length - 1;
    expect(count(await part({}, 'word/footer1.xml'))).toBe(1);
    expect(count(await part({ footer: line('Fuzeile', words('No number')) }, 'word/footer1.xml'))).toBe(1);
    const inHeader = {
      header: line('Kopfzeile', complexField('PAGE', '1')),
      footer: line('Fuzeile', words('No number')),
    };
    expect(count(await part(inHeader, 'word/footer1.xml'))).toBe(0);
  });

  it('stand on even pages too where the house tells them apart', async () => {
    const settings = '<w:evenAndOddHeaders/>';
    const parts = partsOf(await exported(houseFile({ settings })));
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const even = Object.entries(parts).filter(([name]) => /^word\/(?:header|footer)3\.xml$/u.test(name));
    expect(even).toHaveLength(2);
    for (const [, xml] of even) expect(xml).toContain('TLP:AMBER');
    expect(parts['word/document.xml']).toContain('w:type="even"');
  });

  it('are ours where the house has none', async () => {
    const parts = partsOf(await exported(houseFile({ section: section('') })));
    expect(parts['word/footer1.xml']).toContain('Page ');
    expect(parts['word/document.xml']).toContain('<w:titlePg/>');
  });

  it('are taken from an earlier section where the last says nothing', async () => {
    const body = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId11"/></w:sectPr></w:pPr></w:p>';
    expect(await part({ body, section: section('') }, 'word/header1.xml')).toContain('Ministry of Tides, ');
  });

  it('need no banner', async () => {
    const parts = partsOf(await exported(houseFile(), null));
    expect(parts['word/header1.xml']).toContain('Ministry of Tides');
    expect(errors(await exported(houseFile(), null))).toEqual([]);
  });
});

describe('what must not come along', () => {
  it('is nothing that tells who made the template', async () => {
    for (const [name, text] of Object.entries(partsOf(await exported(houseFile())))) {
      expect(`${name} ${text.includes(SECRET)}`).toBe(`${name} false`);
      expect(`${name} ${/rsid/u.test(text)}`).toBe(`${name} false`);
    }
    expect(
      await part({ header: line('Kopfzeile', complexField('FILENAME \\p', `C:\\${SECRET}.dotx`)) }, 'word/header1.xml'),
    ).not.toContain(SECRET);
  });

  it('is no field but those of the list: of others the shown words stay', async () => {
    for (const code of [
      'DDEAUTO cmd "/c calc"',
      'INCLUDETEXT "http://x.example/a"',
      'IF 1 = 1 "a" "b"',
      'MACROBUTTON x y',
      'HYPERLINK "file:///x"',
    ]) {
      const bytes = houseFile({ header: line('Kopfzeile', complexField(code, 'shown words')) });
      const header = partsOf(await exported(bytes))['word/header1.xml'] ?? '';
      expect(header).toContain('shown words');
      expect(header).not.toMatch(/instrText/u);
      expect(opened(bytes).messages.map(({ code: one }) => one)).toEqual(['house-style-left-out']);
    }
    const simple = '<w:fldSimple w:instr=" DDE a b "><w:r><w:t>plain</w:t></w:r></w:fldSimple>';
    const header = await part({ header: line('Kopfzeile', simple) }, 'word/header1.xml');
    expect(header).toContain('plain');
    expect(header).not.toMatch(/DDE|fldSimple/u);
  });

  it('is no field within a field', async () => {
    const nested =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>' +
      complexField('DDE a b', 'x') +
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const made = await exported(houseFile({ header: line('Kopfzeile', nested) }));
    expect(partsOf(made)['word/header1.xml']).not.toContain('DDE');
    expect(readDocx(made).problems).toEqual([]);
  });

  it('is no object, control, old drawing, embedded document or tracked change', async () => {
    const header =
      line(
        'Kopfzeile',
        '<w:r><w:object><w:control r:id="rId8"/></w:object></w:r><w:r><w:pict/></w:r><w:ins w:id="1" w:author="' +
          SECRET +
          '"><w:r><w:t>kept</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del>',
      ) + '<w:altChunk r:id="rId9"/>';
    const bytes = houseFile({
      header,
      headerRelations: relation('rId8', 'control', 'activeX1.xml') + relation('rId9', 'aFChunk', 'chunk.html'),
      more: { 'word/activeX1.xml': '<x/>', 'word/chunk.html': '<p/>' },
    });
    const parts = partsOf(await exported(bytes));
    expect(parts['word/header1.xml']).toContain('kept');
    expect(parts['word/header1.xml']).not.toMatch(/w:(?:object|control|pict|altChunk|ins|author)\b|gone/u);
    expect(Object.keys(parts).filter((name) => /activeX|chunk/iu.test(name))).toEqual([]);
    expect(errors(await exported(bytes))).toEqual([]);
    expect(opened(bytes).messages[0]?.text).toContain('an embedded object');
  });

  it('is no picture from outside, and none that cannot be read', async () => {
    const outside = houseFile({
      header: line('Kopfzeile', picture('rId5') + words('a')),
      headerRelations: relation('rId5', 'image', 'http://tracker.example/a.png', true),
    });
    const damaged = houseFile({
      header: line('Kopfzeile', picture('rId5') + words('a')),
      headerRelations: relation('rId5', 'image', 'media/b.png'),
      more: { 'word/media/b.png': strToU8('no picture') },
    });
    for (const bytes of [outside, damaged]) {
      const made = await exported(bytes);
      expect(Object.values(partsOf(made)).join('')).not.toContain('tracker.example');
      expect(partsOf(made)['word/header1.xml']).not.toContain('w:drawing');
      expect(readDocx(made).problems).toEqual([]);
    }
  });

  it('is no link but to the web and to mail', async () => {
    const link = (id: string): string => `<w:hyperlink r:id="${id}"><w:r><w:t>link ${id}</w:t></w:r></w:hyperlink>`;
    const made = await exported(
      houseFile({
        header: line('Kopfzeile', link('rId5') + link('rId6')),
        headerRelations:
          relation('rId5', 'hyperlink', 'javascript:alert(1)', true) +
          relation('rId6', 'hyperlink', 'https://tides.example/', true),
      }),
    );
    const relations = partsOf(made)['word/_rels/header1.xml.rels'] ?? '';
    expect(relations).toContain('https://tides.example/');
    expect(relations).not.toContain('javascript');
    expect(partsOf(made)['word/header1.xml']).toContain('link rId5');
    expect(readDocx(made).problems).toEqual([]);
  });

  it('is no template that the file is tied to', async () => {
    const settings = '<w:attachedTemplate r:id="rId1"/>';
    expect(await part({ settings }, 'word/settings.xml')).not.toContain('attachedTemplate');
    expect(opened(houseFile({ settings })).messages[0]?.text).toContain('the template that the file is tied to');
  });
});

describe('a file that is no house style', () => {
  const code = (bytes: Uint8Array): string => {
    const read = readHouseStyle(bytes);
    if (!read.ok) expect(read.error.text).toMatch(/^[A-Z].*\.$/u);
    return read.ok ? 'ok' : read.error.code;
  };

  it('is refused with a sentence', () => {
    expect(code(new Uint8Array())).toBe('empty');
    expect(code(strToU8('plain text'))).toBe('not-a-docx');
    expect(code(houseFile().subarray(0, 900))).toBe('damaged');
    expect(code(zipSync({ 'a.txt': strToU8('x') }))).not.toBe('ok');
    expect(code(houseFile({ mainType: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml' }))).toBe(
      'macros',
    );
    expect(code(houseFile({ more: { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } }))).toBe(
      'unsafe-xml',
    );
    expect(code(houseFile({ more: { 'word/styles.xml': new Uint8Array(80 * 1024 * 1024) } }))).toBe('unsafe-zip');
    expect(code(houseFile({ more: { 'word/styles.xml': `<a>${'<a>'.repeat(400)}${'</a>'.repeat(400)}</a>` } }))).toBe(
      'unsafe-xml',
    );
    expect(
      code(
        houseFile({
          more: { 'word/document.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>' },
        }),
      ),
    ).toBe('strict-docx');
    expect(code(houseFile({ more: { 'word/header1.xml': '<broken' } }))).toBe('damaged-xml');
  });

  it('never fails in another way, whatever its styles are', async () => {
    const circle = STYLES.replace(
      'w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>',
      'w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Titel"/>',
    );
    expect(circle).not.toBe(STYLES);
    for (const styles of [circle, STYLES.replaceAll('w:default="1"', ''), STYLES + STYLES]) {
      const made = await exported(houseFile({ styles }));
      expect(readDocx(made).problems).toEqual([]);
    }
  });
});

function referenceOfPandoc(): Uint8Array | null {
  try {
    return new Uint8Array(
      execFileSync('pandoc', ['--print-default-data-file', 'reference.docx'], { stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return null;
  }
}

const reference = referenceOfPandoc();
describe.skipIf(reference === null)('pandoc’s reference document (skipped where pandoc is not installed)', () => {
  it('dresses an export without an error, although it has some itself', async () => {
    const made = await exported(reference ?? new Uint8Array());
    expect(readDocx(made).problems).toEqual([]);
    expect(errors(made)).toEqual([]);
    expect(partsOf(made)['word/document.xml']).toContain('<w:pStyle w:val="BodyText"/>');
  });
});
