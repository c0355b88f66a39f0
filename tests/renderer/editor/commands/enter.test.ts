// Tests of Enter, Backspace and Tab in each kind of block.
import { describe, expect, it } from 'vitest';
import { backspace, enter, lineBreak, shiftTab, tab } from '../../../../renderer/editor/commands/enter.ts';
import {
  apply,
  br,
  by,
  detail,
  doc,
  h,
  h2,
  p,
  prompt,
  quote,
  report,
  stateOf,
  title,
  titleBlock,
} from '../../../builders.ts';

describe('Enter', () => {
  it('splits a paragraph; the second half asks nothing', () => {
    apply(doc(p({ prompt: 'Why?' }, 'on<cursor>e')), enter, doc(p({ prompt: 'Why?' }, 'on'), p('<cursor>e')));
  });

  it('in an empty paragraph that asks leaves the question where it is', () => {
    apply(doc(p({ prompt: 'Why?' }, '<cursor>')), enter, doc(prompt('Why?'), p('<cursor>')));
  });

  it('behind reported words goes on in our own voice; within them keeps theirs', () => {
    apply(doc(report('one<cursor>')), enter, doc(report('one'), p('<cursor>')));
    apply(doc(report('o<cursor>ne')), enter, doc(report('o'), report('ne')));
  });

  it('behind a heading goes on with a paragraph; within one opens the section once', () => {
    apply(doc(h({ slot: 's' }, 'One<cursor>')), enter, doc(h({ slot: 's' }, 'One'), p('<cursor>')));
    apply(doc(h2({ slot: 's' }, 'O<cursor>ne')), enter, doc(h2({ slot: 's' }, 'O'), h2('ne')));
  });

  it('goes from field to field of the title block, and on into the text', () => {
    const fields = (first: string, second: string, body: string) =>
      doc(titleBlock(title(first), detail({ name: 'to' }, second)), p(body));
    apply(fields('T<cursor>', 'x', 'y'), enter, fields('T', '<cursor>x', 'y'));
    apply(fields('T', 'x<cursor>', 'y'), enter, fields('T', 'x', '<cursor>y'));
  });

  it('in a quotation makes another paragraph of it; in its attribution leaves it', () => {
    apply(doc(quote('q', 'one<cursor>', by('A'))), enter, doc(quote('q', 'one', '<cursor>', by('A'))));
    apply(doc(quote('q', 'one', by('A<cursor>'))), enter, doc(quote('q', 'one', by('A')), p('<cursor>')));
  });
});

describe('Shift+Enter', () => {
  it('breaks the line, but not in the title', () => {
    apply(doc(p('a<cursor>b')), lineBreak, doc(p('a', br(), '<cursor>b')));
    apply(doc(titleBlock(title('a<cursor>b')), p('')), lineBreak, null);
  });
});

describe('Backspace', () => {
  it('at the start of a heading makes it body text', () => {
    apply(doc(p('a'), h('<cursor>b')), backspace, doc(p('a'), p('<cursor>b')));
    expect(backspace(stateOf(doc(h('b<cursor>'))))).toBe(false);
  });

  it('behind a quotation selects it whole and deletes none of its words', () => {
    const after = apply(
      doc(quote('q', 'one', by('A')), p('<cursor>b')),
      backspace,
      doc(quote('q', 'one', by('A')), p('b')),
    );
    expect(after.selection.content().content.firstChild?.type.name).toBe('quotation');
  });
});

describe('Tab', () => {
  it('goes through the fields of the title block and stays in a paragraph', () => {
    const fields = (first: string, second: string) =>
      doc(titleBlock(title(first), detail({ name: 'to' }, second)), p(''));
    apply(fields('T<cursor>', 'x'), tab, fields('T', '<cursor>x'));
    apply(fields('T', 'x<cursor>'), shiftTab, fields('T<cursor>', 'x'));
    apply(doc(p('a<cursor>')), tab, doc(p('a<cursor>')));
  });
});
