// pairUp: which of the things that were exported is which of those that the file has; by the surest sign first.

export interface Pairs<A, B> {
  /** In the order of what was exported. */
  readonly pairs: readonly { readonly was: A; readonly is: B; readonly at: number; readonly now: number }[];
  readonly missing: readonly A[];
  readonly added: readonly B[];
  /** True when pairs stand in another order than they did. */
  readonly moved: boolean;
}

/** Each of `signs` in turn pairs what is left, in order, with the first of the others that it holds of. */
export function pairUp<A, B>(
  exported: readonly A[],
  found: readonly B[],
  signs: readonly ((was: A, is: B) => boolean)[],
): Pairs<A, B> {
  const nowOf = new Array<number>(exported.length).fill(-1);
  const taken = new Set<number>();
  for (const holds of signs) {
    exported.forEach((was, at) => {
      if (nowOf[at] !== -1) return;
      const now = found.findIndex((is, index) => !taken.has(index) && holds(was, is));
      if (now < 0) return;
      nowOf[at] = now;
      taken.add(now);
    });
  }
  const pairs = exported.flatMap((was, at) => {
    const now = nowOf[at] ?? -1;
    return now < 0 ? [] : [{ was, is: found[now] as B, at, now }];
  });
  return {
    pairs,
    missing: exported.filter((_, at) => nowOf[at] === -1),
    added: found.filter((_, index) => !taken.has(index)),
    moved: pairs.some(({ now }, index) => now < (pairs[index - 1]?.now ?? -1)),
  };
}
