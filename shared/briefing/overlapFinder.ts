// overlapFinder: answers for many spans whether each overlaps any of a given list.
import type { Span } from '../text/span.ts';

/** Sorts `spans` once; each question then takes the logarithm of their number. */
export function overlapFinder(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const span of sorted) reach.push(Math.max(reach.at(-1) ?? 0, span.end));
  return (span) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? Infinity) < span.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > span.start;
  };
}
