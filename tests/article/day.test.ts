// Tests of findDay: the forms that heads of articles use; what can be read two ways is not read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDay } from '../../shared/article/day.ts';

describe('findDay', () => {
  test.each([
    ['2031-05-07', '2031-05-07'],
    ['Published 2031-05-07T09:24:00Z', '2031-05-07'],
    ['2031/5/7', '2031-05-07'],
    ['7 May 2031', '2031-05-07'],
    ['Wednesday, 7th of May, 2031', '2031-05-07'],
    ['May 7, 2031 at 9:24 am', '2031-05-07'],
    ['Wed May 7th 2031', '2031-05-07'],
    ['Sept. 3, 2031', '2031-09-03'],
    ['3 SEPTEMBER 2031', '2031-09-03'],
    ['07.05.2031', '2031-05-07'],
    ['25/12/2031', '2031-12-25'],
    ['12/25/2031', '2031-12-25'],
    ['29 February 2032', '2032-02-29'],
    ['Updated 8 May 2031, published May 7, 2031', '2031-05-08'],
  ])('%s', (line, day) => {
    expect(findDay(line)?.day).toBe(day);
  });

  test.each([
    '05/07/2031',
    '31 April 2031',
    '29 February 2031',
    '2031-13-01',
    'May 7',
    '7 May',
    '2031',
    'May 2031',
    '120 May 2031',
  ])('no day in %s', (line) => {
    expect(findDay(line)).toBeNull();
  });

  test('its place holds the weekday too', () => {
    const line = 'Ostrel, Wednesday, 7 May 2031 at noon';
    const day = findDay(line);
    expect(line.slice(day?.start, day?.end)).toBe('Wednesday, 7 May 2031');
  });
});

test('law: every day of the calendar is read in every form', () => {
  const names = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
      const name = names[month - 1] as string;
      for (const line of [
        iso,
        `${day} ${name} ${year}`,
        `${name} ${day}, ${year}`,
        `${name.slice(0, 3)}. ${day}, ${year}`,
        `${day}.${month}.${year}`,
      ]) {
        expect(findDay(line)?.day).toBe(iso);
      }
    }),
    { seed: 20260805, numRuns: 300 },
  );
});
