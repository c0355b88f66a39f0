// Tests of the guard of quotations: a table of edits anyone can read, and its laws.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markCuts } from '../../shared/check/markCuts.ts';
import { changesSense, compareQuotation } from '../../shared/check/quotationGuard.ts';

interface Edit {
  readonly why: string;
  readonly source: string;
  readonly words: string;
  readonly verdict: 'same' | 'edited' | 'altered';
  /** True when the edit is to be looked at because it may change the sense. */
  readonly sense?: boolean;
  /** True for words within a sentence of ours. */
  readonly fragment?: boolean;
}

const specs = JSON.parse(readFileSync(new URL('../fixtures/specs/guard.json', import.meta.url), 'utf8')) as {
  readonly quotations: readonly Edit[];
};

describe('compareQuotation', () => {
  it.each(specs.quotations)('$verdict: $why', ({ source, words, verdict, sense, fragment }) => {
    const compared = compareQuotation(source, words, { fragment: fragment === true });
    expect(compared.verdict).toBe(verdict);
    expect(compared.hidden.length + compared.added.length > 0).toBe(sense === true);
    expect(compared.diff.length > 0).toBe(verdict !== 'same');
  });

  it('shows the words that an ellipsis hides', () => {
    const compared = compareQuotation('We will not pay the fine today.', 'We will … pay the fine … .');
    expect(compared.hidden).toEqual(['not']);
  });

  it('reads an ellipsis so that it hides as little as it can', () => {
    const source = 'The port is safe. It may not be safe at night. The port is open.';
    expect(compareQuotation(source, 'The port is safe. … The port is open.').hidden).toEqual([
      'It may not be safe at night.',
    ]);
    expect(compareQuotation('It is safe, I say, it is safe.', 'It is … safe.').hidden).toEqual([]);
  });

  it.each([
    ['plain paragraphs', ''],
    ['a source that has the marks too', '“'],
  ])('names the altered word alone, not the marks that open and close paragraphs: %s', (_, mark) => {
    const source = `${mark}We opened the quay.\n\n${mark}They came early and stayed.\n\n${mark}It is done.`;
    const altered = (text: string): string[] =>
      compareQuotation(source, text)
        .diff.filter(({ kind }) => kind !== 'same')
        .map(({ kind, text: words }) => `${kind} ${words.trim()}`);
    expect(altered('“We opened the quay.\n\n“They came late and stayed.\n\n“It is done.”')).toEqual([
      'cut early',
      'added late',
    ]);
    expect(altered('“We opened the quay.”\n\n“Many came early and stayed.”\n\n“It is done.”')).toEqual([
      'cut They',
      'added Many',
    ]);
    expect(altered('“We opened the quay [sic].\n\n“[Indeed,] They came … stayed [late].\n\n“It is done.”')).toEqual([
      'added [sic]',
      'added [Indeed,]',
      'cut early and',
      'added [late]',
    ]);
    expect(altered('“We opened … [then]\n\n“It is done.”').join('|')).not.toMatch(/[“”]/u);
  });

  it('reads a long quotation full of ellipses', () => {
    const source = 'the ferry and '.repeat(2000);
    expect(compareQuotation(source, `${'… the ferry '.repeat(200)}…`).verdict).toBe('edited');
  });
});

const WORDS = 'we shall open seven small harbours before winter because the council never asked for more time'.split(
  ' ',
);
const seeded = { seed: 20310304, numRuns: 300 };
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 30 })
  .map((words) => words.map((word, i) => (i % 7 === 6 ? `${word},` : word)).join(' '));

