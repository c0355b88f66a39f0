// Tests of facts in pasted text: which quotations can be traced, that none is traced by likeness, and what tracing does.
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { quotedStretches, trace, traceableIn, unsourcedIn } from '../../../../renderer/editor/paste/pastedFacts.ts';
import { createState } from '../../../../renderer/editor/state.ts';
import { guardOf } from '../../../../renderer/editor/plugins/guard.ts';
import { by, cite, doc, p, qt, quotation, quoted } from '../../../builders.ts';
import { article, context, dues, DUES_WORDS, editorState, silt } from '../harbour.ts';

function whole(drawn: Node): { state: EditorState; range: { from: number; to: number } } {
  const state = editorState(drawn);
  return { state, range: { from: 0, to: state.doc.content.size } };
}
function found(...words: string[]): readonly string[] {
  const { state, range } = whole(doc(...words.map((one) => p(one))));
  return traceableIn(state, range).map(({ from, to, quote }) => `${quote.id}: ${state.doc.textBetween(from, to)}`);
}

describe('quotation marks in a line', () => {
  it.each([
    ['He said “one” and "two".', ['one', 'two']],
    ['« un » et „zwei“ and „tri”', [' un ', 'zwei', 'tri']],
    ["It was 'so', the ministers' men said", ['so']],
    ['‘The ministers’ men don’t know’', ['The ministers’ men don’t know'.split('’')[0]]],
    ['“outer ‘inner’ outer”', ['outer ‘inner’ outer']],
    ['a “ never closed', []],
    ['5\'10" tall', []],
  ])('%s', (text, words) => {
    expect(quotedStretches(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });
});

describe('quotations that can be traced', () => {
  it('stand word for word in one place of the sources, whatever their marks', () => {
    expect(found(`She said: "${DUES_WORDS}."`)).toEqual([`q-dues: ${DUES_WORDS}.`]);
    expect(found('Brook said “we may lower them in some cases” again.')).toEqual([
      'q-dues: we may lower them in some cases',
    ]);
    expect(found('“The silt is gone.”')).toEqual(['q-silt: The silt is gone.']);
  });

  it.each([
    ['words that differ', '“We will raise the dues this year”'],
    ['words without marks', DUES_WORDS],
    ['words that nobody is quoted with', '“The port of Marl handled”'],
    ['a reported sentence', '“the quay would be mended”'],
    ['a word alone', 'The “silt” is gone'],
    ['half a word', '“e may lower them”'],
  ])('are not %s', (_name, words) => {
    expect(found(words)).toEqual([]);
  });

  it('are none when another source has the same words', () => {
    const drawn = doc(p('“The silt is gone.”'));
    const twice = { ...context(), articles: [article, { ...article, id: 'a-copy' }] };
    const state = createState({ doc: drawn, annotations: [], context: twice, check: () => [] });
    expect(traceableIn(state, { from: 0, to: drawn.content.size })).toEqual([]);
  });

  it('are not those that are traced already, or stand outside the pasted text', () => {
    const { state, range } = whole(doc(p('“', quoted(silt.id, 'The silt is gone.'), '”'), p('“The silt is gone.”')));
    expect(traceableIn(state, range)).toHaveLength(1);
    expect(traceableIn(state, { from: 0, to: 30 })).toEqual([]);
  });

  it('are tied, with their citation, in one step', () => {
    const drawn = doc(p(`She said: “${DUES_WORDS}.” And “The silt is gone.”`));
    const { state, range } = whole(drawn);
    let next = state;
    expect(trace(range)(state, (tr) => (next = state.apply(tr)))).toBe(true);
    const [first, second] = [cite(article.id, dues.id, 'paragraph 3'), cite(article.id, silt.id, 'paragraph 4')];
    expect(next.doc.toJSON()).toEqual(
      doc(
        p(
          'She said: “',
          quoted(dues.id, `${DUES_WORDS}.`),
          '”',
          first,
          ' And “',
          quoted(silt.id, 'The silt is gone.'),
          '”',
          second,
        ),
      ).toJSON(),
    );
    expect(trace(range)(next)).toBe(false);
    // The guard has nothing to say about what was traced.
    expect(guardOf(editorState(next.doc)).checks.filter(({ kind }) => kind === 'altered-quotation')).toEqual([]);
  });

  it('may be a whole block quotation, which gets its fact and speaker', () => {
    const { state, range } = whole(
      doc(quotation(qt(`“${DUES_WORDS}”`), by('Brook')), quotation(qt('The silt is'), by(''))),
    );
    expect(traceableIn(state, range).map(({ kind }) => kind)).toEqual(['block']);
    let next = state;
    trace(range)(state, (tr) => (next = state.apply(tr)));
    const block = next.doc.child(1);
    expect(block.attrs).toMatchObject({ factId: dues.id, speaker: 'Ana Brook' });
    expect(block.lastChild?.lastChild?.type.name).toBe('citation');
    expect(block.textContent).toBe(`“${DUES_WORDS}”Brook`);
  });
});

describe('numbers without a source', () => {
  it('are those of the pasted stretch alone, in order', () => {
    const { state } = whole(doc(p('There were 4,711 crates.'), p('Then 312 barrels and 98 boats.')));
    const { checks } = guardOf(state);
    const second = state.doc.child(1).nodeSize + (state.doc.firstChild?.nodeSize ?? 0);
    const there = unsourcedIn(checks, { from: second, to: state.doc.content.size });
    expect(there.map(({ from, to }) => state.doc.textBetween(from, to))).toEqual([
      expect.stringContaining('312'),
      expect.stringContaining('98'),
    ]);
  });
});
