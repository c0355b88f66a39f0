// Tests of our own arithmetic: what a paragraph claims of its own figures, computed again, with the computation shown.
import { describe, expect, it } from 'vitest';
import { flatFacts } from '../../shared/briefing/prefill.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { by, doc, own, p, quote, quoted, report, type Child } from '../builders.ts';
import { calder, calderFacts } from '../briefing/sampleArticle.ts';

const facts = flatFacts([calderFacts]);

function contradicted(...children: Child[]) {
  const drawn = doc({ banner: 'OFFICIAL' }, p(...children));
  return checkBriefing({ doc: drawn, articles: [calder], facts, annotations: [] })
    .filter(({ kind }) => kind === 'contradicted-claim')
    .map(({ severity, detail, from, to }) => ({ severity, detail, words: drawn.textBetween(from, to) }));
}

describe('a claim of our own', () => {
  it('that its own figures contradict is to be settled, with the computation', () => {
    expect(contradicted('Exports rose 50 per cent to 120 million dollars from 100 million dollars.')).toEqual([
      {
        severity: 'settle',
        detail: '(120000000 - 100000000) / 100000000 = 20.0%. Write it in words that the figures support.',
        words: 'rose 50 per cent',
      },
    ]);
  });

  it.each([
    'Exports rose 20 per cent to 120 million dollars from 100 million dollars.',
    'Exports rose to 120 million dollars from 100 million dollars.',
    'Exports rose 50 per cent, and imports were 120 million dollars.',
  ])('that they support, or that cannot be computed, is right: %s', (words) => {
    expect(contradicted(words)).toEqual([]);
  });

  it('is found where its figures are marked as our own', () => {
    expect(
      contradicted(
        'Exports rose 50 per cent to ',
        own('120 million dollars'),
        ' from ',
        own('100 million dollars'),
        '.',
      ),
    ).toHaveLength(1);
  });

  it('is none where the words are somebody else’s or reported', () => {
    const words = 'Exports rose 50 per cent to 120 million dollars from 100 million dollars.';
    expect(contradicted('She said: “', quoted('x', words), '”')).toEqual([]);
    const drawn = doc({ banner: 'OFFICIAL' }, report(words), quote(null, words, by('Ida Moss')));
    const kinds = checkBriefing({ doc: drawn, articles: [calder], facts, annotations: [] }).map(({ kind }) => kind);
    expect(kinds).not.toContain('contradicted-claim');
  });

  it('keeps its id while the text around it moves', () => {
    const words = 'Exports rose 50 per cent to 120 million dollars from 100 million dollars.';
    const ids = (...blocks: readonly string[]): string[] =>
      checkBriefing({
        doc: doc({ banner: 'OFFICIAL' }, ...blocks.map((one) => p(one))),
        articles: [calder],
        facts,
        annotations: [],
      }).flatMap(({ kind, id }) => (kind === 'contradicted-claim' ? [id] : []));
    expect(ids(words)).toEqual(ids('Before it.', words));
  });
});
