// Tests of selectors: the law anchor(describe(span)) == span, and that a changed text never gives a lookalike.
import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { fold } from '../../shared/text/normalize.ts';
import { anchor, describe } from '../../shared/text/selectors.ts';
import { sliceSpan, type Span } from '../../shared/text/span.ts';
import { anyText, SEED, textAndSpan } from './arbitraryText.ts';

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

/** Describes `words` in `before`, and gives the words found in `after`; null for none. */
function moved(before: string, words: string, after: string): string | null {
  const span = anchor(after, describe(before, spanOf(before, words)));
  return span && `${after.slice(0, span.start)}[${sliceSpan(after, span)}]${after.slice(span.end)}`;
}

group('laws', () => {
  test('anchor(describe(span)) is the span', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        expect(anchor(text, describe(text, span))).toEqual(span);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('in any other text the answer is null or the same words after folding', () => {
    fc.assert(
      fc.property(textAndSpan, anyText, anyText, ({ text, span }, before, after) => {
        const selector = describe(text, span);
        const other = before + text.slice(Math.max(0, span.start - 40)) + after;
        const found = anchor(other, selector);
        if (found) expect(fold(sliceSpan(other, found)).text.trim()).toBe(fold(selector.quote.exact).text.trim());
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('describe keeps the words and at most 32 characters on either side', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const { quote } = describe(text, span);
        expect(quote.exact).toBe(sliceSpan(text, span));
        expect(text.slice(0, span.start).endsWith(quote.prefix)).toBe(true);
        expect(text.slice(span.end).startsWith(quote.suffix)).toBe(true);
        expect(quote.prefix.length).toBe(Math.min(32, span.start));
        expect(quote.suffix.length).toBe(Math.min(32, text.length - span.end));
      }),
      SEED,
    );
  });
});

group('anchor in a changed text', () => {
  const text = 'The port of Ostrel took 12 ships in May and 12 ships in June, the harbour office wrote.';

  test('follows words that moved with their context', () => {
    expect(moved(text, '12 ships in June', `A new opening line. ${text}`)).toBe(
      `A new opening line. ${text}`.replace('12 ships in June', '[12 ships in June]'),
    );
  });

  test('sees through typography', () => {
    expect(moved('He said “we won’t go” - twice.', 'we won’t go', '  He said "we won\'t go" — twice.')).toBe(
      '  He said "[we won\'t go]" — twice.',
    );
  });

  test('takes one side of the context when the other changed', () => {
    expect(moved(text, 'June', text.replace('harbour office wrote', 'mayor said'))).not.toBeNull();
    expect(moved(text, '12 ships in May', `Nobody knew that ${text.slice(4)}`)).toContain('[12 ships in May]');
  });

  test('does not go to a lookalike when its own words changed', () => {
    expect(moved(text, '12 ships in June', text.replace('12 ships in June', '14 ships in June'))).toBeNull();
    expect(moved(text, '12 ships', `${text.replace('12 ships in May', 'no ships in May')} `.slice(4))).toBeNull();
  });

  test('does not stay at its place when the context went elsewhere', () => {
    const lead = 'The harbour office counted ';
    const after = `${lead}12 ships in July. ${lead}12 ships in May.`;
    expect(moved(`${lead}12 ships in May.`, '12 ships', after)).toBe(
      `${lead}12 ships in July. ${lead}[12 ships] in May.`,
    );
  });

  test('does not choose between equals', () => {
    const line = 'Not one of the crew of the ferry came back that winter, he said. ';
    expect(moved(`Before. ${line}After.`, 'ferry', `${line}${line}`)).toBeNull();
  });

  test('short words without any of their context are nowhere', () => {
    expect(moved(text, '12', 'Elsewhere 12 people met.')).toBeNull();
  });

  test('long words without any of their context are themselves', () => {
    const words = 'not one of the crew of the ferry came back';
    expect(moved(`Old: ${words}. End.`, words, `It is written that ${words}, they say.`)).toContain(`[${words}]`);
  });
});

test('a span outside the text is a fault of the caller', () => {
  expect(() => describe('abc', { start: 1, end: 4 })).toThrow(RangeError);
  expect(() => describe('abc', { start: 2, end: 1 })).toThrow(RangeError);
  expect(() => describe('abc', { start: -1, end: 1 })).toThrow(RangeError);
});
