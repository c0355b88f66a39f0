// Tests of house styles as files from outside: what must never come along, and what is refused with a sentence.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readHouseStyle } from '../../../shared/export/houseStyle.ts';
import { readDocx } from '../../docx/readDocx.ts';
import { errors, exported, opened, part, partsOf } from './houseExports.ts';
import { complexField, houseFile, line, picture, relation, SECRET, STYLES, words } from './houseFiles.ts';

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

  it('is no field that hides where no field is looked for', async () => {
    const hidden =
      '<w:r><w:ruby><w:rt><w:fldSimple w:instr=" DDE a b "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:rt><w:rubyBase>' +
      complexField('DDEAUTO a b', 'y') +
      '</w:rubyBase></w:ruby></w:r>';
    const header = await part({ header: line('Kopfzeile', hidden + words('plain')) }, 'word/header1.xml');
    expect(header).toContain('plain');
    expect(header).not.toMatch(/DDE|fldSimple|fldChar|instrText/u);
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
