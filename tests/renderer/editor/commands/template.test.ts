// Tests of what dialogs put into the text: another template, fields of the title block, words at the caret, an annex.
import { redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { insertAnnex, insertWords, setDetails, setTemplate } from '../../../../renderer/editor/commands/template.ts';
import { annotationsOf } from '../../../../renderer/editor/plugins/annotations.ts';
import { changeTemplate } from '../../../../shared/briefing/changeTemplate.ts';
import { detailsOf } from '../../../../shared/briefing/details.ts';
import { DEFAULT_TEMPLATE, templateById } from '../../../../shared/briefing/templates.ts';
import {
  apply,
  build,
  by,
  detail,
  doc,
  figure,
  h,
  note,
  p,
  qt,
  quotation,
  title,
  titleBlock,
} from '../../../builders.ts';
import { annotation, editorState } from '../harbour.ts';

const at = (slot: string, words: string): Node => build('heading', { slot }, words);
const memorandum = templateById('bluf-memorandum') ?? DEFAULT_TEMPLATE;

describe('another template', () => {
  it('is one undo step, with notes, citations and the caret kept', () => {
    const before = doc(
      { numbered: true },
      at('issue', 'Issue'),
      p('Cargo was ', figure('f-tonnes', '412,000 tonnes'), note('n1', ' in <cursor>2023'), '.'),
      at('timing', 'Timing'),
      p('Soon.'),
    );
    let state = editorState(before, [annotation('n1', { body: 'Which year?' })]);
    const made = changeTemplate(before, { ...memorandum, numbered: false }, { from: DEFAULT_TEMPLATE }).doc;
    const run = (command: typeof undo): boolean => command(state, (tr) => (state = state.apply(tr)));
    expect(run(setTemplate(made))).toBe(true);
    expect(state.doc.toJSON()).toEqual(made.toJSON());
    expect(state.doc.attrs).toMatchObject({ numbered: false, template: 'bluf-memorandum' });
    expect(state.doc.textBetween(state.selection.head - 3, state.selection.head)).toBe('in ');
    expect(annotationsOf(state).bodies.get('n1')?.body).toBe('Which year?');
    expect(run(undo)).toBe(true);
    expect(state.doc.toJSON()).toEqual(before.toJSON());
    expect(undo(state)).toBe(false);
    expect(run(redo)).toBe(true);
    expect(state.doc.toJSON()).toEqual(made.toJSON());
  });
});

describe('the fields of the title block', () => {
  const head = (...lines: Node[]): Node => titleBlock(title('Grain'), ...lines);
  it('are set in their order, made where they are missing, and keep the notes of words that stay', () => {
    const noted = detail({ name: 'to' }, note('n', 'The board'));
    apply(
      doc(head(noted, detail({ name: 'date' }, 'today')), p('x')),
      setDetails({ to: 'The board', from: ' The desk ', date: '4 March 2031', reference: '' }),
      doc(head(noted, detail({ name: 'from' }, 'The desk'), detail({ name: 'date' }, '4 March 2031')), p('x')),
    );
    apply(
      doc(head(), p('x')),
      setDetails({ reference: 'A 7' }),
      doc(head(detail({ name: 'reference' }, 'A 7')), p('x')),
    );
    apply(
      doc(head(detail({ name: 'to' }, 'A')), p('x')),
      setDetails({ to: '' }),
      doc(head(detail({ name: 'to' })), p('x')),
    );
    apply(doc(head(noted), p('x')), setDetails({ to: 'The board' }), null);
  });

  it('are told by name', () => {
    expect(
      detailsOf(doc(head(detail({ name: 'to' }, 'A'), detail({ name: 'to' }, 'B'), detail({ name: 'date' })), p())),
    ).toEqual({
      to: 'A',
      date: '',
    });
  });
});

describe('words at the caret', () => {
  it('stand apart from the words around, in the place of what is selected', () => {
    apply(doc(p('Rain is<cursor>')), insertWords('likely'), doc(p('Rain is likely<cursor>')));
    apply(
      doc(p('Rain is <from>maybe<to> near')),
      insertWords('very likely'),
      doc(p('Rain is very likely<cursor> near')),
    );
    apply(doc(p('Rain is <cursor>to fall')), insertWords('likely'), doc(p('Rain is likely<cursor> to fall')));
    apply(doc(p('a<from>b'), p('c<to>d')), insertWords('likely'), null);
  });

  it('do not go into somebody else’s words', () => {
    apply(
      doc(quotation(qt('We <cursor>may'), by())),
      insertWords('likely'),
      doc(quotation(qt('We may'), by()), p('likely<cursor>')),
    );
  });
});

it('an annex stands at the end', () => {
  apply(doc(p('a<cursor>')), insertAnnex([h('Annex'), p('b')]), doc(p('a'), h('<cursor>Annex'), p('b')));
});
