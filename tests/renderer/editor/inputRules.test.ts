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
function typed(drawn: ReturnType<typeof doc>, text: string, plugin = inputRulesPlugin()): EditorState {
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
    becomes(doc(p('a<cursor>')), ' * b', doc(p('a * b')));
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

describe('a block quotation', () => {
  it('begins with its sign at the start of a paragraph of the page', () => {
    becomes(doc(p('<cursor>')), '> said', doc(quote(null, 'said')));
    becomes(doc(ul(li(p('<cursor>')))), '> said', doc(ul(li(p('> said')))));
    becomes(doc(p('a <cursor>')), '> b', doc(p('a > b')));
  });
});

describe('typography', () => {
  const inLanguage = (lang: string, text: string): string =>
    typed(doc({ lang }, p('<cursor>')), text).doc.lastChild?.textContent ?? '';

  it.each([
    ['en-GB', `He said "it's 'fine' now".`, 'He said “it’s ‘fine’ now”.'],
    ['de-DE', `Er sagt: "So 'geht' es, wie's geht".`, 'Er sagt: „So ‚geht‘ es, wie’s geht“.'],
    ['fr-FR', `Il dit "oui" ; l'autre non !`, 'Il dit «\u00a0oui\u00a0»\u00a0; l’autre non\u00a0!'],
    ['es', `Dijo "es 'así'".`, 'Dijo «es “así”».'],
    ['sv', `Han sa "ja".`, 'Han sa ”ja”.'],
    ['xx', `a "b"`, 'a “b”'],
  ])('sets the marks of %s', (lang, signs, words) => {
    expect(inLanguage(lang, signs)).toBe(words);
  });

  it('makes dashes of hyphens between words, not between figures', () => {
    expect(inLanguage('en-GB', 'the quay - not the dock - was shut')).toBe('the quay – not the dock – was shut');
    expect(inLanguage('en-GB', '5 - 3 and a-b')).toBe('5 - 3 and a-b');
  });

  it('makes an apostrophe before a decade', () => {
    expect(inLanguage('en-GB', `in the '90s`)).toBe('in the ’90s');
    expect(inLanguage('en-GB', `in '90 days'`)).toBe('in ‘90 days’');
  });

  it('leaves everything as it is typed when it is switched off; lists still begin', () => {
    const off = (text: string) =>
      typed(
        doc(p('<cursor>')),
        text,
        inputRulesPlugin(() => false),
      ).doc;
    expect(off(`"it's" -- so...`).lastChild?.textContent).toBe(`"it's" -- so...`);
    expect(off('- one').eq(doc(ul(li(p('one')))))).toBe(true);
  });

  it('touches nothing that was there before, in whatever way it came', () => {
    const pasted = `He said "it's" -- so... 5 - 3 `;
    becomes(doc(p(`${pasted}<cursor>`)), 'and on', doc(p(`${pasted}and on`)));
  });

  it('each can be taken back at once', () => {
    for (const [text, back] of [
      [`"`, `"`],
      [`a 'b'`, `a ‘b'`],
      ['a...', 'a...'],
      ['the quay - ', 'the quay - '],
    ] as const) {
      apply(typed(doc(p('<cursor>')), text), undoInputRule, doc(p(`${back}<cursor>`)));
    }
  });
});
