// Tests of the guard of periods: which period may stand beside a figure that the source gives for another.
import { describe, expect, it } from 'vitest';
import { periodFault, periodFits, periodOfCell } from '../../shared/check/periodGuard.ts';
import { periodWords } from '../../shared/briefing/dateWords.ts';

describe('periodFits', () => {
  it.each([
    ['2030', '2030'],
    ['2030-05-03', '2030-05'],
    ['2030-05-03', '2030'],
    ['2030-05', '2030-Q2'],
    ['2030-05', '2030'],
    ['2030-H1', '2030-01/2030-06'],
    ['2030-05/2030-06', '2030'],
    ['FY2030-31', '2030'],
    ['FY2030-31', '2031'],
    ['2030', 'FY2030'],
    ['no period', '2030'],
  ])('takes %s as %s', (source, shown) => {
    expect(periodFits(source, shown)).toBe(true);
  });

  it.each([
    ['2030', '2029'],
    ['2030', '2030-05'],
    ['2030', '2030-H1'],
    ['2030-Q3', '2030'],
    ['2030-Q3', '2030-Q2'],
    ['2030-H1', '2030-H2'],
    ['2030-05', '2030-06'],
    ['2030-05', '2031-05'],
    ['2030-05-03', '2030-05-04'],
    ['2030-05-03', '2030-Q3'],
    ['FY2030-31', '2032'],
    ['2029/2030', '2031'],
  ])('does not take %s as %s', (source, shown) => {
    expect(periodFits(source, shown)).toBe(false);
  });
});

describe('periodOfCell', () => {
  it.each(['2030', '2030-Q3', '2030-H1', '2030-05', '2030-05-03', '2030-05/2030-07', 'FY2030-31'])(
    'reads what the table of key figures writes for %s',
    (period) => {
      const words = periodWords(period);
      expect(periodOfCell(words.charAt(0).toUpperCase() + words.slice(1))).toBe(period);
    },
  );

  it.each([
    ['In 2030', '2030'],
    ['Q3 2030', '2030-Q3'],
    ['May 2030', '2030-05'],
    ['not given', null],
    ['2030 ferries', null],
    ['Ferries of 2030 and 2031', null],
    ['last year', null],
    ['12', null],
    ['', null],
  ])('reads %s as %s', (words, period) => {
    expect(periodOfCell(words)).toBe(period);
  });
});

it('periodFault says both periods, and nothing where one is not known', () => {
  expect(periodFault('2030', '2029-Q3')).toBe('The source gives it for 2030, not for third quarter of 2029.');
  expect(periodFault(null, '2029')).toBeNull();
  expect(periodFault('2030', null)).toBeNull();
  expect(periodFault('2030', '2030')).toBeNull();
});
