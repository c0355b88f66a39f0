// Tests of what the page shows beside the text: numbers, portion marks, captions and references.
import type { EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { numberParagraphs, setPortion } from '../../../../renderer/editor/commands/portions.ts';
import { captionDecorations } from '../../../../renderer/editor/plugins/captions.ts';
import { paragraphMarks } from '../../../../renderer/editor/plugins/paragraphMarks.ts';
import { LOST_REFERENCE } from '../../../../shared/briefing/captions.ts';
import { planBriefing, PLAN_DEFAULTS } from '../../../../shared/export/planBriefing.ts';
import { build, by, doc, h, li, p, prompt, qt, table, td, title, titleBlock, tr, ul } from '../../../builders.ts';
import { briefing } from '../../../export/briefings.ts';
import { editorState } from '../harbour.ts';

interface Drawn {
  readonly from: number;
  readonly spec: unknown;
  readonly type: { readonly attrs?: Readonly<Record<string, string>> };
}
const drawn = (set: DecorationSet | undefined): readonly Drawn[] =>
  [...((set?.find() ?? []) as unknown as readonly Drawn[])].sort((one, other) => one.from - other.from);

const counted = (state: EditorState): string[] =>
  drawn(paragraphMarks(state))
    .filter(({ spec }) => 'counted' in (spec as object))
    .map(({ from }) => state.doc.nodeAt(from)?.textContent ?? '');
const portions = (state: EditorState): string[] =>
  drawn(paragraphMarks(state)).flatMap(({ spec, from }) => {
    const { portion } = spec as { readonly portion?: string };
    return portion === undefined ? [] : [`${portion} ${state.doc.resolve(from).parent.textContent}`];
  });
const shown = (state: EditorState): string[] =>
  drawn(captionDecorations(state)).map(({ type }) => type.attrs?.['data-shown'] ?? '');

describe('numbers', () => {
  const body = () => [
    h('Issue'),
    p('one'),
    prompt('asked'),
    p(),
    ul(li(p('item'))),
    build('quotation', {}, qt('said'), by('who')),
    table(tr(td(p('cell')))),
    p('two'),
  ];

  it('stand at the paragraphs that Word numbers', () => {
    const made = doc({ numbered: true }, ...body());
    const { plan } = planBriefing(briefing(made), PLAN_DEFAULTS);
    const word = plan.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.item && plan.lists[block.item.list]?.kind === 'paragraphs'
        ? [block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')]
        : [],
    );
    expect(counted(editorState(made))).toEqual(word);
    expect(word).toEqual(['one', 'two']);
  });

  it('come and go with the command, and with the second paragraph', () => {
    let state = editorState(doc(...body()));
    expect(counted(state)).toEqual([]);
    numberParagraphs(state, (step) => (state = state.apply(step)));
    expect(counted(state)).toEqual(['one', 'two']);
    state = state.apply(state.tr.insertText('x', state.doc.content.size - 1));
    expect(counted(state)).toEqual(['one', 'twox']);
    state = state.apply(state.tr.delete(state.doc.content.size - 6, state.doc.content.size));
    expect(counted(state)).toEqual([]);
  });
});

it('portion marks stand before the words of the title, headings, paragraphs and quotations', () => {
  let state = editorState(
    doc(
      titleBlock(title({ portion: 'TS' }, 'Grain')),
      h({ portion: 'C' }, 'Issue'),
      p({ portion: 'U' }, 'one'),
      build('quotation', { portion: 'S' }, qt('said'), qt('more'), by()),
      p('t<cursor>wo'),
    ),
  );
  expect(portions(state)).toEqual(['TS Grain', 'C Issue', 'U one', 'S said']);
  setPortion('C')(state, (step) => (state = state.apply(step)));
  expect(portions(state)).toEqual(['TS Grain', 'C Issue', 'U one', 'S said', 'C two']);
});

describe('captions and references', () => {
  const caption = (label: string, target: string, ...words: string[]) => build('caption', { label, target }, ...words);
  const reference = (target: string) => build('reference', { target });

  it('show label and number', () => {
    const state = editorState(
      doc(
        p(reference('b'), reference('gone')),
        caption('Table', 'a', 'x'),
        caption('Table', 'b'),
        ul(li(p(reference('a')))),
      ),
    );
    expect(shown(state)).toEqual(['Table\u00a02', LOST_REFERENCE, 'Table\u00a01: ', 'Table\u00a02', 'Table\u00a01']);
  });

  it('follow when a caption before them comes or goes', () => {
    let state = editorState(doc(p(reference('b')), caption('Table', 'a', 'x'), caption('Table', 'b', 'y')));
    state = state.apply(
      state.tr.insertText('See ', state.doc.firstChild?.nodeSize ? state.doc.firstChild.nodeSize + 1 : 1),
    );
    expect(shown(state)).toEqual(['Table\u00a02', 'Table\u00a01: ', 'Table\u00a02: ']);
    const pos = state.doc.content.size - 6;
    state = state.apply(state.tr.delete(pos, pos + 3));
    expect(shown(state)).toEqual(['Table\u00a01', 'Table\u00a01: ']);
  });
});
