// Tests of selecting by keys: words, paragraphs, longer and shorter; and the ends of a fact moved by a word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudge, stepWords, type Picked } from '../../../renderer/panels/wordSteps.ts';
import { paragraphs } from '../../../shared/text/sentences.ts';

const text = 'Two boats came.\n\nThey left  at noon, and nobody saw.';
const spans = paragraphs(text);
const words = ({ anchor, focus }: Picked) => text.slice(Math.min(anchor, focus), Math.max(anchor, focus));
function press(from: Picked, ...keys: readonly string[]): Picked {
  return keys.reduce((at, key) => {
    const extend = key.startsWith('+');
    return stepWords(text, spans, at, `Arrow${key.replace('+', '')}`, extend) ?? at;
  }, from);
}
const start = { anchor: 0, focus: 0 };

describe('keys select', () => {
  it('the next word, the one before, the first of the next paragraph', () => {
    expect(words(press(start, 'Right'))).toBe('Two');
    expect(words(press(start, 'Right', 'Right'))).toBe('boats');
    expect(words(press(start, 'Right', 'Right', 'Left'))).toBe('Two');
    expect(words(press(start, 'Right', 'Left'))).toBe('Two');
    expect(words(press(start, 'Down'))).toBe('They');
    expect(words(press(start, 'Down', 'Right', 'Right'))).toBe('at');
    expect(words(press(start, 'Down', 'Up'))).toBe('Two');
    expect(words(press(start, 'Down', 'Down'))).toBe('They');
  });

  it('more and less with Shift', () => {
    expect(words(press(start, 'Right', '+Right'))).toBe('Two boats');
    expect(words(press(start, '+Right', '+Right', '+Left'))).toBe('Two ');
    expect(words(press(start, '+Down'))).toBe('Two boats came.');
    expect(words(press(start, 'Down', 'Right', '+Up'))).toBe('They ');
  });

  it('never outside the text, from any place', () => {
    const key = fc.constantFrom('Left', 'Right', 'Up', 'Down', '+Left', '+Right', '+Up', '+Down');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), fc.nat(text.length), (keys, at) => {
        const { anchor, focus } = press({ anchor: at, focus: at }, ...keys);
        expect(Math.min(anchor, focus)).toBeGreaterThanOrEqual(0);
        expect(Math.max(anchor, focus)).toBeLessThanOrEqual(text.length);
      }),
      { seed: 7 },
    );
  });
});

describe('an end moves by a word', () => {
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const moved = (part: string, edge: 'start' | 'end', step: 1 | -1) => {
    const span = nudge(text, at(part), edge, step);
    return text.slice(span.start, span.end);
  };
  it('and keeps at least one', () => {
    expect(moved('left  at', 'start', -1)).toBe('They left  at');
    expect(moved('left  at', 'start', 1)).toBe('at');
    expect(moved('left  at', 'end', 1)).toBe('left  at noon,');
    expect(moved('left  at', 'end', -1)).toBe('left');
    expect(moved('left', 'start', 1)).toBe('left');
    expect(moved('left', 'end', -1)).toBe('left');
  });
});
