// Tests of reporting sentences: who says it, the words or figure tied, nothing said that the source does not say.
import { describe, expect, it } from 'vitest';
import { factSentence } from '../../shared/briefing/factSentence.ts';
import { schema } from '../../shared/briefing/schema.ts';
import type { Fact, Figure } from '../../shared/facts/fact.ts';
import { article, dateOf, figureOf, quoteOf, speaker } from '../records.ts';

const source = article(
  'Output rose about 18 per cent in 2030. "The kiln is hot," said Ines Brook. She said the shed holds 40 pots. It is "red hot" now.',
);
const rise = figureOf(source, '18 per cent', {
  qualifier: 'up',
  figureKind: 'percent',
  measure: 'output',
  period: '2030',
});
const pots = figureOf(source, '40 pots', { value: 40, unit: 'pot' });
const brook = speaker(source, 'Ines Brook', 'Ines Brook', null);
const hot = quoteOf(source, 'The kiln is hot,', { speaker: brook });
const shed = quoteOf(source, 'the shed holds 40 pots', { quoteKind: 'indirect', speaker: brook });
const citation = schema.nodes.citation.create({ articleId: source.id });

/** The sentence with what is tied in brackets. */
function words(fact: Fact, figures: readonly Figure[] = []): string | null {
  const nodes = factSentence(fact, source, figures, citation);
  if (!nodes) return null;
  return nodes
    .map((node) => (node.isText ? (node.marks.length > 0 ? `[${node.text ?? ''}]` : (node.text ?? '')) : '*'))
    .join('');
}

describe('a reporting sentence', () => {
  it('of a figure names the outlet, and turns a direction into a noun', () => {
    expect(words(rise)).toBe('The Calder Post gives a rise of [18 per cent] for output, 2030.*');
    expect(words({ ...rise, qualifier: 'down' })).toContain('gives a fall of [18 per cent]');
    expect(words({ ...rise, qualifier: '~' })).toContain('gives about [18 per cent]');
    expect(words({ ...pots })).toBe('The Calder Post gives [40 pots].*');
    expect(words({ ...pots, period: '2030' })).toBe('The Calder Post gives [40 pots] for 2030.*');
    // A number in the measure would stand without a source.
    expect(words({ ...pots, measure: 'pots in 3 sheds' })).toBe('The Calder Post gives [40 pots].*');
  });

  it('of a quote gives the words to the speaker, of one without a speaker to nobody', () => {
    expect(words(hot)).toBe('Ines Brook said: “[The kiln is hot]”.*');
    expect(words({ ...hot, speaker: { ...brook, role: 'potter' } })).toBe(
      'Ines Brook, potter, said: “[The kiln is hot]”.*',
    );
    expect(words({ ...hot, speaker: null })).toBe('The Calder Post reports the words: “[The kiln is hot]”.*');
  });

  it('of reported words ties their figures and sets no marks', () => {
    expect(words(shed, [pots])).toBe('Ines Brook said that the shed holds [40 pots].*');
    expect(words({ ...shed, speaker: null }, [{ ...pots, dismissed: true }])).toBe(
      'The Calder Post reports that the shed holds 40 pots.*',
    );
  });

  it('of mixed words says that the outlet speaks too', () => {
    const mixed = quoteOf(source, 'It is "red hot" now', { quoteKind: 'mixed', speaker: brook });
    expect(words(mixed)).toBe('Ines Brook, in the words of The Calder Post: [It is "red hot" now].*');
  });

  it('is made of quotes and figures only', () => {
    expect(words(dateOf(source, '2030', '2030'))).toBeNull();
  });
});
