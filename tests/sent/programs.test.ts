// Files that other programs saved: an export through LibreOffice still checks clean, and files of pandoc are read.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEED } from '../arbitraries.ts';
import { toDocx } from '../../shared/export/docx.ts';
import { cite, doc, p } from '../builders.ts';
import { briefing, fullBriefing } from '../export/briefings.ts';
import { jpeg } from '../pictures.ts';
import { besideBriefing } from './besideBriefing.ts';
import { randomBriefing } from '../export/randomBriefings.ts';
import {
  checkedFile,
  DOCUMENT,
  exportedParts,
  NOW,
  partsOf,
  projected,
  sentOf,
  swap,
  editedParts,
  zipOf,
  type Parts,
} from './files.ts';

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-sent-'));
  mkdirSync(join(folder, 'out'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files as LibreOffice saves them again, by name. */
function saved(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const names = [...files.keys()];
  for (const [name, bytes] of files) writeFileSync(join(folder, `${name}.docx`), bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...names.map((name) => join(folder, `${name}.docx`)),
    ],
    { stdio: 'ignore' },
  );
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, 'out', `${name}.docx`)))]));
}

const BANNERS = ['TLP:AMBER', 'OFFICIAL-SENSITIVE', 'SECRET//NOFORN', 'Not for the league', null];

/** `parts` with a chart, a banner and a picture altered. */
function alteredBeside(parts: Parts): Map<string, string | Uint8Array> {
  const made = new Map<string, string | Uint8Array>(parts);
  for (const [name, from, to] of [
    ['word/charts/chart1.xml', '<c:v>0.904</c:v>', '<c:v>0.409</c:v>'],
    ['word/header2.xml', 'TLP:AMBER', 'TLP:GREEN'],
  ] as const) {
    made.set(name, (parts.get(name) ?? '').replace(from, to));
  }
  made.set('word/media/image2.jpeg', jpeg({ width: 60, height: 60 }));
  return made;
}

/** Titles of the findings beside the words. */
function besideIn(bytes: Uint8Array): string[] {
  return checkedFile(bytes).checks.flatMap(({ id, title }) => (id.includes(':beside:') ? [title] : []));
}

describe.skipIf(!has('soffice'))('saved again by LibreOffice (skipped where it is not installed)', () => {
  let parts: Parts;
  let again: Map<string, Uint8Array>;
  const random = fc.sample(randomBriefing, { ...SEED, numRuns: 12 });

  beforeAll(async () => {
    parts = await exportedParts(fullBriefing());
    const files = new Map([
      ['full', zipOf(parts)],
      ['altered', zipOf(editedParts(parts, swap('a season like this', 'a harvest like this'), swap('1.75', '1.95')))],
    ]);
    const commas = briefing(doc(p('Grain', cite('a1'), cite('a2'), cite('a1'), ' rose.')));
    for (const notes of ['footnotes', 'endnotes'] as const) {
      files.set(notes, (await toDocx(commas, { now: NOW, copy: 'annotated', notes })).value.bytes);
    }
    for (const [index, banner] of BANNERS.entries()) {
      const beside = await exportedParts(besideBriefing(banner));
      files.set(`beside${index}`, zipOf(beside));
      if (index === 0) files.set('besideAltered', zipOf(alteredBeside(beside)));
    }
    for (const [index, one] of random.entries()) files.set(`random${index}`, zipOf(await exportedParts(one)));
    again = saved(files);
  }, 180_000);

  it('the projection is the same, and the file has nothing to settle', () => {
    const bytes = again.get('full') ?? new Uint8Array();
    expect(sentOf(bytes).value.carried?.projection).toEqual(projected(fullBriefing()));
    const answer = checkedFile(bytes);
    expect(answer.checks.filter(({ severity }) => severity === 'settle')).toEqual([]);
    expect(answer.changes).toEqual([]);
    expect(answer.unchanged).toBe(true);
  });

  it.each(['footnotes', 'endnotes'])('the commas between numbers of %s are still no words', (notes) => {
    const answer = checkedFile(again.get(notes) ?? new Uint8Array());
    expect([answer.unchanged, answer.checks.filter(({ severity }) => severity === 'settle')]).toEqual([true, []]);
  });

  it('what was altered is found', () => {
    const answer = checkedFile(again.get('altered') ?? new Uint8Array());
    expect(answer.checks.filter(({ severity }) => severity === 'settle').map(({ kind }) => kind)).toEqual([
      'altered-figure',
      'altered-quotation',
    ]);
  });

  it('the projection of random briefings is the same, and nothing beside their words was altered', () => {
    for (const [index, one] of random.entries()) {
      const bytes = again.get(`random${index}`) ?? new Uint8Array();
      expect(sentOf(bytes).value.carried?.projection).toEqual(projected(one));
      expect(besideIn(bytes)).toEqual([]);
    }
  });

  it.each(BANNERS.map((banner, index) => [banner, index] as const))(
    'charts, pictures, heads and properties are as they were, the banner being %j',
    (_banner, index) => {
      expect(besideIn(again.get(`beside${index}`) ?? new Uint8Array())).toEqual([]);
    },
  );

  it('what was altered beside the words is found', () => {
    expect(besideIn(again.get('besideAltered') ?? new Uint8Array())).toEqual([
      'The banner “TLP:AMBER” was lowered to “TLP:GREEN” after the export',
      '“2029: 0.409 million tonnes” in a chart was altered after the export',
      'Picture 2 (“The crane”) was replaced after the export',
    ]);
  });
});

