// Tests of quoted words: their text and positions, and edits that make them read as asked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween, placeOf, rewrite, wordsAt, type Place } from '../../../renderer/editor/quotedWords.ts';
import { fold } from '../../../shared/text/normalize.ts';
import { by, cite, doc, note, p, quote, quoted, stateOf, strong } from '../../builders.ts';

/** The place of the first quotation of a drawing. */
function block(drawn: ReturnType<typeof doc>): Place {
  let from = -1;
  drawn.descendants((node, pos) => {
    if (node.type.name === 'quotation') from = pos;
    return from < 0;
  });
  const place = placeOf(drawn, { from, to: from + 1, factId: 'q' });
  if (!place) throw new RangeError('The drawing has no quotation.');
  return place;
}

describe('the words of a quotation', () => {
  it('are those between the marks, each with its position; citations and attribution are none', () => {
    const drawn = doc(quote('q', '“One ', by('A')), p(''));
    expect(wordsAt(drawn, block(drawn)).text).toBe('One');
    const signed = doc(quote('q', strong('“One'), by('“A”')), p(''));
    const words = wordsAt(signed, block(signed));
    expect(words.text).toBe('One');
    const at = words.positions[0] ?? 0;
    expect(signed.textBetween(at ?? 0, (at ?? 0) + 3)).toBe('One');
  });

  it('of two paragraphs lose every opening mark and the last closing one', () => {
    const drawn = doc(quote('q', '“One said ‘no’', '“two.”', by('A')));
    expect(wordsAt(drawn, block(drawn)).text).toBe('One said ‘no’\n\ntwo.');
  });

  it('keep an apostrophe at the end when nothing was opened', () => {
    const drawn = doc(p('a ', quoted('q', 'the ministers’'), ' b'));
    const place = placeOf(drawn, { from: drawn.content.size - 10, to: drawn.content.size - 9, factId: 'q' });
    expect(place && wordsAt(drawn, place).text).toBe('the ministers’');
  });
});

function applied(current: string, next: string): string {
  let text = current;
  for (const edit of editsBetween(current, next).reverse()) {
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  }
  return text;
}

describe('edits', () => {
  it('are the smallest by words', () => {
    expect(editsBetween('we may lower them next spring', 'we may lower them soon, next spring')).toEqual([
      { from: 18, to: 18, text: 'soon, ' },
    ]);
    expect(editsBetween('one two', 'one two')).toEqual([]);
  });

  it('put a space before words that come back at the end, and take one away', () => {
    expect(applied('one', 'one two')).toBe('one two');
    expect(applied('one two', 'one')).toBe('one');
  });

  it('leave typography as it stands', () => {
    expect(applied('the board’s "dues"', "the board's “dues” rose")).toBe('the board’s "dues" rose');
  });

  it('always make the text read as asked, but for typography', () => {
    const word = fc.constantFrom('not', 'we', 'dues', 'dues.', '“we', 'rise', '…', '[the]', '-', '—');
    const words = fc.array(word, { minLength: 0, maxLength: 9 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (current, next) => {
        expect(fold(applied(current, next)).text).toBe(fold(next).text);
      }),
      { seed: 20250304, numRuns: 500 },
    );
  });
});

describe('rewriting', () => {
  it('keeps notes and citations among the words, and puts new words within the mark', () => {
    const drawn = doc(p('She said ', quoted('q', 'we ', note('n', 'may lower')), cite('a', 'q'), '.'));
    const from = 'A note'.length + 4 + 'She said '.length;
    const place = placeOf(drawn, { from, to: from + 12, factId: 'q' });
    expect(place?.kind).toBe('quoted');
    if (!place) return;
    const after = rewrite(stateOf(drawn).tr, place, 'we may never lower dues').doc;
    expect(after.textContent).toBe('A noteShe said we may never lower dues.');
    const marked: string[] = [];
    after.descendants((node) => {
      if (node.marks.some((mark) => mark.type.name === 'quoted')) marked.push(node.textContent);
    });
    expect(marked.join('')).toBe('we may never lower dues');
    expect(after.toString()).toContain('citation');
  });

  it('keeps the paragraphs apart', () => {
    const drawn = doc(quote('q', '“One two.', '“Three.”', by('A')));
    const after = rewrite(stateOf(drawn).tr, block(drawn), 'One.\n\nThree four.').doc;
    expect(after.toJSON()).toEqual(doc(quote('q', '“One.', '“Three four.”', by('A'))).toJSON());
  });
  it('joins no paragraphs where the words asked for have fewer', () => {
    const drawn = doc(quote('q', '“One two.', '“Three.”', by('A')));
    const after = rewrite(stateOf(drawn).tr, block(drawn), 'One Three.').doc;
    expect(after.toJSON()).toEqual(doc(quote('q', '“One ', '“Three.”', by('A'))).toJSON());
  });
});
