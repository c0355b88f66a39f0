// Tests of credit lines: author, paper, agency, day and address, in the forms that articles have; and what is none.
import { describe, expect, test } from 'vitest';
import { readCopyright, readCredits, readDateline, readScrap } from '../../shared/article/credits.ts';

describe('the scrap that syndication leaves', () => {
  test.each<[string, object]>([
    [
      'date 2031-05-07 NORLA - OstrelNews) Ilmar Veld Read more',
      { published: '2031-05-07', agency: 'NORLA', publisher: 'OstrelNews', byline: 'Ilmar Veld' },
    ],
    [
      '2031-05-07 NORLA - Ostrel Courier) Read more',
      { published: '2031-05-07', agency: 'NORLA', publisher: 'Ostrel Courier' },
    ],
    [
      '(NORLA- Ostrel Courier) Ann van der Bo',
      { agency: 'NORLA', publisher: 'Ostrel Courier', byline: 'Ann van der Bo' },
    ],
    [
      'date 7 May 2031 Norla Wire – Ostrel Courier) J. K. Orlo Continue reading',
      { published: '2031-05-07', agency: 'Norla Wire', publisher: 'Ostrel Courier', byline: 'J. K. Orlo' },
    ],
    [
      '2031-05-07 NORLA - Ostrel Courier Ann Bo Read more',
      { published: '2031-05-07', agency: 'NORLA', publisher: 'Ostrel Courier', byline: 'Ann Bo' },
    ],
  ])('%s', (line, credits) => {
    expect(readScrap(line)).toEqual({ credits, rest: '' });
  });

  test('before the first words of the body it leaves them', () => {
    expect(readScrap('(NORLA- Ostrel Courier) The port opened.')?.rest).toBe('The port opened.');
    expect(readScrap('2031-05-07 NORLA - Ostrel Courier) The port opened.')?.rest).toBe('The port opened.');
  });

  test.each([
    'Ostrel - the port of the islands',
    'Talks failed - again',
    '2031-05-07',
    'The port - Ostrel (the old one) - is open',
    'A win-win for Ostrel) and others',
  ])('is not %s', (line) => {
    expect(readScrap(line)).toBeNull();
  });
});

