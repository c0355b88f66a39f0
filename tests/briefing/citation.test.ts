// Tests of citations in words.
import { describe, expect, it } from 'vitest';
import { citationText, sourceEntries } from '../../shared/briefing/citation.ts';
import { periodWords } from '../../shared/briefing/dateWords.ts';
import { article } from '../records.ts';

const full = article('x', {
  title: 'Calder counts its ships, and the ships of every other harbour along the coast',
  agency: 'Northern Wire',
  url: 'https://calder.example/ships',
});

describe('citationText', () => {
  it('names author, outlet, title, agency, date, address and place', () => {
    expect(citationText(full, 'paragraph 6', false)).toBe(
      'Ines Okafor, The Calder Post, “Calder counts its ships, and the ships of every other harbour along the coast”, ' +
        'through Northern Wire, 4 March 2031, https://calder.example/ships, paragraph 6.',
    );
  });

  it('is short after the first time', () => {
    expect(citationText(full, 'paragraph 6', true)).toBe(
      'The Calder Post, “Calder counts its ships, and the ships of every …”, paragraph 6.',
    );
  });

  it('says what is missing, and falls back on the file', () => {
    const bare = article('x', { byline: null, publisher: null, published: null });
    expect(citationText(bare, null, false)).toBe('calder.txt, untitled, undated.');
    expect(citationText(bare, 'page 3', true)).toBe('calder.txt, untitled, page 3.');
  });

  it('names an outlet once', () => {
    const own = article('x', { byline: 'The Calder Post', agency: 'The Calder Post' });
    expect(citationText(own, null, false)).toBe('The Calder Post, untitled, 4 March 2031.');
  });
});

describe('sourceEntries', () => {
  it('adds the file, its hash and the reliability', () => {
    expect(sourceEntries([article('x', { reliability: 'B' })])).toEqual([
      {
        articleId: 'a-calder',
        text: 'Ines Okafor, The Calder Post, untitled, 4 March 2031. Original calder.txt, SHA-256 0123456789ab. Source B: usually reliable.',
      },
    ]);
  });
});

describe('periodWords', () => {
  it.each([
    ['2031', '2031'],
    ['2031-03-04', '4 March 2031'],
    ['2031-03', 'March 2031'],
    ['2031-Q3', 'third quarter of 2031'],
    ['2031-H1', 'first half of 2031'],
    ['FY2030-31', 'fiscal year 2030–31'],
    ['2029/2031-03', '2029 to March 2031'],
    ['2031-13', '2031-13'],
    ['soon', 'soon'],
  ])('writes %s as %s', (period, words) => {
    expect(periodWords(period)).toBe(words);
  });
});
