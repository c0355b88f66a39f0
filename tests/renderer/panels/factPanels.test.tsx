// Tests of the panels of a fact: its menu, what is known of it, and the paragraph of its source.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ArticleParagraph, byParagraph } from '../../../renderer/panels/articleParagraph.tsx';
import { factMenu } from '../../../renderer/panels/factMenu.ts';
import { FactRow } from '../../../renderer/panels/factRow.tsx';
import { stretches } from '../../../renderer/panels/segments.ts';
import { placeWords, SourceParagraph } from '../../../renderer/panels/sourceParagraph.tsx';
import { correctFact } from '../../../shared/facts/correction.ts';
import { paragraphs } from '../../../shared/text/sentences.ts';
import { article, claimOf, figureOf, quoteOf } from '../../records.ts';

const source = article('The mill stands.\n\n“It ground 12 sacks,” he said, “and 40 more.”\n\nThe end.', {
  published: '2031-03-04',
});
const sacks = figureOf(source, '12 sacks', { value: 12, unit: 'sack' });
const said = quoteOf(source, ['It ground 12 sacks,', 'and 40 more.']);

describe('the menu of a fact', () => {
  const ids = (...args: Parameters<typeof factMenu>) => factMenu(...args).map(({ id }) => id);
  it('offers the forms that its kind can take', () => {
    expect(ids(said, 0).slice(0, 3)).toEqual(['quotation', 'quoted', 'sentence']);
    expect(ids(sacks, 0).slice(0, 3)).toEqual(['figure', 'sentence', 'row']);
    expect(ids(claimOf(source, 'The end'), 0)).toEqual(['source', 'unverified', 'verified', 'disputed', 'dismiss']);
  });
  it('offers its use, and to put it back, only where there is one', () => {
    expect(ids(sacks, 0)).not.toContain('use');
    expect(ids(sacks, 2)).toContain('use');
    expect(ids(sacks, 0)).not.toContain('putBack');
    expect(ids(correctFact(sacks, { value: 13 }, { by: 'I', at: '' }), 0)).toContain('putBack');
    expect(factMenu({ ...sacks, dismissed: true }, 0).at(-1)?.label).toBe('Bring back');
  });
});

describe('the source of a fact', () => {
  it('is its paragraph, with each piece of its words marked', () => {
    const shown = renderToStaticMarkup(<SourceParagraph fact={said} article={source} />);
    expect(shown.match(/<p /gu)).toHaveLength(1);
    expect([...shown.matchAll(/<mark[^>]*>([^<]*)<\/mark>/gu)].map(([, words]) => words)).toEqual([
      'It ground 12 sacks,',
      'and 40 more.',
    ]);
    expect(shown).toContain('” he said, “');
    expect(placeWords(said, source)).toBe('The Calder Post, 4 March 2031, ¶2');
    expect(placeWords(said, undefined)).toBe('Source missing');
  });

  it('draws each paragraph with the facts that reach into it', () => {
    const spans = paragraphs(source.text);
    const within = byParagraph(spans, stretches([said, sacks]));
    expect(spans.map((_, index) => within(index).length)).toEqual([0, 3, 0]);
    const shown = renderToStaticMarkup(
      <ArticleParagraph text={source.text} span={spans[1]!} number={2} within={within(1)} hit={sacks.id} />,
    );
    expect(shown.replaceAll(/<[^>]*>/gu, '')).toBe(source.text.slice(spans[1]!.start, spans[1]!.end));
    expect(shown).toMatch(/class="fact figure {2}hit"/u);
  });
});

describe('a row of the list', () => {
  const row = (over: object) =>
    renderToStaticMarkup(
      <FactRow
        fact={sacks}
        id="r"
        about="¶2. Not used"
        isActive={false}
        isAltered={false}
        index={4}
        start={92}
        measure={() => undefined}
        {...over}
      />,
    );
  it('says what it is by words, not by looks alone', () => {
    expect(row({})).toContain('aria-rowindex="5"');
    expect(row({})).toContain('unverified');
    expect(row({ isAltered: true })).toContain('altered');
    expect(row({ fact: { ...sacks, dismissed: true } })).toContain('dismissed');
    expect(row({ isActive: true })).toContain('aria-selected="true"');
  });
});
