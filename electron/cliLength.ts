// The length of a briefing for the command `check`: its pages are estimated only where a limit asks for them.
import type { Briefing } from '../shared/briefing/briefing.ts';
import { exportChoicesOf } from '../shared/briefing/exportChoices.ts';
import { lengthLimitOf, pagesByTenths, type MeasuredLength } from '../shared/briefing/lengthLimit.ts';
import { lengthOf } from '../shared/export/length.ts';

/** On the paper that the briefing was last exported on; words are left to the check, which counts them itself. */
export function measuredLength(briefing: Briefing): MeasuredLength {
  if (lengthLimitOf(briefing.settings)?.unit !== 'pages') return { pages: null, words: null };
  const { pages, filled } = lengthOf(briefing, exportChoicesOf(briefing.settings));
  return { pages: pagesByTenths(pages, filled), words: null };
}
