// Tests of the finding about the length: worth a look when it is over the limit, never to settle.
import { expect, it } from 'vitest';
import type { MeasuredLength } from '../../shared/briefing/lengthLimit.ts';
import { acceptanceKey } from '../../shared/check/acceptance.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { checkReport } from '../../shared/check/checkReport.ts';
import { doc, p } from '../builders.ts';

const drawn = doc({ banner: 'OFFICIAL' }, p('one two three four'));

function found(lengthLimit: unknown, measured?: MeasuredLength) {
  const input = { doc: drawn, articles: [], facts: [], annotations: [], settings: { lengthLimit } };
  return checkBriefing({ ...input, ...(measured ? { measured } : {}) }).filter(({ kind }) => kind === 'over-length');
}

it('words are counted, title included', () => {
  expect(found({ unit: 'words', most: 6 })).toEqual([]);
  expect(found({ unit: 'words', most: 5 })).toMatchObject([
    {
      severity: 'look',
      title: 'The briefing is longer than 5 words',
      detail: 'It has 6 words. Shorten it, or change its limit.',
      from: 0,
      to: 0,
    },
  ]);
  expect(found({ unit: 'words', most: 6 }, { pages: null, words: 7 })).toHaveLength(1);
});

it('pages are held against it only when they are known', () => {
  const limit = { unit: 'pages', most: 2 };
  expect(found(limit)).toEqual([]);
  expect(found(limit, { pages: 2, words: null })).toEqual([]);
  expect(found(limit, { pages: 2.3, words: null })).toMatchObject([
    { detail: 'It is about 2.3 pages long. Shorten it, or change its limit.' },
  ]);
});

it('nothing is said without a limit', () => {
  expect(found(null, { pages: 90, words: 90_000 })).toEqual([]);
});

it('one that was accepted stays so until the limit is another', () => {
  const kinds = (most: number, accepted: unknown[]) =>
    checkReport({
      doc: drawn,
      articles: [],
      facts: [],
      annotations: [],
      settings: { template: 'x', author: 'A', language: 'en', lengthLimit: { unit: 'words', most }, accepted },
    }).open.map(({ kind }) => kind);
  const [check] = found({ unit: 'words', most: 5 });
  const key = check ? acceptanceKey(check) : null;
  const acceptance = { key, author: 'A. Writer', at: '2031-03-05T09:00:00Z', reason: 'Agreed with the office.' };
  expect(kinds(5, [])).toContain('over-length');
  expect(kinds(5, [acceptance])).not.toContain('over-length');
  expect(kinds(4, [acceptance])).toContain('over-length');
});
