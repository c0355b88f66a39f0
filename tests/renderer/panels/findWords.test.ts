// Tests of the words of the find bar and of the length: counts, what was replaced, notes, pages and limits.
import { expect, it } from 'vitest';
import { foundWords, leftWords, notesWith, wordsWords } from '../../../renderer/panels/findWords.ts';
import { typedLimit } from '../../../renderer/panels/lengthDialog.tsx';
import { pagesWords, wordsOfLimit } from '../../../renderer/panels/lengthWords.ts';
import { annotation } from '../editor/harbour.ts';

const query = (words: string) => ({ words, matchCase: false, wholeWords: false });

it('the count says where one is', () => {
  expect(foundWords(query(''), { total: 0, at: null })).toBe('');
  expect(foundWords(query('quay'), null)).toBe('');
  expect(foundWords(query('quay'), { total: 0, at: null })).toBe('None found');
  expect(foundWords(query('quay'), { total: 1240, at: null })).toBe('1,240 found');
  expect(foundWords(query('quay'), { total: 17, at: 3 })).toBe('3 of 17');
});

it('what was left is told', () => {
  expect(leftWords({ replaced: 17, left: 0 })).toBe('17 replaced.');
  expect(leftWords({ replaced: 1, left: 2 })).toBe('1 replaced. 2 left in quotations and figures.');
  expect(leftWords({ replaced: 0, left: 2 })).toBe('Nothing replaced. 2 left in quotations and figures.');
});

it('notes hold words in their body and in replies', () => {
  const reply = { id: 'r', author: 'A', at: '2031-03-05T09:00:00Z', body: 'Ask the pilot' };
  const notes = [
    annotation('one', { body: 'The quay is new' }),
    annotation('two', { body: 'x', replies: [reply] }),
    annotation('three', { body: 'y' }),
  ];
  expect(notesWith(notes, query('QUAY'))).toEqual(['one']);
  expect(notesWith(notes, query('pilot'))).toEqual(['two']);
  expect(notesWith(notes, query(''))).toEqual([]);
});

it('words and pages of the status bar', () => {
  expect(wordsWords(1204, 0)).toBe('1,204 words');
  expect(wordsWords(1204, 12)).toBe('12 of 1,204 words');
  expect(wordsWords(1, 0)).toBe('1 word');
  const limit = { unit: 'pages', most: 2 } as const;
  expect(pagesWords(null, null, null)).toBe('… pages');
  expect(pagesWords(1, 0.4, null)).toBe('About 1 page');
  expect(pagesWords(2, 1.4, limit)).toBe('About 1.4 of 2 pages');
  expect(pagesWords(3, 2.3, limit)).toBe('About 2.3 of 2 pages, over');
  expect(wordsOfLimit(900, { unit: 'words', most: 1000 })).toBe('900 of 1,000 words');
  expect(wordsOfLimit(1204, { unit: 'words', most: 1000 })).toBe('1,204 of 1,000 words, over');
});

it('a limit is typed as a whole number, with a comma or a space in it', () => {
  expect(
    ['2', '1,200', '1 200', '0', '', '2.5', '-2', 'two', '99999'].map((typed) => typedLimit('pages', typed)),
  ).toEqual([2, 1200, 1200, null, null, null, null, null, null]);
  expect(typedLimit('words', '99999')).toBe(99_999);
});
