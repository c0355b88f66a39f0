// The words of a source around a fact: its sentence, whole words, cut with an ellipsis.
import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../../renderer/panels/evidence.tsx';

function around(text: string, fact: string): string {
  const start = text.indexOf(fact);
  const [before, after] = sentenceAround(text, { start, end: start + fact.length });
  return `${before}[${fact}]${after}`;
}

describe('sentenceAround', () => {
  it('shows the sentence and no more', () => {
    const text = 'The mill closed. Its owners sold $3 million of cloth in 2021, they said. Nobody came.';
    expect(around(text, '$3 million')).toBe('Its owners sold [$3 million] of cloth in 2021, they said.');
  });

  it('cuts a long sentence at words, on both sides', () => {
    const shown = around(`${'before '.repeat(40)}$3 million${' after'.repeat(40)}.`, '$3 million');
    expect(shown).toMatch(/^… before before /);
    expect(shown).toMatch(/ after …$/);
    expect(shown.length).toBeLessThan(160);
  });
});
