// Tests of Backspace and Delete at the borders of a quotation.
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { backspace, deleteForward } from '../../../../renderer/editor/commands/enter.ts';
import { apply, by, cite, doc, p, quote, stateOf } from '../../../builders.ts';

/** The key is taken, and neither the text nor the caret changes. */
const unchanged = (drawn: Node, command: typeof backspace): unknown => apply(drawn, command, drawn);

describe('Delete', () => {
  it('at the end of the words of a quotation eats neither the attribution nor its citation', () => {
    unchanged(doc(quote('q', 'one', 'two”<cursor>', by('A', cite('a', 'q')))), deleteForward);
    unchanged(doc(quote('q', 'one”<cursor>', by())), deleteForward);
  });

  it('at the end of the attribution joins nothing to it', () => {
    unchanged(doc(quote('q', 'one', by('A<cursor>')), quote('r', '“two', by('B'))), deleteForward);
    unchanged(doc(quote('q', 'one', by('A<cursor>')), p('two')), deleteForward);
    unchanged(doc(quote('q', 'one', by('<cursor>'))), deleteForward);
  });

  it('joins two paragraphs of one quotation, and is the browser’s own within the words', () => {
    apply(doc(quote('q', 'one<cursor>', 'two', by('A'))), deleteForward, doc(quote('q', 'one<cursor>two', by('A'))));
    expect(deleteForward(stateOf(doc(quote('q', 'on<cursor>e', by('A')))))).toBe(false);
    apply(doc(quote('q', 'o<from>n<to>e', by('A'))), deleteForward, doc(quote('q', 'oe', by('A'))));
  });

  it('joins paragraphs elsewhere', () => {
    apply(doc(p('one<cursor>'), p('two')), deleteForward, doc(p('one<cursor>two')));
  });
});

describe('Backspace', () => {
  it('at the start of the attribution keeps it apart from the words', () => {
    unchanged(doc(quote('q', 'one', by('<cursor>A', cite('a', 'q')))), backspace);
    unchanged(doc(quote('q', 'one', by('<cursor>'))), backspace);
  });

  it('at the start of a quotation joins it to nothing', () => {
    unchanged(doc(p('before'), quote('q', '<cursor>one', by('A'))), backspace);
    unchanged(doc(quote('q', 'one', by('A')), quote('r', '<cursor>“two', by('B'))), backspace);
  });

  it('joins two paragraphs of one quotation', () => {
    apply(doc(quote('q', 'one', '<cursor>two', by('A'))), backspace, doc(quote('q', 'one<cursor>two', by('A'))));
  });
});
