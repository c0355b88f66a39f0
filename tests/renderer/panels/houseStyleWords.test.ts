// The words on a house style: its name in short, its page, what is kept, how many styles it has, what each becomes.
import { describe, expect, it } from 'vitest';
import {
  becomes,
  keptWords,
  mappingWords,
  pageWords,
  shortName,
  styleName,
} from '../../../renderer/panels/houseStyleWords.ts';
import type { HouseStylePreview } from '../../../renderer/worker/contract.ts';

type Mapping = HouseStylePreview['styles'][number];
const A4 = { width: 11906, height: 16838 };
const row = (how: Mapping['how'], theirs: string | null = how === 'added' ? null : 'heading 2'): Mapping => ({
  ours: 'X',
  name: 'heading 3',
  theirs,
  how,
});
const preview = (change: Partial<HouseStylePreview>): HouseStylePreview => ({
  styles: [],
  page: A4,
  hasHeader: false,
  hasFooter: false,
  ...change,
});

describe('the words on a house style', () => {
  it('shorten a name in its middle', () => {
    expect(shortName('house.dotx')).toBe('house.dotx');
    const short = shortName(`Ministry of Tides ${'very '.repeat(9)}long (2031-04).dotx`, 20);
    expect([...short]).toHaveLength(20);
    expect(short).toMatch(/^Ministry .*….*\.dotx$/u);
  });

  it.each([
    [A4, 'A4'],
    [{ width: 15840, height: 12240 }, 'Letter, landscape'],
    [{ width: 12240, height: 15840 }, 'Letter'],
    [{ width: 11340, height: 14175 }, '200 × 250 mm'],
  ])('name the page %j as %s', (page, words) => {
    expect(pageWords(page)).toBe(words);
  });

  it('say what is kept, and that there is no header or footer', () => {
    expect(keptWords(preview({ hasHeader: true, hasFooter: true }))).toBe(
      'Kept from it: styles, page (A4), margins, header and footer.',
    );
    expect(keptWords(preview({ hasFooter: true }))).toMatch(/, margins, footer\.$/u);
    expect(keptWords(preview({}))).toMatch(/and margins\. It has no header or footer\.$/u);
  });

  it('count what is there and what is added', () => {
    const words = (...styles: Mapping[]) => mappingWords(preview({ styles }));
    expect(words(row('same name'), row('same name'))).toBe('It has all 2 styles of a briefing.');
    expect(words(row('same name'), row('based on'), row('added'))).toBe(
      'It has 1 of the 3 styles of a briefing; 2 are added, 1 of them based on its own.',
    );
    expect(words(row('same name'), row('added'))).toBe('It has 1 of the 2 styles of a briefing; 1 is added.');
    expect(words(row('same name'), row('based on'))).toMatch(/1 is added, based on its own\.$/u);
    expect(words(row('same name'), row('based on'), row('based on'))).toMatch(/2 are added, all based on its own\.$/u);
  });

  it('name styles as Word does, and what becomes of ours', () => {
    expect([styleName('heading 1'), styleName('toc 2'), styleName('Body Text')]).toEqual([
      'Heading 1',
      'TOC 2',
      'Body Text',
    ]);
    expect([row('same name'), row('based on'), row('added')].map(becomes)).toEqual([
      'Heading 2',
      'Added, based on Heading 2',
      'Added',
    ]);
  });
});
