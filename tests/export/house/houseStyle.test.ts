// Tests of the export in a house style: what is taken over, and what is added.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../shared/export/docx.ts';
import { describeHouseStyle, mapStyles } from '../../../shared/export/houseStyle.ts';
import { readDocx } from '../../docx/readDocx.ts';
import { templateBriefings } from '../templateBriefings.ts';
import { errors, exported, NOW, opened, part, partsOf } from './houseExports.ts';
import { complexField, houseFile, line, words } from './houseFiles.ts';

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

describe('a header of pages that the house no longer sets apart', () => {
  const apart = '<w:headerReference w:type="first" r:id="rId12"/><w:headerReference w:type="even" r:id="rId11"/>';

  it('is neither told nor taken over', () => {
    const told = describeHouseStyle(houseFile({ section: section(apart) }));
    expect(told.ok && told.value.value).toMatchObject({ hasHeader: false, hasFooter: false });
    expect(opened(houseFile({ section: section(apart) })).house.pictures).toEqual([]);
    expect(opened(houseFile({ section: section(`${apart}<w:titlePg/>`) })).house.margins).toMatchObject([
      { kind: 'header', slot: 'first' },
    ]);
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

  it('know a style by the name that it has in the language of the house', async () => {
    const header = line(
      'Kopfzeile',
      complexField('STYLEREF "Überschrift 1"', 'x') + complexField('STYLEREF Titel', 'y'),
    );
    const xml = await part({ header }, 'word/header1.xml');
    expect(xml).toMatch(
      /STYLEREF &quot;.{1,3}berschrift 1&quot; .*>Issue<.*STYLEREF &quot;Titel&quot; .*>Ostrel: grain trade and harbour dues</u,
    );
    expect(
      await part({ header: line('Kopfzeile', complexField('STYLEREF Gone', 'x')) }, 'word/header1.xml'),
    ).not.toContain('STYLEREF');
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
