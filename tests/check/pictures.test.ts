// Tests of the check of pictures: one without a description is worth a look, by its number.
import { expect, test } from 'vitest';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { build, doc, p } from '../builders.ts';

test('a picture without a description is worth a look', () => {
  const image = (alt: string) => build('image', { media: 'quay.png', alt });
  const drawn = doc({ banner: 'OFFICIAL' }, p('One'), image('The quay'), image('  '), image(''));
  const found = checkBriefing({ doc: drawn, articles: [], facts: [], annotations: [] });
  expect(found.map(({ kind, severity, title }) => [kind, severity, title])).toEqual([
    ['picture-without-description', 'look', 'Picture 2 has no description'],
    ['picture-without-description', 'look', 'Picture 3 has no description'],
  ]);
  for (const { from, to } of found) {
    expect(drawn.nodeAt(from)?.type.name).toBe('image');
    expect(to).toBe(from + 1);
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
});
