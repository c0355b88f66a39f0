// Tests of the diff by words: what is kept, cut, added, and that the pieces give the texts again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../shared/text/diff.ts';
import { fold } from '../../shared/text/normalize.ts';
import { newsText, SEED } from './arbitraryText.ts';

const drawn = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'cut' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test('a cut negation is one cut word', () => {
  expect(drawn('We will not close the port.', 'We will close the port.')).toBe('We will [-not -]close the port.');
});

test('a changed number is a cut and an addition', () => {
  expect(drawn('It took 12 ships.', 'It took 14 ships.')).toBe('It took [-12 -]{+14 +}ships.');
});

test('typography is no difference, and the words are those of the later text', () => {
  expect(drawn('“We won’t,” he said', '"We won\'t," he said')).toBe('"We won\'t," he said');
});

test('equal texts have no change, empty texts no pieces', () => {
  expect(diffWords('all of it', 'all of it')).toEqual([{ kind: 'same', text: 'all of it' }]);
  expect(diffWords('', '')).toEqual([]);
});

test('law: what is not cut is the later text; what is not added has the words of the earlier', () => {
  fc.assert(
    fc.property(newsText, newsText, (before, after) => {
      const changes = diffWords(before, after);
      const joined = (leave: string): string =>
        changes
          .filter(({ kind }) => kind !== leave)
          .map(({ text }) => text)
          .join('');
      expect(joined('cut')).toBe(after);
      const words = (text: string): string => fold(text).text.replace(/\s/gu, '');
      expect(words(joined('added'))).toBe(words(before));
    }),
    SEED,
  );
});
