// Tests of the plan of a prefill: it tells what the prefill then writes, and what is left out of both.
import { describe, expect, it } from 'vitest';
import { prefill, type PrefillInput } from '../../shared/briefing/prefill.ts';
import { planPrefill } from '../../shared/briefing/prefillPlan.ts';
import { citations } from '../../shared/briefing/queries.ts';
import { DEFAULT_TEMPLATE, TEMPLATES } from '../../shared/briefing/templates.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { article } from '../records.ts';

const first = article(
  'Grain is dear in Calder\n\nThe price of grain rose to 412 marks a tonne in 2030, Ida Fenn, the harbour minister, said on 4 March 2031.\n\n"We will not sell below the price of last year, and we will not buy above it," Ida Fenn said.',
  { id: 'a', title: 'Grain is dear' },
);
const second = article('The Marl Courier reported exports of 90,000 tonnes in 2030 from Lower Marl.', {
  id: 'b',
  fileName: 'marl.txt',
});
const articles = [first, second];
const facts = articles.map((one) => extractFacts(one).value);
const input: PrefillInput = {
  articles,
  sources: new Map(),
  facts,
  template: DEFAULT_TEMPLATE,
  date: '2031-03-05',
  author: 'A',
  now: '2031-03-05T00:00:00.000Z',
};

describe('the plan of a prefill', () => {
  it('counts what each section will hold, with its sources', () => {
    const plan = planPrefill({ articles, facts, template: DEFAULT_TEMPLATE });
    expect(plan.map(({ heading }) => heading)).toEqual(DEFAULT_TEMPLATE.sections.map(({ heading }) => heading));
    const background = plan.find(({ id }) => id === 'background');
    const figures = background?.fills.find(({ fill }) => fill === 'keyFigures');
    expect(figures?.items.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
    expect(figures?.items[1]?.words).toContain('90,000 tonnes');
    const [quotation] = plan.find(({ id }) => id === 'argument')?.fills ?? [];
    expect(quotation?.items).toEqual([
      { words: expect.stringContaining('We will not sell') as string, articleId: 'a' },
    ]);
    expect(plan.find(({ id }) => id === 'sources')?.fills[0]?.items.map(({ words }) => words)).toEqual([
      'Grain is dear',
      'marl.txt',
    ]);
    expect(plan.find(({ id }) => id === 'timing')).toMatchObject({ fills: [], prompt: expect.any(String) as string });
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'of %s is kept by the prefill',
    (_id, template) => {
      const plan = planPrefill({ articles, facts, template });
      const { doc } = prefill({ ...input, template }).value;
      const planned = plan.flatMap(({ fills }) => fills).filter(({ fill }) => fill !== 'sources');
      const count = planned.reduce((sum, { items }) => sum + items.length, 0);
      expect(count).toBeGreaterThan(3);
      for (const { items } of planned) {
        for (const { words } of items)
          expect(doc.textContent.replaceAll(/\s+/gu, ' ')).toContain(words.split(/ [·—] /u)[0]);
      }
    },
  );

  it('leaves a source or a section out of the text, not out of the briefing', () => {
    const leaveOut = { sources: new Set(['b']), sections: new Set(['argument']) };
    const made = prefill({ ...input, leaveOut }).value;
    expect(new Set(citations(made.doc).map(({ articleId }) => articleId))).toEqual(new Set(['a']));
    expect(made.doc.textContent).not.toContain('We will not sell');
    expect(made.articles).toHaveLength(2);
    expect(made.facts).toEqual(prefill(input).value.facts);
    const plan = planPrefill({ articles, facts, template: DEFAULT_TEMPLATE, leaveOut });
    expect(plan.find(({ id }) => id === 'argument')).toMatchObject({ left: true });
    expect(JSON.stringify(plan)).not.toContain('90,000');
  });
});