describe('laws of the guard', () => {
  it('any one word that changes, goes or comes is caught', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.constantFrom('change', 'cut', 'add'), (source, at, how) => {
        const words = source.split(' ');
        const place = at % words.length;
        if (how === 'change') words[place] = 'otherwise';
        if (how === 'cut') words.splice(place, 1);
        if (how === 'add') words.splice(place, 0, 'otherwise');
        expect(compareQuotation(source, words.join(' ')).verdict).toBe('altered');
        expect(compareQuotation(source, words.join(' ')).diff.some((change) => change.kind !== 'same')).toBe(true);
      }),
      seeded,
    );
  });

  it('typography alone never counts', () => {
    const dressed = (source: string, picks: readonly number[]): string =>
      source.replaceAll(/[ ,'-]/gu, (char, offset: number) => {
        const pick = picks[offset % picks.length] ?? 0;
        if (char === ' ') return [' ', '\u00a0', '  ', '\u2009', '\n'][pick % 5] ?? ' ';
        if (char === "'") return ["'", '’', '‘'][pick % 3] ?? "'";
        if (char === '-') return ['-', '–', ' — ', '‑'][pick % 4] ?? '-';
        return char;
      });
    const typed = sentence.map((words) => words.replace('before', "before's").replace('small', 'well-known'));
    fc.assert(
      fc.property(typed, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), fc.nat(3), (source, picks, marks) => {
        const [open, close] = [
          ['“', '”'],
          ['"', '"'],
          ['‘', '’'],
          ['«', '»'],
        ][marks] ?? ['', ''];
        expect(compareQuotation(source, `${open}${dressed(source, picks)}${close}`).verdict).toBe('same');
      }),
      seeded,
    );
  });

  it('cuts shown by an ellipsis and insertions in brackets are accepted', () => {
    fc.assert(
      fc.property(sentence, fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }), (source, how) => {
        const words = source
          .split(' ')
          .flatMap((word, i) => (how[i] === 0 ? ['…'] : how[i] === 1 ? [word, '[new]'] : [word]));
        expect(compareQuotation(source, words.join(' ')).verdict).not.toBe('altered');
      }),
      seeded,
    );
  });

  it('whatever was done, marking the cuts makes it an edited quotation that keeps every word', () => {
    const any = fc.array(
      fc.constantFrom(
        ...WORDS,
        'We',
        "can't",
        '$3.5',
        'million,',
        '…',
        '[sic]',
        '[t]he',
        'the',
        '–',
        '“fine”',
        'end.',
        '(so)',
        '\n\n“so',
        'so”\n\n“',
        '?',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(any, any, fc.boolean(), (theirs, ours, fragment) => {
        const source = theirs.join(' ').replaceAll('[', '').replaceAll(']', '');
        const marked = markCuts(source, ours.join(' '), { fragment });
        expect(compareQuotation(source, marked, { fragment }).verdict, marked).not.toBe('altered');
        const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
        for (const word of ours) expect(bare(marked)).toContain(bare(word));
      }),
      seeded,
    );
  });
});

describe('markCuts', () => {
  const source =
    'Relations that weakened and in some cases became tense during the past council of Calder will mend by 3.5 points.';

  it('leaves a quotation alone that needs no marks', () => {
    expect(markCuts(source, `“${source}”`)).toBe(`“${source}”`);
  });

  it('writes an ellipsis for a cut and brackets for an insertion, within the marks', () => {
    const words = '“Relations that became tense during the last council will mend by 3.6 points.”';
    expect(markCuts(source, words)).toBe(
      '“Relations that … became tense during the … [last] council … will mend by … [3.6] points.”',
    );
  });

  it('brings punctuation back and brackets a change of case', () => {
    expect(markCuts('The mill, they say, is open.', 'the mill they say, is open.')).toBe(
      '[t]he mill, they say, is open.',
    );
  });

  it('never lets two words become one where a mark goes', () => {
    expect(markCuts('Go stop now or stay.', 'Go/stop now or leave.')).toBe('Go stop now or … [leave].');
  });

  it('keeps the paragraphs', () => {
    expect(markCuts('It is open.\n\nIt will stay so.', '“It is open.\n\n“It stay so.”')).toBe(
      '“It is open.\n\n“It … stay so.”',
    );
  });

  it('takes no mark that opens a paragraph into an insertion', () => {
    const paragraphs = 'We opened the quay.\n\nThey came early and stayed.\n\nIt is done.';
    const marks = (words: string): string => markCuts(paragraphs, words);
    expect(marks('“We opened the quay.\n\n“Many came early and stayed.\n\n“It is done.”')).toBe(
      '“We opened the quay.\n\n“… [Many] came early and stayed.\n\n“It is done.”',
    );
    expect(marks('“We opened the gate\n\n“Many came early and stayed.\n\n“It is done.”')).toBe(
      '“We opened the … [gate]\n\n“[Many] came early and stayed.\n\n“It is done.”',
    );
    expect(marks('“We opened the quay.\n\n“They came late and stayed.\n\n“It is done.”')).toBe(
      '“We opened the quay.\n\n“They came … [late] and stayed.\n\n“It is done.”',
    );
  });

  it('puts no ellipsis at the edges of words within our own sentence', () => {
    expect(markCuts(source, 'became very tense', { fragment: true })).toBe('became [very] tense');
  });
});

describe('changesSense', () => {
  it.each(['not', 'may', 'if', 'only', 'unless', "didn't", '40', 'two hundred', 'could'])('sees “%s”', (words) => {
    expect(changesSense(`the ${words} port`, true)).toBe(true);
  });
  it.each(['harbour', 'notable', 'May', 'gifted', 'often'])('lets “%s” go', (words) => {
    expect(changesSense(`the ${words} port`, true)).toBe(false);
  });
});
