// Tests of the fields in which a fact is corrected: what was typed becomes what fact.ts holds, or a sentence at its field.
import { describe, expect, it } from 'vitest';
import { filled, periodOf, readFields, unitOf, valueOf, type Fields } from '../../../renderer/panels/correctForm.ts';
import { correctionWords, normalised, valueWords } from '../../../renderer/panels/factWords.ts';
import { correctFact, speakerNamed } from '../../../shared/facts/correction.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { article, claimOf, dateOf, figureOf, quoteOf, speaker } from '../../records.ts';

const source = article('In 2030 the mint struck 1,200 crowns. “It shines,” said Ines Brook.');
const crowns = figureOf(source, '1,200 crowns', {
  value: 1200,
  unit: 'SEK',
  figureKind: 'money',
  measure: 'coins struck',
  period: '2030',
  periodNote: 'read against 2031-03-04',
});
const shines = quoteOf(source, 'It shines,', { speaker: speaker(source, 'Ines Brook', 'Ines Brook', null) });
const who = { by: 'Ida Moss', at: '2031-03-05T09:00:00.000Z' };

function change(fact: Fact, fields: Fields): unknown {
  const read = readFields(fact, { ...filled(fact), ...fields });
  return read.ok ? read.value : `${read.error.code}: ${read.error.text}`;
}

describe('the fields', () => {
  it('left as they are change nothing', () => {
    for (const fact of [crowns, shines, dateOf(source, '2030', '2030'), claimOf(source, '1,200 crowns')]) {
      const read = readFields(fact, filled(fact));
      expect(read.ok && correctFact(fact, read.value, who)).toBe(fact);
    }
  });

  it('of a figure take numbers, ranges and words', () => {
    expect(valueOf('1,752,000,000')?.value).toBe(1_752_000_000);
    expect(valueOf('−3.5')?.value).toBe(-3.5);
    expect(valueOf('90 to 124')?.value).toEqual([90, 124]);
    expect(valueOf('$1.752 billion')).toEqual({ value: 1_752_000_000, unit: 'USD' });
    expect(valueOf('many')).toBeNull();
    expect(valueOf('3 boats and 4 carts')).toBeNull();
    expect(change(crowns, { value: '$2 million' })).toMatchObject({
      value: 2_000_000,
      unit: 'USD',
      figureKind: 'money',
    });
    expect(change(crowns, { value: '$2 million', unit: 'EUR' })).toMatchObject({ value: 2_000_000, unit: 'EUR' });
    expect(change(crowns, { value: '9 to 3' })).toBe('value: The lower value comes first.');
    expect(change(crowns, { value: 'many' })).toMatch(/^value: /u);
  });

  it('of a unit know currencies by code and name, and what it makes of the figure', () => {
    expect(['usd', 'US dollars', 'per cent', ' boat ', ''].map(unitOf)).toEqual([
      'USD',
      'USD',
      'percentage',
      'boat',
      null,
    ]);
    expect(change(crowns, { unit: 'boat' })).toMatchObject({ unit: 'boat', figureKind: 'count' });
    expect(change(crowns, { unit: '%' })).toMatchObject({ unit: 'percentage', figureKind: 'percent' });
    expect(change(crowns, { unit: '' })).toMatchObject({ unit: null, figureKind: 'number' });
  });

  it('of a period take what fact.ts writes, and words', () => {
    expect(['2024', '2024-Q3', '2024-03-01', 'FY2023-24', '2022 to 2024', '2022/2024'].map(periodOf)).toEqual([
      '2024',
      '2024-Q3',
      '2024-03-01',
      'FY2023-24',
      '2022/2024',
      '2022/2024',
    ]);
    expect(periodOf('March 2024')).toBe('2024-03');
    expect(periodOf('2024-13')).toBeNull();
    expect(periodOf('soon')).toBeNull();
    expect(change(crowns, { period: 'soon' })).toMatch(/^period: /u);
    expect(change(crowns, { period: '' })).toMatchObject({ period: null });
    expect(change(crowns, { period: '2031' })).not.toHaveProperty('periodNote');
  });

  it('of a quote set the speaker at the mention', () => {
    expect(change(shines, { name: 'Cy Dell', role: 'smith' })).toEqual({
      quoteKind: 'direct',
      speaker: { start: shines.start, end: shines.start, text: '', name: 'Cy Dell', role: 'smith', resolved: true },
    });
    expect(change(shines, { name: '', role: ' ' })).toMatchObject({ speaker: null });
  });
});

describe('the words', () => {
  it('give value and unit in full, and nothing where the source says the same', () => {
    expect(valueWords(crowns)).toBe('1,200 Swedish kronor');
    expect(valueWords({ value: [90, 124], unit: 'boat', qualifier: '>' })).toBe('more than 90 to 124 boats');
    expect(normalised({ ...crowns, text: '40 boats', value: 40, unit: 'boat' })).toBeNull();
    expect(normalised(shines)).toBeNull();
  });

  it('say who corrected what was read as what', () => {
    expect(correctionWords(crowns)).toBeNull();
    expect(correctionWords(correctFact(crowns, { value: 7, period: null }, who))).toBe(
      'Corrected by Ida Moss: read as 1,200 Swedish kronor, 2030',
    );
    expect(correctionWords(correctFact(crowns, { measure: 'coins' }, who))).toBe(
      'Corrected by Ida Moss: read as coins struck',
    );
    const named = correctFact(shines, { speaker: speakerNamed(shines, 'Cy Dell', null) }, who);
    expect(correctionWords(named)).toBe('Corrected by Ida Moss: read as Ines Brook');
    expect(correctionWords({ ...crowns, correction: { ...who, read: null } })).toBe('Added by Ida Moss');
    expect(correctionWords({ ...crowns, correction: { ...who, read: { value: 'x' } } })).toBe('Corrected by Ida Moss');
  });
});
