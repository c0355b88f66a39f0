// Align: where each item of the margin stands, so that it is beside its words and none overlap (ui.md, margin algorithm).

export interface Wish {
  readonly id: string;
  /** Where the item wants its top: the top of its words, in pixels of the pane. */
  readonly want: number;
  readonly height: number;
  /** Rows may touch; cards keep a gap. */
  readonly row: boolean;
}

const GAP = 6;
const EDGE = 8;

function gap(a: Wish, b: Wish): number {
  return a.row && b.row ? 0 : GAP;
}

/** How far below its words a card may be pushed before it folds: beyond it the eye no longer joins the two. */
const FAR = 120;
/** Height of a card that is folded to a row. */
export const FOLDED = 25;

/**
 * Cards that must fold to rows because others push them too far from their words. Those nearer to the head of a crowd keep
 * their room; the open card always does. It depends on distances only, so scrolling changes nothing. `wishes` as in `align`.
 */
export function crowded(wishes: readonly Wish[], openId: string | null): ReadonlySet<string> {
  const folded = new Set<string>();
  const open = openId === null ? -1 : wishes.findIndex((wish) => wish.id === openId);
  const height = (wish: Wish): number => (folded.has(wish.id) ? FOLDED : wish.height);
  // Above an open card they are pushed up, from it on down.
  let edge = wishes[open]?.want ?? Infinity;
  for (let at = open - 1; at >= 0; at--) {
    const [wish, below] = [wishes[at], wishes[at + 1]];
    if (!wish || !below) break;
    const room = edge - gap(wish, below);
    if (!wish.row && wish.want - (room - wish.height) > FAR) folded.add(wish.id);
    edge = Math.min(wish.want, room - height(wish));
  }
  let foot = -Infinity;
  for (let at = Math.max(open, 0); at < wishes.length; at++) {
    const [above, wish] = [at > open && at > 0 ? wishes[at - 1] : undefined, wishes[at]];
    if (!wish) break;
    const top = Math.max(wish.want, above ? foot + gap(above, wish) : -Infinity);
    if (!wish.row && at !== open && top - wish.want > FAR) folded.add(wish.id);
    foot = top + height(wish);
  }
  return folded;
}

/**
 * Tops by id. `wishes` in the order of the document. Overlapping items move down; the open one takes its own place, clamped to a pane of
 * `room` pixels, and those above it move up.
 */
export function align(wishes: readonly Wish[], openId: string | null, room: number): Map<string, number> {
  const tops: number[] = [];
  const open = openId === null ? -1 : wishes.findIndex((wish) => wish.id === openId);
  const opened = wishes[open];
  let from = 0;
  if (opened) {
    tops[open] = Math.max(EDGE, Math.min(opened.want, room - opened.height - EDGE));
    for (let at = open - 1; at >= 0; at--) {
      const [wish, below] = [wishes[at], wishes[at + 1]];
      if (!wish || !below) break;
      tops[at] = Math.min(wish.want, (tops[at + 1] ?? 0) - wish.height - gap(wish, below));
    }
    from = open + 1;
  }
  for (let at = from; at < wishes.length; at++) {
    const [above, wish] = [wishes[at - 1], wishes[at]];
    if (!wish) break;
    tops[at] = above ? Math.max(wish.want, (tops[at - 1] ?? 0) + above.height + gap(above, wish)) : wish.want;
  }
  return new Map(wishes.map((wish, at) => [wish.id, tops[at] ?? wish.want]));
}
