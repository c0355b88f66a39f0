// Tests of junk lines: scraps of a page go, each with its words; a line of the article never does.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, isJunkLine } from '../../shared/article/clean.ts';

describe('scraps of a page', () => {
  test.each([
    'Read more',
    'READ MORE »',
    'Read more: Storm closes strait for a week',
    '[Read the full story here]',
    'Continue reading',
    'Story continues below advertisement',
    'Advertisement',
    'ADVERTISEMENT - CONTINUE READING BELOW',
    'Sponsored content',
    'Share this article',
    'Share on Facebook, Twitter or WhatsApp',
    'Facebook Twitter WhatsApp Email Print',
    'Follow us on Twitter and Facebook',
    'Follow Ann Bo on X @annbo',
    'Click here to subscribe to our channel',
    'Sign up for our daily newsletter.',
    'Subscribe to our newsletter and get the day’s news',
    'Get breaking news alerts in your inbox',
    'We use cookies to improve your experience. By continuing you accept them.',
    'By using this site you agree to our terms of use.',
    'Accept all cookies',
    'Privacy Policy | Terms of Use | Contact us',
    '© 2031 Ostrel Courier. All rights reserved.',
    'Copyright © 2031 The Ostrel Courier',
    'All rights reserved.',
    'Norla provides the information “as is” without warranty of any kind.',
    'Most read',
    'Related articles',
    'You may also like',
    'Trending now',
    'Leave a comment',
    '12 Comments',
    '3 min read',
    'Tags: ferry, port, Ostrel',
    'Home > News > Islands',
    'Skip to main content',
    'Download our app',
    'Listen to this article (4 min)',
    'Support independent journalism',
    'We use cookies',
  ])('%s', (line) => {
    expect(isJunkLine(line)).toBe(true);
  });
});

describe('lines of an article', () => {
  test.each([
    '“Read more,” the teacher said.',
    'Read more than you write, the minister told the class.',
    'Advertisement was one of the words of the day.',
    'Advertising fell by 3 per cent.',
    'Follow the money',
    'Follow the money on the islands',
    'Share the wealth',
    'Share prices fall in Ostrel',
    'Support the troops',
    'Register to vote, parties tell the young',
    'Register of interests shows secret accounts',
    'Sign up for the navy, minister tells students',
    'By using force, the government broke the terms of the treaty.',
    'Cookies are baked at the harbour.',
    'Home rule for the islands',
    'Home/office market falls in Ostrel',
    'The most read book of the year was a map.',
    'Copyright law is to change, the ministry said.',
    'Related talks were held in June.',
    'Comments by the mayor drew laughter.',
    'X',
    'Pause.',
    'Print.',
    'Twitter.',
    'Category 5 storm nears',
    'Close',
    'Ann Bo',
    '',
    '12',
  ])('%s', (line) => {
    expect(isJunkLine(line)).toBe(false);
  });
});

describe('clean', () => {
  test('names each scrap with its words, equal ones once', () => {
    const { value, messages } = clean('Port opens\n\nRead more\n\nThe port opened.\n\nRead more\nShare this\n');
    expect(value).toBe('Port opens\n\nThe port opened.');
    expect(messages).toEqual([
      { code: 'junk-line', text: '“Read more” is not part of the article and was left out (2 times).' },
      { code: 'junk-line', text: '“Share this” is not part of the article and was left out.' },
    ]);
  });

  test('runs of blank lines become one, spaces at line ends go, those before a line stay', () => {
    expect(clean('a  \n\n \n\n  b\nc\n').value).toBe('a\n\n  b\nc');
  });

  test('a text that is nothing but scraps is left as it is', () => {
    expect(clean(' Advertisement\nRead more ')).toEqual({ value: 'Advertisement\nRead more', messages: [] });
  });
});

test('law: each line of the result is a line of the text, in order; each line that is missing is named', () => {
  const line = fc.constantFrom(
    'The port opened.',
    'Read more',
    'Ann  Bo',
    '',
    '  ',
    '12 ships',
    'Share this',
    '“No,” he said.',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { value, messages } = clean(lines.join('\n'));
      let at = 0;
      for (const kept of value.split('\n').filter((one) => one !== '')) {
        const found = lines.findIndex((one, i) => i >= at && one.trim() === kept.trim());
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + 1;
      }
      for (const one of lines.filter((two) => two.trim() !== '')) {
        const named = messages.some(({ text }) => text.startsWith(`“${one}”`));
        expect(value.includes(one) || named).toBe(true);
      }
    }),
    { seed: 20260806 },
  );
});
