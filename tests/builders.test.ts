// Tests of the builders: a drawing's tags are ProseMirror positions of its document.
import { describe, expect, it } from 'vitest';
import { at, by, cite, doc, figure, li, note, p, quote, strong, tagsOf, titleBlock, title, ul } from './builders.ts';

describe('builders', () => {
  it('leave the tags where they were written, through marks and nesting', () => {
    const drawn = doc(p('ab<from>cd'), ul(li(p('x', figure('f1', 'y', strong('z<to>z'))))), p('<cursor>'));
    const before = (position: number) => drawn.textBetween(0, position, '|');
    expect(before(at(drawn, 'from'))).toBe('A note|ab');
    expect(before(at(drawn, 'to'))).toBe('A note|abcd|xyz');
    expect(drawn.resolve(at(drawn, 'cursor')).parent.content.size).toBe(0);
    expect(Object.keys(tagsOf(drawn))).toEqual(['from', 'to', 'cursor']);
  });

  it('keep a title block that is drawn, and the attributes', () => {
    const drawn = doc({ banner: 'OFFICIAL' }, titleBlock(title('T')), p('x'));
    expect(drawn.firstChild?.textContent).toBe('T');
    expect(drawn.attrs['banner']).toBe('OFFICIAL');
  });

  it('give a quotation one paragraph per child and always an attribution', () => {
    const bare = quote('q1', 'one', 'two');
    expect(bare.childCount).toBe(3);
    expect(bare.lastChild?.type.name).toBe('attribution');
    const signed = quote('q1', note('n', 'one'), by('A. Person', cite('a1')));
    expect(signed.childCount).toBe(2);
    expect(signed.lastChild?.textContent).toBe('A. Person');
  });

  it('refuse a drawing that the schema does not allow', () => {
    expect(() => doc(li(p('x')))).toThrow(RangeError);
  });
});