describe.skipIf(!has('pandoc'))('written by pandoc (skipped where it is not installed)', () => {
  it('is read: paragraphs, cells, notes; quotations and numbers are looked up in the sources given', () => {
    const markdown =
      '# Ostrel\n\nThe port shipped 904,000 tonnes in 2029.[^1] She called the dues “a tax on bread”, and grain “a hope”.\n\n' +
      '> It will not last if the dues go up.\n\n| Year | Tonnes |\n|---|---|\n| 2030 | 1.75 million |\n| 2031 | 2.9 million |\n\n[^1]: A note.\n';
    const target = join(folder, 'pandoc.docx');
    execFileSync('pandoc', ['-f', 'markdown', '-o', target], { input: markdown });
    const bytes = new Uint8Array(readFileSync(target));
    const { value } = sentOf(bytes);
    expect(value.carried).toBeNull();
    expect(value.notes.map(({ text }) => text.trim())).toEqual(['A note.']);
    expect(value.body.filter(({ inTable }) => inTable).map(({ text }) => text)).toContain('1.75 million');
    const answer = checkedFile(bytes, fullBriefing().articles);
    expect(answer.checks.map(({ severity, kind, title }) => `${severity} ${kind} ${title}`)).toEqual([
      'look source-not-located Quotation 2 is not located in the sources given',
      'look unsourced-figure “2.9 million” is in none of the sources given',
    ]);
  });
});

describe('parts of Word that hold words', () => {
  it('are read or left out as a reader of the page would', async () => {
    const parts = await exportedParts(fullBriefing());
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body =
      `<w:p><w:sdt><w:sdtContent>${run('in a control')}</w:sdtContent></w:sdt></w:p>` +
      `<w:sdt><w:sdtContent><w:p>${run('block control')}</w:p></w:sdtContent></w:sdt>` +
      `<w:p>${run('a')}<w:r><w:noBreakHyphen/></w:r>${run('b')}<w:r><w:tab/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r></w:p>` +
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE "no"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('result')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
      `<w:p><w:fldSimple w:instr="DATE">${run('simple')}</w:fldSimple></w:p>` +
      `<w:p>${run('before the box')}<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>${run('in the box')}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>` +
      `<w:p><w:moveFrom w:id="1" w:author="A">${run('from here')}</w:moveFrom><w:moveTo w:id="2" w:author="A">${run('to here')}</w:moveTo></w:p>` +
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>` +
      `<w:tbl><w:tr><w:tc><w:p>${run('cell 1')}</w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p>${run('nested')}</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr>` +
      `<w:tr><w:trPr><w:del w:id="3" w:author="B"/></w:trPr><w:tc><w:p>${run('gone row')}</w:p></w:tc></w:tr></w:tbl>`;
    const xml = (parts.get(DOCUMENT) ?? '').replace(/<w:body>.*<\/w:body>/su, () => `<w:body>${body}</w:body>`);
    const { value } = sentOf(zipOf(new Map([...parts, [DOCUMENT, xml]])));
    expect(value.body.map(({ text }) => text)).toEqual([
      'in a control',
      'block control',
      'a\u2011b\t°',
      'result',
      'simple',
      'before the box',
      'in the box',
      'to here',
      'shown',
      'cell 1',
      'nested',
    ]);
    expect(value.changes.map(({ kind, author, text }) => `${kind} ${author} ${text}`)).toEqual([
      'moved A from here',
      'moved A to here',
    ]);
  });

  it('of a strict file, and under other prefixes, are the same', async () => {
    const parts = await exportedParts(fullBriefing());
    const strict = new Map(
      [...parts].map(([name, xml]): [string, string] => [
        name,
        /\.(?:xml|rels)$/u.test(name)
          ? xml
              .replaceAll(
                'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
                'http://purl.oclc.org/ooxml/wordprocessingml/main',
              )
              .replaceAll(
                'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
                'http://purl.oclc.org/ooxml/officeDocument/relationships',
              )
              .replaceAll('xmlns:w=', 'xmlns:x=')
              .replaceAll(/(<\/?|\s)w:/gu, '$1x:')
          : xml,
      ]),
    );
    const [one, other] = [sentOf(zipOf(parts)).value, sentOf(zipOf(strict)).value];
    expect(other.body).toEqual(one.body);
    expect(other.notes).toEqual(one.notes);
    expect(other.textHash).toBe(one.textHash);
    expect(other.carried).not.toBeNull();
  });

  it('of headers and footers stand apart', async () => {
    const { value } = sentOf(zipOf(await exportedParts(fullBriefing('TLP:AMBER'))));
    expect(value.margins.list.map(({ paragraphs }) => paragraphs.join(' ').includes('TLP:AMBER'))).toEqual(
      Array<boolean>(4).fill(true),
    );
    expect(value.body.some(({ text }) => text.includes('TLP:AMBER'))).toBe(false);
  });
});

describe('without what it carried', () => {
  it('an export is clean against its whole sources, and altered words are found', async () => {
    const full = fullBriefing();
    const parts = new Map([...(await exportedParts(full))].filter(([name]) => !name.startsWith('customXml/')));
    const settle = (made: Parts): string[] =>
      checkedFile(zipOf(made), full.articles).checks.flatMap(({ severity, title }) =>
        severity === 'settle' ? [title] : [],
      );
    expect(settle(parts)).toEqual([]);
    expect(settle(editedParts(parts, swap('We have not seen', 'We have seen')))).toEqual([
      'Quotation 1 is not located in the sources given',
    ]);
    expect(settle(editedParts(parts, swap('a tax on bread', 'a tax on grain')))).toEqual([
      'Quotation 2 is not located in the sources given',
    ]);
    const figure = checkedFile(zipOf(editedParts(parts, swap('904,000', '940,000'))), full.articles);
    expect(figure.checks.map(({ title }) => title)).toContain('“940,000 tonnes” is in none of the sources given');
    expect(partsOf(zipOf(parts)).has('customXml/item1.xml')).toBe(false);
  });
});
