// Widths of panes: within their limits, and never at the cost of the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PANE_LIMITS, paneWidth, widestPane } from '../../renderer/paneWidths.ts';

describe('paneWidth', () => {
  it('keeps a wish within the limits, in whole pixels', () => {
    expect(paneWidth('sources', 10)).toBe(264);
    expect(paneWidth('sources', 333.4)).toBe(333);
    expect(paneWidth('facts', 9999)).toBe(440);
    expect(paneWidth('facts', NaN)).toBe(360);
  });

  it('leaves the page its 560 px from 1180 px of window on, whatever is wished of both', () => {
    const wish = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: 1180, max: 4000 }), wish, wish, (windowWidth, ofSources, ofFacts) => {
        // As kept: each within its own limits, and each drawn beside the other as kept.
        const kept = { sources: paneWidth('sources', ofSources), facts: paneWidth('facts', ofFacts) };
        const sources = paneWidth('sources', kept.sources, widestPane('sources', windowWidth, kept.facts));
        const facts = paneWidth('facts', kept.facts, widestPane('facts', windowWidth, kept.sources));
        expect(windowWidth - sources - facts).toBeGreaterThanOrEqual(560);
        expect(sources).toBeGreaterThanOrEqual(PANE_LIMITS.sources.least);
        expect(facts).toBeGreaterThanOrEqual(PANE_LIMITS.facts.least);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
