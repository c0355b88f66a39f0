// What the check says of edits made in the sent file, tracking off, as Word writes them: one row per edit.
import { beforeAll, describe, expect, it } from 'vitest';
import { fullBriefing } from '../export/briefings.ts';
import {
  checkedFile,
  editedParts,
  exportedParts,
  news,
  paragraphWith,
  swap,
  zipOf,
  type Answer,
  type Edit,
  type Parts,
} from './files.ts';

let parts: Parts;
let clean: Answer;

beforeAll(async () => {
  parts = await exportedParts(fullBriefing());
  clean = checkedFile(zipOf(parts));
});

const ALTERED_QUOTATION = 'settle altered-quotation';
const ALTERED_FIGURE = 'settle altered-figure';
const NOT_LOCATED = 'settle source-not-located';
const UNSOURCED = 'look unsourced-figure';

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function para(text: string, style = 'BodyText'): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
}

const QUOTE_1 = 'We have not seen a season like this';
const REPORT = 'grain trade reached';
const INLINE = 'She called the dues';

/** The paragraph with `words` taken out, and put before the one with `before`. */
function move(words: string, before: string): Edit {
  return (xml) => {
    const paragraph = paragraphWith(xml, words);
    const rest = xml.replace(paragraph, () => '');
    const target = paragraphWith(rest, before);
    return rest.replace(target, () => paragraph + target);
  };
}

function remove(words: string): Edit {
  return (xml) => xml.replace(paragraphWith(xml, words), () => '');
}

function before(words: string, made: string): Edit {
  return (xml) => {
    const target = paragraphWith(xml, words);
    return xml.replace(target, () => made + target);
  };
}

/** Ends the paragraph at `at` and goes on in a new one of the same form. */
function split(words: string, at: string): Edit {
  return (xml) => {
    const paragraph = paragraphWith(xml, words);
    const properties = /<w:pPr>.*?<\/w:pPr>/su.exec(paragraph)?.[0] ?? '';
    const place = paragraph.indexOf(at);
    const [head, tail] = [paragraph.slice(0, place), paragraph.slice(place)];
    const made = `${head.trimEnd()}</w:t></w:r></w:p><w:p>${properties}<w:r><w:t xml:space="preserve">${tail}`;
    return xml.replace(paragraph, () => made);
  };
}

/** Parts a run in two, as Word does when it saves at another session or marks a word as misspelled. */
function parted(words: string): Edit {
  const middle = Math.floor(words.length / 2);
  return swap(
    words,
    `${words.slice(0, middle)}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A77B3E"><w:t xml:space="preserve">${words.slice(middle)}`,
  );
}

const AUTHOR = 'w:id="901" w:author="Corin Vale" w:date="2031-03-12T09:00:00Z"';
const inserted = (text: string): string =>
  `</w:t></w:r><w:ins ${AUTHOR}>${run(text)}</w:ins><w:r><w:t xml:space="preserve">`;
const deleted = (text: string): string =>
  `</w:t></w:r><w:del ${AUTHOR}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">`;

