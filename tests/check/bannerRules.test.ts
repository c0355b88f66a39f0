// Tests of the rules of the banner: none set, lower than a portion mark, and the same sentence in the checks as at export.
import { describe, expect, it, test } from 'vitest';
import { bannerBelow } from '../../shared/check/bannerRules.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import type { Child } from '../builders.ts';
import { at, by, doc, h, li, p, qt, quotation, title, titleBlock, ul } from '../builders.ts';
import { planOf } from '../export/planned.ts';

const found = (made: ReturnType<typeof doc>) =>
  checkBriefing({ doc: made, articles: [], facts: [], annotations: [] }).filter(({ kind }) =>
    ['no-banner', 'banner-below-portion'].includes(kind),
  );

describe('a banner below a portion mark', () => {
  const made = doc(
    { banner: 'OFFICIAL' },
    p({ portion: 'OS' }, 'one'),
    p({ portion: 'S' }, '<from>two<to>'),
    p('three'),
  );

  it('is told once, at the words with the highest mark, with what would cover them', () => {
    expect(found(made)).toMatchObject([
      {
        id: 'banner-below-portion:S',
        kind: 'banner-below-portion',
        severity: 'look',
        title: 'The banner OFFICIAL is lower than the portion mark (S)',
        detail: 'Raise the banner to SECRET, or mend the mark.',
        from: at(made, 'from'),
        to: at(made, 'to'),
        factId: null,
        annotationId: null,
        diff: null,
      },
    ]);
  });

  it('is gone when the banner is raised as it says', () => {
    const raised = bannerBelow(made)?.raised ?? '';
    expect(found(doc({ banner: raised }, ...made.children))).toEqual([]);
  });

  it('is told at export in the same words', () => {
    const [check] = found(made);
    expect(planOf([{ banner: 'OFFICIAL' }, ...made.children]).texts).toContain(`${check?.title}. ${check?.detail}`);
  });

  test.each<[string, Child]>([
    ['a heading', h({ portion: 'S' }, 'Issue')],
    ['an item of a list', ul(li(p({ portion: ' (s) ' }, 'x')))],
    ['a quotation', quotation({ portion: 'S' }, qt('said'), by('who'))],
    ['the title', titleBlock(title({ portion: 'S' }, 'Grain'))],
  ])('is seen in %s', (_where, node) => {
    expect(found(doc({ banner: 'UNCLASSIFIED' }, node, p('x'))).map(({ kind }) => kind)).toEqual([
      'banner-below-portion',
    ]);
  });

  test.each<[string, string, Child]>([
    ['a mark of another scheme', 'UNCLASSIFIED', p({ portion: 'OS' }, 'x')],
    ['a mark that it covers', 'TOP SECRET', p({ portion: 'S' }, 'x')],
    ['a marked paragraph without words', 'OFFICIAL', p({ portion: 'S' })],
    ['an empty mark', 'OFFICIAL', p({ portion: ' () ' }, 'x')],
    ['a banner of no scheme', 'For the board', p({ portion: 'S' }, 'x')],
  ])('is not told for %s', (_what, banner, node) => {
    expect(found(doc({ banner }, node))).toEqual([]);
  });
});

it('no banner at all is told alone', () => {
  for (const banner of [null, ' ']) {
    expect(found(doc({ banner }, p({ portion: 'S' }, 'x'))).map(({ kind }) => kind)).toEqual(['no-banner']);
  }
});
