// bannerChange: whether one banner in the place of another is lower, higher, or neither can be said.
import { markAbove, portionGroups, PORTIONS } from './portion.ts';

export type BannerChange = 'lowered' | 'raised' | 'other';

/** True when the words begin with a level of one of the schemes; else `portionGroups` offers them all. */
function isRanked(banner: string): boolean {
  return portionGroups(banner).length < Object.keys(PORTIONS).length;
}

/** True when there is a portion mark that `high` covers and `low` does not. */
function isBelow(low: string, high: string): boolean {
  return portionGroups(high).some(({ portions }) =>
    portions.some(({ mark }) => markAbove(high, [mark]) === null && markAbove(low, [mark]) !== null),
  );
}

/** What `after` is to `before`. `other`: of another scheme, free words, or of the same level with other limits behind it. */
export function bannerChange(before: string, after: string): BannerChange {
  if (!isRanked(before) || !isRanked(after)) return 'other';
  if (isBelow(after, before)) return 'lowered';
  return isBelow(before, after) ? 'raised' : 'other';
}
