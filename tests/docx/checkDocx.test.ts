// The checker itself: each fault put into a good file must be named, else its silence says nothing.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { toDocx } from '../../shared/export/docx.ts';
import { fullBriefing } from '../export/briefings.ts';
import { readDocx } from './readDocx.ts';
import { parseXml } from './xml.ts';

let good: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const { value } = await toDocx(fullBriefing(), { now: '2031-03-10T10:00:00Z', copy: 'annotated' });
  expect(readDocx(value.bytes).problems).toEqual([]);
  good = unzipSync(value.bytes);
});

/** What the checker says when `from` in `part` is made `to`; `part` is added when it is not there. */
function problems(part: string, from: string, to: string): string {
  const parts = { ...good };
  const before = parts[part] ? strFromU8(parts[part]) : from;
  const after = before.replace(from, () => to);
  if (before === after && parts[part]) throw new RangeError(`"${from}" is not in ${part}.`);
  parts[part] = strToU8(after);
  const sorted = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, [bytes, { os: 3, attrs: 1 << 16 }] as const]),
  );
  return readDocx(zipSync(sorted as Parameters<typeof zipSync>[0])).problems.join(' ');
}

const DOCUMENT = 'word/document.xml';
const RELS = 'word/_rels/document.xml.rels';

describe('the checker names', () => {
  test.each([
    ['a reply without a range', DOCUMENT, '<w:commentRangeStart w:id="9"/>', '', 'Comment 9 has no whole range'],
    [
      'a range without its comment',
      DOCUMENT,
      '<w:commentRangeStart w:id="9"/>',
      '<w:commentRangeStart w:id="99"/>',
      'comment 99, which is not there',
    ],
    ['a high paraId', 'word/comments.xml', 'w14:paraId="00000009"', 'w14:paraId="80000009"', 'has the paraId'],
    [
      'a comment of a footnote’s id',
      'word/footnotes.xml',
      '<w:footnote w:id="7">',
      '<w:footnote w:id="8">',
      'has the id of a footnote',
    ],
    ['a comment without initials', 'word/comments.xml', 'w:initials="C"', 'w:initials=""', 'no author or initials'],
    [
      'a thread that lost a comment',
      'word/commentsExtended.xml',
      '<w15:commentEx w15:paraId="0000000C" w15:done="0"/>',
      '',
      'commentsExtended',
    ],
    [
      'a reply to a reply',
      'word/commentsExtended.xml',
      'w15:paraId="0000000B" w15:paraIdParent="00000009"',
      'w15:paraId="0000000B" w15:paraIdParent="0000000A"',
      'no first comment',
    ],
    [
      'a durable id that is not dated',
      'word/commentsExtensible.xml',
      'w16cex:durableId="',
      'w16cex:durableId="0',
      'commentsExtensible',
    ],
    ['a missing note', 'word/footnotes.xml', '<w:footnote w:id="7">', '<w:footnote w:id="8">', 'Footnotes'],
    ['a style that is not defined', DOCUMENT, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>', 'style Titel'],
    ['a list that is not defined', DOCUMENT, '<w:numId w:val="', '<w:numId w:val="9', 'which is not defined'],
    ['a table grid off the line', DOCUMENT, '<w:gridCol w:w="', '<w:gridCol w:w="1', 'A table grid'],
    ['a row of too few cells', DOCUMENT, '<w:tr>', '<w:tr/><w:tr>', 'A row of 0 cells'],
    ['a simple field', DOCUMENT, '<w:body>', '<w:body><w:fldSimple w:instr="PAGE"/>', 'w:fldSimple'],
    ['an active field', 'word/footer1.xml', '> PAGE <', '> DDEAUTO <', 'DDEAUTO'],
    ['a dirty field', 'word/footer1.xml', 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"', 'dirty'],
    ['a field without an end', 'word/footer1.xml', '<w:fldChar w:fldCharType="end"/>', '', 'field'],
    ['an alien chunk', DOCUMENT, '<w:body>', '<w:body><w:altChunk/>', 'w:altChunk'],
    [
      'a scripted link',
      RELS,
      'Target="https://board.example/annual%20report"',
      'Target="javascript:x"',
      'may not leave',
    ],
    [
      'a picture fetched from outside',
      RELS,
      'relationships/hyperlink" Target="https',
      'relationships/image" Target="https',
      'fetches',
    ],
    ['an unknown relationship', RELS, 'relationships/fontTable"', 'relationships/attachedTemplate"', 'not on the list'],
    ['a relationship to nothing', RELS, 'Target="fontTable.xml"', 'Target="fontTable2.xml"', 'which is not there'],
    ['a used relationship that is gone', DOCUMENT, ' r:id="rId', ' r:id="rId9', 'uses the relationship'],
    ['an alien part', 'word/vbaProject.bin', '', 'x', 'not on the list of parts'],
  ])('%s', (_, part, from, to, said) => {
    expect(problems(part, from, to)).toContain(said);
  });

  test.each([
    ['U+FFFE', '<a>\ufffe</a>'],
    ['U+0001 by reference', '<a>&#x1;</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an undeclared prefix', '<w:a/>'],
    ['an ignorable prefix without a name', '<a xmlns:mc="x" mc:Ignorable="w14"/>'],
    ['a DTD', '<!DOCTYPE a><a/>'],
    ['crossed elements', '<a><b></a></b>'],
    ['"]]>" in text', '<a>]]></a>'],
    ['an attribute twice', '<a b="" b=""/>'],
    ['two roots', '<a/><a/>'],
  ])('%s as no XML', (_, source) => {
    expect(() => parseXml(source)).toThrow();
  });

  test('a damaged part', () => {
    const bytes = zipSync(good, { level: 0 });
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    expect(() => readDocx(bytes)).toThrow();
  });
});
