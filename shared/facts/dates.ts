// Dates and periods in the text, absolute and relative; what is found here is no figure.
import { readDay, shiftYears } from './calendar.ts';
import { MONTHS, WEEKDAYS } from './lexicon/months.ts';
import { CARDINALS, ORDINALS } from './lexicon/numbers.ts';
import { factAt, type Reading } from './reading.ts';
import type { DateHit } from './dateHit.ts';
import type { DateMention } from './fact.ts';
import { scanAbsolute } from './absoluteDates.ts';
import { scanRelative } from './relativeDates.ts';
import type { Token } from './tokens.ts';

/** Words, in lower case, that a date may begin with: keeps the scan fast. */
const WORD_STARTS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...CARDINALS.keys(),
  ...ORDINALS.keys(),
  ...'q1 q2 q3 q4 h1 h2 year quarter fiscal financial fy a an last previous this current next coming'.split(' '),
  ...'yesterday today tonight tomorrow'.split(' '),
  ...[...WEEKDAYS.keys(), 'today', 'yesterday', 'tomorrow'].map((word) => `${word}'s`),
]);

/** All dates, periods and times of day, in order, not overlapping. */
export function scanDates(tokens: readonly Token[], day: string | null): DateHit[] {
  const today = day === null ? null : readDay(day);
  const hits: DateHit[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    if (
      token.kind === 'mark' ||
      (token.kind === 'word' && !WORD_STARTS.has(token.lower) && !token.lower.startsWith('fy'))
    ) {
      i++;
      continue;
    }
    const hit = scanAbsolute(tokens, i, today) ?? scanRelative(tokens, i, today);
    if (hit) hits.push(placed(hit, hits));
    i = hit ? hit.to : i + 1;
  }
  return hits;
}

/** Counts "a year earlier" from the nearest dated words before it. */
function placed(hit: DateHit, before: readonly DateHit[]): DateHit {
  const years = hit.yearsFromOther;
  if (years === undefined || years === 0) return hit;
  const other = before.findLast((h) => h.value !== null);
  // Far away it is another story's year.
  if (!other || other.value === null || hit.from - other.to > REACH) return hit;
  return { ...hit, value: shiftYears(other.value, years) };
}

/** How many tokens back "a year earlier" may look: about two sentences. */
const REACH = 50;

/** The date facts: every hit that has a value. */
export function findDates(reading: Reading, tokens: readonly Token[], hits: readonly DateHit[]): DateMention[] {
  return hits.flatMap((hit) => {
    const first = tokens[hit.from];
    const last = tokens[hit.to - 1];
    if (hit.value === null || !first || !last) return [];
    const span = { start: first.start, end: last.end };
    return [{ ...factAt(reading, 'date', span), kind: 'date' as const, value: hit.value, relative: hit.relative }];
  });
}
