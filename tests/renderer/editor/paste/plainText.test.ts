// Tests of plain text: lines of a PDF viewer joined where they show it, everything else left as it is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../../renderer/editor/paste/plainText.ts';

const viewer = readFileSync(path.join(import.meta.dirname, 'corpus/pdfViewer.plain.txt'), 'utf8');

describe('text of a PDF viewer', () => {
  const { paragraphs, changed } = readPlainText(viewer);

  it('is read as the paragraphs of the page', () => {
    expect(changed).toBe(true);
    expect(paragraphs).toEqual([
      'THE ROPE FERRY OF TARN HOLM',
      'The ferry at Tarn Holm has run since the old bridge fell, and the parish keeps it with a grant that is decided anew each spring. The first rope was spun in the village; the present one came by sea. A rope lasts about four winters, the ferryman says, and the parish council has asked twice for a longer guarantee from the maker.',
      'Traffic has grown. In a well-kept log the ferryman counts carts, cattle and people, and he counts them by hand. The self-made tables show that most people cross before noon, that carts cross in the evening, and that nobody at all has crossed in a storm since the year in which the council forbade it. The grant for the coming year is smaller than the one before, and the council does not say why that is so.',
      'Those who asked were told to wait.',
      '• ropes',
      '• oars',
    ]);
  });
});

const wide = (line: string): string => `${line} and so the old keeper of the lock went on`;

describe('plain text', () => {
  it.each([
    ['verses', 'The tide came in,\nthe tide went out,\nand nobody\nwas there.'],
    ['an address', 'Anno Brill\n7 Mole Street\nOstrel'],
    [
      'headlines of one length',
      'Harbour of Ostrel closed for nine hours\nFerry of Tarn Holm loses its second rope\nKeepers of Vellin Lock go home too early',
    ],
    ['columns', `${wide('a')}\tb\n${wide('c')}\td\n${wide('e')}\tf`],
    ['quoted mail', `> ${wide('one')}\n> ${wide('two')}\n> ${wide('three')}`],
    ['whole paragraphs', `${wide('One').repeat(5)}\n${wide('two').repeat(5)}`],
    ['numbers in a column', '412\n430\n7\n19'],
    ['a number of its own line in a list', 'Ropes\n7\nOars'],
  ])('keeps the lines of %s', (_name, text) => {
    expect(readPlainText(text)).toEqual({ paragraphs: text.split('\n'), changed: false });
  });

  const joined = (...lines: string[]): readonly string[] => readPlainText(lines.join('\n')).paragraphs;

  it.each([
    [
      'heals a word that only the line parts',
      'where the river bends there stands a monu-',
      'ment of the keepers, and behind it the fair',
      'monument',
    ],
    [
      'keeps the hyphen of a compound',
      'the council sees no reason for a self-',
      'made table and will wait for another one',
      'self-made',
    ],
    [
      'keeps it where both halves are words of the text',
      'a long wait, and one term more of a long-',
      'term grant that nobody in the village has',
      'long-term',
    ],
    [
      'heals where the whole is a word of the text',
      'the long term, they say: longterm or long-',
      'term, it is all the same to the old keeper',
      'longterm, it',
    ],
    [
      'keeps the hyphen before a capital',
      'nobody could say what the old Franco-',
      'Ostrel treaty meant for the small harbours',
      'Franco-Ostrel',
    ],
    [
      'keeps the hyphen of a range',
      'the tables of the board cover the years 2019-',
      '2024 and nothing that came before or after',
      '2019-2024',
    ],
    [
      'drops a soft hyphen',
      'where the river bends there stands a monu\u00ad',
      'ment of the keepers, and behind it the fair',
      'monument',
    ],
  ])('%s', (_name, one, two, words) => {
    const paragraphs = joined(
      'in the year in which the old bridge fell the',
      one,
      two,
      'begins on the second day of the spring and',
      'ends when the last boat has gone home.',
    );
    expect(paragraphs).toHaveLength(1);
    expect(paragraphs[0]).toContain(words);
  });

  it('begins a paragraph where a line ends early, at an item and behind a blank line', () => {
    const long = 'the keepers of the lock were paid by the day and they were paid';
    const end = 'in silver.';
    expect(
      joined(
        long,
        long,
        end,
        long,
        end,
        '',
        long,
        end,
        '1. the first of the rules which the keepers had',
        'agreed upon in the spring of that same long year',
      ),
    ).toEqual([
      `${long} ${long} ${end}`,
      `${long} ${end}`,
      `${long} ${end}`,
      '1. the first of the rules which the keepers had agreed upon in the spring of that same long year',
    ]);
  });

  it('leaves a page number only where a sentence runs over it or a page ends', () => {
    const long = 'the keepers of the lock were paid by the day and they were paid';
    expect(joined(long, long, '', '12', '', long, 'in silver.')).toEqual([`${long} ${long} ${long} in silver.`]);
    expect(joined(long, `${long}.`, '', '12', '', `The ${long}`, 'in silver.')).toContain('12');
    expect(joined(long, long, 'in silver.', '12\f', `The ${long}`, long)).not.toContain('12');
  });

  it('keeps every letter of any text', () => {
    const line = fc.stringMatching(/^[a-zA-Z.,•\t -]{0,90}$/u);
    const letters = (text: string): string => text.replace(/[^\p{L}.,•]/gu, '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\n\n', '\f'), (given, end) => {
        const text = given.join(end);
        expect(letters(readPlainText(text).paragraphs.join(''))).toBe(letters(text));
      }),
      { seed: 31, numRuns: 500 },
    );
  });
});
