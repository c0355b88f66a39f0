// Quotations and figures looked up in sources without a mark: what is found, and what never is.
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { readFigures } from '../../shared/check/readFigures.ts';
import { checkBySources } from '../../shared/sent/checkBySources.ts';
import { figureFinder, quotationFinder, quotedWords } from '../../shared/sent/locate.ts';
import type { SentParagraph } from '../../shared/sent/words.ts';
import { article } from '../records.ts';

const source = article(
  'The ferry carried 48,200 passengers in 2030, up 12 per cent.\n\n' +
    '“The boats are old,” said Ruta Melk, the harbour clerk. “They will not last the winter, and ‘soon’ is no answer.”\n\n' +
    '“We asked for two new boats. We got a coat of paint.”',
);
const find = quotationFinder([source], extractFacts(source).value.quotes);

describe('quotations', () => {
  it.each([
    ['as they stand', 'They will not last the winter'],
    ['with other marks', '"They will not last the winter, and "soon" is no answer."'],
    ['with the stop inside', 'We asked for two new boats.'],
    ['with a comma for the stop', 'We got a coat of paint,'],
    ['cut with an ellipsis', 'They will not last … and ‘soon’ is no answer'],
    ['with an insertion', 'They [the boats] will not last the winter'],
    ['with a capital in brackets', '[W]e got a coat of paint'],
    ['joined over the speaker’s name', 'The boats are old. They will not last the winter, and ‘soon’ is no answer.'],
  ])('%s are located', (_name, words) => expect(find(words)).not.toBeNull());

  it.each([
    ['with a word changed', 'They will not last the summer'],
    ['with a “not” cut', 'They will last the winter'],
    ['in another order', 'last the winter, they will not'],
    ['of half a word', 'They will not last the wint'],
    ['put together from far apart', `The ferry … ${'paint '.repeat(3)}`],
    ['of nothing', '“…”'],
  ])('%s are not', (_name, words) => expect(find(words)).toBeNull());

  it('are told from titles and nicknames', () => {
    const text = 'In the book “The Long Quay” she wrote “a harbour is a promise” and left.';
    expect(quotedWords(text, [{ start: 0, end: text.length }]).map((one) => one.text)).toEqual([
      'a harbour is a promise',
    ]);
  });
});

describe('figures', () => {
  const figures = figureFinder(extractFacts(source).value.figures);
  const located = (words: string, bare = false): boolean => {
    const [shown] = readFigures(words);
    if (!shown) throw new RangeError(`"${words}" has no figure.`);
    return figures(shown, bare) !== null;
  };

  it.each(['48,200 passengers', '48 thousand passengers', '12%', '12 per cent'])('%s is found', (words) =>
    expect(located(words)).toBe(true),
  );
  it.each(['42,800 passengers', '48,200 dollars', '13%', '12 percentage points'])('%s is not', (words) =>
    expect(located(words)).toBe(false),
  );
  it('a bare number is found by its value where its unit stands in the head of a column', () => {
    expect(located('48,200', true)).toBe(true);
    expect(located('48,300', true)).toBe(false);
  });
});

describe('quotations side by side', () => {
  const paragraph = (text: string): SentParagraph => ({
    text,
    style: 'Quote',
    styleName: 'Quote',
    inTable: false,
    contents: false,
    changedBy: [],
  });
  const settle = (...words: string[]): number =>
    checkBySources({ body: words.map(paragraph), notes: [], charts: [] }, [source]).checks.filter(
      ({ severity }) => severity === 'settle',
    ).length;

  it('that no line parts are located each by itself', () => {
    expect(settle('“We got a coat of paint.”', '“They will not last the winter”')).toBe(0);
    expect(settle('“We got a coat of paint.”', '“They will last the winter”')).toBe(1);
  });
});
