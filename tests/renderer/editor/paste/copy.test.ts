// Tests of copied text: lists, tables, captions and references read as they look.
import { describe, expect, it } from 'vitest';
import { copiedText, shownIn } from '../../../../renderer/editor/paste/copy.ts';
import {
  at,
  build,
  by,
  cite,
  doc,
  h,
  li,
  ol,
  p,
  qt,
  quotation,
  strong,
  table,
  td,
  th,
  tr,
  ul,
} from '../../../builders.ts';
import { article, editorState } from '../harbour.ts';

const grid = table(tr(th(p('Pier')), th(p('Dues'))), tr(td(p('East'), p('inner')), td(p('412'))));

function textOf(
  drawn: ReturnType<typeof doc>,
  from = drawn.firstChild?.nodeSize ?? 0,
  to = drawn.content.size,
): string {
  const state = editorState(drawn);
  return copiedText(drawn.slice(from, to), shownIn(state));
}

describe('copied text', () => {
  it('has its blocks apart, its lists with their signs, its cells parted by tabs', () => {
    const drawn = doc(
      h('Dues'),
      p('a', strong('b'), build('hardBreak', null), 'c', cite(article.id)),
      ol({ order: 3 }, li(p('x'), ul(li(p('y')))), li(p('z'), p('more'))),
      grid,
      quotation(qt('We wait.'), qt('We do.'), by('Odd')),
    );
    expect(textOf(drawn)).toBe(
      ['Dues', 'ab\nc', '3. x\n   • y\n4. z\n   more', 'Pier\tDues\nEast inner\t412', 'We wait.\n\nWe do.\n\nOdd'].join(
        '\n\n',
      ),
    );
  });

  it('names captions and references as they are shown', () => {
    const drawn = doc(
      build('caption', { target: 't1' }, 'First'),
      grid,
      build('caption', { target: 't2' }, 'Second'),
      grid,
      p('See ', build('reference', { target: 't2' }), '.'),
    );
    const text = textOf(drawn);
    expect(text).toContain('Table\u00a02: Second');
    expect(text).toContain('See Table\u00a02.');
  });

  it('of words within a paragraph is these words', () => {
    const drawn = doc(ul(li(p('one<from> two <to>three'))));
    expect(textOf(drawn, at(drawn, 'from'), at(drawn, 'to'))).toBe(' two ');
  });
});
