// Tests of input rules: what typing becomes, that quoted words are left alone, and that it can be taken back.
import { undoInputRule } from 'prosemirror-inputrules';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { inputRulesPlugin } from '../../../renderer/editor/inputRules.ts';
import { apply, by, doc, h, h2, li, ol, p, quote, quoted, stateOf, title, titleBlock, ul } from '../../builders.ts';

type Handle = (
  this: unknown,
  view: EditorView,
  from: number,
  to: number,
  text: string,
  deflt: () => unknown,
) => unknown;

/** The state after `text` was typed key by key, as the view would do it. */
function typed(drawn: ReturnType<typeof doc>, text: string): EditorState {
  const plugin = inputRulesPlugin();
  let state = stateOf(drawn, [plugin]);
  const handle = plugin.props.handleTextInput as Handle;
  for (const key of text) {
    const { from, to } = state.selection;
    const view = {
      state,
      composing: false,
      dispatch: (tr: EditorState['tr']) => {
        state = state.apply(tr);
      },
    } as unknown as EditorView;
    if (!handle.call(plugin, view, from, to, key, () => undefined))
      state = state.apply(state.tr.insertText(key, from, to));
  }
  return state;
}

function becomes(before: ReturnType<typeof doc>, text: string, after: ReturnType<typeof doc>): void {
  expect(typed(before, text).doc.toJSON()).toEqual(after.toJSON());
}

describe('typing', () => {
  it('makes lists and headings', () => {
    becomes(doc(p('<cursor>')), '- one', doc(ul(li(p('one')))));
    becomes(doc(p('<cursor>')), '* one', doc(ul(li(p('one')))));
    becomes(doc(p('<cursor>')), '1. one', doc(ol(li(p('one')))));
    becomes(doc(p('<cursor>')), '# One', doc(h('One')));
    becomes(doc(p('<cursor>')), '## One', doc(h2('One')));
  });

  it('makes them at the start of a paragraph only, and not in the title', () => {
    becomes(doc(p('a<cursor>')), ' - b', doc(p('a - b')));
    becomes(doc(titleBlock(title('<cursor>')), p('')), '- T', doc(titleBlock(title('- T')), p('')));
  });

  it('sets curly marks, dashes and ellipses in our own words', () => {
    becomes(doc(p('<cursor>')), `"It's 'fine'," -- so...`, doc(p('“It’s ‘fine’,” – so…')));
    becomes(doc(p('<cursor>')), 'a---b ("c")', doc(p('a—b (“c”)')));
  });

  it('sets nothing in quoted words', () => {
    becomes(doc(quote('q', 'one <cursor>', by('A'))), `"it's" --`, doc(quote('q', `one "it's" --`, by('A'))));
    becomes(doc(p('a ', quoted('q', 'on<cursor>e'))), `'--`, doc(p('a ', quoted('q', `on'--e`))));
  });

  it('can be taken back at once', () => {
    apply(typed(doc(p('<cursor>')), 'a--'), undoInputRule, doc(p('a--<cursor>')));
    apply(typed(doc(p('<cursor>')), '- '), undoInputRule, doc(p('- <cursor>')));
    expect(undoInputRule(typed(doc(p('<cursor>')), 'a--b'))).toBe(false);
  });
});
