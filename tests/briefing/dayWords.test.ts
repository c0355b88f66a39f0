// Tests of days in words, and of words read as days.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { dayWords, isDay, readDay } from '../../shared/briefing/dayWords.ts';
import { SEED } from '../arbitraries.ts';

test.each([
  ['2025-08-07', 'en-GB', '7 August 2025'],
  ['2025-08-07', 'en-US', 'August 7, 2025'],
  ['2025-08-07', 'fr-CA', '7 août 2025'],
  ['2025-03-01', 'de-DE', '1. März 2025'],
  ['2025-08-07', 'not a language', '7 August 2025'],
  ['2025-02-30', 'en-GB', '2025-02-30'],
  ['soon', 'en-GB', 'soon'],
])('%s in %s is "%s"', (day, language, words) => expect(dayWords(day, language)).toBe(words));

test.each([
  ['7 August 2025', 'en-GB', '2025-08-07'],
  ['August 7, 2025', 'en-US', '2025-08-07'],
  ['7 august 2025', 'en-GB', '2025-08-07'],
  ['7 August 2025', 'fr-FR', '2025-08-07'],
  ['2025-08-07', 'en-GB', '2025-08-07'],
  ['31 June 2025', 'en-GB', null],
  ['August 2025', 'en-GB', null],
  ['7 to 9 August 2025', 'en-GB', null],
  ['tomorrow', 'en-GB', null],
  ['', 'en-GB', null],
])('"%s" in %s is %s', (words, language, day) => expect(readDay(words, language)).toBe(day));

it('reads what it writes', () => {
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('en-GB', 'en-US', 'fr-FR', 'fr-CA', 'de-DE', 'pl-PL', 'az-AZ'),
      (day, language) => {
        expect(isDay(day)).toBe(true);
        expect(readDay(dayWords(day, language), language)).toBe(day);
      },
    ),
    SEED,
  );
});
