// Words: times, workings and cuts as people read them.
import { describe, expect, it } from 'vitest';
import { agoWords, counted, factNote, short, tabWords, workingWords } from '../../../renderer/panels/words.ts';
import { article, claimOf, dateOf, figureOf } from '../../records.ts';

describe('words', () => {
  it('tells a working in the scale that hides no digit', () => {
    expect(workingWords('1380000000 / 310000000 = 4.45')).toBe('1,380 million ÷ 310 million = 4.45');
    expect(workingWords('12345 / 5 = 2469')).toBe('12,345 ÷ 5 = 2469');
    expect(workingWords('1234567 - 3 = 1234564')).toBe('1,234,567 − 3 = 1,234,564');
  });

  it('cuts after a word', () => {
    expect(short('The harbour of Ostrel', 13)).toBe('The harbour…');
    expect(short('  The \n harbour ', 13)).toBe('The harbour');
  });

  it('counts', () => {
    expect([0, 1, 2, 1200].map((count) => counted(count, 'word'))).toEqual([
      'no words',
      '1 word',
      '2 words',
      '1,200 words',
    ]);
  });

  it('says when', () => {
    const now = new Date(2031, 2, 4, 12, 0);
    const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
    expect(agoWords(at(2031, 2, 4, 9, 5), now)).toBe('Today, 09:05');
    expect(agoWords(at(2031, 2, 3, 23, 59), now)).toBe('Yesterday, 23:59');
    expect(agoWords(at(2031, 1, 9, 8, 0), now)).toBe('9 February, 08:00');
    expect(agoWords(at(2030, 11, 31, 8, 0), now)).toBe('31 December 2030');
  });

  it('names a source by its publisher and day', () => {
    expect(tabWords(article('x'))).toBe('The Calder Post, 4 Mar');
    expect(tabWords(article('x', { publisher: null, published: null }))).toBe('calder.txt');
  });

  it('says of a fact what one needs to know it by', () => {
    const source = article('Exports rose by half, to 90 tonnes in 2030, said the board.');
    expect(factNote(figureOf(source, '90 tonnes', { measure: 'exports', period: '2030' }))).toBe('exports, 2030');
    expect(factNote(claimOf(source, 'by half', { computed: '90 / 60 = 1.5', verdict: 'supported' }))).toBe(
      '90 ÷ 60 = 1.5, supported',
    );
    expect(factNote(dateOf(source, '2030', '2030'))).toContain('tonnes in 2030');
  });
});
