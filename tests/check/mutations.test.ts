// The guard measured: 1,000 mutations of one word are caught, 500 allowed edits give no alarm; the seed is fixed.
import { expect, it } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import { articleFromText } from '../../shared/article/articleFromText.ts';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { CheckMemo } from '../../shared/check/checkMemo.ts';
import type { CheckKind } from '../../shared/check/check.ts';
import type { Quote } from '../../shared/facts/fact.ts';
import { by, doc, p, quote, quoted } from '../builders.ts';
import { quoteOf } from '../records.ts';
import { allowedEdit, generator, MUTATIONS, mutated, type Mutation } from './edits.ts';
import { OWN_QUOTATIONS, type OwnQuotation } from './ownQuotations.ts';

const source: Article = articleFromText(
  `The talk of Ostrel\n\n${OWN_QUOTATIONS.map(({ text }) => `“${text}” said Ida Moss.`).join('\n\n')}`,
  { id: 'a-talk' },
);
const quotes = new Map<OwnQuotation, Quote>(OWN_QUOTATIONS.map((one) => [one, quoteOf(source, one.text)]));
const facts = [...quotes.values()];
const memo = new CheckMemo();

/** What is found when `words` stand for `one`: in a block of their own, or within a sentence. */
function found(one: OwnQuotation, words: string, inline: boolean): CheckKind[] {
  const id = quotes.get(one)?.id ?? '';
  const drawn = inline ? p('Moss said: “', quoted(id, words), '”') : quote(id, ...words.split('\n\n'), by('Ida Moss'));
  const input = { doc: doc({ banner: 'OFFICIAL' }, drawn), articles: [source], facts, annotations: [] };
  return checkBriefing(input, memo).map(({ kind }) => kind);
}

/** `count` mutations of the words that `within` takes out of a quotation, of every kind as many; those not caught. */
function missedOf(
  count: number,
  seed: number,
  inline: boolean,
  within: (text: string) => readonly [before: string, inner: string, behind: string],
): string[] {
  const random = generator(seed);
  const missed: string[] = [];
  for (let done = 0; done < count;) {
    const how = MUTATIONS[done % MUTATIONS.length] as Mutation;
    const one = OWN_QUOTATIONS[Math.floor(random() * OWN_QUOTATIONS.length)] as OwnQuotation;
    const [before, inner, behind] = within(one.text);
    const words = mutated(inner, how, random);
    if (words === null || words === inner) continue;
    done++;
    const whole = `${before}${words}${behind}`;
    if (!found(one, whole, inline).includes('altered-quotation')) missed.push(`${how}: ${whole}`);
  }
  return missed;
}

it('1,000 mutations of one word: at least 99.5 in 100 are caught', () => {
  const missed = missedOf(1000, 20310304, false, (text) => ['', text, '']);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(5);
});

it('500 mutations of one word in a sentence of ours: at least 99.5 in 100 are caught, first and last word aside', () => {
  // Without its first or last word a part is still a part of what was said.
  const missed = missedOf(500, 20310305, true, (text) => {
    const [first, last] = [text.indexOf(' ') + 1, text.lastIndexOf(' ')];
    return [text.slice(0, first), text.slice(first, last), text.slice(last)];
  });
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
});

it('500 allowed edits give no alarm', () => {
  const random = generator(20310306);
  const alarms: string[] = [];
  const seen = new Set<string>();
  for (let turn = 0; seen.size < 500; turn++) {
    const one = OWN_QUOTATIONS[turn % OWN_QUOTATIONS.length] as OwnQuotation;
    const words = allowedEdit(one, random);
    if (words === one.text || seen.has(words)) continue;
    seen.add(words);
    const kinds = found(one, words, turn % 2 === 1);
    if (kinds.length > 0) alarms.push(`${kinds.join()}: ${words}`);
  }
  expect(alarms).toEqual([]);
});
