// Pane widths: how wide the panes may be, and what a wish for a width comes to (ui.md, Layout).
import type { Pane } from './view.ts';

interface Limits {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** In CSS pixels. */
export const PANE_LIMITS: Readonly<Record<Pane, Limits>> = {
  sources: { least: 264, usual: 304, most: 420 },
  facts: { least: 320, usual: 360, most: 440 },
};

/** The page between the panes keeps this much, whatever is wished. */
const LEAST_DESK = 560;

export const USUAL_WIDTHS: Readonly<Record<Pane, number>> = {
  sources: PANE_LIMITS.sources.usual,
  facts: PANE_LIMITS.facts.usual,
};

/** The widest that `pane` can be in a window, beside another pane (or its rail) that takes `beside`. */
export function widestPane(pane: Pane, windowWidth: number, beside: number): number {
  const { least, most } = PANE_LIMITS[pane];
  return Math.max(least, Math.min(most, windowWidth - beside - LEAST_DESK));
}

/** `wish` in whole pixels within the limits of the pane; what is no number is the usual width. */
export function paneWidth(pane: Pane, wish: number, widest: number = PANE_LIMITS[pane].most): number {
  const { least, usual } = PANE_LIMITS[pane];
  return Math.round(Math.min(widest, Math.max(least, Number.isFinite(wish) ? wish : usual)));
}
