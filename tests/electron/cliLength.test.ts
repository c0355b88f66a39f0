// Tests of the length that the command `check` holds against a limit.
import { expect, it } from 'vitest';
import { measuredLength } from '../../electron/cliLength.ts';
import { checkReport } from '../../shared/check/checkReport.ts';
import { doc, p, pageBreak } from '../builders.ts';
import { briefing } from '../export/briefings.ts';

const three = briefing(doc({ banner: 'OFFICIAL' }, p('a'), pageBreak(), p('b'), pageBreak(), p('c')));
const limited = (lengthLimit: unknown) => ({ ...three, settings: { ...three.settings, lengthLimit } });

it('pages are estimated where the limit is one of pages', () => {
  expect(measuredLength(limited({ unit: 'pages', most: 2 }))).toEqual({ pages: 2.1, words: null });
  expect(measuredLength(limited({ unit: 'words', most: 2 }))).toEqual({ pages: null, words: null });
  expect(measuredLength(three)).toEqual({ pages: null, words: null });
});

it('a briefing that is too long is worth a look', () => {
  const kinds = (most: number) => {
    const made = limited({ unit: 'pages', most });
    return checkReport({ ...made, measured: measuredLength(made) }).open.map(({ kind }) => kind);
  };
  expect(kinds(2)).toContain('over-length');
  expect(kinds(3)).not.toContain('over-length');
});
