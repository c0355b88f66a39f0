// Tests of the guard with corrected facts: it goes by what the analyst set; the source's own words stay right.
import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { checkBriefing } from '../../shared/check/checkBriefing.ts';
import { correctFact, correctSpan, speakerNamed } from '../../shared/facts/correction.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { by, cite, doc, figure, p, quotation, quoted, qt } from '../builders.ts';
import { article, figureOf, quoteOf, spanOf, speaker } from '../records.ts';

const source = article('The dam held 1.752 metres in 2030. “It will hold, and it will not burst,” said Ines Brook.');
const who = { by: 'Ida Moss', at: '2031-03-05T09:00:00.000Z' };
// Read as a decimal; the article means a thousand.
const held = figureOf(source, '1.752 metres', {
  value: 1.752,
  unit: 'metre',
  figureKind: 'quantity',
  measure: 'water held',
  period: '2030',
});
const hold = quoteOf(source, 'It will hold, and it will not burst,', {
  speaker: speaker(source, 'Ines Brook', 'Ines Brook', null),
});

function kinds(facts: readonly Fact[], text: Node): readonly string[] {
  const checks = checkBriefing({ doc: text, articles: [source], facts, annotations: [] });
  return checks.filter(({ severity }) => severity === 'settle').map(({ kind }) => kind);
}

describe('the guard', () => {
  const said = (words: string) => doc(p('It held ', figure(held.id, words), '.', cite(source.id, held.id)));

  it('takes the value that was set for the right one', () => {
    const set = correctFact(held, { value: 1752 }, who);
    expect(kinds([held], said('1,752 metres'))).toEqual(['altered-figure']);
    expect(kinds([set], said('1,752 metres'))).toEqual([]);
    expect(kinds([set], said('1,572 metres'))).toEqual(['altered-figure']);
    // What the source writes is never an alteration.
    expect(kinds([set], said('1.752 metres'))).toEqual([]);
  });

  it('compares with the words that the fact covers now', () => {
    const text = doc(p('She said: “', quoted(hold.id, 'It will hold'), '”.', cite(source.id, hold.id)));
    const set = correctSpan(hold, source, spanOf(source, 'It will hold'), who);
    if (!set) throw new Error('no words');
    expect(kinds([set], text)).toEqual([]);
    const longer = doc(
      p('She said: “', quoted(hold.id, 'It will hold, and it will burst'), '”.', cite(source.id, hold.id)),
    );
    expect(kinds([set], longer)).toEqual(['altered-quotation']);
  });

  it('takes the speaker that was set for the one who spoke', () => {
    const text = (name: string) =>
      doc(
        quotation(
          { factId: hold.id, speaker: name },
          qt('“It will hold, and it will not burst”'),
          by(name, cite(source.id, hold.id)),
        ),
      );
    const all = (facts: readonly Fact[], name: string) =>
      checkBriefing({ doc: text(name), articles: [source], facts, annotations: [] }).map(({ kind }) => kind);
    const set = correctFact(hold, { speaker: speakerNamed(hold, 'Cy Dell', null) }, who);
    expect(all([set], 'Cy Dell')).toEqual(all([hold], 'Ines Brook'));
    expect(all([set], 'Ines Brook')).not.toEqual(all([hold], 'Ines Brook'));
  });
});