/** Name of the edit, the edit, and the findings that it adds, in the order of the document. */
const ROWS: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  // Words of a block quotation.
  ['one word of a quotation changed', [swap('a season like this', 'a harvest like this')], [ALTERED_QUOTATION]],
  ['a “not” removed', [swap('We have not seen', 'We have seen')], [ALTERED_QUOTATION]],
  ['a “not” put in', [swap('Three ships lay', 'Three ships did not lay')], [ALTERED_QUOTATION]],
  ['the first word changed', [swap('“We have not', '“They have not')], [ALTERED_QUOTATION]],
  ['the last word changed', [swap('there was one.', 'there was none.')], [ALTERED_QUOTATION]],
  ['two words swapped', [swap('ships lay at', 'lay ships at')], [ALTERED_QUOTATION]],
  ['a capital made small', [swap('Three ships', 'three ships')], [ALTERED_QUOTATION]],
  ['a number word changed', [swap('two years ago', 'three years ago')], [ALTERED_QUOTATION]],
  ['words added at the end', [swap('the dues go up.”', 'the dues go up, and they will.”')], [ALTERED_QUOTATION]],
  ['words added at the start', [swap('“It will not last', '“Believe me: It will not last')], [ALTERED_QUOTATION]],
  [
    'a sentence cut',
    [swap(' Three ships lay at the quay on a day when, two years ago, there was one.', '')],
    [ALTERED_QUOTATION],
  ],
  ['a whole paragraph of it cut', [remove('It will not last')], [ALTERED_QUOTATION]],
  ['words cut with an ellipsis', [swap('a season like this since', 'a season … since')], []],
  ['a “not” cut with an ellipsis', [swap('We have not seen', 'We have … seen')], ['look sense-changing-cut']],
  ['a word put in with brackets', [swap('the dues go', 'the [harbour] dues go')], []],
  ['a “not” put in with brackets', [swap('the dues go', 'the dues [do not] go')], ['look sense-changing-cut']],
  [
    'the whole quotation removed',
    [remove(QUOTE_1), remove('It will not last'), remove('Ilda Morvane, Harbour Master')],
    [],
  ],
  ['its attribution removed', [remove('Ilda Morvane, Harbour Master')], ['look missing-attribution']],
  ['moved elsewhere with its attribution', [move(QUOTE_1, 'Issue'), move('It will not last', 'Issue')], []],
  [
    'moved and altered',
    [move(QUOTE_1, 'Issue'), swap('a season like this', 'a harvest like this')],
    [ALTERED_QUOTATION],
  ],
  ['split into two paragraphs', [split(QUOTE_1, 'Three ships')], []],
  [
    'split, and a word changed',
    [split(QUOTE_1, 'Three ships'), swap('a season like', 'a summer like')],
    [ALTERED_QUOTATION],
  ],
  [
    'its paragraphs joined',
    [swap('there was one.', 'there was one. It will not last if the dues go up.”'), remove('“It will not last')],
    [],
  ],
  // Inline quotation.
  ['a word of an inline quotation changed', [swap('a tax on bread', 'a tax on grain')], [ALTERED_QUOTATION]],
  ['a word put into an inline quotation', [swap('a tax on bread', 'a heavy tax on bread')], [ALTERED_QUOTATION]],
  ['a word put in before its closing mark', [swap('a tax on bread”', 'a tax on bread alone”')], [ALTERED_QUOTATION]],
  ['its first word cut', [swap('“a tax on', '“tax on')], []],
  ['words around it changed', [swap(INLINE, 'The harbour master named the dues')], []],
  ['its paragraph moved', [move(INLINE, 'Recommendation')], []],
  ['pasted into another paragraph', [swap(INLINE, 'She called “a tax on bread” the dues')], []],
  // Figures.
  ['a digit of a figure changed', [swap('1.75', '1.85')], [ALTERED_FIGURE]],
  ['digits swapped', [swap('904,000', '940,000')], [ALTERED_FIGURE]],
  ['a digit more', [swap('570,000', '5,570,000')], [ALTERED_FIGURE]],
  ['a nought more', [swap('570,000', '5700,000')], [ALTERED_FIGURE]],
  ['its scale changed', [swap('million', 'billion')], [ALTERED_FIGURE]],
  ['its unit changed', [swap('904,000\u00a0tonnes', '904,000\u00a0litres')], [ALTERED_FIGURE]],
  ['a correct rounding', [swap('1.75', '1.8')], []],
  ['another spelling of it', [swap('904,000', '904 thousand')], []],
  ['its point moved', [swap('1.75', '17.5')], [ALTERED_FIGURE]],
  ['moved with its paragraph', [move(REPORT, 'Background')], []],
  ['moved with its paragraph, and changed', [move(REPORT, 'Background'), swap('1.75', '1.95')], [ALTERED_FIGURE]],
  ['in a paragraph that was split', [split(REPORT, ' The arithmetic')], []],
  ['in a paragraph split, and changed', [split(REPORT, ' The arithmetic'), swap('1.75', '2.75')], [ALTERED_FIGURE]],
  ['in a paragraph rewritten around it', [swap('’s grain trade reached ', ' handled no more grain than ')], []],
  [
    'cells of a table exchanged',
    [swap('570,000', 'XX'), swap('904,000', '570,000'), swap('XX', '904,000')],
    [ALTERED_FIGURE, ALTERED_FIGURE],
  ],
  ['a row of the table removed', [(xml) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*904,000.*?<\/w:tr>/su, '')], []],
  // What was put in.
  ['a new number', [before(INLINE, para('The league counts 412 members.'))], [UNSOURCED]],
  [
    'a new number in an old paragraph',
    [swap('The arithmetic holds.', 'The arithmetic holds for 73 ports.')],
    [UNSOURCED],
  ],
  [
    'a figure of a source, moved into new words',
    [swap('1.75\u00a0million tonnes', ''), before(INLINE, para('It was 1.75 million tonnes in all.'))],
    [],
  ],
  [
    'a figure of a source, moved into new words and changed',
    [swap('1.75\u00a0million tonnes', ''), before(INLINE, para('It was 1.35 million tonnes in all.'))],
    [UNSOURCED],
  ],
  ['a figure replaced by a word', [swap('1.75\u00a0million tonnes', 'its height')], [ALTERED_FIGURE]],
  [
    'a new quotation that no source has',
    [before(INLINE, para('“We shall shut the port by May,” she added.'))],
    [NOT_LOCATED],
  ],
  ['a new quotation that a source has', [before(INLINE, para('“It will not last if the dues go up,” she added.'))], []],
  [
    'a source’s quotation, new and altered',
    [before(INLINE, para('“It will last if the dues go up,” she added.'))],
    [NOT_LOCATED],
  ],
  [
    'a block quotation that no source has',
    [before(INLINE, para('“We shall shut the port.”', 'Quote'))],
    [NOT_LOCATED, 'look missing-attribution'],
  ],
  ['new words without number or quotation', [before(INLINE, para('The board has not answered.'))], []],
  ['a word in quotation marks', [swap('offered no figure', 'offered no “proof”')], ['look source-not-located']],
  // Nothing that counts.
  ['runs parted by rsids', [parted(QUOTE_1), parted('a tax on bread'), parted('904,000')], []],
  [
    'curly marks made straight',
    [(xml) => xml.replaceAll('“', '&quot;').replaceAll('”', '&quot;').replaceAll('’', "'")],
    [],
  ],
  ['no-break spaces made plain', [(xml) => xml.replaceAll('\u00a0', ' ')], []],
  [
    'words made bold',
    [swap('<w:r><w:t xml:space="preserve">“We', '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">“We')],
    [],
  ],
  ['another style', [(xml) => xml.replaceAll('w:val="Quote"', 'w:val="IntenseQuote"')], []],
  [
    'an answered prompt',
    [(xml) => xml.replace(paragraphWith(xml, '[Say what you ask'), () => para('That the board be asked.'))],
    [],
  ],
  // Tracked changes.
  [
    'a tracked insertion in a quotation',
    [swap('a season like this', `a ${inserted('fine ')}season like this`)],
    [ALTERED_QUOTATION],
  ],
  ['a tracked deletion in a quotation', [swap('have not seen', `have ${deleted('not ')}seen`)], [ALTERED_QUOTATION]],
  ['a tracked change of a figure', [swap('1.75', `${deleted('1.75')}${inserted('1.35')}`)], [ALTERED_FIGURE]],
  ['a tracked insertion beside a quotation', [swap(INLINE, `${inserted('Once more ')}${INLINE}`)], []],
  [
    'a tracked paragraph mark deleted',
    [
      (xml) => {
        const p = paragraphWith(xml, 'How much of the trade');
        return xml.replace(p, () => p.replace('</w:pPr>', `<w:rPr><w:del ${AUTHOR}/></w:rPr></w:pPr>`));
      },
    ],
    [],
  ],
  [
    'hidden words in a quotation',
    [
      swap(
        'a season like this',
        `a </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>bad</w:t></w:r>${run('season like this')}<w:r><w:t xml:space="preserve">`,
      ),
    ],
    [],
  ],
];

