// An invented article with facts of every kind, for the tests of prefill and of the checks.
import type { Article } from '../../shared/article/article.ts';
import type { Facts } from '../../shared/facts/fact.ts';
import { article, claimOf, dateOf, figureOf, nameOf, quoteOf, speaker, spanOf } from '../records.ts';

export const calder: Article = article(
  `Calder’s harbour grew again last year. Its turnover reached 40 million dollars in 2030, more than double the 25 million dollars of 2029.

Mayor Ona Brandt said: “We did not plan for so many ships. Turnover, which was 25 million dollars in 2029, was 40 million dollars in 2030.

“If the state helps, we may build a third pier.”

“The pier is a dream,” said Teo Lindqvist, a pilot. “It will sink the town.” More than 1,200 workers are on strike. In May 2031 the council votes.`,
  { title: 'Calder counts its ships' },
);

const mayor = speaker(calder, 'Ona Brandt', 'Ona Brandt', 'Mayor');
const dollars = { unit: 'USD', figureKind: 'money' } as const;

export const calderFacts: Facts = {
  quotes: [
    quoteOf(
      calder,
      [
        'We did not plan for so many ships. Turnover, which was 25 million dollars in 2029, was 40 million dollars in 2030.',
        'If the state helps, we may build a third pier.',
      ],
      { speaker: mayor },
    ),
    quoteOf(calder, ['The pier is a dream,', 'It will sink the town.'], {
      speaker: speaker(calder, 'Teo Lindqvist', 'Teo Lindqvist', 'pilot'),
    }),
  ],
  figures: [
    figureOf(calder, '40 million dollars', { ...dollars, value: 40e6, measure: 'turnover', period: '2030' }),
    figureOf(calder, '25 million dollars', { ...dollars, value: 25e6, measure: 'turnover', period: '2029' }),
    figureOf(calder, '1,200 workers', { value: 1200, unit: 'worker', figureKind: 'count', qualifier: '>' }),
  ],
  dates: [dateOf(calder, 'May 2031', '2031-05')],
  names: [
    nameOf(calder, 'Ona Brandt', { role: 'Mayor' }),
    nameOf(calder, 'Teo Lindqvist', { role: 'pilot' }),
    nameOf(calder, 'Calder', { nameKind: 'place' }),
  ],
  claims: [claimOf(calder, 'more than double', { verdict: 'contradicted', computed: '40000000 / 25000000 = 1.6' })],
  oddities: [
    {
      articleId: calder.id,
      ...spanOf(calder, '1,200 workers'),
      text: '1,200 workers',
      code: 'no-source',
      note: 'The article names no source for this count.',
    },
    {
      articleId: calder.id,
      ...spanOf(calder, 'a third pier'),
      text: 'a third pier',
      code: 'first-mention',
      note: 'No other pier is mentioned.',
    },
  ],
};
