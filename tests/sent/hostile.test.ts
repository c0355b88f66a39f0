// Files that are no good: each is answered by a sentence, never by an exception; and the projection is not trusted.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSent } from '../../shared/sent/checkSent.ts';
import { readSent } from '../../shared/sent/readSent.ts';
import { projectionJson } from '../../shared/export/projection.ts';
import { SEED } from '../arbitraries.ts';
import { fullBriefing } from '../export/briefings.ts';
import { carry, DOCUMENT, exportedParts, projected, sentOf, zipOf, type Parts } from './files.ts';

let parts: Parts;

beforeAll(async () => {
  parts = await exportedParts(fullBriefing());
});

function withPart(name: string, part: string | Uint8Array): Uint8Array {
  return zipOf(new Map<string, string | Uint8Array>([...parts, [name, part]]));
}

function without(name: string): Uint8Array {
  return zipOf(new Map([...parts].filter(([one]) => one !== name)));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function nested(depth: number, tag: string): string {
  return `<w:document ${W}><w:body>${`<${tag}>`.repeat(depth)}${`</${tag}>`.repeat(depth)}</w:body></w:document>`;
}

const HOSTILE: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['nothing', () => new Uint8Array(), 'empty'],
  ['plain text', () => new TextEncoder().encode('Dear Minister, '.repeat(10)), 'not-a-docx'],
  [
    'an old .doc under a new name',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
    'old-word',
  ],
  ['cut off in the middle', () => zipOf(parts).subarray(0, 4000), 'damaged'],
  ['a zip of something else', () => zipOf(new Map([['a.txt', 'x']])), 'not-a-docx'],
  ['no document.xml', () => without(DOCUMENT), 'not-a-docx'],
  ['no content types', () => without('[Content_Types].xml'), 'not-a-docx'],
  ['a text part of another program', () => withPart(DOCUMENT, '<html><body/></html>'), 'not-a-docx'],
  ['a text part that is no XML', () => withPart(DOCUMENT, '<w:document'), 'damaged-xml'],
  ['a text part that is no UTF-8', () => withPart(DOCUMENT, Uint8Array.of(0x3c, 0xff, 0xfe, 0xfa)), 'damaged-xml'],
  ['an empty text part', () => withPart(DOCUMENT, ''), 'damaged-xml'],
  [
    'an undeclared entity',
    () => withPart(DOCUMENT, `<w:document ${W}><w:body>&xxe;</w:body></w:document>`),
    'damaged-xml',
  ],
  ['an undeclared prefix', () => withPart(DOCUMENT, '<w:document><w:body/></w:document>'), 'damaged-xml'],
  [
    'a document type',
    () =>
      withPart(DOCUMENT, `<!DOCTYPE w:document SYSTEM "file:///etc/passwd"><w:document ${W}><w:body/></w:document>`),
    'unsafe-xml',
  ],
  [
    'an entity bomb',
    () =>
      withPart(
        DOCUMENT,
        `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document ${W}><w:body>&b;</w:body></w:document>`,
      ),
    'unsafe-xml',
  ],
  ['500 deep', () => withPart(DOCUMENT, nested(500, 'w:sdt')), 'unsafe-xml'],
  ['20,000 deep', () => withPart(DOCUMENT, nested(20_000, 'w:tbl')), 'unsafe-xml'],
  ['a zip bomb', () => withPart('word/media/a.png', new Uint8Array(40 * 1024 * 1024)), 'unsafe-zip'],
  [
    '3,000 parts',
    () => zipOf(new Map([...parts, ...Array.from({ length: 3000 }, (_, i): [string, string] => [`x/${i}`, 'x'])])),
    'unsafe-zip',
  ],
];

describe('a file that cannot be read', () => {
  it.each(HOSTILE)('%s', (_name, make, code) => {
    const read = readSent(make());
    expect(read.ok ? 'read' : read.error.code).toBe(code);
    if (!read.ok) expect(read.error.text).toMatch(/^[A-Z].*\.$/u);
  });
});