describe('edits of a sent file', () => {
  it('has rows enough', () => expect(ROWS.length).toBeGreaterThanOrEqual(40));

  it('is clean before any edit', () => {
    expect(clean.checks.filter(({ severity }) => severity === 'settle')).toEqual([]);
    expect(clean.unchanged).toBe(true);
  });

  it.each(ROWS)('%s', (_name, edits, expected) => {
    const answer = checkedFile(zipOf(editedParts(parts, ...edits)));
    expect(news(answer, clean)).toEqual(expected);
  });

  it('says who changed what, when the file tells', () => {
    const answer = checkedFile(
      zipOf(editedParts(parts, swap('a season like this', `a ${inserted('fine ')}season like this`))),
    );
    expect(answer.messages.map(({ text }) => text)).toEqual([
      'Changed since the export: 1 paragraph. Tracked changes in the file are by Corin Vale.',
    ]);
    expect(answer.changes).toMatchObject([{ kind: 'changed', by: ['Corin Vale'] }]);
    expect(answer.changes[0]?.after).toContain('a fine season like this');
  });

  it('lists what was put in, taken out and moved', () => {
    const edits = [
      before(INLINE, para('The board has not answered.')),
      remove('What the growers'),
      move(REPORT, 'Background'),
    ];
    const answer = checkedFile(zipOf(editedParts(parts, ...edits)));
    expect(answer.changes.map(({ kind }) => kind).sort()).toEqual(['added', 'moved', 'removed']);
  });

  it('tells typography from words', () => {
    const answer = checkedFile(zipOf(editedParts(parts, (xml) => xml.replaceAll('“', '&quot;'))));
    expect(answer.messages.map(({ text }) => text)).toEqual([
      'Changed since the export: typography or spaces only; no word differs.',
    ]);
  });
});
