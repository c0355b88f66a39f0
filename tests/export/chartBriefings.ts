// Two figures of different units, and a briefing that has them: the ground of the tests of charts.
import type { Node } from 'prosemirror-model';
import type { Briefing } from '../../shared/briefing/briefing.ts';
import { article as articleOf, figureOf } from '../records.ts';
import { briefing as briefingOf } from './briefings.ts';

const source = articleOf('Ostrel earned $5 million in 2029 and shipped 904 tonnes in 2030.', { id: 'a-ostrel' });

export const article = {
  source,
  dollars: figureOf(source, '$5 million', { value: 5e6, unit: 'USD', figureKind: 'money', period: '2029' }),
  tonnes: figureOf(source, '904 tonnes', { value: 904, unit: 'tonne', figureKind: 'quantity', period: '2030' }),
};

export function briefing(doc: Node): Briefing {
  return briefingOf(doc, { articles: [source], facts: [article.dollars, article.tonnes] });
}
