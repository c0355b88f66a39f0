// Ways out: each preview is what the words would be.
import { describe, expect, it } from 'vitest';
import { changeWords, marked, restored } from '../../../renderer/panels/ways.ts';
import { markCuts } from '../../../shared/check/markCuts.ts';
import { compareQuotation } from '../../../shared/check/quotationGuard.ts';
import { diffWords } from '../../../shared/text/diff.ts';

const text = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('');
const before = 'We shall mend the old harbour wall before the winter.';
const after = 'We shall mend the wall before the long winter.';
const changes = diffWords(before, after);

describe('ways out', () => {
  it('restores the words that were cut and drops those added', () => {
    expect(text(restored(changes))).toBe('We shall mend the old harbour wall before the winter.');
    expect(
      restored(changes)
        .filter((part) => part.strong)
        .map((part) => part.text.trim()),
    ).toEqual(['old harbour']);
  });

  it('marks a cut by an ellipsis and an addition by brackets', () => {
    expect(text(marked(changes))).toBe('We shall mend the … wall before the [long] winter.');
  });

  it('marks a replacement as a cut and an addition, as the command does', () => {
    expect(text(marked(diffWords('They were weak', 'They were strong')))).toBe('They were … [strong]');
  });

  it.each([
    ['a letter that went', 'There are those who wait.', 'There are hose who wait.', 'There are … [hose] who wait.'],
    ['words cut at the end', 'The ferry is late again today', 'The ferry is late', 'The ferry is late …'],
    ['words cut at the start', 'Again the ferry is late', 'the ferry is late', '… the ferry is late'],
    ['words added at the end', 'The ferry is late', 'The ferry is late today', 'The ferry is late [today]'],
    ['a change of case', 'The ferry is late', 'the ferry is late', '[t]he ferry is late'],
    ['a mark left out', 'The ferry, now, is late', 'The ferry now, is slow', 'The ferry, now, is … [slow]'],
    ['what is marked already', 'The old ferry is late', 'The … ferry was late', 'The … ferry … [was] late'],
    ['paragraphs', 'It is late.\n\nWe wait.', 'It is late.\n\nThey wait.', 'It is late.\n\n… [They] wait.'],
  ])('shows what the command writes: %s', (_, source, words, result) => {
    expect(markCuts(source, words).replace(/\.$/u, '')).toBe(result.replace(/\.$/u, ''));
    expect(text(marked(compareQuotation(source, words).diff))).toBe(result.replace(/\.$/u, ''));
  });

  it('shows no ellipsis at the edges of words within our own sentence', () => {
    const source = 'The wall that we mended in the spring is sound.';
    const { diff } = compareQuotation(source, 'we patched in the spring', { fragment: true });
    expect(text(marked(diff, { fragment: true }))).toBe('we … [patched] in the spring');
  });

  it('makes the marks strong, and tells a long stretch by its ends', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    const parts = marked(diffWords(`${long} those who wait`, `${long} hose who wait`));
    expect(parts.filter((part) => part.strong).map((part) => part.text.trim())).toEqual(['… [hose]']);
    expect(text(parts)).toBe('… ten eleven twelve thirteen fourteen … [hose] who wait');
  });

  it('counts cuts and additions in words', () => {
    expect(changeWords(changes)).toBe('1 cut, 2 words; 1 addition, 1 word');
    expect(changeWords(diffWords(before, before))).toBe('');
  });
});
