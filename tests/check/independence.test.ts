// Tests of independent sources: another outlet that says the same counts; a copy of the same words, or the same agency, does not.
import { describe, expect, it } from 'vitest';
import { areIndependent, independentSources } from '../../shared/check/independence.ts';
import { article, dateOf, figureOf, quoteOf } from '../records.ts';

const NEWS =
  'The harbour of Calder handled 52,000 tonnes of timber in 2030, its board said on Tuesday. “We will build a second pier before the ice comes,” said the chair. Fishermen in the old basin were less sure, and asked who would pay.';
const one = article(NEWS, { id: 'a-one', sha256: 'a'.repeat(64) });
const copy = article(`From the wire. ${NEWS}`, { id: 'a-copy', publisher: 'Fell Herald', sha256: 'b'.repeat(64) });
const own = article(
  'Timber is back. Our reporter counted ships all year, and the port’s books, which she read last week, show 52,000 tonnes of timber for 2030. The chair promised again: “We will build a second pier before the ice comes.” Nobody in the taverns believed it.',
  { id: 'a-own', publisher: 'Tarn Weekly', sha256: 'c'.repeat(64) },
);
const tonnes = { value: 52_000, unit: 'tonne', figureKind: 'quantity', measure: 'timber', period: '2030' } as const;

describe('two sources', () => {
  it('are independent when outlet and words differ', () => {
    expect(areIndependent(one, own)).toBe(true);
    expect(areIndependent(own, one)).toBe(true);
  });

  it('are one when the words are largely the same, the outlet is, or the agency is', () => {
    expect(areIndependent(one, copy)).toBe(false);
    expect(areIndependent(one, { ...own, publisher: 'the Calder post' })).toBe(false);
    expect(areIndependent({ ...one, agency: 'Nordwire' }, { ...own, agency: 'NordWire' })).toBe(false);
    expect(areIndependent({ ...one, agency: 'Tarn Weekly' }, own)).toBe(false);
    expect(areIndependent(one, { ...own, sha256: one.sha256 })).toBe(false);
  });

  it('cannot be told apart when an outlet is not known', () => {
    expect(areIndependent(one, { ...own, publisher: null })).toBe(false);
  });
});

describe('what a fact is carried by', () => {
  const figure = figureOf(one, '52,000 tonnes', tonnes);
  const same = figureOf(own, '52,000 tonnes', tonnes);

  it('is its own article and each that says the same on its own', () => {
    const copied = figureOf(copy, '52,000 tonnes', tonnes);
    const sources = independentSources(figure, [figure, copied, same], [one, copy, own]);
    expect(sources.map(({ id }) => id)).toEqual(['a-one', 'a-own']);
    expect(independentSources(figure, [figure, copied], [one, copy])).toHaveLength(1);
  });

  it('is not what gives another value, period or measure, or was dismissed', () => {
    for (const other of [
      { ...same, value: 61_000 },
      { ...same, period: '2029' },
      { ...same, measure: 'fish' },
      { ...same, unit: null },
      { ...same, dismissed: true },
    ]) {
      expect(independentSources(figure, [figure, other], [one, own])).toHaveLength(1);
    }
  });

  it('holds for quotations by their words, whatever the marks', () => {
    const quote = quoteOf(one, 'We will build a second pier before the ice comes,');
    const again = quoteOf(own, 'We will build a second pier before the ice comes.');
    expect(independentSources(quote, [quote, again], [one, own])).toHaveLength(2);
    const short = quoteOf(own, 'a second pier');
    expect(independentSources(quote, [quote, short], [one, own])).toHaveLength(1);
  });

  it('is the article alone for a date, and nothing when that is gone', () => {
    const date = dateOf(one, '2030', '2030');
    expect(independentSources(date, [date, dateOf(own, '2030', '2030')], [one, own])).toHaveLength(1);
    expect(independentSources(figure, [figure], [own])).toEqual([]);
  });
});
