// Tests of the words of a quote: pieces joined, paragraphs kept, every character traced to the article.
import { describe, expect, it } from 'vitest';
import { attributionText, markedParagraphs, quotationParagraphs } from '../../shared/briefing/quotationText.ts';
import { article, quoteOf, speaker } from '../records.ts';

function paragraphsOf(text: string, pieces: readonly string[], quoteKind: 'direct' | 'mixed' = 'direct'): string[] {
  const source = article(text);
  const quote = quoteOf(source, pieces, { quoteKind });
  const paragraphs = quotationParagraphs(source.text, quote);
  for (const { text: words, offsets } of paragraphs) {
    expect(offsets).toHaveLength(words.length);
    [...words].forEach((char, at) => {
      const offset = offsets[at] ?? -1;
      const there = offset < 0 ? char : source.text.charAt(offset);
      if (/[\p{L}\p{N}]/u.test(char)) expect(there).toBe(char);
    });
  }
  return paragraphs.map((paragraph) => paragraph.text);
}

describe('quotationParagraphs', () => {
  it('ends the sentence where the speaker was named between two', () => {
    expect(paragraphsOf('“We sail,” she said. “We must.”', ['We sail,', 'We must.'])).toEqual(['We sail. We must.']);
  });

  it('goes on where the speaker was named within one', () => {
    expect(paragraphsOf('“We sail,” she said, “at dawn.”', ['We sail,', 'at dawn.'])).toEqual(['We sail, at dawn.']);
  });

  it('shows that the article spoke between the pieces of a mixed quote', () => {
    expect(
      paragraphsOf('He called it “a fine pier” and the mole “no use”.', ['a fine pier', 'no use'], 'mixed'),
    ).toEqual(['a fine pier … no use']);
  });

  it('keeps paragraphs, also within one piece', () => {
    expect(paragraphsOf('“One.\n\n“Two.”', ['One.', 'Two.'])).toEqual(['One.', 'Two.']);
    expect(paragraphsOf('“One.\n\n“Two.”', ['One.\n\n“Two.'])).toEqual(['One.', 'Two.']);
    expect(paragraphsOf('“One\nline.”', ['One\nline.'])).toEqual(['One line.']);
  });

  it('leaves out the comma that only led to the speaker', () => {
    expect(paragraphsOf('“We sail,” she said.', ['We sail,'])).toEqual(['We sail']);
  });

  it('sets inner marks single', () => {
    expect(paragraphsOf('\'He said “no” to "us"\'', ['He said “no” to "us"'])).toEqual(['He said ‘no’ to ‘us’']);
  });

  it('opens every paragraph and closes the last', () => {
    const source = article('“One.\n\n“Two.”');
    expect(markedParagraphs(source.text, quoteOf(source, ['One.', 'Two.']))).toEqual(['“One.', '“Two.”']);
  });
});

describe('attributionText', () => {
  const source = article('the minister spoke');
  it.each([
    ['Ona Brandt', 'Mayor', 'Ona Brandt, Mayor'],
    ['Ona Brandt', null, 'Ona Brandt'],
    [null, 'minister', 'Minister'],
    [null, null, 'The minister'],
  ])('of %s and %s', (name, role, words) => {
    expect(attributionText({ speaker: speaker(source, 'the minister', name, role) })).toBe(words);
  });
  it('is empty without a speaker', () => {
    expect(attributionText({ speaker: null })).toBe('');
  });
});

describe('a mixed quote', () => {
  const text = 'She said the growth was “real, but narrow”, and left.';
  const start = text.indexOf('the growth');
  const end = text.indexOf(', and left');

  it('keeps the article’s marks and gets none around it: not all the words are the speaker’s', () => {
    expect(markedParagraphs(text, { quoteKind: 'mixed', spans: [[start, end]] })).toEqual([
      'the growth was “real, but narrow”',
    ]);
    expect(markedParagraphs(text, { quoteKind: 'direct', spans: [[start, end]] })).toEqual([
      '“the growth was ‘real, but narrow’”',
    ]);
  });
});
