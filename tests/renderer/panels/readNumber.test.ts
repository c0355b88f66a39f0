// Tests of readNumber: what people write is read, what is no number is told apart from nothing.
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../renderer/panels/readNumber.ts';

describe('a number in a field', () => {
  it.each([
    ['1,752', 1752],
    ['1752.5', 1752.5],
    [' 3.4 ', 3.4],
    ['−12', -12],
    ['-1,000,000', -1_000_000],
    ['19%', 19],
    ['1 752', 1752],
  ])('%s is %d', (typed, value) => {
    expect(readNumber(typed)).toBe(value);
  });

  it('is a gap when there is none, and a fault when it is something else', () => {
    expect(readNumber('  ')).toBeNull();
    for (const typed of ['abc', '1,75', '1.2.3', '--3', '1e5', 'NaN', 'Infinity', '9'.repeat(40)]) {
      expect(readNumber(typed)).toBeUndefined();
    }
  });
});
