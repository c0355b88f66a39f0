// Ways out: each preview is what the words would be.
import { describe, expect, it } from 'vitest';
import { changeWords, marked, restored } from '../../../renderer/panels/ways.ts';
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

  it('needs no ellipsis where words were put in place of others', () => {
    expect(text(marked(diffWords('They were weak', 'They were strong')))).toBe('They were [strong] ');
  });

  it('counts cuts and additions in words', () => {
    expect(changeWords(changes)).toBe('1 cut, 2 words; 1 addition, 1 word');
    expect(changeWords(diffWords(before, before))).toBe('');
  });
});
