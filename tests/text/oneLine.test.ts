// White space of any kind and length becomes one space, and none stays at the ends.
import { expect, test } from 'vitest';
import { oneLine } from '../../shared/text/oneLine.ts';

test('puts words on one line', () => {
  expect(oneLine(' The\u00a0mill \n\n\treopened. ')).toBe('The mill reopened.');
  expect(oneLine(' \n')).toBe('');
});
