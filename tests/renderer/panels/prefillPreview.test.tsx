// What the preview of a prefill shows: counts with their sources, what is left to the analyst, ticks for what can be left out.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';
import { PrefillPreview } from '../../../renderer/panels/prefillPreview.tsx';
import { filledWords, isOptional } from '../../../renderer/panels/prefillWords.ts';
import { LEAVE_NOTHING_OUT } from '../../../shared/briefing/fillings.ts';
import type { PlannedFill, PlannedSection } from '../../../shared/briefing/prefillPlan.ts';
import { article } from '../../records.ts';

const fill = (kind: PlannedFill['fill'], ...sources: string[]): PlannedFill => ({
  fill: kind,
  items: sources.map((articleId, index) => ({ words: `${kind} ${index}`, articleId })),
});

test.each([
  [[fill('keyFigures', 'a', 'b', 'a')], '3 figures from 2 sources'],
  [
    [fill('reporting', 'a'), fill('quotations', 'a'), fill('names', 'a', 'a')],
    '1 reporting paragraph, 1 quotation and 2 names from 1 source',
  ],
  [[fill('sources', 'a', 'b')], '2 sources listed'],
  [[], null],
])('%# is told in words', (fills, words) => expect(filledWords({ fills })).toBe(words));

const section = (over: Partial<PlannedSection>): PlannedSection => ({
  id: 'x',
  heading: 'Background',
  fills: [],
  prompt: null,
  left: false,
  ...over,
});

describe('the preview', () => {
  const articles = [article('x', { id: 'a', title: 'Grain' }), article('y', { id: 'b', title: 'Ships' })];
  const shown = (sections: readonly PlannedSection[], sources: readonly string[] = []): string =>
    renderToStaticMarkup(
      <PrefillPreview
        sections={sections}
        articles={articles}
        leaveOut={{ ...LEAVE_NOTHING_OUT, sources: new Set(sources) }}
        onChange={() => undefined}
      />,
    );

  it('has a tick for each source and each section that is filled', () => {
    const html = shown(
      [
        section({ fills: [fill('keyFigures', 'a')], prompt: 'Why?' }),
        section({ id: 'y', heading: 'Issue', prompt: 'What?' }),
        section({ id: 'z', heading: 'Sources', fills: [fill('sources', 'a')] }),
      ],
      ['b'],
    );
    expect(html.match(/type="checkbox"/gu)).toHaveLength(3);
    expect(html.match(/checked=""/gu)).toHaveLength(2);
    expect(html).toContain('Left to you: </span>What?');
    expect(html).toContain('Show them<span class="sr"> under Background');
    expect(isOptional(section({ fills: [fill('sources', 'a')] }))).toBe(false);
  });

  it('does not list what is left out', () => {
    const html = shown([section({ fills: [fill('keyFigures', 'a')], left: true })]);
    expect(html).not.toContain('Show them');
    expect(html).toContain('is-left');
  });
});
