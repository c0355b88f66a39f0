// Corrections in a file: corrected, added and dismissed facts come back as they were saved.
import { expect, test } from 'vitest';
import { correctFact } from '../../shared/facts/correction.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { writeBrief } from '../../shared/file/write.ts';
import { figureOf } from '../records.ts';
import { APP, readWhole, sampleBriefing } from './sample.ts';

const who = { by: 'Ida Moss', at: '2031-05-07T09:24:00.000Z' };

test('what the analyst set in a fact comes back, with what was read, who set it and when', () => {
  const briefing = sampleBriefing();
  const [source] = briefing.articles;
  if (!source) throw new Error('The sample has no article.');
  const figure = figureOf(source, source.text.slice(0, 4), { value: 6 });
  const facts: Fact[] = [
    correctFact(figure, { value: 7, period: '2029' }, who),
    { ...figure, id: 'added-1', correction: { ...who, read: null, seenBy: ['Cy Dell'] } },
    { ...figure, id: 'dismissed-1', dismissed: true },
  ];
  const bytes = writeBrief({ ...briefing, facts }, { app: APP });
  const read = readWhole(bytes);
  expect(read.codes).toEqual([]);
  expect(read.briefing.facts).toEqual(facts);
  expect(writeBrief(read.briefing, { app: APP })).toEqual(bytes);
});