describe('lines of credits', () => {
  test.each<[string, object]>([
    ['By Ann Bo', { byline: 'Ann Bo' }],
    ['BY ANN BO', { byline: 'ANN BO' }],
    ['by Ann Bo and Cy Dell', { byline: 'Ann Bo and Cy Dell' }],
    ['By Ann Bo, Cy Dell and Eva O’Fin', { byline: 'Ann Bo, Cy Dell and Eva O’Fin' }],
    ['Written by Ann Bo in Ostrel', { byline: 'Ann Bo' }],
    ['By Ann Bo, Ostrel Courier', { byline: 'Ann Bo', publisher: 'Ostrel Courier' }],
    ['By Ann Bo, Political Editor', { byline: 'Ann Bo' }],
    ['Ann Bo, Reuters', { byline: 'Ann Bo', publisher: 'Reuters' }],
    [
      'Ann Bo | Ostrel Courier | May 7, 2031 at 9:24 am',
      { byline: 'Ann Bo', publisher: 'Ostrel Courier', published: '2031-05-07' },
    ],
    ['Published: Wednesday, 7 May 2031 09:24 GMT', { published: '2031-05-07' }],
    ['Published on May 7, 2031', { published: '2031-05-07' }],
    ['First published on Wed 7 May 2031 06.00 BST', { published: '2031-05-07' }],
    ['Posted 7 May 2031 • Updated 8 May 2031', { published: '2031-05-07', updated: '2031-05-08' }],
    ['Updated 8 May 2031', { updated: '2031-05-08' }],
    ['2031-05-07', { published: '2031-05-07' }],
    ['2031-05-07T09:24:00Z', { published: '2031-05-07' }],
    ['Date: 7 May 2031', { published: '2031-05-07' }],
    ['Author: Ann Bo', { byline: 'Ann Bo' }],
    ['Source: Ostrel Courier', { publisher: 'Ostrel Courier' }],
    ['Source: https://ostrel.example/a', { url: 'https://ostrel.example/a' }],
    ['<https://ostrel.example/a>', { url: 'https://ostrel.example/a' }],
    ['Title: The port opens', { title: 'The port opens' }],
    ['(Reporting by Ann Bo in Ostrel; editing by Cy Dell)', { byline: 'Ann Bo' }],
    ['Ostrel Courier, 7 May 2031', { publisher: 'Ostrel Courier', published: '2031-05-07' }],
  ])('%s', (line, credits) => {
    expect(readCredits(line, false)).toEqual(credits);
  });

  test('a name beside a day is the author when the title is known, and may be the title when it is not', () => {
    expect(readCredits('Ann Bo, 7 May 2031', true)).toEqual({ byline: 'Ann Bo', published: '2031-05-07' });
    expect(readCredits('Ostrel Harbour Plan, 7 May 2031', false)).toBeNull();
  });

  test.each([
    'By land and sea',
    'By Land and Sea',
    'By 2031 the port had closed.',
    'By Monday',
    'Port opens, rail follows',
    'Meeting Between Tarn, Veld Prompts Talk',
    'Ostrel Beach, Ila.',
    'The port opened on 7 May 2031.',
    'Ann Bo',
    'Ilse Tarn, Mayor of Ostrel',
    'Published works of the poet',
    'Source of the Ilva found',
    'Date palms return to Ostrel',
    'Title race goes on',
  ])('is not %s', (line) => {
    expect(readCredits(line, true)).toBeNull();
  });
});

describe('datelines', () => {
  test.each<[string, object]>([
    ['OSTREL, May 7 (Norla) - The port opened.', { dateline: 'OSTREL, May 7', agency: 'Norla' }],
    [
      'OSTREL, 7 May 2031 (Norla) – The port opened.',
      { dateline: 'OSTREL, 7 May 2031', agency: 'Norla', published: '2031-05-07' },
    ],
    ['OSTREL (Norla News) — The port opened.', { dateline: 'OSTREL', agency: 'Norla News' }],
    ['Ostrel (Norla) - The port opened.', { dateline: 'Ostrel', agency: 'Norla' }],
    ['NEW OSTREL, Ila. -- The port opened.', { dateline: 'NEW OSTREL, Ila.' }],
    ['PORT-AU-VELD, N.I. (Norla) — The port opened.', { dateline: 'PORT-AU-VELD, N.I.', agency: 'Norla' }],
    ['Ostrel, May 7 - The port opened.', { dateline: 'Ostrel, May 7' }],
    [
      'OSTREL, 14 March 2031 (Coastline News) –',
      { dateline: 'OSTREL, 14 March 2031', agency: 'Coastline News', published: '2031-03-14' },
    ],
  ])('%s', (line, credits) => {
    expect(readDateline(line)).toEqual(credits);
  });

  test.each([
    'The port - the old one - opened.',
    'Ostrel - The port opened.',
    'EXCLUSIVE - The port opened.',
    'UPDATE 2 - The port opened.',
    'PORT OF OSTREL IS NOT CLOSED, BUT RAIL IS - the port office',
    'USA-Ostrel talks failed.',
    'Talks (the third) - failed.',
  ])('is not %s', (line) => {
    expect(readDateline(line)).toBeNull();
  });
});

test('a copyright line names the owner', () => {
  expect(readCopyright('© 2031 Ostrel Courier. All rights reserved.')).toBe('Ostrel Courier');
  expect(readCopyright('Copyright (c) 2029-2031 by The Ostrel Courier')).toBe('The Ostrel Courier');
  expect(readCopyright('Copyright law is to change')).toBeNull();
});
