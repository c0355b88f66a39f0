// Tests of paragraphs and sentences: news as it is written, and the laws that every cut keeps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphs, sentences } from '../../shared/text/sentences.ts';
import { sliceSpan } from '../../shared/text/span.ts';
import { anyText, SEED } from './arbitraryText.ts';

const cut = (text: string): string[] => sentences(text).map((span) => sliceSpan(text, span));
const blocks = (text: string): string[] => paragraphs(text).map((span) => sliceSpan(text, span));

describe('sentences', () => {
  // Each line is one text; `|` marks where it must be cut.
  test.each([
    'The port of Ostrel opened on Monday. | It had been shut for a year.',
    'Mr. Tarn met Dr. Veld and Gen. Ruus at St. Ilva. | They said nothing.',
    'J. K. Orlo wrote it. | A. Benn read it.',
    'The U.N. Security Council met in the U.S. capital. | It agreed.',
    'He lives in the U.S. | She does not.',
    'Growth was 3.4 per cent, or $1.2 billion. | In 2024. | Then it fell.',
    'The boat left at 5 p.m. | The crew slept.',
    'The boat left at 5 p.m. Monday from Ostrel.',
    'Harl Inc. said it rose. | Veld Ltd. fell.',
    '“We won.” | He left.',
    '“We won. | We did.” | He left.',
    '"Why now?" she asked. | "Because."',
    '“Stop!” Minister Tarn said. | He meant it.',
    '“Is it over?” | The crowd was silent.',
    'He paused… | Then he spoke.',
    'He paused ... and spoke.',
    'They cut jobs (about 40.) | Nobody spoke.',
    'See No. 5 on the list. | He said no. | The rest agreed.',
    'This is Plan B. | The end.',
    'The talks of Jan. 5 and Feb. 6 failed. | Others followed.',
    '« Bonjour. » | Il part.',
    'Read harbour.example for more. | It is e.g. here, i.e. there.',
    'Was it I? | It was I. | Then all went.',
    '港は開いた。|船は去った。',
  ])('%s', (marked) => {
    const wanted = marked.split(/ ?\| ?/u);
    const text = marked.includes('。') ? wanted.join('') : wanted.join(' ');
    expect(cut(text)).toEqual(wanted);
  });

  test('a paragraph end always ends a sentence, with or without a full stop', () => {
    expect(cut('He told the house:\n\n“It is over.”')).toEqual(['He told the house:', '“It is over.”']);
  });

  test('the number of a list entry is no sentence', () => {
    expect(cut('1. First the port.\n2. Then the rail.')).toEqual(['1. First the port.', '2. Then the rail.']);
  });
});

describe('paragraphs', () => {
  test('are the blocks between blank lines, trimmed', () => {
    expect(blocks('  One.\n\n \t\nTwo. \n\n\n')).toEqual(['One.', 'Two.']);
  });

  test('are the lines when no blank lines stand between them', () => {
    const lines = ['Ostrel opened its harbour on Monday, the port office said in a long note to all the captains.'];
    lines.push(
      'The second line is a paragraph of its own, with more words than a mail program would set on one line, or two.',
    );
    lines.push('“So is the third,” said Tarn.');
    expect(blocks(lines.join('\n'))).toEqual(lines);
  });

  test('go on over line ends where a full line was wrapped', () => {
    const wrapped =
      'The port office of Ostrel said on Monday that the harbour\n' +
      'would open again in the spring, after a year of repairs\n' +
      'that cost more than had been planned.';
    expect(blocks(`Harbour to open\n\n${wrapped}\n\nBy Ann Bo`)).toEqual(['Harbour to open', wrapped, 'By Ann Bo']);
  });

  test('go on over a full line even where the next begins with a capital or a number', () => {
    const wrapped =
      'The port office said that the harbour master of the town, Ilse\n' +
      'Tarn, would open the quay again in the spring, after a year and\n' +
      '41 days of repairs that had cost more than was planned.';
    expect(blocks(wrapped)).toEqual([wrapped]);
  });

  test('a wrapped list keeps its entries apart', () => {
    const text = 'The office named the three works that are to be finished by\n- the quay\n- the crane';
    expect(blocks(text)).toEqual([text.split('\n')[0], '- the quay', '- the crane']);
  });

  test('go on where the next line begins in the middle of a sentence', () => {
    expect(blocks('The mayor of Ostrel\nresigned on Friday.\nShe gave no reason.')).toEqual([
      'The mayor of Ostrel\nresigned on Friday.',
      'She gave no reason.',
    ]);
  });
});

describe('laws', () => {
  test.each([
    ['paragraphs', paragraphs],
    ['sentences', sentences],
  ])('%s are in order, apart, trimmed, not empty, and leave out nothing but space', (_name, split) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        let rest = '';
        for (const span of split(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(sliceSpan(text, span)).toBe(sliceSpan(text, span).trim());
          rest += text.slice(end, span.start);
          end = span.end;
        }
        expect((rest + text.slice(end)).trim()).toBe('');
      }),
      SEED,
    );
  });

  test('a sentence lies within one paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const all = paragraphs(text);
        for (const s of sentences(text)) {
          expect(all.filter((p) => p.start <= s.start && s.end <= p.end)).toHaveLength(1);
        }
      }),
      SEED,
    );
  });
});