const BROKEN: readonly (readonly [string, (json: string) => string, string])[] = [
  ['cut off', (json) => json.slice(0, 500), 'damaged-projection'],
  ['nothing', () => '', 'damaged-projection'],
  ['a number', () => '12', 'damaged-projection'],
  ['nested 5,000 times', () => '['.repeat(5000) + ']'.repeat(5000), 'damaged-projection'],
  ['facts of a wrong type', (json) => json.replace('"facts":[', '"facts":[12,'), 'damaged-projection'],
  ['a figure whose value is text', (json) => json.replace('"value":570000', '"value":"570000"'), 'damaged-projection'],
  ['a document of unknown marks', (json) => json.replaceAll('"type":"figure"', '"type":"virus"'), 'damaged-projection'],
  ['a hash of text', (json) => json.replace(/"textHash":"[^"]*"/u, '"textHash":"<script>"'), 'damaged-projection'],
  ['an excerpt outside its source', (json) => json.replace(/"length":\d+/u, '"length":3'), 'damaged-projection'],
  [
    'a source of endless length',
    (json) => json.replace(/"length":\d+/u, '"length":9007199254740991'),
    'damaged-projection',
  ],
  ['a negative length', (json) => json.replace(/"length":\d+/u, '"length":-1'), 'damaged-projection'],
  ['two articles of one id', (json) => json.replaceAll('"id":"a2"', '"id":"a1"'), 'damaged-projection'],
  ['a newer major', (json) => json.replace('"format":{"major":1', '"format":{"major":2'), 'newer-projection'],
];

describe('a projection that is no good', () => {
  const json = projectionJson(projected(fullBriefing()));

  it.each(BROKEN)('%s: told, and not used', (_name, breakIt, code) => {
    const made = new Map(parts);
    const broken = breakIt(json);
    expect(broken).not.toBe(json);
    carry(made, broken);
    const { value, messages } = sentOf(zipOf(made));
    expect(value.carried).toBeNull();
    expect(messages.map((one) => one.code)).toEqual([code]);
    const checked = checkSent(value);
    expect(checked.ok ? null : checked.error.code).toBe('no-sources');
  });

  it('of a newer minor is read', () => {
    const made = new Map(parts);
    carry(made, json.replace('"format":{"major":1,"minor":1}', '"format":{"major":1,"minor":7},"newer":[1]'));
    expect(sentOf(zipOf(made)).value.carried).not.toBeNull();
  });

  it('of a newer minor with parts that are not known says what was not checked', () => {
    const made = new Map(parts);
    const newer = json.replace('"minor":1', '"minor":7').replaceAll('"type":"figure"', '"type":"gauge"');
    carry(made, newer);
    const { value, messages } = sentOf(zipOf(made));
    expect(value.carried).not.toBeNull();
    expect(messages.map(({ code }) => code)).toEqual(['newer-parts']);
  });

  it('of a newer namespace is told', () => {
    const made = new Map(parts);
    made.set('customXml/item1.xml', '<briefing xmlns="urn:chancery:briefing:2"/>');
    expect(sentOf(zipOf(made)).messages.map(({ code }) => code)).toEqual(['newer-projection']);
  });

  it('does not touch Object.prototype', () => {
    const made = new Map(parts);
    carry(made, json.replace('{', '{"__proto__":{"polluted":true},'));
    sentOf(zipOf(made));
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('is found under any number, and beside other parts', () => {
    const made = new Map(parts);
    const item = made.get('customXml/item1.xml') ?? '';
    made.set('customXml/item1.xml', '<b:Sources xmlns:b="urn:other"/>');
    made.set('customXml/item7.xml', item);
    const rels = made.get('word/_rels/document.xml.rels') ?? '';
    made.set(
      'word/_rels/document.xml.rels',
      rels.replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/customXml" Target="/customXml/item7.xml"/></Relationships>',
      ),
    );
    expect(sentOf(zipOf(made)).value.carried).not.toBeNull();
  });

  it('whose facts lie is found out when the sources are given', () => {
    const full = fullBriefing();
    const made = new Map(parts);
    carry(made, json.replaceAll('season like this', 'summer like this'));
    const { value } = sentOf(zipOf(made));
    const checked = checkSent(value, full.articles);
    expect(
      checked.ok && checked.value.value.checks.filter(({ severity }) => severity === 'settle').length,
    ).toBeGreaterThan(0);
  });
});

describe('any file', () => {
  /** What a reader of a damaged file may do: answer. */
  function answer(bytes: Uint8Array): void {
    const read = readSent(bytes);
    if (!read.ok) {
      expect(read.error.text).toMatch(/\.$/u);
      return;
    }
    const checked = checkSent(read.value.value, fullBriefing().articles);
    expect(checked.ok).toBe(true);
  }

  it('with bytes changed, cut out or doubled gives an answer', () => {
    const bytes = zipOf(parts);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.tuple(fc.nat(bytes.length), fc.nat(4000))),
        (changes, cut) => {
          const damaged = bytes.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          answer(cut ? Uint8Array.of(...damaged.subarray(0, cut[0]), ...damaged.subarray(cut[0] + cut[1])) : damaged);
        },
      ),
      { ...SEED, numRuns: 200 },
    );
  });

  it('with XML taken out, doubled or moved gives an answer', () => {
    const xml = parts.get(DOCUMENT) ?? '';
    const tags = [...xml.matchAll(/<[^>]+>|[^<]+/gu)].map(([piece]) => piece);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(tags.length - 1), fc.nat(tags.length - 1)), { minLength: 1, maxLength: 4 }),
        (moves) => {
          const made = [...tags];
          for (const [from, to] of moves) made[to] = tags[from] ?? '';
          answer(zipOf(new Map([...parts, [DOCUMENT, made.join('')]])));
        },
      ),
      { ...SEED, numRuns: 150 },
    );
  });

  it('with the projection’s JSON changed gives an answer', () => {
    const json = projectionJson(projected(fullBriefing()));
    const pieces = json.split(/(?<=[,:{}[\]])/u);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(pieces.length - 1), fc.nat(pieces.length - 1)), { minLength: 1, maxLength: 3 }),
        (moves) => {
          const made = [...pieces];
          for (const [from, to] of moves) made[to] = pieces[from] ?? '';
          const copy = new Map(parts);
          carry(copy, made.join(''));
          answer(zipOf(copy));
        },
      ),
      { ...SEED, numRuns: 200 },
    );
  });

  it('whose paragraphs are exchanged, cut and doubled at random is checked', () => {
    const xml = parts.get(DOCUMENT) ?? '';
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([one]) => one);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(paragraphs.length - 1), fc.nat(paragraphs.length)), { maxLength: 12 }),
        (moves) => {
          let made = xml;
          for (const [from, to] of moves) made = made.replace(paragraphs[from] ?? '', () => paragraphs[to] ?? '');
          answer(zipOf(new Map([...parts, [DOCUMENT, made]])));
        },
      ),
      { ...SEED, numRuns: 100 },
    );
  });
});
