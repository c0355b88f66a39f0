// The finding about the length of a briefing: that it is longer than its limit.
import type { Node } from 'prosemirror-model';
import {
  isOver,
  lengthFor,
  lengthLimitOf,
  lengthWords,
  limitWords,
  type MeasuredLength,
} from '../briefing/lengthLimit.ts';
import { wordCount } from '../briefing/queries.ts';
import type { Finding } from './finding.ts';

const UNMEASURED: MeasuredLength = { pages: null, words: null };

/** What is worth a look about the length of `doc`: nothing without a limit, or while its pages are not known. */
export function lengthFindings(
  doc: Node,
  settings: Readonly<Record<string, unknown>>,
  measured: MeasuredLength = UNMEASURED,
): readonly Finding[] {
  const limit = lengthLimitOf(settings);
  if (limit === null) return [];
  const known = limit.unit === 'words' ? { ...measured, words: measured.words ?? wordCount(doc) } : measured;
  if (!isOver(limit, known)) return [];
  const is = lengthWords(limit.unit, lengthFor(limit, known) ?? 0);
  return [
    {
      kind: 'over-length',
      key: `${limit.unit}:${limit.most}`,
      title: `The briefing is longer than ${limitWords(limit)}`,
      detail: `${limit.unit === 'pages' ? `It is about ${is} pages long` : `It has ${is} words`}. Shorten it, or change its limit.`,
      from: 0,
      to: 0,
      words: limitWords(limit),
    },
  ];
}
