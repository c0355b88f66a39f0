// Text on its way into Word: nothing illegal stays, nothing legal goes, and typography changes only spaces.
import fc from 'fast-check';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { createCleaner, glue, textInlines, GLUED } from '../../shared/export/text.ts';

describe('cleaning', () => {
  test('takes out what XML cannot hold, and counts it', () => {
    const cleaner = createCleaner();
    expect(cleaner.clean('a\u0000b\ufffec\uffffd\ud800e\u001f')).toBe('abcde');
    expect(cleaner.removed()).toBe(5);
  });

  test('keeps every other character, pairs of surrogates among them', () => {
    const cleaner = createCleaner();
    const text = 'Zo\u0065\u0308 \u{1f5fa}\u00a0\u200f\u2028\u0085\ufdd0 \ufffd';
    expect(cleaner.clean(text)).toBe(text);
    expect(cleaner.removed()).toBe(0);
  });

  test('makes every line end a line feed, without counting it as a loss', () => {
    const cleaner = createCleaner();
    expect(cleaner.clean('a\r\nb\rc\u000bd\u000ce\n')).toBe('a\nb\nc\nd\ne\n');
    expect(cleaner.removed()).toBe(0);
  });

  test('is done after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = createCleaner().clean(text);
        expect(createCleaner().clean(once)).toBe(once);
      }),
      { seed: 31 },
    );
  });
});

describe('no-break spaces', () => {
  test.each([
    ['US$2,280 million', 'US$2,280\u00a0million'],
    ['3.4 per cent of it', '3.4\u00a0per cent of it'],
    ['on 7 August 2031 at', 'on 7\u00a0August\u00a02031 at'],
    ['see Table 1 and paragraph 4', 'see Table\u00a01 and paragraph\u00a04'],
    ['USD 5 million', 'USD\u00a05\u00a0million'],
    ['1 752 000 tonnes', '1\u00a0752\u00a0000\u00a0tonnes'],
    ['in 2030 the board', 'in 2030 the board'],
    ['12 mothers and 3 kings', '12 mothers and 3 kings'],
    ['May I ask', 'May I ask'],
  ])('%j becomes %j', (text, glued) => {
    expect(glue(text)).toBe(glued);
  });

  test('change spaces to no-break spaces and nothing else', () => {
    const piece = fc.constantFrom('12', ' ', 'million', 'May', '2031', 'Table', 'USD', '%', 'é', '\ufffc', '1 000');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        expect(glue(text).length).toBe(text.length);
        expect(glue(text).replaceAll('\u00a0', ' ')).toBe(text);
      }),
      { seed: 32 },
    );
  });
});

test('tabs and line ends stand apart, so that Word shows them', () => {
  expect(textInlines('a\tb\n\nc', {}, null).map((one) => (one.kind === 'text' ? one.text : one.kind))).toEqual([
    'a',
    'tab',
    'b',
    'break',
    'break',
    'c',
  ]);
});

test('no text makes the search for spaces slow', () => {
  expect(checkSync(GLUED.source, GLUED.flags, { timeout: 20_000, attackTimeout: 2_000 }).status).not.toBe('vulnerable');
}, 60_000);
